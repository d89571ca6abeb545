/** Does the file of a letter show a box where its font has no letter, and say everything else as it was written, whichever way it is read? */
import { inflateSync } from 'node:zlib';
import { type Block, type Language, lawsWith, letterBases, lettersFor } from '@likeness/casework';
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

test('a letter of which the file lacks something is known as such', () => {
  const whole = (...texts: string[]) =>
    isWholeInFile({
      blocks: [
        { kind: 'heading', text: 'A' },
        { kind: 'list', items: texts },
      ],
    });
  expect([whole('Zoë Łukasiewicz', 'Мария'), whole('مريم علي', 'Maria, מרים'), whole('Maria', '中文')]).toEqual([true, true, false]);
});

test('a file says which language it is in', async () => {
  const lang = async (language: 'de' | 'ar') =>
    /\/Lang \((\w+)\)/.exec(
      (await letterPdf({ title: 'A', language, blocks: [{ kind: 'paragraph', text: 'b' }] }, new Date(0))).toString('latin1'),
    )?.[1];
  expect([await lang('de'), await lang('ar')]).toEqual(['de', 'ar']);
});

const madeOf = async (language: Language, ...blocks: Block[]) => letterPdf({ title: 'A', language, blocks }, new Date(0));

/** What the elements of a file say in place of what is drawn (ISO 32000-1, 14.9.4), in their order. */
const saidIn = (file: Buffer): string[] =>
  [...file.toString('latin1').matchAll(/\/ActualText \(\xfe\xff((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, escaped = '']) =>
    Buffer.from(
      escaped.replaceAll(/\\([\s\S])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign),
      'latin1',
    )
      .swap16()
      .toString('utf16le'),
  );

/** Each show string of a file with one font, from left to right, as its own table of letters reads its glyphs. */
function shownIn(file: Buffer): string[] {
  const streams = [...file.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    const bytes = Buffer.from(body, 'latin1');
    return (bytes[0] === 0x78 ? inflateSync(bytes) : bytes).toString('latin1');
  });
  const table = streams.find((stream) => stream.includes('beginbfrange')) ?? '';
  const letters = [...(/\[(.*)\]/s.exec(table)?.[1] ?? '').matchAll(/<([^>]*)>/g)].map(([, codes = '']) =>
    codes
      .split(' ')
      .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
      .join(''),
  );
  return streams
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((stream) => stream.match(/\[.*\] TJ/g) ?? [])
    .map((show) =>
      [...show.matchAll(/<([\da-f]+)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => letters[Number.parseInt(glyph, 16)])
        .join('|'),
    );
}

test('an Arabic text is drawn from its end to its beginning, with its letters joined, and its element says it as it is read', async () => {
  const file = await madeOf('ar', { kind: 'list', items: ['سلام على forum.example/posts/1، 12'] });
  expect(saidIn(file)).toEqual(['• سلام على forum.example/posts/1، 12']);
  // Lam and alef are one letter in print: that they stand as one glyph shows that the word was joined.
  expect(shownIn(file).map((word) => word.replaceAll('|', ''))).toEqual([
    '12',
    ' ',
    '،',
    'forum.example/posts/1',
    ' ',
    'ىلع',
    ' ',
    'ملاس',
    ' ',
    '•',
  ]);
  expect(shownIn(file)).toContain('م|لا|س');
});

test('a line of Arabic within an English letter is in order; what stands around it is as it was', async () => {
  const text = 'By مريم علي, in Rome';
  const file = await madeOf('en', { kind: 'paragraph', text });
  expect(saidIn(file)).toEqual([text]);
  expect(shownIn(file).map((word) => word.replaceAll('|', ''))).toEqual(['By', ' ', 'يلع', ' ', 'ميرم', ',', ' ', 'in', ' ', 'Rome']);
  expect(saidIn(await madeOf('en', { kind: 'paragraph', text: 'By Maria' }))).toEqual([]);
});

test('a whole letter in Arabic says each of its texts, over more pages than one', async () => {
  const answers = { onBehalfOf: 'self', locations: ['https://forum.example/t/77'], signature: 'مريم علي' } as const;
  const asked = { serviceId: null, serviceName: 'Old Forum', bases: letterBases, answers };
  const [letter] = lettersFor(lawsWith(), asked, '2026-11-22', 'ar');
  const { blocks = [], title = '' } = letter?.inHerWords ?? {};
  const file = await letterPdf({ title, blocks: [...blocks, ...blocks], language: 'ar' }, new Date(0));
  const texts = blocks.flatMap((block) => (block.kind === 'list' ? block.items.map((item) => `• ${item}`) : [block.text]));
  expect(saidIn(file).toSorted()).toEqual([...texts, ...texts].toSorted());
  expect(file.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
});
