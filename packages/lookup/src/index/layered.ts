/**
 * How does a set stay fresh while most of it is sorted? Three layers, searched as one: the base, sorted into bands and never changed but for tombstones; the
 * tail, read whole, where every new code goes; and, only while a new base is being built from both elsewhere, a second tail for what comes meanwhile.
 * A slot lives in exactly one layer, and keeps its number when it moves down.
 */
import { type BandEngine, wipe } from './band-engine.ts';
import type { BuildInput } from './build.ts';
import { CodeTable, mixed } from './code-table.ts';
import { keptOf, type OnHits } from './hits.ts';
import { CODE_BYTES, type NearCodes, refuseOddLength, type ScannedCodes, slotBySearch, type Work } from './reader.ts';
import { Slots } from './slots.ts';

/** What stands where, in codes. */
export interface Layers {
  /** Sorted and still there. */
  readonly base: number;
  /** Searched unsorted. */
  readonly tail: number;
  /** Gone, and still in their buckets until the next rebuild. */
  readonly tombstones: number;
}

/** Codes as they were given, and their slots. */
export interface TailCopy {
  readonly positions: Uint32Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
}

/** What stands beside a base. */
export interface Beside {
  /** One past the highest slot. */
  readonly end: number;
  /** A bit per slot, the lowest of a byte first. */
  readonly taken: Uint8Array;
  readonly tail: TailCopy;
}

export interface HeldCodes extends Beside {
  readonly base: BandEngine | null;
}

function besideOf(base: BandEngine | null): Beside {
  const tail = { positions: new Uint32Array(), codes: new Uint8Array() };
  if (base === null) return { end: 0, taken: new Uint8Array(), tail };
  const { count, sections, bytes } = base.shape;
  return { end: count, taken: base.room(bytes).subarray(sections.live.at), tail };
}

/** A tail of this many codes costs about as much as the bands of 10^5. */
const LEAST_TAIL = 10_000;
/** Beyond it a tail is worth sorting when it holds this share of all codes. */
const DUE_TAIL = 0.01;
/** Tombstones cost candidates and memory. */
const DUE_TOMBSTONES = 0.25;

/** Places of slots: 0 in the base, else 1 + the place in a tail; the young tail's are marked. */
const IN_BASE = 0;
const YOUNG = 0x8000_0000;

class Tail {
  readonly codes: ScannedCodes;
  readonly slotOf: number[] = [];
  readonly #table = new CodeTable((at) => hashOf(this.codes.codeAt(at)));

  constructor(codes: ScannedCodes) {
    this.codes = codes;
  }

  add(code: Uint8Array): number {
    const at = this.codes.add(code);
    this.#table.add(at);
    return at;
  }

  remove(at: number): void {
    this.#table.remove(at);
    this.codes.remove(at);
  }

  /** Where this very code stands in it; -1 when it is not here. */
  placeOf(code: Uint8Array): number {
    return this.#table.find(hashOf(code), (at) => this.codes.codeAt(at).every((byte, i) => byte === code[i]));
  }
}

function hashOf(code: Uint8Array): number {
  let hash = 0;
  for (let i = 0; i < CODE_BYTES; i += 4)
    hash = mixed(hash, (code[i] ?? 0) | ((code[i + 1] ?? 0) << 8) | ((code[i + 2] ?? 0) << 16) | ((code[i + 3] ?? 0) << 24));
  return hash;
}

/** What happened since a rebuild began. */
interface Building {
  readonly young: Tail;
  /** Positions of the new base. */
  readonly count: number;
  readonly goneSince: Set<number>;
}

export class LayeredCodes implements NearCodes {
  readonly #newTail: () => ScannedCodes;
  readonly #slots: Slots;
  #place: Uint32Array;
  #base: BandEngine | null;
  #tombstones = 0;
  #tail: Tail;
  #building: Building | null = null;
  /** While all is held: what left the base since. Its bytes are wiped at the release. */
  #goneWhileHeld: Set<number> | null = null;

  /** `base` is searched by position = slot: an image as `buildImage` or a snapshot made it. `beside` is what stood beside it when it was held. */
  constructor(newTail: () => ScannedCodes, base: BandEngine | null = null, beside = besideOf(base)) {
    this.#newTail = newTail;
    this.#tail = new Tail(newTail());
    this.#base = base;
    const { end, taken, tail } = beside;
    this.#slots = Slots.from(taken, end);
    this.#place = new Uint32Array(Math.max(16, end));
    tail.positions.forEach((slot, i) => {
      const at = this.#tail.add(tail.codes.subarray(i * CODE_BYTES, (i + 1) * CODE_BYTES));
      this.#tail.slotOf[at] = slot;
      this.#place[slot] = at + 1;
    });
    if (base !== null) this.#tombstones = base.shape.listed + base.shape.members - (this.size - tail.positions.length);
  }

  get size(): number {
    return this.#slots.size;
  }

  /** One past the highest slot ever taken. */
  get end(): number {
    return this.#slots.end;
  }

  get layers(): Layers {
    const tail = this.#tail.codes.size + (this.#building?.young.codes.size ?? 0);
    return { base: this.size - tail, tail, tombstones: this.#tombstones };
  }

  /** Is enough of it unsorted, or gone, that building a new base pays? */
  get isRebuildDue(): boolean {
    if (this.#building !== null || this.#goneWhileHeld !== null) return false;
    const isTailLong = this.#tail.codes.size >= Math.max(LEAST_TAIL, DUE_TAIL * this.size);
    return isTailLong || this.#tombstones > Math.max(LEAST_TAIL, DUE_TOMBSTONES * (this.#base?.shape.count ?? 0));
  }

  add(code: Uint8Array): number {
    refuseOddLength(code);
    const tail = this.#building?.young ?? this.#tail;
    // The tail first: a full memory leaves everything as it was.
    const at = tail.add(code);
    const slot = this.#slots.take();
    tail.slotOf[at] = slot;
    if (slot >= this.#place.length) {
      const larger = new Uint32Array(Math.ceil(1.5 * slot) + 16);
      larger.set(this.#place);
      this.#place = larger;
    }
    this.#place[slot] = this.#building === null ? at + 1 : youngPlace(at);
    return slot;
  }

  /** Costs a look at one bucket of the base. */
  slotOf(code: Uint8Array): number {
    for (const tail of [this.#building?.young, this.#tail]) {
      const at = tail?.placeOf(code) ?? -1;
      if (at >= 0) return tail?.slotOf[at] ?? -1;
    }
    if (this.#base === null) return -1;
    const slot = slotBySearch(this.#base, code);
    return this.#goneWhileHeld?.has(slot) === true ? -1 : slot;
  }

  remove(slot: number): void {
    this.#slots.free(slot);
    const place = this.#place[slot] ?? IN_BASE;
    if (place >= YOUNG) {
      this.#building?.young.remove((place & ~YOUNG) - 1);
      return;
    }
    // It is in the base under construction too, whatever takes its slot next.
    this.#building?.goneSince.add(slot);
    if (place !== IN_BASE) this.#tail.remove(place - 1);
    else if (this.#base !== null) {
      if (this.#goneWhileHeld !== null) this.#goneWhileHeld.add(slot);
      else wipe(this.#base, slot);
      this.#tombstones++;
    }
  }

  search(code: Uint8Array, radius: number, onHits: OnHits): Work {
    let goesOn = true;
    const told: OnHits = (pairs, many) => {
      goesOn = onHits(pairs, many);
      return goesOn;
    };
    const base = this.#base?.search(code, radius, this.#withoutGone(told)) ?? noWork;
    let tails = 0;
    for (const tail of [this.#tail, this.#building?.young]) if (goesOn) tails += searchTail(tail, code, radius, told);
    return tails === 0 ? base : { ...base, scanned: base.scanned + tails };
  }

  /** While all is held, what left the base still answers in it. */
  #withoutGone(onHits: OnHits): OnHits {
    const gone = this.#goneWhileHeld;
    if (gone === null || gone.size === 0) return onHits;
    return (pairs, many) => {
      const kept = keptOf(pairs, many, (slot) => !gone.has(slot));
      return kept === 0 || onHits(pairs, kept);
    };
  }

  /**
   * What a new base is built from: everything that is here now. From here until `finishRebuild` or `abandonRebuild` changes go on and are answered at once.
   * `kept` is a view of the base that still answers; all else are copies. Throws RangeError while another rebuild is under way.
   */
  beginRebuild(attached: Uint8Array = new Uint8Array()): BuildInput {
    this.#refuseIfBusy();
    const added = this.#copyOfTail();
    this.#building = { young: new Tail(this.#newTail()), count: this.#slots.end, goneSince: new Set() };
    return {
      count: this.#slots.end,
      live: this.#slots.bitmap(),
      kept: this.#base === null ? new Uint8Array() : keptCodes(this.#base),
      added,
      attached,
    };
  }

  /**
   * Everything as it is now, to be written out: the base is a view and keeps still until `release`, all else are copies. Changes and answers go on. Throws
   * RangeError while it is held already or a rebuild is under way; no rebuild can begin meanwhile.
   */
  hold(): HeldCodes {
    this.#refuseIfBusy();
    this.#goneWhileHeld = new Set();
    return { base: this.#base, end: this.#slots.end, taken: this.#slots.bitmap(), tail: this.#copyOfTail() };
  }

  release(): void {
    for (const slot of this.#goneWhileHeld ?? []) if (this.#base !== null) wipe(this.#base, slot);
    this.#goneWhileHeld = null;
  }

  #refuseIfBusy(): void {
    if (this.#building !== null) throw new RangeError('A rebuild of these codes is under way');
    if (this.#goneWhileHeld !== null) throw new RangeError('These codes are held');
  }

  #copyOfTail(): TailCopy {
    const { codes, slotOf } = this.#tail;
    const slots = slotOf.filter((slot, at) => this.#slots.isTaken(slot) && this.#place[slot] === at + 1);
    const copy = { positions: Uint32Array.from(slots), codes: new Uint8Array(slots.length * CODE_BYTES) };
    slots.forEach((slot, i) => {
      copy.codes.set(codes.codeAt((this.#place[slot] ?? 0) - 1), i * CODE_BYTES);
    });
    return copy;
  }

  /** Swaps to the base built from the last `beginRebuild`: what came or went since is kept. Throws RangeError for a base of another size. */
  finishRebuild(base: BandEngine): void {
    if (this.#building === null || base.shape.count !== this.#building.count)
      throw new RangeError('This base was not built from what is here');
    const { young, goneSince } = this.#building;
    for (const slot of goneSince) wipe(base, slot);
    this.#tail.slotOf.forEach((slot, at) => {
      if (this.#place[slot] === at + 1) this.#place[slot] = IN_BASE;
    });
    young.slotOf.forEach((slot, at) => {
      if (this.#place[slot] === youngPlace(at)) this.#place[slot] = at + 1;
    });
    this.#base = base;
    this.#tail = young;
    this.#building = null;
    // Positions that were free when the rebuild began are in no bucket: another rebuild would gain nothing from them.
    this.#tombstones = goneSince.size;
  }

  /** As if the rebuild had never begun: what came since joins the tail. */
  abandonRebuild(): void {
    if (this.#building === null) return;
    const { young } = this.#building;
    this.#building = null;
    young.slotOf.forEach((slot, at) => {
      if (this.#place[slot] !== youngPlace(at) || !this.#slots.isTaken(slot)) return;
      const moved = this.#tail.add(young.codes.codeAt(at));
      this.#tail.slotOf[moved] = slot;
      this.#place[slot] = moved + 1;
    });
  }
}

const noWork: Work = { probes: 0, candidates: 0, scanned: 0 };
const youngPlace = (at: number): number => ((at + 1) | YOUNG) >>> 0;

/** A view of an image's codes, as it keeps them. */
function keptCodes(base: BandEngine): Uint8Array {
  const { at } = base.shape.sections.codes;
  return base.room(base.shape.bytes).subarray(at, at + base.shape.count * CODE_BYTES);
}

/** Answers how many codes were read. */
function searchTail(tail: Tail | undefined, code: Uint8Array, radius: number, onHits: OnHits): number {
  if (tail === undefined || tail.codes.size === 0) return 0;
  const { codes, slotOf } = tail;
  return codes.search(code, radius, (pairs, many) => {
    for (let i = 0; i < 2 * many; i += 2) pairs[i] = slotOf[pairs[i] ?? 0] ?? 0;
    return onHits(pairs, many);
  }).scanned;
}
