/** How do codes become bands: their bits spread, their ids in order of each band's key? AssemblyScript; the same bytes as ../plain-bands.ts makes. */
import { BANDS, CANDIDATES, CODE_BYTES, keyAt, SPREAD } from './places';

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

/** Counting sort of one band: its directory of offsets, and all ids whose bit in `live` is set, by key. */
export function sortBand(index: i32, codes: usize, count: u32, live: usize): void {
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

export function countPartitions(index: i32, codes: usize, live: usize, from: u32, to: u32): void {
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
export function fillPartitions(index: i32, codes: usize, live: usize, pairs: usize, from: u32, to: u32): void {
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
