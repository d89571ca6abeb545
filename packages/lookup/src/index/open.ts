/** How does a process get its index? */
import { loadLinearScan } from './linear.ts';
import { FollowingIndex, type LiveIndex } from './live.ts';

/** An empty index; it learns by `apply`, from change 1 on. */
export async function openIndex(): Promise<LiveIndex> {
  return new FollowingIndex(await loadLinearScan());
}
