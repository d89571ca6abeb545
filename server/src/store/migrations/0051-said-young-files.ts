/** What did the fifty-second version add? The file that a request said may show somebody under 18 stays known when another is screened in its place. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // SHA-256 of a file that stood where the request named an upload; it goes with that link.
  `create table said_young_file (tracking_number text not null, ref uuid not null, sha256 bytea not null, primary key (tracking_number, ref, sha256),
     foreign key (tracking_number, ref) references request_content on delete cascade)`,
  `create index said_young_file_by_value on said_young_file (sha256)`,
  `create index said_young_file_by_ref on said_young_file (ref)`,
  `create index request_content_by_ref on request_content (ref)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
