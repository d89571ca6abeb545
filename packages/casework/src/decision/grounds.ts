/** On which reasons may a decision rest? A request brings those of its law; a match without a request has these. */
import type { Decision, Filer, Ground, LegalBasis, RequestGround } from '../notice/basis.ts';
import { decisionWords } from '../words/en/decision.ts';
import { afterComplaint } from './reversal.ts';
import { matchRestrictGrounds, restrictGroundsOf, type Visibility, visibilityOf } from './visibility.ts';

const preserveIt =
  'Take it out of view at once and keep what you have of it under lock: show it to nobody, delete nothing, and do not tell the uploader.';
const { toPerson, whatNext } = decisionWords.grounds.refer;

/** On which a referral rests, under every law and for every match. The person reads the same of both: how sure somebody was is for those who are told. */
export const referGrounds: readonly RequestGround[] = [
  {
    key: 'under-18',
    decision: 'refer',
    label: 'The person in it was under 18 when it was made',
    toPlatform: `Refer: it shows somebody under 18. ${preserveIt}`,
    toPerson,
    whatNext,
  },
  {
    key: 'perhaps-under-18',
    decision: 'refer',
    label: 'The person in it was perhaps under 18',
    toPlatform: `Refer: it perhaps shows somebody under 18. ${preserveIt}`,
    toPerson,
    whatNext,
  },
];

/**
 * Stands where a removal under one law answers a request under another that still lacks something: it is gone, and nothing says that this request was valid.
 * Nobody chooses it from a list.
 */
export const underAnotherLaw: RequestGround = {
  key: 'under-another-law',
  decision: 'remove',
  label: 'It was removed under another law; this request still lacked something',
  toPlatform: 'Remove: it was removed under another law. This request still lacked something, and was not found valid.',
  ...decisionWords.grounds.underAnotherLaw,
};

/** Whether it says that a request has all that its law asks for. That an order is carried out says nothing of the kind. */
export function callsValid(basis: LegalBasis, ground: Pick<RequestGround, 'restsOnTests'>): boolean {
  return ground.restsOnTests === true && basis.offered !== 'by-order';
}

const notAgreed: Ground = {
  key: 'not-agreed',
  decision: 'remove',
  label: 'It shows a person in an intimate way who did not agree to that',
  toPlatform:
    'Remove: it shows a person in an intimate way, and there is reason to believe that this person did not agree to its publication.',
};

/** Of a match that nobody asked about. */
export const matchGrounds: readonly Ground[] = [
  {
    key: 'same-picture',
    decision: 'remove',
    label: 'It is the listed picture, or an edited copy of it',
    toPlatform: 'Remove: the same picture as one that is to stay down.',
  },
  { key: 'own-rules', decision: 'remove', label: 'It breaks our own rules', toPlatform: "Remove: it breaks the service's own rules." },
  { key: 'different-picture', decision: 'keep', label: 'It is another picture', toPlatform: 'Keep: not the listed picture.' },
  {
    key: 'consented-publication',
    decision: 'keep',
    label: 'Its publication was agreed to',
    toPlatform: 'Keep: there is reason to believe that the publication was consented to.',
  },
  ...matchRestrictGrounds,
  ...referGrounds,
];

/**
 * Of a match with what a decision left up for fewer people, and with nothing else: that it is that picture is no reason to remove it, for that one stays.
 * What it shows is.
 */
export const limitedMatchGrounds: readonly Ground[] = matchGrounds.map((ground) => (ground.key === 'same-picture' ? notAgreed : ground));

/** Stands where the name of whoever decided does. */
export const theRule = 'the rule for identical copies';

/** Of the rule for identical copies, which an operator may switch on: no person chooses it. */
export const byRule: Ground = {
  key: 'identical-copy',
  decision: 'remove',
  label: 'Identical to what people here saw and removed: taken down by the rule, nobody looked',
  toPlatform:
    'Remove: the file is identical to one that people of the service saw and removed. The rule decided that its operator switched on; nobody looked.',
};

/** The same of a match with what only its requester has seen: that it is that picture says nothing of what it shows. */
export const unseenMatchGrounds: readonly Ground[] = matchGrounds.map((ground) =>
  ground.key === 'same-picture'
    ? { ...ground, label: 'It shows a person in an intimate way, and it is the picture that was threatened with' }
    : ground,
);

/** Those of every match, whichever are offered for it. */
export const everyMatchGround: readonly Ground[] = [...matchGrounds, notAgreed, byRule];

/** The grounds that fit a request: one about an agent only where an agent asks. Null: who asked is not known any more, so all do. */
export function groundsFor(basis: LegalBasis, onBehalfOf: Filer | null): readonly RequestGround[] {
  return groundsOf(basis).filter(({ onlyFor }) => onlyFor === undefined || onBehalfOf === null || onlyFor === onBehalfOf);
}

/** Without the restrictions that the service cannot carry out. */
export function offeredGrounds<G extends Ground>(grounds: readonly G[], restricts: readonly Visibility[]): readonly G[] {
  return grounds.filter(({ key }) => {
    const visibility = visibilityOf(key);
    return visibility === null || restricts.includes(visibility);
  });
}

/** Those of the law, its restrictions, and those of a referral, which no law has to list. */
export function groundsOf(basis: LegalBasis): readonly RequestGround[] {
  return [...basis.grounds, ...restrictGroundsOf(basis), ...referGrounds];
}

/**
 * The ground on which a decision answers a request under another law about the same content too; null where it says nothing about it. A removal
 * or a referral answers all of them. A restriction answers those under which it may rest on the very same reason. A refusal does where it rests on a fact that is the same under both laws, and not where it rests on one law's own test.
 */
export function carriedGround(from: LegalBasis, to: LegalBasis, decision: Decision, key: string): RequestGround | null {
  const fitting = groundsOf(to).filter((ground) => ground.decision === decision);
  if (decision === 'restrict') return fitting.find((ground) => ground.key === key) ?? null;
  if (decision !== 'keep') return fitting.find((ground) => ground.key === key) ?? fitting[0] ?? null;
  const made = from.grounds.find((ground) => ground.key === key);
  if (made === undefined || made.isOfThisLaw === true) return null;
  return fitting.find((ground) => ground.key === key && ground.isOfThisLaw !== true) ?? null;
}

/** The ground of this key for this decision. Throws RangeError when the law, or our own list, does not know it: a decision always carries a reason. */
export function requireGround(basis: LegalBasis, decision: Decision, key: string): RequestGround {
  return required(groundsOf(basis), decision, key);
}

/** The same for a match that no request asked about; also what stands where a complaint about its hold was right. */
export function requireMatchGround(decision: Decision, key: string): Ground {
  return required([...everyMatchGround, afterComplaint], decision, key);
}

function required<G extends Ground>(grounds: readonly G[], decision: Decision, key: string): G {
  const ground = grounds.find((known) => known.key === key && known.decision === decision);
  if (ground === undefined) throw new RangeError(`No ground "${key}" for the decision to ${decision}`);
  return ground;
}
