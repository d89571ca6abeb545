/** Which decisions does the operator want a second person to agree to? A referral never waits for anybody. */
import { bases } from '../notice/bases.ts';
import type { Decision } from '../notice/basis.ts';
import { groundsOf, limitedMatchGrounds, matchGrounds } from './grounds.ts';

/** An outcome, `keep`, or one with a ground of any law, `remove:own-rules`; of restrictions, all or none. */
export type SecondLookRule = string;

const known: readonly SecondLookRule[] = [
  'remove',
  'restrict',
  'keep',
  ...new Set(
    [...Object.values(bases).flatMap(groundsOf), ...matchGrounds, ...limitedMatchGrounds].flatMap(({ decision, key }) =>
      decision === 'refer' || decision === 'restrict' ? [] : [`${decision}:${key}`],
    ),
  ),
];

/** Every rule that there can be. */
export const secondLookRules = known;

/** Whether a decision on this ground waits for a second person under these rules. */
export function needsSecondLook(rules: readonly SecondLookRule[], decision: Decision, ground: string): boolean {
  return decision !== 'refer' && (rules.includes(decision) || rules.includes(`${decision}:${ground}`));
}
