/** What is the service told of each upload when a decision is taken back, and of what was held because of it? */
import {
  actsOfReversal,
  hiddenForYoung,
  noLongerListed,
  type ReversedBecause,
  restrictionTakenBack,
  statementStandsAgain,
  statementTakenBack,
  statementTakenBackHidden,
  takenBackWithLimit,
  type Visibility,
  visibilityTakenBack,
} from '@likeness/casework';
import type { Statement } from '@likeness/contract';
import type { UploadStanding } from '@likeness/web/moderator';
import { uuid } from '../config/random.ts';
import type { Announcement } from '../outbox/feed.ts';
import { openYoungRequestsOf } from '../store/cases.ts';
import { type Content, isLimited, lockContents, standingsOf, withOpenReview } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { isStatedMeanwhile } from '../store/meanwhile.ts';
import { referredPlaces } from '../store/places.ts';
import { restrictionsOf } from '../store/restrictions.ts';
import { heldBecauseOf, type ReversibleAction, restrictedBefore, waitingBecauseOf } from '../store/reversals.ts';
import type { Engine } from './engine.ts';
import { keepDown } from './kept-down.ts';
import { holdStated, stateHold } from './state-hold.ts';

export interface GivenBack {
  readonly decisions: readonly { readonly id: string }[];
  readonly because: ReversedBecause;
  readonly actions: readonly ReversibleAction[];
  readonly contents: readonly Content[];
  /** Uploads that another decision wants down. */
  readonly wanted: ReadonlySet<string>;
  /** Uploads that a match holds again. */
  readonly held: ReadonlySet<string>;
  /** Of those, what a list met only while it was down: whoever uploaded it has no reasons for that yet. */
  readonly heldAnew: ReadonlySet<string>;
  /** Uploads that a decision restricts again, which this one had lifted. */
  readonly putBack: ReadonlySet<string>;
  /** The decision stands: what gives this part of it back is no order of that decision. */
  readonly isPart?: boolean;
}

/** What the service is told, and uploads that something else holds by now: whoever uploaded one hears that a statement counts no more once it is given back. */
export interface ToldOfGivenBack {
  readonly announcements: readonly Announcement[];
  readonly owed: ReadonlySet<string>;
}

/** Takes back what was ordered, except where somebody else relies on it, and tells the service where each upload stands now; what another decision keeps down is that one's from now on. */
export async function giveBack(
  engine: Engine,
  tx: Tx,
  { decisions, because, actions, contents, wanted, held, heldAnew, putBack, isPart = false }: GivenBack,
): Promise<ToldOfGivenBack> {
  const ids = new Set(decisions.map(({ id }) => id));
  const urls = new Map(contents.map(({ ref, url }) => [ref, url]));
  const restricted = await restrictedBefore(tx, actions);
  const stated = await statedAbout(tx, actions);
  const told: Announcement[] = [];
  const owed = new Set<string>();
  const standings = await standingsOf(tx.sql, contents);
  const judgedStill = await withOpenReview(
    tx,
    contents.flatMap(({ ref }) => (held.has(ref) ? [] : [ref])),
    'hold',
  );
  const isGivenBack = ({ kind, given_back_by: by }: Unordered | ReversibleAction): boolean =>
    kind === 'content.restore' || (by !== null && ids.has(by));
  // That fewer people see it nobody else relies on: another decision that restricts it has an act of its own.
  for (const action of actions) if (action.visibility !== null && !isGivenBack(action)) await takeBack(tx, action.id);
  const restrictions = await restrictionsOf(
    tx.sql,
    contents.map(({ ref }) => ref),
  );
  const young = await openYoungRequestsOf(
    tx.sql,
    contents.map(({ ref }) => ref),
  );
  const answered = new Set<string>();
  for (const action of [
    ...actions,
    ...contents.flatMap((content) => (isSeen(standings.get(content.ref) ?? 'visible') ? unordered(content, held, putBack) : [])),
  ]) {
    const { id, ref, content_id: contentId, platform_id: platformId } = action;
    const isWantedDown = ref !== null && wanted.has(ref);
    const isRestriction = action.visibility !== null;
    const was = isGivenBack(action) ? 'given-back' : action.kind === 'content.remove' ? 'removed' : 'restricted';
    const standing = ref === null ? 'visible' : (standings.get(ref) ?? 'visible');
    // Removed, and screened again since: what somebody is still to judge holds it by itself.
    const isJudgedStill = was === 'removed' && standing === 'held' && ref !== null && judgedStill.has(ref);
    const isReferredThere = ref === null && (await referredPlaces(tx.sql, platformId, [contentId])).size > 0;
    const isOvertaken = isJudgedStill || isReferredThere || (ref !== null && overtakes[was].includes(standing));
    if (id !== null && !isWantedDown && !isRestriction) await takeBack(tx, id);
    if (action.gone_at !== null) continue;
    // Given back once after it was held in between, it was restricted twice by one decision.
    const place = ref ?? `place ${contentId}`;
    if (answered.has(place)) continue;
    answered.add(place);
    if (isJudgedStill && id !== null && stated.has(id)) owed.add(ref);
    const content = contents.find((one) => one.ref === ref);
    if (isWantedDown && !isRestriction && id !== null && action.kind === 'content.remove' && content !== undefined) {
      const kept = await keepDown(engine, tx, { ...action, id }, content);
      if (kept !== null) told.push(kept);
      continue;
    }
    const restriction = ref === null ? null : (restrictions.get(ref) ?? null);
    const saidIn = ref === null ? null : (young.get(ref) ?? null);
    const restrictedFor = (id === null ? null : restricted.get(id)) ?? saidIn;
    const [act] = actsOfReversal(because, [
      {
        contentId,
        isWantedDown: isWantedDown || isOvertaken,
        was,
        isHeldAgain: ref !== null && held.has(ref),
        isHeldAnew: ref !== null && heldAnew.has(ref),
        isRestrictedAgain: id !== null && restricted.has(id),
        visibility: restriction?.visibility ?? null,
        isPutBack: ref !== null && putBack.has(ref) && isSeen(standing),
        isSaidYoung: saidIn !== null,
      },
    ]);
    if (act === undefined) continue;
    if (id !== null && isRestriction && was === 'given-back') await takeBack(tx, id);
    if (ref !== null && act.action !== 'content.hold') await holdNoLonger(tx, ref);
    const url = ref === null ? null : (urls.get(ref) ?? null);
    const isAddress = ref === null && /^https?:\/\//i.test(contentId);
    const named = isAddress ? { url: contentId } : { contentId, ...(url === null ? {} : { url }) };
    // What is held by a match is held by its verdict, and has no act of its own.
    const actionId =
      act.action === 'content.hold'
        ? null
        : await insertAction(engine, tx, {
            platformId,
            contentId,
            ref,
            kind: act.action,
            ...(act.visibility !== undefined && restriction !== null
              ? { decisionId: restriction.decisionId, trackingNumber: null, visibility: act.visibility }
              : act.action === 'content.restrict'
                ? { decisionId: null, trackingNumber: restrictedFor }
                : { decisionId: isPart ? null : action.decision_id, trackingNumber: null }),
          });
    const isTold = id !== null && stated.has(id) && (act.action === 'content.restore' || act.visibility !== undefined);
    const isStatedHidden = id !== null && stated.has(id) && saidIn !== null && act.sentence === hiddenForYoung;
    const again =
      was === 'given-back' && act.action === 'content.restrict' && ref !== null
        ? await statedBefore(
            tx,
            ref,
            act.visibility === undefined ? { trackingNumber: restrictedFor ?? '' } : { decisionId: restriction?.decisionId ?? '' },
          )
        : null;
    // Held as before: whoever uploaded it has the reasons, and may have heard since that it was something else.
    const heldBefore = act.action === 'content.hold' && ref !== null ? await holdStated(tx, ref) : null;
    const isNewHold = act.action === 'content.hold' && heldBefore === null && ref !== null && heldAnew.has(ref);
    const heldNow = isNewHold && content !== undefined ? await stateHold(engine, tx, content) : heldBefore;
    const data = {
      ...(actionId === null ? {} : { actionId }),
      ...(heldNow === null ? {} : heldNow),
      ...(heldBefore?.statement === undefined ? {} : { answer: statementStandsAgain }),
      ...named,
      reason: act.sentence,
      ...(act.visibility === undefined ? {} : { visibility: act.visibility }),
      ...(again === null ? {} : { statement: again, answer: statementStandsAgain }),
      ...(isStatedHidden ? { answer: statementTakenBackHidden } : {}),
      ...(isTold
        ? { answer: act.visibility !== undefined ? takenBackWithLimit : isRestriction ? visibilityTakenBack : statementTakenBack }
        : {}),
    };
    told.push({ platformId, type: act.action, data });
  }
  return { announcements: told, owed };
}

const takeBack = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql.updateTable('action').set({ taken_back_at: tx.now }).where('id', '=', id).execute();
};

/** Where an upload stands by something that came on top of what is taken back: that is what it stays by. What is removed stays known as that until it is screened again. */
const overtakes: Readonly<Record<'removed' | 'restricted' | 'given-back', readonly UploadStanding[]>> = {
  removed: ['restricted'],
  restricted: ['visible', 'held', 'restricted', 'removal-ordered', 'removed', 'referral-ordered', 'referred', 'deleted'],
  'given-back': [],
};

type Unordered = Omit<ReversibleAction, 'id'> & { readonly id: null };

const isSeen = (standing: UploadStanding): boolean => standing === 'visible' || isLimited(standing);

/** An upload about which these decisions ordered nothing that stands, and which is held again, or restricted again, with them gone: as if they had given it back. */
function unordered({ ref, platformId, contentId, goneAt }: Content, held: ReadonlySet<string>, putBack: ReadonlySet<string>): Unordered[] {
  if (!held.has(ref) && !putBack.has(ref)) return [];
  const none = { decision_id: null, visibility: null, given_back_by: null };
  return [
    {
      ...none,
      id: null,
      platform_id: platformId,
      kind: 'content.restore',
      content_id: contentId,
      ref,
      opened_at: new Date(0),
      gone_at: goneAt,
    },
  ];
}

/** The statement of reasons that whoever uploaded it has of what restricts it again; null where none was owed. */
async function statedBefore(
  tx: Tx,
  ref: string,
  by: { readonly decisionId: string } | { readonly trackingNumber: string },
): Promise<Statement | null> {
  const row = await tx.sql
    .selectFrom('statement')
    .innerJoin('action', 'action.id', 'statement.action_id')
    .select(['statement.id', 'statement.facts'])
    .where('action.ref', '=', ref)
    .where('action.kind', '=', 'content.restrict')
    .$if('decisionId' in by, (query) => query.where('action.decision_id', '=', 'decisionId' in by ? by.decisionId : ''))
    .$if('trackingNumber' in by, (query) =>
      query.where('action.decision_id', 'is', null).where('action.tracking_number', '=', 'trackingNumber' in by ? by.trackingNumber : ''),
    )
    .orderBy('statement.made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, ...row.facts };
}

/** A removal had held it; what a match that is still open holds stays held. */
async function holdNoLonger(tx: Tx, ref: string): Promise<void> {
  await tx.sql
    .updateTable('content')
    .set({ verdict: 'allow' })
    .where('ref', '=', ref)
    .where('verdict', '=', 'hold')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('review')
            .select('review.id')
            .where('review.ref', '=', ref)
            .where('review.closed_at', 'is', null)
            .where('effect', '=', 'hold'),
        ),
      ),
    )
    .execute();
}

interface WantedAction {
  readonly platformId: string;
  readonly decisionId: string | null;
  readonly trackingNumber: string | null;
  readonly kind: 'content.restore' | 'content.restrict';
  readonly contentId: string;
  readonly ref: string | null;
  readonly visibility?: Visibility;
}

async function insertAction(engine: Pick<Engine, 'random'>, tx: Tx, wanted: WantedAction): Promise<string> {
  const id = uuid(engine.random);
  await tx.sql
    .insertInto('action')
    .values({
      id,
      platform_id: wanted.platformId,
      decision_id: wanted.decisionId,
      tracking_number: wanted.trackingNumber,
      kind: wanted.kind,
      visibility: wanted.visibility ?? null,
      content_id: wanted.contentId,
      ref: wanted.ref,
      opened_at: tx.now,
      completed_at: null,
      completed: null,
    })
    .execute();
  return id;
}

/** Acts whose uploader was owed a statement of reasons, and may have read it. */
export async function statedAbout(tx: Tx, actions: readonly { readonly id: string }[]): Promise<ReadonlySet<string>> {
  if (actions.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('statement')
    .select('action_id')
    .where(
      'action_id',
      'in',
      actions.map(({ id }) => id),
    )
    .execute();
  return new Set(rows.map(({ action_id }) => action_id));
}

export interface Released {
  readonly announcements: readonly Announcement[];
  /** The uploads that were looked at, locked: of any other, what met these pictures came since. */
  readonly refs: readonly string[];
}

/**
 * Uploads that wait for a person because of these pictures alone wait no longer, and those that were held are given back. `decisionId`: the one that listed them and
 * was taken back; null where whoever listed them ended that. `owed`: uploads whose uploaders are to hear that a statement of reasons counts no more. What an open
 * request says may show somebody under 18 stays out of view for that one: it is given back with that request's answer, or when it ends.
 */
export async function release(
  engine: Pick<Engine, 'random'>,
  tx: Tx,
  itemIds: readonly string[],
  decisionId: string | null,
  owed: ReadonlySet<string> = new Set(),
): Promise<Released> {
  // Locked first, judged second: what a screening of the same upload finds at this moment is seen.
  const contents = await lockContents(tx, await waitingBecauseOf(tx, itemIds));
  const refs = contents.map(({ ref }) => ref);
  const waiting = await heldBecauseOf(tx, itemIds, refs);
  const standings = await standingsOf(tx.sql, contents);
  const restrictions = await restrictionsOf(tx.sql, refs);
  const young = await openYoungRequestsOf(tx.sql, refs);
  const announcements: Announcement[] = [];
  for (const { ref, reviewId } of waiting) {
    const content = contents.find((one) => one.ref === ref);
    await tx.sql.updateTable('review').set({ closed_at: tx.now }).where('id', '=', reviewId).execute();
    if (content === undefined) continue;
    await tx.sql.updateTable('content').set({ verdict: 'allow' }).where('ref', '=', ref).execute();
    if (standings.get(ref) !== 'held' || content.deletedAt !== null) continue;
    const { platformId, contentId, url } = content;
    const saidIn = young.get(ref) ?? null;
    if (saidIn !== null) {
      const hidden = { platformId, contentId, ref, kind: 'content.restrict', decisionId: null, trackingNumber: saidIn } as const;
      const actionId = await insertAction(engine, tx, hidden);
      const named = { actionId, contentId, ...(url === null ? {} : { url }), trackingNumber: saidIn, reason: hiddenForYoung };
      const data = owed.has(ref) ? { ...named, answer: statementTakenBackHidden } : named;
      announcements.push({ platformId, type: 'content.restrict', data });
      continue;
    }
    const restriction = restrictions.get(ref) ?? null;
    const kind = restriction === null ? 'content.restore' : 'content.restrict';
    const shown = restriction === null ? {} : { visibility: restriction.visibility };
    const isStated = await isStatedMeanwhile(tx, ref);
    const by = restriction?.decisionId ?? decisionId;
    const actionId = await insertAction(engine, tx, { platformId, decisionId: by, trackingNumber: null, kind, contentId, ref, ...shown });
    const answer = restriction === null ? statementTakenBack : takenBackWithLimit;
    const data = {
      actionId,
      contentId,
      ...(url === null ? {} : { url }),
      reason: noLongerListed,
      ...shown,
      ...(owed.has(ref) ? { answer } : isStated ? { answer: restriction === null ? restrictionTakenBack : answer } : {}),
    };
    announcements.push({ platformId, type: kind, data });
  }
  return { announcements, refs };
}
