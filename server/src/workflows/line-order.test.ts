/** Do words stand where Unicode's bidirectional algorithm puts them, whole addresses among them, and is none lost or said twice? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLeftToRight, wordsOf } from './line-order.ts';

/** As UAX #9 writes its examples: capitals run from right to left, braces are an isolate in that direction, square brackets one in the other. */
const kept = (example: string): string =>
  example
    .replaceAll(/[A-Z]/g, (letter) => String.fromCodePoint(0x5d0 + letter.charCodeAt(0) - 65))
    .replaceAll('{', '\u2067')
    .replaceAll('[', '\u2066')
    .replaceAll(/[}\]]/g, '\u2069');

const seen = (text: string, direction: 'ltr' | 'rtl'): string =>
  fromLeftToRight(wordsOf(text, direction), direction)
    .map(({ shown, level }) => (level % 2 === 1 ? [...shown].reverse().join('') : shown))
    .join('');

const drawn = (example: string, direction: 'ltr' | 'rtl'): string =>
  seen(kept(example), direction).replaceAll(/[\u05d0-\u05ea]/g, (letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x5d0 + 65));

describe('the examples of UAX #9, 3.4, reordering resolved levels', () => {
  test.each([
    ['ltr', 'car means CAR.', 'car means RAC.'],
    ['rtl', 'car MEANS CAR.', '.RAC SNAEM car'],
    ['ltr', 'he said “{car MEANS CAR}.” “{IT DOES},” she agreed.', 'he said “RAC SNAEM car.” “SEOD TI,” she agreed.'],
    ['rtl', 'DID YOU SAY ’[he said “{car MEANS CAR}”]‘?', '?‘he said “RAC SNAEM car”’ YAS UOY DID'],
  ] as const)('%s: %s', (direction, example, display) => {
    expect(drawn(example, direction)).toBe(display);
  });
});

test('brackets open to the side from which one reads, around words of either direction (UAX #9, N0 and L4)', () => {
  expect(drawn('A (B) (c) D', 'rtl')).toBe('D (c) (B) A');
  // N0 c1: these stand with the letter before them.
  expect(drawn('A c (d) E', 'rtl')).toBe('E c (d) A');
  expect(drawn('a (B) c', 'ltr')).toBe('a (B) c');
  expect(seen('«مريم»', 'rtl')).toBe('«ميرم»');
});

test('digits stand in their own order among words of the other direction (UAX #9, W2 and W4)', () => {
  expect(seen('المادة 16 و27', 'rtl')).toBe('27و 16 ةداملا');
  expect(seen('سنة ٢٠٢٦', 'rtl')).toBe('٢٠٢٦ ةنس');
  expect(seen('عام 2022/2065', 'rtl')).toBe('2022/2065 ماع');
});

test.each([
  'https://forum.example/',
  'https://forum.example/t/77?q=a#b',
  'forum.example/posts/1',
  'maria@example.org',
  '+39 333 123-4567',
  '10(3A)-(3B)',
  '2026-07-12',
  '4821-33',
])('%s runs from left to right as one, before a full stop and in brackets', (whole) => {
  expect(seen(`هو ${whole}.`, 'rtl')).toBe(`.${whole} وه`);
  expect(seen(`هو (${whole})`, 'rtl')).toBe(`(${whole}) وه`);
});

test.each(['@user_12', '/posts/12', '/posts/12/'])('%s, an account or a path between words, runs from left to right as one', (whole) => {
  expect(seen(`هو ${whole} هنا`, 'rtl')).toBe(`انه ${whole} وه`);
});

test('a line without any letter of the text’s own direction keeps its full stop at its own end', () => {
  expect([seen('Maria Example.', 'rtl'), seen('مريم علي.', 'ltr'), seen('+39 333', 'rtl')]).toEqual([
    'Maria Example.',
    '.يلع ميرم',
    '+39 333',
  ]);
});

test('what she wrote in Arabic within an English letter is read from its right, with the Latin words in it', () => {
  expect(seen('في حساب harbour_77 على maria@example.org.', 'ltr')).toBe('.maria@example.org ىلع harbour_77 باسح يف');
  expect(seen('Name: مريم', 'ltr')).toBe('Name: ميرم');
});

test('the mark of a list stands where the text begins, whichever way its item runs', () => {
  expect([seen('• forum.example', 'rtl'), seen('• مريم', 'rtl'), seen('• مريم.', 'ltr')]).toEqual(['forum.example •', 'ميرم •', '• .ميرم']);
});

test('letters of two scripts are two parts, as each is joined by its own rules; a joiner parts nothing', () => {
  expect(wordsOf('مرימ', 'rtl').map(({ parts }) => parts.map(({ text }) => text))).toEqual([['مر', 'ימ']]);
  expect(wordsOf('می‌رم', 'rtl').map(({ parts }) => parts.length)).toEqual([1]);
});

test('whatever is written, each sign of it stands once, and words keep the order in which they are read', () => {
  const sign = fc.constantFrom(...'ابتةَلא בab é17٣٤.,،:/()[]«»-+@#§ \u00a0\u200c\u200f\u2066\u2067\u2069');
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), fc.constantFrom('ltr', 'rtl'), (text, direction) => {
      const words = wordsOf(text, direction);
      const parts = words.flatMap((word) => word.parts);
      expect(parts.map((part) => part.text).join('')).toBe(text.replaceAll(/[\u200f\u2066-\u2069]/g, ''));
      const line = fromLeftToRight(words, direction);
      expect(line).toHaveLength(parts.length);
      expect(new Set(line)).toEqual(new Set(parts));
    }),
  );
});
