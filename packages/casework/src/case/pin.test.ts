import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { CasePin, choosePin, parsePin, pinPattern } from './pin.ts';

function read(text: string): string {
  const parsed = parsePin(text);
  return parsed.ok ? parsed.pin.reveal() : parsed.problem;
}

test('six letters, digits or signs are enough, five are not', () => {
  expect(read('12345')).toBe('short');
  expect(read('  1234 ')).toBe('short');
  expect(read('123456')).toBe('123456');
  expect(read('blue pear')).toBe('blue pear');
  expect(read('\u{1F600}'.repeat(5))).toBe('short');
});

test.each(['12345', '  1234 ', '123456', ' blue pear ', '\u{1F600}'.repeat(5), '\u{1F600}'.repeat(6), '      ', 'a    b'])(
  'the pattern of the field says of %j what reading it says',
  (text) => {
    expect(new RegExp(`^(?:${pinPattern})$`, 'v').test(text)).toBe(read(text) !== 'short');
  },
);

test('128 are the most', () => {
  expect(read('x'.repeat(128))).toHaveLength(128);
  expect(read('x'.repeat(129))).toBe('long');
});

test('the same letters from another keyboard are the same PIN', () => {
  expect(read('cafe\u0301 12')).toBe(read('caf\u00e9 12'));
});

test('by accident a PIN shows only its name', () => {
  const pin = CasePin.of('correct horse');
  expect([String(pin), JSON.stringify(pin)]).toEqual(['[pin]', '"[pin]"']);
  expect(inspect(pin, { showHidden: true })).not.toContain('horse');
  expect(() => CasePin.of('pear')).toThrow('Not a PIN');
});

const chosen = (text: string): string => {
  const parsed = choosePin(text);
  return parsed.ok ? 'taken' : parsed.problem;
};

test.each([
  '111111',
  '123456',
  '654321',
  '567890',
  '098765',
  'abcdef',
  'ZYXWVU',
  '121212',
  'abcabc',
  '11 11 11',
  'qwerty',
  'Password',
  'password1!',
  'abc123',
  'qwerty1',
  '      1 1 1 1',
])('"%s" is among the first guesses and not taken when it is chosen', (text) => {
  expect(chosen(text)).toBe('weak');
});

test.each(['482915', 'blue pear', 'a second secret', '19283746', 'maria7&12', '\u{1F600}\u{1F431}\u{1F33B}\u{1F40C}\u{1F697}\u{2615}'])(
  '"%s" is taken',
  (text) => {
    expect(chosen(text)).toBe('taken');
  },
);

test('one that was chosen before still opens its case', () => {
  expect(read('111111')).toBe('111111');
});

test('what is too short is told so first', () => {
  expect(chosen('1111')).toBe('short');
  expect(chosen('x'.repeat(129))).not.toBe('taken');
});

test('one that is far too long is told so, whatever it repeats', () => {
  expect(chosen('x'.repeat(5000))).toBe('long');
  expect(chosen('1')).toBe('short');
});
