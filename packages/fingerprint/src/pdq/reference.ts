/**
 * What is the PDQ hash of these pixels? The slow answer that reads like the paper (Facebook, "The TMK+PDQF Video-Hashing Algorithm
 * and the PDQ Image-Hashing Algorithm", 2019) and rounds to single floats wherever the reference program does.
 * The order of additions is part of the definition: another order gives other last bits, and near the median other hash bits.
 */
import { checkPixels, minHashableEdge, type Pixels } from './pixels.ts';

/** One hash: 32 bytes in text order, i.e. the sixteen 16-bit words from the highest, each most significant byte first. */
export interface PdqHash {
  readonly bytes: Uint8Array;
  readonly quality: number;
}

const { fround } = Math;
/** The edge of the picture that remains after filtering and decimation. */
const smallEdge = 64;
/** The edge of the block of low frequencies that becomes bits. */
const dctEdge = 16;
/** Two passes of a box filter approximate the "tent" filter of the paper. */
const filterPasses = 2;

const at = (values: Float32Array, index: number): number => values[index] ?? 0;

/** The reference's plain call. Pictures with an edge under 5 pixels give hash 0 and quality 0. */
export function pdqReference(pixels: Pixels): PdqHash {
  checkPixels(pixels);
  if (isTooSmall(pixels)) return nothing();
  const { width, height } = pixels;
  const luma = lumaOf(pixels);
  // A picture that already is 64x64 is taken as it is. Only the plain call does so: see pdqReferenceTurns.
  const small = width === smallEdge && height === smallEdge ? luma : decimate(filter(luma, width, height), width, height);
  return { bytes: bitsAboveMedian(dct(small)), quality: qualityOf(small) };
}

/**
 * The reference's dihedral call: the picture as it is, then rotate90, rotate180, rotate270, flipX, flipY, flipPlus1, flipMinus1.
 * It filters even at exactly 64x64, so there its first hash may differ from the plain call's.
 */
export function pdqReferenceTurns(pixels: Pixels): PdqHash[] {
  checkPixels(pixels);
  if (isTooSmall(pixels)) return Array.from({ length: 1 + turnsOfDct.length }, nothing);
  const { width, height } = pixels;
  const small = decimate(filter(lumaOf(pixels), width, height), width, height);
  const quality = qualityOf(small);
  const whole = dct(small);
  return [whole, ...turnsOfDct.map((turn) => turned(whole, turn))].map((terms) => ({ bytes: bitsAboveMedian(terms), quality }));
}

const isTooSmall = ({ width, height }: Pixels): boolean => width < minHashableEdge || height < minHashableEdge;
const nothing = (): PdqHash => ({ bytes: new Uint8Array(32), quality: 0 });

/** Luma of ITU-R BT.601 in single floats. Grey counts as R = G = B, so that a grey file hashes alike however a decoder hands it out. */
export function lumaOf({ samples, width, height, channels }: Pixels): Float32Array {
  const red = fround(0.299);
  const green = fround(0.587);
  const blue = fround(0.114);
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    const r = samples[i * channels] ?? 0;
    const g = channels === 1 ? r : (samples[i * channels + 1] ?? 0);
    const b = channels === 1 ? r : (samples[i * channels + 2] ?? 0);
    luma[i] = fround(fround(fround(red * r) + fround(green * g)) + fround(blue * b));
  }
  return luma;
}

/** The filter's window along an edge: the edge divided by twice the small edge, rounded up. */
export function windowOf(edge: number): number {
  return Math.ceil(edge / (2 * smallEdge));
}

function filter(luma: Float32Array, width: number, height: number): Float32Array {
  const wide = windowOf(width);
  const tall = windowOf(height);
  const between = new Float32Array(luma.length);
  const filtered = luma.slice();
  for (let pass = 0; pass < filterPasses; pass++) {
    for (let y = 0; y < height; y++) boxFilter(filtered, between, y * width, width, 1, wide);
    for (let x = 0; x < width; x++) boxFilter(between, filtered, x, height, width, tall);
  }
  return filtered;
}

/** Running mean along one line of `length` values, `stride` apart from `start`; near the ends the window is cut, not padded. */
function boxFilter(from: Float32Array, to: Float32Array, start: number, length: number, stride: number, window: number): void {
  const ahead = Math.floor((window + 2) / 2) - 1;
  let sum = 0;
  let inside = 0;
  let enters = start;
  let leaves = start;
  let writes = start;
  for (let i = 0; i < length + ahead; i++) {
    if (i < length) {
      sum = fround(sum + at(from, enters));
      enters += stride;
      inside++;
    }
    // The reference adds before it takes away: the rounding of the sum depends on it.
    if (i >= window) {
      sum = fround(sum - at(from, leaves));
      leaves += stride;
      inside--;
    }
    if (i >= ahead) {
      to[writes] = fround(sum / inside);
      writes += stride;
    }
  }
}

/** The 64x64 values whose cell centres lie nearest. */
function decimate(filtered: Float32Array, width: number, height: number): Float32Array {
  const small = new Float32Array(smallEdge * smallEdge);
  for (let i = 0; i < smallEdge; i++) {
    const y = Math.floor(((i + 0.5) * height) / smallEdge);
    for (let j = 0; j < smallEdge; j++) {
      const x = Math.floor(((j + 0.5) * width) / smallEdge);
      small[i * smallEdge + j] = at(filtered, y * width + x);
    }
  }
  return small;
}

/** How much the picture changes from cell to cell, 0 (featureless) to 100: each step counts in whole percent, the sum by 90ths. */
function qualityOf(small: Float32Array): number {
  let sum = 0;
  const step = (a: number, b: number): number => Math.abs(Math.trunc(fround(fround(fround(a - b) * 100) / 255)));
  for (let i = 0; i < smallEdge; i++) {
    for (let j = 0; j < smallEdge; j++) {
      const here = at(small, i * smallEdge + j);
      if (i + 1 < smallEdge) sum += step(here, at(small, (i + 1) * smallEdge + j));
      if (j + 1 < smallEdge) sum += step(here, at(small, i * smallEdge + j + 1));
    }
  }
  return Math.min(100, Math.floor(sum / 90));
}

/** Rows 1 to 16 of the 64-point DCT-II matrix; row 0, the mean, is left out. */
export function dctMatrix(): Float32Array {
  const scale = fround(Math.sqrt(2 / smallEdge));
  const matrix = new Float32Array(dctEdge * smallEdge);
  for (let i = 0; i < dctEdge; i++) {
    for (let j = 0; j < smallEdge; j++) matrix[i * smallEdge + j] = scale * Math.cos((Math.PI / 2 / smallEdge) * (i + 1) * (2 * j + 1));
  }
  return matrix;
}

const matrix = dctMatrix();

/** The 16x16 low frequencies: D A D-transposed, summed in single floats from the first column to the last. */
function dct(small: Float32Array): Float32Array {
  const half = new Float32Array(dctEdge * smallEdge);
  for (let i = 0; i < dctEdge; i++) {
    for (let j = 0; j < smallEdge; j++) {
      let sum = 0;
      for (let k = 0; k < smallEdge; k++) sum = fround(sum + fround(at(matrix, i * smallEdge + k) * at(small, k * smallEdge + j)));
      half[i * smallEdge + j] = sum;
    }
  }
  const terms = new Float32Array(dctEdge * dctEdge);
  for (let i = 0; i < dctEdge; i++) {
    for (let j = 0; j < dctEdge; j++) {
      let sum = 0;
      for (let k = 0; k < smallEdge; k++) sum = fround(sum + fround(at(half, i * smallEdge + k) * at(matrix, j * smallEdge + k)));
      terms[i * dctEdge + j] = sum;
    }
  }
  return terms;
}

interface TurnOfDct {
  /** Whether rows and columns change places. */
  readonly transposes: boolean;
  /** Which terms of the whole, by row i and column j counted from 0, change sign. */
  readonly negates: (i: number, j: number) => boolean;
}

const isEven = (n: number): boolean => n % 2 === 0;

/** What turning a picture does to its frequencies, in the order of `turns` in variants.ts. Row 0 here is frequency 1, which is odd: hence "even" for a sign. */
const turnsOfDct: readonly TurnOfDct[] = [
  { transposes: true, negates: (_i, j) => isEven(j) },
  { transposes: false, negates: (i, j) => !isEven(i + j) },
  { transposes: true, negates: (i) => isEven(i) },
  { transposes: false, negates: (i) => isEven(i) },
  { transposes: false, negates: (_i, j) => isEven(j) },
  { transposes: true, negates: () => false },
  { transposes: true, negates: (i, j) => !isEven(i + j) },
];

function turned(whole: Float32Array, { transposes, negates }: TurnOfDct): Float32Array {
  const terms = new Float32Array(whole.length);
  for (let i = 0; i < dctEdge; i++) {
    for (let j = 0; j < dctEdge; j++) {
      const term = at(whole, i * dctEdge + j);
      terms[transposes ? j * dctEdge + i : i * dctEdge + j] = negates(i, j) ? -term : term;
    }
  }
  return terms;
}

/** Bit k is 1 where term k exceeds the median; of the two middle values the median is the lower one. */
function bitsAboveMedian(terms: Float32Array): Uint8Array {
  const median = at(terms.slice().sort(), terms.length / 2 - 1);
  const bytes = new Uint8Array(terms.length / 8);
  for (let k = 0; k < terms.length; k++) {
    // Text starts with the highest bit of the highest word, which is the last term.
    if (at(terms, k) > median) bytes[bytes.length - 1 - (k >> 3)] = (bytes[bytes.length - 1 - (k >> 3)] ?? 0) | (1 << (k & 7));
  }
  return bytes;
}
