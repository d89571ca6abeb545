/** What opens a case again? The case code: made before filing, known to the person alone, impossible to recover (design §10). */
import { grouped, isChecked, isSpelled, meant, spell } from './crockford.ts';

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

export type ParsedCaseCode =
  | { readonly ok: true; readonly code: CaseCode }
  | { readonly ok: false; readonly problem: CaseCodeProblem; readonly sentence: string };

/** What the person reads when what she typed cannot be a code. Found on her device, it says nothing about any case. */
export const caseCodeSentences: Readonly<Record<CaseCodeProblem, string>> = {
  empty: 'Please type or paste your code.',
  length: 'A code has 21 letters and digits. This one is too long or too short.',
  character: 'A code has only letters and digits. It never has the letter U.',
  check: 'Something in this code is not right. Please look at each letter and digit once more.',
};

/** Reads what a person typed or pasted: any case, spaces and hyphens anywhere, O for 0, I or L for 1. */
export function parseCaseCode(text: string): ParsedCaseCode {
  const characters = meant(text);
  const problem = problemOf(characters);
  return problem === null ? { ok: true, code: CaseCode.of(characters) } : { ok: false, problem, sentence: caseCodeSentences[problem] };
}

function problemOf(characters: string): CaseCodeProblem | null {
  if (characters === '') return 'empty';
  if (!isSpelled(characters)) return 'character';
  if (characters.length !== codeLength) return 'length';
  return isChecked(characters) ? null : 'check';
}
