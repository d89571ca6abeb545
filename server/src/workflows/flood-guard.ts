/** Does a listed picture suddenly meet too many people, or what was here before it, of one account even? Then it only asks from now on, and somebody is told why (docs/decisions/0011). */
import { record } from '../ledger/record.ts';
import { noteBankChanges } from '../store/banks.ts';
import { itemsMetSince, suspects, suspend } from '../store/suspicion.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';

/** A look at the clocks looks at what was met since a little before the last one. */
const lookBehindMs = 10 * 60 * 1000;

type Guarded = Pick<Engine, 'store' | 'floodUploaders'>;

/** Looks at these items; answers the ids of those that it suspended. Call it when what they met is committed. */
export async function guardItems({ store, floodUploaders }: Guarded, itemIds: readonly string[]): Promise<string[]> {
  const found = await suspects(store, itemIds, floodUploaders);
  const suspended: string[] = [];
  await oneByOne(found, async ({ itemId, reason, uploaders }) => {
    const done = await store.transact(async (tx) => {
      const [id] = await suspend(tx, [itemId], reason);
      // Another process was quicker.
      if (id === undefined) return null;
      await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
      await record(tx, { act: 'item.suspended', subjects: { item: id, reason, uploaders } });
      return id;
    });
    if (done !== null) suspended.push(done);
  });
  return suspended;
}

/** Looks at everything that was met lately: what a killed process did not come to. */
export async function guardAll(engine: Guarded): Promise<void> {
  const lately = await engine.store.transact(({ sql, now }) => itemsMetSince(sql, new Date(now.getTime() - lookBehindMs)));
  await guardItems(engine, lately);
}
