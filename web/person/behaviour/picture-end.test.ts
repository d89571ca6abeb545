/** Is a cut picture seen as cut, wherever it was cut and in whatever pieces it is read? */
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureEnd } from './picture-end.ts';
import { pictureFile } from './picture-file.ts';

const scene = sharp({
  create: { width: 160, height: 120, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
});
/** As a camera writes it: a whole small JPEG stands within its metadata. */
async function withThumbnail(): Promise<Buffer> {
  const picture = await scene.clone().jpeg().toBuffer();
  const thumbnail = await scene.clone().resize(40).jpeg().toBuffer();
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(thumbnail.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), marker, thumbnail, picture.subarray(2)]);
}

function isWhole(file: Buffer, pieces: readonly number[] = []): boolean {
  const end = pictureEnd(pictureFile(file).format, file, file.length);
  let from = 0;
  for (const length of [...pieces, file.length]) {
    end.see(file.subarray(from, from + length));
    from += length;
  }
  return end.isReached;
}

const files = {
  'a JPEG': await scene.clone().jpeg().toBuffer(),
  'a progressive JPEG': await scene.clone().jpeg({ progressive: true }).toBuffer(),
  'a JPEG with a thumbnail': await withThumbnail(),
  'a PNG': await scene.clone().png().toBuffer(),
  'a GIF': await scene.clone().gif().toBuffer(),
  'a WebP': await scene.clone().webp().toBuffer(),
};

test.each(Object.entries(files))(
  '%s is whole, in pieces of any length and with something appended, and cut anywhere it is not',
  (_, file) => {
    const pieces = fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 });
    fc.assert(fc.property(pieces, (lengths) => isWhole(file, lengths)));
    fc.assert(fc.property(pieces, fc.uint8Array({ maxLength: 500 }), (lengths, more) => isWhole(Buffer.concat([file, more]), lengths)));
    // A cut within the head, which the decoder refuses by itself, says nothing here.
    const scan = Math.max(30, file.lastIndexOf(Buffer.from([0xff, 0xda])) + 14);
    fc.assert(
      fc.property(pieces, fc.integer({ min: scan, max: file.length - 2 }), (lengths, at) => !isWhole(file.subarray(0, at), lengths)),
    );
  },
);

test('what is judged by its decoder alone counts as whole', async () => {
  const avif = await scene.clone().avif({ effort: 0 }).toBuffer();
  expect([isWhole(avif), isWhole(avif.subarray(0, 400)), isWhole(Buffer.from('hello'))]).toEqual([true, true, true]);
});
