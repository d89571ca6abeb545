/** Does the DSA Transparency Database learn of every removal that it is owed, once, of nothing else, and without a trace of anybody? Against a local one with the published rules. */
import { basisIds, lawsWith, type RequestAnswers, type StatedDecision, statementOf, transparencyEntry } from '@likeness/casework';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import { sendSubmissions } from '../outbox/send-submissions.ts';
import { addSubmission, claim, submissionStanding, type TransparencyDatabase } from '../outbox/submissions.ts';
import { openTestTransparencyDatabase, problemsOf, type TestTransparencyDatabase } from '../outbox/test-transparency-database.ts';
import { decide, type Ruling } from './decide.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { refusedStatements, resendStatements } from './resend-statements.ts';
import { screen } from './screen.ts';
import { setServiceLaw } from './service-facts.ts';
import { aCode, answers, anUpload, aPicture, edited, pdq, sha256, urlOf } from './test-cast.ts';
import { hours, minutes, openTestHouse, type TestHouse } from './test-house.ts';
import { undoDecision } from './undo.ts';

const european = { kind: 'user-content', territories: ['US', 'EU'], follows: [], targetHours: {} } as const;

let house: TestHouse;
let engine: Engine;
let platformId: string;
let database: TestTransparencyDatabase;
let transparency: TransparencyDatabase;

beforeAll(async () => {
  house = await openTestHouse();
  ({ platformId } = house);
  await setServiceLaw(house.engine.store, platformId, { facts: european, interim: null });
});
afterAll(() => house.close());

beforeEach(async () => {
  database = await openTestTransparencyDatabase();
  transparency = { url: database.url, tokens: { ofTheOnly: new Secret(database.token), byPlatform: new Map() } };
  engine = { ...house.engine, transparency };
});
afterEach(async () => {
  await database.close();
  await house.engine.store.db.deleteFrom('submission').execute();
  await house.engine.store.db.deleteFrom('submission_account').execute();
});

let made = 0;
const id = (): string => {
  made += 1;
  return `post-${made}`;
};

interface Asked {
  readonly contentId: string;
  readonly trackingNumber: string;
  readonly decisionId: string;
  readonly code: string;
}
/** A picture that was screened and then removed on request. */
async function removed(more: Partial<Ruling> = {}, asked: Partial<RequestAnswers> = {}): Promise<Asked> {
  const contentId = id();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  house.later(hours(30));
  const code = aCode();
  const given = answers(contentId, {
    contact: { email: 'maria@example.org', name: 'Maria Example' },
    declarations: { 'digital-services-act': { accurate: true } },
    ...asked,
  });
  const bases = ['take-it-down', 'digital-services-act'] as const;
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: given, bases, code: { code, pin: null } });
  const ruled = await decide(engine, {
    about: { trackingNumber },
    decision: 'remove',
    ground: 'valid-request',
    note: 'Maria wrote to me.',
    moderatorId: house.moderatorId,
    ...more,
  });
  if (ruled.outcome !== 'decided') throw new Error(ruled.outcome);
  return { contentId, trackingNumber, decisionId: ruled.decisionId, code: code.reveal() };
}
/** One decision about so many places that were never screened here. */
async function removedPlaces(count: number): Promise<void> {
  const places = Array.from({ length: count }, () => urlOf(id()));
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('', { locations: places }) });
  const ruling = { decision: 'remove', ground: 'valid-request', note: '', moderatorId: house.moderatorId, unscreened: places } as const;
  const ruled = await decide(engine, { about: { trackingNumber }, ...ruling });
  if (ruled.outcome !== 'decided') throw new Error(ruled.outcome);
}
const rows = () => engine.store.db.selectFrom('submission').selectAll().orderBy('due_at').execute();
const states = async () => (await rows()).map(({ state }) => state);
const send = (by: Engine = engine) => sendSubmissions(by, transparency);
const sendLater = async (): Promise<void> => {
  house.later(minutes(10));
  await send();
};
const standing = () => submissionStanding(engine.store.db, transparency, platformId);

describe('what is sent', () => {
  test('is one entry for a removal, after the minutes in which it can be taken back, with nothing of anybody in it', async () => {
    const one = await removed();
    await send();
    expect(database.calls).toEqual([]);
    await sendLater();
    const [entry] = database.taken.values();
    expect(entry).toMatchObject({
      category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
      category_specification: ['KEYWORD_NON_CONSENSUAL_IMAGE_SHARING'],
      content_type: ['CONTENT_TYPE_IMAGE'],
      source_type: 'SOURCE_ARTICLE_16',
      application_date: house.now().toISOString().slice(0, 10),
    });
    expect(String(entry?.['content_date']) < String(entry?.['application_date'])).toBe(true);
    const statements = await engine.store.db
      .selectFrom('statement')
      .select(['id', 'action_id'])
      .where('decision_id', '=', one.decisionId)
      .execute();
    const text = JSON.stringify(entry);
    const names = [
      one.contentId,
      one.trackingNumber,
      one.decisionId,
      one.code,
      house.moderatorId,
      platformId,
      'aria',
      '@',
      'http',
      'account-7',
    ];
    for (const name of [...names, ...statements.flatMap((row) => [row.id, row.action_id])]) expect(text).not.toContain(name);
    await sendLater();
    expect(database.calls).toEqual([{ path: '/api/v1/statement', count: 1 }]);
    expect(await states()).toEqual(['sent']);
  });

  test('says synthetic media where a moderator said that it was made up', async () => {
    await removed({
      found: {
        'take-it-down': { intimate: 'yes', identifiable: 'yes', 'consent-to-publication': 'no', indistinguishable: 'yes' },
        'digital-services-act': { illegal: 'yes', evident: 'yes' },
      },
    });
    await sendLater();
    expect([...database.taken.values()]).toMatchObject([
      {
        content_type: ['CONTENT_TYPE_IMAGE', 'CONTENT_TYPE_SYNTHETIC_MEDIA'],
        category_specification: ['KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE'],
      },
    ]);
  });

  test('says that a machine found it, after a match that nobody asked about', async () => {
    const x = aPicture();
    const [first, copy] = [id(), id()];
    await screen(engine, platformId, anUpload(first, pdq(x)));
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(first) });
    const by = { decision: 'remove', note: '', moderatorId: house.moderatorId } as const;
    await decide({ ...engine, transparency: null }, { ...by, about: { trackingNumber }, ground: 'valid-request' });
    await engine.index.catchUp(engine.store.db);
    await screen(engine, platformId, anUpload(copy, pdq(edited(x, 4)), sha256(aPicture())));
    const review = await engine.store.db.selectFrom('review').select('id').where('closed_at', 'is', null).executeTakeFirstOrThrow();
    await decide(engine, { ...by, about: { reviewId: review.id }, ground: 'same-picture' });
    await sendLater();
    expect([...database.taken.values()]).toMatchObject([
      { source_type: 'SOURCE_VOLUNTARY', automated_detection: 'Yes', automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED' },
    ]);
  });

  test('passes the published rules, whatever was decided under whichever law', () => {
    const laws = lawsWith();
    const some = fc.record({
      basis: fc.constantFrom(null, ...basisIds),
      ground: fc.constantFrom('valid-request', 'own-rules', 'same-picture'),
      isTrusted: fc.boolean(),
      isAutomatic: fc.boolean(),
      medium: fc.constantFrom('image', 'video', 'unknown'),
      isMadeUp: fc.boolean(),
    });
    fc.assert(
      fc.property(some, ({ basis, ground, isTrusted, isAutomatic, medium, isMadeUp }) => {
        const request = basis === null ? null : { basis, alsoUnder: [], isTrusted, isYoung: false };
        const decision: StatedDecision = { ground, decidedAt: house.now(), isAutomatic, request };
        const statement = statementOf(laws, european, decision, '2027-03-01');
        if (statement === null) return;
        const filedUnder = basis === null ? [] : [basis];
        const removal = { statement, filedUnder, medium, isMadeUp, contentDay: '1990-01-01', decidedDay: '2027-03-01' };
        expect(problemsOf(transparencyEntry(removal, uuid(systemRandom)))).toEqual({});
      }),
    );
  });
});

describe('nothing is sent', () => {
  test('of a refusal or a referral', async () => {
    await removed({ decision: 'keep', ground: 'not-depicted' });
    await removed({ decision: 'refer', ground: 'under-18' });
    expect(await rows()).toEqual([]);
  });

  test('by a service that the Digital Services Act does not bind, and without a token', async () => {
    await setServiceLaw(engine.store, platformId, { facts: { ...european, territories: ['US'] }, interim: null });
    await removed().finally(() => setServiceLaw(engine.store, platformId, { facts: european, interim: null }));
    engine = { ...engine, transparency: null };
    await removed();
    expect(await rows()).toEqual([]);
    await sendSubmissions(engine, null);
    expect(await submissionStanding(engine.store.db, null, platformId)).toBeNull();
    expect(database.calls).toEqual([]);
  });

  test('of a removal that was taken back within its minutes', async () => {
    const { decisionId } = await removed();
    expect(await undoDecision(engine, decisionId, house.moderatorId)).toBe('undone');
    await sendLater();
    expect([await states(), database.calls]).toEqual([['withdrawn'], []]);
  });

  test('of an upload that was referred before it was sent', async () => {
    const { contentId } = await removed();
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    const ruling = { decision: 'refer', ground: 'under-18', note: '', moderatorId: house.moderatorId } as const;
    expect((await decide(engine, { about: { trackingNumber }, ...ruling })).outcome).toBe('decided');
    await sendLater();
    expect([await states(), database.calls]).toEqual([['withdrawn'], []]);
  });

  test('under a token that names nobody once there is a second service, until the file says whose it is', async () => {
    await removed();
    const other = uuid(systemRandom);
    const { db } = engine.store;
    await db
      .insertInto('platform')
      .values({ id: other, name: 'Lake', preview_url: null, salt: systemRandom(32), created_at: house.now() })
      .execute();
    await sendLater();
    expect(database.calls).toEqual([]);
    expect(await standing()).toMatchObject({ stopped: 'whose-token', waitingCount: 1 });
    transparency = { url: database.url, tokens: { ofTheOnly: null, byPlatform: new Map([[platformId, new Secret(database.token)]]) } };
    await send();
    expect(await states()).toEqual(['sent']);
    expect(await submissionStanding(db, transparency, other)).toBeNull();
    await db.deleteFrom('platform').where('id', '=', other).execute();
  });
});

describe('the database', () => {
  test('gets a hundred at once', async () => {
    await removedPlaces(120);
    await sendLater();
    expect(database.calls).toEqual([
      { path: '/api/v1/statements', count: 100 },
      { path: '/api/v1/statements', count: 20 },
    ]);
    expect(database.taken.size).toBe(120);
    expect(await standing()).toMatchObject({ sentCount: 120, waitingCount: 0, stopped: null, lastFailure: null, lastSentAt: house.now() });
  });

  test('refuses one of a batch: that one is marked with its fields, without their sentences, and the others arrive', async () => {
    await removedPlaces(3);
    const [first] = await rows();
    const spoilt = { ...first?.entry, content_date: '1999-01-01', decision_facts: '' };
    await engine.store.db
      .updateTable('submission')
      .set({ entry: JSON.stringify(spoilt) })
      .where('puid', '=', first?.puid ?? '')
      .execute();
    await sendLater();
    expect(database.calls.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
    expect(database.taken.size).toBe(2);
    expect(await standing()).toMatchObject({
      refusedCount: 1,
      sentCount: 2,
      refused: [{ puid: first?.puid, fields: ['content_date', 'decision_facts'] }],
    });
    await sendLater();
    expect(database.calls).toHaveLength(4);
  });

  test('refused one, and somebody sends it again: it arrives once it is right, what is there counts as sent, what was taken back goes no more', async () => {
    const { decisionId } = await removed();
    house.later(1000);
    await removedPlaces(2);
    const [one, two, three] = await rows();
    const spoil = async (puid: string | undefined, entry: object): Promise<void> => {
      await engine.store.db
        .updateTable('submission')
        .set({ entry: JSON.stringify({ ...one?.entry, puid, ...entry }) })
        .where('puid', '=', puid ?? '')
        .execute();
    };
    for (const row of [one, two, three]) await spoil(row?.puid, { content_date: undefined });
    await sendLater();
    const { store } = engine;
    const listed = await refusedStatements(store.db, 2);
    expect([listed.total, listed.rows.map(({ fields, mayNotLeave }) => [fields, mayNotLeave])]).toEqual([
      3,
      [
        [['content_date'], false],
        [['content_date'], false],
      ],
    ]);
    // Composed anew, and refused all the same: it comes back with its reason, and what was refused before stays.
    expect(await resendStatements(engine, { puid: two?.puid ?? '' })).toEqual({ waiting: 1, withdrawn: 0, keptBack: 0 });
    const anew = (await rows()).find(({ puid }) => puid === two?.puid);
    expect(anew).toMatchObject({ entry: two?.entry, refused_before: [{ fields: ['content_date'], at: expect.any(String) }] });
    database.behave = (_call, response) => {
      response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: { decision_facts: ['no'] } }));
      return true;
    };
    await send();
    expect((await refusedStatements(store.db, 9)).total).toBe(3);
    database.behave = null;
    // What was typed into an entry by whomever is not sent: it is composed of templates again. One was taken back.
    await spoil(three?.puid, { decision_facts: 'Maria wrote to me.' });
    await store.db.updateTable('decision').set({ reversed_at: house.now() }).where('id', '=', decisionId).execute();
    const takenBack = (await rows()).filter(({ state }) => state === 'refused').length;
    expect(takenBack).toBe(3);
    expect(await resendStatements(engine, 'all', house.moderatorId)).toEqual({ waiting: 2, withdrawn: 1, keptBack: 0 });
    expect(JSON.stringify((await rows()).map(({ entry }) => entry))).not.toContain('Maria');
    database.behave = ({ statements }, response, act) => {
      act();
      const existing = { existing: { puid: statements[0]?.['puid'] } };
      response
        .writeHead(422, { 'content-type': 'application/json' })
        .end(JSON.stringify({ message: 'The identifier given is not unique.', ...existing }));
      return true;
    };
    await send();
    expect((await states()).toSorted()).toEqual(['sent', 'sent', 'withdrawn']);
    expect(await resendStatements(engine, { puid: two?.puid ?? '' })).toEqual({ waiting: 0, withdrawn: 0, keptBack: 0 });
    const acts = await store.db.selectFrom('ledger').select('subjects').where('act', '=', 'statements.resent').orderBy('seq').execute();
    expect(acts.map(({ subjects }) => subjects)).toEqual([
      { waiting: 1, withdrawn: 0 },
      { waiting: 2, withdrawn: 1, by: house.moderatorId },
    ]);
  });

  test('refused one, and a correction of the law takes effect when it is sent again: what is owed no more is withdrawn', async () => {
    await removed();
    const [one] = await rows();
    await engine.store.db
      .updateTable('submission')
      .set({
        state: 'refused',
        settled_at: house.now(),
        entry: JSON.stringify({ ...one?.entry, illegal_content_explanation: 'of an older version' }),
      })
      .execute();
    const { platformId: id } = house;
    expect(await resendStatements(engine, 'all')).toEqual({ waiting: 1, withdrawn: 0, keptBack: 0 });
    expect((await rows())[0]?.entry).toEqual(one?.entry);
    await engine.store.db.updateTable('submission').set({ state: 'refused', settled_at: house.now() }).execute();
    await setServiceLaw(engine.store, id, { facts: { ...european, territories: ['US'] }, interim: null });
    const resent = await resendStatements(engine, 'all').finally(() => setServiceLaw(engine.store, id, { facts: european, interim: null }));
    expect(resent).toEqual({ waiting: 0, withdrawn: 1, keptBack: 0 });
  });

  test('failed and has taken nothing: all of it is sent again, after growing pauses, one at first and then the rest together', async () => {
    await removedPlaces(8);
    database.behave = (_call, response) => {
      response.writeHead(503).end();
      return true;
    };
    const tries: number[] = [];
    house.later(minutes(10));
    for (let minute = 0; minute < 40; minute += 1) {
      const before = database.calls.length;
      await send();
      if (database.calls.length > before) tries.push(minute);
      house.later(minutes(1));
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31]);
    expect(await standing()).toMatchObject({ waitingCount: 8, lastFailure: { reason: 'the database answered 503' } });
    database.behave = null;
    house.later(hours(6));
    await send();
    // What failed alone stays alone.
    expect(database.calls.slice(tries.length).map(({ count }) => count)).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(await states()).toEqual(Array.from({ length: 8 }, () => 'sent'));
    expect(await standing()).toMatchObject({ lastFailure: null });
  });

  test('failed and has taken it: it is sent again under the same id, and what is there already counts as sent', async () => {
    await removedPlaces(3);
    database.behave = (_call, response, act) => {
      act();
      response.destroy();
      return true;
    };
    await sendLater();
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    database.behave = null;
    await sendLater();
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(database.taken.size).toBe(3);
  });

  test('answers slowly: a turn ends between two calls, and the next one goes on where it ended', async () => {
    await removedPlaces(5);
    database.behave = ({ path }, response) => {
      if (path === '/api/v1/statement') return false;
      response.writeHead(422, { 'content-type': 'application/json' }).end('{"message":"No batches today.","errors":{}}');
      return true;
    };
    house.later(minutes(10));
    let asked = 0;
    await sendSubmissions(engine, transparency, () => {
      asked += 1;
      return asked <= 2;
    });
    expect(database.taken.size).toBe(2);
    await send();
    expect(database.calls.map(({ count }) => count)).toEqual([5, 1, 1, 3, 1, 1, 1]);
    expect(database.taken.size).toBe(5);
  });

  test('never answers one of them: the others arrive all the same', async () => {
    await removedPlaces(3);
    const bad = (await rows())[1]?.puid;
    database.behave = ({ statements }, response) => {
      if (!statements.some(({ puid }) => puid === bad)) return false;
      response.writeHead(500).end();
      return true;
    };
    for (let turn = 0; turn < 6; turn += 1) {
      house.later(hours(7));
      await send();
    }
    expect((await rows()).flatMap(({ state, puid }) => (state === 'sent' ? [] : [puid]))).toEqual([bad]);
    expect(database.taken.size).toBe(2);
  });

  test.each([
    ['seconds', (now: Date) => String((now.getTime() + 7_200_000 - now.getTime()) / 1000)],
    ['a date', (now: Date) => new Date(now.getTime() + 7_200_000).toUTCString()],
  ])('asks to wait, in %s: nothing is sent before', async (_form, retryAfter) => {
    await removed();
    house.later(minutes(10));
    database.behave = (_call, response) => {
      response.writeHead(429, { 'retry-after': retryAfter(house.now()) }).end();
      return true;
    };
    await send();
    database.behave = null;
    house.later(minutes(119));
    await send();
    expect(database.calls).toHaveLength(1);
    house.later(minutes(1));
    await send();
    expect(await states()).toEqual(['sent']);
  });

  test('refuses the token: said once, nothing more is sent with it, and another token sends it all', async () => {
    await removedPlaces(2);
    transparency = { ...transparency, tokens: { ofTheOnly: new Secret('12|a-wrong-token'), byPlatform: new Map() } };
    await expect(sendLater()).rejects.toMatchObject({ name: 'TokenRefused', code: 'transparency-database/token-refused' });
    house.later(hours(7));
    await send();
    expect(await states()).toEqual(['waiting', 'waiting']);
    expect(await standing()).toMatchObject({ stopped: 'token-refused', waitingCount: 2 });
    expect(JSON.stringify(await engine.store.db.selectFrom('submission_account').selectAll().execute())).not.toContain('wrong-token');
    transparency = { ...transparency, tokens: { ofTheOnly: new Secret(database.token), byPlatform: new Map() } };
    await send();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(await standing()).toMatchObject({ stopped: null });
  });
});

test('a process that is killed with a batch in hand loses none of it, and another one does not send it meanwhile', async () => {
  await removedPlaces(3);
  house.later(minutes(10));
  // As far as a process comes that is killed before the call, or after it.
  const claimed = await engine.store.transact((tx) => claim(tx, platformId, new Secret(database.token)));
  expect(claimed).toHaveLength(3);
  await send(house.second);
  expect(database.calls).toEqual([]);
  house.later(minutes(10));
  await send(house.second);
  expect(await states()).toEqual(['sent', 'sent', 'sent']);
});

test('what may not leave is kept back, and shown with its fields', async () => {
  engine = { ...engine, transparency: null };
  const { decisionId } = await removed();
  const { id: statementId, facts: statement } = await engine.store.db
    .selectFrom('statement')
    .select(['id', 'facts'])
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow();
  const told = { ...statement, facts: { ...statement.facts, text: 'Maria asked for it.' } };
  const removal = {
    statement: told,
    filedUnder: [],
    medium: 'image',
    isMadeUp: false,
    contentDay: '2027-03-01',
    decidedDay: '2027-03-01',
  } as const;
  const entry = transparencyEntry(removal, uuid(systemRandom));
  await engine.store.transact((tx) => addSubmission(tx, { platformId, statementId, entry, dueAt: tx.now }));
  await sendLater();
  expect(database.calls).toEqual([]);
  expect(await standing()).toMatchObject({ refusedCount: 1, refused: [{ fields: ['decision_facts'] }] });
});
