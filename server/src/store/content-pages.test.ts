/** Do the pages hold the codes of every upload that is remembered, no more and no less, whatever came, went and was gathered, and whoever else is at them? */
import type { View } from '@likeness/fingerprint';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { destroyForgotten } from '../workflows/destroy-forgotten.ts';
import { gatherPages, readPages } from './content-pages.ts';
import type { Store } from './database.ts';
import { rememberContents } from './remember.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
let store: Store;
const platformId = uuid(systemRandom);

beforeAll(async () => {
  database = await testDatabase();
  ({ store } = database);
  await store.db
    .insertInto('platform')
    .values({ id: platformId, name: 'Forum', preview_url: null, salt: systemRandom(32), created_at: new Date() })
    .execute();
});

afterAll(() => database.drop());

const aView = (kind: 'pdq' | 'vpdq' = 'pdq'): View => ({
  kind,
  variant: 'whole',
  value: Buffer.from(systemRandom(32)).toString('hex'),
  quality: 100,
});
const screened = (contentId: string, fingerprints: readonly View[]) => ({
  platformId,
  newRef: uuid(systemRandom),
  seq: 0,
  verdict: 'allow' as const,
  upload: { contentId, url: null, uploaderRef: null, links: [], source: 'fingerprints' as const, fingerprints },
});
const put = (...uploads: { readonly contentId: string; readonly fingerprints: readonly View[] }[]): Promise<unknown> =>
  store.transact((tx) =>
    rememberContents(
      tx,
      uploads.map(({ contentId, fingerprints }) => screened(contentId, fingerprints)),
    ),
  );
const forget = (...contentIds: string[]): Promise<unknown> =>
  store.transact(async (tx) => {
    await tx.sql.updateTable('content').set({ deleted_at: tx.now }).where('content_id', 'in', contentIds).execute();
    await destroyForgotten(tx);
  });

/** Every code with its upload, as the pages have it and as the rows do. */
async function inPages(kind: string, atOnce: number): Promise<string[]> {
  const found: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const pages = await readPages(store, kind, after, atOnce);
    const codes = Buffer.concat([...pages.codes]);
    for (let place = 0; place < codes.length / 32; place += 1)
      found.push(`${pages.ownerOf(place)} ${codes.toString('hex', 32 * place, 32 * place + 32)}`);
    after = pages.lastId;
  }
  return found.toSorted();
}
async function inRows(kind: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct ref || ' ' || encode(value, 'hex') as code from content_code where kind = ${kind}`.execute(store.db);
  return rows.map(({ code }) => code).toSorted();
}
async function expectAlike(): Promise<void> {
  for (const kind of ['pdq', 'vpdq']) expect(await inPages(kind, 7)).toEqual(await inRows(kind));
}

test('after any history of screening, screening again, forgetting and gathering', async () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), ids: fc.uniqueArray(fc.nat(60), { maxLength: 30 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('forget' as const), ids: fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 8 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('gather' as const) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), fc.nat(1000), async (acts, seed) => {
      for (const [turn, one] of acts.entries()) {
        if (one.kind === 'gather') await gatherPages(store);
        else if (one.kind === 'forget') await forget(...one.ids.map(String));
        else
          await put(
            ...one.ids.map((id) => ({
              contentId: String(id),
              // Pictures of one view and of ten, videos of no frame to seventy.
              fingerprints: [
                ...Array.from({ length: (id + turn + seed) % 3 === 0 ? 10 : 1 }, () => aView()),
                ...Array.from({ length: id % 5 === 0 ? (7 * id + seed) % 70 : 0 }, () => aView('vpdq')),
              ],
            })),
          );
      }
      await expectAlike();
    }),
    { numRuns: 12 },
  );
});

test('while two screen, one forgets and two gather, and a reader in between misses nothing that was there before', async () => {
  const early = Array.from({ length: 300 }, (_, n) => ({ contentId: `early-${n}`, fingerprints: [aView()] }));
  for (const upload of early) await put(upload);
  const wanted = early.map(({ fingerprints }) => fingerprints[0]?.value ?? '').toSorted();
  let isOver = false;
  const busy = Promise.all([
    ...[0, 1].map(async (who) => {
      for (let n = 0; n < 60; n += 1)
        await put(...Array.from({ length: 5 }, (_, k) => ({ contentId: `late-${who}-${n % 7}-${k}`, fingerprints: [aView()] })));
    }),
    (async () => {
      for (let n = 0; n < 30; n += 1) await forget(`late-0-${n % 7}-1`, `late-1-${n % 7}-2`);
    })(),
    ...[0, 1].map(async () => {
      while (!isOver) await gatherPages(store);
    }),
    (async () => {
      for (let n = 0; n < 10; n += 1) {
        const codes = (await inPages('pdq', 3)).map((line) => line.slice(37));
        const there = new Set(codes);
        expect(wanted.filter((value) => !there.has(value))).toEqual([]);
      }
      isOver = true;
    })(),
  ]);
  await busy;
  await expectAlike();
});

test('gathered, codes stand in full pages, and gathering again changes nothing', async () => {
  await gatherPages(store);
  const facts = async () =>
    (
      await sql<{ loose: number; pages: number }>`
        select count(*) filter (where is_loose)::int as loose, count(*)::int as pages from content_page where kind = 'pdq'`.execute(
        store.db,
      )
    ).rows;
  for (let n = 0; n < 40; n += 1)
    await put(...Array.from({ length: 20 }, (_, k) => ({ contentId: `many-${n}-${k}`, fingerprints: [aView(), aView()] })));
  await gatherPages(store);
  const [gathered] = await facts();
  expect(gathered?.loose).toBeLessThanOrEqual(1);
  expect(await gatherPages(store)).toBe(0);
  expect(await facts()).toEqual([gathered]);
  await expectAlike();
});

test('a page whose parts do not belong together is refused by the table', async () => {
  const broken = sql`insert into content_page (kind, first_group, last_group, is_loose, refs, counts, codes)
    values ('pdq', 1, 1, true, decode('00', 'hex'), decode('01', 'hex'), decode('00', 'hex'))`;
  await expect(broken.execute(store.db)).rejects.toThrow('content_page_check');
});
