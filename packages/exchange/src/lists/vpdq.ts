/** How are vPDQ files of any length read piece by piece? The forms themselves are fingerprint's (`video/forms.ts`); here they are cut into lines and elements. */
import { frameOfVpdqLine, readVpdqJson, type VideoFrame } from '@likeness/fingerprint';
import type { ReadLine } from './entry.ts';
import { linesOf, piecesOf, type TextSource, tooLong } from './lines.ts';

/** Reads the text form: `frame number,quality,hex,seconds` a line. Empty lines are passed over. */
export async function* readVpdqLines(source: TextSource): AsyncGenerator<ReadLine<VideoFrame>> {
  for await (const { number: line, text } of linesOf(source)) {
    if (text === '') continue;
    const entry = text === undefined ? undefined : frameOfVpdqLine(text.trim());
    if (entry !== undefined) yield { line, entry };
    else yield { line, message: text === undefined ? tooLong : 'This is not a line of frame number, quality, 64 hex digits and seconds.' };
  }
}

/** More than any element of a vPDQ has. */
const longestElement = 1024;

/**
 * Reads the JSON forms: a list of `"hex,quality,seconds"`, whose frames are numbered by their place, or the older object from frame number to
 * `{quality, hash, timestamp}`. Holds one element. The line is the one that the element ends on; text that is no list or object at all is one bad line.
 */
export async function* readVpdqJsonStream(source: TextSource): AsyncGenerator<ReadLine<VideoFrame>> {
  let open = '';
  let close = '';
  let held = '';
  let depth = 0;
  let isQuoted = false;
  let isEscaped = false;
  let isOver = false;
  let line = 1;
  let place = 0;
  for await (const piece of piecesOf(source)) {
    for (const letter of piece) {
      if (letter === '\n') line++;
      const isSpace = /\s/.test(letter);
      if (open === '') {
        if (isSpace) continue;
        if (letter !== '[' && letter !== '{') {
          yield { line, message: 'A vPDQ is a JSON list or object.' };
          return;
        }
        [open, close] = letter === '[' ? ['[', ']'] : ['{', '}'];
      } else if (isOver) {
        if (isSpace) continue;
        yield { line, message: 'After the end of the vPDQ comes something else.' };
        return;
      } else if (!isQuoted && depth === 0 && (letter === ',' || letter === close)) {
        isOver = letter === close;
        // An empty list has no element; after a comma there must be one.
        if (held.trim() !== '' || !isOver || place > 0) yield read(held);
        place++;
        held = '';
      } else {
        if (held.length <= longestElement) held += letter;
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = isQuoted;
        else if (letter === '"') isQuoted = !isQuoted;
        else if (!isQuoted && (letter === '[' || letter === '{')) depth++;
        else if (!isQuoted && (letter === ']' || letter === '}') && depth > 0) depth--;
      }
    }
  }
  if (!isOver) yield { line, message: 'The vPDQ ends before its end.' };

  function read(element: string): ReadLine<VideoFrame> {
    const { frames, errors } = readVpdqJson(`${open}${element}${close}`);
    const [frame] = frames;
    if (frame === undefined || errors.length > 0 || frames.length > 1) {
      const form = open === '[' ? '"64 hex digits,quality,seconds"' : '"frame number": {"quality", "hash", "timestamp"}';
      return { line, message: `This entry is not of the form ${form}.` };
    }
    return { line, entry: open === '[' ? { ...frame, number: place } : frame };
  }
}
