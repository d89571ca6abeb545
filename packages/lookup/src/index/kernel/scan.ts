/**
 * Which of these 256-bit codes lie near the query? AssemblyScript; the same answers as ../plain.ts.
 *
 * Memory: the query, a buffer of hits (slot and distance, two u32 each), then the codes, 32 bytes per slot. Nothing is allocated per query.
 * Four 64-bit popcounts with a way out after two beat i8x16.popcnt: over 10^6 random codes in one run on one core of a 2-core machine (Node 24) 4.0 ms, against
 * 5.0 ms for SIMD with four codes at a step and 7.3 ms for SIMD with one. The way out is nearly always taken: a stranger's first half differs in about 64 bits.
 */

const CODE_BYTES: usize = 32;
const MOST_HITS: i32 = 4096;
const PAGE_BYTES: u64 = 1 << 16;

const query = memory.data(32, 16);
const hits = memory.data(MOST_HITS * 8, 16);
/** Where the last scan stopped: at `to`, or behind the hit that filled the buffer. */
let stoppedAt: u32 = 0;

export function queryAt(): usize {
  return query;
}

export function hitsAt(): usize {
  return hits;
}

/** Address of slot 0. Slots go on without a gap to the end of memory. */
export function codesAt(): usize {
  return (__heap_base + 31) & ~31;
}

/** Makes room for so many slots, by half as much again so that adding stays cheap. Answers 0 when memory is at its end. */
export function reserve(slots: u32): i32 {
  const needed = <u64>codesAt() + <u64>slots * <u64>CODE_BYTES;
  const present = <u64>memory.size() * PAGE_BYTES;
  if (needed <= present) return 1;
  const missing = <i32>((needed - present + PAGE_BYTES - 1) / PAGE_BYTES);
  const generous = <i32>(present / PAGE_BYTES / 2);
  if (generous > missing && memory.grow(generous) >= 0) return 1;
  return memory.grow(missing) >= 0 ? 1 : 0;
}

/** Writes the hits among slots from..to (exclusive) and answers how many; go on from resumeAt() until that is `to`. */
export function scan(from: u32, to: u32, radius: i32): i32 {
  const q0 = load<u64>(query);
  const q1 = load<u64>(query, 8);
  const q2 = load<u64>(query, 16);
  const q3 = load<u64>(query, 24);
  let found = 0;
  let slot = from;
  for (let address = codesAt() + <usize>from * CODE_BYTES; slot < to; slot++, address += CODE_BYTES) {
    const half = <i32>popcnt(q0 ^ load<u64>(address)) + <i32>popcnt(q1 ^ load<u64>(address, 8));
    if (half > radius) continue;
    const distance = half + <i32>popcnt(q2 ^ load<u64>(address, 16)) + <i32>popcnt(q3 ^ load<u64>(address, 24));
    if (distance > radius) continue;
    store<u32>(hits + (<usize>found << 3), slot);
    store<i32>(hits + (<usize>found << 3), distance, 4);
    if (++found == MOST_HITS) {
      slot++;
      break;
    }
  }
  stoppedAt = slot;
  return found;
}

export function resumeAt(): u32 {
  return stoppedAt;
}
