/** Is a file judged by what it is, and are sizes and CMYK seen before anything is decoded? */
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureFile } from './picture-file.ts';

const picture = sharp({ create: { width: 321, height: 123, channels: 3, background: '#845' } });
const withAlpha = sharp({ create: { width: 321, height: 123, channels: 4, background: { r: 9, g: 8, b: 7, alpha: 0.5 } } });

test.each([
  ['a JPEG', () => picture.clone().jpeg().toBuffer(), 'jpeg', false],
  [
    'a progressive JPEG with metadata in front',
    () =>
      picture
        .clone()
        .withExif({ IFD0: { Copyright: 'none' } })
        .withIccProfile('p3')
        .jpeg({ progressive: true })
        .toBuffer(),
    'jpeg',
    false,
  ],
  ['a grey JPEG', () => picture.clone().greyscale().jpeg().toBuffer(), 'jpeg', false],
  ['a CMYK JPEG', () => picture.clone().toColourspace('cmyk').jpeg().toBuffer(), 'jpeg', true],
  ['a PNG', () => picture.clone().png().toBuffer(), 'png', false],
  ['a lossy WebP', () => picture.clone().webp().toBuffer(), 'webp', false],
  ['a lossless WebP', () => picture.clone().webp({ lossless: true }).toBuffer(), 'webp', false],
  ['a GIF', () => picture.clone().gif().toBuffer(), 'gif', false],
  ['a WebP with alpha', () => withAlpha.clone().webp().toBuffer(), 'webp', false],
] as const)('%s', async (_what, make, format, isCmyk) => {
  expect(pictureFile(await make())).toEqual({ format, width: 321, height: 123, isCmyk });
});

test('an AVIF, whose size its decoder knows', async () => {
  expect(pictureFile(await picture.clone().avif({ effort: 0 }).toBuffer())).toEqual({
    format: 'avif',
    width: null,
    height: null,
    isCmyk: false,
  });
});

test.each([
  ['a text', async () => Buffer.from('hello'), 'other'],
  ['nothing', async () => Buffer.alloc(0), 'other'],
  ['a HEIC', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'heic'],
  ['an MP4', async () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1'), 'video'],
  ['an MP4 of sound, which its reader refuses', async () => Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0', 'latin1'), 'video'],
  ['an old QuickTime file', async () => Buffer.from('\0\0\0\x08wide\0\0\0\0mdat', 'latin1'), 'video'],
  ['an AVI', async () => Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1'), 'video'],
  ['a WebM', async () => Buffer.from('1a45dfa3934282', 'hex'), 'video'],
] as const)('%s is none that browsers draw', async (_what, make, format) => {
  expect(pictureFile(await make())).toEqual({ format });
});

test('a head that ends too early, or is nonsense after its first bytes, is never an error', async () => {
  const beginnings = [
    await picture.clone().jpeg().toBuffer(),
    await picture.clone().png().toBuffer(),
    await withAlpha.clone().webp().toBuffer(),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.nat(400), fc.uint8Array({ maxLength: 300 }), (bytes, length, noise) => {
      pictureFile(Buffer.concat([bytes.subarray(0, length), noise]));
    }),
  );
});
