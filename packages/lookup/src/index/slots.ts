/** Which slots of a flat array are taken? A removed slot is a tombstone until the next code takes it, so that the array never needs moving. */

export class Slots {
  readonly #taken: boolean[] = [];
  readonly #free: number[] = [];

  /** One past the highest slot ever taken: how far a scan must read. */
  get end(): number {
    return this.#taken.length;
  }

  get size(): number {
    return this.#taken.length - this.#free.length;
  }

  isTaken(slot: number): boolean {
    return this.#taken[slot] === true;
  }

  take(): number {
    const slot = this.#free.pop() ?? this.#taken.length;
    this.#taken[slot] = true;
    return slot;
  }

  /** Throws RangeError for a slot that is not taken: freeing it twice would give it to two codes. */
  free(slot: number): void {
    if (!this.isTaken(slot)) throw new RangeError(`Slot ${slot} holds no code`);
    this.#taken[slot] = false;
    this.#free.push(slot);
  }
}
