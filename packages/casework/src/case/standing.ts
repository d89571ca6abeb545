/** What is next for the person, and until when? Never an empty "pending": past the due time it says so, and what she can do. */
import type { LegalBasis } from '../notice/basis.ts';
import { clockOf } from '../request/clock.ts';
import { type CaseEvent, stateOf } from './events.ts';
import { groundOf, missingSentence, placesLeftSentence } from './timeline.ts';

export type StandingKey =
  | 'not-sent'
  | 'needs-answers'
  | 'waiting'
  | 'being-removed'
  | 'overdue'
  | 'removal-overdue'
  | 'removed'
  | 'out-of-view'
  | 'kept'
  | 'withdrawal-waiting'
  | 'withdrawn';

export interface Standing {
  readonly key: StandingKey;
  /** Where it stands and what comes next. */
  readonly sentence: string;
  /** Until when the next thing has to happen; null when nothing is awaited. */
  readonly until: Date | null;
  /** Whether a new request could say more: the service refused, or left out places that she named. */
  readonly canAskAgain: boolean;
  /** Where she can turn when the service refuses or stays silent. */
  readonly complaint: { readonly name: string; readonly url: string; readonly sentence: string } | null;
}

/** Where the request stands at `now`. A withdrawal under way comes first: it may not be hers, and only the code can stop it. */
export function standing(basis: LegalBasis, events: readonly CaseEvent[], now: Date): Standing {
  const state = stateOf(events);
  if (state.withdrawnAt) return stands('withdrawn', 'Your case has ended. You can open a new one at any time.');
  if (state.withdrawalDueAt) {
    return stands(
      'withdrawal-waiting',
      'This case will end at the time shown. If you did not ask for that, or have changed your mind, you can go on with it.',
      state.withdrawalDueAt,
    );
  }
  return standingMeanwhile(basis, events, now);
}

/** Where the request itself stands, also while a withdrawal waits: until then all goes on as before. */
export function standingMeanwhile(basis: LegalBasis, events: readonly CaseEvent[], now: Date): Standing {
  const state = stateOf(events);
  const clock = clockOf(basis, events, now);
  if (clock === null) return stands('not-sent', 'Nothing has been sent yet. You can go on when you are ready.');
  if (state.decision?.decision === 'keep') {
    const ground = groundOf(basis, state.decision.ground);
    // What comes next often refers to the reason: they are said together or not at all.
    const said = ground === null ? 'You can ask again and tell the service more.' : `${ground.toPerson} ${ground.whatNext}`;
    return { ...stands('kept', `The picture stays up for now. ${said}`), canAskAgain: true, complaint: basis.complaint };
  }
  const left = state.decision?.placesLeft ?? 0;
  if (state.removedAt && state.decision?.decision === 'refer')
    return stands('out-of-view', 'The service says that nobody can see the picture there any more. There is nothing you need to do.');
  if (state.removedAt) {
    return left === 0
      ? stands('removed', 'The service says that the picture is gone. There is nothing you need to do.')
      : {
          ...stands('removed', `The service says that the picture is gone where it acted. ${placesLeftSentence(left)}`),
          canAskAgain: true,
        };
  }
  if (state.decision?.decision === 'refer') {
    return clock.state === 'overdue'
      ? pastDue(
          'removal-overdue',
          'The service said yes, but has not told us that the picture is out of view. The time for it has passed.',
          basis,
        )
      : stands('being-removed', 'The service said yes. It still has to tell us that nobody can see the picture there.', clock.dueAt);
  }
  if (state.decision?.decision === 'remove') {
    return clock.state === 'overdue'
      ? pastDue('removal-overdue', 'The service said yes, but has not told us that the picture is gone. The time for it has passed.', basis)
      : stands(
          'being-removed',
          ['The service said yes. It still has to take the picture down.', ...(left === 0 ? [] : [placesLeftSentence(left)])].join(' '),
          clock.dueAt,
        );
  }
  if (state.reopenedAt)
    return stands('waiting', 'You did not agree, and you were right. Your request is open again: the service has to give a new answer.');
  if (clock.state === 'overdue') {
    const stillMissing = state.missing.length > 0 ? ` ${missingSentence(basis, state.missing)}` : '';
    return pastDue('overdue', `The time for an answer has passed, and the service has not given one.${stillMissing}`, basis);
  }
  if (state.missing.length > 0) {
    return stands(
      'needs-answers',
      `The service has your request, and its time is running. ${missingSentence(basis, state.missing)}`,
      clock.dueAt,
    );
  }
  return stands('waiting', 'The service has your request. There is nothing you need to do.', clock.dueAt);
}

function stands(key: StandingKey, sentence: string, until: Date | null = null): Standing {
  return { key, sentence, until, canAskAgain: false, complaint: null };
}

function pastDue(key: StandingKey, sentence: string, basis: LegalBasis): Standing {
  const { complaint } = basis;
  return { ...stands(key, complaint === null ? sentence : `${sentence} ${complaint.sentence}`), complaint };
}
