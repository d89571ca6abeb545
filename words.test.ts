/** Do the sentences of every file go out to translators and come back into the files where they stand, pages, casework and laws alike? */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('./', import.meta.url));
const source = 'packages/casework/src';
/** A copy of all that the tool reads and writes. */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'likeness-words-'));
  for (const path of [
    'words.mjs',
    'package.json',
    'biome.json',
    '.gitignore',
    'web/translating',
    'web/person/words',
    `${source}/words`,
    `${source}/notice`,
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

const words = (...args: string[]): { said: string; status: number | null } => {
  const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
  const { stdout, stderr, status } = spawnSync('node', ['words.mjs', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
  return { said: `${stdout}${stderr}`.trim(), status };
};
/** Each German file of sentences with what is in it. */
const german = (): ReadonlyMap<string, string> =>
  new Map(
    ['web/person/words', source].flatMap((folder) =>
      readdirSync(join(copy, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /(?:^|\/)de(?:\.ts$|\/)/.test(path))
        .map((path) => [join(folder, path), readFileSync(join(copy, folder, path), 'utf8')] as const),
    ),
  );

test('a sentence of a page, one of casework and one of a law come back into their own files, and no other file changes', () => {
  const before = german();
  expect(words('export', 'de', 'de.po').said).toMatch(/^Deutsch: \d{4} sentences, 0 of them to be translated\.$/);
  const po = readFileSync(join(copy, 'de.po'), 'utf8');
  const changed = ['request.heading', 'casework.case.timeline.seen', 'law.dmca.name', 'law.several.elements.locate.short'].reduce(
    (text, context) => text.replace(new RegExp(`(msgctxt "${context}"\nmsgid .*\nmsgstr )".*"`), '$1"Etwas anderes"'),
    po,
  );
  writeFileSync(join(copy, 'changed.po'), changed);
  expect(words('import', 'de', 'changed.po').said).toMatch(/^Deutsch: \d{4} sentences read; 4 files of this language have changed\.$/);
  const differs = [...german()].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(differs.toSorted()).toEqual([
    `${source}/notice/dmca/words/de.ts`,
    `${source}/notice/words/de.ts`,
    `${source}/words/de/case.ts`,
    'web/person/words/de/request.ts',
  ]);
  // Written by hand and written by the tool they are the same, but for the sentence itself.
  expect(words('import', 'de', 'de.po').said).toContain('4 files of this language have changed.');
  expect(german()).toEqual(before);
});

test('a language of which nothing is there yet is written whole, and the same comes out of it again', () => {
  const po = readFileSync(join(copy, 'de.po'), 'utf8');
  const paths = [...german().keys()];
  for (const path of paths) rmSync(join(copy, path));
  const [, sentences = '', missing = ''] = /^Deutsch: (\d+) sentences, (\d+) of them/.exec(words('export', 'de', 'new.po').said) ?? [];
  expect(missing).toBe(sentences);
  expect(words('import', 'de', 'de.po').status).toBe(0);
  expect([...german().keys()].toSorted()).toEqual(paths.toSorted());
  words('export', 'de', 'again.po');
  expect(readFileSync(join(copy, 'again.po'), 'utf8')).toBe(po);
});

test('what does not fit is named by line, and nothing is written', () => {
  const before = german();
  const po = readFileSync(join(copy, 'de.po'), 'utf8');
  writeFileSync(join(copy, 'broken.po'), po.replace(/(msgctxt "law\.dmca\.name"\nmsgid .*\nmsgstr )".*"/, '$1""'));
  const line = po.split('\n').indexOf('msgctxt "law.dmca.name"') + 1;
  expect(words('import', 'de', 'broken.po')).toEqual({ said: `broken.po:${line}: law.dmca.name is empty.`, status: 1 });
  expect(german()).toEqual(before);
});

test('a file that cannot be read or written is one sentence, with the status that every command has for it', () => {
  const said = (line: string) => words(...line.split(' '));
  expect(said('import de nowhere.po')).toEqual({ said: 'nowhere.po cannot be read: there is no such file or folder (ENOENT).', status: 1 });
  expect(said('import de web')).toEqual({ said: 'web cannot be read: it is a folder, not a file (EISDIR).', status: 1 });
  expect(said('export de no/de.po')).toEqual({ said: 'no/de.po cannot be written: there is no such file or folder (ENOENT).', status: 3 });
  for (const line of ['export de', 'translate de de.po'])
    expect(said(line)).toEqual({ said: expect.stringMatching(/^Usage: [^\n]+$/), status: 2 });
});
