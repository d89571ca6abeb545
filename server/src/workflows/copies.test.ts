/** Fifty copies, one look: does one decision act on each upload that stood on the page exactly once, and on nothing that came or changed since? */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteReveal } from '../store/reveals.ts';
import { decide } from './decide.ts';
import { queuedMatches } from './desk-queue.ts';
import { deskReview } from './desk-review.ts';
import { fileRequest } from './file-request.ts';
import { screen } from './screen.ts';
import { answers, anUpload, aPicture, edited, pdq, sha256 } from './test-cast.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

let house: TestHouse;
let made = 0;

beforeAll(async () => {
  house = await openTestHouse();
});

afterAll(async () => {
  await house.close();
});

const show = (contentId: string, value: string) => screen(house.engine, house.platformId, anUpload(contentId, pdq(value)));
const reviewOf = async (contentId: string) =>
  house.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select(['review.id', 'review.closed_at', 'review.decision_id'])
    .where('content.content_id', '=', contentId)
    .executeTakeFirstOrThrow();
const actionsOn = async (contentId: string): Promise<string[]> =>
  (await house.engine.store.db.selectFrom('action').select('kind').where('content_id', '=', contentId).execute()).map(({ kind }) => kind);

/** A picture that a person of this service confirmed. */
async function confirmed(seen = true): Promise<string> {
  made += 1;
  const picture = aPicture();
  const contentId = `first-${made}`;
  await show(contentId, picture);
  const { trackingNumber } = await fileRequest(house.engine, { platformId: house.platformId, answers: answers(contentId) });
  const { moderatorId } = house;
  const { ref } = await house.engine.store.db
    .selectFrom('content')
    .select('ref')
    .where('content_id', '=', contentId)
    .executeTakeFirstOrThrow();
  if (seen) await house.engine.store.transact((tx) => noteReveal(tx, moderatorId, ref, house.engine.exposure));
  await decide(house.engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
  return picture;
}

test('of what was decided by fingerprint and link alone, nobody is told that looking is not needed', async () => {
  const { engine } = house;
  await show('copy-of-unseen', edited(await confirmed(false), 3));
  const { id } = await engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', 'copy-of-unseen')
    .executeTakeFirstOrThrow();
  expect((await deskReview(engine, id))?.confirmedHere).toBeNull();
  await decide(engine, {
    about: { reviewId: id },
    decision: 'keep',
    ground: 'different-picture',
    note: '',
    moderatorId: house.moderatorId,
  });
});

test('fifty copies are one row of the queue and one page, which says that nobody has to look, and one decision ends all of them', async () => {
  const { engine, moderatorId } = house;
  const picture = await confirmed();
  const names = Array.from({ length: 50 }, (_, index) => `copy-${index}`);
  for (const [index, name] of names.entries()) await show(name, edited(picture, index % 6, index));
  const { rows, total } = await queuedMatches(engine.store.db, null, 50);
  expect([total, rows.map(({ uploadCount }) => uploadCount)]).toEqual([1, [50]]);
  const reviewId = rows[0]?.reviewId ?? '';
  const desk = await deskReview(engine, reviewId);
  expect(desk?.copies).toHaveLength(49);
  expect(desk?.confirmedHere).toMatchObject({ by: 'Ada' });
  expect((await deskReview(engine, reviewId, true))?.shown).toHaveLength(1);
  const ruling = {
    about: { reviewId },
    decision: 'remove',
    ground: 'same-picture',
    note: '',
    moderatorId,
    shown: desk?.shown ?? [],
  } as const;
  const [one, other] = await Promise.all([decide(engine, ruling), decide(house.second, ruling)]);
  expect([one.outcome, other.outcome].toSorted()).toEqual(['already', 'decided']);
  for (const name of names) expect([name, await actionsOn(name)]).toEqual([name, ['content.remove']]);
  expect((await queuedMatches(engine.store.db, null, 50)).total).toBe(0);
});

test('whatever comes or changes after the page was opened: each upload that stood on it as it is acts once, nothing else is judged', async () => {
  const { engine, moderatorId } = house;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ bits: fc.nat({ max: 24 }), isChanged: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      fc.nat({ max: 2 }),
      fc.constantFrom('remove', 'keep'),
      async (copies, late, decision) => {
        const picture = await confirmed();
        const name = (kind: string, index: number): string => `${kind}-${made}-${index}`;
        await show(name('head', 0), picture);
        for (const [index, { bits }] of copies.entries()) await show(name('copy', index), edited(picture, bits));
        const { id: reviewId } = await reviewOf(name('head', 0));
        const shown = (await deskReview(engine, reviewId))?.shown ?? [];
        expect(shown).toHaveLength(copies.length + 1);
        house.later(1000);
        for (const [index, { bits, isChanged }] of copies.entries())
          if (isChanged) await show(name('copy', index), edited(picture, bits, 3));
        for (let index = 0; index < late; index += 1) await show(name('late', index), edited(picture, index));
        const ground = decision === 'remove' ? 'same-picture' : 'different-picture';
        expect(await decide(engine, { about: { reviewId }, decision, ground, note: '', moderatorId, shown })).toMatchObject({
          outcome: 'decided',
        });
        const act = decision === 'remove' ? 'content.remove' : 'content.restore';
        expect(await actionsOn(name('head', 0))).toEqual([act]);
        for (const [index, { isChanged }] of copies.entries()) {
          expect(await actionsOn(name('copy', index))).toEqual(isChanged ? [] : [act]);
          expect((await reviewOf(name('copy', index))).closed_at === null).toBe(isChanged);
        }
        for (let index = 0; index < late; index += 1) {
          expect(await actionsOn(name('late', index))).toEqual([]);
          expect((await reviewOf(name('late', index))).closed_at).toBeNull();
        }
      },
    ),
    { numRuns: 6 },
  );
});

test('a likeness of a likeness joins nothing, and what a claimant sent is never a reason not to look', async () => {
  const { engine, platformId } = house;
  const picture = await confirmed();
  const [left, right] = [edited(picture, 28), edited(picture, 28, 1)];
  await show('left', left);
  await show('right', right);
  const alone = await deskReview(engine, (await reviewOf('left')).id);
  expect(alone?.copies.map(({ contentId }) => contentId)).toEqual([]);

  // Hers alone: the item that it enters was confirmed, her own code of it was not.
  const value = 'e'.repeat(64);
  const shot = aPicture();
  await screen(engine, platformId, anUpload('of-hers', pdq(shot)));
  const { trackingNumber } = await fileRequest(engine, {
    platformId,
    answers: answers('of-hers', { fingerprints: [pdq(edited(shot, 20)), sha256(value)] }),
  });
  const { moderatorId } = house;
  await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
  await show('near-hers-alone', edited(shot, 44));
  const review = await engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', 'near-hers-alone')
    .executeTakeFirstOrThrow();
  expect((await deskReview(engine, review.id))?.confirmedHere).toBeNull();
});
