/** Are all uploads that look like a requester's pictures found, those screened before her request and those after, and no others? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { candidatesOf, seekersOf } from '../store/candidates.ts';
import { contentById } from '../store/content.ts';
import { amendRequest } from './amend-request.ts';
import { decide } from './decide.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { findAmongNewUploads } from './find-uploads.ts';
import { forgetContent } from './forget.ts';
import { screen } from './screen.ts';
import { answers, anUpload, aPicture, edited, findAll, pdq, sha256 } from './test-cast.ts';
import { minutes, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';

let house: TestHouse;
let engine: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, moderatorId } = house);
});

afterAll(() => house.close());

let made = 0;
const id = (): string => {
  made += 1;
  return `post-${made}`;
};
const show = async (...fingerprints: Parameters<typeof anUpload>[1][]): Promise<string> => {
  const contentId = id();
  await screen(engine, platformId, anUpload(contentId, ...fingerprints));
  return contentId;
};
const asks = async (fingerprints: Parameters<typeof anUpload>[1][]) =>
  (await fileRequest(engine, { platformId, answers: answers('named', { fingerprints }) })).trackingNumber;
const foundFor = async (trackingNumber: string): Promise<string[]> => {
  const refs = (await candidatesOf(engine.store.db, trackingNumber)).map(({ ref }) => ref);
  if (refs.length === 0) return [];
  const rows = await engine.store.db.selectFrom('content').select('content_id').where('ref', 'in', refs).execute();
  return rows.map(({ content_id }) => content_id).toSorted();
};

test('what was screened before is found by the job of the filing, however long ago; what is far, plain or named is not', async () => {
  const [x, file] = [aPicture(), aPicture()];
  const found = [await show(pdq(x)), await show(sha256(file), pdq(aPicture()))];
  house.later(minutes(60 * 24 * 400));
  found.push(await show(pdq(edited(x, 30))), await show(pdq(aPicture()), pdq(edited(x, 8), 'rotate90')));
  await show(pdq(edited(x, 32)));
  await show(pdq(edited(x, 8), 'whole', 49));
  await show(pdq(aPicture()));
  await screen(engine, platformId, anUpload('named', pdq(edited(x, 2))));
  const number = await asks([pdq(x), sha256(file)]);
  expect(await foundFor(number)).toEqual([]);
  expect(await findAll(engine)).toBe(1);
  expect(await foundFor(number)).toEqual(found.toSorted());
});

test('of a filing under two laws it is found for both requests, whichever a moderator opens', async () => {
  const x = aPicture();
  const before = await show(pdq(edited(x, 4)));
  const { requests } = await fileRequest(engine, {
    platformId,
    answers: answers('elsewhere', { fingerprints: [pdq(x)] }),
    bases: ['take-it-down', 'dmca'],
  });
  expect(requests).toHaveLength(2);
  await findAll(engine);
  const after = await show(pdq(edited(x, 6)));
  house.later(minutes(5));
  await tick(engine);
  for (const { trackingNumber } of requests) expect(await foundFor(trackingNumber)).toEqual([before, after].toSorted());
});

describe('what is screened later', () => {
  test('is found by the next look, also when its transaction was dated before the last one', async () => {
    const x = aPicture();
    const number = await asks([pdq(x)]);
    await findAll(engine);
    expect(await foundFor(number)).toEqual([]);
    house.later(minutes(5));
    await tick(engine);
    house.later(-minutes(3));
    const late = await show(pdq(edited(x, 4)));
    house.later(minutes(4));
    const after = await show(pdq(edited(x, 6)));
    await tick(engine);
    expect(await foundFor(number)).toEqual([late, after].toSorted());
    await forgetContent(engine, platformId, late);
    expect(await foundFor(number)).toEqual([after]);
  });

  test('is not looked for once the request is decided', async () => {
    const x = aPicture();
    const number = await asks([pdq(x)]);
    await findAll(engine);
    await decide(engine, { about: { trackingNumber: number }, decision: 'keep', ground: 'not-intimate', note: '', moderatorId });
    await show(pdq(x));
    await findAmongNewUploads(engine);
    expect(await foundFor(number)).toEqual([]);
  });
});

test('many filings at once are one pass, and a picture that is added later is looked for in all that was screened', async () => {
  const [x, y] = [aPicture(), aPicture()];
  const old = await show(pdq(y));
  house.later(minutes(60));
  const numbers = [await asks([pdq(x)]), await asks([pdq(x)]), await asks([pdq(x)])];
  const copy = await show(pdq(x));
  expect(await findAll(engine)).toBe(3);
  for (const number of numbers) expect(await foundFor(number)).toEqual([copy]);
  expect(await seekersOf(engine.store.db, { platformId, isLookedFor: false })).toEqual([]);
  const [first = ''] = numbers;
  await amendRequest(engine, { platformId }, first, { fingerprints: [pdq(y)] });
  expect((await seekersOf(engine.store.db, { platformId, isLookedFor: false })).map(({ trackingNumber }) => trackingNumber)).toEqual([
    first,
  ]);
  await findAll(engine);
  expect(await foundFor(first)).toEqual([copy, old].toSorted());
});

test('a request whose job was lost is taken up by a later look', async () => {
  const x = aPicture();
  const copy = await show(pdq(x));
  const number = await asks([pdq(x)]);
  await engine.store.db.deleteFrom('request_candidate').where('tracking_number', '=', number).execute();
  house.later(minutes(61));
  await tick(engine);
  expect(await foundFor(number)).toEqual([copy]);
  expect((await contentById(engine.store.db, platformId, copy))?.contentId).toBe(copy);
  await findAll(engine);
});
