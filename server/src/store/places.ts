/** Which undecided requests name this upload, by its address or its id? Hashes, for the answers are sealed, and only until the request is decided or withdrawn. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { addressHash } from './address.ts';
import type { SealedAnswers } from './cases.ts';
import type { Tx } from './database.ts';

/** By what an upload's own id is found among the places that requests name. */
export const idHash = (contentId: string): Buffer => createHash('sha256').update(`id ${contentId}`).digest();

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

/** What an upload is found by. */
export interface Place {
  readonly platformId: string;
  readonly contentId: string;
  readonly url: string | null;
}

/**
 * Undecided requests that name each of these uploads, in their order, kept from being decided until commit: call it before the uploads are locked, for requests
 * come first everywhere.
 */
export async function requestsNaming(tx: Tx, places: readonly Place[]): Promise<string[][]> {
  const hashes = places.map(({ contentId, url }) => [idHash(contentId), ...(url === null ? [] : [addressHash(url)])]);
  const { rows } = await sql<{ platform_id: string; tracking_number: string; place_hash: Buffer }>`
    select request.platform_id, request.tracking_number, request_place.place_hash from request_place join request using (tracking_number)
    where place_hash = any(${hashes.flat()}::bytea[]) and request.platform_id = any(${[...new Set(places.map(({ platformId }) => platformId))]}::uuid[])
      and outcome is null and closed_at is null
    order by tracking_number for key share of request`.execute(tx.sql);
  const byPlace = Map.groupBy(rows, ({ platform_id, place_hash }) => `${platform_id} ${place_hash.toString('hex')}`);
  return places.map(({ platformId }, place) => {
    const naming = (hashes[place] ?? []).flatMap((hash) => byPlace.get(`${platformId} ${hash.toString('hex')}`) ?? []);
    return [...new Set(naming.map(({ tracking_number }) => tracking_number))];
  });
}

/** Forgets what these requests named. */
export async function forgetPlaces(tx: Tx, trackingNumbers: readonly string[]): Promise<void> {
  if (trackingNumbers.length > 0)
    await tx.sql
      .deleteFrom('request_place')
      .where('tracking_number', 'in', [...trackingNumbers])
      .execute();
}
