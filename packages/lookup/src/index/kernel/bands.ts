/**
 * Which of these 256-bit codes lie near the query, without reading them all? AssemblyScript; the same answers as ../plain-bands.ts, from the same image
 * (../image.ts says where in it what stands; docs/formats/lookup-snapshot.md is the same for a reader outside).
 *
 * A question has three steps, each a flat loop without a dependent miss, so that the core overlaps its waits for memory: buckets (two neighbouring offsets per
 * probed key), their ids, the codes of the ids. Probes and ids together decide first whether a scan would be cheaper: ../layout.ts. Nothing is allocated.
 */

const CODE_BYTES: usize = 32;
const MOST_HITS: i32 = 8192;
const CHUNK: i32 = 1024;
const MOST_BANDS: usize = 32;

// Fixed places below the image. Memory comes from outside, so nothing may rest on what a data segment put there.
const QUERY: usize = 4096;
const DIFFERENCE: usize = 4160;
const BANDS: usize = 4224;
const RANGES_OF_BAND: usize = 5248;
const CLASSES: usize = 5632;
const PLANS: usize = 8192;
const HITS: usize = 16384;
const CANDIDATES: usize = 81920;
const SPREAD: usize = 98304;
const MASKS: usize = 360448;
const RANGES: usize = 622592;
const IMAGE: usize = 1703936;

const IN_BANDS: i32 = 0;
const IN_CLUSTERS: i32 = 1;
const IN_SCAN: i32 = 2;
const DONE: i32 = 3;

let codes: usize = 0;
let count: u32 = 0;
let bands: i32 = 0;
let clusters: usize = 0;
let clusterCount: u32 = 0;
let memberIds: usize = 0;
let memberCodes: usize = 0;

let radius: i32 = 0;
let state: i32 = DONE;
let band: i32 = 0;
let atRange: usize = 0;
let atCluster: u32 = 0;
let atMember: u32 = 0;
let atCode: u32 = 0;
let clusterMembersRead: u32 = 0;

export function queryAt(): usize {
  return QUERY;
}
export function hitsAt(): usize {
  return HITS;
}
export function plansAt(): usize {
  return PLANS;
}
export function imageAt(): usize {
  return IMAGE;
}

/** What the image holds, as addresses in this memory. */
export function setCodes(address: usize, many: u32, bandCount: i32): void {
  codes = address;
  count = many;
  bands = bandCount;
  state = DONE;
}
export function setBand(index: i32, firstBit: u32, width: u32, directory: usize, ids: usize): void {
  const record = BANDS + ((<usize>index) << 4);
  store<u32>(record, firstBit);
  store<u32>(record, width, 4);
  store<usize>(record, directory, 8);
  store<usize>(record, ids, 12);
}
export function setClusters(address: usize, many: u32, ids: usize, codesOfMembers: usize): void {
  clusters = address;
  clusterCount = many;
  memberIds = ids;
  memberCodes = codesOfMembers;
}

// @ts-ignore: decorator
@inline
function keyAt(address: usize, firstBit: u32, width: u32): u32 {
  return (load<u32>(address + (firstBit >> 3)) >> (firstBit & 7)) & ((1 << width) - 1);
}

/**
 * Bit p of a kept code is bit `step` * p (mod 256) of the given one; an odd step makes that a permutation. Built once as 32 tables of 256 codes, one per
 * byte of a given code; with the inverse step the same tables lead back.
 */
export function prepareSpread(step: u32): void {
  for (let byte: u32 = 0; byte < 32; byte++) {
    const table = SPREAD + ((<usize>byte) << 13);
    memory.fill(table, 0, 8192);
    for (let bit: u32 = 0; bit < 8; bit++) {
      const to = ((byte * 8 + bit) * step) & 255;
      const entry = table + ((<usize>1 << bit) << 5);
      store<u8>(entry + (to >> 3), <u8>1 << <u8>(to & 7));
    }
    for (let value: usize = 3; value < 256; value++) {
      const without = value & (value - 1);
      if (without == 0) continue;
      const entry = table + (value << 5);
      const rest = table + (without << 5);
      const lowest = table + ((value ^ without) << 5);
      v128.store(entry, v128.or(v128.load(rest), v128.load(lowest)));
      v128.store(entry, v128.or(v128.load(rest, 16), v128.load(lowest, 16)), 16);
    }
  }
}

/** Spreads codes in place, from one position to another (exclusive). */
export function spread(address: usize, many: u32): void {
  for (let i: u32 = 0; i < many; i++, address += CODE_BYTES) {
    let low = i64x2.splat(0);
    let high = i64x2.splat(0);
    for (let byte: usize = 0; byte < 32; byte++) {
      const entry = SPREAD + (byte << 13) + ((<usize>load<u8>(address + byte)) << 5);
      low = v128.or(low, v128.load(entry));
      high = v128.or(high, v128.load(entry, 16));
    }
    v128.store(address, low);
    v128.store(address, high, 16);
  }
}

/**
 * All masks of `width` bits with at most `most` ones: class by class of weight, rising within one. Rising order puts the masks of a narrower band first in
 * every class, so one table serves bands of different width; it also flips low key bits first, whose buckets share a cache line.
 */
export function prepareMasks(width: u32, most: u32): void {
  let cursor = MASKS;
  for (let weight: u32 = 0; weight <= most; weight++) {
    store<usize>(CLASSES + ((<usize>weight) << 2), cursor);
    const end: u64 = (<u64>1) << width;
    let mask: u64 = ((<u64>1) << weight) - 1;
    while (mask < end) {
      store<u32>(cursor, <u32>mask);
      cursor += 4;
      if (mask == 0) break;
      const lowest = mask & -mask;
      const carried = mask + lowest;
      mask = carried | (((mask ^ carried) >> 2) / lowest);
    }
  }
}

// @ts-ignore: decorator
@inline
function masksOfWeight(width: u32, weight: u32): u32 {
  let many: u32 = 1;
  for (let i: u32 = 0; i < weight; i++) many = (many * (width - i)) / (i + 1);
  return many;
}

/** Counting sort of one band: its directory of offsets, and all ids whose bit in `live` is set, by key. */
export function sortBand(index: i32, live: usize): void {
  const record = BANDS + ((<usize>index) << 4);
  const firstBit = load<u32>(record);
  const width = load<u32>(record, 4);
  const directory = load<usize>(record, 8);
  const ids = load<usize>(record, 12);
  const buckets = (<usize>1) << width;
  memory.fill(directory, 0, (buckets + 1) << 2);
  // Counted two places on and summed, offset k + 1 is where bucket k begins; filling moves it to where bucket k ends and k + 1 begins.
  for (let id: u32 = 0, code = codes; id < count; id++, code += CODE_BYTES) {
    if ((load<u8>(live + (id >> 3)) & (1 << <u8>(id & 7))) == 0) continue;
    const place = directory + ((<usize>keyAt(code, firstBit, width)) << 2);
    store<u32>(place, load<u32>(place, 4) + 1, 4);
  }
  let sum: u32 = 0;
  for (let place = directory + 4, end = directory + (buckets << 2); place <= end; place += 4) {
    const here = load<u32>(place);
    store<u32>(place, sum);
    sum += here;
  }
  for (let id: u32 = 0, code = codes; id < count; id++, code += CODE_BYTES) {
    if ((load<u8>(live + (id >> 3)) & (1 << <u8>(id & 7))) == 0) continue;
    const place = directory + ((<usize>keyAt(code, firstBit, width)) << 2);
    const at = load<u32>(place, 4);
    store<u32>(place, at + 1, 4);
    store<u32>(ids + ((<usize>at) << 2), id);
  }
}

/*
 * The same order by way of 512 partitions of neighbouring keys, for many codes: written straight into wide bands, every id would miss the cache twice and the
 * page table too. In pieces, so that the engine's optimiser takes over after the first: a function runs to its end in the code it was begun in.
 * At 10^7 codes and 21 bits on a busy core: about 1000 ms a band directly, 200 by partitions.
 */
const PARTITION_BITS: u32 = 9;

export function clearPartitions(): void {
  memory.fill(CANDIDATES, 0, 4 << PARTITION_BITS);
}

export function countPartitions(index: i32, live: usize, from: u32, to: u32): void {
  const record = BANDS + ((<usize>index) << 4);
  const firstBit = load<u32>(record);
  const width = load<u32>(record, 4);
  const shift = width - PARTITION_BITS;
  for (let id = from, code = codes + ((<usize>from) << 5); id < to; id++, code += CODE_BYTES) {
    if ((load<u8>(live + (id >> 3)) & (1 << <u8>(id & 7))) == 0) continue;
    const place = CANDIDATES + ((<usize>(keyAt(code, firstBit, width) >> shift)) << 2);
    store<u32>(place, load<u32>(place) + 1);
  }
}

/** From numbers to where each begins. */
export function sumPartitions(): void {
  let sum: u32 = 0;
  for (let place = CANDIDATES, end = CANDIDATES + (4 << PARTITION_BITS); place < end; place += 4) {
    const here = load<u32>(place);
    store<u32>(place, sum);
    sum += here;
  }
}

/** Key and id of each code into its partition; afterwards a partition's place says where it ends. `pairs` has eight bytes for every id. */
export function fillPartitions(index: i32, live: usize, pairs: usize, from: u32, to: u32): void {
  const record = BANDS + ((<usize>index) << 4);
  const firstBit = load<u32>(record);
  const width = load<u32>(record, 4);
  const shift = width - PARTITION_BITS;
  for (let id = from, code = codes + ((<usize>from) << 5); id < to; id++, code += CODE_BYTES) {
    if ((load<u8>(live + (id >> 3)) & (1 << <u8>(id & 7))) == 0) continue;
    const key = keyAt(code, firstBit, width);
    const place = CANDIDATES + ((<usize>(key >> shift)) << 2);
    const at = load<u32>(place);
    store<u32>(place, at + 1);
    store<u64>(pairs + ((<usize>at) << 3), (<u64>id << 32) | key);
  }
}

/** The counting sort of one partition; they must come in their order. */
export function sortPartition(index: i32, pairs: usize, partition: u32): void {
  const record = BANDS + ((<usize>index) << 4);
  const shift = load<u32>(record, 4) - PARTITION_BITS;
  const directory = load<usize>(record, 8) + ((<usize>partition << shift) << 2);
  const ids = load<usize>(record, 12);
  const ends = CANDIDATES + (<usize>partition << 2);
  const from = partition == 0 ? 0 : load<u32>(ends - 4);
  const first = pairs + ((<usize>from) << 3);
  const last = pairs + ((<usize>load<u32>(ends)) << 3);
  const within = (1 << shift) - 1;
  if (partition == 0) store<u32>(directory, 0);
  memory.fill(directory + 4, 0, <usize>4 << shift);
  for (let pair = first; pair < last; pair += 8) {
    const place = directory + ((<usize>(load<u32>(pair) & within)) << 2);
    store<u32>(place, load<u32>(place, 4) + 1, 4);
  }
  let sum = from;
  for (let place = directory + 4, end = directory + (<usize>4 << shift); place <= end; place += 4) {
    const here = load<u32>(place);
    store<u32>(place, sum);
    sum += here;
  }
  for (let pair = first; pair < last; pair += 8) {
    const place = directory + ((<usize>(load<u32>(pair) & within)) << 2);
    const at = load<u32>(place, 4);
    store<u32>(place, at + 1, 4);
    store<u32>(ids + ((<usize>at) << 2), load<u32>(pair, 4));
  }
}

/** Begins a question about the code at `queryAt`, already spread or not; probes every bucket of the plan and answers how many ids they hold. */
export function probe(within: i32): f64 {
  radius = within;
  const plan = PLANS + ((<usize>within) << 5);
  let cursor = RANGES;
  let ids: u64 = 0;
  for (let index = 0; index < bands; index++) {
    store<usize>(RANGES_OF_BAND + ((<usize>index) << 2), cursor);
    const record = BANDS + ((<usize>index) << 4);
    const width = load<u32>(record, 4);
    const directory = load<usize>(record, 8);
    const key = keyAt(QUERY, load<u32>(record), width);
    const threshold = <i32>load<i8>(plan + <usize>index);
    for (let weight = 0; weight <= threshold; weight++) {
      let mask = load<usize>(CLASSES + ((<usize>weight) << 2));
      const end = mask + ((<usize>masksOfWeight(width, weight)) << 2);
      for (; mask < end; mask += 4) {
        const pair = load<u64>(directory + ((<usize>(key ^ load<u32>(mask))) << 2));
        const many = <u32>(pair >> 32) - <u32>pair;
        store<u64>(cursor, pair);
        cursor += <usize>(many != 0) << 3;
        ids += many;
      }
    }
  }
  store<usize>(RANGES_OF_BAND + ((<usize>bands) << 2), cursor);
  state = IN_BANDS;
  band = 0;
  atRange = RANGES;
  atCluster = 0;
  atMember = 0;
  clusterMembersRead = 0;
  return <f64>ids;
}

/** Begins, or turns a question into, a scan of every code. */
export function beginScan(within: i32): void {
  radius = within;
  state = IN_SCAN;
  atCode = 0;
}

export function spreadQuery(): void {
  spread(QUERY, 1);
}

/** The next hits of the question into the buffer at `hitsAt`: id and distance, two u32 each; answers how many. Ask until `isDone`. */
export function next(): i32 {
  let found = 0;
  if (state == IN_BANDS) found = nextInBands();
  if (state == IN_CLUSTERS) found = nextInClusters(found);
  if (state == IN_SCAN) found = nextInScan();
  return found;
}

export function isDone(): i32 {
  return state == DONE ? 1 : 0;
}

export function membersRead(): u32 {
  return clusterMembersRead;
}

function nextInBands(): i32 {
  const q0 = load<u64>(QUERY);
  const q1 = load<u64>(QUERY, 8);
  let found = 0;
  while (band < bands) {
    const end = load<usize>(RANGES_OF_BAND + ((<usize>(band + 1)) << 2));
    const ids = load<usize>(BANDS + ((<usize>band) << 4), 12);
    while (atRange < end) {
      if (found > MOST_HITS - CHUNK) return found;
      let many = 0;
      while (atRange < end && many < CHUNK) {
        const from = load<u32>(atRange);
        const left = <i32>(load<u32>(atRange, 4) - from);
        const taken = min(left, CHUNK - many);
        let source = ids + ((<usize>from) << 2);
        let target = CANDIDATES + ((<usize>many) << 2);
        const stop = target + ((<usize>taken) << 2);
        // Four at a time and over the end: there is room behind both.
        do {
          v128.store(target, v128.load(source));
          source += 16;
          target += 16;
        } while (target < stop);
        many += taken;
        if (taken == left) atRange += 8;
        else store<u32>(atRange, from + taken);
      }
      for (let candidate = CANDIDATES, stop = CANDIDATES + ((<usize>many) << 2); candidate < stop; candidate += 4) {
        const code = codes + ((<usize>load<u32>(candidate)) << 5);
        const half = <i32>popcnt(q0 ^ load<u64>(code)) + <i32>popcnt(q1 ^ load<u64>(code, 8));
        if (half <= radius) found = weigh(code, load<u32>(candidate), half, found, band);
      }
    }
    band++;
  }
  state = IN_CLUSTERS;
  return found;
}

/** The rest of a code whose first 128 bits are near; kept as a hit unless an earlier band has found it. */
function weigh(code: usize, id: u32, half: i32, found: i32, ofBand: i32): i32 {
  const distance =
    half + <i32>popcnt(load<u64>(QUERY, 16) ^ load<u64>(code, 16)) + <i32>popcnt(load<u64>(QUERY, 24) ^ load<u64>(code, 24));
  if (distance > radius) return found;
  if (ofBand > 0) {
    v128.store(DIFFERENCE, v128.xor(v128.load(QUERY), v128.load(code)));
    v128.store(DIFFERENCE, v128.xor(v128.load(QUERY, 16), v128.load(code, 16)), 16);
    const plan = PLANS + ((<usize>radius) << 5);
    for (let earlier = 0; earlier < ofBand; earlier++) {
      const record = BANDS + ((<usize>earlier) << 4);
      const flips = <i32>popcnt(keyAt(DIFFERENCE, load<u32>(record), load<u32>(record, 4)));
      if (flips <= <i32>load<i8>(plan + <usize>earlier)) return found;
    }
  }
  store<u32>(HITS + ((<usize>found) << 3), id);
  store<i32>(HITS + ((<usize>found) << 3), distance, 4);
  return found + 1;
}

// @ts-ignore: decorator
@inline
function distanceTo(code: usize): i32 {
  return (
    <i32>popcnt(load<u64>(QUERY) ^ load<u64>(code)) +
    <i32>popcnt(load<u64>(QUERY, 8) ^ load<u64>(code, 8)) +
    <i32>popcnt(load<u64>(QUERY, 16) ^ load<u64>(code, 16)) +
    <i32>popcnt(load<u64>(QUERY, 24) ^ load<u64>(code, 24))
  );
}

/** A cluster's members lie within its radius of its centre, so a query further away than both radii together meets none of them. */
function nextInClusters(found: i32): i32 {
  const q0 = load<u64>(QUERY);
  const q1 = load<u64>(QUERY, 8);
  for (; atCluster < clusterCount; atCluster++, atMember = 0) {
    const record = clusters + <usize>atCluster * 48;
    if (distanceTo(record) > radius + load<i32>(record, 32)) continue;
    const first = load<u32>(record, 36);
    const many = load<u32>(record, 40);
    while (atMember < many) {
      if (found > MOST_HITS - CHUNK) return found;
      const stop = min<u32>(many, atMember + CHUNK);
      clusterMembersRead += stop - atMember;
      let code = memberCodes + (<usize>(first + atMember) << 5);
      for (let member = first + atMember, end = first + stop; member < end; member++, code += CODE_BYTES) {
        const half = <i32>popcnt(q0 ^ load<u64>(code)) + <i32>popcnt(q1 ^ load<u64>(code, 8));
        if (half <= radius) found = weigh(code, load<u32>(memberIds + ((<usize>member) << 2)), half, found, 0);
      }
      atMember = stop;
    }
  }
  state = DONE;
  return found;
}

function nextInScan(): i32 {
  const q0 = load<u64>(QUERY);
  const q1 = load<u64>(QUERY, 8);
  const within = radius;
  let found = 0;
  while (atCode < count && found <= MOST_HITS - CHUNK) {
    const stop = min<u32>(count, atCode + CHUNK);
    let code = codes + ((<usize>atCode) << 5);
    for (let id = atCode; id < stop; id++, code += CODE_BYTES) {
      const half = <i32>popcnt(q0 ^ load<u64>(code)) + <i32>popcnt(q1 ^ load<u64>(code, 8));
      if (half <= within) found = weigh(code, id, half, found, 0);
    }
    atCode = stop;
  }
  if (atCode == count) state = DONE;
  return found;
}
