/**
 * How are eight rows filtered at once, every sum in the reference's order? Luma, row filter, column filter, second row filter; vectors of four lanes.
 *
 * A lane is a row. Lane q (0 to 7, two vectors a and b) runs q columns behind lane 0: at step t it takes in column t - q. This skew puts the column
 * filter's sums in step too: the sum that row q needs is the one that row q - 1 made one step ago, so it moves on by one lane per step, and no
 * transposition stands between the filters. Row 0 takes its sums from the band before, row 7 leaves its own there.
 *
 * Beyond the edges the filters take in zeros, instead of the reference's four phases: x + 0 and x - 0 are x.
 * Plain SIMD, never relaxed SIMD: that may fuse multiply and add, which rounds once where the reference rounds twice.
 */
import {
  aheadWide, BAND, channels, height, kept, keptAt, rowsDone, SMALL, take, tall, wide, width,
} from './layout';

/** What is remembered of one step: luma a, b; means of the column filter a, b; sums of the second row filter a, b. */
const STEP: usize = 96;
const LUMA_B: usize = 16;
const MEAN_A: usize = 32;
const MEAN_B: usize = 48;
const SUM_A: usize = 64;
const SUM_B: usize = 80;

/** Steps taken at a time, so that what they touch stays in the first-level cache. 64 to 1024 measured alike on 48 KB of it; 128 suits 32 KB too. */
const STRETCH: i32 = 128;

/** Sums that go on from one stretch to the next: row filter a, b; column filter a, b; second row filter a, b. */
const sums = memory.data(6 * 16, 16);

/**
 * Constants that loops read into variables first: V8 builds a vector constant anew at each use, with up to four instructions
 * (Node 24, 512x512 RGBA: 0.89 -> 0.51 ms together with the loops that are compiled once per window and pixel).
 */
const weights = memory.data<f32>([0.299, 0.299, 0.299, 0.299, 0.587, 0.587, 0.587, 0.587, 0.114, 0.114, 0.114, 0.114], 16);
const masks = memory.data<u8>([
  0, 255, 255, 255, 3, 255, 255, 255, 6, 255, 255, 255, 9, 255, 255, 255,
  1, 255, 255, 255, 4, 255, 255, 255, 7, 255, 255, 255, 10, 255, 255, 255,
  2, 255, 255, 255, 5, 255, 255, 255, 8, 255, 255, 255, 11, 255, 255, 255,
  255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0,
  0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0,
  0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0,
], 16);

/** Steps of a band. */
let steps: i32 = 0;
/** Steps remembered before a stretch: the window, and 7 for the skew. */
let behind: i32 = 0;
let stretch: i32 = 0;
/** Steps of the stretch before. */
let stretchBefore: i32 = 0;
let records: usize = 0;
/** The first column filter's running sums by step of lane 0. */
let columnSums: usize = 0;
/** The rows inside the column filter's window: `slots` groups of four rows, `slotBytes` apart, 16 bytes per step of their own lane 0. */
let ring: usize = 0;
let slots: i32 = 0;
let slotBytes: usize = 0;
/** Which of the 64 columns comes next. */
let nextKept: i32 = 0;

export function beginLanes(): void {
  steps = keptAt(SMALL - 1, width) + 2 * aheadWide + BAND;
  behind = max(wide, BAND);
  stretch = max(STRETCH, (4 * behind + 3) & ~3);
  records = take(<usize>(behind + stretch) * STEP);
  slots = max(1, (tall + 3) >> 2);
  slotBytes = <usize>(steps + 24) << 4;
  ring = take(<usize>slots * slotBytes);
  memory.fill(ring, 0, <usize>slots * slotBytes);
  columnSums = take(<usize>(steps + 16) << 2);
  memory.fill(columnSums, 0, <usize>(steps + 16) << 2);
}

export function stepsOfLanes(): i32 { return steps; }

/**
 * Takes steps `from` to `to` of a band; `first` is where column `from` of the first row lies, rows are `stride` apart. The seven columns
 * before lie before it (any bytes where from is 0). Where the band is all zeros, `first` is 0.
 */
export function filterLanes(first: usize, stride: i32, from: i32, to: i32): void {
  if (from == 0) {
    memory.fill(sums, 0, 6 * 16);
    memory.fill(records, 0, <usize>behind * STEP);
    nextKept = 0;
  }
  for (let start = from; start < to; start += stretch) {
    const end = min(to, start + stretch);
    if (start > 0) memory.copy(records, records + <usize>stretchBefore * STEP, <usize>behind * STEP);
    stretchBefore = end - start;
    luma(first == 0 ? 0 : first + <usize>((start - from) * channels), stride, start, end);
    filter(start, end);
    keep(start, end);
  }
}

@inline
function recordAt(step: i32, start: i32): usize { return records + <usize>(behind + step - start) * STEP; }

/** The sizes of a pixel: AssemblyScript knows only types at compile time, so these stand for 1, 3 and 4 bytes. */
@unmanaged class Grey { y: u8; }
@unmanaged class Rgb { r: u8; g: u8; b: u8; }
@unmanaged class Rgba { r: u8; g: u8; b: u8; a: u8; }

/** Luma of four pixels in a row: to floats, weighted, summed from red to blue. */
@inline
function lumaOfFour<Pixel>(from: usize, mask0: v128, mask1: v128, mask2: v128, weight0: v128, weight1: v128, weight2: v128): v128 {
  let r: v128, g: v128, b: v128;
  if (offsetof<Pixel>() == 1) {
    r = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from))));
    g = r;
    b = r;
  } else if (offsetof<Pixel>() == 3) {
    const four = v128.load(from);
    r = f32x4.convert_i32x4_s(i8x16.swizzle(four, mask0));
    g = f32x4.convert_i32x4_s(i8x16.swizzle(four, mask1));
    b = f32x4.convert_i32x4_s(i8x16.swizzle(four, mask2));
  } else {
    const four = v128.load(from);
    r = f32x4.convert_i32x4_s(v128.and(four, mask0));
    g = f32x4.convert_i32x4_s(v128.and(four, mask1));
    b = f32x4.convert_i32x4_s(v128.and(four, mask2));
  }
  return f32x4.add(f32x4.add(f32x4.mul(r, weight0), f32x4.mul(g, weight1)), f32x4.mul(b, weight2));
}

/** Luma of all rows of the band, four rows by four columns at a time, a column to a vector, into the records of four steps. */
function lumaOfStretch<Pixel>(first: usize, stride: i32, to: usize, end: usize): void {
  // Each row starts one pixel before the one above: the skew.
  const down = <usize>stride - offsetof<Pixel>();
  const mask = offsetof<Pixel>() == 3 ? masks : masks + 48;
  const mask0 = v128.load(mask);
  const mask1 = v128.load(mask, 16);
  const mask2 = v128.load(mask, 32);
  const weight0 = v128.load(weights);
  let weight1 = v128.load(weights, 16);
  let weight2 = v128.load(weights, 32);
  if (offsetof<Pixel>() == 4) {
    // Green and blue stay in the second and third byte; scaling by 256 is exact.
    weight1 = f32x4.mul(weight1, f32x4.splat(1.0 / 256));
    weight2 = f32x4.mul(weight2, f32x4.splat(1.0 / 65536));
  }
  for (let half: usize = 0; half < 32; half += 16, first += 4 * down) {
    let from = first;
    for (let record = to + half; record < end; record += 4 * STEP, from += 4 * offsetof<Pixel>()) {
      let next = from;
      const p = lumaOfFour<Pixel>(next, mask0, mask1, mask2, weight0, weight1, weight2);
      const q = lumaOfFour<Pixel>((next += down), mask0, mask1, mask2, weight0, weight1, weight2);
      const pq = v128.shuffle<i32>(p, q, 0, 4, 1, 5);
      const pq2 = v128.shuffle<i32>(p, q, 2, 6, 3, 7);
      const r = lumaOfFour<Pixel>((next += down), mask0, mask1, mask2, weight0, weight1, weight2);
      const s = lumaOfFour<Pixel>(next + down, mask0, mask1, mask2, weight0, weight1, weight2);
      const rs = v128.shuffle<i32>(r, s, 0, 4, 1, 5);
      const rs2 = v128.shuffle<i32>(r, s, 2, 6, 3, 7);
      v128.store(record, v128.shuffle<i64>(pq, rs, 0, 2));
      v128.store(record, v128.shuffle<i64>(pq, rs, 1, 3), STEP);
      v128.store(record, v128.shuffle<i64>(pq2, rs2, 0, 2), 2 * STEP);
      v128.store(record, v128.shuffle<i64>(pq2, rs2, 1, 3), 3 * STEP);
    }
  }
}

function luma(first: usize, stride: i32, start: i32, end: i32): void {
  const to = recordAt(start, start);
  const stop = recordAt(end, start);
  if (first == 0) {
    for (let record = to; record < stop; record += STEP) {
      v128.store(record, f32x4.splat(0));
      v128.store(record, f32x4.splat(0), LUMA_B);
    }
    return;
  }
  if (channels == 3) lumaOfStretch<Rgb>(first, stride, to, stop);
  else if (channels == 4) lumaOfStretch<Rgba>(first, stride, to, stop);
  else lumaOfStretch<Grey>(first, stride, to, stop);
  // What lies before and behind a row is not its own. Behind it only the first column is ever used.
  for (let q: i32 = 0; q < BAND; q++) {
    if (start == 0) for (let step: i32 = 0; step < q; step++) store<f32>(recordAt(step, start) + <usize>(q << 2), 0);
    const step = width + q;
    if (step >= start && step < end) store<f32>(recordAt(step, start) + <usize>(q << 2), 0);
  }
}

/** These stand for numbers too: how many lanes beside whole groups the window of a column holds. */
@unmanaged class Zero {}
@unmanaged class One { a: u8; }
@unmanaged class Two { a: u8; b: u8; }
@unmanaged class Three { a: u8; b: u8; c: u8; }
/**
 * And how a sum along a row becomes a mean: by multiplication with 1 / window, exact where that is a power of two; by division; by division where
 * windows may be cut. Down a column it is always a division: two of four in a step hide behind the rest, all four cost 6 % at 12 megapixels.
 */
@unmanaged class ByProduct {}
@unmanaged class ByQuotient { a: u8; }
@unmanaged class AtEdge { a: u8; b: u8; }

function filter(start: i32, end: i32): void {
  // Lanes whose window is cut: those of the first `wide` columns, and those beyond the last.
  const left = min(end, max(start, wide + BAND - 2));
  const right = min(end, max(left, width));
  const divides = (wide & (wide - 1)) != 0;
  const odd = tall & 3;
  if (odd == 0) filterStretch<Zero>(start, left, right, end, divides);
  else if (odd == 1) filterStretch<One>(start, left, right, end, divides);
  else if (odd == 2) filterStretch<Two>(start, left, right, end, divides);
  else filterStretch<Three>(start, left, right, end, divides);
}

function filterStretch<Odd>(start: i32, left: i32, right: i32, end: i32, divides: bool): void {
  if (start < left) filterSteps<Odd, AtEdge>(start, start, left);
  if (divides) filterSteps<Odd, ByQuotient>(start, left, right);
  else filterSteps<Odd, ByProduct>(start, left, right);
  if (right < end) filterSteps<Odd, AtEdge>(start, right, end);
}

/** Over how many rows a column's window reaches, for each of the four rows from `row`. */
function rowsInside(row: i32): v128 {
  const last = i32x4.add(i32x4.splat(row), i32x4(0, 1, 2, 3));
  const inside = i32x4.sub(
    i32x4.min_s(i32x4.add(last, i32x4.splat(1)), i32x4.splat(tall)),
    i32x4.max_s(i32x4.sub(last, i32x4.splat(height - 1)), i32x4.splat(0)),
  );
  // Rows that nobody needs may get any divisor but zero.
  return f32x4.convert_i32x4_s(i32x4.max_s(inside, i32x4.splat(1)));
}

/** The mean of a row's window that has taken in column `column` minus 0, 1, 2, 3; zero where that mean belongs to no column. */
@inline
function meanAtEdge(sum: v128, column: i32): v128 {
  const enters = i32x4.sub(i32x4.splat(column), i32x4(0, 1, 2, 3));
  const inside = i32x4.sub(
    i32x4.min_s(i32x4.add(enters, i32x4.splat(1)), i32x4.splat(wide)),
    i32x4.max_s(i32x4.sub(enters, i32x4.splat(width - 1)), i32x4.splat(0)),
  );
  const mean = f32x4.div(sum, f32x4.convert_i32x4_s(i32x4.max_s(inside, i32x4.splat(1))));
  return v128.and(mean, i32x4.ge_s(enters, i32x4.splat(aheadWide)));
}

/** Lanes k - odd of `near`, and of `far`, four rows above it, where that is negative. */
@inline
function lanesAbove<Odd>(far: v128, near: v128): v128 {
  if (offsetof<Odd>() == 1) return v128.shuffle<i32>(far, near, 3, 4, 5, 6);
  if (offsetof<Odd>() == 2) return v128.shuffle<i32>(far, near, 2, 3, 4, 5);
  return v128.shuffle<i32>(far, near, 1, 2, 3, 4);
}

/** Where the values of group `group` for step 0 of its own lane 0 lie. */
function slotOf(group: i32): usize {
  return ring + <usize>((group + slots * (1 + tall)) % slots) * slotBytes + (8 << 4);
}

/**
 * Steps `from` to `to` of the three filters. `odd` is tall mod 4: the row that leaves a column's window lies `tall` rows above, which is as many
 * whole groups of four and `odd` lanes. The ring has just as many slots as the window needs: the values that leave are read
 * `4 - odd` steps (none where odd is 0) before their slot takes the new ones.
 */
function filterSteps<Odd, How>(start: i32, from: i32, to: i32): void {
  let record = recordAt(from, start);
  const end = recordAt(to, start);
  const back = <usize>wide * STEP;
  const group = rowsDone >> 2;
  let slotA = slotOf(group) + <usize>(from << 4);
  let slotB = slotOf(group + 1) + <usize>((from - 4) << 4);
  let slotC = slotOf(group + 1 - (tall >> 2)) + <usize>((from - 4 - <i32>offsetof<Odd>()) << 4);
  let column = columnSums + <usize>((from + 7) << 2);
  let step = from;
  const insideA = rowsInside(rowsDone);
  const insideB = rowsInside(rowsDone + 4);
  const ofRow = offsetof<How>() == 0 ? f32x4.splat(<f32>1 / <f32>wide) : f32x4.splat(<f32>wide);
  let rowA = v128.load(sums);
  let rowB = v128.load(sums, 16);
  let columnA = v128.load(sums, 32);
  let columnB = v128.load(sums, 48);
  let secondA = v128.load(sums, 64);
  let secondB = v128.load(sums, 80);
  while (record < end) {
    const leaves = record - back;
    rowA = f32x4.sub(f32x4.add(rowA, v128.load(record)), v128.load(leaves));
    rowB = f32x4.sub(f32x4.add(rowB, v128.load(record, LUMA_B)), v128.load(leaves, LUMA_B));
    let meanA: v128, meanB: v128;
    if (offsetof<How>() == 2) {
      meanA = meanAtEdge(rowA, step);
      meanB = meanAtEdge(rowB, step - 4);
    } else if (offsetof<How>() == 0) {
      meanA = f32x4.mul(rowA, ofRow);
      meanB = f32x4.mul(rowB, ofRow);
    } else {
      meanA = f32x4.div(rowA, ofRow);
      meanB = f32x4.div(rowB, ofRow);
    }
    let leavesA: v128, leavesB: v128;
    if (offsetof<Odd>() == 0) {
      leavesA = v128.load(slotA);
      leavesB = v128.load(slotB);
    } else {
      const far = v128.load(slotA, 64 - 16 * offsetof<Odd>());
      const near = v128.load(slotB, 64 - 16 * offsetof<Odd>());
      leavesA = lanesAbove<Odd>(far, near);
      leavesB = lanesAbove<Odd>(near, v128.load(slotC));
    }
    v128.store(slotA, meanA);
    v128.store(slotB, meanB);
    // Every sum moves on to the row below; row 0 takes what the band before left.
    columnB = v128.shuffle<i32>(columnA, columnB, 3, 4, 5, 6);
    columnA = v128.shuffle<i32>(v128.load32_splat(column), columnA, 3, 4, 5, 6);
    columnA = f32x4.sub(f32x4.add(columnA, meanA), leavesA);
    columnB = f32x4.sub(f32x4.add(columnB, meanB), leavesB);
    v128.store32_lane(column - 28, columnB, 3);
    meanA = f32x4.div(columnA, insideA);
    meanB = f32x4.div(columnB, insideB);
    v128.store(record, meanA, MEAN_A);
    v128.store(record, meanB, MEAN_B);
    secondA = f32x4.sub(f32x4.add(secondA, meanA), v128.load(leaves, MEAN_A));
    secondB = f32x4.sub(f32x4.add(secondB, meanB), v128.load(leaves, MEAN_B));
    v128.store(record, secondA, SUM_A);
    v128.store(record, secondB, SUM_B);
    record += STEP;
    slotA += 16;
    slotB += 16;
    if (offsetof<Odd>() != 0) slotC += 16;
    column += 4;
    if (offsetof<How>() == 2) step++;
  }
  v128.store(sums, rowA);
  v128.store(sums, rowB, 16);
  v128.store(sums, columnA, 32);
  v128.store(sums, columnB, 48);
  v128.store(sums, secondA, 64);
  v128.store(sums, secondB, 80);
}

/** Of the second row filter's sums, those of the 64 columns that survive: lane q of step (column + q) goes to row q of `kept`. */
function keep(start: i32, end: i32): void {
  while (nextKept < SMALL) {
    const step = keptAt(nextKept, width) + 2 * aheadWide;
    if (step + BAND > end) return;
    const from = recordAt(step, start) + SUM_A;
    const to = kept + <usize>(nextKept << 2);
    // Written out: the loop took 5 % of all the time at 512x512.
    store<f32>(to, load<f32>(from, 0 * (STEP + 4)), 0 * SMALL * 4);
    store<f32>(to, load<f32>(from, 1 * (STEP + 4)), 1 * SMALL * 4);
    store<f32>(to, load<f32>(from, 2 * (STEP + 4)), 2 * SMALL * 4);
    store<f32>(to, load<f32>(from, 3 * (STEP + 4)), 3 * SMALL * 4);
    store<f32>(to, load<f32>(from, 4 * (STEP + 4)), 4 * SMALL * 4);
    store<f32>(to, load<f32>(from, 5 * (STEP + 4)), 5 * SMALL * 4);
    store<f32>(to, load<f32>(from, 6 * (STEP + 4)), 6 * SMALL * 4);
    store<f32>(to, load<f32>(from, 7 * (STEP + 4)), 7 * SMALL * 4);
    nextKept++;
  }
}
