/**
 * Which part of the picture is left when borders, letterbox bars and the frame of a phone screenshot are cut away? Guesses: they may be wrong, so
 * what is computed from them may only ask for review (variants.ts).
 */
import type { Rectangle } from '../pdq/pixels.ts';
import type { Plane } from './plane.ts';

/** A line is one bar's own if nearly all of it is one grey: borders, letterboxes, blank paper. Left over for noise of re-encoding. */
const flatShare = 0.97;
const flatSpread = 6;
/** Below a bar, a line belongs to it too if most of it has the bar's grey: captions, icons, buttons. */
const likeShare = 0.55;
const likeSpread = 10;
/** So many lines in a row may be neither (large letters, a thin rule), in shares of the edge, if more lines of the bar follow. */
const gapShare = 0.06;
/** Less than this of an edge is no picture any more. */
const leastShare = 0.2;
/** Rows, then columns between those rows; once more for frames in which bars hide each other. */
const rounds = 2;

/**
 * The part inside bars of one grey, that of the outermost; then, if it is another, the part inside all bars one after the other (a status bar, then a
 * page's margin); in cells. The first is right for an object before a plain wall, the second for many screenshots. None where there is nothing to cut
 * away, or nearly nothing would be left.
 */
export function innerRectangles(plane: Plane): Rectangle[] {
  const [outer, all] = [insideOneGrey(plane), insideAllBars(plane)];
  return (isSame(outer, all) ? [outer] : [outer, all]).filter(({ width, height }) => {
    const isWhole = width === plane.width && height === plane.height;
    return !isWhole && width >= leastShare * plane.width && height >= leastShare * plane.height;
  });
}

const isSame = (a: Rectangle, b: Rectangle): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

const allOf = ({ width, height }: Plane): Rectangle => ({ left: 0, top: 0, width, height });

function insideOneGrey(plane: Plane): Rectangle {
  const whole = allOf(plane);
  const rows = innerRange(whole.height, rowOf(plane, whole), { isOneGrey: true });
  const between = { ...whole, top: rows.from, height: rows.to - rows.from };
  const columns = innerRange(whole.width, columnOf(plane, between), { isOneGrey: true, grey: rows.grey });
  return { ...between, left: columns.from, width: columns.to - columns.from };
}

function insideAllBars(plane: Plane): Rectangle {
  let inner = allOf(plane);
  for (let round = 0; round < rounds; round++) {
    const rows = innerRange(inner.height, rowOf(plane, inner), { isOneGrey: false });
    const between = { ...inner, top: inner.top + rows.from, height: rows.to - rows.from };
    const columns = innerRange(between.width, columnOf(plane, between), { isOneGrey: false });
    const next = { ...between, left: between.left + columns.from, width: columns.to - columns.from };
    if (isSame(next, inner)) break;
    inner = next;
  }
  return inner;
}

/** The values of one line across the part. */
type LineAt = (index: number) => Uint8Array;

const rowOf =
  ({ values, width }: Plane, part: Rectangle): LineAt =>
  (index) =>
    values.subarray((part.top + index) * width + part.left, (part.top + index) * width + part.left + part.width);

const columnOf =
  ({ values, width }: Plane, part: Rectangle): LineAt =>
  (index) => {
    const line = new Uint8Array(part.height);
    for (let y = 0; y < part.height; y++) line[y] = values[(part.top + y) * width + part.left + index] ?? 0;
    return line;
  };

/** What a bar may be. */
interface Bars {
  /** Whether a bar ends where its grey does; otherwise another bar may follow. */
  readonly isOneGrey: boolean;
  /** The grey it must have, where that is known. */
  readonly grey?: number | undefined;
}

/** From which line to which the picture reaches, and the grey of the first bar. All of it where nothing but border is there: then it is no border. */
function innerRange(edge: number, lineAt: LineAt, bars: Bars): { from: number; to: number; grey: number | undefined } {
  const before = borderLines(edge, lineAt, bars);
  const behind = borderLines(edge, (index) => lineAt(edge - 1 - index), bars);
  if (before.count + behind.count >= edge) return { from: 0, to: edge, grey: undefined };
  return { from: before.count, to: edge - behind.count, grey: before.grey ?? behind.grey };
}

/** How many lines from the first on belong to bars. */
function borderLines(edge: number, lineAt: LineAt, { isOneGrey, grey: wanted }: Bars): { count: number; grey: number | undefined } {
  const longestGap = Math.max(1, Math.round(gapShare * edge));
  let count = 0;
  let grey = wanted;
  let first: number | undefined;
  for (let index = 0; index < edge && index - count <= longestGap; index++) {
    const line = lineAt(index);
    const own = commonGrey(line);
    const isFlat =
      shareNear(line, own, flatSpread) >= flatShare && (!isOneGrey || grey === undefined || Math.abs(own - grey) <= likeSpread);
    // The first line decides whether there is a bar at all.
    if (index === 0 && !isFlat) break;
    if (isFlat && (!isOneGrey || grey === undefined)) grey = own;
    first ??= grey;
    if (isFlat || (grey !== undefined && shareNear(line, grey, likeSpread) >= likeShare)) count = index + 1;
  }
  return { count, grey: first };
}

/** The middle value: where more than half of a line is one grey, that grey. */
function commonGrey(line: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of line) counts[value] = (counts[value] ?? 0) + 1;
  let below = 0;
  for (const [value, count] of counts.entries()) {
    below += count;
    if (below > line.length >> 1) return value;
  }
  return 0;
}

function shareNear(line: Uint8Array, grey: number, spread: number): number {
  let near = 0;
  for (const value of line) if (Math.abs(value - grey) <= spread) near++;
  return near / line.length;
}
