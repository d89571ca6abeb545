/** What did the seventeenth version add? Statements of reasons, and complaints. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Its address is made from its id and the key ring: nothing in here opens it.
  `create table statement (id uuid primary key, platform_id uuid not null references platform, decision_id uuid not null references decision,
     action_id uuid not null unique references action, facts jsonb not null, made_at timestamptz not null)`,
  `create index statement_by_decision on statement (decision_id)`,

  // What either side wrote is sealed. asked_at: when the person who asked for the removal was asked; null where there is nobody to ask.
  `create table complaint (id uuid primary key, platform_id uuid not null references platform, decision_id uuid not null references decision,
     complainant text not null check (complainant in ('uploader', 'requester')), action_id uuid references action, tracking_number text references request,
     reason text not null, text_sealed bytea, filed_via text not null check (filed_via in ('page', 'api', 'case')), filed_at timestamptz not null,
     asked_at timestamptz, decidable_at timestamptz not null, answered_at timestamptz, answer text, answer_sealed bytea,
     decided_at timestamptz, decided_by uuid references moderator, outcome text check (outcome in ('upheld', 'rejected')), ground text, note_sealed bytea)`,
  `create unique index complaint_by_action on complaint (action_id) where complainant = 'uploader'`,
  `create unique index complaint_by_request on complaint (decision_id) where complainant = 'requester'`,
  `create index complaint_by_decision on complaint (decision_id)`,
  `create index complaint_open on complaint (decidable_at, id) where decided_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
