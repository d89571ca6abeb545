/** What did the twenty-sixth version add? Warnings and suspensions of accounts, and which account of a service filed a notice. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table misuse_measure (id uuid primary key, platform_id uuid not null references platform,
     kind text not null check (kind in ('illegal-content', 'unfounded-notices', 'unfounded-complaints')), account text,
     measure text not null check (measure in ('warning', 'suspension')), reason text not null, intention text not null, facts jsonb not null,
     statement jsonb not null, decided_by uuid not null references moderator, decided_at timestamptz not null, ends_at timestamptz,
     ended_at timestamptz, ended_because text check (ended_because in ('time', 'lifted', 'complaint')), ended_by uuid references moderator,
     complained_at timestamptz, complaint_sealed bytea, complaint_decided_at timestamptz, complaint_decided_by uuid references moderator,
     complaint_outcome text check (complaint_outcome in ('upheld', 'rejected')),
     check ((measure = 'suspension') = (ends_at is not null)))`,
  `create index misuse_measure_of_account on misuse_measure (platform_id, kind, account)`,
  `create index misuse_measure_to_end on misuse_measure (ends_at) where ended_at is null`,
  // The service's own word for the account that files; never of the person in the picture.
  `alter table request add column filer_ref text, add column suspended_by uuid references misuse_measure`,
  `create index request_by_filer_ref on request (platform_id, filer_ref) where filer_ref is not null`,
  `create index request_suspended on request (suspended_by) where suspended_by is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
