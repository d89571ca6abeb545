/** In which languages can it be read what several laws say alike? */
import type { InEachLanguage } from '../../language/catalogue.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { italian } from './it.ts';

export const wordsOfSeveralLaws: InEachLanguage<typeof english> = { en: english, it: italian, de: german, es: spanish, ar: arabic };
