/** What is a legal basis? The shape of its data: who may file, what a request needs, by when it must be answered, and in which words. */

/** How sure we are of a statement, and why (spec/law.md): read in the law itself, read about, known, or our own rule. */
export type Mark = 'read-in-the-law' | 'secondary-source' | 'general-knowledge' | 'own-rule';

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly mark: Mark;
  /** Day on which somebody last looked, YYYY-MM-DD. */
  readonly checkedOn: string;
}

/** What a law may ask for. A basis picks its own; how each is recognised stands in request/missing.ts. */
export type ElementKey = 'signature' | 'locate' | 'statement' | 'contact' | 'authority';

export type OnBehalfOf = 'self' | 'agent';

export interface LegalElement {
  readonly key: ElementKey;
  /** JSON pointer into the request. */
  readonly pointer: string;
  /** What the person is asked, in her words. */
  readonly asks: string;
  /** What she reads when it is missing. */
  readonly missing: string;
  readonly whyWeAsk: string;
  readonly whoWillSee: string;
  readonly lawWording: string;
  readonly mark: Mark;
}

export type Decision = 'remove' | 'keep';

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
  readonly onlyFor?: OnBehalfOf;
}

/** Which copies must go: the same picture, or also edited ones that the service takes for it. */
export type ScopeOfCopies = 'identical' | 'substantially-the-same';

export interface LegalBasis {
  readonly id: string;
  readonly name: string;
  readonly statute: string;
  readonly country: string;
  /** First day in force, YYYY-MM-DD. */
  readonly inForceFrom: string;
  readonly inForceUntil: string | null;
  readonly checkedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly sources: readonly Source[];
  readonly whoMayFile: readonly OnBehalfOf[];
  /** In the order of the law. */
  readonly elements: readonly LegalElement[];
  /** What someone acting for another must add. */
  readonly agentElements: readonly LegalElement[];
  /** Hours from the first receipt; nothing moves the due time. */
  readonly clockHours: number;
  readonly scopeOfCopies: ScopeOfCopies;
  /** Whether the law wants the uploader told. Where it does not, we do not. */
  readonly tellsUploader: boolean;
  readonly grounds: readonly RequestGround[];
  /** Where she can turn when the service refuses or stays silent. */
  readonly complaint: { readonly name: string; readonly url: string; readonly sentence: string; readonly mark: Mark };
}
