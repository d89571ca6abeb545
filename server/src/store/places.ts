/** Which undecided requests name this upload, by its address or its id? Hashes, for the answers are sealed, and only until the request is decided or withdrawn. */
import { createHash } from 'node:crypto';
import { addressHash } from './address.ts';
import type { SealedAnswers } from './cases.ts';
import type { Tx } from './database.ts';

const idHash = (contentId: string): Buffer => createHash('sha256').update(`id ${contentId}`).digest();

/** Notes what a request names; what is noted already stays. */
export async function notePlaces(
  tx: Tx,
  trackingNumber: string,
  { contentIds = [], locations = [] }: Pick<SealedAnswers, 'contentIds' | 'locations'>,
): Promise<void> {
  const hashes = [...contentIds.map(idHash), ...locations.map(addressHash)].map((hash) => hash.toString('hex'));
  if (hashes.length === 0) return;
  await tx.sql
    .insertInto('request_place')
    .values([...new Set(hashes)].toSorted().map((hash) => ({ tracking_number: trackingNumber, place_hash: Buffer.from(hash, 'hex') })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Undecided requests of a platform that name an upload, kept from being decided until commit: call it before the upload is locked, for requests come first everywhere. */
export async function requestsNaming(
  tx: Tx,
  platformId: string,
  upload: { readonly contentId: string; readonly url: string | null },
): Promise<string[]> {
  const hashes = [idHash(upload.contentId), ...(upload.url === null ? [] : [addressHash(upload.url)])];
  const rows = await tx.sql
    .selectFrom('request')
    .select('tracking_number')
    .where('platform_id', '=', platformId)
    .where('outcome', 'is', null)
    .where('closed_at', 'is', null)
    .where('tracking_number', 'in', (eb) =>
      eb.selectFrom('request_place').select('request_place.tracking_number').where('place_hash', 'in', hashes),
    )
    .orderBy('tracking_number')
    .forKeyShare()
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Forgets what these requests named. */
export async function forgetPlaces(tx: Tx, trackingNumbers: readonly string[]): Promise<void> {
  if (trackingNumbers.length > 0)
    await tx.sql
      .deleteFrom('request_place')
      .where('tracking_number', 'in', [...trackingNumbers])
      .execute();
}
