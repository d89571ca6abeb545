/** Does a database of an earlier version come through the migrations with what it held? */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { addressHash } from './address.ts';
import { bankPolicies } from './banks.ts';
import { leavePages, readPages } from './content-pages.ts';
import { migrate, openStore } from './database.ts';
import * as first from './migrations/0001-first.ts';
import { bareDatabase } from './test-database.ts';

test('a first version is brought up to date: addresses are hashed as the program does, claims say which codes they brought, items who stands by them', async () => {
  const database = await bareDatabase();
  const old = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url }) }) });
  await first.up(old);
  const [platform, bank, item, file, claim, ref, bare] = Array.from({ length: 7 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`);
  const url = 'http://Forum.example:80/p/%c3%bc/#top';
  await sql`insert into platform values (${platform}, 'Forum', null, decode('00', 'hex'), now())`.execute(old);
  await sql`insert into bank values (${bank}, 'Own', ${platform}, 'hold', null, true, now())`.execute(old);
  await sql`insert into item values (${item}, ${bank}, 'active', 'case', now())`.execute(old);
  await sql`insert into code (kind, value) values ('sha256', decode('01', 'hex')), ('md5', decode('02', 'hex'))`.execute(old);
  const decided = '00000000-0000-4000-8000-000000000009';
  await sql`insert into item values (${decided}, ${bank}, 'active', 'decision', now())`.execute(old);
  await sql`insert into item_code select ${item}, id, 'whole', null, 'confirmed' from code`.execute(old);
  await sql`insert into case_file (id, created_at) values (${file}, now())`.execute(old);
  await sql`insert into request (tracking_number, platform_id, case_id, basis, filed_via, received_at)
            values ('LK-1', ${platform}, ${file}, 'take-it-down', 'page', now())`.execute(old);
  await sql`insert into code (kind, value) values ('pdq', sha256('hers'))`.execute(old);
  await sql`insert into item_code select ${decided}, id, 'whole', 90, 'confirmed' from code where kind = 'pdq'`.execute(old);
  await sql`insert into request_item values ('LK-1', ${item}), ('LK-1', ${decided})`.execute(old);
  await sql`insert into claim values (${claim}, ${item}, 'case', ${file}, null, now(), null)`.execute(old);
  await sql`insert into content select ${platform}, id, ref::uuid, url, null, '{}', 'bytes', 'allow', now(), 0, null
            from (values ('one', ${ref}, ${url}), ('two', ${bare}, null)) given (id, ref, url)`.execute(old);
  await sql`insert into content_code select ${ref}, 'pdq', 'whole', sha256(n::text::bytea), 90 from generate_series(1, 30) n`.execute(old);
  await sql`insert into content_code values (${bare}, 'vpdq', 'whole', sha256('frame'), 90), (${bare}, 'sha256', 'whole', sha256('file'), null)`.execute(
    old,
  );
  await sql`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(old);
  await sql`insert into kysely_migration values ('0001-first', '2026-11-22T00:00:00.000Z')`.execute(old);
  await old.destroy();

  const store = openStore({ url: database.url });
  await migrate(store);
  const brought = await store.db.selectFrom('claim_code').select(['claim_id', 'variant']).execute();
  expect(brought).toEqual([
    { claim_id: claim, variant: 'whole' },
    { claim_id: claim, variant: 'whole' },
  ]);
  const addresses = await store.db.selectFrom('content').select(['content_id', 'address_hash']).orderBy('content_id').execute();
  expect(addresses).toEqual([
    { content_id: 'one', address_hash: addressHash('https://forum.example/p/ü') },
    { content_id: 'two', address_hash: null },
  ]);
  // The fourth: what people decided counts as confirmed, and what there was follows its bank as before.
  const items = await store.db.selectFrom('item').select(['id', 'confirmed', 'suspended_for']).orderBy('id').execute();
  expect(items).toEqual([
    { id: item, confirmed: null, suspended_for: null },
    { id: decided, confirmed: true, suspended_for: null },
  ]);
  expect(await bankPolicies(store.db)).toMatchObject([{ onMatch: 'hold', radius: null, radii: [], ratio: null, isHarmless: false }]);
  // The forty-seventh: her files have numbers, and are what their fingerprints say.
  expect(await store.db.selectFrom('request_file').select(['number', 'kind']).orderBy('number').execute()).toEqual([
    { number: 1, kind: 'other' },
    { number: 2, kind: 'picture' },
  ]);
  expect(await store.db.selectFrom('request_item').select(['item_id', 'file']).orderBy('file').execute()).toEqual([
    { item_id: item, file: 1 },
    { item_id: decided, file: 2 },
  ]);
  // The seventh: codes that are compared by distance stand in pages, and leave them with their upload.
  const inPages = async (kind: string): Promise<[string, number]> => {
    const pages = await readPages(store, kind, 0, 100);
    return [pages.ownerOf(0), Buffer.concat([...pages.codes]).length / 32];
  };
  expect([await inPages('pdq'), await inPages('vpdq')]).toEqual([
    [ref, 30],
    [bare, 1],
  ]);
  const { page_group: group } = await store.db
    .selectFrom('content')
    .select('page_group')
    .where('content_id', '=', 'one')
    .executeTakeFirstOrThrow();
  await store.transact((tx) => leavePages(tx, [{ ref: ref ?? '', group }]));
  expect((await readPages(store, 'pdq', 0, 100)).codes).toEqual([]);
  expect(await inPages('vpdq')).toEqual([bare, 1]);
  await store.close();
  await database.drop();
});
