/** Are guesses bounded, from one address and from many, and is the owner of a secret never shut out by somebody else's? */
import { Problem } from '@likeness/contract';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { noon, openKeyedDatabase } from '../store/test-keyed-database.ts';
import { type Allowance, reserveTurn, type Source, tryOnce } from './throttle.ts';

const allowance: Allowance = { attempts: 5, withinMs: 15 * 60 * 1000, together: 15, turnMs: 5000 };
const database = await openKeyedDatabase();
const { store, keys } = database;
afterAll(database.close);

beforeEach(async () => {
  database.setNow(noon);
  await store.db.deleteFrom('attempt').execute();
});

/** How long a try has to wait: for its turn, or `later` for the seconds after which to come again. */
async function ask(source: Source, subject = 'hers'): Promise<{ wait: number } | { later: number }> {
  try {
    const { waitMs } = await store.transact((tx) => reserveTurn(tx, keys, subject, source, allowance));
    return { wait: waitMs };
  } catch (error) {
    if (error instanceof Problem && error.code === 'limit/reached') return { later: error.place.retryAfterSeconds ?? -1 };
    throw error;
  }
}
const from = (address: string): Source => ({ address });
const manyAddresses = (count: number): Source[] => Array.from({ length: count }, (_, n) => from(`198.51.${n >> 8}.${n & 255}`));

describe('one address', () => {
  test('has five tries in a quarter of an hour; nobody else is held up by it', async () => {
    for (let n = 0; n < 5; n += 1) expect(await ask(from('203.0.113.9'))).toEqual({ wait: 0 });
    expect(await ask(from('203.0.113.9'))).toEqual({ later: 900 });
    expect(await ask(from('203.0.113.10'))).toEqual({ wait: 0 });
    expect(await ask(from('203.0.113.9'), 'another one’s')).toEqual({ wait: 0 });
    database.setNow(new Date(noon.getTime() + allowance.withinMs));
    expect(await ask(from('203.0.113.9'))).toEqual({ wait: 0 });
  });

  test('has five tries, also when fifty come at once', async () => {
    const tries = await Promise.all(Array.from({ length: 50 }, () => ask(from('203.0.113.9'))));
    expect(tries.filter((one) => 'wait' in one)).toHaveLength(5);
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8::1', '2001:db8:0:0:5::', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::ffff:203.0.113.9', '203.0.113.9', true],
    ['fe80::1%eth0', 'fe80::2%eth1', true],
    ['::1', '::2', true],
    ['203.0.113.9', '203.0.113.8', false],
  ])('%s and %s count as one: %s', async (one, other, isSame) => {
    for (let n = 0; n < 5; n += 1) await ask(from(one));
    expect('later' in (await ask(from(other)))).toBe(isSame);
  });
});

describe('many addresses', () => {
  test('have fifteen quick tries together, then one in five seconds, and whoever would wait longer than ten comes again', async () => {
    const waits = [];
    for (const source of manyAddresses(20)) waits.push(await ask(source));
    expect(waits.slice(0, 15)).toEqual(Array(15).fill({ wait: 0 }));
    expect(waits.slice(15)).toEqual([{ wait: 5000 }, { wait: 10_000 }, { later: 5 }, { later: 5 }, { later: 5 }]);
  });

  test('never make more than 180 tries in a quarter of an hour beyond the quick ones, however many they are', async () => {
    let made = 0;
    const crowd = manyAddresses(2000);
    for (let second = 0; second < 900; second += 5) {
      database.setNow(new Date(noon.getTime() + second * 1000));
      for (let n = 0; n < 3; n += 1) if ('wait' in (await ask(crowd[second * 2 + n] ?? from('x')))) made += 1;
    }
    expect(made).toBeLessThanOrEqual(15 + 180 + 2);
  });

  test('of one stranger cannot keep the line full: with ten she still has a turn within ten seconds', async () => {
    for (const source of manyAddresses(10)) for (let n = 0; n < 5; n += 1) await ask(source);
    database.setNow(new Date(noon.getTime() + 10_000));
    expect('wait' in (await ask(from('203.0.113.9')))).toBe(true);
  });
});

test('who is in already is held up by nobody outside, and has five tries of her own', async () => {
  for (const source of manyAddresses(40)) await ask(source);
  const session = { session: 'hers' };
  for (let n = 0; n < 5; n += 1) expect(await ask(session)).toEqual({ wait: 0 });
  expect(await ask(session)).toEqual({ later: 900 });
  expect(await ask({ session: 'another' })).toEqual({ wait: 0 });
});

test('the right secret clears the count of its source; a try that could not be made does not count', async () => {
  const attempt = (isRight: () => Promise<boolean>): Promise<boolean> =>
    tryOnce(store, keys, 'hers', from('203.0.113.9'), allowance, isRight);
  for (let n = 0; n < 4; n += 1) expect(await attempt(async () => false)).toBe(false);
  for (let n = 0; n < 4; n += 1) await expect(attempt(async () => Promise.reject(new Problem('password/busy')))).rejects.toThrow(Problem);
  expect(await attempt(async () => true)).toBe(true);
  for (let n = 0; n < 5; n += 1) expect(await attempt(async () => false)).toBe(false);
  await expect(attempt(async () => true)).rejects.toThrow(Problem);
});
