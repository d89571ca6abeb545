/** How are near codes found? The seams between matching and the index: scans and multi-index hashing behind the same promise, all exact. */

import { type OnHits, oneByOne } from './hits.ts';

/** Length of a PDQ code. */
export const CODE_BYTES = 32;

export interface NearHit {
  readonly slot: number;
  /** Differing bits, 0..256. */
  readonly distance: number;
}

/** What one question cost. Counted, not timed: the same question to the same index costs the same. Of one that was ended, at least what was read. */
export interface Work {
  /** Buckets looked up. */
  readonly probes: number;
  /** Codes compared because a bucket or a cluster named them. */
  readonly candidates: number;
  /** Codes compared because everything was read. */
  readonly scanned: number;
}

/** A changeable set of codes of one length. Exact: `search` misses nothing and names nothing outside the radius. */
export interface CodeSet {
  /** Keeps the code and returns its slot, stable until removed and reused afterwards. The caller keeps codes distinct. Throws RangeError for another length. */
  add(code: Uint8Array): number;
  /** The slot of this very code; -1 when it is not here. */
  slotOf(code: Uint8Array): number;
  /** The slot matches nothing from now on and its bytes are wiped. Throws RangeError for a slot that is not taken. */
  remove(slot: number): void;
  /** Names every slot whose code lies within `radius` bits of `code`, unless it is told to end before. */
  search(code: Uint8Array, radius: number, onHits: OnHits): Work;
  /** Codes kept now. */
  readonly size: number;
}

/** A set of 256-bit codes. */
export type NearCodes = CodeSet;

/** A set that reads every code for every question: small sets, and what is too new to be sorted. */
export interface ScannedCodes extends NearCodes {
  /** The code in a taken slot. A view: gone at the next change. */
  codeAt(slot: number): Uint8Array;
}

/** The slot of this very code by an ordinary question; -1 when it is not there. */
export function slotBySearch(codes: Pick<CodeSet, 'search'>, code: Uint8Array): number {
  let found = -1;
  codes.search(code, 0, (pairs) => {
    found = pairs[0] ?? -1;
    return false;
  });
  return found;
}

/** Every slot whose code lies within `radius` bits of `code`, in order of slots. */
export function near(codes: Pick<NearCodes, 'search'>, code: Uint8Array, radius: number): NearHit[] {
  const hits: NearHit[] = [];
  codes.search(
    code,
    radius,
    oneByOne((slot, distance) => hits.push({ slot, distance })),
  );
  return hits.sort((a, b) => a.slot - b.slot);
}

/** Refuses anything that is not one code: a short one would be compared with a neighbour's bits. */
export function refuseOddLength(code: Uint8Array): void {
  if (code.length !== CODE_BYTES) throw new RangeError(`A code has ${CODE_BYTES} bytes, this one has ${code.length}`);
}
