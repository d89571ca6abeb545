/** How does a process get its index, and how does what came in get sorted? */
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
}

let kernel: Promise<() => ScannedCodes> | undefined;

/** An empty index; it learns by `apply`, from change 1 on. */
export async function openIndex(): Promise<SortedIndex> {
  // Compiled once per process: a sweep opens an index for every item.
  kernel ??= loadLinearScan();
  const newTail = await kernel;
  const sets = { whole: new LayeredCodes(newTail), turns: new LayeredCodes(newTail) };
  return Object.assign(new FollowingIndex(sets), { sets });
}
