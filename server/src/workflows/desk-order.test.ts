/** In which order do filings wait, who has which, and what may happen before anybody has decided? */
import { type BasisId, type Filer, serviceByDefault } from '@likeness/casework';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { leaveToColleague } from './desk-break.ts';
import { lookedAtMs, queuedRequests } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { deskReview } from './desk-review.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { screen } from './screen.ts';
import { setServiceLaw } from './service-facts.ts';
import { aCode, aModerator, answers, anUpload, aPicture, pdq, sweepAll } from './test-cast.ts';
import { hours, minutes, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
let engine: Engine;
let platformId: string;
let ada: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, moderatorId: ada } = house);
});
afterAll(() => house.close());

const file = (contentId: string, address?: string) =>
  fileRequest(engine, { platformId, answers: answers(contentId), ...(address === undefined ? {} : { source: { address } }) });
const queue = async (pileId: string | null = null) => (await queuedRequests(engine.store.db, null, 1000, { isYoung: false, pileId })).rows;
const acts = async (act: string) => engine.store.db.selectFrom('ledger').select('subjects').where('act', '=', act).execute();

test('the next to decide is the one due first, of those to be referred and of all others', async () => {
  const filed = async (contentId: string, isYoung: boolean) => {
    house.later(minutes(5));
    return (await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung }) })).trackingNumber;
  };
  const first = await filed('due-first', false);
  const young = await filed('due-second', true);
  const last = await filed('due-last', false);
  const nextOf = async (number: string) => {
    house.later(lookedAtMs);
    return (await openOnDesk(engine, ada, number))?.next;
  };
  expect(await nextOf(young)).toEqual({ kind: 'request', trackingNumber: first });
  expect(await nextOf(first)).toEqual({ kind: 'request', trackingNumber: young });
  expect(await nextOf(last)).toEqual({ kind: 'request', trackingNumber: first });
  const said = { note: '', moderatorId: ada };
  for (const trackingNumber of [first, last])
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', ...said });
  await decide(engine, { about: { trackingNumber: young }, decision: 'refer', ground: 'perhaps-under-18', ...said });
});

test('after a match the next one follows, unless the time of a request has passed: that comes first, and not twice in turn', async () => {
  for (const name of ['met-1', 'met-2']) {
    const picture = aPicture();
    await screen(engine, platformId, anUpload(name, pdq(picture)));
    const { trackingNumber } = await file(name);
    const by = { ground: 'valid-request', note: '', moderatorId: ada };
    await decide(engine, { about: { trackingNumber }, decision: 'remove', ...by });
    await sweepAll(engine);
    await engine.index.catchUp(engine.store.db);
    await screen(engine, platformId, anUpload(`${name}-again`, pdq(picture)));
  }
  const [first, second] = (
    await engine.store.db.selectFrom('review').select('id').where('closed_at', 'is', null).orderBy('opened_at').orderBy('id').execute()
  ).map(({ id }) => id);
  const { trackingNumber } = await file('beside-matches');
  const next = async () => (await deskReview(engine, first ?? '', true, ada))?.next;
  expect(await next()).toEqual({ kind: 'review', reviewId: second });
  house.later(hours(49));
  expect(await next()).toEqual({ kind: 'request', trackingNumber });
  await openOnDesk(engine, ada, trackingNumber);
  expect(await next()).toEqual({ kind: 'review', reviewId: second });
  await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', note: '', moderatorId: ada });
  for (const reviewId of [first, second])
    await decide(engine, {
      about: { reviewId: reviewId ?? '' },
      decision: 'keep',
      ground: 'different-picture',
      note: '',
      moderatorId: ada,
    });
});

test('the next to decide is the most urgent that she has not just left: never one behind it, and never the same two in turn', async () => {
  const filed = async (contentId: string, isYoung = false) => {
    house.later(minutes(1));
    return (await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung }) })).trackingNumber;
  };
  const dueAt = (trackingNumber: string, due_at: Date) =>
    engine.store.db.updateTable('request').set({ due_at }).where('tracking_number', '=', trackingNumber).execute();
  const nextOf = async (number: string) => {
    const next = (await openOnDesk(engine, ada, number))?.next;
    return next?.kind === 'request' ? next.trackingNumber : next;
  };
  const [first, young, second, third] = [await filed('most-1'), await filed('most-2', true), await filed('most-3'), await filed('most-4')];
  // None comes straight back: two of two lists would send her to and fro.
  expect([await nextOf(first), await nextOf(young), await nextOf(second)]).toEqual([young, second, third]);
  // All were looked at: from the head again.
  expect(await nextOf(third)).toBe(first);
  // Filed while her page was open, and overdue: before all that stands behind her place.
  const order = await filed('most-overdue');
  await dueAt(order, new Date(house.now().getTime() - hours(1)));
  expect(await nextOf(second)).toBe(order);
  // She left it undecided, so it does not come at once, but it does before what is less urgent.
  await nextOf(order);
  expect(await nextOf(first)).not.toBe(order);
  house.later(lookedAtMs);
  expect(await nextOf(second)).toBe(order);
  // Left to a colleague, it does not come again.
  await leaveToColleague(engine, ada, { trackingNumber: order });
  expect(await nextOf(second)).toBe(first);
  const said = { note: '', moderatorId: ada };
  for (const trackingNumber of [first, second, third, order])
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', ...said });
  await decide(engine, { about: { trackingNumber: young }, decision: 'refer', ground: 'perhaps-under-18', ...said });
});

describe('a flood', () => {
  test('from one source shows three of its filings and counts the rest, so that a later one from elsewhere stands right behind them', async () => {
    for (let n = 0; n < 12; n += 1) await file(`flood-${n}`, '192.0.2.7');
    house.later(1);
    const real = await file('the-real-one', '198.51.100.3');
    const rows = await queue();
    expect(rows.slice(0, 4).map(({ trackingNumber, pile }) => [trackingNumber === real.trackingNumber, pile?.size ?? null])).toEqual([
      [false, 12],
      [false, 12],
      [false, 12],
      [true, null],
    ]);
    const all = await queue(rows[0]?.pile?.id ?? '');
    expect(all).toHaveLength(12);
    expect((await queuedRequests(engine.store.db, null, 10)).total).toBe(13);
    // Each decided one gives its place to the next: none is out of sight for ever.
    for (const { trackingNumber } of rows.slice(0, 3))
      await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', note: '', moderatorId: ada });
    expect((await queue()).filter(({ pile }) => pile !== null)).toHaveLength(3);
  });

  test('about one place is linked to the first that named it, and each keeps its own number, time and decision', async () => {
    const first = await file('same-post');
    house.later(minutes(5));
    const others = [await file('same-post'), await file('same-post')];
    const rows = await queue();
    for (const { trackingNumber } of others)
      expect(rows.find((row) => row.trackingNumber === trackingNumber)?.linkedTo).toBe(first.trackingNumber);
    const desk = await openOnDesk(engine, ada, others[0]?.trackingNumber ?? '');
    expect(desk?.aboutTheSame).toEqual(
      [first.trackingNumber, others[1]?.trackingNumber].toSorted((a, b) =>
        a === first.trackingNumber ? -1 : b === first.trackingNumber ? 1 : 0,
      ),
    );
    await decide(engine, {
      about: { trackingNumber: first.trackingNumber },
      decision: 'keep',
      ground: 'not-depicted',
      note: '',
      moderatorId: ada,
    });
    expect((await queue()).filter(({ trackingNumber }) => others.some((one) => one.trackingNumber === trackingNumber))).toHaveLength(2);
  });

  test('about one place never hides the person herself, who acts for her, a trusted flagger or an authority: only those who saw it are one row', async () => {
    const from = (onBehalfOf: Filer, n: number) =>
      fileRequest(engine, {
        platformId,
        answers: answers('piled-post', { basis: 'digital-services-act', onBehalfOf, signature: `Filer ${n}` }),
      });
    const bystanders = [];
    for (let n = 0; n < 5; n += 1) bystanders.push(await from('user', n));
    house.later(minutes(1));
    const others = [];
    for (const [n, filer] of (['trusted-flagger', 'self', 'agent', 'authority'] as const).entries()) others.push(await from(filer, 10 + n));
    const rows = await queue();
    const shown = (some: readonly { trackingNumber: string }[]) =>
      rows.filter(({ trackingNumber }) => some.some((one) => one.trackingNumber === trackingNumber));
    expect(shown(bystanders).map(({ pile }) => pile?.size)).toEqual([5, 5, 5]);
    expect(shown(others).map(({ pile, linkedTo }) => [pile, linkedTo === null])).toEqual(others.map(() => [null, false]));
    // Nor are they behind her where she was first.
    await file('hers-first');
    for (let n = 0; n < 4; n += 1)
      await fileRequest(engine, { platformId, answers: answers('hers-first', { onBehalfOf: 'user', signature: `Filer ${n}` }) });
    expect((await queue()).filter(({ pile }) => pile?.size === 4)).toHaveLength(3);
  });

  test('is forgotten by its source after a day: the keyed value is destroyed, the pile stays', async () => {
    const filed = await file('sourced', '203.0.113.9');
    const mac = async () =>
      (
        await engine.store.db
          .selectFrom('request')
          .select('source_mac')
          .where('tracking_number', '=', filed.trackingNumber)
          .executeTakeFirstOrThrow()
      ).source_mac;
    house.later(hours(24) - 1);
    await tick(engine);
    expect(await mac()).not.toBeNull();
    house.later(1);
    await tick(engine);
    expect(await mac()).toBeNull();
  });
});

describe('a trusted flagger’s notice', () => {
  test('stands before other notices without a statutory hour, and before nothing that a law wants sooner', async () => {
    // Nothing else waits.
    await engine.store.db.updateTable('request').set({ outcome: 'keep', closed_at: house.now() }).where('closed_at', 'is', null).execute();
    const under = (contentId: string, basis: BasisId, onBehalfOf: Filer = 'user') =>
      fileRequest(engine, { platformId, answers: answers(contentId, { basis, onBehalfOf }) });
    await setServiceLaw(engine.store, platformId, {
      facts: { ...serviceByDefault, targetHours: { 'digital-services-act': 47, 'own-rules': 47 } },
      interim: null,
    });
    const soonByLaw = await under('flag-us', 'take-it-down', 'self');
    house.later(hours(2));
    const first = await under('flag-1', 'digital-services-act');
    const ruled = await under('flag-2', 'own-rules');
    house.later(minutes(5));
    const flagged = await under('flag-3', 'digital-services-act', 'trusted-flagger');
    house.later(minutes(1));
    const flaggedLater = await under('flag-4', 'digital-services-act', 'trusted-flagger');
    const lateByLaw = await under('flag-5', 'take-it-down', 'self');
    const own = [soonByLaw, first, ruled, flagged, flaggedLater, lateByLaw];
    const nameOf = (number: string) => own.findIndex(({ trackingNumber }) => trackingNumber === number);
    const order = (await queue()).map(({ trackingNumber }) => nameOf(trackingNumber)).filter((place) => place >= 0);
    expect(order.slice(0, 3)).toEqual([0, 3, 4]);
    expect(new Set(order.slice(3, 5))).toEqual(new Set([1, 2]));
    expect(order[5]).toBe(5);
    // The next to decide follows the same order, and parts of the list neither repeat nor leave out any.
    for (const [place, one] of order.slice(0, -1).entries())
      expect((await openOnDesk(engine, ada, own[one]?.trackingNumber ?? ''))?.next).toEqual({
        kind: 'request',
        trackingNumber: own[order[place + 1] ?? -1]?.trackingNumber,
      });
    const inParts: string[] = [];
    for (let cursor: string | null = null, part = 0; part < 50; part += 1) {
      const { rows, next } = await queuedRequests(engine.store.db, cursor, 1);
      inParts.push(...rows.map(({ trackingNumber }) => trackingNumber));
      cursor = next;
      if (next === null) break;
    }
    expect(inParts.map(nameOf).filter((place) => place >= 0)).toEqual(order);
    expect((await queue()).filter(({ isFlagged }) => isFlagged).map(({ trackingNumber }) => nameOf(trackingNumber))).toContain(3);
  });
});

describe('a filing on a desk', () => {
  test('belongs to whoever opened it, is seen by others as theirs, and is anybody’s after half an hour of quiet', async () => {
    const grace = await aModerator(engine, 'Grace');
    const { trackingNumber } = await file('on-a-desk');
    const holder = async (moderatorId: string) => (await openOnDesk(engine, moderatorId, trackingNumber))?.hold;
    expect(await holder(ada)).toMatchObject({ moderatorName: 'Ada', isMine: true });
    house.later(minutes(20));
    expect(await holder(ada)).toMatchObject({ isMine: true });
    house.later(minutes(29));
    expect(await holder(grace)).toMatchObject({ moderatorName: 'Ada', isMine: false });
    expect((await queue()).find((row) => row.trackingNumber === trackingNumber)?.heldBy).toBe('Ada');
    house.later(minutes(2));
    await Promise.all([tick(engine), tick(house.second)]);
    expect((await queue()).find((row) => row.trackingNumber === trackingNumber)).toMatchObject({ heldBy: null, leftBy: 'Ada' });
    expect((await acts('request.released')).filter(({ subjects }) => subjects['request'] === trackingNumber)).toHaveLength(1);
    // Whoever takes it is told who had it.
    for (const _look of [1, 2]) expect(await holder(grace)).toMatchObject({ moderatorName: 'Grace', isMine: true, takenFrom: 'Ada' });
    expect((await queue()).find((row) => row.trackingNumber === trackingNumber)).toMatchObject({ heldBy: 'Grace', leftBy: null });
    expect((await acts('request.taken')).filter(({ subjects }) => subjects['request'] === trackingNumber)).toHaveLength(2);
  });
});

describe('before anybody has decided', () => {
  const kinds = async (contentId: string): Promise<string[]> =>
    (await engine.store.db.selectFrom('action').select('kind').where('content_id', '=', contentId).orderBy('opened_at').execute()).map(
      ({ kind }) => kind,
    );
  const upload = (contentId: string) => screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const allow = (perSource = 5) =>
    setServiceLaw(engine.store, platformId, { facts: serviceByDefault, interim: { afterHours: 12, perSource } });

  test('nothing happens unless the operator switched it on', async () => {
    await upload('left-alone');
    await file('left-alone');
    house.later(hours(40));
    await tick(engine);
    expect(await kinds('left-alone')).toEqual([]);
  });

  test('what a complete request exactly locates is restricted once at the set hour, and given back by a refusal', async () => {
    await allow();
    await upload('restricted');
    const { trackingNumber } = await file('restricted', '192.0.2.50');
    house.later(hours(12) - 1);
    await tick(engine);
    expect(await kinds('restricted')).toEqual([]);
    house.later(1);
    await Promise.all([tick(engine), tick(house.second)]);
    await tick(engine);
    expect(await kinds('restricted')).toEqual(['content.restrict']);
    const desk = await openOnDesk(engine, ada, trackingNumber);
    expect(desk?.uploads[0]?.standing).toBe('restricted');
    expect(desk?.clock.restrictedAt).toEqual(house.now());
    expect(desk?.state).toBe('open');
    house.later(1);
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'not-depicted', note: '', moderatorId: ada });
    expect(await kinds('restricted')).toEqual(['content.restrict', 'content.restore']);
  });

  test('it ends with the request: a case that is withdrawn gives back what was restricted for it', async () => {
    await allow();
    await upload('given-back');
    const filed = await fileRequest(engine, { platformId, answers: answers('given-back'), code: { code: aCode(), pin: null } });
    house.later(hours(13));
    await tick(engine);
    expect(await kinds('given-back')).toEqual(['content.restrict']);
    await askWithdrawal(engine, filed.caseId, null);
    house.later(hours(73));
    await tick(engine);
    await tick(house.second);
    expect(await kinds('given-back')).toEqual(['content.restrict', 'content.restore']);
  });

  test('an incomplete one, one that may show somebody under 18, and more than one source may have are left as they are', async () => {
    await allow(2);
    for (const contentId of ['thin', 'maybe-young', 'one', 'two', 'three']) await upload(contentId);
    await fileRequest(engine, { platformId, answers: answers('thin', { signature: '' }) });
    await fileRequest(engine, { platformId, answers: answers('maybe-young', { isYoung: true }) });
    for (const contentId of ['one', 'two', 'three']) await file(contentId, '192.0.2.60');
    house.later(hours(13));
    await tick(engine);
    const done = await Promise.all(['thin', 'maybe-young', 'one', 'two', 'three'].map(kinds));
    expect(done.slice(0, 2)).toEqual([[], []]);
    expect(done.slice(2).flat()).toEqual(['content.restrict', 'content.restrict']);
  });
});
