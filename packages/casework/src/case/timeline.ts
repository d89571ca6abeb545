/** What happened so far, in words for the person? One line per event, each with its time for the page to write. */
import { groundsOf } from '../decision/grounds.ts';
import { afterComplaint } from '../decision/reversal.ts';
import type { LegalBasis, RequestGround } from '../notice/basis.ts';
import { momentOf, timetableOf } from '../request/clock.ts';
import { counted } from '../request/files.ts';
import { additionsFrom, additionsSentence, missingWords } from './additions.ts';
import { type CaseEvent, copiesTogether, inOrder, stateOf } from './events.ts';

export type TimelineKey =
  | 'received'
  | 'added'
  | 'service-added'
  | 'contact-erased'
  | 'answers-erased'
  | 'seen'
  | 'decided-remove'
  | 'decided-keep'
  | 'decided-refer'
  | 'reversed'
  | 'complaint-asked'
  | 'complaint-answered'
  | 'complained'
  | 'complaint-decided'
  | 'removed'
  | 'paused'
  | 'extended'
  | 'restricted'
  | 'copies-removed'
  | 'due-by'
  | 'withdrawal-asked'
  | 'withdrawal-due'
  | 'withdrawal-cancelled'
  | 'withdrawn';

export interface TimelineEntry {
  readonly at: Date;
  readonly key: TimelineKey;
  readonly sentence: string;
}

/** The events as sentences, oldest first, with the times that still count at their place: until when the service has, and when a withdrawal takes effect. */
export function timeline(basis: LegalBasis, events: readonly CaseEvent[]): TimelineEntry[] {
  const state = stateOf(events);
  const entries: TimelineEntry[] = [];
  let missing: readonly string[] = [];
  let isComplete = false;
  const latest = inOrder(events).findLast(({ kind }) => kind === 'received' || kind === 'amended');
  for (const event of copiesTogether(events)) {
    if (event.kind === 'received' || event.kind === 'amended') {
      const came =
        event.kind === 'received'
          ? 'Your request reached the service.'
          : additionsSentence(event.by, event.added ?? additionsFrom(basis, missing, event.missing));
      const key = event.kind === 'received' ? 'received' : event.by === 'platform' ? 'service-added' : 'added';
      missing = event.missing;
      entries.push(say(event.at, key, [came, ...lackWords(basis, event, isComplete, event === latest)].join(' ')));
      isComplete ||= missing.length === 0;
    } else {
      entries.push(lineFor(basis, event, state.decision?.decision === 'refer'));
    }
  }
  const timetable = timetableOf(basis, events);
  const dueAt = timetable && momentOf(timetable, 1);
  if (dueAt && (state.settledAt === null || state.settledAt > dueAt)) entries.push(say(dueAt, 'due-by', dueSentence(basis)));
  if (state.withdrawalDueAt)
    entries.push(say(state.withdrawalDueAt, 'withdrawal-due', 'Your case ends at this time, unless you choose to go on.'));
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Which time ends there. */
function dueSentence({ clock }: LegalBasis): string {
  switch (clock.kind) {
    case 'hours':
      return `The ${clock.hours} hours of the service end here. They run from when your request came in, and nothing moves them.`;
    case 'own-target':
      return 'By this time the service wants to have acted. It has set this time itself, from when your request came in.';
    case 'order':
      return 'By this time the order is to be carried out.';
  }
}

/** Whether something lacked then, or still lacks; that nothing does is said once. */
function lackWords(
  basis: LegalBasis,
  { kind, missing }: Extract<CaseEvent, { missing: unknown }>,
  wasComplete: boolean,
  isLatest: boolean,
): string[] {
  if (missing.length > 0) return [`Still missing${isLatest ? '' : ' then'}: ${missingWords(basis, missing)}.`];
  if (wasComplete) return [];
  return [kind === 'received' ? 'It has all that the law asks for.' : 'Your request now has all that the law asks for.'];
}

function lineFor(
  basis: LegalBasis,
  event: Exclude<CaseEvent, { readonly kind: 'received' | 'amended' }>,
  isReferred: boolean,
): TimelineEntry {
  const { at } = event;
  switch (event.kind) {
    case 'contact-erased':
      return say(at, 'contact-erased', 'How to reach you was erased. The service can no longer read it here.');
    case 'answers-erased':
      return say(at, 'answers-erased', 'What you wrote in this request was erased here, some time after it ended. This list stays.');
    case 'seen':
      return say(at, 'seen', 'A person at the service has opened your request.');
    case 'decided': {
      const ground = groundOf(basis, event.ground);
      const said = ground ? `${ground.toPerson} ${ground.whatNext}` : fallback[event.decision];
      const sentence = event.placesLeft ? `${said} ${placesLeftSentence(event.placesLeft)}` : said;
      return say(at, `decided-${event.decision}`, sentence);
    }
    case 'reversed':
      return say(at, 'reversed', reversedSentences[event.because]);
    case 'complaint-asked':
      return say(
        at,
        'complaint-asked',
        'Whoever posted the picture does not agree that it was taken down. It stays down while the service looks again. You can say something first.',
      );
    case 'complaint-answered':
      return say(at, 'complaint-answered', 'You said what you think. Another person at the service will read it and decide.');
    case 'complained':
      return say(at, 'complained', 'You told the service that you do not agree. Another person there will look at it again.');
    case 'complaint-decided':
      return say(at, 'complaint-decided', complaintSentences[`${event.by} ${event.outcome}`]);
    case 'paused':
      return say(at, 'paused', `The time of the service stands still for now. The reason: ${event.reason}`);
    case 'resumed':
      return say(at, 'paused', 'The time of the service runs on.');
    case 'extended':
      return say(at, 'extended', `The service takes more time. The reason: ${event.reason}`);
    case 'restricted':
      return say(at, 'restricted', 'The picture cannot be seen for now. A person at the service has still to decide.');
    case 'copies-removed':
      return say(
        at,
        'copies-removed',
        `The service says that ${counted(event.count, 'copy', 'copies')} of it ${event.count === 1 ? 'is' : 'are'} gone, too.`,
      );
    case 'removed':
      return say(
        at,
        'removed',
        isReferred ? 'The service says that nobody can see the picture there any more.' : 'The service says that the picture is gone.',
      );
    case 'withdrawal-asked':
      return say(at, 'withdrawal-asked', 'Someone with your code asked to end this case. Until it ends, all goes on as before.');
    case 'withdrawal-cancelled':
      return say(at, 'withdrawal-cancelled', 'The case goes on. It will not be ended.');
    case 'withdrawn':
      return say(at, 'withdrawn', 'Your case has ended. We no longer look for your picture for you.');
  }
}

const reversedSentences = {
  undone:
    'The service took its answer back: a person there had answered by mistake. Your request is open again, in the time that it had. If the picture was taken down, it may be there again until a person has decided.',
  complaint: 'The service took its answer back.',
} as const;

const complaintSentences = {
  'uploader upheld': 'Another person at the service has looked at it again. They came to another answer than the first.',
  'uploader rejected': 'Another person at the service has looked at it again. Nothing changes for you.',
  'requester upheld': 'Another person at the service has looked at it again. You were right: your request is open again.',
  'requester rejected': 'Another person at the service has looked at it again. They came to the same answer.',
} as const;

/** The ground of this key; null when a newer or older version of the basis wrote it. */
export function groundOf(basis: LegalBasis, key: string): RequestGround | null {
  return [...groundsOf(basis), afterComplaint].find((ground) => ground.key === key) ?? null;
}

// A stored ground must stay readable when its basis no longer lists it.
const fallback = {
  remove: 'The service will take the picture down.',
  keep: 'The service decided not to take the picture down.',
  refer: 'The service takes the picture out of view and passes it on.',
} as const;

/** What is missing, each in its own plain sentence. */
export function missingSentence(basis: LegalBasis, missing: readonly string[]): string {
  return [...basis.elements, ...basis.agentElements]
    .filter(({ key }) => missing.includes(key))
    .map((element) => element.missing)
    .join(' ');
}

/** Some of her places were not acted on: never a word of "gone" without it. */
export function placesLeftSentence(count: number): string {
  return count === 1
    ? 'It did not act on 1 of the places that you named. You can ask again about it and say more.'
    : `It did not act on ${count} of the places that you named. You can ask again about them and say more.`;
}

function say(at: Date, key: TimelineKey, sentence: string): TimelineEntry {
  return { at, key, sentence };
}
