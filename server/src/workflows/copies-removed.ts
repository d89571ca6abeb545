/** Whose request does a removed copy belong to? Every granted request whose decision listed what the copy met hears of it, once: it is counted as a copy, and its person reads so. */
import { sql } from 'kysely';
import { noteEvent, type RequestRow } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';

/** Granted requests under which this upload counts as a copy: it met what their decision listed, a person said that it is that, and it is none of their own uploads. */
export async function requestsOfCopy(db: Db, ref: string): Promise<string[]> {
  const { rows } = await sql<{ tracking_number: string }>`
    select distinct request.tracking_number
    from match
    join claim on claim.item_id = match.item_id and claim.decision_id is not null and claim.ended_at is null
    join decision made on made.id = claim.decision_id
    join request decided on decided.tracking_number = made.tracking_number
    join request on request.filing_id = decided.filing_id and request.outcome = 'remove'
    join case_file on case_file.id = request.case_id and case_file.withdrawn_at is null
    where match.ref = ${ref} and match.settled = 'remove' and not match.of_earlier
      and not exists (select from request_content own join request sibling on sibling.tracking_number = own.tracking_number
        where own.ref = match.ref and sibling.filing_id = request.filing_id)
    order by request.tracking_number`.execute(db);
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Notes the copy under these requests, locked. A completion that is told twice counts once. */
export async function noteCopyRemoved(tx: Tx, requests: readonly RequestRow[], actionId: string): Promise<void> {
  for (const request of requests)
    await noteEvent(tx, request, 'copies-removed', { count: 1 }, `copy:${request.trackingNumber}:${actionId}`);
}
