/**
 * What does hashing a video cost beside decoding it? Processor time of everything that takes part, this process, its children and theirs, all on one
 * processor, as the reference's core-hours are. Needs Linux, ffmpeg and taskset.
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openVideoReader } from '@likeness/server/decode/video';
import { median } from './interleaved.ts';
import { type Measure, timesFaster, timesTheCost } from './measure.ts';
import { onOneProcessor } from './one-processor.ts';

interface Size {
  readonly name: string;
  readonly frame: string;
  readonly bitRate: string;
  /**
   * spec/fingerprints.md: what the reference (vpdq-hash-video, 1 hash a second, one thread) costs for two minutes, against ffmpeg's decoding of them there;
   * their ratio carries over to another machine.
   */
  readonly there: { readonly referenceSeconds: number; readonly decodeSeconds: number };
}

const sizes: readonly Size[] = [
  { name: '720p', frame: '1280x720', bitRate: '2300k', there: { referenceSeconds: 12.3, decodeSeconds: 11.2 } },
  { name: '1080p', frame: '1920x1080', bitRate: '4600k', there: { referenceSeconds: 30, decodeSeconds: 18.6 } },
];

/** The child is at work before the first round, as it is in a service. */
const rounds = 5;
/** Two groups of 250 frames, at 30 a second: repeated, it has a keyframe every 250 frames, as encoders set them by default. */
const pieceSeconds = 500 / 30;
const ffmpeg = async (args: readonly string[]): Promise<void> => {
  await promisify(execFile)('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args]);
};

export function benchVideo(): AsyncIterable<Measure> {
  return onOneProcessor(besideDecoding);
}

async function* besideDecoding(): AsyncGenerator<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-bench-'));
  // Readers that gave up root may read here too, or the file would be copied first.
  chmodSync(folder, 0o755);
  const reader = await openVideoReader({ children: 1 });
  try {
    for (const size of sizes) {
      const piece = join(folder, 'piece.mp4');
      // As in spec/fingerprints.md: a test pattern, part of the Mandelbrot set, and noise.
      const [width = 0, height = 0] = size.frame.split('x').map(Number);
      const half = `size=${width / 2}x${height}:rate=30`;
      const source = `testsrc2=${half}[a];mandelbrot=${half}:maxiter=100[b];[a][b]hstack,trim=duration=${pieceSeconds},noise=alls=14:allf=t`;
      await ffmpeg([
        '-f',
        'lavfi',
        '-i',
        source,
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-b:v',
        size.bitRate,
        '-g',
        '250',
        '-pix_fmt',
        'yuv420p',
        piece,
      ]);
      const looped = async (name: string, seconds: number): Promise<string> => {
        const file = join(folder, `${name}.mp4`);
        await ffmpeg(['-stream_loop', String(Math.ceil(seconds / pieceSeconds)), '-i', piece, '-t', String(seconds), '-c', 'copy', file]);
        return file;
      };
      const [short, middle, long] = [await looped('short', 20), await looped('middle', 120), await looped('long', 600)];
      const decode = (file: string) => () => ffmpeg(['-threads', '1', '-i', file, '-map', '0:V:0', '-an', '-f', 'null', '-']);
      await reader.fingerprintVideo({ file: piece });
      const cost = await costs({
        decodeShort: decode(short),
        everyFrame: () => reader.fingerprintVideo({ file: short }, 'every-frame'),
        decodeMiddle: decode(middle),
        everySecond: () => reader.fingerprintVideo({ file: middle }),
        keyframes: () => reader.fingerprintVideo({ file: long }, 'keyframes'),
      });
      const ms = (name: string): number => median(cost(name));
      const ratio = (name: string, than: string): number => {
        const others = cost(than);
        return median(cost(name).map((each, round) => each / (others[round] ?? Number.NaN)));
      };
      const alone = 'ffmpeg decode alone';
      yield timesTheCost(
        `vPDQ at 1 frame/s, 2 minutes of ${size.name}`,
        alone,
        ms('everySecond'),
        ratio('everySecond', 'decodeMiddle'),
        1.05,
      );
      yield timesTheCost(`vPDQ at every frame, 20 s of ${size.name}`, alone, ms('everyFrame'), ratio('everyFrame', 'decodeShort'), 1.6);
      // The reference decodes ten minutes in five times the time of two.
      const { referenceSeconds, decodeSeconds } = size.there;
      const faster = 5 * (referenceSeconds / decodeSeconds) * ratio('decodeMiddle', 'keyframes');
      yield timesFaster(
        `keyframe triage, 10 minutes of ${size.name}`,
        'vPDQ reference, by its cost beside decoding',
        ms('keyframes'),
        faster,
        20,
      );
    }
  } finally {
    await reader.close();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of each contender, round by round; they take turns. */
async function costs(contenders: Readonly<Record<string, () => Promise<unknown>>>): Promise<(name: string) => readonly number[]> {
  const cost = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const before = processorMs();
      await run();
      cost.get(name)?.push(processorMs() - before);
    }
  }
  return (name) => cost.get(name) ?? [];
}

/** Of this process, of its children at work, and of all that are gone: fields 14 to 17 of proc(5), in ticks of 10 ms. */
function processorMs(): number {
  const own = ticksAndParent('self');
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(ticksAndParent)
    .filter(({ parent }) => parent === process.pid);
  return 10 * [own, ...children].reduce((sum, { ticks }) => sum + ticks, 0);
}

function ticksAndParent(pid: string): { readonly ticks: number; readonly parent: number } {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ');
    const numbers = fields.split(' ').map(Number);
    return { ticks: numbers.slice(11, 15).reduce((sum, each) => sum + each, 0), parent: numbers[1] ?? 0 };
  } catch {
    return { ticks: 0, parent: 0 };
  }
}
