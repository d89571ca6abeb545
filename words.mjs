/**
 * How do translators get the sentences, and how do they come back? `npm run words -- export de de.po`, `npm run words -- import de de.po`:
 * a PO file of all that she reads, from the pages to the laws; what comes back is checked, and written as the files of the language.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { isLanguage, languages, ownNameOf } from '@likeness/casework';
import { NOT_SO, plainReason, REFUSED } from '@likeness/server/config/refusal';
import { catalogueFrom, entriesOf } from './web/translating/entries.ts';
import { ofOtherCounting, ofOtherLanguage, readPo, writePo } from './web/translating/po.ts';
import { remarksIn, remarkWords, writtenWith } from './web/translating/remarks.ts';

const atRoot = (path) => new URL(path, import.meta.url);
const read = (path) => readFileSync(atRoot(path), 'utf8');
const nameOf = (language) => new Intl.DisplayNames('en', { type: 'language' }).of(language);
/** What a file of one language calls its only constant: `german`. */
const constantOf = (language) => nameOf(language).toLowerCase();
const caseworkWords = 'packages/casework/src/words';
const laws = 'packages/casework/src/notice';

/**
 * Every file of sentences: where it stands for a language, under which path of the catalogue each of its constants is, and what is written around them.
 * `head` comes behind the first line, the question that the file answers.
 */
const files = [...(await pageFiles()), ...caseworkFiles(), ...lawFiles()];

async function pageFiles() {
  const folder = 'web/person/words';
  const found = readdirSync(atRoot(`${folder}/en/`)).filter((file) => file !== 'all.ts');
  return Promise.all(
    found.map(async (file) => {
      const source = read(`${folder}/en/${file}`);
      const place = (name) => source.search(new RegExp(`const ${constant(name)}\\b`));
      // `case` is a word of the language that constants are written in.
      const constant = (name) => (name === 'case' ? 'theCase' : name);
      const names = Object.keys(await import(atRoot(`${folder}/en/${file}`).href)).toSorted((a, b) => place(a) - place(b));
      return {
        path: (language) => `${folder}/${language}/${file}`,
        question: questionOf(source),
        head: () => `import type { WordsOf } from '../in-each-language.ts';`,
        parts: names.map((name) => ({ at: [name], exported: () => name, constant: () => constant(name), type: `WordsOf<'${name}'>` })),
      };
    }),
  );
}

function caseworkFiles() {
  const found = readdirSync(atRoot(`${caseworkWords}/en/`)).filter((file) => file !== 'all.ts');
  return found.map((file) => {
    const name = file.replace(/\.ts$/, '');
    const constant = () => `${name}Words`;
    return {
      path: (language) => `${caseworkWords}/${language}/${file}`,
      question: questionOf(read(`${caseworkWords}/en/${file}`)),
      head: () =>
        `import type { Translation } from '../../language/catalogue.ts';\nimport type { ${constant()} as english } from '../en/${file}';`,
      parts: [{ at: ['casework', name], exported: constant, constant, type: 'Translation<typeof english>' }],
    };
  });
}

/** What several laws share, and what each says itself. */
function lawFiles() {
  const folders = readdirSync(atRoot(`${laws}/`), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const folder = name === 'words' ? `${laws}/words` : `${laws}/${name}/words`;
    const up = name === 'words' ? '../..' : '../../..';
    return {
      path: (language) => `${folder}/${language}.ts`,
      question: questionOf(read(`${folder}/en.ts`)),
      head: () => `import type { Translation } from '${up}/language/catalogue.ts';\nimport type { english } from './en.ts';`,
      parts: [
        {
          at: ['law', name === 'words' ? 'several' : name],
          exported: constantOf,
          constant: constantOf,
          type: 'Translation<typeof english>',
        },
      ],
    };
  });
}

/** "What does she read of this law?", the first sentence of a file. */
function questionOf(source) {
  const [, question = ''] = /^\/\*\*\s*([^?]*\?)/.exec(source) ?? [];
  return question;
}

/** What stands in a catalogue at this path. */
const partAt = (catalogue, at) => at.reduce((part, name) => part?.[name], catalogue);

/** What the language has now, as one catalogue; without the files that it does not have yet. */
async function catalogueOf(language) {
  const catalogue = {};
  for (const { path, parts } of files) {
    if (!existsSync(atRoot(path(language)))) continue;
    const module = await import(atRoot(path(language)).href);
    for (const { at, exported } of parts) {
      const within = at.slice(0, -1).reduce((part, name) => {
        part[name] ??= {};
        return part[name];
      }, catalogue);
      within[at.at(-1)] = module[exported(language)];
    }
  }
  return catalogue;
}

/** The file of the English in which this sentence stands. */
const fileOf = (at) =>
  files.find(({ parts }) => parts.some((part) => part.at.every((name, depth) => name === at[depth])))?.path('en') ?? '';

/** What stands beside the sentences of a file, by their paths in the catalogue; of a new one, what stands in that of the English. */
function remarksOf({ path, parts }, language) {
  const from = existsSync(atRoot(path(language))) ? language : 'en';
  const found = new Map();
  for (const [place, remarks] of remarksIn(read(path(from)))) {
    const [constant, ...below] = place.split('.');
    const part = parts.find((one) => [one.constant(from), one.exported(from)].includes(constant));
    if (part !== undefined) found.set([...part.at, ...below].join('.'), remarks);
  }
  return found;
}

/** The files of the language, as somebody would write them by hand; the formatter sets the quotes. One in which no sentence has changed is left as it is. Those that were written. */
async function writeFiles(language, catalogue) {
  const before = await catalogueOf(language);
  const written = [];
  for (const file of files) {
    const { path, parts, question, head } = file;
    if (parts.every(({ at }) => isDeepStrictEqual(partAt(before, at), partAt(catalogue, at)))) continue;
    const remarks = remarksOf(file, language);
    const texts = parts.map(({ at, exported, constant, type }) => {
      const text = writtenWith(partAt(catalogue, at), at.join('.'), remarks);
      const remark = (remarks.get(at.join('.')) ?? []).map((one) => `${one}\n`).join('');
      const isRenamed = exported(language) !== constant(language);
      return [
        `${remark}${isRenamed ? '' : 'export '}const ${constant(language)}: ${type} = ${text};`,
        ...(isRenamed ? [`export { ${constant(language)} as ${exported(language)} };`] : []),
      ].join('\n\n');
    });
    // A file that is there keeps its first line: `worded so that it fits women and men`.
    const first = existsSync(atRoot(path(language))) ? read(path(language)).split('\n')[0] : `/** ${question} In ${nameOf(language)}. */`;
    written.push(writtenAt(path(language), [`${first}\n${head()}`, ...texts].join('\n\n')));
  }
  for (const [path, text] of togetherOf(language)) if (!existsSync(atRoot(path))) written.push(writtenAt(path, text));
  return written;
}

function writtenAt(path, text) {
  mkdirSync(atRoot(path.slice(0, path.lastIndexOf('/') + 1)), { recursive: true });
  writeFileSync(atRoot(path), `${text.trimEnd()}\n`);
  return fileURLToPath(atRoot(path));
}

/** Where the files of a new language are put together, after the English: the imports are the same. */
function togetherOf(language) {
  const exported = (source, type) =>
    source
      .replace('export const english = {', `export const ${constantOf(language)}: ${type} = {`)
      .replace('} as const;', '};')
      .replace(/^.*\n/, '');
  return [
    [
      `web/person/words/${language}/all.ts`,
      `/** Which sentences does she read, in ${nameOf(language)}? All of them, by page. */\nimport type { AllWords } from '../in-each-language.ts';\n${exported(read('web/person/words/en/all.ts'), 'AllWords')}`,
    ],
    [
      `${caseworkWords}/${language}/all.ts`,
      `/** All that casework says to a person, in ${nameOf(language)}. */\nimport type { Translation } from '../../language/catalogue.ts';\nimport type { english } from '../en/all.ts';\n${exported(read(`${caseworkWords}/en/all.ts`), 'Translation<typeof english>')}`,
    ],
  ];
}

/** `status`: of the one table, docs/operating. */
function refuse(sentence, status) {
  console.error(sentence);
  process.exit(status);
}

const wrongUsage = 2;

/** What `task` answers; where the system refuses, one sentence says what could not be done with the file, and why. */
function attempt(task, what, status) {
  try {
    return task();
  } catch (error) {
    return refuse(`${file} cannot be ${what}: ${plainReason(error)}.`, status);
  }
}

const usage = `Usage: npm run words -- export LANG FILE.po, or import LANG FILE.po. LANG is one of ${languages.filter((one) => one !== 'en').join(', ')}.`;
const [command, language, file] = process.argv.slice(2);
if (!isLanguage(language) || language === 'en' || file === undefined) refuse(usage, wrongUsage);
const english = await catalogueOf('en');
if (command === 'export') {
  const remarks = new Map(files.flatMap((one) => [...remarksOf(one, 'en')]));
  const entries = entriesOf(english, await catalogueOf(language), language, fileOf).map((entry) => ({
    ...entry,
    remarks: (remarks.get(entry.context) ?? []).map(remarkWords),
  }));
  const po = writePo(language, entries);
  attempt(() => writeFileSync(file, po), 'written', REFUSED);
  console.log(
    `${ownNameOf(language)}: ${entries.length} sentences, ${entries.filter(({ translations }) => translations.includes('')).length} of them to be translated.`,
  );
} else if (command === 'import') {
  const po = attempt(() => readFileSync(file, 'utf8'), 'read', NOT_SO);
  const found = readPo(po);
  const { entries, problems } = found;
  const made = catalogueFrom(english, entries, language);
  const faults = [
    ...ofOtherLanguage(found, language),
    ...ofOtherCounting(found, language),
    ...problems,
    ...('problems' in made ? made.problems : []),
  ];
  if (faults.length > 0) refuse(faults.map(({ line, sentence }) => `${file}:${line}: ${sentence}`).join('\n'), NOT_SO);
  const written = await writeFiles(language, made.catalogue);
  const { status } =
    written.length === 0 ? { status: 0 } : spawnSync('npx', ['biome', 'check', '--write', ...written], { stdio: 'ignore' });
  if (status !== 0) refuse('The files are written, but the formatter did not take them: `npx biome check` says why.', REFUSED);
  console.log(`${ownNameOf(language)}: ${entries.length} sentences read; ${written.length} files of this language have changed.`);
} else refuse(usage, wrongUsage);
