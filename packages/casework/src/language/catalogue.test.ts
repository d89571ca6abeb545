/** Does a catalogue say in each language what English says, with its own numbers, plurals and directions? */
import { expect, expectTypeOf, test } from 'vitest';
import { type PluralTemplate, type Spoken, speak, type Template, type Translation } from './catalogue.ts';
import { faultsOf, formsOf } from './faults.ts';

const english = {
  heading: 'Your requests',
  steps: ['First', 'Then {name}'],
  sent: '{name} was told on {day}.',
  contact: { email: 'E-mail', other: 'Another way' },
  pictures: { one: '1 picture of {name}', other: '{count} pictures of {name}' },
  codes: { 400: 'That did not work' },
} as const;

const german: Translation<typeof english> = {
  heading: 'Ihre Anfragen',
  steps: ['Zuerst', 'Dann {name}'],
  sent: 'Am {day} wurde {name} informiert.',
  contact: { email: 'E-Mail', other: 'Ein anderer Weg' },
  pictures: { one: '1 Bild von {name}', other: '{count} Bilder von {name}' },
  codes: { 400: 'Das hat nicht geklappt' },
};

const arabic: Translation<typeof english> = {
  heading: 'طلباتك',
  steps: ['أولاً', 'ثم {name}'],
  sent: 'تم إخبار {name} في {day}.',
  contact: { email: 'البريد', other: 'طريقة أخرى' },
  pictures: {
    zero: 'لا صور من {name}',
    one: 'صورة واحدة من {name}',
    two: 'صورتان من {name}',
    few: '{count} صور من {name}',
    many: '{count} صورة من {name}',
    other: '{count} صورة من {name}',
  },
  codes: { 400: 'لم ينجح ذلك' },
};

test('a plain sentence is a string, one with places a function, one about a number a function of it', () => {
  const said = speak(english, german, 'de');
  expectTypeOf(said.heading).toEqualTypeOf<string>();
  expectTypeOf(said.sent).toEqualTypeOf<Template<'name' | 'day'>>();
  expectTypeOf(said.pictures).toEqualTypeOf<PluralTemplate<'count' | 'name'>>();
  expectTypeOf(said).toEqualTypeOf<Spoken<typeof english>>();
  expect([said.heading, said.steps[0], said.steps[1]({ name: 'B' }), said.contact.other, said.codes[400]]).toEqual([
    'Ihre Anfragen',
    'Zuerst',
    'Dann B',
    'Ein anderer Weg',
    'Das hat nicht geklappt',
  ]);
  expect(said.sent({ name: 'Hafen', day: '3. Mai' })).toBe('Am 3. Mai wurde Hafen informiert.');
  expect([1, 2, 1200].map((count) => said.pictures({ count, name: 'A' }))).toEqual([
    '1 Bild von A',
    '2 Bilder von A',
    '1.200 Bilder von A',
  ]);
});

test('English speaks itself', () => {
  const said = speak(english, english, 'en');
  expect(said.pictures({ count: 1200, name: 'A' })).toBe('1,200 pictures of A');
});

test('Arabic takes the form of each number, its digits as in a code, and sets names apart', () => {
  const said = speak(english, arabic, 'ar');
  expect([0, 1, 2, 3, 11, 100].map((count) => said.pictures({ count, name: 'A' }))).toEqual([
    'لا صور من \u2068A\u2069',
    'صورة واحدة من \u2068A\u2069',
    'صورتان من \u2068A\u2069',
    '3 صور من \u2068A\u2069',
    '11 صورة من \u2068A\u2069',
    '100 صورة من \u2068A\u2069',
  ]);
});

test('what stands in a place is never read as a place', () => {
  expect(speak(english, english, 'en').sent({ name: '{day} $& $1', day: 'today' })).toBe('{day} $& $1 was told on today.');
});

test('the forms of a language are those of its whole numbers', () => {
  expect(formsOf('de')).toEqual(['one', 'other']);
  expect(formsOf('it')).toEqual(['one', 'other']);
  expect(formsOf('ar')).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
});

test('complete translations have no fault', () => {
  expect([faultsOf(english, english, 'en'), faultsOf(english, german, 'de'), faultsOf(english, arabic, 'ar')]).toEqual([[], [], []]);
});

test('each fault is named with its path', () => {
  const broken = {
    heading: ' ',
    steps: ['Zuerst'],
    sent: 'Am {tag} informiert: {name}.',
    contact: { email: 'E-Mail', other: 'Ein anderer Weg', fax: 'Fax' },
    pictures: { few: '{count} Bilder von {name}', other: 'Bilder von {name}' },
    codes: 'Das hat nicht geklappt',
  };
  expect(faultsOf(english, broken, 'de')).toEqual([
    { path: 'heading', fault: 'empty' },
    { path: 'steps.1', fault: 'missing' },
    { path: 'sent', fault: 'place-missing', place: 'day' },
    { path: 'sent', fault: 'place-unknown', place: 'tag' },
    { path: 'contact.fax', fault: 'not-in-english' },
    { path: 'pictures.one', fault: 'form-missing' },
    { path: 'pictures.few', fault: 'form-unused' },
    { path: 'pictures.other', fault: 'place-missing', place: 'count' },
    { path: 'codes', fault: 'another-shape' },
  ]);
});
