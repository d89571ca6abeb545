import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTrackingNumber, trackingNumber, trackingNumberRandomBytes } from './tracking.ts';

const random = fc.uint8Array({ minLength: trackingNumberRandomBytes, maxLength: trackingNumberRandomBytes });

test('a tracking number can be said on the phone and read back, with or without its prefix', () => {
  fc.assert(
    fc.property(random, (drawn) => {
      const number = trackingNumber(drawn);
      expect(number).toMatch(/^LK-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
      for (const typed of [number, number.toLowerCase(), number.slice(3), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' ')} `]) {
        expect(parseTrackingNumber(typed)).toBe(number);
      }
    }),
  );
});

test('the same bytes give the same number, today as ever', () => {
  expect(trackingNumber(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7))).toBe('LK-000G-40R4-0M30-F');
});

test('a mistyped character is found', () => {
  fc.assert(
    fc.property(random, fc.nat(12), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (drawn, place, typed) => {
      const body = trackingNumber(drawn).slice(3).replaceAll('-', '');
      fc.pre(body.charAt(place) !== typed);
      expect(parseTrackingNumber(body.slice(0, place) + typed + body.slice(place + 1))).toBeNull();
    }),
  );
});

test.each(['', 'LK-', 'LK-1234', 'hello', '00000-00000-00000-00000-0'])('%j is no tracking number', (text) => {
  expect(parseTrackingNumber(text)).toBeNull();
});
