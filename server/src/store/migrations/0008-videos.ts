/** What did the eighth version add? Where in its video a frame stands, and how much of a video a match found. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Milliseconds from the beginning of the video; null for what is no frame, and where nobody told.
  `alter table content_code add column at_ms integer`,
  `alter table item_code add column at_ms integer`,
  `create index item_code_with_place on item_code (item_id) where at_ms is not null`,
  // Of a video: frames that count and frames found, on both sides, and the offset in time.
  `alter table match add column video jsonb`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
