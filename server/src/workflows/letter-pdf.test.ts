/** Does the file of a letter show a box where its font has no letter, and everything else as it was written? */
import { expect, test } from 'vitest';
import { letterPdf, shownInFile } from './letter-pdf.ts';

test('a letter that the font lacks is a box, one for each; what it has stays as it is', () => {
  expect(shownInFile('Maria 中文')).toBe('Maria □□');
  expect(shownInFile('อ अ')).toBe('□ □');
  const kept = 'Zoë Łukasiewicz, Мария, Μαρία\nhttps://forum.example/t/77';
  expect([shownInFile(kept), shownInFile(kept, 'bold')]).toEqual([kept, kept]);
});

test('a file is made of a letter in a script that the font lacks', async () => {
  const made = await letterPdf({ title: '中文', blocks: [{ kind: 'paragraph', text: '中文' }] }, new Date(0));
  expect(made.subarray(0, 5).toString()).toBe('%PDF-');
});
