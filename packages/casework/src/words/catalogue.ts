/** In which words does casework speak to a person, in each language? English stands in `en/`, as data; a translation has the same shape. What a law says itself is in its own folder. */
import { type InEachLanguage, type Spoken, speak } from '../language/catalogue.ts';
import type { Language } from '../language/languages.ts';
import { arabic } from './ar/all.ts';
import { german } from './de/all.ts';
import { english } from './en/all.ts';
import { spanish } from './es/all.ts';
import { italian } from './it/all.ts';

export const caseworkCatalogues: InEachLanguage<typeof english> = { en: english, it: italian, de: german, es: spanish, ar: arabic };

/** What the functions speak with that say something to a person. */
export interface CaseworkWords extends Spoken<typeof english> {
  readonly language: Language;
}

const spokenIn = (language: Language): CaseworkWords => ({ language, ...speak(english, caseworkCatalogues[language], language) });

const spoken: Readonly<Record<Language, CaseworkWords>> = {
  en: spokenIn('en'),
  it: spokenIn('it'),
  de: spokenIn('de'),
  es: spokenIn('es'),
  ar: spokenIn('ar'),
};

/** Casework's words in this language. */
export function caseworkIn(language: Language): CaseworkWords {
  return spoken[language];
}
