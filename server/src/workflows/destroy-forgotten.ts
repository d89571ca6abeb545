/** Which forgotten uploads does nobody need any more? They are destroyed, with their fingerprints. */
import { leavePages } from '../store/content-pages.ts';
import type { Tx } from '../store/database.ts';
import { noteGoneForRequests } from '../store/gone.ts';
import { isHeld } from '../store/referrals.ts';

/** Destroys every forgotten upload that no open request and no report needs any more. */
export async function destroyForgotten(tx: Tx): Promise<void> {
  const over = await tx.sql
    .selectFrom('content')
    .select('ref')
    .where('deleted_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request_content')
            .innerJoin('request', 'request.tracking_number', 'request_content.tracking_number')
            .select('request_content.ref')
            .whereRef('request_content.ref', '=', 'content.ref')
            .where('request.closed_at', 'is', null),
        ),
      ),
    )
    .where(({ not }) => not(isHeld(tx.now)))
    .orderBy('ref')
    .forUpdate()
    .execute();
  if (over.length === 0) return;
  const refs = over.map(({ ref }) => ref);
  await noteGoneForRequests(tx, refs);
  const gone = await tx.sql.deleteFrom('content').where('ref', 'in', refs).returning(['ref', 'page_group']).execute();
  await leavePages(
    tx,
    gone.map(({ ref, page_group: group }) => ({ ref, group })),
  );
}
