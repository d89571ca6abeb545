/** What did the first version store? History: constants are written out, nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Which key ring belongs to this database: ids and check values, never keys.
  `create table key_check (key_id text primary key, purpose text not null, check_value bytea not null, noted_at timestamptz not null)`,

  `create table platform (id uuid primary key, name text not null, preview_url text, salt bytea not null, created_at timestamptz not null)`,
  `create table api_key (id text primary key, platform_id uuid not null references platform, scopes text[] not null, label text not null,
     key_hash bytea not null, created_at timestamptz not null, revoked_at timestamptz)`,
  `create table endpoint (id uuid primary key, platform_id uuid not null references platform, url text not null, secret_sealed bytea not null,
     created_at timestamptz not null, disabled_at timestamptz)`,
  `create unique index endpoint_once on endpoint (platform_id, url) where disabled_at is null`,

  `create table moderator (id uuid primary key, name text not null, password_hash text not null, role text not null, created_at timestamptz not null, left_at timestamptz)`,
  `create unique index moderator_name on moderator (lower(name)) where left_at is null`,
  `create table first_run (token_mac bytea primary key, made_at timestamptz not null, used_at timestamptz)`,
  `create table session (id_mac bytea primary key, kind text not null check (kind in ('person', 'moderator')), subject_id uuid not null,
     started_at timestamptz not null, seen_at timestamptz not null)`,
  `create table attempt (subject_mac bytea not null, at timestamptz not null)`,
  `create index attempt_by_subject on attempt (subject_mac, at)`,
  `create table idempotency (key_mac bytea primary key, body_hash bytea not null, status integer, answer_sealed bytea, at timestamptz not null)`,

  `create table bank (id uuid primary key, name text not null, platform_id uuid references platform, on_match text not null check (on_match in ('observe', 'review', 'hold')),
     radius integer check (radius between 0 and 48), enabled boolean not null, created_at timestamptz not null)`,
  `create table item (id uuid primary key, bank_id uuid not null references bank, state text not null check (state in ('pending', 'active', 'suspended', 'disputed', 'expired')),
     source text not null, added_at timestamptz not null)`,
  `create table code (id bigint primary key generated always as identity, kind text not null, value bytea not null, unique (kind, value))`,
  `create table item_code (item_id uuid not null references item on delete cascade, code_id bigint not null references code, variant text not null, quality integer,
     provenance text not null check (provenance in ('confirmed', 'claimant')), primary key (item_id, code_id, variant))`,
  `create index item_code_by_code on item_code (code_id)`,
  `create table bank_change (seq bigint primary key, subject text not null check (subject in ('bank', 'item')), subject_id uuid not null, at timestamptz not null)`,

  `create table content (platform_id uuid not null references platform, content_id text not null, ref uuid not null unique, url text, uploader_ref text, links text[] not null,
     source text not null check (source in ('bytes', 'fingerprints')), verdict text not null check (verdict in ('allow', 'review', 'hold')),
     screened_at timestamptz not null, screened_at_seq bigint not null, deleted_at timestamptz, primary key (platform_id, content_id))`,
  `create index content_by_url on content (platform_id, url) where url is not null`,
  `create index content_by_time on content (platform_id, screened_at)`,
  `create index content_by_seq on content (screened_at_seq)`,
  `create table content_code (ref uuid not null references content (ref) on delete cascade, kind text not null, variant text not null, value bytea not null, quality integer,
     primary key (ref, kind, variant, value))`,
  `create table match (id bigint primary key generated always as identity, ref uuid not null references content (ref) on delete cascade, item_id uuid not null, bank_id uuid not null,
     kind text not null, variant text not null, distance integer not null, effect text not null, settled text check (settled in ('keep', 'remove')), found_by text not null check (found_by in ('screen', 'sweep')),
     at timestamptz not null, unique (ref, item_id))`,
  `create table review (id uuid primary key, platform_id uuid not null, ref uuid not null references content (ref) on delete cascade, effect text not null check (effect in ('review', 'hold')),
     opened_at timestamptz not null, closed_at timestamptz, decision_id uuid)`,
  `create unique index review_open_once on review (ref) where closed_at is null`,

  `create table case_file (id uuid primary key, code_mac bytea unique, follow_mac bytea unique, pin_hash text, created_at timestamptz not null,
     withdraw_asked_at timestamptz, withdraw_due_at timestamptz, withdrawn_at timestamptz)`,
  `create table request (tracking_number text primary key, platform_id uuid not null references platform, case_id uuid not null references case_file, basis text not null,
     filed_via text not null check (filed_via in ('page', 'api')), answers_sealed bytea, commitment_salt bytea, received_at timestamptz not null, complete_at timestamptz,
     closed_at timestamptz, outcome text check (outcome in ('remove', 'keep', 'withdrawn')))`,
  `create index request_open on request (platform_id, received_at) where closed_at is null`,
  `create index request_by_case on request (case_id)`,
  `create table request_content (tracking_number text not null references request, ref uuid not null references content (ref) on delete cascade, primary key (tracking_number, ref))`,
  `create table request_candidate (tracking_number text not null references request, ref uuid not null references content (ref) on delete cascade, primary key (tracking_number, ref))`,
  `create table request_item (tracking_number text not null references request, item_id uuid not null references item on delete cascade, primary key (tracking_number, item_id))`,
  `create table case_event (id bigint primary key generated always as identity, case_id uuid not null references case_file, tracking_number text references request,
     kind text not null, at timestamptz not null, facts jsonb not null, once text)`,
  `create unique index case_event_once on case_event (case_id, once) where once is not null`,
  `create index case_event_by_case on case_event (case_id, id)`,

  `create table decision (id uuid primary key, platform_id uuid not null references platform, tracking_number text references request, review_id uuid,
     outcome text not null check (outcome in ('remove', 'keep')), ground text not null, note_sealed bytea, moderator_id uuid not null references moderator, decided_at timestamptz not null)`,
  `create table claim (id uuid primary key, item_id uuid not null references item on delete cascade, kind text not null check (kind in ('case', 'decision')), case_id uuid references case_file,
     decision_id uuid references decision, made_at timestamptz not null, ended_at timestamptz)`,
  `create index claim_by_item on claim (item_id) where ended_at is null`,
  `create index claim_by_case on claim (case_id) where ended_at is null`,
  `create table action (id uuid primary key, platform_id uuid not null references platform, decision_id uuid not null references decision, kind text not null, content_id text not null, ref uuid,
     opened_at timestamptz not null, completed_at timestamptz, completed jsonb)`,
  `create index action_by_decision on action (decision_id)`,

  `create table feed (platform_id uuid not null references platform, seq bigint not null, id text not null unique, type text not null, data jsonb not null, at timestamptz not null,
     primary key (platform_id, seq))`,
  `create table delivery (feed_id text not null references feed (id), endpoint_id uuid not null references endpoint, attempts integer not null, last_status integer, last_error text,
     last_at timestamptz, delivered_at timestamptz, primary key (feed_id, endpoint_id))`,

  `create table ledger (seq bigint primary key, at timestamptz not null, act text not null, subjects jsonb not null, commitment bytea, prev_hash bytea not null, hash bytea not null)`,
  `create table checkpoint (seq bigint primary key references ledger, hash bytea not null, at timestamptz not null, key_id text not null, signature bytea not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
