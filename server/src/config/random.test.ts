import { expect, test } from 'vitest';
import { systemRandom, timeOrderedUuid, uuid } from './random.ts';

const ones = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0xff);

test('the time-ordered UUID of RFC 9562, appendix A.6, begins with its time, version and variant', () => {
  expect(timeOrderedUuid(new Date('2022-02-22T19:22:22Z'), ones)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
});

test('a later UUID sorts behind an earlier one, whatever chance gives', () => {
  const first = timeOrderedUuid(new Date(1_790_000_000_000), ones);
  const second = timeOrderedUuid(new Date(1_790_000_000_001), (bytes) => new Uint8Array(bytes));
  expect(first < second).toBe(true);
});

test('a random UUID tells its version and variant and nothing else', () => {
  expect(uuid(ones)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(uuid(systemRandom)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
