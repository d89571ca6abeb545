/** How does a language write days, moments, numbers and lists? `Intl` knows; here stands what is asked of it. */
import { directionOf, type Language, localeOf } from './languages.ts';

/** "22 November" */
export function dayIn(language: Language, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', timeZone }).format(at);
}

/** "22 November 2026" */
export function dayOfYearIn(language: Language, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(at);
}

/** "Sunday 22 November" */
export function weekdayIn(language: Language, at: Date, timeZone: string): string {
  const words = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);
  return language === 'en' ? words.replace(',', '') : words;
}

/** "Sunday 22 November 2026" */
export function weekdayOfYearIn(language: Language, at: Date, timeZone: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const words = new Intl.DateTimeFormat(localeOf(language), parts).format(at);
  return language === 'en' ? words.replace(',', '') : words;
}

/** "14:05" */
export function hourIn(language: Language, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

/** What the zone is called at this time: "UTC", "GMT+2". */
export function zoneIn(language: Language, at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZoneName: 'short', timeZone }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** "1,200" */
export const numberIn = (language: Language, value: number): string => value.toLocaleString(localeOf(language));

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * A name within a sentence, so that one in the other direction does not carry the full stop after it to its wrong end (Unicode UAX 9: first
 * strong isolate, and its end).
 */
export const setApart = (language: Language, name: string): string =>
  directionOf(language) === 'rtl' || rightToLeft.test(name) ? `\u2068${name}\u2069` : name;

/** "A, B and C". Each name is set apart: their order is the list's, not the one of their letters. */
export function listIn(language: Language, names: readonly string[]): string {
  const each = names.map((name) => setApart(language, name));
  return new Intl.ListFormat(localeOf(language), { style: 'long', type: 'conjunction' }).format(each);
}

/** "A, B or C" */
export function choiceIn(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { style: 'long', type: 'disjunction' }).format(
    names.map((name) => setApart(language, name)),
  );
}
