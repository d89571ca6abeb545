/** Are no more than a few at work, does the rest wait in its order, and is nobody kept too long? */
import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

test('three work, two wait, one more is refused at once, and those who wait follow in their order', async () => {
  const run = fewAtOnce({ atOnce: 3, waiting: 2, waitMs: 3_600_000 });
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const start = (n: number): Promise<number | null> =>
    run(async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      return n;
    });
  const all = [1, 2, 3, 4, 5].map(start);
  expect(await start(6)).toBeNull();
  expect(begun).toEqual([1, 2, 3]);
  for (const n of [4, 5]) {
    ends.shift()?.();
    await expect.poll(() => begun).toContain(n);
  }
  for (const end of ends) end();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
  expect(await run(async () => 'again')).toBe('again');
});

test('who waits too long is refused, and work that fails gives its place back', async () => {
  const run = fewAtOnce({ atOnce: 1, waiting: 1, waitMs: 20 });
  const gate = Promise.withResolvers<void>();
  const first = run(async () => {
    await gate.promise;
    throw new Error('no');
  });
  expect(await run(async () => 'never')).toBeNull();
  gate.resolve();
  await expect(first).rejects.toThrow('no');
  expect(await run(async () => 'free')).toBe('free');
});
