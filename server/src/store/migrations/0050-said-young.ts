/** What did the fifty-first version add? That somebody under 18 may be shown is judged also where whoever said so ended the case. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Who found of a filing that the person was certainly no minor, and how they know; taken back, it is as it came in.
  `create table adult_finding (id uuid primary key, filing_id uuid not null, moderator_id uuid not null references moderator, found_at timestamptz not null,
     note_sealed bytea, taken_back_at timestamptz, taken_back_by uuid references moderator)`,
  `create unique index adult_finding_that_stands on adult_finding (filing_id) where taken_back_at is null`,
  `create index request_said_young on request (due_at, tracking_number) where is_young and outcome = 'withdrawn'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
