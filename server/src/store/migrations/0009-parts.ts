/** What did the ninth version add? Views of an upload that a job compares, and crops of what a person looked at. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table content_part (ref uuid primary key references content (ref) on delete cascade, parts bytea, crops bytea)`,
  // How many crops a bank has is asked at each decision.
  `create index item_code_crops on item_code (item_id) where variant like 'crop%'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
