/** Which language does her browser ask for, and how is what is counted and dated written in it? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestLanguage, directionOf, isLanguage, languages, localeOf, ownNameOf } from './languages.ts';
import { choiceIn, dayIn, dayOfYearIn, hourIn, listIn, numberIn, weekdayIn, weekdayOfYearIn, zoneIn } from './written.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'de'],
  ['de-CH, fr;q=0.9, en;q=0.8', 'de'],
  ['fr-FR, fr;q=0.9, es;q=0.5, en;q=0.4', 'es'],
  ['en;q=0.2, ar-EG;q=0.9', 'ar'],
  ['zh-Hant-TW, *;q=0.1', 'en'],
  ['en;q=0, *', 'it'],
  ['IT', 'it'],
  ['fr, ja', 'en'],
  ['de;q=2, es', 'es'],
  ['; drop, <de>, it ; q=0.3', 'it'],
] as const)('%s asks for %s', (header, language) => {
  expect(bestLanguage(header, languages)).toBe(language);
});

test('a language that is not offered is never chosen, whatever the header says', () => {
  expect(bestLanguage('ar, de;q=0.5', ['en', 'de'])).toBe('de');
  fc.assert(fc.property(fc.string({ maxLength: 2000 }), (header) => ['en', 'de'].includes(bestLanguage(header, ['en', 'de']))));
});

test('each language has a name of its own and a direction', () => {
  expect(languages.map((language) => [ownNameOf(language), directionOf(language)])).toEqual([
    ['English', 'ltr'],
    ['Italiano', 'ltr'],
    ['Deutsch', 'ltr'],
    ['Español', 'ltr'],
    ['العربية', 'rtl'],
  ]);
  expect([isLanguage('de'), isLanguage('fr'), isLanguage(undefined)]).toEqual([true, false, false]);
});

test('days, hours, numbers and lists are written as the language writes them', () => {
  const at = new Date('2026-11-22T14:05:00.000Z');
  expect(languages.map((language) => dayIn(language, at, 'UTC'))).toEqual([
    '22 November',
    '22 novembre',
    '22. November',
    '22 de noviembre',
    '22 نوفمبر',
  ]);
  expect(languages.map((language) => hourIn(language, at, 'UTC'))).toEqual(languages.map(() => '14:05'));
  expect([weekdayIn('en', at, 'UTC'), weekdayIn('de', at, 'UTC'), dayOfYearIn('it', at, 'UTC'), zoneIn('en', at, 'UTC')]).toEqual([
    'Sunday 22 November',
    'Sonntag, 22. November',
    '22 novembre 2026',
    'UTC',
  ]);
  expect(languages.map((language) => weekdayOfYearIn(language, at, 'UTC'))).toEqual([
    'Sunday 22 November 2026',
    'domenica 22 novembre 2026',
    'Sonntag, 22. November 2026',
    'domingo, 22 de noviembre de 2026',
    'الأحد، 22 نوفمبر 2026',
  ]);
  // The year of the place, not of UTC.
  expect(weekdayOfYearIn('en', new Date('2026-12-31T23:30:00.000Z'), 'Europe/Berlin')).toBe('Friday 1 January 2027');
  expect([numberIn('en', 1200), numberIn('de', 1200), numberIn('ar', 1200)]).toEqual(['1,200', '1.200', '1,200']);
  expect([listIn('en', ['A', 'B', 'C']), listIn('de', ['A', 'B']), choiceIn('it', ['A', 'B'])]).toEqual(['A, B and C', 'A und B', 'A o B']);
  expect(listIn('ar', ['Harbour', 'مرسى'])).toBe('\u2068Harbour\u2069 و\u2068مرسى\u2069');
  expect(localeOf('ar')).toBe('ar-u-nu-latn');
});
