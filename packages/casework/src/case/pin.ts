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

export type PinProblem = 'short' | 'long';

export type ParsedPin =
  | { readonly ok: true; readonly pin: CasePin }
  | { readonly ok: false; readonly problem: PinProblem; readonly sentence: string };

export const pinSentences: Readonly<Record<PinProblem, string>> = {
  short: 'Please choose at least 6 letters, digits or signs.',
  long: 'This is too long. Please choose at most 128 letters, digits or signs.',
};

/** Reads a PIN that a person chose or typed again; spaces around it do not count. */
export function parsePin(text: string): ParsedPin {
  const problem = problemOf(asTyped(text));
  return problem === null ? { ok: true, pin: CasePin.of(text) } : { ok: false, problem, sentence: pinSentences[problem] };
}

/** One form for what looks the same on two keyboards. */
function asTyped(text: string): string {
  return text.trim().normalize('NFKC');
}

function problemOf(typed: string): PinProblem | null {
  const length = [...typed].length;
  if (length < fewestCharacters) return 'short';
  return length > mostCharacters ? 'long' : null;
}
