/** What becomes of a picture of somebody under 18, or perhaps so? A reporting task that holds what is known of it, until it was reported and a lead closed it. */
import { type ReportingRoute, routeOf } from '@likeness/casework';
import { mayNow } from '../access/roles.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { withdrawOfUploads } from '../outbox/submissions.ts';
import { type Content, type ContentWithCodes, withCodes } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { insertReferral, type ReferredFacts, sealReferral } from '../store/referrals.ts';
import type { Engine } from './engine.ts';

export interface Referred {
  readonly platformId: string;
  readonly decisionId: string;
  readonly contents: readonly Content[];
  /** Ids and addresses that only the service knows. */
  readonly places: readonly string[];
}

/** Opens the reporting task in the transaction of the decision; answers the act for the ledger. */
export async function openReferral({ keys, random }: Engine, tx: Tx, referred: Referred): Promise<Act> {
  const { platformId, decisionId, contents, places } = referred;
  const id = uuid(random);
  const facts: ReferredFacts = { uploads: (await withCodes(tx.sql, contents)).map(factsOf), places };
  await insertReferral(tx, {
    id,
    platformId,
    decisionId,
    refs: contents.map(({ ref }) => ref),
    factsSealed: sealReferral(keys, id, 'facts', JSON.stringify(facts)),
  });
  // What was removed before and not told yet is told to no register now.
  await withdrawOfUploads(
    tx,
    contents.map(({ ref }) => ref),
  );
  return { act: 'referral.opened', subjects: { referral: id, decision: decisionId, uploads: contents.length, places: places.length } };
}

function factsOf({ content, fingerprints }: ContentWithCodes): ReferredFacts['uploads'][number] {
  const { contentId, url, uploaderRef, screenedAt } = content;
  return { contentId, url, uploaderRef, screenedAt: screenedAt.toISOString(), fingerprints };
}

export interface Report {
  /** Id of a reporting route. */
  readonly route: string;
  /** What the authority answered with, such as the number of the report. */
  readonly reference: string;
  readonly moderatorId: string;
}

/** `already`: somebody wrote down a report before, or it is closed; nothing changed. */
export type Reported = 'reported' | 'already' | 'unknown' | 'unknown-route';

/** Writes down that it was reported, once. */
export async function noteReported({ store, keys }: Engine, referralId: string, report: Report): Promise<Reported> {
  const { route, moderatorId } = report;
  if (routeOf(route) === null) return 'unknown-route';
  return store.transact(async (tx) => {
    const referral = await lockReferral(tx, referralId);
    if (referral === null) return 'unknown';
    if (referral.reported_at !== null || referral.closed_at !== null) return 'already';
    await tx.sql
      .updateTable('referral')
      .set({
        reported_at: tx.now,
        reported_by: moderatorId,
        route,
        reference_sealed: sealReferral(keys, referral.id, 'reference', report.reference),
      })
      .where('id', '=', referral.id)
      .execute();
    await record(tx, { act: 'referral.reported', subjects: { referral: referral.id, moderator: moderatorId, route } });
    return 'reported';
  });
}

export type Closed = 'closed' | 'already' | 'unknown' | 'not-a-lead' | 'needs-a-reason';

/**
 * Closes a reporting task: only a lead may, and without a report only with a reason. The hold lasts for as long after the report as the route says, and ends
 * at once where nothing was reported.
 */
export async function closeReferral(
  { store, keys }: Engine,
  referralId: string,
  { moderatorId, reason }: { readonly moderatorId: string; readonly reason: string },
): Promise<Closed> {
  return store.transact(async (tx) => {
    if (!(await mayNow(tx.sql, moderatorId, 'close-referrals'))) return 'not-a-lead';
    const referral = await lockReferral(tx, referralId);
    if (referral === null) return 'unknown';
    if (referral.closed_at !== null) return 'already';
    if (referral.reported_at === null && reason === '') return 'needs-a-reason';
    await tx.sql
      .updateTable('referral')
      .set({
        closed_at: tx.now,
        closed_by: moderatorId,
        reason_sealed: reason === '' ? null : sealReferral(keys, referral.id, 'reason', reason),
        hold_until: heldUntil(referral, tx.now),
      })
      .where('id', '=', referral.id)
      .execute();
    const wasReported = referral.reported_at === null ? 'no' : 'yes';
    await record(tx, { act: 'referral.closed', subjects: { referral: referral.id, moderator: moderatorId, reported: wasReported } });
    return 'closed';
  });
}

const dayMs = 24 * 60 * 60 * 1000;

function heldUntil(
  { reported_at: reportedAt, route }: { readonly reported_at: Date | null; readonly route: string | null },
  now: Date,
): Date {
  if (reportedAt === null) return now;
  return preservedUntil(reportedAt, route === null ? null : routeOf(route));
}

/** Until when what was reported is kept. */
export function preservedUntil(reportedAt: Date, route: Pick<ReportingRoute, 'preserveDays'> | null): Date {
  return new Date(reportedAt.getTime() + (route?.preserveDays ?? longestDays) * dayMs);
}

/** Of a route that this version does not know. */
const longestDays = 365;

async function lockReferral(tx: Tx, referralId: string) {
  const row = await tx.sql
    .selectFrom('referral')
    .select(['id', 'reported_at', 'closed_at', 'route'])
    .where('id', '=', uuidOf(referralId))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
