import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { CasePin, parsePin } from './pin.ts';

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
