/** Does the file of a letter show a box where its font has no letter, and everything else as it was written? */
import { expect, test } from 'vitest';
import { isWholeInFile, letterPdf, shownInFile } from './letter-pdf.ts';

test('a letter that the font lacks is a box, one for each; what it has stays as it is', () => {
  expect(shownInFile('Maria 中文')).toBe('Maria □□');
  expect(shownInFile('อ अ')).toBe('□ □');
  const kept = 'Zoë Łukasiewicz, Мария, Μαρία\nhttps://forum.example/t/77';
  expect([shownInFile(kept), shownInFile(kept, 'bold')]).toEqual([kept, kept]);
});

test('a file is made of a letter in a script that the font lacks', async () => {
  const made = await letterPdf({ title: '中文', language: 'en', blocks: [{ kind: 'paragraph', text: '中文' }] }, new Date(0));
  expect(made.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a letter of which the file lacks something, or would turn the order of its words, is known as such', () => {
  const whole = (...texts: string[]) =>
    isWholeInFile({
      blocks: [
        { kind: 'heading', text: 'A' },
        { kind: 'list', items: texts },
      ],
    });
  expect([whole('Zoë Łukasiewicz', 'Мария'), whole('Maria', '中文'), whole('مريم علي'), whole('Maria, מרים')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('a file says which language it is in', async () => {
  const lang = async (language: 'de' | 'es') =>
    /\/Lang \((\w+)\)/.exec(
      (await letterPdf({ title: 'A', language, blocks: [{ kind: 'paragraph', text: 'b' }] }, new Date(0))).toString('latin1'),
    )?.[1];
  expect([await lang('de'), await lang('es')]).toEqual(['de', 'es']);
});
