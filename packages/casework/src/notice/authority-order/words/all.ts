/** In which languages can this law be read? */
import type { InEachLanguage } from '../../../language/catalogue.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { italian } from './it.ts';

export const authorityOrderWords: InEachLanguage<typeof english> = { en: english, it: italian, de: german, es: spanish, ar: arabic };
