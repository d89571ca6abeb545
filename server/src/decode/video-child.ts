/**
 * The program around ffmpeg: one video at a time, opened by name and read through its descriptor. What is found goes line by line to standard output; no
 * pixel leaves, but for a few small stills when those are asked for. It gives up root before its first order, writes nothing, and ends with the server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { hashLuma, loadPdqKernel, type VideoFrame, vpdqLine } from '@likeness/fingerprint';
import { dropRoot } from './root.ts';
import {
  decodeArguments,
  hashedSize,
  isReadableCodec,
  type ProbedVideo,
  probeArguments,
  probedVideo,
  type TimelineEntry,
  timelineDescriptor,
  timelineEntry,
} from './video-ffmpeg.ts';
import { FrameCutter } from './video-luma.ts';
import type { Said } from './video-messages.ts';
import { type DecodeOrder, orderOf, type StillsOrder } from './video-order.ts';
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

function start(command: string, args: readonly string[], video: number): ChildProcess {
  program = spawn(command, args, { env: {}, stdio: ['ignore', 'pipe', 'pipe', video, 'pipe'] });
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
  const { maxSeconds, maxFrames, maxHashes } = order;
  const [shownWidth, shownHeight] = turned([video.width, video.height], video);
  const [width, height] = turned(hashedSize(video, order.which), video);
  say({
    kind: 'video',
    width: shownWidth,
    height: shownHeight,
    codec: video.codec,
    ...(video.seconds === undefined ? {} : { seconds: video.seconds }),
  });
  const running = start(order.ffmpeg, decodeArguments(video, order.which, order), descriptor);
  const timeline: TimelineEntry[] = [];
  const hashed: Pick<VideoFrame, 'value' | 'quality'>[] = [];
  let said = 0;
  let numberBefore = -1;
  let numberBase = 0;
  let beyond: Refused | undefined;
  function stop(code: string): void {
    beyond ??= new Refused(code);
    running.kill('SIGKILL');
  }

  /** A frame and its line arrive by two pipes, in no order between them. */
  function sayWhatIsWhole(): void {
    while (timeline.length > 0 && hashed.length > 0 && beyond === undefined) {
      const [entry, frame] = [timeline.shift(), hashed.shift()];
      if (entry === undefined || frame === undefined) return;
      // ffmpeg counts from 0 again where the size of the frames changes in mid-film.
      if (numberBase + entry.number <= numberBefore) numberBase = numberBefore + 1;
      numberBefore = numberBase + entry.number;
      said++;
      if (entry.atSeconds > maxSeconds) stop('video/too-long');
      else if (entry.number >= maxFrames - 1 || said > maxHashes) stop('video/too-many-frames');
      else process.stdout.write(`${vpdqLine({ number: numberBefore, atSeconds: entry.atSeconds, ...frame })}\n`);
    }
  }

  const cutter = new FrameCutter(width * height);
  running.stdout?.on('data', (piece: Buffer) => {
    cutter.push(piece, (luma) => {
      if (beyond !== undefined) return;
      hashed.push(hashLuma(kernel, { samples: luma, width, height, isFullRange: video.isFullRange }));
      sayWhatIsWhole();
    });
  });
  const told = running.stdio[timelineDescriptor];
  if (told instanceof Readable) {
    createInterface({ input: told }).on('line', (line) => {
      const entry = timelineEntry(line);
      if (entry === undefined) stop('decode/crashed');
      else if (entry !== 'nothing') {
        timeline.push(entry);
        sayWhatIsWhole();
      }
    });
  }

  const { status, complaint } = await ended(running);
  if (beyond !== undefined) throw beyond;
  // Killed from outside, or by its own limit of processor time.
  if (status === null) throw new Refused('video/too-slow');
  const isDamaged = status !== 0 || complaint !== '';
  if (said === 0) throw new Refused(isDamaged ? 'video/damaged' : 'video/no-frames');
  return { isDamaged };
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
