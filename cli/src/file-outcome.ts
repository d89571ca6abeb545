/** What came of one file, as data: its fingerprints, or why it has none? The same for every command that reads files. */
import { type ProblemCode, problems } from '@likeness/contract';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { DecodedFile } from '@likeness/server/decode/pool';

/** Why a file has no fingerprints: the decoder's code, or one of `file/...`. */
export interface FileFailure {
  readonly code: string;
  readonly message: string;
}

export type FileOutcome = { readonly decoded: DecodedFile } | { readonly failure: FileFailure };

/** Thrown by whoever reads a file, for a reason that the system's error codes do not name. */
export class FileError extends Error {
  readonly code: `file/${string}`;

  constructor(code: `file/${string}`, message: string) {
    super(message);
    this.code = code;
  }
}

/** Does the work and names what went wrong with the file. Rejects when something else went wrong. */
export async function outcomeOf(work: () => Promise<DecodedFile>): Promise<FileOutcome> {
  try {
    return { decoded: await work() };
  } catch (error) {
    return { failure: await failureOf(error) };
  }
}

/** The failure of a file that this error speaks of. Throws the error when it does not speak of a file. */
export async function failureOf(error: unknown): Promise<FileFailure> {
  const { DecodeError } = await import('@likeness/server/decode/decode-error');
  // It stops everything, whatever file it was met at.
  if (error instanceof Refusal) throw error;
  if (error instanceof FileError) return { code: error.code, message: error.message };
  if (error instanceof DecodeError) return { code: error.code, message: sentenceOf(error.code, error.message) };
  const code = systemErrorCode(error);
  if (code === 'ENOENT') return { code: 'file/missing', message: 'There is no such file.' };
  if (code !== undefined) return { code: 'file/unreadable', message: `The file cannot be read: ${plainReason(error)}.` };
  throw error;
}

/** The registry's sentences are written for a caller of the API; at a terminal the title says what is wrong, the rest what to do. */
function sentenceOf(code: ProblemCode, detail: string): string {
  const { title } = problems[code];
  return code === 'image/empty' ? `${title}.` : `${title}. ${detail}`;
}

/** One JSON line. */
export interface Result {
  readonly file: string;
  readonly [field: string]: unknown;
}

/** The fixed form of a JSON line: `{"file","width","height","fingerprints"}` or `{"file","error":{"code","message"}}`. */
export function resultOf(file: string, outcome: FileOutcome): Result {
  if ('failure' in outcome) return failedResultOf(file, outcome.failure);
  const { width, height } = outcome.decoded;
  return { file, width, height, fingerprints: wholeOf(outcome.decoded) };
}

/** The fixed form of a file that has no fingerprints. */
export function failedResultOf(file: string, { code, message }: FileFailure): Result {
  return { file, error: { code, message } };
}

export type WholeFingerprint = Pick<DecodedFile['fingerprints'][number], 'kind' | 'variant' | 'value' | 'quality'>;

/** The fingerprints of the picture as it stands, in the fixed order and fields of the output. */
export function wholeOf({ fingerprints }: DecodedFile): WholeFingerprint[] {
  return (['pdq', 'sha256', 'md5'] as const).flatMap((wanted) =>
    fingerprints
      .filter(({ kind, variant }) => kind === wanted && variant === 'whole')
      .map(({ kind, variant, value, quality }) => ({ kind, variant, value, ...(quality === undefined ? {} : { quality }) })),
  );
}
