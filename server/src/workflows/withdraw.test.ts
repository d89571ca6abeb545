/** Does a withdrawal end what was hers, when it should, and leave nothing of her behind? */
import { CasePin } from '@likeness/casework';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSession, startSession } from '../access/sessions.ts';
import { systemRandom } from '../config/random.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { feedAfter } from '../outbox/feed.ts';
import { itemsById } from '../store/banks.ts';
import { picturesOf } from '../store/cases.ts';
import { amendRequest } from './amend-request.ts';
import { completeAction, openNote } from './complete.ts';
import { decide } from './decide.ts';
import type { Engine } from './engine.ts';
import { eraseContact } from './erase-contact.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, caseOfFollow, readCase, setCaseCode } from './open-case.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, edited, hers, pdq, sha256, sweepAll } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { interrupted } from './test-meanwhile.ts';
import { tick } from './tick.ts';
import { askWithdrawal, cancelWithdrawal, withdrawDue } from './withdraw.ts';

let house: TestHouse;
let engine: Engine;
let second: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, second, moderatorId } = house);
});

afterAll(() => house.close());

let made = 0;
const pin = CasePin.of('a second secret');
/** A case whose picture was confirmed and removed: her code near its edge reaches what the platform's own item does not. */
async function aCase(withPin = false) {
  made += 1;
  const contentId = `post-${made}`;
  const picture = aPicture();
  const hers = edited(picture, 30, 128);
  await screen(engine, platformId, anUpload(contentId, pdq(picture)));
  const code = aCode();
  const { trackingNumber, caseId } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, { fingerprints: [pdq(hers)] }),
    code: { code, pin: withPin ? pin : null },
  });
  return { contentId, picture, onlyHers: edited(hers, 20, 1), code, trackingNumber, caseId };
}
const confirm = (trackingNumber: string) =>
  decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
const verdict = async (value: string): Promise<string> => {
  made += 1;
  return (await screen(engine, platformId, anUpload(`copy-${made}`, pdq(value)))).verdict;
};

describe('with code and PIN', () => {
  test('it ends at once: hers is no longer matched, the platform’s own confirmation still is', async () => {
    const { picture, onlyHers, code, caseId, trackingNumber } = await aCase(true);
    await confirm(trackingNumber);
    expect([await verdict(picture), await verdict(onlyHers)]).toEqual(['hold', 'review']);
    const session = await engine.store.transact((tx) => startSession(tx, engine.keys, systemRandom, 'person', caseId));
    expect(await askWithdrawal(engine, caseId, pin)).toEqual({ outcome: 'withdrawn' });
    expect([await verdict(picture), await verdict(onlyHers)]).toEqual(['hold', 'allow']);
    expect(await readSession(engine.store, engine.keys, 'person', session)).toBeNull();
    expect(await caseOfCode(engine, code)).toBeNull();
    expect(await readCase(engine, caseId)).toBeNull();
    expect(await askWithdrawal(engine, caseId, null)).toEqual({ outcome: 'gone' });
    await sweepAll(engine);
  });

  test('the one item that both claimed stays the platform’s, with what the platform confirmed and nothing that only she sent', async () => {
    const { contentId, picture, caseId, trackingNumber } = await aCase(true);
    const same = [pdq(picture), sha256(picture)];
    await fileRequest(engine, { platformId, answers: answers(contentId), code: { code: aCode(), pin: null } });
    await amendRequest(engine, { caseId }, trackingNumber, { fingerprints: same });
    await confirm(trackingNumber);
    const itemOfHers = async () =>
      engine.store.db.selectFrom('request_item').select('item_id').where('tracking_number', '=', trackingNumber).execute();
    const ids = (await itemOfHers()).map(({ item_id }) => item_id);
    const stored = () => itemsById(engine.store.db, ids);
    expect((await stored()).filter(({ state }) => state === 'active')).toHaveLength(1);
    await askWithdrawal(engine, caseId, pin);
    // The value that both brought stays, for the platform brought it too.
    expect((await stored()).map(({ state, codes }) => [state, codes.map(({ kind, value }) => `${kind} ${value}`)])).toEqual([
      ['active', [`pdq ${picture}`]],
    ]);
    expect(await itemOfHers()).toEqual([]);
    const again = await screen(engine, platformId, anUpload(`once-more-${made}`, pdq(picture)));
    expect([again.verdict, again.matches.length]).toEqual(['hold', 1]);
    const orphans = await engine.store.db
      .selectFrom('code')
      .select('id')
      .where('value', '=', Buffer.from(picture, 'hex'))
      .where('kind', '=', 'sha256')
      .execute();
    expect(orphans).toEqual([]);
    await sweepAll(engine);
  });

  test('the other process stops matching it too, with its next look', async () => {
    const { onlyHers, caseId, trackingNumber } = await aCase(true);
    await confirm(trackingNumber);
    await askWithdrawal(second, caseId, pin);
    expect(await verdict(onlyHers)).toBe('allow');
    await sweepAll(engine);
  });

  test('a wrong PIN ends nothing, and after five tries even the right one waits', async () => {
    const { code, caseId } = await aCase(true);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await askWithdrawal(engine, caseId, CasePin.of('guess guess'))).toEqual({ outcome: 'wrong-pin' });
    await expect(askWithdrawal(engine, caseId, pin)).rejects.toMatchObject({ code: 'limit/reached' });
    expect(await caseOfCode(engine, code)).not.toBeNull();
    house.later(hours(1));
    expect(await askWithdrawal(engine, caseId, pin)).toEqual({ outcome: 'withdrawn' });
  });
});

describe('with the code alone', () => {
  test('it waits 72 hours, matching on meanwhile, and asking again does not move the time', async () => {
    const { onlyHers, code, caseId, trackingNumber } = await aCase();
    await confirm(trackingNumber);
    const takesEffectAt = new Date(house.now().getTime() + hours(72));
    expect(await askWithdrawal(engine, caseId, null)).toEqual({ outcome: 'waiting', takesEffectAt });
    house.later(hours(71));
    expect(await askWithdrawal(engine, caseId, null)).toEqual({ outcome: 'waiting', takesEffectAt });
    await tick(engine);
    expect(await verdict(onlyHers)).toBe('review');
    // Until then all goes on as before, and she reads where it stands; the page says above it that the case will end.
    const waiting = await readCase(engine, caseId);
    expect(waiting?.withdrawalDueAt).not.toBeNull();
    expect(waiting?.requests[0]?.standing.key).toBe('removal-overdue');
    house.later(hours(1));
    await Promise.all([tick(engine), tick(second), tick(engine)]);
    expect(await verdict(onlyHers)).toBe('allow');
    expect(await caseOfCode(engine, code)).toBeNull();
    const acts = await engine.store.db.selectFrom('ledger').selectAll().where('act', '=', 'withdrawal.done').execute();
    expect(acts.filter(({ subjects }) => subjects['case'] === caseId)).toHaveLength(1);
    await sweepAll(engine);
  });

  test('asked for in time and cancelled, it does not happen; asked for again it waits anew', async () => {
    const { caseId } = await aCase();
    await askWithdrawal(engine, caseId, null);
    house.later(hours(71));
    expect(await cancelWithdrawal(engine, caseId)).toBe(true);
    expect(await cancelWithdrawal(engine, caseId)).toBe(false);
    house.later(hours(10));
    await tick(engine);
    expect((await readCase(engine, caseId))?.withdrawalDueAt).toBeNull();
    expect(await askWithdrawal(engine, caseId, null)).toEqual({
      outcome: 'waiting',
      takesEffectAt: new Date(house.now().getTime() + hours(72)),
    });
  });

  test('a right PIN ends a withdrawal that waits at once', async () => {
    const { caseId } = await aCase(true);
    expect((await askWithdrawal(engine, caseId, null)).outcome).toBe('waiting');
    expect(await askWithdrawal(engine, caseId, pin)).toEqual({ outcome: 'withdrawn' });
  });
});

test('two people who claim one picture are two cases: one withdrawal leaves the other', async () => {
  const one = await aCase(true);
  const code = aCode();
  const hers = edited(one.picture, 30, 128);
  const two = await fileRequest(engine, {
    platformId,
    answers: answers(one.contentId, { fingerprints: [pdq(hers)] }),
    code: { code, pin: null },
  });
  await confirm(one.trackingNumber);
  await confirm(two.trackingNumber);
  await askWithdrawal(engine, one.caseId, pin);
  expect(await verdict(one.onlyHers)).toBe('review');
  expect(await caseOfCode(engine, code)).not.toBeNull();
  await sweepAll(engine);
});

test('a withdrawal before the decision lists nothing afterwards, and the platform is told', async () => {
  const { picture, caseId, trackingNumber } = await aCase(true);
  await askWithdrawal(engine, caseId, pin);
  expect(await confirm(trackingNumber)).toEqual({ outcome: 'closed' });
  expect(await verdict(picture)).toBe('allow');
  const told = (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(({ data }) => data.trackingNumber === trackingNumber);
  expect(told.map(({ type, data }) => [type, data.removalStands])).toEqual([
    ['request.received', undefined],
    ['request.withdrawn', false],
  ]);
});

test('a withdrawal after the decision takes nothing back: the platform reads that the removal stands', async () => {
  const { caseId, trackingNumber } = await aCase(true);
  await confirm(trackingNumber);
  await askWithdrawal(engine, caseId, pin);
  const told = (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(({ data }) => data.trackingNumber === trackingNumber);
  expect(told.map(({ type, data }) => [type, data.outcome, data.removalStands])).toEqual([
    ['request.received', undefined, undefined],
    ['content.remove', undefined, undefined],
    ['request.decided', 'remove', undefined],
    ['request.withdrawn', undefined, true],
  ]);
});

test('a withdrawal, a decision and a filing about one case at once do not stop each other', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { code, contentId, caseId, trackingNumber, picture } = await aCase(true);
    const more = answers(contentId, { fingerprints: [pdq(edited(picture, 4))], locationDetails: `at the top ${round}` });
    const work = [
      () => askWithdrawal(second, caseId, pin),
      () => confirm(trackingNumber),
      () => fileRequest(engine, { platformId, answers: more, code: { code, pin } }),
      () => eraseContact(second, caseId),
    ];
    const done = await Promise.allSettled(work.map((_, place) => work[(place + round) % work.length]?.()));
    expect(done.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
  }
  await sweepAll(engine);
});

test('a request that is refused at the moment at which she withdraws was refused: nobody hears that it ended undecided', async () => {
  const { caseId, trackingNumber } = await aCase(true);
  // She withdraws when the refusal is written, and not committed yet.
  const { engine: slow, ended } = interrupted(engine, { kind: 'insert', table: 'case_event' }, () => askWithdrawal(second, caseId, pin));
  const refusal = { decision: 'keep', ground: 'not-depicted', note: '', moderatorId } as const;
  expect((await decide(slow, { about: { trackingNumber }, ...refusal })).outcome).toBe('decided');
  await ended();
  expect(await readCase(engine, caseId)).toBeNull();
  const told = (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(({ data }) => data.trackingNumber === trackingNumber);
  expect(told.map(({ type, data }) => [type, data.outcome])).toEqual([
    ['request.received', undefined],
    ['request.decided', 'keep'],
  ]);
});

test('one withdrawal that cannot be carried out stops no other, nor any clock', async () => {
  const [bad, good] = [await aCase(), await aCase()];
  for (const { caseId } of [bad, good]) await askWithdrawal(engine, caseId, null);
  house.later(hours(73));
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`.execute(engine.store.db);
  await sql`create trigger refuse before update on case_file for each row when (old.id = ${sql.lit(bad.caseId)} and new.withdrawn_at is not null)
            execute function refuse()`.execute(engine.store.db);
  await expect(tick(engine)).rejects.toThrow(AggregateError);
  expect(await caseOfCode(engine, good.code)).toBeNull();
  expect(await caseOfCode(engine, bad.code)).not.toBeNull();
  const overdue = await engine.store.db.selectFrom('case_event').select('tracking_number').where('kind', '=', 'overdue').execute();
  expect(overdue.map(({ tracking_number }) => tracking_number)).toContain(bad.trackingNumber);
  await sql`drop trigger refuse on case_file`.execute(engine.store.db);
  await withdrawDue(engine);
  expect(await caseOfCode(engine, bad.code)).toBeNull();
});

/** Every row of every table, as text: what a dump would hold. */
async function everything(): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(engine.store.db);
  const rows = await Promise.all(
    tables.rows.map(
      async ({ name }) => (await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(engine.store.db)).rows,
    ),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

/** The canaries that a text holds, plainly or in one of the spellings a byte column may have. */
const found = (text: string, canaries: readonly string[]): string[] =>
  canaries.filter((canary) =>
    [canary, Buffer.from(canary).toString('hex'), Buffer.from(canary).toString('base64').replace(/=+$/, '')].some((form) =>
      text.includes(form),
    ),
  );

test('nothing personal is ever in a table in plain text, and after a withdrawal nothing of it is there at all', async () => {
  const canary = (where: string): string => `canary-${where}-${Buffer.from(systemRandom(6)).toString('hex')}`;
  const code = aCode();
  const secret = CasePin.of(canary('pin'));
  const personal = {
    onBehalfOf: 'agent' as const,
    agentAuthority: canary('authority'),
    contentIds: [canary('content')],
    locations: [`https://forum.example/${canary('location')}`],
    locationDetails: canary('details'),
    statement: { notConsensual: true, goodFaith: true, details: canary('story') },
    signature: canary('signature'),
    contact: { name: canary('name'), email: `${canary('email')}@example.org`, phone: canary('phone'), other: canary('other') },
  };
  const canaries = [...JSON.stringify(personal).matchAll(/canary-[a-z]+-[0-9a-f]{12}/g)].map(([text]) => text);
  expect(canaries).toHaveLength(10);
  const { caseId, trackingNumber } = await fileRequest(engine, {
    platformId,
    answers: { basis: 'take-it-down', ...personal },
    code: { code, pin: secret },
  });
  const follow = await fileRequest(engine, { platformId, answers: { basis: 'take-it-down', ...personal } });
  const secrets = [code.reveal(), code.revealForReading(), secret.reveal(), follow.follow?.reveal() ?? ''];
  expect(found(await everything(), [...canaries, ...secrets])).toEqual([]);
  // The salt of the ledger's commitment goes too, so that nobody can try texts against it.
  const row = () =>
    engine.store.db.selectFrom('request').selectAll().where('tracking_number', '=', trackingNumber).executeTakeFirstOrThrow();
  expect(await row()).toMatchObject({ answers_sealed: expect.any(Buffer), commitment_salt: expect.any(Buffer) });
  await askWithdrawal(engine, caseId, secret);
  expect(await row()).toMatchObject({ answers_sealed: null, commitment_salt: null });
  const file = await engine.store.db.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow();
  expect(file).toMatchObject({ code_mac: null, follow_mac: null, pin_hash: null });
  expect(await picturesOf(engine.store.db, trackingNumber)).toEqual([]);
  expect(found(await everything(), [...canaries, ...secrets])).toEqual([]);
});

test('what the platform writes about a completed action is sealed, and so is what the first version left in plain text', async () => {
  const { trackingNumber } = await aCase();
  await confirm(trackingNumber);
  const action = async () =>
    engine.store.db
      .selectFrom('action')
      .innerJoin('decision', 'decision.id', 'action.decision_id')
      .select(['action.id', 'action.completed', 'action.note_sealed'])
      .where('decision.tracking_number', '=', trackingNumber)
      .executeTakeFirstOrThrow();
  const note = `written by canary-note-${Buffer.from(systemRandom(6)).toString('hex')}`;
  const { id } = await action();
  await completeAction(engine, platformId, id, { purged: ['original'], note });
  expect(found(await everything(), [note])).toEqual([]);
  expect(openNote(engine.keys, id, (await action()).note_sealed ?? Buffer.alloc(0))).toBe(note);

  await sql`update action set completed = ${JSON.stringify({ purged: ['caches'], note })}, note_sealed = null where id = ${id}`.execute(
    engine.store.db,
  );
  expect(found(await everything(), [note])).toEqual([note]);
  await tick(engine);
  expect(found(await everything(), [note])).toEqual([]);
  const after = await action();
  expect(after.completed).toEqual({ purged: ['caches'] });
  expect(openNote(engine.keys, id, after.note_sealed ?? Buffer.alloc(0))).toBe(note);
  await sweepAll(engine);
});

test('erasing the contact leaves the request complete and its clock running, also when more is added later', async () => {
  const { code, contentId, caseId, trackingNumber } = await aCase();
  expect(await eraseContact(engine, caseId)).toBe(true);
  expect(await eraseContact(engine, caseId)).toBe(false);
  const view = async () => (await readCase(engine, caseId))?.requests[0];
  expect(await view()).toMatchObject({ missing: [], lacksContact: true, standing: { key: 'waiting' } });
  expect((await view())?.answers?.contact).toBeUndefined();
  expect((await view())?.timeline.filter(({ key }) => key === 'contact-erased').map(({ at }) => at)).toEqual([house.now()]);
  expect((await view())?.answers?.amendments?.map(({ erased }) => erased)).toEqual([['contact']]);
  const again = await fileRequest(engine, {
    platformId,
    answers: { basis: 'take-it-down', onBehalfOf: 'self', locationDetails: `beside ${contentId}` },
    code: { code, pin: null },
  });
  expect(again).toMatchObject({ trackingNumber, missing: [] });
  expect(await view()).toMatchObject({ missing: [], standing: { key: 'waiting' } });
});

describe('a case that came through a platform’s form', () => {
  test('is followed by its link until she makes her own code, once; the same code again is a retry', async () => {
    const { caseId, follow } = await fileRequest(engine, { platformId, answers: answers('elsewhere') });
    if (follow === null) throw new Error('no link');
    expect(await caseOfFollow(engine, follow)).toBe(caseId);
    const code = aCode();
    const both = await Promise.all([setCaseCode(engine, hers(caseId), code, null), setCaseCode(second, hers(caseId), aCode(), null)]);
    expect(both.toSorted()).toEqual(['other', 'set']);
    expect(await caseOfFollow(engine, follow)).toBeNull();
    const own = (await caseOfCode(engine, code)) === null ? null : code;
    if (own !== null) expect(await setCaseCode(engine, hers(caseId), own, null)).toBe('set');
    expect(await setCaseCode(engine, hers(caseId), aCode(), null)).toBe('other');
  });

  test('cannot take the code of another case', async () => {
    const one = await aCase();
    const { caseId } = await fileRequest(engine, { platformId, answers: answers('elsewhere') });
    expect(await setCaseCode(engine, hers(caseId), one.code, null)).toBe('taken');
    expect((await caseOfCode(engine, one.code))?.caseId).toBe(one.caseId);
  });
});

test('after all this the ledger is whole', async () => {
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});
