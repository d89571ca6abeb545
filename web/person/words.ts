/**
 * Which sentences does she read, in her language? All of them, by page. What a law asks and what happened in a case is said by casework,
 * beside the data it belongs to.
 *
 * Short words, short sentences, the limit beside each promise. No word that blames, frightens or promises more than we can do.
 */
import { type Language, languages, speak } from '@likeness/casework';
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

/** The languages that her pages are offered in. */
export const offeredLanguages: readonly [Language, ...Language[]] = [
  'en',
  ...languages.filter((language) => language !== 'en' && translations[language] !== undefined),
];

const spoken: Readonly<Record<Language, Words>> = {
  en: inLanguage('en'),
  it: inLanguage('it'),
  de: inLanguage('de'),
  es: inLanguage('es'),
  ar: inLanguage('ar'),
};

function inLanguage(language: Language): Words {
  return speak(english, translations[language] ?? english, language);
}

/** All sentences of one language. */
export const wordsIn = (language: Language): Words => spoken[language];

/** The sentences of one language as data, for what speaks on her device. */
export const wordsDataIn = (language: Language): AllWords => translations[language] ?? english;

/** In English. */
export const words = wordsIn('en');
