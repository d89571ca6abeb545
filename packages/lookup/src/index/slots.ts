/** Which slots of a flat array are taken? A removed slot is a tombstone until the next code takes it, so that the array never needs moving. */

const FIRST_BYTES = 64;

export class Slots {
  /** A bit per slot, the lowest of a byte first: an index of 10^7 codes keeps 1.25 MB here. */
  #taken = new Uint8Array(FIRST_BYTES);
  #end = 0;
  #free: number[] = [];

  /** One past the highest slot ever taken: how far a scan must read. */
  get end(): number {
    return this.#end;
  }

  get size(): number {
    return this.#end - this.#free.length;
  }

  isTaken(slot: number): boolean {
    return (((this.#taken[slot >> 3] ?? 0) >> (slot & 7)) & 1) === 1;
  }

  /** A copy: a bit per slot up to `end`. */
  bitmap(): Uint8Array<ArrayBuffer> {
    return this.#taken.slice(0, Math.ceil(this.#end / 8));
  }

  take(): number {
    const slot = this.#free.pop() ?? this.#end++;
    if (slot >= 8 * this.#taken.length) {
      const larger = new Uint8Array(2 * this.#taken.length);
      larger.set(this.#taken);
      this.#taken = larger;
    }
    this.#taken[slot >> 3] = (this.#taken[slot >> 3] ?? 0) | (1 << (slot & 7));
    return slot;
  }

  /** Throws RangeError for a slot that is not taken: freeing it twice would give it to two codes. */
  free(slot: number): void {
    if (!this.isTaken(slot)) throw new RangeError(`Slot ${slot} holds no code`);
    this.#taken[slot >> 3] = (this.#taken[slot >> 3] ?? 0) & ~(1 << (slot & 7));
    this.#free.push(slot);
  }

  /** Slots as a bitmap of so many had them; the others are free. */
  static from(bitmap: Uint8Array, end: number): Slots {
    const slots = new Slots();
    slots.#taken = new Uint8Array(Math.max(FIRST_BYTES, Math.ceil(end / 8)));
    slots.#taken.set(bitmap.subarray(0, Math.ceil(end / 8)));
    slots.#end = end;
    for (let slot = end - 1; slot >= 0; slot--) if (!slots.isTaken(slot)) slots.#free.push(slot);
    return slots;
  }
}
