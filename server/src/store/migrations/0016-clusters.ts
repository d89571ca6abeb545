/** What did the sixteenth version add? Open matches of one listed picture find each other, so that they stand in the queue as one. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // The first listed item that the upload met as the same picture; null where it met none so near.
  `alter table review add column cluster uuid`,
  `update review set cluster = (select match.item_id from match where match.ref = review.ref and match.settled is null and not match.of_earlier
     and (match.kind in ('sha256', 'md5', 'vpdq') or match.kind = 'pdq' and match.distance <= 30) order by match.item_id limit 1)
   where closed_at is null`,
  `create index review_open_by_cluster on review (platform_id, cluster, (case effect when 'hold' then 0 else 1 end), opened_at, id)
     where closed_at is null and cluster is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
