/** Was the decision wrong? Judged by somebody else than who made it, after the other side could answer; upheld, it is taken back at once, and whoever complained reads why. */
import {
  afterComplaint,
  type ComplaintBy,
  type ComplaintOutcome,
  complaintGroundsFor,
  decidedAnew,
  requireComplaintGround,
} from '@likeness/casework';
import { withdrawOfAction } from '../outbox/submissions.ts';
import { lockFiling, noteEvent, type RequestRow } from '../store/cases.ts';
import { lockContents, openReviewOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import type { DecidedPart } from '../store/decided-part.ts';
import { uuidOf } from '../store/ids.ts';
import { matchHold, sinceRestricted } from '../store/meanwhile.ts';
import { isOfReferred } from '../store/referrals.ts';
import { isLimitOfEnded } from '../store/reversals.ts';
import { alsoKindOf, takeBackBeside } from './also-acted-on.ts';
import { answered, closeUnjudged } from './answer-complaint.ts';
import { namedBy } from './answer-other-laws.ts';
import { keepAfterComplaint } from './decide.ts';
import { releaseOverturned } from './desk-hold.ts';
import type { Engine } from './engine.ts';
import { heldByMatch, shownAgain } from './restrict-meanwhile.ts';
import { type Reversed, reverse, writeReversed } from './reverse.ts';
import { partInQuestion, reversePart } from './reverse-part.ts';
import { complaintWaitsForYoung } from './young-elsewhere.ts';

export interface ComplaintRuling {
  readonly complaintId: string;
  readonly outcome: ComplaintOutcome;
  /** Key of one of `complaintGroundsFor`. */
  readonly ground: string;
  /** The moderator's own words, for colleagues; sealed. */
  readonly note: string;
  readonly moderatorId: string;
}

/** `not-you`: who decided first, or agreed to it, does not judge the complaint. `too-early`: the other side can still answer. `may-be-young`: another request, still to be decided, says that it may show somebody under 18; a referral closes the complaint. `moot`: the decision was taken back meanwhile, or what was restricted without one is referred and cannot be shown. */
export type ComplaintRuled = 'decided' | 'already' | 'not-you' | 'too-early' | 'may-be-young' | 'moot' | 'unknown';

/** Decides a complaint. Two moderators at once: one wins, the other is told. @throws RangeError for a ground that does not fit. */
export async function decideComplaint(engine: Engine, ruling: ComplaintRuling): Promise<ComplaintRuled> {
  const ruled = await engine.store.transact((tx) => ruledIn(engine, tx, ruling));
  // Its match was decided at this very moment: it is about that decision now, and whoever asked comes first.
  return ruled === 'moved' ? decideComplaint(engine, ruling) : ruled;
}

async function ruledIn(engine: Engine, tx: Tx, ruling: ComplaintRuling): Promise<ComplaintRuled | 'moved'> {
  const { complaintId, outcome, moderatorId } = ruling;

  const named = await tx.sql
    .selectFrom('complaint')
    .leftJoin('action', 'action.id', 'complaint.action_id')
    .select(['complaint.id', 'complaint.tracking_number', 'complaint.decision_id', 'action.kind', 'action.ref'])
    .where('complaint.id', '=', uuidOf(complaintId))
    .executeTakeFirst();
  if (named === undefined) return 'unknown';
  // Request first, as everywhere.
  const filing = named.tracking_number === null ? [] : await lockFiling(tx, named.tracking_number);
  // Of a hold the upload: whoever decides its match locks that before the complaint, too.
  const isOfHold = named.kind === matchHold && named.decision_id === null;
  if (isOfHold && named.ref !== null) await lockContents(tx, [named.ref]);
  // Then the decision: whoever sets it aside holds it before the complaint, too.
  if (named.decision_id !== null)
    await tx.sql.selectFrom('decision').select('id').where('id', '=', named.decision_id).forNoKeyUpdate().execute();
  const complaint = await tx.sql
    .selectFrom('complaint')
    .leftJoin('decision', 'decision.id', 'complaint.decision_id')
    .leftJoin('action', 'action.id', 'complaint.action_id')
    .selectAll('complaint')
    .select([
      (eb) => eb.fn.coalesce('decision.moderator_id', 'action.restricted_by').as('first_by'),
      'decision.seconded_by',
      'decision.reversed_at',
      'action.kind as action_kind',
      'action.taken_back_at',
      'action.ref',
      'action.content_id',
    ])
    .where('complaint.id', '=', named.id)
    .forUpdate('complaint')
    .executeTakeFirstOrThrow();
  const { complainant: by, decision_id: decisionId } = complaint;
  if (isOfHold && decisionId !== null) return 'moved';
  // Against what stands beside the picture: the removal of the picture itself is not in question, and whoever asked for it was not asked.
  const besideId = complaint.action_kind !== null && alsoKindOf(complaint.action_kind) !== null ? complaint.action_id : null;
  const ground = requireComplaintGround(by, outcome, ruling.ground);
  if (!complaintGroundsFor(by, besideId !== null).includes(ground)) throw new RangeError('this ground answers another complaint');
  if (complaint.decided_at !== null) return 'already';
  if (complaint.first_by === moderatorId || complaint.seconded_by === moderatorId) return 'not-you';
  if (tx.now < complaint.decidable_at) return 'too-early';
  if (await complaintWaitsForYoung(tx, complaint)) return 'may-be-young';
  const since = decisionId === null && complaint.action_id !== null ? (await sinceRestricted(tx.sql, complaint.action_id)).kind : null;
  // Given back with another copy of its picture, of which a complaint was right.
  const isGivenBack = by === 'uploader' && decisionId !== null && complaint.taken_back_at !== null;
  const isOver = complaint.reversed_at !== null || isGivenBack || since === 'over' || since === 'removed' || since === 'limited';
  // Whoever posted it got what they asked for; for whoever asked for more there is nothing left to open again.
  if (isOver && outcome === (by === 'uploader' ? 'rejected' : 'upheld')) return 'moot';
  // What was referred stays out of view, and neither side learns of that.
  const request = filing.find(({ trackingNumber }) => trackingNumber === named.tracking_number);
  const isReferred =
    since === 'referred' ||
    (complaint.action_kind !== null &&
      (await isOfReferred(tx.sql, {
        kind: complaint.action_kind,
        platformId: complaint.platform_id,
        ref: complaint.ref,
        contentId: complaint.content_id ?? '',
      }))) ||
    (by === 'requester' && request !== undefined && (await namedBy(engine, tx, request)).isAllReferred);
  if (isReferred && outcome === 'upheld') return 'moot';
  const isUpheld = outcome === 'upheld' && !isOver;
  const isOfPicture = by === 'uploader' && besideId === null;
  const part =
    isUpheld && isOfPicture && decisionId !== null && complaint.action_id !== null
      ? await partInQuestion(tx.sql, decisionId, complaint.action_id)
      : null;
  // Whoever was never asked hears only of what changes for them.
  if (request !== undefined && besideId === null && (by === 'requester' || complaint.asked_at !== null || outcome === 'upheld'))
    await noteEvent(tx, request, 'complaint-decided', { by, outcome, ...(part !== null || isGivenBack ? { isOfPart: true } : {}) });
  const reversed =
    decisionId === null
      ? isOfHold
        ? await letGo(engine, tx, { isUpheld, ref: complaint.ref, actionId: complaint.action_id, moderatorId })
        : await givenBack(engine, tx, { isUpheld, request, ref: complaint.ref, actionId: complaint.action_id, moderatorId })
      : await takenBack(engine, tx, { decisionId, besideId, part, isUpheld, by, moderatorId });
  if (reversed === null) return 'moot';
  // The other laws that the same decision answered: nothing else is written of them there.
  if (part !== null)
    for (const other of reversed.requests)
      if (other.trackingNumber !== request?.trackingNumber)
        await noteEvent(tx, other, 'complaint-decided', { by, outcome, isOfPart: true });
  // Only once it is done: something else may keep it down, and then nobody reads that it is shown again.
  const answer = await answered(engine, tx, complaint, { ground, note: ruling.note, moderatorId });
  // Whoever asked is right, and it is decided anew: of what else is said about the same decisions nothing is left to judge.
  const closed = await closeUnjudged(engine, tx, by === 'requester' ? reversed : nothing, {
    grounds: { uploader: decidedAnew, requester: ground },
    note: ruling.note,
    moderatorId,
  });
  await writeReversed(engine, tx, {
    ...reversed,
    announcements: [answer.announcement, ...closed.announcements, ...reversed.announcements],
    acts: [answer.act, ...closed.acts, ...reversed.acts],
  });
  return 'decided';
}

const nothing: Reversed = { changedItems: [], unlisted: new Map(), announcements: [], acts: [], decisionIds: [], requests: [] };

/** What was restricted before a decision is shown again, where no match holds it. The request stays open in its time, and the rule restricts nothing for it a second time. */
async function givenBack(
  engine: Engine,
  tx: Tx,
  {
    isUpheld,
    request,
    ref,
    actionId,
    moderatorId,
  }: {
    readonly isUpheld: boolean;
    readonly request: RequestRow | undefined;
    readonly ref: string | null;
    readonly actionId: string | null;
    readonly moderatorId: string;
  },
): Promise<Reversed> {
  const [content] = isUpheld && ref !== null ? await lockContents(tx, [ref]) : [];
  if (request === undefined || content === undefined || actionId === null) return nothing;
  const held = await heldByMatch(engine, tx, content);
  const announcement = held ?? (await shownAgain(engine, tx, request, content, complaintRight));
  await tx.sql.updateTable('action').set({ taken_back_at: tx.now }).where('id', '=', actionId).execute();
  await withdrawOfAction(tx, actionId);
  return {
    ...nothing,
    announcements: [announcement],
    acts: [{ act: 'action.taken-back', subjects: { action: actionId, moderator: moderatorId } }],
  };
}

/** What a match held before anybody had looked is shown again: somebody has looked now, so the match is decided with it, to keep, and nobody is asked about it a second time. Null, and nothing is written, where no match of it is open. */
async function letGo(
  engine: Engine,
  tx: Tx,
  {
    isUpheld,
    ref,
    actionId,
    moderatorId,
  }: { readonly isUpheld: boolean; readonly ref: string | null; readonly actionId: string | null; readonly moderatorId: string },
): Promise<Reversed | null> {
  if (!isUpheld || ref === null || actionId === null) return nothing;
  const reviewId = await openReviewOf(tx, ref);
  const kept = reviewId === null ? null : await keepAfterComplaint(engine, tx, { reviewId, moderatorId });
  if (kept === null) return null;
  await tx.sql.updateTable('action').set({ taken_back_at: tx.now }).where('id', '=', actionId).execute();
  await withdrawOfAction(tx, actionId);
  return {
    ...nothing,
    ...kept.toWrite,
    acts: [...kept.toWrite.acts, { act: 'action.taken-back', subjects: { action: actionId, moderator: moderatorId } }],
  };
}

const complaintRight =
  'A complaint against keeping it from being seen was right. Show it again; the request itself is still to be decided.';

/** The whole decision; where it is about more than the picture in question, that part of it; or where the complaint is about what stands beside the picture that act alone. */
async function takenBack(
  engine: Engine,
  tx: Tx,
  {
    decisionId,
    besideId,
    part,
    isUpheld,
    by,
    moderatorId,
  }: {
    readonly decisionId: string;
    readonly besideId: string | null;
    readonly part: DecidedPart | null;
    readonly isUpheld: boolean;
    readonly by: ComplaintBy;
    readonly moderatorId: string;
  },
): Promise<Reversed> {
  if (!isUpheld) return nothing;
  // Nobody decides anew for a case that has ended: what was too little stays, and whoever posted it can say what they want of it.
  if (by === 'requester' && (await isLimitOfEnded(tx.sql, decisionId))) return nothing;
  if (part !== null) {
    const stands = { ground: afterComplaint, note: '' };
    return reversePart(engine, tx, { decisionId, part, because: 'complaint', moderatorId, stands });
  }
  if (besideId === null) {
    const reversed = await reverse(engine, tx, { decisionId, because: 'complaint', moderatorId, isTooLittle: by === 'requester' });
    return { ...reversed, acts: [...reversed.acts, ...(await releaseOverturned(tx, reversed.decisionIds))] };
  }
  await withdrawOfAction(tx, besideId);
  const announcements = await takeBackBeside(engine, tx, { actionIds: [besideId] });
  return { ...nothing, announcements, acts: [{ act: 'action.taken-back', subjects: { action: besideId, moderator: moderatorId } }] };
}
