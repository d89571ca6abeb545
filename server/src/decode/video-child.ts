/**
 * The program around ffmpeg: one video at a time, opened by name and read through its descriptor. What is found goes line by line to standard output; no
 * pixel leaves, but for a few small stills when those are asked for. It gives up root before its first order, writes nothing, and ends with the server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hashLuma, loadPdqKernel, type VideoFrame, vpdqLine } from '@likeness/fingerprint';
import { dropRoot } from './root.ts';
import {
  decodeArguments,
  hashedSize,
  isReadableCodec,
  type ProbedVideo,
  packetArguments,
  probeArguments,
  probedVideo,
  sparingArguments,
  timelineDescriptor,
  timelineEntry,
  timelineStamp,
  type WhichFrames,
} from './video-ffmpeg.ts';
import { FrameCutter } from './video-luma.ts';
import type { Said } from './video-messages.ts';
import { type DecodeOrder, orderOf, type StillsOrder } from './video-order.ts';
import { type FilmIndex, FilmIndexReader, maySpareFrames, needFor, streamedFrame, streamStart } from './video-spared.ts';
import { stillArguments, stillSize, stillTimes } from './video-stills.ts';

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

type HashedFrame = Pick<VideoFrame, 'value' | 'quality'>;

interface OpenVideo {
  readonly descriptor: number;
  /** Known after the first pass. */
  probed?: ProbedVideo;
}

let program: ChildProcess | undefined;
let open: OpenVideo | undefined;
const say = (content: Said): void => void process.stdout.write(`${JSON.stringify(content)}\n`);

// A terminal's Ctrl-C reaches every process of the service. The server decides when the child ends: by closing its input.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.on('error', end);
process.stdout.on('error', end);

const kernel = await loadPdqKernel();
say({ kind: 'ready', hasDroppedRoot: dropRoot() });
let obeyed = Promise.resolve();
createInterface({ input: process.stdin })
  .on('line', (line) => {
    obeyed = obeyed.then(() => obey(line));
  })
  .on('close', end);

/** Ends ffmpeg, and this program once ffmpeg is gone, or it would be left to whoever adopts it. */
function end(): void {
  if (program?.kill('SIGKILL')) program.once('exit', () => process.exit(0));
  else process.exit(0);
}

async function obey(line: string): Promise<void> {
  const order = orderOf(line);
  if (order === undefined) return end();
  if (order.kind === 'open') return openVideo(order.file);
  if (order.kind === 'close') return closeVideo();
  try {
    if (open === undefined) throw new Refused('decode/crashed');
    open.probed ??= await probe(open.descriptor, order);
    const read = order.kind === 'stills' ? stills(open.descriptor, open.probed, order) : decode(open.descriptor, open.probed, order);
    say({ kind: 'end', ...(await read) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say({ kind: 'refused', code: error.code });
  }
}

function openVideo(file: string): void {
  closeVideo();
  try {
    open = { descriptor: openSync(file, 'r') };
    say({ kind: 'opened' });
  } catch {
    say({ kind: 'unreadable' });
  }
}

/** What is held in memory of a video lasts as long as somebody holds it open. */
function closeVideo(): void {
  if (open !== undefined) closeSync(open.descriptor);
  open = undefined;
}

function start(command: string, args: readonly string[], video: number, receives: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  program = spawn(command, args, { env: {}, stdio: [receives, 'pipe', 'pipe', video, 'pipe'] });
  if (program.pid !== undefined) say({ kind: 'working', pid: program.pid });
  return program;
}

interface Ended {
  readonly status: number | null;
  /** What was wrong by ffmpeg's own account, as far as it is looked at; empty where nothing was. */
  readonly complaint: string;
}

/** Resolves when the program is gone and all it wrote has been read. */
async function ended(running: ChildProcess): Promise<Ended> {
  let complaint = '';
  running.stderr?.setEncoding('latin1').on('data', (text: string) => {
    if (complaint.length < complaintLength) complaint += text;
  });
  const closed = Promise.withResolvers<number | null>();
  running.once('close', closed.resolve).once('error', () => closed.reject(new Refused('video/unavailable')));
  return { status: await closed.promise, complaint };
}

/** A size as stored, after the turn. */
const turned = ([width, height]: readonly [number, number], { turn }: ProbedVideo): readonly [number, number] =>
  turn.some((filter) => filter.startsWith('transpose')) ? [height, width] : [width, height];

/** Reads the header, and refuses before any frame is decoded. */
async function probe(descriptor: number, { ffprobe, maxSeconds, maxFrames, maxPixels }: DecodeOrder | StillsOrder): Promise<ProbedVideo> {
  const running = start(ffprobe, probeArguments, descriptor);
  let answer = '';
  running.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (answer.length < probeAnswerLength) answer += text;
  });
  const { status, complaint } = await ended(running);
  if (status !== 0) throw new Refused(complaint.includes('not on whitelist') ? 'video/unsupported-type' : 'video/damaged');
  // A list of facts that long is no header of a film.
  if (answer.length >= probeAnswerLength) throw new Refused('video/damaged');
  const video = probedVideo(answer);
  if (video === 'none') throw new Refused('video/no-frames');
  const { codec, width, height, seconds = 0, frames = 0 } = video;
  if (!isReadableCodec(codec)) throw new Refused('video/unsupported-type');
  if (width === 0 || height === 0) throw new Refused('video/damaged');
  if (width * height > maxPixels) throw new Refused('video/too-many-pixels');
  if (seconds > maxSeconds) throw new Refused('video/too-long');
  if (frames > maxFrames) throw new Refused('video/too-many-frames');
  return video;
}

/** Hashes the frames and says each. Rejects as soon as a limit is passed. Either way ffmpeg is gone then. */
async function decode(descriptor: number, video: ProbedVideo, order: DecodeOrder): Promise<{ readonly isDamaged: boolean }> {
  const [shownWidth, shownHeight] = turned([video.width, video.height], video);
  say({
    kind: 'video',
    width: shownWidth,
    height: shownHeight,
    codec: video.codec,
    ...(video.seconds === undefined ? {} : { seconds: video.seconds }),
  });
  const spared = order.which === 'every-second' && maySpareFrames(video) ? await decodeSparing(descriptor, video, order) : undefined;
  if (spared !== undefined) {
    for (const frame of spared) process.stdout.write(`${vpdqLine(frame)}\n`);
    return { isDamaged: false };
  }
  return decodeWhole(descriptor, video, order);
}

async function decodeWhole(descriptor: number, video: ProbedVideo, order: DecodeOrder): Promise<{ readonly isDamaged: boolean }> {
  const { maxSeconds, maxFrames, maxHashes } = order;
  const running = start(order.ffmpeg, decodeArguments(video, order.which, order), descriptor);
  let said = 0;
  let numberBefore = -1;
  let numberBase = 0;
  let beyond: Refused | undefined;
  function stop(code: string): void {
    beyond ??= new Refused(code);
    running.kill('SIGKILL');
  }
  const { status, complaint } = await hashedFrames(running, video, order.which, stop, (stamp, frame) => {
    if (beyond !== undefined) return;
    const entry = timelineEntry(stamp);
    // ffmpeg counts from 0 again where the size of the frames changes in mid-film.
    if (numberBase + entry.number <= numberBefore) numberBase = numberBefore + 1;
    numberBefore = numberBase + entry.number;
    said++;
    if (entry.atSeconds > maxSeconds) stop('video/too-long');
    else if (entry.number >= maxFrames - 1 || said > maxHashes) stop('video/too-many-frames');
    else process.stdout.write(`${vpdqLine({ number: numberBefore, atSeconds: entry.atSeconds, ...frame })}\n`);
  });
  if (beyond !== undefined) throw beyond;
  // Killed from outside, or by its own limit of processor time.
  if (status === null) throw new Refused('video/too-slow');
  const isDamaged = status !== 0 || complaint !== '';
  if (said === 0) throw new Refused(isDamaged ? 'video/damaged' : 'video/no-frames');
  return { isDamaged };
}

/** Hashes what `running` writes, frame by frame; `stop` hears of a line that is none. Resolves when the program is gone. */
async function hashedFrames(
  running: ChildProcess,
  video: ProbedVideo,
  which: WhichFrames,
  stop: (code: string) => void,
  take: (stamp: number, frame: HashedFrame) => void,
): Promise<Ended> {
  const [width, height] = turned(hashedSize(video, which), video);
  const stamps: number[] = [];
  const hashed: HashedFrame[] = [];
  /** A frame and its line arrive by two pipes, in no order between them. */
  function takeWhatIsWhole(): void {
    while (stamps.length > 0 && hashed.length > 0) {
      const [stamp, frame] = [stamps.shift(), hashed.shift()];
      if (stamp !== undefined && frame !== undefined) take(stamp, frame);
    }
  }
  const cutter = new FrameCutter(width * height);
  running.stdout?.on('data', (piece: Buffer) => {
    cutter.push(piece, (luma) => {
      hashed.push(hashLuma(kernel, { samples: luma, width, height, isFullRange: video.isFullRange }));
      takeWhatIsWhole();
    });
  });
  const told = running.stdio[timelineDescriptor];
  if (told instanceof Readable) {
    createInterface({ input: told }).on('line', (line) => {
      const stamp = timelineStamp(line);
      if (stamp === undefined) stop('decode/crashed');
      else if (stamp !== 'nothing') {
        stamps.push(stamp);
        takeWhatIsWhole();
      }
    });
  }
  return ended(running);
}

/**
 * The same frames at less cost, where the film is in perfect order: those that are neither hashed nor needed by others are not decoded. Undefined where
 * anything is out of the ordinary, and nothing has been said then.
 */
async function decodeSparing(descriptor: number, video: ProbedVideo, order: DecodeOrder): Promise<VideoFrame[] | undefined> {
  const index = await indexOf(descriptor, video, order);
  if (index === undefined || index.hashed.size > order.maxHashes || index.stored.length >= order.maxFrames) return undefined;
  const latest = Math.max(...[...index.hashed.values()].map(({ atSeconds }) => atSeconds));
  if (latest > order.maxSeconds) return undefined;
  const running = start(order.ffmpeg, sparingArguments(video, order), descriptor, 'pipe');
  let isOrdinary = true;
  function stop(): void {
    isOrdinary = false;
    running.kill('SIGKILL');
  }
  const frames: VideoFrame[] = [];
  const [{ status, complaint }] = await Promise.all([
    hashedFrames(running, video, 'every-second', stop, (stamp, frame) => {
      const entry = index.hashed.get(stamp);
      if (entry === undefined || entry.number <= (frames.at(-1)?.number ?? -1)) stop();
      else frames.push({ ...entry, ...frame });
    }),
    feed(running, neededFrames(descriptor, video.configuration, index)).then((isFed) => {
      if (!isFed) stop();
    }),
  ]);
  return isOrdinary && status === 0 && complaint === '' && frames.length === index.hashed.size ? frames : undefined;
}

async function indexOf(descriptor: number, video: ProbedVideo, { ffprobe }: DecodeOrder): Promise<FilmIndex | undefined> {
  const running = start(ffprobe, packetArguments, descriptor);
  const reader = new FilmIndexReader();
  if (running.stdout !== null) {
    createInterface({ input: running.stdout }).on('line', (line) => {
      if (!reader.take(line)) running.kill('SIGKILL');
    });
  }
  const { status, complaint } = await ended(running);
  return status === 0 && complaint === '' ? reader.finish(video) : undefined;
}

/** Sends ffmpeg the frames that are to be decoded. False where one is not as it should be, or nobody takes them any more. */
async function feed(running: ChildProcess, frames: Generator<Buffer>): Promise<boolean> {
  const { stdin } = running;
  if (stdin === null) return false;
  return pipeline(Readable.from(frames, { objectMode: false }), stdin).then(
    () => true,
    () => false,
  );
}

function* neededFrames(descriptor: number, configuration: Uint8Array, index: FilmIndex): Generator<Buffer> {
  yield streamStart(configuration);
  for (const [place, stored] of index.stored.entries()) {
    const frame = Buffer.allocUnsafe(stored.bytes);
    const need = readSync(descriptor, frame, 0, stored.bytes, stored.at) === stored.bytes ? needFor(frame, configuration) : undefined;
    if (need === undefined || (place === 0 && need !== 'keyframe')) throw new Error('The film is not in the order that was expected.');
    if (need !== 'unneeded' || stored.isHashed) yield streamedFrame(frame, stored, need === 'keyframe');
  }
}

/** Says a few frames, one run of ffmpeg for each. What cannot be sought to is left out; one that takes too long ends it, with those that are there. */
async function stills(descriptor: number, video: ProbedVideo, order: StillsOrder): Promise<{ readonly isDamaged: boolean }> {
  const [width, height] = turned(stillSize(video), video);
  let said = 0;
  let isDamaged = false;
  for (const atSeconds of stillTimes(video.seconds)) {
    const running = start(order.ffmpeg, stillArguments(video, atSeconds, order), descriptor);
    const luma = Buffer.alloc(width * height);
    let filled = 0;
    running.stdout?.on('data', (piece: Buffer) => {
      filled += piece.copy(luma, filled);
    });
    const { status, complaint } = await ended(running);
    if (status === null && said === 0) throw new Refused('video/too-slow');
    if (status === null) break;
    isDamaged ||= status !== 0 || complaint !== '';
    if (filled < luma.length) continue;
    said++;
    say({ kind: 'still', width, height, luma: luma.toString('base64') });
  }
  if (said === 0) throw new Refused(isDamaged ? 'video/damaged' : 'video/no-frames');
  return { isDamaged };
}
