/** What is listed right now, in this process's memory? Loaded once, then kept current from the sequence of bank changes. */
import { type BankChange, type BankPolicy, type ListedItem, type LiveIndex, type Match, openIndex, type Upload } from '@likeness/lookup';
import { activeItemsAfter, bankChannel, bankPolicies, changesAfter, itemsById, latestChange } from '../store/banks.ts';
import type { Db, Store } from '../store/database.ts';
import { openRebuilding } from './rebuild.ts';

export interface BankIndex {
  /** The last bank change that is in this index. */
  readonly seq: number;
  readonly codeCount: number;
  /** What the upload meets among everything listed up to `seq`. Synchronous: the caller reads `seq` and the answer at one instant. */
  look(upload: Upload): Match[];
  /** Applies every committed change. Pass the transaction that holds the bank log to be certain that none is missing. */
  catchUp(db: Db): Promise<void>;
  close(): Promise<void>;
}

const page = 2000;
const nil = '00000000-0000-0000-0000-000000000000';

export interface BankIndexOptions {
  /** What went wrong while nobody waited for it. */
  readonly onError: (error: Error) => void;
  /** Lines for the operator's log, without anything of a bank in them. */
  readonly log?: (line: string) => void;
}

/** Loads the index and follows the bank from then on. Resolves when it is complete. */
export async function openBankIndex(store: Store, { onError, log = () => {} }: BankIndexOptions): Promise<BankIndex> {
  const index = await openIndex();
  const rebuilding = await openRebuilding({ sets: Object.values(index.sets), log });
  let applied = 0;
  // The index wants rising numbers; at loading time there are more objects than the snapshot's one number, so it counts for itself.
  let turn = 0;
  const put = (
    change: Pick<BankChange, 'kind'> &
      ({ kind: 'bank'; bank: BankPolicy } | { kind: 'item'; item: ListedItem } | { kind: 'item-gone'; itemId: string }),
  ): void => {
    turn += 1;
    index.apply({ ...change, seq: turn });
  };

  await store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      applied = await latestChange(snapshot);
      for (const bank of await bankPolicies(snapshot)) put({ kind: 'bank', bank });
      for (let after = nil; ; ) {
        const items = await activeItemsAfter(snapshot, after, page);
        for (const item of items) put({ kind: 'item', item });
        const last = items.at(-1);
        if (last === undefined) break;
        after = last.id;
      }
    });
  // Without it the first answers would read every code.
  rebuilding.check();
  await rebuilding.settled();

  const catchUp = async (db: Db): Promise<void> => {
    for (;;) {
      const notes = await changesAfter(db, applied, page);
      if (notes.length === 0) return rebuilding.check();
      const banks = new Map((await bankPolicies(db, idsOf(notes, 'bank'))).map((bank) => [bank.id, bank]));
      const items = new Map((await itemsById(db, idsOf(notes, 'item'))).map((item) => [item.id, item]));
      for (const { seq, subject, subjectId } of notes) {
        // Another catch-up of this process may have been faster while this one read.
        if (seq <= applied) continue;
        const bank = banks.get(subjectId);
        const item = items.get(subjectId);
        if (subject === 'bank' && bank !== undefined) put({ kind: 'bank', bank });
        else if (subject === 'item' && item?.state === 'active') put({ kind: 'item', item });
        else if (subject === 'item') put({ kind: 'item-gone', itemId: subjectId });
        applied = seq;
      }
    }
  };

  const stopListening = await store.listen(bankChannel, () => void catchUp(store.db).catch(onError));
  await catchUp(store.db);
  return {
    get seq() {
      return applied;
    },
    get codeCount() {
      return index.codeCount;
    },
    look: (upload) => index.look(upload),
    catchUp,
    close: async () => {
      await stopListening();
      await rebuilding.close();
    },
  };
}

function idsOf(notes: readonly { subject: string; subjectId: string }[], subject: 'bank' | 'item'): string[] {
  return [...new Set(notes.filter((note) => note.subject === subject).map((note) => note.subjectId))];
}

/** An index that holds these items of one bank only: what stored content is compared with. */
export async function indexOf(bank: BankPolicy, items: readonly ListedItem[]): Promise<LiveIndex> {
  const index = await openIndex();
  index.apply({ seq: 1, kind: 'bank', bank });
  for (const [place, item] of items.entries()) index.apply({ seq: place + 2, kind: 'item', item });
  return index;
}
