/** What came of one file, as data: its fingerprints, or why it has none? The same for every command that reads files. */
import { type ProblemCode, problems } from '@likeness/contract';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { DecodedFile } from '@likeness/server/decode/pool';
import type { DecodedVideo } from '@likeness/server/decode/video';
import { vpdqOf } from '@likeness/server/decode/vpdq';

/** Why a file has no fingerprints: the decoder's code, or one of `file/...`. */
export interface FileFailure {
  readonly code: string;
  readonly message: string;
}

/** What was computed from a file: of a picture or of a video. */
export type FileRead = { readonly decoded: DecodedFile } | { readonly video: DecodedVideo };

export type FileOutcome = FileRead | { readonly failure: FileFailure };

/** Thrown by whoever reads a file, for a reason that the system's error codes do not name. */
export class FileError extends Error {
  readonly code: `file/${string}`;

  constructor(code: `file/${string}`, message: string) {
    super(message);
    this.code = code;
  }
}

/** Does the work and names what went wrong with the file. Rejects when something else went wrong. */
export async function outcomeOf(work: () => Promise<FileRead>): Promise<FileOutcome> {
  try {
    return await work();
  } catch (error) {
    return { failure: await failureOf(error) };
  }
}

/** The failure of a file that this error speaks of. Throws the error when it does not speak of a file. */
export async function failureOf(error: unknown): Promise<FileFailure> {
  const { DecodeError } = await import('@likeness/server/decode/decode-error');
  const { VideoError } = await import('@likeness/server/decode/video-error');
  // It stops everything, whatever file it was met at.
  if (error instanceof Refusal) throw error;
  if (error instanceof FileError) return { code: error.code, message: error.message };
  if (error instanceof DecodeError || error instanceof VideoError)
    return { code: error.code, message: sentenceOf(error.code, error.message) };
  const code = systemErrorCode(error);
  if (code === 'ENOENT') return { code: 'file/missing', message: 'There is no such file.' };
  if (code !== undefined) return { code: 'file/unreadable', message: `The file cannot be read: ${plainReason(error)}.` };
  throw error;
}

/** The registry's sentences are written for a caller of the API; at a terminal the title says what is wrong, the rest what to do. */
function sentenceOf(code: ProblemCode, detail: string): string {
  const { title } = problems[code];
  // What is missing is said by whoever misses it; the title speaks of a server.
  if (code === 'video/unavailable') return detail;
  return code === 'image/empty' ? `${title}.` : `${title}. ${detail}`;
}

/** One JSON line. */
export interface Result {
  readonly file: string;
  readonly [field: string]: unknown;
}

/**
 * The fixed form of a JSON line (docs/formats/hash-output.md): `{"file","width","height","fingerprints"}`, of a video with `"durationSeconds"`, or
 * `{"file","error":{"code","message"}}`.
 */
export function resultOf(file: string, outcome: FileOutcome, withVariants: boolean): Result {
  if ('failure' in outcome) return failedResultOf(file, outcome.failure);
  const fingerprints = printedOf(outcome, withVariants);
  if ('decoded' in outcome) return { file, width: outcome.decoded.width, height: outcome.decoded.height, fingerprints };
  const { width, height, seconds, isDamaged } = outcome.video;
  return { file, width, height, durationSeconds: seconds, ...(isDamaged ? { damaged: true } : {}), fingerprints };
}

/** The fixed form of a file that has no fingerprints. */
export function failedResultOf(file: string, { code, message }: FileFailure): Result {
  return { file, error: { code, message } };
}

type Fingerprint = DecodedFile['fingerprints'][number];

export interface PrintedFingerprint {
  readonly kind: Fingerprint['kind'];
  readonly variant: Fingerprint['variant'] | DecodedFile['derived'][number]['variant'];
  readonly value: string;
  readonly quality?: number;
}

/**
 * The fingerprints in the fixed order and fields of the output: those of the file as it stands, then, if asked for, the seven turns and the other views. A
 * vPDQ is one value: the JSON form of the reference.
 */
export function printedOf(read: FileRead, withVariants: boolean): PrintedFingerprint[] {
  if ('video' in read) {
    const { fingerprints } = read.video;
    return [{ kind: 'vpdq', variant: 'whole', value: vpdqOf(read.video) }, ...inOrder(fingerprints, ['sha256', 'md5'])];
  }
  const { fingerprints, derived } = read.decoded;
  const whole = fingerprints.filter(({ variant }) => variant === 'whole');
  const others = fingerprints.filter(({ variant }) => variant !== 'whole');
  return [
    ...inOrder(whole, ['pdq', 'sha256', 'md5']),
    ...(withVariants
      ? [...inOrder(others, ['pdq']), ...derived.map(({ kind, variant, value, quality }) => ({ kind, variant, value, quality }))]
      : []),
  ];
}

/** Those of the kinds, kind by kind, with the fields in their order. */
function inOrder(fingerprints: readonly Fingerprint[], kinds: readonly Fingerprint['kind'][]): PrintedFingerprint[] {
  return kinds.flatMap((wanted) =>
    fingerprints
      .filter(({ kind }) => kind === wanted)
      .map(({ kind, variant, value, quality }) => ({ kind, variant, value, ...(quality === undefined ? {} : { quality }) })),
  );
}
