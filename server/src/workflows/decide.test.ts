/** Does a decision list what was looked at and nothing else, once, whoever decides at the same time? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { feedAfter } from '../outbox/feed.ts';
import { filesOf, picturesOf } from '../store/cases.ts';
import { contentById } from '../store/content.ts';
import { amendRequest } from './amend-request.ts';
import { completeAction } from './complete.ts';
import { decide, type Ruled } from './decide.ts';
import { openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { aCode, aModerator, answers, anUpload, aPicture, edited, pdq, sha256, sweepAll, urlOf } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';
import { interrupted } from './test-meanwhile.ts';
import { tick } from './tick.ts';

let house: TestEngine;
let engine: Engine;
let second: Engine;
let platformId: string;
let ada: string;
let bob: string;

beforeAll(async () => {
  house = await openTestEngine();
  ({ engine, platformId } = house);
  second = await house.another();
  [ada, bob] = [await aModerator(engine, 'Ada'), await aModerator(engine, 'Bob')];
});

afterAll(() => house.close());

let made = 0;
const id = (): string => {
  made += 1;
  return `post-${made}`;
};
const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value)));
const rule = (
  trackingNumber: string,
  decision: 'remove' | 'keep',
  more: { by?: Engine; who?: string; unscreened?: string[] } = {},
): Promise<Ruled> =>
  decide(more.by ?? engine, {
    about: { trackingNumber },
    decision,
    ground: decision === 'remove' ? 'valid-request' : 'not-depicted',
    note: 'seen',
    moderatorId: more.who ?? ada,
    ...(more.unscreened === undefined ? {} : { unscreened: more.unscreened }),
  });
const toldAbout = async (trackingNumber: string) =>
  (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(({ data }) => data.trackingNumber === trackingNumber);
const actionsOf = (trackingNumber: string) =>
  engine.store.db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .selectAll('action')
    .where('decision.tracking_number', '=', trackingNumber)
    .orderBy('action.opened_at')
    .execute();
const picturesOfHers = (trackingNumber: string) => picturesOf(engine.store.db, trackingNumber);

describe('a claimant’s own fingerprints', () => {
  test('of another picture than the one she points at list nothing, however the request is decided', async () => {
    const [x, y] = [aPicture(), aPicture()];
    const contentId = id();
    await show(contentId, x);
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { fingerprints: [pdq(y), sha256(y)] }),
    });
    await rule(trackingNumber, 'remove');
    await sweepAll(engine);
    expect(await show(id(), y)).toMatchObject({ verdict: 'allow', matches: [] });
    expect(await screen(engine, platformId, anUpload(id(), sha256(y)))).toMatchObject({ verdict: 'allow', matches: [] });
    expect(await show(id(), x)).toMatchObject({ verdict: 'hold' });
    expect((await picturesOfHers(trackingNumber)).map(({ state }) => state)).toEqual(['pending']);
  });

  test('that a moderator’s look proves are listed; those beside them in one item stay hers and list nothing', async () => {
    const [x, y] = [aPicture(), aPicture()];
    const contentId = id();
    await show(contentId, x);
    const hers = edited(x, 30, 128);
    // One picture by its views: the proved whole, and a turn that belongs to something else.
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { fingerprints: [pdq(hers), pdq(y, 'rotate90'), sha256(y)] }),
    });
    expect(await picturesOfHers(trackingNumber)).toHaveLength(1);
    await rule(trackingNumber, 'remove');
    const pictures = await picturesOfHers(trackingNumber);
    expect(
      pictures.map(({ state, fingerprints }) => [state, fingerprints.map(({ kind, value }) => `${kind} ${value}`)]).toSorted(),
    ).toEqual([
      ['active', [`pdq ${hers}`]],
      ['pending', [`pdq ${y}`, `sha256 ${y}`]],
    ]);
    expect(await show(id(), y)).toMatchObject({ verdict: 'allow' });
    expect(await screen(engine, platformId, anUpload(id(), sha256(y)))).toMatchObject({ verdict: 'allow' });
    // Near hers and far from the upload: only her own code reaches it, and nobody has looked at what lies there.
    expect(await show(id(), edited(hers, 20, 1))).toMatchObject({ verdict: 'review', matches: [{ kind: 'pdq', distance: 20 }] });
    // Near both: the code that a person looked at holds, whichever is nearer.
    expect(await show(id(), hers)).toMatchObject({ verdict: 'hold' });
    expect(await show(id(), edited(x, 20, 128))).toMatchObject({ verdict: 'hold' });
    await sweepAll(engine);
  });

  test('and the upload that proves them are one picture: one item with two claims, and a later copy meets one', async () => {
    const x = aPicture();
    const [one, two] = [id(), id()];
    await show(one, x);
    await show(two, edited(x, 10, 64));
    const before = id();
    await show(before, edited(x, 12));
    const { trackingNumber, caseId } = await fileRequest(engine, {
      platformId,
      answers: answers(one, {
        locations: [urlOf(one), urlOf(two)],
        // Two files of the one picture, sent in this order, and one of another.
        fingerprints: [pdq(edited(x, 4)), sha256(aPicture()), pdq(edited(x, 8)), pdq(aPicture())],
      }),
    });
    expect((await picturesOfHers(trackingNumber)).map(({ fingerprints }) => fingerprints[0]?.value).slice(0, 2)).toEqual([
      edited(x, 4),
      edited(x, 8),
    ]);
    const sent = { pictures: 3, videos: 0, others: 0 };
    expect(await filesOf(engine.store.db, trackingNumber)).toEqual(sent);
    await rule(trackingNumber, 'remove');
    // She reads of as many, and each keeps its number: of the first a part is listed, the second is all in the listed item.
    expect(await filesOf(engine.store.db, trackingNumber)).toEqual(sent);
    const numbered = (await picturesOfHers(trackingNumber)).map(({ number, state }) => `${number} ${state}`);
    expect(numbered.toSorted()).toEqual(['1 active', '1 pending', '2 active', '3 pending']);
    const again = await show(id(), edited(x, 6));
    expect(again).toMatchObject({ verdict: 'hold', matches: [{ source: 'decision' }] });
    expect(again.matches).toHaveLength(1);
    const [listed] = await engine.store.db
      .selectFrom('request_item')
      .innerJoin('item', 'item.id', 'request_item.item_id')
      .select('item.id')
      .where('tracking_number', '=', trackingNumber)
      .where('state', '=', 'active')
      .execute();
    const claims = await engine.store.db
      .selectFrom('claim')
      .selectAll()
      .where('item_id', '=', listed?.id ?? '')
      .execute();
    expect(claims.map(({ kind, case_id }) => [kind, case_id]).toSorted()).toEqual([
      ['case', caseId],
      ['decision', null],
    ]);
    // The sweep finds the copy that was there before, once, and asks nothing about the two that the item was made from.
    expect(await sweepAll(engine)).toBe(1);
    const matches = await engine.store.db
      .selectFrom('match')
      .innerJoin('content', 'content.ref', 'match.ref')
      .select(['content.content_id', 'match.settled'])
      .where('content.content_id', 'in', [one, two, before])
      .execute();
    expect(matches.toSorted((a, b) => a.content_id.localeCompare(b.content_id))).toEqual(
      [one, two, before]
        .toSorted((a, b) => a.localeCompare(b))
        .map((content_id) => ({ content_id, settled: content_id === before ? null : 'remove' })),
    );
  });

  test('are not listed by a refusal', async () => {
    const x = aPicture();
    const contentId = id();
    await show(contentId, x);
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId, { fingerprints: [pdq(x)] }) });
    await rule(trackingNumber, 'keep');
    expect(await show(id(), x)).toMatchObject({ verdict: 'allow' });
  });
});

describe('two at once', () => {
  test('a page that is opened while the service confirms tells of the time before, whole, and waits for nothing', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    await rule(trackingNumber, 'remove', { by: engine, who: ada });
    const [action] = await actionsOf(trackingNumber);
    // The service confirms when the page has read what happened, and not yet where the upload stands.
    const { engine: slow, ended } = interrupted(second, { kind: 'select', table: 'case_event' }, () =>
      completeAction(engine, platformId, action?.id ?? '', {}),
    );
    const page = await openOnDesk(slow, ada, trackingNumber);
    expect([page?.clock.state === 'stopped', page?.uploads[0]?.standing]).toEqual([false, 'removal-ordered']);
    await ended();
    const after = await openOnDesk(engine, ada, trackingNumber);
    expect([after?.clock.state, after?.uploads[0]?.standing]).toEqual(['stopped', 'removed']);
  });

  test('moderators: one decides, the other is told who did', async () => {
    for (let round = 0; round < 5; round += 1) {
      const contentId = id();
      await show(contentId, aPicture());
      const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
      const both = await Promise.all([
        rule(trackingNumber, 'remove', { by: engine, who: ada }),
        rule(trackingNumber, round % 2 === 0 ? 'keep' : 'remove', { by: second, who: bob }),
      ]);
      expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'decided']);
      const winner = both[0].outcome === 'decided' ? 'Ada' : 'Bob';
      expect(both).toContainEqual({ outcome: 'already', decidedBy: winner, at: expect.any(Date) });
      expect((await toldAbout(trackingNumber)).filter(({ type }) => type === 'request.decided')).toHaveLength(1);
    }
  });

  test('a request and the review of its upload are decided without waiting for each other for ever', async () => {
    const x = aPicture();
    const listed = id();
    await show(listed, x);
    await rule((await fileRequest(engine, { platformId, answers: answers(listed) })).trackingNumber, 'remove');
    for (let round = 0; round < 5; round += 1) {
      const contentId = id();
      await show(contentId, x);
      const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
      const open = async () =>
        engine.store.db
          .selectFrom('review')
          .innerJoin('content', 'content.ref', 'review.ref')
          .select('review.id')
          .where('content.content_id', '=', contentId)
          .where('review.closed_at', 'is', null)
          .execute();
      const [review] = await open();
      const [one, two] = await Promise.all([
        rule(trackingNumber, 'remove'),
        decide(second, { about: { reviewId: review?.id ?? '' }, decision: 'remove', ground: 'same-picture', note: '', moderatorId: bob }),
      ]);
      expect(one.outcome).toBe('decided');
      expect(['decided', 'already']).toContain(two.outcome);
      expect(await open()).toEqual([]);
    }
    await sweepAll(engine);
  });

  test('completions: each is noted once, and the request is removed once, by the last', async () => {
    const [one, two] = [id(), id()];
    await show(one, aPicture());
    await show(two, aPicture());
    const code = aCode();
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(one, { locations: [urlOf(one), urlOf(two)] }),
      code: { code, pin: null },
    });
    await rule(trackingNumber, 'remove');
    const actions = await actionsOf(trackingNumber);
    expect(actions).toHaveLength(2);
    const standing = async () => {
      const opened = await caseOfCode(engine, code);
      return (await readCase(engine, opened?.caseId ?? ''))?.requests[0]?.standing.key;
    };
    const [first, last] = actions;
    const times = await Promise.all(
      [engine, second, engine].map((by) => completeAction(by, platformId, first?.id ?? '', { purged: ['original'] })),
    );
    expect(new Set(times.map(({ completedAt }) => completedAt.getTime())).size).toBe(1);
    expect(await standing()).toBe('being-removed');
    await Promise.all([engine, second].map((by) => completeAction(by, platformId, last?.id ?? '', {})));
    expect(await standing()).toBe('removed');
    const events = await engine.store.db
      .selectFrom('case_event')
      .select('kind')
      .where('tracking_number', '=', trackingNumber)
      .orderBy('id')
      .execute();
    expect(events.filter(({ kind }) => kind === 'removed')).toHaveLength(1);
    const acts = await engine.store.db.selectFrom('ledger').selectAll().where('act', '=', 'action.completed').execute();
    expect(acts.filter(({ subjects }) => actions.some((action) => action.id === subjects['action']))).toHaveLength(2);
    await sweepAll(engine);
  });

  test('the last two completions of a request at once close it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [id(), id()];
      await show(one, aPicture());
      await show(two, aPicture());
      const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(one, { locations: [urlOf(one), urlOf(two)] }) });
      await rule(trackingNumber, 'remove');
      const actions = await actionsOf(trackingNumber);
      await Promise.all(actions.map((action, place) => completeAction(place === 0 ? engine : second, platformId, action.id, {})));
      const row = await engine.store.db
        .selectFrom('request')
        .select('closed_at')
        .where('tracking_number', '=', trackingNumber)
        .executeTakeFirstOrThrow();
      expect(row.closed_at).not.toBeNull();
    }
    await sweepAll(engine);
  });
});

describe('what was never screened', () => {
  test('is removed by the address that the moderator confirmed, with nothing listed', async () => {
    const url = 'https://forum.example/unknown/1#top';
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('none', { locations: [url] }) });
    expect(await rule(trackingNumber, 'remove')).toEqual({ outcome: 'nothing-to-remove' });
    expect(await rule(trackingNumber, 'remove', { unscreened: [url, 'post-elsewhere'] })).toMatchObject({ outcome: 'decided' });
    const removals = (await toldAbout(trackingNumber)).filter(({ type }) => type === 'content.remove').map(({ data }) => data);
    expect(removals).toMatchObject([{ url }, { contentId: 'post-elsewhere' }]);
    expect(removals[0]?.contentId).toBeUndefined();
    for (const action of await actionsOf(trackingNumber)) await completeAction(engine, platformId, action.id, {});
    const row = await engine.store.db
      .selectFrom('request')
      .select('closed_at')
      .where('tracking_number', '=', trackingNumber)
      .executeTakeFirstOrThrow();
    expect(row.closed_at).not.toBeNull();
  });

  test('but was after all, under the id or address that the moderator names, is listed and removed once', async () => {
    const [one, two] = [id(), id()];
    const [x, y] = [aPicture(), aPicture()];
    await show(one, x);
    await show(two, y);
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers('none', { locations: ['https://forum.example/typo'] }),
    });
    await rule(trackingNumber, 'remove', { unscreened: [one, urlOf(two)] });
    expect(
      (await toldAbout(trackingNumber))
        .filter(({ type }) => type === 'content.remove')
        .map(({ data }) => data.contentId)
        .toSorted(),
    ).toEqual([one, two].toSorted());
    expect(await show(id(), x)).toMatchObject({ verdict: 'hold' });
    expect(await show(id(), y)).toMatchObject({ verdict: 'hold' });
    await sweepAll(engine);
  });

  test('and was screened after the request came in, is found at the decision and kept until it is closed', async () => {
    const contentId = id();
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    await show(contentId, aPicture());
    await rule(trackingNumber, 'remove');
    const ref = (await contentById(engine.store.db, platformId, contentId))?.ref ?? '';
    await forgetContent(engine, platformId, contentId, 'erased');
    expect(await engine.store.db.selectFrom('content').select('ref').where('ref', '=', ref).execute()).toHaveLength(1);
    await sweepAll(engine);
  });
});

describe('gone is said', () => {
  const stateOf = async (code: ReturnType<typeof aCode>) => {
    const found = await caseOfCode(engine, code);
    const view = found === null ? null : await readCase(engine, found.caseId);
    return view?.requests[0]?.standing;
  };

  test('of three hundred places only when each of them is confirmed, and never of those that were left out', async () => {
    const places = Array.from({ length: 300 }, (_, n) => `https://forum.example/many/${n}`);
    const code = aCode();
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers('none', { locations: places }),
      code: { code, pin: null },
    });
    await rule(trackingNumber, 'remove', { unscreened: places.slice(0, 290) });
    const actions = await actionsOf(trackingNumber);
    expect(actions).toHaveLength(290);
    for (const action of actions.slice(1)) await completeAction(engine, platformId, action.id, {});
    expect(await stateOf(code)).toMatchObject({ key: 'being-removed' });
    await completeAction(engine, platformId, actions[0]?.id ?? '', {});
    expect(await stateOf(code)).toMatchObject({
      key: 'removed',
      sentence:
        'The service says that the picture is gone where it acted. It did not act on 10 of the places that you named. You can ask again about them and say more.',
    });
  });

  test('to a second person only when the removal that the first one’s request ordered is confirmed, and it is ordered once', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const [first, code] = [await fileRequest(engine, { platformId, answers: answers(contentId) }), aCode()];
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code, pin: null } });
    await rule(first.trackingNumber, 'remove');
    await rule(trackingNumber, 'remove');
    expect(await actionsOf(trackingNumber)).toEqual([]);
    expect(await stateOf(code)).toMatchObject({ key: 'being-removed' });
    await tick(engine);
    expect(await stateOf(code)).toMatchObject({ key: 'being-removed' });
    const [action] = await actionsOf(first.trackingNumber);
    await completeAction(engine, platformId, action?.id ?? '', {});
    expect(await stateOf(code)).toMatchObject({ key: 'removed' });
    const rows = await engine.store.db
      .selectFrom('request')
      .select('closed_at')
      .where('tracking_number', 'in', [first.trackingNumber, trackingNumber])
      .execute();
    expect(rows.every(({ closed_at }) => closed_at !== null)).toBe(true);
    await sweepAll(engine);
  });

  test('after a look at the clocks where two transactions at once left a request open', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const code = aCode();
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code, pin: null } });
    await rule(trackingNumber, 'remove');
    await engine.store.db.updateTable('action').set({ completed_at: new Date() }).where('content_id', '=', contentId).execute();
    await tick(engine);
    expect(await stateOf(code)).toMatchObject({ key: 'removed' });
    await sweepAll(engine);
  });
});

test('refusing a request gives nothing back that is held for another reason', async () => {
  const x = aPicture();
  const listed = id();
  await show(listed, x);
  await rule((await fileRequest(engine, { platformId, answers: answers(listed) })).trackingNumber, 'remove');
  // The uploader asks for the removal of his own held copy, badly, so that it is refused.
  const contentId = id();
  expect(await show(contentId, x)).toMatchObject({ verdict: 'hold' });
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  expect(await rule(trackingNumber, 'keep')).toMatchObject({ outcome: 'decided' });
  expect((await toldAbout(trackingNumber)).map(({ type }) => type)).toEqual(['request.received', 'request.decided']);
  expect(await show(contentId, x)).toMatchObject({ verdict: 'hold', reviewPending: true });
  await sweepAll(engine);
});

test('a ground that does not fit, an unknown number and an unknown review are refused, and nothing is written', async () => {
  const contentId = id();
  await show(contentId, aPicture());
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  await expect(
    decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'valid-request', note: '', moderatorId: ada }),
  ).rejects.toThrow(RangeError);
  for (const about of [
    { trackingNumber: 'LK-0000-0000-0000-0' },
    { trackingNumber: '\u0000' },
    { trackingNumber: 'x'.repeat(1000) },
    { reviewId: 'no-uuid' },
    { reviewId: ada },
  ])
    await expect(decide(engine, { about, decision: 'remove', ground: 'valid-request', note: '', moderatorId: ada })).rejects.toMatchObject({
      code: 'request/unknown',
    });
  expect(await actionsOf(trackingNumber)).toEqual([]);
});

test('another platform’s action, and one that is none, cannot be completed', async () => {
  const contentId = id();
  await show(contentId, aPicture());
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  await rule(trackingNumber, 'remove');
  const [action] = await actionsOf(trackingNumber);
  for (const [platform, actionId] of [
    [ada, action?.id ?? ''],
    [platformId, 'no-uuid'],
    [platformId, ada],
  ] as const)
    await expect(completeAction(engine, platform, actionId, {})).rejects.toMatchObject({ code: 'action/unknown' });
  await expect(amendRequest(engine, { platformId: ada }, trackingNumber, {})).rejects.toMatchObject({ code: 'request/unknown' });
});

test('after all this the ledger is whole', async () => {
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});
