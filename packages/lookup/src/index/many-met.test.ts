/** Is an upload that meets thousands of listed items told of the same ones as if each had been weighed? */
import { hexOfBytes } from '@likeness/fingerprint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BankPolicy, ItemCode, ListedItem, OnMatch } from '../bank/policy.ts';
import { mostWeighed, type Upload } from './live.ts';
import { openIndex, type SortedIndex } from './open.ts';

const blank = new Uint8Array(32).fill(0x5a);
const asked: Upload = {
  platformId: 'forum',
  source: 'bytes',
  fingerprints: [
    { kind: 'pdq', variant: 'whole', value: hexOfBytes(blank), quality: 100 },
    { kind: 'sha256', variant: 'whole', value: hexOfBytes(blank) },
  ],
};

interface Facts {
  readonly bits: readonly number[];
  readonly bankId: string;
  readonly quality: number;
  readonly isClaimants: boolean;
  readonly asksOnly: boolean;
  readonly isSameFile: boolean;
}

const facts = fc.record({
  bits: fc.array(fc.nat(255), { maxLength: 12 }),
  bankId: fc.constantFrom<string>('hold', 'review', 'observe'),
  quality: fc.constantFrom(100, 40),
  isClaimants: fc.boolean(),
  asksOnly: fc.boolean(),
  isSameFile: fc.boolean(),
});

function itemOf(number: number, { bits, bankId, quality, isClaimants, asksOnly, isSameFile }: Facts): ListedItem {
  const code = blank.slice();
  for (const bit of bits) code[bit >> 3] = (code[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  const provenance = isClaimants ? 'claimant' : 'confirmed';
  const codes: ItemCode[] = [{ kind: 'pdq', variant: 'whole', value: hexOfBytes(code), quality, provenance }];
  if (isSameFile) codes.push({ kind: 'sha256', variant: 'whole', value: hexOfBytes(blank), quality: null, provenance });
  // Ids that come in another order than the items do; some are no UUIDs.
  const scattered = (Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const id = number % 7 === 0 ? `item ${scattered}` : `${scattered}-0000-4000-8000-000000000000`;
  return { id, bankId, state: 'active', source: 'list', addedAt: '2026-11-20T10:00:00.000Z', asksOnly, codes };
}

const bank = (id: string, onMatch: OnMatch, more: Partial<BankPolicy> = {}): BankPolicy => ({
  id,
  name: id,
  onMatch,
  enabled: true,
  radius: null,
  platformId: null,
  ...more,
});

async function indexWith(items: readonly ListedItem[]): Promise<SortedIndex> {
  const index = await openIndex();
  let seq = 0;
  for (const onMatch of ['hold', 'review', 'observe'] as const) index.apply({ seq: ++seq, kind: 'bank', bank: bank(onMatch, onMatch) });
  index.apply({ seq: ++seq, kind: 'bank', bank: bank('harmless', 'hold', { isHarmless: true }) });
  for (const item of items) index.apply({ seq: ++seq, kind: 'item', item });
  return index;
}

test('the first are those of a full weighing, in its order, and all are counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 40 }), fc.constantFrom(900, 1001, 2500), async (kindsOfItem, count) => {
      const items = Array.from({ length: count }, (_, number) => itemOf(number, kindsOfItem[number % kindsOfItem.length] ?? never()));
      const index = await indexWith(items);
      for (const when of ['call', 'job'] as const) {
        const all = index.look(asked, when);
        const { matches, inAll } = index.lookFirst(asked, when);
        expect(inAll).toBe(all.length);
        expect(matches).toEqual(all.slice(0, mostWeighed));
      }
    }),
    { numRuns: 12 },
  );
});

test('a harmless item among thousands silences those that it explains', async () => {
  const plain: Facts = { bits: [], bankId: 'hold', quality: 100, isClaimants: false, asksOnly: false, isSameFile: false };
  const items = Array.from({ length: 1500 }, (_, number) => itemOf(number, { ...plain, bits: [number % 256] }));
  const index = await indexWith([...items, itemOf(1500, { ...plain, bankId: 'harmless' })]);
  const { matches, inAll } = index.lookFirst(asked);
  expect(inAll).toBe(1501);
  expect(matches).toHaveLength(mostWeighed);
  expect(matches.every(({ effect }) => effect === 'observe')).toBe(true);
});

function never(): never {
  throw new RangeError('no facts');
}
