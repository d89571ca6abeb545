/** Which banks and items are there, in which order did they change, and which items may match? */
import { isCrop, isFingerprintKind, isVariant } from '@likeness/fingerprint';
import type { BankPolicy, ItemCode, ListedItem, NarrowedRadius, Provenance } from '@likeness/lookup';
import { sql } from 'kysely';
import { placeOf } from './content.ts';
import { type Db, type Tx, takeLog } from './database.ts';

/** The channel on which committed bank changes wake the indexes. The sequence decides; a lost wake-up costs time only. */
export const bankChannel = 'likeness_bank_change';

export interface ChangeNote {
  readonly seq: number;
  readonly subject: 'bank' | 'item';
  readonly subjectId: string;
}

/** Notes that banks or items changed, and answers the last number given. Call it after all row work, before feed and ledger. */
export async function noteBankChanges(tx: Tx, changes: readonly Omit<ChangeNote, 'seq'>[]): Promise<number> {
  await takeLog(tx, 'bank');
  let seq = await latestChange(tx.sql);
  if (changes.length === 0) return seq;
  const first = seq + 1;
  // Two arrays, however many changes: a statement takes 65,535 parameters.
  await sql`
    insert into bank_change (seq, subject, subject_id, at)
    select ${first}::bigint + place - 1, subject, subject_id, ${tx.now}
    from unnest(${changes.map(({ subject }) => subject)}::text[], ${changes.map(({ subjectId }) => subjectId)}::uuid[])
      with ordinality as changed (subject, subject_id, place)`.execute(tx.sql);
  seq += changes.length;
  await sql`select pg_notify(${bankChannel}, '')`.execute(tx.sql);
  return seq;
}

/** The number of the last change; 0 before any. */
export async function latestChange(db: Db): Promise<number> {
  const row = await db.selectFrom('bank_change').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.seq ?? 0;
}

/** Whose change had this number, and when, in milliseconds since 1970: what two databases of different histories have differently. Null when there is none. */
export async function changeAt(db: Db, seq: number): Promise<{ readonly subjectId: string; readonly at: number } | null> {
  const row = await db.selectFrom('bank_change').select(['subject_id', 'at']).where('seq', '=', seq).executeTakeFirst();
  return row === undefined ? null : { subjectId: row.subject_id, at: row.at.getTime() };
}

/** Changes after a number, oldest first, at most `limit`. */
export async function changesAfter(db: Db, seq: number, limit: number): Promise<ChangeNote[]> {
  const rows = await db
    .selectFrom('bank_change')
    .select(['seq', 'subject', 'subject_id'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ seq: row.seq, subject: row.subject, subjectId: row.subject_id }));
}

/** Changes by their numbers; none where there is no such number. */
export async function changesNumbered(db: Db, seqs: readonly number[]): Promise<ChangeNote[]> {
  const { rows } = await sql<ChangeNote>`
    select seq, subject, subject_id as "subjectId" from bank_change where seq = any(${[...seqs]}::bigint[]) order by seq`.execute(db);
  return rows;
}

/** Items that changed, or whose banks did, after one change and up to another: at most `limit` of those that may match. */
export async function itemsChanged(db: Db, after: number, upTo: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select item.id from bank_change join item on item.id = bank_change.subject_id
      where seq > ${after} and seq <= ${upTo} and subject = 'item' and item.state = 'active'
      union
      select item.id from bank_change join item on item.bank_id = bank_change.subject_id
      where seq > ${after} and seq <= ${upTo} and subject = 'bank' and item.state = 'active'
    ) changed limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Which of these items may match now. */
export async function listedAmong(db: Db, itemIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('item')
    .select('id')
    .where('id', 'in', [...itemIds])
    .where('state', '=', 'active')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The policies of these banks, or of all. */
export async function bankPolicies(db: Db, ids?: readonly string[]): Promise<BankPolicy[]> {
  let query = db.selectFrom('bank').selectAll().orderBy('created_at');
  if (ids !== undefined) query = query.where('id', 'in', ids.length === 0 ? [''] : [...ids]);
  const rows = ids?.length === 0 ? [] : await query.execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    onMatch: row.on_match,
    enabled: row.enabled,
    radius: row.radius,
    platformId: row.platform_id,
    radii: narrowedOf(row.radii),
    ratio: row.ratio,
    isHarmless: row.is_harmless,
  }));
}

/** Radii as they are stored; what this version does not know narrows nothing. */
function narrowedOf(stored: unknown): NarrowedRadius[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown): NarrowedRadius[] => {
    if (typeof one !== 'object' || one === null || !('kind' in one) || !('radius' in one)) return [];
    const { kind, radius } = one;
    const variant = 'variant' in one ? one.variant : null;
    if (typeof kind !== 'string' || !isFingerprintKind(kind) || typeof radius !== 'number') return [];
    if (variant !== null && (typeof variant !== 'string' || !isVariant(variant))) return [];
    return [{ kind, variant, radius }];
  });
}

/** The bank in which a platform lists what its own people confirmed. Every platform has one from the start. */
export async function ownBank(db: Db, platformId: string): Promise<string> {
  const row = await db
    .selectFrom('bank')
    .select('id')
    .where('platform_id', '=', platformId)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** How many crops a bank's items have; counted up to `most`. */
export async function cropCount(db: Db, bankId: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from (
      select from item_code join item on item.id = item_code.item_id where item.bank_id = ${bankId}::uuid and item_code.variant like 'crop%' limit ${most}
    ) crop`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Active items in pages by id, with their codes: what an index holds. */
export async function activeItemsAfter(db: Db, afterId: string, limit: number): Promise<ListedItem[]> {
  const items = await db
    .selectFrom('item')
    .selectAll()
    .where('state', '=', 'active')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return withCodes(db, items, 'neighbours');
}

/** The same of one bank. */
export async function activeItemsOf(db: Db, bankId: string, afterId: string, limit: number): Promise<ListedItem[]> {
  const items = await db
    .selectFrom('item')
    .selectAll()
    .where('bank_id', '=', bankId)
    .where('state', '=', 'active')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return withCodes(db, items);
}

/** Active items with a code of this kind, whichever bank they stand in. */
export async function activeItemsWith(db: Db, kind: string): Promise<ListedItem[]> {
  const rows = await db
    .selectFrom('item_code')
    .innerJoin('code', 'code.id', 'item_code.code_id')
    .innerJoin('item', 'item.id', 'item_code.item_id')
    .select('item.id')
    .distinct()
    .where('code.kind', '=', kind)
    .where('item.state', '=', 'active')
    .execute();
  const items: ListedItem[] = [];
  for (const some of inBatches(rows.map(({ id }) => id))) items.push(...(await itemsById(db, some)));
  return items;
}

/** These items, whatever their state; those that are gone are left out. */
export async function itemsById(db: Db, ids: readonly string[]): Promise<ListedItem[]> {
  if (ids.length === 0) return [];
  const items = await db
    .selectFrom('item')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return withCodes(db, items);
}

/** `neighbours` are all that there are between the first and the last. */
async function withCodes(
  db: Db,
  items: readonly {
    id: string;
    bank_id: string;
    state: ListedItem['state'];
    source: string;
    added_at: Date;
    confirmed: boolean | null;
    suspended_for: string | null;
  }[],
  which: 'neighbours' | 'scattered' = 'scattered',
): Promise<ListedItem[]> {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return [];
  const query = db
    .selectFrom('item_code')
    .innerJoin('code', 'code.id', 'item_code.code_id')
    .select([
      'item_code.item_id',
      'item_code.variant',
      'item_code.quality',
      'item_code.provenance',
      'item_code.at_ms',
      'code.kind',
      'code.value',
    ]);
  // A range is read along the primary key also while PostgreSQL has no statistics, as after a large import; thousands of ids would be a pass over everything.
  const asked =
    which === 'neighbours'
      ? query.where('item_code.item_id', '>=', first.id).where('item_code.item_id', '<=', last.id)
      : query.where(
          'item_code.item_id',
          'in',
          items.map(({ id }) => id),
        );
  const rows = await asked.execute();
  const byItem = Map.groupBy(rows, (row) => row.item_id);
  return items.map((item) => ({
    id: item.id,
    bankId: item.bank_id,
    state: item.state,
    source: item.source,
    addedAt: item.added_at.toISOString(),
    ...(item.suspended_for !== null || item.confirmed === false ? { asksOnly: true } : {}),
    ...(item.confirmed === true ? { isConfirmed: true } : {}),
    codes: (byItem.get(item.id) ?? []).flatMap(({ kind, variant, value, quality, provenance, at_ms: atMs }): ItemCode[] => {
      if (!isFingerprintKind(kind) || !(isVariant(variant) || isCrop(variant))) return [];
      return [{ kind, variant, value: value.toString('hex'), quality, provenance, ...(atMs === null ? {} : { atSeconds: atMs / 1000 }) }];
    }),
  }));
}

export interface NewItem {
  readonly id: string;
  readonly bankId: string;
  readonly state: 'pending' | 'active';
  readonly source: string;
  /** Whether a person looked at it before it was listed. */
  /** False: it only asks. */
  readonly confirmed?: boolean;
  readonly codes: readonly {
    readonly kind: string;
    readonly variant: string;
    readonly value: string;
    readonly quality: number | null;
    readonly provenance: Provenance;
    readonly atSeconds?: number | null;
  }[];
}

/** Writes an item with its codes; equal codes are stored once and point to many items. Who claims it is said by `addClaim`. */
export async function insertItem(tx: Tx, item: NewItem): Promise<void> {
  await tx.sql
    .insertInto('item')
    .values({
      id: item.id,
      bank_id: item.bankId,
      state: item.state,
      source: item.source,
      added_at: tx.now,
      confirmed: item.confirmed ?? null,
    })
    .execute();
  await addCodes(tx, item.id, item.codes);
}

/**
 * Stores each code once, holds its row until commit, and answers its id by `nameOfCode`. A transaction that writes several items calls it first for
 * all of them: the rows are taken in one order, so that two people who send the same pictures never wait for each other in a circle.
 */
export async function storeCodes(
  tx: Tx,
  codes: readonly { readonly kind: string; readonly value: string }[],
): Promise<Map<string, number>> {
  const names = [...new Set(codes.map(nameOfCode))].sort();
  const ids = new Map<string, number>();
  for (const some of inBatches(names)) {
    const stored = await tx.sql
      .insertInto('code')
      .values(
        some.map((name) => {
          const [kind = '', value = ''] = name.split(' ');
          return { kind, value: Buffer.from(value, 'hex') };
        }),
      )
      .onConflict((conflict) => conflict.columns(['kind', 'value']).doUpdateSet({ kind: (eb) => eb.ref('excluded.kind') }))
      .returning(['id', 'kind', 'value'])
      .execute();
    for (const { id, kind, value } of stored) ids.set(nameOfCode({ kind, value: value.toString('hex') }), id);
  }
  return ids;
}

/** A video has thousands of codes; a statement takes 65,535 parameters. */
function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  const most = 2000;
  for (let at = 0; at < all.length; at += most) yield all.slice(at, at + most);
}

const nameOfCode = ({ kind, value }: { readonly kind: string; readonly value: string }): string => `${kind} ${value}`;

/** Adds codes to an item; one that it already has takes the stronger provenance. */
export async function addCodes(tx: Tx, itemId: string, codes: NewItem['codes']): Promise<void> {
  const ids = await storeCodes(tx, codes);
  const rows = new Map<
    string,
    { item_id: string; code_id: number; variant: string; quality: number | null; provenance: Provenance; at_ms: number | null }
  >();
  for (const code of codes) {
    const { variant, quality, provenance } = code;
    const codeId = ids.get(nameOfCode(code));
    if (codeId === undefined) throw new RangeError('a code was not stored');
    const name = `${codeId} ${variant}`;
    // One statement may not meet the same row twice.
    if (rows.get(name)?.provenance !== 'confirmed')
      rows.set(name, { item_id: itemId, code_id: codeId, variant, quality, provenance, at_ms: placeOf(code) });
  }
  for (const some of inBatches([...rows.values()])) {
    await tx.sql
      .insertInto('item_code')
      .values([...some])
      .onConflict((conflict) =>
        conflict
          .columns(['item_id', 'code_id', 'variant'])
          .doUpdateSet({ provenance: sql`case when item_code.provenance = 'confirmed' then 'confirmed' else excluded.provenance end` }),
      )
      .execute();
  }
}

export interface NewClaim {
  readonly id: string;
  readonly itemId: string;
  /** Whose: a person's case, or a platform's decision. */
  readonly by: { readonly caseId: string } | { readonly decisionId: string };
  /** When it ends by itself; left out: never. */
  readonly expiresAt?: Date;
  /** What it brought of the item's codes; they are stored already. */
  readonly codes: readonly { readonly kind: string; readonly variant: string; readonly value: string }[];
}

/** Claims an item. */
export async function addClaim(tx: Tx, { id, itemId, by, expiresAt, codes }: NewClaim): Promise<void> {
  const whose = 'caseId' in by ? { kind: 'case' as const, case_id: by.caseId } : { kind: 'decision' as const, decision_id: by.decisionId };
  await tx.sql
    .insertInto('claim')
    .values({
      id,
      item_id: itemId,
      case_id: null,
      decision_id: null,
      ...whose,
      made_at: tx.now,
      ended_at: null,
      expires_at: expiresAt ?? null,
    })
    .execute();
  const ids = await codeIds(tx, codes);
  await tx.sql
    .insertInto('claim_code')
    .values(
      codes.flatMap((code) => {
        const codeId = ids.get(nameOfCode(code));
        return codeId === undefined ? [] : [{ claim_id: id, code_id: codeId, variant: code.variant }];
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function codeIds(tx: Tx, codes: NewClaim['codes']): Promise<Map<string, number>> {
  const rows = await tx.sql
    .selectFrom('code')
    .selectAll()
    .where(
      'value',
      'in',
      codes.map(({ value }) => Buffer.from(value, 'hex')),
    )
    .execute();
  const names = new Set(codes.map(nameOfCode));
  // One value may be stored under two kinds.
  const named = rows.map(({ id, kind, value }): [string, number] => [nameOfCode({ kind, value: value.toString('hex') }), id]);
  return new Map(named.filter(([name]) => names.has(name)));
}

/** Takes codes out of an item and out of the claims on it; answers whether it has any left. */
export async function takeCodes(tx: Tx, itemId: string, codes: NewClaim['codes']): Promise<boolean> {
  const ids = [...(await codeIds(tx, codes)).values()];
  await tx.sql
    .deleteFrom('claim_code')
    .where('code_id', 'in', ids)
    .where('claim_id', 'in', (eb) => eb.selectFrom('claim').select('claim.id').where('claim.item_id', '=', itemId))
    .execute();
  await tx.sql.deleteFrom('item_code').where('item_id', '=', itemId).where('code_id', 'in', ids).execute();
  const left = await tx.sql.selectFrom('item_code').select('code_id').where('item_id', '=', itemId).limit(1).executeTakeFirst();
  return left !== undefined;
}

export interface EndedClaims {
  /** Items that nobody claims any more: they are forgotten. */
  readonly gone: readonly string[];
  /** Items that lost codes. */
  readonly narrowed: readonly string[];
  /** All items that others claim still, narrowed or not. */
  readonly left: readonly string[];
}

/**
 * Ends the claims of a case, or of decisions, on all their items or on these, and forgets what they alone brought: the items that nobody claims any more, and in
 * the others the codes that no claim brings any more.
 */
export async function endClaimsOf(
  tx: Tx,
  whose: ({ readonly caseId: string } | { readonly decisionIds: readonly string[] }) & { readonly itemIds?: readonly string[] },
): Promise<EndedClaims> {
  const { itemIds } = whose;
  const ended = await tx.sql
    .updateTable('claim')
    .set({ ended_at: tx.now })
    .where((eb) => ('caseId' in whose ? eb('case_id', '=', whose.caseId) : eb('decision_id', 'in', [...whose.decisionIds])))
    .where('ended_at', 'is', null)
    // What was listed of it before it was referred goes on holding copies, whatever becomes of the decision.
    .$if(!('caseId' in whose), (query) =>
      query.where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('item').select('item.id').whereRef('item.id', '=', 'claim.item_id').where('item.referred_at', 'is not', null),
          ),
        ),
      ),
    )
    .$if(itemIds !== undefined, (query) => query.where((eb) => eb('item_id', '=', eb.fn.any(eb.val(itemIds)))))
    .returning(['id', 'item_id'])
    .execute();
  if (ended.length === 0) return { gone: [], narrowed: [], left: [] };
  const claimed = [...new Set(ended.map(({ item_id }) => item_id))];
  const still = await tx.sql
    .selectFrom('claim')
    .select('item_id')
    .distinct()
    .where('item_id', 'in', claimed)
    .where('ended_at', 'is', null)
    .execute();
  const gone = claimed.filter((id) => !still.some(({ item_id }) => item_id === id));
  await tx.sql
    .deleteFrom('claim_code')
    .where(
      'claim_id',
      'in',
      ended.map(({ id }) => id),
    )
    .execute();
  const dropped = await tx.sql
    .deleteFrom('item_code')
    .where('item_id', 'in', claimed)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim')
            .innerJoin('claim_code', 'claim_code.claim_id', 'claim.id')
            .select('claim.id')
            .where('claim.ended_at', 'is', null)
            .whereRef('claim.item_id', '=', 'item_code.item_id')
            .whereRef('claim_code.code_id', '=', 'item_code.code_id')
            .whereRef('claim_code.variant', '=', 'item_code.variant'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        // A list's claim without codes of its own brings all of them.
        exists(
          selectFrom('claim')
            .select('claim.id')
            .where('claim.ended_at', 'is', null)
            .where('claim.kind', '=', 'list')
            .whereRef('claim.item_id', '=', 'item_code.item_id')
            .where((eb) =>
              eb.not(eb.exists(eb.selectFrom('claim_code').select('claim_code.claim_id').whereRef('claim_code.claim_id', '=', 'claim.id'))),
            ),
        ),
      ),
    )
    .returning(['item_id', 'code_id'])
    .execute();
  if (gone.length > 0) await tx.sql.deleteFrom('item').where('id', 'in', gone).execute();
  await forgetCodes(
    tx,
    dropped.map(({ code_id }) => code_id),
  );
  const lost = new Set(dropped.map(({ item_id }) => item_id));
  const left = claimed.filter((id) => !gone.includes(id));
  return { gone, narrowed: left.filter((id) => lost.has(id)), left };
}

/** Of these codes, forgets every one that no item has any more. */
export async function forgetCodes(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  // Locked first: whoever is just adding one of these codes to another item commits before the next statement looks.
  await tx.sql
    .selectFrom('code')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('kind')
    .orderBy('value')
    .forUpdate()
    .execute();
  await tx.sql
    .deleteFrom('code')
    .where('id', 'in', [...ids])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('item_code').select('item_code.code_id').whereRef('item_code.code_id', '=', 'code.id'))),
    )
    .execute();
}
