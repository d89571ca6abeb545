/** Does what is sought among stored fingerprints leave out no upload that meets an item? Held against the index itself. */
import { type DerivedVariant, hammingDistance, hexOfBytes, type Turn, turns, type View } from '@likeness/fingerprint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemCode, ListedItem } from '../bank/policy.ts';
import { openIndex } from './open.ts';
import { type Sought, soughtFor } from './sought.ts';

const centre = new Uint8Array(32).fill(0b01101001);

function code(places: readonly number[], isInverted: boolean): string {
  const copy = centre.map((byte) => (isInverted ? byte ^ 0xff : byte));
  for (const place of new Set(places)) copy[place >> 3] = (copy[place >> 3] ?? 0) ^ (1 << (place & 7));
  return hexOfBytes(copy);
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** What a scan of stored fingerprints would name: any view of it, near or equal. */
const isNamed = ({ near, exact }: Sought, fingerprints: readonly View[]): boolean =>
  fingerprints.some(
    ({ kind, value }) =>
      exact.some((one) => one.kind === kind && one.value === value) ||
      near.some((one) => one.kind === kind && hammingDistance(one.code, bytes(value)) <= one.radius),
  );

const value = fc
  .record({ places: fc.array(fc.nat(255), { maxLength: 40 }), isInverted: fc.boolean() })
  .map((of) => code(of.places, of.isInverted));
const quality = fc.constantFrom(0, 49, 50, 100);
const itemCode: fc.Arbitrary<ItemCode> = fc.oneof(
  fc.record({
    kind: fc.constant('pdq' as const),
    variant: fc.constantFrom<ItemCode['variant']>('whole', ...turns, 'cropSquare'),
    value,
    quality,
    provenance: fc.constantFrom('confirmed' as const, 'claimant' as const),
  }),
  fc.record({
    kind: fc.constant('vpdq' as const),
    variant: fc.constant('whole' as const),
    value,
    quality,
    provenance: fc.constant('confirmed' as const),
  }),
  fc.record({
    kind: fc.constant('sha256' as const),
    variant: fc.constant('whole' as const),
    value: fc.constantFrom('1'.repeat(64), '2'.repeat(64)),
    quality: fc.constant(null),
    provenance: fc.constant('confirmed' as const),
  }),
);
const view: fc.Arbitrary<View> = fc.oneof(
  fc.record({
    kind: fc.constant('pdq' as const),
    variant: fc.constantFrom<'whole' | Turn>('whole', ...turns),
    value,
    quality,
  }),
  fc.record({
    kind: fc.constant('pdq' as const),
    variant: fc.constantFrom<DerivedVariant>('trimmed', 'trimmedFully', 'trimmedBlur', 'regionLeft', 'tiltLeft1'),
    value,
    quality,
  }),
  fc.record({ kind: fc.constant('vpdq' as const), variant: fc.constant('whole' as const), value, quality }),
  fc.record({
    kind: fc.constant('sha256' as const),
    variant: fc.constant('whole' as const),
    value: fc.constantFrom('1'.repeat(64), '3'.repeat(64)),
  }),
);

test('an upload that meets an item, in the call or in the job, has a fingerprint that is sought', async () => {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(itemCode, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.array(view, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('bytes' as const, 'fingerprints' as const),
      fc.constantFrom('call' as const, 'job' as const),
      async (codes, fingerprints, source, when) => {
        const items = codes.map(
          (some, n): ListedItem => ({
            id: `item ${n}`,
            bankId: 'own',
            state: 'active',
            source: 'test',
            addedAt: '2026-11-22T00:00:00.000Z',
            codes: some,
          }),
        );
        const index = await openIndex();
        index.apply({
          seq: 1,
          kind: 'bank',
          bank: { id: 'own', name: 'Own', onMatch: 'hold', enabled: true, radius: null, platformId: null },
        });
        for (const [n, item] of items.entries()) index.apply({ seq: n + 2, kind: 'item', item });
        const isMet = index.look({ platformId: 'any', source, fingerprints }, when).length > 0;
        if (isMet) met += 1;
        if (isMet) expect(isNamed(soughtFor(items, when), fingerprints)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  // Of this many the property says something.
  expect(met).toBeGreaterThan(50);
});

test('equal codes of several items are one question, with the wider radius; a whole picture asks for its inverted form too', () => {
  const one = { kind: 'pdq', variant: 'whole', value: '0f'.repeat(32), quality: 100, provenance: 'confirmed' } as const;
  const item = { bankId: 'own', state: 'active', source: 'test', addedAt: '2026-11-22T00:00:00.000Z', codes: [one] } as const;
  const items = [
    { ...item, id: 'a' },
    { ...item, id: 'b' },
  ];
  const questions = (when: 'call' | 'job') =>
    soughtFor(items, when).near.map(({ code: asked, radius }) => [hexOfBytes(asked).slice(0, 2), radius]);
  expect(questions('call')).toEqual([
    ['0f', 30],
    ['f0', 30],
  ]);
  expect(questions('job')).toEqual([
    ['0f', 48],
    ['f0', 30],
  ]);
});
