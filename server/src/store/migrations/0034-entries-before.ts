/** What did the thirty-fourth version add? What was sent to the Transparency Database before an entry was composed anew stays. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [`alter table submission add column refused_before jsonb not null default '[]'`];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
