/** What does each page of the console need to know? The view models: plain data that the server fills in and `render.tsx` turns into pages. */
import type {
  AlsoGround,
  AlsoKind,
  AlsoNamed,
  AlsoRuled,
  AmendmentRecord,
  BasisId,
  BesideFit,
  CaseEvent,
  Clock,
  ContentTest,
  Decision,
  Filer,
  FoundAnswer,
  Ground,
  LegalBasis,
  OutsideGround,
  RequestAnswers,
  TestAnswer,
  Visibility,
} from '@likeness/casework';
import type { DerivedVariant, Fingerprint, FingerprintKind, Variant } from '@likeness/fingerprint';
import type { DeskPreferences } from './account-model.ts';
import type { Permission } from './people-model.ts';

/** What every page of a signed-in moderator needs. */
export interface ConsoleFrame {
  readonly moderatorName: string;
  /** What her role lets her do; pages offer nothing else. */
  readonly may: readonly Permission[];
  readonly preferences: DeskPreferences;
  /** The token that every form of this session carries. */
  readonly csrf: string;
  /** IANA name; times are written in it, with its name beside them. */
  readonly timeZone: string;
}

/** One thing to put right on a form. `field` is the field's name. */
export interface FieldProblem {
  readonly field?: string;
  readonly sentence: string;
}

export interface FirstRunModel {
  /** `open`: nobody can sign in yet. `over`: the first moderator exists, this page has done its work. */
  readonly state: 'open' | 'over';
  readonly name?: string;
  readonly serviceName?: string;
  readonly problems?: readonly FieldProblem[];
}

export interface SignInModel {
  readonly name?: string;
  /** Where to go afterwards. */
  readonly next: string | null;
  /** Of the identity provider at which people may sign in instead; null where there is none. */
  readonly providerName: string | null;
  /** Whether somebody may come in with a passkey: it needs a name with https. */
  readonly hasPasskeys: boolean;
  /** `passkey`: that one is nobody's here. `signed-out`: said once after leaving. `wrong`: name and password do not belong together. The others: what became of a sign-in at the provider. */
  readonly news: 'signed-out' | 'wrong' | 'no-cookie' | 'passkey' | ProviderNews | null;
}

/**
 * `away`: it does not answer. `lost`: begun in another browser, or too long ago. `not-confirmed`: what came back was no good answer. `unknown`: an account that
 * nobody here has. `link`: the invitation is over. `taken`: the account is somebody else's here.
 */
export type ProviderNews = 'away' | 'lost' | 'not-confirmed' | 'unknown' | 'link' | 'taken';

/** Between the provider and the console. */
export interface ProviderStepModel {
  readonly providerName: string;
  /** `out`: an invited person goes on to the provider. `in`: she is signed in. */
  readonly way: 'out' | 'in';
  readonly href: string;
}

/** A part of a list that may have thousands of rows. */
export interface ListPart<Row> {
  readonly rows: readonly Row[];
  /** All rows, not only these. */
  readonly total: number;
  /** Whether this is the beginning of the list. */
  readonly isFirst: boolean;
  /** For the next part; null at the end. */
  readonly next: string | null;
}

export interface QueuedRequest {
  readonly trackingNumber: string;
  readonly serviceName: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** What it lacks, in a moderator's words. */
  readonly missing: readonly string[];
  readonly uploadCount: number;
  readonly filedVia: 'page' | 'api';
  readonly filer: Filer;
  /** Names of the laws it is open under, the first due first. */
  readonly laws: readonly string[];
  /** Those of them under which nothing is missing. */
  readonly completeUnder: readonly string[];
  /** It may show somebody under 18. */
  readonly isYoung: boolean;
  /** All that it names is gone: nothing is due, and the answer still says whether it is kept down. */
  readonly isGone: boolean;
  /** A trusted flagger filed it under a law that names no hours: it stands before others without a statutory hour (DSA Article 22). */
  readonly isFlagged: boolean;
  /** Who works on it; null when nobody does. */
  readonly heldBy: string | null;
  /** Who had it and went quiet, while nobody else has taken it; else null. */
  readonly leftBy: string | null;
  /** Whose decision about it waits for a second person. */
  readonly proposedBy: string | null;
  /** When whoever filed was asked something that nobody has answered. */
  readonly askedAt: Date | null;
  /** And of what was asked with it something is answered. */
  readonly isPartlyAnswered?: boolean;
  /** The first open request of somebody else about the same place. */
  readonly linkedTo: string | null;
  /** The flood that it belongs to, of which most stand on a page of their own. */
  readonly pile: { readonly id: string; readonly size: number } | null;
  /** When a withdrawal that waits takes effect; null when none does. */
  readonly withdrawalDueAt: Date | null;
}

export interface QueuedMatch {
  readonly reviewId: string;
  readonly serviceName: string;
  readonly effect: 'review' | 'hold';
  readonly openedAt: Date;
  readonly bankName: string;
  readonly kind: FingerprintKind;
  readonly variant: Variant | DerivedVariant;
  readonly distance: number;
  /** Uploads that met the same listed picture, this one among them. */
  readonly uploadCount: number;
  /** Whose decision about it waits for a second person. */
  readonly proposedBy: string | null;
}

export interface AwaitedRemoval {
  readonly trackingNumber: string;
  readonly serviceName: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly decidedAt: Date;
  /** It was not to be removed: fewer people are to see it. */
  readonly isRestriction: boolean;
  /** Uploads of which that is not confirmed yet. */
  readonly openCount: number;
}

/** A withdrawn request that said the person may have been under 18, which nobody has judged. */
export interface SaidYoungRow {
  readonly trackingNumber: string;
  readonly serviceName: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date;
  readonly uploadCount: number;
  /** Who works on it; null when nobody does. */
  readonly heldBy: string | null;
}

export interface QueueModel extends ConsoleFrame {
  readonly now: Date;
  /** Numbers and ids of what she left to colleagues: not what is opened next for her. */
  readonly passedOver: ReadonlySet<string>;
  /** Said once after leaving the last one. */
  readonly news: 'left' | null;
  /** Those that may show somebody under 18: to be referred. */
  readonly referrals: ListPart<QueuedRequest>;
  /** What withdrawn requests said of somebody under 18. */
  readonly saidYoung: ListPart<SaidYoungRow>;
  readonly requests: ListPart<QueuedRequest>;
  /** The page of one flood; null on the queue itself. */
  readonly pileId: string | null;
  readonly matches: ListPart<QueuedMatch>;
  readonly awaited: ListPart<AwaitedRemoval>;
  /** Whether rows say which service they belong to. */
  readonly hasManyServices: boolean;
  /** Whether a platform can already call: without a key nothing will ever arrive here. */
  readonly hasKey: boolean;
  /** Listed pictures that only ask until somebody has looked at why. */
  readonly askingCount: number;
  /** Open reporting tasks. */
  readonly taskCount: number;
}

/** How the upload stands in the service, as far as we know. `removed`: the service confirmed what was ordered. `deleted`: it said by itself that the upload is there no more. */
export type UploadStanding =
  | 'visible'
  | 'held'
  | 'restricted'
  | 'limit-ordered'
  | 'limited'
  | 'removal-ordered'
  | 'removed'
  | 'referral-ordered'
  | 'referred'
  | 'deleted';

/** What became of fetching the picture for a moderator. */
export type PreviewFinding =
  | 'same-file'
  | 'same-picture'
  | 'other-picture'
  | 'not-compared'
  | 'not-set-up'
  | 'no-secret'
  | 'not-allowed'
  | 'no-answer'
  | 'refused'
  | 'not-a-picture'
  | 'video-damaged'
  | 'video-unknown-kind'
  | 'video-too-slow'
  | 'video-unavailable'
  | 'too-large'
  | 'busy';

export interface Preview {
  readonly state: 'none' | 'blurred' | 'clear';
  /** Whoever asked took the request back: nobody has to look. */
  readonly isWithdrawn?: true;
  /** A request says that it may show somebody under 18: nobody looks. */
  readonly isWithheld?: true;
  /** What is known from the last time it was fetched; null before. */
  readonly finding: PreviewFinding | null;
}

/** What an upload's video and a listed one have in common. */
export interface VideoMet {
  readonly upload: FramesMet;
  readonly item: FramesMet;
  readonly offset: { readonly seconds: number; readonly frames: number } | null;
}

export interface FramesMet {
  readonly counted: number;
  readonly found: number;
}

/** A match of an upload with something that is to stay down. */
export interface UploadMatch {
  readonly bankName: string;
  readonly isOwnBank: boolean;
  /** Somebody was threatened with the picture and asked the service to look out for it: from her own device, and seen by nobody yet. */
  readonly isLookedOutFor?: boolean;
  /** A decision here left it up for fewer people: it only asks. */
  readonly isRestrictedHere?: boolean;
  readonly onMatch: 'observe' | 'review' | 'hold';
  readonly kind: FingerprintKind;
  readonly variant: Variant | DerivedVariant;
  readonly distance: number;
  /** Of a video: how much of either is seen in the other, and by how many seconds the listed one shows it later. */
  readonly video: VideoMet | null;
  readonly at: Date;
  /** It met another picture, which stood under the upload's id before. */
  readonly isOfEarlier: boolean;
  /** What a person decided about it; null while open. */
  readonly settled: Decision | null;
}

/** How near the nearest fingerprint of one of the requester's pictures is to an upload. */
export interface Nearness {
  /** Which of her pictures, counted from 1. */
  readonly picture: number;
  readonly kind: FingerprintKind;
  readonly distance: number;
  /** They are so near only with one of the two turned or mirrored. */
  readonly isTurned: boolean;
  /** Whether it is near enough, and clear enough, that confirming the upload lists her fingerprint too. */
  readonly isProof: boolean;
}

/** A decision that was made before about this upload, or about a picture that it met. */
export interface DecidedBefore {
  readonly decision: Decision;
  readonly decidedBy: string;
  readonly at: Date;
  /** `upload`: the very upload. `picture`: another upload of the picture that it matches. */
  readonly about: 'upload' | 'picture';
  readonly of: { readonly kind: 'request' | 'review'; readonly id: string };
}

export interface DeskUpload {
  readonly ref: string;
  readonly contentId: string;
  readonly url: string | null;
  readonly screenedAt: Date;
  readonly source: 'bytes' | 'fingerprints';
  readonly standing: UploadStanding;
  readonly fingerprints: readonly Fingerprint[];
  readonly matches: readonly UploadMatch[];
  readonly nearness: readonly Nearness[];
  /** Newest first. */
  readonly decidedBefore: readonly DecidedBefore[];
  /** It was referred at some time: nobody looks at it any more. */
  readonly isReferred: boolean;
  /** The id of the upload beside which it stands, for it shows the same; null where it has a card of its own. */
  readonly copyOf: string | null;
  readonly preview: Preview;
}

/** One of the requester's pictures, as the fingerprints that her device made of it. */
export interface ClaimedPicture {
  /** Which of her files it is, counted from 1; what an upload proved in part stands twice, once for what is listed. */
  readonly number: number;
  readonly fingerprints: readonly Fingerprint[];
  readonly state: 'pending' | 'active' | 'suspended' | 'disputed' | 'expired';
}

/** What one law asks of the content. */
export interface LawTests {
  readonly law: BasisId;
  readonly name: string;
  readonly tests: readonly ContentTest[];
  /** Null, or left out, where nobody answered it yet. */
  readonly before?: AnsweredBefore | null;
}

/** What was answered to the questions of one law while another law of the same filing was decided. */
export interface AnsweredBefore {
  readonly by: string;
  /** Where a second person had to agree. */
  readonly agreedBy: string | null;
  readonly at: Date;
  /** The request that was decided. */
  readonly trackingNumber: string;
  readonly answers: Readonly<Record<string, TestAnswer>>;
  /** It was answered about what stands on this page and nothing else; else it is only told. */
  readonly isOfThis: boolean;
}

/** A decision that was made, and what it still waits for. */
export interface DecisionMade {
  readonly decisionId: string;
  /** Until when whoever made it may take it back; null once that is over. */
  readonly undoUntil: Date | null;
  /** It could be taken back still, if no complaint about it were open: a colleague decides it by that. */
  readonly isLeftToComplaint: boolean;
  /** Why it cannot be taken back although there would be time: all of it was referred since, or another request says that it may show a minor. */
  readonly notTakenBack: 'referred-since' | 'may-be-young' | 'in-part' | null;
  /** By which decisions from outside it can be set aside; none where it is no removal. */
  readonly outside: readonly OutsideGround[];
  readonly decision: Decision;
  /** Its key. */
  readonly ground: string;
  readonly groundLabel: string;
  readonly decidedBy: string;
  /** The rule for identical copies decided: anybody who decides may take it back, at any time. */
  readonly isByRule: boolean;
  /** Where a second person had to agree. */
  readonly agreedBy: string | null;
  readonly decidedAt: Date;
  /** For colleagues; empty when none was left. */
  readonly note: string;
  /** What was found of the content, in the order of the law. */
  readonly findings: readonly { readonly short: string; readonly answer: string }[];
  /** Of a referral: its reporting task. */
  readonly referralId: string | null;
  readonly actions: readonly {
    readonly action: 'remove' | 'restore' | 'restrict';
    /** Of a restriction that leaves it up: which. */
    readonly visibility?: Visibility | null;
    /** Null: the post with its picture. */
    readonly beside: AlsoKind | null;
    /** Of a link its address, of an account the service's reference. */
    readonly target: string | null;
    readonly contentId: string;
    readonly openedAt: Date;
    readonly completedAt: Date | null;
    /** What the service wrote when it confirmed; empty when nothing. */
    readonly note: string;
    /** How the word to the service stands: no address to tell, on its way, not taken so far, taken. */
    readonly delivery: 'no-endpoint' | 'sent' | 'not-taken' | 'delivered';
    /** Since when it counts no more, while the rest of the decision may stand. */
    readonly takenBackAt: Date | null;
  }[];
  /** The pictures and places that it is about and that stand, where there are several: each by one of its acts, with the service's ids of what shows it. */
  readonly pictures: readonly { readonly actionId: string; readonly contentIds: readonly string[] }[];
}

/** What the moderator had filled in, when a page comes back with something to correct. */
export interface RulingEntered {
  readonly ruling: string | null;
  readonly note: string;
  /** Of a request that says the person may have been under 18: that they certainly were not, and how that is known. */
  readonly isAdult?: boolean;
  readonly adult?: string;
  readonly unscreened: readonly string[];
  /** What was answered of uploads that were found, by inner reference, and of the rest of them. */
  readonly ofFound?: Readonly<Record<string, FoundAnswer>>;
  readonly foundRest?: boolean;
  readonly allPlaces: boolean;
  readonly isForAll: boolean;
  readonly also: readonly AlsoRuled[];
  /** By law and key of the question. */
  readonly tests: Readonly<Record<string, Readonly<Record<string, TestAnswer>>>>;
}

/** What a request says of something beside the uploads, and how far that is what the service told. */
export interface AskedHere {
  readonly says: string;
  readonly fit: BesideFit;
}

/** Something beside the uploads that can be acted on, too. */
export interface AlsoOnPage extends AlsoNamed {
  /** Title and words, of a text; null where only the request says what they are. */
  readonly text: string | null;
  /** Of an account. */
  readonly uploaderRef: string | null;
  readonly asked: readonly AskedHere[];
  /** Of an account: so many other uploads of it were removed as illegal before. */
  readonly earlier: number;
  readonly grounds: readonly AlsoGround[];
}

/** A decision that waits for a second person. */
export interface ProposalOnPage {
  readonly decision: Decision;
  readonly ground: string;
  readonly groundLabel: string;
  readonly by: string;
  /** Whether whoever reads it proposed it. */
  readonly isMine: boolean;
  readonly at: Date;
  readonly note: string;
  /** How whoever proposed it knows that the person was certainly no minor; empty where nothing says otherwise. */
  readonly adult: string;
  readonly unscreened: readonly string[];
  readonly ofFound: Readonly<Record<string, FoundAnswer>>;
  readonly also: readonly AlsoRuled[];
  readonly tests: RulingEntered['tests'];
}

/** The next thing to decide; null when nothing waits. */
export type NextInQueue = { readonly kind: 'request' | 'review'; readonly href: string } | null;

/** What was judged just now of what a withdrawn request said. */
export type SaidYoungNews = 'found-adult' | 'adult-taken-back' | 'said-young-referred';

/** A decision was taken back just now, or could not be any more. */
export type UndoNews = 'undone' | 'not-undone' | 'already-back' | 'another-law' | 'referred-since' | 'may-be-young' | 'in-part';

/** `open`: until that request is decided this is referred, or waits. `ended`: its person ended the case; what was said stands against a removal until somebody has judged it. */
export type YoungElsewhere = 'open' | 'ended' | null;

interface DecidablePage extends ConsoleFrame {
  readonly serviceName: string;
  readonly grounds: readonly Ground[];
  /** Whether another request says that it may show somebody under 18; only what is taken then stands among the grounds. */
  readonly youngElsewhere: YoungElsewhere;
  readonly proposal: ProposalOnPage | null;
  readonly decision: DecisionMade | null;
  /** What a removal may act on beside the uploads; nothing where the service did not say that it can. */
  readonly beside: readonly AlsoOnPage[];
  /** Marks of what stands on the page: the decision holds for that and nothing else. */
  readonly shown: readonly string[];
  readonly next: NextInQueue;
  readonly entered?: RulingEntered;
  readonly problems?: readonly FieldProblem[];
  /** Said at the top: this decision was made just now, or it was made before, by whomever, and what was sent now was not recorded. */
  readonly news:
    | 'decided'
    | 'late'
    | 'proposed'
    | 'not-agreed'
    | 'asked'
    | 'asked-nothing'
    | 'set-aside'
    | 'set-aside-in-part'
    | UndoNews
    | SaidYoungNews
    | null;
}

/**
 * `not-offered`: the service has not said that it can do this. `law-wants-more`: the request is open under a law that wants it gone, or it, or the picture that it meets, was removed under one.
 * `may-be-young`: then it is referred. `is-held`: a match with somebody else's picture holds it, and is decided first. `hidden-for-another`: so is the request that keeps it from being seen. `otherwise`: it is restricted in another
 * way. `is-down`: all of it is gone, and restricting it would say less.
 */
export type NotRestricted = 'not-offered' | 'law-wants-more' | 'may-be-young' | 'is-held' | 'hidden-for-another' | 'otherwise' | 'is-down';

export interface RequestModel extends DecidablePage {
  readonly trackingNumber: string;
  readonly basis: LegalBasis;
  readonly filedVia: 'page' | 'api';
  readonly filer: Filer;
  /** It may show somebody under 18: nothing of it is shown, and nothing of it enters a bank. */
  readonly isYoung: boolean;
  /** All that it names was referred: nobody looks at it, and so is the request. */
  readonly isAllReferred: boolean;
  /** Of what it names besides, ids and addresses that were referred: nothing of them is decided here. Empty where that is all. */
  readonly partReferred: readonly string[];
  /** The same filing under other laws, each with its own number and time. */
  readonly otherLaws: readonly {
    readonly trackingNumber: string;
    readonly name: string;
    readonly statute: string;
    readonly dueAt: Date;
    readonly missing: readonly string[];
    readonly state: 'open' | 'decided' | 'withdrawn' | 'closed';
  }[];
  /** Open requests of other people about the same place. */
  readonly aboutTheSame: readonly string[];
  /** Put aside until then, because its filer is suspended (DSA Article 23); it may be decided all the same. */
  readonly asideUntil: Date | null;
  /** Who works on it; null once it is settled. */
  readonly hold: {
    readonly moderatorName: string;
    readonly takenAt: Date;
    readonly isMine: boolean;
    /** Who had it before and went quiet. */
    readonly takenFrom: string | null;
  } | null;
  readonly clock: Clock;
  /** Since when all that it names is gone, while nobody has decided; null where something may be there. */
  readonly goneAt: Date | null;
  readonly missing: readonly { readonly element: string; readonly lawWording: string }[];
  /** Null once they are erased. */
  readonly answers: Omit<RequestAnswers, 'fingerprints'> | null;
  /** What was added or changed since it came in, oldest first. */
  readonly amendments: readonly AmendmentRecord[];
  /** One part of its uploads, as many as one page shows. */
  readonly uploads: readonly DeskUpload[];
  /** All of them, and which part this is, counted from 1. */
  readonly uploadCount: number;
  readonly part: number;
  readonly parts: number;
  /** Uploads that the request does not name and that look like her own pictures: of each it is answered what it shows, and it is removed only by that. */
  readonly found: readonly (DeskUpload & FoundOnPage)[];
  /** As many more look like them, need an answer, and are not shown. */
  readonly moreFound: number;
  /** As many more have an answer, or are out of view. */
  readonly moreAnswered: number;
  /** Once it is decided: what was answered of those that were found. */
  readonly foundAnswered: readonly FoundAnswered[];
  /** Whether the comparison with what was screened before has not ended yet. */
  readonly isStillLooking: boolean;
  readonly pictures: readonly ClaimedPicture[];
  /** Ids and addresses that she gave and that match no upload that was screened here. */
  readonly unscreened: readonly string[];
  readonly events: readonly CaseEvent[];
  /** What each law that it is open under asks of the content; its own first. */
  readonly tests: readonly LawTests[];
  /** Laws of its filing that want it gone, where the service could restrict it otherwise. */
  readonly wantRemoval: readonly string[];
  /** Why no restriction is offered, where the service could carry one out. */
  readonly notRestricted: NotRestricted | null;
  /** What whoever uploaded it said against the decision that is made anew, and nobody judged. */
  readonly closedComplaints: readonly string[];
  readonly state: 'open' | 'decided' | 'withdrawn' | 'closed';
  /** Withdrawn, and it had said that the person may have been under 18: to be judged, or found certainly adult. */
  readonly saidYoung:
    | { readonly state: 'open'; readonly endedAt: Date; readonly dueAt: Date; readonly remainingMs: number; readonly uploadCount: number }
    | { readonly state: 'adult'; readonly by: string; readonly at: Date; readonly note: string }
    | null;
}

/** Of an upload that was found by the requester's fingerprints. */
export interface FoundOnPage {
  /** Nothing is removed or restricted before it, or a copy of it, has an answer. */
  readonly needsAnswer: boolean;
  /** What was answered before for the same filing. */
  readonly answered: Omit<FoundAnswered, 'ref' | 'contentId'> | null;
}

export interface FoundAnswered {
  readonly ref: string;
  readonly contentId: string;
  readonly answer: FoundAnswer;
  readonly by: string;
  readonly at: Date;
}

/** Another upload that shows the same. */
export interface UploadCopy {
  readonly reviewId: string;
  readonly contentId: string;
  readonly url: string | null;
  readonly standing: UploadStanding;
}

/** That a person of this service looked at what an upload shows, and confirmed it. */
export interface ConfirmedHere {
  readonly by: string;
  readonly at: Date;
}

export interface ReviewModel extends DecidablePage {
  readonly effect: 'review' | 'hold';
  readonly openedAt: Date;
  readonly upload: DeskUpload;
  /** Other uploads that show the same: one decision is for all of them. */
  readonly copies: readonly UploadCopy[];
  /** Asked for without its copies. */
  readonly isAlone: boolean;
  /** Null where somebody has to look. */
  readonly confirmedHere: ConfirmedHere | null;
  /** Open requests that name this upload: removing it there settles the match too. */
  readonly requests: readonly string[];
  /** Why no restriction is offered, where the service could carry one out. */
  readonly notRestricted: NotRestricted | null;
  /** Of that, the laws under which the picture was removed that it meets. */
  readonly wantRemoval: readonly string[];
  readonly state: 'open' | 'decided' | 'closed';
}

export interface SetupKey {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

export interface SetupEndpoint {
  readonly id: string;
  readonly url: string;
  readonly createdAt: Date;
  /** Messages not yet taken. */
  readonly waitingCount: number;
  readonly lastDeliveredAt: Date | null;
  /** The last attempt that failed after the last one that did not; null when all is well. */
  readonly lastFailure: { readonly at: Date; readonly reason: string } | null;
}

/** How sending to the DSA Transparency Database stands. */
export interface SetupSubmissions {
  readonly url: string;
  readonly waitingCount: number;
  readonly sentCount: number;
  readonly refusedCount: number;
  readonly lastSentAt: Date | null;
  /** The newest that were refused, by the id that the database knows, with the fields that it named. */
  readonly refused: readonly { readonly puid: string; readonly at: Date; readonly fields: readonly string[] }[];
  /** `token-refused`: nothing is sent until there is another token. `whose-token`: nothing is sent until the file says whose it is. */
  readonly stopped: 'token-refused' | 'whose-token' | null;
  /** The last call that was not answered, while sending rests because of it. */
  readonly lastFailure: { readonly at: Date; readonly reason: string } | null;
}

export interface SetupPlatform {
  /** Identical copies are removed with nobody looking, so many in an hour at most; null: they are not. */
  readonly copyRule: { readonly anHour: number; readonly stoppedAt: Date | null } | null;
  readonly id: string;
  readonly name: string;
  readonly previewUrl: string | null;
  readonly keys: readonly SetupKey[];
  readonly endpoints: readonly SetupEndpoint[];
  /** Null: statements of reasons are sent nowhere. */
  readonly submissions: SetupSubmissions | null;
}

/** A secret that is shown on this page only. */
export interface ShownOnce {
  readonly what: 'key' | 'endpoint';
  readonly text: string;
}

export interface SetupModel extends ConsoleFrame {
  readonly publicUrl: string;
  readonly platform: SetupPlatform;
  /** The other services of this installation, each with a page of its own. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly scopes: readonly string[];
  readonly shownOnce: ShownOnce | null;
  /** What one of the forms has to correct, and what was typed there. */
  readonly corrections?: {
    readonly problems: readonly FieldProblem[];
    readonly entered: Readonly<Record<string, string>>;
  };
  readonly news: 'saved' | 'revoked' | 'disabled' | null;
}

/** Asked before something ends for good. */
export interface ConfirmModel extends ConsoleFrame {
  readonly what: 'revoke-key' | 'disable-endpoint';
  readonly id: string;
  /** The key's label or the endpoint's address. */
  readonly named: string;
}

/** A page that only says something. Shown with or without a session. */
export interface MessageModel {
  /** For `not-allowed`: she is signed in, and goes on somewhere else. */
  readonly frame?: ConsoleFrame;
  readonly kind:
    | 'not-allowed'
    | 'unknown'
    | 'only-a-form'
    | 'form-expired'
    | 'signed-out'
    | 'talk-erased'
    | 'too-many'
    | 'failed'
    | 'not-readable'
    | 'unready';
  /** For `signed-out` and `talk-erased`: what was written, to copy, and the page to sign in to. */
  readonly written?: { readonly text: string; readonly signIn?: string };
  /** For `too-many`. */
  readonly waitSeconds?: number;
  /** For `failed`: the id under which the operator finds it in the log. */
  readonly instance?: string;
}
