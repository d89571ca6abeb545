/** When does a picture that is known to be harmless silence the lists? The rule of the negative bank; docs/decisions/0010 gives the reasons. */
import { isExactKind } from '@likeness/fingerprint';
import type { Match } from '../match/explain.ts';

/** A match as it is weighed against the harmless ones: what the two items are, and whose. */
export interface Weighed {
  readonly match: Match;
  readonly isHarmless: boolean;
  /** A person of this installation stands by the item. */
  readonly isConfirmed: boolean;
  /** The item stands in the own bank of the platform that asks. */
  readonly isOwn: boolean;
}

/** The same file is nearer than the same fingerprint of a picture. */
const nearness = ({ kind, distance }: Match): number => (isExactKind(kind) ? -1 : distance);

const isSameFile = ({ agreed }: Match): boolean => agreed.some(({ kind }) => isExactKind(kind));

/**
 * The matches with those silenced that a harmless item explains as well or better: they are only noted, and say by which item. A harmless match itself
 * never asks anybody. One that is not sure (too little quality, or its item is doubted) silences nothing. An exact copy of what the platform's own people
 * confirmed is silenced only by an item that a person called harmless.
 */
export function withSilence(weighed: readonly Weighed[]): Match[] {
  const sure = weighed.filter(({ isHarmless, match }) => isHarmless && match.effect === 'hold');
  return weighed.map((one): Match => {
    if (one.isHarmless) return { ...one.match, effect: 'observe', isHarmless: true };
    if (one.match.effect === 'observe') return one.match;
    const isOwnCopy = one.isOwn && one.isConfirmed && isSameFile(one.match);
    const by = sure.find((harmless) => nearness(harmless.match) <= nearness(nearestOf(one.match)) && (harmless.isConfirmed || !isOwnCopy));
    return by === undefined ? one.match : { ...one.match, effect: 'observe', silencedBy: by.match.itemId };
  });
}

/** The match told by its nearest agreement; its best one may be farther and stronger. */
function nearestOf(match: Match): Match {
  return match.agreed.reduce<Match>(
    (nearest, one) => (nearness({ ...match, ...one }) < nearness(nearest) ? { ...match, ...one } : nearest),
    match,
  );
}
