/** How does a letter become a file that a service, a lawyer or a screen reader can read? A tagged PDF: its headings, paragraphs and lists are marked as what they are. */
import { createRequire } from 'node:module';
import { type Block, type Direction, directionOf, type Language, type Letter } from '@likeness/casework';
import PDFDocument from 'pdfkit';
import { drawLines, type ShapingFont } from './letter-lines.ts';
import { runsRightToLeft } from './line-order.ts';

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const boldFont = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

interface Font extends ShapingFont {
  hasGlyphForCodePoint(code: number): boolean;
}

/** The reader of fonts that pdfkit itself uses, so that both know the same letters. */
const fontkit: { openSync(path: string): Font } = createRequire(createRequire(import.meta.url).resolve('pdfkit'))('fontkit');
const glyphs = { text: fontkit.openSync(font), bold: fontkit.openSync(boldFont) };
type Face = keyof typeof glyphs;

/** In place of a letter that the font lacks: pdfkit would leave it out without a trace. */
const substitute = '□';

/** The text as the file can show it: a box for each letter of a script that the font does not have. */
export function shownInFile(text: string, face: Face = 'text'): string {
  return text.replace(/[^\p{Cc}\p{Cf}]/gu, (letter) =>
    glyphs[face].hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : substitute,
  );
}

/** Whether the file shows all of a letter as it is written; where it does not, the page says so beside it and the text is there to copy. */
export function isWholeInFile({ blocks }: Pick<Letter, 'blocks'>): boolean {
  return blocks.every((block) => {
    const texts = block.kind === 'list' ? block.items : [block.text];
    const face = block.kind === 'heading' ? 'bold' : 'text';
    return texts.every((text) => shownInFile(text, face) === text);
  });
}

/** Points: A4 with an inch around it. */
const margin = 72;
const sizes = { title: 16, heading: 12, text: 10.5 } as const;

/** The whole file. `at` is its date, so that the same letter is the same file. */
export async function letterPdf(
  { title, blocks, language }: Pick<Letter, 'title' | 'blocks'> & { readonly language: Language },
  at: Date,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    // The title only: who wrote it stands in the letter, and a file is looked at before it is opened.
    info: { Title: title, CreationDate: at },
  });
  doc.registerFont('text', font);
  doc.registerFont('bold', boldFont);
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const direction = directionOf(language);
  for (const [index, block] of blocks.entries()) root.add(structureOf(doc, block, direction, index === 0));
  root.end();
  doc.end();
  return whole;
}

type Doc = InstanceType<typeof PDFDocument>;

function structureOf(doc: Doc, block: Block, direction: Direction, isTitle: boolean): PDFKit.PDFStructureElement {
  switch (block.kind) {
    case 'heading':
      return marked(doc, isTitle ? 'H1' : 'H2', block.text, direction, () => {
        doc
          .moveDown(isTitle ? 0 : 0.7)
          .font('bold')
          .fontSize(isTitle ? sizes.title : sizes.heading);
        written(doc, block.text, 'bold', direction, 0);
        doc.moveDown(0.4);
      });
    case 'paragraph':
      return marked(doc, 'P', block.text, direction, () => line(doc, block.text, direction));
    case 'list': {
      const list = doc.struct('L');
      for (const item of block.items) {
        const entry = doc.struct('LI');
        const text = `• ${item}`;
        entry.add(marked(doc, 'LBody', text, direction, () => line(doc, text, direction, 12)));
        entry.end();
        list.add(entry);
      }
      list.end();
      return list;
    }
  }
}

/** Whether pdfkit's own lines, which run from left to right, would put the words of a text in the wrong order or on the wrong side. */
const needsOrder = (text: string, direction: Direction): boolean => direction === 'rtl' || runsRightToLeft(text);

/**
 * One element of the structure. Letters are drawn from left to right whichever way they are read, so where that differs the element
 * says its text too, in the order of reading (ISO 32000-1, 14.9.4): a screen reader speaks that.
 */
function marked(doc: Doc, type: string, text: string, direction: Direction, draw: () => void): PDFKit.PDFStructureElement {
  return doc.struct(type, needsOrder(text, direction) ? { actual: text } : {}, draw);
}

/** One piece of text, with space below it; long addresses break where they have to. */
function line(doc: Doc, text: string, direction: Direction, indent = 0): void {
  doc.font('text').fontSize(sizes.text);
  written(doc, text, 'text', direction, indent);
  doc.moveDown(0.5);
}

/** A text on as many lines as it takes; `indent` is kept on the side where its lines begin. */
function written(doc: Doc, text: string, face: Face, direction: Direction, indent: number): void {
  const { left, right } = doc.page.margins;
  const width = doc.page.width - left - right - indent;
  const shown = shownInFile(text, face);
  if (needsOrder(text, direction))
    drawLines(doc, shown, { font: glyphs[face], direction, x: direction === 'rtl' ? left : left + indent, width });
  else doc.text(shown, left + indent, undefined, { width });
  doc.x = left;
}
