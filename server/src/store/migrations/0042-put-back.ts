/** What did the forty-second version add? Which decision ended a restriction, or gave an upload back as an earlier decision restricts it: taken back, it is as before. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Of a restriction that was decided: the decision that took its place.
  `alter table action add column lifted_by uuid references decision`,
  `create index action_lifted on action (lifted_by) where lifted_by is not null`,
  // Of an act that gave an upload back as an earlier decision restricts it: the decision that gave it back.
  `alter table action add column given_back_by uuid references decision`,
  `create index action_given_back on action (given_back_by) where given_back_by is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
