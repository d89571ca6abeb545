/** What happened so far, in words for the person? One line per event, each with its time for the page to write. */

import type { Unjudged } from '../decision/complaint.ts';
import type { FoundLeft } from '../decision/found-answers.ts';
import { groundsOf, referGrounds, underAnotherLaw } from '../decision/grounds.ts';
import { afterComplaint } from '../decision/reversal.ts';
import { outsideGrounds } from '../decision/set-aside.ts';
import { restrictGround, restrictWords } from '../decision/visibility.ts';
import type { Decision, LegalBasis, RequestGround } from '../notice/basis.ts';
import { momentOf, timetableOf } from '../request/clock.ts';
import { questionSentence } from '../request/questions.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import { additionsFrom, additionsSentence, missingWords } from './additions.ts';
import { type CaseEvent, copiesTogether, inOrder, stateOf } from './events.ts';

export type TimelineKey =
  | 'received'
  | 'added'
  | 'service-added'
  | 'contact-erased'
  | 'answers-erased'
  | 'seen'
  | 'asked'
  | 'decided-remove'
  | 'decided-restrict'
  | 'decided-keep'
  | 'decided-refer'
  | 'reversed'
  | 'complaint-asked'
  | 'set-aside-in-part'
  | 'complaint-answered'
  | 'complained'
  | 'complaint-decided'
  | 'limited'
  | 'removed'
  | 'paused'
  | 'extended'
  | 'restricted'
  | 'copies-removed'
  | 'due-by'
  | 'withdrawal-asked'
  | 'withdrawal-due'
  | 'withdrawal-cancelled'
  | 'withdrawn'
  | 'taking-out'
  | 'taking-out-stopped'
  | 'taking-out-lapsed'
  | 'taken-out';

export interface TimelineEntry {
  readonly at: Date;
  readonly key: TimelineKey;
  readonly sentence: string;
}

/** An event under one law: what it says under each, and what this law then lacked. */
export interface TimelineLine extends TimelineEntry {
  /** `things`: what was missing, as names; empty where nothing was any more. `isNow`: nothing has come in since. Null: of this nothing is said. */
  readonly lack: { readonly things: string; readonly isNow: boolean; readonly isFirst: boolean } | null;
}

/**
 * The events under one law as sentences, oldest first, with the times that still count at their place: until when the service has, and when a withdrawal takes effect.
 * `basis` is the law in the language of the words (`lawsIn`). `goneAt`: since when all that an undecided request names is gone. Of several laws: `story`.
 */
export function timeline(
  basis: LegalBasis,
  events: readonly CaseEvent[],
  words: CaseworkWords,
  goneAt: Date | null = null,
): TimelineEntry[] {
  return linesOf(basis, events, words, goneAt).map(({ at, key, sentence, lack }) => ({
    at,
    key,
    sentence: lack === null ? sentence : `${sentence} ${lackSentence(lack, words)}`,
  }));
}

/** The same, with what the law lacked by itself. */
export function linesOf(basis: LegalBasis, events: readonly CaseEvent[], words: CaseworkWords, goneAt: Date | null): TimelineLine[] {
  const state = stateOf(events);
  const said = words.case.timeline;
  const entries: TimelineLine[] = [];
  let missing: readonly string[] = [];
  let isComplete = false;
  const latest = inOrder(events).findLast(({ kind }) => kind === 'received' || kind === 'amended');
  for (const event of copiesTogether(events)) {
    if (event.kind === 'received' || event.kind === 'amended') {
      const came =
        event.kind === 'received'
          ? said.received
          : additionsSentence(event.by, event.added ?? additionsFrom(basis, missing, event.missing), words);
      const key = event.kind === 'received' ? 'received' : event.by === 'platform' ? 'service-added' : 'added';
      missing = event.missing;
      entries.push({ ...say(event.at, key, came), lack: lackOf(basis, event, isComplete, event === latest, words) });
      isComplete ||= missing.length === 0;
    } else {
      const isAboutLimit = lastGrant(events, event.at) === 'restrict';
      const isGone = isAboutLimit && events.some(({ kind, at }) => kind === 'removed' && at <= event.at);
      const hasDisagreed = events.some(({ kind, at }) => kind === 'complained' && at >= event.at);
      const tookBack = lastDecision(events, event);
      const isReferred = tookBack === 'refer';
      const isInPart = isDecidedInPart(events, event);
      entries.push(lineFor(basis, event, { isReferred, isInPart, isAboutLimit, isGone, hasDisagreed, tookBack }, words));
    }
  }
  const timetable = timetableOf(basis, events);
  const dueAt = timetable && momentOf(timetable, 1);
  // Nothing ended there where all of it was gone by then.
  const wasGoneAt = state.decision?.goneAt ?? goneAt;
  const isPast = (at: Date | null, then: Date): boolean => at === null || at > then;
  if (dueAt && isPast(state.settledAt, dueAt) && isPast(wasGoneAt, dueAt)) entries.push(say(dueAt, 'due-by', dueSentence(basis, words)));
  if (state.withdrawalDueAt) entries.push(say(state.withdrawalDueAt, 'withdrawal-due', said.withdrawalDue));
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What had been done to the picture by then, at that very moment included: that is what whoever posted it complains about. */
function lastGrant(events: readonly CaseEvent[], at: Date): Decision | null {
  const granted = inOrder(events).findLast((event) => event.kind === 'decided' && event.decision !== 'keep' && event.at <= at);
  return granted?.kind === 'decided' ? granted.decision : null;
}

/** What had been decided before this. */
function decidedBefore(events: readonly CaseEvent[], event: CaseEvent): Extract<CaseEvent, { kind: 'decided' }> | null {
  const ordered = inOrder(events);
  const decided = ordered.slice(0, ordered.indexOf(event)).findLast(({ kind }) => kind === 'decided');
  return decided?.kind === 'decided' ? decided : null;
}

const lastDecision = (events: readonly CaseEvent[], event: CaseEvent): Decision | null => decidedBefore(events, event)?.decision ?? null;

function isDecidedInPart(events: readonly CaseEvent[], event: CaseEvent): boolean {
  const { placesLeft = 0, foundLeft } = decidedBefore(events, event) ?? {};
  return placesLeft > 0 || foundLeft !== undefined;
}

/** What was done by mistake is undone: a removal, a limit, or a refusal, by which nothing had changed. */
function undoneSentence(tookBack: Decision | null, words: CaseworkWords): string {
  const said = words.case.timeline.reversed;
  switch (tookBack) {
    case 'restrict':
      return said.undoneLimit;
    case 'keep':
      return said.undoneRefusal;
    default:
      return said.undone;
  }
}

/** Which time ends there. */
function dueSentence({ clock }: LegalBasis, words: CaseworkWords): string {
  const said = words.case.timeline.due;
  switch (clock.kind) {
    case 'hours':
      return said.hours({ count: clock.hours });
    case 'own-target':
      return said.ownTarget;
    case 'order':
      return said.order;
  }
}

/** Whether something lacked then, or still lacks; that nothing does is said once. */
function lackOf(
  basis: LegalBasis,
  { kind, missing }: Extract<CaseEvent, { missing: unknown }>,
  wasComplete: boolean,
  isNow: boolean,
  words: CaseworkWords,
): TimelineLine['lack'] {
  if (missing.length === 0 && wasComplete) return null;
  return { things: missingWords(basis, missing, words.language), isNow, isFirst: kind === 'received' };
}

/** `laws`: those that it is true of, as a list; null where it is true of all. */
export function lackSentence(
  { things, isNow, isFirst }: NonNullable<TimelineLine['lack']>,
  words: CaseworkWords,
  laws: string | null = null,
): string {
  const { timeline: said, underLaws } = words.case;
  if (things === '') {
    const sentence = isFirst ? said.isComplete : said.nowComplete;
    return laws === null ? sentence : underLaws.says({ laws, sentence });
  }
  if (laws === null) return isNow ? said.stillMissing({ things }) : said.stillMissingThen({ things });
  return isNow ? underLaws.stillMissing({ laws, things }) : underLaws.stillMissingThen({ laws, things });
}

function lineFor(
  basis: LegalBasis,
  event: Exclude<CaseEvent, { readonly kind: 'received' | 'amended' }>,
  {
    isReferred,
    isInPart,
    isAboutLimit,
    isGone,
    hasDisagreed,
    tookBack,
  }: {
    /** Whether the last that was decided before is that it is passed on. */
    readonly isReferred: boolean;
    /** Whether it left something up that she named, or that looks like hers. */
    readonly isInPart: boolean;
    readonly isAboutLimit: boolean;
    readonly isGone: boolean;
    readonly hasDisagreed: boolean;
    /** Of what takes a decision back: which. */
    readonly tookBack: Decision | null;
  },
  words: CaseworkWords,
): TimelineLine {
  const { at } = event;
  const said = words.case.timeline;
  switch (event.kind) {
    case 'contact-erased':
      return say(at, 'contact-erased', said.contactErased);
    case 'answers-erased':
      return say(at, 'answers-erased', said.answersErased);
    case 'seen':
      return say(at, 'seen', said.seen);
    case 'asked':
      return say(at, 'asked', [said.asked, ...event.questions.map((key) => questionSentence(key, words))].join(' '));
    case 'decided': {
      const sentence =
        event.decision === 'keep'
          ? refusalSentence(basis, event.ground, words)
          : (groundWords(basis, event.ground, words, !hasDisagreed) ?? said.groundOfOld[event.decision]);
      const too = event.foundToo === undefined ? [] : [said.foundToo({ count: event.foundToo })];
      return say(at, `decided-${event.decision}`, [sentence, ...too, ...leftSentences(event, words)].join(' '));
    }
    case 'reversed':
      return say(at, 'reversed', event.because === 'undone' ? undoneSentence(tookBack, words) : said.reversed[event.because]);
    case 'set-aside-in-part': {
      const sentence = event.ground === 'counter-notice' ? said.counterNoticeInPart : said.setAsideInPart;
      const next = groundTextOf(basis, event.ground, words)?.whatNext;
      return say(at, 'set-aside-in-part', next === undefined ? sentence : `${sentence} ${next}`);
    }
    case 'complaint-asked':
      return say(at, 'complaint-asked', isGone ? said.complaintAskedGone : isAboutLimit ? said.complaintAskedLimited : said.complaintAsked);
    case 'complaint-answered':
      return say(at, 'complaint-answered', said.complaintAnswered);
    case 'complained':
      return say(at, 'complained', said.complained);
    case 'complaint-decided':
      return say(at, 'complaint-decided', complaintSentence(event, isAboutLimit, words));
    case 'paused':
      return say(at, 'paused', said.paused({ reason: event.reason }));
    case 'resumed':
      return say(at, 'paused', said.resumed);
    case 'extended':
      return say(at, 'extended', said.extended({ reason: event.reason }));
    case 'restricted':
      return say(at, 'restricted', said.restricted);
    case 'copies-removed':
      return say(at, 'copies-removed', said.copiesRemoved({ count: event.count }));
    case 'limited':
      return say(at, 'limited', event.isMoot === true ? said.limitedNoMore : said.limited);
    case 'removed':
      return say(at, 'removed', isReferred ? said.outOfView : isInPart ? words.case.standing.removedInPart : said.removed);
    case 'withdrawal-asked':
      return say(at, 'withdrawal-asked', said.withdrawalAsked);
    case 'withdrawal-cancelled':
      return say(at, 'withdrawal-cancelled', said.withdrawalCancelled);
    case 'withdrawn':
      return say(at, 'withdrawn', said.withdrawn);
    case 'taking-out':
      return say(at, 'taking-out', said.takingOut[event.part]);
    case 'taking-out-stopped':
      return say(at, 'taking-out-stopped', said.takingOutStopped[event.part]);
    case 'taking-out-lapsed':
      return say(at, 'taking-out-lapsed', said.takingOutLapsed[event.part]);
    case 'taken-out':
      return say(at, 'taken-out', said.takenOut[event.part]);
  }
}

/** That it was a no, and why. What she can do about it stands with where it stands: it changes, and this line does not. */
function refusalSentence(basis: LegalBasis, key: string, words: CaseworkWords): string {
  const { refused, groundOfOld } = words.case.timeline;
  const ground = groundTextOf(basis, key, words);
  if (ground === null) return groundOfOld.keep;
  const isFromOutside = outsideGrounds.some((one) => one.key === key);
  return isFromOutside ? `${ground.toPerson} ${ground.whatNext}` : `${refused} ${ground.toPerson}`;
}

function complaintSentence(
  { by, outcome, unjudged, isOfPart }: Extract<CaseEvent, { kind: 'complaint-decided' }>,
  isAboutLimit: boolean,
  words: CaseworkWords,
): string {
  const said = words.case.timeline;
  if (isOfPart === true) return said.complaintOfPartUpheld;
  if (unjudged === undefined) return said.complaintDecided[by][outcome];
  if (by === 'requester') return unjudgedSentence(unjudged, words);
  if (unjudged === 'anew') return said.complaintDecidedAnew;
  if (unjudged === 'referred') return said.complaintClosed;
  return isAboutLimit ? said.complaintSettledOutsideLimited : said.complaintSettledOutside;
}

/** Why nobody judged what she said against an answer. */
export function unjudgedSentence(unjudged: Unjudged, words: CaseworkWords): string {
  const said = words.case.timeline;
  if (unjudged === 'anew') return said.complaintDecidedAnew;
  return unjudged === 'referred' ? said.ownComplaintClosed : said.ownComplaintSettledOutside;
}

/** The ground of this key, as moderators know it; null when a newer or older version of the basis wrote it. */
export function groundOf(basis: LegalBasis, key: string): RequestGround | null {
  return [...groundsOf(basis), ...outsideGrounds, afterComplaint, underAnotherLaw].find((ground) => ground.key === key) ?? null;
}

/** What she reads of a ground: why, and what she can do next, which often refers to it. Null when this version does not know it. `mayDisagree`: of a limit, whether she can still say that it is too little. */
export function groundWords(basis: LegalBasis, key: string, words: CaseworkWords, mayDisagree = true): string | null {
  const ground = groundTextOf(basis, key, words, mayDisagree);
  return ground === null ? null : `${ground.toPerson} ${ground.whatNext}`;
}

/** The same in its two parts. */
export function groundTextOf(
  basis: LegalBasis,
  key: string,
  words: CaseworkWords,
  mayDisagree = true,
): { readonly toPerson: string; readonly whatNext: string } | null {
  const { refer, afterComplaint: after, underAnotherLaw: another, setAside, counterNotice } = words.decision.grounds;
  const outside = outsideGrounds.find((one) => one.key === key);
  const restricted = restrictGround(key);
  return (
    (restricted === null ? undefined : restrictWords(restricted, words, mayDisagree)) ??
    basis.grounds.find((one) => one.key === key) ??
    (key === afterComplaint.key
      ? after
      : key === underAnotherLaw.key
        ? another
        : outside !== undefined
          ? outside.key === 'counter-notice'
            ? counterNotice
            : setAside
          : referGrounds.some((one) => one.key === key)
            ? refer
            : null)
  );
}

/** What is missing, each in its own plain sentence. */
export function missingSentence(basis: LegalBasis, missing: readonly string[]): string {
  return [...basis.elements, ...basis.agentElements]
    .filter(({ key }) => missing.includes(key))
    .map((element) => element.missing)
    .join(' ');
}

/** What was not acted on, of the places that she named and of what was found like hers: never a word of "gone" without it. */
export function leftSentences(
  { placesLeft = 0, foundLeft }: { readonly placesLeft?: number; readonly foundLeft?: FoundLeft | null },
  words: CaseworkWords,
): string[] {
  const said = words.case.timeline;
  const { anotherPicture = 0, consented = 0 } = foundLeft ?? {};
  return [
    ...(placesLeft === 0 ? [] : [said.placesLeft({ count: placesLeft })]),
    ...(anotherPicture === 0 ? [] : [said.foundAnotherPicture({ count: anotherPicture })]),
    ...(consented === 0 ? [] : [said.foundConsented({ count: consented })]),
    ...(anotherPicture + consented === 0 ? [] : [said.foundAskAgain]),
  ];
}

function say(at: Date, key: TimelineKey, sentence: string): TimelineLine {
  return { at, key, sentence, lack: null };
}
