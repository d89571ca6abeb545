/** How does the 64x64 picture become quality and bits? Gradients, low frequencies, their median; the turns by signs and transposition. */
import { DCT, HASH_BYTES, SMALL, TERMS } from './layout';

const matrix = memory.data(DCT * SMALL * 4, 16);
/** The matrix with rows and columns exchanged. */
const matrixAcross = memory.data(SMALL * DCT * 4, 16);
const half = memory.data(DCT * SMALL * 4, 16);
const terms = memory.data(TERMS * 4, 16);
const signed = memory.data(TERMS * 4, 16);
/** One hash as 16 rows of 16 bits, and the same with rows and columns exchanged. */
const rows = memory.data(DCT * 2, 16);
const columns = memory.data(DCT * 2, 16);

/**
 * sqrt(2/64) cos(k pi/128) for k from 0 to 63, all that the matrix is made of. Written down because a cosine of its own would be a sixth of the kernel;
 * a test holds the matrix against the reference's.
 */
const quarterWave = memory.data<f32>([
  0.17677669, 0.17672345, 0.17656375, 0.17629771, 0.17592546, 0.17544726, 0.17486335, 0.17417413, 0.17337997, 0.17248139, 0.17147891,
  0.17037314, 0.16916475, 0.16785446, 0.16644305, 0.16493139, 0.16332036, 0.16161098, 0.15980424, 0.15790124, 0.15590313, 0.1538111,
  0.15162642, 0.14935042, 0.14698444, 0.14452994, 0.14198837, 0.13936128, 0.13665023, 0.13385688, 0.13098289, 0.12803, 0.125, 0.121894695,
  0.11871597, 0.11546574, 0.112145945, 0.108758606, 0.10530575, 0.10178947, 0.09821187, 0.09457511, 0.090881385, 0.08713291, 0.08333196,
  0.079480805, 0.075581774, 0.07163722, 0.06764951, 0.06362105, 0.059554275, 0.05545162, 0.051315565, 0.0471486, 0.042953234, 0.038731992,
  0.034487423, 0.030222077, 0.025938528, 0.021639355, 0.017327147, 0.0130045, 0.008674021, 0.004338317,
], 16);

export function fillMatrix(): void {
  for (let i: i32 = 0; i < DCT; i++) {
    for (let j: i32 = 0; j < SMALL; j++) {
      const angle = (i + 1) * (2 * j + 1) & 255;
      const half = min(angle, 256 - angle);
      const wave = load<f32>(quarterWave + <usize>((half > 64 ? 128 - half : half) << 2));
      const weight = half > 64 ? -wave : wave;
      store<f32>(matrix + <usize>((i * SMALL + j) << 2), weight);
      store<f32>(matrixAcross + <usize>((j * DCT + i) << 2), weight);
    }
  }
}

export function matrixAddress(): usize { return matrix; }

/** Each step from a cell to the next counts in whole percent, the sum by 90ths. */
export function qualityOf(picture: usize): i32 {
  let sum: i32 = 0;
  const rowBytes: usize = SMALL * 4;
  if (ASC_FEATURE_SIMD) {
    // Sums of up to 8064 percents are exact in floats.
    let percents = f32x4.splat(0);
    const lastOfRow = i32x4(-1, -1, -1, 0);
    for (let i: i32 = 0; i < SMALL; i++) {
      const row = picture + <usize>i * rowBytes;
      for (let o: usize = 0; o < rowBytes; o += 16) {
        const here = v128.load(row + o);
        if (i + 1 < SMALL) percents = f32x4.add(percents, percentsOf(here, v128.load(row + o, rowBytes)));
        let across = percentsOf(here, v128.load(row + o, 4));
        if (o + 16 == rowBytes) across = v128.and(across, lastOfRow);
        percents = f32x4.add(percents, across);
      }
    }
    sum = <i32>(
      f32x4.extract_lane(percents, 0) + f32x4.extract_lane(percents, 1) + f32x4.extract_lane(percents, 2) + f32x4.extract_lane(percents, 3)
    );
  } else {
    for (let i: i32 = 0; i < SMALL; i++) {
      for (let j: i32 = 0; j < SMALL; j++) {
        const p = picture + <usize>((i * SMALL + j) << 2);
        if (i + 1 < SMALL) sum += percentOf(load<f32>(p), load<f32>(p, SMALL * 4));
        if (j + 1 < SMALL) sum += percentOf(load<f32>(p), load<f32>(p, 4));
      }
    }
  }
  return min(100, sum / 90);
}

@inline
function percentsOf(a: v128, b: v128): v128 {
  return f32x4.trunc(f32x4.div(f32x4.mul(f32x4.abs(f32x4.sub(a, b)), f32x4.splat(100)), f32x4.splat(255)));
}

@inline
function percentOf(a: f32, b: f32): i32 { return abs(<i32>(((a - b) * 100) / 255)); }

/** The 16x16 low frequencies: matrix x picture x matrix transposed, every sum from the first term to the last. */
export function dct(picture: usize): void {
  if (ASC_FEATURE_SIMD) {
    // Four rows of the matrix by two vectors of columns at a time: eight sums under way hide the latency of an addition.
    for (let i: i32 = 0; i < DCT; i += 4) {
      for (let j: usize = 0; j < <usize>SMALL * 4; j += 32) {
        let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        let weights = matrixAcross + <usize>(i << 2);
        let cells = picture + j;
        for (let k: i32 = 0; k < SMALL; k++, weights += DCT * 4, cells += SMALL * 4) {
          const low = v128.load(cells);
          const high = v128.load(cells, 16);
          let weight = v128.load32_splat(weights);
          a0 = f32x4.add(a0, f32x4.mul(weight, low));
          a1 = f32x4.add(a1, f32x4.mul(weight, high));
          weight = v128.load32_splat(weights, 4);
          b0 = f32x4.add(b0, f32x4.mul(weight, low));
          b1 = f32x4.add(b1, f32x4.mul(weight, high));
          weight = v128.load32_splat(weights, 8);
          c0 = f32x4.add(c0, f32x4.mul(weight, low));
          c1 = f32x4.add(c1, f32x4.mul(weight, high));
          weight = v128.load32_splat(weights, 12);
          d0 = f32x4.add(d0, f32x4.mul(weight, low));
          d1 = f32x4.add(d1, f32x4.mul(weight, high));
        }
        const to = half + <usize>(i * SMALL * 4) + j;
        v128.store(to, a0);
        v128.store(to, a1, 16);
        v128.store(to, b0, SMALL * 4);
        v128.store(to, b1, SMALL * 4 + 16);
        v128.store(to, c0, SMALL * 8);
        v128.store(to, c1, SMALL * 8 + 16);
        v128.store(to, d0, SMALL * 12);
        v128.store(to, d1, SMALL * 12 + 16);
      }
    }
    for (let i: i32 = 0; i < DCT; i += 2) {
      let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
      let values = half + <usize>(i * SMALL * 4);
      let weights: usize = matrixAcross;
      for (let k: i32 = 0; k < SMALL; k++, values += 4, weights += DCT * 4) {
        const a = v128.load32_splat(values);
        const b = v128.load32_splat(values, SMALL * 4);
        let weight = v128.load(weights);
        a0 = f32x4.add(a0, f32x4.mul(a, weight));
        b0 = f32x4.add(b0, f32x4.mul(b, weight));
        weight = v128.load(weights, 16);
        a1 = f32x4.add(a1, f32x4.mul(a, weight));
        b1 = f32x4.add(b1, f32x4.mul(b, weight));
        weight = v128.load(weights, 32);
        a2 = f32x4.add(a2, f32x4.mul(a, weight));
        b2 = f32x4.add(b2, f32x4.mul(b, weight));
        weight = v128.load(weights, 48);
        a3 = f32x4.add(a3, f32x4.mul(a, weight));
        b3 = f32x4.add(b3, f32x4.mul(b, weight));
      }
      const to = terms + <usize>(i * DCT * 4);
      v128.store(to, a0);
      v128.store(to, a1, 16);
      v128.store(to, a2, 32);
      v128.store(to, a3, 48);
      v128.store(to, b0, 64);
      v128.store(to, b1, 80);
      v128.store(to, b2, 96);
      v128.store(to, b3, 112);
    }
  } else {
    for (let i: i32 = 0; i < DCT; i++) {
      for (let j: i32 = 0; j < SMALL; j++) {
        let sum: f32 = 0;
        for (let k: i32 = 0; k < SMALL; k++) sum += load<f32>(matrix + <usize>((i * SMALL + k) << 2)) * load<f32>(picture + <usize>((k * SMALL + j) << 2));
        store<f32>(half + <usize>((i * SMALL + j) << 2), sum);
      }
      for (let j: i32 = 0; j < DCT; j++) {
        let sum: f32 = 0;
        for (let k: i32 = 0; k < SMALL; k++) sum += load<f32>(half + <usize>((i * SMALL + k) << 2)) * load<f32>(matrix + <usize>((j * SMALL + k) << 2));
        store<f32>(terms + <usize>((i * DCT + j) << 2), sum);
      }
    }
  }
}

/** Which terms change sign. Row 0 is frequency 1, which is odd: hence even for a sign. */
const NONE: i32 = 0;
const EVEN_COLUMNS: i32 = 1;
const EVEN_ROWS: i32 = 2;
const ODD_SUMS: i32 = 3;

/** The hash of the terms as they are. */
export function writeWhole(to: usize): void {
  bitsOf(NONE);
  writeRows(rows, to);
}

/**
 * The eight hashes of the dihedral call: as it is, rotate90, rotate180, rotate270, flipX, flipY, flipPlus1, flipMinus1.
 * Exchanging rows and columns leaves the median where it is, so four of them give all eight.
 */
export function writeTurns(to: usize): void {
  bitsOf(NONE);
  writeRows(rows, to);
  writeRows(columns, to + 6 * HASH_BYTES);
  bitsOf(EVEN_COLUMNS);
  writeRows(columns, to + 1 * HASH_BYTES);
  writeRows(rows, to + 5 * HASH_BYTES);
  bitsOf(ODD_SUMS);
  writeRows(rows, to + 2 * HASH_BYTES);
  writeRows(columns, to + 7 * HASH_BYTES);
  bitsOf(EVEN_ROWS);
  writeRows(columns, to + 3 * HASH_BYTES);
  writeRows(rows, to + 4 * HASH_BYTES);
}

/** Text order puts the last term first. */
function writeRows(from: usize, to: usize): void {
  for (let i: i32 = 0; i < DCT; i++) store<u16>(to + <usize>(HASH_BYTES - 2 - 2 * i), bswap<u16>(load<u16>(from + <usize>(i << 1))));
}

/** Fills `rows` and `columns`: 1 where a term, with its sign changed as `signs` says, exceeds the median. */
function bitsOf(signs: i32): void {
  const sign: i32 = 1 << 31;
  for (let i: i32 = 0; i < DCT; i++) {
    for (let j: i32 = 0; j < DCT; j++) {
      const negates = signs == EVEN_COLUMNS ? ~j & 1 : signs == EVEN_ROWS ? ~i & 1 : signs == ODD_SUMS ? (i + j) & 1 : 0;
      const o = <usize>((i * DCT + j) << 2);
      store<i32>(signed + o, load<i32>(terms + o) ^ (negates ? sign : 0));
    }
  }
  const median = medianOfSigned();
  memory.fill(columns, 0, DCT * 2);
  for (let i: i32 = 0; i < DCT; i++) {
    let row: i32 = 0;
    for (let j: i32 = 0; j < DCT; j++) {
      const bit = <i32>(load<f32>(signed + <usize>((i * DCT + j) << 2)) > median);
      row |= bit << j;
      const column = columns + <usize>(j << 1);
      store<u16>(column, load<u16>(column) | <u16>(bit << i));
    }
    store<u16>(rows + <usize>(i << 1), <u16>row);
  }
}

/** The float whose place in the order of all floats is `key`. */
@inline
function floatAt(key: u32): f32 { return reinterpret<f32>(key >> 31 ? key & 0x7fffffff : ~key); }

/** The lower of the two middle values, found by bisection over all floats from -infinity on: the least that half of all values do not exceed. */
function medianOfSigned(): f32 {
  let low: u32 = 0x007fffff;
  let high: u32 = 0xff800000;
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    const value = floatAt(middle);
    let count: i32 = 0;
    if (ASC_FEATURE_SIMD) {
      const values = f32x4.splat(value);
      let counts = i32x4.splat(0);
      for (let o: usize = 0; o < <usize>TERMS * 4; o += 32) {
        counts = i32x4.add(counts, i32x4.add(f32x4.le(v128.load(signed + o), values), f32x4.le(v128.load(signed + o, 16), values)));
      }
      count = -(
        i32x4.extract_lane(counts, 0) + i32x4.extract_lane(counts, 1) + i32x4.extract_lane(counts, 2) + i32x4.extract_lane(counts, 3)
      );
    } else {
      for (let k: i32 = 0; k < TERMS; k++) count += i32(load<f32>(signed + <usize>(k << 2)) <= value);
    }
    if (count >= TERMS / 2) high = middle;
    else low = middle + 1;
  }
  return floatAt(low);
}
