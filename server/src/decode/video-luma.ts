/** How does a stream of bare luma become frames? Runs in the child only. */

/** Cuts a stream into frames of equal length. The frame handed out is used again for the next one. */
export class FrameCutter {
  readonly #frame: Uint8Array;
  #filled = 0;

  constructor(frameBytes: number) {
    this.#frame = new Uint8Array(frameBytes);
  }

  push(piece: Uint8Array, take: (frame: Uint8Array) => void): void {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + this.#frame.length - this.#filled);
      this.#frame.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#frame.length) {
        this.#filled = 0;
        take(this.#frame);
      }
    }
  }
}
