/**
 * Is an upload like something listed, a little too far off to answer in the call? The wide radius costs a dozen times as much, so this job comes to each upload
 * within a minute, asks a person where it finds something, and falls behind before anything else does when there is too much.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { Content } from '../store/content.ts';
import { farWaiting, noteFarCompared } from '../store/far-waiting.ts';
import type { Engine } from './engine.ts';
import { guardItems } from './flood-guard.ts';
import { noteFoundLater } from './found-later.ts';

const page = 100;

/**
 * Takes the uploads that have waited longest, until none is left or `mayGoOn` says no; answers how many it compared. Several processes may: what two of them do
 * at once is done once.
 */
export async function lookFar(engine: Engine, mayGoOn: () => boolean): Promise<number> {
  const { store, index } = engine;
  let compared = 0;
  while (index.facts.isLoaded && mayGoOn()) {
    const { waiting, uploads } = await farWaiting(store.db, page);
    if (waiting.length === 0) return compared;
    // Another process may have screened it against changes that are on their way here.
    if (uploads.some(({ content }) => content.screenedAtSeq > index.seq)) await index.catchUp(store.db);
    const undone = new Set(uploads.map(({ content }) => content.ref));
    const met = new Set<string>();
    for (const { content, fingerprints } of uploads) {
      if (!mayGoOn()) break;
      const { ref, platformId, source, screenedAt } = content;
      const { matches } = index.lookFirst({ platformId, source, fingerprints }, 'job');
      const isStill = (now: Content): boolean => now.screenedAt.getTime() === screenedAt.getTime();
      const isNew =
        matches.length > 0 && (await store.transact((tx) => noteFoundLater(engine, tx, content, matches, { by: 'far', isStill })));
      if (isNew) for (const { itemId } of matches) met.add(itemId);
      undone.delete(ref);
      compared += 1;
      // Whoever waits for an answer goes first.
      await others();
    }
    await guardItems(engine, [...met]);
    // After what was found is written: killed in between, it is found again and remembered once.
    await noteFarCompared(
      store.db,
      waiting.filter(({ ref }) => !undone.has(ref)),
    );
  }
  return compared;
}
