/** Is there one first moderator, and does sign-in resist guessing? */
import { Problem } from '@likeness/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { createFirstModerator, FirstRunToken, moderatorFacts, offerFirstRun, signIn } from './moderators.ts';
import { destroyOldAttempts } from './throttle.ts';

const database = await openKeyedDatabase();
const { store, keys, later } = database;
afterAll(database.close);

const first = (token: FirstRunToken | null, name = 'Ada', password = 'correct horse', platformName = 'Forum') =>
  createFirstModerator(store, keys, systemRandom, { token: token ?? new FirstRunToken(''), name, password, platformName });
const secondsToWait = async (attempt: Promise<unknown>): Promise<number> => {
  try {
    await attempt;
    return 0;
  } catch (error) {
    if (error instanceof Problem && error.code === 'limit/reached') return error.place.retryAfterSeconds ?? -1;
    throw error;
  }
};

test('the first-run link works once, for one person, and never again', async () => {
  const older = await offerFirstRun(store, keys, systemRandom);
  const token = await offerFirstRun(store, keys, systemRandom);
  expect(await first(older)).toEqual({ refused: 'token' });
  expect(await first(new FirstRunToken('guess'))).toEqual({ refused: 'token' });
  // What is wrong with a name or the password does not use the link up.
  expect(await first(token, ' ')).toEqual({ refused: 'name' });
  expect(await first(token, 'Ada', 'too short')).toEqual({ refused: 'password' });
  for (const nothing of ['', ' \t', '\u200b'])
    expect(await first(token, 'Ada', 'correct horse', nothing)).toEqual({ refused: 'platform-name' });
  const both = await Promise.all([first(token, 'Ada'), first(token, 'Eve')]);
  expect(both.filter((one) => 'id' in one)).toHaveLength(1);
  expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'token' }]);
  expect(await offerFirstRun(store, keys, systemRandom)).toBeNull();
  expect(await first(token, 'Mallory')).toEqual({ refused: 'token' });
});

test('two processes that offer a link at once leave one link, and two links at once never make two', async () => {
  await store.db.deleteFrom('moderator').execute();
  for (let round = 0; round < 2; round += 1) {
    const offered = await Promise.all([1, 2, 3].map(() => offerFirstRun(store, keys, systemRandom)));
    const made = await Promise.all(offered.map((token) => first(token)));
    expect(made.filter((one) => 'id' in one)).toHaveLength(1);
    await store.db.deleteFrom('moderator').execute();
    await store.db.deleteFrom('first_run').execute();
  }
});

describe('signing in', () => {
  beforeAll(async () => {
    await first(await offerFirstRun(store, keys, systemRandom), ' Ada Lovelace ');
  });

  test('takes the right name and password, however the name is written', async () => {
    const someone = await signIn(store, keys, 'ADA lovelace ', 'correct horse');
    expect(someone).toMatchObject({ name: 'Ada Lovelace' });
    expect(await moderatorFacts(store.db, someone?.id ?? '')).toMatchObject({ name: 'Ada Lovelace', role: 'admin' });
    expect(await signIn(store, keys, 'Ada Lovelace', 'Correct horse')).toBeNull();
    expect(await signIn(store, keys, 'Ada Lovelace', '')).toBeNull();
    expect(await signIn(store, keys, 'Ada Lovelace', 'x'.repeat(100_000))).toBeNull();
  });

  test('an unknown name answers like a wrong password', async () => {
    expect(await signIn(store, keys, 'Nobody', 'correct horse')).toBeNull();
  });

  test('after ten tries from one place in a quarter of an hour even the right password waits there, and then works', async () => {
    later({ minutes: 16 });
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await signIn(store, keys, 'Ada Lovelace', 'wrong')).toBeNull();
    expect(await secondsToWait(signIn(store, keys, 'ada lovelace', 'correct horse'))).toBe(15 * 60);
    later({ minutes: 10 });
    expect(await secondsToWait(signIn(store, keys, 'Ada Lovelace', 'correct horse'))).toBe(5 * 60);
    // Somebody else is not held up by it.
    expect(await signIn(store, keys, 'Grace', 'wrong')).toBeNull();
    later({ minutes: 5 });
    expect(await signIn(store, keys, 'Ada Lovelace', 'correct horse')).not.toBeNull();
  });

  test('a stranger’s wrong passwords do not keep her out', async () => {
    later({ minutes: 16 });
    const stranger = { address: '203.0.113.9' };
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(store, keys, 'Ada Lovelace', 'wrong', stranger);
    expect(await secondsToWait(signIn(store, keys, 'Ada Lovelace', 'wrong', stranger))).toBe(15 * 60);
    expect(await signIn(store, keys, 'Ada Lovelace', 'correct horse', { address: '198.51.100.4' })).not.toBeNull();
  });
});

test('attempts are kept under a key, never by name, and for a day', async () => {
  const kept = JSON.stringify(await store.db.selectFrom('attempt').selectAll().execute());
  expect(kept).not.toContain('ada');
  later({ minutes: 24 * 60 + 1 });
  await store.transact(destroyOldAttempts);
  expect(await store.db.selectFrom('attempt').selectAll().execute()).toEqual([]);
});
