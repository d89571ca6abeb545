/** What has happened to a request, and where does it stand? Its state is a fold over its events; time comes with them. */
import type { ComplaintBy, ComplaintOutcome, Unjudged } from '../decision/complaint.ts';
import type { FoundLeft } from '../decision/found-answers.ts';
import type { Decision } from '../notice/basis.ts';
import type { AmendedBy } from '../request/amendments.ts';
import { isAnsweredBy, type QuestionKey } from '../request/questions.ts';
import type { Additions } from './additions.ts';
import type { WithdrawnPart } from './withdrawal.ts';

/** One thing that happened. `at` is the time of the transaction that wrote it. */
export type CaseEvent = {
  readonly at: Date;
} /** `missing`: keys of the elements that lack. `allowedHours`: the service's own target that day. `orderedUntil`: the time that an order names. */ & (
  | { readonly kind: 'received'; readonly missing: readonly string[]; readonly allowedHours?: number; readonly orderedUntil?: Date }
  | { readonly kind: 'amended'; readonly missing: readonly string[]; readonly by?: AmendedBy; readonly added?: Additions }
  /** How she can be reached was erased, at her wish. */
  | { readonly kind: 'contact-erased' }
  /** What she wrote was erased, for its time was over. */
  | { readonly kind: 'answers-erased' }
  /** A person at the service opened it. */
  | { readonly kind: 'seen' }
  /** A person at the service wants to know more before deciding. No clock moves. */
  | { readonly kind: 'asked'; readonly questions: readonly QuestionKey[] }
  /** `placesLeft`: so many of the places that she named were not acted on. `foundLeft`: uploads like her pictures that she did not name, that somebody looked at and left; `foundToo`: so many that were decided with the others. `goneAt`: since then all that she named was not there any more. */
  | {
      readonly kind: 'decided';
      readonly decision: Decision;
      readonly ground: string;
      readonly placesLeft?: number;
      readonly foundLeft?: FoundLeft;
      readonly foundToo?: number;
      readonly goneAt?: Date;
    }
  /** The last decision was taken back: it was a slip and is made again, or a complaint was right and another decision follows. `isReopened`: a restriction was too little for whoever asked, and it is decided anew. */
  | { readonly kind: 'reversed'; readonly because: ReversedBecause; readonly isReopened?: true }
  /** The same of one of several posts, for somebody outside the service decided so; the decision stands for the rest. */
  | { readonly kind: 'set-aside-in-part'; readonly ground: string }
  /** Whoever posted it complained about the removal or restriction; she is asked, until then. */
  | { readonly kind: 'complaint-asked'; readonly until: Date }
  | { readonly kind: 'complaint-answered' }
  /** She complained about a refusal. */
  | { readonly kind: 'complained' }
  /** `unjudged`: nobody judged it, for what it was about was set aside from outside, is decided anew, or was referred. `isOfPart`: it was about one of several posts, and right about that one. */
  | {
      readonly kind: 'complaint-decided';
      readonly by: ComplaintBy;
      readonly outcome: ComplaintOutcome;
      readonly unjudged?: Unjudged;
      readonly isOfPart?: true;
    }
  /** The clock stands still until then at the latest, for a reason; under a law whose clock nothing moves it says nothing. */
  | { readonly kind: 'paused'; readonly until: Date; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'extended'; readonly byMs: number; readonly reason: string }
  /** What it names cannot be seen for now. Not a decision: it is undone by one. */
  | { readonly kind: 'restricted' }
  /** The service confirmed that so many copies are gone, too. */
  | { readonly kind: 'copies-removed'; readonly count: number }
  /** The service confirmed that fewer people see it, as was decided. `isMoot`: it never did, and does not have to any more, for it is gone. */
  | { readonly kind: 'limited'; readonly isMoot?: true }
  /** The service confirmed that the content is gone. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'withdrawal-asked'; readonly takesEffectAt: Date }
  | { readonly kind: 'withdrawal-cancelled' }
  | { readonly kind: 'withdrawn' }
  /** Someone with the code wants one part of it taken out, which waits. */
  | { readonly kind: 'taking-out'; readonly part: WithdrawnPart }
  | { readonly kind: 'taking-out-stopped'; readonly part: WithdrawnPart }
  /** The service had answered before it took effect. */
  | { readonly kind: 'taking-out-lapsed'; readonly part: WithdrawnPart }
  /** One part of it was taken out: the request itself is over with it, the rest goes on. `missing`: what lacks since then. */
  | { readonly kind: 'taken-out'; readonly part: WithdrawnPart; readonly missing?: readonly string[] }
);

/** `undone`: whoever decided took it back at once. `complaint`: somebody else found the complaint of the other side right. `outside`: a court, a body or an authority set it aside. */
export type ReversedBecause = 'undone' | 'complaint' | 'outside';

export interface CaseState {
  readonly receivedAt: Date | null;
  readonly missing: readonly string[];
  readonly completeAt: Date | null;
  readonly seenAt: Date | null;
  /** What was asked and not answered; null when nothing waits for whoever filed. */
  readonly asked: {
    readonly questions: readonly QuestionKey[];
    readonly at: Date;
    /** What was asked beside them and is answered, and since when. */
    readonly answered: readonly QuestionKey[];
    readonly answeredAt: Date | null;
  } | null;
  /** What was asked and not answered when it was decided: asked again should the decision have been a slip. */
  readonly askedBefore: CaseState['asked'];
  readonly decision: {
    readonly decision: Decision;
    readonly ground: string;
    readonly placesLeft: number;
    readonly foundLeft: FoundLeft | null;
    readonly at: Date;
    /** Since when all that she named was gone, when it was decided. */
    readonly goneAt: Date | null;
  } | null;
  readonly restrictedAt: Date | null;
  /** When a refusal was taken back after her complaint; null once it is decided anew. */
  readonly reopenedAt: Date | null;
  /** The same when the last decision was made: should that be a slip, the request is open again as it was. */
  readonly reopenedBefore: Date | null;
  /** When she said that the last decision is wrong. */
  readonly disagreedAt: Date | null;
  readonly removedAt: Date | null;
  /** When the service confirmed a restriction that was decided. */
  readonly limitedAt: Date | null;
  readonly copiesRemovedAt: Date | null;
  /** When a withdrawal that was asked for, and not cancelled, takes effect. */
  readonly withdrawalDueAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When she took this request back, in a case that goes on. */
  readonly takenBackAt: Date | null;
  /** When the request needed nothing more from the service: refused, gone, or withdrawn. */
  readonly settledAt: Date | null;
}

const nothingYet: CaseState = {
  receivedAt: null,
  missing: [],
  completeAt: null,
  seenAt: null,
  asked: null,
  askedBefore: null,
  decision: null,
  restrictedAt: null,
  reopenedAt: null,
  reopenedBefore: null,
  disagreedAt: null,
  removedAt: null,
  limitedAt: null,
  copiesRemovedAt: null,
  withdrawalDueAt: null,
  withdrawnAt: null,
  takenBackAt: null,
  settledAt: null,
};

/** Events in the order of their times; those of one moment keep the order given. */
export function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The events in order, with all copies that went in one line, at the time of the last: fifty lines would bury the rest. */
export function copiesTogether(events: readonly CaseEvent[]): CaseEvent[] {
  const ordered = inOrder(events);
  const count = ordered.reduce((sum, event) => sum + (event.kind === 'copies-removed' ? event.count : 0), 0);
  const last = ordered.findLastIndex(({ kind }) => kind === 'copies-removed');
  return ordered.flatMap((event, index): CaseEvent[] => {
    if (event.kind !== 'copies-removed') return [event];
    return index === last ? [{ ...event, count }] : [];
  });
}

/** The state after all events, whatever order they come in. */
export function stateOf(events: readonly CaseEvent[]): CaseState {
  return inOrder(events).reduce(step, nothingYet);
}

/** What nothing that was added answers; null once nothing is left. */
function stillAsked(asked: CaseState['asked'], added: Additions | undefined, at: Date): CaseState['asked'] {
  if (asked === null || added === undefined) return asked;
  const questions = asked.questions.filter((key) => !isAnsweredBy(key, added));
  if (questions.length === 0) return null;
  const answered = asked.questions.filter((key) => !questions.includes(key));
  return answered.length === 0 ? asked : { ...asked, questions, answered: [...asked.answered, ...answered], answeredAt: at };
}

function step(state: CaseState, event: CaseEvent): CaseState {
  const { at } = event;
  switch (event.kind) {
    case 'received':
    case 'amended': {
      const missing = event.missing;
      const receivedAt = state.receivedAt ?? (event.kind === 'received' ? at : null);
      const asked = event.kind === 'received' ? null : stillAsked(state.asked, event.added, at);
      return { ...state, receivedAt, missing, completeAt: state.completeAt ?? (missing.length === 0 ? at : null), asked };
    }
    case 'contact-erased':
    case 'answers-erased':
    case 'paused':
    case 'resumed':
    case 'extended':
    case 'set-aside-in-part':
    case 'complaint-asked':
    case 'complaint-answered':
    case 'complaint-decided':
    case 'taking-out':
    case 'taking-out-stopped':
    case 'taking-out-lapsed':
      return state;
    case 'complained':
      return { ...state, disagreedAt: at };
    case 'restricted':
      return { ...state, restrictedAt: state.restrictedAt ?? at };
    case 'copies-removed':
      return { ...state, copiesRemovedAt: at };
    case 'seen':
      return { ...state, seenAt: state.seenAt ?? at };
    case 'asked':
      return {
        ...state,
        asked: {
          questions: [...new Set([...(state.asked?.questions ?? []), ...event.questions])],
          at,
          answered: (state.asked?.answered ?? []).filter((key) => !event.questions.includes(key)),
          answeredAt: state.asked?.answeredAt ?? null,
        },
      };
    case 'decided': {
      const { decision: kind, ground, placesLeft = 0, foundLeft = null, goneAt = null } = event;
      const decision = { decision: kind, ground, placesLeft, foundLeft, at, goneAt };
      const asked = { asked: null, askedBefore: state.asked, reopenedAt: null, reopenedBefore: state.reopenedAt, disagreedAt: null };
      // A refusal settles the request and undoes an earlier removal; a removal settles it only once it is done, also when it corrects a refusal.
      return event.decision === 'keep'
        ? {
            ...state,
            ...asked,
            decision,
            removedAt: null,
            limitedAt: null,
            restrictedAt: null,
            settledAt: state.settledAt ?? at,
          }
        : { ...state, ...asked, decision, settledAt: state.withdrawnAt ?? state.removedAt };
    }
    case 'reversed': {
      // A slip, and a wrong refusal, leave all to be done, in the time there was; that a removal was wrong makes no answer late.
      const isReopened = event.because === 'complaint' && (event.isReopened === true || state.decision?.decision === 'keep');
      const settledAt = event.because === 'undone' || isReopened ? state.withdrawnAt : state.settledAt;
      const asked = event.because === 'undone' ? state.askedBefore : null;
      const reopenedAt = isReopened ? at : event.because === 'undone' ? state.reopenedBefore : null;
      return { ...state, asked, decision: null, removedAt: null, limitedAt: null, reopenedAt, settledAt };
    }
    case 'removed':
      return { ...state, removedAt: state.removedAt ?? at, settledAt: state.settledAt ?? at };
    case 'limited':
      return { ...state, limitedAt: state.limitedAt ?? at, settledAt: state.settledAt ?? at };
    case 'withdrawal-asked':
      return { ...state, withdrawalDueAt: event.takesEffectAt };
    case 'withdrawal-cancelled':
      return { ...state, withdrawalDueAt: null };
    case 'withdrawn':
      return { ...state, withdrawalDueAt: null, withdrawnAt: state.withdrawnAt ?? at, settledAt: state.settledAt ?? at };
    case 'taken-out':
      return event.part === 'request'
        ? {
            ...state,
            asked: null,
            missing: [],
            withdrawnAt: state.withdrawnAt ?? at,
            takenBackAt: state.takenBackAt ?? at,
            settledAt: state.settledAt ?? at,
          }
        : { ...state, missing: event.missing ?? state.missing };
  }
}
