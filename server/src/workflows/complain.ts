/** How does either side say that a decision is wrong? It is written down with its reason, the other side is asked where there is one, and somebody else will decide. */
import {
  afterComplaint,
  type ComplainedOf,
  type ComplaintBy,
  type ComplaintOutcome,
  complaintReasonsAgainst,
  complaintUntil,
  decidableFrom,
  isReasonAgainst,
  outsideGrounds,
  type SideAnswer,
  type Unjudged,
  unjudgedBecause,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import type { KeyRing } from '../config/key-ring.ts';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { announce } from '../outbox/feed.ts';
import { contentRefsOf, lockFiling, noteEvent, type RequestRow } from '../store/cases.ts';
import { lockContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { goOnAgainstRemoval, isMeanwhileAct, sinceRestricted } from '../store/meanwhile.ts';
import { isOfReferred } from '../store/referrals.ts';
import { alsoKindOf, takesAway } from './also-acted-on.ts';
import { namedBy } from './answer-other-laws.ts';
import type { Engine } from './engine.ts';

/** Longest text of either side. */
export const complaintTextAtMost = 5000;

export interface Complained {
  readonly complaintId: string;
  readonly filedAt: Date;
  /** `closed`: nobody judged it, and nobody will; null while somebody has to. */
  readonly outcome: ComplaintOutcome | 'closed' | null;
  /** `before`: it came in earlier, with the same reason and text. `otherwise`: an earlier one with another reason or text stands, and this one was not taken. */
  readonly was: 'taken' | 'before' | 'otherwise';
}

/** The texts of a complaint that are sealed: only moderators read them. */
export type ComplaintText = 'text' | 'answer' | 'note';
const placeOf = (id: string, text: ComplaintText): Buffer => Buffer.from(`complaint:${id}:${text}`);

export function sealComplaint(keys: KeyRing, id: string, text: ComplaintText, value: string): Uint8Array | null {
  return value.trim() === '' ? null : keys.seal('envelope', Buffer.from(value.trim()), placeOf(id, text));
}

export function openComplaint(keys: KeyRing, id: string, text: ComplaintText, sealed: Uint8Array | null): string {
  return sealed === null ? '' : Buffer.from(keys.open('envelope', sealed, placeOf(id, text))).toString('utf8');
}

export interface UploadersComplaint {
  /** The removal that it is against; or the restriction before anybody decided, which stands for the removal that followed it. */
  readonly actionId: string;
  readonly reason: string;
  readonly text: string;
  readonly via: 'page' | 'api';
  /** Of the API: only its own removals. */
  readonly platformId?: string;
}

/**
 * Takes a complaint of whoever uploaded what was removed; the same again answers the first one. The person who asked for the removal is asked, where one can be.
 * @throws Problem `action/unknown`, `complaint/reason`, `complaint/closed` for what was neither removed nor restricted before a decision, was taken back, or is longer ago than six months.
 */
export async function complainAsUploader(engine: Engine, complaint: UploadersComplaint): Promise<Complained> {
  return engine.store.transact(async (tx) => {
    const found = await tx.sql
      .selectFrom('action')
      .leftJoin('decision', 'decision.id', 'action.decision_id')
      .select([
        'action.id',
        'action.kind',
        'action.taken_back_at',
        'action.platform_id',
        'action.opened_at',
        'action.visibility',
        'action.ref',
        'action.content_id',
        'decision.id as decision_id',
        (eb) => eb.fn.coalesce('decision.tracking_number', 'action.tracking_number').as('tracking_number'),
      ])
      .where('action.id', '=', await meantAction(tx, uuidOf(complaint.actionId)))
      .executeTakeFirst();
    if (found === undefined || (complaint.platformId !== undefined && found.platform_id !== complaint.platformId))
      throw new Problem('action/unknown');
    const filing = found.tracking_number === null ? [] : await lockFiling(tx, found.tracking_number);
    // Whoever takes the decision back at the same moment comes first or finds this complaint.
    if (found.decision_id !== null)
      await tx.sql.selectFrom('decision').select('id').where('id', '=', found.decision_id).forNoKeyUpdate().execute();
    // Nobody looks at what is referred: a referral at the same moment comes first, or closes this complaint.
    if (found.ref !== null) await lockContents(tx, [found.ref]);
    const { kind, platform_id: of, ref, content_id: contentId } = found;
    const isReferred = await isOfReferred(tx.sql, { kind, platformId: of, ref, contentId });
    // Two at once: the second waits here, and finds the first.
    await tx.sql.selectFrom('action').select('id').where('id', '=', found.id).forUpdate().execute();
    const before = await earlierOf(tx, 'action_id', found.id, { keys: engine.keys, ...complaint });
    if (before !== null) return before;
    if (isReferred || found.taken_back_at !== null || !(await mayBeAgainst(tx, found))) throw new Problem('complaint/closed');
    requireReason(await complainedOf(tx, found.id), complaint.reason);
    const request = filing.find(({ trackingNumber }) => trackingNumber === found.tracking_number) ?? null;
    // Whoever asked has no say in what stands beside her picture.
    const isOfPicture = alsoKindOf(found.kind) === null;
    // Before a decision her request itself is what she says: it is decided in its own time, and this does not wait for her.
    const isDecided = found.decision_id !== null;
    const hasOtherSide = isDecided && isOfPicture && request !== null && (await canBeAsked(tx, request.caseId));
    const decidableAt = decidableFrom({ by: 'uploader', hasOtherSide, filedAt: tx.now, answeredAt: null });
    const id = uuid(engine.random);
    await insertComplaint(engine, tx, {
      id,
      platformId: found.platform_id,
      decisionId: found.decision_id,
      by: 'uploader',
      actionId: found.id,
      trackingNumber: found.tracking_number,
      reason: complaint.reason,
      text: complaint.text,
      via: complaint.via,
      askedAt: hasOtherSide ? tx.now : null,
      decidableAt,
    });
    if (request !== null && hasOtherSide) await noteEvent(tx, request, 'complaint-asked', { until: decidableAt.toISOString() });
    await tell(engine, tx, { id, platformId: found.platform_id, by: 'uploader', actionId: found.id });
    return { complaintId: id, filedAt: tx.now, outcome: null, was: 'taken' };
  });
}

/**
 * Takes the complaint of a person whose request was refused, or who asked for more than a restriction; the same again answers the first one.
 * @throws Problem `request/unknown`, `complaint/closed`, `complaint/reason`
 */
export async function complainAsRequester(
  engine: Engine,
  { caseId, trackingNumber, reason, text }: { caseId: string; trackingNumber: string; reason: string; text: string },
): Promise<Complained> {
  return engine.store.transact(async (tx) => {
    const request = await lockOwn(tx, caseId, trackingNumber);
    const decision = await standingDecision(tx, request.trackingNumber);
    if (decision === null) throw new Problem('complaint/closed');
    const before = await earlierOf(tx, 'decision_id', decision.id, { keys: engine.keys, reason, text });
    if (before !== null) return before;
    await lockContents(tx, await contentRefsOf(tx.sql, request.trackingNumber));
    if (
      (decision.outcome !== 'keep' && decision.outcome !== 'restrict') ||
      (await complainable(tx, decision.id)) === null ||
      (await namedBy(engine, tx, request)).isAllReferred
    )
      throw new Problem('complaint/closed');
    requireReason(decision.outcome === 'restrict' ? 'limited' : 'refused', reason);
    const id = uuid(engine.random);
    const { platformId } = request;
    await insertComplaint(engine, tx, {
      id,
      platformId,
      decisionId: decision.id,
      by: 'requester',
      actionId: null,
      trackingNumber: request.trackingNumber,
      reason,
      text,
      via: 'case',
      askedAt: null,
      decidableAt: decidableFrom({ by: 'requester', hasOtherSide: false, filedAt: tx.now, answeredAt: null }),
    });
    await noteEvent(tx, request, 'complained');
    await tell(engine, tx, { id, platformId, by: 'requester', trackingNumber: request.trackingNumber });
    return { complaintId: id, filedAt: tx.now, outcome: null, was: 'taken' };
  });
}

/** What she says to a complaint about the removal that she asked for; then it can be decided. Until somebody has, what she says last counts. `over`: it was decided. */
export async function answerComplaint(
  engine: Engine,
  { caseId, trackingNumber, answer, text }: { caseId: string; trackingNumber: string; answer: SideAnswer; text: string },
): Promise<'answered' | 'over'> {
  return engine.store.transact(async (tx) => {
    const request = await lockOwn(tx, caseId, trackingNumber);
    const open = await askedAndOpen(tx, request.filingId).execute();
    if (open.length === 0) return 'over';
    for (const { id } of open) {
      await tx.sql
        .updateTable('complaint')
        .set({ answered_at: tx.now, answer, answer_sealed: sealComplaint(engine.keys, id, 'answer', text), decidable_at: tx.now })
        .where('id', '=', id)
        .execute();
    }
    await noteEvent(tx, request, 'complaint-answered');
    await record(tx, ...open.map(({ id }) => ({ act: 'complaint.answered' as const, subjects: { complaint: id } })));
    return 'answered';
  });
}

export interface OpenQuestion {
  readonly id: string;
  readonly until: Date;
  /** What was decided that it is against. */
  readonly outcome: 'remove' | 'restrict' | 'keep' | 'refer' | null;
  /** The upload that it is about: what the service calls it, or a place of which nothing was screened; and its row, where it was screened. */
  readonly contentId: string | null;
  readonly ref: string | null;
}

/** Complaints of a filing to which she has not answered, and nobody has decided; the first first. */
export async function openQuestions(tx: Tx, filingId: string): Promise<readonly OpenQuestion[]> {
  return askedAndOpen(tx, filingId)
    .leftJoin('decision', 'decision.id', 'complaint.decision_id')
    .leftJoin('action', 'action.id', 'complaint.action_id')
    .select(['decision.outcome', 'action.content_id as contentId', 'action.ref'])
    .where('complaint.answered_at', 'is', null)
    .execute();
}

/** Her case has ended, and nobody is left who could answer: complaints that wait for her can be judged from now on. */
export async function awaitAnswersNoMore(tx: Tx, caseId: string): Promise<void> {
  await tx.sql
    .updateTable('complaint')
    .set({ decidable_at: tx.now })
    .where('tracking_number', 'in', (eb) => eb.selectFrom('request').select('request.tracking_number').where('case_id', '=', caseId))
    .where('complainant', '=', 'uploader')
    .where('answered_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('decidable_at', '>', tx.now)
    .execute();
}

/** Complaints about removals of a filing about which she was asked, and that nobody has decided. */
function askedAndOpen(tx: Tx, filingId: string) {
  return tx.sql
    .selectFrom('complaint')
    .innerJoin('request', 'request.tracking_number', 'complaint.tracking_number')
    .select(['complaint.id', 'complaint.decidable_at as until'])
    .where('request.filing_id', '=', filingId)
    .where('complaint.complainant', '=', 'uploader')
    .where('complaint.asked_at', 'is not', null)
    .where('complaint.decided_at', 'is', null)
    .orderBy('complaint.filed_at');
}

/** Until when a refusal of this request, or a restriction in place of a removal, can be complained about; null: it cannot, or was already. */
export async function mayComplainUntil(engine: Engine, tx: Tx, request: RequestRow): Promise<Date | null> {
  const decision = await standingDecision(tx, request.trackingNumber);
  if (
    decision === null ||
    (decision.outcome !== 'keep' && decision.outcome !== 'restrict') ||
    (await complainable(tx, decision.id)) === null ||
    (await namedBy(engine, tx, request)).isAllReferred
  )
    return null;
  return (await complaintOn(tx, 'decision_id', decision.id)) === undefined ? complaintUntil(decision.decided_at) : null;
}

export interface LastComplained {
  readonly trackingNumber: string;
  readonly at: Date;
  readonly isAnswered: boolean;
  /** Why nobody judged it; null where somebody did, or still has to. */
  readonly unjudged: Unjudged | null;
}

/** When she last said of an answer to one of these requests that it is wrong, and whether that was answered; null where no such answer stands. */
export async function lastComplained(tx: Tx, trackingNumbers: readonly string[]): Promise<LastComplained | null> {
  const row = await tx.sql
    .selectFrom('complaint')
    .innerJoin('decision', 'decision.id', 'complaint.decision_id')
    .select(['complaint.filed_at', 'complaint.decided_at', 'complaint.ground', 'complaint.tracking_number'])
    .where('complaint.complainant', '=', 'requester')
    .where('complaint.tracking_number', 'in', [...trackingNumbers])
    .where('decision.reversed_at', 'is', null)
    .orderBy('complaint.filed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.tracking_number === null) return null;
  return {
    trackingNumber: row.tracking_number,
    at: row.filed_at,
    isAnswered: row.decided_at !== null,
    unjudged: row.ground === null ? null : unjudgedBecause('requester', row.ground),
  };
}

async function lockOwn(tx: Tx, caseId: string, trackingNumber: string): Promise<RequestRow> {
  const request = (await lockFiling(tx, trackingNumber)).find((one) => one.trackingNumber === trackingNumber);
  if (request === undefined || request.caseId !== caseId) throw new Problem('request/unknown');
  return request;
}

function requireReason(of: ComplainedOf, reason: string): void {
  if (isReasonAgainst(of, reason)) return;
  throw new Problem('complaint/reason', {
    pointer: '/reason',
    detail: `Against this decision these reasons can be given: ${complaintReasonsAgainst[of].join(', ')}.`,
  });
}

async function standingDecision(tx: Tx, trackingNumber: string) {
  const row = await tx.sql
    .selectFrom('decision')
    .select(['id', 'outcome', 'decided_at'])
    .where('tracking_number', '=', trackingNumber)
    .where('reversed_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What a complaint about this act of the service is against: of what was taken away for a copyright notice more can be said. */
export async function complainedOf(tx: Tx, actionId: string): Promise<'taken-away' | 'taken-away-for-copyright'> {
  const row = await tx.sql
    .selectFrom('action')
    .leftJoin('decision', 'decision.id', 'action.decision_id')
    .innerJoin('request', (join) =>
      join.on((eb) => eb('request.tracking_number', '=', eb.fn.coalesce('decision.tracking_number', 'action.tracking_number'))),
    )
    .select('request.basis')
    .where('action.id', '=', actionId)
    .executeTakeFirst();
  return row?.basis === 'dmca' ? 'taken-away-for-copyright' : 'taken-away';
}

/** The act that a complaint about this one is about: of a restriction or a hold before a decision, the removal that followed it. */
async function meantAction(tx: Tx, actionId: string): Promise<string> {
  const action = await tx.sql.selectFrom('action').select(['kind', 'decision_id']).where('id', '=', actionId).executeTakeFirst();
  if (action === undefined || !isMeanwhileAct(action)) return actionId;
  const since = await sinceRestricted(tx.sql, actionId);
  return since.kind === 'removed' || since.kind === 'limited' ? since.actionId : actionId;
}

interface AgainstAction {
  readonly id: string;
  readonly kind: string;
  readonly decision_id: string | null;
  readonly opened_at: Date;
  readonly visibility: string | null;
}

/** Whether an uploader can complain about it: a removal or restriction that stands, or what is restricted or held until somebody decides. */
async function mayBeAgainst(tx: Tx, action: AgainstAction): Promise<boolean> {
  const { id, kind, decision_id: decisionId, opened_at: openedAt, visibility } = action;
  if (decisionId === null)
    return isMeanwhileAct(action) && tx.now <= complaintUntil(openedAt) && (await sinceRestricted(tx.sql, id)).kind === 'stands';
  if (!takesAway(kind) && visibility === null) return false;
  // The reasons may have been told later than it was decided, and the months run from when they were (Regulation (EU) 2022/2065, Article 20(2)).
  const stated = await tx.sql.selectFrom('statement').select('made_at').where('action_id', '=', id).executeTakeFirst();
  const outcome = (await complainable(tx, decisionId, stated?.made_at))?.outcome;
  return outcome === 'remove' || outcome === 'restrict';
}

/** Complaints about a restriction or a hold of what is removed now are about the removal from now on, and she is asked as about any other. Call it before anything is announced. */
export async function complaintsGoOn(tx: Tx, decisionId: string, request: RequestRow | null): Promise<void> {
  const askedAt = request !== null && (await canBeAsked(tx, request.caseId)) ? tx.now : null;
  const decidableAt = decidableFrom({ by: 'uploader', hasOtherSide: askedAt !== null, filedAt: tx.now, answeredAt: null });
  const moved = await goOnAgainstRemoval(tx, { decisionId, askedAt, decidableAt });
  if (request !== null && askedAt !== null && moved.length > 0)
    await noteEvent(tx, request, 'complaint-asked', { until: decidableAt.toISOString() });
}

/** A decision that a complaint can be against: it stands, is no referral, is no answer to a complaint, and was made, or told with its reasons, within six months. */
async function complainable(tx: Tx, decisionId: string | null, statedAt?: Date) {
  if (decisionId === null) return null;
  const row = await tx.sql
    .selectFrom('decision')
    .select(['id', 'outcome', 'ground', 'decided_at'])
    .where('id', '=', decisionId)
    .where('reversed_at', 'is', null)
    .where('outcome', '<>', 'refer')
    .where('ground', 'not in', [afterComplaint.key, ...outsideGrounds.map(({ key }) => key)])
    .executeTakeFirst();
  return row === undefined || tx.now > complaintUntil(statedAt ?? row.decided_at) ? null : row;
}

async function earlierOf(
  tx: Tx,
  column: 'action_id' | 'decision_id',
  value: string,
  now: { readonly keys: KeyRing; readonly reason: string; readonly text: string },
): Promise<Complained | null> {
  const row = await complaintOn(tx, column, value);
  if (row === undefined) return null;
  const isSame = row.reason === now.reason && openComplaint(now.keys, row.id, 'text', row.text_sealed) === now.text.trim();
  const isUnjudged = row.outcome === 'rejected' && row.ground !== null && unjudgedBecause(row.complainant, row.ground) !== null;
  return { complaintId: row.id, filedAt: row.filed_at, outcome: isUnjudged ? 'closed' : row.outcome, was: isSame ? 'before' : 'otherwise' };
}

async function complaintOn(tx: Tx, column: 'action_id' | 'decision_id', value: string) {
  return tx.sql
    .selectFrom('complaint')
    .select(['id', 'filed_at', 'outcome', 'ground', 'complainant', 'reason', 'text_sealed'])
    .where(column, '=', value)
    .where('complainant', '=', column === 'action_id' ? 'uploader' : 'requester')
    .executeTakeFirst();
}

/** Whether there is a person who can still open the case and answer. */
async function canBeAsked(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('case_file')
    .select('id')
    .where('id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('code_mac', 'is not', null), eb('follow_mac', 'is not', null)]))
    .executeTakeFirst();
  return row !== undefined;
}

interface NewComplaint {
  readonly id: string;
  readonly platformId: string;
  readonly decisionId: string | null;
  readonly by: ComplaintBy;
  readonly actionId: string | null;
  readonly trackingNumber: string | null;
  readonly reason: string;
  readonly text: string;
  readonly via: 'page' | 'api' | 'case';
  readonly askedAt: Date | null;
  readonly decidableAt: Date;
}

async function insertComplaint({ keys }: Engine, tx: Tx, one: NewComplaint): Promise<void> {
  await tx.sql
    .insertInto('complaint')
    .values({
      id: one.id,
      platform_id: one.platformId,
      decision_id: one.decisionId,
      complainant: one.by,
      action_id: one.actionId,
      tracking_number: one.trackingNumber,
      reason: one.reason,
      text_sealed: sealComplaint(keys, one.id, 'text', one.text),
      filed_via: one.via,
      filed_at: tx.now,
      asked_at: one.askedAt,
      decidable_at: one.decidableAt,
    })
    .execute();
}

/** Tells the platform, and enters the ledger: last in the transaction. */
async function tell(
  engine: Engine,
  tx: Tx,
  { id, platformId, by, ...of }: { id: string; platformId: string; by: ComplaintBy; actionId?: string; trackingNumber?: string },
): Promise<void> {
  await announce(tx, engine.queue, engine.random, [
    { platformId, type: 'complaint.received', data: { complaintId: id, complainant: by, ...of } },
  ]);
  await record(tx, { act: 'complaint.received', subjects: { complaint: id, by } });
}
