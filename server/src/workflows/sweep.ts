/** Was the same picture already there when it was listed? Compares everything screened before a bank change with what the change listed. */
import { verdictOf } from '@likeness/lookup';
import { uuid } from '../config/random.ts';
import { indexOf } from '../index/bank-index.ts';
import { record } from '../ledger/record.ts';
import { announce } from '../outbox/feed.ts';
import { bankPolicies, changesAfter, itemsById } from '../store/banks.ts';
import { contentScreenedBefore, isDown, lockContents, openReview, rememberMatches, standingOf } from '../store/content.ts';
import type { Engine } from './engine.ts';

const page = 1000;
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * Sweeps one bank change. Every content row with a lower `screenedAtSeq` was committed before the change was numbered (a screening shares the
 * bank log until commit), so one pass sees them all. Repeatable: a match is remembered once, and only a new one opens a review.
 */
export async function sweep(engine: Engine, seq: number): Promise<{ readonly compared: number; readonly found: number }> {
  const { store, queue, random } = engine;
  const [note] = await changesAfter(store.db, seq - 1, 1);
  if (note === undefined || note.seq !== seq || note.subject !== 'item') return { compared: 0, found: 0 };
  const [item] = await itemsById(store.db, [note.subjectId]);
  if (item === undefined || item.state !== 'active') return { compared: 0, found: 0 };
  const [bank] = await bankPolicies(store.db, [item.bankId]);
  if (bank === undefined) return { compared: 0, found: 0 };
  const one = await indexOf(bank, [item]);
  let compared = 0;
  let found = 0;
  for (let after = nil; ; ) {
    const rows = await contentScreenedBefore(store.db, seq, bank.platformId, after, page);
    const last = rows.at(-1);
    if (last === undefined) return { compared, found };
    after = last.content.ref;
    compared += rows.length;
    for (const { content, fingerprints } of rows) {
      const matches = one.look({ platformId: content.platformId, source: content.source, fingerprints });
      if (matches.length === 0) continue;
      const isNew = await store.transact(async (tx) => {
        const [locked] = await lockContents(tx, [content.ref]);
        // Screened again meanwhile: that screening saw this change, and these fingerprints are no longer the upload's.
        if (locked === undefined || locked.deletedAt !== null || locked.screenedAtSeq >= seq) return false;
        const isGone = isDown(await standingOf(tx.sql, locked));
        const fresh = await rememberMatches(tx, content.ref, matches, { by: 'sweep', ...(isGone ? { settled: 'remove' } : {}) });
        if (fresh.length === 0) return false;
        const verdict = verdictOf(matches);
        const review =
          verdict === 'allow' || isGone ? 'unchanged' : await openReview(tx, content.platformId, content.ref, verdict, uuid(random));
        if (review !== 'unchanged' && verdict === 'hold') {
          await tx.sql.updateTable('content').set({ verdict }).where('ref', '=', content.ref).execute();
          const data = { contentId: content.contentId, ...(content.url === null ? {} : { url: content.url }) };
          await announce(tx, queue, random, [{ platformId: content.platformId, type: 'content.hold', data }]);
        }
        await record(tx, {
          act: 'content.matched',
          subjects: { content: content.ref, platform: content.platformId, items: fresh.length, verdict, change: seq },
        });
        return true;
      });
      if (isNew) found += 1;
    }
  }
}
