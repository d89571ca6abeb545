/** What did the fifth version add? The uploads that the job of the wide radius is still to come to. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // A table of its own: a mark on the upload would rewrite it in all its indexes. What was there before is all to be compared once.
  `create table far_waiting (screened_at timestamptz not null, ref uuid not null, primary key (screened_at, ref))`,
  `insert into far_waiting (screened_at, ref) select screened_at, ref from content where deleted_at is null`,
  `alter table match drop constraint match_found_by_check`,
  `alter table match add constraint match_found_by_check check (found_by in ('screen', 'sweep', 'far'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
