/** How does a process get its index, and how does what came in get sorted? */
import type { BandEngine } from './band-engine.ts';
import { type BandEngines, loadBands } from './bands.ts';
import { buildImage } from './build.ts';
import { LayeredCodes } from './layered.ts';
import { loadLinearScan } from './linear.ts';
import { FollowingIndex, type LiveIndex } from './live.ts';
import type { ScannedCodes } from './reader.ts';

export interface SortedIndex extends LiveIndex {
  /**
   * Its searched sets, `whole` and `turns`. To sort one in another thread: send it `beginRebuild()`, run `buildImage` there in an engine of its own, send back
   * the engine's `home` and the shape, and give `finishRebuild` an engine `over` that home. Changes and answers go on meanwhile.
   */
  readonly sets: Readonly<Record<'whole' | 'turns', LayeredCodes>>;
  /** Sorts every set that is due, in this thread; yields after every step. Stopping early leaves everything as it was. */
  sort(): Generator<void, void>;
}

let kernels: Promise<readonly [() => ScannedCodes, BandEngines]> | undefined;

/** An empty index; it learns by `apply`, from change 1 on. */
export async function openIndex(): Promise<SortedIndex> {
  // Compiled once per process: a sweep opens an index for every item.
  kernels ??= Promise.all([loadLinearScan(), loadBands()]);
  const [newTail, engines] = await kernels;
  const sets = { whole: new LayeredCodes(newTail), turns: new LayeredCodes(newTail) };
  return Object.assign(new FollowingIndex(sets), { sets, sort: () => sortedSets(Object.values(sets), () => engines.empty()) });
}

/** Rebuilds those sets that are due, one after the other. */
export function* sortedSets(sets: readonly LayeredCodes[], newEngine: () => BandEngine): Generator<void, void> {
  for (const set of sets) {
    if (!set.isRebuildDue) continue;
    try {
      const engine = newEngine();
      yield* buildImage(engine, set.beginRebuild());
      set.finishRebuild(engine);
    } finally {
      set.abandonRebuild();
    }
  }
}
