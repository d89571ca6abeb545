/** What is listed right now, in this process's memory? Loaded once, then kept current from the sequence of bank changes. */
import { crc32 } from 'node:zlib';
import { Problem } from '@likeness/contract';
import type { FingerprintKind } from '@likeness/fingerprint';
import {
  type BankPolicy,
  type ListedItem,
  type LiveIndex,
  type Match,
  type Met,
  openIndex,
  type Tier,
  type Upload,
} from '@likeness/lookup';
import { plainReason } from '../config/refusal.ts';
import { bankChannel, changeAt } from '../store/banks.ts';
import type { Db, Store } from '../store/database.ts';
import { writeIndexFile } from './index-on-disk.ts';
import { type IndexFileFacts, loadIndex } from './load.ts';
import { openRebuilding } from './rebuild.ts';

/** For those who watch it. */
export interface IndexFacts {
  readonly isLoaded: boolean;
  /** Codes that are read one by one for every question, until the next rebuild. */
  readonly tail: number;
  /** Codes that are gone and still in the way, until the next rebuild. */
  readonly tombstones: number;
  /** Since the start. */
  readonly rebuilds: number;
  readonly lastRebuildMs: number | null;
  readonly file: IndexFileFacts | null;
}

export interface BankIndex {
  /** The last bank change that is in this index; 0 while it is loading. */
  readonly seq: number;
  readonly codeCount: number;
  /**
   * What the upload meets among everything listed up to `seq`. Synchronous: the caller reads `seq` and the answer at one instant. Throws Problem
   * `server/unready` while it is loading: an answer would be half of one.
   */
  look(upload: Upload, when?: Tier['when']): Match[];
  /** The same, of the first of very many. */
  lookFirst(upload: Upload, when?: Tier['when']): Met;
  /** Could an upload that has this code, in whatever view, meet anything by the tiers of the call? Never false where it could. */
  mayMeet(kind: FingerprintKind, code: Uint8Array): boolean;
  /** Applies every committed change. Pass the transaction that holds the bank log to be certain that none is missing. */
  catchUp(db: Db): Promise<void>;
  readonly facts: IndexFacts;
  /** Ends following. With a folder, the index is in its file once this resolves. */
  close(): Promise<void>;
}

export interface BankIndexOptions {
  /** What went wrong while nobody waited for it. */
  readonly onError: (error: Error) => void;
  /** Lines for the operator's log, without anything of a bank in them. */
  readonly log?: (line: string) => void;
  /** Where the index is kept between two starts. Undefined: nowhere, the database is read each time. */
  readonly folder?: string;
}

/** A notification may be lost without a sign of it. */
const lookAgainMs = 5_000;
/** After a rebuild the file is written again when it is older than that, or when more than this share of all codes came since. */
const leastFileAgeMs = 10 * 60_000;
const dueFileShare = 0.2;

/** Loads the index and follows the bank from then on. Resolves when it is complete. */
export async function openBankIndex(store: Store, options: BankIndexOptions): Promise<BankIndex> {
  const index = startBankIndex(store, options);
  await index.loaded;
  return index;
}

/** The same for whoever has something to say meanwhile: `loaded` resolves when it is complete, and rejects when the database fails before. */
export function startBankIndex(store: Store, options: BankIndexOptions): BankIndex & { readonly loaded: Promise<void> } {
  const closing = new AbortController();
  let following: Awaited<ReturnType<typeof follow>> | null = null;
  const loaded = (async () => {
    following = await follow(store, options, closing.signal);
  })();
  // Whoever waits for it hears of it; closing is no failure.
  loaded.catch(() => {});
  const here = (): Omit<BankIndex, 'close'> => following ?? loading;
  return {
    loaded,
    get seq() {
      return here().seq;
    },
    get codeCount() {
      return here().codeCount;
    },
    get facts() {
      return here().facts;
    },
    look: (upload, when) => here().look(upload, when),
    lookFirst: (upload, when) => here().lookFirst(upload, when),
    mayMeet: (kind, code) => here().mayMeet(kind, code),
    catchUp: (db) => here().catchUp(db),
    close: async () => {
      closing.abort();
      await loaded.catch(() => {});
      await following?.close();
    },
  };
}

function unready(): never {
  throw new Problem('server/unready', {
    detail: 'The list of pictures is being loaded; try again in a few seconds.',
    retryAfterSeconds: 5,
  });
}

const loading: Omit<BankIndex, 'close'> = {
  seq: 0,
  codeCount: 0,
  look: unready,
  lookFirst: unready,
  mayMeet: unready,
  catchUp: async () => {},
  facts: { isLoaded: false, tail: 0, tombstones: 0, rebuilds: 0, lastRebuildMs: null, file: null },
};

async function follow(store: Store, { onError, log = () => {}, folder }: BankIndexOptions, signal: AbortSignal): Promise<BankIndex> {
  const { learning, file: first } = await loadIndex({ store, folder, log, signal });
  const { index } = learning;
  const sets = Object.values(index.sets);
  let file = first;
  let codesInFile = first === null ? 0 : index.codeCount;

  const write = async (): Promise<void> => {
    const { seq } = learning;
    if (folder === undefined || seq === 0 || seq === file?.seq) return;
    const codes = index.codeCount;
    const held = index.hold(crc32);
    try {
      const last = await changeAt(store.db, seq);
      if (last === null) return;
      await writeIndexFile(folder, held, { seq, ...last });
      file = { seq, writtenAt: new Date() };
      codesInFile = codes;
    } catch (error) {
      log(`The index file could not be written (${plainReason(error)}); without one the next start reads the database.`);
    } finally {
      held.release();
    }
  };
  const rebuilding = await openRebuilding({
    sets,
    log,
    onRebuilt: async () => {
      const isOld = file === null || Date.now() - file.writtenAt.getTime() > leastFileAgeMs;
      if (isOld || index.codeCount - codesInFile > dueFileShare * index.codeCount) await write();
    },
  });
  const catchUp = async (db: Db): Promise<void> => {
    await learning.catchUp(db);
    rebuilding.check();
  };
  // One at a time: what comes while it runs is one more round.
  let isFollowing = false;
  let isDue = false;
  const heard = async (): Promise<void> => {
    isDue = true;
    if (isFollowing) return;
    isFollowing = true;
    try {
      while (isDue && !signal.aborted) {
        isDue = false;
        await catchUp(store.db);
      }
    } catch (error) {
      if (!signal.aborted) onError(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isFollowing = false;
    }
  };
  const stopListening = await store.listen(bankChannel, () => void heard());
  const clock = setInterval(() => void heard(), lookAgainMs).unref();
  const close = async (): Promise<void> => {
    clearInterval(clock);
    await stopListening();
    await rebuilding.close();
    await write();
  };
  try {
    await catchUp(store.db);
    // The first answers would read every code of a long tail.
    await rebuilding.settled();
    await catchUp(store.db);
    signal.throwIfAborted();
  } catch (error) {
    clearInterval(clock);
    await stopListening();
    await rebuilding.close();
    throw error;
  }
  return {
    get seq() {
      return learning.seq;
    },
    get codeCount() {
      return index.codeCount;
    },
    get facts() {
      const layers = sets.map((set) => set.layers);
      return {
        isLoaded: true,
        tail: layers.reduce((sum, { tail }) => sum + tail, 0),
        tombstones: layers.reduce((sum, { tombstones }) => sum + tombstones, 0),
        rebuilds: rebuilding.count,
        lastRebuildMs: rebuilding.lastMs,
        file,
      };
    },
    look: (upload, when) => index.look(upload, when),
    lookFirst: (upload, when) => index.lookFirst(upload, when),
    mayMeet: (kind, code) => index.mayMeet(kind, code),
    catchUp,
    close,
  };
}

/** An index that holds these items of these banks only: what stored content is compared with. */
export async function indexOf(banks: readonly BankPolicy[], items: readonly ListedItem[]): Promise<LiveIndex> {
  const index = await openIndex();
  let seq = 0;
  for (const bank of banks) index.apply({ seq: ++seq, kind: 'bank', bank });
  for (const item of items) index.apply({ seq: ++seq, kind: 'item', item });
  return index;
}
