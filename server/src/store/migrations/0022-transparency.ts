/** What did the twenty-second version add? Statements of reasons on their way to the DSA Transparency Database. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table submission (puid uuid primary key, platform_id uuid not null references platform, statement_id uuid not null unique references statement,
     entry jsonb not null, state text not null check (state in ('waiting', 'sent', 'refused', 'withdrawn')), due_at timestamptz not null,
     failures int not null default 0, settled_at timestamptz, refused_fields text[] not null default '{}')`,
  `create index submission_waiting on submission (platform_id, due_at) where state = 'waiting'`,
  `create index submission_by_state on submission (platform_id, state, settled_at)`,
  `create table submission_account (platform_id uuid primary key references platform, refused_token bytea, refused_at timestamptz,
     failures int not null default 0, not_before timestamptz, last_failure text, last_failed_at timestamptz)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
