/** What do the pages about complaints need to know? View models, as `model.ts` says. */
import type { AlsoKind, ComplaintBy, ComplaintGround, ComplaintOutcome, Measure, MisuseKind, Unjudged } from '@likeness/casework';
import type { ConsoleFrame, DecisionMade, FieldProblem, ListPart } from './model.ts';

export interface ComplaintRow {
  readonly complaintId: string;
  readonly serviceName: string;
  readonly by: ComplaintBy;
  readonly reasonLabel: string;
  readonly filedAt: Date;
  /** Until then the other side can answer. */
  readonly decidableAt: Date;
  /** Whoever looks at the list made the decision: somebody else judges. */
  readonly isOwnDecision: boolean;
  /** Against what is hidden before anybody has decided: whoever looks at the list then had it hidden. */
  readonly isMeanwhile: boolean;
  /** Nobody judges it until another request is decided that says that it may show somebody under 18. */
  readonly waitsForYoung: boolean;
  /** Put aside until then, because whoever complains is suspended (DSA Article 23); it may be judged all the same. */
  readonly asideUntil: Date | null;
}

/** A complaint of an account about its warning or suspension (DSA Article 23): it is judged on the account's own page. */
export interface MeasureComplaintRow {
  readonly measureId: string;
  readonly accountKey: string;
  readonly serviceName: string;
  readonly kind: MisuseKind;
  readonly measure: Measure;
  readonly filedAt: Date;
  /** Whoever looks at the list took the measure: somebody else judges. */
  readonly isOwn: boolean;
  /** Whether anybody here may judge it: a lead or an admin, and not who took the measure. */
  readonly hasJudge: boolean;
}

export interface ComplaintsModel extends ConsoleFrame {
  readonly now: Date;
  readonly open: ListPart<ComplaintRow>;
  /** About warnings and suspensions, the longest waiting first. */
  readonly measures: readonly MeasureComplaintRow[];
  readonly hasManyServices: boolean;
}

export interface ComplaintCard {
  readonly complaintId: string;
  readonly serviceName: string;
  readonly by: ComplaintBy;
  readonly via: 'page' | 'api' | 'case';
  readonly reason: string;
  readonly reasonLabel: string;
  /** Empty when nothing was written. */
  readonly text: string;
  readonly filedAt: Date;
  readonly decidableAt: Date;
  /** Of an uploader: what was removed. */
  readonly contentId: string | null;
  /** What beside the picture it is about: the decision about the picture is not in question. Null: the picture. */
  readonly beside: { readonly kind: AlsoKind; readonly target: string | null; readonly isPictureReferred?: boolean } | null;
  /** The request or the match that was decided. */
  readonly of: { readonly kind: 'request' | 'review'; readonly id: string };
  /** Null: against what is restricted before anybody has decided. */
  readonly decision: DecisionMade | null;
  /** Of such a restriction: since when, who chose it, and whether it was referred since and cannot be shown again. */
  readonly meanwhile: { readonly at: Date; readonly by: string; readonly isReferred: boolean } | null;
  /** The decision was taken back meanwhile, for another reason. */
  readonly isTakenBack: boolean;
  /** Whoever asked complained, and ended her case before it was judged: nothing is opened again, and she reads no answer. */
  readonly isEnded: boolean;
  /** Null: there was nobody to ask. */
  readonly otherSide: {
    readonly askedAt: Date;
    readonly answeredAt: Date | null;
    /** When her case ended without an answer, before it was judged: nobody is left to wait for. */
    readonly endedAt: Date | null;
    readonly answerLabel: string | null;
    readonly text: string;
  } | null;
  /** Other uploads of the same decision that show the same picture, by the service's ids: they are given back with it. */
  readonly alsoGivenBack: readonly string[];
  /** What else the decision is about, by the service's ids or as addresses: it stays as it was decided. */
  readonly rest: readonly string[];
  /** Open complaints of the other side about the same decision, by id. */
  readonly openOfTheOtherSide: readonly string[];
  /** `not-yours`: whoever looks made the decision. `waiting`: the other side can still answer. `may-be-young`: another request, which is decided first, says that it may show somebody under 18. */
  readonly state: 'open' | 'waiting' | 'may-be-young' | 'not-yours' | 'decided';
  readonly judged: {
    readonly outcome: ComplaintOutcome;
    /** Why nobody judged it: a lead entered that what it was about was set aside from outside, or whoever asked was right and it is decided anew. */
    readonly unjudged: Unjudged | null;
    readonly groundLabel: string;
    readonly answer: string;
    readonly by: string;
    readonly at: Date;
    readonly note: string;
  } | null;
}

export interface ComplaintModel extends ConsoleFrame, ComplaintCard {
  readonly grounds: readonly ComplaintGround[];
  readonly problems?: readonly FieldProblem[];
  readonly entered?: { readonly ruling: string | null; readonly note: string };
  /** `late`: somebody was first, and what was sent now was not recorded. */
  readonly news: 'decided' | 'late' | null;
}
