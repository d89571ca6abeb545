/** What did the twenty-fifth version add? Acts on more of a post than its picture: its words, which are kept sealed, its links, its account. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table platform add column acts_on text[] not null default '{}'`,
  // What the platform sent as title and words of an upload; it goes with the upload.
  `create table content_text (ref uuid primary key references content (ref) on delete cascade, sealed bytea not null)`,
  // Of a link its address, of an account the platform's reference; and why, where that is not the decision's own ground.
  `alter table action add column target text`,
  `alter table action add column ground text`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
