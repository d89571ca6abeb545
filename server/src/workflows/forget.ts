/** How does a platform change or forget an upload? `PATCH` sets its address, `DELETE` forgets it, except for what an open request still needs. */
import { Problem } from '@likeness/contract';
import { record } from '../ledger/record.ts';
import { addressHash, plainAddress } from '../store/address.ts';
import { linkContents, lockRequest, openAnswers, type RequestRow, undecidedOfPlatform } from '../store/cases.ts';
import { type Content, contentById } from '../store/content.ts';
import { forgetText } from '../store/content-text.ts';
import type { Tx } from '../store/database.ts';
import { noteGone } from '../store/restrictions.ts';
import { closeForGone, grantedWith } from './close-removed.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';

/** Sets the address once the upload is published. An open request that names it by the old address or the new one is linked to it. Problem `content/unknown`. */
export async function setContentUrl(engine: Engine, platformId: string, contentId: string, url: string): Promise<void> {
  await engine.store.transact(async (tx) => {
    const content = await contentById(tx.sql, platformId, contentId);
    if (content === null) throw new Problem('content/unknown');
    await linkWhereNamed(engine, tx, content, [url]);
    const changed = await tx.sql
      .updateTable('content')
      .set({ url, address_hash: addressHash(url) })
      .where('ref', '=', content.ref)
      .where('deleted_at', 'is', null)
      .returning('ref')
      .executeTakeFirst();
    if (changed === undefined) throw new Problem('content/unknown');
  });
}

/**
 * Forgets an upload. While a request about it is open, or it is held for a report, address, uploader reference, fingerprints and times stay; then they go too.
 * `deleted`: the service has it no more, so nobody waits for what was ordered of it, unless it was referred. `erased`: only what is known of it here is to go, and
 * it may be up still. Problem `content/unknown`.
 */
export async function forgetContent(
  engine: Pick<Engine, 'store' | 'keys'>,
  platformId: string,
  contentId: string,
  how: 'deleted' | 'erased' = 'deleted',
): Promise<void> {
  await engine.store.transact(async (tx) => {
    const content = await contentById(tx.sql, platformId, contentId);
    if (content === null) throw new Problem('content/unknown');
    await linkWhereNamed(engine, tx, content);
    const granted: RequestRow[] = [];
    for (const number of how === 'deleted' ? await grantedWith(tx.sql, content.ref) : []) {
      const request = await lockRequest(tx, number);
      if (request !== null) granted.push(request);
    }
    const forgotten = await tx.sql
      .updateTable('content')
      .set({ deleted_at: tx.now, ...(how === 'deleted' ? { gone_at: tx.now } : {}) })
      .where('ref', '=', content.ref)
      .where('deleted_at', 'is', null)
      .returning('ref')
      .executeTakeFirst();
    if (forgotten === undefined) throw new Problem('content/unknown');
    if (how === 'deleted') {
      await noteGone(tx, content.ref);
      // Nobody is to look at what is there no more.
      await tx.sql.updateTable('review').set({ closed_at: tx.now }).where('ref', '=', content.ref).where('closed_at', 'is', null).execute();
      await closeForGone(tx, granted);
    }
    // Of its words nothing is needed any more, whatever stays for now.
    await forgetText(tx, content.ref);
    await destroyForgotten(tx);
    await record(tx, { act: 'content.forgotten', subjects: { content: content.ref, platform: platformId } });
  });
}

/**
 * An upload may be screened, or get its address, after the request that names it. The link is made when the request is opened or decided; before the
 * upload changes or goes it is made here. The answers are sealed, so each undecided request of the platform is opened once: some microseconds each, and
 * nothing about its places has to be stored a second time.
 */
async function linkWhereNamed(engine: Pick<Engine, 'keys'>, tx: Tx, content: Content, newUrls: readonly string[] = []): Promise<void> {
  const { ref, platformId, contentId, url } = content;
  const addresses = new Set([...(url === null ? [] : [url]), ...newUrls].map(plainAddress));
  for (let after = ''; ; ) {
    const requests = await undecidedOfPlatform(tx.sql, platformId, after, page);
    const last = requests.at(-1);
    if (last === undefined) return;
    after = last.trackingNumber;
    for (const request of requests) {
      const answers = openAnswers(engine.keys, request);
      const isNamed =
        answers?.contentIds?.includes(contentId) === true ||
        answers?.locations?.some((place) => addresses.has(plainAddress(place))) === true;
      // Request first, uploads second, as everywhere.
      if (isNamed && (await lockRequest(tx, request.trackingNumber))?.outcome === null)
        await linkContents(tx, request.trackingNumber, [ref]);
    }
  }
}

const page = 500;
