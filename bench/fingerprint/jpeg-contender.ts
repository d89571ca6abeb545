/** Which ways are there from a JPEG's bytes to its hashes, or at least its pixels? One of them, by name, in this process: `jpeg-contender.ts NAME FILE`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadFingerprinter } from '@likeness/fingerprint';
import { heicReader } from '@likeness/server/decode/heic';
import { type DecodeMode, fingerprintsOf } from '@likeness/server/decode/picture';
import imghash from 'imghash';
import sharp from 'sharp';
import { contend } from '../apart.ts';
import { decoded } from './pictures.ts';

/** Its types name a default export that the module does not have. */
const phash: (jpeg: Buffer) => Promise<string> = createRequire(import.meta.url)('sharp-phash');
const limit = 50_000_000;

const [name = '', file = ''] = process.argv.slice(2);
const jpeg = readFileSync(file);
const ways: Readonly<Record<string, () => unknown>> = {
  decode: () => decoded(jpeg),
  // The least a service does with an upload to get pixels worth hashing: decode, as small as sharp can, and resize to 512 along the shorter edge.
  reduced: () => sharp(jpeg, { ignoreIcc: true, sequentialRead: true }).autoOrient().resize(512, 512, { fit: 'outside' }).raw().toBuffer(),
  fast: await ours('fast'),
  strict: await ours('strict'),
  'sharp-phash': () => phash(jpeg),
  imghash: () => imghash.hash(jpeg, 16),
};
const way = ways[name];
if (way === undefined) throw new RangeError(`Nobody goes by the name ${name}.`);
contend(way);

/** What the server's decoder runs. */
async function ours(mode: DecodeMode): Promise<() => unknown> {
  const readers = { fingerprinter: await loadFingerprinter(), heic: heicReader() };
  return () => fingerprintsOf(jpeg, limit, mode, readers);
}
