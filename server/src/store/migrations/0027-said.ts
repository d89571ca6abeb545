/** What did the twenty-seventh version add? What a session just did, to be said once on its next page. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The address that it was sent to, its news included.
  await sql`alter table session add column said text`.execute(db);
}
