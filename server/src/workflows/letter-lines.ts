/** How is a text set in lines where words of it run from right to left? pdfkit by itself sets lines from left to right. */
import type { Direction } from '@likeness/casework';
import type PDFDocument from 'pdfkit';
import { fromLeftToRight, type Part, type Word, wordsOf } from './line-order.ts';

type Doc = InstanceType<typeof PDFDocument>;

/** What pdfkit shapes a text with: it joins the letters, and says which way it has set them. */
export interface ShapingFont {
  layout(text: string, features: readonly string[]): { readonly direction: Direction };
}

/** Where lines go: between `x` and `x + width`, from the side where the text's direction begins. */
export interface Column {
  readonly font: ShapingFont;
  readonly direction: Direction;
  readonly x: number;
  readonly width: number;
}

/**
 * Draws a text below what the page has, in the font and size that the document is set to, and goes on to further pages. Each line is drawn from
 * left to right, as in every other program's files: from where the letters stand, readers find out how they are read.
 */
export function drawLines(doc: Doc, text: string, { font, direction, x, width }: Column): void {
  const given = new Map<Part, string>();
  const givenOf = (part: Part): string => {
    const known = given.get(part) ?? asGiven(part, font);
    given.set(part, known);
    return known;
  };
  // A part has no space in it, or is one: pdfkit hands such a text to its font in one piece, and the font joins its letters.
  const widthOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + doc.widthOfString(givenOf(part)), 0);
  const height = doc.currentLineHeight(true);
  for (const written of text.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    for (const line of linesOf(wordsOf(written, direction), width, widthOf)) {
      if (doc.y + height > doc.page.maxY()) doc.continueOnNewPage();
      const { y } = doc;
      const parts = fromLeftToRight(line, direction);
      let at = direction === 'rtl' ? x + width - widthOf(parts) : x;
      for (const part of parts) {
        doc.text(givenOf(part), at, y, { lineBreak: false });
        at += widthOf([part]);
      }
      doc.y = y + height;
    }
  }
}

/** The words line by line, each line as full as it can be; spaces at its end reach beyond it. A word that is too wide for any line is cut. */
function linesOf(words: readonly Word[], width: number, widthOf: (parts: readonly Part[]) => number): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  const begin = (): void => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const put = (word: Word, wide: number): void => {
    line.push(word);
    used += wide;
  };
  for (const word of words) {
    const wide = widthOf(word.parts);
    if (word.isSpace || used + wide <= width) put(word, wide);
    else if (wide <= width) {
      begin();
      put(word, wide);
    } else
      for (const parts of cut(word.parts, width - used, width, widthOf)) {
        const piece = widthOf(parts);
        if (used + piece > width) begin();
        put({ isSpace: false, parts }, piece);
      }
  }
  return [...lines, line];
}

/** The same in pieces that fit, the first beside what its line has already. */
function cut(
  parts: readonly Part[],
  room: number,
  width: number,
  widthOf: (parts: readonly Part[]) => number,
): readonly (readonly Part[])[] {
  const pieces: (readonly Part[])[] = [];
  let piece: readonly Part[] = [];
  for (const part of parts) {
    let before = '';
    for (const letter of lettersOf(part.text)) {
      const more = [...(before === '' ? piece : piece.slice(0, -1)), ofPart(part, before + letter)];
      if (piece.length === 0 || widthOf(more) <= (pieces.length === 0 ? room : width)) {
        piece = more;
        before += letter;
      } else {
        pieces.push(piece);
        piece = [ofPart(part, letter)];
        before = letter;
      }
    }
  }
  return [...pieces, piece];
}

/** A letter with the marks on it is not cut in two. */
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const lettersOf = (text: string): string[] => [...letters.segment(text)].map(({ segment }) => segment);

/** Some letters of a part; a bracket that is turned round stands alone in its own. */
const ofPart = (part: Part, text: string): Part => ({ ...part, text, shown: part.text === part.shown ? text : part.shown });

/**
 * The text to give to pdfkit so that its font sets it in the direction of the part. The font goes by the script alone: it would set Arabic
 * digits from right to left, and signs that stand between right-to-left words from left to right.
 */
function asGiven({ shown, level }: Part, font: ShapingFont): string {
  const direction: Direction = level % 2 === 1 ? 'rtl' : 'ltr';
  return font.layout(shown, []).direction === direction ? shown : lettersOf(shown).reverse().join('');
}
