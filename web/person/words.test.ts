/** Can a child of eleven read it, in each language? A formula of the language over the sentences of each page; and the words that are never said. */
import { readFileSync } from 'node:fs';
import { type Catalogue, type Language, languages } from '@likeness/casework';
import { expect, test } from 'vitest';
import { englishAges, germanSchoolYear, italianEase, sentenceLength, spanishEase } from '../testing/reading-age.ts';
import { speechIn } from './words.ts';

function sentencesOfCatalogue(language: Language): readonly string[] {
  const all = function* (part: Catalogue): Generator<string> {
    if (typeof part === 'string') yield part;
    else for (const each of Object.values(part)) yield* all(each);
  };
  return [...all(speechIn(language).catalogue)];
}

/** Each sentence of a part of the catalogue, its places filled as a page would. */
function* sentencesIn(said: Catalogue): Generator<string> {
  if (typeof said === 'string') yield said.replace(/\{\w+\}/g, 'LK-7Q2M');
  else for (const part of Object.values(said)) yield* sentencesIn(part);
}

/** What each language holds its sentences to; the formulas and their scales stand where they are computed. */
const readableAtEleven: Readonly<Record<Language, (text: string) => boolean>> = {
  en: (text) => englishAges(text).ari <= 11 && englishAges(text).colemanLiau <= 11,
  it: (text) => italianEase(text) >= 60,
  de: (text) => germanSchoolYear(text) <= 6,
  es: (text) => spanishEase(text) >= 65,
  ar: (text) => sentenceLength(text) <= 12,
};

for (const language of languages)
  for (const [page, said] of Object.entries(speechIn(language).catalogue)) {
    const text = [...sentencesIn(said)].filter((sentence) => /[.?؟]$/.test(sentence)).join(' ');
    if (text === '') continue;
    test(`${language}: a child of eleven can read the sentences of ${page}`, () => {
      expect(readableAtEleven[language](text)).toBe(true);
    });
  }

/** What nobody can keep, in any language of marketing: refused on every page, and where the project speaks of itself. */
const overpromises = [
  /every copy/i,
  /all copies/i,
  /keeps? it down for ever/i,
  /for ever\b|forever/i,
  /cannot be reversed|irreversible/i,
  /nobody can ever/i,
  /guarantee/i,
  /100\s?%/,
  /completely (safe|anonymous|private)/i,
  /impossible to/i,
];

/** The same in the other languages, and the words that blame, frighten or doubt. */
const neverIn: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [...overpromises, /victim/i, /revenge porn/i, /leaked/i, /alleged/i, /submit evidence/i],
  it: [
    /ogni copia|tutte le copie/i,
    /per sempre/i,
    /irreversibil/i,
    /garanti/i,
    /100\s?%/,
    /del tutto (sicur|anonim|privat)|completamente (sicur|anonim|privat)/i,
    /impossibile/i,
    /vittim/i,
    /porno vendetta|revenge porn/i,
    /presunt/i,
    /presentare prove/i,
  ],
  de: [
    /jede kopie|alle kopien/i,
    /für immer|für alle zeit/i,
    /unumkehrbar/i,
    /garant/i,
    /100\s?%/,
    /(völlig|vollkommen|ganz) (sicher|anonym|privat)/i,
    /unmöglich/i,
    /opfer/i,
    /racheporn|revenge porn/i,
    /angeblich|mutmaßlich/i,
    /beweise einreichen/i,
  ],
  es: [
    /cada copia|todas las copias/i,
    /para siempre/i,
    /irreversible/i,
    /garanti|garantía/i,
    /100\s?%/,
    /(totalmente|completamente) (segur|anónim|privad)/i,
    /imposible/i,
    /víctima/i,
    /porno de venganza|pornovenganza|revenge porn/i,
    /presunt|supuest[oa]s? (víctima|hecho|delito|autor)/i,
    /presentar pruebas/i,
  ],
  ar: [
    /كل نسخة|جميع النسخ|كل النسخ/,
    /إلى الأبد/,
    /لا رجعة/,
    /نضمن|مضمون/,
    /[١1][٠0]{2}\s?[٪%]/,
    /مستحيل/,
    /ضحية|ضحايا/,
    /انتقام إباحي|الإباحية الانتقامية/,
    /مزعوم/,
    /تقديم الأدلة/,
  ],
};

test.each(languages)('%s: no sentence of hers promises what cannot be kept, blames or doubts', (language) => {
  const sentences = [...sentencesIn(speechIn(language).catalogue)];
  expect(sentences.filter((sentence) => neverIn[language].some((never) => never.test(sentence)))).toEqual([]);
});

/** Said in the same words in several languages: names, and words that they share. */
const sameInEnglish = /^(?:[\w.]+|\{day\}, \{hour\}|\(\{zone\}\))$/;

test.each(languages.filter((language) => language !== 'en'))('%s: no sentence was left in English', (language) => {
  const inEnglish = new Set(sentencesOfCatalogue('en'));
  expect(sentencesOfCatalogue(language).filter((sentence) => inEnglish.has(sentence) && !sameInEnglish.test(sentence))).toEqual([]);
});

test('neither does the first page of the project', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const promise of overpromises.slice(0, 7)) expect(readme).not.toMatch(promise);
});

test('nobody is written to from here: no mail, message or push is built in, and no page asks for permission to send one', () => {
  const server: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(server.dependencies).filter((name) => /mail|smtp|twilio|sms|push|sendgrid/i.test(name))).toEqual([]);
  for (const entry of ['every-page', 'request', 'open-case', 'follow']) {
    const source = readFileSync(new URL(`./entries/${entry}.ts`, import.meta.url), 'utf8');
    expect(source).not.toMatch(/Notification|PushManager|serviceWorker/);
  }
});
