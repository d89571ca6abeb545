/** Does a service look out for a picture that is nowhere yet: asking only, for its time only, and only as long as she wants? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { listedAfter } from '../store/bank-lists.ts';
import { ownBank } from '../store/banks.ts';
import { decide } from './decide.ts';
import { queuedMatches } from './desk-queue.ts';
import { deskReview } from './desk-review.ts';
import { judgeItem } from './judge-item.ts';
import { askToLookOut, endLookOut, lookOutDays, lookOutLonger, platformsLookingOut } from './look-out.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { aCode, anUpload, aPicture, pdq, sha256, sweepAll } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const days = (count: number): number => hours(24 * count);

/** A threat about one picture, to the first service. */
async function threatened(picture: string, code = aCode()): Promise<{ caseId: string; lookOutId: string; code: typeof code }> {
  const { engine, platformId } = house;
  const { caseId } = await askToLookOut(engine, {
    platformIds: [platformId],
    filer: 'self',
    pictures: [[pdq(picture), sha256(picture)]],
    code: { code, pin: null },
  });
  await sweepAll(engine);
  const view = await readCase(engine, caseId);
  return { caseId, lookOutId: view?.lookOuts.at(-1)?.id ?? '', code };
}

async function verdictOn(contentId: string, picture: string): Promise<string> {
  const { engine, platformId } = house;
  return (await screen(engine, platformId, anUpload(contentId, pdq(picture), sha256(picture)))).verdict;
}

async function reviewOf(contentId: string): Promise<string> {
  const row = await house.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', contentId)
    .where('review.closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.id;
}

test('the very file that she fears is only asked about; a person sees why, decides, and she reads that it was taken down', async () => {
  const { engine, moderatorId, platformId } = house;
  const picture = aPicture();
  const { caseId } = await threatened(picture);
  expect(await verdictOn('feared', picture)).toBe('review');
  const reviewId = await reviewOf('feared');
  expect((await deskReview(engine, reviewId))?.upload.matches).toMatchObject([{ isOwnBank: true, isLookedOutFor: true }]);
  await decide(engine, { about: { reviewId }, decision: 'remove', ground: 'same-picture', note: '', moderatorId });
  expect((await readCase(engine, caseId))?.lookOuts).toMatchObject([{ removed: 1, hasEnded: false, files: { pictures: 1 } }]);
  // Somebody has looked now: the service's own list holds the next one.
  await sweepAll(engine);
  expect(await verdictOn('again', picture)).toBe('hold');
  expect(
    (await listedAfter(engine.store.db, await ownBank(engine.store.db, platformId), nil, 100))?.lines.map(({ source }) => source),
  ).not.toContain('looked-out-for');
});

test('what was put up before she asked is found as well, and goes on being asked about', async () => {
  const picture = aPicture();
  expect(await verdictOn('earlier', picture)).toBe('allow');
  await threatened(picture);
  await tick(house.engine);
  expect(await reviewOf('earlier')).not.toBe('');
  expect(await verdictOn('later', picture)).toBe('review');
});

test('it ends by itself after its days, and nothing of her fingerprints is left; until then she may go on', async () => {
  const { engine } = house;
  const picture = aPicture();
  const { caseId, lookOutId } = await threatened(picture);
  house.later(days(lookOutDays - 1));
  expect(await lookOutLonger(engine, caseId, lookOutId)).toBe(true);
  house.later(days(lookOutDays - 1));
  await tick(engine);
  expect(await verdictOn('still', picture)).toBe('review');
  house.later(days(1));
  await tick(engine);
  expect(await verdictOn('over', picture)).toBe('allow');
  expect((await readCase(engine, caseId))?.lookOuts).toMatchObject([{ hasEnded: true, files: { pictures: 0 } }]);
  expect(await lookOutLonger(engine, caseId, lookOutId)).toBe(false);
  const left = await engine.store.db
    .selectFrom('code')
    .select('id')
    .where('value', '=', Buffer.from(picture, 'hex'))
    .where('kind', '=', 'sha256')
    .execute();
  expect(left).toEqual([]);
});

test('only the services that she chose look out', async () => {
  const { engine, platformId } = house;
  const other = uuid(systemRandom);
  const { db } = engine.store;
  await db
    .insertInto('platform')
    .values({ id: other, name: 'Another', preview_url: null, salt: Buffer.from(systemRandom(32)), created_at: new Date() })
    .execute();
  await db
    .insertInto('bank')
    .values({
      id: uuid(systemRandom),
      name: 'Own',
      platform_id: other,
      on_match: 'hold',
      radius: null,
      enabled: true,
      created_at: new Date(),
    })
    .execute();
  const picture = aPicture();
  await threatened(picture);
  expect((await screen(engine, other, anUpload('elsewhere', pdq(picture), sha256(picture)))).verdict).toBe('allow');
  expect((await screen(engine, platformId, anUpload('here', pdq(picture), sha256(picture)))).verdict).toBe('review');
});

test('she ends it at once, and nobody else can', async () => {
  const { engine } = house;
  const picture = aPicture();
  const { caseId, lookOutId } = await threatened(picture);
  const other = await threatened(aPicture());
  expect(await endLookOut(engine, other.caseId, lookOutId)).toBe(false);
  expect(await verdictOn('running', picture)).toBe('review');
  expect(await endLookOut(engine, caseId, lookOutId)).toBe(true);
  expect(await verdictOn('ended', picture)).toBe('allow');
});

test('what was asked about because of it alone waits for nobody once she has ended it, or her case', async () => {
  const { engine, platformId, moderatorId } = house;
  for (const how of ['look-out', 'case'] as const) {
    const [picture, other] = [aPicture(), aPicture()];
    const { caseId, lookOutId } = await threatened(picture);
    const upload = `asked-about-${how}`;
    expect(await verdictOn(upload, picture)).toBe('review');
    const reviewId = await reviewOf(upload);
    expect((await queuedMatches(engine.store.db, null, 1000)).rows.map((row) => row.reviewId)).toContain(reviewId);
    if (how === 'look-out') await endLookOut(engine, caseId, lookOutId);
    else {
      await askWithdrawal(engine, caseId, null);
      house.later(hours(73));
      await tick(engine);
    }
    expect((await queuedMatches(engine.store.db, null, 1000)).rows.map((row) => row.reviewId)).not.toContain(reviewId);
    expect((await deskReview(engine, reviewId))?.state).toBe('closed');
    await sweepAll(engine);
    expect(await screen(engine, platformId, anUpload(upload, pdq(picture), sha256(picture)))).toMatchObject({
      verdict: 'allow',
      reviewPending: false,
    });
    // What meets it and something else waits for that.
    const first = await threatened(other);
    const second = await threatened(other);
    expect(await verdictOn(`both-${how}`, other)).toBe('review');
    await endLookOut(engine, first.caseId, first.lookOutId);
    await decide(engine, {
      about: { reviewId: await reviewOf(`both-${how}`) },
      decision: 'remove',
      ground: 'same-picture',
      note: '',
      moderatorId,
    });
    expect((await readCase(engine, second.caseId))?.lookOuts).toMatchObject([{ removed: 1 }]);
  }
});

test('asked again with the same code it is the same one, with what is new added', async () => {
  const { engine, platformId } = house;
  const [first, second] = [aPicture(), aPicture()];
  const { caseId, lookOutId, code } = await threatened(first);
  const again = { platformIds: [platformId], filer: 'self', code: { code, pin: null } } as const;
  await askToLookOut(engine, { ...again, pictures: [[pdq(first), sha256(first)]] });
  await askToLookOut(engine, {
    ...again,
    pictures: [
      [pdq(first), sha256(first)],
      [pdq(second), sha256(second)],
    ],
  });
  expect((await readCase(engine, caseId))?.lookOuts).toMatchObject([{ id: lookOutId, files: { pictures: 2 } }]);
});

test('the end of her case ends it too', async () => {
  const { engine } = house;
  const picture = aPicture();
  const { caseId } = await threatened(picture);
  await askWithdrawal(engine, caseId, null);
  house.later(hours(72));
  await tick(engine);
  expect(await readCase(engine, caseId)).toBeNull();
  expect(await verdictOn('withdrawn', picture)).toBe('allow');
});

test('what meets many people falls silent, since asking is all it could do; a person lets it go on', async () => {
  const { engine, moderatorId } = house;
  const picture = aPicture();
  const { caseId } = await threatened(picture);
  for (let n = 0; n <= engine.floodUploaders; n += 1) {
    await screen(engine, house.platformId, { ...anUpload(`many-${n}`, pdq(picture), sha256(picture)), uploaderRef: `account-${n}` });
  }
  await tick(engine);
  expect(await verdictOn('one-more', picture)).toBe('allow');
  expect((await readCase(engine, caseId))?.lookOuts).toMatchObject([{ isPaused: true }]);
  const { item_id: itemId } = await engine.store.db
    .selectFrom('look_out_item')
    .innerJoin('look_out', 'look_out.id', 'look_out_item.look_out_id')
    .select('item_id')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  await judgeItem(engine.store, itemId, 'resume', { moderator: moderatorId });
  expect(await verdictOn('and-on', picture)).toBe('review');
});

test('a service whose list is switched off is not named among those that look out', async () => {
  const { engine, platformId } = house;
  expect((await platformsLookingOut(engine.store.db)).map(({ id }) => id)).toContain(platformId);
  await engine.store.db.updateTable('bank').set({ enabled: false }).where('platform_id', '=', platformId).execute();
  expect((await platformsLookingOut(engine.store.db)).map(({ id }) => id)).not.toContain(platformId);
  await engine.store.db.updateTable('bank').set({ enabled: true }).where('platform_id', '=', platformId).execute();
});

const nil = '00000000-0000-0000-0000-000000000000';
