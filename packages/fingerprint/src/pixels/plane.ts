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

/** The picture in grey; each cell is the mean of up to four of its pixels. */
export function planeOf({ samples, width, height, channels }: Pixels): Plane {
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / longestEdge));
  const step = Math.max(1, Math.floor(cell / looks));
  const planeWidth = Math.ceil(width / cell);
  const planeHeight = Math.ceil(height / cell);
  const values = new Uint8Array(planeWidth * planeHeight);
  for (let y = 0; y < planeHeight; y++) {
    for (let x = 0; x < planeWidth; x++) {
      let sum = 0;
      let count = 0;
      for (let row = y * cell; row < Math.min(height, y * cell + step * looks, (y + 1) * cell); row += step) {
        for (let column = x * cell; column < Math.min(width, x * cell + step * looks, (x + 1) * cell); column += step) {
          const at = (row * width + column) * channels;
          const red = samples[at] ?? 0;
          // Luma in 256ths; exactness is the kernel's business.
          sum += channels === 1 ? red << 8 : 77 * red + 150 * (samples[at + 1] ?? 0) + 29 * (samples[at + 2] ?? 0);
          count++;
        }
      }
      values[y * planeWidth + x] = Math.round(sum / count / 256);
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
