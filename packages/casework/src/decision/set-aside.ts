/** Which decisions from outside the service set a removal aside, and what is said of it then? Whoever enters one judges nothing anew: she names what binds the service. */
import type { BasisId } from '../notice/bases.ts';
import type { RequestGround } from '../notice/basis.ts';
import { decisionWords } from '../words/en/decision.ts';
import { afterComplaint } from './reversal.ts';

/** What stands in the place of a removal that was set aside. */
export interface OutsideGround extends RequestGround {
  /** Left out: whatever it was removed for. */
  readonly onlyUnder?: BasisId;
  /** It is put back on some business days after it came, so that day is entered with it (`counterNoticeWindow`). */
  readonly hasWindow?: true;
}

const { setAside, counterNotice } = decisionWords.grounds;

export const outsideGrounds: readonly OutsideGround[] = [
  {
    key: 'court',
    decision: 'keep',
    label: 'A court decided that it may be shown',
    toPlatform: 'Keep: a court decided that it may be shown.',
    ...setAside,
  },
  {
    // Regulation (EU) 2022/2065, Article 21: its decisions do not bind by themselves; the service has chosen to follow this one.
    key: 'out-of-court-body',
    decision: 'keep',
    label: 'An out-of-court body found so, and the service follows it',
    toPlatform: 'Keep: an out-of-court body found that it may be shown.',
    ...setAside,
  },
  {
    // Directive (EU) 2024/1385, Article 23: an order is revoked where proceedings end without an offence.
    key: 'order-revoked',
    decision: 'keep',
    onlyUnder: 'authority-order',
    label: 'The authority took its order back',
    toPlatform: 'Keep: the authority took its order back.',
    ...setAside,
  },
  {
    // 17 U.S.C. 512(g)(2)(C): not less than 10, nor more than 14, business days after the counter-notice came, unless whoever filed went to court.
    key: 'counter-notice',
    decision: 'keep',
    onlyUnder: 'dmca',
    hasWindow: true,
    label: 'A counter-notice came, its business days are over or need not be waited for, and nothing was heard of a court',
    toPlatform: 'Keep: a counter-notice was received under 17 U.S.C. 512(g), and no action at court was heard of.',
    ...counterNotice,
  },
];

/** Whether a decision of this ground is the answer to another one that was taken back: nobody takes it back with a button, and no complaint is about it. */
export function isFinalAnswer(ground: string): boolean {
  return ground === afterComplaint.key || outsideGrounds.some(({ key }) => key === ground);
}

/** Those for a removal under this law; null: a match that nobody asked about. */
export function outsideGroundsFor(basis: BasisId | null): readonly OutsideGround[] {
  return outsideGrounds.filter(({ onlyUnder }) => onlyUnder === undefined || onlyUnder === basis);
}
