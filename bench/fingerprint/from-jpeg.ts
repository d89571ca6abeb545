/** What do fingerprints cost from a JPEG's bytes, beside decoding it and beside what others offer on npm? What runs is what the server's decoder runs. */
import { createRequire } from 'node:module';
import { loadFingerprinter } from '@likeness/fingerprint';
import { heicReader } from '@likeness/server/decode/heic';
import { type DecodeMode, fingerprintsOf } from '@likeness/server/decode/picture';
import imghash from 'imghash';
import sharp from 'sharp';
import { interleaved } from '../interleaved.ts';
import { type Measure, timesFaster, timesTheCost } from '../measure.ts';
import { decoded, picture } from './pictures.ts';

/** Its types name a default export that the module does not have. */
const phash: (jpeg: Buffer) => Promise<string> = createRequire(import.meta.url)('sharp-phash');

interface Size {
  readonly width: number;
  readonly height: number;
  readonly rounds: number;
}

const sizes: readonly Size[] = [
  { width: 1024, height: 1024, rounds: 15 },
  { width: 2048, height: 1536, rounds: 11 },
  { width: 4032, height: 3024, rounds: 9 },
];
const twelveMegapixels = 4032;
const limit = 50_000_000;

export async function* fromJpeg(): AsyncGenerator<Measure> {
  const readers = { fingerprinter: await loadFingerprinter(), heic: heicReader() };
  const hashes = (jpeg: Buffer, mode: DecodeMode) => () => fingerprintsOf(jpeg, limit, mode, readers);
  for (const { width, height, rounds } of sizes) {
    const { jpeg } = await picture(width, height);
    const name = `${width} x ${height}`;
    const timed = await interleaved(
      [
        { name: 'decode', run: () => decoded(jpeg) },
        { name: 'reduced', run: () => reduced(jpeg) },
        { name: 'fast', run: hashes(jpeg, 'fast') },
        { name: 'strict', run: hashes(jpeg, 'strict') },
        { name: 'sharp-phash', run: () => phash(jpeg) },
        { name: 'imghash', run: () => imghash.hash(jpeg, 16) },
      ],
      { rounds, leastMs: 60 },
    );
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
    yield timesFaster(
      `JPEG bytes to 8 hashes of 256 bits, ${name}`,
      'sharp-phash, 64 bits',
      timed.ms('fast'),
      timed.ratio('sharp-phash', 'fast'),
      1,
    );
    yield timesFaster(
      `JPEG bytes to 8 hashes of 256 bits, ${name}`,
      'imghash, 256 bits',
      timed.ms('fast'),
      timed.ratio('imghash', 'fast'),
      2,
    );
  }
}

/** The least a service does with an upload to get pixels worth hashing: decode, as small as sharp can, and resize to 512 along the shorter edge. */
const reduced = (jpeg: Buffer): Promise<Buffer> =>
  sharp(jpeg, { ignoreIcc: true, sequentialRead: true }).autoOrient().resize(512, 512, { fit: 'outside' }).raw().toBuffer();
