/** Is what a bank is said to hold what it holds, whether it was counted now or before? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { bankSizes } from './bank-sizes.ts';
import { insertItem, noteBankChanges } from './banks.ts';
import type { Store } from './database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
let store: Store;
const [hub, own] = [uuid(systemRandom), uuid(systemRandom)];

beforeAll(async () => {
  database = await testDatabase();
  ({ store } = database);
  for (const [id, name] of [
    [hub, 'Hub'],
    [own, 'Own'],
  ] as const)
    await store.db
      .insertInto('bank')
      .values({ id, name, platform_id: null, on_match: 'review', radius: null, enabled: true, created_at: new Date() })
      .execute();
});

afterAll(() => database.drop());

const code = () => ({
  kind: 'pdq',
  variant: 'whole',
  value: Buffer.from(systemRandom(32)).toString('hex'),
  quality: 100,
  provenance: 'confirmed' as const,
});
async function list(bankId: string, codes: number, state: 'active' | 'pending' = 'active'): Promise<string> {
  const id = uuid(systemRandom);
  await store.transact(async (tx) => {
    await insertItem(tx, { id, bankId, state, source: 'list', codes: Array.from({ length: codes }, code) });
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  return id;
}
const sizes = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await bankSizes(store.db)).map(({ name, items, codes }) => [name, `${items} ${codes}`]));

test('after each change, of this bank or another, of an item that is there or gone', async () => {
  expect(await sizes()).toEqual({ Hub: '0 0', Own: '0 0' });
  const first = await list(hub, 2);
  expect(await sizes()).toEqual({ Hub: '1 2', Own: '0 0' });
  await list(own, 1, 'pending');
  await list(own, 3);
  expect(await sizes()).toEqual({ Hub: '1 2', Own: '1 3' });
  await store.transact(async (tx) => {
    await tx.sql.deleteFrom('item').where('id', '=', first).execute();
    await noteBankChanges(tx, [{ subject: 'item', subjectId: first }]);
  });
  expect(await sizes()).toEqual({ Hub: '0 0', Own: '1 3' });
  expect(await bankSizes(store.db, [own])).toMatchObject([{ name: 'Own', items: 1, codes: 3 }]);
});

test('what no change can have touched is not counted again', async () => {
  await sizes();
  await store.db.updateTable('bank_size').set({ items: 77 }).where('bank_id', '=', hub).execute();
  await list(own, 1);
  expect(await sizes()).toEqual({ Hub: '77 0', Own: '2 4' });
  await list(hub, 1);
  expect(await sizes()).toEqual({ Hub: '1 1', Own: '2 4' });
});
