/** Which codes are near, in plain TypeScript? The oracle of the fast scan: slow, short, obviously right. */
import { hammingDistance } from '@likeness/fingerprint';
import type { OnHits } from './hits.ts';
import { CODE_BYTES, refuseOddLength, type ScannedCodes, slotBySearch, type Work } from './reader.ts';
import { Slots } from './slots.ts';

export class PlainScan implements ScannedCodes {
  readonly #slots = new Slots();
  readonly #codes: Uint8Array[] = [];

  get size(): number {
    return this.#slots.size;
  }

  add(code: Uint8Array): number {
    refuseOddLength(code);
    const slot = this.#slots.take();
    this.#codes[slot] = code.slice();
    return slot;
  }

  remove(slot: number): void {
    this.#slots.free(slot);
    this.#codes[slot]?.fill(0);
  }

  slotOf(code: Uint8Array): number {
    return slotBySearch(this, code);
  }

  codeAt(slot: number): Uint8Array {
    return this.#codes[slot] ?? new Uint8Array(CODE_BYTES);
  }

  search(code: Uint8Array, radius: number, onHits: OnHits): Work {
    refuseOddLength(code);
    for (const [slot, kept] of this.#codes.entries()) {
      const distance = hammingDistance(code, kept);
      if (distance <= radius && this.#slots.isTaken(slot) && !onHits(Uint32Array.of(slot, distance), 1)) break;
    }
    return { probes: 0, candidates: 0, scanned: this.#codes.length };
  }
}
