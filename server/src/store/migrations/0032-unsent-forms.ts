/** What did the thirty-second version add? A session of a form that is not sent yet: it opens no case. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table session drop constraint session_kind_check`,
  `alter table session add constraint session_kind_check check (kind in ('person', 'moderator', 'form'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
