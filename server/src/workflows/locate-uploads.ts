/** Which uploads does a request name, and who else has named the same place? */
import type { RequestAnswers } from '@likeness/casework';
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
 * Points a request to the first open one that somebody else filed about the same place; answers that one's pile. Never merged: each keeps its own clock, its
 * own answers and its own decision.
 */
export async function linkDuplicate(
  tx: Tx,
  request: Pick<RequestRow, 'trackingNumber' | 'platformId' | 'filingId'>,
): Promise<string | null> {
  const { rows } = await sql<{ tracking_number: string; pile_id: string }>`
    select other.tracking_number, other.pile_id
    from request_place mine
    join request_place theirs on theirs.place_hash = mine.place_hash and theirs.tracking_number <> mine.tracking_number
    join request other on other.tracking_number = theirs.tracking_number
    where mine.tracking_number = ${request.trackingNumber} and other.platform_id = ${request.platformId} and other.filing_id <> ${request.filingId}
      and other.outcome is null and other.closed_at is null
    order by other.received_at, other.tracking_number
    limit 1`.execute(tx.sql);
  const [first] = rows;
  if (first === undefined) return null;
  await tx.sql
    .insertInto('request_link')
    .values({ tracking_number: request.trackingNumber, linked_to: first.tracking_number })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return first.pile_id;
}
