/** How does the server use one decoder child, and what happens when the child misbehaves? One job at a time; every failure costs at most the child. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { type DecodeCode, DecodeError, isDecodeCode } from './decode-error.ts';
import { contentOf, Ready, Refused } from './job.ts';
import { chunkBytes, type Frame, type FrameKind, FrameReader, headerOf } from './pipe-frames.ts';
import type { Job } from './read-job.ts';
import type { Sandbox } from './sandbox.ts';

export interface DecoderLimits {
  /** A file with more bytes is `image/too-large`; reading stops there. */
  readonly maxBytes: number;
  /** Time for all bytes to arrive. */
  readonly receiveMs: number;
  /** Time from the last byte to the answer. */
  readonly decodeMs: number;
  /** Resident memory at which the child is killed. */
  readonly maxMemoryBytes: number;
}

export interface JobAnswer {
  readonly kind: 'fingerprints' | 'preview';
  readonly payload: Buffer;
  /** As counted on this side. */
  readonly sizeBytes: number;
}

/** How often memory is looked at while a job runs. */
const memoryPollMs = 50;
/** A child that has not warmed up by then never will. */
const startMs = 60_000;

type Process = ChildProcessByStdio<Writable, Readable, null>;

/** How a job ends on the child's side: its answer, or its death with the code that explains it. */
type Ending = { readonly frame: Frame } | { readonly died: DecodeCode };

/** What was passed on of a file. */
interface Fed {
  readonly sizeBytes: number;
  /** Whether the source came to its end. */
  readonly isWhole: boolean;
  /** Why reading stopped on this side, if it did. */
  readonly failed?: { readonly reason: unknown };
}

export class Decoder {
  readonly #process: Process;
  readonly #sandbox: Sandbox;
  readonly #closed: Promise<void>;
  readonly #started = Promise.withResolvers<Ready>();
  #ending: PromiseWithResolvers<Ending> | undefined;
  #killedFor: DecodeCode | undefined;
  #hasDroppedRoot = false;
  #isGone = false;
  #jobs = 0;

  /** Starts `program` inside the sandbox with an empty environment; it must send `ready`. Rejects with a DecodeError `decode/crashed` when it does not. */
  static async start(program: readonly string[], sandbox: Sandbox): Promise<Decoder> {
    const decoder = new Decoder(program, sandbox);
    const timer = setTimeout(() => decoder.#kill('decode/crashed'), startMs);
    try {
      decoder.#hasDroppedRoot = (await decoder.#started.promise).hasDroppedRoot;
      return decoder;
    } finally {
      clearTimeout(timer);
    }
  }

  private constructor(program: readonly string[], sandbox: Sandbox) {
    this.#sandbox = sandbox;
    const [command = '', ...args] = [...sandbox.wrap, ...program];
    this.#process = spawn(command, args, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
    this.#closed = new Promise((resolve) => {
      const end = (): void => {
        this.#isGone = true;
        const died = this.#killedFor ?? 'decode/crashed';
        this.#started.reject(new DecodeError(died));
        this.#ending?.resolve({ died });
        resolve();
      };
      this.#process.once('close', end);
      this.#process.once('error', end);
    });
    // A write to a dead child fails here; its death is dealt with above.
    this.#process.stdin.on('error', () => {});
    const reader = new FrameReader(['ready', 'fingerprints', 'preview', 'refused']);
    this.#process.stdout.on('data', (piece: Buffer) => {
      try {
        for (const frame of reader.push(piece)) this.#receive(frame);
      } catch {
        this.#kill('decode/crashed');
      }
    });
  }

  /** Whether the child runs without root's rights. */
  get hasDroppedRoot(): boolean {
    return this.#hasDroppedRoot;
  }

  /** Jobs it has been given so far. */
  get jobs(): number {
    return this.#jobs;
  }

  /** False once it died or was killed; it takes no more jobs then. */
  get isUsable(): boolean {
    const { exitCode, signalCode } = this.#process;
    return !this.#isGone && this.#killedFor === undefined && exitCode === null && signalCode === null;
  }

  /** Ends the child and resolves once it is gone; a job under way rejects with `code`. */
  async stop(code: DecodeCode): Promise<void> {
    this.#kill(code);
    await this.#closed;
  }

  /**
   * Streams the bytes to the child and gives its answer. Holds one chunk at a time: the next is asked for when the pipe has room. Stops reading as soon
   * as the child has answered or died, or a limit is reached. Rejects with a DecodeError, or with the source's own error when the source fails.
   */
  async run(job: Job, bytes: AsyncIterable<Uint8Array>, limits: DecoderLimits): Promise<JobAnswer> {
    this.#jobs++;
    const ending = Promise.withResolvers<Ending>();
    this.#ending = ending;
    if (this.#isGone) ending.resolve({ died: 'decode/crashed' });
    const memory = this.#watchMemory(limits.maxMemoryBytes);
    let deadline = setTimeout(() => this.#kill('image/too-slow'), limits.receiveMs);
    try {
      await this.#write('job', Buffer.from(JSON.stringify(job)), ending.promise);
      const fed = await this.#feed(bytes, limits.maxBytes, ending.promise);
      clearTimeout(deadline);
      deadline = setTimeout(() => this.#kill('image/too-slow'), limits.decodeMs);
      await this.#write(fed.failed === undefined ? 'end' : 'abort', Buffer.alloc(0), ending.promise);
      // Also after an abort: the child's one answer is waited for, so that it cannot be taken for the next job's.
      const end = await ending.promise;
      if (fed.failed !== undefined) throw fed.failed.reason;
      if ('died' in end) throw new DecodeError(end.died);
      // Only a refusal may come before the last byte: an answer to half a file is a made-up one.
      if (!fed.isWhole && end.frame.kind !== 'refused') throw this.#distrust();
      return this.#answerOf(end.frame, fed.sizeBytes, job);
    } finally {
      clearTimeout(deadline);
      clearInterval(memory);
      this.#ending = undefined;
    }
  }

  #answerOf({ kind, payload }: Frame, sizeBytes: number, job: Job): JobAnswer {
    if (kind === 'refused') {
      const { code } = contentOf(Refused, payload);
      if (isDecodeCode(code)) throw new DecodeError(code);
    }
    if (kind === 'fingerprints' && job.kind === 'fingerprint') return { kind, payload, sizeBytes };
    if (kind === 'preview' && job.kind === 'preview') return { kind, payload, sizeBytes };
    throw this.#distrust();
  }

  /** Ends a child that does not keep to what was agreed. */
  #distrust(): DecodeError {
    this.#kill('decode/crashed');
    return new DecodeError('decode/crashed');
  }

  /** Passes the source on, chunk by chunk, until it ends, fails, grows too large, or the job has ended on the other side. */
  async #feed(bytes: AsyncIterable<Uint8Array>, maxBytes: number, ending: Promise<Ending>): Promise<Fed> {
    const source = bytes[Symbol.asyncIterator]();
    const ended = ending.then(() => 'ended' as const);
    let sizeBytes = 0;
    /** Tells the source that no more is wanted. Not awaited: a source that is waiting for its own next chunk answers only after it. */
    const leave = (): void => void Promise.resolve(source.return?.()).catch(() => {});
    try {
      for (;;) {
        const next = await Promise.race([source.next(), ended]);
        if (next === 'ended') {
          leave();
          return { sizeBytes, isWhole: false };
        }
        if (next.done === true) return { sizeBytes, isWhole: true };
        sizeBytes += next.value.length;
        if (sizeBytes > maxBytes) {
          leave();
          return { sizeBytes, isWhole: false, failed: { reason: new DecodeError('image/too-large') } };
        }
        for (let at = 0; at < next.value.length; at += chunkBytes) {
          await this.#write('chunk', next.value.subarray(at, at + chunkBytes), ending);
        }
      }
    } catch (reason) {
      return { sizeBytes, isWhole: false, failed: { reason } };
    }
  }

  /** Resolves when the pipe has room again, or the job has ended. */
  async #write(kind: FrameKind, payload: Uint8Array, ending: Promise<Ending>): Promise<void> {
    const { stdin } = this.#process;
    stdin.write(headerOf(kind, payload.length));
    if (stdin.write(payload) || stdin.destroyed) return;
    const drained = Promise.withResolvers<void>();
    stdin.once('drain', drained.resolve);
    await Promise.race([drained.promise, ending]);
    stdin.off('drain', drained.resolve);
  }

  #receive(frame: Frame): void {
    if (frame.kind === 'ready') this.#started.resolve(contentOf(Ready, frame.payload));
    else if (this.#ending !== undefined) this.#ending.resolve({ frame });
    else this.#kill('decode/crashed');
  }

  #watchMemory(maxMemoryBytes: number): NodeJS.Timeout | undefined {
    const { residentBytesOf } = this.#sandbox;
    const { pid } = this.#process;
    if (residentBytesOf === undefined || pid === undefined) return undefined;
    return setInterval(() => {
      if (residentBytesOf(pid) > maxMemoryBytes) this.#kill('decode/crashed');
    }, memoryPollMs);
  }

  #kill(code: DecodeCode): void {
    if (this.#isGone) return;
    this.#killedFor ??= code;
    this.#process.kill('SIGKILL');
  }
}
