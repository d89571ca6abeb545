/** What did the fourteenth version add? With each decision what was found of the content under its law, and who left a filing by going quiet. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table decision add column findings_sealed bytea`,
  // Of a filing that somebody left it stays known who had it, until a colleague takes it.
  `alter table desk_hold add column left_at timestamptz, add column taken_from uuid references moderator`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
