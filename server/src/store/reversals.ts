/** What hangs on a decision that is to be taken back? Other answers of the same moment, what it ordered, who else relies on that, and what was found because of it. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface DecisionRow {
  readonly id: string;
  readonly platform_id: string;
  readonly tracking_number: string | null;
  readonly review_id: string | null;
  readonly outcome: 'remove' | 'restrict' | 'keep' | 'refer';
  readonly ground: string;
  readonly is_adult: boolean;
  readonly moderator_id: string | null;
  readonly decided_at: Date;
}

/** Of two decisions, `decision` and `named`: they are the same, or answer one filing at one moment. */
const madeWith = sql`(decision.id = named.id
  or (decision.decided_at = named.decided_at and decision.moderator_id = named.moderator_id and decision.outcome = named.outcome
    and decision.tracking_number in (select sibling.tracking_number from request sibling join request on request.filing_id = sibling.filing_id
      where request.tracking_number = named.tracking_number)))`;

/**
 * A decision and those that were made with it for the same filing under other laws, locked; none where it cannot be taken back: a referral, one that was taken
 * back before, or one about a request that was decided anew since.
 */
export async function decidedTogether(tx: Tx, decisionId: string): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select decision.id, decision.platform_id, decision.tracking_number, decision.review_id, decision.outcome, decision.ground, decision.is_adult, decision.moderator_id,
      decision.decided_at
    from decision named
    join decision on ${madeWith}
    where named.id::text = ${decisionId} and named.outcome <> 'refer' and named.reversed_at is null and decision.reversed_at is null
    order by decision.id for no key update of decision`.execute(tx.sql);
  return rows;
}

/** The ids of the same, which nobody holds meanwhile. */
export async function idsTogether(db: Db, decisionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select decision.id from decision named join decision on ${madeWith}
    where named.id::text = ${decisionId} and named.outcome <> 'refer' and named.reversed_at is null and decision.reversed_at is null`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Whether nobody has judged yet a complaint about this decision, or about one that was made with it for the same filing. */
export async function isComplainedAbout(db: Db, decisionId: string): Promise<boolean> {
  const { rows } = await sql<{ is_open: boolean }>`
    select exists (select from decision named join decision on ${madeWith} join complaint on complaint.decision_id = decision.id
      where named.id = ${decisionId}::uuid and complaint.decided_at is null) as is_open`.execute(db);
  return rows[0]?.is_open ?? false;
}

/** Complaints of the other side, that nobody has judged yet, about this decision or one that was made with it for the same filing; those that came first, first. */
export async function openOfTheOtherSide(db: Db, decisionId: string, by: 'uploader' | 'requester'): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct complaint.id, complaint.filed_at from decision named join decision on ${madeWith} join complaint on complaint.decision_id = decision.id
    where named.id = ${decisionId}::uuid and complaint.decided_at is null and complaint.complainant <> ${by}
    order by complaint.filed_at, complaint.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whether this decision restricts something for a request whose case has ended. */
export async function isLimitOfEnded(db: Db, decisionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('decision')
    .innerJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .innerJoin('case_file', 'case_file.id', 'request.case_id')
    .select('decision.id')
    .where('decision.id', '=', decisionId)
    .where('decision.outcome', '=', 'restrict')
    .where('case_file.withdrawn_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the requester says of a decision, and nobody has judged, is about another one from now on, which took its place. */
export async function complainOf(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.sql
    .updateTable('complaint')
    .set({ decision_id: toId })
    .where('decision_id', '=', fromId)
    .where('complainant', '=', 'requester')
    .where('decided_at', 'is', null)
    .execute();
}

export interface ReversibleAction {
  readonly id: string;
  readonly platform_id: string;
  readonly decision_id: string | null;
  readonly kind: string;
  readonly content_id: string;
  readonly ref: string | null;
  readonly opened_at: Date;
  /** Of a restriction that was decided. */
  readonly visibility: string | null;
  /** It gave the upload back as an earlier decision restricts it: by this one. */
  readonly given_back_by: string | null;
  /** When the service deleted the upload: there is nothing to show again. */
  readonly gone_at: Date | null;
}

/** What these decisions ordered, and what they gave back as an earlier one restricts it. */
export async function actionsOf(tx: Tx, decisionIds: readonly string[]): Promise<ReversibleAction[]> {
  return tx.sql
    .selectFrom('action')
    .select(['id', 'platform_id', 'decision_id', 'kind', 'content_id', 'ref', 'opened_at', 'visibility', 'given_back_by', 'gone_at'])
    .where((eb) => eb.or([eb('decision_id', 'in', [...decisionIds]), eb('given_back_by', 'in', [...decisionIds])]))
    .where((eb) => eb.or([eb('kind', 'in', ['content.remove', 'content.restore']), eb('visibility', 'is not', null)]))
    .where('taken_back_at', 'is', null)
    .orderBy('content_id')
    .orderBy('opened_at', 'desc')
    .orderBy('place', 'desc')
    .execute();
}

export interface ClosedReview {
  readonly id: string;
  readonly ref: string;
  readonly effect: 'review' | 'hold';
  readonly openedAt: Date;
  readonly decisionId: string;
  /** Another one about the same upload was opened since. */
  readonly hasAnother: boolean;
}

/** The reviews that these decisions closed. */
export async function openedAgain(tx: Tx, decisionIds: readonly string[]): Promise<ClosedReview[]> {
  const { rows } = await sql<ClosedReview>`
    select review.id, review.ref, review.effect, review.opened_at as "openedAt", review.decision_id as "decisionId",
      exists (select from review later where later.ref = review.ref and later.closed_at is null) as "hasAnother"
    from review where review.decision_id = any(${[...decisionIds]}::uuid[]) order by review.id`.execute(tx.sql);
  return rows;
}

export interface AsksOfShown {
  /** By all that it met. */
  readonly verdict: 'allow' | 'review' | 'hold';
  /** By what this review is about. */
  readonly isHeldByIt: boolean;
}

/**
 * What the next screening says of the picture that an upload shows, where the matches that a review was about are open again, or kept. What another picture under the
 * same id met says nothing about this one, nor does what these decisions listed. Call it once the matches are as they are to be.
 */
export async function asksOfShown(
  tx: Tx,
  { ref, effect, openedAt }: ClosedReview,
  decisions: readonly DecisionRow[],
): Promise<AsksOfShown> {
  const ids = decisions.map(({ id }) => id);
  const { rows } = await sql<{ effect: string; isOfIt: boolean; isOfEarlier: boolean }>`
    select match.effect, match.of_earlier as "isOfEarlier", match.settled is null and match.at between ${openedAt} and decision.decided_at as "isOfIt"
    from match join item on item.id = match.item_id join bank on bank.id = match.bank_id
    join decision on decision.id = ${ids[0]}::uuid
    where match.ref = ${ref}::uuid and match.effect in ('review', 'hold') and (match.settled is null or match.settled = 'remove')
      and item.state = 'active' and bank.enabled
      and not exists (select from claim where claim.item_id = item.id and claim.decision_id = any(${ids}::uuid[]) and claim.ended_at is null)`.execute(
    tx.sql,
  );
  const shown = rows.filter(({ isOfEarlier }) => !isOfEarlier);
  const ofIt = shown.filter(({ isOfIt }) => isOfIt);
  // All that it is about is shown still: then it stands as it was raised, should the list have come to hold since an upload met it.
  const isAsRaised = effect === 'hold' && ofIt.length > 0 && !rows.some(({ isOfIt, isOfEarlier }) => isOfIt && isOfEarlier);
  const isHeldByIt = isAsRaised || ofIt.some((one) => one.effect === 'hold');
  const isHeld = isHeldByIt || shown.some((one) => one.effect === 'hold');
  return { verdict: isHeld ? 'hold' : shown.length > 0 ? 'review' : 'allow', isHeldByIt };
}

/**
 * Lists met these uploads while they were removed, and there was nothing to ask: of the picture that each shows, that is open from now on, or kept. Answers the uploads
 * and the strongest that each is asked for.
 */
export async function settleMetWhileDown(
  tx: Tx,
  refs: readonly string[],
  decisions: readonly DecisionRow[],
  settled: 'keep' | null,
): Promise<ReadonlyMap<string, 'review' | 'hold'>> {
  const ids = decisions.map(({ id }) => id);
  const { rows } = await sql<{ ref: string; effect: string }>`
    update match set settled = ${settled} from item, decision
    where match.ref = any(${[...refs]}::uuid[]) and match.settled = 'remove' and match.effect in ('review', 'hold') and not match.of_earlier and match.found_by <> 'screen'
      and item.id = match.item_id and item.state = 'active' and decision.id = ${ids[0]}::uuid and match.at > decision.decided_at
      and not exists (select from claim where claim.item_id = item.id and claim.decision_id = any(${ids}::uuid[]) and claim.ended_at is null)
    returning match.ref, match.effect`.execute(tx.sql);
  return new Map(
    [...Map.groupBy(rows, ({ ref }) => ref)].map(([ref, met]) => [ref, met.some(({ effect }) => effect === 'hold') ? 'hold' : 'review']),
  );
}

/**
 * Of these uploads, those that a request that is granted still, another match that was decided, or a referral at any time, wants down as well. Requests that the
 * decision answered are open or refused by now; one of the same filing that was granted at another moment is as good as anybody's.
 */
export async function wantedDownByOthers(tx: Tx, refs: readonly string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    select content.ref from content where content.ref = any(${[...refs]}::uuid[]) and (
      exists (select from request_content linked join request on request.tracking_number = linked.tracking_number
        where linked.ref = content.ref and request.outcome in ('remove', 'refer'))
      or exists (select from review join decision on decision.id = review.decision_id
        where review.ref = content.ref and decision.outcome in ('remove', 'refer') and decision.reversed_at is null
          and decision.decided_at >= content.screened_at)
      or exists (select from referral_content where referral_content.ref = content.ref))`.execute(tx.sql);
  return new Set(rows.map(({ ref }) => ref));
}

export interface OtherRemoval {
  readonly decisionId: string;
  /** Null: about a match. */
  readonly trackingNumber: string | null;
  readonly ground: string;
  /** By the rule for identical copies. */
  readonly isByRule: boolean;
  readonly decidedAt: Date;
  readonly findingsSealed: Buffer | null;
}

/**
 * Decisions that stand and want the upload down that this act removed, the oldest first. None where it was referred, where something else was done to it since, or
 * where one of them has removed it by an act of its own: that was told with it.
 */
export async function alsoWantingDown(tx: Tx, actionId: string): Promise<readonly OtherRemoval[]> {
  const { rows } = await sql<OtherRemoval>`
    select decision.id as "decisionId", decision.tracking_number as "trackingNumber", decision.ground, decision.moderator_id is null as "isByRule",
      decision.decided_at as "decidedAt", decision.findings_sealed as "findingsSealed"
    from action
    join content on content.ref = action.ref and action.opened_at >= content.screened_at
    cross join lateral (
      select made.id from request_content linked
      join request on request.tracking_number = linked.tracking_number and request.outcome = 'remove'
      join decision made on made.tracking_number = linked.tracking_number
      where linked.ref = content.ref
      union
      select made.id from review join decision made on made.id = review.decision_id
      where review.ref = content.ref and made.decided_at >= content.screened_at) as wanting
    join decision on decision.id = wanting.id and decision.outcome = 'remove' and decision.reversed_at is null
    where action.id = ${actionId}::uuid
      and not exists (select from referral_content where referral_content.ref = content.ref)
      and not exists (select from action other left join decision by on by.id = other.decision_id
        where other.ref = content.ref and other.id <> action.id and other.kind like 'content.%' and other.taken_back_at is null
          and ((other.opened_at, other.place) > (action.opened_at, action.place)
            or other.kind = 'content.remove' and by.reversed_at is null and other.opened_at >= content.screened_at))
    order by decision.decided_at, decision.id`.execute(tx.sql);
  return rows;
}

/** By action: the request for which its upload was restricted before, while nobody had decided; only where its filing waits for a decision still. */
export async function restrictedBefore(tx: Tx, actions: readonly ReversibleAction[]): Promise<Map<string, string>> {
  if (actions.length === 0) return new Map();
  const { rows } = await sql<{ id: string; tracking_number: string }>`
    select action.id, before.tracking_number from action
    cross join lateral (
      select kind, decision_id, tracking_number, gone_at from action before
      where before.ref = action.ref and before.id <> action.id and (before.opened_at, before.place) < (action.opened_at, action.place) and before.taken_back_at is null
        and before.kind like 'content.%'
      order by before.opened_at desc, before.place desc limit 1) as before
    where action.id = any(${actions.map(({ id }) => id)}::uuid[]) and before.kind = 'content.restrict' and before.decision_id is null and before.gone_at is null
      and exists (select from request named join request open on open.filing_id = named.filing_id
        where named.tracking_number = before.tracking_number and open.outcome is null and open.closed_at is null)`.execute(tx.sql);
  return new Map(rows.map(({ id, tracking_number }) => [id, tracking_number]));
}

/** Who claims these items still: the person behind one of these requests, or somebody else. */
export async function otherClaimsOn(
  tx: Tx,
  itemIds: readonly string[],
  trackingNumbers: readonly string[],
): Promise<Map<string, { readonly hers: boolean; readonly others: boolean }>> {
  if (itemIds.length === 0) return new Map();
  const { rows } = await sql<{ item_id: string; hers: boolean; others: boolean }>`
    select item_id, bool_or(is_hers) as hers, bool_or(not is_hers) as others from (
      select claim.item_id, claim.case_id is not null and claim.case_id in (
        select case_id from request where tracking_number = any(${[...trackingNumbers]}::text[])) as is_hers
      from claim where claim.item_id = any(${[...itemIds]}::uuid[]) and claim.ended_at is null) as claimed
    group by item_id`.execute(tx.sql);
  return new Map(rows.map(({ item_id, hers, others }) => [item_id, { hers, others }]));
}

/** Uploads that wait for a person, who is to judge a match with one of these items too. */
export async function waitingBecauseOf(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ ref: string }>`
    select review.ref from review
    where review.closed_at is null and review.ref in (select ref from match where item_id = any(${[...itemIds]}::uuid[]) and settled is null)`.execute(
    tx.sql,
  );
  return rows.map(({ ref }) => ref);
}

/** Of these uploads, the open reviews of those that met these items and nothing else that is still to be judged. */
export async function heldBecauseOf(
  tx: Tx,
  itemIds: readonly string[],
  refs: readonly string[],
): Promise<readonly { readonly ref: string; readonly reviewId: string }[]> {
  const { rows } = await sql<{ ref: string; reviewId: string }>`
    select review.ref, review.id as "reviewId" from review
    where review.closed_at is null and review.ref = any(${[...refs]}::uuid[])
      and review.ref in (select ref from match where item_id = any(${[...itemIds]}::uuid[]) and settled is null)
      and not exists (select from match other where other.ref = review.ref and other.settled is null and other.item_id <> all(${[...itemIds]}::uuid[]))
    order by review.ref`.execute(tx.sql);
  return rows;
}

/**
 * Forgets the matches with items that nobody lists any more: of these uploads, which are locked, and of all that wait for nobody. One that waits and is none of
 * them met the item only now: it goes when the change that unlisted the item is swept.
 */
export async function forgetMatchesWith(
  tx: Tx,
  itemIds: readonly string[],
  refs: readonly string[],
  which: 'all' | 'unsettled' = 'all',
): Promise<void> {
  if (itemIds.length === 0) return;
  await sql`delete from match where item_id = any(${[...itemIds]}::uuid[]) and (${which} = 'all' or settled is null)
    and (settled is not null or ref = any(${[...refs]}::uuid[])
      or not exists (select from review where review.ref = match.ref and review.closed_at is null))`.execute(tx.sql);
}

/** Decisions about matches that removed an upload because it met these items, and no other that is still listed but for what they listed themselves. */
export async function removedBecauseOf(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct decision.id from decision join review on review.decision_id = decision.id
    where decision.outcome = 'remove' and decision.reversed_at is null and decision.tracking_number is null
      and review.ref in (select ref from match where item_id = any(${[...itemIds]}::uuid[]) and settled = 'remove' and match.at <= decision.decided_at)
      and not exists (
        select from match other join item on item.id = other.item_id and item.state = 'active'
        where other.ref = review.ref and other.settled = 'remove' and other.item_id <> all(${[...itemIds]}::uuid[])
          and not exists (select from claim where claim.item_id = other.item_id and claim.decision_id = decision.id))
    order by decision.id`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/**
 * The same removal, or the same restriction, rests on another decision from now on: since when it was ordered, and whether the service has confirmed it, stays.
 * Answers the id of the act.
 */
export async function inPlaceOf(
  tx: Tx,
  actionId: string,
  { id, decisionId }: { readonly id: string; readonly decisionId: string },
): Promise<string> {
  const { completed, ...same } = await tx.sql
    .updateTable('action')
    .set({ taken_back_at: tx.now })
    .where('id', '=', actionId)
    .returning(['platform_id', 'kind', 'visibility', 'content_id', 'ref', 'opened_at', 'completed_at', 'completed', 'other_picture_at'])
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('action')
    .values({ ...same, id, decision_id: decisionId, completed: completed === null ? null : JSON.stringify(completed) })
    .execute();
  return id;
}

export interface LimitLeft {
  readonly decisionId: string;
  readonly ground: string;
  readonly moderatorId: string | null;
  readonly secondedBy: string | null;
}

/** The decision that restricts what this request is about, though whoever asked was right that it was too little; null where none does any more. */
export async function limitLeft(tx: Tx, trackingNumber: string): Promise<LimitLeft | null> {
  const { rows } = await sql<LimitLeft>`
    select decision.id as "decisionId", decision.ground, decision.moderator_id as "moderatorId", decision.seconded_by as "secondedBy" from decision
    where decision.tracking_number = ${trackingNumber} and decision.outcome = 'restrict' and decision.reversed_because = 'complaint'
      and exists (select from action where action.decision_id = decision.id and action.visibility is not null and action.taken_back_at is null and action.gone_at is null)
    order by decision.decided_at desc limit 1`.execute(tx.sql);
  return rows[0] ?? null;
}
