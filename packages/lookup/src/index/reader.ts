/** How are near codes found? The seam between matching and the index: a linear scan today, multi-index hashing later, both exact. */

/** Length of a PDQ code. */
export const CODE_BYTES = 32;

export interface NearHit {
  readonly slot: number;
  /** Differing bits, 0..256. */
  readonly distance: number;
}

/** A changeable set of 256-bit codes. Exact: `near` misses nothing and names nothing outside the radius. */
export interface NearCodes {
  /** Keeps the code and returns its slot, stable until removed and reused afterwards. The caller keeps codes distinct. Throws RangeError unless 32 bytes long. */
  add(code: Uint8Array): number;
  /** The slot matches nothing from now on and its bytes are wiped. Throws RangeError for a slot that is not taken. */
  remove(slot: number): void;
  /** Every slot whose code lies within `radius` bits of `code`, in order of slots. */
  near(code: Uint8Array, radius: number): NearHit[];
  /** Codes kept now. */
  readonly size: number;
}

/** Refuses anything that is not one code: a short one would be compared with a neighbour's bits. */
export function refuseOddLength(code: Uint8Array): void {
  if (code.length !== CODE_BYTES) throw new RangeError(`A code has ${CODE_BYTES} bytes, this one has ${code.length}`);
}
