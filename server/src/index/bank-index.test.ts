/** Does the index in memory hold what is listed, no less and no more, whichever way it learns of it? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { addCodes, insertItem, latestChange, noteBankChanges } from '../store/banks.ts';
import type { Tx } from '../store/database.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';
import { type BankIndex, openBankIndex } from './bank-index.ts';

let database: TestDatabase;
let index: BankIndex;
const errors: Error[] = [];
const bankId = uuid(systemRandom);
const otherPlatform = uuid(systemRandom);
const platformId = uuid(systemRandom);
const aValue = (): string => Buffer.from(systemRandom(32)).toString('hex');
const codesOf = (value: string) => [{ kind: 'pdq', variant: 'whole', value, quality: 100, provenance: 'confirmed' as const }];
const meets = (value: string, where = index, platform = platformId): string[] =>
  where
    .look({ platformId: platform, source: 'fingerprints', fingerprints: [{ kind: 'pdq', variant: 'whole', value, quality: 100 }] })
    .map(({ itemId }) => itemId);
const write = (work: (tx: Tx) => Promise<unknown>): Promise<number> =>
  database.store.transact(async (tx) => {
    await work(tx);
    return noteBankChanges(tx, []);
  });
async function list(value: string, state: 'active' | 'pending' = 'active'): Promise<string> {
  const id = uuid(systemRandom);
  await write(async (tx) => {
    await insertItem(tx, { id, bankId, state, source: 'decision', codes: codesOf(value) });
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  return id;
}

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database.store;
  for (const id of [platformId, otherPlatform])
    await db
      .insertInto('platform')
      .values({ id, name: id, preview_url: null, salt: systemRandom(32), created_at: new Date() })
      .execute();
  await db
    .insertInto('bank')
    .values({ id: bankId, name: 'Own', platform_id: platformId, on_match: 'hold', radius: null, enabled: true, created_at: new Date() })
    .execute();
  await write((tx) => noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]));
});

afterAll(async () => {
  await index.close();
  await database.drop();
  expect(errors).toEqual([]);
});

test('what was listed before the start is loaded, active items only', async () => {
  const [active, pending] = [aValue(), aValue()];
  const id = await list(active);
  await list(pending, 'pending');
  index = await openBankIndex(database.store, { onError: (error) => void errors.push(error) });
  expect(meets(active)).toEqual([id]);
  expect(meets(pending)).toEqual([]);
  expect(index.seq).toBe(await latestChange(database.store.db));
});

test('another platform’s uploads do not meet a platform’s own bank', async () => {
  const value = aValue();
  await list(value);
  await index.catchUp(database.store.db);
  expect([meets(value).length, meets(value, index, otherPlatform).length]).toEqual([1, 0]);
});

test('a change is heard by itself, without being asked for', async () => {
  const value = aValue();
  const id = await list(value);
  await expect.poll(() => meets(value)).toEqual([id]);
});

test('an item that is suspended, gone, or has more codes than before is known as it is now', async () => {
  const [value, more] = [aValue(), aValue()];
  const id = await list(value);
  await write(async (tx) => {
    await addCodes(tx, id, codesOf(more));
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  await index.catchUp(database.store.db);
  expect([meets(value), meets(more)]).toEqual([[id], [id]]);
  await write(async (tx) => {
    await tx.sql.updateTable('item').set({ state: 'suspended' }).where('id', '=', id).execute();
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  await index.catchUp(database.store.db);
  expect(meets(value)).toEqual([]);
  await write(async (tx) => {
    await tx.sql.deleteFrom('item').where('id', '=', id).execute();
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  await index.catchUp(database.store.db);
  expect([meets(value), meets(more)]).toEqual([[], []]);
});

test('a bank that is switched off meets nothing, and everything again when it is on', async () => {
  const value = aValue();
  const id = await list(value);
  const turn = (enabled: boolean): Promise<number> =>
    write(async (tx) => {
      await tx.sql.updateTable('bank').set({ enabled }).where('id', '=', bankId).execute();
      await noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]);
    });
  await turn(false);
  await index.catchUp(database.store.db);
  expect(meets(value)).toEqual([]);
  await turn(true);
  await index.catchUp(database.store.db);
  expect(meets(value)).toEqual([id]);
});

test('many changes and many catch-ups at once end like a fresh load', async () => {
  const values = Array.from({ length: 30 }, aValue);
  const fates = values.map(async (value, place) => {
    const id = await list(value);
    if (place % 3 === 0)
      await write(async (tx) => {
        await tx.sql.deleteFrom('item').where('id', '=', id).execute();
        await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
      });
  });
  await Promise.all([...fates, ...Array.from({ length: 20 }, () => index.catchUp(database.store.db))]);
  await index.catchUp(database.store.db);
  const fresh = await openBankIndex(database.store, { onError: (error) => void errors.push(error) });
  expect(values.map((value) => meets(value))).toEqual(values.map((value) => meets(value, fresh)));
  expect([index.seq, index.codeCount]).toEqual([fresh.seq, fresh.codeCount]);
  await fresh.close();
});
