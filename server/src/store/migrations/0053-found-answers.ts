/** What did the fifty-third version add? What a moderator answered of each upload that looks like the requester's pictures. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // `answered_of`: the screening that was looked at; screened again, it is another upload.
  `alter table request_candidate add column answer text check (answer in ('together', 'another-picture', 'consented')),
     add column answered_by uuid references moderator, add column answered_at timestamptz, add column answered_of timestamptz,
     add constraint request_candidate_answered check (num_nulls(answer, answered_by, answered_at, answered_of) in (0, 4))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
