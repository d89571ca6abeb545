/** Who may complain about a decision, why, what is it answered with, and what does each side read? Choices and templates: what one side writes the other never sees. */

import type { CaseworkWords } from '../words/catalogue.ts';
import { decisionWords } from '../words/en/decision.ts';

/** The words of complaints, in any language. */
interface ComplaintWords {
  readonly decision: Pick<CaseworkWords['decision'], 'complaint'>;
}

export type ComplaintBy = 'uploader' | 'requester';
export type ComplaintOutcome = 'upheld' | 'rejected';

export interface ComplaintReason {
  readonly key: string;
  readonly by: ComplaintBy;
  /** As whoever complains chooses it. */
  readonly label: string;
}

type UploadersReason = keyof typeof decisionWords.complaint.reasons.uploader;
type RequestersReason = keyof typeof decisionWords.complaint.reasons.requester;

/** What a complaint is against: something of the uploader's that was taken away, limited or hidden, for a copyright notice (17 U.S.C. 512(c)(3)) or otherwise; a refusal of what the requester asked for; a limit in place of the removal. */
export type ComplainedOf = 'taken-away' | 'taken-away-for-copyright' | 'refused' | 'limited';

const takenAway = ['depicted', 'agreed', 'not-intimate', 'other-picture', 'public-interest', 'other'] as const;

/** Which reasons can be given against what, in the order in which they are shown: what was limited was found, and what was refused has no limit. Pages and doors offer these and take no other. */
export const complaintReasonsAgainst = {
  'taken-away': takenAway,
  'taken-away-for-copyright': ['rights', ...takenAway],
  refused: ['shown', 'intimate', 'not-agreed', 'can-be-found', 'other'],
  limited: ['too-little', 'shown', 'not-agreed', 'other'],
} as const satisfies Readonly<{
  'taken-away': readonly UploadersReason[];
  'taken-away-for-copyright': readonly UploadersReason[];
  refused: readonly RequestersReason[];
  limited: readonly RequestersReason[];
}>;

/** The reasons that can be given against this, with the words of one language. */
export function complaintReasonsIn({ decision }: ComplaintWords, of: ComplainedOf): readonly ComplaintReason[] {
  const { uploader, requester } = decision.complaint.reasons;
  return of === 'taken-away' || of === 'taken-away-for-copyright'
    ? complaintReasonsAgainst[of].map((key) => ({ key, by: 'uploader', label: uploader[key] }))
    : complaintReasonsAgainst[of].map((key) => ({ key, by: 'requester', label: requester[key] }));
}

/** Whether it is one of the reasons that can be given against this. */
export const isReasonAgainst = (of: ComplainedOf, key: string): boolean => complaintReasonsAgainst[of].some((one) => one === key);

/** How those who decide read the reason of a complaint, against whatever it is. */
export function complaintReasonLabel(by: ComplaintBy, key: string): string {
  const known: Readonly<Record<string, string>> = decisionWords.complaint.reasons[by];
  return known[key] ?? key;
}

const sideAnswerKeys = ['keep-down', 'may-be-shown'] as const;
export type SideAnswer = (typeof sideAnswerKeys)[number];

/** `isLimited`: it was not removed, and fewer people see it. What the person who asked for the removal says when a complaint against it is to be decided. */
export function sideAnswersIn(
  { decision }: ComplaintWords,
  isLimited = false,
): readonly { readonly key: SideAnswer; readonly label: string }[] {
  return sideAnswerKeys.map((key) => ({ key, label: decision.complaint[isLimited ? 'sideAnswersLimited' : 'sideAnswers'][key] }));
}

/** In the words of those who decide. */
export const sideAnswers = sideAnswersIn({ decision: decisionWords });

/** So long the person who asked for the removal has to say something, before anybody decides. What was removed stays down meanwhile. */
export const daysToAnswer = 7;

/**
 * After so many days without an answer what she said against one is late. No law names a day (Regulation (EU) 2022/2065, Article 20(4): "in a timely manner"); this
 * is our own, shown to her and to whoever judges.
 */
const daysUntilLate = 14;

/** When an answer to what she said against an answer is late. */
export function complaintLateFrom(filedAt: Date): Date {
  return new Date(filedAt.getTime() + daysUntilLate * 24 * 60 * 60 * 1000);
}

/** On what the answer to a complaint rests. */
export interface ComplaintGround {
  readonly key: string;
  readonly by: ComplaintBy;
  readonly outcome: ComplaintOutcome;
  /** Whether it answers a complaint about what stands beside the picture, or about either, or one that nobody judges any more; left out, about the picture. */
  readonly answers?: 'beside' | 'either' | 'unjudged';
  /** What the moderator chooses from. */
  readonly label: string;
  /** The same where whoever complained had ended her case before: nothing follows from it. Left out: the same. */
  readonly labelOnceEnded?: string;
  /** To whoever complained, in the words of those who decide; in her own it is `complaintAnswer`. */
  readonly answer: string;
}

const decidedAnewKey = 'decided-anew';
const referredKey = 'referred';

const grounds: readonly Omit<ComplaintGround, 'answer'>[] = [
  {
    key: 'depicted',
    by: 'uploader',
    outcome: 'upheld',
    label: 'Whoever posted it is the person in it',
  },
  {
    key: 'agreed',
    by: 'uploader',
    outcome: 'upheld',
    label: 'Its publication was agreed to',
  },
  {
    key: 'not-intimate',
    by: 'uploader',
    outcome: 'upheld',
    label: 'It is not an intimate picture',
  },
  {
    key: 'other-picture',
    by: 'uploader',
    outcome: 'upheld',
    label: 'It is another picture',
  },
  {
    key: 'public-interest',
    by: 'uploader',
    outcome: 'upheld',
    label: 'It is news, art, science or satire',
  },
  {
    key: 'beside-was-wrong',
    by: 'uploader',
    outcome: 'upheld',
    answers: 'beside',
    label: 'It was wrong to act on this; what was decided of the picture stands',
  },
  {
    key: 'decided-outside',
    by: 'uploader',
    outcome: 'upheld',
    answers: 'unjudged',
    label: 'It was settled outside the service',
  },
  {
    key: decidedAnewKey,
    by: 'uploader',
    outcome: 'rejected',
    answers: 'unjudged',
    label: 'What it was about is decided anew',
  },
  {
    key: referredKey,
    by: 'uploader',
    outcome: 'rejected',
    answers: 'unjudged',
    label: 'What it was about was referred',
  },
  {
    key: 'nothing-new',
    by: 'uploader',
    outcome: 'rejected',
    answers: 'either',
    label: 'What is said changes nothing',
  },
  {
    key: 'no-consent',
    by: 'uploader',
    outcome: 'rejected',
    label: 'There is no reason to believe in an agreement',
  },
  {
    key: 'look-again',
    by: 'requester',
    outcome: 'upheld',
    label: 'It was refused wrongly, or what was done is too little: it is opened again',
    labelOnceEnded: 'It was refused wrongly, or what was done is too little: she was right',
  },
  {
    key: 'refusal-stands',
    by: 'requester',
    outcome: 'rejected',
    label: 'The decision was right',
  },
  {
    key: 'decided-outside',
    by: 'requester',
    outcome: 'rejected',
    answers: 'unjudged',
    label: 'It was settled outside the service',
  },
  {
    key: referredKey,
    by: 'requester',
    outcome: 'rejected',
    answers: 'unjudged',
    label: 'What it was about was referred',
  },
];

/**
 * What whoever complained reads. `isMeanwhile`: it was about what is hidden before anybody has decided, so no decision stands or is taken back; `isHeld`: the same, and a match hid it, not a notice. `isShownAgain`: nothing else
 * keeps it down or limits who sees it; left out, nothing does.
 */
export function complaintAnswer(
  { decision }: ComplaintWords,
  {
    by,
    outcome,
    key,
    isMeanwhile = false,
    isHeld = false,
    isShownAgain = true,
  }: Pick<ComplaintGround, 'by' | 'outcome' | 'key'> & {
    readonly isMeanwhile?: boolean;
    readonly isHeld?: boolean;
    readonly isShownAgain?: boolean;
  },
): string {
  const { uploader, requester } = decision.complaint.answers;
  const because: Readonly<Record<string, string>> = by === 'uploader' ? uploader.because : requester;
  // What stands beside the picture is answered whole: the picture is not shown again. So is what nobody here has looked at again.
  if (by === 'uploader' && (key === 'beside-was-wrong' || key === 'decided-outside' || key === referredKey)) return uploader.because[key];
  if (key === decidedAnewKey) return [uploader.because[key], ...(isShownAgain ? [uploader.shownAgain] : [])].join(' ');
  const shown = by === 'uploader' && outcome === 'upheld' && isShownAgain ? [uploader.shownAgain] : [];
  if (isMeanwhile)
    return [
      uploader[isHeld ? 'held' : 'meanwhile'][outcome],
      ...shown,
      key === 'nothing-new' ? uploader.meanwhile[key] : (because[key] ?? ''),
    ].join(' ');
  return [...(by === 'uploader' ? [uploader[outcome], ...shown] : []), because[key] ?? ''].join(' ');
}

export const complaintGrounds: readonly ComplaintGround[] = grounds.map((ground) => ({
  ...ground,
  answer: complaintAnswer({ decision: decisionWords }, ground),
}));

/** The label of this ground. `isEnded`: whoever complained had ended her case before it was judged. */
export function complaintGroundLabel({ label, labelOnceEnded }: ComplaintGround, isEnded: boolean): string {
  return isEnded ? (labelOnceEnded ?? label) : label;
}

/** What whoever judges chooses from. `isBeside`: the complaint is about the words, a link or the account, and not about the picture. */
export function complaintGroundsFor(by: ComplaintBy, isBeside = false): readonly ComplaintGround[] {
  const about = isBeside ? 'beside' : undefined;
  return complaintGrounds.filter(({ by: whose, answers }) => whose === by && (answers === 'either' || answers === about));
}

/** The ground of this key, for this side and outcome. Throws RangeError when there is none: an answer always carries a reason. */
export function requireComplaintGround(by: ComplaintBy, outcome: ComplaintOutcome, key: string): ComplaintGround {
  const ground = complaintGrounds.find((known) => known.key === key && known.by === by && known.outcome === outcome);
  if (ground === undefined) throw new RangeError(`No ground "${key}" for a complaint by the ${by} that is ${outcome}`);
  return ground;
}

/**
 * What answers a complaint that is open while what it is about is set aside from outside. An uploader got what they asked for; whoever asked for more than was done
 * cannot get it here: what somebody outside set aside the service does not open again.
 */
export const decidedOutside: Readonly<Record<ComplaintBy, ComplaintGround>> = {
  uploader: requireComplaintGround('uploader', 'upheld', 'decided-outside'),
  requester: requireComplaintGround('requester', 'rejected', 'decided-outside'),
};

/**
 * What answers a complaint of the uploader that is open while whoever asked is found right that a restriction was too little: what it was about is decided anew and
 * stays until then, so nobody has anything to judge, and the uploader can complain about what is decided then.
 */
export const decidedAnew: ComplaintGround = requireComplaintGround('uploader', 'rejected', decidedAnewKey);

/** What answers a complaint that is open when what it is about is referred: nobody looks at that any more, and neither side is told why. */
export const referredSince: Readonly<Record<ComplaintBy, ComplaintGround>> = {
  uploader: requireComplaintGround('uploader', 'rejected', referredKey),
  requester: requireComplaintGround('requester', 'rejected', referredKey),
};

/** What a complaint was about that nobody judged: set aside from outside, decided anew, or referred. */
export type Unjudged = 'outside' | 'anew' | 'referred';

export const isUnjudged = (given: unknown): given is Unjudged => given === 'outside' || given === 'anew' || given === 'referred';

/** Why nobody judged a complaint with this ground; null where somebody did. */
export function unjudgedBecause(by: ComplaintBy, ground: string): Unjudged | null {
  if (ground === referredKey) return 'referred';
  if (ground === decidedOutside[by].key) return 'outside';
  return ground === decidedAnew.key ? 'anew' : null;
}

export interface OpenComplaint {
  readonly by: ComplaintBy;
  /** Whether there is somebody to ask who can still answer. */
  readonly hasOtherSide: boolean;
  readonly filedAt: Date;
  readonly answeredAt: Date | null;
}

/**
 * Since when a complaint may be decided. One by the uploader waits until the person who asked for the removal has answered, or seven days have passed. One by
 * the requester waits for nobody: whoever posted the picture was never told that somebody asked, and is told why, and can complain, should it be removed.
 */
export function decidableFrom({ by, hasOtherSide, filedAt, answeredAt }: OpenComplaint): Date {
  if (by === 'requester' || !hasOtherSide) return filedAt;
  return answeredAt ?? new Date(filedAt.getTime() + daysToAnswer * 24 * 60 * 60 * 1000);
}
