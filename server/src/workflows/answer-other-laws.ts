/** Which other requests does a decision answer, each under its own law and in its own words? Those of the same filing, and where it refers all that they name those of others. */
import {
  callsValid,
  carriedGround,
  type Decision,
  type FoundLeft,
  type RequestGround,
  requireGround,
  testProblems,
  underAnotherLaw,
} from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Act } from '../ledger/record.ts';
import type { Announcement } from '../outbox/feed.ts';
import { plainAddress } from '../store/address.ts';
import { contentRefsOf, linkContents, lockFiling, openAnswers, openRequestsNaming, type RequestRow } from '../store/cases.ts';
import { contentsByRef, locateContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { openRequestsAt, referredPlaces } from '../store/places.ts';
import { referredOf } from '../store/referrals.ts';
import { answeredRequest } from './answered-request.ts';
import type { Engine } from './engine.ts';
import { type Found, sealFindings } from './findings.ts';
import { unscreenedOf } from './what-was-shown.ts';

export interface MadeDecision {
  readonly request: RequestRow;
  /** The others of its filing, locked. */
  readonly siblings: readonly RequestRow[];
  readonly decision: Decision;
  readonly ground: string;
  readonly moderatorId: string;
  /** What was found of the content, by law; left out: nothing was asked. */
  readonly found?: Found | undefined;
  readonly placesLeft: number;
  /** What was found like hers and stays up. */
  readonly foundLeft: FoundLeft | null;
  /** Uploads that were judged. */
  readonly refs: readonly string[];
}

/** Answers those whose law has the same reason; what rests on one law's own test leaves the others open. What was ordered is not ordered twice. */
export async function answerOtherLaws(
  engine: Engine,
  tx: Tx,
  { request, siblings, decision, ground: key, moderatorId, found, placesLeft, foundLeft, refs }: MadeDecision,
): Promise<{ readonly announcements: readonly Announcement[]; readonly acts: readonly Act[] }> {
  const announcements: Announcement[] = [];
  const acts: Act[] = [];
  for (const sibling of siblings) {
    const carried = carriedTo(engine, request, sibling, { decision, ground: key, found });
    if (carried === null) continue;
    // What lacks something is not called valid because another was.
    const ground = callsValid(engine.laws.of(sibling.basis), carried) && sibling.completeAt === null ? underAnotherLaw : carried;
    const answered = await answerRequest(engine, tx, sibling, { decision, ground, moderatorId, found, placesLeft, foundLeft, refs });
    announcements.push(answered.announcement);
    acts.push(answered.act);
  }
  return { announcements, acts };
}

/** The reason by which a decision answers another request of its filing; null where that one stays open, for a decision of its own, or waits for none. */
export function carriedTo(
  { laws }: Pick<Engine, 'laws'>,
  { basis }: Pick<RequestRow, 'basis'>,
  sibling: Pick<RequestRow, 'basis' | 'outcome' | 'closedAt'>,
  { decision, ground, found }: Pick<MadeDecision, 'decision' | 'ground' | 'found'>,
): RequestGround | null {
  if (sibling.outcome !== null || sibling.closedAt !== null) return null;
  const carried = carriedGround(laws.of(basis), laws.of(sibling.basis), decision, ground);
  if (carried === null) return null;
  const answers = found?.[sibling.basis];
  // Found not to be so under this law.
  const isContradicted = answers !== undefined && testProblems(laws.of(sibling.basis), decision, carried.key, answers).length > 0;
  return isContradicted ? null : carried;
}

/** Writes one answer, and what she reads of it. */
async function answerRequest(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  {
    decision,
    ground,
    moderatorId,
    found,
    placesLeft,
    foundLeft,
    refs,
  }: Pick<MadeDecision, 'decision' | 'moderatorId' | 'found' | 'placesLeft' | 'foundLeft' | 'refs'> & { readonly ground: RequestGround },
): Promise<{ readonly announcement: Announcement; readonly act: Act }> {
  const id = uuid(engine.random);
  const { trackingNumber, platformId } = request;
  await tx.sql
    .insertInto('decision')
    .values({
      id,
      platform_id: platformId,
      tracking_number: trackingNumber,
      review_id: null,
      outcome: decision,
      ground: ground.key,
      note_sealed: null,
      findings_sealed: sealFindings(engine.keys, engine.laws, id, { law: request.basis, ground: ground.key, found: found ?? {} }),
      moderator_id: moderatorId,
      decided_at: tx.now,
    })
    .execute();
  await linkContents(tx, trackingNumber, refs);
  await answeredRequest(tx, request, { decision, ground: ground.key, placesLeft, foundLeft });
  const announcement: Announcement = {
    platformId,
    type: 'request.decided',
    data: {
      trackingNumber,
      outcome: decision,
      ground: ground.key,
      reason: ground.toPlatform,
      ...(decision === 'refer' ? { tellUploader: false } : {}),
    },
  };
  return {
    announcement,
    act: {
      act: 'decision.made',
      subjects: { decision: id, moderator: moderatorId, outcome: decision, ground: ground.key, request: trackingNumber },
    },
  };
}

/**
 * Answers open requests of others by a referral: all that they name was referred, so nobody may look at it for them, and a refusal would say that it stays. What names
 * more is left for whoever decides about the rest; what came in at this very moment is answered on its page (`is-referred`).
 */
export async function answerByReferral(
  engine: Engine,
  tx: Tx,
  {
    platformId,
    refs,
    places,
    exceptFiling,
    ground: key,
    moderatorId,
  }: {
    readonly platformId: string;
    readonly refs: readonly string[];
    /** Ids and addresses of which nothing was screened. */
    readonly places: readonly string[];
    readonly exceptFiling: string | null;
    readonly ground: string;
    readonly moderatorId: string;
  },
): Promise<{ readonly announcements: readonly Announcement[]; readonly acts: readonly Act[] }> {
  const answered = [];
  const naming = [
    ...(await openRequestsNaming(tx.sql, refs, exceptFiling)),
    ...(await openRequestsAt(tx.sql, platformId, places, exceptFiling)),
  ];
  for (const trackingNumber of [...new Set(naming)].toSorted()) {
    const request = (await lockFiling(tx, trackingNumber)).find((one) => one.trackingNumber === trackingNumber);
    if (request === undefined || request.outcome !== null || request.closedAt !== null) continue;
    const named = await namedBy(engine, tx, request);
    if (!named.isAllReferred) continue;
    const ground = requireGround(engine.laws.of(request.basis), 'refer', key);
    answered.push(
      await answerRequest(engine, tx, request, {
        decision: 'refer',
        ground,
        moderatorId,
        placesLeft: 0,
        foundLeft: null,
        refs: named.refs,
      }),
    );
  }
  return { announcements: answered.map(({ announcement }) => announcement), acts: answered.map(({ act }) => act) };
}

export interface Named {
  readonly refs: readonly string[];
  /** Of which nothing was screened. */
  readonly places: readonly string[];
  readonly isAllReferred: boolean;
  /** The ids and addresses, as they were given, of which everything was referred, with the uploads there. */
  readonly referred: readonly { readonly name: string; readonly refs: readonly string[] }[];
}

/** What a request names, by an id, an address or a fingerprint, and what of it was referred. */
export async function namedBy(engine: Pick<Engine, 'keys'>, tx: Tx, request: RequestRow): Promise<Named> {
  const answers = openAnswers(engine.keys, request);
  const located = await locateContents(tx.sql, request.platformId, answers?.contentIds ?? [], answers?.locations ?? []);
  const linked = await contentsByRef(tx.sql, await contentRefsOf(tx.sql, request.trackingNumber));
  const contents = [...located, ...linked];
  const refs = [...new Set(contents.map(({ ref }) => ref))];
  const referred = await referredOf(tx.sql, refs);
  const unscreened = unscreenedOf(answers, contents);
  const there = await referredPlaces(tx.sql, request.platformId, unscreened);
  const isAnyNamed = refs.length + unscreened.length > 0;
  const isAllReferred = isAnyNamed && refs.every((ref) => referred.has(ref)) && unscreened.every((place) => there.has(place));
  const names = [...new Set([...(answers?.contentIds ?? []), ...(answers?.locations ?? [])])];
  const referredThere = names.flatMap((name) => {
    const at = contents.filter(({ contentId, url }) => contentId === name || (url !== null && plainAddress(url) === plainAddress(name)));
    const isReferred = at.length === 0 ? there.has(name) : at.every(({ ref }) => referred.has(ref));
    return isReferred ? [{ name, refs: [...new Set(at.map(({ ref }) => ref))] }] : [];
  });
  return { refs, places: unscreened, isAllReferred, referred: referredThere };
}
