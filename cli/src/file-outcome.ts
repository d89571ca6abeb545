/** What came of one file, as data: its fingerprints, or why it has none? The same for every command that reads files. */
import { problems } from '@likeness/contract/problems';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { DecodeCode } from '@likeness/server/decode/decode-error';
import type { DecodedFile } from '@likeness/server/decode/pool';
import type { DecodedVideo } from '@likeness/server/decode/video';
import type { VideoCode } from '@likeness/server/decode/video-error';
import { frameFingerprints, vpdqOf } from '@likeness/server/decode/vpdq';

/** Why a file has no fingerprints: the decoder's code, or one of `file/...`. */
export interface FileFailure {
  readonly code: string;
  readonly message: string;
}

/** What was computed from a file: of a picture or of a video. */
export type FileRead = { readonly decoded: DecodedFile } | { readonly video: DecodedVideo };

export type FileOutcome = FileRead | { readonly failure: FileFailure };

/** What an upload of this file is screened by: of an animation the middle and last frame too, of a video its frames; read it with the pool's `asUpload`. */
export function screenedBy(read: FileRead): readonly (Fingerprint | DecodedFile['derived'][number])[] {
  return 'video' in read
    ? [...read.video.fingerprints, ...frameFingerprints(read.video)]
    : [...read.decoded.fingerprints, ...read.decoded.laterFrames, ...read.decoded.derived];
}

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

/** The registry's title says what is wrong with a file. What to do is said here: its details are written for callers of the API, and nothing is sent from a terminal. */
const whatToDo: Readonly<Record<DecodeCode | VideoCode, string>> = {
  'image/empty': 'It may have been cut off before anything was copied.',
  'image/unsupported-type':
    'JPEG, PNG, WebP, GIF, AVIF and HEIC pictures can, and videos of the usual kinds. A file is judged by its content, not its name.',
  'image/damaged': 'It ends too early or cannot be decoded. Copy it again from where it came from, or save it anew.',
  'image/cmyk': 'Save it as an ordinary RGB picture first: programs read CMYK differently, so its fingerprint would not be reliable.',
  'image/too-many-pixels': 'At most 50 megapixels are read. Make a smaller copy.',
  'image/too-many-frames': 'At most 10,000 frames are read. Cut a shorter piece out of it.',
  'image/too-large': 'LIKENESS_MAX_UPLOAD_BYTES sets how large a file may be.',
  'image/too-slow': 'Save it anew in a plain format.',
  'video/unsupported-type': 'MP4, MOV, WebM, Matroska, AVI, MPEG, FLV, Ogg and WMV can, with a common codec.',
  'video/damaged': 'No frame of it can be decoded. It may have been cut off while it was copied.',
  'video/no-frames': 'It holds sound alone, or lasts no time at all.',
  'video/too-long': 'Up to four hours are read. Cut it into pieces.',
  'video/too-many-frames': 'Cut it into pieces, or save it at an ordinary frame rate.',
  'video/too-many-pixels': 'Frames of up to 16 megapixels are read. Make a smaller copy.',
  'video/too-large': 'Cut it into pieces, or save it at a lower bit rate.',
  'video/too-slow': 'Cut it into pieces, or save it in a plainer format.',
  'video/unavailable': '',
  'decode/busy': 'Start the command again.',
  'decode/crashed': 'The file may be damaged. Save it anew.',
};

function sentenceOf(code: DecodeCode | VideoCode, detail: string): string {
  // What is missing is said by whoever misses it; the title speaks of a server.
  if (code === 'video/unavailable') return detail;
  const { title, detail: usual } = problems[code];
  return `${title}. ${detail === usual ? whatToDo[code] : detail}`.trimEnd();
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
