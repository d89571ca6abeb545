/** How does a stream of bare luma become one PDQ a frame? Runs in the child only. */
import { hexOfBytes, type PdqKernel } from '@likeness/fingerprint';

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

/** Stretches 16..235, the range of most video, to the 0..255 that the reference hashes after its conversion to RGB. */
const fullRange = Uint8Array.from({ length: 256 }, (_, level) => Math.max(0, Math.min(255, Math.round(((level - 16) * 255) / 219))));

export interface HashedFrame {
  readonly value: string;
  readonly quality: number;
}

export class LumaHasher {
  readonly #kernel: PdqKernel;

  constructor(kernel: PdqKernel) {
    this.#kernel = kernel;
  }

  /**
   * PDQ of a frame of luma. Its bits do not depend on the range, being comparisons of coefficients; its quality does, which is a sum of differences.
   * A stretch only raises that sum, so a quality that is 100 without it needs none: that spares most frames the second look.
   */
  hash(luma: Uint8Array, width: number, height: number, isFullRange: boolean): HashedFrame {
    const asStored = this.#whole(luma, width, height);
    if (isFullRange || asStored.quality === 100) return asStored;
    const stretched = luma.map((level) => fullRange[level] ?? 0);
    return { value: asStored.value, quality: this.#whole(stretched, width, height).quality };
  }

  /** Without the turns, which no vPDQ has. */
  #whole(luma: Uint8Array, width: number, height: number): HashedFrame {
    const { bytes, quality } = this.#kernel.hashPart({ samples: luma, width, height, channels: 1 }, { left: 0, top: 0, width, height });
    return { value: hexOfBytes(bytes), quality };
  }
}
