/** What did the eleventh version add? Referrals: what shows somebody under 18, or perhaps so, whom to tell of it, and what is held for them. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table decision drop constraint decision_outcome_check`,
  `alter table decision add constraint decision_outcome_check check (outcome in ('remove', 'keep', 'refer'))`,
  `alter table request drop constraint request_outcome_check`,
  `alter table request add constraint request_outcome_check check (outcome in ('remove', 'keep', 'refer', 'withdrawn'))`,
  `alter table match drop constraint match_settled_check`,
  `alter table match add constraint match_settled_check check (settled in ('keep', 'remove', 'refer'))`,
  // A request waits for restrictions as it waits for removals.
  `drop index action_open`,
  `create index action_open on action (ref) where kind in ('content.remove', 'content.restrict') and completed_at is null`,

  // One reporting task. What it is about is sealed and written once: a later screening of the same id does not change it. hold_until is null while it is open.
  `create table referral (id uuid primary key, platform_id uuid not null references platform, decision_id uuid not null unique references decision,
     known_at timestamptz not null, facts_sealed bytea, reported_at timestamptz, reported_by uuid references moderator, route text, reference_sealed bytea,
     closed_at timestamptz, closed_by uuid references moderator, reason_sealed bytea, hold_until timestamptz)`,
  `create index referral_open on referral (known_at) where closed_at is null`,
  `create index referral_held on referral (hold_until) where hold_until is not null and facts_sealed is not null`,
  `create table referral_content (referral_id uuid not null references referral, ref uuid not null references content (ref) on delete cascade,
     primary key (ref, referral_id))`,
  // Listed from it, or meeting it, before anybody knew: it goes on matching and leaves in no list.
  `alter table item add column referred_at timestamptz`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
