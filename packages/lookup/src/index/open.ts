/** How does a process get its index? */
import { FollowingIndex, type LiveIndex } from './live.ts';
import { PlainScan } from './plain.ts';

/** An empty index; it learns by `apply`, from change 1 on. */
export async function openIndex(): Promise<LiveIndex> {
  return new FollowingIndex(() => new PlainScan());
}
