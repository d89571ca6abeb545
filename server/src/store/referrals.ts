/** What was referred, because it shows somebody under 18 or perhaps so, and what is held of it? Nobody looks at it again, no bank takes it, and nothing destroys it while it is held. */
import type { View } from '@likeness/fingerprint';
import { type RawBuilder, sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import { plainAddress } from './address.ts';
import type { Db, Tx } from './database.ts';
import { isAtReferredPlace, isWhereTaskStands, referredPlaces } from './places.ts';

/** What those who are told need. Never the requester: who asked is no part of a report. */
export interface ReferredFacts {
  readonly uploads: readonly {
    readonly contentId: string;
    readonly url: string | null;
    readonly uploaderRef: string | null;
    readonly screenedAt: string;
    readonly fingerprints: readonly View[];
  }[];
  /** Ids and addresses that only the service knows. */
  readonly places: readonly string[];
}

/** The sealed texts of a referral. */
export type ReferralText = 'facts' | 'reference' | 'reason';

const placeOf = (referralId: string, text: ReferralText): Uint8Array => Buffer.from(`referral:${referralId}:${text}`);

export function sealReferral(keys: KeyRing, referralId: string, text: ReferralText, value: string): Uint8Array {
  return keys.seal('envelope', Buffer.from(value), placeOf(referralId, text));
}

export function openReferralText(keys: KeyRing, referralId: string, text: ReferralText, sealed: Uint8Array): string {
  return Buffer.from(keys.open('envelope', sealed, placeOf(referralId, text))).toString('utf8');
}

/** The facts, as they were when it was referred. */
export function openFacts(keys: KeyRing, referralId: string, sealed: Uint8Array): ReferredFacts {
  const facts: ReferredFacts = JSON.parse(openReferralText(keys, referralId, 'facts', sealed));
  return facts;
}

export interface NewReferral {
  readonly id: string;
  readonly platformId: string;
  readonly decisionId: string;
  readonly refs: readonly string[];
  readonly factsSealed: Uint8Array;
}

/** Opens a reporting task; the transaction's time is the time of knowledge. Uploads that were found for some request wait for nobody's look any more. */
export async function insertReferral(tx: Tx, { id, platformId, decisionId, refs, factsSealed }: NewReferral): Promise<void> {
  await tx.sql
    .insertInto('referral')
    .values({ id, platform_id: platformId, decision_id: decisionId, known_at: tx.now, facts_sealed: factsSealed })
    .execute();
  await noteReferred(tx, { id, platformId, refs });
}

/** These uploads are held for a reporting task: the same file, and each that stood there since a request said that it may show somebody under 18, is known when it comes again, and nobody looks for them any more. */
export async function noteReferred(tx: Tx, { id, platformId, refs }: Pick<NewReferral, 'id' | 'platformId' | 'refs'>): Promise<void> {
  if (refs.length === 0) return;
  await tx.sql
    .insertInto('referral_content')
    .values(refs.map((ref) => ({ referral_id: id, ref })))
    .execute();
  await sql`
    insert into referred_file (sha256, platform_id, referral_id)
    select file.sha256, ${platformId}::uuid, ${id}::uuid from (
      select content_code.value as sha256 from content_code
        where content_code.ref = any(${[...refs]}::uuid[]) and content_code.kind = 'sha256' and content_code.variant = 'whole'
      union select earlier.sha256 from said_young_file earlier join request using (tracking_number)
        where earlier.ref = any(${[...refs]}::uuid[]) and request.is_young and request.outcome is distinct from 'keep') as file
    order by file.sha256
    on conflict (sha256, platform_id) do update set referral_id = excluded.referral_id`.execute(tx.sql);
  await tx.sql
    .deleteFrom('request_candidate')
    .where('ref', 'in', [...refs])
    .execute();
  // Listed before anybody knew: holding copies of it back is right, handing it on in a list is not.
  await sql`
    update item set referred_at = ${tx.now} from bank
    where bank.id = item.bank_id and bank.platform_id = ${platformId} and item.referred_at is null
      and item.id in (select match.item_id from match where match.ref = any(${[...refs]}::uuid[]) and match.effect = 'hold'
        and not match.of_earlier and match.settled is distinct from 'keep')`.execute(tx.sql);
}

/** In a query on `content`: whether it is the same file, by SHA-256, as one that its own platform referred. */
export const isReferredFile = sql<boolean>`exists (select from content_code join referred_file on referred_file.sha256 = content_code.value
  where content_code.ref = content.ref and content_code.kind = 'sha256' and content_code.variant = 'whole' and referred_file.platform_id = content.platform_id)`;

/** In a query on `content`: it was referred at any time, is the same file as one that is, or stands where something was referred by its place alone. */
export const isReferred = sql<boolean>`(exists (select from referral_content where referral_content.ref = content.ref) or ${isReferredFile} or ${isAtReferredPlace})`;

/** Those of these uploads that were referred at any time, are the same file as one that is, or stand where something was referred by its place alone. */
export async function referredOf(db: Db, refs: readonly string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    select content.ref from content where content.ref = any(${[...refs]}::uuid[]) and ${isReferred}`.execute(db);
  return new Set(rows.map(({ ref }) => ref));
}

/** Whether a complaint about this act is about what was referred, so that nobody may judge it: the upload, or the place where that is all that is known. What was done to the account is no look at the picture. */
export async function isOfReferred(
  db: Db,
  {
    kind,
    platformId,
    ref,
    contentId,
  }: { readonly kind: string; readonly platformId: string; readonly ref: string | null; readonly contentId: string },
): Promise<boolean> {
  if (kind.startsWith('account.')) return false;
  return (ref === null ? await referredPlaces(db, platformId, [contentId]) : await referredOf(db, [ref])).size > 0;
}

/** Those of these uploads that a task holds. */
export async function heldAlready(db: Db, refs: readonly string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const rows = await db
    .selectFrom('referral_content')
    .select('ref')
    .where('ref', 'in', [...refs])
    .execute();
  return new Set(rows.map(({ ref }) => ref));
}

/** Those of these uploads that no task holds yet and the next look at the clocks joins to one: the service was answered at their screening that they stay out of view. */
export async function joiningSoon(db: Db, refs: readonly string[]): Promise<ReadonlySet<string>> {
  if (refs.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    select content.ref from content where content.ref = any(${[...refs]}::uuid[]) and content.deleted_at is null
      and not exists (select from referral_content where referral_content.ref = content.ref) and (${isReferredFile} or ${isWhereTaskStands})`.execute(
    db,
  );
  return new Set(rows.map(({ ref }) => ref));
}

/** Which of these files, by their place in the list, the platform itself referred. */
export async function referredFiles(
  db: Db,
  files: readonly { readonly platformId: string; readonly sha256: string | null }[],
): Promise<ReadonlySet<number>> {
  const asked = files.flatMap(({ platformId, sha256 }, place) => (sha256 === null ? [] : [{ platformId, sha256, place }]));
  if (asked.length === 0) return new Set();
  const { rows } = await sql<{ place: number }>`
    select given.place from unnest(${asked.map(({ place }) => place)}::integer[], ${asked.map(({ platformId }) => platformId)}::uuid[],
      ${asked.map(({ sha256 }) => Buffer.from(sha256, 'hex'))}::bytea[]) as given (place, platform_id, sha256)
    join referred_file using (platform_id, sha256)`.execute(db);
  return new Set(rows.map(({ place }) => place));
}

/** Of these uploads those that are the same file as one that their platform referred. */
export async function sameFilesAmong(db: Db, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    ref: string;
  }>`select content.ref from content where content.ref = any(${[...refs]}::uuid[]) and ${isReferredFile}`.execute(db);
  return new Set(rows.map(({ ref }) => ref));
}

/**
 * Uploads that stand where their platform referred what nobody had screened then, and that no task holds yet, by the task. Not of one that a lead closed without a report:
 * there is nothing to report of it.
 */
export async function atReferred(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ ref: string; referral_id: string }>`
    select distinct on (content.ref) content.ref, referral.id as referral_id
    from referral join decision on decision.id = referral.decision_id
      cross join lateral (
        select there.ref from request_place place join content there on there.address_hash = place.place_hash and there.platform_id = referral.platform_id
          where place.tracking_number = decision.tracking_number
        union
        select there.ref from action join content there on there.content_id = action.content_id and there.platform_id = referral.platform_id
          where action.decision_id = decision.id and action.kind = 'content.restrict' and action.visibility is null and action.ref is null) as found
      join content on content.ref = found.ref and content.deleted_at is null
    where (referral.closed_at is null or referral.reported_at is not null)
      and not exists (select from referral_content where referral_content.ref = content.ref)
    order by content.ref, referral.known_at desc limit ${copiesAtOnce}`.execute(db);
  return new Map([...Map.groupBy(rows, ({ referral_id }) => referral_id)].map(([id, found]) => [id, found.map(({ ref }) => ref)]));
}

/** Uploads that are the same file as one that their platform referred and that no task holds yet, by that task; of one task, or of all. */
export async function identicalToReferred(db: Db, referralId: string | null): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ ref: string; referral_id: string }>`
    select distinct content.ref, referred_file.referral_id from referred_file
    join content_code on content_code.value = referred_file.sha256 and content_code.kind = 'sha256' and content_code.variant = 'whole'
    join content on content.ref = content_code.ref and content.platform_id = referred_file.platform_id and content.deleted_at is null
    where (${referralId}::uuid is null or referred_file.referral_id = ${referralId}::uuid)
      and not exists (select from referral_content where referral_content.ref = content.ref)
    order by content.ref limit ${copiesAtOnce}`.execute(db);
  return new Map([...Map.groupBy(rows, ({ referral_id }) => referral_id)].map(([id, found]) => [id, found.map(({ ref }) => ref)]));
}

/** What is more is found by the next look. */
const copiesAtOnce = 1000;

/** What these uploads met is answered by their referral, and nobody is asked about them any more. */
export async function settleReferred(tx: Tx, refs: readonly string[], decisionId: string): Promise<void> {
  await tx.sql
    .updateTable('match')
    .set({ settled: 'refer' })
    .where('ref', 'in', [...refs])
    .where('settled', 'is', null)
    .execute();
  await tx.sql
    .updateTable('review')
    .set({ closed_at: tx.now, decision_id: decisionId })
    .where('ref', 'in', [...refs])
    .where('closed_at', 'is', null)
    .execute();
  await tx.sql
    .updateTable('content')
    .set({ verdict: 'hold' })
    .where('ref', 'in', [...refs])
    .execute();
}

/** A lead closed it without a report: the same file is like any other from now on. */
export async function forgetReferredFiles(tx: Tx, referralId: string): Promise<void> {
  await tx.sql.deleteFrom('referred_file').where('referral_id', '=', referralId).execute();
}

/** Of a restriction: the service had confirmed before that the upload is gone, and it was neither shown nor screened again since. Nobody has to hide it. */
const wasGoneBefore = sql<boolean>`exists (select from action removed join content on content.ref = removed.ref
  where removed.ref = action.ref and removed.kind = 'content.remove' and removed.completed_at <= action.opened_at and content.screened_at <= removed.completed_at
    and not exists (select from action shown where shown.ref = removed.ref and (shown.kind = 'content.restore' or shown.visibility is not null)
      and (shown.opened_at, shown.place) > (removed.opened_at, removed.place) and (shown.opened_at, shown.place) < (action.opened_at, action.place)))`;

/** Whether the service has still to confirm that one of these uploads, referred, is out of view. */
export async function isHidingOpen(db: Db, refs: readonly string[]): Promise<boolean> {
  if (refs.length === 0) return false;
  const row = await db
    .selectFrom('action')
    .select('id')
    .where('ref', 'in', [...refs])
    .where('kind', '=', 'content.restrict')
    .where('visibility', 'is', null)
    .where('completed_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .where('gone_at', 'is', null)
    .where(({ not }) => not(wasGoneBefore))
    .executeTakeFirst();
  return row !== undefined;
}

/** The same of ids and addresses that were referred by that alone. */
export async function isHidingOpenAt(db: Db, platformId: string, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const rows = await db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select('action.content_id')
    .where('action.platform_id', '=', platformId)
    .where('action.ref', 'is', null)
    .where('action.kind', '=', 'content.restrict')
    .where('decision.outcome', '=', 'refer')
    .where('action.completed_at', 'is', null)
    .where('action.taken_back_at', 'is', null)
    .where('action.gone_at', 'is', null)
    .execute();
  const open = new Set(rows.map(({ content_id: place }) => plainAddress(place)));
  return names.some((name) => open.has(plainAddress(name)));
}

/** Open complaints about these uploads: of whoever uploaded one, and of whoever asked about nothing else. Not about the account of one, which somebody judges without a look at the picture. Locked, in a fixed order. */
export async function complaintsAbout(tx: Tx, refs: readonly string[]): Promise<readonly OpenComplaint[]> {
  if (refs.length === 0) return [];
  const { rows } = await sql<OpenComplaint>`
    select id, platform_id, complainant, action_id, decision_id, tracking_number, asked_at from complaint
    where decided_at is null and (action_id in (select id from action where ref = any(${[...refs]}::uuid[]) and kind not like 'account.%')
      or (complainant = 'requester' and tracking_number in (select linked.tracking_number from request_content linked where linked.ref = any(${[...refs]}::uuid[])
          and not exists (select from request_content other where other.tracking_number = linked.tracking_number
            and not exists (select from referral_content where referral_content.ref = other.ref)))))
    order by id for update`.execute(tx.sql);
  return rows;
}

/** Open complaints of a platform that may be about what was just referred by its place: an uploader's whose act has no upload here, and every requester's. Locked is only what is closed (`lockOpen`). */
export async function complaintsPerhapsAt(
  tx: Tx,
  platformId: string,
): Promise<readonly (OpenComplaint & { readonly kind: string | null; readonly content_id: string | null })[]> {
  return tx.sql
    .selectFrom('complaint')
    .leftJoin('action', 'action.id', 'complaint.action_id')
    .select(['complaint.id', 'complaint.platform_id', 'complaint.complainant', 'complaint.action_id', 'complaint.decision_id'])
    .select(['complaint.tracking_number', 'complaint.asked_at', 'action.kind', 'action.content_id'])
    .where('complaint.platform_id', '=', platformId)
    .where('complaint.decided_at', 'is', null)
    .where((eb) => eb.or([eb('complaint.complainant', '=', 'requester'), eb('action.ref', 'is', null)]))
    .execute();
}

/** Those of these complaints that are open still, locked, in a fixed order. */
export async function lockOpen(tx: Tx, complaintIds: readonly string[]): Promise<readonly OpenComplaint[]> {
  if (complaintIds.length === 0) return [];
  return tx.sql
    .selectFrom('complaint')
    .select(['id', 'platform_id', 'complainant', 'action_id', 'decision_id', 'tracking_number', 'asked_at'])
    .where('id', 'in', [...complaintIds])
    .where('decided_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export interface OpenComplaint {
  readonly id: string;
  readonly platform_id: string;
  readonly complainant: 'uploader' | 'requester';
  readonly action_id: string | null;
  readonly decision_id: string | null;
  readonly tracking_number: string | null;
  readonly asked_at: Date | null;
}

/** In a query on `content`: whether it is held for a report, which outlasts withdrawal, `DELETE` and every period of retention. */
export const isHeld = (now: Date): RawBuilder<boolean> => sql<boolean>`exists (
  select from referral_content join referral on referral.id = referral_content.referral_id
  where referral_content.ref = content.ref and (referral.hold_until is null or referral.hold_until > ${now}))`;

/** In a query on `decision`: the same of what was written with the decision. */
export const isDecisionHeld = (now: Date): RawBuilder<boolean> => sql<boolean>`exists (
  select from referral where referral.decision_id = decision.id and (referral.hold_until is null or referral.hold_until > ${now}))`;

/** Destroys the sealed texts of referrals whose hold is over; that there was one, and when, stays. */
export async function destroyReferred(tx: Tx): Promise<void> {
  await sql`delete from referred_file using referral where referral.id = referred_file.referral_id and referral.hold_until <= ${tx.now}`.execute(
    tx.sql,
  );
  await tx.sql
    .updateTable('referral')
    .set({ facts_sealed: null, reference_sealed: null, reason_sealed: null })
    .where('hold_until', '<=', tx.now)
    .where('facts_sealed', 'is not', null)
    .execute();
}
