/** What is known of the uploads on a moderator's desk? Where they stand, what they met, and how near the requester's own fingerprints are. */
import { proofQuality, proofRadius, theRule } from '@likeness/casework';
import { bytesOfHex, type Fingerprint, hammingDistance, isAnyVariant, isExactKind, isFingerprintKind } from '@likeness/fingerprint';
import type { DecidedBefore, Nearness, UploadMatch, DeskUpload as UploadOnPage } from '@likeness/web/moderator';
import { sql } from 'kysely';
import { isOfYoungRequest } from '../store/cases.ts';
import { type Content, fingerprintsOf, standingOf, videoMetOf } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import { referredOf } from '../store/referrals.ts';
import { lookedOutFor, restrictedHere } from '../store/suspicion.ts';

/** An upload as the page shows it, but for its preview, which belongs to the door. */
export type DeskUpload = Omit<UploadOnPage, 'preview'> & {
  /** A request, this one or another, says that it may show somebody under 18, and nobody has found otherwise: nobody looks. */
  readonly isOfYoung: boolean;
};

/** Everything about one upload; `pictures` are the requester's, where there is a request. `own` is the request or review on whose page it stands. */
export async function deskUpload(
  db: Db,
  content: Content,
  pictures: readonly { readonly number: number; readonly fingerprints: readonly Fingerprint[] }[],
  own: string,
): Promise<DeskUpload> {
  const fingerprints = await fingerprintsOf(db, content.ref);
  return {
    ref: content.ref,
    contentId: content.contentId,
    url: content.url,
    screenedAt: content.screenedAt,
    source: content.source,
    standing: await standingOf(db, content),
    fingerprints,
    matches: await matchesOf(db, content),
    nearness: pictures.flatMap((picture) => {
      const nearest = nearestOf(fingerprints, picture.fingerprints);
      return nearest === null ? [] : [{ picture: picture.number, ...nearest }];
    }),
    decidedBefore: await decidedBefore(db, content.ref, own),
    isReferred: (await referredOf(db, [content.ref])).size > 0,
    isOfYoung: await isOfYoungRequest(db, content.ref),
    copyOf: null,
  };
}

/** Decisions about this very upload, and those that listed a picture which it met; the newest few. */
async function decidedBefore(db: Db, ref: string, own: string): Promise<DecidedBefore[]> {
  const { rows } = await sql<{
    outcome: 'remove' | 'restrict' | 'keep' | 'refer';
    name: string;
    decided_at: Date;
    is_same: boolean;
    tracking_number: string | null;
    review_id: string | null;
  }>`
    with found as (
      select decision_id as id, true as is_same from action where ref = ${ref}
      union all
      select decision_id, true from review where ref = ${ref} and decision_id is not null
      union all
      select claim.decision_id, false from match join claim on claim.item_id = match.item_id
      where match.ref = ${ref} and claim.decision_id is not null and claim.ended_at is null)
    select decision.outcome, coalesce(moderator.name, ${theRule}) as name, decision.decided_at, bool_or(found.is_same) as is_same, decision.tracking_number, decision.review_id
    from found join decision on decision.id = found.id left join moderator on moderator.id = decision.moderator_id
    where decision.reversed_at is null and ${own} not in (coalesce(decision.tracking_number, ''), coalesce(decision.review_id::text, ''))
    group by decision.id, moderator.name
    order by decision.decided_at desc, decision.id limit 5`.execute(db);
  return rows.flatMap(({ outcome, name, decided_at, is_same, tracking_number, review_id }): DecidedBefore[] => {
    const id = tracking_number ?? review_id;
    const of = { kind: tracking_number === null ? ('review' as const) : ('request' as const), id: id ?? '' };
    return id === null ? [] : [{ decision: outcome, decidedBy: name, at: decided_at, about: is_same ? 'upload' : 'picture', of }];
  });
}

async function matchesOf(db: Db, content: Content): Promise<UploadMatch[]> {
  const rows = await db
    .selectFrom('match')
    .innerJoin('bank', 'bank.id', 'match.bank_id')
    .innerJoin('item', 'item.id', 'match.item_id')
    .select([
      'item.source',
      'item.confirmed',
      'bank.name',
      'bank.platform_id',
      'bank.on_match',
      'match.kind',
      'match.variant',
      'match.distance',
      'match.at',
      'match.settled',
      'match.of_earlier',
      'match.video',
    ])
    .where('match.ref', '=', content.ref)
    .orderBy((eb) => eb('match.settled', 'is', null), 'desc')
    .orderBy('match.distance')
    .orderBy('match.id')
    .limit(50)
    .execute();
  return rows.flatMap((row) => {
    const { kind, variant } = row;
    if (!isFingerprintKind(kind) || !isAnyVariant(variant)) return [];
    const { name: bankName, on_match: onMatch, distance, at, settled, of_earlier: isOfEarlier } = row;
    return [
      {
        bankName,
        isOwnBank: row.platform_id === content.platformId,
        isLookedOutFor: row.source === lookedOutFor,
        isRestrictedHere: row.source === restrictedHere && row.confirmed !== true,
        onMatch,
        kind,
        variant,
        distance,
        video: videoMetOf(row.video),
        at,
        settled,
        isOfEarlier,
      },
    ];
  });
}

/** The nearest pair of any views: an equal exact value first, else the smallest PDQ distance; null when the two have no kind in common. */
function nearestOf(seen: readonly Fingerprint[], claimed: readonly Fingerprint[]): Omit<Nearness, 'picture'> | null {
  const exact = claimed.find(({ kind, value }) => isExactKind(kind) && seen.some((one) => one.kind === kind && one.value === value));
  if (exact !== undefined) return { kind: exact.kind, distance: 0, isTurned: false, isProof: true };
  const pairs = claimed
    .filter(({ kind }) => kind === 'pdq')
    .flatMap((claim) =>
      seen
        .filter(({ kind }) => kind === 'pdq')
        .map((one) => {
          const distance = hammingDistance(bytesOfHex(one.value), bytesOfHex(claim.value));
          return { distance, isTurned: one.variant !== claim.variant, isProof: distance <= proofRadius && isClear(one) && isClear(claim) };
        }),
    );
  const nearest = pairs.toSorted(
    (a, b) => Number(b.isProof) - Number(a.isProof) || a.distance - b.distance || Number(a.isTurned) - Number(b.isTurned),
  )[0];
  return nearest === undefined ? null : { kind: 'pdq', ...nearest };
}

const isClear = ({ quality = 0 }: Fingerprint): boolean => quality >= proofQuality;
