/** Does triage send every doubtful video to the exact pass, and let strangers go? */
import { expect, test } from 'vitest';
import { hexOfBytes } from '../hex.ts';
import type { VideoFrame } from './frame.ts';
import { areTooSparse, isWorthExactPass, sparsestKeyframeSeconds } from './triage.ts';

/** Frames a second apart, half their bits unlike those of any other seed; `flips` of the bits are turned. */
const video = (seeds: readonly number[], { flips = 0, quality = 100 } = {}): VideoFrame[] =>
  seeds.map((seed, i) => {
    let state = seed + 1;
    const bytes = new Uint8Array(32).map((_, at) => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return (state >>> 24) ^ (at < flips ? 1 : 0) ^ (at + 32 < flips ? 2 : 0);
    });
    return { number: i * 30, atSeconds: i, quality, value: hexOfBytes(bytes) };
  });
const count = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i);

test('the exact pass is asked for at a tenth, or when keyframes show too little, and not for strangers', () => {
  const listed = video(count(100));
  expect(isWorthExactPass(video([...count(9, 900), 5], { flips: 40 }), listed)).toBe(true);
  expect(isWorthExactPass(video([...count(10, 900), 5], { flips: 40 }), listed)).toBe(false);
  expect(isWorthExactPass(video(count(10, 900)), listed)).toBe(false);
  expect(isWorthExactPass(video(count(3), { quality: 10 }), listed)).toBe(true);
  expect(isWorthExactPass([], listed)).toBe(true);
  expect(isWorthExactPass(video(count(3)), [])).toBe(false);
});

test('a long video that holds a short listed one is sent too', () => {
  expect(isWorthExactPass(video([...count(200, 900), 3]), video(count(8)))).toBe(true);
});

test('a keyframe speaks for twelve seconds and no more, and one without features for none', () => {
  expect(areTooSparse(video(count(3)), 3 * sparsestKeyframeSeconds)).toBe(false);
  expect(areTooSparse(video(count(3)), 3 * sparsestKeyframeSeconds + 1)).toBe(true);
  expect(areTooSparse(video(count(3), { quality: 49 }), 1)).toBe(true);
  expect(areTooSparse([], 0)).toBe(false);
});
