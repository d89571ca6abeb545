/**
 * How are PDQ values listed as text? One per line: 64 hex digits, after them optionally a quality and anything else. The reference's own tools write
 * `hash,quality,file name`, older ones `hash=...,norm=...,quality=...,filename=...`, and its index tools read `hash` or `hash,anything`.
 */
import { entryOf, type ListedFingerprint, type ReadLine } from './entry.ts';
import { linesOf, type TextSource, tooLong } from './lines.ts';

const notALine = 'This is not a line of 64 hex digits, optionally followed by a comma and more.';

/** Reads the list. Empty lines and lines that begin with # are passed over; what follows value and quality becomes the note. */
export async function* readPdqText(source: TextSource): AsyncGenerator<ReadLine<ListedFingerprint>> {
  for await (const { number: line, text } of linesOf(source)) {
    if (text === undefined) yield { line, message: tooLong };
    else if (text.trim() !== '' && !text.startsWith('#')) {
      const entry = entryOfLine(text.trim());
      yield typeof entry === 'string' ? { line, message: entry } : { line, entry };
    }
  }
}

function entryOfLine(text: string): ListedFingerprint | string {
  if (text.startsWith('hash=')) return entryOfPairs(text);
  const [, value, quality, , note] = /^([0-9a-fA-F]{64})(?:,(\d{1,3})(?=,|$))?(,(.*))?$/s.exec(text) ?? [];
  if (value === undefined) return notALine;
  // A number above 100 is somebody's id, not a quality.
  if (quality !== undefined && Number(quality) > 100) return entryOf({ kind: 'pdq', value, note: text.slice(65) });
  return entryOf({ kind: 'pdq', value, ...(quality === undefined ? {} : { quality }), ...(note === undefined ? {} : { note }) });
}

function entryOfPairs(text: string): ListedFingerprint | string {
  const value = /^hash=([0-9a-fA-F]{64})(?:,|$)/.exec(text)?.[1];
  if (value === undefined) return notALine;
  const quality = /,quality=(\d{1,3})(?:,|$)/.exec(text)?.[1];
  const note = /,filename=(.*)$/s.exec(text)?.[1];
  return entryOf({ kind: 'pdq', value, ...(quality === undefined ? {} : { quality }), ...(note === undefined ? {} : { note }) });
}

/** One line, without its end, as the reference's hasher writes it. A line end in the note becomes a space: the form has no quoting. */
export function pdqLine({ value, quality, note }: Pick<ListedFingerprint, 'value' | 'quality' | 'note'>): string {
  const text = note?.replaceAll(/[\r\n]+/g, ' ').trim() ?? '';
  // Without a quality, a note that begins like one would be read as one.
  if (quality === undefined) return text === '' ? value : /^\d{1,3}(,|$)/.test(text) ? `${value},,${text}` : `${value},${text}`;
  return `${value},${quality}${text === '' ? '' : `,${text}`}`;
}
