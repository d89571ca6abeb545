/** What is listed, by whom, and what may a match with it lead to? The shapes of banks, items and the changes that reach an index. */
import type { FingerprintKind, Variant } from '@likeness/fingerprint';

/** What a match with a bank may lead to: noted only, looked at by a person, or held until a person has looked. */
export type OnMatch = 'observe' | 'review' | 'hold';

export interface BankPolicy {
  readonly id: string;
  readonly name: string;
  readonly onMatch: OnMatch;
  readonly enabled: boolean;
  /** Narrows the tier's radius (bits of 256); null keeps it. A wider one changes nothing. */
  readonly radius: number | null;
  /** The one platform whose uploads this bank may match; null: every platform. */
  readonly platformId: string | null;
}

/** Only `active` items match; the other states are silent. */
export type ItemState = 'pending' | 'active' | 'suspended' | 'disputed' | 'expired';

/** `confirmed`: computed from content that a person of a platform looked at. `claimant`: sent by the person, seen by nobody yet. */
export type Provenance = 'confirmed' | 'claimant';

export interface ItemCode {
  readonly kind: FingerprintKind;
  readonly variant: Variant;
  /** Lower-case hex: 64 digits for pdq and sha256, 32 for md5. */
  readonly value: string;
  /** PDQ quality 0..100; null when nobody told. */
  readonly quality: number | null;
  readonly provenance: Provenance;
}

export interface ListedItem {
  readonly id: string;
  readonly bankId: string;
  readonly state: ItemState;
  readonly source: string;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly codes: readonly ItemCode[];
}

/** One row of the bank change log: the only way an index learns anything (design §5). Each kind replaces what was known of that bank or item. */
export type BankChange = { readonly seq: number } & (
  | { readonly kind: 'bank'; readonly bank: BankPolicy }
  | { readonly kind: 'item'; readonly item: ListedItem }
  | { readonly kind: 'item-gone'; readonly itemId: string }
);
