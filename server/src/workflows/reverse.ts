/** How is a decision taken back? Everything that it did, in one transaction: what it ordered, what it listed, what was held because of that, and what the requester reads. */
import { afterComplaint, type ItemAfterReversal, itemAfterReversal, type ReversedBecause } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { withdrawOfDecisions } from '../outbox/submissions.ts';
import { endClaimsOf, noteBankChanges } from '../store/banks.ts';
import { contentRefsOf, lockFiling, type RequestRow, setYoung } from '../store/cases.ts';
import { type Content, isDown, lockContents, openReview, standingsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { referredOf } from '../store/referrals.ts';
import { forgetLifted, liftedBy, putBackLifted } from '../store/restrictions.ts';
import {
  actionsOf,
  asksOfShown,
  complainOf,
  type DecisionRow,
  decidedTogether,
  forgetMatchesWith,
  openedAgain,
  otherClaimsOn,
  type ReversibleAction,
  removedBecauseOf,
  settleMetWhileDown,
  wantedDownByOthers,
} from '../store/reversals.ts';
import { type BesideTakenBack, takeBackBeside } from './also-acted-on.ts';
import { answerAnew, decideKeep, type Standing } from './answer-anew.ts';
import type { Engine } from './engine.ts';
import { giveBack, release } from './give-back.ts';

export interface Reversal {
  readonly decisionId: string;
  readonly because: ReversedBecause;
  readonly moderatorId: string;
  /** Whoever asked complained: what was decided did too little, stays until it is decided anew, and the request is open again. */
  readonly isTooLittle?: boolean;
  /** What stands in its place where it was set aside from outside. */
  readonly outside?: Standing;
}

/** What is still to be written, in this order: bank changes, feed, ledger. */
export interface ToWrite {
  readonly changedItems: readonly string[];
  /** Of them, those that match nobody any more, and the decision that had listed each. */
  readonly unlisted: ReadonlyMap<string, string>;
  readonly announcements: readonly Announcement[];
  readonly acts: readonly Act[];
}

export interface Reversed extends ToWrite {
  /** Every decision that was taken back, those among them that removed copies because of it. */
  readonly decisionIds: readonly string[];
  /** Requests that the decision had answered, the one it was made for among them. */
  readonly requests: readonly RequestRow[];
}

const nothing: Reversed = { changedItems: [], unlisted: new Map(), announcements: [], acts: [], decisionIds: [], requests: [] };

/**
 * Takes a decision back, with those that it made for the same filing under other laws. Call `writeReversed` with the answer at the end of the transaction.
 * A referral is never taken back, nor what was taken back before.
 * @throws Problem `decision/unknown`, `decision/final`
 */
export async function reverse(
  engine: Engine,
  tx: Tx,
  { decisionId, because, moderatorId, isTooLittle = false, outside }: Reversal,
): Promise<Reversed> {
  const named = await tx.sql.selectFrom('decision').select(['tracking_number']).where('id', '=', uuidOf(decisionId)).executeTakeFirst();
  if (named === undefined) throw new Problem('decision/unknown');
  // Request first, uploads second, as everywhere.
  const filing = named.tracking_number === null ? [] : await lockFiling(tx, named.tracking_number);
  const decisions = await decidedTogether(tx, decisionId);
  const main = decisions.find(({ id }) => id === decisionId);
  if (main === undefined) throw new Problem('decision/final');
  const requests = filing.filter(({ trackingNumber }) => decisions.some((one) => one.tracking_number === trackingNumber));
  const tookAway = main.outcome === 'remove' || main.outcome === 'restrict';
  const ids = decisions.map(({ id }) => id);
  const reviewed = await openedAgain(tx, ids);
  const ordered = await actionsOf(tx, ids);
  const lifted = await liftedBy(tx.sql, ids);
  const linked = await Promise.all(requests.map(({ trackingNumber }) => contentRefsOf(tx.sql, trackingNumber)));
  const refs = [...ordered.flatMap(({ ref }) => ref ?? []), ...reviewed.map(({ ref }) => ref), ...lifted, ...linked.flat()];
  const contents = await lockContents(tx, [...new Set(refs)]);
  // Locked first, read second: what another decision had removed may be this one's since that one was taken back.
  const actions = await actionsOf(tx, ids);
  await tx.sql
    .updateTable('decision')
    .set({ reversed_at: tx.now, reversed_by: moderatorId, reversed_because: because })
    .where('id', 'in', ids)
    .execute();
  // What did too little stays as it was stated, until it is decided anew.
  if (!isTooLittle) {
    await withdrawOfDecisions(tx, ids);
    await forgetLifted(tx, ids);
  }
  const isRefusedNow = because !== 'undone' && tookAway && !isTooLittle;
  // Open again, it is as it came in: whoever decides then says anew that the person is certainly no minor, or refers it.
  const [asked] = requests;
  if (!isRefusedNow && asked !== undefined && decisions.some(({ is_adult }) => is_adult)) await setYoung(tx, asked.filingId, true);
  const stands = outside ?? { ground: afterComplaint, note: '' };
  const answered = await answerAnew(engine, tx, requests, { because, isReopened: isTooLittle && tookAway }, isRefusedNow ? stands : null);
  const undone = await undoneIn(engine, tx, {
    decisions,
    main,
    because,
    isTooLittle,
    moderatorId,
    actions,
    reviewed,
    contents,
    stands: isRefusedNow ? stands : null,
  });
  return {
    changedItems: undone.changedItems,
    unlisted: undone.unlisted,
    announcements: [...undone.announcements, ...answered],
    acts: [
      ...decisions.map(
        ({ id, tracking_number: request }): Act => ({
          act: 'decision.reversed',
          subjects: { decision: id, moderator: moderatorId, because, ...(request === null ? {} : { request }) },
        }),
      ),
      ...undone.acts,
    ],
    decisionIds: [...decisions.map(({ id }) => id), ...undone.decisionIds],
    requests,
  };
}

interface Undoing {
  readonly decisions: readonly DecisionRow[];
  readonly main: DecisionRow;
  readonly because: ReversedBecause;
  readonly isTooLittle: boolean;
  readonly moderatorId: string;
  readonly actions: readonly ReversibleAction[];
  readonly reviewed: readonly OpenedAgain[];
  readonly contents: readonly Content[];
  /** What stands in its place; null where all is to be decided again. */
  readonly stands: Standing | null;
}

/** One picture of several that was decided about: what was ordered and listed of it, and what stood beside it; the decision itself stands. */
export interface PartUndoing extends Omit<Undoing, 'isTooLittle'> {
  readonly itemIds: readonly string[];
  readonly besideIds: readonly string[];
}

/** Takes this part back. Its requests ask for it no more, and no review of it is any more these decisions' by now. */
export async function undonePart(engine: Engine, tx: Tx, { itemIds, besideIds, ...part }: PartUndoing): Promise<Reversed> {
  return undoneWith(engine, tx, { ...part, isTooLittle: false }, new Map(), { itemIds, beside: { actionIds: besideIds } });
}

/** Everything but the answer itself. A refusal that was wrong changed nothing that is to be changed back before it is decided anew. */
async function undoneIn(engine: Engine, tx: Tx, undoing: Undoing): Promise<Reversed> {
  const { decisions, main, because, isTooLittle, moderatorId, stands } = undoing;
  // What was too little stays, and what is decided anew lists it anew.
  if (isTooLittle && main.outcome === 'restrict')
    return unlist(engine, tx, decisions, { because: 'undone', moderatorId, outside: null, owed: new Set(), itemIds: null });
  if (because !== 'undone' && stands === null) return nothing;
  const made = stands === null ? new Map<string, string>() : await decideKeep(engine, tx, decisions, moderatorId, stands);
  // She had said that it was too little: now nothing is left of it, and that is what she is not content with.
  if (because === 'complaint') for (const [from, to] of made) await complainOf(tx, from, to);
  const decisionIds = decisions.map(({ id }) => id);
  return undoneWith(engine, tx, undoing, made, { beside: { decisionIds } });
}

/** `made`: by decision, the one in its place. `only`: what was listed, all of it where that is left out, and what stood beside. */
async function undoneWith(
  engine: Engine,
  tx: Tx,
  undoing: Undoing,
  made: ReadonlyMap<string, string>,
  only: { readonly itemIds?: readonly string[]; readonly beside: BesideTakenBack },
): Promise<Reversed> {
  const { decisions, main, because, moderatorId, actions, contents, stands } = undoing;
  const refs = contents.map(({ ref }) => ref);
  const byOthers = await wantedDownByOthers(tx, refs);
  const standings = await standingsOf(tx.sql, contents);
  const referred = await referredOf(tx.sql, refs);
  // What was removed once and came again is up, and was kept as that; what was referred comes into view by nothing.
  const isUp = (ref: string): boolean => !referred.has(ref) && !isDown(standings.get(ref) ?? 'visible');
  const wanted = new Set([...byOthers].filter((ref) => main.outcome !== 'keep' || !isUp(ref)));
  const deleted = contents.flatMap(({ ref, goneAt }) => (goneAt === null ? [] : [ref]));
  const left = new Set([...wanted, ...deleted]);
  const asked = await askAgain(tx, undoing, left, made);
  const met = await askOfMetWhileDown(engine, tx, undoing, left);
  const held = new Set([...asked, ...met]);
  const heldAnew = new Set(met.filter((ref) => !asked.has(ref)));
  // After a complaint, or a decision from outside, another decision stands in its place, and so what it ended stays ended.
  const putBack: ReadonlySet<string> =
    because === 'undone'
      ? await putBackLifted(
          tx,
          decisions.map(({ id }) => id),
        )
      : new Set();
  const isPart = only.itemIds !== undefined;
  const given = await giveBack(engine, tx, { decisions, because, actions, contents, wanted, held, heldAnew, putBack, isPart });
  const beside = await takeBackBeside(engine, tx, only.beside);
  const unlisted =
    main.outcome === 'remove' || main.outcome === 'restrict'
      ? await unlist(engine, tx, decisions, { because, moderatorId, outside: stands, owed: given.owed, itemIds: only.itemIds ?? null })
      : nothing;
  return { ...unlisted, announcements: [...given.announcements, ...beside, ...unlisted.announcements] };
}

/** Numbers the bank changes, tells the service, and enters the ledger: in this order, last in the transaction. What is unlisted is swept: an upload may meet it at this moment. */
export async function writeReversed(engine: Engine, tx: Tx, { changedItems, unlisted, announcements, acts }: ToWrite): Promise<void> {
  if (changedItems.length > 0) {
    const last = await noteBankChanges(
      tx,
      changedItems.map((subjectId) => ({ subject: 'item', subjectId })),
    );
    for (const [place, item] of changedItems.entries()) {
      const decisionId = unlisted.get(item);
      if (decisionId !== undefined)
        await engine.queue.sweep(tx, { seq: last - changedItems.length + 1 + place, isUnlisted: true, decisionId });
    }
  }
  await announce(tx, engine.queue, engine.random, announcements);
  await record(tx, ...acts);
}

type OpenedAgain = Awaited<ReturnType<typeof openedAgain>>[number];

/** The reviews that the decision closed: asked again after a slip, kept after a complaint; `left` are uploads that others want down, or that are deleted. Answers the uploads that are held by one again. */
async function askAgain(
  tx: Tx,
  { decisions, main, because, reviewed }: Pick<Undoing, 'decisions' | 'main' | 'because' | 'reviewed'>,
  left: ReadonlySet<string>,
  made: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  const isUndone = because === 'undone';
  for (const review of reviewed) {
    const { id, ref, openedAt, decisionId, hasAnother } = review;
    if (left.has(ref)) continue;
    await tx.sql
      .updateTable('match')
      .set({ settled: isUndone ? null : 'keep' })
      .where('ref', '=', ref)
      .where('settled', '=', main.outcome)
      .where('at', '>=', openedAt)
      .where('at', '<=', main.decided_at)
      .execute();
    const { verdict, isHeldByIt } = await asksOfShown(tx, review, decisions);
    if (isUndone && !hasAnother)
      await tx.sql
        .updateTable('review')
        .set({ closed_at: null, decision_id: null, effect: isHeldByIt ? 'hold' : 'review' })
        .where('id', '=', id)
        .execute();
    else
      await tx.sql
        .updateTable('review')
        .set({ decision_id: made.get(decisionId) ?? null })
        .where('id', '=', id)
        .execute();
    await tx.sql.updateTable('content').set({ verdict }).where('ref', '=', ref).execute();
    if (isUndone && isHeldByIt) held.add(ref);
  }
  return held;
}

/** What a list met since it was removed nobody was asked about: asked now after a slip, kept after a complaint, for somebody has found that this picture may be seen. Answers the uploads that are held by it. */
async function askOfMetWhileDown(
  { random }: Pick<Engine, 'random'>,
  tx: Tx,
  { decisions, main, because, contents }: Pick<Undoing, 'decisions' | 'main' | 'because' | 'contents'>,
  left: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (main.outcome !== 'remove') return [];
  const refs = contents.flatMap(({ ref }) => (left.has(ref) ? [] : [ref]));
  const met = await settleMetWhileDown(tx, refs, decisions, because === 'undone' ? null : 'keep');
  if (because !== 'undone') return [];
  for (const [ref, effect] of met) {
    await openReview(tx, main.platform_id, ref, effect, uuid(random));
    if (effect === 'hold') await tx.sql.updateTable('content').set({ verdict: 'hold' }).where('ref', '=', ref).execute();
  }
  return [...met].flatMap(([ref, effect]) => (effect === 'hold' ? [ref] : []));
}

/** Ends the platform's own claim on what the decisions listed; what was held or removed because of that alone is given back. */
async function unlist(
  engine: Engine,
  tx: Tx,
  decisions: readonly DecisionRow[],
  {
    because,
    moderatorId,
    outside,
    owed,
    itemIds,
  }: Pick<Undoing, 'because' | 'moderatorId'> & {
    readonly outside: Standing | null;
    /** Uploads whose uploaders are to hear that a statement counts no more, with what gives them back. */
    readonly owed: ReadonlySet<string>;
    /** Of what they listed; null: all of it. */
    readonly itemIds: readonly string[] | null;
  },
): Promise<Reversed> {
  const { gone, left } = await endClaimsOf(tx, {
    decisionIds: decisions.map(({ id }) => id),
    ...(itemIds === null ? {} : { itemIds }),
  });
  const changed = new Map<string, ItemAfterReversal>(gone.map((id) => [id, 'gone']));
  const claims = await otherClaimsOn(
    tx,
    left,
    decisions.flatMap(({ tracking_number }) => tracking_number ?? []),
  );
  for (const id of left) {
    const state = itemAfterReversal(because, claims.get(id) ?? { hers: false, others: false });
    changed.set(id, state);
    if (state === 'disputed' || state === 'pending') await tx.sql.updateTable('item').set({ state }).where('id', '=', id).execute();
  }
  const silent = [...changed].flatMap(([id, state]) => (state === 'unchanged' ? [] : [id]));
  if (silent.length === 0) return { ...nothing, changedItems: [...changed.keys()] };
  // Copies that people, or an automatic rule, removed because they met this picture and no other that is listed.
  const copies = because === 'undone' ? [] : await removedBecauseOf(tx, silent);
  const [main] = decisions;
  const { announcements, refs } = await release(engine, tx, silent, main?.id ?? null, owed);
  await forgetMatches(tx, changed, refs);
  const items = [...changed.keys()];
  const acts = [...changed].map(
    ([item, state]): Act => ({ act: state === 'disputed' ? 'item.disputed' : 'item.unlisted', subjects: { item } }),
  );
  const unlisted = new Map(main === undefined ? [] : silent.map((id) => [id, main.id]));
  let all: Reversed = { ...nothing, changedItems: items, unlisted, announcements, acts };
  for (const decisionId of copies) {
    // What one of them listed may have led to another, which then went with it.
    if ((await decidedTogether(tx, decisionId)).length === 0) continue;
    const more = await reverse(engine, tx, { decisionId, because, moderatorId, ...(outside === null ? {} : { outside }) });
    all = {
      ...nothing,
      changedItems: [...new Set([...all.changedItems, ...more.changedItems])],
      unlisted: new Map([...all.unlisted, ...more.unlisted]),
      announcements: [...all.announcements, ...more.announcements],
      acts: [...all.acts, ...more.acts],
      decisionIds: [...all.decisionIds, ...more.decisionIds],
    };
  }
  return all;
}

/** What nobody lists any more was met by nobody. What is in dispute keeps what people have said of it: should it be listed again, nobody is asked twice. */
async function forgetMatches(tx: Tx, changed: ReadonlyMap<string, ItemAfterReversal>, refs: readonly string[]): Promise<void> {
  const inState = (...states: ItemAfterReversal[]): string[] => [...changed].flatMap(([id, state]) => (states.includes(state) ? [id] : []));
  await forgetMatchesWith(tx, inState('gone', 'pending'), refs);
  const disputed = inState('disputed');
  await forgetMatchesWith(tx, disputed, refs, 'unsettled');
  if (disputed.length > 0)
    await tx.sql.updateTable('match').set({ settled: 'keep' }).where('item_id', 'in', disputed).where('settled', '=', 'remove').execute();
}
