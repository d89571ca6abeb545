/** May this be kept from being seen before a person has decided? Only what an operator switched on, only for what is exactly located in a complete request that nothing speaks against, and only so much from one source. */

export interface InterimRule {
  /** Hours after the receipt. */
  readonly afterHours: number;
  /** Uploads that one source may have restricted at a time: nobody takes a service down by filing. */
  readonly perSource: number;
}

/** The rule as it was stored or sent; null for none, and for one that cannot be read. */
export function interimRuleFrom(stored: unknown): InterimRule | null {
  if (typeof stored !== 'object' || stored === null || !('afterHours' in stored) || !('perSource' in stored)) return null;
  const { afterHours, perSource } = stored;
  return isHours(afterHours) && isCount(perSource) ? { afterHours, perSource } : null;
}

/** A year: later than that, nothing waits for a decision. */
export const interimHoursAtMost = 8760;
const isHours = (given: unknown): given is number => typeof given === 'number' && given >= 0 && given <= interimHoursAtMost;
const isCount = (given: unknown): given is number => typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 10_000;

export interface InterimCase {
  readonly receivedAt: Date;
  readonly isComplete: boolean;
  readonly isDecided: boolean;
  /** Something speaks against acting without a look: it may show somebody under 18, it lies on a pile, or it is waiting to be withdrawn. */
  readonly isFlagged: boolean;
  /** Uploads that the request names by their id or address. */
  readonly located: readonly string[];
  /** Uploads restricted for the same source now. */
  readonly restrictedForSource: number;
}

/** The uploads that are restricted now; none while there is any doubt, and never a part of them, for a part that stays says that the rest was looked at. */
export function interimRestriction(rule: InterimRule | null, request: InterimCase, now: Date): readonly string[] {
  if (rule === null || !request.isComplete || request.isDecided || request.isFlagged) return [];
  if (now.getTime() < request.receivedAt.getTime() + rule.afterHours * 3_600_000) return [];
  return request.restrictedForSource + request.located.length <= rule.perSource ? request.located : [];
}
