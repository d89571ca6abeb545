/** Which words does the console use? All of them for facts that come as data; pages hold only their own headings. */
import type { AmendableField, AmendedBy, CaseEvent, Decision, Filer, LegalBasis, ReversedBecause, WithdrawnPart } from '@likeness/casework';
import { groundOf, proofRadius, questionOf } from '@likeness/casework';
import {
  type DerivedGroup,
  type DerivedVariant,
  type Fingerprint,
  type FingerprintKind,
  isExactKind,
  isFrameKind,
  kinds,
  type Variant,
  variantFacts,
} from '@likeness/fingerprint';
import type { FramesMet, NotRestricted, PreviewFinding, QueuedRequest, UploadStanding, VideoMet } from './model.ts';

/** What a moderator reads of an element, by its key. */
export function elementLabel({ elements, agentElements }: LegalBasis, key: string): string {
  return [...elements, ...agentElements].find((element) => element.key === key)?.label ?? key;
}

export const filerWords: Readonly<Record<Filer, string>> = {
  self: 'the person in the picture',
  agent: 'someone acting for the person in the picture',
  user: 'somebody else who saw it',
  'trusted-flagger': 'a trusted flagger',
  hub: 'a hub',
  authority: 'an authority',
};

export const amendedByWords: Readonly<Record<AmendedBy, string>> = { person: 'the requester', platform: 'the service' };

/** What can be changed in a request later. */
export const fieldWords: Readonly<Record<AmendableField, string>> = {
  onBehalfOf: 'who asks',
  agentAuthority: 'the authority to act for someone else',
  locationDetails: 'how to find it',
  beside: 'what else stands there',
  signature: 'the signature',
  contact: 'how to reach the requester',
  statement: 'the statement',
  isYoung: 'that the person may have been under 18',
  declarations: 'what was declared',
  signatures: 'a signature under one law',
  texts: 'what one law asks for',
};

export const filedViaWords: Readonly<Record<QueuedRequest['filedVia'], string>> = {
  page: 'the person’s page',
  api: 'the service’s own form',
};

export const standingWords: Readonly<Record<UploadStanding, { readonly word: string; readonly tone: 'calm' | 'care' | 'good' }>> = {
  // What nothing that we know of hides: whether the service still has it, only the service knows. Of the post, for its picture stands blurred beside the tag.
  visible: { word: 'Post not hidden', tone: 'care' },
  held: { word: 'Held', tone: 'care' },
  restricted: { word: 'Restricted for now', tone: 'calm' },
  'limit-ordered': { word: 'Limit ordered', tone: 'calm' },
  limited: { word: 'Up, with a limit', tone: 'calm' },
  'removal-ordered': { word: 'Removal ordered', tone: 'calm' },
  removed: { word: 'Removed', tone: 'good' },
  'referral-ordered': { word: 'Referred', tone: 'calm' },
  referred: { word: 'Referred, out of view', tone: 'good' },
  deleted: { word: 'Deleted by the service', tone: 'good' },
};

/** What an upload shows, by its fingerprints. */
export function shownIn(fingerprints: readonly Fingerprint[]): 'picture' | 'video' {
  return fingerprints.some(({ kind }) => isFrameKind(kind)) ? 'video' : 'picture';
}

/** What was compared. */
export function kindWords(kind: FingerprintKind): string {
  const { name, from, describes } = kinds[kind];
  if (describes === 'frame') return `${name}, of the frames of the video`;
  return `${name}, of the ${from === 'bytes' ? 'file' : 'picture'}`;
}

const derivedWords: Readonly<Record<DerivedGroup, string>> = {
  trimmed: 'seen without its borders',
  crops: 'cropped',
  regions: 'seen in part',
  tilts: 'tilted by a few degrees',
};

const turnedWords: Readonly<Partial<Record<Variant | DerivedVariant, string>>> = {
  rotate90: 'turned by 90°',
  rotate180: 'upside down',
  rotate270: 'turned by 270°',
  flipX: 'mirrored top to bottom',
  flipY: 'mirrored left to right',
  flipPlus1: 'mirrored along one diagonal',
  flipMinus1: 'mirrored along the other diagonal',
  complement: 'with all colours inverted',
};

/** What a distance means, for somebody who has to decide. PDQ: 256 bits, unrelated pictures lie about 128 apart. `how`: what was done to one of the two before they are so near. */
export function distanceWords(kind: FingerprintKind, distance: number, how = ''): string {
  if (isExactKind(kind)) return 'exactly the same file';
  if (isFrameKind(kind)) return `frames that are alike (${distance} of 256 bits differ in a typical one)`;
  const bits = `${distance} of 256 bits differ${how === '' ? '' : ` with one of the two ${how}`}`;
  if (distance === 0) return `the same fingerprint (${bits})`;
  if (distance <= 10) return `almost surely the same picture, saved again or resized (${bits})`;
  if (distance <= proofRadius) return `very likely the same picture, edited (${bits})`;
  if (distance <= 60) return `alike, but that proves nothing (${bits})`;
  return `another picture, as far as fingerprints tell (${bits})`;
}

/** How much of two videos is seen in each other, and where. */
export function videoSentence({ upload, item, offset }: VideoMet): string {
  const seen = ({ counted, found }: FramesMet): string =>
    `${found} of ${countWords(counted, 'frame', 'frames')} (${percent(found, counted)})`;
  const shared = `Of the upload ${seen(upload)}, of the listed video ${seen(item)} are seen in the other.`;
  if (offset === null) return `${shared} At which time is not known.`;
  const { seconds, frames } = offset;
  const where =
    Math.abs(seconds) < 0.5
      ? 'at the same time in both'
      : `${secondsWords(Math.abs(seconds))} ${seconds > 0 ? 'later in the listed video' : 'earlier in the listed video'}`;
  return `${shared} ${countWords(frames, 'frame of the upload is seen', 'frames of the upload are seen')} ${where}.`;
}

/** Rounded down: 79.6 % must not read as enough. */
const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.floor((100 * part) / whole)} %`;

function secondsWords(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? countWords(whole, 'second', 'seconds') : `${minutes} min ${whole % 60} s`;
}

/** Somewhere among its turns, of which only the nearest was asked for. */
export const somehowTurned = 'turned or mirrored';

/** What was done to the picture in the view of the upload that met the listed one; empty where it met as it is. */
export function variantWords(kind: FingerprintKind, variant: Variant | DerivedVariant): string {
  if (kind !== 'pdq' || variant === 'whole') return '';
  const { group } = variantFacts[variant];
  return (group === 'whole' || group === 'turns' || group === 'complement' ? turnedWords[variant] : derivedWords[group]) ?? '';
}

/** The quality of a PDQ fingerprint in words; below 50 the picture is too plain to be told from others. */
export function qualityWords(quality: number | undefined): string {
  if (quality === undefined) return 'quality unknown';
  return quality < 50 ? `quality ${quality} of 100, too plain to rely on` : `quality ${quality} of 100`;
}

export const findingWords: Readonly<Record<PreviewFinding, { readonly sentence: string; readonly tone: 'good' | 'care' | 'calm' }>> = {
  'same-file': { sentence: 'This is the very file that was screened.', tone: 'good' },
  'same-picture': { sentence: 'This is the picture that was screened, in another file.', tone: 'good' },
  'other-picture': {
    sentence:
      'This is not the picture that was screened. The service may have changed it. What was screened is what counts; the service can say more.',
    tone: 'care',
  },
  'not-compared': { sentence: 'It could not be compared with what was screened.', tone: 'calm' },
  'not-set-up': { sentence: 'No preview address is set up for this service.', tone: 'calm' },
  'no-secret': {
    sentence: 'This service has no webhook yet, and its secret signs the call for a picture.',
    tone: 'calm',
  },
  'not-allowed': { sentence: 'The preview address of this service may not be called. Check it in Setup.', tone: 'care' },
  'no-answer': { sentence: 'The service did not answer. Try again later.', tone: 'care' },
  refused: { sentence: 'The service did not give the picture. It may be gone already.', tone: 'care' },
  'not-a-picture': { sentence: 'The service answered with something that is not a readable picture or video.', tone: 'care' },
  'video-damaged': {
    sentence: 'No frame of this video could be read: the file is damaged, or holds no film. Decide by fingerprint and link.',
    tone: 'care',
  },
  'video-unknown-kind': {
    sentence: 'No frame of this video could be read: it is of a kind that is not read here. Decide by fingerprint and link.',
    tone: 'care',
  },
  'video-too-slow': {
    sentence: 'No frame of this video could be read in the time that there is for it. Try again, or decide without.',
    tone: 'care',
  },
  'video-unavailable': {
    sentence: 'No frame of this video can be shown: the operator’s server has no ffmpeg, or not enough memory for it.',
    tone: 'care',
  },
  'too-large': { sentence: 'It is too large to be shown here.', tone: 'care' },
  busy: { sentence: 'Too many pictures are being read right now. Try again in a moment.', tone: 'calm' },
};

/** Whether the finding means that a picture was shown. */
export function hasPicture(finding: PreviewFinding): boolean {
  return finding === 'same-file' || finding === 'same-picture' || finding === 'other-picture' || finding === 'not-compared';
}

const reversedWords: Readonly<Record<ReversedBecause, string>> = {
  undone: 'The decision was taken back by who made it. It is to be decided again.',
  complaint: 'The decision was taken back: a complaint against it was right.',
  outside: 'The decision was set aside by one from outside.',
};

/** What happened, for colleagues. `decided`: what had been decided by then. */
export function eventSentence(basis: LegalBasis, event: CaseEvent, decided: Decision | null): string {
  switch (event.kind) {
    case 'received':
      return event.missing.length === 0
        ? 'The request came in, complete.'
        : `The request came in without ${missingOf(basis, event.missing)}.`;
    case 'amended':
      return `${event.by === 'platform' ? 'The service' : 'The requester'} added to it. ${
        event.missing.length === 0 ? 'It is complete.' : `Still missing: ${missingOf(basis, event.missing)}.`
      }`;
    case 'contact-erased':
      return 'How to reach the requester was erased, at the requester’s wish.';
    case 'answers-erased':
      return 'What the requester wrote was erased: the time for which it is kept is over.';
    case 'seen':
      return 'It was opened here for the first time. The requester can see that.';
    case 'asked':
      return `The requester was asked: ${event.questions.map((key) => lowerFirst(questionOf(key).label)).join('; ')}.`;
    case 'decided': {
      const label = groundOf(basis, event.ground)?.label;
      const left = event.placesLeft
        ? ` ${countWords(event.placesLeft, 'place', 'places')} of the request not acted on; the requester reads that.`
        : '';
      const { anotherPicture = 0, consented = 0 } = event.foundLeft ?? {};
      const found = [
        ...(anotherPicture === 0
          ? []
          : [countWords(anotherPicture, 'upload that shows something else', 'uploads that show something else')]),
        ...(consented === 0 ? [] : [countWords(consented, 'upload posted with consent', 'uploads posted with consent')]),
      ];
      const leftFound =
        found.length === 0 ? '' : ` Of what was found by the fingerprints left: ${found.join(', ')}; the requester reads how many.`;
      return `Decided: ${event.decision}.${label === undefined ? '' : ` ${label}.`}${left}${leftFound}`;
    }
    case 'paused':
      return `The clock stands still. ${event.reason}`;
    case 'resumed':
      return 'The clock runs on.';
    case 'extended':
      return `The time was made longer by ${countWords(Math.round(event.byMs / 3_600_000), 'hour', 'hours')}. ${event.reason}`;
    case 'restricted':
      return 'What it names was restricted until somebody decides. The requester can see that.';
    case 'copies-removed':
      return `The service confirmed the removal of ${countWords(event.count, 'copy', 'copies')}.`;
    case 'reversed':
      return reversedWords[event.because];
    case 'set-aside-in-part':
      return `For one of several it was set aside from outside. The rest stands.`;
    case 'complaint-asked':
      return 'Whoever uploaded it complained about what was decided. The requester is asked, and can answer in the case.';
    case 'complaint-answered':
      return 'The requester answered.';
    case 'complained':
      return 'The requester complained about the decision.';
    case 'complaint-decided':
      if (event.isOfPart === true)
        return 'The complaint of the uploader of one of several was upheld: that one was taken back, and the rest stands.';
      return `The complaint of the ${event.by} ${event.unjudged === undefined ? `was ${event.outcome}` : closedWords[event.unjudged]}.`;
    case 'limited':
      return event.isMoot === true
        ? 'The restriction was never confirmed, and nobody waits for it any more: it is gone.'
        : 'The service confirmed the restriction.';
    case 'removed':
      return decided === 'refer' ? 'The service confirmed that it is out of view.' : 'The service confirmed the removal.';
    case 'withdrawal-asked':
      return 'Someone with the case code asked to end the case. Until it ends, everything goes on.';
    case 'withdrawal-cancelled':
      return 'The withdrawal was stopped. The case goes on.';
    case 'withdrawn':
      return 'The case was withdrawn.';
    case 'taking-out':
      return `Someone with the case code asked to take ${partWords[event.part]} out. Until then everything goes on.`;
    case 'taking-out-stopped':
      return `Taking ${partWords[event.part]} out was stopped.`;
    case 'taking-out-lapsed':
      return `It was answered before ${partWords[event.part]} could be taken out: the answer stands.`;
    case 'taken-out':
      return event.part === 'request'
        ? 'The person took this request back, before anybody had decided.'
        : `The person took ${partWords[event.part]} out. It is no longer asked about here.`;
  }
}

const partWords: Readonly<Record<WithdrawnPart, string>> = {
  request: 'this request',
  picture: 'a picture or video',
  link: 'a link',
};

/** Why a restriction is not offered, or was not taken. */
export const notRestrictedWords: Readonly<Record<NotRestricted, string>> = {
  'not-offered': 'The service has not said that it can restrict it in this way.',
  'law-wants-more':
    'A law that this is filed under wants it gone, or it was removed under one: leaving it up for fewer people is not enough.',
  'may-be-young': 'It may show somebody under 18: refer it.',
  'is-held': 'A match with somebody else’s picture holds an upload of it. Decide that match first.',
  'hidden-for-another': 'Another request keeps it from being seen until that one is decided. Decide that one first.',
  otherwise: 'A decision restricts it in another way already. Choose the same way, remove it, or have the other decision taken back first.',
  'is-down': 'All of it is down already, so there is nothing to leave up. Choose to remove, or to keep.',
};

const closedWords = {
  outside: 'is closed: it was settled outside the service',
  anew: 'is closed: what it was about is decided anew',
  referred: 'is closed: what it was about was referred',
} as const;

const missingOf = (basis: LegalBasis, keys: readonly string[]): string => listWords(keys.map((key) => elementLabel(basis, key)));

/** Such as "a signature, where it is and a contact". */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Such as "1 upload" or "3 uploads". */
export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** As it stands within a sentence. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** As a sentence begins. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Of a listed picture that only asks: by whom it was listed. */
export const lookedOutForWords = 'somebody who was threatened with it';

/** Of a match with what a decision left up for fewer people. */
export const restrictedHereSentence = 'A decision here left it up for fewer people; it only asks, and nothing was held.';
/** Of a match with what somebody was threatened with. */
export const lookedOutForSentence =
  'Somebody was threatened that this picture would be shared, and asked this service to look out for it. Their own device made the fingerprint, and nobody here has seen the picture before: the match only asks.';
