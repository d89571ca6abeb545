/**
 * Which counts can be told without pointing at one person? A count of 1 to 4 reads "fewer than 5", and no sum gives it back: where it would, the next smallest
 * neighbour is kept back too, or the whole breakdown.
 */

export const smallest = 5;

/** A count that is told; `few`: 1 to 4; `hidden`: at least 5, kept back because it would give away a smaller one. */
export type Told = number | 'few' | 'hidden';

/** A count with what it is made of: the parts add up to it, or there are none. */
export interface Counted {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly parts: readonly Counted[];
}

export interface ToldCount {
  readonly key: string;
  readonly label: string;
  readonly count: Told;
  /** Null: what it is made of cannot be told. */
  readonly parts: readonly ToldCount[] | null;
}

/** What may be told of a count and its parts. */
export function tell(counted: Counted): ToldCount {
  return told(counted, isSmall(counted.count) ? 'few' : counted.count);
}

const isSmall = (count: number): boolean => count > 0 && count < smallest;

function told({ key, label, count, parts }: Counted, as: Told): ToldCount {
  // Of what is kept back nothing below is told either: its parts would add up to it.
  const kept = typeof as === 'number' ? keptBack(count, parts) : parts.length === 0 ? new Set<Counted>() : null;
  if (kept === null) return { key, label, count: as, parts: null };
  return {
    key,
    label,
    count: as,
    parts: parts.map((part) => told(part, isSmall(part.count) ? 'few' : kept.has(part) ? 'hidden' : part.count)),
  };
}

/** The parts that are not told; null when no choice of them leaves each of them open. */
function keptBack(total: number, parts: readonly Counted[]): Set<Counted> | null {
  const kept = new Set(parts.filter(({ count }) => isSmall(count)));
  const others = parts.filter(({ count }) => count >= smallest).toSorted((a, b) => a.count - b.count);
  while (!areOpen(total, parts, kept)) {
    const next = others.shift();
    if (next === undefined) return null;
    kept.add(next);
  }
  return kept;
}

/**
 * Whether somebody who reads the total, the parts that are told, and which are few, still finds two possible values or more for each part that is kept back. They
 * know this rule: what is hidden is no larger than any that is told.
 */
function areOpen(total: number, parts: readonly Counted[], kept: ReadonlySet<Counted>): boolean {
  const rest = parts.reduce((left, part) => (kept.has(part) ? left : left - part.count), total);
  const largest = Math.min(rest, ...parts.filter((part) => !kept.has(part) && part.count >= smallest).map(({ count }) => count));
  const ranges = [...kept].map(({ count }) => (isSmall(count) ? { least: 1, most: smallest - 1 } : { least: smallest, most: largest }));
  const least = ranges.reduce((sum, range) => sum + range.least, 0);
  const most = ranges.reduce((sum, range) => sum + range.most, 0);
  return ranges.every((range) => Math.min(range.most, rest - (least - range.least)) > Math.max(range.least, rest - (most - range.most)));
}
