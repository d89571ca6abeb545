/** What did the forty-first version add? How many lines of an import brought something that its bank had not. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Null for imports from before: nobody counted then.
  `alter table bank_import add column added bigint`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
