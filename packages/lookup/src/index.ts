/** Everything that other rooms may use of lookup: banks and their policy, the live index, matches and the verdict. */
export type { BankChange, BankPolicy, ItemCode, ItemState, ListedItem, OnMatch, Provenance } from './bank/policy.ts';
export {
  type Effect,
  EXACT_RADIUS,
  HOLD_QUALITY,
  HOLD_RADIUS,
  type Meeting,
  type Tier,
  tiers,
  type Verdict,
  verdictOf,
} from './bank/verdict.ts';
export type { LiveIndex, Upload } from './index/live.ts';
export { openIndex } from './index/open.ts';
export type { Agreement, Match } from './match/explain.ts';
