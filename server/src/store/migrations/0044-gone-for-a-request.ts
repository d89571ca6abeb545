/** What did the forty-fifth version add? Of an upload that the service deleted and that is destroyed here: since when it is gone, for the requests that named it. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table request_gone (tracking_number text not null references request on delete cascade, content_id text not null, address_hash bytea,
     gone_at timestamptz not null, primary key (tracking_number, content_id))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
