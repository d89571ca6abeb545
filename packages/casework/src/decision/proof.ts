/** Which of the person's own fingerprints are proved by content that someone looked at? Otherwise picture Y could be listed by pointing at picture X. */
import {
  bytesOfHex,
  type Fingerprint,
  isExactKind,
  isFrameKind,
  isWithin,
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
  const [claims, seen] = [readingOf(claimed), readingOf(viewed)];
  const frames = provedFrames(claims, seen);
  return claimed.filter((claim, place) => {
    if (isFrameKind(claim.kind)) return frames.has(claim.value);
    const read = claims.codes[place];
    return read !== undefined && seen.codes.some((one) => proves(one, read));
  });
}

/** Fingerprints of one upload, read once: a decision about hundreds of uploads compares each with each. */
export interface Reading {
  readonly codes: readonly Readable[];
  readonly frames: readonly VideoFrame[];
}

export function readingOf(fingerprints: readonly Fingerprint[]): Reading {
  return { codes: fingerprints.map(readable), frames: framesIn(fingerprints) };
}

/** Whether any fingerprint of the first is proved by the second, as `provedBy` says. */
export function isAnyProvedBy(claimed: Reading, viewed: Reading): boolean {
  const isProved = (claim: Readable): boolean => !isFrameKind(claim.fingerprint.kind) && viewed.codes.some((one) => proves(one, claim));
  return claimed.codes.some(isProved) || provedFrames(claimed, viewed).size > 0;
}

/** The values of the claimed frames that are seen in the viewed video, where by the vPDQ rule enough of them are. */
function provedFrames(claimed: Reading, viewed: Reading): Set<string> {
  if (claimed.frames.length === 0 || viewed.frames.length === 0) return new Set();
  const { isMatch, alignment } = matchVideos(claimed.frames, viewed.frames);
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
  return seen.bytes !== null && claim.bytes !== null && isWithin(seen.bytes, claim.bytes, proofRadius);
}

function isClear({ quality = 0 }: Fingerprint): boolean {
  return quality >= proofQuality;
}
