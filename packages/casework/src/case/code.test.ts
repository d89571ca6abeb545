import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseCode, caseCodeRandomBytes, newCaseCode, parseCaseCode } from './code.ts';

const random = fc.uint8Array({ minLength: caseCodeRandomBytes, maxLength: caseCodeRandomBytes });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Frozen: these codes are on people's papers. */
const fixtures = [
  ['00000000000000000000000000', '000000000000000000000'],
  ['ffffffffffffffffffffffffff', 'ZZZZZZZZZZZZZZZZZZZZA'],
  ['000102030405060708090a0b0c', '000G40R40M30E209185G3'],
] as const;

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function read(text: string): string {
  const parsed = parseCaseCode(text);
  return parsed.ok ? parsed.code.reveal() : parsed.problem;
}

test.each(fixtures)('the bytes %s are written %s, today as ever', (hex, text) => {
  expect(newCaseCode(bytes(hex)).reveal()).toBe(text);
});

test('a code has 20 characters and a check, in groups of five for reading', () => {
  fc.assert(
    fc.property(random, (drawn) => {
      const code = newCaseCode(drawn);
      expect(code.reveal()).toMatch(/^[0-9A-HJKMNP-TV-Z]{21}$/);
      expect(code.revealForReading()).toMatch(/^(.{5}-){4}.$/);
      expect(read(code.revealForReading())).toBe(code.reveal());
    }),
  );
});

test('all 100 bits count: different bits, different codes', () => {
  fc.assert(
    fc.property(random, fc.nat(99), (drawn, bit) => {
      const other = drawn.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
      expect(newCaseCode(other).reveal()).not.toBe(newCaseCode(drawn).reveal());
    }),
  );
});

test('too little randomness is refused', () => {
  expect(() => newCaseCode(new Uint8Array(caseCodeRandomBytes - 1))).toThrow(RangeError);
});

describe('reading what a person typed', () => {
  test('case, spaces, hyphens of any kind, O for 0, I and L for 1 do not matter', () => {
    const look = fc.constantFrom(
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
      (text: string) => text.replaceAll('0', 'o').replaceAll('1', 'I'),
      (text: string) => text.replaceAll('-', ' '),
      (text: string) => text.replaceAll('-', '\u2013'),
      (text: string) => text.replaceAll('-', ''),
      (text: string) => `\n ${[...text].join('\u00a0')}\t`,
    );
    fc.assert(
      fc.property(random, look, (drawn, typed) => {
        const code = newCaseCode(drawn);
        expect(read(typed(code.revealForReading()))).toBe(code.reveal());
      }),
    );
  });

  test('one mistyped character, anywhere, is found', () => {
    fc.assert(
      fc.property(random, fc.nat(20), fc.nat(30), (drawn, place, step) => {
        const text = newCaseCode(drawn).reveal();
        const wrong = alphabet.charAt((alphabet.indexOf(text.charAt(place)) + 1 + step) % 32);
        expect(read(text.slice(0, place) + wrong + text.slice(place + 1))).toBe('check');
      }),
    );
  });

  test('two swapped characters, neighbours or not, are found', () => {
    fc.assert(
      fc.property(random, fc.nat(20), fc.nat(20), (drawn, a, b) => {
        const typed = [...newCaseCode(drawn).reveal()];
        [typed[a], typed[b]] = [typed[b] ?? '', typed[a] ?? ''];
        fc.pre(typed[a] !== typed[b]);
        expect(read(typed.join(''))).toBe('check');
      }),
    );
  });

  test('a missing or an extra character is found', () => {
    fc.assert(
      fc.property(random, fc.nat(20), (drawn, place) => {
        const text = newCaseCode(drawn).reveal();
        expect(read(text.slice(0, place) + text.slice(place + 1))).toBe('length');
        expect(read(`${text}${text.charAt(place)}`)).toBe('length');
      }),
    );
  });

  test('says what is wrong, without repeating what was typed', () => {
    expect(parseCaseCode('  - ')).toMatchObject({ ok: false, problem: 'empty' });
    expect(parseCaseCode('UUUUU')).toMatchObject({ ok: false, problem: 'character' });
    expect(parseCaseCode('\u{1F600}')).toMatchObject({ ok: false, problem: 'character' });
    expect(JSON.stringify(parseCaseCode('ABCDE-FGHJK'))).not.toContain('ABCDE');
  });

  test('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        parseCaseCode(text);
      }),
    );
  });
});

test('by accident a code shows only its name: as text, as JSON, in a template, in a log', () => {
  const code = newCaseCode(new Uint8Array(caseCodeRandomBytes).fill(0xa5));
  const shown = [String(code), JSON.stringify({ code }), `${code}`, inspect(code), inspect({ code }, { showHidden: true, depth: 9 })];
  expect(shown.slice(0, 3)).toEqual(['[case code]', '{"code":"[case code]"}', '[case code]']);
  for (const text of shown) expect(text).not.toContain(code.reveal().slice(0, 5));
  expect(Object.keys(code)).toEqual([]);
});

test('only a checked text becomes a code, and a refusal does not repeat it', () => {
  expect(() => CaseCode.of('0000000000000000000A')).toThrow('Not a case code');
  expect(CaseCode.of('0'.repeat(21)).reveal()).toBe('0'.repeat(21));
});
