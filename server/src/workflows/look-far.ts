/**
 * Is an upload like something listed, a little too far off to answer in the call? The wide radius costs a dozen times as much, so this job comes to each upload
 * within a minute, asks a person where it finds something, and falls behind before anything else does when there is too much.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { Match } from '@likeness/lookup';
import { type ContentWithCodes, contentFarWaiting, noteFarCompared } from '../store/content.ts';
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
    const waiting = await contentFarWaiting(store.db, page);
    if (waiting.length === 0) return compared;
    // Another process may have screened it against changes that are on their way here.
    if (waiting.some(({ content }) => content.screenedAtSeq > index.seq)) await index.catchUp(store.db);
    const { seq } = index;
    const done: ContentWithCodes[] = [];
    const found: { readonly one: ContentWithCodes; readonly matches: readonly Match[] }[] = [];
    for (const one of waiting) {
      if (!mayGoOn()) break;
      const { platformId, source } = one.content;
      const matches = index.look({ platformId, source, fingerprints: one.fingerprints }, 'job');
      done.push(one);
      if (matches.length > 0) found.push({ one, matches });
      // Whoever waits for an answer goes first.
      await others();
    }
    const met = new Set<string>();
    for (const { one, matches } of found) {
      const { screenedAt } = one.content;
      const isNew = await store.transact((tx) =>
        noteFoundLater(engine, tx, one.content, matches, {
          by: 'far',
          isStill: (now) => now.screenedAt.getTime() === screenedAt.getTime(),
        }),
      );
      if (isNew) for (const { itemId } of matches) met.add(itemId);
    }
    await guardItems(engine, [...met]);
    // After what was found is written: killed in between, it is found again and remembered once.
    await noteFarCompared(
      store.db,
      done.map(({ content }) => content),
      seq,
    );
    compared += done.length;
  }
  return compared;
}
