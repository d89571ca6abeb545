/** What does the picture look like turned by a few degrees? */
import type { Pixels } from '../pdq/pixels.ts';
import type { Tilt } from '../variants.ts';
import type { Plane } from './plane.ts';

/** Degrees clockwise. An upload that was turned by one of these is turned back by its opposite. */
export const tiltDegrees: Readonly<Record<Tilt, number>> = {
  tiltLeft3: -3,
  tiltLeft2: -2,
  tiltLeft1: -1,
  tiltRight1: 1,
  tiltRight2: 2,
  tiltRight3: 3,
};

/** The plane turned about its middle, in a frame of the same size; where the frame shows what was outside, the nearest edge goes on. */
export function tilted({ values, width, height }: Plane, degrees: number): Pixels {
  const samples = new Uint8Array(values.length);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Where this cell came from: the turn backwards. Rows count downwards, so clockwise is the positive sense.
      const fromX = clamp(middleX + (x - middleX) * cos + (y - middleY) * sin, width - 1);
      const fromY = clamp(middleY - (x - middleX) * sin + (y - middleY) * cos, height - 1);
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      const right = Math.min(left + 1, width - 1);
      const bottom = Math.min(top + 1, height - 1);
      const across = fromX - left;
      const upper = (values[top * width + left] ?? 0) * (1 - across) + (values[top * width + right] ?? 0) * across;
      const lower = (values[bottom * width + left] ?? 0) * (1 - across) + (values[bottom * width + right] ?? 0) * across;
      samples[y * width + x] = Math.round(upper + (lower - upper) * (fromY - top));
    }
  }
  return { samples, width, height, channels: 1 };
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest);
}
