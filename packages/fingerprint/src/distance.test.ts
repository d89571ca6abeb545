/** Is a distance the number of differing bits, and is whether it is within a limit the same question? */
import { expect, test } from 'vitest';
import { hammingDistance, isWithin } from './distance.ts';

const differing = (a: Uint8Array, b: Uint8Array): number =>
  [...a].reduce((sum, byte, place) => sum + ((byte ^ (b[place] ?? 0)).toString(2).match(/1/g)?.length ?? 0), 0);

test('counted a bit at a time it is the same, and within a limit is what is no farther', () => {
  // A generator of pairs that differ in few bits and in many (Numerical Recipes' constants).
  let state = 7;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  for (let pair = 0; pair < 300; pair++) {
    const a = Uint8Array.from({ length: 32 }, next);
    const b = a.map((byte) => (next() < pair ? byte ^ next() : byte));
    const distance = differing(a, b);
    expect(hammingDistance(a, b)).toBe(distance);
    for (const most of [0, distance - 1, distance, distance + 1, 256]) expect(isWithin(a, b, most)).toBe(distance <= most);
  }
});

test('of different lengths there is none', () => {
  expect(() => hammingDistance(new Uint8Array(32), new Uint8Array(8))).toThrow(RangeError);
  expect(() => isWithin(new Uint8Array(32), new Uint8Array(8), 400)).toThrow(RangeError);
});
