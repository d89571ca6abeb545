/** What did the thirteenth version add? Services that look out for a picture before it is anywhere: one row for each service of a case, and the items that it asks with. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table look_out (id uuid primary key, case_id uuid not null references case_file, platform_id uuid not null references platform,
     filer text not null check (filer in ('self', 'agent')), started_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz)`,
  `create index look_out_by_case on look_out (case_id)`,
  `create table look_out_item (look_out_id uuid not null references look_out on delete cascade, item_id uuid not null references item on delete cascade,
     primary key (look_out_id, item_id))`,
  `create index look_out_by_item on look_out_item (item_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
