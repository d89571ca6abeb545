/** What did the tenth version add? A service in the eyes of the laws, one filing under several of them, due times that differ, floods, who works on what. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Until its operator says otherwise, a service is what every service was until now.
  `alter table platform add column law jsonb not null default '{"kind":"user-content","territories":["US"],"follows":[],"targetHours":{}}',
     add column interim jsonb`,

  `alter table request add column filing_id uuid, add column filer text not null default 'self', add column is_young boolean not null default false,
     add column due_at timestamptz, add column look_at timestamptz, add column source_mac bytea, add column pile_id uuid`,
  `update request set filing_id = gen_random_uuid(), due_at = received_at + interval '48 hours'`,
  `update request set pile_id = filing_id, look_at = received_at + interval '24 hours' where closed_at is null`,
  `update request set pile_id = filing_id where pile_id is null`,
  `alter table request alter column filing_id set not null, alter column due_at set not null, alter column pile_id set not null`,
  `create index request_by_filing on request (filing_id)`,
  `create index request_by_due on request (due_at, tracking_number) where outcome is null and closed_at is null`,
  `create index request_by_pile on request (pile_id, due_at, tracking_number) where outcome is null and closed_at is null`,
  `create index request_by_look on request (look_at) where closed_at is null and look_at is not null`,
  `create index request_by_source on request (source_mac) where source_mac is not null`,
  `create index request_with_source on request (received_at) where source_mac is not null`,

  // Requests of different people about the same place: each points to the first that is open, and none is merged or dropped.
  `create table request_link (tracking_number text primary key references request on delete cascade, linked_to text not null references request on delete cascade)`,
  `create index request_link_back on request_link (linked_to)`,

  // Who works on a filing; whoever has been quiet for a while gives it back.
  `create table desk_hold (filing_id uuid primary key, moderator_id uuid not null references moderator, taken_at timestamptz not null, touched_at timestamptz not null)`,
  `create index desk_hold_by_touch on desk_hold (touched_at)`,

  // What is restricted until somebody decides is no decision.
  `alter table action alter column decision_id drop not null, add column tracking_number text references request`,
  `create index action_by_request on action (tracking_number) where tracking_number is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
