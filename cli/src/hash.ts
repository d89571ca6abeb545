/** What are the fingerprints of these files? Needs no server and no database; nothing leaves this machine. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { type ProblemCode, problems } from '@likeness/contract';
import { plainReason, systemErrorCode } from '@likeness/server/config/refusal';
import type { DecodedFile, DecodePool } from '@likeness/server/decode/pool';
import type { Call, Command } from './command.ts';
import { settingsHere } from './settings.ts';

/** Why a file has no fingerprints: the decoder's code, or `file/missing`, `file/folder`, `file/not-a-file`, `file/unreadable`. */
export interface FileFailure {
  readonly code: string;
  readonly message: string;
}

export type FileOutcome = { readonly decoded: DecodedFile } | { readonly failure: FileFailure };

/**
 * Calls `take` with each file's outcome, in the order given, as soon as it is known; several files are at work at once.
 * Opens a decode pool for the duration.
 */
export async function decodeFiles(call: Call, files: readonly string[], take: (file: string, outcome: FileOutcome) => void): Promise<void> {
  const { maxUploadBytes, requireSandbox } = settingsHere();
  const { openDecodePool } = await import('@likeness/server/decode/pool');
  const children = Math.min(files.length, availableParallelism());
  const pool = await openDecodePool({ children, capacity: children, maxBytes: maxUploadBytes, requireSandbox });
  call.atEnd(() => pool.close());
  const underWay: Promise<FileOutcome>[] = [];
  let next = 0;
  for (const file of files) {
    for (; next < files.length && underWay.length < children; next++) underWay.push(decodeFile(pool, files[next] ?? ''));
    const outcome = await underWay.shift();
    if (outcome !== undefined) take(file, outcome);
  }
}

async function decodeFile(pool: DecodePool, file: string): Promise<FileOutcome> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory())
      return failure('file/folder', 'This is a folder; name the files in it, for example with a pattern such as folder/*.jpg.');
    if (!facts.isFile()) return failure('file/not-a-file', 'This is not a regular file.');
    return { decoded: await pool.fingerprint(createReadStream(file)) };
  } catch (error) {
    const { DecodeError } = await import('@likeness/server/decode/decode-error');
    if (error instanceof DecodeError) return failure(error.code, sentenceOf(error.code, error.message));
    const code = systemErrorCode(error);
    if (code === 'ENOENT' && file === '-') return failure('file/missing', 'Standard input is not read; save it to a file and name that.');
    if (code === 'ENOENT') return failure('file/missing', 'There is no such file.');
    if (code !== undefined) return failure('file/unreadable', `The file cannot be read: ${plainReason(error)}.`);
    throw error;
  }
}

/** The registry's sentences are written for a caller of the API; at a terminal the title says what is wrong, the rest what to do. */
function sentenceOf(code: ProblemCode, detail: string): string {
  const { title } = problems[code];
  return code === 'image/empty' ? `${title}.` : `${title}. ${detail}`;
}

function failure(code: string, message: string): FileOutcome {
  return { failure: { code, message } };
}

export const hash: Command = {
  words: 'hash',
  operands: 'FILE...',
  summary: 'Print the fingerprints of pictures.',
  explanation: `Computes PDQ (which ordinary edits barely change), SHA-256 and MD5 (which any change changes) of JPEG, PNG
and WebP files. A file is judged by its content, not its name. A PDQ quality under 50 means too little detail
to be matched. Nothing leaves this machine, and no server or database is needed.

With --json each file is one line: {"file","width","height","fingerprints":[{"kind","variant","value","quality"}]},
or {"file","error":{"code","message"}} and exit status 1 at the end.`,
  options: [],
  examples: [
    { line: 'likeness hash holiday.jpg', sentence: 'Its size and three fingerprints, to read.' },
    { line: 'likeness hash --json *.jpg', sentence: 'One JSON line per file, for a program.' },
  ],
  async run(call) {
    let failed = 0;
    await decodeFiles(call, call.operands, (file, outcome) => {
      if ('failure' in outcome) {
        failed++;
        if (call.json) call.print(JSON.stringify({ file, error: outcome.failure }));
        else call.complain(`${file}: ${outcome.failure.message}`);
        return;
      }
      const { width, height } = outcome.decoded;
      const fingerprints = wholeOf(outcome.decoded);
      if (call.json) call.print(JSON.stringify({ file, width, height, fingerprints }));
      else call.print(readable(file, `${width} x ${height}`, fingerprints));
    });
    return failed === 0 ? 0 : 1;
  },
};

type WholeFingerprint = Pick<DecodedFile['fingerprints'][number], 'kind' | 'variant' | 'value' | 'quality'>;

/** The fingerprints of the picture as it stands, in the fixed order and fields of the output. */
function wholeOf({ fingerprints }: DecodedFile): WholeFingerprint[] {
  return (['pdq', 'sha256', 'md5'] as const).flatMap((wanted) =>
    fingerprints
      .filter(({ kind, variant }) => kind === wanted && variant === 'whole')
      .map(({ kind, variant, value, quality }) => ({ kind, variant, value, ...(quality === undefined ? {} : { quality }) })),
  );
}

function readable(file: string, size: string, fingerprints: readonly WholeFingerprint[]): string {
  const lines = fingerprints.map(
    ({ kind, value, quality }) => `  ${kind.padEnd(6)}  ${value}${quality === undefined ? '' : `  quality ${quality}`}`,
  );
  return [`${file}  ${size}`, ...lines].join('\n');
}
