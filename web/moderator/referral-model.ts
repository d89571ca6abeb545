/** What do the pages about referrals need to know? View models, as `model.ts` says. */
import type { ReportingRoute } from '@likeness/casework';
import type { View } from '@likeness/fingerprint';
import type { ConsoleFrame, FieldProblem, ListPart } from './model.ts';

/** Asked before something is referred: everything of the form comes along. */
export interface ReferConfirmModel extends ConsoleFrame {
  readonly about: 'request' | 'review';
  /** Where the form goes, and the page that it came from. */
  readonly action: string;
  readonly back: string;
  readonly groundLabel: string;
  /** Uploads that were screened here, and places that only the service knows. */
  readonly uploadCount: number;
  readonly placeCount: number;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export interface ReferralRow {
  readonly referralId: string;
  readonly serviceName: string;
  readonly knownAt: Date;
  readonly reportedAt: Date | null;
}

/** A task that was closed, of which something is kept out of view. */
export interface ClosedReferralRow {
  readonly referralId: string;
  readonly serviceName: string;
  readonly closedAt: Date;
  readonly wasReported: boolean;
}

export interface ReferralsModel extends ConsoleFrame {
  readonly now: Date;
  readonly open: ListPart<ReferralRow>;
  /** The last that were closed, of `total`. */
  readonly closed: { readonly rows: readonly ClosedReferralRow[]; readonly total: number };
  readonly hasManyServices: boolean;
}

export interface ReferredUpload {
  readonly contentId: string;
  readonly url: string | null;
  readonly uploaderRef: string | null;
  readonly screenedAt: Date;
  readonly fingerprints: readonly View[];
}

export interface ReferralModel extends ConsoleFrame {
  readonly referralId: string;
  readonly serviceName: string;
  readonly knownAt: Date;
  readonly decidedBy: string;
  readonly groundLabel: string;
  /** The request's number or the review's id, for the way back. */
  readonly of: { readonly kind: 'request' | 'review'; readonly id: string } | null;
  /** Null once the hold is over. */
  readonly facts: { readonly uploads: readonly ReferredUpload[]; readonly places: readonly string[] } | null;
  /** Of the country in which the service is established; null where nobody said. */
  readonly route: ReportingRoute | null;
  readonly routes: readonly ReportingRoute[];
  readonly report: { readonly at: Date; readonly by: string; readonly routeName: string; readonly reference: string } | null;
  readonly closed: { readonly at: Date; readonly by: string; readonly reason: string; readonly holdUntil: Date } | null;
  readonly isLead: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly entered?: { readonly route: string; readonly reference: string; readonly reason: string };
  readonly news: 'reported' | 'closed' | 'late' | null;
}
