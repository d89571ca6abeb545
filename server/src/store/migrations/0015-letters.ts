/** What did the fifteenth version add? Requests that she writes to services elsewhere and sends herself: sealed, with what she noted about each. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table letter (id uuid primary key, case_id uuid not null references case_file, asked_sealed bytea not null, made_at timestamptz not null,
     sent_at timestamptz, outcome text check (outcome in ('gone', 'refused')), noted_at timestamptz not null)`,
  `create index letter_by_case on letter (case_id, made_at)`,
  `create index letter_by_note on letter (noted_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
