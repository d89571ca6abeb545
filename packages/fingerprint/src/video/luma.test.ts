/** Is luma hashed as the picture it is, whatever its range, and turned the way its name says? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance } from '../distance.ts';
import { bytesOfHex } from '../hex.ts';
import { loadPdqKernel } from '../pdq/kernel.ts';
import { pdqReference } from '../pdq/reference.ts';
import { hashLuma, type Luma, turnedLuma } from './luma.ts';

const kernel = await loadPdqKernel();

/** Broad shapes with an edge, a little different for each seed. */
function pictureOf(width: number, height: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const wave = Math.sin(7 * x + seed) + Math.cos(5 * y - seed) + (x + y > 0.4 + seed / 20 ? 1.5 : -1.5);
    return Math.round(128 + 36 * wave);
  });
}

const frame = fc.record({ width: fc.integer({ min: 5, max: 90 }), height: fc.integer({ min: 5, max: 90 }), seed: fc.nat(9) });

test('full-range luma has the reference PDQ of the grey picture that it is', () => {
  fc.assert(
    fc.property(frame, ({ width, height, seed }) => {
      const samples = pictureOf(width, height, seed);
      const { value, quality } = hashLuma(kernel, { samples, width, height, isFullRange: true });
      const reference = pdqReference({ samples, width, height, channels: 1 });
      expect([bytesOfHex(value), quality]).toEqual([reference.bytes, reference.quality]);
    }),
    { numRuns: 40 },
  );
});

/** Under 16 pixels an edge a 64 x 64 grid repeats few levels, and one level of rounding flips up to 50 bits; from there on at most 14 were seen in 9,000 pictures. */
const frameOfSomeSize = fc.record({ width: fc.integer({ min: 16, max: 90 }), height: fc.integer({ min: 16, max: 90 }), seed: fc.nat(9) });

test('luma of the small range has the bits and the quality of its stretched self, but for rounding', () => {
  fc.assert(
    fc.property(frameOfSomeSize, ({ width, height, seed }) => {
      const samples = pictureOf(width, height, seed);
      const small = samples.map((level) => Math.round(16 + (level * 219) / 255));
      const [full, asStored] = [
        hashLuma(kernel, { samples, width, height, isFullRange: true }),
        hashLuma(kernel, { samples: small, width, height, isFullRange: false }),
      ];
      expect(Math.abs(full.quality - asStored.quality)).toBeLessThanOrEqual(4);
      if (full.quality >= 50) expect(hammingDistance(bytesOfHex(full.value), bytesOfHex(asStored.value))).toBeLessThan(31);
    }),
    { numRuns: 40 },
  );
});

test('quarters turn clockwise, and mirroring comes after them', () => {
  const luma: Luma = { samples: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2, isFullRange: true };
  const rows = (quarters: number, isMirrored: boolean): number[][] => {
    const { samples, width, height } = turnedLuma(luma, quarters, isMirrored);
    return Array.from({ length: height }, (_, y) => [...samples.subarray(y * width, (y + 1) * width)]);
  };
  expect(rows(0, false)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(rows(1, false)).toEqual([
    [4, 1],
    [5, 2],
    [6, 3],
  ]);
  expect(rows(2, false)).toEqual([
    [6, 5, 4],
    [3, 2, 1],
  ]);
  expect(rows(3, false)).toEqual([
    [3, 6],
    [2, 5],
    [1, 4],
  ]);
  expect(rows(0, true)).toEqual([
    [3, 2, 1],
    [6, 5, 4],
  ]);
  expect(rows(1, true)).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});
