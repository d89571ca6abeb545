/** What does a service tell the public about a period? Volumes, outcomes, times and copies, counted from what happened; small numbers kept back. */
import { type CaseEvent, inOrder, stateOf } from '../case/events.ts';
import type { AlsoKind } from '../decision/also.ts';
import type { ComplaintOutcome } from '../decision/complaint.ts';
import { everyMatchGround, groundsOf, underAnotherLaw } from '../decision/grounds.ts';
import { outsideGrounds } from '../decision/set-aside.ts';
import { type MisuseKind, misuseKinds } from '../misuse/measures.ts';
import { type BasisId, basisOf, isBasisId } from '../notice/bases.ts';
import type { ReportPeriod } from './period.ts';
import { type Counted, smallest, type ToldCount, tell } from './small-numbers.ts';

/** A request with all that happened to it, also outside the period. */
export interface RequestFacts {
  readonly basis: BasisId;
  /** A trusted flagger filed it (DSA Article 22). */
  readonly isTrusted: boolean;
  /** As its clock says now, pauses and extensions included. */
  readonly dueAt: Date;
  readonly events: readonly CaseEvent[];
  /** Undecided: since when all that it names is gone. Of a decided one its decision says so. */
  readonly goneAt?: Date | null;
}

/** A decision that was no slip of the hand and no answer to a complaint; `basis` null: about a match that no request asked about. */
export interface DecisionFacts {
  readonly basis: BasisId | null;
  readonly outcome: string;
  readonly ground: string;
  readonly at: Date;
}

/** A removal that the service confirmed. A copy is what was found by its fingerprint, and that no request asked about. */
export interface RemovalFacts {
  readonly isCopy: boolean;
  readonly at: Date;
}

/**
 * How an upload came to be restricted. `decided`: it stays up for fewer people. Hidden until somebody decides: `by-moderator`, where a person at the service chose
 * it; `by-rule`, at the hour that the operator set.
 */
export const restrictionWays = ['decided', 'by-moderator', 'by-rule'] as const;
export type RestrictionWay = (typeof restrictionWays)[number];

/** An upload that was restricted, as the service confirmed. */
export interface RestrictionFacts {
  readonly way: RestrictionWay;
  readonly at: Date;
}

/** Something beside a picture that was removed, hidden or suspended, as the service confirmed. */
export interface BesideFacts {
  readonly kind: AlsoKind;
  readonly at: Date;
}

/** Who complained, and about what: that something was removed, or hidden or limited; that a request was refused, or was answered with no more than a limit. */
export type ComplaintSort = 'uploader-removal' | 'uploader-restriction' | 'requester-refusal' | 'requester-restriction';

/** A complaint that was answered. */
export interface ComplaintFacts {
  readonly sort: ComplaintSort;
  readonly outcome: ComplaintOutcome;
  readonly at: Date;
}

export type MatchVerdict = 'hold' | 'review' | 'allow';

/** Uploads that met a listed picture, and what the policy of its bank made of that. */
export interface MatchFacts {
  readonly verdict: MatchVerdict;
  readonly uploads: number;
}

/** A suspension of an account (DSA Article 23), by its start. */
export interface SuspensionFacts {
  readonly kind: MisuseKind;
  readonly at: Date;
}

/** What a report is counted from. Requests and decisions may lie outside the period; `matches` are of the period. */
export interface ReportRows {
  readonly requests: readonly RequestFacts[];
  readonly decisions: readonly DecisionFacts[];
  readonly removals: readonly RemovalFacts[];
  readonly restrictions: readonly RestrictionFacts[];
  readonly beside: readonly BesideFacts[];
  readonly matches: readonly MatchFacts[];
  readonly complaints: readonly ComplaintFacts[];
  readonly suspensions: readonly SuspensionFacts[];
}

export type CountKey =
  | 'received'
  | 'withdrawn'
  | 'decisions'
  | 'due'
  | 'removals'
  | 'restrictions'
  | 'beside'
  | 'matches'
  | 'complaints'
  | 'outside'
  | 'suspensions';
export type TimeKey = 'time-to-decision' | 'time-to-removal';

/** Hours from the receipt. Null: of too few requests to be told (fewer than 5; for the p95 fewer than 20, where it would be one request's own time). */
export interface ToldTime {
  /** A legal basis, or `all`. */
  readonly key: string;
  readonly label: string;
  readonly medianHours: number | null;
  readonly p95Hours: number | null;
}

/** One part of a count as a share of it (0 to 1); null where one of the two is kept back. */
export interface ToldShare {
  readonly key: string;
  readonly label: string;
  readonly share: number | null;
}

export interface TransparencyReport {
  readonly period: ReportPeriod;
  /** Whether the period was over when it was counted. */
  readonly isWhole: boolean;
  readonly counts: Readonly<Record<CountKey, ToldCount>>;
  readonly times: Readonly<Record<TimeKey, readonly ToldTime[]>>;
  /** By law: of the requests whose due time lay in the period, those that were settled by then, or of which all was gone by then. */
  readonly withinClock: readonly ToldShare[];
  /** By who complained about what: of the complaints that were answered, those that were right, so that the decision was taken back. */
  readonly overturned: readonly ToldShare[];
  /** By law: of the decisions about requests, those that found the claim wrong: another person, nothing intimate, or an agreement to the publication. */
  readonly falseClaims: readonly ToldShare[];
}

const hourMs = 3_600_000;
/** With fewer, the nearest rank of the 95th percentile is the largest value. */
const fewestForP95 = 20;
const ofMatches = 'match';

/** Counts a period. Every number is of what happened in it: received, decided, removed, withdrawn, matched then; on time are those that were due in it, up to `now`. */
export function transparencyReport(rows: ReportRows, period: ReportPeriod, now: Date): TransparencyReport {
  const isIn = (at: Date | null): at is Date => at !== null && at >= period.from && at < period.to;
  const requests = rows.requests.map(requestTimes);
  const received = requests.filter(({ receivedAt }) => isIn(receivedAt));
  const withdrawn = requests.filter(({ withdrawnAt }) => isIn(withdrawnAt));
  const due = requests.filter((request) => isIn(request.dueAt) && request.dueAt <= now && !request.endedBefore);
  const dueByBasis = byKey(due, basisKey);
  const counts: Record<CountKey, Counted> = {
    received: branch('received', 'Requests received', byKey(received, basisKey).map(receivedOf)),
    withdrawn: branch('withdrawn', 'Requests withdrawn', byBasis(withdrawn)),
    decisions: decisionsOf(rows.decisions.filter(({ at, ground }) => isIn(at) && !isFromOutside(ground))),
    due: branch(
      'due',
      'Requests that were due',
      dueByBasis.map(([key, some]) =>
        branch(key, basisLabel(key), [
          leaf('in-time', 'Settled in time', some.filter(({ inTime }) => inTime).length),
          leaf('late', 'Settled late, or open still', some.filter(({ inTime }) => !inTime).length),
        ]),
      ),
    ),
    removals: removalsOf(rows.removals.filter(({ at }) => isIn(at))),
    restrictions: branch(
      'restrictions',
      'Uploads restricted, as the service confirmed',
      restrictionWays.map((way) =>
        leaf(way, restrictionLabels[way], rows.restrictions.filter((one) => one.way === way && isIn(one.at)).length),
      ),
    ),
    beside: branch(
      'beside',
      'Acted on beside a picture, as the service confirmed',
      besideLabels.map(([kind, label]) => leaf(kind, label, rows.beside.filter((one) => one.kind === kind && isIn(one.at)).length)),
    ),
    matches: branch(
      'matches',
      'Uploads that met a listed picture',
      verdicts.map(([verdict, label]) =>
        leaf(
          verdict,
          label,
          rows.matches.reduce((sum, found) => (found.verdict === verdict ? sum + found.uploads : sum), 0),
        ),
      ),
    ),
    complaints: branch(
      'complaints',
      'Complaints that were answered',
      complaintSorts.map(([sort, label]) => {
        const some = rows.complaints.filter((complaint) => complaint.sort === sort && isIn(complaint.at));
        return branch(sort, label, [
          leaf('upheld', 'Right: the decision was taken back', some.filter(({ outcome }) => outcome === 'upheld').length),
          leaf('rejected', 'The decision stands', some.filter(({ outcome }) => outcome === 'rejected').length),
        ]);
      }),
    ),
    // DSA Article 24(1)(a) asks for the disputes before out-of-court bodies: known here are those that the service followed.
    outside: branch(
      'outside',
      'Removals set aside from outside the service',
      outsideGrounds.map(({ key, label }) =>
        leaf(key, label, rows.decisions.filter(({ ground, at }) => ground === key && isIn(at)).length),
      ),
    ),
    // DSA Article 24(1)(b) asks for these three apart.
    suspensions: branch(
      'suspensions',
      'Accounts suspended for misuse',
      misuseKinds.map((kind) =>
        leaf(kind, suspensionLabels[kind], rows.suspensions.filter((one) => one.kind === kind && isIn(one.at)).length),
      ),
    ),
  };
  const told = tellAll(counts);
  return {
    period,
    isWhole: period.to <= now,
    counts: told,
    times: {
      'time-to-decision': timesOf(requests, ({ decidedAt }) => (isIn(decidedAt) ? decidedAt : null)),
      'time-to-removal': timesOf(requests, ({ removedAt }) => (isIn(removedAt) ? removedAt : null)),
    },
    withinClock: (told.due.parts ?? []).map((part) => shareOf(part, 'in-time')),
    overturned: (told.complaints.parts ?? []).map((part) => shareOf(part, 'upheld')),
    falseClaims: (told.decisions.parts ?? []).filter(({ key }) => isBasisId(key)).map(falseShareOf),
  };
}

const isFromOutside = (ground: string): boolean => outsideGrounds.some(({ key }) => key === ground);

const suspensionLabels: Readonly<Record<MisuseKind, string>> = {
  'illegal-content': 'For posting manifestly illegal content',
  'unfounded-notices': 'For manifestly unfounded notices',
  'unfounded-complaints': 'For manifestly unfounded complaints',
};

const complaintSorts: readonly (readonly [ComplaintSort, string])[] = [
  ['uploader-removal', 'By whoever posted what was removed'],
  ['uploader-restriction', 'By whoever posted what was hidden or limited'],
  ['requester-refusal', 'By whoever asked for a removal that was refused'],
  ['requester-restriction', 'By whoever asked for a removal, and was answered with a limit'],
];

const restrictionLabels: Readonly<Record<RestrictionWay, string>> = {
  decided: 'Left up for fewer people, by a decision',
  'by-moderator': 'Hidden until somebody decides, by a moderator',
  'by-rule': 'Hidden until somebody decides, by the rule at its hour',
};

const besideLabels: readonly (readonly [AlsoKind, string])[] = [
  ['text', 'Titles and words removed or hidden'],
  ['link', 'Links removed or hidden'],
  ['account', 'Accounts suspended until the service has looked'],
];

const verdicts: readonly (readonly [MatchVerdict, string])[] = [
  ['hold', 'Held until a person decides'],
  ['review', 'Shown to a person to review'],
  ['allow', 'Only noted'],
];

/** When the things happened to a request that a report speaks of. */
interface RequestTimes {
  readonly basis: BasisId;
  readonly isTrusted: boolean;
  readonly receivedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly removedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly dueAt: Date;
  readonly inTime: boolean;
  /** It was withdrawn, undecided, before it was due: nothing was left to do in time. */
  readonly endedBefore: boolean;
}

function requestTimes({ basis, isTrusted, dueAt, events, goneAt: goneUndecided = null }: RequestFacts): RequestTimes {
  const { receivedAt, removedAt, withdrawnAt, settledAt, decision } = stateOf(events);
  const goneAt = decision?.goneAt ?? goneUndecided;
  const ordered = inOrder(events);
  // A slip that was taken back was no answer.
  const lastSlip = ordered.findLastIndex((event) => event.kind === 'reversed' && event.because === 'undone');
  const decidedAt = ordered.slice(lastSlip + 1).find(({ kind }) => kind === 'decided')?.at ?? null;
  return {
    basis,
    isTrusted,
    receivedAt,
    decidedAt,
    removedAt,
    withdrawnAt,
    dueAt,
    inTime: (settledAt !== null && settledAt <= dueAt) || (goneAt !== null && goneAt <= dueAt),
    endedBefore: withdrawnAt !== null && withdrawnAt <= dueAt && (decidedAt === null || decidedAt > withdrawnAt),
  };
}

const leaf = (key: string, label: string, count: number): Counted => ({ key, label, count, parts: [] });

function branch(key: string, label: string, parts: readonly Counted[]): Counted {
  return { key, label, count: parts.reduce((sum, part) => sum + part.count, 0), parts };
}

/** Groups in the order of their keys, so that the same numbers make the same report. */
function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  return [...Map.groupBy(rows, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const basisKey = ({ basis }: { readonly basis: BasisId | null }): string => basis ?? ofMatches;

function basisLabel(key: string): string {
  if (!isBasisId(key)) return 'No request: a match with a listed picture';
  const { name } = basisOf(key);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function byBasis(requests: readonly RequestTimes[]): Counted[] {
  return byKey(requests, basisKey).map(([key, some]) => leaf(key, basisLabel(key), some.length));
}

/** DSA Article 15(1)(b) asks for those of trusted flaggers apart: parts of one number, so that no second one gives it away. */
function receivedOf([key, some]: [string, RequestTimes[]]): Counted {
  const trusted = some.filter(({ isTrusted }) => isTrusted).length;
  if (trusted === 0) return leaf(key, basisLabel(key), some.length);
  return branch(key, basisLabel(key), [
    leaf('trusted-flagger', 'By trusted flaggers', trusted),
    leaf('others', 'By anybody else', some.length - trusted),
  ]);
}

function decisionsOf(decisions: readonly DecisionFacts[]): Counted {
  const ofBasis = ([basis, some]: [string, DecisionFacts[]]): Counted =>
    branch(
      basis,
      basisLabel(basis),
      byKey(some, ({ outcome }) => outcome).map(([outcome, same]) =>
        branch(
          outcome,
          outcomeLabels[outcome] ?? outcome,
          byKey(same, ({ ground }) => ground).map(([ground, those]) => leaf(ground, groundLabel(basis, ground), those.length)),
        ),
      ),
    );
  return branch('decisions', 'Decisions', byKey(decisions, basisKey).map(ofBasis));
}

const outcomeLabels: Readonly<Record<string, string>> = { remove: 'Remove', restrict: 'Restrict', keep: 'Keep', refer: 'Refer' };

function groundLabel(basis: string, key: string): string {
  const grounds = isBasisId(basis) ? [...groundsOf(basisOf(basis)), underAnotherLaw] : everyMatchGround;
  return grounds.find((ground) => ground.key === key)?.label ?? key;
}

function removalsOf(removals: readonly RemovalFacts[]): Counted {
  const copies = removals.filter(({ isCopy }) => isCopy).length;
  return branch('removals', 'Uploads removed, as the service confirmed', [
    leaf('asked-for', 'A request asked for them', removals.length - copies),
    leaf('copies', 'Copies that were found by their fingerprints', copies),
  ]);
}

function tellAll(counts: Readonly<Record<CountKey, Counted>>): Record<CountKey, ToldCount> {
  return {
    received: tell(counts.received),
    withdrawn: tell(counts.withdrawn),
    decisions: tell(counts.decisions),
    due: tell(counts.due),
    removals: tell(counts.removals),
    restrictions: tell(counts.restrictions),
    beside: tell(counts.beside),
    matches: tell(counts.matches),
    complaints: tell(counts.complaints),
    outside: tell(counts.outside),
    suspensions: tell(counts.suspensions),
  };
}

/** A time of each basis, and of all together where there are several. */
function timesOf(requests: readonly RequestTimes[], endOf: (request: RequestTimes) => Date | null): ToldTime[] {
  const taken = requests.flatMap((request) => {
    const end = endOf(request);
    return end === null || request.receivedAt === null
      ? []
      : [{ basis: request.basis, hours: (end.getTime() - request.receivedAt.getTime()) / hourMs }];
  });
  const groups = byKey(taken, basisKey);
  const all: typeof groups = groups.length > 1 ? [['all', taken]] : [];
  return [...all, ...groups].map(([key, some]) => {
    const hours = some.map((one) => one.hours).toSorted((a, b) => a - b);
    return {
      key,
      label: key === 'all' ? 'All requests' : basisLabel(key),
      medianHours: hours.length < smallest ? null : tenths(median(hours)),
      p95Hours: hours.length < fewestForP95 ? null : tenths(hours[Math.ceil(hours.length * 0.95) - 1] ?? 0),
    };
  });
}

function median(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? 0)) / 2;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function shareOf({ key, label, count, parts }: ToldCount, partKey: string): ToldShare {
  const part = parts?.find((one) => one.key === partKey)?.count;
  const isTold = typeof count === 'number' && count > 0 && typeof part === 'number';
  return { key, label, share: isTold ? part / count : null };
}

/** Refusals that say something of the claim, and not only of what was missing to judge it. */
const foundWrong: ReadonlySet<string> = new Set(['not-depicted', 'not-intimate', 'consented-publication', 'not-the-work']);

/** Only from numbers that are told: otherwise it would give back what is kept back. */
function falseShareOf({ key, label, count, parts }: ToldCount): ToldShare {
  const refused = parts?.find((part) => part.key === 'keep');
  const grounds = refused === undefined && parts !== null ? [] : (refused?.parts ?? null);
  const wrong = grounds?.filter((ground) => foundWrong.has(ground.key)).map((ground) => ground.count) ?? null;
  const numbers = wrong?.filter((one) => typeof one === 'number') ?? [];
  const isTold = typeof count === 'number' && count > 0 && wrong !== null && numbers.length === wrong.length;
  return { key, label, share: isTold ? numbers.reduce((sum, one) => sum + one, 0) / count : null };
}
