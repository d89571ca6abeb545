/** What do fingerprints cost from a JPEG's bytes, beside decoding it and beside what others offer on npm? Each in a process of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apart } from '../apart.ts';
import { interleaved, type Timed } from '../interleaved.ts';
import { forOrientation, type Measure, timesTheCost } from '../measure.ts';
import { picture } from './pictures.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly rounds: number;
}

const sizes: readonly Size[] = [
  { width: 1024, height: 1024, rounds: 21 },
  { width: 2048, height: 1536, rounds: 25 },
  { width: 4032, height: 3024, rounds: 25 },
];
const twelveMegapixels = 4032;
const names = ['decode', 'reduced', 'fast', 'strict', 'sharp-phash', 'imghash'];

export async function* fromJpeg(): AsyncGenerator<Measure> {
  for (const { width, height, rounds } of sizes) {
    const name = `${width} x ${height}`;
    const timed = await timesOf((await picture(width, height)).jpeg, rounds);
    yield timesTheCost(
      `upload screening, JPEG bytes to 8 hashes, ${name}`,
      'sharp, decode and resize to 512 alone',
      timed.ms('fast'),
      timed.ratio('fast', 'reduced'),
      1.05,
    );
    yield timesTheCost(
      `strict mode, JPEG bytes to 8 hashes, ${name}`,
      'a full decode alone',
      timed.ms('strict'),
      timed.ratio('strict', 'decode'),
      1.3,
    );
    if (width === twelveMegapixels) {
      yield timesTheCost(
        '12 megapixels, JPEG bytes to 8 hashes',
        'a full decode alone',
        timed.ms('fast'),
        timed.ratio('fast', 'decode'),
        0.6,
      );
    }
    yield forOrientation(
      `JPEG bytes to 8 hashes of 256 bits, ${name}`,
      'sharp-phash, 64 bits',
      timed.ms('fast'),
      timed.ratio('sharp-phash', 'fast'),
    );
    yield forOrientation(
      `JPEG bytes to 8 hashes of 256 bits, ${name}`,
      'imghash, 256 bits',
      timed.ms('fast'),
      timed.ratio('imghash', 'fast'),
    );
  }
}

/** Lets all of them take turns at this picture. */
async function timesOf(jpeg: Buffer, rounds: number): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-bench-'));
  const file = join(folder, 'picture.jpg');
  writeFileSync(file, jpeg);
  const contenders = await Promise.all(names.map((name) => apart(name, new URL('jpeg-contender.ts', import.meta.url), [name, file])));
  try {
    return await interleaved(contenders, { rounds, leastMs: 60 });
  } finally {
    await Promise.all(contenders.map((contender) => contender.end()));
    rmSync(folder, { recursive: true });
  }
}
