/** How does a letter become a file that a service, a lawyer or a screen reader can read? A tagged PDF: its headings, paragraphs and lists are marked as what they are. */
import { createRequire } from 'node:module';
import type { Block, Language, Letter } from '@likeness/casework';
import PDFDocument from 'pdfkit';

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const boldFont = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** The reader of fonts that pdfkit itself uses, so that both know the same letters. */
const fontkit: { openSync(path: string): { hasGlyphForCodePoint(code: number): boolean } } = createRequire(
  createRequire(import.meta.url).resolve('pdfkit'),
)('fontkit');
const glyphs = { text: fontkit.openSync(font), bold: fontkit.openSync(boldFont) };

/** In place of a letter that the font lacks: pdfkit would leave it out without a trace. */
const substitute = '□';

/** The text as the file can show it: a box for each letter of a script that the font does not have. */
export function shownInFile(text: string, face: keyof typeof glyphs = 'text'): string {
  return text.replace(/[^\p{Cc}\p{Cf}]/gu, (letter) =>
    glyphs[face].hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : substitute,
  );
}

/** What is written from right to left: the file sets every line from left to right, so that its words would stand in the wrong order. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the file shows all of a letter as it is written; where it does not, the page says so beside it and the text is there to copy. */
export function isWholeInFile({ blocks }: Pick<Letter, 'blocks'>): boolean {
  return blocks.every((block) => {
    const texts = block.kind === 'list' ? block.items : [block.text];
    const face = block.kind === 'heading' ? 'bold' : 'text';
    return texts.every((text) => shownInFile(text, face) === text && !rightToLeft.test(text));
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
  for (const [index, block] of blocks.entries()) root.add(structureOf(doc, block, index === 0));
  root.end();
  doc.end();
  return whole;
}

type Doc = InstanceType<typeof PDFDocument>;

function structureOf(doc: Doc, block: Block, isTitle: boolean): PDFKit.PDFStructureElement {
  switch (block.kind) {
    case 'heading':
      return doc.struct(isTitle ? 'H1' : 'H2', {}, () => {
        doc
          .moveDown(isTitle ? 0 : 0.7)
          .font('bold')
          .fontSize(isTitle ? sizes.title : sizes.heading)
          .text(shownInFile(block.text, 'bold'))
          .moveDown(0.4);
      });
    case 'paragraph':
      return doc.struct('P', {}, () => line(doc, block.text));
    case 'list': {
      const list = doc.struct('L');
      for (const item of block.items) {
        const entry = doc.struct('LI');
        entry.add(doc.struct('LBody', {}, () => line(doc, `• ${item}`, 12)));
        entry.end();
        list.add(entry);
      }
      list.end();
      return list;
    }
  }
}

/** One piece of text; long addresses break where they have to. */
function line(doc: Doc, text: string, indent = 0): void {
  const { left, right } = doc.page.margins;
  doc.font('text').fontSize(sizes.text);
  doc.text(shownInFile(text), left + indent, undefined, { width: doc.page.width - left - right - indent }).moveDown(0.5);
  doc.x = left;
}
