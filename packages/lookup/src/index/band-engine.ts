/** What holds an image of bands and answers from it? The seam between building and searching on one side, WebAssembly or plain TypeScript on the other. */
import type { OnHits } from './hits.ts';
import { CLUSTER_BYTES, type ImageShape } from './image.ts';
import { type Costs, costsAt, type Plan, plansFor } from './layout.ts';
import { CODE_BYTES, type Work } from './reader.ts';

/**
 * Kept codes are spread: bit p of a kept code is bit SPREAD_STEP * p (mod 256) of the given one. Neighbouring bits of PDQ belong to neighbouring frequencies
 * and go together; a band of neighbouring kept bits takes its bits from all over the code. The step is near 256 / golden ratio: even at any width.
 */
export const SPREAD_STEP = 157;

export interface BandEngine {
  /**
   * Makes room for an image of so many bytes and answers a view of it: zeros at first, and what stood there stays. The view is gone at the next call. Throws
   * RangeError when memory is full.
   */
  room(bytes: number): Uint8Array;
  /** Nobody has asked for room yet: all of it will be zeros. */
  readonly isFresh: boolean;
  /** From now on the image in the room has this shape. */
  use(shape: ImageShape): void;
  readonly shape: ImageShape;
  /** Spreads the codes at these positions (the last exclusive), in place. */
  spread(from: number, to: number): void;
  /** Writes a band's directory and ids from all codes whose live bit is set. */
  sortBand(band: number): void;
  /** Names every live position whose code lies within the radius, unless it is told to end before. The answer is only good until the next search. */
  search(code: Uint8Array, radius: number, onHits: OnHits): Work;
  /** Where the image lies: WebAssembly's memory, shared between threads, or plain bytes. What `BandEngines.over` of another thread takes. */
  readonly home: Home;
}

export type Home = WebAssembly.Memory | ArrayBuffer;

/** The position matches nothing from now on, and its code is gone from the image. Its ids stay in their buckets until the next build. */
export function wipe(engine: BandEngine, position: number): void {
  const { shape } = engine;
  const image = engine.room(shape.bytes);
  const live = shape.sections.live.at + (position >> 3);
  image[live] = (image[live] ?? 0) & ~(1 << (position & 7));
  const code = shape.sections.codes.at + position * CODE_BYTES;
  image.fill(0, code, code + CODE_BYTES);
  const ids = new Uint32Array(image.buffer, image.byteOffset + shape.memberIds, shape.members);
  const member = memberOf(engine, image, ids, position);
  if (member >= 0) image.fill(0, shape.memberCodes + member * CODE_BYTES, shape.memberCodes + (member + 1) * CODE_BYTES);
}

/** Where a position stands among the members of all clusters, -1 if in none. Members rise within each cluster. */
function memberOf({ shape }: BandEngine, image: Uint8Array, ids: Uint32Array, position: number): number {
  for (let cluster = 0; cluster < shape.clusters; cluster++) {
    const record = shape.sections.clusters.at + cluster * CLUSTER_BYTES + CODE_BYTES;
    const [, first = 0, members = 0] = new Uint32Array(image.buffer, image.byteOffset + record, 3);
    let [low, high] = [first, first + members];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ids[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    if (low < first + members && ids[low] === position) return low;
  }
  return -1;
}

/** The plans of a shape, and whether this question should rather be a scan. */
export class Planner {
  readonly plans: readonly (Plan | null)[];
  readonly #costs: Costs;
  readonly #count: number;

  constructor({ widths, count }: ImageShape) {
    this.plans = plansFor(widths, count);
    this.#costs = costsAt(count);
    this.#count = count;
  }

  /** Null: scan. */
  planAt(radius: number): Plan | null {
    return this.plans[radius] ?? null;
  }

  /** True where the buckets hold so much that reading every code is cheaper: the most a question can cost is a scan and the probes before it. */
  isDearerThanScan(ids: number): boolean {
    return ids * this.#costs.id > this.#count * this.#costs.scanned;
  }
}

/** Radius as a whole number of bits; anything below 0 finds nothing. */
export function wholeRadius(radius: number): number {
  return Math.min(256, Math.floor(radius));
}
