/** Does a catalogue come back from a file for translators as it went, and is every fault named with its line? */
import { type Catalogue, formsOf, type Language, languages } from '@likeness/casework';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from '../person/words/en/all.ts';
import { speechIn } from '../person/words.ts';
import { catalogueFrom, entriesOf } from './entries.ts';
import { ofOtherCounting, ofOtherLanguage, readPo, writePo } from './po.ts';

const poOf = (language: Language, translation: Catalogue): string =>
  writePo(
    language,
    entriesOf(english, translation, language, () => 'a file'),
  );

test.each(languages)('%s: goes out and comes back the same', (language) => {
  const { catalogue } = speechIn(language);
  const { entries, problems } = readPo(poOf(language, catalogue));
  expect(problems).toEqual([]);
  expect(catalogueFrom(english, entries, language)).toEqual({ catalogue });
});

const small = { a: 'One', list: ['x', 'y {name}'], count: { one: '{count} thing', other: '{count} things' } } as const;
/** Without the signs that are refused; another test has those. */
const sentence = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => text.trim() === text && text !== '' && !/[{}\u2028\u2029\u202D\u202E\uFFFD]|(?!\n)\p{Cc}/u.test(text));

test('whatever a translator writes comes back, in as many forms as the language has, also with the line ends of another system', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), sentence, sentence, sentence, (language, a, x, y) => {
      const count = Object.fromEntries(formsOf(language).map((form) => [form, `${a} {count}`]));
      const translation = { a, list: [x, `{name} ${y}`], count };
      const text = writePo(
        language,
        entriesOf(small, translation, language, () => 'a file'),
      );
      for (const file of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`])
        expect(catalogueFrom(small, readPo(file).entries, language)).toEqual({ catalogue: translation });
    }),
  );
});

test('no file makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('msgctxt "a"', 'msgid "One"', 'msgstr "', '"more"', 'msgstr[9] "x"', '#~ old', ''))),
      (lines) => {
        const { entries } = readPo(lines.join('\n'));
        catalogueFrom(small, entries, 'ar');
      },
    ),
  );
});

test('each fault is named with the line of its entry', () => {
  const text = poOf('de', speechIn('de').catalogue);
  const lines = text.split('\n');
  const lineOf = (context: string): number => lines.indexOf(`msgctxt "${context}"`) + 1;
  const problemsOf = (changed: string) => {
    const { entries, problems } = readPo(changed);
    const made = catalogueFrom(english, entries, 'de');
    return [...problems, ...('problems' in made ? made.problems : [])];
  };
  const at = lineOf('request.part');
  const swap = (offset: number, line: string): string => lines.with(at - 1 + offset, line).join('\n');
  expect(problemsOf(swap(2, 'msgstr "Teil {nummer} von {parts}"'))).toEqual([
    { line: at, sentence: 'request.part lacks the place {number}.' },
    { line: at, sentence: 'request.part has a place that the English does not have: {nummer}.' },
  ]);
  expect(problemsOf(swap(2, 'msgstr ""'))[0]).toEqual({ line: at, sentence: 'request.part is empty.' });
  expect(problemsOf(swap(1, 'msgid "Piece {number} of {parts}"'))).toEqual([
    { line: at, sentence: 'request.part: the English has changed since this file was made. It is now: Part {number} of {parts}' },
  ]);
  expect(problemsOf(swap(0, 'msgctxt "request.piece"'))).toEqual([
    { line: expect.any(Number), sentence: "request.part is not in this file; it belongs after this line's entry." },
    { line: at, sentence: 'request.piece is not in the English.' },
  ]);
  expect(problemsOf(swap(2, 'msgstr Teil'))[0]).toEqual({
    line: at + 2,
    sentence: 'This line is neither a keyword with a text in double quotes nor a remark.',
  });
});

test('what a tool guessed is not taken for finished, and a file of another language not for this one', () => {
  const text = poOf('de', speechIn('de').catalogue);
  const fuzzy = text.replace('msgctxt "request.part"', '#, fuzzy, perl-brace-format\nmsgctxt "request.part"');
  expect(catalogueFrom(english, readPo(fuzzy).entries, 'de')).toMatchObject({
    problems: [{ sentence: 'request.part is marked fuzzy: a tool guessed it. Look at it, and take the mark away.' }],
  });
  expect(ofOtherLanguage(readPo(text), 'de')).toEqual([]);
  expect(ofOtherLanguage(readPo(text.replace('Language: de', 'Language: de_AT')), 'de')).toEqual([]);
  expect(ofOtherLanguage(readPo(text), 'it')).toEqual([
    { line: 1, sentence: 'The head of this file says that its language is de, and it is to be read as it.' },
  ]);
});

test('a text of ten megabytes, or with a control sign in it, is named by line', () => {
  const entry = (said: string): string => `msgctxt "a"\nmsgid "One"\nmsgstr "${said}"\n`;
  for (const long of ['x'.repeat(10_000_000), '\\\\'.repeat(5_000_000)])
    expect(readPo(entry(long)).problems).toEqual([
      { line: 3, sentence: 'This text is longer than 20,000 signs: that is no sentence of a page.' },
    ]);
  const inParts = `msgctxt "a"\nmsgid "One"\nmsgstr ""\n${'"0123456789"\n'.repeat(2001)}`;
  expect(readPo(inParts).problems).toMatchObject([{ line: 2004 }]);
  for (const [sign, code] of [
    ['\u0007', 'U+0007'],
    ['\u001b', 'U+001B'],
    ['\u202e', 'U+202E'],
    ['\\t', 'U+0009'],
  ] as const)
    expect(catalogueFrom({ a: 'One' }, readPo(entry(`Eins${sign}!`)).entries, 'de')).toMatchObject({
      problems: [{ line: 1, sentence: `a has a sign in it that is none to read: ${code}.` }],
    });
  expect(catalogueFrom({ a: 'One' }, readPo(entry('Eins\\n!')).entries, 'de')).toEqual({ catalogue: { a: 'Eins\n!' } });
});

test('a unit that is not there is named with the line after which it belongs, a form that was left out and blanks at an edge with theirs', () => {
  const file = (...entries: string[]): string => ['msgid ""\nmsgstr "Language: de\\n"', ...entries].join('\n\n');
  const one = 'msgctxt "a"\nmsgid "One"\nmsgstr "Eins"';
  const x = 'msgctxt "list.0"\nmsgid "x"\nmsgstr "x"';
  const y = 'msgctxt "list.1"\nmsgid "y {name}"\nmsgstr "y {name} "';
  const count =
    'msgctxt "count"\nmsgid "{count} thing"\nmsgid_plural "{count} things"\nmsgstr[0] "{count} Ding"\nmsgstr[2] "{count} Dinge"';
  const problemsOf = (text: string) => {
    const { entries, problems } = readPo(text);
    const made = catalogueFrom(small, entries, 'de');
    return [...problems, ...('problems' in made ? made.problems : [])];
  };
  expect(problemsOf(file(one, y, count))).toEqual([
    { line: 12, sentence: 'count has no msgstr[1], and one after it.' },
    { line: 4, sentence: "list.0 is not in this file; it belongs after this line's entry." },
    { line: 8, sentence: 'list.1 begins or ends with a blank, and the English does not, or the other way round.' },
  ]);
  expect(problemsOf(file(x.replace('"x"\nmsgstr', '"x"\n\nmsgstr')))).toContainEqual({ line: 4, sentence: 'list.0 is empty.' });
  expect(problemsOf(file(one.replace('Eins', 'Gr\uFFFD\uFFFDe')))[0]).toMatchObject({ sentence: expect.stringContaining('U+FFFD') });
});

test('a file that counts its plurals in another order is not read, and one that writes the same rule otherwise is', () => {
  const text = poOf('ar', speechIn('ar').catalogue);
  expect(ofOtherCounting(readPo(text), 'ar')).toEqual([]);
  expect(ofOtherCounting(readPo(poOf('de', speechIn('de').catalogue).replace('plural=(n != 1);', 'plural=n!=1;')), 'de')).toEqual([]);
  expect(ofOtherCounting(readPo(text.replace('n==0 ? 0 : n==1 ? 1', 'n==1 ? 0 : n==0 ? 1')), 'ar')).toMatchObject([{ line: 1 }]);
  expect(text).toContain('#, perl-brace-format');
});
