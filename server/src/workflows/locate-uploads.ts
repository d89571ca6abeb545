/** Which uploads does a request name, and who else has named the same place? */
import type { Filer, RequestAnswers } from '@likeness/casework';
import { sql } from 'kysely';
import { linkContents, type RequestRow } from '../store/cases.ts';
import { locateContents, lockContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { notePlaces } from '../store/places.ts';

/** Links the uploads that a request names by id or address, and notes its places, so that those screened later are found. */
export async function linkLocated(
  tx: Tx,
  platformId: string,
  number: string,
  answers: Omit<RequestAnswers, 'fingerprints'>,
): Promise<{ readonly contentId: string }[]> {
  await notePlaces(tx, number, answers);
  const located = await locateContents(tx.sql, platformId, answers.contentIds ?? [], answers.locations ?? []);
  // Locked, so that none is forgotten between being found and being linked.
  const locked = await lockContents(
    tx,
    located.map(({ ref }) => ref),
  );
  const contents = located.filter(({ ref }) => locked.some((one) => one.ref === ref && one.deletedAt === null));
  await linkContents(
    tx,
    number,
    contents.map(({ ref }) => ref),
  );
  return contents;
}

/**
 * Points a request to the first open one that somebody else filed about the same place. Never merged: each keeps its own clock, its own answers and its own
 * decision.
 */
export async function linkDuplicate(tx: Tx, request: Filed): Promise<void> {
  const { rows } = await sql<{ tracking_number: string }>`
    select other.tracking_number from ${aboutTheSame(request)}
    order by other.received_at, other.tracking_number
    limit 1`.execute(tx.sql);
  const [first] = rows;
  if (first === undefined) return;
  await tx.sql
    .insertInto('request_link')
    .values({ tracking_number: request.trackingNumber, linked_to: first.tracking_number })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Who lies on a pile with others that name the same place. Nobody else: whoever is shown, acts for her, has a certificate or an order is never hidden behind those
 * who only saw it.
 */
const lieOnPlace: readonly Filer[] = ['user', 'hub'];

/** The pile of those about the same place; null where this filer lies on none, or is the first. */
export async function pileOfPlace(tx: Tx, request: Filed, filer: Filer): Promise<string | null> {
  if (!lieOnPlace.includes(filer)) return null;
  const { rows } = await sql<{ pile_id: string }>`
    select other.pile_id from ${aboutTheSame(request)} and other.filer = any(${[...lieOnPlace]}::text[])
    order by other.received_at, other.tracking_number
    limit 1`.execute(tx.sql);
  return rows[0]?.pile_id ?? null;
}

type Filed = Pick<RequestRow, 'trackingNumber' | 'platformId' | 'filingId'>;

/** Open requests of other filings, as `other`, that name a place which this one names. */
const aboutTheSame = ({ trackingNumber, platformId, filingId }: Filed) => sql`request_place mine
    join request_place theirs on theirs.place_hash = mine.place_hash and theirs.tracking_number <> mine.tracking_number
    join request other on other.tracking_number = theirs.tracking_number
    where mine.tracking_number = ${trackingNumber} and other.platform_id = ${platformId} and other.filing_id <> ${filingId}
      and other.outcome is null and other.closed_at is null`;
