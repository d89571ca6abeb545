/** What still waits for a person because of a picture that nobody lists any more? What met it at the very moment at which it was taken back, and is given back when that change is swept. */
import { announce } from '../outbox/feed.ts';
import { changesNumbered, listedAmong } from '../store/banks.ts';
import { forgetMatchesWith } from '../store/reversals.ts';
import type { Engine } from './engine.ts';
import { release } from './give-back.ts';

/**
 * Sweeps a change that unlisted something: whatever met it shared the bank log until it committed, so all of that was written before the change was numbered, and
 * is found now. Repeatable.
 */
export async function releaseUnlisted(engine: Engine, seq: number, decisionId: string): Promise<void> {
  await engine.store.transact(async (tx) => {
    const changed = (await changesNumbered(tx.sql, [seq])).map(({ subjectId }) => subjectId);
    const listed = await listedAmong(tx.sql, changed);
    const items = changed.filter((id) => !listed.has(id));
    if (items.length === 0) return;
    const { announcements, refs } = await release(engine, tx, items, decisionId);
    await forgetMatchesWith(tx, items, refs, 'unsettled');
    await announce(tx, engine.queue, engine.random, announcements);
  });
}
