/** What is decided about? A request with its uploads, or a match with its copies, locked until commit, as it stands now. */
import {
  type BesideAsked,
  type ClaimantItem,
  type FoundLeft,
  type MatchFound,
  type Matter,
  type MissingElement,
  parseTrackingNumber,
  theRule,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { isAnyVariant, isExactKind, isFingerprintKind } from '@likeness/fingerprint';
import { plainAddress } from '../store/address.ts';
import { candidatesOf } from '../store/candidates.ts';
import { contentRefsOf, linkContents, lockFiling, openAnswers, picturesOf, type RequestRow } from '../store/cases.ts';
import { type Content, contentsByRef, fingerprintsOf, locateContents, lockContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { gonePlaces } from '../store/gone.ts';
import { uuidOf } from '../store/ids.ts';
import { referredOf } from '../store/referrals.ts';
import { leftToJudge } from '../store/said-young.ts';
import { lookedOutFor, restrictedHere } from '../store/suspicion.ts';
import { askedBeside } from './also-acted-on.ts';
import { copiesOf } from './copies.ts';
import type { Engine } from './engine.ts';
import { missingOf } from './filed.ts';
import { decidedTogetherWith, type FoundHere, foundFor, leftOf, type OfFound } from './found-answers.ts';
import { markOfRequest, markOfUpload, unscreenedOf } from './what-was-shown.ts';

/** What is decided about, locked: nobody else decides it until commit. */
export interface Table {
  readonly platformId: string;
  readonly request: RequestRow | null;
  /** It is withdrawn, and what it said of somebody under 18 is still to be judged: it is referred, and the person hears nothing more. */
  readonly isSaidYoung: boolean;
  /** The others of its filing, each under another law. */
  readonly siblings: readonly RequestRow[];
  readonly reviewId: string | null;
  readonly contents: readonly Content[];
  /** Marks of what the moderator has to have been shown. */
  readonly marks: readonly string[];
  /** Places of the request that are no upload here. */
  readonly places: readonly string[];
  /** How many of them the moderator did not name. */
  readonly placesLeft: number;
  /** Those of them of which the service has deleted what was there, and since when. */
  readonly gonePlaces: ReadonlyMap<string, Date>;
  readonly matter: Matter;
  readonly claimantItems: readonly ClaimantItem[];
  /** What the request still lacks under its law. */
  readonly missing: readonly MissingElement[];
  /** Of a match: all that is open was found like what a decision left up for fewer people, and like nothing else that is listed. */
  readonly meetsOnlyLimited: boolean;
  /** What the request asks about beside the pictures. */
  readonly asked: readonly BesideAsked[];
  /** What was found by the requester's fingerprints, and what stays up of it. */
  readonly foundHere: readonly FoundHere[];
  readonly foundLeft: FoundLeft | null;
}

/** There is nothing to decide any more. */
export type NotOpen = { readonly outcome: 'already'; readonly decidedBy: string; readonly at: Date } | { readonly outcome: 'closed' };

/**
 * `named`: places that the moderator names; `ofFound`: what she answered of what was found.
 * @throws Problem `request/unknown`
 */
export async function requestTable(
  engine: Engine,
  tx: Tx,
  text: string,
  { named, ofFound }: { readonly named: readonly string[]; readonly ofFound: OfFound | null },
): Promise<Table | NotOpen> {
  const number = parseTrackingNumber(text);
  const filing = number === null ? [] : await lockFiling(tx, number);
  const request = filing.find(({ trackingNumber }) => trackingNumber === number);
  if (request === undefined) throw new Problem('request/unknown');
  if (request.outcome === 'withdrawn') return saidYoungTable(engine, tx, filing, request);
  if (request.outcome !== null) return whoDecided(tx, 'tracking_number', request.trackingNumber);
  const answers = openAnswers(engine.keys, request);
  // What was screened or published since the request came in is found now, and so is what the moderator names.
  const located = await locateContents(tx.sql, request.platformId, answers?.contentIds ?? [], answers?.locations ?? []);
  const pointedAt = await locateContents(tx.sql, request.platformId, named, named);
  const linked = await contentRefsOf(tx.sql, request.trackingNumber);
  const asked = new Set([...linked, ...located.map(({ ref }) => ref)]);
  // Nothing that was found is decided by a refusal.
  const noted = ofFound === null ? [] : await candidatesOf(tx.sql, request.trackingNumber);
  const pointed = pointedAt.map(({ ref }) => ref);
  const locked = await lockContents(tx, [...new Set([...asked, ...pointed, ...noted.map(({ ref }) => ref)])]);
  const found = ofFound === null ? [] : await foundFor(tx, request.trackingNumber, { ofFound, named });
  const together = decidedTogetherWith(found);
  const decided = new Set([...asked, ...pointed, ...together]);
  const contents = locked.filter(({ ref }) => decided.has(ref));
  const ofRequest = contents.filter(({ ref }) => asked.has(ref));
  const unscreened = unscreenedOf(answers, ofRequest);
  const gone = await gonePlaces(tx.sql, request.trackingNumber, unscreened);
  const ticked = new Set(named.map(plainAddress));
  // Linked, so that it outlives the platform's DELETE until the request is closed; what was found beside is linked once it is decided.
  await linkContents(
    tx,
    request.trackingNumber,
    ofRequest.map(({ ref }) => ref),
  );
  const pictures = await picturesOf(tx.sql, request.trackingNumber);
  return {
    platformId: request.platformId,
    request,
    isSaidYoung: false,
    siblings: filing.filter((one) => one !== request),
    reviewId: null,
    contents,
    marks: [
      markOfRequest(ofRequest, unscreened, answers?.beside),
      ...contents.filter(({ ref }) => !asked.has(ref) && !together.includes(ref)).map(markOfUpload),
    ],
    places: unscreened,
    placesLeft: unscreened.filter((place) => !ticked.has(plainAddress(place)) && !gone.has(place)).length,
    gonePlaces: gone,
    matter: { kind: 'request', trackingNumber: request.trackingNumber, basis: engine.laws.of(request.basis) },
    claimantItems: pictures.filter(({ state }) => state === 'pending'),
    missing: answers === null ? [] : missingOf(engine.laws, request, answers),
    meetsOnlyLimited: false,
    asked: askedBeside(answers),
    foundHere: found,
    foundLeft: leftOf(found),
  };
}

/** What a request named that said the person may have been under 18 and is withdrawn: as much of it as was not referred. */
async function saidYoungTable(engine: Engine, tx: Tx, filing: readonly RequestRow[], request: RequestRow): Promise<Table | NotOpen> {
  const { trackingNumber, platformId } = request;
  if ((await leftToJudge(tx.sql, trackingNumber)) === 0) return whoDecided(tx, 'tracking_number', trackingNumber);
  const linked = await lockContents(tx, await contentRefsOf(tx.sql, trackingNumber));
  const referred = await referredOf(
    tx.sql,
    linked.map(({ ref }) => ref),
  );
  return {
    platformId,
    request,
    isSaidYoung: true,
    siblings: filing.filter((one) => one !== request),
    reviewId: null,
    contents: linked.filter(({ ref }) => !referred.has(ref)),
    marks: [],
    places: [],
    placesLeft: 0,
    gonePlaces: new Map(),
    matter: { kind: 'request', trackingNumber, basis: engine.laws.of(request.basis) },
    claimantItems: [],
    missing: [],
    meetsOnlyLimited: false,
    asked: [],
    foundHere: [],
    foundLeft: null,
  };
}

/** The match, and the copies of its upload that stood on the page as they are now: one that came since, or changed, was not judged. */
export async function reviewTable(tx: Tx, reviewId: string, shown: readonly string[]): Promise<Table | NotOpen> {
  const found = await tx.sql.selectFrom('review').select('ref').where('id', '=', uuidOf(reviewId)).executeTakeFirst();
  if (found === undefined) throw new Problem('request/unknown', { detail: 'There is no such review.' });
  const copies = await shownCopies(tx, found.ref, shown);
  const locked = await lockContents(tx, [found.ref, ...copies]);
  const contents = locked.filter((content) => content.ref === found.ref || shown.includes(markOfUpload(content)));
  const review = await tx.sql.selectFrom('review').selectAll().where('id', '=', reviewId).forUpdate().executeTakeFirst();
  if (review === undefined) return { outcome: 'closed' };
  if (review.closed_at !== null) return whoDecided(tx, 'id', review.decision_id ?? '');
  const open = await stillOpen(
    tx,
    contents.map(({ ref }) => ref),
  );
  const judged = contents.filter(({ ref }) => ref === found.ref || open.has(ref));
  const matches: MatchFound[] = [];
  for (const { ref } of judged) {
    const match = await strongestMatch(tx, ref, review.platform_id);
    if (match !== null) matches.push(match);
    else if (ref === found.ref) return { outcome: 'closed' };
  }
  // The farthest of them: if that brings nothing new to list, none does.
  const match = matches.toSorted((a, b) => Number(bringsNew(b)) - Number(bringsNew(a)) || b.distance - a.distance)[0];
  if (match === undefined) return { outcome: 'closed' };
  return {
    platformId: review.platform_id,
    request: null,
    isSaidYoung: false,
    siblings: [],
    reviewId,
    contents: judged,
    marks: judged.filter(({ ref }) => ref === found.ref).map(markOfUpload),
    places: [],
    placesLeft: 0,
    gonePlaces: new Map(),
    matter: { kind: 'match', match },
    claimantItems: [],
    missing: [],
    meetsOnlyLimited: await areOfLimited(
      tx,
      judged.map(({ ref }) => ref),
    ),
    asked: [],
    foundHere: [],
    foundLeft: null,
  };
}

const bringsNew = ({ isOwnItem, kind }: MatchFound): boolean => !isOwnItem || !isExactKind(kind);

/** Of the copies that wait, those that stood on the page. */
async function shownCopies(tx: Tx, ref: string, shown: readonly string[]): Promise<string[]> {
  const [content] = shown.length > 1 ? await contentsByRef(tx.sql, [ref]) : [];
  if (content === undefined) return [];
  const copies = await copiesOf(tx.sql, content, await fingerprintsOf(tx.sql, ref));
  return copies.flatMap((copy) => (shown.includes(markOfUpload(copy.content)) ? [copy.content.ref] : []));
}

/** Uploads with an open match, which is locked until commit. */
async function stillOpen(tx: Tx, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('review')
    .select('ref')
    .where('ref', 'in', [...refs])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Set(rows.map(({ ref }) => ref));
}

async function strongestMatch(tx: Tx, ref: string, platformId: string): Promise<MatchFound | null> {
  const row = await tx.sql
    .selectFrom('match')
    .innerJoin('bank', 'bank.id', 'match.bank_id')
    .innerJoin('item', 'item.id', 'match.item_id')
    .select(['match.item_id', 'match.kind', 'match.variant', 'match.distance', 'bank.platform_id', 'item.source'])
    .where('match.ref', '=', ref)
    .where('match.settled', 'is', null)
    .orderBy('match.of_earlier')
    .orderBy('match.distance')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || !isFingerprintKind(row.kind) || !isAnyVariant(row.variant)) return null;
  // What somebody asked to look out for stands in the service's own bank, and nobody there had looked at it before; what was restricted holds nothing.
  const isOwnItem = row.platform_id === platformId && row.source !== lookedOutFor && row.source !== restrictedHere;
  return { itemId: row.item_id, kind: row.kind, variant: row.variant, distance: row.distance, isOwnItem };
}

/** Of what somebody has confirmed since, the match is like any other. */
async function areOfLimited(tx: Tx, refs: readonly string[]): Promise<boolean> {
  const others = await tx.sql
    .selectFrom('match')
    .innerJoin('item', 'item.id', 'match.item_id')
    .select('match.item_id')
    .where('match.ref', 'in', [...refs])
    .where('match.settled', 'is', null)
    .where((eb) => eb.or([eb('item.source', '<>', restrictedHere), eb('item.confirmed', '=', true)]))
    .limit(1)
    .execute();
  return others.length === 0;
}

async function whoDecided(tx: Tx, column: 'tracking_number' | 'id', value: string): Promise<NotOpen> {
  const row = await tx.sql
    .selectFrom('decision')
    .leftJoin('moderator', 'moderator.id', 'decision.moderator_id')
    .select(['moderator.name', 'decision.decided_at'])
    .where(`decision.${column}`, '=', value)
    .orderBy('decision.decided_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? { outcome: 'closed' } : { outcome: 'already', decidedBy: row.name ?? theRule, at: row.decided_at };
}
