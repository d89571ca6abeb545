/** What did the twenty-fourth version add? Ways to find what waits without reading all of it. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create index request_in_queue on request (is_young, due_at, tracking_number) where outcome is null and closed_at is null`,
  `create index request_in_queue_by_filing on request (is_young, filing_id) where outcome is null and closed_at is null`,
  `create index request_awaited on request (due_at, tracking_number) include (filing_id) where outcome in ('remove', 'refer') and closed_at is null`,
  `create index decision_by_request on decision (tracking_number, decided_at) where tracking_number is not null`,
  `create index review_in_queue on review ((case effect when 'hold' then 0 else 1 end), opened_at, id) where closed_at is null`,
  `create index match_unsettled on match (ref) where settled is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
