/** How do untrusted files become fingerprints without the server touching a pixel? A few decoder children, a bounded queue before them. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DerivedFingerprint, DerivedGroup, Fingerprint } from '@likeness/fingerprint';
import { derivedGroupsOf, maxPixels as pixelLimit } from '@likeness/fingerprint';
import { Refusal } from '../config/refusal.ts';
import { DecodeError } from './decode-error.ts';
import { Decoder, type DecoderLimits, type JobAnswer } from './decoder.ts';
import type { FileFormat } from './file-format.ts';
import { contentOf, FoundFingerprints } from './job.ts';
import type { DecodeMode, PreviewWish } from './picture.ts';
import type { Job } from './read-job.ts';
import { probeSandbox, type Sandbox, sentences } from './sandbox.ts';

export interface DecodedFile {
  /** Sizes in pixels as shown, after orientation. */
  readonly width: number;
  readonly height: number;
  readonly format: FileFormat;
  readonly sizeBytes: number;
  /** PDQ of the whole and its seven turns (of an animation, its first frame), SHA-256, MD5. */
  readonly fingerprints: readonly Fingerprint[];
  /** PDQ of an animation's middle and last frame with their turns, as far as they differ; empty for everything that does not move. */
  readonly laterFrames: readonly Fingerprint[];
  /** PDQ of the views that were asked for beyond whole and turns (of an animation, of its first frame), as far as their quality reaches their floor. */
  readonly derived: readonly DerivedFingerprint[];
}

/** What one call may ask to be narrower than the pool's own limits. */
export interface FileLimits {
  readonly maxBytes?: number;
  readonly maxPixels?: number;
}

export interface FingerprintWish extends FileLimits {
  /** Default `strict`. */
  readonly mode?: DecodeMode;
  /** The groups of derived views to compute from the same decode. Default: none. */
  readonly derived?: readonly DerivedGroup[];
}

/** What an upload is screened by beyond whole and turns (`variants.ts` in the fingerprint room); with what the job compares, its parts and tilts. */
export const asUpload = (withParts: boolean): FingerprintWish => ({
  derived: [...derivedGroupsOf('upload'), ...(withParts ? derivedGroupsOf('job') : [])],
});

export interface DecodePool {
  /**
   * The fingerprints of a JPEG, PNG, WebP, GIF, AVIF or HEIC file, judged by its content. Streams: the source is read only as fast as a child takes it, and no further than needed.
   * Rejects with a DecodeError; with the source's own error when the source fails.
   */
  fingerprint(bytes: AsyncIterable<Uint8Array>, wish?: FingerprintWish): Promise<DecodedFile>;
  /** A small WebP made anew, without metadata. Rejects as `fingerprint` does. */
  preview(bytes: AsyncIterable<Uint8Array>, wish: PreviewWish, limits?: FileLimits): Promise<Uint8Array>;
  /** Whether all children are at work: one more file waits, so it ought to cost no more than it must. */
  readonly isBusy: boolean;
  /** Which protections are missing around the children, in plain words, for `/readyz` and the start message. */
  limitations(): readonly string[];
  /** Ends the children. Jobs under way or waiting reject with `decode/busy`: another process, or this one started again, can take them. */
  close(): Promise<void>;
}

export interface DecodePoolOptions {
  /** Refuse to open when a protection is missing (`LIKENESS_REQUIRE_SANDBOX`). */
  readonly requireSandbox?: boolean;
  /** Children, and so files decoded at once. Default: one per core. */
  readonly children?: number;
  /** Files at work or waiting at once; one more is refused with `decode/busy`. Default: 8 per child. */
  readonly capacity?: number;
  /** How long a file waits for a child before it is refused with `decode/busy`. Default: as long as it takes. */
  readonly waitMs?: number;
  readonly maxBytes?: number;
  /** A child is replaced after this many jobs, so that nothing in it lives long. */
  readonly jobsPerChild?: number;
  readonly receiveMs?: number;
  readonly decodeMs?: number;
  readonly maxMemoryBytes?: number;
  /** For tests: another sandbox than this machine's, another program than the child. */
  readonly sandbox?: Sandbox;
  readonly program?: readonly string[];
}

const mebibyte = 1024 * 1024;
/** The child is TypeScript, run by Node itself as everything here is. */
const childProgram = [process.execPath, '--disable-warning=ExperimentalWarning', fileURLToPath(new URL('./child.ts', import.meta.url))];

/** Starts the children and resolves when one can work. Throws a Refusal when none can be started, or `requireSandbox` is set and a protection is missing. */
export async function openDecodePool(options: DecodePoolOptions = {}): Promise<DecodePool> {
  const sandbox = options.sandbox ?? (await probeSandbox());
  const pool = new Pool(sandbox, options);
  const missing = [...sandbox.missing];
  try {
    if (!(await pool.hasDroppedRoot())) missing.push(sentences.root);
  } catch {
    await pool.close();
    throw new Refusal(
      'decode/crashed',
      'The picture decoder cannot be started: check that the installation is complete (npm ci) and that memory is left.',
    );
  }
  if (options.requireSandbox === true && missing.length > 0) {
    await pool.close();
    throw new Refusal('decode/sandbox', `LIKENESS_REQUIRE_SANDBOX is set, but: ${missing.join(' ')}`);
  }
  const limitations = [...missing, ...sandbox.remarks];
  return {
    async fingerprint(bytes, wish = {}) {
      const { maxPixels = pixelLimit, mode = 'strict', derived = [] } = wish;
      const job: Job = { kind: 'fingerprint', maxPixels, mode, derived: [...derived] };
      return pool.run(job, bytes, wish, ({ payload, sizeBytes }) => ({ ...contentOf(FoundFingerprints, payload), sizeBytes }));
    },
    async preview(bytes, { maxEdge, blur, greyscale, across = 1 }, limits = {}) {
      const job: Job = { kind: 'preview', maxPixels: limits.maxPixels ?? pixelLimit, maxEdge, blur, greyscale, across };
      return pool.run(job, bytes, limits, ({ payload }) => new Uint8Array(payload));
    },
    get isBusy() {
      return pool.isBusy;
    },
    limitations: () => limitations,
    close: () => pool.close(),
  };
}

/** A place for one child. The child is started ahead of the job that will use it. */
interface Seat {
  decoder: Promise<Decoder>;
}

class Pool {
  readonly #sandbox: Sandbox;
  readonly #program: readonly string[];
  readonly #limits: DecoderLimits;
  readonly #jobsPerChild: number;
  readonly #capacity: number;
  readonly #waitMs: number | undefined;
  readonly #seats: Seat[];
  readonly #free: Seat[];
  readonly #waiting: PromiseWithResolvers<Seat>[] = [];
  #accepted = 0;
  #isClosed = false;

  constructor(sandbox: Sandbox, options: DecodePoolOptions) {
    const children = options.children ?? availableParallelism();
    this.#sandbox = sandbox;
    this.#program = options.program ?? childProgram;
    this.#limits = {
      maxBytes: options.maxBytes ?? 64 * mebibyte,
      receiveMs: options.receiveMs ?? 60_000,
      decodeMs: options.decodeMs ?? 30_000,
      maxMemoryBytes: options.maxMemoryBytes ?? 1024 * mebibyte,
    };
    this.#jobsPerChild = options.jobsPerChild ?? 500;
    this.#capacity = options.capacity ?? 8 * children;
    this.#waitMs = options.waitMs;
    this.#seats = Array.from({ length: children }, () => ({ decoder: this.#start() }));
    this.#free = [...this.#seats];
  }

  /** Whether the first child could give up root. Rejects when it did not start. */
  async hasDroppedRoot(): Promise<boolean> {
    return (await Promise.any(this.#seats.map((seat) => seat.decoder))).hasDroppedRoot;
  }

  get isBusy(): boolean {
    return this.#free.length === 0;
  }

  async run<T>(job: Job, bytes: AsyncIterable<Uint8Array>, { maxBytes }: FileLimits, read: (answer: JobAnswer) => T): Promise<T> {
    if (this.#isClosed || this.#accepted >= this.#capacity) throw new DecodeError('decode/busy');
    this.#accepted++;
    try {
      const seat = this.#free.pop() ?? (await this.#wait());
      try {
        return await this.#runIn(
          seat,
          job,
          bytes,
          { ...this.#limits, maxBytes: Math.min(maxBytes ?? this.#limits.maxBytes, this.#limits.maxBytes) },
          read,
        );
      } finally {
        this.#release(seat);
      }
    } finally {
      this.#accepted--;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new DecodeError('decode/busy'));
    await Promise.allSettled(this.#seats.map(async (seat) => (await seat.decoder).stop('decode/busy')));
  }

  async #runIn<T>(
    seat: Seat,
    job: Job,
    bytes: AsyncIterable<Uint8Array>,
    limits: DecoderLimits,
    read: (answer: JobAnswer) => T,
  ): Promise<T> {
    let decoder = await seat.decoder.catch(() => undefined);
    // One that died while idle, or never came up, is replaced before any byte is read.
    if (decoder?.isUsable !== true) {
      seat.decoder = this.#start();
      decoder = await seat.decoder;
    }
    try {
      const answer = await decoder.run(job, bytes, limits);
      try {
        return read(answer);
      } catch {
        // What it sent is not what was agreed: it may be under someone else's control.
        await decoder.stop('decode/crashed');
        throw new DecodeError('decode/crashed');
      }
    } finally {
      if (!decoder.isUsable || decoder.jobs >= this.#jobsPerChild) {
        void decoder.stop('decode/crashed');
        if (!this.#isClosed) seat.decoder = this.#start();
      }
    }
  }

  #start(): Promise<Decoder> {
    const started = Decoder.start(this.#program, this.#sandbox);
    // Started ahead: a failure is met by whoever uses the seat.
    started.catch(() => {});
    return started;
  }

  async #wait(): Promise<Seat> {
    const waiting = Promise.withResolvers<Seat>();
    this.#waiting.push(waiting);
    if (this.#waitMs === undefined) return waiting.promise;
    const patience = setTimeout(() => {
      const at = this.#waiting.indexOf(waiting);
      // Whoever has a seat by now is out of the line.
      if (at >= 0) this.#waiting.splice(at, 1);
      waiting.reject(new DecodeError('decode/busy'));
    }, this.#waitMs);
    return waiting.promise.finally(() => clearTimeout(patience));
  }

  #release(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(seat);
    else next.resolve(seat);
  }
}
