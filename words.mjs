/**
 * How do translators get the sentences, and how do they come back? `npm run words -- export de de.po`, `npm run words -- import de de.po`:
 * a PO file of all that web/person/words holds; what comes back is checked, and written as the files of the language.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { isLanguage, languages, ownNameOf } from '@likeness/casework';
import { english } from './web/person/words/en/all.ts';
import { catalogueFrom, entriesOf } from './web/translating/entries.ts';
import { ofOtherCounting, ofOtherLanguage, readPo, writePo } from './web/translating/po.ts';
import { remarksIn, remarkWords, writtenWith } from './web/translating/remarks.ts';

const folder = new URL('./web/person/words/', import.meta.url);
const files = readdirSync(new URL('en/', folder)).filter((file) => file !== 'all.ts');
const sourceOf = (file) => readFileSync(new URL(`en/${file}`, folder), 'utf8');
/** The names of each file, in the order in which they stand in it. */
const namesIn = new Map();
for (const file of files) {
  const place = (name) => sourceOf(file).search(new RegExp(`const ${name === 'case' ? 'theCase' : name}\\b`));
  const names = Object.keys(await import(new URL(`en/${file}`, folder).href));
  namesIn.set(
    file,
    names.toSorted((a, b) => place(a) - place(b)),
  );
}

const fileOf = (part) => `web/person/words/en/${files.find((file) => namesIn.get(file).includes(part))}`;

/** What the language has now; nothing where it is new. */
async function translationOf(language) {
  if (!readdirSync(folder).includes(language)) return {};
  const there = readdirSync(new URL(`${language}/`, folder)).filter((file) => files.includes(file));
  const modules = await Promise.all(there.map((file) => import(new URL(`${language}/${file}`, folder).href)));
  return Object.fromEntries(modules.flatMap((module) => Object.entries(module)));
}

/** What stands beside the sentences in the files of a language; of a new one in those of the English. */
function remarksOf(language) {
  const there = readdirSync(folder).includes(language) ? language : 'en';
  const named = files.filter((file) => readdirSync(new URL(`${there}/`, folder)).includes(file));
  return new Map(named.flatMap((file) => [...remarksIn(readFileSync(new URL(`${there}/${file}`, folder), 'utf8'))]));
}

/** The files of the language, as somebody would write them by hand; the formatter sets the quotes. One in which no sentence has changed is left as it is. Those that were written. */
async function writeFiles(language, catalogue) {
  const before = await translationOf(language);
  const remarks = remarksOf(language);
  const written = [];
  mkdirSync(new URL(`${language}/`, folder), { recursive: true });
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language);
  for (const [file, names] of namesIn) {
    if (names.every((part) => isDeepStrictEqual(before[part], catalogue[part]))) continue;
    written.push(file);
    const [question] = sourceOf(file).split('\n');
    const parts = names.map((part) => {
      const text = writtenWith(catalogue[part], part, remarks);
      const remark = (remarks.get(part) ?? []).map((one) => `${one}\n`).join('');
      return part === 'case'
        ? `${remark}const theCase: WordsOf<'case'> = ${text};`
        : `${remark}export const ${part}: WordsOf<'${part}'> = ${text};`;
    });
    const head = `${question.replace(/ \*\/$/, ` In ${name}. */`)}\nimport type { WordsOf } from '../in-each-language.ts';\n`;
    if (names.includes('case')) parts.push('export { theCase as case };');
    writeFileSync(new URL(`${language}/${file}`, folder), `${head}\n${parts.join('\n\n')}\n`);
  }
  if (readdirSync(new URL(`${language}/`, folder)).includes('all.ts'))
    return written.map((file) => fileURLToPath(new URL(`${language}/${file}`, folder)));
  const all = sourceOf('all.ts')
    .replace(
      /^.*\n/,
      `/** Which sentences does she read, in ${name}? All of them, by page. */\nimport type { AllWords } from '../in-each-language.ts';\n`,
    )
    .replace('export const english = {', `export const ${name.toLowerCase()}: AllWords = {`)
    .replace('} as const;', '};');
  writeFileSync(new URL(`${language}/all.ts`, folder), all);
  return [...written, 'all.ts'].map((file) => fileURLToPath(new URL(`${language}/${file}`, folder)));
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

const usage = `Usage: npm run words -- export LANG FILE.po, or import LANG FILE.po. LANG is one of ${languages.filter((one) => one !== 'en').join(', ')}.`;
const [command, language, file] = process.argv.slice(2);
if (!isLanguage(language) || language === 'en' || file === undefined) refuse(usage);
if (command === 'export') {
  const remarks = remarksOf('en');
  const entries = entriesOf(english, await translationOf(language), language, fileOf).map((entry) => ({
    ...entry,
    remarks: (remarks.get(entry.context) ?? []).map(remarkWords),
  }));
  writeFileSync(file, writePo(language, entries));
  console.log(
    `${ownNameOf(language)}: ${entries.length} sentences, ${entries.filter(({ translations }) => translations.includes('')).length} of them to be translated.`,
  );
} else if (command === 'import') {
  const read = readPo(readFileSync(file, 'utf8'));
  const { entries, problems } = read;
  const made = catalogueFrom(english, entries, language);
  const found = [
    ...ofOtherLanguage(read, language),
    ...ofOtherCounting(read, language),
    ...problems,
    ...('problems' in made ? made.problems : []),
  ];
  if (found.length > 0) refuse(found.map(({ line, sentence }) => `${file}:${line}: ${sentence}`).join('\n'));
  const written = await writeFiles(language, made.catalogue);
  const { status } =
    written.length === 0 ? { status: 0 } : spawnSync('npx', ['biome', 'check', '--write', ...written], { stdio: 'ignore' });
  if (status !== 0) refuse('The files are written, but the formatter did not take them: npx biome check web/person/words says why.');
  console.log(
    `${ownNameOf(language)}: ${entries.length} sentences read; ${written.length} files of web/person/words/${language} have changed.`,
  );
} else refuse(usage);
