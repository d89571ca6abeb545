/** Which kinds of fingerprint exist, and what is true of each? The registry: a new kind is one line here, one folder and its vectors. */

export interface KindFacts {
  /** As people write it. */
  readonly name: string;
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
  /** Two values at most this many bits apart count as the same picture or file (true PDQ distances are even, so 30 and 31 are one test). */
  readonly sameWithin: number;
  /** Quality that both values need before their distance proves anything: below it a picture has too little structure to be told from another. */
  readonly clearFrom: number;
  /** `file`: one value of a view describes all of it. `frame`: one value describes one frame of a video, which has as many as frames that count, each with its place in time. */
  readonly describes: 'file' | 'frame';
}

const near = { comparison: 'near', from: 'pixels', clearFrom: 50 } as const;
const exact = { hasQuality: false, comparison: 'exact', from: 'bytes', sameWithin: 0, clearFrom: 0, describes: 'file' } as const;

/** In the order in which they are shown. */
const registered = {
  pdq: { ...near, name: 'PDQ', bits: 256, hexLength: 64, hasQuality: true, sameWithin: 30, describes: 'file' },
  vpdq: { ...near, name: 'vPDQ', bits: 256, hexLength: 64, hasQuality: true, sameWithin: 31, describes: 'frame' },
  sha256: { ...exact, name: 'SHA-256', bits: 256, hexLength: 64 },
  md5: { ...exact, name: 'MD5', bits: 128, hexLength: 32 },
} as const satisfies Readonly<Record<string, KindFacts>>;

export type FingerprintKind = keyof typeof registered;

export const kinds: Readonly<Record<FingerprintKind, KindFacts>> = registered;

/** Whether two values of this kind are equal or not: one such value in common is the same file. */
export function isExactKind(kind: FingerprintKind): boolean {
  return kinds[kind].comparison === 'exact';
}

/** Whether a value of this kind is one frame of a video. */
export function isFrameKind(kind: FingerprintKind): boolean {
  return kinds[kind].describes === 'frame';
}

/** Whether `name` is one of the registered kinds. */
export function isFingerprintKind(name: string): name is FingerprintKind {
  return Object.hasOwn(kinds, name);
}

/** Whether `value` is the text form of a value of this kind: lower-case hex of the right length, nothing around it. */
export function isValueOf(kind: FingerprintKind, value: string): boolean {
  return value.length === kinds[kind].hexLength && /^[0-9a-f]*$/.test(value);
}
