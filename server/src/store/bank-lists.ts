/** How does somebody's list get into a bank, line by line and each line once, and out again? Ids follow from what a line says, so a line that comes twice is the same row. */
import { createHash } from 'node:crypto';
import type { ListedFingerprint } from '@likeness/exchange';
import { isFingerprintKind, isVariant } from '@likeness/fingerprint';
import { sql } from 'kysely';
import { forgetCodes } from './banks.ts';
import type { Db, Tx } from './database.ts';

/** RFC 9562 §5.8: sixteen bytes of a digest, marked as a version of our own. */
function uuidOf(...parts: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(parts.map((part) => `${part.length}:${part}`).join(''))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Lines with one label are one item; a line without is an item of its own, the same one whoever vouches for it. */
function itemIdOf(bankId: string, { item, kind, variant, value }: ListedFingerprint): string {
  return item === undefined ? uuidOf(bankId, 'value', kind, variant, value) : uuidOf(bankId, 'item', item);
}

/**
 * Lists these lines in a bank. What is there already stays as it is; a line that comes again with another quality changes it. Answers the ids of the items
 * that are new, and of all that changed. Note the changes and record the act afterwards.
 */
export async function listLines(
  tx: Tx,
  bankId: string,
  lines: readonly ListedFingerprint[],
): Promise<{ readonly fresh: readonly string[]; readonly changed: readonly string[] }> {
  if (lines.length === 0) return { fresh: [], changed: [] };
  const rows = lines.map((line) => {
    const itemId = itemIdOf(bankId, line);
    const claimId = uuidOf(itemId, 'list', line.source ?? '', line.note ?? '', line.expiresAt ?? '');
    return { ...line, itemId, claimId };
  });
  await sql`create temporary table if not exists import_line (place bigint, item_id uuid, claim_id uuid, label text, kind text, value bytea, variant text,
    quality integer, source text, note text, expires_at timestamptz, code_id bigint) on commit delete rows`.execute(tx.sql);
  await sql`
    insert into import_line (place, item_id, claim_id, label, kind, value, variant, quality, source, note, expires_at)
    select place, item_id, claim_id, label, kind, decode(value, 'hex'), variant, quality, source, note, expires_at
    from unnest(${rows.map(({ itemId }) => itemId)}::uuid[], ${rows.map(({ claimId }) => claimId)}::uuid[],
      ${rows.map(({ item }) => item ?? null)}::text[], ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ value }) => value)}::text[],
      ${rows.map(({ variant }) => variant)}::text[], ${rows.map(({ quality }) => quality ?? null)}::int[],
      ${rows.map(({ source }) => source ?? null)}::text[], ${rows.map(({ note }) => note ?? null)}::text[],
      ${rows.map(({ expiresAt }) => expiresAt ?? null)}::timestamptz[])
      with ordinality as given (item_id, claim_id, label, kind, value, variant, quality, source, note, expires_at, place)`.execute(tx.sql);
  // In one order, as `storeCodes` takes them, so that two who list the same pictures never wait for each other in a circle.
  await sql`insert into code (kind, value) select distinct kind, value from import_line order by kind, value on conflict do nothing`.execute(
    tx.sql,
  );
  await sql`update import_line set code_id = code.id from code where code.kind = import_line.kind and code.value = import_line.value`.execute(
    tx.sql,
  );
  const items = await sql<{ id: string; is_new: boolean }>`
    insert into item (id, bank_id, state, source, added_at, label)
    select distinct on (item_id) item_id, ${bankId}::uuid, 'active', coalesce(source, 'list'), ${tx.now}::timestamptz, label
    from import_line order by item_id, place
    on conflict (id) do update set state = 'active' where item.state = 'expired'
    returning id, added_at = ${tx.now}::timestamptz as is_new`.execute(tx.sql);
  const codes = await sql<{ item_id: string }>`
    insert into item_code (item_id, code_id, variant, quality, provenance)
    select distinct on (item_id, code_id, variant) item_id, code_id, variant, quality, 'confirmed'
    from import_line order by item_id, code_id, variant, place desc
    on conflict (item_id, code_id, variant) do update set quality = excluded.quality where item_code.quality is distinct from excluded.quality
    returning item_id`.execute(tx.sql);
  await sql`
    insert into claim (id, item_id, kind, made_at, source, note, expires_at)
    select distinct on (claim_id) claim_id, item_id, 'list', ${tx.now}::timestamptz, source, note, expires_at
    from import_line order by claim_id, place
    on conflict do nothing`.execute(tx.sql);
  await sql`
    insert into claim_code (claim_id, code_id, variant)
    select distinct claim_id, code_id, variant from import_line where label is not null
    on conflict do nothing`.execute(tx.sql);
  return {
    fresh: items.rows.filter(({ is_new }) => is_new).map(({ id }) => id),
    changed: [...new Set([...items.rows.map(({ id }) => id), ...codes.rows.map(({ item_id }) => item_id)])],
  };
}

/** One page of a bank's lines after an item, as lists are written. Only what may match is in it. Empty at the end. */
export async function listedAfter(
  db: Db,
  bankId: string,
  afterId: string,
  limit: number,
): Promise<{ readonly lastId: string; readonly lines: readonly ListedFingerprint[] } | null> {
  const items = await db
    .selectFrom('item')
    .select('id')
    .where('bank_id', '=', bankId)
    .where('state', '=', 'active')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  const last = items.at(-1);
  if (last === undefined) return null;
  const ids = items.map(({ id }) => id);
  // What a case or a decision brought has the item's own source; that it is claimed twice is no second line.
  const { rows } = await sql<{
    item: string | null;
    kind: string;
    variant: string;
    value: Buffer;
    quality: number | null;
    source: string | null;
    note: string | null;
    expires_at: Date | null;
  }>`
    select distinct item.id, coalesce(item.label, case when claim.kind <> 'list' then item.id::text end) as item, code.kind, item_code.variant,
      code.value, item_code.quality, case when claim.kind = 'list' then claim.source else item.source end as source, claim.note, claim.expires_at
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

function lineOf(row: {
  item: string | null;
  kind: string;
  variant: string;
  value: Buffer;
  quality: number | null;
  source: string | null;
  note: string | null;
  expires_at: Date | null;
}): ListedFingerprint[] {
  const { kind, variant, value, quality, source, note, item, expires_at } = row;
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
    },
  ];
}

/** How far an import has come. */
export interface ImportPlace {
  readonly id: string;
  /** The last line that is in, counted from 1. */
  readonly line: number;
  /** So many first bytes of the file, that line among them, have this SHA-256. */
  readonly bytes: number;
  readonly digest: Uint8Array;
  readonly imported: number;
  readonly rejected: number;
}

/** Imports into a bank that did not end, the newest first. */
export async function openImports(db: Db, bankId: string): Promise<ImportPlace[]> {
  return db
    .selectFrom('bank_import')
    .select(['id', 'line', 'bytes', 'digest', 'imported', 'rejected'])
    .where('bank_id', '=', bankId)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(5)
    .execute();
}

/** Notes that an import begins. */
export async function beginImport(tx: Tx, id: string, bankId: string): Promise<ImportPlace> {
  const place = { line: 0, bytes: 0, digest: createHash('sha256').digest(), imported: 0, rejected: 0 };
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

/** Asks that what was screened before is compared with all that is listed up to a change, from `dueAt` on. One request for each subject, the latest counts. */
export async function askLookBack(tx: Tx, subjectId: string, seq: number, dueAt: Date): Promise<void> {
  const asked = { subject_id: subjectId, seq, due_at: dueAt };
  await tx.sql
    .insertInto('look_back')
    .values(asked)
    .onConflict((conflict) => conflict.column('subject_id').doUpdateSet(asked))
    .execute();
}

/** Takes what is due of these requests; none of them is taken twice. Answers the latest change among them; null where nothing is due. */
export async function takeLookBacks(tx: Tx): Promise<number | null> {
  const rows = await tx.sql.deleteFrom('look_back').where('due_at', '<=', tx.now).returning('seq').execute();
  return rows.length === 0 ? null : Math.max(...rows.map(({ seq }) => seq));
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
    await tx.sql.updateTable('item').set({ state: 'expired' }).where('id', 'in', unclaimed).where('state', '=', 'active').execute();
  await forgetCodes(tx, [...new Set(dropped.map(({ code_id }) => code_id))]);
  const narrowed = new Set(dropped.map(({ item_id }) => item_id));
  return { claims: ended.length, expired: unclaimed, narrowed: [...narrowed].filter((id) => !unclaimed.includes(id)) };
}
