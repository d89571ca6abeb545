/** What matched, by which view, how far, and what may it do? One result per item, with the best view first and every other that agreed. */
import type { DerivedVariant, FingerprintKind, Variant } from '@likeness/fingerprint';
import { isExactKind, isFingerprintKind, kinds, trims, turns } from '@likeness/fingerprint';
import type { BankPolicy, ListedItem } from '../bank/policy.ts';
import { compareEffects, type Effect } from '../bank/verdict.ts';
import type { VideoMet } from './video.ts';

/** One view of the upload that met one code of an item. */
export interface Agreement {
  readonly kind: FingerprintKind;
  /** The view that had to be turned: of the upload where we had its bytes, of the item where only a fingerprint came. */
  readonly variant: Variant | DerivedVariant;
  /** Differing bits; 0 for exact kinds; of a video those of a typical frame. */
  readonly distance: number;
  /** Of a video: how much of it was found, and where in time. */
  readonly video?: VideoMet;
}

export interface Match extends Agreement {
  readonly bankId: string;
  readonly bankName: string;
  readonly itemId: string;
  /** When the item was listed, ISO 8601. */
  readonly addedAt: string;
  readonly source: string;
  readonly effect: Effect;
  /** The item is known to be harmless; the match only explains why others are silent. */
  readonly isHarmless?: true;
  /** The harmless item that keeps this match from doing anything: it meets the upload at least as nearly. */
  readonly silencedBy?: string;
  /** Every agreement, the best (repeated in `kind`, `variant`, `distance`, `video`) first. */
  readonly agreed: readonly Agreement[];
}

export interface WeighedAgreement extends Agreement {
  readonly effect: Effect;
}

/** The same file says more than the same picture. */
const kindOrder = Object.keys(kinds)
  .filter(isFingerprintKind)
  .sort((a, b) => Number(isExactKind(b)) - Number(isExactKind(a)));
const variantOrder: readonly (Variant | DerivedVariant)[] = ['whole', ...turns, 'complement', ...trims];

/** The strongest effect first (it is the one the verdict rests on), then the nearest, then the plainest view. */
function byWeight(a: WeighedAgreement, b: WeighedAgreement): number {
  return (
    compareEffects(b.effect, a.effect) ||
    a.distance - b.distance ||
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
    variantOrder.indexOf(a.variant) - variantOrder.indexOf(b.variant)
  );
}

/** The one result of an item. Throws RangeError when nothing agreed: that is no match. */
export function matchOf(
  item: Pick<ListedItem, 'id' | 'source' | 'addedAt'>,
  bank: BankPolicy,
  agreements: readonly WeighedAgreement[],
): Match {
  const sorted = agreements.toSorted(byWeight);
  const best = sorted[0];
  if (best === undefined) throw new RangeError(`Nothing agreed with item ${item.id}`);
  const named = new Set<string>();
  const agreed: Agreement[] = [];
  for (const { effect: _effect, ...agreement } of sorted) {
    const name = `${agreement.kind} ${agreement.variant}`;
    if (named.has(name)) continue;
    named.add(name);
    agreed.push(agreement);
  }
  return {
    bankId: bank.id,
    bankName: bank.name,
    itemId: item.id,
    kind: best.kind,
    variant: best.variant,
    distance: best.distance,
    ...(best.video === undefined ? {} : { video: best.video }),
    addedAt: item.addedAt,
    source: item.source,
    effect: best.effect,
    agreed,
  };
}

/** The order in which matches are shown: what decides first, then the nearest; ids break ties so that equal questions get equal answers. */
export function byImportance(a: Match, b: Match): number {
  return compareEffects(b.effect, a.effect) || a.distance - b.distance || (a.itemId < b.itemId ? -1 : 1);
}

/**
 * So many matches of one upload are told and remembered, the first in their order; how many there are in all is said beside them. What an upload may do is
 * weighed over all of them before: a picture that looks like half a million listed ones (a blank frame) is held as one that looks like one.
 */
export const matchesTold = 100;
