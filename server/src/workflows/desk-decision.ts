/** What was decided, by whom, and what does it still wait for? */
import {
  afterComplaint,
  basisOf,
  everyMatchGround,
  groundOf,
  isBasisId,
  isFinalAnswer,
  outsideGrounds,
  outsideGroundsFor,
  theRule,
  undoUntil,
  visibilityFrom,
} from '@likeness/casework';
import type { DecisionMade, ProposalOnPage } from '@likeness/web/moderator';
import type { KeyRing } from '../config/key-ring.ts';
import type { Db, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { isComplainedAbout } from '../store/reversals.ts';
import { alsoKindOf } from './also-acted-on.ts';
import { openNote as openActionNote } from './complete.ts';
import { openNote } from './decision-note.ts';
import type { Engine } from './engine.ts';
import { foundWords } from './findings.ts';
import { whyNotTakenBack } from './not-taken-back.ts';
import { partsInQuestion } from './reverse-part.ts';
import type { Proposal } from './second-look.ts';

/** A decision as colleagues read it; null when there is none with this id. */
export async function decisionMade(
  { keys, laws, undoMinutes }: Pick<Engine, 'keys' | 'laws' | 'undoMinutes'>,
  tx: Tx,
  decisionId: string,
): Promise<DecisionMade | null> {
  const { sql: db, now } = tx;
  const row = await db
    .selectFrom('decision')
    .leftJoin('moderator', 'moderator.id', 'decision.moderator_id')
    .leftJoin('moderator as second', 'second.id', 'decision.seconded_by')
    .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .leftJoin('referral', 'referral.decision_id', 'decision.id')
    .select([
      'decision.id',
      'decision.platform_id',
      'decision.outcome',
      'decision.ground',
      'decision.note_sealed',
      'decision.findings_sealed',
      'decision.decided_at',
      'moderator.name',
      'second.name as second_name',
      'request.basis',
      'referral.id as referral_id',
    ])
    .where('decision.id', '=', decisionId)
    // Of the same file that came again there may be others.
    .orderBy('referral.known_at')
    .executeTakeFirst();
  if (row === undefined) return null;
  const until = undoUntil({ decision: row.outcome, decidedAt: row.decided_at }, undoMinutes);
  const isInTime = until !== null && now < until && !isFinalAnswer(row.ground);
  const hasComplaint = (isInTime || row.name === null) && (await isComplainedAbout(db, row.id));
  const notTakenBack = isInTime && !hasComplaint ? await whyNotTakenBack({ keys }, tx, row.id) : null;
  const outside =
    row.outcome === 'remove' || row.outcome === 'restrict'
      ? outsideGroundsFor(row.basis !== null && isBasisId(row.basis) ? row.basis : null)
      : [];
  return {
    decisionId: row.id,
    undoUntil: isInTime && !hasComplaint && notTakenBack === null ? until : null,
    isLeftToComplaint: hasComplaint,
    notTakenBack,
    outside,
    decision: row.outcome,
    referralId: row.referral_id,
    ground: row.ground,
    groundLabel: labelOfGround(row.basis, row.ground),
    decidedBy: row.name ?? theRule,
    isByRule: row.name === null,
    agreedBy: row.second_name,
    decidedAt: row.decided_at,
    note: openNote(keys, row.id, row.note_sealed),
    findings: row.basis === null || !isBasisId(row.basis) ? [] : foundWords(keys, laws, row.id, row.basis, row.findings_sealed),
    actions: await actionsOf(db, keys, row),
    pictures: outside.length === 0 ? [] : await partsInQuestion(db, row.id),
  };
}

/** A ground that this version no longer lists still has its name. */
export function labelOfGround(basis: string | null, ground: string): string {
  const known =
    basis !== null && isBasisId(basis)
      ? groundOf(basisOf(basis), ground)
      : [...everyMatchGround, ...outsideGrounds, afterComplaint].find(({ key }) => key === ground);
  return known?.label ?? ground;
}

/** What a decision is about: the number of its request, or the id of its review. */
export async function subjectOfDecision(
  db: Db,
  decisionId: string,
): Promise<{ readonly kind: 'request' | 'review'; readonly id: string } | null> {
  const row = await db
    .selectFrom('decision')
    .select(['tracking_number', 'review_id'])
    .where('id', '=', uuidOf(decisionId))
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.tracking_number !== null) return { kind: 'request', id: row.tracking_number };
  return row.review_id === null ? null : { kind: 'review', id: row.review_id };
}

/** What waits for a second person, as a colleague reads it; `basis` is null for a match. */
export function proposalOnPage(basis: string | null, proposal: Proposal | null, moderatorId: string): ProposalOnPage | null {
  if (proposal === null) return null;
  const { decision, ground, moderatorName, at, note, adult, unscreened, ofFound, also, found } = proposal;
  const groundLabel = labelOfGround(basis, ground);
  return {
    decision,
    ground,
    groundLabel,
    by: moderatorName,
    isMine: proposal.moderatorId === moderatorId,
    at,
    note,
    adult,
    unscreened,
    ofFound,
    also,
    tests: found,
  };
}

/** The last decision about a request that stands; null while there is none. */
export async function decisionOfRequest(db: Db, trackingNumber: string): Promise<string | null> {
  const row = await db
    .selectFrom('decision')
    .select('id')
    .where('tracking_number', '=', trackingNumber)
    .where('reversed_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function actionsOf(
  db: Db,
  keys: KeyRing,
  decision: { readonly id: string; readonly platform_id: string; readonly decided_at: Date },
): Promise<DecisionMade['actions']> {
  const actions = await db
    .selectFrom('action')
    .select(['id', 'kind', 'content_id', 'opened_at', 'completed_at', 'note_sealed', 'target', 'visibility', 'taken_back_at'])
    .where('decision_id', '=', decision.id)
    .orderBy('opened_at')
    .orderBy('content_id')
    .execute();
  if (actions.length === 0) return [];
  const deliveries = await db
    .selectFrom('feed')
    .leftJoin('delivery', 'delivery.feed_id', 'feed.id')
    .select((eb) => [
      eb.ref('feed.data', '->>').key('actionId').as('action_id'),
      'delivery.endpoint_id',
      'delivery.attempts',
      'delivery.delivered_at',
    ])
    .where('feed.platform_id', '=', decision.platform_id)
    // Written in the decision's own transaction, at its own time.
    .where('feed.at', '=', decision.decided_at)
    .where(
      (eb) => eb.ref('feed.data', '->>').key('actionId'),
      'in',
      actions.map(({ id }) => id),
    )
    .execute();
  const byAction = Map.groupBy(deliveries, ({ action_id }) => action_id);
  return actions.map((row) => {
    const sent = (byAction.get(row.id) ?? []).filter(({ endpoint_id }) => endpoint_id !== null);
    return {
      action: row.kind.endsWith('.remove') ? 'remove' : row.kind.endsWith('.restrict') ? 'restrict' : 'restore',
      visibility: visibilityFrom(row.visibility),
      beside: alsoKindOf(row.kind),
      target: row.target,
      contentId: row.content_id,
      openedAt: row.opened_at,
      completedAt: row.completed_at,
      note: row.note_sealed === null ? '' : openActionNote(keys, row.id, row.note_sealed),
      delivery: deliveryOf(sent),
      takenBackAt: row.taken_back_at,
    };
  });
}

/** Taken by any of the service's addresses is taken. */
function deliveryOf(
  sent: readonly { readonly attempts: number | null; readonly delivered_at: Date | null }[],
): DecisionMade['actions'][number]['delivery'] {
  if (sent.length === 0) return 'no-endpoint';
  if (sent.some(({ delivered_at }) => delivered_at !== null)) return 'delivered';
  return sent.every(({ attempts }) => attempts === 0) ? 'sent' : 'not-taken';
}
