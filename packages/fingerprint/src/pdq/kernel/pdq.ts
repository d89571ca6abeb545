/**
 * What is the PDQ hash of these pixels, quickly and in little memory? AssemblyScript; the same bits as ../reference.ts.
 *
 * Rows stream through: pixels -> luma -> row filter -> column filter -> row filter -> 64 columns -> column filter -> 64 rows.
 * A column filter only needs the last `window` rows (a ring) and one running sum per column, so 50 megapixels take about 2 MB here.
 * Lanes of a vector are always neighbouring columns, never parts of one sum: every sum keeps the reference's order of additions.
 * Plain SIMD, never relaxed SIMD: that may fuse multiply and add, which rounds once where the reference rounds twice.
 *
 * Calls, in order: begin(width, height, channels); then, until all rows are in, write up to bandRows() rows at input() and push(rows); then finish().
 */

const SMALL: i32 = 64;
const DCT: i32 = 16;
const TERMS: i32 = DCT * DCT;
const HASH_BYTES: i32 = 32;
const HASHES: i32 = 9;
const MIN_EDGE: i32 = 5;
/** About how much is copied in at a time. */
const BAND_BYTES: i32 = 1 << 18;

const matrix = memory.data(DCT * SMALL * 4, 16);
const half = memory.data(DCT * SMALL * 4, 16);
const terms = memory.data(TERMS * 4, 16);
const turned = memory.data(TERMS * 4, 16);
/** The 64x64 picture that remains. */
const small = memory.data(SMALL * SMALL * 4, 16);
/** The luma as it came, kept only for pictures of exactly 64x64. */
const unfiltered = memory.data(SMALL * SMALL * 4, 16);
/** Second column filter: sums, its input row and its output row. */
const keptSums = memory.data(SMALL * 4, 16);
const keptRow = memory.data(SMALL * 4, 16);
const smallRow = memory.data(SMALL * 4, 16);
/** 9 hashes (plain call, then the eight of the dihedral call), then the two calls' qualities as i32. */
const results = memory.data(HASHES * HASH_BYTES + 8, 16);

let width: i32 = 0;
let height: i32 = 0;
let channels: i32 = 0;
let wide: i32 = 0;
let tall: i32 = 0;
let isSmall: bool = false;
let rowBytes: usize = 0;

let band: usize = 0;
let rowsInBand: i32 = 0;
let lumaRow: usize = 0;
let filteredRow: usize = 0;
let outRow: usize = 0;
let ring: usize = 0;
let sums: usize = 0;
let keptRing: usize = 0;

/** Steps taken by the two column filters, and rows of `small` written. */
let step1: i32 = 0;
let step2: i32 = 0;
let smallRows: i32 = 0;

for (let i: i32 = 0; i < DCT; i++) {
  const scale: f64 = <f64>(<f32>sqrt<f64>(2.0 / 64.0));
  for (let j: i32 = 0; j < SMALL; j++) {
    store<f32>(matrix + ((i * SMALL + j) << 2), <f32>(scale * Math.cos((Math.PI / 2.0 / 64.0) * <f64>(i + 1) * <f64>(2 * j + 1))));
  }
}

export function matrixAddress(): usize { return matrix; }
export function input(): usize { return band; }
export function bandRows(): i32 { return rowsInBand; }

/** Prepares for one picture whose sizes the caller has checked. */
export function begin(w: i32, h: i32, c: i32): void {
  width = w;
  height = h;
  channels = c;
  wide = (w + 127) >> 7;
  tall = (h + 127) >> 7;
  isSmall = w == SMALL && h == SMALL;
  step1 = 0;
  step2 = 0;
  smallRows = 0;
  // Rows of floats are padded to whole vectors.
  rowBytes = ((<usize>w + 3) & ~3) << 2;
  const inputRowBytes = w * c;
  rowsInBand = max(1, min(h, BAND_BYTES / inputRowBytes));
  lumaRow = (__heap_base + 15) & ~15;
  filteredRow = lumaRow + rowBytes;
  outRow = filteredRow + rowBytes;
  sums = outRow + rowBytes;
  ring = sums + rowBytes;
  keptRing = ring + rowBytes * <usize>tall;
  band = keptRing + <usize>(tall * SMALL * 4);
  const end = band + <usize>(rowsInBand * inputRowBytes);
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  memory.fill(lumaRow, 0, band - lumaRow);
  memory.fill(keptSums, 0, SMALL * 4);
}

/** Takes the next `rows` rows, which lie at input(). */
export function push(rows: i32): void {
  for (let i: i32 = 0; i < rows; i++) {
    luma(band + <usize>(i * width * channels));
    if (isSmall) memory.copy(unfiltered + ((step1 * SMALL) << 2), lumaRow, SMALL * 4);
    boxLine(lumaRow, filteredRow, width, wide);
    firstColumnStep();
  }
}

/** Ends the picture; the address of 9 x 32 bytes of hash in text order, then two i32 qualities. */
export function finish(): usize {
  memory.fill(results, 0, HASHES * HASH_BYTES + 8);
  if (width < MIN_EDGE || height < MIN_EDGE) return results;
  while (step1 < height + (ahead(tall))) firstColumnStep();
  while (step2 < height + (ahead(tall))) secondColumnStep();
  const quality = qualityOf(small);
  store<i32>(results, quality, HASHES * HASH_BYTES);
  store<i32>(results, quality, HASHES * HASH_BYTES + 4);
  dct(small);
  for (let turn: i32 = 0; turn < 8; turn++) {
    turnTerms(turn);
    writeBits(turned, results + HASH_BYTES * (turn + 1));
  }
  memory.copy(results, results + HASH_BYTES, HASH_BYTES);
  if (isSmall) {
    // The plain call takes a 64x64 picture as it is; the dihedral call has filtered it above.
    dct(unfiltered);
    writeBits(terms, results);
    store<i32>(results, qualityOf(unfiltered), HASHES * HASH_BYTES);
  }
  return results;
}

function luma(from: usize): void {
  for (let x: i32 = 0; x < width; x++) {
    const r = <f32>load<u8>(from);
    const g = channels == 1 ? r : <f32>load<u8>(from, 1);
    const b = channels == 1 ? r : <f32>load<u8>(from, 2);
    store<f32>(lumaRow + (<usize>x << 2), <f32>0.299 * r + <f32>0.587 * g + <f32>0.114 * b);
    from += channels;
  }
}

/** By how many values the filter reads ahead of what it writes. */
// @ts-ignore: decorator
@inline
function ahead(window: i32): i32 { return ((window + 2) >> 1) - 1; }

/** Running mean along a row; the four phases are those of the reference: fill, grow, slide, shrink. */
function boxLine(from: usize, to: usize, length: i32, window: i32): void {
  let sum: f32 = 0;
  let enters = from;
  let leaves = from;
  const lead = ahead(window);
  for (let i: i32 = 0; i < lead; i++, enters += 4) sum += load<f32>(enters);
  for (let inside = lead + 1; inside <= window; inside++, enters += 4, to += 4) {
    sum += load<f32>(enters);
    store<f32>(to, sum / <f32>inside);
  }
  const full = <f32>window;
  for (let i = window; i < length; i++, enters += 4, leaves += 4, to += 4) {
    sum += load<f32>(enters);
    sum -= load<f32>(leaves);
    store<f32>(to, sum / full);
  }
  for (let inside = window - 1; inside >= window - lead; inside--, leaves += 4, to += 4) {
    sum -= load<f32>(leaves);
    store<f32>(to, sum / <f32>inside);
  }
}

/** One step of a running mean down many columns: row `step` enters (if there is one), row `step - tall` leaves, one row of means is written to `to`. */
function columnStep(from: usize, to: usize, columnSums: usize, rows: usize, bytes: usize, step: i32): void {
  const slot = rows + <usize>(step % tall) * bytes;
  const inside = f32x4.splat(<f32>(min(step, height - 1) - max(step - tall, -1)));
  if (step >= height) {
    for (let o: usize = 0; o < bytes; o += 16) {
      const sum = f32x4.sub(v128.load(columnSums + o), v128.load(slot + o));
      v128.store(columnSums + o, sum);
      v128.store(to + o, f32x4.div(sum, inside));
    }
  } else if (step >= tall) {
    for (let o: usize = 0; o < bytes; o += 16) {
      const entering = v128.load(from + o);
      const sum = f32x4.sub(f32x4.add(v128.load(columnSums + o), entering), v128.load(slot + o));
      v128.store(slot + o, entering);
      v128.store(columnSums + o, sum);
      v128.store(to + o, f32x4.div(sum, inside));
    }
  } else {
    for (let o: usize = 0; o < bytes; o += 16) {
      const entering = v128.load(from + o);
      const sum = f32x4.add(v128.load(columnSums + o), entering);
      v128.store(slot + o, entering);
      v128.store(columnSums + o, sum);
      v128.store(to + o, f32x4.div(sum, inside));
    }
  }
}

function firstColumnStep(): void {
  columnStep(filteredRow, outRow, sums, ring, rowBytes, step1);
  const writes = step1 >= ahead(tall);
  step1++;
  if (!writes) return;
  // The luma row is no longer needed: it takes the second pass's row filter.
  boxLine(outRow, lumaRow, width, wide);
  for (let j: i32 = 0; j < SMALL; j++) {
    const x = ((2 * j + 1) * width) >> 7;
    store<f32>(keptRow + (j << 2), load<f32>(lumaRow + (<usize>x << 2)));
  }
  secondColumnStep();
}

function secondColumnStep(): void {
  columnStep(keptRow, smallRow, keptSums, keptRing, SMALL * 4, step2);
  const y = step2 - ahead(tall);
  step2++;
  while (smallRows < SMALL && ((2 * smallRows + 1) * height) >> 7 == y) {
    memory.copy(small + ((smallRows * SMALL) << 2), smallRow, SMALL * 4);
    smallRows++;
  }
}

// @ts-ignore: decorator
@inline
function gradient(a: f32, b: f32): i32 { return abs(<i32>(((a - b) * 100) / 255)); }

function qualityOf(picture: usize): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < SMALL; i++) {
    for (let j: i32 = 0; j < SMALL; j++) {
      const p = picture + ((i * SMALL + j) << 2);
      if (i + 1 < SMALL) sum += gradient(load<f32>(p), load<f32>(p + SMALL * 4));
      if (j + 1 < SMALL) sum += gradient(load<f32>(p), load<f32>(p + 4));
    }
  }
  return min(100, sum / 90);
}

function dct(picture: usize): void {
  for (let i: i32 = 0; i < DCT; i++) {
    for (let j: i32 = 0; j < SMALL; j += 4) {
      let sum = f32x4.splat(0);
      for (let k: i32 = 0; k < SMALL; k++) {
        const weight = v128.load32_splat(matrix + ((i * SMALL + k) << 2));
        sum = f32x4.add(sum, f32x4.mul(weight, v128.load(picture + ((k * SMALL + j) << 2))));
      }
      v128.store(half + ((i * SMALL + j) << 2), sum);
    }
  }
  for (let i: i32 = 0; i < DCT; i++) {
    for (let j: i32 = 0; j < DCT; j++) {
      let sum: f32 = 0;
      for (let k: i32 = 0; k < SMALL; k++) sum += load<f32>(half + ((i * SMALL + k) << 2)) * load<f32>(matrix + ((j * SMALL + k) << 2));
      store<f32>(terms + ((i * DCT + j) << 2), sum);
    }
  }
}

/** The terms of one turn, in the reference's order: as it is, rotate90, 180, 270, flipX, flipY, flipPlus1, flipMinus1. */
function turnTerms(turn: i32): void {
  const transposes = turn == 1 || turn == 3 || turn >= 6;
  for (let i: i32 = 0; i < DCT; i++) {
    for (let j: i32 = 0; j < DCT; j++) {
      let negates: bool = false;
      if (turn == 1 || turn == 5) negates = (j & 1) == 0;
      else if (turn == 3 || turn == 4) negates = (i & 1) == 0;
      else if (turn == 2 || turn == 7) negates = ((i + j) & 1) == 1;
      const term = load<f32>(terms + ((i * DCT + j) << 2));
      const to = transposes ? j * DCT + i : i * DCT + j;
      store<f32>(turned + (to << 2), negates ? -term : term);
    }
  }
}

/** Floats as unsigned integers in the same order. */
// @ts-ignore: decorator
@inline
function orderedKey(bits: u32): u32 { return bits >> 31 ? ~bits : bits | 0x80000000; }

/** The lower of the two middle values, found by bisection: the smallest key that at least half of all keys do not exceed. */
function medianOf(values: usize): f32 {
  let low: u32 = 0;
  let high: u32 = 0xffffffff;
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    let count: i32 = 0;
    for (let k: i32 = 0; k < TERMS; k++) count += i32(orderedKey(load<u32>(values + (k << 2))) <= middle);
    if (count >= TERMS / 2) high = middle;
    else low = middle + 1;
  }
  return reinterpret<f32>(low >> 31 ? low & 0x7fffffff : ~low);
}

/** Bit k is 1 where term k exceeds the median; text order puts the last term first. */
function writeBits(values: usize, to: usize): void {
  const median = medianOf(values);
  memory.fill(to, 0, HASH_BYTES);
  for (let k: i32 = 0; k < TERMS; k++) {
    if (load<f32>(values + (k << 2)) > median) {
      const byte = to + (HASH_BYTES - 1 - (k >> 3));
      store<u8>(byte, load<u8>(byte) | <u8>(<u32>1 << (k & 7)));
    }
  }
}
