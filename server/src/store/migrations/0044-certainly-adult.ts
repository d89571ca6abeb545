/** What did the forty-fourth version add? Of a request that says the person may have been under 18, a decision says that they certainly were not; taken back, nobody has said so. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [`alter table decision add column is_adult boolean not null default false`];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
