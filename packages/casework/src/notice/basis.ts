/** What is a legal basis? The shape of its data: whom it binds since when, who may file, what a request needs, by when it must be answered, and in which words. */

import type { RestrictReason } from '../decision/visibility.ts';

/** How sure we are of a statement, and why (spec/law.md): read in the law itself, read about, known, or our own rule. */
export type Mark = 'read-in-the-law' | 'secondary-source' | 'general-knowledge' | 'own-rule';

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly mark: Mark;
  /** Day on which somebody last looked, YYYY-MM-DD. */
  readonly checkedOn: string;
}

/**
 * How it is seen that an element was given; request/missing.ts knows each rule. A basis picks among them, so that a new one needs no new code: `declaration` is
 * a box to tick and `text` a line to fill in, both at the element's own pointer.
 */
export type ElementRule =
  | 'signature'
  | 'locate'
  | 'exact-locate'
  | 'statement'
  | 'explanation'
  | 'contact'
  | 'name-and-email'
  | 'authority'
  | 'declaration'
  | 'text';

/** Who files. `hub` and `authority` come through the API only. */
export type Filer = 'self' | 'agent' | 'user' | 'trusted-flagger' | 'hub' | 'authority';

export interface LegalElement {
  /** Its name within the basis, as events and the API know it. */
  readonly key: string;
  readonly rule: ElementRule;
  /** The law asks for it only where it applies: nothing is missing without it. */
  readonly isOptional?: true;
  /** JSON pointer into the request. */
  readonly pointer: string;
  /** What the person is asked, in her words. */
  readonly asks: string;
  /** A few words that name it in a list: "your name". */
  readonly short: string;
  /** The same for a moderator: "a signature". */
  readonly label: string;
  /** What she reads when it is missing. */
  readonly missing: string;
  /** Where the element is a name and an e-mail address, and one of them is there: what she reads of the other. */
  readonly missingAlone?: { readonly name: string; readonly email: string };
  readonly whyWeAsk: string;
  readonly whoWillSee: string;
  readonly lawWording: string;
  readonly mark: Mark;
}

/**
 * `restrict`: it stays, and fewer people see it. `refer`: it shows somebody under 18, or perhaps so; out of view at once, kept for those who have to be told, and
 * nobody looks again.
 */
export type Decision = 'remove' | 'restrict' | 'keep' | 'refer';

/** A reason that a decision may rest on. */
export interface Ground {
  readonly key: string;
  readonly decision: Decision;
  /** What the moderator chooses from. */
  readonly label: string;
  readonly toPlatform: string;
}

/** A reason that a requester is told as well, with what she can do next. */
export interface RequestGround extends Ground {
  readonly toPerson: string;
  readonly whatNext: string;
  /** Left out: whoever asks. */
  readonly onlyFor?: Filer;
  /** It rests on this law's own test, and so says nothing about a request under another law. */
  readonly isOfThisLaw?: true;
  /** It says that the content meets this law's test: every question of it has to be answered. */
  readonly restsOnTests?: true;
}

/** `unclear`: somebody looked and cannot say. `beside`: the question does not arise. */
export const testAnswers = ['yes', 'no', 'unclear', 'beside'] as const;
export type TestAnswer = (typeof testAnswers)[number];

/** What a decision under this law has to find: asked of the moderator, answered in the decision. */
export interface ContentTest {
  readonly key: string;
  /** A few words that stand beside the answers: "Intimate". */
  readonly short: string;
  readonly question: string;
  /** Where it may not arise: what is said then, such as "Not made up". */
  readonly beside?: string;
  /** By key of a ground, or reason of a restriction: the answers that it can rest on. Of what is not named here a ground says nothing. */
  readonly fits: Readonly<Record<string, readonly TestAnswer[]>>;
  /** Ids of other laws whose grounds of the same name rest on the same fact: under them an answer that contradicts it does not stand beside the decision. */
  readonly isFactUnder?: readonly string[];
  readonly mark: Mark;
}

/** Which copies must go: the same picture, or also edited ones that the service takes for it. */
export type ScopeOfCopies = 'identical' | 'substantially-the-same';

/** What a service is, as far as laws tell services apart. */
export const serviceKinds = ['user-content', 'own-content', 'search', 'hosting'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** Where a service is offered, as far as a basis binds there. */
export const territories = ['US', 'GB', 'EU', 'IT', 'AU'] as const;
export type Territory = (typeof territories)[number];

/**
 * By when. `hours`: the law names them. `own-target`: it says "without undue delay", and the service names the hours. `order`: whoever orders names a time; the
 * hours count where the order names none. They run from the first receipt.
 */
export interface ClockRule {
  readonly kind: 'hours' | 'own-target' | 'order';
  readonly hours: number;
  /** Whether a reason may pause or extend it. Nothing moves a clock whose hours the law names. */
  readonly canMove: boolean;
  /** How far all pauses and extensions of one request may go together; 0 where nothing moves it. */
  readonly movesAtMostHours: number;
  /** As it is said to the person: "within 48 hours". */
  readonly words: string;
  readonly lawWording: string;
  readonly mark: Mark;
}

/** Since when, and how sure that is. */
export interface InForce {
  /** First day, YYYY-MM-DD; null while it is not known. */
  readonly from: string | null;
  readonly until: string | null;
  /** Read in the law, or about it in a source that stands in `sources`. While it is false nothing is called binding. */
  readonly isConfirmed: boolean;
  readonly note: string;
}

export type UploaderIsTold = 'required' | 'by-choice' | 'never';

/** Who may order a removal. */
export interface OrderingAuthority {
  readonly key: string;
  readonly name: string;
  readonly territory: Territory;
  readonly statute: string;
  /** Hours that its law gives after the order; null: the order says. */
  readonly hours: number | null;
  readonly inForce: InForce;
  readonly note: string;
  readonly mark: Mark;
}

export interface LegalBasis {
  readonly id: string;
  readonly name: string;
  readonly statute: string;
  /** What a request under it is called: "a removal request". */
  readonly instrument: string;
  /** Where it comes from, as she knows the place: "the United States". */
  readonly country: string;
  readonly territories: readonly Territory[];
  readonly serviceKinds: readonly ServiceKind[];
  readonly inForce: InForce;
  readonly checkedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly sources: readonly Source[];
  readonly whoMayFile: readonly Filer[];
  /** `where-it-applies`: every request to a service that it binds. `on-choice`: only where she asks for it, after its warnings. `by-order`: an authority's. `otherwise`: where nothing else applies. */
  readonly offered: 'where-it-applies' | 'on-choice' | 'by-order' | 'otherwise';
  /** What she must have read before she chooses it. */
  readonly warnings: readonly string[];
  /** In the order of the law. */
  readonly elements: readonly LegalElement[];
  /** What someone acting for another must add. */
  readonly agentElements: readonly LegalElement[];
  readonly contentTests: readonly ContentTest[];
  readonly clock: ClockRule;
  readonly scopeOfCopies: ScopeOfCopies;
  readonly uploader: { readonly isTold: UploaderIsTold; readonly when: string; readonly mark: Mark };
  /** Why a decision under it may leave the content up and restrict who sees it, beside `grounds`; empty where the law wants it gone. */
  readonly restricts: readonly RestrictReason[];
  readonly grounds: readonly RequestGround[];
  /** Where she can turn when the service refuses or stays silent; null where we know of no one. */
  readonly complaint: { readonly name: string; readonly url: string; readonly sentence: string; readonly mark: Mark } | null;
  readonly authorities: readonly OrderingAuthority[];
}
