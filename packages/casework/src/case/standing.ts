/** What is next for the person, and until when? Never an empty "pending": past the due time it says so, and what she can do. */
import { complaintUntil } from '../decision/statement.ts';
import type { LegalBasis } from '../notice/basis.ts';
import { clockOf } from '../request/clock.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import { type CaseEvent, stateOf } from './events.ts';
import { groundTextOf, groundWords, leftSentences, missingSentence } from './timeline.ts';

export type StandingKey =
  | 'not-sent'
  | 'needs-answers'
  | 'asked'
  | 'waiting'
  /** Not decided, and all that she named is gone. */
  | 'not-there'
  | 'being-removed'
  | 'overdue'
  | 'removal-overdue'
  | 'removed'
  /** Of several posts one is shown again, for whoever posted it was right. */
  | 'removed-in-part'
  /** Answered otherwise, and since then the service was told to take it out of view. */
  | 'being-hidden'
  | 'out-of-view'
  | 'being-limited'
  | 'limited'
  /** The service deleted what it was to show to fewer people. */
  | 'gone'
  | 'kept'
  | 'withdrawal-waiting'
  | 'withdrawn';

/** Whether the service has confirmed that nobody sees it. */
export type Hidden = 'ordered' | 'confirmed';

/** Of all that an answered request names: taken out of view since; or hidden for now, for another reason, until somebody decides. */
export type HiddenSince = Hidden | 'meanwhile';

/** Of a request that names more: what of it was taken out of view since it was named, in her own words for it. */
export interface HiddenPart {
  readonly hidden: Hidden;
  readonly places: readonly string[];
}

/** Of a granted request that names more: what of it is shown again, for whoever posted it was right. With neither it was given back, and is out of view for now for another reason. */
export interface ShownAgain {
  /** In her own words for it. */
  readonly places: readonly string[];
  /** So many more, which somebody at the service had found. */
  readonly others: number;
}

/** What is so of a request besides its events. */
export interface Besides {
  /** She was right that a limit was too little, and it holds until it is decided anew. */
  readonly hasLimitLeft?: boolean;
  /** All that an undecided request names is gone, whoever had it removed. */
  readonly isGone?: boolean;
  /** All that it names was taken out of view since it was answered, or is hidden for now, for whatever reason. */
  readonly since?: HiddenSince | null;
  /** The same of some of it; the rest was answered as it says. */
  readonly part?: HiddenPart | null;
  readonly again?: ShownAgain | null;
}

export interface Standing {
  readonly key: StandingKey;
  /** Where it stands and what comes next. */
  readonly sentence: string;
  /** Whether nothing is left for her to do, unless something else of the case asks her for something. */
  readonly asksNothing: boolean;
  /** Until when the next thing has to happen; null when nothing is awaited. */
  readonly until: Date | null;
  /** Whether a new request could say more: the service refused, or left out places that she named. */
  readonly canAskAgain: boolean;
  /** Of a refusal, what `sentence` says in one piece: the answer with its reason, the reason alone, and what else she can do about it; null of anything else. */
  readonly refusal: { readonly answer: string; readonly why: string; readonly whatNext: string } | null;
  /** Where she can turn when the service refuses or stays silent. */
  readonly complaint: { readonly name: string; readonly url: string; readonly sentence: string } | null;
}

/**
 * Where the request stands at `now`. A withdrawal under way comes first: it may not be hers, and only the code can stop it. `basis` is the law in the language of
 * the words (`lawsIn`). `isGone`: all that an undecided request names is gone, whoever had it removed.
 */
export function standing(basis: LegalBasis, events: readonly CaseEvent[], now: Date, words: CaseworkWords, isGone = false): Standing {
  const state = stateOf(events);
  const said = words.case.standing;
  if (state.withdrawnAt) return stands('withdrawn', state.takenBackAt === null ? said.withdrawn : said.takenBack);
  if (state.withdrawalDueAt) return stands('withdrawal-waiting', said.withdrawalWaiting, state.withdrawalDueAt);
  return standingMeanwhile(basis, events, now, words, { isGone });
}

/** Where the request itself stands, also while a withdrawal waits: until then all goes on as before. */
export function standingMeanwhile(
  basis: LegalBasis,
  events: readonly CaseEvent[],
  now: Date,
  words: CaseworkWords,
  { hasLimitLeft = false, isGone = false, since = null, part = null, again = null }: Besides = {},
): Standing {
  const hidden = since === 'meanwhile' ? null : since;
  const state = stateOf(events);
  const said = words.case.standing;
  const clock = clockOf(basis, events, now);
  if (clock === null) return stands('not-sent', said.notSent);
  if (state.takenBackAt !== null) return stands('withdrawn', said.takenBack);
  if (state.decision?.decision === 'keep') {
    // What comes next often refers to the reason: they are said together or not at all.
    const { toPerson: why = '', whatNext = said.askAgain } = groundTextOf(basis, state.decision.ground, words) ?? {};
    const { complaint } = basis;
    const first = state.decision.goneAt === null ? [] : [said.notThereThen];
    // Article 16(5) and 20(5): with the answer, also one to a complaint, comes where else somebody can turn.
    const whereToTurn = complaint === null ? [] : [complaint.sentence];
    const stays = since === 'meanwhile' ? [said.kept, said.hiddenMeanwhile] : [said.kept];
    const kept = part === null ? stays : [partWords(part, words), said.keptRest];
    const answer = [...first, ...kept, ...(why === '' ? [] : [why])].join(' ');
    const refusal = { answer, why, whatNext };
    // Out of view for another reason: that it is not taken down would not be true.
    if (hidden !== null) return { ...outOfView(hidden, words), complaint, refusal: { ...refusal, answer: why } };
    return { ...stands('kept', [answer, whatNext, ...whereToTurn].join(' ')), canAskAgain: true, complaint, refusal };
  }
  const left = leftSentences(state.decision ?? {}, words);
  const againWords = again === null ? [] : againSentences(again, words);
  // Article 20(5): where she can turn comes with the answer to a complaint, also to one that was not hers.
  const againNext = again === null || basis.complaint === null ? [] : [basis.complaint.sentence];
  const leftWords = [...left, ...(part === null ? [] : [partWords(part, words)]), ...againWords, ...againNext];
  // What was to be seen by fewer is gone altogether.
  if (state.decision?.decision === 'restrict' && !state.removedAt) {
    if (hidden !== null) return outOfView(hidden, words);
    const mayDisagree = state.disagreedAt === null && now <= complaintUntil(state.decision.at);
    const ground = groundWords(basis, state.decision.ground, words, mayDisagree);
    const { complaint } = basis;
    if (state.limitedAt)
      return { ...stands('limited', [said.limited, ground ?? said.askAgain, ...leftWords].join(' ')), canAskAgain: true, complaint };
    return clock.state === 'overdue'
      ? pastDue('removal-overdue', [said.toBeLimitedOverdue, ...againWords].join(' '), basis)
      : {
          ...stands('being-limited', [said.toBeLimited, ...(ground === null ? [] : [ground]), ...leftWords].join(' '), clock.dueAt),
          complaint,
        };
  }
  if (state.removedAt && state.decision?.decision === 'refer') return asksNothing(stands('out-of-view', said.outOfView));
  if (state.removedAt) {
    const isAgain = again !== null && againWords.length > 0;
    const key = state.decision?.decision === 'restrict' ? 'gone' : isAgain ? 'removed-in-part' : 'removed';
    return left.length === 0 && again === null
      ? asksNothing(stands(key, said.removed))
      : {
          ...stands(key, [said.removedInPart, ...leftWords].join(' ')),
          canAskAgain: true,
          complaint: again === null ? null : basis.complaint,
        };
  }
  // It was gone before it was passed on: nobody is waited for to hide what nobody sees.
  if (state.decision?.decision === 'refer' && state.decision.goneAt !== null) return stands('out-of-view', said.outOfView);
  if (state.decision?.decision === 'refer') {
    return clock.state === 'overdue'
      ? pastDue('removal-overdue', said.toBeHiddenOverdue, basis)
      : stands('being-removed', said.toBeHidden, clock.dueAt);
  }
  if (state.decision?.decision === 'remove') {
    return clock.state === 'overdue'
      ? pastDue('removal-overdue', [said.toBeRemovedOverdue, ...againWords].join(' '), basis)
      : stands('being-removed', [said.toBeRemoved, ...leftWords].join(' '), clock.dueAt);
  }
  const stillMissing = state.missing.length > 0 ? [missingSentence(basis, state.missing)] : [];
  // Nothing presses while it is gone; the answer still says whether it is kept down.
  if (isGone) return stands('not-there', [said.notThere, ...stillMissing].join(' '));
  if (state.reopenedAt) return stands('waiting', [said.reopened, ...(hasLimitLeft ? [said.limitStays, ...againWords] : [])].join(' '));
  if (clock.state === 'overdue') return pastDue('overdue', [said.overdue, ...stillMissing].join(' '), basis);
  if (state.missing.length > 0) return stands('needs-answers', [said.needsAnswers, ...stillMissing].join(' '), clock.dueAt);
  if (state.asked) return stands('asked', said.asked, clock.dueAt);
  return asksNothing(stands('waiting', said.waiting, clock.dueAt));
}

function partWords({ hidden, places }: HiddenPart, words: CaseworkWords): string {
  const named = { places: places.join(words.case.additions.separator) };
  const said = words.case.standing;
  return hidden === 'confirmed' ? said.partOutOfView(named) : said.partToBeOutOfView(named);
}

function againSentences({ places, others }: ShownAgain, words: CaseworkWords): string[] {
  const { partShownAgain, otherShownAgain } = words.case.standing;
  const named = places.length === 0 ? [] : [partShownAgain({ places: places.join(words.case.additions.separator) })];
  return [...named, ...(others === 0 ? [] : [otherShownAgain({ count: others })])];
}

function outOfView(hidden: Hidden, words: CaseworkWords): Standing {
  const said = words.case.standing;
  return hidden === 'confirmed' ? asksNothing(stands('out-of-view', said.outOfView)) : stands('being-hidden', said.toBeOutOfView);
}

function stands(key: StandingKey, sentence: string, until: Date | null = null): Standing {
  return { key, sentence, asksNothing: false, until, canAskAgain: false, complaint: null, refusal: null };
}

const asksNothing = (standing: Standing): Standing => ({ ...standing, asksNothing: true });

function pastDue(key: StandingKey, sentence: string, basis: LegalBasis): Standing {
  const { complaint } = basis;
  return { ...stands(key, complaint === null ? sentence : `${sentence} ${complaint.sentence}`), complaint };
}
