/** Which entries does a catalogue make, and which catalogue do entries make? The English is the measure of both; every fault is named with its line. */
import { type Catalogue, faultsOf, formsOf, isPlural, type Language, partOf, type TranslationFault } from '@likeness/casework';
import type { PoEntry, PoProblem, ReadEntry } from './po.ts';

/** Each sentence of the English, with its translation where there is one. `fileOf` names the file that a sentence stands in, by its path. */
export function entriesOf(
  english: Catalogue,
  translation: Catalogue | undefined,
  language: Language,
  fileOf: (at: readonly string[]) => string,
): readonly PoEntry[] {
  return [...entriesAt(english, translation, [], language, fileOf)];
}

function* entriesAt(
  english: Catalogue,
  translation: Catalogue | undefined,
  at: readonly string[],
  language: Language,
  fileOf: (at: readonly string[]) => string,
): Generator<PoEntry> {
  const context = at.join('.');
  const file = fileOf(at);
  if (typeof english === 'string') {
    yield { context, source: english, sourcePlural: null, translations: [typeof translation === 'string' ? translation : ''], file };
  } else if (isPlural(english)) {
    const forms = translation !== undefined && isPlural(translation) ? translation : undefined;
    const translations = formsOf(language).map((form) => forms?.[form] ?? '');
    yield { context, source: english.one ?? english.other, sourcePlural: english.other, translations, file };
  } else {
    for (const [name, part] of Object.entries(english)) yield* entriesAt(part, partOf(translation, name), [...at, name], language, fileOf);
  }
}

const faultWords: Readonly<Record<TranslationFault['fault'], string>> = {
  missing: 'is missing',
  'not-in-english': 'is not in the English',
  'another-shape': 'has another shape than the English',
  empty: 'is empty',
  'place-missing': 'lacks the place',
  'place-unknown': 'has a place that the English does not have:',
  'form-missing': 'is missing',
  'form-unused': 'is a form that the language does not have',
};

// Controls but the end of a line, the two separators, what overrides the direction of a text, and what stands for a sign that could not be read (of a file that is
// not in UTF-8): none of them belongs into a sentence.
const controlSign = /(?!\n)[\p{Cc}\u2028\u2029\u202D\u202E\uFFFD]/u;
const edgesOf = (text: string): string => `${/^\s/.test(text) ? 'begins' : ''} ${/\s$/.test(text) ? 'ends' : ''}`;
const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The catalogue that the entries make, or what is wrong with them: never both. */
export function catalogueFrom(
  english: Catalogue,
  entries: readonly ReadEntry[],
  language: Language,
): { readonly catalogue: Catalogue } | { readonly problems: readonly PoProblem[] } {
  const byContext = new Map(entries.map((entry) => [entry.context, entry]));
  const lineOf = (path: string): number => (byContext.get(path) ?? byContext.get(path.slice(0, path.lastIndexOf('.'))))?.line ?? 0;
  const problems: PoProblem[] = [];
  const expected = new Map(entriesOf(english, undefined, language, () => '').map((entry) => [entry.context, entry]));
  const seen = new Set<string>();
  for (const { context, source, sourcePlural, translations, line, isFuzzy = false } of entries) {
    const wanted = expected.get(context);
    if (seen.has(context)) problems.push({ line, sentence: `${context} stands here a second time.` });
    seen.add(context);
    if (isFuzzy) problems.push({ line, sentence: `${context} is marked fuzzy: a tool guessed it. Look at it, and take the mark away.` });
    const sign = translations.map((text) => controlSign.exec(text)?.[0]).find((one) => one !== undefined);
    if (sign !== undefined) problems.push({ line, sentence: `${context} has a sign in it that is none to read: ${codeOf(sign)}.` });
    if (wanted === undefined) problems.push({ line, sentence: `${context} is not in the English.` });
    else if (wanted.source !== source || wanted.sourcePlural !== sourcePlural)
      problems.push({ line, sentence: `${context}: the English has changed since this file was made. It is now: ${wanted.source}` });
    else if (translations.length !== wanted.translations.length)
      problems.push({ line, sentence: `${context} needs ${wanted.translations.length} forms, and has ${translations.length}.` });
    else if (translations.some((text) => text !== '' && edgesOf(text) !== edgesOf(wanted.source)))
      problems.push({ line, sentence: `${context} begins or ends with a blank, and the English does not, or the other way round.` });
  }
  let line = 1;
  for (const context of expected.keys()) {
    const here = byContext.get(context);
    if (here === undefined) problems.push({ line, sentence: `${context} is not in this file; it belongs after this line's entry.` });
    line = here?.line ?? line;
  }
  const catalogue = catalogueAt(english, [], language, byContext);
  const isThere = ({ path }: TranslationFault): boolean => byContext.has(path) || byContext.has(path.slice(0, path.lastIndexOf('.')));
  const faults = faultsOf(english, catalogue, language)
    .filter(isThere)
    .map(({ path, fault, place }) => ({
      line: lineOf(path),
      sentence: `${path} ${faultWords[fault]}${place === undefined ? '' : ` {${place}}`}.`,
    }));
  const all = [...problems, ...faults].toSorted((a, b) => a.line - b.line);
  return all.length > 0 ? { problems: all } : { catalogue };
}

function catalogueAt(
  english: Catalogue,
  at: readonly string[],
  language: Language,
  entries: ReadonlyMap<string, Pick<PoEntry, 'translations'>>,
): Catalogue {
  const translations = entries.get(at.join('.'))?.translations ?? [];
  if (typeof english === 'string') return translations[0] ?? '';
  if (isPlural(english)) return Object.fromEntries(formsOf(language).map((form, index) => [form, translations[index] ?? '']));
  const parts = Object.entries(english).map(([name, part]) => [name, catalogueAt(part, [...at, name], language, entries)] as const);
  return Array.isArray(english) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
