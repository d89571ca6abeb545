/**
 * What is the PDQ hash of these pixels, quickly and in little memory? AssemblyScript; the same bits as ../reference.ts, with SIMD and without.
 *
 * Rows stream through in bands of eight: pixels -> luma -> row filter -> column filter -> row filter -> 64 columns -> column filter -> 64 rows.
 * A column filter needs only the last `window` rows and one running sum per column, so 50 megapixels take about 2 MB here.
 *
 * Calls, in order: begin(width, height, channels); then, from the top, up to inputRows() rows at a time, written one after the other at input(),
 * and push(rows); rows is a multiple of eight, except at the end. Where isWide(), eight rows at a time come from left to right in strips of STRIP
 * columns: pushStrip(rows, from, columns); a strip that does not start at the left edge brings the seven columns before it along in each row.
 * Then finish(withTurns).
 */
import { dct, fillMatrix, qualityOf, writeTurns, writeWhole } from './finish';
import { beginLanes, filterLanes, stepsOfLanes } from './lanes';
import {
  BAND, beginPicture, channels, endBand, filterKept, HASH_BYTES, HASHES, height, isSmall, lumaAt, MIN_EDGE, rowsDone, rowsNeeded, SMALL, small, take,
  unfiltered, width,
} from './layout';
import { beginPlain, filterPlain, lumaPlain } from './plain';

/** Wider pictures come in strips: a band of whole rows would be the largest thing in memory. */
const STRIP: i32 = 1 << 14;
/** Columns by which the eighth row runs behind the first. */
const SKEW: i32 = BAND - 1;

/** 9 hashes (plain call, then the eight of the dihedral call), then the two calls' qualities as i32. */
const results = memory.data(HASHES * HASH_BYTES + 8, 16);

/** How much is written at input() at a time where rows are short: enough to make a call cheap, little enough to stay in the cache. */
const INPUT_BYTES: i32 = 1 << 17;

let inputAt: usize = 0;
let inputRowsNow: i32 = 0;

fillMatrix();

export { matrixAddress } from './finish';
export function input(): usize { return inputAt; }
export function inputRows(): i32 { return inputRowsNow; }
export function isWide(): bool { return width > STRIP; }
export function stripColumns(): i32 { return STRIP; }

/** Prepares for one picture whose sizes the caller has checked. */
export function begin(w: i32, h: i32, c: i32): void {
  beginPicture(w, h, c);
  const columns = min(w, STRIP + SKEW);
  inputRowsNow = max(BAND, min((h + BAND - 1) & -BAND, INPUT_BYTES / (columns * c) & -BAND));
  inputAt = take(<usize>(inputRowsNow * columns * c));
  if (ASC_FEATURE_SIMD) beginLanes();
  else beginPlain();
}

export function push(rows: i32): void {
  const stride = width * channels;
  for (let row: i32 = 0; row < rows; row += BAND) band(inputAt + <usize>(row * stride), stride, min(BAND, rows - row), 0, width);
}

export function pushStrip(rows: i32, from: i32, columns: i32): void {
  const before = from > 0 ? SKEW : 0;
  band(inputAt + <usize>(before * channels), (before + columns) * channels, rows, from, from + columns);
}

/** Takes `rows` rows of columns `from` to `to`; column `from` of the first lies at `first`. */
function band(first: usize, stride: i32, rows: i32, from: i32, to: i32): void {
  if (width < MIN_EDGE || height < MIN_EDGE) return;
  // Rows below the last are zeros, and so are the columns that a strip brings along.
  const before = stride - (to - from) * channels;
  memory.fill(first - <usize>before + <usize>(rows * stride), 0, (BAND - rows) * stride);
  if (isSmall) copyUnfiltered(first, stride, rows);
  filter(first, stride, from, to);
}

function filter(first: usize, stride: i32, from: i32, to: i32): void {
  const isLast = to == width;
  if (ASC_FEATURE_SIMD) filterLanes(first, stride, from, isLast ? stepsOfLanes() : to);
  else lumaPlain(first, stride, from, to);
  if (!isLast) return;
  if (!ASC_FEATURE_SIMD) filterPlain();
  filterKept();
  endBand();
}

/** Ends the picture; the address of 9 x 32 bytes of hash in text order, then two i32 qualities. Without turns, only the first hash and quality are there. */
export function finish(withTurns: bool): usize {
  memory.fill(results, 0, HASHES * HASH_BYTES + 8);
  if (width < MIN_EDGE || height < MIN_EDGE) return results;
  while (rowsDone < rowsNeeded) filter(0, 0, 0, width);
  if (withTurns || !isSmall) {
    const quality = qualityOf(small);
    store<i32>(results, quality, HASHES * HASH_BYTES);
    store<i32>(results, quality, HASHES * HASH_BYTES + 4);
    dct(small);
    if (withTurns) {
      writeTurns(results + HASH_BYTES);
      memory.copy(results, results + HASH_BYTES, HASH_BYTES);
    } else writeWhole(results);
  }
  if (isSmall) {
    // The plain call takes a 64x64 picture as it is; the dihedral call has filtered it above.
    store<i32>(results, qualityOf(unfiltered), HASHES * HASH_BYTES);
    dct(unfiltered);
    writeWhole(results);
  }
  return results;
}

function copyUnfiltered(first: usize, stride: i32, rows: i32): void {
  for (let y: i32 = 0; y < rows; y++) {
    for (let x: i32 = 0; x < SMALL; x++) {
      store<f32>(unfiltered + <usize>(((rowsDone + y) * SMALL + x) << 2), lumaAt(first + <usize>(y * stride + x * channels), channels));
    }
  }
}
