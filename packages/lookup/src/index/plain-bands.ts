/** How is an image of bands searched without WebAssembly? The same steps as `kernel/bands.ts`, in plain TypeScript over the same bytes: fallback and oracle. */
import { type BandEngine, Planner, SPREAD_STEP, wholeRadius } from './band-engine.ts';
import type { OnHits } from './hits.ts';
import { CLUSTER_BYTES, type ImageShape } from './image.ts';
import { noCodes } from './kernel-bands.ts';
import type { Plan } from './layout.ts';
import { CODE_BYTES, refuseOddLength, type Work } from './reader.ts';

const CODE_WORDS = CODE_BYTES / 4;

/** A code as an image keeps it. */
export function spreadCode(code: Uint8Array): Uint8Array {
  return movedBits(code, (kept) => (kept * SPREAD_STEP) % 256);
}

/** The code that was given, from the one that is kept. */
export function gatheredCode(kept: Uint8Array): Uint8Array {
  const code = new Uint8Array(CODE_BYTES);
  for (let p = 0; p < 256; p++) setBit(code, (p * SPREAD_STEP) % 256, bitOf(kept, p));
  return code;
}

function movedBits(code: Uint8Array, from: (place: number) => number): Uint8Array {
  const moved = new Uint8Array(CODE_BYTES);
  for (let p = 0; p < 256; p++) setBit(moved, p, bitOf(code, from(p)));
  return moved;
}

const bitOf = (bytes: Uint8Array, place: number): number => ((bytes[place >> 3] ?? 0) >> (place & 7)) & 1;

function setBit(bytes: Uint8Array, place: number, bit: number): void {
  bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (bit << (place & 7));
}

function onesOf(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Every mask of so many bits and exactly so many ones, rising. */
function masksOf(width: number, weight: number): number[] {
  if (weight === 0) return [0];
  const masks: number[] = [];
  for (let mask = 2 ** weight - 1; mask < 2 ** width; ) {
    masks.push(mask);
    const lowest = mask & -mask;
    const carried = mask + lowest;
    mask = carried | (((mask ^ carried) >>> 2) / lowest);
  }
  return masks;
}

export class PlainBands implements BandEngine {
  #home: ArrayBuffer;
  #shape = noCodes;
  #planner = new Planner(noCodes);
  #codes: Uint32Array = new Uint32Array();
  #live: Uint8Array = new Uint8Array();
  #directories: Uint32Array[] = [];
  #ids: Uint32Array[] = [];
  #memberIds: Uint32Array = new Uint32Array();
  #memberCodes: Uint32Array = new Uint32Array();
  #clusters: Uint32Array = new Uint32Array();
  readonly #masks = new Map<number, number[]>();
  readonly #difference = new Uint32Array(CODE_WORDS);
  /** A block of one hit. */
  readonly #hit = new Uint32Array(2);

  constructor(home: ArrayBuffer = new ArrayBuffer(0)) {
    this.#home = home;
  }

  get home(): ArrayBuffer {
    return this.#home;
  }

  get shape(): ImageShape {
    return this.#shape;
  }

  get isFresh(): boolean {
    return this.#home.byteLength === 0;
  }

  room(bytes: number): Uint8Array {
    if (bytes > this.#home.byteLength) this.#home = this.#home.transfer(bytes);
    return new Uint8Array(this.#home, 0, bytes);
  }

  use(shape: ImageShape): void {
    const words = (at: number, count: number): Uint32Array => new Uint32Array(this.#home, at, count);
    this.#shape = shape;
    this.#planner = new Planner(shape);
    this.#codes = words(shape.sections.codes.at, shape.count * CODE_WORDS);
    this.#live = new Uint8Array(this.#home, shape.sections.live.at, shape.sections.live.bytes);
    this.#directories = shape.bands.map(({ directory, width }) => words(directory, 2 ** width + 1));
    this.#ids = shape.bands.map(({ ids }) => words(ids, shape.listed));
    this.#clusters = words(shape.sections.clusters.at, (shape.clusters * CLUSTER_BYTES) / 4);
    this.#memberIds = words(shape.memberIds, shape.members);
    this.#memberCodes = words(shape.memberCodes, shape.members * CODE_WORDS);
  }

  spread(from: number, to: number): void {
    for (let position = from; position < to; position++) {
      const bytes = new Uint8Array(this.#home, this.#shape.sections.codes.at + position * CODE_BYTES, CODE_BYTES);
      bytes.set(spreadCode(bytes));
    }
  }

  sortBand(band: number): void {
    const [directory, ids, place] = [this.#directories[band], this.#ids[band], this.#shape.bands[band]];
    if (directory === undefined || ids === undefined || place === undefined) throw new RangeError(`There is no band ${band}`);
    const buckets = 2 ** place.width;
    directory.fill(0);
    const keyOf = (position: number): number => keyAt(this.#codes, position * CODE_WORDS, place.firstBit, place.width);
    // Counted two places on and summed, offset k + 1 is where bucket k begins; filling moves it to where bucket k ends and k + 1 begins.
    const ends = directory.subarray(1);
    for (let id = 0; id < this.#shape.count; id++) if (this.#isLive(id)) ends[keyOf(id)] = (ends[keyOf(id)] ?? 0) + 1;
    for (let key = 0, sum = 0; key < buckets; key++) {
      const here = ends[key] ?? 0;
      ends[key] = sum;
      sum += here;
    }
    for (let id = 0; id < this.#shape.count; id++) {
      if (!this.#isLive(id)) continue;
      const at = ends[keyOf(id)] ?? 0;
      ids[at] = id;
      ends[keyOf(id)] = at + 1;
    }
  }

  search(code: Uint8Array, radius: number, onHits: OnHits): Work {
    refuseOddLength(code);
    const within = wholeRadius(radius);
    if (!(within >= 0)) return { probes: 0, candidates: 0, scanned: 0 };
    const query = new Uint32Array(spreadCode(code).buffer);
    const plan = this.#planner.planAt(within);
    const ranges = plan === null ? null : this.#probed(query, plan);
    if (plan === null || ranges === null) {
      for (let id = 0; id < this.#shape.count; id++) if (!this.#weigh(query, this.#codes, id, id, within, onHits, null, 0)) break;
      return { probes: plan?.probes ?? 0, candidates: 0, scanned: this.#shape.count };
    }
    let candidates = 0;
    for (const [band, [from, to]] of ranges) {
      candidates += to - from;
      const ids = this.#ids[band];
      for (let at = from; at < to; at++) {
        const id = ids?.[at] ?? 0;
        if (!this.#weigh(query, this.#codes, id, id, within, onHits, plan, band)) return { probes: plan.probes, candidates, scanned: 0 };
      }
    }
    return { probes: plan.probes, candidates: candidates + this.#searchClusters(query, within, onHits), scanned: 0 };
  }

  /** The buckets that hold something, with their band; null where reading them is dearer than a scan. */
  #probed(query: Uint32Array, plan: Plan): (readonly [number, readonly [number, number]])[] | null {
    const ranges: (readonly [number, readonly [number, number]])[] = [];
    let ids = 0;
    this.#shape.bands.forEach(({ firstBit, width }, band) => {
      const directory = this.#directories[band];
      const key = keyAt(query, 0, firstBit, width);
      for (let weight = 0; weight <= (plan.thresholds[band] ?? -1); weight++) {
        for (const mask of this.#masksOf(width, weight)) {
          const from = directory?.[key ^ mask] ?? 0;
          const to = directory?.[(key ^ mask) + 1] ?? 0;
          if (to === from) continue;
          ranges.push([band, [from, to]]);
          ids += to - from;
        }
      }
    });
    return this.#planner.isDearerThanScan(ids) ? null : ranges;
  }

  /** Answers how many members were compared. */
  #searchClusters(query: Uint32Array, within: number, onHits: OnHits): number {
    let compared = 0;
    for (let cluster = 0; cluster < this.#shape.clusters; cluster++) {
      const record = (cluster * CLUSTER_BYTES) / 4;
      const [radius = 0, first = 0, members = 0] = this.#clusters.subarray(record + CODE_WORDS, record + CODE_WORDS + 3);
      // The members lie within the cluster's radius of its centre: further away than both radii together, a query meets none of them.
      if (this.#distance(query, this.#clusters, record) > within + radius) continue;
      compared += members;
      for (let member = first; member < first + members; member++) {
        if (!this.#weigh(query, this.#memberCodes, member, this.#memberIds[member] ?? 0, within, onHits, null, 0)) return compared;
      }
    }
    return compared;
  }

  /** Answers whether to go on. */
  #weigh(
    query: Uint32Array,
    codes: Uint32Array,
    at: number,
    id: number,
    within: number,
    onHits: OnHits,
    plan: Plan | null,
    band: number,
  ): boolean {
    const distance = this.#distance(query, codes, at * CODE_WORDS);
    if (distance > within || !this.#isLive(id)) return true;
    // Named once: not if an earlier band has found it.
    for (let earlier = 0; plan !== null && earlier < band; earlier++) {
      const place = this.#shape.bands[earlier];
      if (place === undefined) continue;
      const flips = onesOf(keyAt(this.#difference, 0, place.firstBit, place.width));
      if (flips <= (plan.thresholds[earlier] ?? -1)) return true;
    }
    this.#hit[0] = id;
    this.#hit[1] = distance;
    return onHits(this.#hit, 1);
  }

  /** Leaves the differing bits behind for `#weigh`. */
  #distance(query: Uint32Array, codes: Uint32Array, at: number): number {
    let distance = 0;
    for (let word = 0; word < CODE_WORDS; word++) {
      const differing = (query[word] ?? 0) ^ (codes[at + word] ?? 0);
      this.#difference[word] = differing;
      distance += onesOf(differing);
    }
    return distance;
  }

  #isLive(id: number): boolean {
    return (((this.#live[id >> 3] ?? 0) >> (id & 7)) & 1) === 1;
  }

  #masksOf(width: number, weight: number): number[] {
    const name = 32 * width + weight;
    const known = this.#masks.get(name);
    if (known !== undefined) return known;
    const masks = masksOf(width, weight);
    this.#masks.set(name, masks);
    return masks;
  }
}

/** `width` bits from `firstBit` on of the code whose first word is at `at`. Words are little-endian here as in WebAssembly. */
function keyAt(words: Uint32Array, at: number, firstBit: number, width: number): number {
  const word = at + (firstBit >> 5);
  const shift = firstBit & 31;
  const low = (words[word] ?? 0) >>> shift;
  const high = shift + width > 32 ? (words[word + 1] ?? 0) << (32 - shift) : 0;
  return ((low | high) & (2 ** width - 1)) >>> 0;
}
