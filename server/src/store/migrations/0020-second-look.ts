/** What did the twentieth version add? Decisions that wait for a second person, where the operator wants one. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Outcomes, or outcomes with a ground, such as "keep" or "remove:own-rules".
  `alter table platform add column second_look text[] not null default '{}'`,
  `alter table decision add column seconded_by uuid references moderator`,
  // One for each request or match; it goes with the decision, with a refusal, and with what it is about.
  `create table proposal (id uuid primary key, platform_id uuid not null references platform, tracking_number text unique references request on delete cascade,
     review_id uuid unique references review on delete cascade, outcome text not null check (outcome in ('remove', 'keep')), ground text not null,
     said_sealed bytea not null, moderator_id uuid not null references moderator, proposed_at timestamptz not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
