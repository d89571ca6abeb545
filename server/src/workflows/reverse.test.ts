/** Is everything that a decision did put right when it is taken back, and nothing that somebody else relies on? */
import { type KyselyPlugin, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { eventsOf, picturesOf, requestByNumber } from '../store/cases.ts';
import { reportRows } from '../store/report-rows.ts';
import { completeAction } from './complete.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { reverse, writeReversed } from './reverse.ts';
import { screen } from './screen.ts';
import { sweep } from './sweep.ts';
import { aCode, answers, anUpload, aPicture, edited, pdq, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { minutes } from './test-house.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob } = house;

const id = (): string => house.newName();
const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value)));
const file = async (contentId: string, value?: string) =>
  fileRequest(engine, { platformId, answers: answers(contentId, value === undefined ? {} : { fingerprints: [pdq(value)] }) });
const rule = async (
  about: { trackingNumber: string } | { reviewId: string },
  decision: 'remove' | 'keep' | 'refer',
  moderatorId = ada,
): Promise<string> => {
  const grounds =
    'trackingNumber' in about ? { remove: 'valid-request', keep: 'not-depicted' } : { remove: 'same-picture', keep: 'different-picture' };
  const ground = decision === 'refer' ? 'under-18' : grounds[decision];
  return house.decides(about, decision, ground, { moderatorId });
};
const upheld = (decisionId: string) =>
  engine.store.transact(async (tx) =>
    writeReversed(engine, tx, await reverse(engine, tx, { decisionId, because: 'complaint', moderatorId: bob })),
  );
const told = async (contentId: string) => (await house.told(contentId)).map(({ type }) => type);
const toldOf = async (trackingNumber: string) =>
  (await house.feed())
    .filter(({ data, type }) => type.startsWith('request.') && data.trackingNumber === trackingNumber)
    .map(({ type, data }) => [type, data.outcome, data.dueAt]);
const verdictOf = async (contentId: string) =>
  (await engine.store.db.selectFrom('content').select('verdict').where('content_id', '=', contentId).executeTakeFirstOrThrow()).verdict;
const openReviewOf = async (contentId: string) =>
  (
    await engine.store.db
      .selectFrom('review')
      .innerJoin('content', 'content.ref', 'review.ref')
      .select('review.id')
      .where('content_id', '=', contentId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
  )?.id ?? null;
const statesOf = async (trackingNumber: string) => (await picturesOf(engine.store.db, trackingNumber)).map(({ state }) => state);
const requestOf = async (trackingNumber: string) => {
  const request = await requestByNumber(engine.store.db, trackingNumber);
  if (request === null) throw new Error('the request is gone');
  return request;
};
const complete = async (contentId: string, kind = 'content.remove') => {
  const rows = await engine.store.db
    .selectFrom('action')
    .select('id')
    .where('content_id', '=', contentId)
    .where('kind', '=', kind)
    .where('completed_at', 'is', null)
    .execute();
  for (const row of rows) await completeAction(engine, platformId, row.id, {});
};

describe('taken back within the minutes of a slip', () => {
  test('the request is open again in the time it had, the upload is shown again, nothing of it is listed, and she reads the truth', async () => {
    const x = aPicture();
    const [contentId, later] = [id(), id()];
    await show(contentId, x);
    const code = aCode();
    const filed = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { fingerprints: [pdq(edited(x, 12))] }),
      code: { code, pin: null },
    });
    const decisionId = await rule({ trackingNumber: filed.trackingNumber }, 'remove');
    expect(await statesOf(filed.trackingNumber)).toEqual(['active']);
    await complete(contentId);
    const before = await requestOf(filed.trackingNumber);
    house.later(minutes(9));
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');

    expect(await told(contentId)).toEqual(['content.remove', 'content.restore']);
    // What was told is taken back to whoever was told.
    expect(await toldOf(filed.trackingNumber)).toEqual([
      ['request.received', undefined, before.dueAt.toISOString()],
      ['request.decided', 'remove', undefined],
      ['request.reopened', undefined, before.dueAt.toISOString()],
    ]);
    expect(await requestOf(filed.trackingNumber)).toMatchObject({ outcome: null, closedAt: null, dueAt: before.dueAt });
    expect(await statesOf(filed.trackingNumber)).toEqual(['pending']);
    await engine.index.catchUp(engine.store.db);
    expect(await show(later, x)).toMatchObject({ verdict: 'allow', matches: [] });
    const found = await caseOfCode(engine, code);
    const view = found === null ? null : await readCase(engine, found.caseId);
    expect(view?.requests[0]?.standing.key).toBe('waiting');
    expect(view?.requests[0]?.timeline.map(({ key }) => key)).toContain('reversed');

    // Decided and confirmed once more, she reads "gone" once more, and what she sent is listed again.
    await rule({ trackingNumber: filed.trackingNumber }, 'remove', bob);
    expect(await statesOf(filed.trackingNumber)).toEqual(['active']);
    await complete(contentId);
    const kinds = (await eventsOf(engine.store.db, filed)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'removed')).toHaveLength(2);
    expect((await requestOf(filed.trackingNumber)).closedAt).not.toBeNull();
    await sweepAll(engine);
  });

  test('a removal that nobody confirmed is waited for no longer', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const { trackingNumber } = await file(contentId);
    await undoDecision(engine, await rule({ trackingNumber }, 'remove'), ada);
    await rule({ trackingNumber }, 'remove', bob);
    const open = await engine.store.db
      .selectFrom('action')
      .select('id')
      .where('content_id', '=', contentId)
      .where('kind', '=', 'content.remove')
      .where('taken_back_at', 'is', null)
      .executeTakeFirstOrThrow();
    await completeAction(engine, platformId, open.id, {});
    expect((await requestOf(trackingNumber)).closedAt).not.toBeNull();
  });

  test('a refusal too: the request is open again', async () => {
    const { trackingNumber } = await file(id());
    expect(await undoDecision(engine, await rule({ trackingNumber }, 'keep'), ada)).toBe('undone');
    expect(await requestOf(trackingNumber)).toMatchObject({ outcome: null, closedAt: null });
  });

  test('what a match held before is held again, and waits for a person, whichever way the slip went', async () => {
    const x = aPicture();
    const listed = id();
    await show(listed, x);
    await rule({ trackingNumber: (await file(listed)).trackingNumber }, 'remove');
    await engine.index.catchUp(engine.store.db);
    for (const decision of ['remove', 'keep'] as const) {
      const copy = id();
      expect(await show(copy, edited(x, 4))).toMatchObject({ verdict: 'hold' });
      const reviewId = await openReviewOf(copy);
      if (reviewId === null) throw new Error('no review');
      const decisionId = await rule({ reviewId }, decision);
      expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
      expect((await told(copy)).at(-1)).toBe('content.hold');
      expect([await verdictOf(copy), await openReviewOf(copy)]).toEqual(['hold', reviewId]);
      // It can be decided anew.
      await rule({ reviewId }, 'keep', bob);
    }
  });

  test('nobody else may, nor later, nor twice; a referral stays', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const { trackingNumber } = await file(contentId);
    const decisionId = await rule({ trackingNumber }, 'remove');
    expect(await undoDecision(engine, decisionId, bob)).toBe('not-yours');
    house.later(minutes(10));
    expect(await undoDecision(engine, decisionId, ada)).toBe('over');
    expect(await undoDecision(engine, 'no-id', ada)).toBe('unknown');
    const referred = id();
    await show(referred, aPicture());
    const refusal = await rule({ trackingNumber: (await file(referred)).trackingNumber }, 'refer');
    expect(await undoDecision(engine, refusal, ada)).toBe('over');
    const other = await rule({ trackingNumber: (await file(id())).trackingNumber }, 'keep');
    expect([await undoDecision(engine, other, ada), await undoDecision(engine, other, ada)]).toEqual(['undone', 'already']);
  });

  test('of a case that was withdrawn since, nothing is asked again, and the upload is shown', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const code = aCode();
    const { trackingNumber, caseId } = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code, pin: null } });
    const decisionId = await rule({ trackingNumber }, 'remove');
    await engine.store.db
      .updateTable('case_file')
      .set({ withdraw_asked_at: new Date(0) })
      .where('id', '=', caseId)
      .execute();
    expect(await askWithdrawal(engine, caseId, null)).toEqual({ outcome: 'withdrawn' });
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect(await requestOf(trackingNumber)).toMatchObject({ outcome: 'withdrawn' });
    expect((await told(contentId)).at(-1)).toBe('content.restore');
  });
});

describe('taken back after a complaint', () => {
  test('the request is refused by a decision of its own, and copies that were held or removed because of it are shown again', async () => {
    const x = aPicture();
    const [contentId, held, removed, stranger] = [id(), id(), id(), id()];
    await show(contentId, x);
    const { trackingNumber } = await file(contentId);
    const decisionId = await rule({ trackingNumber }, 'remove');
    await complete(contentId);
    await engine.index.catchUp(engine.store.db);
    await show(held, edited(x, 3));
    await show(removed, edited(x, 5));
    await show(stranger, aPicture());
    const reviewId = await openReviewOf(removed);
    if (reviewId === null) throw new Error('no review');
    await rule({ reviewId }, 'remove');
    await complete(removed);
    await sweepAll(engine);

    await upheld(decisionId);
    for (const one of [contentId, held, removed]) expect([one, (await told(one)).at(-1)]).toEqual([one, 'content.restore']);
    expect(await told(stranger)).toEqual([]);
    expect([await verdictOf(held), await openReviewOf(held)]).toEqual(['allow', null]);
    expect(await requestOf(trackingNumber)).toMatchObject({ outcome: 'keep' });
    expect((await toldOf(trackingNumber)).map(([type, outcome]) => [type, outcome]).slice(1)).toEqual([
      ['request.decided', 'remove'],
      ['request.decided', 'keep'],
    ]);
    await engine.index.catchUp(engine.store.db);
    expect(await show(id(), x)).toMatchObject({ verdict: 'allow', matches: [] });
    const events = await eventsOf(engine.store.db, await requestOf(trackingNumber));
    expect(events.slice(-2)).toMatchObject([
      { kind: 'reversed', because: 'complaint' },
      { kind: 'decided', decision: 'keep', ground: 'after-complaint' },
    ]);
    const decisions = await engine.store.db
      .selectFrom('decision')
      .select(['outcome', 'moderator_id', 'reversed_by'])
      .where('tracking_number', '=', trackingNumber)
      .orderBy('decided_at')
      .execute();
    expect(decisions).toEqual([
      { outcome: 'remove', moderator_id: ada, reversed_by: bob },
      { outcome: 'keep', moderator_id: bob, reversed_by: null },
    ]);
  });

  test('a picture that the requester claims as well is in dispute, and matches nobody', async () => {
    const x = aPicture();
    const contentId = id();
    await show(contentId, x);
    const { trackingNumber } = await file(contentId, edited(x, 8));
    await upheld(await rule({ trackingNumber }, 'remove'));
    expect(await statesOf(trackingNumber)).toEqual(['disputed']);
    await engine.index.catchUp(engine.store.db);
    expect(await show(id(), x)).toMatchObject({ verdict: 'allow', matches: [] });
    await sweepAll(engine);
  });

  test('what another request wants down as well stays down, and that one still waits for its removal', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const [first, second] = [await file(contentId), await file(contentId)];
    const decisionId = await rule({ trackingNumber: first.trackingNumber }, 'remove');
    await rule({ trackingNumber: second.trackingNumber }, 'remove');
    await upheld(decisionId);
    // It is the other one's from now on.
    expect(await told(contentId)).toEqual(['content.remove', 'content.remove']);
    expect(await requestOf(second.trackingNumber)).toMatchObject({ outcome: 'remove', closedAt: null });
    await complete(contentId);
    expect((await requestOf(second.trackingNumber)).closedAt).not.toBeNull();
  });

  test('the same filing under other laws goes with it', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const filed = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { declarations: { 'digital-services-act': { accurate: true } } }),
      bases: ['take-it-down', 'digital-services-act'],
      chosen: [],
    });
    await upheld(await rule({ trackingNumber: filed.trackingNumber }, 'remove'));
    for (const { trackingNumber } of filed.requests) expect((await requestOf(trackingNumber)).outcome).toBe('keep');
  });

  test('a referral is never taken back, nor the same decision twice', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const referred = await rule({ trackingNumber: (await file(contentId)).trackingNumber }, 'refer');
    await expect(upheld(referred)).rejects.toMatchObject({ code: 'decision/final' });
    const other = id();
    await show(other, aPicture());
    const decisionId = await rule({ trackingNumber: (await file(other)).trackingNumber }, 'remove');
    await upheld(decisionId);
    await expect(upheld(decisionId)).rejects.toMatchObject({ code: 'decision/final' });
  });

  test('what was referred since is not shown again', async () => {
    const x = aPicture();
    const contentId = id();
    await show(contentId, x);
    const first = await file(contentId);
    const second = await file(contentId);
    const decisionId = await rule({ trackingNumber: first.trackingNumber }, 'remove');
    await rule({ trackingNumber: second.trackingNumber }, 'refer');
    await upheld(decisionId);
    expect(await told(contentId)).not.toContain('content.restore');
  });
});

describe('taken back at the moment at which something meets what it listed', () => {
  const listed = async () => {
    const picture = aPicture();
    const [contentId, copy] = [id(), id()];
    await show(copy, edited(picture, 3));
    house.later(minutes(1));
    await show(contentId, picture);
    const { trackingNumber } = await file(contentId);
    const decisionId = await rule({ trackingNumber }, 'remove');
    await house.second.index.catchUp(engine.store.db);
    const { rows } = await sql<{ seq: number }>`select max(seq) as seq from bank_change`.execute(engine.store.db);
    return { picture, copy, decisionId, seq: rows[0]?.seq ?? 0 };
  };
  /** The engine, stopped once in a transaction, when it has read which uploads wait because of an item. */
  const onceItHasLooked = (then: () => Promise<void>): Engine => {
    let isOver = false;
    const looks = new WeakSet<object>();
    const plugin: KyselyPlugin = {
      transformQuery: ({ node, queryId }) => {
        if (node.kind === 'RawNode' && node.sqlFragments.join('').includes('"reviewId" from review')) looks.add(queryId);
        return node;
      },
      transformResult: async ({ result, queryId }) => {
        if (looks.has(queryId) && !isOver) {
          isOver = true;
          await then();
        }
        return result;
      },
    };
    const { store } = engine;
    return {
      ...engine,
      store: { ...store, transact: (work, plans) => store.transact((tx) => work({ ...tx, sql: tx.sql.withPlugin(plugin) }), plans) },
    };
  };
  /** A sweep that says when its first upload is written, and then waits for nobody. */
  const sweeping = (seq: number): { readonly first: Promise<void>; readonly all: Promise<unknown> } => {
    const first = Promise.withResolvers<void>();
    const { store } = house.second;
    const told: Engine = {
      ...house.second,
      store: {
        ...store,
        transact: async (work, plans) => {
          const done = await store.transact(work, plans);
          first.resolve();
          return done;
        },
      },
    };
    return { first: first.promise, all: sweep(told, [seq]) };
  };
  const isFree = async (contentId: string) => {
    expect([await verdictOf(contentId), await openReviewOf(contentId)]).toEqual(['allow', null]);
    const { rows } = await sql`select 1 from match join content using (ref) where content_id = ${contentId}`.execute(engine.store.db);
    expect(rows).toEqual([]);
  };

  test('its sweep had read it as listed and writes afterwards: nothing is held', async () => {
    const { copy, decisionId, seq } = await listed();
    const { store } = house.second;
    const late: Engine = {
      ...house.second,
      store: {
        ...store,
        transact: async (work, plans) => {
          await undoDecision(engine, decisionId, ada);
          return store.transact(work, plans);
        },
      },
    };
    await sweep(late, [seq]);
    await isFree(copy);
    expect(await told(copy)).toEqual([]);
    await sweepAll(engine);
  });

  test('its sweep writes when it has been looked who waits: what was held is given back by the sweep of taking it back', async () => {
    const { copy, decisionId, seq } = await listed();
    let all: Promise<unknown> | undefined;
    const undoing = onceItHasLooked(async () => {
      const running = sweeping(seq);
      all = running.all;
      await running.first;
    });
    expect(await undoDecision(undoing, decisionId, ada)).toBe('undone');
    await all;
    expect(await told(copy)).toEqual(['content.hold']);
    await sweepAll(engine);
    await isFree(copy);
    expect(await told(copy)).toEqual(['content.hold', 'content.restore']);
  });

  test('an upload is screened then, and held by the answer: it is given back, too', async () => {
    const { picture, decisionId } = await listed();
    const upload = id();
    const undoing = onceItHasLooked(async () => {
      expect(await screen(house.second, platformId, anUpload(upload, pdq(edited(picture, 5))))).toMatchObject({ verdict: 'hold' });
    });
    expect(await undoDecision(undoing, decisionId, ada)).toBe('undone');
    await sweepAll(engine);
    await isFree(upload);
    expect(await told(upload)).toEqual(['content.restore']);
  });
});

test('the ledger holds it all together', async () => {
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});

test('an upload that is removed, taken back, and removed again is one upload in the report; a slip is none', async () => {
  const [contentId, slip] = [id(), id()];
  const { from, to } = { from: new Date(house.now().getTime() - 1), to: new Date(house.now().getTime() + minutes(60)) };
  const removals = async () => (await reportRows(engine.store.db, platformId, { kind: 'month', key: 'now', from, to })).removals;
  const before = (await removals()).length;
  for (const one of [contentId, slip]) await show(one, aPicture());
  const { trackingNumber } = await file(contentId);
  const slipped = await rule({ trackingNumber: (await file(slip)).trackingNumber }, 'remove');
  const first = await rule({ trackingNumber }, 'remove');
  for (const one of [contentId, slip]) await complete(one);
  for (const decisionId of [first, slipped]) expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
  expect(await removals()).toHaveLength(before);
  const second = await rule({ trackingNumber }, 'remove');
  await complete(contentId);
  await upheld(second);
  await rule({ trackingNumber: (await file(contentId)).trackingNumber }, 'remove');
  await complete(contentId);
  expect(await removals()).toHaveLength(before + 1);
});
