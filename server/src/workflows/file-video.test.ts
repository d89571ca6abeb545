/** Are the frames of a person's videos kept, each video an item of its own, and do they list nothing by themselves? */
import type { Fingerprint } from '@likeness/fingerprint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf, picturesOf } from '../store/cases.ts';
import { fileRequest } from './file-request.ts';
import { aCode, answers, aPicture, pdq, sha256 } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

let house: TestEngine;
beforeAll(async () => {
  house = await openTestEngine(new Date('2027-03-01T12:00:00.000Z'));
});
afterAll(() => house.close());

const frame = (number: number): Fingerprint => ({
  kind: 'vpdq',
  variant: 'whole',
  value: number.toString(16).padStart(64, '0'),
  quality: 90,
});
const video = (file: Fingerprint, from: number, count: number): Fingerprint[] => [
  file,
  ...Array.from({ length: count }, (_, i) => frame(from + i)),
];
const kindsOf = async (trackingNumber: string): Promise<Record<string, number>[]> => {
  const files = await picturesOf(house.engine.store.db, trackingNumber);
  expect(files.every(({ state }) => state === 'pending')).toBe(true);
  const counts = files.map(({ fingerprints }) =>
    Object.fromEntries([...Map.groupBy(fingerprints, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length])),
  );
  return counts.toSorted((a, b) => (a['vpdq'] ?? 0) - (b['vpdq'] ?? 0));
};

test('a picture and two videos, of half an hour and with frames in common, are three items; the same again adds nothing', async () => {
  const { engine, platformId } = house;
  const files = [sha256(aPicture()), sha256(aPicture())] as const;
  const picture = [pdq(aPicture()), sha256(aPicture())];
  const fingerprints = [...video(files[0], 1, 1800), ...picture, ...video(files[1], 1791, 20)];
  const filing = { platformId, answers: answers('post-1', { fingerprints }), code: { code: aCode(), pin: null } };
  const { trackingNumber } = await fileRequest(engine, filing);
  const expected = [
    { pdq: 1, sha256: 1 },
    { sha256: 1, vpdq: 20 },
    { sha256: 1, vpdq: 1800 },
  ];
  expect(await kindsOf(trackingNumber)).toEqual(expected);
  await fileRequest(engine, filing);
  expect(await kindsOf(trackingNumber)).toEqual(expected);
  expect(engine.index.codeCount).toBe(0);
  // Her case page counts each for what it is.
  expect(await filesOf(engine.store.db, trackingNumber)).toEqual({ pictures: 1, videos: 2, others: 0 });
});

test('a picture added to a request that has a video takes none of its frames', async () => {
  const { engine, platformId } = house;
  const code = { code: aCode(), pin: null };
  const known = video(sha256(aPicture()), 5000, 12);
  await fileRequest(engine, { platformId, answers: answers('post-2', { fingerprints: known }), code });
  const more = [pdq(aPicture()), sha256(aPicture()), ...known];
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('post-2', { fingerprints: more }), code });
  expect(await kindsOf(trackingNumber)).toEqual([
    { pdq: 1, sha256: 1 },
    { sha256: 1, vpdq: 12 },
  ]);
});
