/** What did the thirty-fifth version add? A removal can be set aside by a decision from outside the service. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table decision drop constraint decision_reversed_because_check`,
  `alter table decision add constraint decision_reversed_because_check check (reversed_because in ('undone', 'complaint', 'outside'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
