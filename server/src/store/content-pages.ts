/**
 * Where do the codes of all uploads stand so that every one can be compared in seconds? In pages: what is screened together is one row, and rows are gathered
 * into full ones (docs/decisions/0012). Written and taken away in the transactions that write and forget the uploads: never more, never less than those have.
 */
import type { View } from '@likeness/fingerprint';
import { kinds } from '@likeness/fingerprint';
import { sql } from 'kysely';
import type { Store, Tx } from './database.ts';

const REF_BYTES = 16;
const CODE_BYTES = 32;
/** With its other columns, one page of PostgreSQL: 8,160 bytes hold one row. */
const PAGE_BYTES = 7900;
/** What is fuller than this is not gathered again. */
const FULL_BYTES = 6000;
/** Codes of one upload that stand together: with more, a page could be neither full nor have room for the next. */
const MOST_TOGETHER = 24;

/** Some codes of one upload. */
interface Entry {
  readonly kind: string;
  readonly ref: Buffer;
  readonly codes: Buffer;
}

interface Page {
  readonly kind: string;
  readonly entries: readonly Entry[];
}

interface GroupedPage extends Page {
  /** The screenings that brought its entries are among these groups. */
  readonly firstGroup: number;
  readonly lastGroup: number;
}

/** An upload whose codes are to be written. */
export interface PagedUpload {
  readonly ref: string;
  readonly fingerprints: readonly View[];
}

const bytesOf = ({ codes }: Entry): number => REF_BYTES + 1 + codes.length;
const refOf = (ref: string): Buffer => Buffer.from(ref.replaceAll('-', ''), 'hex');

/** Writes the codes of uploads that were screened together. `group` is theirs alone, or of uploads that have none. */
export async function addPages(tx: Tx, group: number, uploads: readonly PagedUpload[]): Promise<void> {
  await insertPages(
    tx,
    pagesOf(uploads).map((page) => ({ ...page, firstGroup: group, lastGroup: group })),
  );
}

/** The pages of uploads that are screened together, column by column. */
export function pageColumns(uploads: readonly PagedUpload[]): PageColumns {
  return columnsOf(pagesOf(uploads));
}

function pagesOf(uploads: readonly PagedUpload[]): Page[] {
  const entries = uploads.flatMap(({ ref, fingerprints }) => {
    const near = fingerprints.filter(({ kind }) => kinds[kind].comparison === 'near');
    return [...Map.groupBy(near, ({ kind }) => kind)].flatMap(([kind, views]) => entriesOf(kind, refOf(ref), views));
  });
  return [...Map.groupBy(entries, ({ kind }) => kind)].flatMap(([kind, some]) => inPages(some).map((page) => ({ kind, entries: page })));
}

function entriesOf(kind: string, ref: Buffer, views: readonly View[]): Entry[] {
  // A video's frames repeat: equal ones stand once.
  const values = [...new Set(views.map(({ value }) => value))];
  const entries: Entry[] = [];
  for (let at = 0; at < values.length; at += MOST_TOGETHER)
    entries.push({ kind, ref, codes: Buffer.from(values.slice(at, at + MOST_TOGETHER).join(''), 'hex') });
  return entries;
}

/** In order, as many to a page as it holds. */
function inPages(entries: readonly Entry[]): Entry[][] {
  const pages: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const page = pages.at(-1);
    if (page === undefined || room < bytesOf(entry)) {
      pages.push([entry]);
      room = PAGE_BYTES - bytesOf(entry);
    } else {
      page.push(entry);
      room -= bytesOf(entry);
    }
  }
  return pages;
}

interface PageColumns {
  readonly kinds: string[];
  readonly loose: boolean[];
  readonly refs: Buffer[];
  readonly counts: Buffer[];
  readonly codes: Buffer[];
}

function columnsOf(pages: readonly Page[]): PageColumns {
  return {
    kinds: pages.map(({ kind }) => kind),
    loose: pages.map(({ entries }) => isLoose(entries)),
    refs: pages.map(({ entries }) => refsIn(entries)),
    counts: pages.map(({ entries }) => countsIn(entries)),
    codes: pages.map(({ entries }) => codesIn(entries)),
  };
}

async function insertPages(tx: Tx, pages: readonly GroupedPage[]): Promise<void> {
  if (pages.length === 0) return;
  const { kinds: ofKinds, loose, refs, counts, codes } = columnsOf(pages);
  await sql`
    insert into content_page (kind, first_group, last_group, is_loose, refs, counts, codes)
    select * from unnest(${ofKinds}::text[], ${pages.map(({ firstGroup }) => firstGroup)}::bigint[], ${pages.map(({ lastGroup }) => lastGroup)}::bigint[],
      ${loose}::boolean[], ${refs}::bytea[], ${counts}::bytea[], ${codes}::bytea[])`.execute(tx.sql);
}

const isLoose = (entries: readonly Entry[]): boolean => entries.reduce((sum, entry) => sum + bytesOf(entry), 0) < FULL_BYTES;
const refsIn = (entries: readonly Entry[]): Buffer => Buffer.concat(entries.map(({ ref }) => ref));
const countsIn = (entries: readonly Entry[]): Buffer => Buffer.from(entries.map(({ codes }) => codes.length / CODE_BYTES));
const codesIn = (entries: readonly Entry[]): Buffer => Buffer.concat(entries.map(({ codes }) => codes));

interface Row {
  readonly kind: string;
  readonly id: number;
  readonly first_group: number;
  readonly last_group: number;
  readonly refs: Buffer;
  readonly counts: Buffer;
  readonly codes: Buffer;
}

function entriesIn({ kind, refs, counts, codes }: Row): Entry[] {
  let from = 0;
  return Array.from(counts, (count, n) => {
    const to = from + count * CODE_BYTES;
    const entry = { kind, ref: refs.subarray(n * REF_BYTES, (n + 1) * REF_BYTES), codes: codes.subarray(from, to) };
    from = to;
    return entry;
  });
}

/** While uploads leave their pages, nobody moves them to others. */
const pagesLock = 7306;

/** Takes uploads out of the pages, with all their codes. Their own rows are locked or gone; pages come after those, and before every log. */
export async function leavePages(tx: Tx, left: readonly { readonly ref: string; readonly group: number | null }[]): Promise<void> {
  const groups = [...new Set(left.flatMap(({ group }) => (group === null ? [] : [group])))];
  if (groups.length === 0) return;
  const gone = new Set(left.map(({ ref }) => refOf(ref).toString('latin1')));
  await sql`select pg_advisory_xact_lock_shared(${pagesLock})`.execute(tx.sql);
  // Asked group by group, each by the index; in one order, so that two who forget at once never wait for each other in a circle.
  const { rows } = await sql<Row>`
    select * from content_page where (kind, id) in (
      select page.kind, page.id from unnest(${groups}::bigint[]) as left_group (number)
        join content_page page on int8range(page.first_group, page.last_group, '[]') @> left_group.number)
    order by kind, id for update`.execute(tx.sql);
  for (const row of rows) {
    const all = entriesIn(row);
    const stay = all.filter(({ ref }) => !gone.has(ref.toString('latin1')));
    if (stay.length === all.length) continue;
    if (stay.length === 0) await tx.sql.deleteFrom('content_page').where('kind', '=', row.kind).where('id', '=', row.id).execute();
    else
      await tx.sql
        .updateTable('content_page')
        .set({ is_loose: isLoose(stay), refs: refsIn(stay), counts: countsIn(stay), codes: codesIn(stay) })
        .where('kind', '=', row.kind)
        .where('id', '=', row.id)
        .execute();
  }
}

/** Loose pages that are gathered in one transaction. */
const gatheredAtOnce = 2000;

/**
 * Gathers loose pages into full ones, unless somebody is at the pages; answers how many it took in. A full page has a higher number than those it was made of: who
 * reads them in order of numbers meets each code at least once, wherever it was when he began.
 */
export async function gatherPages(store: Store): Promise<number> {
  let taken = 0;
  for (const kind of Object.keys(kinds)) {
    for (;;) {
      const some = await store.transact((tx) => gatherSome(tx, kind));
      taken += some;
      if (some < gatheredAtOnce) break;
    }
  }
  return taken;
}

async function gatherSome(tx: Tx, kind: string): Promise<number> {
  const { rows: locked } = await sql<{ is_free: boolean }>`select pg_try_advisory_xact_lock(${pagesLock}) as is_free`.execute(tx.sql);
  if (locked[0]?.is_free !== true) return 0;
  const { rows } = await sql<Row>`
    select * from content_page where kind = ${kind} and is_loose order by id limit ${gatheredAtOnce}`.execute(tx.sql);
  const loose = rows.map((row) => ({ row, entries: entriesIn(row) }));
  const bytes = loose.reduce((sum, { entries }) => sum + entries.reduce((all, entry) => all + bytesOf(entry), 0), 0);
  if (bytes < PAGE_BYTES || rows.length < 2) return 0;
  const from = new Map(loose.flatMap(({ row, entries }) => entries.map((entry) => [entry, row] as const)));
  await tx.sql
    .deleteFrom('content_page')
    .where('kind', '=', kind)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const pages = inPages([...from.keys()]).map((entries): GroupedPage => {
    const rowsOf = entries.flatMap((entry) => from.get(entry) ?? []);
    return {
      kind,
      firstGroup: Math.min(...rowsOf.map(({ first_group }) => first_group)),
      lastGroup: Math.max(...rowsOf.map(({ last_group }) => last_group)),
      entries,
    };
  });
  await insertPages(tx, pages);
  return rows.length;
}

/** Codes as they are read, many pages at a time. */
export interface ReadPages {
  /** All codes, one behind the other, in pieces. */
  readonly codes: readonly Buffer[];
  /** Whose code stands at this place, counted in codes from 0. */
  ownerOf(place: number): string;
  /** Where to go on reading; null at the end. */
  readonly lastId: number | null;
}

/** Reads pages of a kind after a number, in order. What was committed before the first of several calls is in one of them. */
export async function readPages(store: Store, kind: string, afterId: number, limit: number): Promise<ReadPages> {
  if (!Object.hasOwn(kinds, kind)) throw new RangeError(`no kind ${kind}`);
  const rows = await store.copyOut(
    `select id, refs, counts, codes from content_page where kind = '${kind}' and id > ${Math.trunc(afterId)} order by id limit ${Math.trunc(limit)}`,
  );
  const pages = rows.map(([id, refs, counts, codes]) => {
    if (id === undefined || refs === undefined || counts === undefined || codes === undefined) throw new RangeError('a page lacks columns');
    return { id: Number(id.readBigInt64BE()), refs, counts, codes };
  });
  // Where each page's codes begin, to find the page of a place.
  const begins: number[] = [];
  let sum = 0;
  for (const { codes } of pages) {
    begins.push(sum);
    sum += codes.length / CODE_BYTES;
  }
  return {
    codes: pages.map(({ codes }) => codes),
    lastId: pages.length < limit ? null : (pages.at(-1)?.id ?? null),
    ownerOf(place) {
      const page = pageOf(begins, place);
      const { refs, counts } = pages[page] ?? { refs: Buffer.alloc(0), counts: Buffer.alloc(0) };
      let left = place - (begins[page] ?? 0);
      const entry = counts.findIndex((count) => {
        left -= count;
        return left < 0;
      });
      if (entry < 0) throw new RangeError(`no code stands at ${place}`);
      return uuidOf(refs.subarray(entry * REF_BYTES, (entry + 1) * REF_BYTES));
    },
  };
}

/** The last of these places, in rising order, that is not behind `place`. */
function pageOf(begins: readonly number[], place: number): number {
  let [low, high] = [0, begins.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((begins[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
