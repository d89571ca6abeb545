/** Of how many items that an upload meets does an answer tell, and which? All of a few; of very many the first, without weighing the others in full. */
import type { FingerprintKind } from '@likeness/fingerprint';
import type { BankPolicy } from '../bank/policy.ts';
import { compareEffects, type Effect } from '../bank/verdict.ts';
import type { Agreement, WeighedAgreement } from './explain.ts';
import type { VideoMet } from './video.ts';

/** Every agreement of each item, up to `most` items, or of those that were chosen. */
export class Agreements {
  readonly ofRow = new Map<number, WeighedAgreement[]>();
  readonly #most: number;
  readonly #chosen: ReadonlySet<number> | undefined;

  constructor(most = Number.POSITIVE_INFINITY, chosen?: ReadonlySet<number>) {
    this.#most = most;
    this.#chosen = chosen;
  }

  /** Then what is here is not all of it. */
  get areTooMany(): boolean {
    return this.ofRow.size > this.#most;
  }

  /** Too many is the whole answer. */
  get isDone(): boolean {
    return this.areTooMany;
  }

  wants(row: number): boolean {
    return !this.areTooMany && this.#chosen?.has(row) !== false;
  }

  met(
    row: number,
    _bank: BankPolicy,
    kind: FingerprintKind,
    variant: Agreement['variant'],
    distance: number,
    effect: Effect,
    video?: VideoMet,
  ): void {
    const agreement = { kind, variant, distance, effect, ...(video === undefined ? {} : { video }) };
    const others = this.ofRow.get(row);
    if (others === undefined) this.ofRow.set(row, [agreement]);
    else others.push(agreement);
  }
}

/** More than the largest distance. */
const DISTANCES = 512;

/** How strong and how near each item's best agreement is, as one number: the order of `byImportance`, but for the ids. */
export class Ranks {
  readonly #ofRow = new Map<number, number>();
  #hasHarmless = false;

  get size(): number {
    return this.#ofRow.size;
  }

  /** One of them is known to be harmless. */
  get hasHarmless(): boolean {
    return this.#hasHarmless;
  }

  /** The ranks of the others are of no use then. */
  get isDone(): boolean {
    return this.#hasHarmless;
  }

  wants(): boolean {
    return !this.isDone;
  }

  met(row: number, bank: BankPolicy, _kind: FingerprintKind, _variant: Agreement['variant'], distance: number, effect: Effect): void {
    if (bank.isHarmless === true) this.#hasHarmless = true;
    const rank = compareEffects('hold', effect) * DISTANCES + distance;
    const known = this.#ofRow.get(row);
    if (known === undefined || rank < known) this.#ofRow.set(row, rank);
  }

  /** The first `most` of them; of equal rank those whose id comes first. */
  first(most: number, isBefore: (a: number, b: number) => boolean): Set<number> {
    const counts = new Map<number, number>();
    for (const rank of this.#ofRow.values()) counts.set(rank, (counts.get(rank) ?? 0) + 1);
    let room = most;
    let last = Number.POSITIVE_INFINITY;
    for (const [rank, count] of [...counts].sort(([a], [b]) => a - b)) {
      last = rank;
      if (count > room) break;
      room -= count;
      last = rank + 1;
    }
    const first = new Set<number>();
    const atLast: number[] = [];
    for (const [row, rank] of this.#ofRow) {
      if (rank < last) first.add(row);
      else if (rank === last) keepLeast(atLast, row, room, isBefore);
    }
    for (const row of atLast) first.add(row);
    return first;
  }
}

/** Keeps the `most` least rows in order; most rows are not among them and cost one comparison. */
function keepLeast(kept: number[], row: number, most: number, isBefore: (a: number, b: number) => boolean): void {
  const greatest = kept.at(-1);
  if (kept.length >= most && (greatest === undefined || !isBefore(row, greatest))) return;
  let [from, to] = [0, kept.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(kept[middle] ?? row, row)) from = middle + 1;
    else to = middle;
  }
  kept.splice(from, 0, row);
  if (kept.length > most) kept.pop();
}
