/** What did the thirtieth version add? Helpers, and what a person and they write to each other: sealed. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table moderator drop constraint moderator_role_check`,
  `alter table moderator add constraint moderator_role_check check (role in ('helper', 'moderator', 'lead', 'admin'))`,
  `create table talk (id uuid primary key, case_id uuid not null unique references case_file, opened_at timestamptz not null, changed_at timestamptz not null,
     person_read_at timestamptz, waits_since timestamptz)`,
  `create index talk_in_order on talk (waits_since, changed_at)`,
  `create table talk_message (id uuid primary key, talk_id uuid not null references talk on delete cascade, by_helper boolean not null,
     moderator_id uuid references moderator, text_sealed bytea not null, at timestamptz not null, check (by_helper = (moderator_id is not null)))`,
  `create index talk_message_by_talk on talk_message (talk_id, at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
