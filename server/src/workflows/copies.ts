/** Which waiting uploads show what this one shows, so that one look and one decision are for all of them? */
import { provedBy } from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import { type Content, contentsByRef, isListable, withCodes } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import { reviewsLike } from '../store/matches-alike.ts';
import { referredOf } from '../store/referrals.ts';

/** As many as one decision takes at once; what is more waits as the next card. */
export const copiesAtMost = 200;

/** Another upload that waits because of the same listed picture. */
export interface Copy {
  readonly reviewId: string;
  readonly content: Content;
}

/** Each lies by itself within the radius of the upload that is looked at: a chain of likenesses joins nothing. The longest waiting first. */
export async function copiesOf(db: Db, content: Content, fingerprints: readonly Fingerprint[]): Promise<readonly Copy[]> {
  const alike = await reviewsLike(db, content.platformId, content.ref, copiesAtMost);
  const refs = alike.map(({ ref }) => ref);
  const referred = await referredOf(db, refs);
  const found = new Map((await withCodes(db, await contentsByRef(db, refs))).map((one) => [one.content.ref, one]));
  return alike.flatMap(({ reviewId, ref }): Copy[] => {
    const one = found.get(ref);
    if (one === undefined || one.content.deletedAt !== null || referred.has(ref)) return [];
    return provedBy(one.fingerprints.filter(isListable), fingerprints).length > 0 ? [{ reviewId, content: one.content }] : [];
  });
}
