/**
 * How would the pages look in a language whose every letter is strange and whose every sentence is longer? Made from the English, so that a
 * sentence that is not in the catalogue, or a box that is too narrow, shows at once. Once from left to right and once from right to left.
 */
import { type Catalogue, formsOf, isPlural, type Language, type Translation } from '@likeness/casework';
import { type Speech, speechOf } from '../person/render.tsx';
import { english } from '../person/words/en/all.ts';

type Letters = Readonly<Record<string, string>>;

const lettersFrom = (strange: string): Letters =>
  Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...strange][index] ?? letter]));

const accented = lettersFrom('áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýž');
/** Letters that join from right to left; what they say is nothing. */
const arabic = lettersFrom('ابصدعفجهيذكلمنوخقرستطثشغئز');

function strangely(sentence: string, letters: Letters): string {
  const shown = sentence
    .split(/(\{\w+\})/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase()] ?? letter)))
    .join('');
  // Longer by three tenths, in words that can break.
  const more = ' longer'.replace(/[a-z]/g, (letter) => letters[letter] ?? letter);
  return `\u27e6${shown}${more.repeat(Math.ceil((shown.length * 0.3) / more.length))}\u27e7`;
}

/** The English in the plural forms of the language, every sentence through `letters`. */
function strange<const English extends Catalogue>(english: English, letters: Letters, language: Language): Translation<English>;
function strange(english: Catalogue, letters: Letters, language: Language): unknown {
  return strangePart(english, letters, language);
}

function strangePart(english: Catalogue, letters: Letters, language: Language): unknown {
  if (typeof english === 'string') return strangely(english, letters);
  if (isPlural(english)) return Object.fromEntries(formsOf(language).map((form) => [form, strangely(english.other, letters)]));
  const parts = Object.entries(english).map(([name, part]) => [name, strangePart(part, letters, language)] as const);
  return Array.isArray(english) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** Days, numbers and what casework says are in the language that lends its rules. */
export const pseudoSpeeches: Readonly<Record<'ltr' | 'rtl', Speech>> = {
  ltr: speechOf('de', strange(english, accented, 'de')),
  rtl: speechOf('ar', strange(english, arabic, 'ar')),
};
