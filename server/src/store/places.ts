/** Which undecided requests name this upload, by its address or its id? Hashes, for the answers are sealed, and only until the request is decided, or withdrawn, or what it waits for after another's referral is confirmed; of what was referred by its place alone, for good. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { addressHash } from './address.ts';
import type { SealedAnswers } from './cases.ts';
import type { Db, Tx } from './database.ts';

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

/** Forgets what these requests named, but for what was referred by its place alone: that is known by nothing else. */
export async function forgetPlaces(tx: Tx, trackingNumbers: readonly string[]): Promise<void> {
  if (trackingNumbers.length > 0)
    await tx.sql
      .deleteFrom('request_place')
      .where('tracking_number', 'in', [...trackingNumbers])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('referral')
              .innerJoin('decision', 'decision.id', 'referral.decision_id')
              .select('referral.id')
              .whereRef('decision.tracking_number', '=', 'request_place.tracking_number'),
          ),
        ),
      )
      .execute();
}

const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);
const hashOf = (name: string): Buffer => (isAddress(name) ? addressHash(name) : idHash(name));

/** A request was referred, and nothing was screened of these ids and addresses: they are what is noted of it from now on, for as long as there is a referral. */
export async function keepReferredPlaces(tx: Tx, trackingNumber: string, names: readonly string[]): Promise<void> {
  await tx.sql.deleteFrom('request_place').where('tracking_number', '=', trackingNumber).execute();
  const [locations, contentIds] = [names.filter(isAddress), names.filter((name) => !isAddress(name))];
  await notePlaces(tx, trackingNumber, { locations, contentIds });
}

/** In a query on `request_place` as `place`: it was referred, and by whom it is held. */
const ofReferral = sql`join decision on decision.tracking_number = place.tracking_number and decision.outcome = 'refer'
  join referral on referral.decision_id = decision.id`;

/**
 * Of requests that the referral of another filing answered and that are not closed: how many of the places that they name, referred by that alone, the service has still to confirm out of
 * view. Of these requests, or of those that wait for this action.
 */
export async function placesAwaited(
  db: Db,
  of: { readonly numbers: readonly string[] } | { readonly actionId: string },
): Promise<ReadonlyMap<string, number>> {
  if ('numbers' in of && of.numbers.length === 0) return new Map();
  const { rows } = await sql<{ tracking_number: string; place_hash: Buffer; content_id: string }>`
    select asking.tracking_number, named.place_hash, action.content_id
    from request asking join request_place named on named.tracking_number = asking.tracking_number
    join request_place place on place.place_hash = named.place_hash ${ofReferral} and referral.platform_id = asking.platform_id
    join request referred on referred.tracking_number = place.tracking_number and referred.filing_id <> asking.filing_id
    join action on action.decision_id = decision.id and action.kind = 'content.restrict' and action.ref is null and action.visibility is null
    where ${'numbers' in of ? sql`asking.tracking_number = any(${[...of.numbers]}::text[])` : sql`action.id = ${of.actionId}::uuid`}
      and asking.outcome = 'refer' and asking.closed_at is null
      and action.completed_at is null and action.taken_back_at is null and action.gone_at is null`.execute(db);
  // One referral may be of several places: each waits for its own.
  const awaited = rows.filter(({ content_id, place_hash }) => hashOf(content_id).equals(place_hash));
  return new Map([...Map.groupBy(awaited, ({ tracking_number }) => tracking_number)].map(([number, places]) => [number, places.length]));
}

/** In a query on `content`: whether it stands under an id or at an address that its own platform referred when nothing was screened of it. */
export const isAtReferredPlace = sql<boolean>`exists (select from request_place place ${ofReferral}
  where place.place_hash in (content.address_hash, sha256(convert_to('id ' || content.content_id, 'UTF8'))) and referral.platform_id = content.platform_id)`;

/** The same, but for a place of which a lead closed the task without a report: what is screened there joins no task. */
export const isWhereTaskStands = sql<boolean>`exists (select from request_place place ${ofReferral}
  where place.place_hash in (content.address_hash, sha256(convert_to('id ' || content.content_id, 'UTF8'))) and referral.platform_id = content.platform_id
    and (referral.closed_at is null or referral.reported_at is not null))`;

/** Those of these ids and addresses that the platform referred by that alone. */
export async function referredPlaces(db: Db, platformId: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await referredAmong(
    db,
    names.map((name) => ({ platformId, hashes: [hashOf(name)] })),
  );
  return new Set(names.filter((_, place) => found.has(place)));
}

/** Which of these uploads, by their place in the list, stand where their platform referred what nobody had screened. */
export const atReferredPlaces = (db: Db, uploads: readonly Place[]): Promise<ReadonlySet<number>> =>
  referredAmong(
    db,
    uploads.map(({ platformId, contentId, url }) => ({
      platformId,
      hashes: [idHash(contentId), ...(url === null ? [] : [addressHash(url)])],
    })),
  );

async function referredAmong(
  db: Db,
  asked: readonly { readonly platformId: string; readonly hashes: readonly Buffer[] }[],
): Promise<ReadonlySet<number>> {
  const all = asked.flatMap(({ platformId, hashes }, place) => hashes.map((hash) => ({ platformId, hash, place })));
  if (all.length === 0) return new Set();
  const { rows } = await sql<{ place: number }>`
    select given.place from unnest(${all.map(({ place }) => place)}::integer[], ${all.map(({ platformId }) => platformId)}::uuid[],
      ${all.map(({ hash }) => hash)}::bytea[]) as given (place, platform_id, place_hash)
    join request_place place using (place_hash) ${ofReferral} and referral.platform_id = given.platform_id`.execute(db);
  return new Set(rows.map(({ place }) => place));
}

/** Undecided requests of other filings that name one of these ids and addresses. */
export async function openRequestsAt(db: Db, platformId: string, names: readonly string[], exceptFiling: string | null): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ tracking_number: string }>`
    select distinct request.tracking_number from request_place join request using (tracking_number)
    where place_hash = any(${names.map(hashOf)}::bytea[]) and request.platform_id = ${platformId}::uuid
      and request.outcome is null and request.closed_at is null and request.filing_id is distinct from ${exceptFiling}::uuid
    order by request.tracking_number`.execute(db);
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Whether an undecided request of another filing that may be about somebody under 18 names one of these ids and addresses. */
export async function areOfYoungRequestAt(
  db: Db,
  platformId: string,
  names: readonly string[],
  exceptFiling: string | null,
): Promise<boolean> {
  const numbers = await openRequestsAt(db, platformId, names, exceptFiling);
  if (numbers.length === 0) return false;
  const row = await db
    .selectFrom('request')
    .select('tracking_number')
    .where('tracking_number', 'in', numbers)
    .where('is_young', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
