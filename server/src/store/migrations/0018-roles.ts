/** What did the eighteenth version add? Three roles at the console. Whoever was there before could do everything, and still can. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `update moderator set role = 'admin' where role not in ('moderator', 'lead', 'admin')`,
  `alter table moderator add constraint moderator_role_check check (role in ('moderator', 'lead', 'admin'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
