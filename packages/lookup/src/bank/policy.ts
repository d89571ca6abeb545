/** What is listed, by whom, and how does its owner want a match treated? The shapes of banks, items and the changes that reach an index; what a match may then do is decided in verdict.ts. */
import type { Crop, FingerprintKind, Variant } from '@likeness/fingerprint';

/** What a match with a bank may lead to: noted only, looked at by a person, or held until a person has looked. */
export type OnMatch = 'observe' | 'review' | 'hold';

/** A radius for one kind of fingerprint, or for one view of it. */
export interface NarrowedRadius {
  readonly kind: FingerprintKind;
  /** The view that had to be turned for the two to meet; null: every view. */
  readonly variant: Variant | null;
  /** Bits. */
  readonly radius: number;
}

export interface BankPolicy {
  readonly id: string;
  readonly name: string;
  readonly onMatch: OnMatch;
  readonly enabled: boolean;
  /** Narrows the tier's radius (bits of 256); null keeps it. A wider one changes nothing. */
  readonly radius: number | null;
  /** Narrower still, by kind or by kind and view. The smallest radius that applies counts. */
  readonly radii?: readonly NarrowedRadius[];
  /** The share of a video's frames that must be found, 0 to 1, in the upload and in the item. Narrows the tier's; null or absent keeps it. */
  readonly ratio?: number | null;
  /** Its items are known to be harmless: meeting one silences the lists, see `harmless.ts`. */
  readonly isHarmless?: boolean;
  /** The one platform whose uploads this bank may match; null: every platform. */
  readonly platformId: string | null;
}

/** Only `active` items match; the other states are silent. */
export type ItemState = 'pending' | 'active' | 'suspended' | 'disputed' | 'expired';

/** `confirmed`: computed from content that a person of a platform looked at, or listed by somebody whose list was taken over. `claimant`: sent by the person, seen by nobody yet. */
export type Provenance = 'confirmed' | 'claimant';

export interface ItemCode {
  readonly kind: FingerprintKind;
  readonly variant: Variant | Crop;
  /** Lower-case hex: 64 digits for pdq, a frame of vpdq and sha256, 32 for md5. */
  readonly value: string;
  /** PDQ quality 0..100; null when nobody told. */
  readonly quality: number | null;
  /** Of a video's frame: its place in the video; absent or null when nobody told. */
  readonly atSeconds?: number | null;
  readonly provenance: Provenance;
}

export interface ListedItem {
  readonly id: string;
  readonly bankId: string;
  readonly state: ItemState;
  readonly source: string;
  /** ISO 8601. */
  readonly addedAt: string;
  /** Suspended by the flood guard or by a check, or a person took her word for it back: a match asks at most, whatever the bank's policy. */
  readonly asksOnly?: boolean;
  /** A person of this installation looked at it and stands by it. */
  readonly isConfirmed?: boolean;
  readonly codes: readonly ItemCode[];
}

/** One row of the bank change log: the only way an index learns anything. Each kind replaces what was known of that bank or item. */
export type BankChange = { readonly seq: number } & (
  | { readonly kind: 'bank'; readonly bank: BankPolicy }
  | { readonly kind: 'item'; readonly item: ListedItem }
  | { readonly kind: 'item-gone'; readonly itemId: string }
);
