/** What is the PDQ of a frame of video, from its luma alone? Decoders give luma as it is stored; the same here on a server and in a browser. */
import { hexOfBytes } from '../hex.ts';
import type { PdqKernel } from '../pdq/kernel.ts';
import type { VideoFrame } from './frame.ts';

/** One plane of luma, a byte a pixel, row by row without gaps. */
export interface Luma {
  readonly samples: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Whether it uses all of 0 to 255; most video uses 16 to 235. */
  readonly isFullRange: boolean;
}

/** Stretches 16..235, the range of most video, to the 0..255 that the reference hashes after its conversion to RGB. */
const fullRange = Uint8Array.from({ length: 256 }, (_, level) => Math.max(0, Math.min(255, Math.round(((level - 16) * 255) / 219))));

/**
 * PDQ of a frame, without the turns, which no vPDQ has. Its bits do not depend on the range, being comparisons of coefficients; its quality does, which is
 * a sum of differences. A stretch only raises that sum, so a quality that is 100 without it needs none: that spares most frames the second look.
 * Throws PixelsRefused as the kernel does.
 */
export function hashLuma(kernel: PdqKernel, { samples, width, height, isFullRange }: Luma): Pick<VideoFrame, 'value' | 'quality'> {
  const whole = { left: 0, top: 0, width, height };
  const asStored = kernel.hashPart({ samples, width, height, channels: 1 }, whole);
  const value = hexOfBytes(asStored.bytes);
  if (isFullRange || asStored.quality === 100) return { value, quality: asStored.quality };
  const stretched = stretchedLuma({ samples, width, height });
  const all = { left: 0, top: 0, width: stretched.width, height: stretched.height };
  return { value, quality: kernel.hashPart({ ...stretched, channels: 1 }, all).quality };
}

/** From this shorter edge on, quality is found on a picture of half the size: it looks at 64 x 64, and moves by 1 at most (docs/video.md). */
const largeEdge = 640;

function stretchedLuma({ samples, width, height }: Pick<Luma, 'samples' | 'width' | 'height'>): Omit<Luma, 'isFullRange'> {
  if (Math.min(width, height) < largeEdge) {
    const stretched = new Uint8Array(samples.length);
    // A loop, not map: its callbacks made a frame of 1080p cost 32 ms in place of 7.
    for (let at = 0; at < samples.length; at++) stretched[at] = fullRange[samples[at] ?? 0] ?? 0;
    return { samples: stretched, width, height };
  }
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const halved = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y++) {
    let from = 2 * y * width;
    for (let to = y * halfWidth; to < (y + 1) * halfWidth; to++, from += 2) {
      const sum = (samples[from] ?? 0) + (samples[from + 1] ?? 0) + (samples[from + width] ?? 0) + (samples[from + width + 1] ?? 0);
      halved[to] = fullRange[(sum + 2) >> 2] ?? 0;
    }
  }
  return { samples: halved, width: halfWidth, height: halfHeight };
}

/** A frame as players show it: turned clockwise by quarters, then mirrored left to right. */
export function turnedLuma(luma: Luma, quarters: number, isMirrored: boolean): Luma {
  const { samples, width, height } = luma;
  if (quarters === 0 && !isMirrored) return luma;
  const isOnItsSide = quarters % 2 === 1;
  const shownWidth = isOnItsSide ? height : width;
  const shownHeight = isOnItsSide ? width : height;
  const shown = new Uint8Array(samples.length);
  // Where the shown frame's first sample lies in the stored one, and how far on the next in its row and the next in its column lie.
  const last = width * height - 1;
  const [first, along, down] =
    [
      [0, 1, width],
      [last - width + 1, -width, 1],
      [last, -1, -width],
      [width - 1, width, -1],
    ][quarters % 4] ?? [];
  if (first === undefined || along === undefined || down === undefined) throw new RangeError(`${quarters} is no number of quarters.`);
  for (let y = 0; y < shownHeight; y++) {
    let from = first + y * down + (isMirrored ? (shownWidth - 1) * along : 0);
    const step = isMirrored ? -along : along;
    for (let x = 0; x < shownWidth; x++, from += step) shown[y * shownWidth + x] = samples[from] ?? 0;
  }
  return { ...luma, samples: shown, width: shownWidth, height: shownHeight };
}
