import { expect, test } from 'vitest';
import { systemRandom, timeOrderedUuids, uuid } from './random.ts';

const ones = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0xff);

test('the time-ordered UUID of RFC 9562, appendix A.6, begins with its time, version and variant', () => {
  expect(timeOrderedUuids(new Date('2022-02-22T19:22:22Z'), 0xcc4, ones).at(-1)).toBe('017f22e2-79b0-7cc3-bfff-ffffffffffff');
});

test('a later UUID sorts behind an earlier one, and of those made together one behind the other, whatever chance gives', () => {
  const earlier = timeOrderedUuids(new Date(1_790_000_000_000), 4096, ones);
  const later = timeOrderedUuids(new Date(1_790_000_000_001), 2, (bytes) => new Uint8Array(bytes));
  const all = [...earlier, ...later];
  expect(all.toReversed().sort()).toEqual(all);
});

test('a random UUID tells its version and variant and nothing else', () => {
  expect(uuid(ones)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(uuid(systemRandom)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
