/** How does WebAssembly search an image of bands? Addresses stay in here; `plain-bands.ts` does the same in plain TypeScript and is faced with it in the tests. */
import { type BandEngine, Planner, SPREAD_STEP, wholeRadius } from './band-engine.ts';
import type { OnHits } from './hits.ts';
import { type ImageShape, shapeOf } from './image.ts';
import { MOST_RADIUS } from './layout.ts';
import { CODE_BYTES, refuseOddLength, type Work } from './reader.ts';

const PAGE_BYTES = 65_536;
const MOST_PAGES = 65_536;
const HITS_BYTES = 8192 * 8;
const PLAN_BYTES = 32;
const PARTITIONS = 512;
/** Fewer codes than this are sorted within the cache anyway. */
const LEAST_PARTITIONED = 50_000;
const PIECE = 65_536;
export const noCodes = shapeOf({ count: 0, listed: 0, widths: [], clusters: 0, members: 0, attachedBytes: 0 });

/**
 * V8 does not count shared memory when it decides when to collect: without this, sixty replaced bases of 100 MB held 5.8 GB. Bytes that nobody touches take no
 * memory, but are counted as long as the memory they belong to is there; with them it was 0.3 GB.
 */
const counted = new WeakMap<WebAssembly.Memory, ArrayBuffer>();

type Exported = (...numbers: number[]) => number;

export class KernelBands implements BandEngine {
  readonly home: WebAssembly.Memory;
  readonly #call: (name: string) => Exported;
  readonly #image: number;
  readonly #probe: Exported;
  readonly #next: Exported;
  readonly #isDone: Exported;
  readonly #beginScan: Exported;
  readonly #spreadQuery: Exported;
  readonly #membersRead: Exported;
  // Views made once: a question allocates nothing.
  #query: Uint8Array = new Uint8Array();
  #hits: Uint32Array = new Uint32Array();
  #planner = new Planner(noCodes);
  #shape = noCodes;
  #isFresh: boolean;
  readonly #work = { probes: 0, candidates: 0, scanned: 0 };

  /** Over a memory of its own, or one that another thread has built in. */
  constructor(module: WebAssembly.Module, home?: WebAssembly.Memory) {
    this.#isFresh = home === undefined;
    this.home = home ?? new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.home } });
    this.#call = (name) => {
      const found = exports[name];
      if (typeof found !== 'function') throw new TypeError(`The band kernel exports no function ${name}`);
      return (...numbers) => Number(found(...numbers));
    };
    this.#image = this.#call('imageAt')();
    this.#probe = this.#call('probe');
    this.#next = this.#call('next');
    this.#isDone = this.#call('isDone');
    this.#beginScan = this.#call('beginScan');
    this.#spreadQuery = this.#call('spreadQuery');
    this.#membersRead = this.#call('membersRead');
    this.#grow(0);
    counted.set(this.home, new ArrayBuffer(this.home.buffer.byteLength));
    this.#call('prepareSpread')(inverseOf(SPREAD_STEP));
  }

  get shape(): ImageShape {
    return this.#shape;
  }

  get isFresh(): boolean {
    return this.#isFresh;
  }

  room(bytes: number): Uint8Array {
    this.#isFresh = false;
    this.#grow(bytes);
    return new Uint8Array(this.home.buffer, this.#image, bytes);
  }

  #grow(bytes: number): void {
    const { buffer } = this.home;
    const missing = Math.ceil((this.#image + bytes - buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) {
      try {
        this.home.grow(missing);
        counted.set(this.home, new ArrayBuffer(this.home.buffer.byteLength));
      } catch (error) {
        throw new RangeError(`No memory for an index of ${bytes} bytes`, { cause: error });
      }
    }
  }

  use(shape: ImageShape): void {
    const { buffer } = this.home;
    this.#shape = shape;
    this.#planner = new Planner(shape);
    this.#query = new Uint8Array(buffer, this.#call('queryAt')(), CODE_BYTES);
    this.#hits = new Uint32Array(buffer, this.#call('hitsAt')(), HITS_BYTES / 4);
    const [codes, live] = [this.#image + shape.sections.codes.at, this.#image + shape.sections.live.at];
    this.#call('setCodes')(codes, shape.count, shape.bands.length, live);
    const setBand = this.#call('setBand');
    shape.bands.forEach(({ firstBit, width, directory, ids }, band) => {
      setBand(band, firstBit, width, this.#image + directory, this.#image + ids);
    });
    const [records, memberIds, memberCodes] = [shape.sections.clusters.at, shape.memberIds, shape.memberCodes].map(
      (at) => at + this.#image,
    );
    this.#call('setClusters')(records ?? 0, shape.clusters, memberIds ?? 0, memberCodes ?? 0);
    const plans = new Int8Array(buffer, this.#call('plansAt')(), (MOST_RADIUS + 1) * PLAN_BYTES);
    let deepest = 0;
    this.#planner.plans.forEach((plan, radius) => {
      if (plan === null) return;
      plans.set(plan.thresholds, radius * PLAN_BYTES);
      deepest = Math.max(deepest, ...plan.thresholds);
    });
    if (shape.widths.length > 0) this.#call('prepareMasks')(Math.max(...shape.widths), deepest);
  }

  spread(from: number, to: number): void {
    const codes = this.#image + this.#shape.sections.codes.at;
    inPieces(to - from, (first, end) => this.#call('spread')(codes + (from + first) * CODE_BYTES, end - first));
  }

  sortBand(band: number): void {
    const { sections, bands, count, listed } = this.#shape;
    const codes = this.#image + sections.codes.at;
    const live = this.#image + sections.live.at;
    const pairs = bands[band + 1]?.ids;
    // The next two bands are not sorted yet: their ids' room holds this one's keys and ids meanwhile. The last two go directly.
    if (pairs === undefined || band + 2 >= bands.length || listed < LEAST_PARTITIONED) {
      this.#call('sortBand')(band, codes, count, live);
      return;
    }
    this.#call('clearPartitions')();
    inPieces(count, (from, to) => this.#call('countPartitions')(band, codes, live, from, to));
    this.#call('sumPartitions')();
    inPieces(count, (from, to) => this.#call('fillPartitions')(band, codes, live, this.#image + pairs, from, to));
    for (let partition = 0; partition < PARTITIONS; partition++) this.#call('sortPartition')(band, this.#image + pairs, partition);
  }

  search(code: Uint8Array, radius: number, onHits: OnHits): Work {
    refuseOddLength(code);
    const work = this.#work;
    work.probes = 0;
    work.candidates = 0;
    work.scanned = 0;
    const within = wholeRadius(radius);
    if (this.#shape.count === 0 || !(within >= 0)) return work;
    this.#query.set(code);
    this.#spreadQuery();
    const plan = this.#planner.planAt(within);
    let isScan = plan === null;
    if (plan !== null) {
      work.probes = plan.probes;
      work.candidates = this.#probe(within);
      isScan = this.#planner.isDearerThanScan(work.candidates);
    }
    if (isScan) {
      this.#beginScan(within);
      work.candidates = 0;
      work.scanned = this.#shape.count;
    }
    do {
      const found = this.#next();
      // The next question begins anew, so one that is ended needs nothing more.
      if (found > 0 && !onHits(this.#hits, found)) break;
    } while (this.#isDone() === 0);
    if (!isScan) work.candidates += this.#membersRead();
    return work;
  }
}

/** A long call would stay in the code that the engine compiled first, several times slower; the next one is optimised. */
function inPieces(count: number, run: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += PIECE) run(from, Math.min(count, from + PIECE));
}

/** Bit p of a kept code is bit step * p of the given one, so bit b of the given one goes to place inverse * b. */
function inverseOf(step: number): number {
  for (let inverse = 1; inverse < 256; inverse += 2) if ((inverse * step) % 256 === 1) return inverse;
  throw new RangeError(`${step} is even`);
}
