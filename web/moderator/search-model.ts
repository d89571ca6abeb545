/** What do the search and the list of decisions need to know? */
import type { Decision } from '@likeness/casework';
import type { ConsoleFrame, ListPart } from './model.ts';

export interface Found {
  readonly requests: readonly {
    readonly trackingNumber: string;
    readonly serviceName: string;
    readonly receivedAt: Date;
    readonly state: 'open' | 'decided' | 'withdrawn' | 'closed';
  }[];
  readonly reviews: readonly {
    readonly reviewId: string;
    readonly serviceName: string;
    readonly openedAt: Date;
    readonly state: 'open' | 'decided' | 'closed';
  }[];
  /** Ids of reporting tasks. */
  readonly referrals: readonly string[];
  readonly items: readonly {
    readonly itemId: string;
    readonly label: string | null;
    readonly state: 'pending' | 'active' | 'suspended' | 'disputed' | 'expired';
    readonly addedAt: Date;
    readonly bankId: string;
    readonly bankName: string;
  }[];
}

export interface SearchModel extends ConsoleFrame {
  readonly text: string;
  /** Null before anything was looked for. */
  readonly found: Found | null;
}

export interface DecidedRow {
  readonly of: { readonly kind: 'request' | 'review'; readonly id: string };
  readonly decision: Decision;
  readonly groundLabel: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly isTakenBack: boolean;
  readonly serviceName: string;
}

export interface DecidedModel extends ConsoleFrame {
  readonly part: Pick<ListPart<DecidedRow>, 'rows' | 'isFirst' | 'next'>;
  readonly isMine: boolean;
  readonly hasManyServices: boolean;
}
