/** Does the job of the wide radius ask about what lies a little too far off for the call, once, and leave everything else alone? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { contentById, withCodes } from '../store/content.ts';
import { farAgain, farWaiting, noteFarCompared } from '../store/far-waiting.ts';
import { decide } from './decide.ts';
import { deskReview } from './desk-review.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { lookFar } from './look-far.ts';
import { screen } from './screen.ts';
import { aModerator, answers, anUpload, aPicture, edited, pdq, sweepAll } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

let house: TestEngine;
let engine: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestEngine(new Date());
  ({ engine, platformId } = house);
  moderatorId = await aModerator(engine);
});

afterAll(() => house.close());

const always = (): boolean => true;
let made = 0;
const id = (): string => {
  made += 1;
  return `post-${made}`;
};
const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value)));
/** Lists a picture, by a request that is granted. */
async function list(value: string): Promise<void> {
  const contentId = id();
  await show(contentId, value);
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
}
const open = async (contentId: string) =>
  engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select(['review.id', 'review.effect', 'content.verdict'])
    .where('content_id', '=', contentId)
    .where('closed_at', 'is', null)
    .execute();
const waiting = async (): Promise<number> => (await engine.store.db.selectFrom('far_waiting').select('ref').execute()).length;

describe('an upload 31 to 48 bits from what is listed', () => {
  test('is allowed in the call, asked about by the job, never held, and once', async () => {
    const picture = aPicture();
    await list(picture);
    const [near, far, stranger] = [id(), id(), id()];
    expect(await show(near, edited(picture, 31))).toMatchObject({ verdict: 'allow', matches: [] });
    await show(far, edited(picture, 48));
    await show(stranger, edited(picture, 49));
    const before = (await feedAfter(engine.store.db, platformId, 0, 1000)).length;
    await lookFar(engine, always);
    expect(await open(near)).toMatchObject([{ effect: 'review', verdict: 'allow' }]);
    expect(await open(far)).toMatchObject([{ effect: 'review', verdict: 'allow' }]);
    expect(await open(stranger)).toEqual([]);
    expect(await waiting()).toBe(0);
    // The platform hears of holds only.
    expect((await feedAfter(engine.store.db, platformId, 0, 1000)).length).toBe(before);
    await farAgain(engine.store.db, 1_000_000);
    expect(await waiting()).toBeGreaterThan(2);
    await lookFar(engine, always);
    expect(await open(near)).toHaveLength(1);
  });

  test('that a person has judged is not asked about again; with another picture under its id it is', async () => {
    const picture = aPicture();
    await list(picture);
    const contentId = id();
    await show(contentId, edited(picture, 40));
    await lookFar(engine, always);
    const [review] = await open(contentId);
    await decide(engine, {
      about: { reviewId: review?.id ?? '' },
      decision: 'keep',
      ground: 'different-picture',
      note: '',
      moderatorId,
    });
    await show(contentId, edited(picture, 40));
    await lookFar(engine, always);
    expect(await open(contentId)).toEqual([]);
  });

  test('is found by the sweep when the item comes after it', async () => {
    const picture = aPicture();
    const contentId = id();
    await show(contentId, edited(picture, 44));
    await lookFar(engine, always);
    await list(picture);
    expect(await sweepAll(engine)).toBe(1);
    expect(await open(contentId)).toMatchObject([{ effect: 'review', verdict: 'allow' }]);
  });
});

test('stops where it is told to, goes on there, and leaves forgotten uploads alone', async () => {
  await lookFar(engine, always);
  for (let n = 0; n < 5; n++) await show(id(), aPicture());
  let turns = 0;
  expect(await lookFar(engine, () => ++turns <= 3)).toBe(2);
  expect(await waiting()).toBe(3);
  expect(await lookFar(engine, always)).toBe(3);
  expect(await lookFar(engine, always)).toBe(0);
});

test('an upload that is screened again while the job looks at it goes on waiting', async () => {
  const contentId = id();
  await show(contentId, aPicture());
  const { waiting: first } = await farWaiting(engine.store.db, 10);
  house.setNow(new Date(Date.now() + 1000));
  await show(contentId, aPicture());
  await noteFarCompared(engine.store.db, first);
  expect(await waiting()).toBe(1);
});

test('a second process that has not heard of a change catches up before it looks', async () => {
  const second = await house.another();
  const picture = aPicture();
  await list(picture);
  const contentId = id();
  await show(contentId, edited(picture, 35));
  await lookFar(second, always);
  expect(await open(contentId)).toHaveLength(1);
});

test('what is inside its borders asks too, is kept with the upload, and is never listed', async () => {
  const picture = aPicture();
  await list(picture);
  const inside = { kind: 'pdq', variant: 'trimmed', value: edited(picture, 20), quality: 100 } as const;
  const contentId = id();
  const upload = { ...anUpload(contentId, pdq(aPicture())), source: 'bytes' as const };
  const answer = await screen(engine, platformId, { ...upload, fingerprints: [...upload.fingerprints, inside] });
  expect(answer).toMatchObject({ verdict: 'review', matches: [{ variant: 'trimmed', distance: 20, effect: 'review' }] });
  const content = await contentById(engine.store.db, platformId, contentId);
  const [stored] = await withCodes(engine.store.db, content === null ? [] : [content]);
  expect(stored?.fingerprints.map(({ variant }) => variant).toSorted()).toEqual(['trimmed', 'whole']);
  const [review] = await open(contentId);
  expect(await deskReview(engine, review?.id ?? '')).toMatchObject({
    state: 'open',
    upload: { matches: [{ variant: 'trimmed', distance: 20 }] },
  });
  const about = { reviewId: review?.id ?? '' };
  expect(await decide(engine, { about, decision: 'remove', ground: 'same-picture', note: '', moderatorId })).toMatchObject({
    outcome: 'decided',
  });
  const listed = await engine.store.db.selectFrom('item_code').select('variant').distinct().execute();
  expect(listed.map(({ variant }) => variant)).not.toContain('trimmed');
});
