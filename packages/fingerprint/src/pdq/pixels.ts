/** What may be handed to a PDQ implementation? */

/** Interleaved 8-bit samples, row by row from the top. 1 = grey, 3 = RGB, 4 = RGBA (alpha is ignored, not blended). */
export interface Pixels {
  readonly samples: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
}

/** Full size is hashed up to here, on the device and on the server; above it a picture is refused, never shrunk (design §8). */
export const maxPixels = 50_000_000;

/** Below this many pixels along an edge the reference answers 0 with quality 0 (pdqhashing.h, "minimum hashable dimension"). */
export const minHashableEdge = 5;

/** The pixels do not fit the sizes they came with, or are too many. Nothing was computed. */
export class PixelsRefused extends RangeError {
  override readonly name = 'PixelsRefused';
}

/** Throws PixelsRefused unless the samples are exactly width x height x channels and at most `maxPixels` pixels. */
export function checkPixels({ samples, width, height, channels }: Pixels): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new PixelsRefused(`A picture has whole, positive sizes, not ${width} x ${height}.`);
  }
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new PixelsRefused(`A pixel has 1, 3 or 4 channels, not ${String(channels)}.`);
  if (width * height > maxPixels) throw new PixelsRefused(`${width} x ${height} is more than ${maxPixels} pixels.`);
  if (samples.length !== width * height * channels) {
    throw new PixelsRefused(
      `${width} x ${height} with ${channels} channels is ${width * height * channels} samples, not ${samples.length}.`,
    );
  }
}
