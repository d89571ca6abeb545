/** What do the pages about banks need to know? Plain data that the server fills in. */
import type { ConsoleFrame, FieldProblem } from './model.ts';

export interface BankFacts {
  readonly id: string;
  readonly name: string;
  /** The service whose uploads it may match; null for one that every service shares. */
  readonly platform: string | null;
  readonly onMatch: string;
  readonly enabled: boolean;
  readonly isHarmless: boolean;
  /** As it is written, such as `24, pdq:flipX=16`; empty where the tiers' own hold. */
  readonly radius: string;
  /** 0 to 1; null where the tier's own holds. */
  readonly ratio: number | null;
  readonly items: number;
  readonly codes: number;
}

/** A listed item, as somebody who has to trust it or not sees it. */
export interface ListedPicture {
  readonly itemId: string;
  readonly bankId: string;
  readonly bankName: string;
  /** What the list calls it. */
  readonly label: string | null;
  readonly source: string;
  readonly notes: readonly string[];
  readonly addedAt: Date;
  /** When the last reason to list it ends; null when one has no end. */
  readonly expiresAt: Date | null;
  readonly fingerprintCount: number;
  /** What a person said of it; null: nothing yet. */
  readonly confirmed: boolean | null;
  readonly suspendedFor: 'known-harmless' | 'often-seen' | 'many-uploaders' | 'older-content' | 'one-account' | null;
  readonly suspendedAt: Date | null;
  /** Uploads that it met. */
  readonly uploadCount: number;
  /** The newest open review of one of them. */
  readonly reviewId: string | null;
}

export interface PicturePart {
  readonly rows: readonly ListedPicture[];
  readonly isFirst: boolean;
  /** For the next part; null at the end. */
  readonly next: string | null;
}

export interface BanksModel extends ConsoleFrame {
  readonly banks: readonly BankFacts[];
  /** Items that only ask until somebody has looked: the latest of them, and how many there are. */
  readonly asking: { readonly rows: readonly ListedPicture[]; readonly total: number };
  readonly news: BankNews | null;
}

export interface BankModel extends ConsoleFrame {
  readonly bank: BankFacts;
  readonly pictures: PicturePart;
  readonly news: BankNews | null;
  /** What the policy's form has to correct, and what was typed there. */
  readonly corrections?: { readonly problems: readonly FieldProblem[]; readonly entered: PolicyForm };
}

/** Said at the top: what was done just now. */
export type BankNews = 'saved' | 'on' | 'off' | 'resume' | 'confirm' | 'doubt';

/** What the policy's form sends, as it was typed. */
export interface PolicyForm {
  readonly onMatch: string;
  readonly radius: string;
  readonly ratio: string;
}
