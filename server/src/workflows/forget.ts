/** How does a platform change or forget an upload? `PATCH` sets its address, `DELETE` forgets it, except for what an open request still needs. */
import { Problem } from '@likeness/contract';
import { record } from '../ledger/record.ts';
import { addressHash } from '../store/address.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';

/** Sets the address once the upload is published. Problem `content/unknown`. */
export async function setContentUrl(engine: Engine, platformId: string, contentId: string, url: string): Promise<void> {
  const row = await engine.store.db
    .updateTable('content')
    .set({ url, address_hash: addressHash(url) })
    .where('platform_id', '=', platformId)
    .where('content_id', '=', contentId)
    .where('deleted_at', 'is', null)
    .returning('ref')
    .executeTakeFirst();
  if (row === undefined) throw new Problem('content/unknown');
}

/** Forgets an upload. While a request about it is open, address, uploader reference, fingerprints and times stay; then they go too. Problem `content/unknown`. */
export async function forgetContent(engine: Engine, platformId: string, contentId: string): Promise<void> {
  await engine.store.transact(async (tx) => {
    const row = await tx.sql
      .updateTable('content')
      .set({ deleted_at: tx.now })
      .where('platform_id', '=', platformId)
      .where('content_id', '=', contentId)
      .where('deleted_at', 'is', null)
      .returning('ref')
      .executeTakeFirst();
    if (row === undefined) throw new Problem('content/unknown');
    await destroyForgotten(tx);
    await record(tx, { act: 'content.forgotten', subjects: { content: row.ref, platform: platformId } });
  });
}

/** Destroys every forgotten upload that no open request needs any more. */
export async function destroyForgotten(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('content')
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
    .execute();
}
