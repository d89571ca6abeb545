/** Which of the person's own fingerprints are proved by content that someone looked at? Otherwise picture Y could be listed by pointing at picture X (design §6). */
import type { Fingerprint } from '@likeness/fingerprint';

/** The hold radius and quality of design §6; `packages/lookup/src/bank/verdict.ts` holds the same two numbers for matching. */
export const proofRadius = 30;
export const proofQuality = 50;

/** Each is judged alone: a good code in a filing never carries a false one beside it. */
export function provedBy(claimed: readonly Fingerprint[], viewed: readonly Fingerprint[]): Fingerprint[] {
  return claimed.filter((claim) => viewed.some((seen) => proves(seen, claim)));
}

function proves(seen: Fingerprint, claim: Fingerprint): boolean {
  if (seen.kind !== claim.kind) return false;
  if (seen.kind !== 'pdq') return seen.value === claim.value;
  // Any view may prove any other: a code this near to a turn of the viewed picture shows the viewed picture.
  return isClear(seen) && isClear(claim) && hexDistance(seen.value, claim.value) <= proofRadius;
}

function isClear({ quality = 0 }: Fingerprint): boolean {
  return quality >= proofQuality;
}

const bitsOfDigit = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const;

/** Hamming distance of two hex texts of one length. This room takes only types from fingerprint, and a decision compares a few dozen codes. */
function hexDistance(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let distance = 0;
  for (let place = 0; place < a.length; place++) {
    distance += bitsOfDigit[Number.parseInt(a.charAt(place), 16) ^ Number.parseInt(b.charAt(place), 16)] ?? 4;
  }
  return distance;
}
