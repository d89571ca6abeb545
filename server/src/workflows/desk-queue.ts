/** What waits for a moderator, and in which order? Requests by their clocks, matches with those held first, removals that are not confirmed; in parts, for there may be thousands. */
import { basisOf, dueAtOf, type ElementKey, isBasisId } from '@likeness/casework';
import { isFingerprintKind } from '@likeness/fingerprint';
import type { AwaitedRemoval, ListPart, QueuedMatch, QueuedRequest } from '@likeness/web/moderator';
import { sql } from 'kysely';
import type { Db } from '../store/database.ts';
import { openRemovals } from './close-removed.ts';

/** A place in one of the lists: a rank for matches (held 0, to review 1), a time, an id. */
interface Place {
  readonly rank: number;
  readonly at: Date;
  readonly id: string;
}

const beginning: Place = { rank: -1, at: new Date(0), id: '' };
const nil = '00000000-0000-0000-0000-000000000000';

/** A cursor that was never given out reads as the beginning. */
function placeOf(cursor: string | null): Place {
  const [, rank, ms, id] = /^(\d)_(\d{1,15})_([A-Za-z0-9-]{1,40})$/.exec(cursor ?? '') ?? [];
  return rank === undefined || ms === undefined || id === undefined ? beginning : { rank: Number(rank), at: new Date(Number(ms)), id };
}

function partOf<Row>(rows: readonly Row[], total: number, size: number, from: Place, place: (row: Row) => Place): ListPart<Row> {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const cursor = last === undefined ? null : place(last);
  return {
    rows: shown,
    total,
    isFirst: from === beginning,
    next: cursor === null ? null : `${cursor.rank}_${cursor.at.getTime()}_${cursor.id}`,
  };
}

async function countOf(db: Db, query: ReturnType<typeof sql<{ total: number }>>): Promise<number> {
  const { rows } = await query.execute(db);
  return rows[0]?.total ?? 0;
}

const elementKeys: readonly ElementKey[] = ['signature', 'locate', 'statement', 'contact', 'authority'];

/** Requests that nobody has decided, the first received first: on one basis that is the order of their clocks, overdue ones at the head. */
export async function queuedRequests(db: Db, cursor: string | null, size: number): Promise<ListPart<QueuedRequest>> {
  const from = placeOf(cursor);
  const { rows } = await sql<{
    tracking_number: string;
    service: string;
    basis: string;
    filed_via: 'page' | 'api';
    received_at: Date;
    complete_at: Date | null;
    withdraw_due_at: Date | null;
    uploads: number;
    missing: unknown;
  }>`
    select request.tracking_number, platform.name as service, request.basis, request.filed_via, request.received_at, request.complete_at,
           case_file.withdraw_due_at,
           (select count(*)::int from request_content where request_content.tracking_number = request.tracking_number) as uploads,
           (select case_event.facts -> 'missing' from case_event
             where case_event.case_id = request.case_id and case_event.tracking_number = request.tracking_number
               and case_event.kind in ('received', 'amended')
             order by case_event.id desc limit 1) as missing
    from request
    join platform on platform.id = request.platform_id
    join case_file on case_file.id = request.case_id
    where request.outcome is null and request.closed_at is null
      and (request.received_at, request.tracking_number) > (${from.at}, ${from.id})
    order by request.received_at, request.tracking_number
    limit ${size + 1}`.execute(db);
  const total = await countOf(
    db,
    sql<{ total: number }>`select count(*)::int as total from request where outcome is null and closed_at is null`,
  );
  const requests = rows.map((row): QueuedRequest => {
    const { missing } = row;
    return {
      trackingNumber: row.tracking_number,
      serviceName: row.service,
      receivedAt: row.received_at,
      dueAt: dueOf(row),
      missing: row.complete_at !== null || !Array.isArray(missing) ? [] : elementKeys.filter((key) => missing.includes(key)),
      uploadCount: row.uploads,
      filedVia: row.filed_via,
      withdrawalDueAt: row.withdraw_due_at,
    };
  });
  return partOf(requests, total, size, from, ({ receivedAt, trackingNumber }) => ({ rank: 0, at: receivedAt, id: trackingNumber }));
}

/** Open reviews, held uploads first, then the longest waiting. */
export async function queuedMatches(db: Db, cursor: string | null, size: number): Promise<ListPart<QueuedMatch>> {
  const from = placeOf(cursor);
  const { rows } = await sql<{
    id: string;
    service: string;
    effect: 'review' | 'hold';
    opened_at: Date;
    bank: string;
    kind: string;
    distance: number;
  }>`
    select review.id, platform.name as service, review.effect, review.opened_at, nearest.bank, nearest.kind, nearest.distance
    from review
    join platform on platform.id = review.platform_id
    cross join lateral (
      select bank.name as bank, match.kind, match.distance from match join bank on bank.id = match.bank_id
      where match.ref = review.ref and match.settled is null
      order by match.distance, match.id limit 1) as nearest
    where review.closed_at is null
      and (case review.effect when 'hold' then 0 else 1 end, review.opened_at, review.id) > (${from.rank}, ${from.at}, ${from.id === '' ? nil : from.id}::uuid)
    order by case review.effect when 'hold' then 0 else 1 end, review.opened_at, review.id
    limit ${size + 1}`.execute(db);
  const total = await countOf(
    db,
    sql<{ total: number }>`
      select count(*)::int as total from review
      where closed_at is null and exists (select from match where match.ref = review.ref and match.settled is null)`,
  );
  const matches = rows.flatMap(({ id, service, effect, opened_at, bank, kind, distance }): QueuedMatch[] =>
    isFingerprintKind(kind) ? [{ reviewId: id, serviceName: service, effect, openedAt: opened_at, bankName: bank, kind, distance }] : [],
  );
  return partOf(matches, total, size, from, ({ effect, openedAt, reviewId }) => ({
    rank: effect === 'hold' ? 0 : 1,
    at: openedAt,
    id: reviewId,
  }));
}

/** Requests decided to remove whose removal the platform has not confirmed: their clocks run on. */
export async function awaitedRemovals(db: Db, cursor: string | null, size: number): Promise<ListPart<AwaitedRemoval>> {
  const from = placeOf(cursor);
  const { rows } = await sql<{
    tracking_number: string;
    service: string;
    basis: string;
    received_at: Date;
    decided_at: Date;
    open_count: number;
  }>`
    select request.tracking_number, platform.name as service, request.basis, request.received_at, made.decided_at,
           ${openRemovals} as open_count
    from request
    join platform on platform.id = request.platform_id
    cross join lateral (
      select decision.id, decision.decided_at from decision where decision.tracking_number = request.tracking_number
      order by decision.decided_at desc limit 1) as made
    where request.outcome = 'remove' and request.closed_at is null
      and (request.received_at, request.tracking_number) > (${from.at}, ${from.id})
    order by request.received_at, request.tracking_number
    limit ${size + 1}`.execute(db);
  const total = await countOf(
    db,
    sql<{ total: number }>`select count(*)::int as total from request where outcome = 'remove' and closed_at is null`,
  );
  const removals = rows.map((row): AwaitedRemoval & { readonly receivedAt: Date } => ({
    trackingNumber: row.tracking_number,
    serviceName: row.service,
    receivedAt: row.received_at,
    dueAt: dueOf(row),
    decidedAt: row.decided_at,
    openCount: row.open_count,
  }));
  return partOf(removals, total, size, from, ({ receivedAt, trackingNumber }) => ({ rank: 0, at: receivedAt, id: trackingNumber }));
}

function dueOf(row: { readonly basis: string; readonly received_at: Date }): Date {
  if (!isBasisId(row.basis)) throw new RangeError(`the stored legal basis ${row.basis} is not known to this version`);
  return dueAtOf(basisOf(row.basis), row.received_at);
}

export type NextCase =
  | { readonly kind: 'request'; readonly trackingNumber: string }
  | { readonly kind: 'review'; readonly reviewId: string };

/**
 * What to decide after this one: the next by its clock, from the head again after the last, so that a case left to a colleague does not come straight back.
 * Requests before matches, because only they have a legal clock; null when nothing else waits.
 */
export async function nextAfterRequest(
  db: Db,
  here: { readonly receivedAt: Date; readonly trackingNumber: string },
): Promise<NextCase | null> {
  const cursor = `0_${here.receivedAt.getTime()}_${here.trackingNumber}`;
  const [after] = (await queuedRequests(db, cursor, 1)).rows;
  const [head] = after === undefined ? (await queuedRequests(db, null, 1)).rows : [after];
  if (head !== undefined && head.trackingNumber !== here.trackingNumber) return { kind: 'request', trackingNumber: head.trackingNumber };
  const [match] = (await queuedMatches(db, null, 1)).rows;
  return match === undefined ? null : { kind: 'review', reviewId: match.reviewId };
}

/** The same from a match: the next match, then requests. */
export async function nextAfterReview(
  db: Db,
  here: { readonly effect: 'review' | 'hold'; readonly openedAt: Date; readonly reviewId: string },
): Promise<NextCase | null> {
  const cursor = `${here.effect === 'hold' ? 0 : 1}_${here.openedAt.getTime()}_${here.reviewId}`;
  const [after] = (await queuedMatches(db, cursor, 1)).rows;
  const [head] = after === undefined ? (await queuedMatches(db, null, 1)).rows : [after];
  if (head !== undefined && head.reviewId !== here.reviewId) return { kind: 'review', reviewId: head.reviewId };
  const [request] = (await queuedRequests(db, null, 1)).rows;
  return request === undefined ? null : { kind: 'request', trackingNumber: request.trackingNumber };
}
