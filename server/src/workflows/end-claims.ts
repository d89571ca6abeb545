/** Whose reason to list has run out? A claim with an end ends by itself; what it alone brought stops matching and is forgotten. */
import { type Act, record } from '../ledger/record.ts';
import { expireClaims } from '../store/bank-lists.ts';
import { noteBankChanges } from '../store/banks.ts';
import type { Engine } from './engine.ts';

const atOnce = 1000;

/** Ends every claim whose time has passed, in batches, each its own transaction. */
export async function endExpiredClaims({ store }: Pick<Engine, 'store'>): Promise<void> {
  for (let ended = atOnce; ended === atOnce; ) {
    ended = await store.transact(async (tx) => {
      const { claims, expired, narrowed } = await expireClaims(tx, atOnce);
      const changed = [...expired, ...narrowed];
      if (changed.length === 0) return claims;
      await noteBankChanges(
        tx,
        changed.map((subjectId) => ({ subject: 'item', subjectId })),
      );
      await record(tx, ...changed.map((item): Act => ({ act: 'item.expired', subjects: { item } })));
      return claims;
    });
  }
}
