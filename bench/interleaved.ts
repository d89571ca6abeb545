/**
 * How do several ways of doing the same compare on a machine whose speed changes from second to second? They take turns: in every round each runs once,
 * and what counts is the ratio within a round. Time is processor time of the process at work, all its threads together: it goes on counting where the clock on
 * the wall would count the neighbours too. On an idle machine, with one thread per contender, the two are the same.
 */

export interface Contender {
  readonly name: string;
  /** Milliseconds of processor time of one run, the mean of so many in a row. */
  timeOf(repeats: number): Promise<number>;
}

/** A contender in this process. Its work may be asynchronous. */
export function here(name: string, run: () => unknown): Contender {
  return { name, timeOf: (repeats) => processorTimeOf(run, repeats) };
}

/** Milliseconds of this process's processor time for one run of `run`, the mean of so many in a row. */
export async function processorTimeOf(run: () => unknown, repeats: number): Promise<number> {
  const started = process.cpuUsage();
  for (let i = 0; i < repeats; i++) await run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 / repeats;
}

export interface Timed {
  /** Milliseconds of one run, the median over all rounds. */
  readonly ms: (name: string) => number;
  /** How many times longer `name` takes than `than`: the median over all rounds of the ratio within the round. */
  readonly ratio: (name: string, than: string) => number;
}

export interface Rounds {
  /** At least five. */
  readonly rounds: number;
  /** A contender that is done sooner runs again until this much of a round is over. */
  readonly leastMs: number;
}

/** Warms every contender up, then times the rounds. */
export async function interleaved(contenders: readonly Contender[], { rounds, leastMs }: Rounds): Promise<Timed> {
  if (rounds < 5) throw new RangeError('A median needs at least five rounds.');
  const repeats = new Map<string, number>();
  for (const contender of contenders) {
    // V8 runs the first calls of a kernel in its baseline compiler: twice the least time, then the last run tells how often one fits into a round.
    const until = performance.now() + 2 * leastMs;
    let lastMs = 0;
    do lastMs = await contender.timeOf(1);
    while (performance.now() < until);
    repeats.set(contender.name, Math.max(1, Math.round(leastMs / Math.max(lastMs, 1e-3))));
  }
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) times.get(contender.name)?.push(await contender.timeOf(repeats.get(contender.name) ?? 1));
  }
  const of = (name: string): readonly number[] => {
    const found = times.get(name);
    if (found === undefined) throw new RangeError(`${name} took no part.`);
    return found;
  };
  return {
    ms: (name) => median(of(name)),
    ratio(name, than) {
      const others = of(than);
      return median(of(name).map((ms, round) => ms / (others[round] ?? Number.NaN)));
    },
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
