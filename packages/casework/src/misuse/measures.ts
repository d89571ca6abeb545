/**
 * May somebody be warned or suspended who frequently posts manifestly illegal content, or frequently files what is manifestly unfounded, and what are they told?
 * Regulation (EU) 2022/2065, Article 23. A person decides each time; this says from when on she may, what she weighs, and the words.
 */
import { complaintUntil } from '../decision/statement.ts';
import type { BasisId } from '../notice/bases.ts';
import type { Filer } from '../notice/basis.ts';

/** The three that Article 24(1)(b) has counted apart. */
export const misuseKinds = ['illegal-content', 'unfounded-notices', 'unfounded-complaints'] as const;
export type MisuseKind = (typeof misuseKinds)[number];

export function isMisuseKind(text: string): text is MisuseKind {
  return misuseKinds.some((kind) => kind === text);
}

export type Measure = 'warning' | 'suspension';

/** What the operator calls frequent: at least so many within so many days. It belongs in the terms of the service (Article 23(4)). */
export interface MisusePolicy {
  readonly days: number;
  readonly least: number;
}

/** Suspensions that may be chosen. None is longer than all pauses of a notice together may be (720 hours), so none stops a notice for longer than the law's own rule allows. */
export const suspensionDays = [7, 14, 30] as const;

/** Only under this law may the processing of a notice be suspended. Every other clock runs on, whoever filed. */
export const suspendableBasis: BasisId = 'digital-services-act';

/** Whose notices are counted at all: never the person in the picture, somebody acting for her, or an authority. */
const countedFilers: ReadonlySet<Filer> = new Set<Filer>(['user', 'trusted-flagger', 'hub']);

export function isCountedFiler(filer: Filer): boolean {
  return countedFilers.has(filer);
}

/** Refusals that say something of the claim, and not only of what was missing to judge it. */
export const unfoundedGrounds: readonly string[] = ['not-depicted', 'not-intimate', 'consented-publication'];

/** What can be weighed (Article 23(3)), computed from what happened within the days of the policy. */
export interface MisuseFacts {
  /** (a) How many uploads were removed as illegal, notices refused as unfounded, or complaints rejected. */
  readonly count: number;
  /** (b) Of how many in all. */
  readonly total: number;
  /** (c) Gravity: of which kind, by the ground of each decision, most first. */
  readonly byGround: readonly { readonly ground: string; readonly count: number }[];
  /** (d) Signs of intention: how many came after the last warning, and how many were copies of what had been removed already. */
  readonly sinceWarning: number;
  readonly copies: number;
}

/** What stands against this account in this matter, and is not taken back. */
export interface MeasuresBefore {
  /** Of the last warning whose days are not over. */
  readonly warnedAt: Date | null;
  /** Of a suspension that is in force. */
  readonly suspendedUntil: Date | null;
}

/** `rare`: fewer than the operator calls frequent. `not-since`: nothing happened after the warning. `warned`: one warning stands already. */
export type MeasureRefused = 'rare' | 'suspended' | 'warned' | 'no-warning' | 'not-since';

/** Why this measure may not be taken now; null where it may. A suspension comes only after a warning, and only for what came after it. */
export function measureRefused(measure: Measure, facts: MisuseFacts, before: MeasuresBefore, policy: MisusePolicy): MeasureRefused | null {
  if (before.suspendedUntil !== null) return 'suspended';
  if (facts.count < policy.least) return 'rare';
  if (measure === 'warning') return before.warnedAt === null ? null : 'warned';
  if (before.warnedAt === null) return 'no-warning';
  return facts.sinceWarning === 0 ? 'not-since' : null;
}

export interface MeasureReason {
  readonly key: string;
  readonly kind: MisuseKind;
  /** What whoever decides chooses from. */
  readonly label: string;
  /** To whoever it concerns. */
  readonly text: string;
}

/** On what a measure rests: what makes it manifest, evident to a layperson without examining anything (recital 63). */
export const measureReasons: readonly MeasureReason[] = [
  {
    key: 'without-consent',
    kind: 'illegal-content',
    label: 'Plainly intimate pictures of people who did not agree',
    text: 'Several times you posted pictures that plainly show people in an intimate way, without their consent.',
  },
  {
    key: 'same-again',
    kind: 'illegal-content',
    label: 'The same pictures again, after they were removed',
    text: 'Several times you posted pictures again that the service had removed, and told you why.',
  },
  {
    key: 'plainly-not',
    kind: 'unfounded-notices',
    label: 'The pictures plainly do not show what was said',
    text: 'Several times you reported pictures that plainly do not show what you said they show.',
  },
  {
    key: 'plainly-agreed',
    kind: 'unfounded-notices',
    label: 'The pictures were plainly published with consent',
    text: 'Several times you reported pictures whose publication was plainly agreed to.',
  },
  {
    key: 'same-complaint',
    kind: 'unfounded-complaints',
    label: 'The same complaint again, with nothing new',
    text: 'Several times you complained about removals that were plainly right, with nothing new to say.',
  },
];

export function measureReasonsFor(kind: MisuseKind): readonly MeasureReason[] {
  return measureReasons.filter((reason) => reason.kind === kind);
}

/** The reason of this key. Throws RangeError when there is none for this kind: a measure always carries a reason. */
export function requireMeasureReason(kind: MisuseKind, key: string): MeasureReason {
  const reason = measureReasons.find((known) => known.kind === kind && known.key === key);
  if (reason === undefined) throw new RangeError(`No reason "${key}" for ${kind}`);
  return reason;
}

/** What could be found of the intention (Article 23(3)(d)): what whoever decides chooses from. */
export const intentions = [
  { key: 'not-known', label: 'It could not be found out' },
  { key: 'careless', label: 'Careless: nothing says that harm was meant' },
  { key: 'on-purpose', label: 'On purpose: it went on after a warning, or they said so' },
] as const;
export type Intention = (typeof intentions)[number]['key'];

export function isIntention(text: string): text is Intention {
  return intentions.some(({ key }) => key === text);
}

/** What the account is told (Article 17 for a suspension; the same shape for a warning). Templates and numbers alone. */
export interface AccountStatement {
  readonly version: 1;
  readonly measure: Measure;
  readonly kind: MisuseKind;
  /** Of a suspension: when it ends by itself. */
  readonly until: string | null;
  readonly facts: { readonly count: number; readonly total: number; readonly days: number; readonly text: string };
  readonly automation: { readonly detection: false; readonly decision: false; readonly text: string };
  readonly ground: { readonly kind: 'terms'; readonly reference: string; readonly text: string };
  readonly redress: {
    readonly complaintUntil: string;
    readonly complaint: string;
    readonly outOfCourt: string;
    readonly court: string;
  };
}

export interface StatedMeasure {
  readonly measure: Measure;
  readonly kind: MisuseKind;
  readonly reason: string;
  readonly facts: Pick<MisuseFacts, 'count' | 'total'>;
  readonly days: number;
  readonly decidedAt: Date;
  readonly until: Date | null;
}

const counted: Readonly<Record<MisuseKind, (facts: StatedMeasure) => string>> = {
  'illegal-content': ({ facts, days }) =>
    `Within ${days} days ${facts.count} of ${facts.total} uploads of this account were removed because they were illegal.`,
  'unfounded-notices': ({ facts, days }) =>
    `Within ${days} days ${facts.count} of ${facts.total} reports of this account were found wrong.`,
  'unfounded-complaints': ({ facts, days }) =>
    `Within ${days} days ${facts.count} of ${facts.total} complaints of this account were rejected.`,
};

const effects: Readonly<Record<MisuseKind, Readonly<Record<Measure, string>>>> = {
  'illegal-content': {
    warning: 'This is a warning. If it happens again, the service can suspend the account for a time.',
    suspension: 'The service suspends this account until the time named here. Then it can be used again.',
  },
  'unfounded-notices': {
    warning: 'This is a warning. If it happens again, reports of this account can be put aside for a time.',
    suspension:
      'Reports of this account under the Digital Services Act are kept, and put aside until the time named here. A report about a picture of yourself is always looked at.',
  },
  'unfounded-complaints': {
    warning: 'This is a warning. If it happens again, complaints of this account can be put aside for a time.',
    suspension: 'Complaints of this account are kept, and put aside until the time named here.',
  },
};

export function accountStatement(stated: StatedMeasure): AccountStatement {
  const { measure, kind, facts, days, decidedAt, until } = stated;
  return {
    version: 1,
    measure,
    kind,
    until: until?.toISOString() ?? null,
    facts: { count: facts.count, total: facts.total, days, text: counted[kind](stated) },
    automation: {
      detection: false,
      decision: false,
      text: 'A computer counted. A person at the service looked at it and decided.',
    },
    ground: {
      kind: 'terms',
      reference: 'The rules of the service about misuse; Regulation (EU) 2022/2065, Article 23',
      text: `${requireMeasureReason(kind, stated.reason).text} ${effects[kind][measure]}`,
    },
    redress: {
      complaintUntil: complaintUntil(decidedAt).toISOString(),
      complaint: 'You can complain to the service. It is free. Somebody else than who decided looks at your complaint.',
      outOfCourt:
        'You can turn to an out-of-court body that a Digital Services Coordinator has certified. It is free, or costs little: https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement',
      court: 'You can go to a court, at any time.',
    },
  };
}

/** What the account hears when a measure is over before its time, or a complaint about it is answered. */
export const measureAnswers = {
  ended: 'The time of the suspension is over.',
  lifted: 'The service took this measure back.',
  upheld: 'Somebody else than who decided first has looked at it again. You were right: the measure is taken back.',
  rejected: 'Somebody else than who decided first has looked at it again. The measure stands.',
} as const;
