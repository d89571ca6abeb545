/** What did the thirty-ninth version add? What becomes of a restriction when its upload shows another picture, or is deleted by the service. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Since when the service said by its DELETE that it has the upload no more; what was only erased here may be up still.
  `alter table content add column gone_at timestamptz`,
  `update content set gone_at = deleted_at where deleted_at is not null`,
  // Acts of one moment, in the order in which they were written: the last one says where an upload stands.
  `alter table action add column place bigint generated always as identity`,
  // Of a restriction that was decided: since when the upload shows another picture than was decided about. It stands until somebody has looked.
  `alter table action add column other_picture_at timestamptz`,
  // Since when the service has deleted the upload: nobody waits for the act, and what comes again under its id is not restricted by it.
  `alter table action add column gone_at timestamptz`,
  `update action set gone_at = content.deleted_at from content
     where content.ref = action.ref and content.deleted_at is not null and action.kind not like 'account.%'
       and (action.kind <> 'content.restrict' or action.decision_id is null or action.visibility is not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
