/** How is one picture of several given back that a decision took down together? Its acts and what was listed of it are taken back, its requests ask for it no more, and the decision stands for the rest. */
import { Problem } from '@likeness/contract';
import type { Act } from '../ledger/record.ts';
import { withdrawOfAction } from '../outbox/submissions.ts';
import { lockFiling } from '../store/cases.ts';
import { lockContents } from '../store/content.ts';
import type { Db, Tx } from '../store/database.ts';
import { type DecidedPart, partOf, picturesDecided } from '../store/decided-part.ts';
import { actionsOf, type DecisionRow, decidedTogether, idsTogether, openedAgain } from '../store/reversals.ts';
import type { Standing } from './answer-anew.ts';
import { closeIfRemoved } from './close-removed.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';
import { type Reversed, undonePart } from './reverse.ts';

/** The picture of this act, where its decision is about more than that one; null: the decision is taken back as a whole. A match is decided with its copies: all of them are one picture. */
export async function partInQuestion(db: Db, decisionId: string, actionId: string): Promise<DecidedPart | null> {
  const ids = await askedFor(db, decisionId);
  return ids.length === 0 ? null : partOf(db, ids, actionId);
}

/** What can be taken back by itself of a decision that stands: each picture, by one of its acts; none where there is one alone. */
export async function partsInQuestion(db: Db, decisionId: string): Promise<Awaited<ReturnType<typeof picturesDecided>>> {
  const ids = await askedFor(db, decisionId);
  return ids.length === 0 ? [] : picturesDecided(db, ids);
}

/** This decision and those that were made with it, where they stand and somebody had asked for them. */
async function askedFor(db: Db, decisionId: string): Promise<readonly string[]> {
  const row = await db.selectFrom('decision').select('tracking_number').where('id', '=', decisionId).executeTakeFirst();
  return row === undefined || row.tracking_number === null ? [] : idsTogether(db, decisionId);
}

export interface PartReversal {
  readonly decisionId: string;
  readonly part: DecidedPart;
  readonly because: 'complaint' | 'outside';
  readonly moderatorId: string;
  /** What stands in its place. */
  readonly stands: Standing;
}

export interface ReversedPart extends Reversed {
  /** What was taken back of the picture and beside it. */
  readonly actionIds: readonly string[];
}

/**
 * Takes back what a decision did to one picture. Write what it answers with `writeReversed`; its requests are those that the decision answers. Granted ones that wait for nothing else are closed by it.
 * @throws Problem `decision/final` where the decision is one no more
 */
export async function reversePart(
  engine: Engine,
  tx: Tx,
  { decisionId, part, because, moderatorId, stands }: PartReversal,
): Promise<ReversedPart> {
  const decisions = await decidedTogether(tx, decisionId);
  const main = decisions.find(({ id }) => id === decisionId);
  if (main === undefined) throw new Problem('decision/final');
  const ids = decisions.map(({ id }) => id);
  const refs = part.contents.map(({ ref }) => ref);
  const contents = await lockContents(tx, refs);
  const actions = (await actionsOf(tx, ids)).filter(({ id }) => part.actionIds.includes(id));
  const reviewed = (await openedAgain(tx, ids)).filter(({ ref }) => refs.includes(ref));
  await partFrom(tx, decisions, refs);
  const besideIds = await besideOf(tx, ids, refs, part.accounts);
  for (const id of [...part.actionIds, ...besideIds]) await withdrawOfAction(tx, id);
  const undone = await undonePart(engine, tx, {
    decisions,
    main,
    because,
    moderatorId,
    actions,
    reviewed,
    contents,
    stands,
    itemIds: part.itemIds,
    besideIds,
  });
  const filing = main.tracking_number === null ? [] : await lockFiling(tx, main.tracking_number);
  for (const request of filing) await closeIfRemoved(tx, request);
  await destroyForgotten(tx);
  const actionIds = [...part.actionIds, ...besideIds];
  const taken = actionIds.map((action): Act => ({ act: 'action.taken-back', subjects: { action, moderator: moderatorId, because } }));
  const requests = filing.filter(({ trackingNumber }) => decisions.some((one) => one.tracking_number === trackingNumber));
  return { ...undone, acts: [...taken, ...undone.acts], requests, actionIds };
}

/** Their requests name these uploads no more, and their reviews are none of theirs: nothing says by now that these decisions want them down. */
async function partFrom(tx: Tx, decisions: readonly DecisionRow[], refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  const numbers = decisions.flatMap(({ tracking_number: number }) => number ?? []);
  await tx.sql.deleteFrom('request_content').where('tracking_number', 'in', numbers).where('ref', 'in', refs).execute();
  await tx.sql
    .updateTable('review')
    .set({ decision_id: null })
    .where(
      'decision_id',
      'in',
      decisions.map(({ id }) => id),
    )
    .where('ref', 'in', refs)
    .execute();
}

/** What stood beside these uploads and was acted on, and the accounts that it was done to for them alone. */
async function besideOf(
  tx: Tx,
  decisionIds: readonly string[],
  refs: readonly string[],
  accounts: readonly string[],
): Promise<readonly string[]> {
  if (refs.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('action')
    .select('id')
    .where('decision_id', 'in', [...decisionIds])
    .where('taken_back_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb.or([eb('kind', 'like', 'text.%'), eb('kind', 'like', 'link.%')]), eb('ref', 'in', [...refs])]),
        eb.and([eb('kind', 'like', 'account.%'), eb('target', '=', eb.fn.any(eb.val([...accounts])))]),
      ]),
    )
    .where('kind', 'not like', '%.restore')
    .execute();
  return rows.map(({ id }) => id);
}
