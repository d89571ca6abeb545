/** What did the sixth version add? Whether a match met the picture that stands under the upload's id now. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match add column of_earlier boolean not null default false`.execute(db);
}
