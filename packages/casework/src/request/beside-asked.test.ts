/** Is a typed name taken for an account only where it is the same, and is what looks alike told apart from it? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitOfAccount, fitOfText } from './beside-asked.ts';

describe('a name that somebody typed', () => {
  test.each([
    ['the very name', 'anna.k', 'anna.k', 'same'],
    ['with a space behind it', 'anna.k ', 'anna.k', 'same'],
    ['an accent as one sign or as two', 'Ren\u00e9', 'Rene\u0301', 'same'],
    ['in capitals', 'Anna.K', 'anna.k', 'similar'],
    ['with the sign that services put before it', '@anna.k', 'anna.k', 'similar'],
    ['with Cyrillic letters', '\u0430nn\u0430.k', 'anna.k', 'similar'],
    ['all in Cyrillic capitals that look Latin', '\u041c\u0410\u041a\u0421', 'MAKC', 'similar'],
    ['with a sign that nobody sees', 'an\u200bna.k', 'anna.k', 'similar'],
    ['in wide letters', '\uff41nna.k', 'anna.k', 'similar'],
    ['with a figure for a letter', 'b0b', 'bob', 'similar'],
    ['another name', 'anne.k', 'anna.k', null],
    ['an accent where there is none', 'Ren\u00e9', 'Rene', null],
  ] as const)('%s', (_how, typed, known, fit) => {
    expect(fitOfAccount(typed, known)).toBe(fit);
    expect(fitOfAccount(known, typed)).toBe(fit);
  });

  test('is the same as itself, and never more than similar to what is written otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }), (one, other) => {
        expect(fitOfAccount(one, one)).toBe('same');
        expect(fitOfAccount(one, other)).toBe(fitOfAccount(other, one));
        if (one.normalize('NFC').trim() !== other.normalize('NFC').trim() && !/\s/u.test(one + other))
          expect(fitOfAccount(one, other)).not.toBe('same');
      }),
    );
  });
});

test('words are found within a text, across its lines; in capitals or look-alikes they are similar', () => {
  const text = 'Anna K.,\n14 Quay Street';
  expect(fitOfText('Anna K., 14 Quay', text)).toBe('same');
  expect(fitOfText('ANNA K.', text)).toBe('similar');
  expect(fitOfText('15 Quay Street', text)).toBe(null);
});
