/**
 * How does one catalogue of sentences speak several languages? English is written `as const` and is data only; its type says what a
 * translation must hold (`Translation`) and what a page gets (`Spoken`).
 *
 * A leaf is a string. One with `{name}` places is a template; an object of plural forms (`one`, `other` ...) whose number is `{count}` is a
 * plural, chosen by the rules of the language. The English leaf decides which of these a sentence is; the translation only what it says.
 */
import { type Language, localeOf } from './languages.ts';
import { setApart } from './written.ts';

/** The forms of CLDR; which of them a language has is the language's own. */
export const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralForm = (typeof pluralForms)[number];

/** The forms of one sentence about a number. `other` is what a form that is not written falls back to. */
export type Plural = { readonly [F in Exclude<PluralForm, 'other'>]?: string } & { readonly other: string };

/** Sentences, by what they are about. */
export type Catalogue = string | readonly Catalogue[] | { readonly [name: string]: Catalogue };

/** What stands in a place. A number is written as the language writes numbers. */
export type PlaceValue = string | number;

/** The names between braces: of "{a} and {b}", `'a' | 'b'`. */
export type PlacesOf<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | PlacesOf<Rest> : never;

type IsPlural<T> = T extends { readonly other: string } ? (keyof T extends PluralForm ? true : false) : false;

/** What a translation of this catalogue holds: the same shape, in other words. That its places are the same is checked by `faultsOf`. */
export type Translation<T> = T extends string
  ? string
  : IsPlural<T> extends true
    ? Plural
    : { readonly [Name in keyof T]: Translation<T[Name]> };

/** The same words in every language. */
export type InEachLanguage<T> = Readonly<Record<Language, Translation<T>>>;

/** A sentence with places, once the language is chosen: `said.sentOn({ day })`. */
export type Template<Names extends string> = (values: { readonly [Name in Names]: PlaceValue }) => string;

/** A sentence about a number: `said.pictures({ count: 2 })`. */
export type PluralTemplate<Names extends string> = (
  values: { readonly count: number } & { readonly [Name in Exclude<Names, 'count'>]: PlaceValue },
) => string;

/** What a page speaks with: a plain sentence as a string, any other as a function of what stands in its places. */
export type Spoken<T> = T extends string
  ? [PlacesOf<T>] extends [never]
    ? string
    : Template<PlacesOf<T>>
  : IsPlural<T> extends true
    ? PluralTemplate<PlacesOf<T[keyof T]>>
    : { readonly [Name in keyof T]: Spoken<T[Name]> };

const placePattern = /\{([A-Za-z]\w*)\}/g;

/** The names of the places in a sentence, in their order, repeated ones once. */
export const placesIn = (sentence: string): readonly string[] => [
  ...new Set([...sentence.matchAll(placePattern)].map(([, name]) => name ?? '')),
];

const isFormName = (name: string): name is PluralForm => pluralForms.some((form) => form === name);

/** Whether this part of a catalogue is one sentence in its plural forms. */
export function isPlural(part: Catalogue): part is Plural {
  if (typeof part === 'string' || Array.isArray(part)) return false;
  const entries = Object.entries(part);
  return 'other' in part && entries.every(([name, form]) => isFormName(name) && typeof form === 'string');
}

/** What stands in a place, as this language writes it. */
function written(value: PlaceValue, language: Language): string {
  return typeof value === 'number' ? value.toLocaleString(localeOf(language)) : setApart(language, value);
}

type Values = Readonly<Record<string, PlaceValue | undefined>>;

function filled(sentence: string, values: Values, language: Language): string {
  return sentence.replace(placePattern, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : written(value, language);
  });
}

/**
 * The catalogue in one language. Where the translation lacks a part (the compiler and the tests refuse that), the English stands.
 * Built once per language; speaking is then a look-up.
 */
export function speak<const English extends Catalogue>(
  english: English,
  translation: Translation<English>,
  language: Language,
): Spoken<English>;
export function speak(english: Catalogue, translation: Catalogue | undefined, language: Language): unknown {
  return spoken(english, translation, language, new Intl.PluralRules(localeOf(language)));
}

function spoken(english: Catalogue, translation: Catalogue | undefined, language: Language, rules: Intl.PluralRules): unknown {
  if (typeof english === 'string') {
    const sentence = typeof translation === 'string' ? translation : english;
    return placesIn(english).length === 0 ? sentence : (values: Values) => filled(sentence, values, language);
  }
  if (isPlural(english)) {
    const forms = translation !== undefined && isPlural(translation) ? translation : english;
    return (values: Values & { readonly count: number }) => filled(forms[rules.select(values.count)] ?? forms.other, values, language);
  }
  const parts = Object.entries(english).map(([name, part]) => [name, spoken(part, partOf(translation, name), language, rules)] as const);
  return Array.isArray(english) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** The part of this name, or the nth of a list; undefined where there is none. */
export function partOf(catalogue: Catalogue | undefined, name: string): Catalogue | undefined {
  if (catalogue === undefined || typeof catalogue === 'string') return undefined;
  return Object.entries(catalogue).find(([each]) => each === name)?.[1];
}
