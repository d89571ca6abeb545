/** Which items meet too much to be trusted, and who was told? Counts of uploads and uploaders; what follows from them is decided elsewhere. */
import { isFingerprintKind, isFrameKind, kinds } from '@likeness/fingerprint';
import { sql } from 'kysely';
import type { Db, Store, Tx } from './database.ts';
import type { Suspicion } from './tables.ts';

/** A frame that many films have in common, such as an opening, says nothing of any of them. */
const frameKinds = Object.keys(kinds).filter((kind) => isFingerprintKind(kind) && isFrameKind(kind));

/** Of these items, those whose picture more than so many uploaders have put up before: a fingerprint of theirs is equal to that many uploads'. */
export async function oftenSeen(tx: Tx, itemIds: readonly string[], uploaders: number): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    select item_code.item_id
    from item_code
    join item on item.id = item_code.item_id
    join bank on bank.id = item.bank_id
    join code on code.id = item_code.code_id
    join content_code on content_code.value = code.value and content_code.kind = code.kind and content_code.variant = 'whole'
    join content on content.ref = content_code.ref and content.deleted_at is null and coalesce(bank.platform_id = content.platform_id, true)
    where item_code.item_id = any(${itemIds}::uuid[]) and item_code.variant = 'whole'
      and code.kind <> all(${frameKinds}::text[])
    group by item_code.item_id
    having count(distinct (content.platform_id, coalesce(content.uploader_ref, content.content_id))) > ${uploaders}`.execute(tx.sql);
  return rows.map(({ item_id }) => item_id);
}

/** The source of what somebody asked to look out for: her own device made its fingerprints, and it only ever asks. */
export const lookedOutFor = 'looked-out-for';

/** The source of what a decision left up for fewer people: a copy of it is asked about, and it leaves in no list. */
export const restrictedHere = 'restricted';

/** Listed to hold by somebody else, and looked at by nobody here: neither confirmed, nor resumed. */
const heldForOthers = `bank.on_match = 'hold' and item.source <> '${lookedOutFor}' and item.confirmed is null and item.resumed_at is null`;

/** Of these items, those that may not hold what was screened at that time, for they were listed later and nobody here stands by them: a person looks at such an upload, which stays up meanwhile. */
export async function listedBehind(tx: Tx, itemIds: readonly string[], screenedAt: Date): Promise<ReadonlySet<string>> {
  if (itemIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select item.id from item join bank on bank.id = item.bank_id
    where item.id = any(${itemIds}::uuid[]) and ${sql.raw(heldForOthers)} and ${screenedAt} < item.added_at`.execute(tx.sql);
  return new Set(rows.map(({ id }) => id));
}

/** Items that met something since. */
export async function itemsMetSince(db: Db, since: Date): Promise<string[]> {
  const rows = await db.selectFrom('match').select('item_id').distinct().where('at', '>=', since).execute();
  return rows.map(({ item_id }) => item_id);
}

export interface Suspect {
  readonly itemId: string;
  readonly reason: Suspicion;
  /** How many it met lately. */
  readonly uploaders: number;
}

/** "Suddenly": within so long. */
const suddenHours = 24;
/** So many earlier posts of one account are rather its own work than somebody else's picture. */
const postsOfOneAccount = 3;
/** The first of them was here so long before: an account that somebody made for this purpose is younger. */
const establishedDays = 30;

/**
 * `many`: they met more than so many uploaders suddenly and since a person let them go on, or, where no person stands by them and their bank would hold, content that
 * was there before they were. `work`: of these items and all that the same cases claim, those that would hold and that together met several posts of one account, put up
 * before they were listed, the first long before; posts that came later do not count, or whoever has an old account could end a person's protection with three of them.
 * What people removed as the picture it was is no ground for doubt in either.
 */
const suspectsText = `
  with since as (select coalesce($1::timestamptz, now()) - make_interval(hours => ${suddenHours}) as at),
  many as (
    select item.id as item_id,
      count(distinct (content.platform_id, coalesce(content.uploader_ref, content.content_id)))
        filter (where match.at >= greatest(since.at, coalesce(item.resumed_at, since.at)))::int as uploaders,
      bool_or(${heldForOthers} and content.screened_at < item.added_at) as has_older
    from since, item
    join bank on bank.id = item.bank_id and not bank.is_harmless and bank.on_match <> 'observe'
    join match on match.item_id = item.id and coalesce(match.settled, 'keep') = 'keep'
    join content on content.ref = match.ref
    where item.id = any($2::uuid[]) and item.state = 'active' and item.suspended_for is null and item.confirmed is distinct from false
    group by item.id
  ), near as (
    select item.id, claim.case_id from item left join claim on claim.item_id = item.id and claim.kind = 'case' and claim.ended_at is null
    where item.id = any($2::uuid[])
  ), meant as (
    select distinct coalesce(near.case_id, near.id) as claimant, coalesce(other.item_id, near.id) as id
    from near left join claim other on other.case_id = near.case_id and other.kind = 'case' and other.ended_at is null
  ), met as (
    select meant.claimant, item.id, content.platform_id, content.uploader_ref, content.ref, content.screened_at, item.added_at
    from meant
    join item on item.id = meant.id and item.state = 'active' and item.resumed_at is null and item.source <> '${lookedOutFor}'
    join bank on bank.id = item.bank_id and not bank.is_harmless and bank.on_match = 'hold'
    join match on match.item_id = item.id and coalesce(match.settled, 'keep') = 'keep'
    join content on content.ref = match.ref and content.uploader_ref is not null and content.screened_at < item.added_at
  ), accounts as (
    select claimant, platform_id, uploader_ref from met
    group by claimant, platform_id, uploader_ref
    having count(distinct ref) >= ${postsOfOneAccount}
      and min(screened_at) < min(added_at) - make_interval(days => ${establishedDays})
  ), work as (
    select distinct met.id as item_id from met join accounts using (claimant, platform_id, uploader_ref)
    join item on item.id = met.id and item.suspended_for is null
  ), found as (
    select item_id, case when uploaders > $3 then 'many-uploaders' else 'older-content' end as reason, uploaders from many where uploaders > $3 or has_older
  )
  select item_id as "itemId", reason, uploaders from found
  union all select item_id, 'one-account', 1 from work where item_id not in (select item_id from found)`;

/** Of these items, and of what the same cases claim, those that ought to ask, each with the first reason: one question, asked of what is committed. */
export async function suspects(store: Pick<Store, 'alone'>, itemIds: readonly string[], uploaders: number): Promise<readonly Suspect[]> {
  if (itemIds.length === 0) return [];
  return store.alone<{ itemId: string; reason: Suspicion; uploaders: number }>({
    name: 'suspects',
    text: suspectsText,
    values: (now) => [now, itemIds, uploaders],
  });
}

/** Marks items that are not marked yet; answers which. Note the changes and record the acts afterwards. */
export async function suspend(tx: Tx, itemIds: readonly string[], reason: Suspicion): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await tx.sql
    .updateTable('item')
    // What only asks anyway has nothing weaker to become: it is silent until a person has looked.
    .set({ suspended_for: reason, suspended_at: tx.now, state: sql`case when source = ${lookedOutFor} then 'suspended' else state end` })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('item')
        .select('id')
        .where('id', 'in', [...itemIds])
        .orderBy('id')
        .forUpdate(),
    )
    .where('suspended_for', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
