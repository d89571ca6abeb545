/** How does an untrusted video become fingerprints without the server touching a frame? A few children around ffmpeg, a bounded queue before them. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { areTooSparse, type Fingerprint, type VideoFrame } from '@likeness/fingerprint';
import { Refusal } from '../config/refusal.ts';
import { probeSandbox, type Sandbox, sentences } from './sandbox.ts';
import type { Still } from './still-strip.ts';
import { VideoError } from './video-error.ts';
import type { WhichFrames } from './video-ffmpeg.ts';
import { type FoundFrames, type VideoLimits, VideoProcess, type VideoPrograms } from './video-process.ts';
import { type HeldVideo, holdVideo, type SourceLimits, type VideoSource } from './video-source.ts';

export type { WhichFrames } from './video-ffmpeg.ts';
export type { VideoSource } from './video-source.ts';

export interface DecodedVideo {
  /** Sizes in pixels as shown, after turning. */
  readonly width: number;
  readonly height: number;
  /** As the container states, else the time of the last hashed frame. */
  readonly seconds: number;
  /** By ffmpeg's name: `h264`, `vp9`, ... */
  readonly codec: string;
  readonly sizeBytes: number;
  /** SHA-256 and MD5 of the file. */
  readonly fingerprints: readonly Fingerprint[];
  /** The vPDQ. Numbers count all frames decoded: of a keyframe pass, keyframes only. Exact at one frame a second; else large frames are halved before. */
  readonly frames: readonly VideoFrame[];
  /** Whether the file is broken somewhere. What a player would still show is hashed all the same, or breaking a file would be a way around. */
  readonly isDamaged: boolean;
}

export interface TriagedVideo {
  readonly keyframes: DecodedVideo;
  /** The exact pass, made only when the keyframes were a reason to, or too few to tell. */
  readonly exact: DecodedVideo | undefined;
}

export interface VideoReader {
  /** Hashes one video. Rejects with a VideoError; with the source's own error when the source fails. */
  fingerprintVideo(source: VideoSource, which?: WhichFrames): Promise<DecodedVideo>;
  /**
   * Hashes the keyframes, and where `isWorthExactPass` finds them a reason, or they are too few to tell (`areTooSparse`), the same bytes again exactly.
   * Rejects as `fingerprintVideo` does.
   */
  triageVideo(source: VideoSource, isWorthExactPass: (keyframes: readonly VideoFrame[]) => boolean): Promise<TriagedVideo>;
  /** A few frames of a video that is sent, small and grey, spread over its length; nothing of them is kept. Rejects as `fingerprintVideo` does. */
  stillsOf(bytes: AsyncIterable<Uint8Array>): Promise<readonly Still[]>;
  /** What is missing, in plain words: protections around the children, or ffmpeg itself. */
  limitations(): readonly string[];
  /** Ends the children. What is under way or waiting rejects with `decode/busy`. */
  close(): Promise<void>;
}

export interface VideoReaderOptions extends Partial<VideoLimits>, Partial<SourceLimits> {
  /** Refuse to open when a protection is missing (`LIKENESS_REQUIRE_SANDBOX`). */
  readonly requireSandbox?: boolean;
  /** Videos decoded at once, one core each. Default: one per core. */
  readonly children?: number;
  /** Videos at work or waiting at once; one more is refused with `decode/busy`. Default: 4 per child. */
  readonly capacity?: number;
  /** Where programs are looked for, as in the environment variable of that name. */
  readonly searchPath?: string;
  /** For tests: another sandbox than this machine's, another program than the child. */
  readonly sandbox?: Sandbox;
  readonly program?: readonly string[];
}

const mebibyte = 1024 * 1024;
const passesPerChild = 200;
/** Somebody waits before the page. */
const stillsMs = 20_000;
const usualPath = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].join(delimiter);
const noFfmpeg = 'Videos cannot be read here: ffmpeg and ffprobe, version 5.1 or newer, are not installed.';

/** Looks for ffmpeg and for the walls around it. Resolves without ffmpeg too: then every video is refused with `video/unavailable`. */
export async function openVideoReader(options: VideoReaderOptions = {}): Promise<VideoReader> {
  const sandbox = options.sandbox ?? (await probeSandbox());
  if (options.requireSandbox === true && sandbox.missing.length > 0) {
    throw new Refusal('decode/sandbox', `LIKENESS_REQUIRE_SANDBOX is set, but: ${sandbox.missing.join(' ')}`);
  }
  const programs = await findPrograms(options.searchPath ?? [process.env['PATH'] ?? '', usualPath].join(delimiter));
  return new Reader(options, sandbox, programs);
}

/** A place for one video at a time, with the child that served it before, if there is one. */
interface Seat {
  child: VideoProcess | undefined;
}

/** A video in the hands of a child. */
interface Held {
  readonly child: VideoProcess;
  readonly video: HeldVideo;
  readonly programs: VideoPrograms;
}

class Reader implements VideoReader {
  readonly #options: VideoReaderOptions;
  readonly #sandbox: Sandbox;
  readonly #programs: VideoPrograms | undefined;
  readonly #limits: VideoLimits & SourceLimits;
  readonly #seats: readonly Seat[];
  readonly #free: Seat[];
  readonly #waiting: PromiseWithResolvers<Seat>[] = [];
  readonly #capacity: number;
  #accepted = 0;
  #isClosed = false;

  constructor(options: VideoReaderOptions, sandbox: Sandbox, programs: VideoPrograms | undefined) {
    const children = options.children ?? availableParallelism();
    this.#options = options;
    this.#sandbox = sandbox;
    this.#programs = programs;
    this.#seats = Array.from({ length: children }, () => ({ child: undefined }));
    this.#free = [...this.#seats];
    this.#capacity = options.capacity ?? 4 * children;
    this.#limits = {
      maxBytes: options.maxBytes ?? 512 * mebibyte,
      maxFileBytes: options.maxFileBytes ?? 64 * 1024 * mebibyte,
      maxSeconds: options.maxSeconds ?? 4 * 3600,
      maxFrames: options.maxFrames ?? 1_000_000,
      maxPixels: options.maxPixels ?? 16 * mebibyte,
      maxHashes: options.maxHashes ?? 50_000,
      maxMs: options.maxMs ?? 30 * 60_000,
      maxMemoryBytes: options.maxMemoryBytes ?? 1024 * mebibyte,
    };
  }

  async fingerprintVideo(source: VideoSource, which: WhichFrames = 'every-second'): Promise<DecodedVideo> {
    return this.#withHeld(source, ({ child, video, programs }) => this.#decode(child, video, which, programs));
  }

  async triageVideo(source: VideoSource, isWorthExactPass: (keyframes: readonly VideoFrame[]) => boolean): Promise<TriagedVideo> {
    return this.#withHeld(source, async ({ child, video, programs }) => {
      const read = (which: WhichFrames): Promise<DecodedVideo> => this.#decode(child, video, which, programs);
      const keyframes = await read('keyframes');
      const isDoubtful = areTooSparse(keyframes.frames, keyframes.seconds) || isWorthExactPass(keyframes.frames);
      return { keyframes, exact: isDoubtful ? await read('every-second') : undefined };
    });
  }

  async stillsOf(bytes: AsyncIterable<Uint8Array>): Promise<readonly Still[]> {
    const limits = { ...this.#limits, maxMs: Math.min(this.#limits.maxMs, stillsMs) };
    return this.#withHeld({ bytes }, ({ child, programs }) => child.stills(limits, programs));
  }

  limitations(): readonly string[] {
    return [...(this.#programs === undefined ? [noFfmpeg] : []), ...this.#sandbox.missing, ...this.#sandbox.remarks];
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new VideoError('decode/busy'));
    await Promise.all(this.#seats.map(({ child }) => child?.stop('decode/busy')));
  }

  /** Waits for a place before the first byte is taken, so that no more is held in memory than is worked on. */
  async #withHeld<T>(source: VideoSource, work: (held: Held) => Promise<T>): Promise<T> {
    const programs = this.#programs;
    if (programs === undefined) throw new VideoError('video/unavailable', noFfmpeg);
    if (this.#isClosed || this.#accepted >= this.#capacity) throw new VideoError('decode/busy');
    this.#accepted++;
    try {
      const seat = this.#free.pop() ?? (await this.#wait());
      try {
        const child = await this.#childOf(seat);
        try {
          const video = await holdVideo(source, this.#limits, (file) => child.open(file));
          try {
            return await work({ child, video, programs });
          } finally {
            await video.close();
          }
        } finally {
          child.release();
        }
      } finally {
        this.#leave(seat);
      }
    } finally {
      this.#accepted--;
    }
  }

  /** The seat's child, or a new one where there is none, it died, or it has read so many that nothing in it should live longer. */
  async #childOf(seat: Seat): Promise<VideoProcess> {
    if (seat.child?.isUsable === true && seat.child.passes < passesPerChild) return seat.child;
    void seat.child?.stop('decode/crashed');
    const child = await VideoProcess.start(this.#sandbox, this.#options.program);
    seat.child = child;
    if (this.#isClosed) await child.stop('decode/busy');
    if (this.#options.requireSandbox === true && !child.hasDroppedRoot) {
      await child.stop('video/unavailable');
      throw new VideoError('video/unavailable', sentences.root);
    }
    return child;
  }

  async #decode(child: VideoProcess, video: HeldVideo, which: WhichFrames, programs: VideoPrograms): Promise<DecodedVideo> {
    const [found, fingerprints] = await settledBoth(child.decode(which, this.#limits, programs), video.exact());
    return { ...found, seconds: secondsOf(found), sizeBytes: video.sizeBytes, fingerprints };
  }

  #wait(): Promise<Seat> {
    const waiting = Promise.withResolvers<Seat>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  #leave(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(seat);
    else next.resolve(seat);
  }
}

/** Both results; rejects with the first's error before the second's, and only when neither works any more on what will then be closed. */
async function settledBoth<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

const secondsOf = ({ seconds, frames }: FoundFrames): number => seconds ?? frames.at(-1)?.atSeconds ?? 0;

async function findPrograms(searchPath: string): Promise<VideoPrograms | undefined> {
  const [ffmpeg, ffprobe] = await Promise.all([findProgram('ffmpeg', searchPath), findProgram('ffprobe', searchPath)]);
  if (ffmpeg === undefined || ffprobe === undefined) return undefined;
  try {
    const { stdout } = await promisify(execFile)(ffmpeg, ['-version'], { env: {}, timeout: 20_000 });
    const [, major, minor] = /^ffmpeg version n?(\d+)\.(\d+)/.exec(stdout) ?? [];
    // A version without a number is a build from the sources of its day.
    const isTooOld = major !== undefined && Number(major) + Number(minor) / 100 < 5.01;
    return isTooOld ? undefined : { ffmpeg, ffprobe };
  } catch {
    return undefined;
  }
}

async function findProgram(name: string, searchPath: string): Promise<string | undefined> {
  for (const folder of searchPath.split(delimiter)) {
    if (!folder.startsWith('/')) continue;
    const program = join(folder, name);
    try {
      await access(program, constants.X_OK);
      return program;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
