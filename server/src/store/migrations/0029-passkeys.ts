/** What did the twenty-ninth version add? Passkeys of the console's people, and what was asked of one. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table passkey (id bytea primary key, handle uuid not null unique default gen_random_uuid(), moderator_id uuid not null references moderator,
     name text not null, public_key bytea not null, counter bigint not null, made_at timestamptz not null, used_at timestamptz)`,
  `create index passkey_of_moderator on passkey (moderator_id)`,
  `create table passkey_challenge (mac bytea primary key, begun_at timestamptz not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
