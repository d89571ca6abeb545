/** How are MD5 and SHA-256 values listed? Alone on a line, or as md5sum, sha256sum and BSD's md5 write them: value, two places, file name; or `MD5 (name) = value`. */
import type { FingerprintKind } from '@likeness/fingerprint';
import { entryOf, type ListedFingerprint, type ReadLine } from './entry.ts';
import { linesOf, type TextSource, tooLong } from './lines.ts';

const kindByLength: ReadonlyMap<number, FingerprintKind> = new Map([
  [32, 'md5'],
  [64, 'sha256'],
]);
const namedElsewhere: ReadonlyMap<number, string> = new Map([
  [40, 'SHA-1'],
  [56, 'SHA-224'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
]);

/** Reads the list; MD5 and SHA-256 may be mixed, told apart by their length. Empty lines and lines that begin with # are passed over. A file name becomes the note. */
export async function* readExactList(source: TextSource): AsyncGenerator<ReadLine<ListedFingerprint>> {
  for await (const { number: line, text } of linesOf(source)) {
    if (text === undefined) yield { line, message: tooLong };
    else if (text.trim() !== '' && !text.startsWith('#')) {
      const entry = entryOfLine(text.trim());
      yield typeof entry === 'string' ? { line, message: entry } : { line, entry };
    }
  }
}

function entryOfLine(text: string): ListedFingerprint | string {
  // GNU puts a backslash in front where it had to write a backslash or line end of the name as \\ or \n.
  const gnu = /^(\\?)([0-9a-fA-F]+)(?: [ *](.+))?$/s.exec(text);
  const bsd = /^[A-Z0-9-]+ ?\((.*)\) ?= ?([0-9a-fA-F]+)$/s.exec(text);
  const value = gnu?.[2] ?? bsd?.[2];
  if (value === undefined) return 'This is not a value, a value and a file name, or a name and its value.';
  const kind = kindByLength.get(value.length);
  if (kind === undefined) {
    const name = namedElsewhere.get(value.length);
    return name === undefined ? 'MD5 has 32 hex digits and SHA-256 has 64.' : `This is as long as ${name}; MD5 and SHA-256 are read.`;
  }
  const name = gnu?.[3] ?? bsd?.[1];
  const note = gnu?.[1] === '\\' ? name?.replaceAll(/\\([\\nr])/g, (_, letter: string) => (letter === '\\' ? '\\' : ' ')) : name;
  return entryOf({ kind, value, ...(note === undefined ? {} : { note }) });
}
