/** May a decision be taken back at once by who made it? A slip of the hand is put right within minutes, and costs nobody a complaint. */
import { isFinalAnswer, undoUntil } from '@likeness/casework';
import { lockFiling } from '../store/cases.ts';
import { uuidOf } from '../store/ids.ts';
import { decidedTogether, isComplainedAbout } from '../store/reversals.ts';
import type { Engine } from './engine.ts';
import { type NotTakenBack, whyNotTakenBack } from './not-taken-back.ts';
import { reverse, writeReversed } from './reverse.ts';

/**
 * `over`: its time has passed. `not-yours`: somebody else made it, and a complaint is the way. `complained`: a complaint about it is open, and a colleague decides
 * it by that. `already`: it was taken back or decided anew. The rest is what `whyNotTakenBack` says.
 */
export type Undone = 'undone' | 'over' | 'not-yours' | 'complained' | 'already' | 'unknown' | NotTakenBack;

/**
 * Takes a decision back. The request is open again with the clock it had, a match waits again, and the service is told where each upload stands, also of what
 * it has confirmed as removed (`actsOfReversal` says why).
 */
export async function undoDecision(engine: Engine, decisionId: string, moderatorId: string): Promise<Undone> {
  return engine.store.transact(async (tx) => {
    const made = await tx.sql
      .selectFrom('decision')
      .select(['id', 'tracking_number', 'outcome', 'ground', 'moderator_id', 'decided_at', 'reversed_at'])
      .where('id', '=', uuidOf(decisionId))
      .executeTakeFirst();
    if (made === undefined) return 'unknown';
    if (made.reversed_at !== null) return 'already';
    // What the rule removed nobody decided: whoever decides here may take it back, and no time is set for that.
    const isByRule = made.moderator_id === null;
    if (!isByRule && made.moderator_id !== moderatorId) return 'not-yours';
    const until = undoUntil({ decision: made.outcome, decidedAt: made.decided_at }, engine.undoMinutes);
    // An answered complaint, and what came from outside, has been told to both sides.
    if (!isByRule && (until === null || tx.now >= until || isFinalAnswer(made.ground))) return 'over';
    // Request first, as everywhere; then a second press, or a complaint, that comes at the same moment waits here.
    if (made.tracking_number !== null) await lockFiling(tx, made.tracking_number);
    if ((await decidedTogether(tx, made.id)).length === 0) return 'already';
    if (await isComplainedAbout(tx.sql, made.id)) return 'complained';
    const why = await whyNotTakenBack(engine, tx, made.id);
    if (why !== null) return why;
    await writeReversed(engine, tx, await reverse(engine, tx, { decisionId: made.id, because: 'undone', moderatorId }));
    return 'undone';
  });
}
