/** Does what two transactions want at once happen, whichever PostgreSQL ends, and does nothing else run twice? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import type { Store, Tx } from './database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
let store: Store;
const [one, other] = [uuid(systemRandom), uuid(systemRandom)];

beforeAll(async () => {
  database = await testDatabase();
  ({ store } = database);
  for (const id of [one, other])
    await store.db
      .insertInto('platform')
      .values({ id, name: id, preview_url: null, salt: systemRandom(32), created_at: new Date() })
      .execute();
});
afterAll(() => database.drop());

const name = (tx: Tx, id: string, name: string) =>
  tx.sql.updateTable('platform').set({ name }).where('id', '=', id).returning('id').executeTakeFirst();

test('two transactions that wait for each other both happen: the one that PostgreSQL ends runs again from its beginning', async () => {
  const holds = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const both = async (mine: number, first: string, second: string): Promise<void> =>
    store.transact(async (tx) => {
      runs++;
      await name(tx, first, `first of ${mine}`);
      holds[mine]?.resolve();
      await holds[1 - mine]?.promise;
      await name(tx, second, `second of ${mine}`);
    });
  await Promise.all([both(0, one, other), both(1, other, one)]);
  expect(runs).toBe(3);
  const names = await store.db.selectFrom('platform').select(['id', 'name']).where('id', 'in', [one, other]).execute();
  expect(new Set(names.map((row) => row.name.at(-1))).size, 'both rows are of whoever came last').toBe(1);
});

test('what fails for another reason runs once, and nothing of it has happened', async () => {
  let runs = 0;
  const failing = store.transact(async (tx) => {
    runs++;
    await name(tx, one, 'never');
    throw new Error('for another reason');
  });
  await expect(failing).rejects.toThrow('for another reason');
  expect(runs).toBe(1);
  expect(await store.db.selectFrom('platform').select('name').where('name', '=', 'never').execute()).toEqual([]);
});
