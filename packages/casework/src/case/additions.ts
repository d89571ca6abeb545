/** What came into a request later, in words for the person? Names of answers and counts only: an event holds nothing personal. */
import type { ElementRule, LegalBasis } from '../notice/basis.ts';
import type { AmendableField, AmendedBy } from '../request/amendments.ts';
import { counted, fileCount, filesText, listed, noFiles, type SentFiles } from '../request/files.ts';

/** What an amendment brought. */
export interface Additions {
  /** Addresses and ids. */
  readonly places: number;
  readonly files: SentFiles;
  /** Answers that were given for the first time. */
  readonly given: readonly AmendableField[];
  /** Answers that were replaced. */
  readonly changed: readonly AmendableField[];
}

/** "You added: 2 links, your name." Without a name for anything in it, that something came. */
export function additionsSentence(by: AmendedBy | undefined, { places, files, given, changed }: Additions): string {
  const isService = by === 'platform';
  const added = [
    ...(places === 0 ? [] : [counted(places, isService ? 'place' : 'link')]),
    ...(fileCount(files) === 0 ? [] : [`fingerprints of ${filesText(files)}`]),
    ...given.map((field) => fieldWords[field]),
  ].join(', ');
  const replaced = changed.map((field) => fieldWords[field]).join(', ');
  const sentences = isService
    ? [added && `The service added to your request: ${added}.`, replaced && `The service changed in your request: ${replaced}.`]
    : [added && `You added: ${added}.`, replaced && `You changed: ${replaced}.`];
  return sentences.filter(Boolean).join(' ') || (isService ? 'The service added to your request.' : 'You added to your request.');
}

/** The answers that must have come when these elements are no longer missing: of an event that was written before it named what came. */
export function additionsFrom(basis: LegalBasis, before: readonly string[], after: readonly string[]): Additions {
  const come = elementsOf(basis).filter(({ key }) => before.includes(key) && !after.includes(key));
  return { places: 0, files: noFiles, given: [...new Set(come.map(({ rule }) => fieldOf[rule]))], changed: [] };
}

/** What is missing, as names in one line: for a time that has passed, where nothing is asked any more. */
export function missingWords(basis: LegalBasis, missing: readonly string[]): string {
  return listed(elementsOf(basis).flatMap(({ key, short }) => (missing.includes(key) ? [short] : [])));
}

const elementsOf = ({ elements, agentElements }: LegalBasis) => [...elements, ...agentElements];

const fieldOf: Readonly<Record<ElementRule, AmendableField>> = {
  signature: 'signature',
  locate: 'locationDetails',
  'exact-locate': 'locationDetails',
  statement: 'statement',
  explanation: 'statement',
  contact: 'contact',
  'name-and-email': 'contact',
  authority: 'agentAuthority',
  declaration: 'declarations',
  text: 'texts',
};

const fieldWords: Readonly<Record<AmendableField, string>> = {
  onBehalfOf: 'who is asking',
  agentAuthority: 'how you may act for the person',
  locationDetails: 'how to find the picture',
  signature: 'your name',
  contact: 'how to reach you',
  statement: 'your statement',
  isYoung: 'how old the person was',
  declarations: 'what you confirmed',
  signatures: 'your name under one law',
  texts: 'more about it',
};
