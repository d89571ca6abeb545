/** How does somebody's list get into a bank, line by line and each line once, and out again? A line that comes twice is found again by what it says. */
import type { ListedFingerprint } from '@likeness/exchange';
import { isExactKind, isFingerprintKind, isVariant, kinds } from '@likeness/fingerprint';
import { sql } from 'kysely';
import { type Random, timeOrderedUuids } from '../config/random.ts';
import { forgetCodes } from './banks.ts';
import { placeOf } from './content.ts';
import type { Db, Tx } from './database.ts';
import { itemIdFor, uuidOf } from './ids.ts';
import { lookedOutFor, restrictedHere } from './suspicion.ts';

const exactKinds = Object.keys(kinds).filter((kind) => isFingerprintKind(kind) && isExactKind(kind));

/** An array of PostgreSQL of what needs no quotes: numbers, ids, hex digits, words of ours. The driver would look at each letter. */
const plainArray = (values: readonly (string | number | null)[]): string => `{${values.map((value) => value ?? 'null').join()}}`;

/**
 * Lists these lines in a bank. Lines with one label are one item; a line without is an item of its own, the same one whoever vouches for it. What is there
 * already stays as it is; a line that comes again from the same source, with another quality, note or end, takes the place of the older one. Answers the ids of
 * the items that are new, and of all that changed (a note alone is no change), and how many fingerprints their items had not. Note the changes and record the act afterwards.
 */
export async function listLines(tx: Tx, random: Random, bankId: string, lines: readonly ListedFingerprint[]): Promise<Listed> {
  if (lines.length === 0) return listedNothing;
  // One list at a time enters a bank: what is looked for and not found is not written by another meanwhile.
  await sql`select pg_advisory_xact_lock(hashtextextended(${bankId}, 7304))`.execute(tx.sql);
  const news = await storeNewCodes(tx, lines);
  const plain = lines.flatMap((line) => {
    const codeId = line.item === undefined ? news.get(nameOf(line)) : undefined;
    return codeId === undefined ? [] : [{ line, codeId }];
  });
  const listed = await listPlain(tx, random, bankId, plain);
  const others = lines.filter((line) => line.item !== undefined || !news.has(nameOf(line)));
  const { fresh, changed, added } = await listOthers(tx, random, bankId, others);
  return { fresh: [...listed, ...fresh], changed: [...listed, ...changed], added: listed.length + added };
}

interface Listed {
  readonly fresh: readonly string[];
  readonly changed: readonly string[];
  readonly added: number;
}

const listedNothing: Listed = { fresh: [], changed: [], added: 0 };

const nameOf = ({ kind, value }: ListedFingerprint): string => `${kind} ${value}`;

/**
 * Stores the codes of all lines; answers the ids of those that nobody had and that one line alone brings. In one order, as `storeCodes` takes them, so that two who
 * list the same pictures never wait for each other in a circle. What another transaction stores at this very moment is no conflict that is waited out here: the
 * statement fails (23505) and the batch is tried again, because asking for it with each row cost as much as the row.
 */
async function storeNewCodes(tx: Tx, lines: readonly ListedFingerprint[]): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const line of lines) times.set(nameOf(line), (times.get(nameOf(line)) ?? 0) + 1);
  const names = [...times.keys()].sort();
  const { rows } = await sql<{ id: number; name: string }>`
    insert into code (kind, value)
    select kind, decode(value, 'hex') from unnest(${plainArray(names.map((name) => name.slice(0, name.indexOf(' '))))}::text[],
      ${plainArray(names.map((name) => name.slice(name.indexOf(' ') + 1)))}::text[]) with ordinality as given (kind, value, place)
    where not exists (select from code where code.kind = given.kind and code.value = decode(given.value, 'hex'))
    order by place returning id, kind || ' ' || encode(value, 'hex') as name`.execute(tx.sql);
  return new Map(rows.flatMap(({ id, name }) => (times.get(name) === 1 ? [[name, id] as const] : [])));
}

/** Lists lines whose code is new and theirs alone: each is an item, and there is nothing to look for. Most of a list is like that the first time. */
async function listPlain(
  tx: Tx,
  random: Random,
  bankId: string,
  lines: readonly { readonly line: ListedFingerprint; readonly codeId: number }[],
): Promise<string[]> {
  if (lines.length === 0) return [];
  // In their order: with random ones, most pages of five indexes were written anew for each batch of 2,000 lines.
  const ids = timeOrderedUuids(tx.now, lines.length, random);
  const isUnchecked = await skipChecks(tx);
  await sql`
    with line as materialized (select * from unnest(
      ${plainArray(ids)}::uuid[], ${plainArray(timeOrderedUuids(tx.now, lines.length, random))}::uuid[], ${plainArray(lines.map(({ codeId }) => codeId))}::bigint[],
      ${plainArray(lines.map(({ line }) => line.variant))}::text[], ${plainArray(lines.map(({ line }) => line.quality ?? null))}::int[],
      ${plainArray(lines.map(({ line }) => placeOf(line)))}::int[],
      ${lines.map(({ line }) => line.source ?? null)}::text[], ${lines.map(({ line }) => line.note ?? null)}::text[],
      ${lines.map(({ line }) => line.expiresAt ?? null)}::timestamptz[]) as line (item_id, claim_id, code_id, variant, quality, at_ms, source, note, expires_at)),
    items as (
      insert into item (id, bank_id, state, source, added_at)
      select item_id, ${bankId}::uuid, 'active', coalesce(source, 'list'), ${tx.now}::timestamptz from line),
    codes as (
      insert into item_code (item_id, code_id, variant, quality, at_ms, provenance)
      select item_id, code_id, variant, quality, at_ms, 'confirmed' from line)
    insert into claim (id, item_id, kind, made_at, source, note, expires_at)
    select claim_id, item_id, 'list', ${tx.now}::timestamptz, source, note, expires_at from line`.execute(tx.sql);
  if (isUnchecked) await sql`select set_config('session_replication_role', 'origin', true)`.execute(tx.sql);
  return ids;
}

/**
 * Lets PostgreSQL not look up, row by row, what the next rows point to: items and codes that this very transaction writes, in a bank that nobody deletes. That
 * was half of its work. Only a superuser may, as the bundled PostgreSQL's user is; answers whether.
 */
async function skipChecks(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ is_unchecked: boolean }>`
    select case when current_setting('is_superuser') = 'on' then set_config('session_replication_role', 'replica', true) = 'replica' else false end
      as is_unchecked`.execute(tx.sql);
  return rows[0]?.is_unchecked === true;
}

/** Lists lines whose codes are stored already; each may be known, or belong with another. */
async function listOthers(tx: Tx, random: Random, bankId: string, lines: readonly ListedFingerprint[]): Promise<Listed> {
  if (lines.length === 0) return listedNothing;
  await stage(tx, random, lines);
  await sql`update import_line set code_id = code.id from code where code.kind = import_line.kind and code.value = import_line.value`.execute(
    tx.sql,
  );
  await findItems(tx, bankId);
  const moved = await endReplaced(tx);
  const { rows: fresh } = await sql<{ id: string }>`
    insert into item (id, bank_id, state, source, added_at, label)
    select distinct on (item_id) item_id, ${bankId}::uuid, 'active', coalesce(source, 'list'), ${tx.now}::timestamptz, label
    from import_line where is_fresh order by item_id, place
    returning id`.execute(tx.sql);
  const { rows: again } = await sql<{ id: string }>`
    update item set state = 'active' where state = 'expired' and id in (select item_id from import_line where not is_fresh) returning id`.execute(
    tx.sql,
  );
  // A row that was not there before has no transaction that ended it (xmax).
  const { rows: codes } = await sql<{ item_id: string; is_new: boolean }>`
    insert into item_code (item_id, code_id, variant, quality, at_ms, provenance)
    select distinct on (item_id, code_id, variant) item_id, code_id, variant, quality, at_ms, 'confirmed'
    from import_line order by item_id, code_id, variant, place desc
    on conflict (item_id, code_id, variant) do update set quality = excluded.quality, at_ms = excluded.at_ms
      where (item_code.quality, item_code.at_ms) is distinct from (excluded.quality, excluded.at_ms)
    returning item_id, xmax = 0 as is_new`.execute(tx.sql);
  await claimLines(tx);
  if (lines.some(({ item }) => item !== undefined)) await tieCodes(tx);
  return {
    fresh: fresh.map(({ id }) => id),
    changed: [...new Set([...fresh.map(({ id }) => id), ...again.map(({ id }) => id), ...codes.map(({ item_id }) => item_id), ...moved])],
    added: codes.filter(({ is_new }) => is_new).length,
  };
}

/** Puts the lines where statements can join them; gone at commit. Each brings the ids that its item and its claim get if they are new. */
async function stage(tx: Tx, random: Random, lines: readonly ListedFingerprint[]): Promise<void> {
  await sql`create temporary table if not exists import_line (place int, item_id uuid, is_fresh boolean, new_item uuid, new_claim uuid, label text, kind text,
    value bytea, variant text, quality int, at_ms int, source text, note text, expires_at timestamptz, code_id bigint) on commit delete rows`.execute(
    tx.sql,
  );
  await sql`
    insert into import_line (place, is_fresh, new_item, new_claim, label, kind, value, variant, quality, at_ms, source, note, expires_at)
    select place, false, new_item, new_claim, label, kind, decode(value, 'hex'), variant, quality, at_ms, source, note, expires_at
    from unnest(${timeOrderedUuids(tx.now, lines.length, random)}::uuid[], ${timeOrderedUuids(tx.now, lines.length, random)}::uuid[],
      ${lines.map(({ item }) => item ?? null)}::text[], ${lines.map(({ kind }) => kind)}::text[], ${lines.map(({ value }) => value)}::text[],
      ${lines.map(({ variant }) => variant)}::text[], ${lines.map(({ quality }) => quality ?? null)}::int[], ${lines.map(placeOf)}::int[],
      ${lines.map(({ source }) => source ?? null)}::text[], ${lines.map(({ note }) => note ?? null)}::text[],
      ${lines.map(({ expiresAt }) => expiresAt ?? null)}::timestamptz[])
      with ordinality as given (new_item, new_claim, label, kind, value, variant, quality, at_ms, source, note, expires_at, place)`.execute(
    tx.sql,
  );
}

/** Finds the item of each line: by its label, or by its value among the items that a list brought; the first line of what is not there makes it. Locks those found. */
async function findItems(tx: Tx, bankId: string): Promise<void> {
  // Asked line by line, and by the value first (offset 0 keeps the two apart): a join would begin with all items of the bank while PostgreSQL does not know yet
  // how many there are.
  await sql`
    update import_line set item_id = (select item.id from item where item.bank_id = ${bankId}::uuid and item.label = import_line.label)
    where label is not null`.execute(tx.sql);
  await sql`
    update import_line set item_id = (
      select (array_agg(item_code.item_id order by item_code.item_id))[1] from item_code
      where item_code.code_id = import_line.code_id and item_code.variant = import_line.variant
        and exists (select from item where item.id = item_code.item_id and item.bank_id = ${bankId}::uuid and item.label is null offset 0)
        and exists (select from claim where claim.item_id = item_code.item_id and claim.ended_at is null and claim.kind = 'list' offset 0))
    where label is null`.execute(tx.sql);
  // Whoever is just ending their claims commits first, or waits and finds the new ones.
  await sql`select id from item where id in (select item_id from import_line) order by id for update`.execute(tx.sql);
  await sql`
    update import_line set is_fresh = true, item_id = first.id
    from (select place, first_value(new_item) over (
            partition by label, case when label is null then code_id end, case when label is null then variant end order by place) as id
          from import_line where item_id is null) first
    where first.place = import_line.place`.execute(tx.sql);
}

/**
 * Forgets what the lines take the place of: claims of the same source on the same item and code with another note or end, and lines that come again further
 * down. Answers the items whose end moved.
 */
async function endReplaced(tx: Tx): Promise<string[]> {
  await sql`
    delete from import_line where place in (
      select place from (select place, row_number() over (partition by item_id, code_id, variant, source order by place desc) as newer from import_line) line
      where newer > 1)`.execute(tx.sql);
  // Line by line, as in `findItems`. Mostly nothing is found, and nothing more is asked.
  const { rows } = await sql<{ claim_id: string; item_id: string; code_id: number | null; variant: string; has_moved: boolean }>`
    select older.id as claim_id, import_line.item_id, case when label is not null then code_id end as code_id, variant,
      older.expires_at is distinct from import_line.expires_at as has_moved
    from import_line cross join lateral (
      select id, expires_at from claim
      where claim.item_id = import_line.item_id and claim.ended_at is null and claim.kind = 'list' and claim.source is not distinct from import_line.source
        and (claim.note is distinct from import_line.note or claim.expires_at is distinct from import_line.expires_at)
        and (label is null or exists (select from claim_code where claim_code.claim_id = claim.id and claim_code.code_id = import_line.code_id
                                      and claim_code.variant = import_line.variant))
      offset 0) older
    where not is_fresh`.execute(tx.sql);
  if (rows.length === 0) return [];
  const claimIds = [...new Set(rows.map(({ claim_id }) => claim_id))];
  // A claim on an item with a label may go on with its other codes.
  await sql`
    delete from claim_code using unnest(${rows.map(({ claim_id }) => claim_id)}::uuid[], ${rows.map(({ code_id }) => code_id)}::bigint[],
      ${rows.map(({ variant }) => variant)}::text[]) as replaced (claim_id, code_id, variant)
    where claim_code.claim_id = replaced.claim_id and claim_code.code_id = replaced.code_id and claim_code.variant = replaced.variant`.execute(
    tx.sql,
  );
  await sql`delete from claim where id = any(${claimIds}::uuid[]) and not exists (select from claim_code where claim_id = claim.id)`.execute(
    tx.sql,
  );
  return rows.filter(({ has_moved }) => has_moved).map(({ item_id }) => item_id);
}

/** Claims each line's item for its list: one claim for what one source says with one note until one time. */
async function claimLines(tx: Tx): Promise<void> {
  await sql`
    insert into claim (id, item_id, kind, made_at, source, note, expires_at)
    select distinct on (item_id, source, note, expires_at) new_claim, item_id, 'list', ${tx.now}::timestamptz, source, note, expires_at
    from import_line
    where is_fresh or not exists (
      select from claim where claim.item_id = import_line.item_id and claim.ended_at is null and claim.kind = 'list'
        and claim.source is not distinct from import_line.source and claim.note is not distinct from import_line.note
        and claim.expires_at is not distinct from import_line.expires_at)
    order by item_id, source, note, expires_at, place`.execute(tx.sql);
}

/** Notes which claim brought which code of an item with a label: it may have others. */
async function tieCodes(tx: Tx): Promise<void> {
  await sql`
    insert into claim_code (claim_id, code_id, variant)
    select distinct claim.id, import_line.code_id, import_line.variant
    from import_line join claim on claim.item_id = import_line.item_id and claim.ended_at is null and claim.kind = 'list'
      and claim.source is not distinct from import_line.source and claim.note is not distinct from import_line.note
      and claim.expires_at is not distinct from import_line.expires_at
    where import_line.label is not null
    on conflict do nothing`.execute(tx.sql);
}

/** An item of a bank as whoever keeps its list finds it again. */
export interface NamedItem {
  readonly id: string;
  /** What the list calls it. */
  readonly label: string | null;
  readonly codes: number;
  readonly isWithdrawn: boolean;
  /** Whether a case or a decision claims it as well: then it is no matter of the list alone. */
  readonly isClaimedOtherwise: boolean;
}

/** The items of a bank that a list brings, or a case or a decision, with this id, this label, or a fingerprint of this value and one of these kinds. Locked until commit; at most 20. */
export async function itemsCalled(tx: Tx, bankId: string, name: string, fitting: readonly string[]): Promise<NamedItem[]> {
  const value = fitting.length === 0 ? '' : name;
  const { rows } = await sql<NamedItem>`
    select item.id, item.label, item.state = 'disputed' as "isWithdrawn",
      (select count(*)::int from item_code where item_code.item_id = item.id) as codes,
      exists (select from claim where claim.item_id = item.id and claim.ended_at is null and claim.kind <> 'list') as "isClaimedOtherwise"
    from item
    where item.bank_id = ${bankId}::uuid and item.state in ('active', 'suspended', 'disputed')
      and exists (select from claim where claim.item_id = item.id and claim.ended_at is null)
      and item.id in (
        select id from item where id = ${uuidOf(name)}::uuid
        union select id from item where bank_id = ${bankId}::uuid and label = ${name}
        union select item_code.item_id from code join item_code on item_code.code_id = code.id where code.kind = any(${[...fitting]}::text[]) and code.value = decode(${value}, 'hex'))
    order by item.id limit 20 for update of item`.execute(tx.sql);
  return rows;
}

/** As many ids as are read at once. */
const idsAtOnce = 10_000;

/** The item of a bank that a service was told under this id, which differs from service to service (`itemIdFor`); null where there is none. Every id is looked at: nobody keeps the others. */
export async function itemTold(db: Db, bankId: string, told: string): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(told)) return null;
  const salts = (await db.selectFrom('platform').select('salt').execute()).map(({ salt }) => salt);
  for (let after = uuidOf(''); ; ) {
    const items = await db
      .selectFrom('item')
      .select('id')
      .where('bank_id', '=', bankId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(idsAtOnce)
      .execute();
    const found = items.find(({ id }) => salts.some((salt) => itemIdFor(id, salt) === told));
    const last = items.at(-1);
    if (found !== undefined || last === undefined) return found?.id ?? null;
    after = last.id;
  }
}

/** Items that the changes after one number, up to and with another, took off the list while somebody claims them still. */
export async function itemsTakenOff(db: Db, { after, seq }: Changes): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct item.id from bank_change join item on item.id = bank_change.subject_id
    where seq > ${after} and seq <= ${seq} and subject = 'item' and item.state = 'disputed'`.execute(db);
  return rows.map(({ id }) => id);
}

/** What may match and leaves in no list all the same: nobody has looked at it, and she asked this service alone; a decision left it up; it was referred. */
export interface StayedBehind {
  readonly items: number;
  readonly codes: number;
  readonly restricted: number;
  readonly lookedOutFor: number;
  readonly referred: number;
  /** Codes of crops, of items that do leave: this server made them of a copy that somebody looked at, and lists name no crops. */
  readonly crops: number;
}

/** What of a bank `listedAfter` leaves out. */
export async function stayedBehind(db: Db, bankId: string): Promise<StayedBehind> {
  const { rows } = await sql<Omit<StayedBehind, 'crops'>>`
    select count(*)::int as items, coalesce(sum(codes), 0)::int as codes,
      count(*) filter (where why = ${restrictedHere})::int as restricted,
      count(*) filter (where why = ${lookedOutFor})::int as "lookedOutFor",
      count(*) filter (where why = 'referred')::int as referred
    from (
      select case when referred_at is not null then 'referred' else source end as why,
        (select count(*) from item_code where item_code.item_id = item.id) as codes
      from item
      where bank_id = ${bankId} and state = 'active' and (referred_at is not null or source in (${lookedOutFor}, ${restrictedHere}))
    ) behind`.execute(db);
  const views = await sql<{ variant: string; codes: number }>`
    select item_code.variant, count(*)::int as codes from item join item_code on item_code.item_id = item.id
    where item.bank_id = ${bankId} and item.state = 'active' and item.referred_at is null and item.source not in (${lookedOutFor}, ${restrictedHere})
    group by item_code.variant`.execute(db);
  const crops = views.rows.reduce((sum, { variant, codes }) => (isVariant(variant) ? sum : sum + codes), 0);
  const [behind = { items: 0, codes: 0, restricted: 0, lookedOutFor: 0, referred: 0 }] = rows;
  return { ...behind, crops };
}

/** One page of a bank's lines after an item, as lists are written: of what may match, or of what was withdrawn. Nothing that was referred is in it. Empty at the end. */
export async function listedAfter(
  db: Db,
  bankId: string,
  afterId: string,
  limit: number,
  which: 'listed' | 'withdrawn' = 'listed',
): Promise<{ readonly lastId: string; readonly lines: readonly ListedFingerprint[] } | null> {
  const items = await db
    .selectFrom('item')
    .select('id')
    .where('bank_id', '=', bankId)
    .where('state', '=', which === 'listed' ? 'active' : 'disputed')
    .where('referred_at', 'is', null)
    // What a decision or a case claims is disputed for other reasons, and is no matter of the list alone.
    .$if(which === 'withdrawn', (query) =>
      query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('claim')
              .select('claim.id')
              .whereRef('claim.item_id', '=', 'item.id')
              .where('claim.ended_at', 'is', null)
              .where('claim.kind', '<>', 'list'),
          ),
        ),
      ),
    )
    // Of the one nobody has looked at it, and she asked this service alone; the other may be shown.
    .where('source', 'not in', [lookedOutFor, restrictedHere])
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  const last = items.at(-1);
  if (last === undefined) return null;
  const ids = items.map(({ id }) => id);
  // What a case or a decision brought has the item's own source; that it is claimed twice is no second line.
  const { rows } = await sql<LineRow>`
    select distinct item.id, coalesce(item.label, case when claim.kind <> 'list' then item.id::text end) as item, code.kind, item_code.variant,
      code.value, item_code.quality, item_code.at_ms, case when claim.kind = 'list' then claim.source else item.source end as source, claim.note, claim.expires_at
    from item
    join item_code on item_code.item_id = item.id
    join code on code.id = item_code.code_id
    join claim on claim.item_id = item.id and claim.ended_at is null
    where item.id = any(${ids}::uuid[])
      and (exists (select from claim_code where claim_code.claim_id = claim.id and claim_code.code_id = item_code.code_id
                   and claim_code.variant = item_code.variant)
        or (claim.kind = 'list' and not exists (select from claim_code where claim_code.claim_id = claim.id)))
    order by item.id, code.kind, code.value, item_code.variant, source, claim.note, claim.expires_at`.execute(db);
  return { lastId: last.id, lines: rows.flatMap(lineOf) };
}

/** Whether something of a bank says where in its video it stands. */
export async function hasTimes(db: Db, bankId: string): Promise<boolean> {
  const row = await db
    .selectFrom('item')
    .innerJoin('item_code', 'item_code.item_id', 'item.id')
    .select('item.id')
    .where('item.bank_id', '=', bankId)
    .where('item_code.at_ms', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A fingerprint as one source lists it. */
interface LineRow {
  readonly item: string | null;
  readonly kind: string;
  readonly variant: string;
  readonly value: Buffer;
  readonly quality: number | null;
  readonly at_ms: number | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly expires_at: Date | null;
}

function lineOf(row: LineRow): ListedFingerprint[] {
  const { kind, variant, value, quality, at_ms, source, note, item, expires_at } = row;
  if (!isFingerprintKind(kind) || !isVariant(variant)) return [];
  return [
    {
      kind,
      variant,
      value: value.toString('hex'),
      ...(quality === null ? {} : { quality }),
      ...(source === null ? {} : { source }),
      ...(note === null ? {} : { note }),
      ...(item === null ? {} : { item }),
      ...(expires_at === null ? {} : { expiresAt: expires_at.toISOString() }),
      ...(at_ms === null ? {} : { atSeconds: at_ms / 1000 }),
    },
  ];
}

/** How far an import has come. */
export interface ImportPlace {
  readonly id: string;
  /** The last line that is in, counted from 1. */
  readonly line: number;
  /** So many first bytes of the file, that line among them, have this SHA-256; where no line is in, all of its bytes. */
  readonly bytes: number;
  readonly digest: Uint8Array;
  readonly imported: number;
  /** Of those, the lines whose fingerprint the bank had not; null where an earlier version began and did not count. */
  readonly added: number | null;
  readonly rejected: number;
}

/** Imports into a bank that did not end, the newest first. */
export async function openImports(db: Db, bankId: string): Promise<ImportPlace[]> {
  return db
    .selectFrom('bank_import')
    .select(['id', 'line', 'bytes', 'digest', 'imported', 'added', 'rejected'])
    .where('bank_id', '=', bankId)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(5)
    .execute();
}

/** Until commit, no other import into this bank begins. */
export async function lockImports(tx: Tx, bankId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${bankId}, 7305))`.execute(tx.sql);
}

/** Notes that an import of this file begins: no line is in, and until one is, the whole file tells it from others. */
export async function beginImport(tx: Tx, id: string, bankId: string, file: Pick<ImportPlace, 'bytes' | 'digest'>): Promise<ImportPlace> {
  const place = { line: 0, bytes: file.bytes, digest: file.digest, imported: 0, added: 0, rejected: 0 };
  await tx.sql
    .insertInto('bank_import')
    .values({ id, bank_id: bankId, started_at: tx.now, ended_at: null, ...place })
    .execute();
  return { id, ...place };
}

/** Moves an import from one place to the next; answers false where another process has moved it meanwhile. */
export async function moveImport(tx: Tx, from: ImportPlace, to: ImportPlace, isOver: boolean): Promise<boolean> {
  const { id, line, bytes, digest, imported, rejected } = to;
  const moved = await tx.sql
    .updateTable('bank_import')
    .set({ line, bytes, digest, imported, rejected, ended_at: isOver ? tx.now : null })
    .where('id', '=', id)
    .where('line', '=', from.line)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Adds to the lines of an import that brought something new; answers how many there are, null where nobody counted from its beginning. */
export async function noteAdded(tx: Tx, importId: string, count: number): Promise<number | null> {
  const { added } = await tx.sql
    .updateTable('bank_import')
    .set(({ eb }) => ({ added: eb('added', '+', count) }))
    .where('id', '=', importId)
    .returning('added')
    .executeTakeFirstOrThrow();
  return added;
}

/** Lines of an import that were passed over, with their sentences; at most `limit`. */
export async function importErrors(
  db: Db,
  importId: string,
  limit: number,
): Promise<{ readonly line: number; readonly message: string }[]> {
  return db
    .selectFrom('bank_import_error')
    .select(['line', 'message'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .limit(limit)
    .execute();
}

/** Bank changes after one number, up to and with another. */
export interface Changes {
  readonly after: number;
  readonly seq: number;
}

/**
 * Asks that what was screened before is compared with what these changes listed, from `dueAt` on. One request for each subject: the latest time counts, and all
 * changes that were asked for.
 */
export async function askLookBack(tx: Tx, subjectId: string, { after, seq }: Changes, dueAt: Date): Promise<void> {
  await tx.sql
    .insertInto('look_back')
    .values({ subject_id: subjectId, after_seq: after, seq, due_at: dueAt })
    .onConflict((conflict) =>
      conflict.column('subject_id').doUpdateSet({ after_seq: sql`least(look_back.after_seq, excluded.after_seq)`, seq, due_at: dueAt }),
    )
    .execute();
}

/** Takes what is due of these requests; none of them is taken twice. Answers all the changes together; null where nothing is due. */
export async function takeLookBacks(tx: Tx): Promise<Changes | null> {
  const rows = await tx.sql.deleteFrom('look_back').where('due_at', '<=', tx.now).returning(['after_seq', 'seq']).execute();
  if (rows.length === 0) return null;
  return { after: Math.min(...rows.map(({ after_seq }) => after_seq)), seq: Math.max(...rows.map(({ seq }) => seq)) };
}

/** Uploads that have a value, equal or not, that changes after one number and up to another list, or that a bank lists which they changed. */
export async function refsListedExactly(db: Db, { after, seq }: Changes): Promise<string[]> {
  const { rows } = await sql<{ ref: string }>`
    select distinct content_code.ref from (
      select subject_id as item_id from bank_change where seq > ${after} and seq <= ${seq} and subject = 'item'
      union select item.id from bank_change join item on item.bank_id = bank_change.subject_id where seq > ${after} and seq <= ${seq} and subject = 'bank'
    ) changed
    join item_code on item_code.item_id = changed.item_id
    join code on code.id = item_code.code_id and code.kind = any(${exactKinds}::text[])
    join content_code on content_code.value = code.value and content_code.kind = code.kind and content_code.variant = 'whole'`.execute(db);
  return rows.map(({ ref }) => ref);
}

/**
 * Ends claims whose time has passed, at most `limit`, and forgets the codes that they alone brought. An item without a claim is expired: it keeps its name, so
 * that what it met stays explained. Answers how many claims ended, and which items expired or lost codes.
 */
export async function expireClaims(
  tx: Tx,
  limit: number,
): Promise<{ readonly claims: number; readonly expired: readonly string[]; readonly narrowed: readonly string[] }> {
  const { rows: ended } = await sql<{ id: string; item_id: string }>`
    update claim set ended_at = ${tx.now}
    where id in (select id from claim where ended_at is null and expires_at <= ${tx.now} order by expires_at, id limit ${limit} for update skip locked)
    returning id, item_id`.execute(tx.sql);
  if (ended.length === 0) return { claims: 0, expired: [], narrowed: [] };
  const itemIds = [...new Set(ended.map(({ item_id }) => item_id))];
  // The items first: whoever is just listing one of them again commits before the next statement looks, and who comes later finds it expired.
  await sql`select id from item where id = any(${itemIds}::uuid[]) order by id for update`.execute(tx.sql);
  const { rows: left } = await sql<{ id: string }>`
    select id from item where id = any(${itemIds}::uuid[])
      and not exists (select from claim where claim.item_id = item.id and claim.ended_at is null)`.execute(tx.sql);
  const unclaimed = left.map(({ id }) => id);
  await sql`delete from claim_code where claim_id = any(${ended.map(({ id }) => id)}::uuid[])`.execute(tx.sql);
  const { rows: dropped } = await sql<{ item_id: string; code_id: number }>`
    delete from item_code
    where item_id = any(${itemIds}::uuid[]) and not exists (
      select from claim where claim.item_id = item_code.item_id and claim.ended_at is null and (
        exists (select from claim_code where claim_code.claim_id = claim.id and claim_code.code_id = item_code.code_id
                and claim_code.variant = item_code.variant)
        or (claim.kind = 'list' and not exists (select from claim_code where claim_code.claim_id = claim.id))))
    returning item_id, code_id`.execute(tx.sql);
  if (unclaimed.length > 0)
    await tx.sql
      .updateTable('item')
      .set({ state: 'expired' })
      .where('id', 'in', unclaimed)
      .where('state', 'in', ['active', 'suspended'])
      .execute();
  await forgetCodes(tx, [...new Set(dropped.map(({ code_id }) => code_id))]);
  const narrowed = new Set(dropped.map(({ item_id }) => item_id));
  return { claims: ended.length, expired: unclaimed, narrowed: [...narrowed].filter((id) => !unclaimed.includes(id)) };
}
