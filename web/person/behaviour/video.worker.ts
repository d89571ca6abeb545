/**
 * How does a video become fingerprints on her device? This worker holds the reader of videos, and is loaded only when she says that she has some; once it has
 * said `ready` it uses no network. It hashes as the server does (docs/video.md): the first frame of each second, its luma as it is stored, turned as players
 * turn it.
 */
import {
  type Fingerprint,
  type Fingerprinter,
  framesThatCount,
  hashLuma,
  loadFingerprinter,
  loadPdqKernel,
  type PackedFrame,
  type PdqKernel,
  packFrames,
  turnedLuma,
} from '@likeness/fingerprint';
import { BlobSource, Input, type InputVideoTrack, MATROSKA, MP4, QTFF, type VideoSample, VideoSampleSink, WEBM } from 'mediabunny';
import type { PictureProblem } from '../../components/fingerprint-panel/words.ts';
import { LumaReader } from './video-luma.ts';
import type { VideoOrder, VideoWorkerMessage } from './video-messages.ts';

const mostBytes = 4 * 1024 ** 3;
/** 44 characters a second in a form of 512 KiB, and on an old phone decoding takes about as long as the video does. */
const mostSeconds = 30 * 60;
/** Half an hour at 240 frames a second, the fastest that phones film. */
const mostFrames = mostSeconds * 240;
/** As on the server. */
const mostPixels = 16 * 1024 * 1024;
/** Share of the progress bar that reading the file for its exact fingerprints takes. */
const readingShare = 0.15;

class Refused extends Error {
  readonly problem: PictureProblem;
  constructor(problem: PictureProblem) {
    super(problem);
    this.problem = problem;
  }
}

interface Kernels {
  readonly fingerprinter: Fingerprinter;
  readonly pdq: PdqKernel;
}

/** One file on its way. */
interface Job {
  readonly id: number;
  readonly file: File;
  isStopped: boolean;
}

interface ReadFrames {
  readonly frames: readonly PackedFrame[];
  readonly isCut: boolean;
}

const say = (message: VideoWorkerMessage): void => self.postMessage(message);

/** Thrown to leave a file that she took back. */
class Stopped extends Error {}

function goOn({ isStopped }: Job): void {
  if (isStopped) throw new Stopped();
}

async function exactFingerprints({ fingerprinter }: Kernels, job: Job): Promise<Fingerprint[]> {
  const exact = fingerprinter.startFile();
  const reader = job.file.stream().getReader();
  let seen = 0;
  let said = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    goOn(job);
    exact.update(next.value);
    seen += next.value.length;
    const share = seen / job.file.size;
    if (share - said < 0.02) continue;
    said = share;
    say({ kind: 'progress', id: job.id, share: share * readingShare });
  }
  return exact.finish();
}

/** The track that players show. Throws Refused with the reason where there is none that this browser decodes. */
async function trackOf(input: Input): Promise<InputVideoTrack> {
  if (!(await input.canRead())) throw new Refused('video-kind');
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Refused((await input.getPrimaryAudioTrack()) === null ? 'video-damaged' : 'sound-only');
  const [width, height] = [await track.getCodedWidth(), await track.getCodedHeight()];
  if (width * height > mostPixels) throw new Refused('video-too-large');
  if (!(await track.canDecode())) throw new Refused((await track.getCodec()) === 'hevc' ? 'hevc' : 'video-codec');
  return track;
}

async function framesOf({ pdq }: Kernels, job: Job, input: Input, track: InputVideoTrack): Promise<ReadFrames> {
  const ofSeconds = (await input.getDurationFromMetadata([track])) ?? undefined;
  if (ofSeconds !== undefined && ofSeconds > mostSeconds) throw new Refused('video-too-long');
  // The server counts from the first sample that is shown, of sound or picture.
  const beginSeconds = Math.max(0, await input.getFirstTimestamp());
  const luma = new LumaReader();
  const frames: PackedFrame[] = [];
  let seen = 0;
  let endSeconds = 0;
  let secondBefore = -1;

  async function take(sample: VideoSample): Promise<void> {
    goOn(job);
    if (sample.timestamp + sample.duration <= 0 && sample.timestamp < 0) return;
    const atMs = Math.max(0, Math.round((sample.timestamp - beginSeconds) * 1000));
    const second = Math.floor(atMs / 1000);
    seen += 1;
    endSeconds = Math.max(endSeconds, sample.timestamp + sample.duration);
    if (second > mostSeconds || seen > mostFrames) throw new Refused('video-too-long');
    if (second === secondBefore) return;
    secondBefore = second;
    const shown = turnedLuma(await luma.of(sample), sample.rotation / 90, sample.flip);
    frames.push(hashLuma(pdq, shown));
    const done = ofSeconds === undefined ? {} : { ofSeconds: Math.max(1, Math.round(ofSeconds)) };
    const share = readingShare + (1 - readingShare) * Math.min(1, atMs / 1000 / Math.max(1, ofSeconds ?? mostSeconds));
    say({ kind: 'progress', id: job.id, share, atSeconds: second, ...done });
  }

  try {
    for await (const sample of new VideoSampleSink(track).samples()) {
      try {
        await take(sample);
      } finally {
        // At once: a decoder has few frames to lend, and each is megabytes.
        sample.close();
      }
    }
  } catch (error) {
    // What a player would still show is fingerprinted, as on the server.
    if (error instanceof Refused || error instanceof Stopped || frames.length === 0) throw error;
    return { frames, isCut: true };
  }
  if (frames.length === 0) throw new Refused('video-damaged');
  // Where only the end is missing, nothing fails: there is less than the header promises.
  return { frames, isCut: ofSeconds !== undefined && endSeconds < ofSeconds - 1 };
}

async function read(kernels: Kernels, job: Job): Promise<void> {
  goOn(job);
  const { id, file } = job;
  if (file.size === 0) throw new Refused('video-damaged');
  if (file.size > mostBytes) throw new Refused('video-too-large');
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    const track = await trackOf(input);
    const fingerprints = await exactFingerprints(kernels, job);
    const { frames, isCut } = await framesOf(kernels, job, input, track);
    goOn(job);
    say({ kind: 'read', id, fingerprints, frames: packFrames(framesThatCount(frames)), isCut });
  } finally {
    input.dispose();
  }
}

async function start(): Promise<void> {
  if (typeof VideoDecoder === 'undefined') throw new Error('This browser has no WebCodecs.');
  const [fingerprinter, pdq] = await Promise.all([loadFingerprinter(), loadPdqKernel()]);
  const kernels = { fingerprinter, pdq };
  const jobs = new Map<number, Job>();
  let turn: Promise<void> = Promise.resolve();
  self.addEventListener('message', ({ data: order }: MessageEvent<VideoOrder>) => {
    const known = jobs.get(order.id);
    if (order.kind === 'stop') {
      if (known !== undefined) known.isStopped = true;
      return;
    }
    const job: Job = { id: order.id, file: order.file, isStopped: false };
    jobs.set(job.id, job);
    turn = turn
      .then(() => read(kernels, job))
      .catch((error: unknown) => {
        if (!(error instanceof Stopped))
          say({ kind: 'refused', id: job.id, problem: error instanceof Refused ? error.problem : 'video-damaged' });
      })
      .finally(() => jobs.delete(job.id));
  });
  say({ kind: 'ready' });
}

start().catch(() => say({ kind: 'not-available' }));
