/** Can people, the console and a command tell the services of one installation apart by their names? */
import { afterAll, expect, test } from 'vitest';
import { createFirstModerator, FirstRunToken, offerFirstRun } from '../access/moderators.ts';
import { systemRandom } from '../config/random.ts';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { createPlatform, ensurePlatform, listPlatforms, renamePlatform } from './platforms.ts';

const database = await openKeyedDatabase();
const { store, keys, later } = database;
afterAll(database.close);

const first = (token: FirstRunToken | null, name: string, password: string, platformName: string) =>
  createFirstModerator(store, keys, systemRandom, { token: token ?? new FirstRunToken(''), name, password, platformName });

test('the first run names the first service alone, and not like another that was added by command before', async () => {
  await ensurePlatform({ store, random: systemRandom });
  later({ seconds: 1 });
  expect(await createPlatform({ store, random: systemRandom }, 'Harbour Photos')).not.toBeNull();
  const token = await offerFirstRun(store, keys, systemRandom);
  expect(await first(token, 'Ada', 'correct horse', 'harbour photos')).toEqual({ refused: 'platform-name-taken' });
  expect(await first(token, 'Ada', 'correct horse', 'Lake Forum')).toEqual({ id: expect.any(String) });
  const [lake, harbour] = await listPlatforms(store.db);
  expect([lake?.name, harbour?.name]).toEqual(['Lake Forum', 'Harbour Photos']);
  expect(await renamePlatform({ store }, lake?.id ?? '', 'HARBOUR PHOTOS')).toBe(false);
  expect(await renamePlatform({ store }, harbour?.id ?? '', 'HARBOUR PHOTOS')).toBe(true);
});
