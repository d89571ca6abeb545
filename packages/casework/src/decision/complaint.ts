/** Who may complain about a decision, why, what is it answered with, and what does each side read? Choices and templates: what one side writes the other never sees. */

export type ComplaintBy = 'uploader' | 'requester';
export type ComplaintOutcome = 'upheld' | 'rejected';

export interface ComplaintReason {
  readonly key: string;
  readonly by: ComplaintBy;
  /** As whoever complains chooses it. */
  readonly label: string;
}

export const complaintReasons: readonly ComplaintReason[] = [
  { key: 'depicted', by: 'uploader', label: 'I am the person in the picture' },
  { key: 'agreed', by: 'uploader', label: 'The person in the picture agreed that it is published' },
  { key: 'not-intimate', by: 'uploader', label: 'It does not show anybody in an intimate way' },
  { key: 'other-picture', by: 'uploader', label: 'It is not the picture that it was taken for' },
  { key: 'public-interest', by: 'uploader', label: 'It is news, art, science or satire' },
  { key: 'other', by: 'uploader', label: 'Something else' },
  { key: 'shown', by: 'requester', label: 'It does show me, or the person I act for' },
  { key: 'not-agreed', by: 'requester', label: 'Nobody agreed that it is shared' },
  { key: 'can-be-found', by: 'requester', label: 'The picture can be found, and I say how' },
  { key: 'other', by: 'requester', label: 'I have another reason' },
];

export function reasonsFor(by: ComplaintBy): readonly ComplaintReason[] {
  return complaintReasons.filter((reason) => reason.by === by);
}

/** What the person who asked for the removal says when a complaint against it is to be decided. */
export const sideAnswers = [
  { key: 'keep-down', label: 'Please keep it down. I did not agree that it is shown.' },
  { key: 'may-be-shown', label: 'It may be shown.' },
] as const;
export type SideAnswer = (typeof sideAnswers)[number]['key'];

/** So long the person who asked for the removal has to say something, before anybody decides. What was removed stays down meanwhile. */
export const daysToAnswer = 7;

/** On what the answer to a complaint rests. */
export interface ComplaintGround {
  readonly key: string;
  readonly by: ComplaintBy;
  readonly outcome: ComplaintOutcome;
  /** What the moderator chooses from. */
  readonly label: string;
  /** To whoever complained. */
  readonly answer: string;
}

const stays = 'Somebody else than who decided first has looked at it again. The decision stands.';
const back =
  'Somebody else than who decided first has looked at it again. You were right: the decision is taken back, and the service is told to show it again.';

export const complaintGrounds: readonly ComplaintGround[] = [
  {
    key: 'depicted',
    by: 'uploader',
    outcome: 'upheld',
    label: 'Whoever posted it is the person in it',
    answer: `${back} We take it that you are the person in it.`,
  },
  {
    key: 'agreed',
    by: 'uploader',
    outcome: 'upheld',
    label: 'Its publication was agreed to',
    answer: `${back} There is reason to believe that its publication was agreed to.`,
  },
  {
    key: 'not-intimate',
    by: 'uploader',
    outcome: 'upheld',
    label: 'It is not an intimate picture',
    answer: `${back} It does not show anybody in an intimate way.`,
  },
  {
    key: 'other-picture',
    by: 'uploader',
    outcome: 'upheld',
    label: 'It is another picture',
    answer: `${back} It is not the picture that it was taken for.`,
  },
  {
    key: 'public-interest',
    by: 'uploader',
    outcome: 'upheld',
    label: 'It is news, art, science or satire',
    answer: `${back} It serves a purpose that the law protects.`,
  },
  {
    key: 'nothing-new',
    by: 'uploader',
    outcome: 'rejected',
    label: 'What is said changes nothing',
    answer: `${stays} What you said does not change what was found.`,
  },
  {
    key: 'no-consent',
    by: 'uploader',
    outcome: 'rejected',
    label: 'There is no reason to believe in an agreement',
    answer: `${stays} There is no reason to believe that the person in it agreed to its publication.`,
  },
  {
    key: 'look-again',
    by: 'requester',
    outcome: 'upheld',
    label: 'The request was refused wrongly: it is opened again',
    answer: 'Another person at the service has looked at it again. You were right. Your request is open again.',
  },
  {
    key: 'refusal-stands',
    by: 'requester',
    outcome: 'rejected',
    label: 'The refusal was right',
    answer: 'Another person at the service has looked at it again. They came to the same answer: the picture stays up.',
  },
];

export function complaintGroundsFor(by: ComplaintBy): readonly ComplaintGround[] {
  return complaintGrounds.filter((ground) => ground.by === by);
}

/** The ground of this key, for this side and outcome. Throws RangeError when there is none: an answer always carries a reason. */
export function requireComplaintGround(by: ComplaintBy, outcome: ComplaintOutcome, key: string): ComplaintGround {
  const ground = complaintGrounds.find((known) => known.key === key && known.by === by && known.outcome === outcome);
  if (ground === undefined) throw new RangeError(`No ground "${key}" for a complaint by the ${by} that is ${outcome}`);
  return ground;
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
