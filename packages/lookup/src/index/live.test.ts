import type { Fingerprint, Variant, View } from '@likeness/fingerprint';
import { bytesOfHex, hammingDistance, hexOfBytes, trims, turns } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankChange, BankPolicy, ItemCode, ItemState, ListedItem } from '../bank/policy.ts';
import { verdictOf } from '../bank/verdict.ts';
import { forNear } from './homes.ts';
import { FollowingIndex, type LiveIndex, type Upload } from './live.ts';
import { openIndex } from './open.ts';
import { PlainScan } from './plain.ts';

const bridge = 'f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22';
const away = hexOfBytes(bytesOfHex(bridge).map((byte, i) => (i % 2 === 0 ? byte ^ 0xff : byte)));

/** The code with its first `bits` bits flipped: at exactly that distance. */
function near(value: string, bits: number): string {
  return hexOfBytes(bytesOfHex(value).map((byte, i) => byte ^ (0xff & ~(0xff >> Math.max(0, Math.min(8, bits - 8 * i))))));
}

function complement(value: string): string {
  return near(value, 256);
}

function code(value: string, variant: Variant = 'whole', more: Partial<ItemCode> = {}): ItemCode {
  return { kind: 'pdq', variant, value, quality: 100, provenance: 'confirmed', ...more };
}

function item(id: string, codes: readonly ItemCode[], more: Partial<ListedItem> = {}): ListedItem {
  return { id, bankId: 'own', state: 'active', source: 'decision', addedAt: '2026-11-20T10:00:00.000Z', codes, ...more };
}

function pdq(value: string, variant: Variant = 'whole', quality = 100): Fingerprint {
  return { kind: 'pdq', variant, value, quality };
}

function fromBytes(...fingerprints: View[]): Upload {
  return { platformId: 'forum', source: 'bytes', fingerprints };
}

function lone(...fingerprints: Fingerprint[]): Upload {
  return { platformId: 'forum', source: 'fingerprints', fingerprints };
}

const own: BankPolicy = { id: 'own', name: 'Own bank', onMatch: 'hold', enabled: true, radius: null, platformId: 'forum' };

async function indexWith(...items: ListedItem[]): Promise<LiveIndex> {
  const index = await openIndex();
  index.apply({ seq: 1, kind: 'bank', bank: own });
  items.forEach((one, i) => {
    index.apply({ seq: i + 2, kind: 'item', item: one });
  });
  return index;
}

describe('each tier, walked', () => {
  test('sha256 and md5: the same file is held, one digit off is not known', async () => {
    const sha256 = 'a'.repeat(64);
    const md5 = 'b'.repeat(32);
    const index = await indexWith(item('i', [code(sha256, 'whole', { kind: 'sha256' }), code(md5, 'whole', { kind: 'md5' })]));
    for (const source of ['bytes', 'fingerprints'] as const) {
      for (const [kind, value] of [
        ['sha256', sha256],
        ['md5', md5],
      ] as const) {
        const found = index.look({ platformId: 'forum', source, fingerprints: [{ kind, variant: 'whole', value }] });
        expect(found).toMatchObject([{ itemId: 'i', kind, variant: 'whole', distance: 0, effect: 'hold' }]);
        expect(index.look({ platformId: 'forum', source, fingerprints: [{ kind, variant: 'whole', value: near(value, 1) }] })).toEqual([]);
      }
    }
  });

  test.each(['whole', ...turns] as const)(
    'bytes, %s: within 30 bits of the whole item it is held, at 31 it is not known',
    async (variant) => {
      const index = await indexWith(item('i', [code(bridge)]));
      const others = fromBytes(pdq(away), pdq(near(bridge, 30), variant));
      expect(index.look(others)).toMatchObject([{ itemId: 'i', kind: 'pdq', variant, distance: 30, effect: 'hold' }]);
      expect(index.look(fromBytes(pdq(away), pdq(near(bridge, 31), variant)))).toEqual([]);
    },
  );

  test('bytes, complement: the picture with every colour inverted is held up to 30 bits', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    expect(index.look(fromBytes(pdq(complement(bridge))))).toMatchObject([{ variant: 'complement', distance: 0, effect: 'hold' }]);
    expect(index.look(fromBytes(pdq(near(complement(bridge), 30))))).toMatchObject([
      { variant: 'complement', distance: 30, effect: 'hold' },
    ]);
    expect(index.look(fromBytes(pdq(near(complement(bridge), 31))))).toEqual([]);
  });

  test("bytes never meet the item's turns: the upload brought its own", async () => {
    const index = await indexWith(item('i', [code(bridge, 'rotate90')]));
    expect(index.look(fromBytes(pdq(bridge)))).toEqual([]);
  });

  test.each(['whole', ...turns] as const)("a lone fingerprint meets the item's %s within 30 bits", async (variant) => {
    const index = await indexWith(item('i', [code(away), code(bridge, variant)]));
    expect(index.look(lone(pdq(near(bridge, 30))))).toMatchObject([{ itemId: 'i', variant, distance: 30, effect: 'hold' }]);
    expect(index.look(lone(pdq(near(bridge, 31))))).toEqual([]);
  });

  test('a lone fingerprint has no complement test', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    expect(index.look(lone(pdq(complement(bridge))))).toEqual([]);
  });

  test('a low quality, or none, on either side asks a person and holds nothing', async () => {
    const index = await indexWith(item('i', [code(bridge)]), item('blurred', [code(away, 'whole', { quality: 49 })]));
    expect(index.look(fromBytes(pdq(bridge, 'whole', 49)))).toMatchObject([{ itemId: 'i', effect: 'review' }]);
    expect(index.look(lone({ kind: 'pdq', variant: 'whole', value: bridge }))).toMatchObject([{ itemId: 'i', effect: 'review' }]);
    expect(index.look(fromBytes(pdq(away)))).toMatchObject([{ itemId: 'blurred', effect: 'review' }]);
  });

  test("a claimant's own fingerprint asks a person and holds nothing", async () => {
    const index = await indexWith(item('i', [code(bridge, 'whole', { provenance: 'claimant' })]));
    const found = index.look(fromBytes(pdq(bridge)));
    expect(found).toMatchObject([{ effect: 'review' }]);
    expect(verdictOf(found)).toBe('review');
  });
});

describe('what only asks', () => {
  test.each(trims)('bytes, %s: within 30 bits of the whole item a person is asked, never held', async (variant) => {
    const index = await indexWith(item('i', [code(bridge)]));
    const inBorders = (bits: number): Upload => fromBytes(pdq(away), { kind: 'pdq', variant, value: near(bridge, bits), quality: 100 });
    expect(index.look(inBorders(30))).toMatchObject([{ itemId: 'i', variant, distance: 30, effect: 'review' }]);
    expect(index.look(inBorders(31))).toEqual([]);
    expect(index.look({ ...inBorders(0), source: 'fingerprints' })).toEqual([]);
  });

  test.each(['whole', ...turns] as const)('%s: from 31 to 48 bits a person is asked, by the job and not in the call', async (variant) => {
    const index = await indexWith(item('i', [code(bridge)]));
    for (const upload of [fromBytes, lone]) {
      for (const bits of [31, 48]) {
        const one = upload(pdq(near(bridge, bits), variant));
        expect(index.look(one)).toEqual([]);
        expect(index.look(one, 'job')).toMatchObject([{ itemId: 'i', variant, distance: bits, effect: 'review' }]);
      }
      expect(index.look(upload(pdq(near(bridge, 49), variant)), 'job')).toEqual([]);
    }
  });

  test('the job finds what the call finds, with the same effect', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    const one = fromBytes(pdq(near(bridge, 12)));
    expect(index.look(one, 'job')).toMatchObject([{ itemId: 'i', distance: 12, effect: 'hold' }]);
  });

  test("a lone fingerprint meets the item's turns up to 48 bits too, and a bank narrows that as everything", async () => {
    const index = await indexWith(item('i', [code(away), code(bridge, 'rotate90')]));
    const one = lone(pdq(near(bridge, 40)));
    expect(index.look(one, 'job')).toMatchObject([{ itemId: 'i', variant: 'rotate90', distance: 40, effect: 'review' }]);
    index.apply({ seq: 100, kind: 'bank', bank: { ...own, radius: 39 } });
    expect(index.look(one, 'job')).toEqual([]);
  });
});

test('whether a stored code may meet anything is said of all that the call looks at, and of nothing that the job alone does', async () => {
  const index = await indexWith(item('i', [code(bridge), code(away, 'rotate90')]));
  const asked = (value: string): boolean => index.mayMeet('pdq', bytesOfHex(value));
  expect([bridge, near(bridge, 30), complement(bridge), near(complement(bridge), 30), near(away, 30)].map(asked)).not.toContain(false);
  expect([near(bridge, 31), complement(away), near(away, 128)].map(asked)).not.toContain(true);
});

describe('banks and states', () => {
  test.each(['pending', 'suspended', 'disputed', 'expired'] as const satisfies readonly ItemState[])(
    'a %s item is silent',
    async (state) => {
      const index = await indexWith(item('i', [code(bridge)], { state }));
      expect(index.look(fromBytes(pdq(bridge)))).toEqual([]);
      expect(index.codeCount).toBe(0);
    },
  );

  test('a bank that is switched off is silent, and speaks again when it is switched on', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    index.apply({ seq: 10, kind: 'bank', bank: { ...own, enabled: false } });
    expect(index.look(fromBytes(pdq(bridge)))).toEqual([]);
    index.apply({ seq: 11, kind: 'bank', bank: own });
    expect(index.look(fromBytes(pdq(bridge)))).toHaveLength(1);
  });

  test("another platform's bank never matches; a bank for everybody does", async () => {
    const index = await indexWith(item('i', [code(bridge)]), item('shared', [code(bridge)], { bankId: 'hub' }));
    index.apply({ seq: 20, kind: 'bank', bank: { ...own, id: 'hub', name: 'Hub', onMatch: 'review', platformId: null } });
    const elsewhere = index.look({ ...fromBytes(pdq(bridge)), platformId: 'another' });
    expect(elsewhere.map(({ itemId }) => itemId)).toEqual(['shared']);
    expect(index.look(fromBytes(pdq(bridge))).map(({ itemId, effect }) => [itemId, effect])).toEqual([
      ['i', 'hold'],
      ['shared', 'review'],
    ]);
  });

  test('a narrower bank matches less, a wider one no more', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    index.apply({ seq: 10, kind: 'bank', bank: { ...own, radius: 10 } });
    expect(index.look(fromBytes(pdq(near(bridge, 10))))).toHaveLength(1);
    expect(index.look(fromBytes(pdq(near(bridge, 11))))).toEqual([]);
    index.apply({ seq: 11, kind: 'bank', bank: { ...own, radius: 256 } });
    expect(index.look(fromBytes(pdq(near(bridge, 31))))).toEqual([]);
  });

  test('an item whose bank is not known yet is silent until the bank comes', async () => {
    const index = await openIndex();
    index.apply({ seq: 1, kind: 'item', item: item('i', [code(bridge)]) });
    expect(index.look(fromBytes(pdq(bridge)))).toEqual([]);
    index.apply({ seq: 2, kind: 'bank', bank: own });
    expect(index.look(fromBytes(pdq(bridge)))).toHaveLength(1);
  });
});

describe('explaining', () => {
  test('one result per item: the best view, and every other that agreed', async () => {
    const index = await indexWith(item('i', [code(bridge), code('c'.repeat(64), 'whole', { kind: 'sha256' })]));
    const found = index.look(
      fromBytes(pdq(near(bridge, 8)), pdq(near(bridge, 4), 'flipX'), { kind: 'sha256', variant: 'whole', value: 'c'.repeat(64) }),
    );
    expect(found).toEqual([
      {
        bankId: 'own',
        bankName: 'Own bank',
        itemId: 'i',
        kind: 'sha256',
        variant: 'whole',
        distance: 0,
        addedAt: '2026-11-20T10:00:00.000Z',
        source: 'decision',
        effect: 'hold',
        agreed: [
          { kind: 'sha256', variant: 'whole', distance: 0 },
          { kind: 'pdq', variant: 'flipX', distance: 4 },
          { kind: 'pdq', variant: 'whole', distance: 8 },
        ],
      },
    ]);
  });

  test('the view that is shown is the one the effect rests on, also when a weaker one lies nearer', async () => {
    const index = await indexWith(item('i', [code(bridge, 'whole', { provenance: 'claimant' }), code(near(bridge, 6))]));
    expect(index.look(fromBytes(pdq(bridge)))).toMatchObject([{ distance: 6, effect: 'hold' }]);
  });

  test('equal codes are stored once and name every item that has them', async () => {
    const index = await indexWith(item('first', [code(bridge)]), item('second', [code(bridge)]));
    expect(index.codeCount).toBe(1);
    expect(index.look(fromBytes(pdq(bridge))).map(({ itemId }) => itemId)).toEqual(['first', 'second']);
    index.apply({ seq: 10, kind: 'item-gone', itemId: 'first' });
    expect(index.look(fromBytes(pdq(bridge))).map(({ itemId }) => itemId)).toEqual(['second']);
    index.apply({ seq: 11, kind: 'item-gone', itemId: 'second' });
    expect(index.codeCount).toBe(0);
  });
});

describe('following the changes', () => {
  test('knows the last change, refuses to go back or stand still, and allows gaps', async () => {
    const index = await openIndex();
    expect(index.seq).toBe(0);
    index.apply({ seq: 5, kind: 'bank', bank: own });
    expect(index.seq).toBe(5);
    for (const seq of [5, 4, Number.NaN]) expect(() => index.apply({ seq, kind: 'bank', bank: own })).toThrow(RangeError);
    index.apply({ seq: 9, kind: 'item-gone', itemId: 'never-known' });
    expect(index.seq).toBe(9);
  });

  test('a changed item replaces all that was known of it', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    index.apply({ seq: 10, kind: 'item', item: item('i', [code(away)]) });
    expect(index.look(fromBytes(pdq(bridge)))).toEqual([]);
    expect(index.look(fromBytes(pdq(away)))).toHaveLength(1);
    expect(index.codeCount).toBe(1);
  });

  test('a malformed code changes nothing, not even the sequence', async () => {
    const index = await indexWith(item('i', [code(bridge)]));
    for (const value of ['', bridge.slice(1), bridge.toUpperCase(), `${bridge}00`, 'g'.repeat(64)]) {
      expect(() => index.apply({ seq: 10, kind: 'item', item: item('i', [code(away), code(value)]) })).toThrow(RangeError);
      expect(() => index.look(fromBytes(pdq(value)))).toThrow(RangeError);
    }
    expect(index.seq).toBe(2);
    expect(index.look(fromBytes(pdq(bridge)))).toHaveLength(1);
  });
});

test('after any history of changes the live index answers as a fresh look at what is listed', async () => {
  const centre = bytesOfHex(bridge);
  const nearCentre = fc.integer({ min: 0, max: 45 }).map((bits) => near(bridge, bits));
  const value = fc.oneof(nearCentre, fc.constant(hexOfBytes(centre.toReversed())));
  const itemCode = fc.record({
    kind: fc.constant('pdq' as const),
    variant: fc.constantFrom<Variant>('whole', 'rotate90', 'flipY'),
    value,
    quality: fc.constantFrom(100, 49, null),
    provenance: fc.constantFrom('confirmed' as const, 'claimant' as const),
  });
  const anItem = fc.record({
    id: fc.constantFrom('1', '2', '3', '4'),
    bankId: fc.constantFrom('own', 'hub'),
    state: fc.constantFrom<ItemState>('active', 'active', 'pending'),
    source: fc.constant('s'),
    addedAt: fc.constant('2026-11-20T10:00:00.000Z'),
    codes: fc.array(itemCode, { maxLength: 4 }),
  });
  const aBank = fc.record({
    id: fc.constantFrom('own', 'hub'),
    name: fc.constant('n'),
    onMatch: fc.constantFrom('hold' as const, 'review' as const, 'observe' as const),
    enabled: fc.boolean(),
    radius: fc.constantFrom(null, 12, 99),
    platformId: fc.constantFrom(null, 'forum', 'another'),
  });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('item' as const), item: anItem }),
    fc.record({ kind: fc.constant('bank' as const), bank: aBank }),
    fc.record({ kind: fc.constant('item-gone' as const), itemId: fc.constantFrom('1', '2', '3', '4') }),
  );
  const newLive = await openIndex();
  expect(newLive).toBeInstanceOf(FollowingIndex);
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 25 }),
      value,
      fc.constantFrom('bytes' as const, 'fingerprints' as const),
      async (changes, asked, source) => {
        const live = await openIndex();
        const plain = new FollowingIndex(forNear(() => new PlainScan()));
        const banks = new Map<string, BankPolicy>();
        const items = new Map<string, ListedItem>();
        changes.forEach((one, i) => {
          const numbered: BankChange = { seq: i + 1, ...one };
          live.apply(numbered);
          plain.apply(numbered);
          if (one.kind === 'bank') banks.set(one.bank.id, one.bank);
          else if (one.kind === 'item') items.set(one.item.id, one.item);
          else items.delete(one.itemId);
        });
        const upload: Upload = { platformId: 'forum', source, fingerprints: [pdq(asked)] };
        const found = live.look(upload);
        expect(found).toEqual(plain.look(upload));
        const expected = [...items.values()].filter((one) => {
          const bank = banks.get(one.bankId);
          if (one.state !== 'active' || !bank?.enabled || (bank.platformId !== null && bank.platformId !== 'forum')) return false;
          return one.codes.some(
            (listed) =>
              (listed.variant === 'whole' || source === 'fingerprints') &&
              hammingDistance(bytesOfHex(listed.value), bytesOfHex(asked)) <= Math.min(30, bank.radius ?? 30),
          );
        });
        expect(found.map(({ itemId }) => itemId).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      },
    ),
    { numRuns: 300 },
  );
});
