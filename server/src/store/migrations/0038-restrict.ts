/** What did the thirty-eighth version add? Decisions that leave a picture up and restrict who sees it. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table decision drop constraint decision_outcome_check`,
  `alter table decision add constraint decision_outcome_check check (outcome in ('remove', 'restrict', 'keep', 'refer'))`,
  `alter table request drop constraint request_outcome_check`,
  `alter table request add constraint request_outcome_check check (outcome in ('remove', 'restrict', 'keep', 'refer', 'withdrawn'))`,
  `alter table match drop constraint match_settled_check`,
  `alter table match add constraint match_settled_check check (settled in ('keep', 'remove', 'restrict', 'refer'))`,
  `alter table proposal drop constraint proposal_outcome_check`,
  `alter table proposal add constraint proposal_outcome_check check (outcome in ('remove', 'restrict', 'keep'))`,
  // Of a restriction that was decided: how it is still seen. Null: out of view, or no restriction.
  `alter table action add column visibility text check (visibility is null or kind = 'content.restrict')`,
  `create index action_restricting on action (ref, opened_at desc) where visibility is not null`,
  // The restrictions that the platform can carry out, such as "age-gate" or "not-in-DE".
  `alter table platform add column restricts text[] not null default '{}'`,
  `drop index request_awaited`,
  `create index request_awaited on request (due_at, tracking_number) include (filing_id) where outcome in ('remove', 'restrict', 'refer') and closed_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
