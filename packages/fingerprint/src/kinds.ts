/** Which kinds of fingerprint exist, and what is true of each? The registry: a new kind is one line here, one folder and its vectors. */

/** A `vpdq` value is one frame of a video; the video has as many as frames that count. */
export type FingerprintKind = 'pdq' | 'vpdq' | 'sha256' | 'md5';

export interface KindFacts {
  /** Length of the value in bits. */
  readonly bits: number;
  /** Length of the value as lower-case hex text. */
  readonly hexLength: number;
  /** Whether a value comes with a quality from 0 to 100. */
  readonly hasQuality: boolean;
  /** `near`: two values are compared by Hamming distance. `exact`: they are equal or they are not. */
  readonly comparison: 'near' | 'exact';
  /** What the value is computed from. */
  readonly from: 'pixels' | 'bytes';
  /** Two values at most this many bits apart count as the same picture or file (design §6; true PDQ distances are even, so 30 and 31 are one test). */
  readonly sameWithin: number;
  /** Quality that both values need before their distance proves anything: below it a picture has too little structure to be told from another. */
  readonly clearFrom: number;
}

export const kinds: Readonly<Record<FingerprintKind, KindFacts>> = {
  pdq: { bits: 256, hexLength: 64, hasQuality: true, comparison: 'near', from: 'pixels', sameWithin: 30, clearFrom: 50 },
  vpdq: { bits: 256, hexLength: 64, hasQuality: true, comparison: 'near', from: 'pixels', sameWithin: 31, clearFrom: 50 },
  sha256: { bits: 256, hexLength: 64, hasQuality: false, comparison: 'exact', from: 'bytes', sameWithin: 0, clearFrom: 0 },
  md5: { bits: 128, hexLength: 32, hasQuality: false, comparison: 'exact', from: 'bytes', sameWithin: 0, clearFrom: 0 },
};

/** Whether `name` is one of the registered kinds. */
export function isFingerprintKind(name: string): name is FingerprintKind {
  return Object.hasOwn(kinds, name);
}

/** Whether `value` is the text form of a value of this kind: lower-case hex of the right length, nothing around it. */
export function isValueOf(kind: FingerprintKind, value: string): boolean {
  return value.length === kinds[kind].hexLength && /^[0-9a-f]*$/.test(value);
}
