/** What still waits for a person because of a picture that nobody lists any more? What met it at the very moment at which it was taken back, and is given back when that change is swept. */

import type { Announcement } from '../outbox/feed.ts';
import { announce } from '../outbox/feed.ts';
import { type Changes, itemsTakenOff } from '../store/bank-lists.ts';
import { changesNumbered, listedAmong } from '../store/banks.ts';
import type { Tx } from '../store/database.ts';
import { forgetMatchesWith } from '../store/reversals.ts';
import type { Engine } from './engine.ts';
import { release } from './give-back.ts';

/** Nobody claims these items any more, and no decision was taken back: what waited because of them alone waits for nobody. Answers what the service is told, for the end of the transaction. */
export async function releaseGone(engine: Pick<Engine, 'random'>, tx: Tx, items: readonly string[]): Promise<readonly Announcement[]> {
  return items.length === 0 ? [] : releaseThem(engine, tx, items, null);
}

/** Has these changes swept, the last of which had this number: something may meet what they unlisted at this moment. */
export async function sweepUnlisted({ queue }: Pick<Engine, 'queue'>, tx: Tx, lastSeq: number, count: number): Promise<void> {
  for (let offset = 0; offset < count; offset += 1) await queue.sweep(tx, { seq: lastSeq - offset, isUnlisted: true });
}

/**
 * Sweeps a change that unlisted something: whatever met it shared the bank log until it committed, so all of that was written before the change was numbered, and
 * is found now. Repeatable.
 */
export async function releaseUnlisted(engine: Engine, seq: number, decisionId: string | null): Promise<void> {
  await engine.store.transact(async (tx) => {
    const changed = (await changesNumbered(tx.sql, [seq])).map(({ subjectId }) => subjectId);
    const listed = await listedAmong(tx.sql, changed);
    const items = changed.filter((id) => !listed.has(id));
    if (items.length === 0) return;
    await announce(tx, engine.queue, engine.random, await releaseThem(engine, tx, items, decisionId));
  });
}

/**
 * Gives back what waited for items alone that these changes took off a list, while the list has them still. Queued after those changes committed, so that whatever
 * met them was written before. Repeatable.
 */
export async function releaseTakenOff(engine: Engine, changes: Changes): Promise<void> {
  await engine.store.transact(async (tx) => {
    const items = await itemsTakenOff(tx.sql, changes);
    if (items.length === 0) return;
    await announce(tx, engine.queue, engine.random, await releaseThem(engine, tx, items, null));
  });
}

async function releaseThem(
  engine: Pick<Engine, 'random'>,
  tx: Tx,
  items: readonly string[],
  decisionId: string | null,
): Promise<readonly Announcement[]> {
  const { announcements, refs } = await release(engine, tx, items, decisionId);
  await forgetMatchesWith(tx, items, refs, 'unsettled');
  return announcements;
}
