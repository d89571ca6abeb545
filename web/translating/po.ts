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
}

/** An entry as it was read, with the line that its context stands on, counted from 1. */
export type ReadEntry = PoEntry & { readonly line: number };

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
  const head = [`Language: ${language}`, 'Content-Type: text/plain; charset=UTF-8', `Plural-Forms: ${pluralRules[language]}`];
  const blocks = entries.map(({ context, source, sourcePlural, translations, file }) =>
    [
      `#: ${file}`,
      ...(/\{\w+\}/.test(source) ? ['#, brace-format'] : []),
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

type Draft = { line: number; file: string; texts: Map<string, string> };

/** Every entry but the head, and what could not be read. Never throws. */
export function readPo(text: string): { readonly entries: readonly ReadEntry[]; readonly problems: readonly PoProblem[] } {
  const entries: ReadEntry[] = [];
  const problems: PoProblem[] = [];
  let draft: Draft = { line: 0, file: '', texts: new Map() };
  let keyword = '';
  const close = (): void => {
    const { line, file, texts } = draft;
    const context = texts.get('msgctxt');
    if (context !== undefined) {
      const forms = [...texts].flatMap(([name, value]) => {
        const [, form] = /^msgstr\[(\d+)\]$/.exec(name) ?? [];
        return form === undefined ? [] : [{ form: Number(form), value }];
      });
      const plain = texts.get('msgstr');
      const inOrder = forms.toSorted((a, b) => a.form - b.form).map(({ value }) => value);
      const source = texts.get('msgid') ?? '';
      entries.push({
        context,
        source,
        sourcePlural: texts.get('msgid_plural') ?? null,
        translations: plain === undefined ? inOrder : [plain],
        file,
        line,
      });
    } else if ((texts.get('msgid') ?? '') !== '') {
      problems.push({ line, sentence: 'This entry has no msgctxt, so nobody knows which sentence it is.' });
    }
    draft = { line: 0, file: '', texts: new Map() };
    keyword = '';
  };
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\r$/, '').trim();
    const number = index + 1;
    if (line === '') {
      close();
      return;
    }
    if (line.startsWith('#')) {
      // An entry that was taken out (`#~`) and remarks say nothing; the file of the English is kept.
      if (draft.texts.size > 0) close();
      if (line.startsWith('#: ')) draft.file = line.slice(3);
      return;
    }
    const [, name, string] = /^(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\])?\s*("(?:[^"\\]|\\.)*")$/.exec(line) ?? [];
    if (string === undefined || (name === undefined && keyword === '')) {
      problems.push({ line: number, sentence: 'This line is neither a keyword with a text in double quotes nor a remark.' });
      return;
    }
    if (name !== undefined) {
      if ((name === 'msgctxt' || (name === 'msgid' && !draft.texts.has('msgctxt'))) && draft.texts.size > 0) close();
      keyword = name;
      if (draft.line === 0) draft.line = number;
    }
    const content = string.slice(1, -1).replace(/\\./g, (sign) => unescapes[sign] ?? sign);
    draft.texts.set(keyword, (draft.texts.get(keyword) ?? '') + content);
  });
  close();
  return { entries, problems };
}
