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

/** Places are counted in so many parts of a cell: what a float would add is far below what PDQ's filter sees. */
const PART_BITS = 8;
const PART = 2 ** PART_BITS;

/** The plane turned about its middle, in a frame of the same size; where the frame shows what was outside, the nearest edge goes on. */
export function tilted({ values, width, height }: Plane, degrees: number): Pixels {
  const samples = new Uint8Array(values.length);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  const lastX = (width - 1) * PART;
  const lastY = (height - 1) * PART;
  let to = 0;
  for (let y = 0; y < height; y++) {
    // Where the cells of this row came from: the turn backwards. Rows count downwards, so clockwise is the positive sense.
    const rowX = middleX + (y - middleY) * sin;
    const rowY = middleY + (y - middleY) * cos;
    for (let x = 0; x < width; x++) {
      const fromX = clamp(Math.round((rowX + (x - middleX) * cos) * PART), lastX);
      const fromY = clamp(Math.round((rowY - (x - middleX) * sin) * PART), lastY);
      const across = fromX & (PART - 1);
      const down = fromY & (PART - 1);
      const at = (fromY >> PART_BITS) * width + (fromX >> PART_BITS);
      // At the last cell of an edge nothing of the next is asked for.
      const right = across === 0 ? at : at + 1;
      const below = down === 0 ? 0 : width;
      const upper = (values[at] ?? 0) * (PART - across) + (values[right] ?? 0) * across;
      const lower = (values[at + below] ?? 0) * (PART - across) + (values[right + below] ?? 0) * across;
      samples[to++] = (upper * (PART - down) + lower * down + PART * (PART / 2)) >> (2 * PART_BITS);
    }
  }
  return { samples, width, height, channels: 1 };
}

function clamp(value: number, largest: number): number {
  return value < 0 ? 0 : value > largest ? largest : value;
}
