import { regions, tilts } from '@likeness/fingerprint';
import { describe, expect, test } from 'vitest';
import type { BankPolicy, ItemCode } from './policy.ts';
import { EXACT_RADIUS, effectOf, HOLD_QUALITY, HOLD_RADIUS, radiusFor, ratioFor, tiers, verdictOf } from './verdict.ts';

/** The tiers as they were agreed, row by row: upload side, item side, radius, when, strongest effect. */
const agreedTable = `
| sha256, md5                                        | the same                        | 0  | in the call | hold |
| whole and 8 turns (from bytes), complement test    | whole                           | 30 | in the call | hold |
| a lone fingerprint (no bytes)                      | whole, and the item's turns     | 30 | in the call | hold |
| trimmed                                            | whole                           | 30 | in the call | review |
| vPDQ, 80 % of the frames of both                   | vPDQ                            | 31 | in the call | hold |
| vPDQ, 80 % of the frames of either                 | vPDQ                            | 31 | in the call | review |
| whole and turns                                    | whole                           | 48 | job within 60 s | review |
| a lone fingerprint                                 | whole, and the item's turns     | 48 | job within 60 s | review |
| regions, tilts                                     | whole                           | 48 | job within 60 s | review |
| whole                                              | crops                           | 48 | job within 60 s | review |
`;

const eight = ['whole', 'rotate90', 'rotate180', 'rotate270', 'flipX', 'flipY', 'flipPlus1', 'flipMinus1'];

describe('the tiers are the table that was agreed', () => {
  const rows = agreedTable
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));

  test('same rows, same radius, same strongest effect, in the same order', () => {
    expect(tiers.map(({ radius, when, strongest }) => [String(radius), when === 'call', strongest])).toEqual(
      rows.map(([, , , radius, when, effect]) => [radius, when === 'in the call', effect]),
    );
  });

  test('row 1: exact kinds, the same file', () => {
    const [exact] = tiers;
    expect(exact?.kinds.join(', ')).toBe(rows[0]?.[1]);
    expect(exact?.meetings).toEqual([
      { upload: ['whole'], item: 'sha256' },
      { upload: ['whole'], item: 'md5' },
    ]);
    expect(exact?.from).toEqual(['bytes', 'fingerprints']);
  });

  test('row 2: bytes bring the picture, its turns and its complement against the whole item', () => {
    const [, picture] = tiers;
    expect(picture?.from).toEqual(['bytes']);
    expect(picture?.meetings).toEqual([{ upload: [...eight, 'complement'], item: 'whole' }]);
  });

  test("row 3: a lone fingerprint meets the whole item and the item's turns", () => {
    const [, , lone] = tiers;
    expect(lone?.from).toEqual(['fingerprints']);
    expect(lone?.meetings).toEqual([
      { upload: eight, item: 'whole' },
      { upload: ['whole'], item: 'turns' },
    ]);
  });

  test('rows 5 and 6: frames of videos, both sides or one', () => {
    const [, , , , video, part] = tiers;
    expect([video, part].map((tier) => [tier?.meetings, tier?.frames])).toEqual([
      [[{ upload: ['whole'], item: 'frames' }], { of: 'both', leastShare: 0.8 }],
      [[{ upload: ['whole'], item: 'frames' }], { of: 'either', leastShare: 0.8 }],
    ]);
  });

  test('rows 4 and 7 to 10: what may only ask, and never holds', () => {
    const [, , , trimmed, , , far, lone, parts, crops] = tiers;
    expect(parts).toMatchObject({ meetings: [{ upload: [...regions, ...tilts], item: 'whole' }], from: ['bytes'], isAboveFloor: true });
    expect(crops).toMatchObject({ meetings: [{ upload: ['whole', ...regions], item: 'crops' }], isAboveFloor: true });
    expect(trimmed?.meetings).toEqual([{ upload: ['trimmed', 'trimmedFully', 'trimmedBlur'], item: 'whole' }]);
    expect(far?.meetings).toEqual([{ upload: eight, item: 'whole' }]);
    expect(lone?.meetings).toEqual(tiers[2]?.meetings);
    expect([trimmed, far, lone].map((tier) => tier?.from)).toEqual([['bytes'], ['bytes'], ['fingerprints']]);
  });

  test('the promised numbers are 30 bits, quality 50, and 0 for exact kinds', () => {
    expect([HOLD_RADIUS, HOLD_QUALITY, EXACT_RADIUS]).toEqual([30, 50, 0]);
  });
});

const bank: BankPolicy = { id: 'b', name: 'Own bank', onMatch: 'hold', enabled: true, radius: null, platformId: null };
const picture: ItemCode = { kind: 'pdq', variant: 'whole', value: '0'.repeat(64), quality: 100, provenance: 'confirmed' };
const exact: ItemCode = { kind: 'sha256', variant: 'whole', value: '0'.repeat(64), quality: null, provenance: 'confirmed' };

function tier(name: string) {
  const found = tiers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no tier ${name}`);
  return found;
}

describe('what one agreeing code may do', () => {
  test('a confirmed picture in a bank that holds is held', () => {
    expect(effectOf(tier('picture'), bank, picture, 100)).toBe('hold');
    expect(effectOf(tier('exact'), bank, exact, null)).toBe('hold');
  });

  test('a quality of 50 on both sides holds; 49 or unknown on either side is only looked at', () => {
    expect(effectOf(tier('picture'), bank, { ...picture, quality: 50 }, 50)).toBe('hold');
    expect(effectOf(tier('picture'), bank, { ...picture, quality: 49 }, 100)).toBe('review');
    expect(effectOf(tier('picture'), bank, picture, 49)).toBe('review');
    expect(effectOf(tier('picture'), bank, { ...picture, quality: null }, 100)).toBe('review');
    expect(effectOf(tier('picture'), bank, picture, null)).toBe('review');
  });

  test("a claimant's own fingerprint never does more than review, also as an exact copy", () => {
    expect(effectOf(tier('picture'), bank, { ...picture, provenance: 'claimant' }, 100)).toBe('review');
    expect(effectOf(tier('exact'), bank, { ...exact, provenance: 'claimant' }, null)).toBe('review');
  });

  test('a bank narrows what its matches do, never more than that', () => {
    expect(effectOf(tier('picture'), { ...bank, onMatch: 'review' }, picture, 100)).toBe('review');
    expect(effectOf(tier('picture'), { ...bank, onMatch: 'observe' }, picture, 100)).toBe('observe');
    expect(effectOf(tier('picture'), { ...bank, onMatch: 'observe' }, { ...picture, provenance: 'claimant' }, 0)).toBe('observe');
  });

  test('a bank narrows the radius and cannot widen it', () => {
    expect(radiusFor(tier('picture'), bank, 'pdq', 'whole')).toBe(30);
    expect(radiusFor(tier('picture'), { ...bank, radius: 12 }, 'pdq', 'whole')).toBe(12);
    expect(radiusFor(tier('picture'), { ...bank, radius: 64 }, 'pdq', 'whole')).toBe(30);
    expect(radiusFor(tier('exact'), { ...bank, radius: 12 }, 'sha256', 'whole')).toBe(0);
  });

  test('by kind and view too: the smallest radius that applies counts', () => {
    const radii = [
      { kind: 'pdq', variant: null, radius: 20 },
      { kind: 'pdq', variant: 'flipX', radius: 8 },
      { kind: 'vpdq', variant: null, radius: 4 },
      { kind: 'pdq', variant: 'rotate90', radius: 60 },
    ] as const;
    const narrow = { ...bank, radius: 26, radii };
    expect(radiusFor(tier('picture'), narrow, 'pdq', 'whole')).toBe(20);
    expect(radiusFor(tier('picture'), narrow, 'pdq', 'flipX')).toBe(8);
    expect(radiusFor(tier('picture'), narrow, 'pdq', 'rotate90')).toBe(20);
    expect(radiusFor(tier('exact'), narrow, 'md5', 'whole')).toBe(0);
  });

  test('a bank may ask for a larger share of a video, never for a smaller one', () => {
    expect(ratioFor(0.8, bank)).toBe(0.8);
    expect(ratioFor(0.8, { ...bank, ratio: null })).toBe(0.8);
    expect(ratioFor(0.8, { ...bank, ratio: 0.95 })).toBe(0.95);
    expect(ratioFor(0.8, { ...bank, ratio: 0.1 })).toBe(0.8);
  });

  test('an item that only asks never holds, in any bank and as an exact copy too', () => {
    expect(effectOf(tier('picture'), bank, picture, 100, true)).toBe('review');
    expect(effectOf(tier('exact'), bank, exact, null, true)).toBe('review');
    expect(effectOf(tier('exact'), { ...bank, onMatch: 'observe' }, exact, null, true)).toBe('observe');
    expect(effectOf(tier('exact'), bank, exact, null, false)).toBe('hold');
  });
});

test('the verdict is the strongest effect; observing lets the upload pass', () => {
  expect(verdictOf([])).toBe('allow');
  expect(verdictOf([{ effect: 'observe' }])).toBe('allow');
  expect(verdictOf([{ effect: 'observe' }, { effect: 'review' }])).toBe('review');
  expect(verdictOf([{ effect: 'review' }, { effect: 'hold' }, { effect: 'observe' }])).toBe('hold');
});
