/** Does a key open exactly what it was made for? */
import { Problem } from '@likeness/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import type { Store } from '../store/database.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';
import {
  createApiKey,
  keepKeysInMind,
  listApiKeys,
  openKeyFinder,
  platformOfKey,
  requireLiveKeys,
  revokeApiKey,
  type Scope,
  scopes,
} from './api-keys.ts';

let database: TestDatabase;
let store: Store;
const ours = uuid(systemRandom);
const theirs = uuid(systemRandom);

beforeAll(async () => {
  database = await testDatabase();
  ({ store } = database);
  for (const [id, name] of [
    [ours, 'Ours'],
    [theirs, 'Theirs'],
  ] as const)
    await store.db
      .insertInto('platform')
      .values({ id, name, preview_url: null, salt: systemRandom(32), created_at: new Date() })
      .execute();
});

afterAll(() => database.drop());

const make = (platformId: string, ...wanted: Scope[]): Promise<{ id: string; key: string }> =>
  store.transact((tx) => createApiKey(tx, systemRandom, { platformId, scopes: wanted, label: 'test' }));
const codeOf = async (authorization: string | undefined, scope: Scope = 'screen'): Promise<string> => {
  try {
    return (await platformOfKey(openKeyFinder(store), authorization, scope)).platformId;
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

test('a key opens its own platform, whatever the case of the word Bearer', async () => {
  const [{ key }, other] = [await make(ours, 'platform'), await make(theirs, 'platform')];
  expect(await codeOf(`Bearer ${key}`)).toBe(ours);
  expect(await codeOf(`bearer ${key}`)).toBe(ours);
  expect(await codeOf(`Bearer ${other.key}`)).toBe(theirs);
});

test('platform covers every scope; every other scope covers itself only', async () => {
  for (const held of scopes) {
    const { key } = await make(ours, held);
    for (const needed of scopes)
      expect(await codeOf(`Bearer ${key}`, needed)).toBe(held === 'platform' || held === needed ? ours : 'key/scope');
  }
});

test('a key may hold several scopes', async () => {
  const { key } = await make(ours, 'screen', 'decisions');
  expect([
    await codeOf(`Bearer ${key}`, 'screen'),
    await codeOf(`Bearer ${key}`, 'decisions'),
    await codeOf(`Bearer ${key}`, 'requests'),
  ]).toEqual([ours, ours, 'key/scope']);
});

test('no key, and every wrong one, are refused; the wrong ones all alike', async () => {
  const { id, key } = await make(ours, 'platform');
  const other = await make(ours, 'platform');
  expect(await codeOf(undefined)).toBe('key/missing');
  const secret = key.slice(`lk_${id}_`.length);
  const wrong = [
    '',
    'Bearer',
    'Bearer ',
    key,
    `Basic ${key}`,
    `Bearer  ${key}`,
    `Bearer ${key} `,
    `Bearer ${key}\n`,
    `Bearer ${key}A`,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer lk_${id}_${'A'.repeat(43)}`,
    `Bearer lk_${other.id}_${secret}`,
    `Bearer lk_${'A'.repeat(12)}_${secret}`,
    `Bearer lk_${id}_${secret.toUpperCase()}`,
    `Bearer lk_\u0000${id.slice(1)}_${secret}`,
    `Bearer ${'A'.repeat(100_000)}`,
  ];
  for (const authorization of wrong) expect(await codeOf(authorization)).toBe('key/unknown');
});

test('a revoked key opens nothing from then on; revoking again says that there is none', async () => {
  const { id, key } = await make(ours, 'platform');
  expect(await store.transact((tx) => revokeApiKey(tx, id))).toBe(true);
  expect(await codeOf(`Bearer ${key}`)).toBe('key/unknown');
  expect(await store.transact((tx) => revokeApiKey(tx, id))).toBe(false);
  expect((await listApiKeys(store.db)).find((one) => one.id === id)?.revokedAt).not.toBeNull();
});

test('the secret is stored nowhere', async () => {
  const { id, key } = await make(ours, 'platform');
  const secret = key.slice(`lk_${id}_`.length);
  const stored = await store.db.selectFrom('api_key').selectAll().execute();
  const told = await listApiKeys(store.db);
  const ledger = await store.db.selectFrom('ledger').selectAll().execute();
  expect(JSON.stringify({ stored, told, ledger })).not.toContain(secret);
  expect(stored.some((row) => row.key_hash.includes(Buffer.from(secret)))).toBe(false);
});

test('a key that was accepted is not asked about again, for what it may do; whoever writes hears when it has ended', async () => {
  const { id, key } = await make(ours, 'screen');
  const find = openKeyFinder(store);
  let asked = 0;
  const inMind = keepKeysInMind((one) => {
    asked += 1;
    return find(one);
  });
  const known = { platformId: ours, keyId: id };
  expect(await inMind.accept(`Bearer ${key}`, 'screen')).toEqual({ ...known, isFromMemory: false });
  expect(await inMind.accept(`Bearer ${key}`, 'screen')).toEqual({ ...known, isFromMemory: true });
  expect(asked).toBe(1);
  await expect(inMind.accept(`Bearer ${key}`, 'decisions')).rejects.toMatchObject({ code: 'key/scope' });
  await expect(inMind.accept(`Bearer ${key.slice(0, -1)}`, 'screen')).rejects.toMatchObject({ code: 'key/unknown' });
  await expect(inMind.accept(undefined, 'screen')).rejects.toMatchObject({ code: 'key/missing' });
  await requireLiveKeys(store.db, [id, id]);
  await store.transact((tx) => revokeApiKey(tx, id));
  await expect(requireLiveKeys(store.db, [id])).rejects.toMatchObject({ code: 'key/unknown' });
  inMind.forget(id);
  await expect(inMind.accept(`Bearer ${key}`, 'screen')).rejects.toMatchObject({ code: 'key/unknown' });
});
