/** Which uploads look like the pictures that a requester sent fingerprints of? Found ahead and noted, so that opening a request is quick; a moderator looks, and nothing else follows. */
import { type BankPolicy, type ListedItem, soughtFor } from '@likeness/lookup';
import { indexOf } from '../index/bank-index.ts';
import { uploadsNear } from '../index/content-scan.ts';
import { noteCandidates, noteLooked, type Seeker, seekersOf } from '../store/candidates.ts';
import { type ContentWithCodes, contentScreenedAfter, type ScreenedPlace } from '../store/content.ts';
import type { Engine } from './engine.ts';

const page = 1000;
const nil = '00000000-0000-0000-0000-000000000000';
/**
 * A screening is dated when its transaction begins and seen when it commits, which is milliseconds later. Each look goes back this far behind the last
 * one, so that only a screening that took longer could be missed.
 */
const overlapMs = 10 * 60 * 1000;
/** A request that no job has looked for by then lost its job, or is older than the looking. */
const forgottenAfterMs = 60 * 60 * 1000;

/**
 * Compares the new requests of a platform with all of its uploads: the job of a filing. Many filings at once are one pass: it takes every request that
 * nobody has looked for yet, and the jobs of the others find nothing left. Repeatable: an upload is noted once.
 */
export async function findForNewRequests(engine: Engine, platformId: string): Promise<void> {
  const startedAt = await engine.store.transact(async ({ now }) => now);
  const seekers = await seekersOf(engine.store.db, { platformId, isLookedFor: false });
  const items = seekers.flatMap(itemsSought);
  await look(engine, platformId, seekers, uploadsNear(engine.store, soughtFor(items)), startedAt);
}

/** Compares what was screened since the last look with all undecided requests; takes up what a lost job left. */
export async function findAmongNewUploads(engine: Engine): Promise<void> {
  const startedAt = await engine.store.transact(async ({ now }) => now);
  const left = await seekersOf(engine.store.db, { isLookedFor: false });
  const lost = left.filter(({ receivedAt }) => receivedAt.getTime() < startedAt.getTime() - forgottenAfterMs);
  for (const platformId of new Set(lost.map((seeker) => seeker.platformId))) await findForNewRequests(engine, platformId);
  const known = await seekersOf(engine.store.db, { isLookedFor: true });
  for (const [platformId, seekers] of Map.groupBy(known, (seeker) => seeker.platformId)) {
    const since = Math.min(...seekers.map(({ lookedAt }) => lookedAt?.getTime() ?? 0));
    await look(engine, platformId, seekers, screenedSince(engine, platformId, new Date(since - overlapMs)), startedAt);
  }
}

async function* screenedSince({ store }: Engine, platformId: string, since: Date): AsyncGenerator<readonly ContentWithCodes[]> {
  for (let after: ScreenedPlace = { at: since, ref: nil }; ; ) {
    const rows = await contentScreenedAfter(store.db, platformId, after, page);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { at: last.content.screenedAt, ref: last.content.ref };
    yield rows;
  }
}

async function look(
  engine: Engine,
  platformId: string,
  seekers: readonly Seeker[],
  uploads: AsyncIterable<readonly ContentWithCodes[]>,
  startedAt: Date,
): Promise<void> {
  if (seekers.length === 0) return;
  const { store } = engine;
  // One picture, and the requests that it was filed with: one for each law.
  const whose = Map.groupBy(
    seekers.flatMap(({ trackingNumber, pictures }) => pictures.map(({ itemId }) => ({ itemId, trackingNumber }))),
    ({ itemId }) => itemId,
  );
  const index = await indexOf([soughtBank(platformId)], seekers.flatMap(itemsSought));
  for await (const some of uploads) {
    const found = new Map<string, string[]>();
    for (const { content, fingerprints } of some) {
      if (content.platformId !== platformId) continue;
      // Near and clear enough that confirming it would prove hers: what is less sure is not worth a stranger's upload being looked at.
      for (const { itemId, effect } of index.look({ platformId, source: content.source, fingerprints })) {
        for (const { trackingNumber } of effect === 'hold' ? (whose.get(itemId) ?? []) : [])
          found.set(trackingNumber, [...(found.get(trackingNumber) ?? []), content.ref]);
      }
    }
    for (const [number, refs] of found) await store.transact((tx) => noteCandidates(tx, number, refs));
  }
  await store.transact(async (tx) => {
    for (const seeker of seekers) await noteLooked(tx, seeker, startedAt);
  });
}

/** Her fingerprints as if they were listed to hold: the same tiers decide what is alike. Nothing of it reaches the bank. */
function soughtBank(platformId: string): BankPolicy {
  return { id: 'sought', name: 'Sought', onMatch: 'hold', enabled: true, radius: null, platformId };
}

function itemsSought({ pictures, receivedAt }: Seeker): ListedItem[] {
  return pictures.map(({ itemId, fingerprints }) => ({
    id: itemId,
    bankId: 'sought',
    state: 'active',
    source: 'case',
    addedAt: receivedAt.toISOString(),
    codes: fingerprints.map(({ kind, variant, value, quality }) => ({
      kind,
      variant,
      value,
      quality: quality ?? null,
      provenance: 'confirmed',
    })),
  }));
}
