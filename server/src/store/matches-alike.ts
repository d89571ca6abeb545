/** Which open matches may be about one picture? Those that met the same listed item as the same picture; whether their uploads show each other is for the workflow to see. */
import { type FingerprintKind, isExactKind, isFrameKind, kinds } from '@likeness/fingerprint';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { requestsAbout } from './same-file.ts';

const registered = Object.keys(kinds).filter((kind): kind is FingerprintKind => Object.hasOwn(kinds, kind));
/** Of these a match says by itself that it is the same file or video. */
const alwaysSame = registered.filter((kind) => isExactKind(kind) || isFrameKind(kind));

/** Whether an open match, under this alias, says that the upload shows the listed picture. */
function isSamePicture(alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`${column('settled')} is null and not ${column('of_earlier')}
    and (${column('kind')} = any(${alwaysSame}) or ${column('kind')} = 'pdq' and ${column('distance')} <= ${kinds.pdq.sameWithin})`;
}

/** The item by which open matches of one picture find each other; null where the upload met none so near. */
export function clusterOf(ref: string): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select met.item_id from match met where met.ref = ${ref}::uuid and ${isSamePicture('met')} order by met.item_id limit 1)`;
}

/** The same of matches that nobody has settled, before they are written. */
export function clusterAmong(
  matches: readonly { readonly itemId: string; readonly kind: FingerprintKind; readonly distance: number }[],
): string | null {
  const same = matches.filter(({ kind, distance }) => alwaysSame.includes(kind) || (kind === 'pdq' && distance <= kinds.pdq.sameWithin));
  return same.map(({ itemId }) => itemId).sort()[0] ?? null;
}

export interface ReviewLike {
  readonly reviewId: string;
  readonly ref: string;
}

/** The other open matches of a service that met an item which this upload met, the longest waiting first; none that is named by a request about somebody under 18. */
export async function reviewsLike(db: Db, platformId: string, ref: string, atMost: number): Promise<readonly ReviewLike[]> {
  const { rows } = await sql<ReviewLike>`
    select review.id as "reviewId", review.ref from review
    where review.platform_id = ${platformId} and review.closed_at is null and review.ref <> ${ref}::uuid
      and review.ref in (select theirs.ref from match mine join match theirs on theirs.item_id = mine.item_id
        where mine.ref = ${ref}::uuid and ${isSamePicture('mine')} and ${isSamePicture('theirs')})
      and not exists (select from ${requestsAbout(sql`review.ref`)} as named
        join request on request.tracking_number = named.tracking_number where request.is_young and request.outcome is distinct from 'keep')
    order by review.opened_at, review.id limit ${atMost}`.execute(db);
  return rows;
}
