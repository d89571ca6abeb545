import { expect, test } from 'vitest';
import { systemRandom, timeOrderedUuid, uuid } from './random.ts';

const ones = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0xff);

test('the time-ordered UUID of RFC 9562, appendix A.6, begins with its time, version and variant', () => {
  expect(timeOrderedUuid(new Date('2022-02-22T19:22:22Z'), 0xcc3, ones)).toBe('017f22e2-79b0-7cc3-bfff-ffffffffffff');
});

test('a later UUID sorts behind an earlier one, and of those made together one behind the other, whatever chance gives', () => {
  const first = timeOrderedUuid(new Date(1_790_000_000_000), 4095, ones);
  const second = timeOrderedUuid(new Date(1_790_000_000_001), 0, (bytes) => new Uint8Array(bytes));
  const third = timeOrderedUuid(new Date(1_790_000_000_001), 1, (bytes) => new Uint8Array(bytes));
  expect([third, second, first].sort()).toEqual([first, second, third]);
});

test('a random UUID tells its version and variant and nothing else', () => {
  expect(uuid(ones)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(uuid(systemRandom)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
