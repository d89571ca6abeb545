/** Which chance does a soak run on? A seeded one, so that a run that failed can be repeated. */

/** Numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list; undefined for an empty one. */
export function oneOf<T>(chance: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(chance() * list.length)];
}
