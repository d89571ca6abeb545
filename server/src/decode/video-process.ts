/** How is a child around ffmpeg started, watched and ended? The server's side of video-child.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { frameOfVpdqLine, type VideoFrame } from '@likeness/fingerprint';
import type { Sandbox } from './sandbox.ts';
import type { Still } from './still-strip.ts';
import { isVideoCode, type VideoCode, VideoError } from './video-error.ts';
import type { WhichFrames } from './video-ffmpeg.ts';
import { longestLuma, type Said, saidBy } from './video-messages.ts';
import type { Order } from './video-order.ts';
import { stillsAtMost } from './video-stills.ts';

export interface VideoLimits {
  /** The longest video, by its header and by its frames' own times. */
  readonly maxSeconds: number;
  /** The most frames that are decoded, hashed or not. */
  readonly maxFrames: number;
  /** Width times height. */
  readonly maxPixels: number;
  /** The most frames that are hashed. */
  readonly maxHashes: number;
  /** Time of one pass from start to end; also the processor time of ffmpeg. */
  readonly maxMs: number;
  /** Resident memory of the child and of ffmpeg, each. */
  readonly maxMemoryBytes: number;
}

export interface VideoPrograms {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

/** What the child found, before the server adds what it knows itself. */
export interface FoundFrames {
  /** Sizes in pixels as shown, after turning. */
  readonly width: number;
  readonly height: number;
  /** By ffmpeg's name. */
  readonly codec: string;
  readonly seconds: number | undefined;
  readonly frames: readonly VideoFrame[];
  /** Whether ffmpeg met errors: the frames are what a player would show, but not all that once was there. */
  readonly isDamaged: boolean;
}

const longestLine = 512;
/** Only while stills are awaited. */
const longestStillLine = longestLine + longestLuma;
/** How often memory is looked at while a pass runs. */
const memoryPollMs = 100;
/** A child that has not come up by then never will; nor will one that does not open a file. */
const answerMs = 60_000;
/** A child asked to end ends ffmpeg first, and sees it gone; one that has not by then is killed together with it. */
const endMs = 1000;
/** The child is TypeScript, run by Node itself as everything here is. */
const childProgram = [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  fileURLToPath(new URL('./video-child.ts', import.meta.url)),
];

/** What is awaited of the child: called with each line it says; answers false when that line was not to be expected. */
type Listener = (said: Said | VideoFrame) => boolean;

export class VideoProcess {
  readonly #process: ChildProcess;
  readonly #sandbox: Sandbox;
  readonly #gone: Promise<void>;
  #listener: Listener | undefined;
  #failed: VideoError | undefined;
  #whenFailed = Promise.withResolvers<never>();
  #rest = '';
  #longestLine = longestLine;
  #hasDroppedRoot = false;
  #passes = 0;

  /** Starts a child inside the sandbox, with an empty environment. Rejects with a VideoError when it does not come up. */
  static async start(sandbox: Sandbox, program: readonly string[] = childProgram): Promise<VideoProcess> {
    const child = new VideoProcess(sandbox, program);
    await child.#await((said, done) => {
      if (!('kind' in said) || said.kind !== 'ready') return false;
      child.#hasDroppedRoot = said.hasDroppedRoot;
      done(undefined);
      return true;
    });
    return child;
  }

  private constructor(sandbox: Sandbox, program: readonly string[]) {
    this.#sandbox = sandbox;
    const [command = '', ...args] = [...sandbox.wrap, ...program];
    // A group of its own, so that ffmpeg ends with the child however the child ends.
    this.#process = spawn(command, args, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'], detached: true });
    this.#whenFailed.promise.catch(() => {});
    this.#process.stdin?.on('error', () => {});
    this.#process.stdout?.setEncoding('latin1').on('data', (text: string) => this.#receive(text));
    this.#gone = new Promise((resolve) => {
      const end = (): void => {
        this.#kill();
        this.#fail(new VideoError('decode/crashed'));
        resolve();
      };
      this.#process.once('close', end).once('error', end);
    });
  }

  /** Whether the child runs without root's rights. */
  get hasDroppedRoot(): boolean {
    return this.#hasDroppedRoot;
  }

  /** False once it died or was ended; it takes no more work then. */
  get isUsable(): boolean {
    return this.#failed === undefined;
  }

  /** Passes that it has made. */
  get passes(): number {
    return this.#passes;
  }

  /** Lets the child open a file, in place of the one before. False when it may not read it. Rejects with a VideoError. */
  async open(file: string): Promise<boolean> {
    this.#order({ kind: 'open', file });
    return this.#await<boolean>((said, done) => {
      if (!('kind' in said) || (said.kind !== 'opened' && said.kind !== 'unreadable')) return false;
      done(said.kind === 'opened');
      return true;
    });
  }

  /** Reads the opened file once. Rejects with a VideoError; the child can still be used then, unless `isUsable` says otherwise. */
  async decode(which: WhichFrames, limits: VideoLimits, { ffmpeg, ffprobe }: VideoPrograms): Promise<FoundFrames> {
    this.#passes++;
    const { maxSeconds, maxFrames, maxPixels, maxHashes, maxMs } = limits;
    const maxCpuSeconds = Math.ceil(maxMs / 1000);
    this.#order({ kind: 'decode', which, ffmpeg, ffprobe, maxSeconds, maxFrames, maxPixels, maxHashes, maxCpuSeconds });
    const pids = this.#process.pid === undefined ? [] : [this.#process.pid];
    const memory = setInterval(() => this.#lookAtMemory(pids, limits.maxMemoryBytes), memoryPollMs);
    try {
      const frames: VideoFrame[] = [];
      let video: Extract<Said, { kind: 'video' }> | undefined;
      const found = await this.#await<FoundFrames | VideoError>((said, done) => {
        if (!('kind' in said)) return video !== undefined && frames.push(said) <= maxHashes;
        // Itself, two looks at the file, and two ways of decoding it.
        if (said.kind === 'working') return pids.push(said.pid) <= 5;
        if (said.kind === 'video' && video === undefined) video = said;
        else if (said.kind === 'end' && video !== undefined && frames.length > 0) {
          const { width, height, codec, seconds } = video;
          done({ width, height, codec, seconds, frames, isDamaged: said.isDamaged });
        } else if (said.kind === 'refused' && isVideoCode(said.code)) done(new VideoError(said.code));
        else return false;
        return true;
      }, limits.maxMs);
      if (found instanceof VideoError) throw found;
      return found;
    } finally {
      clearInterval(memory);
    }
  }

  /** A few small frames of the opened file. Rejects as `decode` does. */
  async stills(limits: Omit<VideoLimits, 'maxHashes'>, { ffmpeg, ffprobe }: VideoPrograms): Promise<readonly Still[]> {
    this.#passes++;
    const { maxSeconds, maxFrames, maxPixels, maxMs } = limits;
    this.#order({ kind: 'stills', ffmpeg, ffprobe, maxSeconds, maxFrames, maxPixels, maxCpuSeconds: Math.ceil(maxMs / 1000) });
    const pids = this.#process.pid === undefined ? [] : [this.#process.pid];
    const memory = setInterval(() => this.#lookAtMemory(pids, limits.maxMemoryBytes), memoryPollMs);
    this.#longestLine = longestStillLine;
    try {
      const stills: Still[] = [];
      const found = await this.#await<VideoError | null>((said, done) => {
        if (!('kind' in said)) return false;
        // Itself, a look at the header, and one for each still.
        if (said.kind === 'working') return pids.push(said.pid) <= stillsAtMost + 2;
        if (said.kind === 'still') return take(stills, said);
        if (said.kind === 'end' && stills.length > 0) done(null);
        else if (said.kind === 'refused' && isVideoCode(said.code)) done(new VideoError(said.code));
        else return false;
        return true;
      }, maxMs);
      if (found !== null) throw found;
      return stills;
    } finally {
      this.#longestLine = longestLine;
      clearInterval(memory);
    }
  }

  /** Lets go of the opened file: nobody holds what was held in memory of it any more. */
  release(): void {
    this.#order({ kind: 'close' });
  }

  /** Ends the child and ffmpeg, and resolves when they are gone; what is under way rejects with `code`. */
  async stop(code: VideoCode): Promise<void> {
    this.#fail(new VideoError(code));
    this.#process.stdin?.end();
    const timer = setTimeout(() => this.#kill(), endMs);
    await this.#gone;
    clearTimeout(timer);
  }

  #order(order: Order): void {
    this.#process.stdin?.write(`${JSON.stringify(order)}\n`);
  }

  async #await<T>(listen: (said: Said | VideoFrame, done: (result: T) => void) => boolean, withinMs = answerMs): Promise<T> {
    const answer = Promise.withResolvers<T>();
    this.#listener = (said) => listen(said, answer.resolve);
    const deadline = setTimeout(() => void this.stop('video/too-slow'), withinMs);
    try {
      return await Promise.race([answer.promise, this.#whenFailed.promise]);
    } finally {
      clearTimeout(deadline);
      this.#listener = undefined;
    }
  }

  #receive(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (this.#failed !== undefined) return;
      const said = frameOfVpdqLine(line) ?? saidBy(line);
      // Whatever else it says, it may be under someone else's control.
      if (line.length > this.#longestLine || said === undefined || this.#listener?.(said) !== true) void this.stop('decode/crashed');
    }
    if (this.#rest.length > this.#longestLine) {
      this.#rest = '';
      void this.stop('decode/crashed');
    }
  }

  #fail(error: VideoError): void {
    this.#failed ??= error;
    this.#whenFailed.reject(this.#failed);
  }

  #kill(): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Nobody is left in the group.
    }
  }

  #lookAtMemory(pids: readonly number[], maxBytes: number): void {
    const { residentBytesOf } = this.#sandbox;
    if (residentBytesOf === undefined) return;
    for (const pid of pids) {
      if (residentBytesOf(pid) > maxBytes) void this.stop('decode/crashed');
    }
  }
}

/** Takes a still in; false when it is one too many, not as long as it says, or of another size than those before. */
function take(stills: Still[], { width, height, luma: base64 }: Extract<Said, { kind: 'still' }>): boolean {
  const luma = Buffer.from(base64, 'base64');
  const [first] = stills;
  if (luma.length !== width * height || (first !== undefined && (first.width !== width || first.height !== height))) return false;
  return stills.push({ width, height, luma }) <= stillsAtMost;
}
