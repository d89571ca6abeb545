/** How far is a scan, how fast, and how long will it still take? Counts only; time is an argument. */
import type { OtherKind } from './kind.ts';

/** The rate is that of the last so many milliseconds: the beginning, when decoders warm up, soon stops to count. */
const windowMs = 15_000;

export interface Progress {
  /** Files with fingerprints, of this run and of earlier ones. */
  readonly fingerprinted: number;
  /** Files and folders that could not be read, of this run and of earlier ones. */
  readonly failed: number;
  /** How many of both were done by an earlier run. */
  readonly earlier: number;
  /** How many of those could not be read then. */
  readonly earlierFailed: number;
  /** What is no readable picture, by kind. */
  readonly skipped: Readonly<Partial<Record<OtherKind, number>>>;
  /** Everything there is; null while it is being counted. */
  readonly total: number | null;
  /** Of this run, lately. */
  readonly filesPerSecond: number;
  /** Null while it cannot be told. */
  readonly secondsLeft: number | null;
}

export class Tally {
  readonly #samples: { readonly at: number; readonly fresh: number }[];
  readonly #skipped = new Map<OtherKind, number>();
  #done = 0;
  #failed = 0;
  #earlierDone = 0;
  #earlierFailed = 0;
  #total: number | null = null;

  constructor(now: number) {
    this.#samples = [{ at: now, fresh: 0 }];
  }

  done(): void {
    this.#done++;
  }

  failed(): void {
    this.#failed++;
  }

  skipped(kind: OtherKind): void {
    this.#skipped.set(kind, (this.#skipped.get(kind) ?? 0) + 1);
  }

  /** Met a file that an earlier run has dealt with. */
  metEarlier(outcome: 'done' | 'failed'): void {
    if (outcome === 'done') this.#earlierDone++;
    else this.#earlierFailed++;
  }

  /** Everything has been counted. */
  total(count: number): void {
    this.#total = count;
  }

  /** Where things stand at `now`, in milliseconds of the clock that the constructor was given. `known`: how many files earlier runs have dealt with. */
  at(now: number, known: number): Progress {
    const skippedCount = [...this.#skipped.values()].reduce((sum, count) => sum + count, 0);
    const fresh = this.#done + this.#failed + skippedCount;
    const earlier = this.#earlierDone + this.#earlierFailed;
    this.#samples.push({ at: now, fresh });
    while ((this.#samples[1]?.at ?? now) < now - windowMs) this.#samples.shift();
    const { at: from, fresh: before } = this.#samples[0] ?? { at: now, fresh };
    const filesPerSecond = now > from ? ((fresh - before) * 1000) / (now - from) : 0;
    // Files that an earlier run dealt with take no time.
    const left = this.#total === null ? null : Math.max(0, this.#total - fresh - Math.max(earlier, Math.min(known, this.#total - fresh)));
    return {
      fingerprinted: this.#done + this.#earlierDone,
      failed: this.#failed + this.#earlierFailed,
      earlier,
      earlierFailed: this.#earlierFailed,
      skipped: Object.fromEntries([...this.#skipped].sort(([, a], [, b]) => b - a)),
      total: this.#total,
      filesPerSecond: Math.round(filesPerSecond * 10) / 10,
      secondsLeft: left === 0 ? 0 : left === null || filesPerSecond <= 0 ? null : Math.ceil(left / filesPerSecond),
    };
  }
}
