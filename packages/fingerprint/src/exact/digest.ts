/** How does a file fed in chunks become its SHA-256 or MD5? Buffering, padding and byte order; the block functions are passed in. */
import { type BlockFunction, md5Start, sha256Start } from './reference.ts';

/** What differs between the two algorithms outside their block function. */
export interface ExactAlgorithm {
  readonly start: Uint32Array;
  /** Order of bytes in the length field and in the result: SHA-256 big-endian, MD5 little-endian. */
  readonly littleEndian: boolean;
}

export const sha256: ExactAlgorithm = { start: sha256Start, littleEndian: false };
export const md5: ExactAlgorithm = { start: md5Start, littleEndian: true };

const blockBytes = 64;

/** One digest over chunks of any size. Holds less than one block between calls. `finish` may be called once; afterwards both throw. */
export class Digest {
  readonly #algorithm: ExactAlgorithm;
  readonly #blocks: BlockFunction;
  readonly #state: Uint32Array;
  readonly #rest = new Uint8Array(blockBytes);
  #restBytes = 0;
  #totalBytes = 0;
  #finished = false;

  constructor(algorithm: ExactAlgorithm, blocks: BlockFunction) {
    this.#algorithm = algorithm;
    this.#blocks = blocks;
    this.#state = algorithm.start.slice();
  }

  update(chunk: Uint8Array): void {
    if (this.#finished) throw new Error('This digest is finished; start another one.');
    this.#totalBytes += chunk.length;
    let taken = 0;
    if (this.#restBytes > 0) {
      taken = Math.min(blockBytes - this.#restBytes, chunk.length);
      this.#rest.set(chunk.subarray(0, taken), this.#restBytes);
      this.#restBytes += taken;
      if (this.#restBytes < blockBytes) return;
      this.#blocks(this.#state, this.#rest);
      this.#restBytes = 0;
    }
    const whole = taken + Math.floor((chunk.length - taken) / blockBytes) * blockBytes;
    if (whole > taken) this.#blocks(this.#state, chunk.subarray(taken, whole));
    this.#rest.set(chunk.subarray(whole));
    this.#restBytes = chunk.length - whole;
  }

  /** The digest's bytes. */
  finish(): Uint8Array {
    const { littleEndian, start } = this.#algorithm;
    const totalBytes = this.#totalBytes;
    // A one bit, zeros up to 8 bytes before a block's end, the length in bits as a 64-bit number.
    const padding = new Uint8Array(((blockBytes + 55 - (totalBytes % blockBytes)) % blockBytes) + 9);
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(totalBytes) * 8n, littleEndian);
    this.update(padding);
    this.#finished = true;
    const result = new Uint8Array(4 * start.length);
    const view = new DataView(result.buffer);
    for (const [i, value] of this.#state.entries()) view.setUint32(4 * i, value, littleEndian);
    return result;
  }
}
