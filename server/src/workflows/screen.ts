/** Is this upload on a list, and is it remembered so that a later list finds it? Bytes or fingerprints in, one explained verdict out. */
import type { Visibility } from '@likeness/casework';
import { type MatchBody, Problem, type ScreenAnswer, type VideoMatchBody } from '@likeness/contract';
import { type Match, matchesTold, shareOf, type VideoMet, verdictOf } from '@likeness/lookup';
import { requireLiveKeys } from '../access/api-keys.ts';
import { type Random, timeOrderedUuids, uuid } from '../config/random.ts';
import type { BankIndex } from '../index/bank-index.ts';
import { type Act, record } from '../ledger/record.ts';
import { canonicalSubjects, type Subjects } from '../ledger/row.ts';
import { latestChange } from '../store/banks.ts';
import { linkContents } from '../store/cases.ts';
import { hasUnsettledMatch, itemsKept, openReview, rememberMatches, type ScreenedUpload, withOpenReview } from '../store/content.ts';
import { rememberTexts } from '../store/content-text.ts';
import { type Store, shareLog, type Tx } from '../store/database.ts';
import { itemIdFor } from '../store/ids.ts';
import { inGroups } from '../store/in-groups.ts';
import { atReferredPlaces, requestsNaming } from '../store/places.ts';
import { referredFiles } from '../store/referrals.ts';
import { type Remembered, rememberContents, settleScreenings } from '../store/remember.ts';
import { type MetAnew, rememberNew } from '../store/remember-new.ts';
import { askAboutOtherPicture, type Unseen, unseenOf } from '../store/restrictions.ts';
import type { Engine } from './engine.ts';
import { guardItems } from './flood-guard.ts';

/**
 * When is it asked? `upload`: before anyone sees it, so a match may hold it back. `online`: it is public already and nobody waits for the answer, so a match
 * asks a moderator at most (docs/scan.md).
 */
export type ScreenedWhen = 'upload' | 'online';

type ScreeningEngine = Pick<Engine, 'store' | 'index' | 'random' | 'keys' | 'floodUploaders'>;

/** Who screens: a platform, and the key it came with where that was accepted from memory and is to be asked about again. */
export interface Screener {
  readonly platformId: string;
  readonly keyId: string | null;
}

/** An upload, and what it met when it came. */
interface Arrived extends Screener {
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

/** What was written, and which items are to be looked at for it. */
interface Settled {
  readonly answer: ScreenAnswer;
  /** Those that asked for something and that it had not met before. */
  readonly asked: readonly string[];
}

/** Screens one upload of a platform. Content, fingerprints and matches are durable before this resolves. */
export async function screen(
  engine: ScreeningEngine,
  platformId: string,
  upload: ScreenedUpload,
  when: ScreenedWhen = 'upload',
): Promise<ScreenAnswer> {
  const arrived: Arrived = { platformId, keyId: null, upload, when, look: lookAt(engine.index, platformId, upload) };
  const settled = (await writeNew(engine, [arrived])).get(arrived) ?? (await settleGroup(engine, [arrived]))[0];
  if (settled === undefined) throw new RangeError('a screening without an answer');
  // The upload is answered whatever comes of it; a look at the clocks takes up what failed here.
  if (settled.asked.length > 0) await guardItems(engine, settled.asked).catch(() => {});
  return settled.answer;
}

/** As `screen`, for a door that many come through: they share transactions. Rejects with Problem `key/unknown` where the key has ended meanwhile. */
export type Screening = (screener: Screener, upload: ScreenedUpload) => Promise<ScreenAnswer>;

/** Most in one transaction: a bank change waits until it has committed. */
const mostTogether = 200;
/** Past that many a platform waits better on its side. */
const mostWaiting = 2000;

/**
 * Opens the door. Each upload is looked up as it arrives; groups are written two at a time, what met something and what takes several statements beside the
 * others, by six connections at most, so that intake and moderators always find one. Rejects with Problem `screen/busy` where too many wait. The items that were met are
 * looked at behind the answer, which does not depend on it.
 */
export function openScreening(engine: ScreeningEngine): Screening {
  const most = mostTogether;
  const shed = { waiting: mostWaiting, full: () => new Problem('screen/busy', { retryAfterSeconds: 1 }) };
  const guard = inGroups<readonly string[], void>(
    async (items) => {
      await guardItems(engine, [...new Set(items.flat())]);
      return items.map(() => undefined);
    },
    { most, atOnce: 1 },
  );
  const answered = ({ answer, asked }: Settled): ScreenAnswer => {
    // A look at the clocks takes up what failed here.
    if (asked.length > 0) guard(asked).catch(() => {});
    return answer;
  };
  const settle = inGroups<Arrived, ScreenAnswer>(async (group) => (await settleGroup(engine, group)).map(answered), {
    most,
    atOnce: 1,
    shed,
  });
  const write = inGroups<Arrived, ScreenAnswer>(
    async (group) => {
      const written = await writeNew(engine, group);
      return group.map((arrived) => {
        const settled = written.get(arrived);
        return settled === undefined ? settle(arrived) : answered(settled);
      });
    },
    {
      most,
      // While PostgreSQL writes one, the server reads the next: 6,200 instead of 3,200 uploads a second on two idle cores. On busy ones each statement carries half as
      // many, which costs a fifth more processor time (bench/README.md).
      atOnce: 2,
      leastBeside: 8,
      isUrgent: ({ look }) => look.met.length > 0,
      shed,
      nameOf: ({ platformId, upload }) => `${platformId} ${upload.contentId}`,
    },
  );
  return ({ platformId, keyId }, upload) =>
    write({ platformId, keyId, upload, when: 'upload', look: lookAt(engine.index, platformId, upload) });
}

/** How often the quick way is tried: the bank may change meanwhile, and then some may turn out to be known. */
const quickTries = 3;

/**
 * No two of a group are the same upload. Writes those of them that nobody knew, with what they met; answers what came of these. Nearly always that is all of
 * them, and all there is to do. Problem `key/unknown` where one of the keys has ended; nothing is written then.
 */
async function writeNew(engine: ScreeningEngine, group: readonly Arrived[]): Promise<ReadonlyMap<Arrived, Settled>> {
  const { store, index, random, keys } = engine;
  let left = group;
  for (let turn = 0; turn < quickTries && left.length > 0; turn++) {
    const { seq } = index;
    // The clock only puts rows that come together beside each other in an index; nobody reads it out of a reference.
    const refs = timeOrderedUuids(new Date(), left.length, random);
    const news = left.map((arrived, place) => {
      const { platformId, keyId, upload, look } = arrived;
      const ref = refs[place] ?? '';
      const { met, inAll } = look.seq === seq ? look : lookAt(index, platformId, upload);
      return { platformId, keyId, upload, ref, inAll, met: metAnew(random, arrived, ref, met) };
    });
    const written = await rememberNew(store, keys, seq, news);
    if (written === 'written') {
      const bodies = await bodiesFor(
        store,
        news.map(({ platformId, met }) => ({ platformId, matches: met?.matches ?? [] })),
      );
      return new Map(left.map((arrived, place) => [arrived, newlySettled(arrived, news[place], bodies[place])]));
    }
    if (written === 'key-ended') throw new Problem('key/unknown');
    if (written === 'overtaken') await index.catchUp(store.db);
    else left = left.filter((_, place) => !written.has(place));
  }
  return new Map();
}

/** What is written of an upload that nobody knew and that met this; null where it met nothing. */
function metAnew(random: Random, { platformId, when }: Arrived, ref: string, met: readonly Match[]): MetAnew | null {
  if (met.length === 0) return null;
  const all = asking(met, when);
  const verdict = verdictOf(all);
  const matches = all.slice(0, matchesTold);
  const subjects = canonicalSubjects(matchedSubjects({ ref, platformId, verdict, fresh: matches.length }));
  return { matches, verdict, reviewId: verdict === 'allow' ? null : uuid(random), subjects };
}

function newlySettled(
  { upload: { contentId } }: Arrived,
  { met, inAll }: { readonly met: MetAnew | null; readonly inAll: number } = { met: null, inAll: 0 },
  bodies: readonly MatchBody[] = [],
): Settled {
  const { verdict = 'allow', matches = [], reviewId = null } = met ?? {};
  return {
    answer: answerOf({ contentId, verdict, reviewPending: reviewId !== null, visibility: null, inAll }, bodies),
    asked: askedOf(matches),
  };
}

const answerOf = (
  {
    contentId,
    verdict,
    reviewPending,
    visibility,
    inAll,
  }: Pick<Outcome, 'contentId' | 'verdict' | 'reviewPending' | 'visibility' | 'inAll'>,
  matches: readonly MatchBody[],
): ScreenAnswer => ({
  contentId,
  verdict,
  reviewPending,
  ...(visibility === null ? {} : { visibility }),
  matches: [...matches],
  ...(inAll > matchesTold ? { matchesInAll: inAll } : {}),
});

/** The items that ask for something. */
const askedOf = (matches: readonly Match[]): string[] => matches.filter(({ effect }) => effect !== 'observe').map(({ itemId }) => itemId);

const matchedSubjects = ({ ref, platformId, verdict, fresh }: Pick<Outcome, 'ref' | 'platformId' | 'verdict' | 'fresh'>): Subjects => ({
  content: ref,
  platform: platformId,
  items: fresh,
  verdict,
});

/**
 * Writes uploads of any sort, no two of them the same. No upload slips between a look-up and a new item: the bank log is shared until commit, so a bank change
 * is either seen here or sweeps these rows.
 */
async function settleGroup(engine: ScreeningEngine, group: readonly Arrived[]): Promise<Settled[]> {
  const { store, index, random } = engine;
  const settled = await store.transact(async (tx): Promise<Outcome[]> => {
    await requireLiveKeys(
      tx.sql,
      group.flatMap(({ keyId }) => keyId ?? []),
    );
    const naming = await requestsNaming(
      tx,
      group.map(({ platformId, upload }) => ({ platformId, contentId: upload.contentId, url: upload.url })),
    );
    const refs = timeOrderedUuids(tx.now, group.length, random);
    const remembered = await rememberContents(
      tx,
      group.map(({ platformId, upload, when, look }, place) => ({
        platformId,
        upload,
        newRef: refs[place] ?? '',
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
    const others = await askAboutOtherPicture(
      tx,
      remembered.filter(({ isKnown, isSamePicture }) => isKnown && !isSamePicture).map(({ ref }) => ref),
    );
    const unseen = await unseenOf(tx.sql, known);
    // What this platform itself referred is held when it comes again, under whatever id, and so is what comes where it referred a place; a look at the clocks joins it to its task.
    const again = await referredFiles(
      tx.sql,
      group.map(({ platformId, upload }) => ({ platformId, sha256: sha256Of(upload) })),
    );
    const there = await atReferredPlaces(
      tx.sql,
      group.map(({ platformId, upload: { contentId, url } }) => ({ platformId, contentId, url })),
    );
    const outcomes: Outcome[] = [];
    for (const [place, arrived] of group.entries()) {
      const upload = remembered[place];
      if (upload === undefined) throw new RangeError('an upload was not remembered');
      const look = latest > arrived.look.seq ? lookAt(index, arrived.platformId, arrived.upload) : arrived.look;
      const { ref } = upload;
      const isReferred = again.has(place) || there.has(place);
      const standing: Unseen | null = isReferred ? { kind: 'hidden', isToBeDecided: false } : (unseen.get(ref) ?? null);
      const isOtherPicture = standing?.kind === 'limited' && standing.isOtherPicture;
      const isInReview = inReview.has(ref);
      outcomes.push(
        await settle(tx, {
          arrived,
          look,
          upload,
          isInReview,
          isOtherPicture: others.has(ref) || (isOtherPicture && isInReview),
          unseen: standing,
          reviewId: uuid(random),
        }),
      );
    }
    await settleScreenings(
      tx,
      outcomes.filter(({ seq, verdict }, place) => {
        const { look, when } = group[place] ?? {};
        return look === undefined || when === undefined || seq !== look.seq || verdict !== verdictOf(asking(look.met, when));
      }),
    );
    await record(
      tx,
      ...outcomes.flatMap((outcome): Act[] =>
        outcome.fresh === 0 ? [] : [{ act: 'content.matched', subjects: matchedSubjects(outcome) }],
      ),
    );
    return outcomes;
  }, 'by-index');
  const bodies = await bodiesFor(store, settled);
  return settled.map((outcome, place) => ({
    answer: answerOf(asStands(outcome, group[place]?.when), bodies[place] ?? []),
    asked: outcome.asked,
  }));
}

/**
 * What an act has nobody see is answered as held, whatever the picture met: it comes into view again by what ends the act, never by being screened. Only answered so, and
 * not written: what holds it is the act, and a match would hold it past that. Of what is public already the answer says what it met.
 */
function asStands(outcome: Outcome, when: ScreenedWhen | undefined): Outcome {
  const { unseen } = outcome;
  if (unseen?.kind !== 'hidden' || when === 'online') return outcome;
  return { ...outcome, verdict: 'hold', reviewPending: outcome.reviewPending || unseen.isToBeDecided };
}

/** Of the whole file. */
const sha256Of = ({ fingerprints }: ScreenedUpload): string | null =>
  fingerprints.find(({ kind, variant }) => kind === 'sha256' && variant === 'whole')?.value ?? null;

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
  /** How a decision has it seen that stands; null: nothing restricts it, or it is held. */
  readonly visibility: Visibility | null;
  readonly unseen: Unseen | null;
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
    /** A decision restricts it that was about another picture. */
    readonly isOtherPicture: boolean;
    readonly unseen: Unseen | null;
    readonly reviewId: string;
  },
): Promise<Outcome> {
  const { arrived, look, upload, isInReview, isOtherPicture, unseen, reviewId } = of;
  const { platformId, when } = arrived;
  const { ref, isSamePicture } = upload;
  const { contentId } = arrived.upload;
  const visibility = unseen?.kind === 'limited' ? unseen.visibility : null;
  const outcome = { ref, platformId, contentId, seq: look.seq, unseen };
  if (look.met.length === 0) {
    if (isOtherPicture) await openReview(tx, platformId, ref, 'review', reviewId);
    const verdict = isOtherPicture ? 'review' : 'allow';
    return { ...outcome, verdict, visibility, matches: [], inAll: 0, reviewPending: isInReview || isOtherPicture, fresh: 0, asked: [] };
  }
  // What a person decided holds for the picture that she saw, not for another one under the same id.
  const kept = isSamePicture ? await itemsKept(tx, ref) : new Set<string>();
  const matches = asking(look.met, when).map((match): Match => (kept.has(match.itemId) ? { ...match, effect: 'observe' } : match));
  const found = verdictOf(matches);
  const verdict = found === 'allow' && isOtherPicture ? 'review' : found;
  const told = matches.slice(0, matchesTold);
  const fresh = await rememberMatches(tx, ref, told, { by: 'screen' });
  const asked = askedOf(told);
  // What it met only now nobody has settled.
  const anew = fresh.filter((id) => asked.includes(id));
  const opens = verdict !== 'allow' && (isOtherPicture || anew.length > 0 || (await hasUnsettledMatch(tx, ref, asked)));
  if (opens) await openReview(tx, platformId, ref, verdict, reviewId);
  return {
    ...outcome,
    verdict,
    visibility: verdict === 'hold' ? null : visibility,
    matches: told,
    inAll: look.inAll,
    reviewPending: isInReview || opens,
    fresh: fresh.length,
    asked: anew,
  };
}

/** Matches as this platform may see them: the item's id is another one for each platform, so that lists cannot be compared by id. */
export async function matchBodies(store: Store, platformId: string, matches: readonly Match[]): Promise<MatchBody[]> {
  return (await bodiesFor(store, [{ platformId, matches }]))[0] ?? [];
}

async function bodiesFor(
  store: Store,
  all: readonly { readonly platformId: string; readonly matches: readonly Match[] }[],
): Promise<MatchBody[][]> {
  const salts = await saltsOf(
    store,
    all.flatMap(({ platformId, matches }) => (matches.length > 0 ? [platformId] : [])),
  );
  return all.map(({ platformId, matches }) => matches.map((match) => matchBody(match, saltOf(salts, platformId))));
}

/** A platform has one for good. */
const knownSalts = new WeakMap<Store, Map<string, Uint8Array>>();

async function saltsOf(store: Store, platformIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const known = knownSalts.get(store) ?? new Map<string, Uint8Array>();
  knownSalts.set(store, known);
  const missing = [...new Set(platformIds)].filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const rows = await store.db.selectFrom('platform').select(['id', 'salt']).where('id', 'in', missing).execute();
  for (const { id, salt } of rows) known.set(id, salt);
  return known;
}

function saltOf(salts: ReadonlyMap<string, Uint8Array>, platformId: string): Uint8Array {
  const salt = salts.get(platformId);
  if (salt === undefined) throw new RangeError('a match of a platform that is not there');
  return salt;
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
