/** Is a copy that went because of a request counted under that request, once, and does its person read so? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf, requestByNumber } from '../store/cases.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { answers, anUpload, aPicture, edited, pdq, sweepAll } from './test-cast.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});

afterAll(async () => {
  await house.close();
});

const reviewOf = async (contentId: string): Promise<string> => {
  const row = await house.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', contentId)
    .executeTakeFirstOrThrow();
  return row.id;
};
const actionOf = async (contentId: string): Promise<string> => {
  const row = await house.engine.store.db
    .selectFrom('action')
    .select('id')
    .where('content_id', '=', contentId)
    .where('kind', '=', 'content.remove')
    .executeTakeFirstOrThrow();
  return row.id;
};
const copiesOf = async (trackingNumber: string): Promise<number[]> => {
  const request = await requestByNumber(house.engine.store.db, trackingNumber);
  if (request === null) throw new Error('no request');
  const events = await eventsOf(house.engine.store.db, request);
  return events.flatMap((event) => (event.kind === 'copies-removed' ? [event.count] : []));
};

test('copies that a sweep found and a person removed are counted once each when the service confirms, under her request and no other', async () => {
  const { engine, platformId, moderatorId } = house;
  const picture = aPicture();
  for (const [contentId, bits] of [
    ['named', 0],
    ['copy-1', 4],
    ['copy-2', 8],
    ['elsewhere', 120],
  ] as const)
    await screen(engine, platformId, anUpload(contentId, pdq(edited(picture, bits))));
  const file = (contentId: string) => fileRequest(engine, { platformId, answers: answers(contentId) });
  const { trackingNumber, caseId } = await file('named');
  const stranger = await file('elsewhere');
  const by = { decision: 'remove', ground: 'valid-request', note: '', moderatorId } as const;
  for (const about of [{ trackingNumber }, { trackingNumber: stranger.trackingNumber }]) await decide(engine, { about, ...by });
  expect(await sweepAll(engine)).toBe(2);
  for (const contentId of ['copy-1', 'copy-2'])
    await decide(engine, { about: { reviewId: await reviewOf(contentId) }, ...by, ground: 'same-picture' });
  expect(await copiesOf(trackingNumber)).toEqual([]);

  house.later(60_000);
  for (const contentId of ['named', 'copy-1', 'copy-1', 'copy-2', 'elsewhere'])
    await completeAction(engine, platformId, await actionOf(contentId), {});
  expect(await copiesOf(trackingNumber)).toEqual([1, 1]);
  expect(await copiesOf(stranger.trackingNumber)).toEqual([]);
  const read = JSON.stringify(await readCase(engine, caseId));
  expect(read).toContain('The service says that 2 copies of it are gone, too.');
  expect(read.match(/copies of it/g)).toHaveLength(1);
});
