/** Which of the person's own fingerprints are proved by content that someone looked at? Otherwise picture Y could be listed by pointing at picture X. */
import {
  bytesOfHex,
  type Fingerprint,
  hammingDistance,
  isExactKind,
  isFrameKind,
  kinds,
  matchVideos,
  type VideoFrame,
} from '@likeness/fingerprint';

/** The hold radius and quality of the tiers: what holds an upload is what proves a fingerprint. */
export const proofRadius = kinds.pdq.sameWithin;
export const proofQuality = kinds.pdq.clearFrom;

/**
 * Each is judged alone: a good code in a filing never carries a false one beside it. But for the frames of a video: those that are seen prove nothing unless the
 * video as a whole is the viewed one, for an opening or a still may stand in any film.
 */
export function provedBy(claimed: readonly Fingerprint[], viewed: readonly Fingerprint[]): Fingerprint[] {
  // Read once each: a decision about a hundred uploads compares each with each.
  const seen = viewed.map(readable);
  const frames = provedFrames(claimed, viewed);
  return claimed.filter((claim) => {
    if (isFrameKind(claim.kind)) return frames.has(claim.value);
    const read = readable(claim);
    return seen.some((one) => proves(one, read));
  });
}

/** The values of the claimed frames that are seen in the viewed video, where by the vPDQ rule enough of them are. */
function provedFrames(claimed: readonly Fingerprint[], viewed: readonly Fingerprint[]): Set<string> {
  const { isMatch, alignment } = matchVideos(framesIn(claimed), framesIn(viewed));
  return new Set(isMatch ? alignment.map(({ query }) => query.value) : []);
}

/** Without a quality a frame proves nothing. */
function framesIn(fingerprints: readonly Fingerprint[]): VideoFrame[] {
  const frames = fingerprints.filter(({ kind }) => isFrameKind(kind));
  return frames.map(({ value, quality = 0, atSeconds = 0 }, number) => ({ number, value, quality, atSeconds }));
}

interface Readable {
  readonly fingerprint: Fingerprint;
  /** Of a near kind, and clear enough to prove anything; null otherwise. */
  readonly bytes: Uint8Array | null;
}

function readable(fingerprint: Fingerprint): Readable {
  return { fingerprint, bytes: fingerprint.kind === 'pdq' && isClear(fingerprint) ? bytesOfHex(fingerprint.value) : null };
}

function proves(seen: Readable, claim: Readable): boolean {
  if (seen.fingerprint.kind !== claim.fingerprint.kind) return false;
  if (isExactKind(claim.fingerprint.kind)) return seen.fingerprint.value === claim.fingerprint.value;
  // Any view may prove any other: a code this near to a turn of the viewed picture shows the viewed picture.
  return seen.bytes !== null && claim.bytes !== null && hammingDistance(seen.bytes, claim.bytes) <= proofRadius;
}

function isClear({ quality = 0 }: Fingerprint): boolean {
  return quality >= proofQuality;
}
