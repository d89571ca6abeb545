/** Which codes are near, quickly? A scan of all of them in WebAssembly: exact, one pass over memory per question. `plain.ts` is its oracle. */
import { compileKernel } from '@likeness/fingerprint';
import { keptOf, type OnHits } from './hits.ts';
import { scanBase64 } from './kernel.generated.ts';
import { CODE_BYTES, refuseOddLength, type ScannedCodes, slotBySearch, type Work } from './reader.ts';
import { Slots } from './slots.ts';

/** Compiles the kernel once; every call of the answer gives an empty set with a memory of its own. */
export async function loadLinearScan(): Promise<() => ScannedCodes> {
  const compiled = await compileKernel(scanBase64);
  return () => new LinearScan(new Kernel(new WebAssembly.Instance(compiled).exports));
}

class LinearScan implements ScannedCodes {
  readonly #slots = new Slots();
  readonly #kernel: Kernel;
  readonly #isTaken = (slot: number): boolean => this.#slots.isTaken(slot);

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  get size(): number {
    return this.#slots.size;
  }

  add(code: Uint8Array): number {
    refuseOddLength(code);
    // Reserved before the slot is taken: a full memory leaves everything as it was.
    this.#kernel.reserve(this.#slots.end + 1);
    const slot = this.#slots.take();
    this.#kernel.codeAt(slot).set(code);
    return slot;
  }

  remove(slot: number): void {
    this.#slots.free(slot);
    this.#kernel.codeAt(slot).fill(0);
  }

  slotOf(code: Uint8Array): number {
    return slotBySearch(this, code);
  }

  codeAt(slot: number): Uint8Array {
    return this.#kernel.codeAt(slot);
  }

  search(code: Uint8Array, radius: number, onHits: OnHits): Work {
    refuseOddLength(code);
    this.#kernel.scan(code, this.#slots.end, radius, (pairs, many) => {
      // The kernel knows no tombstones: a wiped slot answers as the code of zeros and is dropped here.
      const taken = keptOf(pairs, many, this.#isTaken);
      return taken === 0 || onHits(pairs, taken);
    });
    return { probes: 0, candidates: 0, scanned: this.#slots.end };
  }
}

/** Stored codes on their way through memory: filled again and again, every question asked of what is there. */
export interface CodeBlock {
  /** Takes these codes, one behind the other, in the place of those that were there. Throws RangeError for part of a code. */
  fill(codes: readonly Uint8Array[]): void;
  /** Names the places, counted from 0, of all codes within the radius among those from one place to another (exclusive), unless it is told to end before. */
  search(code: Uint8Array, radius: number, from: number, to: number, onHits: OnHits): void;
  readonly size: number;
}

let blockKernel: Promise<WebAssembly.Module> | undefined;

/** An empty block with a memory of its own, which goes when it does. */
export async function openCodeBlock(): Promise<CodeBlock> {
  blockKernel ??= compileKernel(scanBase64);
  const kernel = new Kernel(new WebAssembly.Instance(await blockKernel).exports);
  let size = 0;
  return {
    get size() {
      return size;
    },
    fill(codes) {
      const bytes = codes.reduce((sum, { length }) => sum + length, 0);
      if (bytes % CODE_BYTES !== 0) throw new RangeError(`Codes of ${CODE_BYTES} bytes do not fill ${bytes} bytes`);
      kernel.reserve(bytes / CODE_BYTES);
      size = bytes / CODE_BYTES;
      kernel.fill(codes);
    },
    search(code, radius, from, to, onHits) {
      refuseOddLength(code);
      kernel.scan(code, Math.min(to, size), radius, onHits, from);
    },
  };
}

/** The kernel's functions with their meaning; addresses stay in here. */
class Kernel {
  readonly #memory: WebAssembly.Memory;
  readonly #reserve: (...numbers: number[]) => number;
  readonly #scan: (...numbers: number[]) => number;
  readonly #resumeAt: (...numbers: number[]) => number;
  readonly #queryAt: number;
  readonly #hitsAt: number;
  readonly #codesAt: number;

  constructor(exports: Record<string, unknown>) {
    const { memory } = exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('The scan kernel exports no memory');
    this.#memory = memory;
    this.#reserve = exported(exports, 'reserve');
    this.#scan = exported(exports, 'scan');
    this.#resumeAt = exported(exports, 'resumeAt');
    this.#queryAt = exported(exports, 'queryAt')();
    this.#hitsAt = exported(exports, 'hitsAt')();
    this.#codesAt = exported(exports, 'codesAt')();
  }

  /** Throws RangeError when WebAssembly's 4 GiB, about 134 million codes, are full. */
  reserve(slots: number): void {
    if (this.#reserve(slots) !== 1) throw new RangeError(`No memory for ${slots} codes in one index`);
  }

  /** A view of one slot; gone when memory grows. */
  codeAt(slot: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, this.#codesAt + slot * CODE_BYTES, CODE_BYTES);
  }

  /** Fills the slots from the first on; they are reserved. */
  fill(codes: readonly Uint8Array[]): void {
    const memory = new Uint8Array(this.#memory.buffer);
    let at = this.#codesAt;
    for (const piece of codes) {
      memory.set(piece, at);
      at += piece.length;
    }
  }

  scan(code: Uint8Array, end: number, radius: number, onHits: OnHits, begin = 0): void {
    new Uint8Array(this.#memory.buffer, this.#queryAt, CODE_BYTES).set(code);
    let from = begin;
    while (from < end) {
      const count = this.#scan(from, end, radius);
      if (count > 0 && !onHits(new Uint32Array(this.#memory.buffer, this.#hitsAt, 2 * count), count)) return;
      from = this.#resumeAt();
    }
  }
}

function exported(exports: Record<string, unknown>, name: string): (...numbers: number[]) => number {
  const found = exports[name];
  if (typeof found !== 'function') throw new TypeError(`The scan kernel exports no function ${name}`);
  return (...numbers) => Number(found(...numbers));
}
