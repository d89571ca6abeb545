/** What did the fifth version add? How far each upload was compared by the job of the wide radius. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // The bank change up to which the job has compared; null while it has not. Uploads that were there before are all to be compared once.
  `alter table content add column far_seq bigint`,
  `create index content_far_waiting on content (screened_at, ref) where far_seq is null and deleted_at is null`,
  `alter table match drop constraint match_found_by_check`,
  `alter table match add constraint match_found_by_check check (found_by in ('screen', 'sweep', 'far'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
