/**
 * Which account of a service frequently posted manifestly illegal content, or frequently filed what was manifestly unfounded (Regulation (EU) 2022/2065,
 * Article 23)? Counted from what people decided and nobody took back. Only accounts that the service itself named are counted: never the person in the picture,
 * somebody acting for her, a name that nobody checked, or anything that its account may not be told of.
 */
import {
  decidedAnew,
  type MisuseFacts,
  type MisuseKind,
  misuseKinds,
  referredSince,
  suspendableBasis,
  unfoundedGrounds,
} from '@likeness/casework';
import { type RawBuilder, sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import type { Db } from './database.ts';

/** One account, in one matter. */
export interface MisuseAccount {
  readonly platformId: string;
  readonly kind: MisuseKind;
  /** The service's own word for it. */
  readonly account: string;
}

/** One thing that counts. */
export interface Incident {
  /** The upload's id, the tracking number, or the id of the complaint. */
  readonly about: string;
  readonly ground: string;
  readonly at: Date;
  /** An upload that met what had been removed before. */
  readonly isCopy: boolean;
}

/** What stands for an account in an address: the service's own word may be a name. */
export function accountKey(keys: KeyRing, { platformId, kind, account }: MisuseAccount): string {
  return Buffer.from(keys.mac('session', Buffer.from(`misuse:${platformId}:${kind}:${account}`)))
    .toString('hex')
    .slice(0, 32);
}

/**
 * Uploads that people removed as illegal. Not those that their uploader may not be told of (a person perhaps under 18, an order, a referral), nor those that she
 * complains about just now. A copyright notice and a rule of the service are no manifestly illegal content.
 */
const illegalContent = sql`
  select distinct on (content.ref) content.platform_id, content.uploader_ref as account, content.content_id as about, decision.ground,
         decision.decided_at as at, decision.review_id is not null as is_copy
  from action
  join decision on decision.id = action.decision_id
  join content on content.ref = action.ref
  left join request on request.tracking_number = decision.tracking_number
  where action.kind = 'content.remove' and action.taken_back_at is null
    and decision.outcome = 'remove' and decision.reversed_at is null and decision.moderator_id is not null and decision.ground <> 'own-rules'
    and content.uploader_ref is not null and content.deleted_at is null
    and (request.tracking_number is null or (not request.is_young and request.basis not in ('authority-order', 'dmca', 'own-rules')))
    and not exists (select from referral_content where referral_content.ref = content.ref)
    and not exists (select from request_content join request as young using (tracking_number) where request_content.ref = content.ref and young.is_young)
    and not exists (select from complaint where complaint.action_id = action.id and complaint.decided_at is null)
  order by content.ref, decision.decided_at`;

/** Notices under the Digital Services Act that were refused because the claim was wrong. A notice whose refusal is complained about does not count. */
const unfoundedNotices = sql`
  select request.platform_id, request.filer_ref as account, request.tracking_number as about, last.ground, last.at, false as is_copy
  from request
  cross join lateral (
    select case_event.facts ->> 'ground' as ground, case_event.at from case_event
    where case_event.case_id = request.case_id and case_event.tracking_number = request.tracking_number and case_event.kind = 'decided'
    order by case_event.id desc limit 1) as last
  where request.filer_ref is not null and request.basis = ${suspendableBasis} and request.outcome = 'keep' and not request.is_young
    and request.filer in ('user', 'trusted-flagger', 'hub') and last.ground = any(${[...unfoundedGrounds]}::text[])
    and not exists (select from complaint where complaint.tracking_number = request.tracking_number and complaint.decided_at is null)`;

/**
 * Complaints that were rejected, as far as the service itself brought them: behind a link anybody may sit. Whoever says to be the person in the picture is never
 * counted for it, nor is a complaint about what nobody had decided yet, or one that nobody judged.
 */
const unfoundedComplaints = sql`
  select complaint.platform_id, content.uploader_ref as account, complaint.id::text as about, complaint.ground, complaint.decided_at as at, false as is_copy
  from complaint
  join action on action.id = complaint.action_id
  join content on content.ref = action.ref
  where complaint.complainant = 'uploader' and complaint.filed_via = 'api' and complaint.outcome = 'rejected' and complaint.reason <> 'depicted' and complaint.ground <> all(${[decidedAnew.key, referredSince.uploader.key]}::text[])
    and complaint.decision_id is not null and content.uploader_ref is not null and content.deleted_at is null`;

const incidentsOfKind: Readonly<Record<MisuseKind, RawBuilder<unknown>>> = {
  'illegal-content': illegalContent,
  'unfounded-notices': unfoundedNotices,
  'unfounded-complaints': unfoundedComplaints,
};

/** Accounts with at least so many incidents since then, those with most first. */
export async function frequentAccounts(
  db: Db,
  since: Date,
  least: number,
): Promise<(MisuseAccount & { readonly count: number; readonly lastAt: Date })[]> {
  const found: (MisuseAccount & { count: number; lastAt: Date })[] = [];
  for (const kind of misuseKinds) {
    const { rows } = await sql<{ platform_id: string; account: string; count: number; last_at: Date }>`
      select platform_id, account, count(*)::int as count, max(at) as last_at from (${incidentsOfKind[kind]}) as incident
      where at >= ${since} group by platform_id, account having count(*) >= ${least}`.execute(db);
    for (const row of rows) found.push({ platformId: row.platform_id, kind, account: row.account, count: row.count, lastAt: row.last_at });
  }
  return found.toSorted((a, b) => b.count - a.count || b.lastAt.getTime() - a.lastAt.getTime());
}

/** What counts against this account since then, the newest first. */
export async function incidentsOf(db: Db, { platformId, kind, account }: MisuseAccount, since: Date): Promise<Incident[]> {
  const { rows } = await sql<{ about: string; ground: string; at: Date; is_copy: boolean }>`
    select about, ground, at, is_copy from (${incidentsOfKind[kind]}) as incident
    where platform_id = ${platformId}::uuid and account = ${account} and at >= ${since} order by at desc, about`.execute(db);
  return rows.map(({ about, ground, at, is_copy }) => ({ about, ground, at, isCopy: is_copy }));
}

/** Of how many in all: uploads, notices or complaints of this account since then that are still on file. */
async function totalOf(db: Db, { platformId, kind, account }: MisuseAccount, since: Date): Promise<number> {
  const query: Readonly<Record<MisuseKind, RawBuilder<{ total: number }>>> = {
    'illegal-content': sql`select count(*)::int as total from content
      where platform_id = ${platformId}::uuid and uploader_ref = ${account} and deleted_at is null and screened_at >= ${since}`,
    'unfounded-notices': sql`select count(*)::int as total from request
      where platform_id = ${platformId}::uuid and filer_ref = ${account} and basis = ${suspendableBasis} and not is_young and received_at >= ${since}`,
    'unfounded-complaints': sql`select count(*)::int as total from complaint join action on action.id = complaint.action_id join content on content.ref = action.ref
      where complaint.platform_id = ${platformId}::uuid and content.uploader_ref = ${account} and complaint.filed_via = 'api' and complaint.filed_at >= ${since}`,
  };
  const { rows } = await query[kind].execute(db);
  return rows[0]?.total ?? 0;
}

/** What can be weighed about an account (Article 23(3)). */
export async function misuseFacts(
  db: Db,
  who: MisuseAccount,
  since: Date,
  warnedAt: Date | null,
): Promise<{ readonly facts: MisuseFacts; readonly incidents: readonly Incident[] }> {
  const incidents = await incidentsOf(db, who, since);
  const byGround = [...Map.groupBy(incidents, ({ ground }) => ground)].map(([ground, some]) => ({ ground, count: some.length }));
  const facts: MisuseFacts = {
    count: incidents.length,
    // What was posted before the period and removed in it is among the first number, so it is among the second.
    total: Math.max(incidents.length, await totalOf(db, who, since)),
    byGround: byGround.toSorted((a, b) => b.count - a.count || (a.ground < b.ground ? -1 : 1)),
    sinceWarning: warnedAt === null ? 0 : incidents.filter(({ at }) => at > warnedAt).length,
    copies: incidents.filter(({ isCopy }) => isCopy).length,
  };
  return { facts, incidents };
}

/** The suspension of this account that is in force; null where there is none. */
export async function suspensionInForce(
  db: Db,
  { platformId, kind, account }: MisuseAccount,
  now: Date,
): Promise<{ readonly id: string; readonly until: Date } | null> {
  const row = await db
    .selectFrom('misuse_measure')
    .select(['id', 'ends_at'])
    .where('platform_id', '=', platformId)
    .where('kind', '=', kind)
    .where('account', '=', account)
    .where('measure', '=', 'suspension')
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row === undefined || row.ends_at === null ? null : { id: row.id, until: row.ends_at };
}

/** Since when a decision about a picture has this account suspended, until the service has looked; null where none does. */
export async function suspendedByDecision(
  db: Db,
  { platformId, account }: Pick<MisuseAccount, 'platformId' | 'account'>,
): Promise<Date | null> {
  const row = await db
    .selectFrom('action')
    .select('opened_at')
    .where('platform_id', '=', platformId)
    .where('kind', '=', 'account.restrict')
    .where('target', '=', account)
    .where('taken_back_at', 'is', null)
    .orderBy('opened_at')
    .limit(1)
    .executeTakeFirst();
  return row?.opened_at ?? null;
}
