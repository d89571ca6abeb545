/** What did the thirty-sixth version add? Statements of reasons, and complaints, about what is restricted before anybody has decided. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table statement alter column decision_id drop not null`,
  `alter table complaint alter column decision_id drop not null`,
  `alter table complaint add constraint complaint_against check (decision_id is not null or (action_id is not null and complainant = 'uploader'))`,
  // Of what was restricted before a decision: the moderator who chose it, who does not judge a complaint about it. Null: the rule.
  `alter table action add column restricted_by uuid references moderator`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
