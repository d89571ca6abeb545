/** Is this upload on a list, and is it remembered so that a later list finds it? Bytes or fingerprints in, one explained verdict out. */
import { createHmac } from 'node:crypto';
import type { MatchBody, ScreenAnswer } from '@likeness/contract';
import { type Match, verdictOf } from '@likeness/lookup';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { latestChange } from '../store/banks.ts';
import { linkContents } from '../store/cases.ts';
import {
  hasOpenReview,
  hasUnsettledMatch,
  itemsKept,
  openReview,
  rememberContent,
  rememberMatches,
  type ScreenedUpload,
  settleScreening,
} from '../store/content.ts';
import { type Db, shareLog } from '../store/database.ts';
import { requestsNaming } from '../store/places.ts';
import type { Engine } from './engine.ts';

/**
 * When is it asked? `upload`: before anyone sees it, so a match may hold it back. `online`: it is public already and nobody waits for the answer, so a match
 * asks a moderator at most (docs/scan.md).
 */
export type ScreenedWhen = 'upload' | 'online';

/**
 * Screens one upload of a platform. Content, fingerprints and matches are durable before this resolves.
 * No upload slips between a look-up and a new item: the bank log is shared until commit, so a bank change is either seen here or sweeps this row.
 */
export async function screen(
  engine: Pick<Engine, 'store' | 'index' | 'random'>,
  platformId: string,
  upload: ScreenedUpload,
  when: ScreenedWhen = 'upload',
): Promise<ScreenAnswer> {
  const { store, index, random } = engine;
  const query = { platformId, source: upload.source, fingerprints: upload.fingerprints };
  let seenSeq = index.seq;
  let met = index.look(query);
  return store.transact(async (tx) => {
    const naming = await requestsNaming(tx, platformId, upload);
    const { ref, isSamePicture } = await rememberContent(tx, platformId, upload, uuid(random));
    // Linked now, so that neither another address nor a DELETE takes it away from who asks for it.
    for (const number of naming) await linkContents(tx, number, [ref]);
    await shareLog(tx, 'bank');
    if ((await latestChange(tx.sql)) > seenSeq) {
      await index.catchUp(tx.sql);
      seenSeq = index.seq;
      met = index.look(query);
    }
    // What a person decided holds for the picture that she saw, not for another one under the same id.
    const kept = isSamePicture ? await itemsKept(tx, ref) : new Set<string>();
    const matches = met.map((match): Match => {
      if (kept.has(match.itemId)) return { ...match, effect: 'observe' };
      return when === 'online' && match.effect === 'hold' ? { ...match, effect: 'review' } : match;
    });
    const verdict = verdictOf(matches);
    await settleScreening(tx, ref, seenSeq, verdict);
    const fresh = await rememberMatches(tx, ref, matches, { by: 'screen', isOtherPicture: !isSamePicture });
    const asking = matches.filter(({ effect }) => effect !== 'observe').map(({ itemId }) => itemId);
    if (verdict !== 'allow' && (await hasUnsettledMatch(tx, ref, asking))) await openReview(tx, platformId, ref, verdict, uuid(random));
    const reviewPending = await hasOpenReview(tx, ref);
    if (fresh.length > 0)
      await record(tx, { act: 'content.matched', subjects: { content: ref, platform: platformId, items: fresh.length, verdict } });
    return { contentId: upload.contentId, verdict, reviewPending, matches: await matchBodies(tx.sql, platformId, matches) };
  });
}

/** Matches as this platform may see them: the item's id is another one for each platform, so that lists cannot be compared by id. */
export async function matchBodies(db: Db, platformId: string, matches: readonly Match[]): Promise<MatchBody[]> {
  const { salt } = await db.selectFrom('platform').select('salt').where('id', '=', platformId).executeTakeFirstOrThrow();
  return matches.map((match) => matchBody(match, salt));
}

function matchBody(match: Match, salt: Uint8Array): MatchBody {
  return {
    bank: match.bankName,
    itemId: createHmac('sha256', salt).update(match.itemId).digest('base64url').slice(0, 22),
    kind: match.kind,
    variant: match.variant,
    distance: match.distance,
    addedAt: match.addedAt,
    source: match.source,
    effect: match.effect,
  };
}
