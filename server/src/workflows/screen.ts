/** Is this upload on a list, and is it remembered so that a later list finds it? Bytes or fingerprints in, one explained verdict out. */
import { createHmac } from 'node:crypto';
import { type MatchBody, Problem, type ScreenAnswer, type VideoMatchBody } from '@likeness/contract';
import { type Match, matchesTold, shareOf, type VideoMet, verdictOf } from '@likeness/lookup';
import { timeOrderedUuid, uuid } from '../config/random.ts';
import type { BankIndex } from '../index/bank-index.ts';
import { type Act, record } from '../ledger/record.ts';
import { latestChange } from '../store/banks.ts';
import { linkContents } from '../store/cases.ts';
import { hasUnsettledMatch, itemsKept, openReview, rememberMatches, type ScreenedUpload, withOpenReview } from '../store/content.ts';
import { rememberTexts } from '../store/content-text.ts';
import { type Db, shareLog, type Tx } from '../store/database.ts';
import { inGroups } from '../store/in-groups.ts';
import { requestsNaming } from '../store/places.ts';
import { type Remembered, rememberContents, settleScreenings } from '../store/remember.ts';
import { rememberNew } from '../store/remember-new.ts';
import type { Engine } from './engine.ts';
import { guardItems } from './flood-guard.ts';

/**
 * When is it asked? `upload`: before anyone sees it, so a match may hold it back. `online`: it is public already and nobody waits for the answer, so a match
 * asks a moderator at most (docs/scan.md).
 */
export type ScreenedWhen = 'upload' | 'online';

type ScreeningEngine = Pick<Engine, 'store' | 'index' | 'random' | 'keys' | 'floodUploaders'>;

/** An upload, and what it met when it came. */
interface Arrived {
  readonly platformId: string;
  readonly upload: ScreenedUpload;
  readonly when: ScreenedWhen;
  readonly look: Look;
}

interface Look {
  /** How far the bank had come. */
  readonly seq: number;
  /** The first of what it met. */
  readonly met: readonly Match[];
  readonly inAll: number;
}

function lookAt(index: BankIndex, platformId: string, { source, fingerprints }: ScreenedUpload): Look {
  const { matches, inAll } = index.lookFirst({ platformId, source, fingerprints });
  return { seq: index.seq, met: matches, inAll };
}

/** Screens one upload of a platform. Content, fingerprints and matches are durable before this resolves. */
export async function screen(
  engine: ScreeningEngine,
  platformId: string,
  upload: ScreenedUpload,
  when: ScreenedWhen = 'upload',
): Promise<ScreenAnswer> {
  const arrived: Arrived = { platformId, upload, when, look: lookAt(engine.index, platformId, upload) };
  if ((await writeNew(engine, [arrived])).has(arrived)) return passed(arrived);
  const [answer] = await settleGroup(engine, [arrived]);
  if (answer === undefined) throw new RangeError('a screening without an answer');
  return answer;
}

/** As `screen`, for a door that many come through: they share transactions. */
export type Screening = (platformId: string, upload: ScreenedUpload) => Promise<ScreenAnswer>;

/** Most in one transaction: a bank change waits until it has committed. */
const mostTogether = 200;
/** Past that many a platform waits better on its side. */
const mostWaiting = 2000;

/**
 * Opens the door. Each upload is looked up as it arrives; groups are written one after the other, those that take several statements beside the others, by two
 * connections together, so that intake and moderators always find one. Rejects with Problem `screen/busy` where too many wait.
 */
export function openScreening(engine: ScreeningEngine): Screening {
  const most = mostTogether;
  const shed = { waiting: mostWaiting, full: () => new Problem('screen/busy', { retryAfterSeconds: 1 }) };
  const settle = inGroups<Arrived, ScreenAnswer>((group) => settleGroup(engine, group), { most, atOnce: 1, shed });
  const write = inGroups<Arrived, ScreenAnswer>(
    async (group) => {
      const isWritten = await writeNew(engine, group);
      return group.map((arrived) => (isWritten.has(arrived) ? passed(arrived) : settle(arrived)));
    },
    // With two at once each statement carried half as many: 0.36 instead of 0.30 ms of the server's processor time an upload, 0.19 instead of 0.135 of PostgreSQL's.
    { most, atOnce: 1, shed, nameOf: ({ platformId, upload }) => `${platformId} ${upload.contentId}` },
  );
  return (platformId, upload) => write({ platformId, upload, when: 'upload', look: lookAt(engine.index, platformId, upload) });
}

const passed = ({ upload }: Arrived): ScreenAnswer => ({
  contentId: upload.contentId,
  verdict: 'allow',
  reviewPending: false,
  matches: [],
});

/** How often the quick way is tried: the bank may change meanwhile, and then some may turn out to be known. */
const quickTries = 3;

/** No two of a group are the same upload. Writes those of them that met nothing and that nobody knew; answers which. Nearly always that is all of them, and all there is to do. */
async function writeNew(engine: ScreeningEngine, group: readonly Arrived[]): Promise<ReadonlySet<Arrived>> {
  const { store, index, random, keys } = engine;
  let left = group;
  for (let turn = 0; turn < quickTries; turn++) {
    const { seq } = index;
    const unmet = left.filter(
      ({ platformId, upload, look }) => (look.seq === seq ? look : lookAt(index, platformId, upload)).met.length === 0,
    );
    if (unmet.length === 0) break;
    // The clock only puts rows that come together beside each other in an index; nobody reads it out of a reference.
    const now = new Date();
    const written = await rememberNew(
      store,
      keys,
      seq,
      unmet.map(({ platformId, upload }, place) => ({ platformId, upload, ref: timeOrderedUuid(now, place, random) })),
    );
    if (written === 'written') return new Set(unmet);
    if (written === 'overtaken') await index.catchUp(store.db);
    else left = unmet.filter((_, place) => !written.has(place));
  }
  return new Set();
}

/**
 * Writes uploads of any sort, no two of them the same. No upload slips between a look-up and a new item: the bank log is shared until commit, so a bank change
 * is either seen here or sweeps these rows.
 */
async function settleGroup(engine: ScreeningEngine, group: readonly Arrived[]): Promise<ScreenAnswer[]> {
  const { store, index, random } = engine;
  const asked = new Set<string>();
  const answers = await store.transact(async (tx): Promise<ScreenAnswer[]> => {
    const naming = await requestsNaming(
      tx,
      group.map(({ platformId, upload }) => ({ platformId, contentId: upload.contentId, url: upload.url })),
    );
    const remembered = await rememberContents(
      tx,
      group.map(({ platformId, upload, when, look }, place) => ({
        platformId,
        upload,
        newRef: timeOrderedUuid(tx.now, place, random),
        seq: look.seq,
        verdict: verdictOf(asking(look.met, when)),
      })),
    );
    await rememberTexts(
      tx,
      engine.keys,
      remembered.flatMap(({ ref }, place) => {
        const text = group[place]?.upload.text ?? null;
        return text === null ? [] : [{ ref, text }];
      }),
    );
    // Linked now, so that neither another address nor a DELETE takes it away from who asks for it.
    for (const [place, { ref }] of remembered.entries()) for (const number of naming[place] ?? []) await linkContents(tx, number, [ref]);
    await shareLog(tx, 'bank');
    const latest = await latestChange(tx.sql);
    if (latest > index.seq) await index.catchUp(tx.sql);
    const known = remembered.filter(({ isKnown }) => isKnown).map(({ ref }) => ref);
    const inReview = await withOpenReview(tx, known);
    const outcomes: Outcome[] = [];
    for (const [place, arrived] of group.entries()) {
      const upload = remembered[place];
      if (upload === undefined) throw new RangeError('an upload was not remembered');
      const look = latest > arrived.look.seq ? lookAt(index, arrived.platformId, arrived.upload) : arrived.look;
      outcomes.push(await settle(tx, { arrived, look, upload, isInReview: inReview.has(upload.ref), reviewId: uuid(random) }));
    }
    await settleScreenings(
      tx,
      outcomes.filter(({ seq, verdict }, place) => {
        const { look, when } = group[place] ?? {};
        return look === undefined || when === undefined || seq !== look.seq || verdict !== verdictOf(asking(look.met, when));
      }),
    );
    const bodies = await bodiesFor(
      tx.sql,
      outcomes.map(({ platformId, matches }) => ({ platformId, matches })),
    );
    for (const outcome of outcomes) for (const item of outcome.asked) asked.add(item);
    await record(
      tx,
      ...outcomes.flatMap(({ ref, platformId, verdict, fresh }): Act[] =>
        fresh === 0 ? [] : [{ act: 'content.matched', subjects: { content: ref, platform: platformId, items: fresh, verdict } }],
      ),
    );
    return outcomes.map(({ contentId, verdict, reviewPending, inAll }, place) => ({
      contentId,
      verdict,
      reviewPending,
      matches: bodies[place] ?? [],
      ...(inAll > matchesTold ? { matchesInAll: inAll } : {}),
    }));
  }, 'by-index');
  // The uploads are answered whatever comes of it; a look at the clocks takes up what failed here.
  if (asked.size > 0) await guardItems(engine, [...asked]).catch(() => {});
  return answers;
}

/** What these matches may do now: what is public already is not held back. */
function asking(met: readonly Match[], when: ScreenedWhen): Match[] {
  return met.map((match) => (when === 'online' && match.effect === 'hold' ? { ...match, effect: 'review' } : match));
}

interface Outcome {
  readonly ref: string;
  readonly platformId: string;
  readonly contentId: string;
  readonly seq: number;
  readonly verdict: ScreenAnswer['verdict'];
  /** The strongest, as many as are told. */
  readonly matches: readonly Match[];
  readonly inAll: number;
  readonly reviewPending: boolean;
  /** How many items it had not met before. */
  readonly fresh: number;
  /** Those of them that asked for something. */
  readonly asked: readonly string[];
}

/** Remembers what one upload met, and asks a person where that is called for. */
async function settle(
  tx: Tx,
  of: {
    readonly arrived: Arrived;
    readonly look: Look;
    readonly upload: Remembered;
    readonly isInReview: boolean;
    readonly reviewId: string;
  },
): Promise<Outcome> {
  const { arrived, look, upload, isInReview, reviewId } = of;
  const { platformId, when } = arrived;
  const { ref, isSamePicture } = upload;
  const { contentId } = arrived.upload;
  const outcome = { ref, platformId, contentId, seq: look.seq };
  if (look.met.length === 0) return { ...outcome, verdict: 'allow', matches: [], inAll: 0, reviewPending: isInReview, fresh: 0, asked: [] };
  // What a person decided holds for the picture that she saw, not for another one under the same id.
  const kept = isSamePicture ? await itemsKept(tx, ref) : new Set<string>();
  const matches = asking(look.met, when).map((match): Match => (kept.has(match.itemId) ? { ...match, effect: 'observe' } : match));
  const verdict = verdictOf(matches);
  const told = matches.slice(0, matchesTold);
  const fresh = await rememberMatches(tx, ref, told, { by: 'screen' });
  const asked = told.filter(({ effect }) => effect !== 'observe').map(({ itemId }) => itemId);
  // What it met only now nobody has settled.
  const anew = fresh.filter((id) => asked.includes(id));
  const opens = verdict !== 'allow' && (anew.length > 0 || (await hasUnsettledMatch(tx, ref, asked)));
  if (opens) await openReview(tx, platformId, ref, verdict, reviewId);
  return {
    ...outcome,
    verdict,
    matches: told,
    inAll: look.inAll,
    reviewPending: isInReview || opens,
    fresh: fresh.length,
    asked: anew,
  };
}

/** Matches as this platform may see them: the item's id is another one for each platform, so that lists cannot be compared by id. */
export async function matchBodies(db: Db, platformId: string, matches: readonly Match[]): Promise<MatchBody[]> {
  return (await bodiesFor(db, [{ platformId, matches }]))[0] ?? [];
}

async function bodiesFor(
  db: Db,
  all: readonly { readonly platformId: string; readonly matches: readonly Match[] }[],
): Promise<MatchBody[][]> {
  const platformIds = new Set(all.filter(({ matches }) => matches.length > 0).map(({ platformId }) => platformId));
  if (platformIds.size === 0) return all.map(() => []);
  const rows = await db
    .selectFrom('platform')
    .select(['id', 'salt'])
    .where('id', 'in', [...platformIds])
    .execute();
  const salts = new Map(rows.map(({ id, salt }) => [id, salt]));
  return all.map(({ platformId, matches }) => matches.map((match) => matchBody(match, saltOf(salts, platformId))));
}

function saltOf(salts: ReadonlyMap<string, Uint8Array>, platformId: string): Uint8Array {
  const salt = salts.get(platformId);
  if (salt === undefined) throw new RangeError('a match of a platform that is not there');
  return salt;
}

function itemIdFor(itemId: string, salt: Uint8Array): string {
  return createHmac('sha256', salt).update(itemId).digest('base64url').slice(0, 22);
}

function videoBody({ upload, item, offset }: VideoMet): VideoMatchBody {
  return {
    upload: { ...upload, share: shareOf(upload) },
    item: { ...item, share: shareOf(item) },
    ...(offset === null ? {} : { offset }),
  };
}

function matchBody(match: Match, salt: Uint8Array): MatchBody {
  return {
    bank: match.bankName,
    itemId: itemIdFor(match.itemId, salt),
    kind: match.kind,
    variant: match.variant,
    distance: match.distance,
    ...(match.video === undefined ? {} : { video: videoBody(match.video) }),
    agreed: match.agreed.map(({ kind, variant, distance }) => ({ kind, variant, distance })),
    addedAt: match.addedAt,
    source: match.source,
    effect: match.effect,
    ...(match.isHarmless === true ? { harmless: true } : {}),
    ...(match.silencedBy === undefined ? {} : { silencedBy: itemIdFor(match.silencedBy, salt) }),
  };
}
