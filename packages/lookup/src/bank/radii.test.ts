import fc from 'fast-check';
import { expect, test } from 'vitest';
import { radiiOf, radiiText } from './radii.ts';

test('what is written is read back as it was', () => {
  const narrowed = fc.record({
    kind: fc.constantFrom('pdq' as const, 'vpdq' as const),
    variant: fc.constantFrom(null, 'whole' as const, 'flipX' as const, 'complement' as const),
    radius: fc.integer({ min: 0, max: 48 }),
  });
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 0, max: 48 })), fc.array(narrowed, { maxLength: 4 }), (radius, radii) => {
      expect(radiiOf(radiiText({ radius, radii }))).toEqual({ radius, radii });
    }),
  );
});

test('spaces do not count, nothing and "tier" narrow nothing', () => {
  expect(radiiOf(' pdq = 24 ,12')).toEqual({ radius: 12, radii: [{ kind: 'pdq', variant: null, radius: 24 }] });
  expect(radiiOf('')).toEqual({ radius: null, radii: [] });
  expect(radiiOf('tier')).toEqual({ radius: null, radii: [] });
});

test.each([
  ['49', '0 to 48'],
  ['pdq=', 'number of bits'],
  ['-3', 'number of bits'],
  ['sha256=2', 'equal or not'],
  ['phash=2', 'equal or not'],
  ['pdq:sideways=2', 'one of the turns'],
])('%s is refused with what it should be', (text, hint) => {
  expect(radiiOf(text)).toContain(hint);
});
