/** What does a person say of a listed item? That she stands by it, that she doubts it, or that it may follow its bank again; each is a bank change and a row of the ledger. */
import { record } from '../ledger/record.ts';
import type { LedgerAct } from '../ledger/row.ts';
import { noteBankChanges } from '../store/banks.ts';
import type { Store } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { type By, bySubject } from './banks.ts';

/** `confirm`: she looked at it and stands by it. `doubt`: it only asks from now on. `resume`: what suspended it was no reason to. */
export type ItemJudgement = 'confirm' | 'doubt' | 'resume';

const acts: Readonly<Record<ItemJudgement, LedgerAct>> = { confirm: 'item.confirmed', doubt: 'item.doubted', resume: 'item.resumed' };

/** Answers the bank of the item; null when there is no such item that may match. Saying the same again changes nothing that matters. */
export async function judgeItem(
  store: Store,
  itemId: string,
  judgement: ItemJudgement,
  by: By,
): Promise<{ readonly bankId: string } | null> {
  return store.transact(async (tx) => {
    // Whatever she says, she has looked: nothing is left to be told.
    const settled = { suspended_for: null, suspended_at: null };
    const free = { ...settled, resumed_at: tx.now };
    const said = { confirm: { ...free, confirmed: true }, doubt: { ...settled, confirmed: false }, resume: free }[judgement];
    const item = await tx.sql
      .updateTable('item')
      // What was silent until somebody looked asks again.
      .set(judgement === 'doubt' ? said : { ...said, state: 'active' })
      .where('id', '=', uuidOf(itemId))
      .where('state', 'in', ['active', 'suspended'])
      .returning(['id', 'bank_id'])
      .executeTakeFirst();
    if (item === undefined) return null;
    await noteBankChanges(tx, [{ subject: 'item', subjectId: item.id }]);
    await record(tx, { act: acts[judgement], subjects: { item: item.id, ...bySubject(by) } });
    return { bankId: item.bank_id };
  });
}
