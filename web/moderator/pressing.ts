/** How much does a due time press, which mark of its clock has passed, and which of two comes first? */
import { type ClockMark, clockMarkNames, clockMarks } from '@likeness/casework';

const sixHoursMs = 6 * 3_600_000;

/** How much a due time presses. `soon` is three quarters of it used, or under six hours left: about what is left of a working day. */
export function urgencyOf(remainingMs: number, shareUsed: number): 'overdue' | 'soon' | 'calm' {
  if (remainingMs <= 0) return 'overdue';
  return shareUsed >= clockMarks['three-quarters'] || remainingMs < sixHoursMs ? 'soon' : 'calm';
}

const markWords: Readonly<Record<ClockMark, string>> = {
  half: 'Half of the time used',
  'three-quarters': '75 % of the time used',
  'nine-tenths': '90 % of the time used',
  due: 'Overdue',
};

/** The last mark of its clock that a time has passed; null before the first. */
export function markPassed(shareUsed: number): { readonly words: string; readonly tone: 'calm' | 'care' } | null {
  const mark = clockMarkNames.findLast((name) => shareUsed >= clockMarks[name]);
  return mark === undefined ? null : { words: markWords[mark], tone: mark === 'half' ? 'calm' : 'care' };
}

/** Of a time that nothing stopped: which share of it is used. */
export function shareOf({ from, until, now }: { readonly from: Date; readonly until: Date; readonly now: Date }): number {
  const whole = until.getTime() - from.getTime();
  return whole <= 0 ? 1 : (now.getTime() - from.getTime()) / whole;
}

/**
 * Which of the heads of two lists is opened first: the one due sooner. What is gone is due for nobody, and waits behind all that is there (docs/decisions/0023, 0025).
 */
export function isDueBefore(one: DueInQueue, other: DueInQueue): boolean {
  return one.isGone === other.isGone ? one.dueAt < other.dueAt : other.isGone;
}

interface DueInQueue {
  readonly dueAt: Date;
  readonly isGone: boolean;
}
