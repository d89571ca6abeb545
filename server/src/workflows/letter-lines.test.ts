/** Do lines stay within their column, from the side where the text begins, with every letter drawn once? */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { expect, test, vi } from 'vitest';
import { drawLines, type ShapingFont } from './letter-lines.ts';

const path = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const fontkit: { openSync(path: string): ShapingFont } = createRequire(createRequire(import.meta.url).resolve('pdfkit'))('fontkit');
const font = fontkit.openSync(path);
const doc = new PDFDocument({ size: 'A4', margin: 72, bufferPages: true }).font(path).fontSize(10.5);
const column = { x: 72, width: 200 };

/** What is drawn of a text, line by line: the words from left to right, where the line begins and where it ends. */
function drawn(text: string, direction: 'ltr' | 'rtl'): { words: string[]; from: number; to: number }[] {
  doc.addPage();
  const drawing = vi.spyOn(doc, 'text');
  drawLines(doc, text, { font, direction, ...column });
  // Its types know one of the ways to call it, and it is called in the other.
  const calls: readonly (readonly unknown[])[] = drawing.mock.calls;
  const lines = Map.groupBy(calls, ([, , y]) => Number(y));
  drawing.mockRestore();
  return [...lines.values()].map((line) => {
    const words = line.map(([word, x]) => ({ word: String(word), from: Number(x), to: Number(x) + doc.widthOfString(String(word)) }));
    const seen = words.filter(({ word }) => word.trim() !== '');
    return {
      words: words.map(({ word }) => word),
      from: Math.min(...seen.map(({ from }) => from)),
      to: Math.max(...seen.map(({ to }) => to)),
    };
  });
}

test('a text from right to left begins at the right of its column on each line, one from left to right at the left', () => {
  const text = 'هذا النص أطول من سطر واحد وفيه كلمات كثيرة تذهب إلى السطر التالي وإلى الذي بعده أيضا';
  const lines = drawn(text, 'rtl');
  expect(lines.length).toBeGreaterThan(1);
  for (const { to } of lines) expect(to).toBeCloseTo(272);
  for (const { from } of drawn(`a ${text}`, 'ltr')) expect(from).toBeCloseTo(72);
  expect(lines[0]?.words.at(-1)).toBe('هذا');
});

test('an address that is longer than a line begins beside its mark and is cut where the line is full', () => {
  const address = `https://forum.example/${'path/'.repeat(30)}`;
  const lines = drawn(`• ${address}`, 'rtl');
  expect(lines[0]?.words.at(-1)).toBe('•');
  expect(lines[0]?.words[0]).toMatch(/^https:\/\/forum\.example\/path/);
  expect(lines.flatMap(({ words }) => words.filter((word) => /\w/.test(word))).join('')).toBe(address);
  for (const { from } of lines) expect(from).toBeGreaterThanOrEqual(72);
});

test('Arabic digits, and signs that stand alone between words, come out in the order of the line', () => {
  // fontkit sets digits of that script from right to left: given backwards, they come out as they are written.
  expect(drawn('٢٠٢٦ ؟!', 'rtl')[0]?.words).toEqual(['!؟', ' ', '٦٢٠٢']);
});

test('whatever is written, no line is wider than its column and every letter is drawn once', () => {
  const sign = fc.constantFrom(...'ابتثلاسمאבabcwé0189٣٤.،:/()«»-@     ');
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 120 }), fc.constantFrom('ltr', 'rtl'), (text, direction) => {
      const lines = drawn(text, direction);
      for (const { from, to } of lines.filter(({ words }) => words.join('').trim() !== '')) {
        expect(from).toBeGreaterThan(72 - 0.01);
        expect(to).toBeLessThan(272 + 0.01);
      }
      // A bracket that is turned round is drawn as the other of its pair.
      const counted = (written: string) => [...written].map((letter) => ({ ')': '(', '»': '«' })[letter] ?? letter).toSorted();
      expect(counted(lines.flatMap(({ words }) => words).join(''))).toEqual(counted(text));
    }),
    { numRuns: 40 },
  );
});

test('a text that reaches the end of a page goes on at the top of the next', () => {
  doc.addPage();
  const { count } = doc.bufferedPageRange();
  doc.y = doc.page.maxY() - 5;
  drawLines(doc, 'مريم', { font, direction: 'rtl', ...column });
  expect([doc.bufferedPageRange().count, doc.y]).toEqual([count + 1, 72 + doc.currentLineHeight(true)]);
});
