/** Is everything done that a request was granted? Only then it is closed, and the person reads so: every removal that was ordered for its places is confirmed, whichever decision ordered it, every restriction of its own, and that of each place which it named and another's referral took out of view, or the service has deleted the upload. */
import { sql } from 'kysely';
import { lockRequest, noteEvent, type RequestRow } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { forgetPlaces, placesAwaited } from '../store/places.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';

/**
 * The removals, or restrictions of what was referred, that a request waits for, in a query on `request`: of its own decision, and those that an earlier decision ordered for one of its uploads,
 * for what is ordered is not ordered twice. Each way goes by indexes: asked of every open action, ten thousand that nobody confirmed took the minute's round five minutes.
 */
const open = sql`action.kind in ('content.remove', 'content.restrict') and action.completed_at is null and action.taken_back_at is null and action.gone_at is null`;
/** Once it is gone, nobody waits for fewer people to see it. */
const isGoneSince = sql`exists (select from action gone where gone.ref = action.ref and gone.kind = 'content.remove' and gone.opened_at > action.opened_at
  and gone.completed_at is not null and gone.taken_back_at is null)`;
const openRemoval = sql`
  select action.id from request answered
  join decision made on made.tracking_number = answered.tracking_number
  join action on action.decision_id = made.id
  where answered.filing_id = request.filing_id and ${open} and (action.visibility is null or (made.reversed_at is null and not ${isGoneSince}))
  union
  select action.id from request_content linked
  join action on action.ref = linked.ref and action.decision_id is not null
  join decision made on made.tracking_number = linked.tracking_number and made.decided_at >= action.opened_at
  where linked.tracking_number = request.tracking_number and ${open} and action.visibility is null`;

/** Whether a restriction of this filing was never confirmed: what it restricts is gone since, and nobody waits for it. */
const hasUnconfirmedLimit = sql<boolean>`exists (select from request answered join decision made on made.tracking_number = answered.tracking_number
  join action on action.decision_id = made.id
  where answered.filing_id = request.filing_id and ${open} and action.visibility is not null and made.reversed_at is null)`;

/** How many of them, besides the places that another's referral took out of view (`placesAwaited`). */
export const openRemovals = sql<number>`(select count(*)::int from (${openRemoval}) as waited)`;

/** Whether something is to be done to the picture: it goes from view, by removal or by the restriction of what was referred, or fewer people see it. */
export const isGranted = (outcome: RequestRow['outcome']): boolean => outcome === 'remove' || outcome === 'restrict' || outcome === 'refer';

/** Granted requests that still wait for the removal of this upload, besides the one that ordered it. */
export async function alsoWaitingFor(db: Db, ref: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_content')
    .innerJoin('request', 'request.tracking_number', 'request_content.tracking_number')
    .select('request.tracking_number')
    .where('request_content.ref', '=', ref)
    .where('request.outcome', 'in', ['remove', 'restrict', 'refer'])
    .where('request.closed_at', 'is', null)
    .orderBy('request.tracking_number')
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Closes a granted request, locked, that waits for nothing any more. */
export async function closeIfRemoved(tx: Tx, request: RequestRow): Promise<void> {
  if (request.closedAt !== null || !isGranted(request.outcome)) return;
  const { open, isMoot } = await tx.sql
    .selectFrom('request')
    .select([openRemovals.as('open'), hasUnconfirmedLimit.as('isMoot')])
    .where('tracking_number', '=', request.trackingNumber)
    .executeTakeFirstOrThrow();
  if (open > 0 || (await placesAwaited(tx.sql, { numbers: [request.trackingNumber] })).size > 0) return;
  await tx.sql.updateTable('request').set({ closed_at: tx.now }).where('tracking_number', '=', request.trackingNumber).execute();
  if (request.outcome === 'refer') await forgetPlaces(tx, [request.trackingNumber]);
  const done = request.outcome === 'restrict' && !(await isAllGone(tx, request.filingId)) ? 'limited' : 'removed';
  const facts = done === 'limited' && isMoot ? { isMoot } : {};
  await noteEvent(tx, request, done, facts, `${done}:${request.trackingNumber}`);
  await destroyForgotten(tx);
}

/** Whether the service has deleted every upload that a decision about this filing restricts. */
async function isAllGone(tx: Tx, filingId: string): Promise<boolean> {
  const { rows } = await sql<{ is_gone: boolean | null }>`
    select bool_and(action.gone_at is not null) as is_gone from request
    join decision on decision.tracking_number = request.tracking_number and decision.reversed_at is null
    join action on action.decision_id = decision.id and action.visibility is not null and action.taken_back_at is null
    where request.filing_id = ${filingId}::uuid`.execute(tx.sql);
  return rows[0]?.is_gone ?? false;
}

/** Of these granted requests, locked: the service has deleted an upload. Closed is what waits for nothing else, and where it was restricted and nothing of it is left, she reads that it is gone. */
export async function closeForGone(tx: Tx, requests: readonly RequestRow[]): Promise<void> {
  for (const request of requests) {
    if (request.closedAt === null) await closeIfRemoved(tx, request);
    else if (request.outcome === 'restrict' && (await isAllGone(tx, request.filingId)))
      await noteEvent(tx, request, 'removed', {}, `removed:${request.trackingNumber}`);
  }
}

/** Granted requests of which an upload is one, open or closed, except those whose case has ended. */
export async function grantedWith(db: Db, ref: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_content')
    .innerJoin('request as named', 'named.tracking_number', 'request_content.tracking_number')
    .innerJoin('request', 'request.filing_id', 'named.filing_id')
    .innerJoin('case_file', 'case_file.id', 'request.case_id')
    .select('request.tracking_number')
    .distinct()
    .where('request_content.ref', '=', ref)
    .where('request.outcome', 'in', ['remove', 'restrict', 'refer'])
    .where('case_file.withdrawn_at', 'is', null)
    .orderBy('request.tracking_number')
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Closes what two transactions at once left to each other. */
export async function closeRemoved(engine: Engine): Promise<void> {
  const rows = await engine.store.db
    .selectFrom('request')
    .select('request.tracking_number')
    .where('request.outcome', 'in', ['remove', 'restrict', 'refer'])
    .where('request.closed_at', 'is', null)
    .where(sql<boolean>`not exists (${openRemoval})`)
    .execute();
  const awaited = await placesAwaited(engine.store.db, { numbers: rows.map(({ tracking_number }) => tracking_number) });
  const done = rows.filter(({ tracking_number }) => !awaited.has(tracking_number));
  await oneByOne(done, ({ tracking_number }) =>
    engine.store.transact(async (tx) => {
      const request = await lockRequest(tx, tracking_number);
      if (request !== null) await closeIfRemoved(tx, request);
    }),
  );
}
