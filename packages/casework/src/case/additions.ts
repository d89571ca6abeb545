/** What came into a request later, in words for the person? Names of answers and counts only: an event holds nothing personal. */
import type { AlsoKind } from '../decision/also.ts';
import type { Language } from '../language/languages.ts';
import { listIn } from '../language/written.ts';
import type { ElementRule, LegalBasis } from '../notice/basis.ts';
import type { AmendableField, AmendedBy } from '../request/amendments.ts';
import { fileCount, filesText, noFiles, type SentFiles } from '../request/files.ts';
import type { CaseworkWords } from '../words/catalogue.ts';

/** What an amendment brought. */
export interface Additions {
  /** Addresses and ids. */
  readonly places: number;
  readonly files: SentFiles;
  /** Answers that were given for the first time. */
  readonly given: readonly AmendableField[];
  /** Answers that were replaced. */
  readonly changed: readonly AmendableField[];
  /** What was named beside the picture. Left out: nothing, or it was written before events said so; then `given` or `changed` names it. */
  readonly beside?: Readonly<Record<AlsoKind, number>>;
  /** Asked where it is, she said that the link she gave is right. */
  readonly linkIsRight?: true;
}

/** "You added: 2 links, your name." Without a name for anything in it, that something came. */
export function additionsSentence(
  by: AmendedBy | undefined,
  { places, files, given, changed, beside, linkIsRight }: Additions,
  words: CaseworkWords,
): string {
  const { separator, answers, fingerprints, links, places: placesNamed, besideWords, besideAccounts, ...sides } = words.case.additions;
  const side = by === 'platform' ? sides.platform : sides.person;
  const place = by === 'platform' ? placesNamed : links;
  const added = [
    ...(places === 0 ? [] : [place({ count: places })]),
    ...(fileCount(files) === 0 ? [] : [fingerprints({ files: filesText(files, words) })]),
    ...given.map((field) => answers[field]),
  ];
  const named = [
    ...(beside === undefined || beside.text === 0 ? [] : [besideWords]),
    ...(beside === undefined || beside.link === 0 ? [] : [links({ count: beside.link })]),
    ...(beside === undefined || beside.account === 0 ? [] : [besideAccounts({ count: beside.account })]),
  ];
  const sentences = [
    ...(linkIsRight === undefined ? [] : [sides.person.linkIsRight]),
    ...(added.length === 0 ? [] : [side.added({ things: added.join(separator) })]),
    ...(named.length === 0 ? [] : [side.beside({ things: named.join(separator) })]),
    ...(changed.length === 0 ? [] : [side.changed({ things: changed.map((field) => answers[field]).join(separator) })]),
  ];
  return sentences.length === 0 ? side.something : sentences.join(' ');
}

/** The answers that must have come when these elements are no longer missing: of an event that was written before it named what came. */
export function additionsFrom(basis: LegalBasis, before: readonly string[], after: readonly string[]): Additions {
  const come = elementsOf(basis).filter(({ key }) => before.includes(key) && !after.includes(key));
  return { places: 0, files: noFiles, given: [...new Set(come.map(({ rule }) => fieldOf[rule]))], changed: [] };
}

/** What is missing, as names in one line: for a time that has passed, where nothing is asked any more. */
export function missingWords(basis: LegalBasis, missing: readonly string[], language: Language): string {
  return listIn(
    language,
    elementsOf(basis).flatMap(({ key, short }) => (missing.includes(key) ? [short] : [])),
  );
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
