/** What did the fiftieth version add? Requests that a person has filled in and not sent: sealed, until a day, and of which forms it is known that they were sent. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // `id` is the form's own, which came with its page: the same form kept again is the same draft, and once it was sent it is none any more.
  `create table draft (case_id uuid not null references case_file, id uuid not null, said_sealed bytea, kept_at timestamptz not null, until timestamptz not null,
     sent_at timestamptz, primary key (case_id, id), check ((said_sealed is null) = (sent_at is not null)))`,
  `create index draft_until on draft (until)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
