/** What does the picture look like in grey, small enough to look at often? For finding borders and for turning by a few degrees, never for an exact hash. */
import type { Pixels, Rectangle } from '../pdq/pixels.ts';

/** One grey value per cell. */
export interface Plane {
  readonly values: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture along a cell's edge; the last cells may be cut by the picture's edge. */
  readonly cell: number;
}

/** No plane has a longer edge: eight times what PDQ keeps, so a cell is far below what its filter sees. */
const longestEdge = 512;
/** Of a cell so many pixels are looked at along each edge: 12 megapixels are 0.8 million looks. */
const looks = 2;

/** The picture in grey; each cell is the mean of up to four of its pixels. Each upload pays for it: measured in docs/decisions/0013-parts-and-crops.md. */
export function planeOf({ samples, width, height, channels }: Pixels): Plane {
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / longestEdge));
  const step = Math.max(1, Math.floor(cell / looks));
  const planeWidth = Math.ceil(width / cell);
  const planeHeight = Math.ceil(height / cell);
  const values = new Uint8Array(planeWidth * planeHeight);
  // Luma in 256ths; exactness is the kernel's business.
  const lumaAt = (at: number): number =>
    channels === 1 ? (samples[at] ?? 0) << 8 : 77 * (samples[at] ?? 0) + 150 * (samples[at + 1] ?? 0) + 29 * (samples[at + 2] ?? 0);
  /** How many pixels of a cell that begins here are looked at along one edge: two, if it has them. */
  const looksFrom = (first: number, edge: number): number => (cell > step && first + step < edge ? looks : 1);
  for (let y = 0; y < planeHeight; y++) {
    const rows = looksFrom(y * cell, height);
    const below = step * width * channels;
    for (let x = 0; x < planeWidth; x++) {
      const columns = looksFrom(x * cell, width);
      const at = (y * cell * width + x * cell) * channels;
      let sum = lumaAt(at);
      if (columns > 1) sum += lumaAt(at + step * channels);
      if (rows > 1) sum += lumaAt(at + below);
      if (columns > 1 && rows > 1) sum += lumaAt(at + below + step * channels);
      // One, two or four looks: a division by a power of two, rounded.
      const shift = 6 + rows + columns;
      values[y * planeWidth + x] = (sum + (1 << (shift - 1))) >> shift;
    }
  }
  return { values, width: planeWidth, height: planeHeight, cell };
}

/** The pixels under a rectangle of cells. */
export function pixelsUnder(cells: Rectangle, { cell }: Plane, { width, height }: Pixels): Rectangle {
  const left = cells.left * cell;
  const top = cells.top * cell;
  return {
    left,
    top,
    width: Math.min(width, (cells.left + cells.width) * cell) - left,
    height: Math.min(height, (cells.top + cells.height) * cell) - top,
  };
}
