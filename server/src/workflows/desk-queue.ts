/** What waits for a moderator, and in which order? Requests by their clocks, matches with those held first, removals that are not confirmed; in parts, for there may be thousands. */
import { basisIds, basisOf, type CaseEvent, isBasisId, stateOf } from '@likeness/casework';
import { isAnyVariant, isFingerprintKind } from '@likeness/fingerprint';
import { type AwaitedRemoval, isDueBefore, type ListPart, type QueuedMatch, type QueuedRequest } from '@likeness/web/moderator';
import { type RawBuilder, sql } from 'kysely';
import { eventsOfEach } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { goneSince } from '../store/gone.ts';
import { uuidOf } from '../store/ids.ts';
import { placesAwaited } from '../store/places.ts';
import { countSaidYoung, type SaidYoung, saidYoungAfter } from '../store/said-young.ts';
import { openRemovals } from './close-removed.ts';
import { shownOfPile } from './piles.ts';

/** A place in one of the lists: a rank (of matches held 0, to review 1), a time, an id. */
interface Place {
  readonly rank: number;
  readonly at: Date;
  readonly id: string;
}

/** Before every due time: an order may name one long ago. */
const beginning: Place = { rank: -1, at: new Date('0001-01-01T00:00:00Z'), id: '' };

/** A cursor that was never given out reads as the beginning. */
function placeOf(cursor: string | null): Place {
  const [, rank, ms, id] = /^(\d)_(-?\d{1,15})_([A-Za-z0-9-]{1,40})$/.exec(cursor ?? '') ?? [];
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

/** Whose decision about it waits for a second person. */
const proposer = (isAbout: RawBuilder<unknown>) =>
  sql`(select moderator.name from proposal join moderator on moderator.id = proposal.moderator_id where ${isAbout})`;

/** Which of the undecided filings: those of a flood stand by themselves on the page of their pile. */
export interface QueueView {
  /** Those that may show somebody under 18 stand apart: they are referred, not looked at. */
  readonly isYoung: boolean;
  readonly pileId: string | null;
}

const everyday: QueueView = { isYoung: false, pileId: null };

/**
 * Filings that nobody has decided, the first due first, overdue ones at the head; one row each, at the request that is due first. Of a pile only the first few
 * are shown, with a count of those behind them, so that no flood buries what lies beneath. Those of which everything is gone stand behind all others: nothing is due.
 */
export async function queuedRequests(db: Db, cursor: string | null, size: number, view = everyday): Promise<ListPart<QueuedRequest>> {
  const from = placeOf(cursor);
  const requests = await requestsAfter(db, from, size + 1, view);
  const total = await countOf(
    db,
    sql<{ total: number }>`select count(distinct filing_id)::int as total from request
      where outcome is null and closed_at is null and is_young = ${view.isYoung} and (${view.pileId}::uuid is null or pile_id = ${view.pileId}::uuid)`,
  );
  return partOf(requests, total, size, from, ({ rank, dueAt, trackingNumber }) => ({ rank, at: dueAt, id: trackingNumber }));
}

/**
 * Four lists in a row, each by due times: up to the last trusted flagger's notice those notices and all that has a statutory hour; then the other notices that were due by then;
 * what is due later; what is gone. So a trusted flagger's notice stands before others without a statutory hour (Regulation (EU) 2022/2065, Article 22(1): "given priority"),
 * and before nothing whose hours a law names that is due sooner.
 */
const ranks = { 'by-law-or-flagged': 0, others: 1, later: 2, gone: 3 } as const;
type Rank = keyof typeof ranks;
const rankNames: readonly Rank[] = ['by-law-or-flagged', 'others', 'later', 'gone'];

/** Laws that name no hours: the service sets its own target. */
const withoutHours = sql`any(${basisIds.filter((id) => basisOf(id).clock.kind === 'own-target')}::text[])`;

/** Of a request: a trusted flagger filed it, under a law that names no hours. */
const isFlagged = sql`(request.filer = 'trusted-flagger' and exists (select from request flagged
  where flagged.filing_id = request.filing_id and flagged.basis = ${withoutHours}))`;

/** Of a request: nobody's hours press, and no trusted flagger filed it. Her own under several laws, of which one names hours, is not among them. */
const isOther = sql`(not ${isFlagged} and not exists (select from request timed where timed.filing_id = request.filing_id
  and timed.outcome is null and timed.closed_at is null and not timed.basis = ${withoutHours}))`;

interface RankedRequest extends QueuedRequest {
  readonly rank: number;
}

/** What places in a queue are told apart by: the requests that are gone, and the last that a trusted flagger filed. */
interface Marks {
  readonly gone: readonly string[];
  readonly lastFlagged: Pick<Place, 'at' | 'id'>;
}

async function marksOf(db: Db, isYoung: boolean): Promise<Marks> {
  const gone = [...(await goneSince(db, { isYoung })).keys()];
  const { rows } = await sql<{ due_at: Date; tracking_number: string }>`
    select due_at, tracking_number from request
    where outcome is null and closed_at is null and is_young = ${isYoung} and filer = 'trusted-flagger' and basis = ${withoutHours}
      and tracking_number <> all(${gone}::text[])
    order by due_at desc, tracking_number desc limit 1`.execute(db);
  const [last] = rows;
  return { gone, lastFlagged: last === undefined ? beginning : { at: last.due_at, id: last.tracking_number } };
}

/** At most `size` of them behind a place; not counted, for that takes longer than finding them. */
async function requestsAfter(db: Db, from: Place, size: number, view: QueueView): Promise<RankedRequest[]> {
  const marks = await marksOf(db, view.isYoung);
  const rows: RankedRequest[] = [];
  for (const name of rankNames) {
    const rank = ranks[name];
    if (rank < from.rank || rows.length >= size) continue;
    const some = await ofRank(db, name, rank === from.rank ? from : beginning, size - rows.length, view, marks);
    rows.push(...some.map((row) => ({ ...row, rank })));
  }
  return rows;
}

/** Where a request stands, or stood while it waited. */
async function rankOf(
  db: Db,
  { trackingNumber, isYoung }: { readonly trackingNumber: string; readonly isYoung: boolean },
): Promise<number> {
  const { gone, lastFlagged } = await marksOf(db, isYoung);
  if (gone.includes(trackingNumber)) return ranks.gone;
  const { rows } = await sql<{ is_later: boolean; is_other: boolean }>`
    select (due_at, tracking_number) > (${lastFlagged.at}, ${lastFlagged.id}) as is_later, ${isOther} as is_other from request
    where tracking_number = ${trackingNumber}`.execute(db);
  const [row] = rows;
  return row === undefined || row.is_later ? ranks.later : row.is_other ? ranks.others : ranks['by-law-or-flagged'];
}

async function ofRank(
  db: Db,
  rank: Rank,
  from: Place,
  size: number,
  view: QueueView,
  { gone, lastFlagged }: Marks,
): Promise<QueuedRequest[]> {
  const isLater = sql`(request.due_at, request.tracking_number) > (${lastFlagged.at}, ${lastFlagged.id})`;
  const isOfRank = {
    'by-law-or-flagged': sql`not ${isLater} and not ${isOther}`,
    others: sql`not ${isLater} and ${isOther}`,
    later: isLater,
    gone: sql`true`,
  }[rank];
  const isGone = (alias: string) => sql`(${sql.ref(`${alias}.tracking_number`)} = any(${[...gone]}::text[]))`;
  const open = (alias: string) => sql`${sql.ref(`${alias}.outcome`)} is null and ${sql.ref(`${alias}.closed_at`)} is null`;
  const isBefore = (alias: string) =>
    sql`(${sql.ref(`${alias}.due_at`)}, ${sql.ref(`${alias}.tracking_number`)}) < (request.due_at, request.tracking_number)`;
  const isHead = sql`not exists (select from request sibling where sibling.filing_id = request.filing_id and ${open('sibling')} and ${isBefore('sibling')})`;
  const isShown =
    view.pileId === null
      ? sql`(select count(*) from (select distinct earlier.filing_id from
          (select filing_id from request one where one.pile_id = request.pile_id and one.filing_id <> request.filing_id and ${open('one')} and ${isBefore('one')} and ${isGone('one')} = ${isGone('request')}
             and one.is_young = request.is_young order by one.due_at, one.tracking_number limit 64) as earlier) as filings) < ${shownOfPile}`
      : sql`request.pile_id = ${view.pileId}`;
  // On the page of a pile its size is the total, and counting it beside each row would take seconds.
  const pileSize =
    view.pileId === null
      ? sql`(select count(distinct one.filing_id)::int from request one where one.pile_id = request.pile_id and ${open('one')} and one.is_young = request.is_young)`
      : sql`0`;
  const { rows } = await sql<{
    tracking_number: string;
    service: string;
    filed_via: 'page' | 'api';
    received_at: Date;
    due_at: Date;
    complete_at: Date | null;
    withdraw_due_at: Date | null;
    uploads: number;
    missing: unknown;
    bases: string[];
    complete_bases: string[];
    basis: string;
    pile_id: string;
    pile_size: number;
    filer: QueuedRequest['filer'];
    held_by: string | null;
    left_by: string | null;
    proposed_by: string | null;
    was_asked: boolean;
    is_flagged: boolean;
    linked_to: string | null;
  }>`
    select request.tracking_number, platform.name as service, request.basis, request.filed_via, request.received_at, request.due_at, request.complete_at,
           request.filer, ${isFlagged} as is_flagged, request.pile_id,
           least(case_file.withdraw_due_at, (select due_at from taking_out where taking_out.filing_id = request.filing_id and taking_out.part = 'request' and taking_out.key in ('', request.tracking_number)
             order by due_at limit 1)) as withdraw_due_at, case when desk_hold.left_at is null then moderator.name end as held_by,
           case when desk_hold.left_at is not null then moderator.name end as left_by, ${proposer(sql`proposal.tracking_number = request.tracking_number`)} as proposed_by, request_link.linked_to,
           (select count(*)::int from request_content where request_content.tracking_number = request.tracking_number) as uploads,
           ${pileSize} as pile_size,
           array(select one.basis from request one where one.filing_id = request.filing_id and ${open('one')} order by one.due_at, one.tracking_number) as bases,
           array(select one.basis from request one where one.filing_id = request.filing_id and ${open('one')} and one.complete_at is not null
             order by one.due_at, one.tracking_number) as complete_bases,
           (select case_event.facts -> 'missing' from case_event
             where case_event.case_id = request.case_id and case_event.tracking_number = request.tracking_number
               and case_event.kind in ('received', 'amended')
             order by case_event.id desc limit 1) as missing,
           exists(select from case_event where case_event.case_id = request.case_id and case_event.tracking_number = request.tracking_number
             and case_event.kind = 'asked') as was_asked
    from request
    join platform on platform.id = request.platform_id
    join case_file on case_file.id = request.case_id
    left join request_link on request_link.tracking_number = request.tracking_number
    left join desk_hold on desk_hold.filing_id = request.filing_id
    left join moderator on moderator.id = desk_hold.moderator_id
    where request.outcome is null and request.closed_at is null and request.is_young = ${view.isYoung}
      and (request.due_at, request.tracking_number) > (${from.at}, ${from.id}) and ${isGone('request')} = ${rank === 'gone'} and ${isOfRank} and ${isHead} and ${isShown}
    order by request.due_at, request.tracking_number
    limit ${size}`.execute(db);
  const asked = rows.flatMap((row) => (row.was_asked ? [row.tracking_number] : []));
  const events = asked.length === 0 ? null : await eventsOfEach(db, asked);
  return rows.map(
    (row): QueuedRequest => ({
      trackingNumber: row.tracking_number,
      serviceName: row.service,
      receivedAt: row.received_at,
      dueAt: row.due_at,
      missing: row.complete_at !== null ? [] : labelsOf(row.basis, row.missing),
      uploadCount: row.uploads,
      filedVia: row.filed_via,
      filer: row.filer,
      withdrawalDueAt: row.withdraw_due_at,
      laws: row.bases.map(nameOfLaw),
      completeUnder: row.complete_bases.map(nameOfLaw),
      isYoung: view.isYoung,
      isGone: rank === 'gone',
      isFlagged: row.is_flagged,
      heldBy: row.held_by,
      leftBy: row.left_by,
      proposedBy: row.proposed_by,
      ...askedOf(events?.get(row.tracking_number) ?? []),
      linkedTo: row.linked_to,
      pile: row.pile_size > shownOfPile && view.pileId === null ? { id: row.pile_id, size: row.pile_size } : null,
    }),
  );
}

const nameOfLaw = (id: string): string => (isBasisId(id) ? basisOf(id).name : id);

/** What a moderator reads of elements that are missing, by their keys. */
function labelsOf(id: string, missing: unknown): string[] {
  if (!isBasisId(id) || !Array.isArray(missing)) return [];
  const { elements, agentElements } = basisOf(id);
  return [...elements, ...agentElements].flatMap(({ key, label }) => (missing.includes(key) ? [label] : []));
}

/** Open reviews, held uploads first, then the longest waiting; those of one listed picture are one row, at the first of them. */
export async function queuedMatches(db: Db, cursor: string | null, size: number): Promise<ListPart<QueuedMatch>> {
  const from = placeOf(cursor);
  const matches = await matchesAfter(db, from, size + 1);
  const total = await countOf(
    db,
    // Those of no cluster are counted as they are: to sort them all for what is the same takes six times as long.
    sql<{ total: number }>`
      with open as materialized (select platform_id, cluster from review
        where closed_at is null and exists (select from match where match.ref = review.ref and match.settled is null))
      select (select count(*) from open where cluster is null)::int
        + (select count(*) from (select distinct platform_id, cluster from open where cluster is not null) as clusters)::int as total`,
  );
  return partOf(matches, total, size, from, ({ effect, openedAt, reviewId }) => ({
    rank: effect === 'hold' ? 0 : 1,
    at: openedAt,
    id: reviewId,
  }));
}

async function matchesAfter(db: Db, from: Place, size: number): Promise<QueuedMatch[]> {
  const { rows } = await sql<{
    id: string;
    service: string;
    effect: 'review' | 'hold';
    opened_at: Date;
    bank: string;
    kind: string;
    variant: string;
    distance: number;
    uploads: number;
    proposed_by: string | null;
  }>`
    select review.id, ${proposer(sql`proposal.review_id = review.id`)} as proposed_by, platform.name as service, review.effect, review.opened_at, nearest.bank, nearest.kind, nearest.variant, nearest.distance,
           case when review.cluster is null then 1 else (select count(*)::int from review one
             where one.platform_id = review.platform_id and one.cluster = review.cluster and one.closed_at is null) end as uploads
    from review
    join platform on platform.id = review.platform_id
    cross join lateral (
      select bank.name as bank, match.kind, match.variant, match.distance from match join bank on bank.id = match.bank_id
      where match.ref = review.ref and match.settled is null
      order by match.distance, match.id limit 1) as nearest
    where review.closed_at is null
      and (review.cluster is null or not exists (select from review earlier
        where earlier.platform_id = review.platform_id and earlier.cluster = review.cluster and earlier.closed_at is null
          and (case earlier.effect when 'hold' then 0 else 1 end, earlier.opened_at, earlier.id) < (case review.effect when 'hold' then 0 else 1 end, review.opened_at, review.id)
          and exists (select from match where match.ref = earlier.ref and match.settled is null)))
      and (case review.effect when 'hold' then 0 else 1 end, review.opened_at, review.id) > (${from.rank}, ${from.at}, ${uuidOf(from.id)}::uuid)
    order by case review.effect when 'hold' then 0 else 1 end, review.opened_at, review.id
    limit ${size}`.execute(db);
  return rows.flatMap(({ id, service, effect, opened_at, bank, kind, variant, distance, uploads, proposed_by }): QueuedMatch[] =>
    isFingerprintKind(kind) && isAnyVariant(variant)
      ? [
          {
            reviewId: id,
            serviceName: service,
            effect,
            openedAt: opened_at,
            bankName: bank,
            kind,
            variant,
            distance,
            uploadCount: uploads,
            proposedBy: proposed_by,
          },
        ]
      : [],
  );
}

/** What withdrawn requests said of somebody under 18 and nobody has judged, the first due first. */
export async function saidYoungRows(db: Db, cursor: string | null, size: number): Promise<ListPart<SaidYoung>> {
  const from = placeOf(cursor);
  const rows = await saidYoungAfter(db, from, size + 1);
  return partOf(rows, await countSaidYoung(db), size, from, ({ dueAt, trackingNumber }) => ({ rank: 0, at: dueAt, id: trackingNumber }));
}

/** Requests decided to remove or refer whose removal the platform has not confirmed: their clocks run on. */
export async function awaitedRemovals(db: Db, cursor: string | null, size: number): Promise<ListPart<AwaitedRemoval>> {
  const from = placeOf(cursor);
  const { rows } = await sql<{
    tracking_number: string;
    service: string;
    received_at: Date;
    due_at: Date;
    decided_at: Date;
    is_restriction: boolean;
    open_count: number;
  }>`
    select request.tracking_number, request.outcome = 'restrict' as is_restriction, platform.name as service, request.received_at, request.due_at, made.decided_at,
           ${openRemovals} as open_count
    from request
    join platform on platform.id = request.platform_id
    cross join lateral (
      select decision.id, decision.decided_at from decision where decision.tracking_number = request.tracking_number
      order by decision.decided_at desc limit 1) as made
    where request.outcome in ('remove', 'restrict', 'refer') and request.closed_at is null
      and (request.due_at, request.tracking_number) > (${from.at}, ${from.id})
      and not exists (select from request sibling where sibling.filing_id = request.filing_id and sibling.outcome in ('remove', 'restrict', 'refer')
        and sibling.closed_at is null and (sibling.due_at, sibling.tracking_number) < (request.due_at, request.tracking_number))
    order by request.due_at, request.tracking_number
    limit ${size + 1}`.execute(db);
  const total = await countOf(
    db,
    sql<{ total: number }>`
      select count(distinct filing_id)::int as total from request where outcome in ('remove', 'restrict', 'refer') and closed_at is null`,
  );
  const awaited = await placesAwaited(db, { numbers: rows.map((row) => row.tracking_number) });
  const removals = rows.map(
    (row): AwaitedRemoval => ({
      trackingNumber: row.tracking_number,
      serviceName: row.service,
      receivedAt: row.received_at,
      dueAt: row.due_at,
      decidedAt: row.decided_at,
      isRestriction: row.is_restriction,
      openCount: row.open_count + (awaited.get(row.tracking_number) ?? 0),
    }),
  );
  return partOf(removals, total, size, from, ({ dueAt, trackingNumber }) => ({ rank: 0, at: dueAt, id: trackingNumber }));
}

export type NextCase =
  | { readonly kind: 'request'; readonly trackingNumber: string }
  | { readonly kind: 'review'; readonly reviewId: string };

/** As many as are looked through for one that nobody has. */
const lookThrough = 20;

/** Who asks for the next: whose own may come, and what she left to colleagues. */
interface Asking {
  readonly moderatorName: string;
  readonly passedOver: ReadonlySet<string>;
}

/** So long is left alone what she has looked at: with it at once before her again, two that she leaves undecided would send her to and fro. */
export const lookedAtMs = 10 * 60 * 1000;

/**
 * What to decide after this one: what “Open the most urgent” opens, of requests to be referred, of what withdrawn ones said of somebody under 18, and of all others, but neither this one nor what she looked at a
 * moment ago. Where she has looked at all of them, the next behind this one, and from the head again after the last. Requests before matches, because only they
 * have a legal clock; null when nothing else waits.
 */
export async function nextAfterRequest(
  db: Db,
  here: Asking & { readonly dueAt: Date; readonly trackingNumber: string; readonly isYoung: boolean; readonly now: Date },
): Promise<NextCase | null> {
  const { isYoung, passedOver } = here;
  const heads = (asking: typeof here): Promise<Head | null> => headOf(db, asking, isYoung);
  const afterThis = async (): Promise<RankedRequest | null> =>
    firstFree(db, here, `${await rankOf(db, here)}_${here.dueAt.getTime()}_${here.trackingNumber}`, isYoung);
  const next =
    (await heads({ ...here, passedOver: new Set([...passedOver, ...(await lookedAtBy(db, here))]) })) ??
    (await afterThis()) ??
    (await heads(here));
  if (next !== null) return { kind: 'request', trackingNumber: next.trackingNumber };
  const match = (await matchesAfter(db, beginning, lookThrough)).find(({ reviewId }) => !passedOver.has(reviewId));
  return match === undefined ? null : { kind: 'review', reviewId: match.reviewId };
}

/** What she opened a moment ago and did not decide, under every law of its filing. */
async function lookedAtBy(db: Db, { moderatorName, now }: { readonly moderatorName: string; readonly now: Date }): Promise<Set<string>> {
  const rows = await db
    .selectFrom('desk_hold')
    .innerJoin('moderator', 'moderator.id', 'desk_hold.moderator_id')
    .innerJoin('request', 'request.filing_id', 'desk_hold.filing_id')
    .select('request.tracking_number')
    .where('moderator.name', '=', moderatorName)
    .where('desk_hold.touched_at', '>', new Date(now.getTime() - lookedAtMs))
    .execute();
  return new Set(rows.map(({ tracking_number }) => tracking_number));
}

/** What is opened first of a list. */
type Head = Pick<RankedRequest, 'trackingNumber' | 'dueAt' | 'isGone'>;

/** Of all lists of requests that of which the head is due first; `isYoung`: which of two comes first where both are due at once. */
async function headOf(db: Db, asking: Asking & { readonly trackingNumber?: string }, isYoung: boolean): Promise<Head | null> {
  const said = (await saidYoungAfter(db, beginning, lookThrough)).find((row) => isFree(asking, { ...row, proposedBy: null }));
  const waiting = sooner(await firstFree(db, asking, null, isYoung), await firstFree(db, asking, null, !isYoung));
  return sooner(waiting, said === undefined ? null : { ...said, isGone: false });
}

/** Whether she can decide it now. */
function isFree(
  { moderatorName, passedOver, trackingNumber: here }: Asking & { readonly trackingNumber?: string },
  { trackingNumber, heldBy, proposedBy }: Pick<QueuedRequest, 'trackingNumber' | 'heldBy' | 'proposedBy'>,
): boolean {
  return (
    trackingNumber !== here &&
    !passedOver.has(trackingNumber) &&
    (heldBy === null || heldBy === moderatorName) &&
    proposedBy !== moderatorName
  );
}

/** The first behind a place that she can decide. */
async function firstFree(
  db: Db,
  asking: Asking & { readonly trackingNumber?: string },
  cursor: string | null,
  isYoung: boolean,
): Promise<RankedRequest | null> {
  const waiting = await requestsAfter(db, placeOf(cursor), lookThrough, { isYoung, pileId: null });
  return waiting.find((row) => isFree(asking, row)) ?? null;
}

/** Of the heads of two lists; the first where both are due at once. */
function sooner(one: Head | null, other: Head | null): Head | null {
  if (one === null || other === null) return one ?? other;
  return isDueBefore(other, one) ? other : one;
}

/** The same from a match: a request whose time has passed and that she did not look at a moment ago, then the next match, then requests. */
export async function nextAfterReview(
  db: Db,
  here: Asking & { readonly effect: 'review' | 'hold'; readonly openedAt: Date; readonly reviewId: string; readonly now: Date },
): Promise<NextCase | null> {
  const { moderatorName, passedOver, now } = here;
  const lookedAt = await lookedAtBy(db, here);
  const pressing = await headOf(db, { moderatorName, passedOver: new Set([...passedOver, ...lookedAt]) }, true);
  if (pressing !== null && !pressing.isGone && pressing.dueAt <= now) return { kind: 'request', trackingNumber: pressing.trackingNumber };
  const cursor = `${here.effect === 'hold' ? 0 : 1}_${here.openedAt.getTime()}_${here.reviewId}`;
  const isFor = ({ reviewId }: QueuedMatch): boolean => reviewId !== here.reviewId && !here.passedOver.has(reviewId);
  for (const from of [cursor, null]) {
    const next = (await matchesAfter(db, placeOf(from), lookThrough)).find(isFor);
    if (next !== undefined) return { kind: 'review', reviewId: next.reviewId };
  }
  const request = await headOf(db, { moderatorName, passedOver }, true);
  return request === null ? null : { kind: 'request', trackingNumber: request.trackingNumber };
}

function askedOf(events: readonly CaseEvent[]): Pick<QueuedRequest, 'askedAt' | 'isPartlyAnswered'> {
  const { asked } = stateOf(events);
  return { askedAt: asked?.at ?? null, isPartlyAnswered: asked !== null && asked.answered.length > 0 };
}
