/** Is what was screened remembered, found later, asked about once, and forgotten when it should be? */
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { feedAfter } from '../outbox/feed.ts';
import { requestByNumber } from '../store/cases.ts';
import { contentById, fingerprintsOf } from '../store/content.ts';
import { decide, type Ruled } from './decide.ts';
import { deskReview } from './desk-review.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent, setContentUrl } from './forget.ts';
import { screen } from './screen.ts';
import { sweep } from './sweep.ts';
import { aModerator, answers, anUpload, aPicture, edited, pdq, sha256, sweepAll, urlOf } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

let house: TestEngine;
let engine: Engine;
let second: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestEngine();
  ({ engine, platformId } = house);
  second = await house.another();
  moderatorId = await aModerator(engine);
});

afterAll(() => house.close());

let made = 0;
const id = (): string => {
  made += 1;
  return `post-${made}`;
};
const show = (contentId: string, ...values: string[]) =>
  screen(engine, platformId, anUpload(contentId, ...values.map((value) => pdq(value))));
/** Lists a picture as a platform does: an upload of it is requested, and removed. */
async function list(value: string, by = engine): Promise<{ contentId: string; trackingNumber: string }> {
  const contentId = id();
  await show(contentId, value);
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  expect(await rule(trackingNumber, 'remove', by)).toMatchObject({ outcome: 'decided' });
  return { contentId, trackingNumber };
}
const rule = (trackingNumber: string, decision: 'remove' | 'keep', by = engine): Promise<Ruled> =>
  decide(by, {
    about: { trackingNumber },
    decision,
    ground: decision === 'remove' ? 'valid-request' : 'not-depicted',
    note: '',
    moderatorId,
  });
const reviewOf = (contentId: string) =>
  engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .selectAll('review')
    .where('content.content_id', '=', contentId)
    .orderBy('review.opened_at')
    .execute();
const openReviews = async (contentId: string): Promise<string[]> =>
  (await reviewOf(contentId)).filter(({ closed_at }) => closed_at === null).map((review) => review.id);
const ruleReview = async (contentId: string, decision: 'remove' | 'keep'): Promise<Ruled> => {
  const [reviewId] = await openReviews(contentId);
  return decide(engine, {
    about: { reviewId: reviewId ?? '' },
    decision,
    ground: decision === 'remove' ? 'same-picture' : 'different-picture',
    note: '',
    moderatorId,
  });
};
const matchesOf = async (contentId: string) =>
  engine.store.db
    .selectFrom('match')
    .innerJoin('content', 'content.ref', 'match.ref')
    .selectAll('match')
    .where('content.content_id', '=', contentId)
    .execute();
const told = async (type: string, contentId: string): Promise<number> =>
  (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter((entry) => entry.type === type && entry.data.contentId === contentId)
    .length;

describe('an upload that an open request names before it is there', () => {
  const stays = async (ref: string): Promise<boolean> =>
    (await engine.store.db.selectFrom('content').select('ref').where('ref', '=', ref).execute()).length === 1;
  const refOf = async (contentId: string): Promise<string> => (await contentById(engine.store.db, platformId, contentId))?.ref ?? '';

  test('outlives the platform’s DELETE until the request is closed, though nobody has opened the request', async () => {
    const contentId = id();
    // She copied the address from a link with a fragment and a port; the platform knows it plainly.
    const named = `http://FORUM.example:80/posts/${contentId}/#comments`;
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('none', { locations: [named] }) });
    await show(contentId, aPicture());
    const ref = await refOf(contentId);
    await forgetContent(engine, platformId, contentId);
    expect(await stays(ref)).toBe(true);
    expect((await engine.store.db.selectFrom('content').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow()).url).toBe(
      urlOf(contentId),
    );
    expect(await fingerprintsOf(engine.store.db, ref)).toHaveLength(1);
    await rule(trackingNumber, 'keep');
    expect(await stays(ref)).toBe(false);
  });

  test('by its id, or by an address that it got later or had before', async () => {
    const [byId, later, before, other] = [id(), id(), id(), id()];
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers('none', { contentIds: [byId], locations: ['https://forum.example/later', urlOf(before)] }),
    });
    for (const contentId of [byId, later, before, other]) await show(contentId, aPicture());
    await setContentUrl(engine, platformId, later, 'https://forum.example/later');
    await setContentUrl(engine, platformId, before, 'https://forum.example/moved-away');
    const refs = await Promise.all([byId, later, before, other].map(refOf));
    for (const contentId of [byId, later, before, other]) await forgetContent(engine, platformId, contentId);
    expect(await Promise.all(refs.map(stays))).toEqual([true, true, true, false]);
    await rule(trackingNumber, 'keep');
    expect(await Promise.all(refs.map(stays))).toEqual([false, false, false, false]);
  });
});

describe('screening', () => {
  test('holds at 30 bits and allows at 31; a fingerprint without enough quality asks, and never holds', async () => {
    const picture = aPicture();
    await list(picture);
    expect(await show(id(), edited(picture, 30))).toMatchObject({ verdict: 'hold', matches: [{ distance: 30, source: 'decision' }] });
    expect(await show(id(), edited(picture, 31))).toMatchObject({ verdict: 'allow', matches: [] });
    const poor = await screen(engine, platformId, anUpload(id(), pdq(picture, 'whole', 49)));
    expect(poor).toMatchObject({ verdict: 'review', reviewPending: true });
    const unknown = await screen(engine, platformId, anUpload(id(), { kind: 'pdq', variant: 'whole', value: picture }));
    expect(unknown.verdict).toBe('review');
  });

  test('an item has another id at each platform, and never its own', async () => {
    const picture = aPicture();
    await list(picture);
    const [match] = (await show(id(), picture)).matches;
    const items = await engine.store.db.selectFrom('item').select('item.id').execute();
    expect(items.map((item) => item.id)).not.toContain(match?.itemId);
  });

  test('again with the same picture asks nothing twice: one review, one match, one row in the ledger', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    for (let time = 0; time < 3; time += 1)
      expect(await show(contentId, edited(picture, 6))).toMatchObject({ verdict: 'hold', reviewPending: true });
    expect(await openReviews(contentId)).toHaveLength(1);
    expect(await matchesOf(contentId)).toHaveLength(1);
    const ref = (await contentById(engine.store.db, platformId, contentId))?.ref ?? '';
    const rows = await engine.store.db.selectFrom('ledger').selectAll().where('act', '=', 'content.matched').execute();
    expect(rows.filter(({ subjects }) => subjects['content'] === ref)).toHaveLength(1);
  });

  test('again with another picture replaces the fingerprints, keeps the old match and its review', async () => {
    const [picture, other] = [aPicture(), aPicture()];
    await list(picture);
    const contentId = id();
    await show(contentId, edited(picture, 6));
    expect(await show(contentId, other)).toMatchObject({ verdict: 'allow', reviewPending: true, matches: [] });
    const content = await contentById(engine.store.db, platformId, contentId);
    expect((await fingerprintsOf(engine.store.db, content?.ref ?? '')).map(({ value }) => value)).toEqual([other]);
    expect(await matchesOf(contentId)).toMatchObject([{ settled: null, distance: 6 }]);
    expect(await openReviews(contentId)).toHaveLength(1);
  });

  test('what a moderator judged to be another picture is not asked again, until it is another picture', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    await show(contentId, edited(picture, 20));
    expect(await ruleReview(contentId, 'keep')).toMatchObject({ outcome: 'decided' });
    expect(await told('content.restore', contentId)).toBe(1);
    expect(await show(contentId, edited(picture, 20))).toMatchObject({
      verdict: 'allow',
      reviewPending: false,
      matches: [{ effect: 'observe' }],
    });
    // The same id, now with the listed picture itself.
    expect(await show(contentId, picture)).toMatchObject({
      verdict: 'hold',
      reviewPending: true,
      matches: [{ effect: 'hold', distance: 0 }],
    });
    expect(await ruleReview(contentId, 'remove')).toMatchObject({ outcome: 'decided' });
  });

  test('a removed upload that is screened again is held by that decision, without asking anybody again', async () => {
    const picture = aPicture();
    const { contentId } = await list(picture);
    expect(await show(contentId, picture)).toMatchObject({ verdict: 'hold', reviewPending: false });
    expect(await openReviews(contentId)).toEqual([]);
  });

  test('by fifty calls at once for one upload keeps one upload', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    const calls = Array.from({ length: 50 }, (_, call) =>
      screen(call % 2 === 0 ? engine : second, platformId, anUpload(contentId, pdq(edited(picture, 2)))),
    );
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ verdict: 'hold', reviewPending: true });
    expect(await openReviews(contentId)).toHaveLength(1);
  });
});

describe('the sweep', () => {
  test('finds what was screened before, holds it, and tells the platform; run again it changes nothing', async () => {
    await sweepAll(engine);
    const picture = aPicture();
    const [near, far] = [id(), id()];
    await show(near, edited(picture, 12));
    await show(far, edited(picture, 49));
    await list(picture);
    expect(await sweepAll(engine)).toBe(1);
    expect(await openReviews(near)).toHaveLength(1);
    expect(await openReviews(far)).toHaveLength(0);
    expect(await told('content.hold', near)).toBe(1);
    const { seq } = await engine.store.db.selectFrom('bank_change').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow();
    expect(await sweep(second, [seq])).toMatchObject({ found: 0 });
    expect(await told('content.hold', near)).toBe(1);
  });

  test('that was interrupted between two uploads goes on where it was, each told once', async () => {
    const picture = aPicture();
    const copies = [id(), id(), id()];
    for (const copy of copies) await show(copy, edited(picture, 4));
    await list(picture);
    const { seq } = await engine.store.db.selectFrom('bank_change').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow();
    let transactions = 0;
    const dying: Engine = {
      ...engine,
      store: {
        ...engine.store,
        transact: (work) => {
          transactions += 1;
          return transactions > 1 ? Promise.reject(new Error('killed')) : engine.store.transact(work);
        },
      },
    };
    await expect(sweep(dying, [seq])).rejects.toThrow('killed');
    await Promise.all([sweep(engine, [seq]), sweep(second, [seq])]);
    for (const copy of copies) expect([await told('content.hold', copy), (await openReviews(copy)).length]).toEqual([1, 1]);
    await sweepAll(engine);
  });

  test('that finds more than a screening did raises its review, and tells the platform to hold', async () => {
    const picture = aPicture();
    await list(edited(picture, 24, 128));
    const contentId = id();
    // Too little quality for a hold against the first item.
    await screen(engine, platformId, anUpload(contentId, pdq(picture, 'whole', 40), sha256(picture)));
    expect((await reviewOf(contentId)).map(({ effect }) => effect)).toEqual(['review']);
    const exact = id();
    await screen(engine, platformId, anUpload(exact, sha256(picture)));
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(exact) });
    await rule(trackingNumber, 'remove');
    await sweepAll(engine);
    expect((await reviewOf(contentId)).map(({ effect }) => effect)).toEqual(['hold']);
    expect(await told('content.hold', contentId)).toBe(1);
    expect((await contentById(engine.store.db, platformId, contentId))?.verdict).toBe('hold');
  });

  test('does not ask about what is down already: removing one copy after the other ends', async () => {
    const picture = aPicture();
    const copies = [id(), id(), id()];
    for (const [place, copy] of copies.entries()) await show(copy, edited(picture, 4 + 2 * place));
    const { contentId } = await list(picture);
    let decisions = 0;
    for (;;) {
      await sweepAll(engine);
      const [next] = (
        await Promise.all([contentId, ...copies].map(async (one) => ((await openReviews(one)).length > 0 ? [one] : [])))
      ).flat();
      if (next === undefined) break;
      await ruleReview(next, 'remove');
      decisions += 1;
      expect(decisions).toBeLessThanOrEqual(copies.length);
    }
    for (const copy of copies) expect(await told('content.remove', copy)).toBe(1);
  });
});

describe('forgetting', () => {
  test('an upload that nobody asks about is gone at once, with its fingerprints, matches and review', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    await show(contentId, picture);
    const ref = (await contentById(engine.store.db, platformId, contentId))?.ref ?? '';
    await forgetContent(engine, platformId, contentId);
    const rows = await Promise.all(
      (['content', 'content_code', 'match', 'review'] as const).map((table) =>
        engine.store.db.selectFrom(table).selectAll().where('ref', '=', ref).execute(),
      ),
    );
    expect(rows.flat()).toEqual([]);
    await expect(forgetContent(engine, platformId, contentId)).rejects.toThrow('never screened');
    await expect(setContentUrl(engine, platformId, contentId, urlOf('x'))).rejects.toThrow('never screened');
  });

  test('what an open request needs stays until the request is decided, is not there for anything else, and nobody is told to remove it', async () => {
    const contentId = id();
    const picture = aPicture();
    await show(contentId, picture);
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    const ref = (await contentById(engine.store.db, platformId, contentId))?.ref ?? '';
    await forgetContent(engine, platformId, contentId);
    expect(await contentById(engine.store.db, platformId, contentId)).toBeNull();
    expect(await fingerprintsOf(engine.store.db, ref)).toHaveLength(1);
    await rule(trackingNumber, 'remove');
    expect(await told('content.remove', contentId)).toBe(0);
    const request = await requestByNumber(engine.store.db, trackingNumber);
    expect([request?.outcome, request?.closedAt]).toEqual(['remove', expect.any(Date)]);
    expect(await fingerprintsOf(engine.store.db, ref)).toEqual([]);
    // It stands on the list all the same: what shows it again is held.
    expect(await show(id(), picture)).toMatchObject({ verdict: 'hold' });
    await sweepAll(engine);
  });

  test('a refusal ends the need too', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    const ref = (await contentById(engine.store.db, platformId, contentId))?.ref ?? '';
    await forgetContent(engine, platformId, contentId);
    await rule(trackingNumber, 'keep');
    expect(await fingerprintsOf(engine.store.db, ref)).toEqual([]);
  });

  test('screening it again brings it back under its old reference while a request keeps it', async () => {
    const contentId = id();
    const picture = aPicture();
    await show(contentId, picture);
    await fileRequest(engine, { platformId, answers: answers(contentId) });
    const before = await contentById(engine.store.db, platformId, contentId);
    await forgetContent(engine, platformId, contentId);
    await show(contentId, picture);
    expect((await contentById(engine.store.db, platformId, contentId))?.ref).toBe(before?.ref);
  });
});

describe('no upload slips between a look-up and a new item', () => {
  const settled = async (contentId: string, verdict: string): Promise<boolean> =>
    verdict === 'hold' ||
    ((await contentById(engine.store.db, platformId, contentId))?.verdict === 'hold' && (await openReviews(contentId)).length === 1);
  /** The engine with a stop before each transaction and one before each commit. */
  const stopping = (of: Engine, before: () => Promise<void>, atEnd: () => Promise<void>): Engine => ({
    ...of,
    store: {
      ...of.store,
      transact: async (work) => {
        await before();
        return of.store.transact(async (tx) => {
          const result = await work(tx);
          await atEnd();
          return result;
        });
      },
      alone: async ({ text, values }) => {
        await before();
        return of.store.transact(async (tx) => {
          const { rows } = await tx.sql.executeQuery<never>(CompiledQuery.raw(text, values(tx.now)));
          await atEnd();
          return rows;
        });
      },
    },
  });
  const now = async (): Promise<void> => {};
  const prepared = async () => {
    const picture = aPicture();
    const [contentId, copy] = [id(), id()];
    await show(contentId, picture);
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    return { trackingNumber, copy, upload: anUpload(copy, pdq(edited(picture, 10))) };
  };

  test('when the decision commits after the look and before the screening writes', async () => {
    const { trackingNumber, copy, upload } = await prepared();
    const looked = stopping(second, async () => void (await rule(trackingNumber, 'remove')), now);
    const { verdict } = await screen(looked, platformId, upload);
    await sweepAll(engine);
    expect([verdict, await settled(copy, verdict)]).toEqual(['hold', true]);
  });

  test('when the decision comes while the screening is written: it waits, and its sweep finds the upload', async () => {
    const { trackingNumber, copy, upload } = await prepared();
    let deciding: Promise<Ruled> | undefined;
    const written = stopping(second, now, async () => {
      deciding ??= rule(trackingNumber, 'remove');
    });
    const { verdict } = await screen(written, platformId, upload);
    await deciding;
    expect(verdict).toBe('allow');
    await sweepAll(engine);
    expect(await settled(copy, verdict)).toBe(true);
  });

  test('when the screening comes while the decision is written: it waits, and holds', async () => {
    const { trackingNumber, copy, upload } = await prepared();
    let screening: Promise<{ verdict: string }> | undefined;
    const deciding = stopping(engine, now, async () => {
      screening ??= screen(second, platformId, upload);
    });
    await rule(trackingNumber, 'remove', deciding);
    const { verdict } = (await screening) ?? { verdict: '' };
    await sweepAll(engine);
    expect([verdict, await settled(copy, verdict)]).toEqual(['hold', true]);
  });

  test('in any order, in two processes', async () => {
    for (let round = 0; round < 6; round += 1) {
      const picture = aPicture();
      const contentId = id();
      await show(contentId, picture);
      const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
      const copies = Array.from({ length: 16 }, (_, place) => ({ copy: id(), value: edited(picture, 2 + place) }));
      const turn = (place: number) =>
        new Promise<void>((resolve) => (place === 0 ? resolve() : setImmediate(() => void turn(place - 1).then(resolve))));
      const screening = copies.map(async ({ copy, value }, place) => {
        await turn(place * 3);
        return { copy, verdict: (await screen(place % 2 === 0 ? engine : second, platformId, anUpload(copy, pdq(value)))).verdict };
      });
      const deciding = turn(round * 8).then(() => rule(trackingNumber, 'remove', round % 2 === 0 ? engine : second));
      const answered = await Promise.all(screening);
      await deciding;
      await sweepAll(second);
      for (const { copy, verdict } of answered) expect(await settled(copy, verdict)).toBe(true);
    }
  });
});

test('after all this the ledger is whole and the feed has no hole', async () => {
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  const entries = await feedAfter(engine.store.db, platformId, 0, 10_000);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, place) => place + 1));
});

describe('an upload that a request names', () => {
  const linked = async (trackingNumber: string) =>
    (
      await engine.store.db
        .selectFrom('request_content')
        .innerJoin('content', 'content.ref', 'request_content.ref')
        .select('content.content_id')
        .where('tracking_number', '=', trackingNumber)
        .execute()
    ).map(({ content_id }) => content_id);
  const places = (trackingNumber: string) =>
    engine.store.db.selectFrom('request_place').selectAll().where('tracking_number', '=', trackingNumber).execute();

  test('is linked when it is screened: neither another address nor a new screening takes it away', async () => {
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('named-later', { contentIds: ['by-its-id'] }) });
    await screen(engine, platformId, { ...anUpload('named-later', pdq(aPicture())), url: 'https://elsewhere.example/x' });
    expect(await linked(trackingNumber)).toEqual([]);
    await screen(engine, platformId, anUpload('named-later', pdq(aPicture())));
    await screen(engine, platformId, { ...anUpload('by-its-id', pdq(aPicture())), url: null });
    expect((await linked(trackingNumber)).toSorted()).toEqual(['by-its-id', 'named-later']);
    await screen(engine, platformId, { ...anUpload('named-later', pdq(aPicture())), url: 'https://elsewhere.example/x' });
    expect((await linked(trackingNumber)).toSorted()).toEqual(['by-its-id', 'named-later']);
    expect(await places(trackingNumber)).toHaveLength(2);
  });

  test('is not linked to a request that was decided, and what that named is forgotten', async () => {
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('named-too-late') });
    const moderatorId = await aModerator(engine, 'Linus');
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', note: '', moderatorId });
    expect(await places(trackingNumber)).toEqual([]);
    await screen(engine, platformId, anUpload('named-too-late', pdq(aPicture())));
    expect(await linked(trackingNumber)).toEqual([]);
  });
});

describe('an upload whose picture is replaced while a match waits', () => {
  test('keeps its review, which says that what was found is gone; the old picture back is asked about anew', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    expect(await show(contentId, edited(picture, 5))).toMatchObject({ verdict: 'hold' });
    expect(await show(contentId, aPicture())).toMatchObject({ verdict: 'allow', reviewPending: true });
    const [reviewId = ''] = await openReviews(contentId);
    const found = async () => (await deskReview(engine, reviewId))?.upload;
    expect(await found()).toMatchObject({ standing: 'visible', matches: [{ isOfEarlier: true, settled: null }] });
    expect(await show(contentId, edited(picture, 9))).toMatchObject({ verdict: 'hold', reviewPending: true });
    expect(await found()).toMatchObject({ standing: 'held', matches: [{ isOfEarlier: false, settled: null, distance: 9 }] });
  });

  test('is asked about again, though the pair was judged when it showed another picture', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    await show(contentId, edited(picture, 20));
    await ruleReview(contentId, 'keep');
    await show(contentId, aPicture());
    expect(await openReviews(contentId)).toEqual([]);
    expect(await show(contentId, edited(picture, 3))).toMatchObject({ verdict: 'hold', reviewPending: true });
  });
});
