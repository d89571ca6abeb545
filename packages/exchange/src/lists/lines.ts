/** How is a list read line by line without ever holding the list? */

/** Text as a whole or in pieces of any size, as a stream with an encoding set gives them. */
export type TextSource = string | Iterable<string> | AsyncIterable<string>;

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its end; undefined for a line that was longer than may be held. */
  readonly text: string | undefined;
}

/** Longer lines than any list needs; a file that is no list has them. */
export const longestLine = 65_536;

/** The pieces of a source, the first without its byte order mark. */
export async function* piecesOf(source: TextSource): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of typeof source === 'string' ? [source] : source) {
    if (piece === '') continue;
    yield isFirst && piece.startsWith('\ufeff') ? piece.slice(1) : piece;
    isFirst = false;
  }
}

/** The lines of a text, ended by LF or CR LF. Holds one line, at most `longestLine` characters of it. A last line without an end counts. */
export async function* linesOf(source: TextSource): AsyncGenerator<Line> {
  let number = 1;
  let held = '';
  let isTooLong = false;
  const line = (): Line => ({ number, text: isTooLong ? undefined : held.endsWith('\r') ? held.slice(0, -1) : held });
  for await (const piece of piecesOf(source)) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      keep(piece.slice(from, end));
      yield line();
      number++;
      held = '';
      isTooLong = false;
      from = end + 1;
    }
    keep(piece.slice(from));
  }
  if (held !== '' || isTooLong) yield line();

  function keep(part: string): void {
    if (isTooLong || held.length + part.length > longestLine) {
      isTooLong = true;
      held = '';
    } else held += part;
  }
}

export const tooLong = `The line has more than ${longestLine.toLocaleString('en')} characters.`;
