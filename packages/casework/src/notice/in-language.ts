/** What does she read of a law in her language? Its words from the law's own folder; what an operator corrected stands as it was written. */
import type { Language } from '../language/languages.ts';
import { authorityOrderWords } from './authority-order/words/all.ts';
import { type BasisId, basisIds, basisOf, type Laws } from './bases.ts';
import type { LegalBasis, LegalElement } from './basis.ts';
import { digitalServicesActWords } from './digital-services-act/words/all.ts';
import { copyrightWords } from './dmca/words/all.ts';
import { onlineSafetyActWords } from './online-safety-act/words/all.ts';
import { ownRulesWords } from './own-rules/words/all.ts';
import { takeItDownWords } from './take-it-down/words/all.ts';
import { wordsOfSeveralLaws } from './words/all.ts';

type ElementWords = Pick<LegalElement, 'short' | 'asks' | 'missing' | 'missingAlone' | 'whyWeAsk'>;
interface GroundWords {
  readonly toPerson: string;
  readonly whatNext: string;
}
interface SharedWords {
  readonly elements: Readonly<Record<string, ElementWords>>;
  readonly grounds: Readonly<Record<string, GroundWords>>;
}

/** What a person reads of one law. Elements and grounds that it shares with others are left out. */
export interface LawWords extends SharedWords {
  readonly name: string;
  readonly statute: string;
  readonly instrument: string;
  readonly country: string;
  readonly clock: string;
  readonly whoWillSee: string;
  readonly warnings: readonly string[];
  readonly complaint?: { readonly name: string; readonly sentence: string };
}

/** The words of every law, in every language. */
export const lawWords: Readonly<Record<BasisId, Readonly<Record<Language, LawWords>>>> = {
  'take-it-down': takeItDownWords,
  'online-safety-act': onlineSafetyActWords,
  'digital-services-act': digitalServicesActWords,
  dmca: copyrightWords,
  'authority-order': authorityOrderWords,
  'own-rules': ownRulesWords,
};

/** Those that several laws share. */
export const sharedLawWords: Readonly<Record<Language, SharedWords>> = wordsOfSeveralLaws;

/** The laws as they are read in this language. What decides (elements, clocks, grounds by their keys) is the same in each. */
export function lawsIn(laws: Laws, language: Language): Laws {
  if (language === 'en') return laws;
  const of = (id: BasisId): LegalBasis => inWords(laws.of(id), basisOf(id), lawWords[id][language], sharedLawWords[language]);
  return { of, all: basisIds.map((id) => ({ id, basis: of(id) })) };
}

/** The basis of this id as it ships, in this language. */
export function basisIn(language: Language, id: BasisId): LegalBasis {
  return language === 'en' ? basisOf(id) : inWords(basisOf(id), basisOf(id), lawWords[id][language], sharedLawWords[language]);
}

/** Each text that is still the one that shipped, in other words; whatever differs is a correction, and wins. */
function inWords(basis: LegalBasis, shipped: LegalBasis, words: LawWords, shared: SharedWords): LegalBasis {
  const elementIn = (element: LegalElement): LegalElement => {
    const before = [...shipped.elements, ...shipped.agentElements].find(({ key }) => key === element.key);
    const said = words.elements[element.key] ?? shared.elements[element.key];
    if (before === undefined || said === undefined) return element;
    const put = (name: Exclude<keyof ElementWords, 'missingAlone'>): string =>
      element[name] === before[name] ? said[name] : element[name];
    return {
      ...element,
      short: put('short'),
      asks: put('asks'),
      missing: put('missing'),
      ...(element.missingAlone === undefined || said.missingAlone === undefined ? {} : { missingAlone: said.missingAlone }),
      whyWeAsk: put('whyWeAsk'),
      whoWillSee: element.whoWillSee === before.whoWillSee ? words.whoWillSee : element.whoWillSee,
    };
  };
  return {
    ...basis,
    name: words.name,
    statute: words.statute,
    instrument: words.instrument,
    country: words.country,
    warnings: words.warnings,
    elements: basis.elements.map(elementIn),
    agentElements: basis.agentElements.map(elementIn),
    clock: { ...basis.clock, words: words.clock },
    grounds: basis.grounds.map((ground) => ({ ...ground, ...(words.grounds[ground.key] ?? shared.grounds[ground.key]) })),
    complaint: complaintIn(basis.complaint, shipped.complaint, words.complaint),
  };
}

/** Name, address and sentence are about one place: where one of them is corrected, none is translated. */
function complaintIn(
  now: LegalBasis['complaint'],
  shipped: LegalBasis['complaint'],
  words: LawWords['complaint'],
): LegalBasis['complaint'] {
  if (now === null || shipped === null || words === undefined) return now;
  const isShipped = now.name === shipped.name && now.url === shipped.url && now.sentence === shipped.sentence;
  return isShipped ? { ...now, name: words.name, sentence: words.sentence } : now;
}
