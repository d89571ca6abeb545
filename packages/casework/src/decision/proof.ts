/** Which of the person's own fingerprints are proved by content that someone looked at? Otherwise picture Y could be listed by pointing at picture X (design §6). */
import { bytesOfHex, type Fingerprint, hammingDistance, kinds } from '@likeness/fingerprint';

/** The hold radius and quality of design §6: what holds an upload is what proves a fingerprint. */
export const proofRadius = kinds.pdq.sameWithin;
export const proofQuality = kinds.pdq.clearFrom;

/** Each is judged alone: a good code in a filing never carries a false one beside it. */
export function provedBy(claimed: readonly Fingerprint[], viewed: readonly Fingerprint[]): Fingerprint[] {
  return claimed.filter((claim) => viewed.some((seen) => proves(seen, claim)));
}

function proves(seen: Fingerprint, claim: Fingerprint): boolean {
  if (seen.kind !== claim.kind) return false;
  if (seen.kind !== 'pdq') return seen.value === claim.value;
  // Any view may prove any other: a code this near to a turn of the viewed picture shows the viewed picture.
  return isClear(seen) && isClear(claim) && hammingDistance(bytesOfHex(seen.value), bytesOfHex(claim.value)) <= proofRadius;
}

function isClear({ quality = 0 }: Fingerprint): boolean {
  return quality >= proofQuality;
}
