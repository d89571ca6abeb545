/** What may a PIN be? A second secret of her choice, so that someone who finds the code cannot end the case at once. */

const fewestCharacters = 6;
// Argon2id takes any length; the limit keeps a pasted book out of it.
const mostCharacters = 128;

/** A secret: by accident it gives only its name. */
export class CasePin {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Throws RangeError for a text that `parsePin` refuses, without repeating it. */
  static of(text: string): CasePin {
    const typed = asTyped(text);
    if (problemOf(typed) !== null) throw new RangeError('Not a PIN');
    return new CasePin(typed);
  }

  /** The PIN itself: for its hash, and nothing else. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[pin]';
  }

  toJSON(): string {
    return '[pin]';
  }
}

export type PinProblem = 'short' | 'long' | 'weak';

/** What she reads of a problem stands in casework's words, `case.pin`. */
export type ParsedPin = { readonly ok: true; readonly pin: CasePin } | { readonly ok: false; readonly problem: PinProblem };

/** Reads a PIN that a person chooses: one that would be guessed within a few tries is refused. */
export function choosePin(text: string): ParsedPin {
  const parsed = parsePin(text);
  return parsed.ok && isSoonGuessed(asTyped(text)) ? { ok: false, problem: 'weak' } : parsed;
}

/** Reads a PIN that a person types again; spaces around it do not count. */
export function parsePin(text: string): ParsedPin {
  const problem = problemOf(asTyped(text));
  return problem === null ? { ok: true, pin: CasePin.of(text) } : { ok: false, problem };
}

/** One form for what looks the same on two keyboards. */
function asTyped(text: string): string {
  return text.trim().normalize('NFKC');
}

/** As many as it needs, spaces around it not counted; written as the `pattern` of a field has it. What is weak only `choosePin` tells. */
export const pinPattern = `\\s*\\S.{${fewestCharacters - 2},}\\S\\s*`;

function problemOf(typed: string): PinProblem | null {
  const length = [...typed].length;
  if (length < fewestCharacters) return 'short';
  return length > mostCharacters ? 'long' : null;
}

// Five tries in a quarter of an hour are allowed: what the first hundred guesses would be must not open a case.
const guessedFirst = [
  'password',
  'passwort',
  'letmein',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'welcome',
  'qazwsx',
  'abc123',
  'dragon',
  'monkey',
];
const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop'];

/** The first guesses of anybody: one sign or group again and again, a run of the alphabet, the digits or the keyboard, and the words that lead every list. */
function isSoonGuessed(typed: string): boolean {
  const text = typed.toLowerCase().replace(/[\s._-]/g, '');
  if (/^(.{1,3})\1+$/su.test(text) || text === '') return true;
  const backwards = [...text].reverse().join('');
  if (runs.some((run) => run.includes(text) || run.includes(backwards))) return true;
  // A word of the list, with digits or signs after it.
  const word = text.replace(/[^\p{L}]+$/u, '');
  return guessedFirst.includes(text) || guessedFirst.includes(word) || (word.length >= 3 && runs.some((run) => run.startsWith(word)));
}
