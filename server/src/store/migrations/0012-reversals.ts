/** What did the twelfth version add? Decisions that are taken back, with what they ordered. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table decision add column reversed_at timestamptz, add column reversed_by uuid references moderator,
     add column reversed_because text check (reversed_because in ('undone', 'complaint'))`,
  `alter table action add column taken_back_at timestamptz`,
  `create index claim_by_decision on claim (decision_id) where decision_id is not null and ended_at is null`,
  `create index decision_by_review on decision (review_id) where review_id is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
