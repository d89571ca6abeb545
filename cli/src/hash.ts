/** What are the fingerprints of these files? Needs no server and no database; nothing leaves this machine. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { systemErrorCode } from '@likeness/server/config/refusal';
import type { DecodeMode } from '@likeness/server/decode/picture';
import type { DecodedFile, DecodePool } from '@likeness/server/decode/pool';
import type { Call, Command, Option } from './command.ts';
import { FileError, type FileOutcome, outcomeOf, resultOf, wholeOf } from './file-outcome.ts';
import { settingsHere } from './settings.ts';

/**
 * Calls `take` with each file's outcome, in the order given, as soon as it is known, and waits for it; several files are at work at once.
 * Opens a decode pool for the duration.
 */
export async function decodeFiles(
  call: Call,
  files: readonly string[],
  take: (file: string, outcome: FileOutcome) => void | Promise<void>,
  mode: DecodeMode = 'strict',
): Promise<void> {
  const { maxUploadBytes, requireSandbox } = settingsHere();
  const { openDecodePool } = await import('@likeness/server/decode/pool');
  const children = Math.min(files.length, availableParallelism());
  const pool = await openDecodePool({ children, capacity: children, maxBytes: maxUploadBytes, requireSandbox });
  call.atEnd(() => pool.close());
  const underWay: Promise<FileOutcome>[] = [];
  let next = 0;
  for (const file of files) {
    for (; next < files.length && underWay.length < children; next++) underWay.push(decodeFile(pool, files[next] ?? '', mode));
    const outcome = await underWay.shift();
    if (outcome !== undefined) await take(file, outcome);
  }
}

function decodeFile(pool: DecodePool, file: string, mode: DecodeMode): Promise<FileOutcome> {
  return outcomeOf(async () => {
    const facts = await stat(file).catch((error: unknown) => {
      if (file === '-' && systemErrorCode(error) === 'ENOENT')
        throw new FileError('file/missing', 'Standard input is not read; save it to a file and name that.');
      throw error;
    });
    if (facts.isDirectory())
      throw new FileError('file/folder', 'This is a folder; name the files in it, or hash them all with likeness scan FOLDER.');
    if (!facts.isFile()) throw new FileError('file/not-a-file', 'This is not a regular file.');
    return pool.fingerprint(createReadStream(file), { mode });
  });
}

/** The option that `modeOf` reads. */
export const fastOption: Option = {
  name: 'fast',
  sentence: 'Decode large pictures at a reduced size: quicker, and a few bits away from the exact PDQ.',
};

export const hash: Command = {
  words: 'hash',
  operands: 'FILE...',
  summary: 'Print the fingerprints of pictures.',
  explanation: `Computes PDQ (which ordinary edits barely change), SHA-256 and MD5 (which any change changes) of JPEG, PNG,
WebP, GIF, AVIF and HEIC files. A file is judged by its content, not its name. A PDQ quality under 50 means too
little detail to be matched. Nothing leaves this machine, and no server or database is needed.

With --json each file is one line: {"file","width","height","fingerprints":[{"kind","variant","value","quality"}]},
or {"file","error":{"code","message"}} and exit status 1 at the end.`,
  options: [fastOption],
  examples: [
    { line: 'likeness hash holiday.jpg', sentence: 'Its size and three fingerprints, to read.' },
    { line: 'likeness hash --json *.jpg', sentence: 'One JSON line per file, for a program.' },
  ],
  async run(call) {
    let failed = 0;
    const take = (file: string, outcome: FileOutcome): void => {
      if ('failure' in outcome) failed++;
      printOutcome(call, file, outcome);
    };
    await decodeFiles(call, call.operands, take, modeOf(call));
    return failed === 0 ? 0 : 1;
  },
};

/** Which pixels are hashed: all of them, unless `--fast` was asked for. */
export function modeOf(call: Call): DecodeMode {
  return call.option('fast') === undefined ? 'strict' : 'fast';
}

/** One file's result: a JSON line with `--json`, else text on standard output, or the reason on standard error. */
export function printOutcome(call: Call, file: string, outcome: FileOutcome): void {
  if (call.json) call.print(JSON.stringify(resultOf(file, outcome)));
  else if ('failure' in outcome) call.complain(`${shown(file)}: ${outcome.failure.message}`);
  else call.print(readable(file, outcome.decoded));
}

/** Control characters, marks that turn the direction of writing, and what stands for bytes that are no text: they could hide or fake lines. */
const treacherous = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A name as a terminal may see it: in quotes, with escapes, where it holds something treacherous. */
export function shown(file: string): string {
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return file.search(treacherous) < 0 ? file : JSON.stringify(file).replace(treacherous, escaped);
}

function readable(file: string, decoded: DecodedFile): string {
  const lines = wholeOf(decoded).map(
    ({ kind, value, quality }) => `  ${kind.padEnd(6)}  ${value}${quality === undefined ? '' : `  quality ${quality}`}`,
  );
  return [`${shown(file)}  ${decoded.width} x ${decoded.height}`, ...lines].join('\n');
}
