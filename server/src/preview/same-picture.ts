/** Is what the service shows the picture that was screened? By its exact value first; by PDQ where the service keeps another file of it. */
import { createHash } from 'node:crypto';
import { proofQuality, proofRadius } from '@likeness/casework';
import { bytesOfHex, type Fingerprint, hammingDistance, isExactKind } from '@likeness/fingerprint';

export type Sameness = 'same-file' | 'same-picture' | 'other-picture' | 'not-compared';

/** Whether the bytes are the very file; needs no decoding. */
export function isSameFile(chunks: readonly Uint8Array[], stored: readonly Fingerprint[]): boolean {
  const exact = stored.filter(({ kind }) => isExactKind(kind));
  return exact.some(({ kind, value }) => {
    const hash = createHash(kind);
    for (const chunk of chunks) hash.update(chunk);
    return hash.digest('hex') === value;
  });
}

/** The verdict of two sets of fingerprints. Any view may meet any other: the service may turn what it shows. */
export function sameness(fetched: readonly Fingerprint[], stored: readonly Fingerprint[]): Sameness {
  const ours = fetched.filter(isClearPdq);
  const theirs = stored.filter(isClearPdq);
  if (ours.length === 0 || theirs.length === 0) return 'not-compared';
  const isNear = ours.some((one) => theirs.some((other) => hammingDistance(bytesOfHex(one.value), bytesOfHex(other.value)) <= proofRadius));
  return isNear ? 'same-picture' : 'other-picture';
}

/** A picture with too little in it cannot be told from another by its PDQ. */
const isClearPdq = ({ kind, quality = 0 }: Fingerprint): boolean => kind === 'pdq' && quality >= proofQuality;
