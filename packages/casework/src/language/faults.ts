/** What is wrong with a translation that the compiler cannot see: places that were lost or made up, plural forms that the language needs, parts left out? */
import { type Catalogue, isPlural, type Plural, type PluralForm, partOf, placesIn, pluralForms } from './catalogue.ts';
import { type Language, localeOf } from './languages.ts';

export interface TranslationFault {
  /** The names on the way to the sentence: `request.problems.tooManyLinks`; of a plural form, with the form at its end. */
  readonly path: string;
  readonly fault:
    | 'missing'
    | 'not-in-english'
    | 'another-shape'
    | 'empty'
    | 'place-missing'
    | 'place-unknown'
    | 'form-missing'
    | 'form-unused';
  /** The place that is meant. */
  readonly place?: string;
}

/**
 * The plural forms that a language uses for whole numbers up to a thousand, in CLDR's order. Beyond (a million in Italian and
 * Spanish has a form of its own) nothing here counts.
 */
export function formsOf(language: Language): readonly PluralForm[] {
  const rules = new Intl.PluralRules(localeOf(language));
  const used = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
  return pluralForms.filter((form) => used.has(form));
}

/** Forms that stand for one number alone, so that the sentence may say it in words. */
const saysItsNumber: ReadonlySet<PluralForm> = new Set(['zero', 'one', 'two']);

/** Every fault of a translation beside the English, in the order of the English. An empty list: it can be offered. */
export function faultsOf(english: Catalogue, translation: Catalogue, language: Language): readonly TranslationFault[] {
  return [...faultsAt(english, translation, [], formsOf(language))];
}

function* faultsAt(
  english: Catalogue,
  translation: Catalogue | undefined,
  at: readonly string[],
  forms: readonly PluralForm[],
): Generator<TranslationFault> {
  const path = at.join('.');
  if (translation === undefined) {
    yield { path, fault: 'missing' };
  } else if (typeof english === 'string') {
    if (typeof translation === 'string') yield* sentenceFaults(path, translation, placesIn(english), placesIn(english));
    else yield { path, fault: 'another-shape' };
  } else if (isPlural(english)) {
    if (isPlural(translation)) yield* pluralFaults(path, english, translation, forms);
    else yield { path, fault: 'another-shape' };
  } else if (typeof translation === 'string' || Array.isArray(english) !== Array.isArray(translation) || isPlural(translation)) {
    yield { path, fault: 'another-shape' };
  } else {
    for (const [name, part] of Object.entries(english)) yield* faultsAt(part, partOf(translation, name), [...at, name], forms);
    for (const name of Object.keys(translation))
      if (partOf(english, name) === undefined) yield { path: [...at, name].join('.'), fault: 'not-in-english' };
  }
}

function* pluralFaults(path: string, english: Plural, translation: Plural, forms: readonly PluralForm[]): Generator<TranslationFault> {
  const known = [...new Set(Object.values(english).flatMap(placesIn))];
  const needed = known.filter((place) => place !== 'count' || placesIn(english.other).includes('count'));
  for (const form of pluralForms) {
    const sentence = translation[form];
    const formPath = `${path}.${form}`;
    if (sentence === undefined) {
      if (forms.includes(form)) yield { path: formPath, fault: 'form-missing' };
    } else if (!forms.includes(form)) {
      yield { path: formPath, fault: 'form-unused' };
    } else {
      yield* sentenceFaults(formPath, sentence, known, saysItsNumber.has(form) ? needed.filter((place) => place !== 'count') : needed);
    }
  }
}

function* sentenceFaults(path: string, sentence: string, known: readonly string[], needed: readonly string[]): Generator<TranslationFault> {
  if (sentence.trim() === '') yield { path, fault: 'empty' };
  const places = placesIn(sentence);
  for (const place of needed) if (!places.includes(place)) yield { path, fault: 'place-missing', place };
  for (const place of places) if (!known.includes(place)) yield { path, fault: 'place-unknown', place };
}
