/**
 * How long does it take to compare what was just listed with everything that was ever screened? `npm run bench -- sweep --n 10000000`: the pages of so many
 * uploads of one PDQ code each in a durable PostgreSQL, read page by page as the sweep does, beside reading them row by row, beside the same codes in a plain file and in memory.
 * The clock on the wall, because PostgreSQL works in other processes; everything is in the page cache after the first pass.
 */
import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CodeBlock, type ListedItem, openCodeBlock, type Sought, soughtFor } from '@likeness/lookup';
import { sql } from 'kysely';
import { systemRandom, uuid } from '../../server/src/config/random.ts';
import { readSettings } from '../../server/src/config/settings.ts';
import { indexOf } from '../../server/src/index/bank-index.ts';
import { uploadsNear } from '../../server/src/index/content-scan.ts';
import { contentScreenedBefore } from '../../server/src/store/content.ts';
import { readPages } from '../../server/src/store/content-pages.ts';
import { migrate, openStore, type Store } from '../../server/src/store/database.ts';
import { openPostgres } from '../../server/src/store/postgres.ts';
import { flip, seeded } from '../../vectors/codes.ts';
import { median } from '../interleaved.ts';
import type { Measure } from '../measure.ts';

const rounds = 5;
/** Row by row, so many uploads are read in a round, and the time is scaled. */
const rowsSampled = 50_000;
const rowsFilled = 200_000;
/** As many as fill one. */
const codesPerPage = 142;
const planted = 100;
const leastTimesFaster = 100;
const platformId = '00000000-0000-4000-8000-000000000001';

export async function* benchSweep(count: number): AsyncGenerator<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-bench-'));
  // As root, PostgreSQL runs as another user, who has to reach it.
  await chmod(folder, 0o755);
  const settings = readSettings({ LIKENESS_DATA_DIR: join(folder, 'data') }, { uid: process.getuid?.() ?? 0, home: folder, cwd: folder });
  const postgres = await openPostgres(settings, { log: () => {} });
  const url = postgres.url.reveal();
  const store = openStore({ url, maxConnections: 4 });
  try {
    await migrate(store);
    await fill(store, count);
    yield* sizes(store);
    yield* compare(store, join(folder, 'codes'), count);
  } finally {
    await store.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Pages of all codes; rows of the first uploads, which are all that reading row by row comes to here, and of those that are to be found. They lie in the order of their
 * references: what reads them by reference is given its best case.
 */
async function fill(store: Store, count: number): Promise<void> {
  const run = (statement: string): Promise<unknown> => sql.raw(statement).execute(store.db);
  const ref = `lpad(to_hex(i), 32, '0')::uuid`;
  const value = `decode(md5('a' || i) || md5('b' || i), 'hex')`;
  await run(`insert into platform values ('${platformId}', 'Bench', null, '\\x00', now())`);
  const found = Array.from({ length: planted }, (_, n) => placeOf(n, count)).filter((i) => i >= rowsFilled);
  for (const numbers of [`generate_series(0, ${Math.min(count, rowsFilled) - 1}) i`, `unnest(array[${found.join()}]::int[]) i`]) {
    await run(`insert into content (platform_id, content_id, ref, url, uploader_ref, links, source, verdict, screened_at, screened_at_seq, page_group)
      select '${platformId}', 'post-' || lpad(i::text, 12, '0'), ${ref}, 'https://forum.example/posts/' || i, 'account-' || i % 1000, '{}', 'fingerprints',
        'allow', now(), 0, i / ${codesPerPage} from ${numbers}`);
    await run(`insert into content_code select ${ref}, 'pdq', 'whole', ${value}, 100 from ${numbers}`);
  }
  for (let from = 0; from < count; from += 1_000_000)
    await run(`insert into content_page (kind, first_group, last_group, is_loose, refs, counts, codes)
      select 'pdq', page, page, false, string_agg(uuid_send(${ref}), '' order by i), string_agg('\\x01'::bytea, ''), string_agg(${value}, '' order by i)
      from (select i, i / ${codesPerPage} as page from generate_series(${from}, ${Math.min(count, from + 1_000_000) - 1}) i) one group by page order by page`);
  await run(`vacuum analyze`);
}

const placeOf = (n: number, count: number): number => Math.floor(((n + 0.5) * count) / planted);

/** What an upload of one code takes on disk. */
async function* sizes(store: Store): AsyncGenerator<Measure> {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select 'content' as name, pg_total_relation_size('content')::float8 / (select count(*) from content) as bytes
    union all select 'content_code', pg_total_relation_size('content_code')::float8 / (select count(*) from content_code)
    union all select 'content_page', pg_total_relation_size('content_page')::float8 / (select sum(octet_length(counts)) from content_page)`.execute(
    store.db,
  );
  const all = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of rows)
    yield figure(`${name} with its indexes, an upload of one code`, bytes, 'bytes', 'all three', bytes / all);
}

async function* compare(store: Store, file: string, count: number): AsyncGenerator<Measure> {
  const near = await plantedNear(store, count);
  const [one, hundred] = [near.slice(0, 1), near];
  const bytes = await writeCodes(store, file);
  const inMemory = await openCodeBlock();
  inMemory.fill([await readFile(file)]);
  // Each answers by how much its time is to be scaled.
  const found = async (items: typeof near): Promise<number> => {
    const refs = new Set<string>();
    for await (const some of uploadsNear(store, soughtFor(items, 'job'))) for (const { content } of some) refs.add(content.ref);
    for (const { ref } of items) if (!refs.has(ref)) throw new Error('A planted near-duplicate was missed.');
    return 1;
  };
  const times = new Map<string, number[]>();
  const timed = async (name: string, work: () => Promise<number>): Promise<void> => {
    const began = performance.now();
    const scale = await work();
    times.set(name, [...(times.get(name) ?? []), (performance.now() - began) * scale]);
  };
  for (let round = 0; round < rounds; round += 1) {
    await timed('one', () => found(one));
    await timed('hundred', () => found(hundred));
    await timed('rows', () => readRows(store, one, count));
    await timed('file', async () => scan(await blockOf(file), soughtFor(one, 'job')));
    await timed('memory', async () => scan(inMemory, soughtFor(one, 'job')));
  }
  const ms = (name: string): number => median(times.get(name) ?? []);
  const ratio = (name: string, than: string): number =>
    median((times.get(name) ?? []).map((value, n) => value / (times.get(than)?.[n] ?? Number.NaN)));
  const of = `${count} uploads, ${(bytes / 2 ** 20).toPrecision(3)} MiB of codes`;
  yield {
    ...figure(
      `one new item against ${of}`,
      ms('one'),
      'ms',
      `reading them row by row (${Math.min(rowsSampled, count)} of them, scaled)`,
      ratio('rows', 'one'),
    ),
    target: `>= ${leastTimesFaster}`,
    met: ratio('rows', 'one') >= leastTimesFaster,
  };
  yield figure(`row by row, ${of}`, ms('rows'), 'ms', 'one new item by pages', ratio('rows', 'one'));
  yield figure(`one new item against ${of}`, ms('one'), 'ms', 'a plain file of the codes, read and scanned', ratio('one', 'file'));
  yield figure(`one new item against ${of}`, ms('one'), 'ms', 'the codes in memory, scanned', ratio('one', 'memory'));
  yield figure(`${planted} new items in one pass against ${of}`, ms('hundred'), 'ms', 'one new item', ratio('hundred', 'one'));
}

/** Items that each lie 40 bits from one upload, spread over all; `ref` is that upload's. */
async function plantedNear(store: Store, count: number): Promise<(ListedItem & { readonly ref: string })[]> {
  const random = seeded(7);
  const items: (ListedItem & { readonly ref: string })[] = [];
  for (let n = 0; n < planted; n += 1) {
    const { rows } = await sql<{ ref: string; value: Buffer }>`
      select ref, value from content_code where ref = lpad(to_hex(${placeOf(n, count)}::int), 32, '0')::uuid`.execute(store.db);
    const [row] = rows;
    if (row === undefined) throw new Error('An upload is missing.');
    flip(row.value, 40, random);
    const codes = [{ kind: 'pdq', variant: 'whole', value: row.value.toString('hex'), quality: 100, provenance: 'confirmed' } as const];
    items.push({
      id: uuid(systemRandom),
      ref: row.ref,
      bankId: 'bench',
      state: 'active',
      source: 'bench',
      addedAt: '2026-11-22T00:00:00.000Z',
      codes,
    });
  }
  return items;
}

/** As the sweep did before there were pages. Answers by how much to scale. */
async function readRows(store: Store, items: readonly ListedItem[], count: number): Promise<number> {
  const index = await indexOf([{ id: 'bench', name: 'Bench', onMatch: 'hold', enabled: true, radius: null, platformId: null }], items);
  let after = '00000000-0000-0000-0000-000000000000';
  let read = 0;
  while (read < Math.min(rowsSampled, count)) {
    const rows = await contentScreenedBefore(store.db, 1, after, 1000);
    for (const { content, fingerprints } of rows)
      index.look({ platformId: content.platformId, source: content.source, fingerprints }, 'job');
    after = rows.at(-1)?.content.ref ?? after;
    read += rows.length;
  }
  return count / read;
}

async function writeCodes(store: Store, path: string): Promise<number> {
  const file = await open(path, 'w');
  let bytes = 0;
  for (let after: number | null = 0; after !== null; ) {
    const pages = await readPages(store, 'pdq', after, 1000);
    for (const piece of pages.codes) bytes += (await file.write(piece)).bytesWritten;
    after = pages.lastId;
  }
  await file.close();
  return bytes;
}

async function blockOf(path: string): Promise<CodeBlock> {
  const block = await openCodeBlock();
  block.fill([await readFile(path)]);
  return block;
}

function scan(block: CodeBlock, { near }: Sought): number {
  for (let from = 0; from < block.size; from += 4096)
    for (const { code, radius } of near) block.search(code, radius, from, from + 4096, () => true);
  return 1;
}

function figure(measure: string, value: number, unit: string, against: string, ratio: number): Measure {
  return { measure, against, value: Number(value.toPrecision(3)), unit, ratio: Number(ratio.toPrecision(3)), target: 'none', met: true };
}
