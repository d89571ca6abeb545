/** How does a process come to know everything that is listed? From the file of an earlier one and what changed since; without a good file, all from the database. */
import { type BankChange, openIndex, SnapshotRefused, type SortedIndex } from '@likeness/lookup';
import { plainReason } from '../config/refusal.ts';
import { activeItemsAfter, activeItemsWith, bankPolicies, changeAt, changesAfter, itemsById, latestChange } from '../store/banks.ts';
import type { Db, Store } from '../store/database.ts';
import { readIndexFile } from './index-on-disk.ts';

type Unnumbered<T> = T extends BankChange ? Omit<T, 'seq'> : never;

/** An index, and how far it has come in the sequence of bank changes. */
export class LearningIndex {
  readonly index: SortedIndex;
  #seq: number;
  // The index wants rising numbers; while it is loaded there are more objects than changes, so it gets numbers of its own.
  #turn = 0;

  constructor(index: SortedIndex, seq: number) {
    this.index = index;
    this.#seq = seq;
  }

  /** The last bank change that is in it. */
  get seq(): number {
    return this.#seq;
  }

  put(change: Unnumbered<BankChange>): void {
    this.#turn += 1;
    this.index.apply({ ...change, seq: this.#turn });
  }

  /** Applies every change that is committed. Several at once do no harm. */
  async catchUp(db: Db): Promise<void> {
    for (;;) {
      const notes = await changesAfter(db, this.#seq, page);
      if (notes.length === 0) return;
      const banks = new Map((await bankPolicies(db, idsOf(notes, 'bank'))).map((bank) => [bank.id, bank]));
      const items = new Map((await itemsById(db, idsOf(notes, 'item'))).map((item) => [item.id, item]));
      for (const { seq, subject, subjectId } of notes) {
        // Another catch-up of this process may have been faster while this one read.
        if (seq <= this.#seq) continue;
        const bank = banks.get(subjectId);
        const item = items.get(subjectId);
        if (subject === 'bank' && bank !== undefined) this.put({ kind: 'bank', bank });
        else if (subject === 'item' && item?.state === 'active') this.put({ kind: 'item', item });
        else if (subject === 'item') this.put({ kind: 'item-gone', itemId: subjectId });
        this.#seq = seq;
      }
    }
  }
}

function idsOf(notes: readonly { subject: string; subjectId: string }[], subject: 'bank' | 'item'): string[] {
  return [...new Set(notes.filter((note) => note.subject === subject).map((note) => note.subjectId))];
}

export interface Loaded {
  readonly learning: LearningIndex;
  /** The file that it came from; null when it came from the database. */
  readonly file: IndexFileFacts | null;
}

/** Which change a file ends with, and when it was written. */
export interface IndexFileFacts {
  readonly seq: number;
  readonly writtenAt: Date;
}

export interface LoadOptions {
  readonly store: Store;
  /** Where the file is; undefined: there is none. */
  readonly folder: string | undefined;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

const page = 2000;
const nil = '00000000-0000-0000-0000-000000000000';

/** Resolves with everything up to some committed change. Rejects when the database does, or with the reason of the signal. */
export async function loadIndex(options: LoadOptions): Promise<Loaded> {
  const { store, folder, log } = options;
  const read = folder === undefined ? null : await fromFile(store, folder, log);
  if (read === null) return { learning: await fromDatabase(options), file: null };
  const { index, version, last, writtenAt } = read;
  const learning = new LearningIndex(index, last.seq);
  for (const bank of await bankPolicies(store.db)) learning.put({ kind: 'bank', bank });
  // Version 1 left frames of videos out: what has some is learnt anew.
  if (version < 2) for (const item of await activeItemsWith(store.db, 'vpdq')) learning.put({ kind: 'item', item });
  return { learning, file: { seq: last.seq, writtenAt } };
}

async function fromFile(store: Store, folder: string, log: (line: string) => void): Promise<Awaited<ReturnType<typeof readIndexFile>>> {
  try {
    return await readIndexFile(folder, async (last) => {
      const here = await changeAt(store.db, last.seq);
      return here !== null && here.subjectId === last.subjectId && here.at === last.at;
    });
  } catch (error) {
    const reason = error instanceof SnapshotRefused ? error.message : plainReason(error);
    log(`The index file was not used (${reason}); the index is made from the database.`);
    return null;
  }
}

async function fromDatabase({ store, signal }: LoadOptions): Promise<LearningIndex> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const learning = new LearningIndex(await openIndex(), await latestChange(snapshot));
      for (const bank of await bankPolicies(snapshot)) learning.put({ kind: 'bank', bank });
      for (let after = nil; ; ) {
        signal.throwIfAborted();
        const items = await activeItemsAfter(snapshot, after, page);
        for (const item of items) learning.put({ kind: 'item', item });
        const last = items.at(-1);
        if (last === undefined) return learning;
        after = last.id;
      }
    });
}
