/** Which remarks stand in a file of sentences, before which of them, and how is the file written again without losing one? */
import type { Catalogue } from '@likeness/casework';

/** By path, `request.problems.tooManyLinks` or `list.0`: comments as they stand there, their signs included. */
export type Remarks = ReadonlyMap<string, readonly string[]>;

// White space; a remark; a text; a name; any other sign.
const token = /\s+|(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|([A-Za-z_$][\w$]*)|([\s\S])/gy;

interface Level {
  readonly isList: boolean;
  /** The name, or the number, of what stands here. */
  name: string;
  /** The next name or value is the beginning of something new. */
  isBetween: boolean;
  index: number;
}

/** Of a file of this project: constants that hold texts, lists and plain objects, and nothing that is computed. The remark at its head is about all of it, and left out. */
export function remarksIn(source: string): Remarks {
  const found = new Map<string, readonly string[]>();
  const levels: Level[] = [];
  let constant = '';
  let isNamed = false;
  let isAfterEquals = false;
  let waiting: string[] = [];
  const settle = (): void => {
    if (waiting.length > 0) found.set([constant, ...levels.map(({ name }) => name)].join('.'), waiting);
    waiting = [];
  };
  for (const { 0: all, 1: remark, 2: text, 3: word, 4: sign, index } of source.matchAll(token)) {
    if (all.trim() === '') continue;
    const level = levels.at(-1);
    if (remark !== undefined) {
      if (index > 0) waiting.push(remark);
    } else if (level === undefined) {
      if (isNamed && word !== undefined) {
        constant = word === 'theCase' ? 'case' : word;
        isNamed = false;
        settle();
      } else if (word === 'const') isNamed = true;
      else if (sign === '=') isAfterEquals = true;
      else if (sign === ';') {
        isAfterEquals = false;
        // `as const` names nothing.
        isNamed = false;
      } else if (isAfterEquals && (sign === '{' || sign === '[')) levels.push(opened(sign));
      else if (word !== 'export') waiting = [];
    } else if (sign === '}' || sign === ']') {
      levels.pop();
      waiting = [];
    } else if (sign === ',') {
      level.isBetween = true;
    } else {
      if (level.isBetween) {
        level.isBetween = false;
        level.name = level.isList ? String(level.index) : (word ?? (text ?? '').slice(1, -1));
        level.index += 1;
        settle();
      }
      if (sign === '{' || sign === '[') levels.push(opened(sign));
    }
  }
  return found;
}

const opened = (sign: '{' | '['): Level => ({ isList: sign === '[', name: '', isBetween: true, index: 0 });

/** A name that needs no quotes. */
const isPlain = /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d*)$/;

/** The catalogue as the text of a program, each remark before what it is about. A formatter sets quotes and lines. */
export function writtenWith(catalogue: Catalogue, path: string, remarks: Remarks): string {
  if (typeof catalogue === 'string') return JSON.stringify(catalogue);
  const parts = Object.entries(catalogue).map(([name, part]) => {
    const at = `${path}.${name}`;
    const before = (remarks.get(at) ?? []).map((remark) => `\n${remark}\n`).join('');
    return `${before}${Array.isArray(catalogue) ? '' : `${isPlain.test(name) ? name : JSON.stringify(name)}: `}${writtenWith(part, at, remarks)}`;
  });
  return Array.isArray(catalogue) ? `[${parts.join(', ')}]` : `{${parts.join(', ')}}`;
}

/** A remark as plain words, for a translator. */
export const remarkWords = (remark: string): string =>
  remark
    .replace(/^\/\*+|\*+\/$|^\/\//g, '')
    .replace(/\s*\n\s*\**\s*/g, ' ')
    .trim();
