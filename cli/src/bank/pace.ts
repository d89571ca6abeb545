/** How fast does an import go, and how long will it still take? Counts only; time is an argument. */
import type { ImportProgress } from '@likeness/server/workflows/bank-import';

/** The rate is that of the last so many milliseconds. */
const windowMs = 15_000;

interface Sample {
  readonly at: number;
  readonly lines: number;
  readonly bytes: number;
}

export class Pace {
  readonly #total: number | null;
  #samples: Sample[] = [];

  /** `total`: the file's length in bytes; null where it has none. */
  constructor(now: number, total: number | null) {
    this.#total = total;
    this.#samples = [{ at: now, lines: 0, bytes: 0 }];
  }

  /** A batch is in. What an earlier run brought counts for nothing: the first note after it starts the clock. */
  note(now: number, { imported, rejected, bytes }: ImportProgress): void {
    const sample = { at: now, lines: imported + rejected, bytes };
    const isFirst = this.#samples.length === 1 && this.#samples[0]?.bytes === 0;
    this.#samples = isFirst
      ? [sample]
      : [...this.#samples.filter((old, at) => at === this.#samples.length - 1 || old.at >= now - windowMs), sample];
  }

  at(now: number, { imported, rejected, bytes }: ImportProgress) {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    const ms = first === undefined || last === undefined ? 0 : Math.max(now, last.at) - first.at;
    const rate = (what: 'lines' | 'bytes'): number => (ms > 0 && first && last ? ((last[what] - first[what]) * 1000) / ms : 0);
    const bytesLeft = this.#total === null ? null : Math.max(0, this.#total - bytes);
    return {
      imported,
      rejected,
      /** Never 100 before the end. */
      percent: this.#total === null || this.#total === 0 ? null : Math.min(99, Math.floor((bytes * 100) / this.#total)),
      linesPerSecond: Math.round(rate('lines')),
      secondsLeft: bytesLeft === null || rate('bytes') <= 0 ? null : Math.ceil(bytesLeft / rate('bytes')),
    };
  }
}
