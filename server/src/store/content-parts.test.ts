/** Does every view that is stored keep the number that it has always had? */
import { crops, type DerivedVariant, isVariant, regions, tilts, variantFacts } from '@likeness/fingerprint';
import { expect, test } from 'vitest';
import { packViews, unpackViews } from './content-parts.ts';

const value = 'ab'.repeat(32);
const packed = (variant: DerivedVariant) => packViews([{ kind: 'pdq', variant, quality: 80, value }]);

test.each<[DerivedVariant, number]>([
  ['regionLeft', 0],
  ['regionCentre', 10],
  ['tiltLeft3', 11],
  ['tiltRight3', 16],
  ['cropEdges5', 17],
  ['cropStory', 32],
  ['cropEdges3', 33],
  ['cropLeft96', 38],
  ['cropRight96', 45],
  ['cropTop96', 52],
  ['cropBottom96', 59],
  ['cropSquareFirst', 66],
  ['cropStoryLast', 71],
])('%s is number %i in every row that was ever written', (variant, number) => {
  expect(packed(variant)[0]).toBe(number);
});

test('every view of a part goes in and comes out again, in the same bytes for its number, quality and value', () => {
  const views = [...regions, ...tilts, ...crops].map((variant) => ({ kind: 'pdq' as const, variant, quality: 61, value }));
  expect(views.filter(({ variant }) => isVariant(variant) || variantFacts[variant].group === 'trimmed')).toEqual([]);
  expect(unpackViews(packViews(views))).toEqual(views);
});

test('a number that this version does not know is left out, and the rest is read', () => {
  const unknown = Buffer.concat([Buffer.of(250, 80), Buffer.from(value, 'hex')]);
  expect(unpackViews(Buffer.concat([unknown, packed('regionTop')])).map(({ variant }) => variant)).toEqual(['regionTop']);
});
