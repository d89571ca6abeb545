/** Was the same picture already there when it was listed? Compares everything screened before a bank change with what the change listed. */
import type { Match, Upload } from '@likeness/lookup';
import { indexOf } from '../index/bank-index.ts';
import { bankPolicies, changesAfter, itemsById } from '../store/banks.ts';
import { contentScreenedBefore } from '../store/content.ts';
import { farAgain } from '../store/far-waiting.ts';
import type { Engine } from './engine.ts';
import { guardItems } from './flood-guard.ts';
import { noteFoundLater } from './found-later.ts';

const page = 1000;
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * Sweeps one bank change. Every content row with a lower `screenedAtSeq` was committed before the change was numbered (a screening shares the
 * bank log until commit), so one pass sees them all. Repeatable: a match is remembered once, and only a new one opens a review.
 */
export async function sweep(engine: Engine, seq: number): Promise<{ readonly compared: number; readonly found: number }> {
  const { store, index } = engine;
  const [note] = await changesAfter(store.db, seq - 1, 1);
  if (note === undefined || note.seq !== seq || note.subject !== 'item') return { compared: 0, found: 0 };
  const [item] = await itemsById(store.db, [note.subjectId]);
  if (item === undefined || item.state !== 'active') return { compared: 0, found: 0 };
  const [bank] = await bankPolicies(store.db, [item.bankId]);
  if (bank === undefined) return { compared: 0, found: 0 };
  const one = await indexOf(bank, [item]);
  await index.catchUp(store.db);
  const done = await compareEarlier(engine, seq, bank.platformId, (upload) => {
    const matches = one.look(upload, 'job');
    // Something harmless may explain it; only the whole index knows.
    const silenced = matches.length === 0 ? undefined : index.look(upload, 'job').find(({ itemId }) => itemId === item.id)?.silencedBy;
    return silenced === undefined ? matches : matches.map((match): Match => ({ ...match, effect: 'observe', silencedBy: silenced }));
  });
  if (done.found > 0) await guardItems(engine, [item.id]);
  return done;
}

/**
 * Compares everything screened before a bank change with all that this process's index holds: one pass, however many changes there were. After an import, or
 * when a bank was switched on. Repeatable like `sweep`. The wide radius is left to its own job, which comes to all of it again.
 */
export async function lookBack(engine: Engine, seq: number): Promise<{ readonly compared: number; readonly found: number }> {
  const { store, index } = engine;
  await index.catchUp(store.db);
  const met = new Set<string>();
  const done = await compareEarlier(engine, seq, null, (upload) => {
    const matches = index.look(upload);
    for (const { itemId } of matches) met.add(itemId);
    return matches;
  });
  await farAgain(store.db, seq);
  await guardItems(engine, [...met]);
  return done;
}

async function compareEarlier(
  engine: Engine,
  seq: number,
  platformId: string | null,
  look: (upload: Upload) => readonly Match[],
): Promise<{ readonly compared: number; readonly found: number }> {
  let compared = 0;
  let found = 0;
  for (let after = nil; ; ) {
    const rows = await contentScreenedBefore(engine.store.db, seq, platformId, after, page);
    const last = rows.at(-1);
    if (last === undefined) return { compared, found };
    after = last.content.ref;
    compared += rows.length;
    for (const { content, fingerprints } of rows) {
      const matches = look({ platformId: content.platformId, source: content.source, fingerprints });
      if (matches.length === 0) continue;
      const isNew = await engine.store.transact((tx) =>
        // Screened again meanwhile: that screening saw this change, and these fingerprints are no longer the upload's.
        noteFoundLater(engine, tx, content, matches, { by: 'sweep', isStill: (now) => now.screenedAtSeq < seq, change: seq }),
      );
      if (isNew) found += 1;
    }
  }
}
