/** What are the fingerprints of these files? Needs no server and no database; nothing leaves this machine. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { systemErrorCode } from '@likeness/server/config/refusal';
import { formatOf, signatureBytes } from '@likeness/server/decode/file-format';
import type { DecodePool, FingerprintWish } from '@likeness/server/decode/pool';
import { derivedGroups } from '@likeness/server/decode/read-job';
import type { DecodedVideo, VideoReader } from '@likeness/server/decode/video';
import { looksLikeVideo, videoSignatureBytes } from '@likeness/server/decode/video-format';
import type { Call, Command, Option } from './command.ts';
import { FileError, type FileOutcome, type FileRead, outcomeOf, printedOf, resultOf } from './file-outcome.ts';
import { settingsHere } from './settings.ts';
import { shown } from './shown.ts';

export interface FilesWish extends FingerprintWish {
  /** Whether videos are read too; else they are refused as what is no picture. */
  readonly videos?: boolean;
}

/** What files are read with. */
interface Tools {
  readonly pool: DecodePool;
  readonly videos: LazyVideoReader | undefined;
}

/**
 * Calls `take` with each file's outcome, in the order given, as soon as it is known, and waits for it; as many files are at work at once as there are cores.
 * Opens its decoders for the duration.
 */
export async function decodeFiles(
  call: Call,
  files: readonly string[],
  take: (file: string, outcome: FileOutcome) => void | Promise<void>,
  { videos = false, ...wish }: FilesWish = {},
): Promise<void> {
  const { maxUploadBytes, requireSandbox } = settingsHere();
  const { openDecodePool } = await import('@likeness/server/decode/pool');
  const children = Math.min(files.length, availableParallelism());
  const pool = await openDecodePool({ children, capacity: children, maxBytes: maxUploadBytes, requireSandbox });
  call.atEnd(() => pool.close());
  const tools = { pool, videos: videos ? videoReaderFor(call, children, requireSandbox) : undefined };
  const underWay: Promise<FileOutcome>[] = [];
  let next = 0;
  for (const file of files) {
    for (; next < files.length && underWay.length < children; next++) underWay.push(decodeFile(tools, files[next] ?? '', wish));
    const outcome = await underWay.shift();
    if (outcome !== undefined) await take(file, outcome);
  }
}

/** The one reader of videos of a command. */
export interface LazyVideoReader {
  /** Opens it, the first time. */
  get(): Promise<VideoReader>;
  /** Ends what is under way, if it was ever opened. */
  close(): Promise<void>;
}

/** Opened when the first video asks for it, closed with the command. */
export function videoReaderFor(call: Call, children: number, requireSandbox: boolean, capacity = children): LazyVideoReader {
  let reader: Promise<VideoReader> | undefined;
  const lazy: LazyVideoReader = {
    get() {
      reader ??= import('@likeness/server/decode/video').then(({ openVideoReader }) =>
        openVideoReader({ children, capacity, requireSandbox }),
      );
      return reader;
    },
    async close() {
      const opened = await reader?.catch(() => undefined);
      await opened?.close();
    },
  };
  call.atEnd(() => lazy.close());
  return lazy;
}

function decodeFile({ pool, videos }: Tools, file: string, wish: FingerprintWish): Promise<FileOutcome> {
  return outcomeOf(async () => {
    const facts = await stat(file).catch((error: unknown) => {
      if (file === '-' && systemErrorCode(error) === 'ENOENT')
        throw new FileError('file/missing', 'Standard input is not read; save it to a file and name that.');
      throw error;
    });
    if (facts.isDirectory())
      throw new FileError('file/folder', 'This is a folder; name the files in it, or hash them all with likeness scan FOLDER.');
    if (!facts.isFile()) throw new FileError('file/not-a-file', 'This is not a regular file.');
    if (videos !== undefined && (await isVideo(file))) return { video: await (await videos.get()).fingerprintVideo({ file }) };
    return { decoded: await pool.fingerprint(createReadStream(file), wish) };
  });
}

async function isVideo(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(videoSignatureBytes), 0, videoSignatureBytes, 0);
    const start = buffer.subarray(0, bytesRead);
    return formatOf(start.subarray(0, signatureBytes)) === undefined && looksLikeVideo(start);
  } finally {
    await handle.close();
  }
}

/** The options that `wishOf` reads. */
export const readingOptions: readonly Option[] = [
  { name: 'fast', sentence: 'Decode large pictures at a reduced size: quicker, and a few bits away from the exact PDQ.' },
  { name: 'variants', sentence: 'Add the PDQ of each picture turned, without its borders, cropped, in regions and tilted.' },
];

export const hash: Command = {
  words: 'hash',
  operands: 'FILE...',
  summary: 'Print the fingerprints of pictures and videos.',
  explanation: `Computes PDQ (which ordinary edits barely change), SHA-256 and MD5 (which any change changes) of JPEG, PNG,
WebP, GIF, AVIF and HEIC files. A file is judged by its content, not its name. A PDQ quality under 50 means too
little detail to be matched. Nothing leaves this machine, and no server or database is needed.
Of a video it computes vPDQ, that is the PDQ of one frame a second, and SHA-256 and MD5. This needs ffmpeg and ffprobe,
version 5.1 or newer.

With --json each file is one line: {"file","width","height","fingerprints":[{"kind","variant","value","quality"}]}, of
a video with "durationSeconds", and with the vPDQ as one value: a JSON list of "hex,quality,seconds", as the reference
writes it; or {"file","error":{"code","message"}}. A file that is missing or cannot be read is named in its place, the
others are hashed, and the exit status is 1 at the end. docs/formats/hash-output.md has it all.`,
  options: readingOptions,
  examples: [
    { line: 'likeness hash holiday.jpg', sentence: 'Its size and three fingerprints, to read.' },
    { line: 'likeness hash --json *.jpg', sentence: 'One JSON line per file, for a program.' },
    { line: 'likeness hash --variants --json holiday.jpg', sentence: 'Also what finds it turned, cropped, or inside another picture.' },
    { line: 'likeness hash clip.mp4', sentence: 'Its length, its frames by the second, and two fingerprints of the file.' },
  ],
  async run(call) {
    let failed = 0;
    const take = (file: string, outcome: FileOutcome): void => {
      if ('failure' in outcome) failed++;
      printOutcome(call, file, outcome);
    };
    await decodeFiles(call, call.operands, take, { ...wishOf(call), videos: true });
    return failed === 0 ? 0 : 1;
  },
};

/** Which pixels are hashed: all of them, unless `--fast` was asked for; and with `--variants`, every view of them. */
export function wishOf(call: Call): Required<Pick<FingerprintWish, 'mode' | 'derived'>> {
  return { mode: call.option('fast') === undefined ? 'strict' : 'fast', derived: withVariants(call) ? derivedGroups : [] };
}

/** Whether the seven turns and the other views are printed. */
export function withVariants(call: Call): boolean {
  return call.option('variants') !== undefined;
}

/** One file's result: a JSON line with `--json`, else text on standard output, or the reason on standard error. */
export function printOutcome(call: Call, file: string, outcome: FileOutcome): void {
  if (call.json) call.print(JSON.stringify(resultOf(file, outcome, withVariants(call))));
  else if ('failure' in outcome) call.complain(`${shown(file)}: ${outcome.failure.message}`);
  else call.print(readable(file, outcome, withVariants(call)));
}

function readable(file: string, read: FileRead, variants: boolean): string {
  const { width, height } = 'video' in read ? read.video : read.decoded;
  const length = 'video' in read ? `, ${read.video.seconds.toFixed(1)} s${read.video.isDamaged ? ', damaged' : ''}` : '';
  const frames = 'video' in read ? read.video.frames.map(frameLine) : [];
  const lines = printedOf(read, variants)
    .filter(({ kind }) => kind !== 'vpdq')
    .map(({ kind, variant, value, quality }) =>
      [kind.padEnd(6), value, ...(quality === undefined ? [] : [`quality ${quality}`]), ...(variant === 'whole' ? [] : [variant])].join(
        '  ',
      ),
    );
  return [`${shown(file)}  ${width} x ${height}${length}`, ...[...frames, ...lines].map((line) => `  ${line}`)].join('\n');
}

function frameLine({ value, quality, atSeconds }: DecodedVideo['frames'][number]): string {
  return `vpdq    ${value}  quality ${quality}  at ${atSeconds.toFixed(1)} s`;
}
