/** What did the fourth version add? Policies by kind and view, harmless banks, lists from elsewhere as claims with an end, items that only ask. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table bank add column radii jsonb not null default '[]', add column ratio real check (ratio between 0 and 1),
     add column is_harmless boolean not null default false`,
  `create unique index bank_shared_name on bank (lower(name)) where platform_id is null`,

  // What a list calls the item; what a person said of it (null: nothing); why it only asks, and since when it may hold again.
  `alter table item add column label text, add column confirmed boolean, add column suspended_at timestamptz, add column resumed_at timestamptz,
     add column suspended_for text check (suspended_for in ('known-harmless', 'often-seen', 'many-uploaders', 'older-content'))`,
  `update item set confirmed = true where source = 'decision'`,
  `create index item_by_bank on item (bank_id, id)`,
  `create unique index item_by_label on item (bank_id, label) where label is not null`,
  `create index item_suspended on item (suspended_at) where suspended_for is not null`,
  `create index match_by_item on match (item_id)`,
  `create index match_by_time on match (at)`,
  `create index content_code_by_value on content_code (value) where variant = 'whole'`,

  // Somebody's list is a reason to list, as a case and a decision are. A claim of a list without rows in claim_code brings all codes of its item.
  `alter table claim drop constraint claim_kind_check`,
  `alter table claim add constraint claim_kind_check check (kind in ('case', 'decision', 'list')), add column source text, add column note text,
     add column expires_at timestamptz`,
  // Lists have millions of claims and none of them belongs to a case.
  `drop index claim_by_case`,
  `create index claim_by_case on claim (case_id) where ended_at is null and case_id is not null`,
  `create index claim_expiring on claim (expires_at) where ended_at is null and expires_at is not null`,

  // How far an import has come: the last line that is in, and a digest of the file's beginning up to a place behind it.
  `create table bank_import (id uuid primary key, bank_id uuid not null references bank, started_at timestamptz not null, ended_at timestamptz,
     line bigint not null, bytes bigint not null, digest bytea not null, imported bigint not null, rejected bigint not null)`,
  `create index bank_import_open on bank_import (bank_id) where ended_at is null`,
  `create table bank_import_error (import_id uuid not null references bank_import on delete cascade, line bigint not null, message text not null,
     primary key (import_id, line))`,

  // What was screened before is to be compared with all that is listed up to this change, once it is due.
  `create table look_back (subject_id uuid primary key, seq bigint not null, due_at timestamptz not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
