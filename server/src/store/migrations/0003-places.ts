/** What did the third version add? The places that undecided requests name, to be found at a screening, and an index of removals that are waited for. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // One row for each address or id, as a hash, while the request is undecided: a screening looks whether somebody asks for what it screens.
  `create table request_place (tracking_number text not null references request on delete cascade, place_hash bytea not null,
     primary key (tracking_number, place_hash))`,
  `create index request_place_by_hash on request_place (place_hash)`,
  `create index action_by_ref on action (ref, opened_at) where ref is not null`,
  `create index action_open on action (ref) where kind = 'content.remove' and completed_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
