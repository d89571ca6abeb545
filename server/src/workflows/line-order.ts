/** In which order, from left to right, do the words of a line stand where writing runs in both directions? By Unicode's bidirectional algorithm (UAX #9). */
import { createRequire } from 'node:module';
import type { Direction } from '@likeness/casework';
import type { Bidi } from 'bidi-js';

/** Its types name a default export; the module is the function itself. */
const bidiFactory: () => Bidi = createRequire(import.meta.url)('bidi-js');
const bidi = bidiFactory();

/** The scripts that are written from right to left. */
const scripts = [/\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Syriac}/u, /\p{Script=Thaana}/u, /\p{Script=Nko}/u];
/** Which of them a letter is of; -1 for every other letter, sign and digit. */
const scriptOf = (letter: string): number => scripts.findIndex((script) => script.test(letter));

/** Whether any of it is written from right to left. */
export const runsRightToLeft = (text: string): boolean => scriptOf(text) !== -1;

/** A part of a word whose letters run in one direction and are of one script, or a bracket that is turned round. */
export interface Part {
  /** As it is kept and read: its first letter first. */
  readonly text: string;
  /** What is drawn in its place, its first letter first: from right to left a bracket opens to the other side (UAX #9, L4). */
  readonly shown: string;
  /** Odd from right to left (UAX #9, BD2). */
  readonly level: number;
}

/** A word, or the space after one: a line may end between two of them. */
export interface Word {
  readonly isSpace: boolean;
  readonly parts: readonly Part[];
}

/** Marks, embeddings, overrides and isolates: they steer the order and are not seen. */
const steering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Signs that change how their neighbours are joined; the algorithm leaves open where they stand (UAX #9, X9). */
const joiner = /[\u200c\u200d]/u;

/** Where a line may end; spaces that hold two words together stay within a word. */
const space = /[^\S\u00a0\u2007\u202f]/u;

/**
 * Addresses, telephone numbers, sections of a law, dates and numbers in groups, names of accounts, and paths. Each is read from left to right as one, where the algorithm alone would let its last
 * slash, its plus, its brackets or its groups of digits follow the words around them.
 */
const wholes =
  /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.)\S+|[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?|\+\d[\d ().-]*\d|\b\d+[a-z]*(?:-?\([a-z\d]+\))+|\b\d+(?:[-/.:]\d+)+|(?<!\S)[@#]\w[\w.-]*|(?<!\S)(?:\/[\w.~-]+)+\/?/giu;

/** What ends the sentence and not the address in it: its marks, and brackets that were not opened in it. */
const ending = (address: string): RegExp => (address.includes('(') ? /[.,;:!?'"»”’،؛؟]+$/u : /[.,;:!?'"»”’،؛؟)\]]+$/u);

/** With each of them in an isolate from left to right (UAX #9, 2.4). */
const wholesKept = (line: string): string =>
  line.replace(wholes, (found) => {
    const whole = found.replace(ending(found), '');
    return `\u2066${whole}\u2069${found.slice(whole.length)}`;
  });

/** The mark of a list's item: it stands where the text begins, whichever way the item runs. */
const mark = /^• /u;

/** The line; in a text from right to left one without any such letter, in another one whose first letter runs so (UAX #9, P2), is an isolate of its own: it is read whole, and its full stop stays at its end. */
function isolated(text: string, direction: Direction): string {
  const [before = ''] = mark.exec(text) ?? [];
  const line = text.slice(before.length);
  const isOther =
    direction === 'rtl' ? /[\p{L}\p{N}]/u.test(line) && !runsRightToLeft(line) : runsRightToLeft(/\p{L}/u.exec(line)?.[0] ?? '');
  const kept = wholesKept(line);
  if (!isOther) return before + kept;
  return `${before}${direction === 'rtl' ? '\u2066' : '\u2067'}${kept}\u2069`;
}

/** The words of a line in the order in which they are read, within a text of this direction. `line` has no line break in it. */
export function wordsOf(line: string, direction: Direction): readonly Word[] {
  const text = isolated(line, direction);
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const words: { readonly isSpace: boolean; readonly parts: Part[] }[] = [];
  let at = 0;
  let level = 0;
  let script = -1;
  for (const letter of text) {
    if (!joiner.test(letter)) level = levels[at] ?? 0;
    at += letter.length;
    if (steering.test(letter)) continue;
    const isSpace = space.test(letter);
    const mirrored = level % 2 === 1 ? bidi.getMirroredCharacter(letter) : null;
    let word = words.at(-1);
    if (word?.isSpace !== isSpace) {
      word = { isSpace, parts: [] };
      words.push(word);
    }
    const own = scriptOf(letter);
    const part = word.parts.at(-1);
    const goesOn =
      part !== undefined &&
      part.level === level &&
      part.text === part.shown &&
      mirrored === null &&
      (own === -1 || script === -1 || own === script);
    if (!goesOn) script = -1;
    if (own !== -1) script = own;
    const shown = mirrored ?? (isSpace ? ' ' : letter);
    if (goesOn) word.parts[word.parts.length - 1] = { text: part.text + (isSpace ? ' ' : letter), shown: part.shown + shown, level };
    else word.parts.push({ text: isSpace ? ' ' : letter, shown, level });
  }
  return words;
}

/** The parts of one line, given as they are read, from left to right (UAX #9, L1 and L2). */
export function fromLeftToRight(line: readonly Word[], direction: Direction): readonly Part[] {
  const base = direction === 'rtl' ? 1 : 0;
  const last = line.findLastIndex(({ isSpace }) => !isSpace);
  const parts = line.flatMap(({ parts }, at) => parts.map((part) => ({ part, level: at > last ? base : part.level })));
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < parts.length; start++) {
      let end = start;
      while ((parts[end]?.level ?? -1) >= level) end++;
      if (end > start) parts.splice(start, end - start, ...parts.slice(start, end).reverse());
      start = end;
    }
  }
  return parts.map(({ part }) => part);
}
