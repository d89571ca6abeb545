/** What did the twenty-eighth version add? A rule that removes identical copies where the operator switched it on, and which codes a person saw. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // So many in an hour at most; null: off. stopped_at: there were more, and people are asked until it is switched on anew.
  `alter table platform add column copies_an_hour integer check (copies_an_hour > 0), add column copies_stopped_at timestamptz`,
  // Whether whoever decided had the very file of this code shown clearly. What was listed before this version counts as not seen.
  `alter table claim_code add column was_seen boolean not null default false`,
  // Null: the rule decided, and no person looked.
  `alter table decision alter column moderator_id drop not null`,
  `create index decision_by_rule on decision (platform_id, decided_at) where moderator_id is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
