/** How is a list exchanged as JSON lines? One object per line, with the columns of the CSV form as keys. */
import { type Column, columns, entryOf, type ListedFingerprint, type ReadLine } from './entry.ts';
import { linesOf, type TextSource, tooLong } from './lines.ts';

/** Reads the list. Empty lines are passed over, keys that are not known as well, so that others may add theirs. */
export async function* readJsonLines(source: TextSource): AsyncGenerator<ReadLine<ListedFingerprint>> {
  for await (const { number: line, text } of linesOf(source)) {
    if (text === undefined) yield { line, message: tooLong };
    else if (text.trim() !== '') {
      const entry = entryOfLine(text);
      yield typeof entry === 'string' ? { line, message: entry } : { line, entry };
    }
  }
}

function entryOfLine(text: string): ListedFingerprint | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'This line is not JSON.';
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return 'This line is not a JSON object.';
  const texts: Partial<Record<Column, string>> = {};
  for (const [key, value] of Object.entries(content)) {
    const column = columns.find((name) => name === key);
    if (column === undefined || value === null) continue;
    const isNumber = column === 'quality' || column === 'atSeconds';
    if (isNumber ? typeof value !== 'number' : typeof value !== 'string') {
      if (column === 'quality') return 'The quality must be a number.';
      return column === 'atSeconds' ? 'The atSeconds must be a number.' : `The ${column} must be text.`;
    }
    texts[column] = String(value);
  }
  return entryOf(texts);
}

/** One entry as a line, without its end. */
export function jsonLine(entry: ListedFingerprint): string {
  const { kind, value, quality, source, note, item, variant, expiresAt, atSeconds } = entry;
  return JSON.stringify({
    kind,
    value,
    quality,
    source,
    note,
    item,
    variant: variant === 'whole' ? undefined : variant,
    expiresAt,
    atSeconds,
  });
}
