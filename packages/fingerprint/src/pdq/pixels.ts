/** What may be handed to a PDQ implementation? */

/** What is known of a picture before its samples. */
export interface PixelsShape {
  readonly width: number;
  readonly height: number;
  /** 1 = grey (or the Y plane of a video frame), 3 = RGB, 4 = RGBA (alpha is ignored, not blended). */
  readonly channels: 1 | 3 | 4;
}

/** Interleaved 8-bit samples, row by row from the top. */
export interface Pixels extends PixelsShape {
  readonly samples: Uint8Array | Uint8ClampedArray;
}

/** A part of a picture, in whole pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Full size is hashed up to here, on the device and on the server; above it a picture is refused, never shrunk. */
export const maxPixels = 50_000_000;

/** Below this many pixels along an edge the reference answers 0 with quality 0 (pdqhashing.h, "minimum hashable dimension"). */
export const minHashableEdge = 5;

/** The pixels do not fit the sizes they came with, or are too many. Nothing was computed. */
export class PixelsRefused extends RangeError {
  override readonly name = 'PixelsRefused';
}

/** Throws PixelsRefused unless these are sizes of a picture of at most `maxPixels` pixels. */
export function checkSizes({ width, height, channels }: PixelsShape): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new PixelsRefused(`A picture has whole, positive sizes, not ${width} x ${height}.`);
  }
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new PixelsRefused(`A pixel has 1, 3 or 4 channels, not ${String(channels)}.`);
  if (width * height > maxPixels) throw new PixelsRefused(`${width} x ${height} is more than ${maxPixels} pixels.`);
}

/** Throws PixelsRefused unless the samples are exactly width x height x channels and at most `maxPixels` pixels. */
export function checkPixels(pixels: Pixels): void {
  checkSizes(pixels);
  const { samples, width, height, channels } = pixels;
  if (samples.length !== width * height * channels) {
    throw new PixelsRefused(
      `${width} x ${height} with ${channels} channels is ${width * height * channels} samples, not ${samples.length}.`,
    );
  }
}
