/**
 * Which of these 256-bit codes lie near the query, without reading them all? AssemblyScript; the same answers as ../plain-bands.ts, from the same image
 * (../image.ts says where in it what stands; docs/formats/lookup-snapshot.md is the same for a reader outside).
 *
 * A question has three steps, each a flat loop without a dependent miss, so that the core overlaps its waits for memory: buckets (two neighbouring offsets per
 * probed key), their ids, the codes of the ids. Probes and ids together decide first whether a scan would be cheaper: ../layout.ts. Nothing is allocated.
 */

import { BANDS, CANDIDATES, CLASSES, CODE_BYTES, DIFFERENCE, HITS, IMAGE, keyAt, MASKS, PLANS, QUERY, RANGES, RANGES_OF_BAND } from './places';
import { spread } from './sort';

export { clearPartitions, countPartitions, fillPartitions, prepareSpread, sortBand, sortPartition, spread, sumPartitions } from './sort';

const MOST_HITS: i32 = 8192;
const CHUNK: i32 = 1024;

const IN_BANDS: i32 = 0;
const IN_CLUSTERS: i32 = 1;
const IN_SCAN: i32 = 2;
const DONE: i32 = 3;

let codes: usize = 0;
let count: u32 = 0;
let live: usize = 0;
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
export function setCodes(address: usize, many: u32, bandCount: i32, liveBits: usize): void {
  codes = address;
  live = liveBits;
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

@inline
function masksOfWeight(width: u32, weight: u32): u32 {
  let many: u32 = 1;
  for (let i: u32 = 0; i < weight; i++) many = (many * (width - i)) / (i + 1);
  return many;
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

/** 1 for a position that holds a code. A removed code's ids stay in their buckets until the next build. */
@inline
function isLive(position: u32): u32 {
  return (<u32>load<u8>(live + <usize>(position >> 3)) >> (position & 7)) & 1;
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

/** The rest of a code whose first 128 bits are near; kept as a hit unless it was removed or an earlier band has found it. */
function weigh(code: usize, id: u32, half: i32, found: i32, ofBand: i32): i32 {
  const distance =
    half + <i32>popcnt(load<u64>(QUERY, 16) ^ load<u64>(code, 16)) + <i32>popcnt(load<u64>(QUERY, 24) ^ load<u64>(code, 24));
  if (distance > radius || isLive(id) == 0) return found;
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

@inline
function distanceFrom(q0: u64, q1: u64, q2: u64, q3: u64, code: usize): u64 {
  return (
    popcnt(q0 ^ load<u64>(code)) + popcnt(q1 ^ load<u64>(code, 8)) + popcnt(q2 ^ load<u64>(code, 16)) + popcnt(q3 ^ load<u64>(code, 24))
  );
}

/**
 * A cluster's members lie within its radius of its centre, so a query further away than both radii together meets none of them. A query that is near meets
 * most: every member is written as a hit, and kept by moving on where it is near and live.
 */
function nextInClusters(found: i32): i32 {
  const q0 = load<u64>(QUERY);
  const q1 = load<u64>(QUERY, 8);
  const q2 = load<u64>(QUERY, 16);
  const q3 = load<u64>(QUERY, 24);
  const within = <u64>radius;
  // What was removed is zeros: only a question as near to them can meet it.
  const meetsZeros = popcnt(q0) + popcnt(q1) + popcnt(q2) + popcnt(q3) <= within;
  for (; atCluster < clusterCount; atCluster++, atMember = 0) {
    const record = clusters + <usize>atCluster * 48;
    if (<i32>distanceFrom(q0, q1, q2, q3, record) > radius + load<i32>(record, 32)) continue;
    const first = load<u32>(record, 36);
    const many = load<u32>(record, 40);
    while (atMember < many) {
      if (found > MOST_HITS - CHUNK) return found;
      const stop = min<u32>(many, atMember + CHUNK);
      clusterMembersRead += stop - atMember;
      let code = memberCodes + ((<usize>(first + atMember)) << 5);
      let id = memberIds + ((<usize>(first + atMember)) << 2);
      const from = HITS + ((<usize>found) << 3);
      let hit = from;
      for (const end = memberCodes + ((<usize>(first + stop)) << 5); code < end; code += CODE_BYTES, id += 4) {
        const distance = distanceFrom(q0, q1, q2, q3, code);
        store<u64>(hit, (distance << 32) | <u64>load<u32>(id));
        hit += <usize>(distance <= within) << 3;
      }
      if (meetsZeros) hit = keepLive(from, hit);
      found = <i32>((hit - HITS) >> 3);
      atMember = stop;
    }
  }
  state = DONE;
  return found;
}

/** Moves the live ones of these hits to the front; answers where they end. */
function keepLive(from: usize, to: usize): usize {
  let kept = from;
  for (let hit = from; hit < to; hit += 8) {
    store<u64>(kept, load<u64>(hit));
    kept += (<usize>isLive(load<u32>(hit))) << 3;
  }
  return kept;
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
