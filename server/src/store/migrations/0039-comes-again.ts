/** What did the thirty-ninth version add? What becomes of a restriction when its upload shows another picture, or is deleted by the service. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Of a restriction that was decided: since when the upload shows another picture than was decided about. It stands until somebody has looked.
  `alter table action add column other_picture_at timestamptz`,
  // Since when the service has deleted the upload: nobody waits for the act, and what comes again under its id is not restricted by it.
  `alter table action add column gone_at timestamptz`,
  `update action set gone_at = content.deleted_at from content
     where content.ref = action.ref and content.deleted_at is not null and action.kind = 'content.restrict' and (action.decision_id is null or action.visibility is not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
