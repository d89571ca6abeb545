/** Was the same picture already there when it was listed? Compares everything screened before a bank change with what the change listed. */
import { setImmediate as others } from 'node:timers/promises';
import { type ListedItem, type Match, soughtFor } from '@likeness/lookup';
import { indexOf } from '../index/bank-index.ts';
import { uploadsMeeting, uploadsNear } from '../index/content-scan.ts';
import type { Changes } from '../store/bank-lists.ts';
import { bankPolicies, changesNumbered, itemsById, itemsChanged } from '../store/banks.ts';
import type { Content, ContentWithCodes } from '../store/content.ts';
import { farAgain } from '../store/far-waiting.ts';
import type { Engine } from './engine.ts';
import { guardItems } from './flood-guard.ts';
import { noteFoundLater } from './found-later.ts';
import { releaseTakenOff } from './release-unlisted.ts';

const page = 1000;
/** Others are answered after so long. */
const turnMs = 10;

export interface Swept {
  /** Uploads that were weighed one by one. */
  readonly compared: number;
  /** Those of them about which something new was found. */
  readonly found: number;
}

/**
 * Sweeps bank changes, in one pass for all of them. Every content row with a lower `screenedAtSeq` than a change was committed before the change was numbered (a
 * screening shares the bank log until commit), so one pass sees them all. Repeatable: a match is remembered once, and only a new one opens a review.
 */
export async function sweep(engine: Engine, seqs: readonly number[]): Promise<Swept> {
  const { store, index } = engine;
  const notes = (await changesNumbered(store.db, seqs)).filter(({ subject }) => subject === 'item');
  // The last change of an item counts: a screening that came before it is to be compared.
  const seqOf = new Map(notes.map(({ subjectId, seq }) => [subjectId, seq]));
  const items = (await itemsById(store.db, [...seqOf.keys()])).filter(({ state }) => state === 'active');
  if (items.length === 0) return { compared: 0, found: 0 };
  const swept = await indexOf(await bankPolicies(store.db, [...new Set(items.map(({ bankId }) => bankId))]), items);
  await index.catchUp(store.db);
  const met = new Set<string>();
  const done = await compareEarlier(engine, uploadsNear(store, soughtFor(items, 'job')), ({ content, fingerprints }) => {
    const { platformId, source, screenedAtSeq } = content;
    const upload = { platformId, source, fingerprints };
    const matches = swept.look(upload, 'job').filter(({ itemId }) => screenedAtSeq < (seqOf.get(itemId) ?? 0));
    if (matches.length === 0) return null;
    for (const { itemId } of matches) met.add(itemId);
    // Something harmless may explain it; only the whole index knows.
    const silenced = new Map(index.look(upload, 'job').map(({ itemId, silencedBy }) => [itemId, silencedBy]));
    return {
      change: Math.max(...matches.map(({ itemId }) => seqOf.get(itemId) ?? 0)),
      matches: matches.map((match): Match => {
        const silencedBy = silenced.get(match.itemId);
        return silencedBy === undefined ? match : { ...match, effect: 'observe', silencedBy };
      }),
    };
  });
  if (done.found > 0) await guardItems(engine, [...met]);
  return done;
}

/** With more questions than this, asking the sorted index about each code of an upload is cheaper than asking each code all questions. */
const mostQuestions = 20_000;

/**
 * Compares everything screened before some bank changes with what they listed, and with what the banks that they changed list: one pass, however many changes there were.
 * After an import, or when a bank was switched on; what waited for items alone that the changes took off a list is given back. Repeatable like `sweep`.
 */
export async function lookBack(engine: Engine, { after, seq }: Changes): Promise<Swept> {
  const { store, index } = engine;
  await index.catchUp(store.db);
  await releaseTakenOff(engine, { after, seq });
  const items = await changedItems(engine, after, seq);
  const sought = items === null ? null : soughtFor(items, 'job');
  const isFew = sought !== null && sought.near.length <= mostQuestions;
  const met = new Set<string>();
  const look = ({ content, fingerprints }: ContentWithCodes): Found | null => {
    const { platformId, source, screenedAtSeq } = content;
    if (screenedAtSeq >= seq) return null;
    // The wide radius over everything is left to its own job, which comes to all of it again.
    const matches = index.look({ platformId, source, fingerprints }, isFew ? 'job' : 'call');
    for (const { itemId } of matches) met.add(itemId);
    return matches.length === 0 ? null : { matches, change: seq };
  };
  const done = await compareEarlier(
    engine,
    isFew ? uploadsNear(store, sought) : uploadsMeeting(store, index.mayMeet, { after, seq }),
    look,
  );
  if (!isFew) await farAgain(store.db, seq);
  await guardItems(engine, [...met]);
  return done;
}

/** What the changes listed; null when it is too much to be asked about one by one. */
async function changedItems({ store }: Engine, after: number, seq: number): Promise<readonly ListedItem[] | null> {
  const ids = await itemsChanged(store.db, after, seq, mostQuestions + 1);
  if (ids.length > mostQuestions) return null;
  const items: ListedItem[] = [];
  for (let at = 0; at < ids.length; at += page) items.push(...(await itemsById(store.db, ids.slice(at, at + page))));
  return items;
}

/** What an upload met, and the last change that listed something of it. */
interface Found {
  readonly matches: readonly Match[];
  readonly change: number;
}

async function compareEarlier(
  engine: Engine,
  uploads: AsyncIterable<readonly ContentWithCodes[]>,
  look: (upload: ContentWithCodes) => Found | null,
): Promise<Swept> {
  let compared = 0;
  let found = 0;
  let began = performance.now();
  for await (const some of uploads) {
    compared += some.length;
    for (const upload of some) {
      const { content } = upload;
      if (performance.now() - began > turnMs) {
        await others();
        began = performance.now();
      }
      const met = look(upload);
      if (met === null) continue;
      // Screened again meanwhile: that screening saw every change that is swept here, and these fingerprints are no longer the upload's.
      const isStill = (now: Content): boolean => now.screenedAtSeq === content.screenedAtSeq;
      const isNew = await engine.store.transact((tx) =>
        noteFoundLater(engine, tx, content, met.matches, { by: 'sweep', isStill, change: met.change }),
      );
      if (isNew) found += 1;
    }
  }
  return { compared, found };
}
