/** How are hits handed over? In blocks and in place: half a million calls for one question cost more than finding what they tell of. */

/**
 * Told of hits, block by block: `pairs` begins with `many` pairs of slot and distance (bits), at least one; in no order, each hit once. The view is good until
 * the call returns, and may be written in; no other question is asked of the same set before that. Answers whether to go on: after `false` the question ends.
 */
export type OnHits = (pairs: Uint32Array, many: number) => boolean;

/** Told of every hit, in no order, each once. */
export type OnHit = (slot: number, distance: number) => void;

/** For whoever wants all hits, one after the other. */
export function oneByOne(onHit: OnHit): OnHits {
  return (pairs, many) => {
    for (let i = 0; i < 2 * many; i += 2) onHit(pairs[i] ?? 0, pairs[i + 1] ?? 0);
    return true;
  };
}

/** Moves the hits whose slots are to stay to the front of the block and answers how many these are. */
export function keptOf(pairs: Uint32Array, many: number, stays: (slot: number) => boolean): number {
  let kept = 0;
  for (let i = 0; i < 2 * many; i += 2) {
    const slot = pairs[i] ?? 0;
    if (!stays(slot)) continue;
    pairs[kept] = slot;
    pairs[kept + 1] = pairs[i + 1] ?? 0;
    kept += 2;
  }
  return kept / 2;
}
