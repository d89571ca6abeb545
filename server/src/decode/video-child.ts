/**
 * The program around ffmpeg: one video, then it ends. The video is open as descriptor 3; what is found goes line by line to standard output: JSON about
 * the video, a line of vPDQ text for each frame. No pixel leaves it. It gives up root first, opens nothing by name, and ends with the server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { loadFingerprinter, vpdqLine } from '@likeness/fingerprint';
import {
  decodeArguments,
  isReadableCodec,
  type ProbedVideo,
  probeArguments,
  probedVideo,
  type TimelineEntry,
  timelineDescriptor,
  timelineEntry,
  videoDescriptor,
  type WhichFrames,
} from './video-ffmpeg.ts';
import { FrameCutter, type HashedFrame, LumaHasher } from './video-luma.ts';

/** The user and group `nobody` of Linux and the BSDs. */
const nobody = 65_534;
const probeAnswerLength = 1024 * 1024;
const complaintLength = 16 * 1024;

/** A reason not to go on, as a code of the registry; the server checks it. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const [ffmpeg = '', ffprobe = '', whichText = '', ...numbers] = process.argv.slice(2);
const [maxSeconds = 0, maxFrames = 0, maxPixels = 0, maxHashes = 0, maxCpuSeconds = 0] = numbers.map(Number);
const which: WhichFrames = whichText === 'every-frame' || whichText === 'keyframes' ? whichText : 'every-second';

let decoder: ChildProcess | undefined;
const say = (content: object): void => void process.stdout.write(`${JSON.stringify(content)}\n`);
/** Ends ffmpeg, and this program once ffmpeg is gone (or it would be left to whoever adopts it) and everything said has been written. */
function end(): void {
  const leave = (): void => void process.stdout.write('', () => process.exit(0));
  if (decoder?.kill('SIGKILL')) decoder.once('exit', leave);
  else leave();
}

// A terminal's Ctrl-C reaches every process of the service. The server decides when the child ends: by closing its input, on which it never writes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.on('error', end).on('close', end).resume();
process.stdout.on('error', end);

const hasher = new LumaHasher(await loadFingerprinter());
say({ kind: 'ready', hasDroppedRoot: dropRoot() });
try {
  const video = await probe();
  say({ kind: 'end', ...(await decode(video)) });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  say({ kind: 'refused', code: error.code });
}
end();

function start(program: string, args: readonly string[]): ChildProcess {
  decoder = spawn(program, args, { env: {}, stdio: ['ignore', 'pipe', 'pipe', videoDescriptor, 'pipe'] });
  if (decoder.pid !== undefined) say({ kind: 'working', pid: decoder.pid });
  return decoder;
}

interface Ended {
  readonly status: number | null;
  /** What was wrong by ffmpeg's own account, as far as it is looked at; empty where nothing was. */
  readonly complaint: string;
}

/** Resolves when the program is gone and all it wrote has been read. */
async function ended(program: ChildProcess): Promise<Ended> {
  let complaint = '';
  program.stderr?.setEncoding('latin1').on('data', (text: string) => {
    if (complaint.length < complaintLength) complaint += text;
  });
  const closed = Promise.withResolvers<number | null>();
  program.once('close', closed.resolve).once('error', () => closed.reject(new Refused('video/unavailable')));
  return { status: await closed.promise, complaint };
}

/** Reads the header, and refuses before any frame is decoded. */
async function probe(): Promise<ProbedVideo> {
  const program = start(ffprobe, probeArguments);
  let answer = '';
  program.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (answer.length < probeAnswerLength) answer += text;
  });
  const { status, complaint } = await ended(program);
  if (status !== 0) throw new Refused(complaint.includes('not on whitelist') ? 'video/unsupported-type' : 'video/damaged');
  const video = probedVideo(answer);
  if (video === 'none') throw new Refused('video/no-frames');
  const { codec, width, height, seconds = 0, frames = 0, turn } = video;
  if (!isReadableCodec(codec)) throw new Refused('video/unsupported-type');
  if (width === 0 || height === 0) throw new Refused('video/damaged');
  if (width * height > maxPixels) throw new Refused('video/too-many-pixels');
  if (seconds > maxSeconds) throw new Refused('video/too-long');
  if (frames > maxFrames) throw new Refused('video/too-many-frames');
  const [shownWidth, shownHeight] = turn.some((filter) => filter.startsWith('transpose')) ? [height, width] : [width, height];
  say({ kind: 'video', width: shownWidth, height: shownHeight, codec, ...(video.seconds === undefined ? {} : { seconds }) });
  return video;
}

/** Hashes the frames and says each. Resolves when all are said; rejects as soon as a limit is passed. */
async function decode(video: ProbedVideo): Promise<{ readonly isDamaged: boolean }> {
  const program = start(ffmpeg, decodeArguments(video, which, { maxFrames, maxPixels, maxCpuSeconds }));
  const [width, height] = video.turn.some((filter) => filter.startsWith('transpose'))
    ? [video.height, video.width]
    : [video.width, video.height];
  const beyond = Promise.withResolvers<never>();
  const timeline: TimelineEntry[] = [];
  const hashed: HashedFrame[] = [];
  let said = 0;
  let numberBefore = -1;
  let numberBase = 0;

  /** A frame and its line arrive by two pipes, in no order between them. */
  function saySettled(): void {
    while (timeline.length > 0 && hashed.length > 0) {
      const [entry, frame] = [timeline.shift(), hashed.shift()];
      if (entry === undefined || frame === undefined) return;
      // ffmpeg counts from 0 again where the size of the frames changes in mid-film.
      if (numberBase + entry.number <= numberBefore) numberBase = numberBefore + 1;
      numberBefore = numberBase + entry.number;
      said++;
      if (entry.atSeconds > maxSeconds) beyond.reject(new Refused('video/too-long'));
      else if (entry.number >= maxFrames - 1 || said > maxHashes) beyond.reject(new Refused('video/too-many-frames'));
      else process.stdout.write(`${vpdqLine({ number: numberBefore, atSeconds: entry.atSeconds, ...frame })}\n`);
    }
  }

  const cutter = new FrameCutter(width * height);
  program.stdout?.on('data', (piece: Buffer) => {
    cutter.push(piece, (luma) => {
      hashed.push(hasher.hash(luma, width, height, video.isFullRange));
      saySettled();
    });
  });
  const told = program.stdio[timelineDescriptor];
  if (told instanceof Readable) {
    createInterface({ input: told }).on('line', (line) => {
      const entry = timelineEntry(line);
      if (entry === undefined) beyond.reject(new Refused('decode/crashed'));
      else if (entry !== 'nothing') {
        timeline.push(entry);
        saySettled();
      }
    });
  }

  const { status, complaint } = await Promise.race([ended(program), beyond.promise]);
  const isDamaged = status !== 0 || complaint !== '';
  // Killed from outside, or by its own limit of processor time.
  if (status === null) throw new Refused('video/too-slow');
  if (said === 0) throw new Refused(isDamaged ? 'video/damaged' : 'video/no-frames');
  return { isDamaged };
}

/** Gives up root for good. False where root could not be given up; true also where there was none to give up. */
function dropRoot(): boolean {
  const { getuid, setgroups, setgid, setuid } = process;
  if (getuid === undefined || getuid() !== 0) return true;
  try {
    process.chdir('/');
    setgroups?.([]);
    setgid?.(nobody);
    setuid?.(nobody);
  } catch {
    return false;
  }
  return getuid() === nobody;
}
