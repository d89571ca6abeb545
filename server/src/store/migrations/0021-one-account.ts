/** What did the twenty-first version add? A reason to doubt a listed picture: it met several earlier posts of one old account. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table item drop constraint item_suspended_for_check',
  `alter table item add constraint item_suspended_for_check
     check (suspended_for in ('known-harmless', 'often-seen', 'many-uploaders', 'older-content', 'one-account'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
