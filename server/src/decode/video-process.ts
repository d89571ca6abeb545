/** How is one child that reads a video started, watched and ended? The server's side of video-child.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { frameOfVpdqLine, type VideoFrame } from '@likeness/fingerprint';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Sandbox, sentences } from './sandbox.ts';
import { isVideoCode, type VideoCode, VideoError } from './video-error.ts';
import type { WhichFrames } from './video-ffmpeg.ts';

export interface VideoLimits {
  /** The longest video, by its header and by its frames' own times. */
  readonly maxSeconds: number;
  /** The most frames that are decoded, hashed or not. */
  readonly maxFrames: number;
  /** Width times height. */
  readonly maxPixels: number;
  /** The most frames that are hashed. */
  readonly maxHashes: number;
  /** Time from start to end; also the processor time of ffmpeg. */
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

const closed = { additionalProperties: false } as const;
/** Nothing here has room for pixels. */
const Said = Type.Union([
  Type.Object({ kind: Type.Literal('ready'), hasDroppedRoot: Type.Boolean() }, closed),
  Type.Object({ kind: Type.Literal('working'), pid: Type.Integer({ minimum: 2 }) }, closed),
  Type.Object(
    {
      kind: Type.Literal('video'),
      width: Type.Integer({ minimum: 1 }),
      height: Type.Integer({ minimum: 1 }),
      codec: Type.String({ pattern: '^[a-z0-9]{1,20}$' }),
      seconds: Type.Optional(Type.Number({ minimum: 0 })),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('end'), isDamaged: Type.Boolean() }, closed),
  Type.Object({ kind: Type.Literal('refused'), code: Type.String({ maxLength: 64 }) }, closed),
]);
type Said = Static<typeof Said>;

const longestLine = 512;
/** A child asked to end ends ffmpeg first, and sees it gone; one that has not by then is killed together with it. */
const endMs = 1000;
/** How often memory is looked at. */
const memoryPollMs = 100;
/** The child is TypeScript, run by Node itself as everything here is. */
const childProgram = [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  fileURLToPath(new URL('./video-child.ts', import.meta.url)),
];

export interface VideoJob {
  readonly descriptor: number;
  readonly which: WhichFrames;
  readonly limits: VideoLimits;
  readonly programs: VideoPrograms;
  readonly sandbox: Sandbox;
  readonly requireSandbox: boolean;
  /** For tests: another program than the child. */
  readonly program?: readonly string[];
}

export class VideoProcess {
  readonly #job: VideoJob;
  readonly #process: ChildProcess;
  readonly #frames: VideoFrame[] = [];
  readonly #pids: number[] = [];
  #video: Extract<Said, { kind: 'video' }> | undefined;
  #end: Extract<Said, { kind: 'end' }> | undefined;
  #failed: VideoError | undefined;
  #rest = '';
  #lastWord: NodeJS.Timeout | undefined;

  /** Starts the child inside the sandbox, with an empty environment and the video as its one open file. */
  constructor(job: VideoJob) {
    this.#job = job;
    const { maxSeconds, maxFrames, maxPixels, maxHashes, maxMs } = job.limits;
    const numbers = [maxSeconds, maxFrames, maxPixels, maxHashes, Math.ceil(maxMs / 1000)].map(String);
    const [command = '', ...args] = [
      ...job.sandbox.wrap,
      ...(job.program ?? childProgram),
      job.programs.ffmpeg,
      job.programs.ffprobe,
      job.which,
      ...numbers,
    ];
    // A group of its own, so that ffmpeg ends with the child however the child ends.
    this.#process = spawn(command, args, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore', job.descriptor], detached: true });
    this.#process.stdin?.on('error', () => {});
    if (this.#process.pid !== undefined) this.#pids.push(this.#process.pid);
  }

  /** Resolves with what was found once the child is gone. Rejects with a VideoError. Call once. */
  async run(): Promise<FoundFrames> {
    const gone = Promise.withResolvers<void>();
    this.#process.once('close', gone.resolve).once('error', gone.resolve);
    this.#process.stdout?.setEncoding('latin1').on('data', (text: string) => this.#receive(text));
    const deadline = setTimeout(() => this.stop('video/too-slow'), this.#job.limits.maxMs);
    const memory = setInterval(() => void this.#lookAtMemory(), memoryPollMs);
    try {
      await gone.promise;
    } finally {
      clearTimeout(deadline);
      clearTimeout(this.#lastWord);
      clearInterval(memory);
      this.#kill();
    }
    if (this.#failed !== undefined) throw this.#failed;
    if (this.#video === undefined || this.#end === undefined) throw new VideoError('decode/crashed');
    const { width, height, codec, seconds } = this.#video;
    return { width, height, codec, seconds, frames: this.#frames, isDamaged: this.#end.isDamaged };
  }

  /** Ends the child and ffmpeg; `run` rejects with `code`. */
  stop(code: VideoCode, detail?: string): void {
    this.#failed ??= new VideoError(code, detail);
    this.#process.stdin?.end();
    this.#lastWord ??= setTimeout(() => this.#kill(), endMs);
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

  #receive(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (this.#failed === undefined) this.#take(line);
    if (this.#rest.length > longestLine) {
      this.#rest = '';
      this.stop('decode/crashed');
    }
  }

  #take(line: string): void {
    const frame = frameOfVpdqLine(line);
    if (frame !== undefined && this.#video !== undefined && this.#end === undefined && this.#frames.length < this.#job.limits.maxHashes) {
      this.#frames.push(frame);
      return;
    }
    const said = saidBy(line);
    if (said?.kind === 'ready') {
      if (this.#job.requireSandbox && !said.hasDroppedRoot) this.stop('video/unavailable', sentences.root);
    } else if (said?.kind === 'working' && this.#pids.length < 3) this.#pids.push(said.pid);
    else if (said?.kind === 'video' && this.#video === undefined) this.#video = said;
    else if (said?.kind === 'end' && this.#video !== undefined && this.#frames.length > 0) this.#end ??= said;
    else if (said?.kind === 'refused' && isVideoCode(said.code)) this.#failed = new VideoError(said.code);
    // Whatever else it says, it may be under someone else's control.
    else this.stop('decode/crashed');
  }

  async #lookAtMemory(): Promise<void> {
    const { residentBytesOf } = this.#job.sandbox;
    if (residentBytesOf === undefined) return;
    for (const pid of this.#pids) {
      if ((await residentBytesOf(pid)) > this.#job.limits.maxMemoryBytes) this.stop('decode/crashed');
    }
  }
}

function saidBy(line: string): Said | undefined {
  try {
    const content: unknown = JSON.parse(line);
    return Value.Check(Said, content) ? content : undefined;
  } catch {
    return undefined;
  }
}
