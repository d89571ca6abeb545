/**
 * What opens a case again? The case code: made before filing, known to the person alone, impossible to recover.
 * And how is a code written so that a person can copy it and a slip is found? Crockford's base 32 (no I, L, O, U) with one check character of the same
 * alphabet; a tracking number is written the same way.
 */

/** 20 characters of 5 bits: 100 bits, beyond guessing. */
const secretLength = 20;
const codeLength = secretLength + 1;

/** Random bytes that `newCaseCode` needs. */
export const caseCodeRandomBytes = 13;

/** A secret: every way of turning it into text by accident (a log line, an error, JSON) gives only its name. */
export class CaseCode {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Wraps 21 characters that were made or checked by this file; see `newCaseCode` and `parseCaseCode`. Throws RangeError for any others, without repeating them. */
  static of(text: string): CaseCode {
    if (text.length !== codeLength || !isSpelled(text) || !isChecked(text)) throw new RangeError('Not a case code');
    return new CaseCode(text);
  }

  /** The code itself, 21 characters without hyphens: for its MAC, and nothing else. */
  reveal(): string {
    return this.#text;
  }

  /** The code as the person copies it: XXXXX-XXXXX-XXXXX-XXXXX-X. */
  revealForReading(): string {
    return grouped(this.#text, 5);
  }

  toString(): string {
    return '[case code]';
  }

  toJSON(): string {
    return '[case code]';
  }
}

/** A new code from `caseCodeRandomBytes` bytes of a cryptographic source. Throws RangeError when there are fewer. */
export function newCaseCode(random: Uint8Array): CaseCode {
  return CaseCode.of(spell(random, secretLength));
}

export type CaseCodeProblem = 'empty' | 'length' | 'character' | 'check';

/** What she reads of a problem stands in casework's words, `case.code`. Found on her device, it says nothing about any case. */
export type ParsedCaseCode = { readonly ok: true; readonly code: CaseCode } | { readonly ok: false; readonly problem: CaseCodeProblem };

/** Reads what a person typed or pasted: any case, spaces and hyphens anywhere, O for 0, I or L for 1. */
export function parseCaseCode(text: string): ParsedCaseCode {
  const characters = meant(text);
  const problem = problemOf(characters);
  return problem === null ? { ok: true, code: CaseCode.of(characters) } : { ok: false, problem };
}

function problemOf(characters: string): CaseCodeProblem | null {
  if (characters === '') return 'empty';
  if (!isSpelled(characters)) return 'character';
  if (characters.length !== codeLength) return 'length';
  return isChecked(characters) ? null : 'check';
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// Multiplication by a root of x^5 + x^2 + 1, primitive over GF(2): its powers are distinct for 31 places, so a text of up to 31 characters in which one
// character was mistyped, or any two were swapped, never passes. Crockford's own modulo 37 finds single slips and swapped neighbours, but needs five more signs (*~$=U).
function timesAlpha(symbol: number): number {
  return (symbol << 1) ^ (symbol & 16 ? 0b100101 : 0);
}

function remainderOf(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol) => timesAlpha(sum) ^ symbol, 0);
}

/** `length` characters from the first 5 x `length` bits of `random`, and their check character. Throws RangeError when there are too few bits. */
export function spell(random: Uint8Array, length: number): string {
  if (random.length * 8 < length * 5) throw new RangeError(`${length} characters need ${Math.ceil((length * 5) / 8)} random bytes`);
  const symbols: number[] = [];
  for (let place = 0; place < length; place++) {
    const bit = place * 5;
    const pair = ((random[bit >> 3] ?? 0) << 8) | (random[(bit >> 3) + 1] ?? 0);
    symbols.push((pair >> (11 - (bit & 7))) & 31);
  }
  return [...symbols, timesAlpha(remainderOf(symbols))].map((symbol) => alphabet.charAt(symbol)).join('');
}

/** The characters as they were meant: upper case, O as 0, I and L as 1, without what people and programs put between them. */
export function meant(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** Whether every character is of the alphabet. */
export function isSpelled(text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}

/** Whether the last character is the check of the others; only for a text that `isSpelled`. */
export function isChecked(text: string): boolean {
  return remainderOf([...text].map((character) => alphabet.indexOf(character))) === 0;
}

/** The text in groups of `size`, joined by hyphens. */
export function grouped(text: string, size: number): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');
}
