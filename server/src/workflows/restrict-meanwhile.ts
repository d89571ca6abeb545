/** What is kept from being seen while nobody has decided? Where the operator switched it on: what is exactly located, in complete requests that nothing speaks against. It is no decision, and it ends with one, or with the request. */
import { type InterimRule, interimRestriction, restrictionTakenBack } from '@likeness/casework';
import { sql } from 'kysely';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { areOfYoungRequest, contentRefsOf, lockRequest, noteEvent, type RequestRow, requestsOfFiling } from '../store/cases.ts';
import { type Content, isLimited, lockContents, standingsOf, withOpenReview } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { isStatedMeanwhile } from '../store/meanwhile.ts';
import { restrictionsOf, type StandingRestriction } from '../store/restrictions.ts';
import { requestsAbout } from '../store/same-file.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';
import { toldOfOrder } from './order-told.ts';
import { shownOfPile } from './piles.ts';
import { reportRemoval } from './report-removal.ts';
import { serviceLaws } from './service-facts.ts';
import { holdStated, stateHold } from './state-hold.ts';
import { owedMeanwhile, stateReasons } from './state-reasons.ts';

const atOnce = 500;
const restrictReasons = {
  rule: 'Nobody has decided yet. Keep this from being seen until somebody has; it is not a decision, and it can be undone.',
  moderator: 'A moderator wants it kept from being seen until it is decided. It is not a decision, and it can be undone.',
} as const;
const restoreReason = 'The request ended without a decision to remove. Show it again.';

/** Restricts what is to be restricted by now, once for each request, and gives back what a request that ended had restricted. */
export async function restrictMeanwhile(engine: Engine): Promise<void> {
  const laws = await serviceLaws(engine.store.db);
  const rules = [...laws].flatMap(([platformId, { interim }]) => (interim === null ? [] : [{ platformId, interim }]));
  const due: { readonly number: string; readonly rule: InterimRule }[] = [];
  for (const { platformId, interim } of rules)
    for (const number of await engine.store.transact((tx) => waitingSince(tx, platformId, interim))) due.push({ number, rule: interim });
  const ended = await engine.store.transact((tx) => restrictedForNothing(tx));
  await oneByOne(
    [
      ...due.map(
        ({ number, rule }) =>
          (tx: Tx) =>
            restrict(engine, tx, number, rule),
      ),
      ...ended.map(
        ({ trackingNumber, ref }) =>
          (tx: Tx) =>
            giveBack(engine, tx, trackingNumber, ref),
      ),
    ],
    (work) => engine.store.transact(work),
  );
}

async function waitingSince(tx: Tx, platformId: string, { afterHours }: InterimRule): Promise<string[]> {
  const before = new Date(tx.now.getTime() - afterHours * 3_600_000);
  const { rows } = await sql<{ tracking_number: string }>`
    select tracking_number from request
    where platform_id = ${platformId} and outcome is null and closed_at is null and complete_at is not null and not is_young and received_at <= ${before}
      and not exists (select from case_event where case_event.case_id = request.case_id and case_event.once = 'restricted:' || request.tracking_number)
    order by received_at, tracking_number limit ${atOnce}`.execute(tx.sql);
  return rows.map(({ tracking_number }) => tracking_number);
}

async function restrict(engine: Engine, tx: Tx, number: string, rule: InterimRule): Promise<void> {
  const request = await lockRequest(tx, number);
  if (request === null || request.closedAt !== null || request.outcome !== null) return;
  const visible = await visibleOf(tx, await contentRefsOf(tx.sql, number));
  const { restricted, size, isEnding } = await pileNow(tx, number);
  const refs = interimRestriction(
    rule,
    {
      receivedAt: request.receivedAt,
      isComplete: request.completeAt !== null,
      isDecided: request.outcome !== null,
      isFlagged: request.isYoung || isEnding || size > shownOfPile,
      located: visible.map(({ ref }) => ref),
      restrictedForSource: restricted,
    },
    tx.now,
  );
  const told = await restrictNow(engine, tx, request, refs, null);
  if (told.length === 0) return;
  await announce(tx, engine.queue, engine.random, told);
  await record(tx, { act: 'request.restricted', subjects: { request: number, uploads: told.length } });
}

/** Of these uploads those that can be seen now, locked. */
async function visibleOf(tx: Tx, refs: readonly string[]): Promise<Content[]> {
  const located = await lockContents(tx, refs);
  const standings = await standingsOf(tx.sql, located);
  return located.filter((content) => {
    const standing = standings.get(content.ref) ?? 'visible';
    return content.deletedAt === null && (standing === 'visible' || isLimited(standing));
  });
}

/** Keeps those of these uploads that can be seen from being seen until somebody has decided; answers what the service is told. The rule (no moderator) does it once for a request, a person as often as she finds some. Whoever uploaded it is told why where a law asks for that. */
export async function restrictNow(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  refs: readonly string[],
  moderatorId: string | null,
): Promise<Announcement[]> {
  const { platformId, trackingNumber } = request;
  const chosen = await visibleOf(tx, refs);
  if (chosen.length === 0) return [];
  const isFirst = await noteEvent(tx, request, 'restricted', {}, `restricted:${trackingNumber}`);
  if (!isFirst && moderatorId === null) return [];
  const reason = restrictReasons[moderatorId === null ? 'rule' : 'moderator'];
  const siblings = (await requestsOfFiling(tx.sql, request.filingId)).filter((one) => one.trackingNumber !== trackingNumber);
  const owed = await owedMeanwhile(engine, tx, { platformId, request, siblings, isAutomatic: moderatorId === null });
  const isToBeTold = (await toldOfOrder(engine, tx, request)).tellUploader;
  const told: Announcement[] = [];
  for (const content of chosen) {
    const { actionId, announcement: made } = await act(engine, tx, platformId, trackingNumber, content, {
      kind: 'content.restrict',
      reason,
      moderatorId,
    });
    // What an order forbids to tell is not told before it is carried out either.
    const announcement = isToBeTold === false ? { ...made, data: { ...made.data, tellUploader: false } } : made;
    if (owed === null) told.push(announcement);
    else {
      const statement = await stateReasons(engine, tx, { platformId, decisionId: null, actionId }, owed);
      await reportRemoval(engine, tx, { platformId, statementId: statement.id, statement: owed, content, request, siblings, found: {} });
      told.push({ ...announcement, data: { ...announcement.data, statement } });
    }
  }
  return told;
}

/** What else is restricted for its source now, how many filings lie on its pile, and whether it waits to be withdrawn. */
async function pileNow(
  tx: Tx,
  number: string,
): Promise<{ readonly restricted: number; readonly size: number; readonly isEnding: boolean }> {
  const { rows } = await sql<{ restricted: number; size: number; is_ending: boolean }>`
    select (select count(distinct action.ref)::int from action join request other on other.tracking_number = action.tracking_number
             where other.pile_id = request.pile_id and action.kind = 'content.restrict' and other.outcome is null and other.closed_at is null) as restricted,
           (select count(distinct other.filing_id)::int from request other
             where other.pile_id = request.pile_id and other.outcome is null and other.closed_at is null) as size,
           case_file.withdraw_due_at is not null
             or exists (select from taking_out where taking_out.filing_id = request.filing_id and taking_out.part <> 'picture') as is_ending
    from request join case_file on case_file.id = request.case_id where request.tracking_number = ${number}`.execute(tx.sql);
  const [row] = rows;
  return { restricted: row?.restricted ?? 0, size: row?.size ?? 0, isEnding: row?.is_ending ?? true };
}

async function act(
  engine: Engine,
  tx: Tx,
  platformId: string,
  trackingNumber: string,
  { contentId, ref, url }: Content,
  {
    kind,
    reason,
    moderatorId,
    restriction = null,
  }: {
    readonly kind: 'content.restrict' | 'content.restore';
    readonly reason: string;
    readonly moderatorId: string | null;
    /** How a decision restricts it, where it is given back so. */
    readonly restriction?: StandingRestriction | null;
  },
): Promise<{ readonly actionId: string; readonly announcement: Announcement }> {
  const actionId = uuid(engine.random);
  await tx.sql
    .insertInto('action')
    .values({
      id: actionId,
      platform_id: platformId,
      decision_id: restriction?.decisionId ?? null,
      visibility: restriction?.visibility ?? null,
      tracking_number: restriction === null ? trackingNumber : null,
      kind,
      content_id: contentId,
      ref,
      opened_at: tx.now,
      completed_at: null,
      completed: null,
      restricted_by: moderatorId,
    })
    .execute();
  return {
    actionId,
    announcement: {
      platformId,
      type: kind,
      data: {
        actionId,
        contentId,
        ...(url === null ? {} : { url }),
        trackingNumber,
        reason,
        ...(restriction === null ? {} : { visibility: restriction.visibility }),
      },
    },
  };
}

/** Uploads whose last act is a restriction for a request that ended without a removal; not while another one, still to be decided, says that it may show somebody under 18. */
async function restrictedForNothing(tx: Tx): Promise<{ readonly trackingNumber: string; readonly ref: string }[]> {
  const { rows } = await sql<{ tracking_number: string; ref: string }>`
    select action.tracking_number, action.ref from action join request on request.tracking_number = action.tracking_number
    where action.kind = 'content.restrict' and action.decision_id is null and action.ref is not null and request.closed_at is not null
      and coalesce(request.outcome, 'none') not in ('remove', 'refer')
      and not exists (select from ${requestsAbout(sql`action.ref`)} as named
        join request young on young.tracking_number = named.tracking_number where young.is_young and young.outcome is null and young.closed_at is null)
      and not exists (select from action later where later.ref = action.ref and (later.opened_at, later.place) > (action.opened_at, action.place) and later.kind like 'content.%')
    order by action.tracking_number, action.ref limit ${atOnce}`.execute(tx.sql);
  return rows.map(({ tracking_number, ref }) => ({ trackingNumber: tracking_number, ref }));
}

async function giveBack(engine: Engine, tx: Tx, trackingNumber: string, ref: string): Promise<void> {
  const request = await lockRequest(tx, trackingNumber);
  const [content] = await lockContents(tx, [ref]);
  if (request === null || content === undefined || content.deletedAt !== null) return;
  if ((await standingsOf(tx.sql, [content])).get(ref) !== 'restricted' || content.verdict === 'hold') return;
  if (await areOfYoungRequest(tx.sql, [ref], null, 'open')) return;
  await announce(tx, engine.queue, engine.random, [await shownAgain(engine, tx, request, content, restoreReason)]);
}

const heldStill =
  'It is kept from being seen for the request no longer. It is like what is listed, and that holds it: keep it back until a person decides about that.';

/** What is restricted for a request no longer, and held by a match that nobody has decided: it stays held, and whoever uploaded it has the reasons for that. */
export async function heldByMatch(engine: Engine, tx: Tx, content: Content): Promise<Announcement | null> {
  const { platformId, contentId, url, ref } = content;
  if (content.verdict !== 'hold' || !(await withOpenReview(tx, [ref], 'hold')).has(ref)) return null;
  const told = (await holdStated(tx, ref)) ?? (await stateHold(engine, tx, content));
  const data = { ...told, contentId, ...(url === null ? {} : { url }), reason: heldStill };
  return { platformId, type: 'content.hold', data };
}

const unnamedReason = 'The person took the link to it out of her request, and nobody had decided. Show it again.';

/** Of these uploads, which requests that go on name no more: shows again what was restricted for them without a decision. Answers what the service is told. */
export async function showAgainUnnamed(
  engine: Engine,
  tx: Tx,
  requests: readonly RequestRow[],
  refs: readonly string[],
): Promise<Announcement[]> {
  if (refs.length === 0) return [];
  const numbers = requests.map(({ trackingNumber }) => trackingNumber);
  const { rows } = await sql<{ tracking_number: string; ref: string }>`
    select action.tracking_number, action.ref from action
    where action.kind = 'content.restrict' and action.decision_id is null and action.ref = any(${[...refs]}::uuid[]) and action.tracking_number = any(${numbers}::text[])
      and not exists (select from action later where later.ref = action.ref and (later.opened_at, later.place) > (action.opened_at, action.place) and later.kind like 'content.%')
    order by action.ref`.execute(tx.sql);
  const told: Announcement[] = [];
  for (const { tracking_number: number, ref } of rows) {
    const request = requests.find(({ trackingNumber }) => trackingNumber === number);
    const [content] = await lockContents(tx, [ref]);
    if (request === undefined || content === undefined || content.deletedAt !== null || content.verdict === 'hold') continue;
    if ((await standingsOf(tx.sql, [content])).get(ref) !== 'restricted' || (await areOfYoungRequest(tx.sql, [ref], null, 'open')))
      continue;
    told.push(await shownAgain(engine, tx, request, content, unnamedReason));
  }
  return told;
}

const asDecided = 'It is kept from being seen no longer. A decision that restricts it stands: show it again, as that one says.';

/** Gives back what was restricted for a request without a decision, as a decision restricts it where one does, and tells whoever uploaded it where they were told of the restriction. */
export async function shownAgain(
  engine: Engine,
  tx: Tx,
  { platformId, trackingNumber }: Pick<RequestRow, 'platformId' | 'trackingNumber'>,
  content: Content,
  reason: string,
): Promise<Announcement> {
  const isStated = await isStatedMeanwhile(tx, content.ref);
  const restriction = (await restrictionsOf(tx.sql, [content.ref])).get(content.ref) ?? null;
  const { announcement } = await act(engine, tx, platformId, trackingNumber, content, {
    kind: restriction === null ? 'content.restore' : 'content.restrict',
    reason: restriction === null ? reason : asDecided,
    moderatorId: null,
    restriction,
  });
  return isStated ? { ...announcement, data: { ...announcement.data, answer: restrictionTakenBack } } : announcement;
}
