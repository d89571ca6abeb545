import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hammingDistance } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneByOne } from './hits.ts';
import { loadLinearScan, openCodeBlock } from './linear.ts';
import { PlainScan } from './plain.ts';
import { type NearCodes, near } from './reader.ts';

const newLinearScan = await loadLinearScan();
const both: readonly [string, () => NearCodes][] = [
  ['the fast scan', newLinearScan],
  ['the plain scan', () => new PlainScan()],
];

const code = fc.uint8Array({ minLength: 32, maxLength: 32 });

function flipped(original: Uint8Array, places: readonly number[]): Uint8Array {
  const copy = original.slice();
  for (const place of new Set(places)) copy[place >> 3] = (copy[place >> 3] ?? 0) ^ (1 << (place & 7));
  return copy;
}

test('the fast scan answers as the plain one, whatever was added and removed before, at any radius', () => {
  const places = fc.array(fc.nat(255), { maxLength: 70 });
  const act = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), code }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('add-near' as const), places }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), places, radius: fc.integer({ min: 0, max: 256 }) }) },
  );
  fc.assert(
    fc.property(code, fc.array(act, { maxLength: 60 }), (centre, acts) => {
      const fast = newLinearScan();
      const plain = new PlainScan();
      const taken: number[] = [];
      for (const act of acts) {
        switch (act.kind) {
          case 'add':
          case 'add-near': {
            const added = act.kind === 'add' ? act.code : flipped(centre, act.places);
            const slot = plain.add(added);
            expect(fast.add(added)).toBe(slot);
            taken.push(slot);
            break;
          }
          case 'remove': {
            const [slot] = taken.length > 0 ? taken.splice(act.which % taken.length, 1) : [];
            if (slot === undefined) break;
            fast.remove(slot);
            plain.remove(slot);
            break;
          }
          case 'ask': {
            const asked = flipped(centre, act.places);
            expect(near(fast, asked, act.radius)).toEqual(near(plain, asked, act.radius));
          }
        }
        expect(fast.size).toBe(plain.size);
      }
    }),
    { numRuns: 300 },
  );
});

describe.each(both)('%s', (_name, newCodes) => {
  test('finds a code at every distance from 0 to 256, and at none below it', () => {
    const codes = newCodes();
    const base = new Uint8Array(32).fill(0b01100101);
    codes.add(base);
    for (let distance = 0; distance <= 256; distance++) {
      const asked = flipped(
        base,
        Array.from({ length: distance }, (_, i) => (i * 37) % 256),
      );
      expect(near(codes, asked, distance)).toEqual([{ slot: 0, distance }]);
      expect(near(codes, asked, distance - 1)).toEqual([]);
    }
  });

  test('a removed code is found no more, even by the zeros that its slot was wiped with', () => {
    const codes = newCodes();
    const slot = codes.add(new Uint8Array(32).fill(7));
    codes.remove(slot);
    expect(near(codes, new Uint8Array(32).fill(7), 256)).toEqual([]);
    expect(near(codes, new Uint8Array(32), 256)).toEqual([]);
    expect(codes.size).toBe(0);
  });

  test('a freed slot is used again, and never for two codes', () => {
    const codes = newCodes();
    const slot = codes.add(new Uint8Array(32).fill(1));
    codes.remove(slot);
    expect(() => codes.remove(slot)).toThrow(RangeError);
    expect(codes.add(new Uint8Array(32).fill(2))).toBe(slot);
    expect(codes.add(new Uint8Array(32).fill(3))).not.toBe(slot);
  });

  test('what it keeps is its own: changing the array afterwards changes no answer', () => {
    const codes = newCodes();
    const added = new Uint8Array(32).fill(9);
    codes.add(added);
    added.fill(0);
    expect(near(codes, new Uint8Array(32).fill(9), 0)).toHaveLength(1);
  });

  test('refuses a code of another length', () => {
    const codes = newCodes();
    expect(() => codes.add(new Uint8Array(31))).toThrow(RangeError);
    expect(() => near(codes, new Uint8Array(33), 1)).toThrow(RangeError);
  });
});

test('more hits than the kernel holds at once are all named, once each, and memory grows under it', () => {
  const codes = newLinearScan();
  const count = 20_000;
  for (let i = 0; i < count; i++) {
    const near = new Uint8Array(32);
    near[0] = i & 0xff;
    near[1] = i >> 8;
    codes.add(near);
  }
  const hits = near(codes, new Uint8Array(32), 16);
  expect(hits.map(({ slot }) => slot)).toEqual(Array.from({ length: count }, (_, i) => i));
  expect(hits[0x1234]?.distance).toBe(5);
});

test('a block answers as the plain scan of what it was last filled with, in pieces and in parts', async () => {
  const block = await openCodeBlock();
  const places = fc.array(fc.nat(255), { maxLength: 70 });
  fc.assert(
    fc.property(
      code,
      fc.array(fc.array(places, { maxLength: 8 }), { maxLength: 6 }),
      places,
      fc.nat(256),
      fc.integer({ min: 1, max: 9 }),
      (...drawn) => {
        const [centre, pieces, asked, radius, step] = drawn;
        const codes = pieces.map((piece) => piece.map((one) => flipped(centre, one)));
        block.fill(codes.map((piece) => Uint8Array.from(piece.flatMap((one) => [...one]))));
        const all = codes.flat();
        expect(block.size).toBe(all.length);
        const found: { slot: number; distance: number }[] = [];
        const question = flipped(centre, asked);
        const onHits = oneByOne((slot, distance) => found.push({ slot, distance }));
        for (let from = 0; from < all.length; from += step) block.search(question, radius, from, from + step, onHits);
        const expected = all
          .map((one, slot) => ({ slot, distance: hammingDistance(one, question) }))
          .filter(({ distance }) => distance <= radius);
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
  expect(() => block.fill([new Uint8Array(33)])).toThrow(RangeError);
});

test('two sets from one compiled kernel know nothing of each other', () => {
  const first = newLinearScan();
  const second = newLinearScan();
  first.add(new Uint8Array(32));
  expect(near(second, new Uint8Array(32), 256)).toEqual([]);
});

test('the embedded kernel belongs to its source: building again changes nothing', () => {
  const build = new URL('../../../../kernels.mjs', import.meta.url);
  expect(execFileSync(process.execPath, [fileURLToPath(build)], { encoding: 'utf8' })).toBe('');
});
