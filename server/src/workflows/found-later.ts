/** What follows when an upload that was screened before turns out to be like what is listed? It is remembered, a person is asked, the platform hears of a hold. */
import { type Match, matchesTold, verdictOf } from '@likeness/lookup';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { announce } from '../outbox/feed.ts';
import { listedAmong } from '../store/banks.ts';
import { itemsAnswered } from '../store/candidates.ts';
import { type Content, isDown, lockContents, openReview, rememberMatches, standingOf } from '../store/content.ts';
import { shareLog, type Tx } from '../store/database.ts';
import { listedBehind } from '../store/suspicion.ts';
import { stateHold, type Telling } from './state-hold.ts';

export interface FoundLater {
  readonly by: 'sweep' | 'far';
  /** Whether the upload, locked now, is still the one that was compared. */
  readonly isStill: (content: Content) => boolean;
  /** The bank change that was swept. */
  readonly change?: number;
}

/**
 * Answers whether anything of it is new. Repeatable: a match is remembered once, and only a new one opens a review. What was here before somebody else listed it is
 * asked about and never held (docs/decisions/0011).
 */
export async function noteFoundLater(
  engine: Telling,
  tx: Tx,
  content: Content,
  met: readonly Match[],
  { by, isStill, change }: FoundLater,
): Promise<boolean> {
  const [locked] = await lockContents(tx, [content.ref]);
  if (locked === undefined || locked.deletedAt !== null || !isStill(locked)) return false;
  // As a screening does: whoever takes a decision back at this moment has unlisted it before, and is seen here, or commits behind this, and its sweep sees this.
  await shareLog(tx, 'bank');
  const listed = await listedAmong(
    tx.sql,
    met.map(({ itemId }) => itemId),
  );
  const mayHold = met.flatMap(({ itemId, effect }) => (effect === 'hold' && listed.has(itemId) ? [itemId] : []));
  const asking = await listedBehind(tx, mayHold, locked.screenedAt);
  const answered = await itemsAnswered(tx.sql, locked, [...listed]);
  // Whoever decided has looked at it and left it up: remembered, and nobody is asked a second time.
  await rememberMatches(
    tx,
    content.ref,
    met.filter(({ itemId }) => answered.has(itemId)),
    { by, settled: 'keep' },
  );
  const matches = met
    .filter(({ itemId }) => listed.has(itemId) && !answered.has(itemId))
    .map((match): Match => (asking.has(match.itemId) ? { ...match, effect: 'review' } : match))
    .slice(0, matchesTold);
  const isGone = isDown(await standingOf(tx.sql, locked));
  const fresh = await rememberMatches(tx, content.ref, matches, { by, ...(isGone ? { settled: 'remove' } : {}) });
  if (fresh.length === 0) return false;
  const verdict = verdictOf(matches.filter(({ itemId }) => fresh.includes(itemId)));
  const review =
    verdict === 'allow' || isGone ? 'unchanged' : await openReview(tx, content.platformId, content.ref, verdict, uuid(engine.random));
  if (review !== 'unchanged' && verdict === 'hold') {
    await tx.sql.updateTable('content').set({ verdict }).where('ref', '=', content.ref).execute();
    const named = { contentId: content.contentId, ...(content.url === null ? {} : { url: content.url }) };
    // What was held when it was screened nobody has seen: nothing that was published is restricted.
    const told = locked.verdict === 'hold' ? {} : await stateHold(engine, tx, locked);
    const data = { ...named, ...told };
    await announce(tx, engine.queue, engine.random, [{ platformId: content.platformId, type: 'content.hold', data }]);
  }
  await record(tx, {
    act: 'content.matched',
    subjects: {
      content: content.ref,
      platform: content.platformId,
      items: fresh.length,
      verdict,
      ...(change === undefined ? {} : { change }),
    },
  });
  return true;
}
