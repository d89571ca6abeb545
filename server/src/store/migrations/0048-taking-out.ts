/** What did the forty-ninth version add? One request, picture or link that a person takes out of her case while the rest goes on, until it takes effect. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // `key`: nothing of a request, the item of a picture, the hash of a link; the link itself stays sealed where it was.
  `create table taking_out (id uuid primary key, case_id uuid not null references case_file, filing_id uuid not null,
     part text not null check (part in ('request', 'picture', 'link')), key text not null, asked_at timestamptz not null, due_at timestamptz not null,
     unique (filing_id, part, key))`,
  `create index taking_out_by_case on taking_out (case_id)`,
  `create index taking_out_due on taking_out (due_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
