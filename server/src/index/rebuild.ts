/**
 * Who sorts what came in, while everybody is still answered? A thread that lives as long as one build. This process goes on changing and answering; when the
 * new base is there it is swapped in between two answers. A thread that dies costs time only: what it was to sort is still searched unsorted.
 */
import { Worker } from 'node:worker_threads';
import { type BuildInput, type Home, type ImageShape, type LayeredCodes, loadBands } from '@likeness/lookup';
import { plainReason } from '../config/refusal.ts';

/** A base in memory of its own, as another thread has built it. */
export interface Built {
  readonly home: Home;
  readonly shape: ImageShape;
}

export interface RebuildOptions {
  readonly sets: readonly LayeredCodes[];
  /** One line for the log: what failed, and that it is tried again. */
  readonly log: (line: string) => void;
  /** Called after a base was swapped in; the next one waits until it resolves. */
  readonly onRebuilt?: () => Promise<void>;
  /** Builds elsewhere; rejects when that failed. Default: in a thread. */
  readonly build?: (input: BuildInput, signal: AbortSignal) => Promise<Built>;
  /** How long to wait after a failure. */
  readonly retryMs?: number;
  /** Which sets are worth it. Default: `isRebuildDue`. */
  readonly isDue?: (set: LayeredCodes) => boolean;
}

export interface Rebuilding {
  /** Begins what is due, one set after the other, unless that is going on already or a failure is waited out. */
  check(): void;
  /** Resolves when nothing is being built. */
  settled(): Promise<void>;
  /** Bases swapped in since the start, and how long the last one took from the first copy to the swap; null before the first. */
  readonly count: number;
  readonly lastMs: number | null;
  /** Ends a build that is under way; what it was to sort stays searched as it is. */
  close(): Promise<void>;
}

const usualRetryMs = 60_000;

export async function openRebuilding(options: RebuildOptions): Promise<Rebuilding> {
  const { sets, log, onRebuilt, build = buildInThread, retryMs = usualRetryMs, isDue = (set) => set.isRebuildDue } = options;
  const engines = await loadBands();
  const closing = new AbortController();
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;
  let count = 0;
  let lastMs: number | null = null;

  const rebuild = async (set: LayeredCodes): Promise<void> => {
    const began = performance.now();
    try {
      const { home, shape } = await build(set.beginRebuild(), closing.signal);
      const engine = engines.over(home);
      engine.use(shape);
      set.finishRebuild(engine);
    } finally {
      // After a swap there is nothing to abandon.
      set.abandonRebuild();
    }
    count += 1;
    lastMs = performance.now() - began;
  };
  const run = async (): Promise<void> => {
    for (;;) {
      const due = sets.find(isDue);
      if (due === undefined || closing.signal.aborted) return;
      await rebuild(due);
      await onRebuilt?.();
    }
  };
  const check = (): void => {
    if (running !== null || retry !== undefined || closing.signal.aborted || !sets.some(isDue)) return;
    running = run()
      .catch((error: unknown) => {
        if (closing.signal.aborted) return;
        log(`The index could not be sorted (${plainReason(error)}); look-ups go on with the rest unsorted, and it is tried again.`);
        retry = setTimeout(() => {
          retry = undefined;
          check();
        }, retryMs).unref();
      })
      .finally(() => {
        running = null;
      });
  };
  return {
    check,
    settled: async () => {
      while (running !== null) await running;
    },
    get count() {
      return count;
    },
    get lastMs() {
      return lastMs;
    },
    close: async () => {
      closing.abort();
      clearTimeout(retry);
      await running;
    },
  };
}

/** Builds in a thread of its own. What is copied for it already changes hands; the codes of the old base are read where they lie. */
export async function buildInThread(input: BuildInput, signal: AbortSignal): Promise<Built> {
  const { live, added, attached } = input;
  const owned = [live, added.positions, added.codes, attached]
    .map(({ buffer }) => buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
  const thread = new Worker(new URL('./build-thread.ts', import.meta.url), { workerData: input, transferList: [...new Set(owned)] });
  const stop = (): void => void thread.terminate();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<Built>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`The thread that sorts ended with code ${code}`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
