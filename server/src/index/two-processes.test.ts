/** Do two real server processes on one database know the same, whatever is listed or withdrawn beside them, with lost notifications, kills and absences? */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '../access/api-keys.ts';
import { systemRandom, uuid } from '../config/random.ts';
import { insertItem, latestChange, noteBankChanges } from '../store/banks.ts';
import type { Store, Tx } from '../store/database.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';
import { listMany, manyItemValue } from './test-many.ts';
import { type Processes, processesOn, type ServerProcess } from './test-processes.ts';

const bankId = uuid(systemRandom);
let database: TestDatabase;
let store: Store;
let processes: Processes;
let both: readonly [ServerProcess, ServerProcess];
let headers: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  ({ store } = database);
  processes = await processesOn(database.url);
  both = [await processes.another(), await processes.another()];
  // The first one makes platform and key ring; starting at once is another test's matter.
  for (const one of both) await one.start();
  const { id } = await store.db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
  const { key } = await store.transact((tx) => createApiKey(tx, systemRandom, { platformId: id, scopes: ['platform'], label: 'test' }));
  headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await store.db
    .insertInto('bank')
    .values({ id: bankId, name: 'Hub', platform_id: null, on_match: 'hold', radius: null, enabled: true, created_at: new Date() })
    .execute();
  await store.transact((tx) => noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]));
});

afterAll(async () => {
  await processes.remove();
  await database.drop();
});

const aValue = (): string => Buffer.from(systemRandom(32)).toString('hex');

async function insert(tx: Tx, value: string): Promise<string> {
  const id = uuid(systemRandom);
  const codes = [{ kind: 'pdq', variant: 'whole', value, quality: 100, provenance: 'confirmed' as const }];
  await insertItem(tx, { id, bankId, state: 'active', source: 'import', codes });
  await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  return id;
}

async function withdraw(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('item').where('id', '=', id).execute();
  await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
}

/** What each process says of an upload of this picture. */
async function verdicts(value: string): Promise<string[]> {
  return Promise.all(
    both.map(async ({ url }) => {
      const fingerprints = [{ kind: 'pdq', variant: 'whole', value, quality: 100 }];
      const body = JSON.stringify({ contentId: uuid(systemRandom), fingerprints });
      const answer = await fetch(`${url}/api/v1/screen`, { method: 'POST', headers, body });
      const { verdict }: { verdict?: string } = JSON.parse(await answer.text());
      return verdict ?? String(answer.status);
    }),
  );
}

/** Waits until every process has heard of everything by itself: nothing is screened meanwhile, which would make it catch up. */
async function allHeard(): Promise<void> {
  const latest = await latestChange(store.db);
  for (const one of both) await expect.poll(async () => (await one.metrics()).get('likeness_index_sequence')).toBe(latest);
}

test('what is listed is held in both, what is withdrawn passes in both, at once', async () => {
  for (let i = 0; i < 5; i++) {
    const value = aValue();
    const id = await store.transact((tx) => insert(tx, value));
    expect(await verdicts(value)).toEqual(['hold', 'hold']);
    await store.transact((tx) => withdraw(tx, id));
    expect(await verdicts(value)).toEqual(['allow', 'allow']);
  }
});

test('each hears of a change by itself', async () => {
  await store.transact((tx) => insert(tx, aValue()));
  await allHeard();
});

test('a change that is committed while their listening connections are dead is not lost', async () => {
  const value = aValue();
  await store.transact(async (tx) => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'likeness listen' and datname = current_database()`.execute(
      tx.sql,
    );
    await insert(tx, value);
  });
  await allHeard();
  expect(await verdicts(value)).toEqual(['hold', 'hold']);
  // They listen again, more than once.
  await store.transact((tx) => insert(tx, aValue()));
  await allHeard();
});

test('one that was killed, and one that was away for thousands of changes, know everything when they are back', async () => {
  const [first, second] = both;
  await second.end('SIGKILL');
  const listed = aValue();
  await store.transact((tx) => insert(tx, listed));
  await second.start();
  expect(await verdicts(listed)).toEqual(['hold', 'hold']);
  await second.end('SIGTERM');
  await listMany(store, bankId, 0, 11_000);
  await second.start();
  await allHeard();
  const [known, other] = await Promise.all(both.map((one) => one.metrics()));
  expect(other?.get('likeness_index_codes')).toBe(known?.get('likeness_index_codes'));
  // It went on from its file.
  expect(other?.get('likeness_index_file_sequence')).toBeGreaterThan(0);
  for (const number of [0, 5_000, 10_999]) expect(await verdicts(await manyItemValue(store, number))).toEqual(['hold', 'hold']);
  // So many at once are sorted while they serve.
  await expect.poll(async () => (await first.metrics()).get('likeness_index_rebuilds_total')).toBe(1);
  for (const number of [1, 10_998]) expect(await verdicts(await manyItemValue(store, number))).toEqual(['hold', 'hold']);
});
