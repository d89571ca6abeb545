/**
 * Which sets of codes does an index keep, and which codes stand in which? One line for each set: what compares, searches, writes and reads goes by this table.
 * A new kind of 256-bit codes is a line in `near`, one that is equal or not a line in `exact`; then a part or four in `index-file.ts`, whose version rises.
 */
import { type Crop, type FingerprintKind, kinds, type Variant, type VariantFacts, variantFacts } from '@likeness/fingerprint';

/** Searched by distance. Several sets of PDQ, because an upload with bytes brings its own turns and must not pay for seven times as many codes. */
const near = {
  whole: { kind: 'pdq', holds: 'whole' },
  turns: { kind: 'pdq', holds: 'turns' },
  /** Frames of videos. */
  frames: { kind: 'vpdq', holds: 'whole' },
  /** What is left of a confirmed picture where people cut it. */
  crops: { kind: 'pdq', holds: 'crops' },
} as const satisfies Record<string, HomeFacts>;

/** Found by a hash table. */
const exact = {
  sha256: { kind: 'sha256', holds: 'whole' },
  md5: { kind: 'md5', holds: 'whole' },
} as const satisfies Record<string, HomeFacts>;

export interface HomeFacts {
  readonly kind: FingerprintKind;
  /** The group of views of an item that stand in it. */
  readonly holds: VariantFacts['group'];
}

export type NearHome = keyof typeof near;
export type ExactHome = keyof typeof exact;
/** Where a code of an item stands. */
export type CodeHome = NearHome | ExactHome;

export const homeFacts: Readonly<Record<CodeHome, HomeFacts>> = { ...near, ...exact };

/** In the order of their numbers in the index file: a new one goes to the end. */
export const homes: readonly CodeHome[] = ['whole', 'turns', 'sha256', 'md5', 'frames', 'crops'];
export const nearHomes: readonly NearHome[] = homes.filter((home): home is NearHome => Object.hasOwn(near, home));
export const exactHomes: readonly ExactHome[] = homes.filter((home): home is ExactHome => Object.hasOwn(exact, home));

/** One value for each set. */
export const forNear = <T>(make: (home: NearHome) => T): Record<NearHome, T> => ({
  whole: make('whole'),
  turns: make('turns'),
  frames: make('frames'),
  crops: make('crops'),
});
export const forExact = <T>(make: (home: ExactHome) => T): Record<ExactHome, T> => ({ sha256: make('sha256'), md5: make('md5') });

/** 32-bit words of a code in this set. */
export const wordsOf = (home: CodeHome): number => kinds[homeFacts[home].kind].bits / 32;

export interface Homed {
  readonly kind: FingerprintKind;
  readonly variant: Variant | Crop;
  readonly quality: number | null;
}

/** The set in which a code of an item is searched; null when no tier compares that view, or a frame is too plain to count. */
export function homeFor({ kind, variant, quality }: Homed): CodeHome | null {
  if (kinds[kind].describes === 'frame' && quality !== null && quality < kinds[kind].clearFrom) return null;
  const { group } = variantFacts[variant];
  return homes.find((home) => homeFacts[home].kind === kind && homeFacts[home].holds === group) ?? null;
}
