/** What follows here from a warning or a suspension for misuse, for how long, and what does the account read? Likeness counts and tells; a person there decides. */
import type { AccountStatement, Decision } from './likeness.ts';

/** A warning or a suspension of an account of ours. */
export interface Measure {
  readonly id: string;
  /** Our own word for it. */
  readonly account: string;
  readonly isSuspension: boolean;
  /** When a suspension ends by itself; null: it is a warning, or nobody said. */
  readonly until: Date | null;
  /** To be passed on as it is. Null while only the end of a measure was heard, whose beginning comes late. */
  readonly statement: AccountStatement | null;
  /** Taken back before its time: it holds no more, and nothing is left to complain about. */
  readonly isTakenBack: boolean;
  readonly hasComplained: boolean;
  /** What its account is told of its end, or of its complaint. */
  readonly answer: string;
}

/** By id. */
export type Measures = Map<string, Measure>;

/** Whether a decision is about a measure: a warning, a suspension, its end, or a complaint about it. */
export const isAboutMeasure = ({ type, measureId }: Decision): boolean =>
  measureId !== '' && /^(account\.(warned|suspended|measure-ended)|complaint\.(received|decided))$/.test(type);

/** Notes what was decided. In any order: an end that comes before its beginning stays the end. */
export function hearOfMeasure(measures: Measures, decision: Decision, now: Date): void {
  const { type, measureId: id, account, until, accountStatement, answer } = decision;
  const known = measures.get(id) ?? { ...unheard, id, account };
  switch (type) {
    case 'account.warned':
    case 'account.suspended':
      measures.set(id, { ...known, account, until, statement: accountStatement, isSuspension: type === 'account.suspended' });
      return;
    case 'account.measure-ended':
      measures.set(id, { ...known, answer, isTakenBack: known.until === null || now < known.until });
      return;
    case 'complaint.received':
      measures.set(id, { ...known, hasComplained: true });
      return;
    case 'complaint.decided':
      measures.set(id, { ...known, hasComplained: true, answer });
      return;
  }
}

const unheard = { isSuspension: false, until: null, statement: null, isTakenBack: false, hasComplained: false, answer: '' } as const;

/** All that an account has to read, the newest last. */
export const measuresOf = (measures: Measures, account: string | null): readonly Measure[] =>
  [...measures.values()].filter((measure) => measure.account === account && measure.statement !== null);

/** Whether it holds now. A suspension ends at its time, whether or not we have heard so. */
export const holds = ({ isTakenBack, until }: Measure, now: Date): boolean => !isTakenBack && (until === null || now < until);

/**
 * The suspension by which an account may share nothing now. Only one for what it posted does that: reports and complaints of a suspended account are put aside by
 * Likeness itself, and are sent on as before.
 */
export const sharingStopped = (measures: Measures, account: string | null, now: Date): Measure | undefined =>
  measuresOf(measures, account).find(
    (measure) => measure.isSuspension && measure.statement?.kind === 'illegal-content' && holds(measure, now),
  );

/** Whether the account can still say that it was wrong: once, within six months, unless it was taken back. */
export const canComplain = ({ statement, isTakenBack, hasComplained }: Measure, now: Date): boolean =>
  statement !== null && !isTakenBack && !hasComplained && (statement.complaintUntil === null || now < statement.complaintUntil);
