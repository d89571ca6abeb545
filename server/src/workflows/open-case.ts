/** Who may read a case, and what does it say? Opened only by its code, or once by the link that a platform's form gave. */

import {
  type AlsoKind,
  type BasisId,
  type CaseCode,
  type CasePin,
  caseworkIn,
  type EventsUnderLaw,
  type Hidden,
  type HiddenPart,
  type HiddenSince,
  type Language,
  lawsIn,
  type MissingElement,
  missingElements,
  type QuestionKey,
  type SentFiles,
  type Standing,
  standingMeanwhile,
  stateOf,
  story,
  type TimelineEntry,
  underSeveralLaws,
  withLinesOf,
} from '@likeness/casework';
import type { UploadStanding } from '@likeness/web/moderator';
import type { BesideDecided } from '@likeness/web/person';
import { hashPassword } from '../access/password.ts';
import { endSessionsOf, type SessionId } from '../access/sessions.ts';
import { record } from '../ledger/record.ts';
import { plainAddress } from '../store/address.ts';
import { eventsOf, filesOf, openAnswers, type RequestRow, requestsOfCase, type SealedAnswers } from '../store/cases.ts';
import { contentsByRef, standingsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { goneAtOf } from '../store/gone.ts';
import { heldAlready, isHidingOpen, isHidingOpenAt, joiningSoon } from '../store/referrals.ts';
import { limitLeft } from '../store/reversals.ts';
import { actsOnOf } from './also-acted-on.ts';
import { namedBy } from './answer-other-laws.ts';
import { besideDecided } from './beside-decided.ts';
import { type FollowSecret, macsOfCode, macsOfFollow } from './case-code.ts';
import { type LastComplained, lastComplained, mayComplainUntil, type OpenQuestion, openQuestions } from './complain.ts';
import { type DraftView, draftsOf } from './drafts.ts';
import type { Engine } from './engine.ts';
import { byDue } from './filed.ts';
import { type LetterView, lettersOf } from './letters.ts';
import { type LookOutView, lookOutsOf } from './look-out.ts';
import { shownAgainOf } from './shown-again.ts';
import { type PartView, partsOf } from './take-out.ts';
import { type Talk, talkOf } from './talk.ts';

/** The case behind a code; null for an unknown, an erased and a withdrawn one alike. Codes hold 100 random bits: guessing is hopeless without a limit. */
export async function caseOfCode(engine: Engine, code: CaseCode): Promise<{ readonly caseId: string; readonly hasPin: boolean } | null> {
  const row = await engine.store.db
    .selectFrom('case_file')
    .select(['id', 'pin_hash'])
    .where('code_mac', 'in', macsOfCode(engine, code).all)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { caseId: row.id, hasPin: row.pin_hash !== null };
}

/** The case behind the secret of a follow link that was not used up yet; null otherwise. */
export async function caseOfFollow(engine: Engine, secret: FollowSecret): Promise<string | null> {
  const row = await engine.store.db
    .selectFrom('case_file')
    .select('id')
    .where('follow_mac', 'in', macsOfFollow(engine, secret).all)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Gives a case that came through a platform's form the person's own code; its follow link is used up by it, and every other browser that opened it is out. Setting the same code again is a retry.
 * `other`: the case has another code already, or has ended. `taken`: the code is another case's.
 */
export async function setCaseCode(
  engine: Engine,
  { caseId, session }: { readonly caseId: string; readonly session: SessionId },
  code: CaseCode,
  pin: CasePin | null,
): Promise<'set' | 'other' | 'taken'> {
  const pinHash = pin === null ? null : await hashPassword(pin.reveal(), engine.random(16));
  const macs = macsOfCode(engine, code);
  return engine.store.transact(async (tx) => {
    const holder = await tx.sql.selectFrom('case_file').select('id').where('code_mac', 'in', macs.all).executeTakeFirst();
    if (holder !== undefined) return holder.id === caseId ? 'set' : 'taken';
    const row = await tx.sql
      .updateTable('case_file')
      .set({ code_mac: macs.current, follow_mac: null, pin_hash: pinHash })
      .where('id', '=', caseId)
      .where('code_mac', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return 'other';
    // The link may have been read by somebody else: whoever opened it before her is out, now that only the code opens the case.
    await endSessionsOf(tx, 'person', caseId, { butFor: session, keys: engine.keys });
    await record(tx, { act: 'case.code-set', subjects: { case: row.id } });
    return 'set';
  });
}

export interface RequestLaw {
  readonly id: BasisId;
  readonly name: string;
  readonly country: string;
  readonly statute: string;
}

export interface RequestView {
  readonly trackingNumber: string;
  readonly law: RequestLaw;
  readonly platformId: string;
  readonly platformName: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** When nothing was missing any more; null while something is. */
  readonly completeAt: Date | null;
  readonly standing: Standing;
  readonly missing: readonly MissingElement[];
  /** What a moderator asked before deciding and nobody has answered. */
  readonly asked: readonly QuestionKey[];
  /** How she can be reached was erased from a request that needed it: she may give a new way, and does not have to. */
  readonly lacksContact: boolean;
  /** Pictures and videos that she sent fingerprints of. */
  readonly files: SentFiles;
  /** What she gave, for a form that asks for the rest; after erasure, nothing but the law it rests on. */
  readonly answers: SealedAnswers;
  /** Whether more can still be added. */
  readonly isOpen: boolean;
  /** Whether the service said yes and has not confirmed that it is done: a withdrawal does not take that back. */
  readonly isToBeRemoved: boolean;
  /** Whether the service confirmed that it is done. */
  readonly isRemoved: boolean;
  /** Whether the service decided that fewer people see it, and not that it goes. */
  readonly isLimited: boolean;
  /** Whether it was passed on because it may show somebody under 18: what is known of it is held, whatever she does. */
  readonly isReferred: boolean;
  /** Of that, whether the service has not confirmed yet that nobody can see it. */
  readonly isToBeHidden: boolean;
  /** Undecided, and all that it names is hidden until somebody decides. */
  readonly isHidden: boolean;
}

/** One filing: the request that is due next, and every law that it was filed under. */
export interface FilingView extends RequestView {
  /** What has happened under all of its laws, and what comes next. */
  readonly timeline: readonly TimelineEntry[];
  /** How it stands under the other laws, where `standing` leaves something out. */
  readonly otherLaws: string | null;
  /** Whether a refusal beside its law says that the picture is not taken down, and not only why. */
  readonly saysItStays: boolean;
  /** What became of each of `answers.beside`, in its order; null where nothing may be said. */
  readonly besideDecided: readonly (BesideDecided | null)[];
  /** What the service acts on beside pictures. */
  readonly actsOn: readonly AlsoKind[];
  /** What she can say where somebody does not agree. */
  readonly disagreement: {
    /** `links`: those that she gave and it is about, where she gave several; none where no link of hers leads there. */
    readonly question: { readonly until: Date; readonly isLimited?: boolean; readonly links: readonly string[] } | null;
    readonly complain: { readonly trackingNumber: string; readonly until: Date; readonly isLimited?: boolean } | null;
    /** When she said so of an answer that stands, and whether that was answered. */
    readonly complained: LastComplained | null;
  };
  /** What she can take out of it while the rest of her case goes on. */
  readonly parts: readonly PartView[];
  readonly laws: readonly (RequestLaw & Pick<RequestView, 'trackingNumber' | 'standing' | 'receivedAt' | 'dueAt' | 'completeAt'>)[];
}

export interface CaseView {
  readonly caseId: string;
  readonly requests: readonly FilingView[];
  /** What she writes to services elsewhere. */
  readonly letters: readonly LetterView[];
  /** What she filled in and has not sent. */
  readonly drafts: readonly DraftView[];
  /** What was written with a helper; null when nothing was. */
  readonly talk: Talk | null;
  /** Services that look out for her pictures, or did. */
  readonly lookOuts: readonly LookOutView[];
  readonly hasPin: boolean;
  readonly withdrawalDueAt: Date | null;
  readonly now: Date;
}

/** The whole case as its person sees it, in her language, which nothing keeps; null once it has ended. */
export async function readCase(engine: Engine, caseId: string, language: Language = 'en'): Promise<CaseView | null> {
  return engine.store.transact(async (tx) => {
    const file = await tx.sql
      .selectFrom('case_file')
      .select(['pin_hash', 'withdraw_due_at', 'withdrawn_at'])
      .where('id', '=', caseId)
      .executeTakeFirst();
    if (file === undefined || file.withdrawn_at !== null) return null;
    const requests: FilingView[] = [];
    for (const [, filing] of Map.groupBy(await requestsOfCase(tx.sql, caseId), ({ filingId }) => filingId)) {
      const words = caseworkIn(language);
      const views: RequestView[] = [];
      const underLaws: EventsUnderLaw[] = [];
      for (const request of filing.toSorted(byDue)) {
        const { view, underLaw } = await viewOf(engine, tx, request, filing, language);
        views.push(view);
        underLaws.push(underLaw);
      }
      const together = underSeveralLaws(views, words);
      if (together === null) continue;
      const { lead, standing, others, saysItStays } = together;
      const actsOn = await actsOnOf(tx.sql, filing[0]?.platformId ?? '');
      requests.push({
        ...lead,
        answers: withLinesOf(
          lead.answers,
          views.map((view) => view.answers),
        ),
        besideDecided: await besideDecided(tx, filing, lead.answers.beside ?? [], actsOn),
        actsOn,
        standing,
        timeline: story(underLaws, words),
        otherLaws: others,
        saysItStays,
        missing: onceEach(views.flatMap(({ missing }) => missing)),
        asked: [...new Set(views.flatMap(({ asked }) => asked))],
        lacksContact: views.some(({ lacksContact }) => lacksContact),
        isOpen: views.some(({ isOpen }) => isOpen),
        isToBeRemoved: views.some(({ isToBeRemoved }) => isToBeRemoved),
        isRemoved: views.some(({ isRemoved }) => isRemoved),
        isLimited: views.some(({ isLimited }) => isLimited),
        isReferred: views.some(({ isReferred }) => isReferred),
        isToBeHidden: views.some(({ isToBeHidden }) => isToBeHidden),
        isHidden: views.some(({ isHidden }) => isHidden),
        disagreement: await disagreementOf(engine, tx, filing),
        parts: await partsOf(engine, tx, filing, language),
        laws: views.map(({ law, trackingNumber, standing, receivedAt, dueAt, completeAt }) => ({
          ...law,
          trackingNumber,
          standing,
          receivedAt,
          dueAt,
          completeAt,
        })),
      });
    }
    const lookOuts = await lookOutsOf(tx, caseId);
    const letters = await lettersOf(engine, tx, caseId, language);
    const drafts = await draftsOf(engine, tx, caseId);
    const talk = await talkOf(engine, tx, caseId);
    return {
      caseId,
      requests,
      letters,
      drafts,
      talk,
      lookOuts,
      hasPin: file.pin_hash !== null,
      withdrawalDueAt: file.withdraw_due_at,
      now: tx.now,
    };
  });
}

async function disagreementOf(engine: Engine, tx: Tx, filing: readonly RequestRow[]): Promise<FilingView['disagreement']> {
  const [first] = filing;
  const asked = first === undefined ? [] : await openQuestions(tx, first.filingId);
  const [open] = asked;
  const links = await linksAskedAbout(engine, tx, filing, asked);
  const question =
    open === undefined ? undefined : { until: open.until, ...(open.outcome === 'restrict' ? { isLimited: true } : {}), links };
  const complained = await lastComplained(
    tx,
    filing.map(({ trackingNumber }) => trackingNumber),
  );
  const isGranted = filing.some(({ outcome }) => outcome === 'remove');
  // In the order in which her page tells of them: the first refusal that she reads is the first that she can speak against.
  for (const request of filing.toSorted(byDue)) {
    const { trackingNumber, outcome } = request;
    const mayBeTooLittle = outcome === 'keep' || (outcome === 'restrict' && !isGranted);
    const until = mayBeTooLittle ? await mayComplainUntil(engine, tx, request) : null;
    if (until === null) continue;
    const isLimited = outcome === 'restrict' ? { isLimited: true } : {};
    return { question: question ?? null, complain: { trackingNumber, until, ...isLimited }, complained };
  }
  return { question: question ?? null, complain: null, complained };
}

/**
 * Which of the links that she gave herself these complaints are about. None where she gave only one, or where one of them is about an upload to which no link of hers
 * leads: another address is never hers to read, and her answer is to all of them.
 */
async function linksAskedAbout(
  { keys }: Pick<Engine, 'keys'>,
  tx: Tx,
  filing: readonly RequestRow[],
  asked: readonly OpenQuestion[],
): Promise<readonly string[]> {
  const given = filing.flatMap((request) => {
    const answers = asked.length === 0 ? null : openAnswers(keys, request);
    return answers === null ? [] : (asSupplied(request, answers).locations ?? []);
  });
  const links = [...new Set(given)];
  if (links.length < 2) return [];
  const uploads = await contentsByRef(
    tx.sql,
    asked.flatMap(({ ref }) => ref ?? []),
  );
  const linksTo = ({ contentId, ref }: OpenQuestion): readonly string[] => {
    const address = uploads.find((upload) => upload.ref === ref)?.url ?? contentId;
    return links.filter((link) => address !== null && plainAddress(link) === plainAddress(address));
  };
  const each = asked.map(linksTo);
  return each.some((found) => found.length === 0) ? [] : links.filter((link) => each.some((found) => found.includes(link)));
}

async function viewOf(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  filing: readonly RequestRow[],
  language: Language,
): Promise<{ readonly view: RequestView; readonly underLaw: EventsUnderLaw }> {
  const basis = lawsIn(engine.laws, language).of(request.basis);
  const words = caseworkIn(language);
  const events = await eventsOf(tx.sql, request);
  const answers = openAnswers(engine.keys, request);
  const platform = await tx.sql.selectFrom('platform').select('name').where('id', '=', request.platformId).executeTakeFirstOrThrow();
  const isOpen = request.closedAt === null && request.outcome === null && answers !== null;
  const hasLimitLeft = isOpen && stateOf(events).reopenedAt !== null && (await anyLimitLeft(tx, filing));
  const goneAt = isOpen ? await goneAtOf(tx.sql, request.trackingNumber) : null;
  const hidden = await hiddenSince(engine, tx, request, answers);
  const given = answers === null ? { basis: request.basis, onBehalfOf: request.filer } : asSupplied(request, answers);
  const view = {
    trackingNumber: request.trackingNumber,
    platformId: request.platformId,
    platformName: platform.name,
    receivedAt: request.receivedAt,
    dueAt: request.dueAt,
    completeAt: request.completeAt,
    law: { id: request.basis, name: basis.name, country: basis.country, statute: basis.statute },
    standing: standingMeanwhile(basis, events, tx.now, words, {
      hasLimitLeft,
      isGone: goneAt !== null,
      since: hidden.all,
      part: hidden.part,
      again: await shownAgainOf(tx, filing, given),
    }),
    // What was complete once stays so: an erased contact is not asked for again.
    missing: isOpen && request.completeAt === null ? missingElements(basis, answers) : [],
    asked: isOpen ? (stateOf(events).asked?.questions ?? []) : [],
    lacksContact:
      isOpen &&
      request.completeAt !== null &&
      missingElements(basis, answers).some(({ rule }) => rule === 'contact' || rule === 'name-and-email'),
    files: await filesOf(tx.sql, request.trackingNumber),
    answers: given,
    isOpen,
    isToBeRemoved: request.outcome === 'remove' && request.closedAt === null,
    isRemoved: request.outcome === 'remove' && request.closedAt !== null,
    isLimited: request.outcome === 'restrict',
    isReferred: request.outcome === 'refer',
    isToBeHidden: request.outcome === 'refer' && request.closedAt === null,
    isHidden: isOpen && stateOf(events).restrictedAt !== null && (await isHiddenMeanwhile(engine, tx, request)),
  };
  return { view, underLaw: { basis, events, goneAt } };
}

/** What of an answered request was referred, for whatever other request, and so is out of view: all of it, or the places that she named so. */
async function hiddenSince(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  answers: SealedAnswers | null,
): Promise<{ readonly all: HiddenSince | null; readonly part: HiddenPart | null }> {
  if (request.outcome !== 'keep' && request.outcome !== 'restrict') return { all: null, part: null };
  const { refs, places, isAllReferred, referred } = await namedBy(engine, tx, request);
  const joining = await joiningSoon(tx.sql, refs);
  const held = new Set([...(await heldAlready(tx.sql, refs)), ...joining]);
  const hidden = async (uploads: readonly string[], names: readonly string[]): Promise<Hidden> =>
    uploads.some((ref) => joining.has(ref)) ||
    (await isHidingOpen(tx.sql, uploads)) ||
    (await isHidingOpenAt(tx.sql, request.platformId, names))
      ? 'ordered'
      : 'confirmed';
  if (isAllReferred) return { all: held.size < refs.length ? null : await hidden(refs, places), part: null };
  const { contentIds = [], locations = [] } = answers === null ? {} : asSupplied(request, answers);
  const given = new Set([...contentIds, ...locations]);
  const there = referred.filter(({ name, refs: at }) => given.has(name) && at.every((ref) => held.has(ref)));
  if (there.length === 0)
    return { all: request.outcome === 'keep' && (await isKeptBack(tx, refs, places)) ? 'meanwhile' : null, part: null };
  const names = there.map(({ name }) => name);
  const uploads = there.flatMap(({ refs: at }) => at);
  return { all: null, part: { hidden: await hidden(uploads, names), places: names } };
}

/** Whether all that it names is restricted until somebody decides: a complaint of whoever posted it may have ended that since. */
async function isHiddenMeanwhile(engine: Engine, tx: Tx, request: RequestRow): Promise<boolean> {
  const { refs, places } = await namedBy(engine, tx, request);
  return isKeptBack(tx, refs, places, ['restricted']);
}

/** Whether all of these are kept from being seen until somebody decides, for a request or by a match. */
async function isKeptBack(
  tx: Tx,
  refs: readonly string[],
  places: readonly string[],
  by: readonly UploadStanding[] = ['restricted', 'held'],
): Promise<boolean> {
  // Of a place that nothing was screened at nobody knows.
  if (places.length > 0) return false;
  const standings = await standingsOf(tx.sql, await contentsByRef(tx.sql, refs));
  return standings.size > 0 && [...standings.values()].every((standing) => by.includes(standing));
}

/** Whether a limit that was too little holds until it is decided anew, under whichever law of the filing it was set. */
async function anyLimitLeft(tx: Tx, filing: readonly RequestRow[]): Promise<boolean> {
  for (const { trackingNumber } of filing) if ((await limitLeft(tx, trackingNumber)) !== null) return true;
  return false;
}

/** What one law asks twice, or two laws ask alike, is asked once; who is asked for a name and an e-mail address is not asked for each again. */
function onceEach(missing: readonly MissingElement[]): MissingElement[] {
  const asksBoth = missing.some(({ rule }) => rule === 'name-and-email');
  const seen = new Set<string>(asksBoth ? ['contact /contact', 'signature /signature'] : []);
  return missing.filter(({ rule, pointer }) => {
    const asked = rule === 'exact-locate' ? `locate ${pointer}` : `${rule} ${pointer}`;
    return seen.has(asked) ? false : seen.add(asked);
  });
}

/** Without the places that the service added: whoever filed sees what they gave, and no more. */
function asSupplied({ filedVia }: RequestRow, answers: SealedAnswers): SealedAnswers {
  const added = new Set((answers.amendments ?? []).flatMap(({ by, places }) => (by === 'platform' && filedVia === 'page' ? places : [])));
  if (added.size === 0) return answers;
  const { contentIds, locations, ...rest } = answers;
  const own = (places: readonly string[]): string[] => places.filter((place) => !added.has(place));
  return { ...rest, ...(contentIds && { contentIds: own(contentIds) }), ...(locations && { locations: own(locations) }) };
}
