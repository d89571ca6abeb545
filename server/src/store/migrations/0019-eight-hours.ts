/** What did the nineteenth version add? What a moderator looked at and what she left to colleagues, how she wants things shown, which session is which, and decisions by their time. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Which of her sessions is meant, and how she came in. The cookie's own value is stored nowhere.
  `alter table session add column handle uuid not null default gen_random_uuid(), add column way text not null default 'password'`,
  `create index session_of on session (kind, subject_id)`,
  // Each time a picture was shown clearly, for a week; the ledger has it for good.
  `create table reveal (moderator_id uuid not null references moderator, ref uuid not null, at timestamptz not null)`,
  `create index reveal_of on reveal (moderator_id, at)`,
  `create index reveal_at on reveal (at)`,
  // A tracking number or the id of a review: for a month it is not what comes next for her.
  `create table passed_over (moderator_id uuid not null references moderator, subject text not null, at timestamptz not null, primary key (moderator_id, subject))`,
  `create index passed_over_at on passed_over (at)`,
  // What was decided lately, the latest first.
  `create index decision_by_time on decision (decided_at, id)`,
  `create index decision_by_moderator on decision (moderator_id, decided_at, id)`,
  `alter table moderator add column preferences jsonb not null default '{}', add column most_an_hour integer, add column most_a_day integer`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
