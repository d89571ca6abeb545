/**
 * What does a file for translators look like? Gettext's PO, as every tool for translators reads it: one entry a sentence, its path in the
 * catalogue as context, plural forms in the order of CLDR. A reader of what such tools write back; what it cannot read it names by line.
 */
import { formsOf, type Language } from '@likeness/casework';

export interface PoEntry {
  /** The path in the catalogue: `request.problems.tooManyLinks`. */
  readonly context: string;
  /** The English; of a plural, the form for one. */
  readonly source: string;
  readonly sourcePlural: string | null;
  /** One, or as many as the language has forms; an empty text where nobody has translated it. */
  readonly translations: readonly string[];
  /** The file that the English stands in. */
  readonly file: string;
  /** What stands beside the English for whoever translates it. */
  readonly remarks?: readonly string[];
}

/** An entry as it was read, with the line that its context stands on, counted from 1. */
export interface ReadEntry extends PoEntry {
  readonly line: number;
  /** A tool guessed it, or its English changed: nobody has said that it is right. */
  readonly isFuzzy?: boolean;
}

export interface PoProblem {
  readonly line: number;
  readonly sentence: string;
}

/** How gettext counts: the number of the form, by C's rules, in the order of `formsOf`. */
const pluralRules: Readonly<Record<Language, string>> = {
  en: 'nplurals=2; plural=(n != 1);',
  it: 'nplurals=2; plural=(n != 1);',
  de: 'nplurals=2; plural=(n != 1);',
  es: 'nplurals=2; plural=(n != 1);',
  ar: 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);',
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unescapes: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n', '\\r': '\r', '\\t': '\t' };
const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"`;

/** The whole file. */
export function writePo(language: Language, entries: readonly PoEntry[]): string {
  const head = [
    'Project-Id-Version: Likeness',
    `Language: ${language}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `Plural-Forms: ${pluralRules[language]}`,
  ];
  const blocks = entries.map(({ context, source, sourcePlural, translations, file, remarks = [] }) =>
    [
      ...remarks.map((remark) => `#. ${remark.replace(/\s+/g, ' ')}`),
      `#: ${file}`,
      // By this name tools check the places: gettext's own word for `{name}`.
      ...(/\{\w+\}/.test(`${source}${sourcePlural ?? ''}`) ? ['#, perl-brace-format'] : []),
      `msgctxt ${quoted(context)}`,
      `msgid ${quoted(source)}`,
      ...(sourcePlural === null
        ? [`msgstr ${quoted(translations[0] ?? '')}`]
        : [
            `msgid_plural ${quoted(sourcePlural)}`,
            ...formsOf(language).map((_, form) => `msgstr[${form}] ${quoted(translations[form] ?? '')}`),
          ]),
    ].join('\n'),
  );
  return `${['msgid ""', 'msgstr ""', ...head.map((line) => quoted(`${line}\n`))].join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

type Draft = { line: number; file: string; isFuzzy: boolean; texts: Map<string, string> };
const emptyDraft = (): Draft => ({ line: 0, file: '', isFuzzy: false, texts: new Map() });

export interface ReadPo {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly PoProblem[];
  /** Which language the head names, and where; null where it names none. */
  readonly language: { readonly tag: string; readonly line: number } | null;
  /** How the head says that the forms of a plural are counted; null where it does not say. */
  readonly plural: { readonly rule: string; readonly line: number } | null;
}

/** Longer than any sentence here: what comes with more is no translation. */
const textAtMost = 20_000;
const isKeyword = /^(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d{1,2}\])?$/;

/** A line as its keyword and its text in double quotes, both as they stand there; null where it is something else. */
function partsOfLine(line: string): { readonly name: string; readonly quoted: string } | null {
  const start = line.indexOf('"');
  const name = line.slice(0, Math.max(start, 0)).trim();
  if (start < 0 || !isKeyword.test(name)) return null;
  for (let at = start + 1; at < line.length; at += line[at] === '\\' ? 2 : 1)
    if (line[at] === '"') return at === line.length - 1 ? { name, quoted: line.slice(start + 1, at) } : null;
  return null;
}

/** Every entry but the head, and what could not be read. Never throws. */
export function readPo(text: string): ReadPo {
  const entries: ReadEntry[] = [];
  const problems: PoProblem[] = [];
  let draft = emptyDraft();
  let language: ReadPo['language'] = null;
  let plural: ReadPo['plural'] = null;
  let keyword = '';
  const close = (): void => {
    const { line, file, isFuzzy, texts } = draft;
    const context = texts.get('msgctxt');
    if (context !== undefined) {
      const forms = [...texts].flatMap(([name, value]) => {
        const [, form] = /^msgstr\[(\d+)\]$/.exec(name) ?? [];
        return form === undefined ? [] : [{ form: Number(form), value }];
      });
      const plain = texts.get('msgstr');
      const inOrder = forms.toSorted((a, b) => a.form - b.form).map(({ value }) => value);
      const gap = inOrder.findIndex((_, place) => forms.every(({ form }) => form !== place));
      if (gap >= 0) problems.push({ line, sentence: `${context} has no msgstr[${gap}], and one after it.` });
      const source = texts.get('msgid') ?? '';
      entries.push({
        context,
        source,
        sourcePlural: texts.get('msgid_plural') ?? null,
        translations: plain === undefined ? inOrder : [plain],
        file,
        line,
        ...(isFuzzy ? { isFuzzy } : {}),
      });
    } else if (texts.get('msgid') === '' && language === null) {
      const [, tag] = /^Language: *([\w@-]+)/m.exec(texts.get('msgstr') ?? '') ?? [];
      language = tag === undefined ? null : { tag, line };
      const [, rule] = /^Plural-Forms: *(.+)$/m.exec(texts.get('msgstr') ?? '') ?? [];
      plural = rule === undefined ? null : { rule: rule.trim(), line };
    } else if ((texts.get('msgid') ?? '') !== '') {
      problems.push({ line, sentence: 'This entry has no msgctxt, so nobody knows which sentence it is.' });
    }
    draft = emptyDraft();
    keyword = '';
  };
  // Some editors put a mark of their own before the first line.
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((raw, index) => {
      const line = raw.replace(/\r$/, '').trim();
      const number = index + 1;
      if (line === '') {
        close();
        return;
      }
      if (line.startsWith('#')) {
        // An entry that was taken out (`#~`) and remarks say nothing; the file of the English is kept, and whether somebody still has to look.
        if (draft.texts.size > 0) close();
        if (/^#,.*\bfuzzy\b/.test(line.slice(0, 200))) draft.isFuzzy = true;
        if (line.startsWith('#: ')) draft.file = line.slice(3);
        return;
      }
      const parts = partsOfLine(line);
      if (parts === null || (parts.name === '' && keyword === '')) {
        problems.push({ line: number, sentence: 'This line is neither a keyword with a text in double quotes nor a remark.' });
        return;
      }
      const { name, quoted: content } = parts;
      const before = name === '' ? (draft.texts.get(keyword) ?? '') : '';
      if (before.length + content.length > textAtMost) {
        problems.push({
          line: number,
          sentence: `This text is longer than ${textAtMost.toLocaleString('en-GB')} signs: that is no sentence of a page.`,
        });
        return;
      }
      if (name !== '') {
        if ((name === 'msgctxt' || (name === 'msgid' && !draft.texts.has('msgctxt'))) && draft.texts.size > 0) close();
        keyword = name;
        if (draft.line === 0) draft.line = number;
      }
      draft.texts.set(keyword, before + content.replace(/\\./g, (sign) => unescapes[sign] ?? sign));
    });
  close();
  return { entries, problems, language, plural };
}

/** Whether the file is of another language than it is to be read as; one without a name is taken at the word of whoever reads it. */
export function ofOtherLanguage({ language }: Pick<ReadPo, 'language'>, wanted: Language): readonly PoProblem[] {
  if (language === null || language.tag.split(/[_@-]/)[0]?.toLowerCase() === wanted) return [];
  return [
    {
      line: language.line,
      sentence: `The head of this file says that its language is ${language.tag}, and it is to be read as ${wanted}.`,
    },
  ];
}

/** Whether the file counts its plural forms in another way, so that each would stand for other numbers; blanks and outer brackets say nothing. */
export function ofOtherCounting({ plural }: Pick<ReadPo, 'plural'>, wanted: Language): readonly PoProblem[] {
  const plain = (rule: string): string =>
    rule
      .replace(/\s/g, '')
      .replace(/plural=\((.*)\);?$/, 'plural=$1')
      .replace(/;$/, '');
  if (plural === null || plain(plural.rule) === plain(pluralRules[wanted])) return [];
  return [
    { line: plural.line, sentence: `The head of this file counts plurals by “${plural.rule}”, and it has to be “${pluralRules[wanted]}”.` },
  ];
}
