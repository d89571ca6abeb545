/**
 * Where is the sharp picture that stands on blurred bands? Apps fill the frame of a story with the picture's own blur, which is no bar of one grey (trim.ts), and
 * has no edges. A guess, as those are.
 */
import type { Rectangle } from '../pdq/pixels.ts';
import type { Plane } from './plane.ts';

/**
 * In a blurred band a value lies about this far from where its two neighbours' course would have put it, at most: 0 to 2 in stories of 540 to 1,080 pixels as JPEG of quality 50
 * to 90, where pictures begin 4 to 100 (measured once on twenty stories; what is found at all is in group E of `npm run soak -- recall`).
 */
const quiet = 2.5;
/** The picture begins where that is so large, and so many times what the band had. */
const edge = 3;
const edgeTimes = 3.5;
/** Less of an edge than this is no band, and less than this is no picture. */
const leastBand = 0.03;
const leastPicture = 0.2;

type ValueAt = (line: number, at: number) => number;

/** The part between two equal bands, above and below or on both sides: apps put the picture into the middle. None where there are none. */
export function sharpPart({ values, width, height }: Plane): Rectangle | undefined {
  const rows = bandLines(height, width, (line, at) => values[line * width + at] ?? 0);
  if (rows !== undefined) return { left: 0, top: rows, width, height: height - 2 * rows };
  const columns = bandLines(width, height, (line, at) => values[at * width + line] ?? 0);
  return columns === undefined ? undefined : { left: columns, top: 0, width: width - 2 * columns, height };
}

/** How many lines each band has. On one side the edge may not show (a plain ground beside its own blur), but both must be blurred so far. */
function bandLines(lines: number, length: number, valueAt: ValueAt): number | undefined {
  const before = blurredLines(lines, length, valueAt);
  const behind = blurredLines(lines, length, (line, at) => valueAt(lines - 1 - line, at));
  const count = Math.min(...[before, behind].filter(({ isEdge }) => isEdge).map((band) => band.count));
  if (count > before.count || count > behind.count) return undefined;
  return count < lines * leastBand || lines - 2 * count < lines * leastPicture ? undefined : count;
}

/** How many lines from the first on are blurred, and whether an edge ends them. */
function blurredLines(lines: number, length: number, valueAt: ValueAt): { readonly count: number; readonly isEdge: boolean } {
  let mostSoFar = 0;
  for (let line = 2; line < lines / 2; line++) {
    if (stepAlong(line - 1, length, valueAt) > quiet) return { count: line - 1, isEdge: false };
    const across = stepAcross(line, length, valueAt);
    if (across > quiet) {
      // Scaling spreads an edge over two or three lines: it is where half of it is reached.
      const spread = [0, 1, 2].map((more) => stepAcross(Math.min(line + more, lines - 1), length, valueAt));
      const most = Math.max(...spread);
      return { count: line + spread.findIndex((each) => each >= most / 2), isEdge: most >= Math.max(edge, edgeTimes * mostSoFar) };
    }
    mostSoFar = Math.max(mostSoFar, across);
  }
  return { count: Math.floor(lines / 2), isEdge: false };
}

/** How far the line lies from where the two lines before it would have put it, in the mean. */
const stepAcross = (line: number, length: number, valueAt: ValueAt): number =>
  meanOf(length, (at) => valueAt(line, at) - 2 * valueAt(line - 1, at) + valueAt(line - 2, at));

/** The same along one line. */
const stepAlong = (line: number, length: number, valueAt: ValueAt): number =>
  meanOf(length, (at) => valueAt(line, at) - 2 * valueAt(line, at - 1) + valueAt(line, at - 2));

/** Of every fourth cell: a picture that is smooth to its middle then costs 6 ms, not 26. */
const everyCell = 4;

function meanOf(length: number, stepAt: (at: number) => number): number {
  let sum = 0;
  for (let at = 2; at < length; at += everyCell) sum += Math.abs(stepAt(at));
  return (sum * everyCell) / length;
}
