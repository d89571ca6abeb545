/** How many crops of a picture does a bank take, the more it has? */
import { usualCrops } from '@likeness/fingerprint';
import { expect, test } from 'vitest';
import { cropsWithRoom } from './list-item.ts';

const crops = [...usualCrops, 'cropLeft96', 'cropTop50'].map((variant) => ({ variant }));

test('up to half of its share a bank takes every crop, from there on the usual ones, and none beyond it', () => {
  expect(cropsWithRoom(crops, 500_000 - crops.length)).toEqual(crops);
  expect(cropsWithRoom(crops, 500_001 - crops.length).map(({ variant }) => variant)).toEqual(usualCrops);
  expect(cropsWithRoom(crops, 1_000_000 - usualCrops.length).map(({ variant }) => variant)).toEqual(usualCrops);
  expect(cropsWithRoom(crops, 1_000_001 - usualCrops.length)).toEqual([]);
});
