/** What does each of her pages need to know? The view models: plain data that the server fills in and `render.tsx` turns into pages. */
import type {
  AlsoKind,
  Amendment,
  BasisId,
  DescribedService,
  Letter,
  LetterAnswers,
  LetterStanding,
  MissingElement,
  PreparedAnswer,
  QuestionKey,
  RequestAnswers,
  SentFiles,
  Standing,
  TimelineEntry,
  Unjudged,
  WithdrawnPart,
} from '@likeness/casework';
import type { AddPicturesForm } from './add-pictures.tsx';
import type { RequestForm } from './forms.ts';
import type { LetterForm } from './letter-fields.ts';
import type { WatchForm } from './watch-fields.ts';
import type { Speech } from './words.ts';

/**
 * Who is named at the end: those for adults, those for people under 18, or both, these first. `here`: the page itself names who helps, so that its end does not name
 * others.
 */
export type Helpers = 'at-the-end' | 'young' | 'both' | 'here';

/** What every page needs. */
export interface Frame {
  /** Stands in the bar and after each title: neutral, it is seen over shoulders and in the history. */
  readonly siteName: string;
  /** Where the way out leads: an ordinary https page that surprises nobody. */
  readonly exitUrl: string;
  /** Who runs this installation and answers questions; null while nobody is named. */
  readonly operator: { readonly name: string; readonly contactHref: string | null } | null;
  /** IANA name; times are written in it, and in the device's own zone where script runs. */
  readonly timeZone: string;
  /** The language that she reads. */
  readonly speech: Speech;
  /** Stands before the addresses of a language that was chosen, such as `/de`; empty where her browser says the language. */
  readonly prefix: string;
  /** Where this page, or the one it belongs to, can be opened again, without the prefix: the same page in another language. */
  readonly here: string;
  /** On pages of a case, by whom its requests are about; left out: those for adults. */
  readonly namesAtEnd?: Helpers;
}

/** Pages with forms that change something under her session. */
export interface SessionFrame extends Frame {
  readonly csrf: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  /** Laws that its requests are filed under, without being asked for; left out: none has questions of its own. */
  readonly laws?: readonly BasisId[];
  /** Laws that she may choose besides, after their warnings. */
  readonly choices?: readonly BasisId[];
  /** What it acts on beside pictures; left out: pictures alone. */
  readonly actsOn?: readonly AlsoKind[];
}

/** One thing to put right on a form. `field` is the field's name. */
export interface FieldProblem {
  readonly field?: string;
  readonly sentence: string;
}

export interface LandingModel extends Frame {
  /** The services that get requests from here. */
  readonly services: readonly Service[];
}

export interface PrivacyModel extends Frame {
  /** For how long a request is kept that she saved to send later. */
  readonly draftDays: number;
  /** Null while the operator has said nothing: then nothing is purged either. */
  readonly kept: {
    readonly controller: { readonly name: string; readonly address: string };
    readonly contact: string;
    /** Where a touch on it leads; null where it is no address of mail or page. */
    readonly contactHref: string | null;
    readonly lawfulBasis: string;
    readonly keepDays: { readonly answers: number; readonly uploads: number; readonly matchedUploads: number; readonly notes: number };
  } | null;
}

/** Where the question of age leads: what she said on the first page, or `more`, pictures for a request that waits. */
export type AgeWay = 'picture' | 'link' | 'for-someone' | 'threat' | 'elsewhere' | 'more';

export type AgeQuestionModel = Frame & {
  readonly way: AgeWay;
  /** The request of her open case, counted from 1, with whose answers the form starts; left out: an empty one. */
  readonly again?: number;
};

/** Which form of a request: with her picture, with links alone, for another person, or about somebody who was or may have been under 18. */
export type FormWay = 'picture' | 'link' | 'for-someone' | 'young';

/** What to do first about a threat. */
export interface ThreatModel extends Frame {
  /** Services that look out for a picture before it is anywhere. */
  readonly services: readonly Service[];
}

export interface WatchFormModel extends Frame {
  readonly services: readonly Service[];
  /** Fresh, or the one that came with the form when the page is shown again. */
  readonly caseCode: string;
  /** For how many days a service looks out. */
  readonly days: number;
  readonly entered?: WatchForm;
  readonly problems?: readonly FieldProblem[];
}

/** A request to a service elsewhere. With an open case it needs no code, and begins with what she said before. */
export interface LetterFormModel extends Frame {
  /** Of the open case; null without one. */
  readonly csrf: string | null;
  /** Fresh, or as it came; null within an open case. */
  readonly caseCode: string | null;
  /** The one that is written again; null for a new one. */
  readonly letterId: string | null;
  /** What is filled in before she types: all of a text that she wrote, or only what she gave of herself in her case. Left out: nothing, or what she typed just now. */
  readonly filledIn?: 'all' | 'known';
  readonly entered?: Omit<LetterForm, 'problems'>;
  readonly problems?: readonly FieldProblem[];
}

/** One request to a service elsewhere, in her case. */
export interface CaseLetter {
  readonly id: string;
  /** Counted from 1, in the order in which she wrote them. */
  readonly which: number;
  readonly serviceName: string;
  /** It shows the way to the picture, and takes nothing down. */
  readonly isSearchEngine: boolean;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly standing: LetterStanding;
  readonly isComplete: boolean;
  /** Whether it says how to reach her. */
  readonly hasContact: boolean;
}

export interface LetterModel extends SessionFrame {
  readonly letter: CaseLetter;
  readonly asked: LetterAnswers;
  readonly letters: readonly (Letter & {
    /** Whether its file shows every letter of it as it is written. */
    readonly isWholeInFile: boolean;
    /** The same of what it says in her language; false where there is none. */
    readonly isWholeInHers: boolean;
  })[];
  readonly prepared: readonly PreparedAnswer[];
  /** Of the directory; null for a service that she named herself. */
  readonly known: DescribedService | null;
}

/** A request that she filled in and has not sent. */
export interface CaseDraft {
  readonly id: string;
  /** Counted from 1, in the order in which she saved them. */
  readonly which: number;
  /** Those that she chose and that are here. */
  readonly serviceNames: readonly string[];
  readonly keptAt: Date;
  /** Then it goes by itself. */
  readonly until: Date;
  /** Whether it says how to reach her. */
  readonly hasContact: boolean;
}

/** One service that looks out for her pictures. */
export interface CaseWatch {
  readonly id: string;
  readonly serviceName: string;
  readonly startedAt: Date;
  /** When it ends by itself, or ended. */
  readonly until: Date;
  readonly hasEnded: boolean;
  /** A person at the service has to look at it first: it met too much. */
  readonly isPaused: boolean;
  /** How many uploads that looked like it people at the service took down. */
  readonly removed: number;
  readonly files: SentFiles;
}

export type Under18Model = Frame;

/** Of the case that a request joins. */
export interface RequestWithin {
  readonly csrf: string;
  /** Of what it still holds fingerprints: they go along. */
  readonly files: SentFiles;
  /** She saved it there, and comes back to it: what she had chosen of pictures stands in it. Left out: no. */
  readonly isKept?: boolean;
  /** Of how many pictures and videos it held fingerprints when she saved it. Left out: as many. */
  readonly heldBefore?: number;
}

export interface RequestFormModel extends Frame {
  readonly services: readonly Service[];
  /** In an open case: then no code and no picture is asked for, and `caseCode` is empty. Left out: it begins one. */
  readonly within?: RequestWithin;
  /** A fresh code, as `revealForReading` writes it; the one that came with the form when the page is shown again. */
  readonly caseCode: string;
  readonly way: FormWay;
  /** The form's own id, by which it can be saved and sent later, and for how long it is kept then. Left out: it is sent or left. */
  readonly draft?: { readonly id: string; readonly days: number };
  /** What she had filled in, when the page is shown again. */
  readonly entered?: Omit<RequestForm, 'problems'>;
  readonly problems?: readonly FieldProblem[];
  /** What they kept from happening; left out: that nothing was sent yet. */
  readonly problemsHeading?: string;
}

export interface OpenCaseModel extends Frame {
  /** The PIN is asked for only once the code was given and its case has one. */
  readonly asksPin: boolean;
  /** It was opened, and this browser did not keep the cookie. */
  readonly keepsNoCookie?: boolean;
  /** What she typed, kept when the page is shown again. */
  readonly code?: string;
  readonly problems?: readonly FieldProblem[];
}

/**
 * What became of one thing that she named beside the picture. `hidden`, `suspended`: until the service has looked at it. `left`: decided, and nothing was ordered
 * about it. `unheeded`: the service acts on no such thing. `open`: not decided yet.
 */
export type BesideDecided = 'open' | 'removed' | 'hidden' | 'suspended' | 'left' | 'unheeded';

/** What she chose and wrote where she is asked what she thinks (`question`), or does not agree. */
export interface DisagreeSaid {
  readonly form: 'question' | 'complain';
  readonly choice: string;
  readonly text: string;
}

export interface CaseRequest {
  readonly trackingNumber: string;
  readonly serviceName: string;
  /** From casework: `standing(basis, events, now)`. */
  readonly standing: Standing;
  /** From casework: `story(laws)`, of all the laws that it is asked under. */
  readonly timeline: readonly TimelineEntry[];
  /** From casework: `missingElements(basis, answers)`; empty when nothing is missing or the request is settled. */
  readonly missing: readonly MissingElement[];
  /** The service passed it on, because it may show somebody under 18. Left out: no. */
  readonly isReferred?: boolean;
  /** What was sent, for her to read again and to keep in the form of what is missing. */
  readonly answers: RequestAnswers;
  /** What she typed into the form of what is missing and was not taken: it stays in its fields. */
  readonly typed?: Omit<Amendment, 'statement'> & Pick<RequestAnswers, 'statement'>;
  /** The same of the form where she does not agree, or is asked what she thinks. */
  readonly said?: DisagreeSaid;
  /** What a moderator asked before deciding and she has not answered. Left out: nothing. */
  readonly asked?: readonly QuestionKey[];
  /** Whether anything can still be added. */
  readonly isOpen: boolean;
  /** How she can be reached was erased: she may give a new way. */
  readonly lacksContact: boolean;
  /** What she can say where somebody does not agree. Left out: nothing. */
  readonly disagreement?: {
    /** Whoever posted it complained about the removal, and she is asked. `isLimited`: nothing was removed, and fewer people see it. `links`: of several that she gave, those that it is about. */
    readonly question: { readonly until: Date; readonly isLimited?: boolean; readonly links?: readonly string[] } | null;
    /** The refusal, or the limit, that she may complain about: the number of its request. */
    readonly complain: { readonly trackingNumber: string; readonly until: Date; readonly isLimited?: boolean } | null;
    /** When she said that an answer that stands is wrong, of which request, whether that was answered, and why nobody judged it. Left out: she has not. */
    readonly complained?: {
      readonly trackingNumber: string;
      readonly at: Date;
      readonly isAnswered: boolean;
      readonly unjudged: Unjudged | null;
    } | null;
  };
  /** What became of each of `answers.beside`, in its order; null where nothing is said. Left out: of none. */
  readonly besideDecided?: readonly (BesideDecided | null)[];
  /** What the service acts on beside pictures; left out: pictures alone. */
  readonly actsOn?: readonly AlsoKind[];
  /** What she sent fingerprints of. */
  readonly files: SentFiles;
  /** Whether all that an undecided request names is hidden until somebody decides. Left out: no. */
  readonly isHidden?: boolean;
  /** From casework: what `standing` leaves out of how it stands under the other laws. Left out: nothing. */
  readonly otherLaws?: string | null;
  /** From casework: whether a refusal beside its law says that the picture is not taken down, and not only why. Left out: no. */
  readonly saysItStays?: boolean;
  /** What she can take out of it while the rest of her case goes on, the request itself first. Left out: nothing. */
  readonly parts?: readonly CasePart[];
  /** Every law that it is asked under, the first due first. */
  readonly laws: readonly { readonly name: string; readonly trackingNumber: string; readonly standing: Standing }[];
}

/** One request, one picture or video, or one link that she can take out. */
export interface CasePart {
  readonly part: WithdrawnPart;
  /** Which one, for the form; nothing of the request itself. */
  readonly key: string;
  /** Of a request under one of several laws: the name of that law. The others go on. */
  readonly law: string | null;
  /** Of a link. */
  readonly link: string | null;
  /** Of a picture or video: how its fingerprint begins. */
  readonly fingerprint: string | null;
  /** Of a picture or video: which of her files it is, counted from 1. */
  readonly number: number | null;
  /** The request then names nothing any more, and is taken back. */
  readonly isLast: boolean;
  /** What she named beside the picture at this link goes with it. */
  readonly takesBeside: boolean;
  /** A law under which it was asked has its answer, which stays. */
  readonly answerStays: boolean;
  /** Waits to be taken out, and until when. */
  readonly waiting: { readonly id: string; readonly until: Date } | null;
}

export interface TakeOutModel extends SessionFrame {
  /** As for the whole case: `ask`, `pin-left-empty` or, of one that waits, `sooner`. */
  readonly step: WithdrawStep;
  readonly trackingNumber: string;
  readonly serviceName: string;
  readonly part: CasePart;
  /** She said that it may show somebody under 18. */
  readonly isYoung: boolean;
  readonly hasPin: boolean;
  readonly problems?: readonly FieldProblem[];
}

/** Said once at the top. `taken-out`, `taking-out`: one part of a request is out, or waits for it. `kept-in`: that was stopped. `out-already`: it was not there any more. `filed`: it was sent just now. `added`: what was missing came in. `added-in-part`: of several services some took it. `goes-on`: the withdrawal was cancelled. `erased`: how to reach her is gone. `kept`: it is saved to be sent later. `kept-deleted`: such a one is gone. `watching`: a service looks out for her picture, from now or for longer. `answered`, `complained`: what she said came in. */
export type CaseNews =
  | 'filed'
  | 'added'
  | 'added-in-part'
  | 'goes-on'
  | 'taken-out'
  | 'taking-out'
  | 'kept-in'
  | 'out-already'
  | 'erased'
  | 'kept'
  | 'kept-deleted'
  | 'kept-sent'
  | 'watching'
  | 'answered'
  | 'answered-late'
  | 'complained'
  | 'complained-before';

export interface CaseModel extends SessionFrame {
  readonly now: Date;
  readonly news: CaseNews | null;
  readonly requests: readonly CaseRequest[];
  /** Requests to services elsewhere, which she sends herself. */
  readonly letters: readonly CaseLetter[];
  /** What she filled in and has not sent. */
  readonly drafts: readonly CaseDraft[];
  /** Services here that can be asked too, with what she has said already. */
  readonly otherServices: readonly string[];
  /** Services that look out for her pictures before they are anywhere. */
  readonly watches: readonly CaseWatch[];
  /** For how long each looks out, from the day on which she asks for it. */
  readonly watchDays: number;
  /** Whom she can write to; null where nobody is configured and nothing was written. Without a name: nobody answers any more. */
  readonly helpers: { readonly name: string | null; readonly hasTalk: boolean; readonly hasAnswer: boolean } | null;
  /** When a withdrawal that was asked for takes effect; null when none was. */
  readonly withdrawalAt: Date | null;
  /** With her PIN a withdrawal takes effect at once, also one that waits. */
  readonly hasPin: boolean;
  /** What to correct in the form of what is missing of the request `problemsOf` (its tracking number). */
  readonly problems?: readonly FieldProblem[];
  readonly problemsOf?: string;
  /** What she wrote that nobody takes any more, for her to copy; kept nowhere. */
  readonly givenBack?: string;
}

/** Pictures and videos for requests that wait. */
export interface AddPicturesModel extends SessionFrame {
  /** Those that take some: at least one. */
  readonly requests: readonly Pick<CaseRequest, 'trackingNumber' | 'serviceName'>[];
  /** What she chose and her device made, when the page is shown again. */
  readonly entered?: Pick<AddPicturesForm, 'trackingNumbers' | 'pictures'>;
  readonly problems?: readonly FieldProblem[];
}

/** What she and a helper write to each other. */
export interface TalkModel extends SessionFrame {
  /** Null: nobody is configured any more, and what was written is still there. */
  readonly helpers: { readonly name: string; readonly hours: string; readonly replyHours: number } | null;
  /** Oldest first. */
  readonly messages: readonly { readonly by: 'person' | 'helper'; readonly at: Date; readonly text: string }[];
  readonly news: 'sent' | 'deleted' | null;
  /** Goes back with the form, and says of which case its page was. */
  readonly caseMark: string;
  /** What she wrote, when something is to correct. */
  readonly entered?: string;
  /** What she wrote on a page of another case: to keep, and not to send here. */
  readonly givenBack?: string;
  readonly problems?: readonly FieldProblem[];
}

export interface WithdrawAskModel extends SessionFrame {
  /** `ask`: what it means. `pin-left-empty`: she has a PIN and gave none. `sooner`: one waits, and her PIN ends it at once. */
  readonly step: WithdrawStep;
  readonly hasPin: boolean;
  readonly serviceNames: readonly string[];
  /** Whether a service has said yes before. */
  readonly removalStands: boolean;
  /** A service decided that fewer people see it: that stays. */
  readonly limitStands?: boolean;
  /** Whether a service has confirmed a removal. */
  readonly staysDown: boolean;
  /** Whether a service referred it: what is held for that outlasts her case. */
  readonly isReferred: boolean;
  /** Whether there is a form that she saved and did not send. */
  readonly hasSaved: boolean;
  /** Whether there is a text for a service elsewhere: it is kept nowhere but in her case. */
  readonly hasLetters: boolean;
  /** Whether any service knows of anything in her case. */
  readonly wasTold: boolean;
  /** Whether there is a way to reach her that could be erased. */
  readonly hasContact: boolean;
  /** Ticked before. */
  readonly eraseContact?: boolean;
  readonly problems?: readonly FieldProblem[];
}

export type WithdrawStep =
  | { readonly name: 'ask' }
  | { readonly name: 'pin-left-empty' }
  | { readonly name: 'sooner'; readonly than: Date };

/** `ended`: at once, by PIN; the session is over. `waiting`: it ends at `takesEffectAt` unless the code stops it. */
export type WithdrawDoneModel =
  | (Frame & {
      readonly outcome: 'ended';
      readonly serviceNames: readonly string[];
      readonly removalStands: boolean;
      readonly limitStands?: boolean;
      readonly staysDown: boolean;
      readonly isReferred: boolean;
    })
  | (SessionFrame & {
      readonly outcome: 'waiting';
      readonly takesEffectAt: Date;
      readonly hasPin: boolean;
      readonly contactErased: boolean;
    });

/** `link`: the address she was given is asked for. `code`: it was right, and she makes her own code. */
export type FollowModel =
  | (Frame & { readonly step: 'link'; readonly problems?: readonly FieldProblem[] })
  | (SessionFrame & {
      readonly step: 'code';
      readonly serviceName: string;
      /** Fresh, as `revealForReading` writes it; the one that came with the form when the page is shown again. */
      readonly caseCode: string;
      readonly problems?: readonly FieldProblem[];
    });

/** `exit`: the answer to POST `exit` without script, moves on by itself. `closed`: she closed her case on this device. `idle`: the session ended by itself. */
export interface LeftModel extends Frame {
  readonly reason: 'exit' | 'closed' | 'idle';
  /** Of a message that came too late: given back, kept nowhere. */
  readonly typed?: string;
}

export interface ProblemModel extends Frame {
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 500 | 503;
  /** For 429 and 503, where known. */
  readonly retryAfterSeconds?: number;
}
