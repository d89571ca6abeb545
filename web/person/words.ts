/**
 * Which sentences does she read, in her language? All of them, by page. What a law asks and what happened in a case is said by casework,
 * beside the data it belongs to.
 *
 * Short words, short sentences, the limit beside each promise. No word that blames, frightens or promises more than we can do.
 */
import { basisIds, caseworkCatalogues, type Language, languages, lawWords, speak } from '@likeness/casework';
import { arabic } from './words/ar/all.ts';
import { german } from './words/de/all.ts';
import { english } from './words/en/all.ts';
import { spanish } from './words/es/all.ts';
import type { AllWords, Words } from './words/in-each-language.ts';
import { italian } from './words/it/all.ts';

export type { Words } from './words/in-each-language.ts';

/** One line for each language; what is not here yet is not offered. */
const translations: { readonly en: AllWords } & { readonly [L in Exclude<Language, 'en'>]?: AllWords } = {
  en: english,
  it: italian,
  de: german,
  es: spanish,
  ar: arabic,
};

/** Whether casework says all of it in this language: a part that stands in English still is the English one itself. */
function isSpokenByCasework(language: Language): boolean {
  const { case: ofCase, decision, letter } = caseworkCatalogues[language];
  const { en } = caseworkCatalogues;
  return (
    ofCase !== en.case &&
    decision !== en.decision &&
    letter !== en.letter &&
    basisIds.every((id) => lawWords[id][language] !== lawWords[id].en)
  );
}

/** The languages that her pages are offered in: those in which they are whole. */
export const offeredLanguages: readonly [Language, ...Language[]] = [
  'en',
  ...languages.filter((language) => language !== 'en' && translations[language] !== undefined && isSpokenByCasework(language)),
];

/** A language and all that is said in it. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** The same as data, for what speaks on her device. */
  readonly catalogue: AllWords;
}

/** Made of one catalogue; pages take it from `speechIn`. */
export function speechOf(language: Language, catalogue: AllWords): Speech {
  return { language, words: speak(english, catalogue, language), catalogue };
}

const speeches: Readonly<Record<Language, Speech>> = {
  en: speechOf('en', english),
  it: speechOf('it', translations.it ?? english),
  de: speechOf('de', translations.de ?? english),
  es: speechOf('es', translations.es ?? english),
  ar: speechOf('ar', translations.ar ?? english),
};

/** All sentences of one language. */
export const speechIn = (language: Language): Speech => speeches[language];

/** In English. */
export const { words } = speechIn('en');
