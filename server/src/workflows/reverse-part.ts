/** How is one picture of several given back that a decision took down together? Its acts and what was listed of it are taken back, its requests ask for it no more, and the decision stands for the rest. */
import { Problem } from '@likeness/contract';
import { withdrawOfAction } from '../outbox/submissions.ts';
import { lockFiling } from '../store/cases.ts';
import { lockContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { type DecidedPart, partOf } from '../store/decided-part.ts';
import { actionsOf, type DecisionRow, decidedTogether, openedAgain } from '../store/reversals.ts';
import { closeIfRemoved } from './close-removed.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';
import { type Reversed, undonePart } from './reverse.ts';

/** The picture of the act that a complaint is about, where its decision is about more than that one; null: the decision is taken back as a whole. */
export async function partInQuestion(tx: Tx, decisionId: string, actionId: string): Promise<DecidedPart | null> {
  const decisions = await decidedTogether(tx, decisionId);
  // A match is decided with its copies: all of them are one picture.
  if (decisions.every(({ tracking_number: number }) => number === null)) return null;
  return partOf(
    tx.sql,
    decisions.map(({ id }) => id),
    actionId,
  );
}

/**
 * Takes back, after a complaint that was right, what a decision did to one picture. Write what it answers with `writeReversed`. Granted requests that wait for nothing else are closed by it.
 * @throws Problem `decision/final` where the decision is one no more
 */
export async function reversePart(
  engine: Engine,
  tx: Tx,
  { decisionId, part, moderatorId }: { readonly decisionId: string; readonly part: DecidedPart; readonly moderatorId: string },
): Promise<Reversed> {
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
    moderatorId,
    actions,
    reviewed,
    contents,
    itemIds: part.itemIds,
    besideIds,
  });
  const filing = main.tracking_number === null ? [] : await lockFiling(tx, main.tracking_number);
  for (const request of filing) await closeIfRemoved(tx, request);
  await destroyForgotten(tx);
  const taken = [...part.actionIds, ...besideIds].map(
    (action) => ({ act: 'action.taken-back', subjects: { action, moderator: moderatorId } }) as const,
  );
  return { ...undone, acts: [...taken, ...undone.acts] };
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
