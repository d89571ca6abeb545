/** Is a TMK+PDQF file read as the reference writes it, and do two of them score as they do there? */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTmk, TmkRefused, tmkLevel1, tmkLevel2, tmkMatches } from './tmk.ts';

interface Wish {
  readonly periods?: readonly number[];
  readonly coefficients?: readonly number[];
  readonly dimensions?: number;
  /** The features of the video's frames. */
  readonly frames?: readonly (readonly number[])[];
}

const shortPeriods = [7, 12];
const falling = [0.4, 0.3, 0.2, 0.1];

/** The file of a short video, computed from the definition: features scaled to the square roots of the coefficients. */
function fileOf({ periods = shortPeriods, coefficients = falling, dimensions = 3, frames = [] }: Wish): Uint8Array {
  const scaled = (feature: readonly number[], norm: number): number[] => {
    const length = Math.hypot(...feature);
    return feature.map((value) => (length === 0 ? 0 : (value / length) * norm));
  };
  const summed = (weight: (frame: number) => number): number[] =>
    Array.from({ length: dimensions }, (_, i) => frames.reduce((sum, feature, frame) => sum + (feature[i] ?? 0) * weight(frame), 0));
  const features = (wave: (angle: number) => number): number[] =>
    periods.flatMap((period) =>
      coefficients.flatMap((coefficient, j) =>
        scaled(
          summed((frame) => wave((2 * Math.PI * j * frame) / period)),
          Math.sqrt(coefficient),
        ),
      ),
    );
  const numbers = [15, periods.length, coefficients.length, dimensions, frames.length, ...periods];
  const floats = [...coefficients, ...summed(() => 1 / Math.max(1, frames.length)), ...features(Math.cos), ...features(Math.sin)];
  const bytes = new Uint8Array(12 + 4 * (numbers.length + floats.length));
  const view = new DataView(bytes.buffer);
  bytes.set([...'TMK1FVECPDQF'].map((letter) => letter.charCodeAt(0)));
  for (const [i, number] of numbers.entries()) view.setInt32(12 + 4 * i, number, true);
  for (const [i, number] of floats.entries()) view.setFloat32(12 + 4 * (numbers.length + i), number, true);
  return bytes;
}

const moving = Array.from({ length: 12 }, (_, frame) => [Math.sin(frame), Math.cos(frame * 1.7), 1 + (frame % 3)]);
const still = Array.from({ length: 12 }, () => [-1, 2, -3]);

test('a file is read field by field', () => {
  const bytes = fileOf({ frames: moving });
  const video = readTmk(bytes);
  expect(video).toMatchObject({ framesPerSecond: 15, frames: 12, periods: shortPeriods });
  expect([...video.coefficients]).toEqual(falling.map(Math.fround));
  expect([video.average.length, video.cosines.length, video.sines.length]).toEqual([3, 24, 24]);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(readTmk(shifted.subarray(3))).toEqual(video);
});

test('a video matches itself, and one that shares nothing is turned away by level 1', () => {
  const video = readTmk(fileOf({ frames: moving }));
  const { isMatch, level1, level2 } = tmkMatches(video, video);
  expect(isMatch).toBe(true);
  expect(level1).toBeCloseTo(1, 6);
  expect(level2).toBeGreaterThan(0.8);
  expect(tmkMatches(video, readTmk(fileOf({ frames: still })))).toEqual({ isMatch: false, level1: expect.any(Number) });
});

test('level 2 finds a video that begins later, and is the same from both sides', () => {
  const later = [...moving.slice(5), ...moving.slice(0, 5)];
  const [one, other] = [fileOf({ frames: moving, periods: [12] }), fileOf({ frames: later, periods: [12] })].map((bytes) => readTmk(bytes));
  if (one === undefined || other === undefined) throw new Error('There are two files.');
  // Not 1: cosine and sine features are scaled apart from each other, which a shift does not survive unchanged.
  expect(tmkLevel2(one, other)).toBeGreaterThan(0.8);
  expect(tmkLevel2(other, one)).toBeCloseTo(tmkLevel2(one, other), 5);
});

test('level 2 is the largest value of the kernel, as its definition says it', () => {
  const [one, other] = [fileOf({ frames: moving }), fileOf({ frames: [...still.slice(0, 6), ...moving.slice(0, 6)] })].map((bytes) =>
    readTmk(bytes),
  );
  if (one === undefined || other === undefined) throw new Error('There are two files.');
  let best = Number.NEGATIVE_INFINITY;
  for (const [p, period] of shortPeriods.entries()) {
    for (let shift = 0; shift < period; shift++) {
      let sum = 0;
      for (let j = 0; j < 4; j++) {
        for (let i = 0; i < 3; i++) {
          const at = (p * 4 + j) * 3 + i;
          const [c1 = 0, s1 = 0, c2 = 0, s2 = 0] = [one.cosines[at], one.sines[at], other.cosines[at], other.sines[at]];
          const angle = (2 * Math.PI * j * shift) / period;
          sum += j === 0 ? c1 * c2 : Math.cos(angle) * (c1 * c2 + s1 * s2) + Math.sin(angle) * (s1 * c2 - c1 * s2);
        }
      }
      best = Math.max(best, sum);
    }
  }
  expect(tmkLevel2(one, other)).toBeCloseTo(best / (0.4 + 2 * 0.6), 5);
});

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['nothing', () => new Uint8Array(0)],
  ['a file cut in its head', (bytes) => bytes.subarray(0, 20)],
  ['a file of another kind', (bytes) => bytes.with(0, 0)],
  ['a file that is one byte short', (bytes) => bytes.subarray(0, -1)],
  ['a file that is longer than it says', (bytes) => Uint8Array.of(...bytes, 0)],
  ['a file that counts two thousand million periods', (bytes) => bytes.with(19, 0x7f)],
  ['a file with a negative count', (bytes) => bytes.with(23, 0xff)],
  ['a file with a period of zero frames', (bytes) => bytes.with(32, 0)],
  ['a file with an endless number', (bytes) => Uint8Array.of(...bytes.subarray(0, -4), 0, 0, 0x80, 0x7f)],
])('%s is refused', (_what, change) => {
  expect(() => readTmk(change(fileOf({ frames: moving })))).toThrow(TmkRefused);
});

test('files that were made in different ways are not compared', () => {
  const video = readTmk(fileOf({ frames: moving }));
  for (const wish of [{ periods: [7, 13] }, { coefficients: [0.5, 0.3, 0.1, 0.1] }, { dimensions: 2 }]) {
    const other = readTmk(fileOf({ frames: moving, ...wish }));
    expect(() => tmkLevel1(video, other)).toThrow(TmkRefused);
    expect(() => tmkLevel2(video, other)).toThrow(TmkRefused);
  }
});

const samples = new URL('../../../../../shared/vectors/tmk/', import.meta.url);
test.runIf(existsSync(samples))('the sample files of the reference score 1 with themselves, and only the two of one pattern match', () => {
  const names = ['doorknob-hd-no-bar', 'pattern-hd-no-bar', 'pattern-sd-grey-bar'];
  const videos = names.map((name) => readTmk(readFileSync(new URL(`${name}.tmk`, samples))));
  for (const [i, one] of videos.entries()) {
    expect(one).toMatchObject({ framesPerSecond: 15, periods: [2731, 4391, 9767, 14653] });
    for (const [j, other] of videos.entries()) {
      const { isMatch, level1 } = tmkMatches(one, other);
      expect([i, j, isMatch]).toEqual([i, j, i === j || (i > 0 && j > 0)]);
      if (i === j) expect([level1, tmkLevel2(one, other)].map((score) => Math.round(score * 1e4))).toEqual([10_000, 10_000]);
      // Its own tool keeps these two apart at 0.95.
      else if (i > 0 && j > 0) expect([level1, tmkLevel2(one, other)].every((score) => score > 0.7 && score < 0.95)).toBe(true);
    }
  }
});
