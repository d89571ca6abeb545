/** How does one item leave somebody's list, and come back? It stays with its fingerprints and matches nothing meanwhile; a newer list that still has it changes nothing of that. */
import { isFingerprintKind, isValueOf, kinds } from '@likeness/fingerprint';
import { record } from '../ledger/record.ts';
import { askLookBack, itemsCalled, itemTold, type NamedItem } from '../store/bank-lists.ts';
import { noteBankChanges } from '../store/banks.ts';
import type { Store } from '../store/database.ts';
import { type By, bySubject } from './banks.ts';

/** `changed` is false where it was so already. */
export type ItemMoved =
  | { readonly item: NamedItem; readonly changed: boolean }
  | { readonly refused: 'unknown' | 'claimed' }
  | { readonly several: readonly NamedItem[] };

/**
 * Takes an item off its list, or puts it back, by what the list calls it, its id, the id that a service was told, or one of its values. What only lists claim can be taken off by whoever keeps the
 * bank; what a decision or a case claims goes by those. Uploads that waited because of it alone are given back, or met again, by the next look back.
 */
export async function moveItem(store: Store, bankId: string, name: string, to: 'withdrawn' | 'listed', by: By): Promise<ItemMoved> {
  return store.transact(async (tx) => {
    const fitting = Object.keys(kinds).filter((kind) => isFingerprintKind(kind) && isValueOf(kind, name.toLowerCase()));
    const named = await itemsCalled(tx, bankId, name, fitting);
    const told = named.length === 0 ? await itemTold(tx.sql, bankId, name) : null;
    const called = told === null ? named : await itemsCalled(tx, bankId, told, []);
    const [item] = called;
    if (item === undefined) return { refused: 'unknown' };
    if (called.length > 1) return { several: called };
    if (item.isClaimedOtherwise) return { refused: 'claimed' };
    if (item.isWithdrawn === (to === 'withdrawn')) return { item, changed: false };
    await tx.sql
      .updateTable('item')
      .set({ state: to === 'withdrawn' ? 'disputed' : 'active' })
      .where('id', '=', item.id)
      .execute();
    const seq = await noteBankChanges(tx, [{ subject: 'item', subjectId: item.id }]);
    await askLookBack(tx, item.id, { after: seq - 1, seq }, tx.now);
    await record(tx, {
      act: to === 'withdrawn' ? 'item.withdrawn' : 'item.listed',
      subjects: { item: item.id, bank: bankId, change: seq, ...bySubject(by) },
    });
    return { item: { ...item, isWithdrawn: to === 'withdrawn' }, changed: true };
  });
}
