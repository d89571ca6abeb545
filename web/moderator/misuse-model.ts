/** What do the pages about accounts that misuse the service need to know? View models, as `model.ts` says. */
import type {
  ComplaintOutcome,
  Intention,
  Measure,
  MeasureReason,
  MeasureRefused,
  MisuseFacts,
  MisuseKind,
  MisusePolicy,
} from '@likeness/casework';
import type { ConsoleFrame, FieldProblem } from './model.ts';

export interface MisuseRow {
  /** What stands for the account in addresses. */
  readonly accountKey: string;
  readonly serviceName: string;
  readonly kind: MisuseKind;
  /** The service's own word for it. */
  readonly account: string;
  readonly count: number;
  readonly lastAt: Date | null;
  readonly warnedAt: Date | null;
  readonly suspendedUntil: Date | null;
  /** A complaint about a measure waits to be judged. */
  readonly hasComplaint: boolean;
}

export interface MisuseModel extends ConsoleFrame {
  readonly policy: MisusePolicy;
  readonly rows: readonly MisuseRow[];
  readonly total: number;
  readonly news: 'lifted' | 'judged' | null;
  readonly hasManyServices: boolean;
}

/** One warning or suspension of the account. */
export interface MeasureTaken {
  readonly measureId: string;
  readonly measure: Measure;
  readonly reasonLabel: string;
  readonly intention: Intention;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly endsAt: Date | null;
  readonly ended: { readonly at: Date; readonly because: 'time' | 'lifted' | 'complaint'; readonly by: string | null } | null;
  readonly complaint: {
    readonly at: Date;
    readonly text: string;
    /** Whoever looks took the measure: somebody else judges. */
    readonly isOwn: boolean;
    /** Whether anybody here may judge it: a lead or an admin, and not who took the measure. */
    readonly hasJudge: boolean;
    readonly judged: { readonly outcome: ComplaintOutcome; readonly by: string; readonly at: Date } | null;
  } | null;
}

export interface MisuseIncident {
  readonly about: string;
  /** Of a notice: its tracking number. */
  readonly request: string | null;
  readonly groundLabel: string;
  readonly at: Date;
  readonly isCopy: boolean;
}

export interface MisuseCard extends Omit<MisuseRow, 'count' | 'lastAt' | 'hasComplaint'> {
  /** Since when a decision about a picture has it suspended, until the service has looked; null where none does. */
  readonly suspendedByDecisionAt: Date | null;
  readonly policy: MisusePolicy;
  readonly facts: MisuseFacts;
  /** The newest; `facts` counts all. */
  readonly incidents: readonly MisuseIncident[];
  readonly measures: readonly MeasureTaken[];
  /** Why it may not be done now; null where it may. */
  readonly refused: Readonly<Record<Measure, MeasureRefused | null>>;
}

export type MisuseNews = 'warning' | 'suspension' | 'lifted' | 'judged' | 'late';

export interface MisuseCardModel extends ConsoleFrame, MisuseCard {
  readonly reasons: readonly MeasureReason[];
  readonly groundLabels: Readonly<Record<string, string>>;
  readonly news: MisuseNews | null;
  readonly problems?: readonly FieldProblem[];
  readonly entered?: MeasureForm;
}

export interface MeasureForm {
  readonly measure: string;
  readonly reason: string;
  readonly intention: string;
}
