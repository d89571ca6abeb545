/**
 * What does a TMK+PDQF file hold, and how alike are two of them? The file format and both scores are described in facebook/ThreatExchange, `tmk/README.md`; the kernel
 * is that of Poullot et al., "Temporal Matching Kernel with Explicit Feature Maps", ACM Multimedia 2015. Read and compared only: Likeness does not make TMK files.
 */

/** One video: sums of its frames' features, weighted by waves over time. */
export interface TmkVideo {
  /** At which rate frames were taken; files of different rates cannot be compared. */
  readonly framesPerSecond: number;
  readonly frames: number;
  /** Lengths of the base waves, in frames. */
  readonly periods: readonly number[];
  /** Weight of each multiple of the base frequency, from 0. */
  readonly coefficients: Float32Array;
  /** Mean of all frames' features. */
  readonly average: Float32Array;
  /** For each period, coefficient and dimension of a feature, in that order. */
  readonly cosines: Float32Array;
  readonly sines: Float32Array;
}

/** The bytes are no TMK+PDQF file, or two of them were made in different ways. */
export class TmkRefused extends RangeError {
  override readonly name = 'TmkRefused';
}

const magic = 'TMK1FVECPDQF';
const headBytes = magic.length + 5 * 4;
/** Far above what the reference writes (4, 32, 256, 14,653): a header that says more lies. */
const most = { periods: 16, coefficients: 256, dimensions: 4096, period: 1_000_000 } as const;

/**
 * Reads a file: three names of four letters, then as little-endian integers frames per second, the counts of periods, coefficients, dimensions and frames, the
 * periods; then as little-endian floats coefficients, average, cosine and sine features. Throws TmkRefused.
 */
export function readTmk(bytes: Uint8Array): TmkVideo {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headBytes) throw new TmkRefused('The file is too short for a TMK+PDQF file.');
  if (String.fromCharCode(...bytes.subarray(0, magic.length)) !== magic)
    throw new TmkRefused('The file does not begin as a TMK+PDQF file does.');
  const [framesPerSecond = 0, periodCount = 0, coefficientCount = 0, dimensions = 0, frames = 0] = [0, 1, 2, 3, 4].map((i) =>
    view.getInt32(magic.length + 4 * i, true),
  );
  if (
    framesPerSecond < 1 ||
    frames < 0 ||
    periodCount < 1 ||
    periodCount > most.periods ||
    coefficientCount < 1 ||
    coefficientCount > most.coefficients ||
    dimensions < 1 ||
    dimensions > most.dimensions
  ) {
    throw new TmkRefused('The counts in the header are not those of a TMK+PDQF file.');
  }
  const features = periodCount * coefficientCount * dimensions;
  const size = headBytes + 4 * (periodCount + coefficientCount + dimensions + 2 * features);
  if (bytes.length !== size) throw new TmkRefused(`By its header the file has ${size} bytes, not ${bytes.length}.`);
  const periods = Array.from({ length: periodCount }, (_, i) => view.getInt32(headBytes + 4 * i, true));
  if (periods.some((period) => period < 1 || period > most.period)) throw new TmkRefused('A period is not a number of frames.');
  let at = headBytes + 4 * periodCount;
  const floats = (count: number): Float32Array => {
    const from = at;
    at += 4 * count;
    return Float32Array.from({ length: count }, (_, i) => view.getFloat32(from + 4 * i, true));
  };
  const video = {
    framesPerSecond,
    frames,
    periods,
    coefficients: floats(coefficientCount),
    average: floats(dimensions),
    cosines: floats(features),
    sines: floats(features),
  };
  for (const numbers of [video.coefficients, video.average, video.cosines, video.sines]) {
    if (!numbers.every(Number.isFinite)) throw new TmkRefused('The file holds values that are not numbers.');
  }
  return video;
}

/** Level 1, from -1 to 1: the cosine of the two average features. Cheap; worth asking first. Throws TmkRefused. */
export function tmkLevel1(one: TmkVideo, other: TmkVideo): number {
  checkComparable(one, other);
  const norms = Math.sqrt(dot(one.average, one.average) * dot(other.average, other.average));
  return norms === 0 ? 0 : dot(one.average, other.average) / norms;
}

/**
 * Level 2, from about 0 to 1: how well the videos agree when one is shifted against the other by the best number of frames, for the period where they agree best; a video
 * with itself scores 1. Throws TmkRefused.
 */
export function tmkLevel2(one: TmkVideo, other: TmkVideo): number {
  checkComparable(one, other);
  const [first = 0, ...rest] = one.coefficients;
  // What a video scores with itself unshifted, since each feature's norm is its coefficient.
  const self = first + 2 * rest.reduce((sum, coefficient) => sum + coefficient, 0);
  if (self <= 0) return 0;
  return Math.max(...one.periods.map((period, i) => bestOver(period, i, one, other))) / self;
}

/** The largest value of the kernel over all shifts within a period: a sum of waves whose heights are products of the two videos' features. */
function bestOver(period: number, place: number, one: TmkVideo, other: TmkVideo): number {
  const dimensions = one.average.length;
  const count = one.coefficients.length;
  const even: number[] = [];
  const odd: number[] = [];
  for (let j = 0; j < count; j++) {
    const from = (place * count + j) * dimensions;
    const [cosOne, sinOne, cosOther, sinOther] = [one.cosines, one.sines, other.cosines, other.sines].map((all) =>
      all.subarray(from, from + dimensions),
    );
    if (cosOne === undefined || sinOne === undefined || cosOther === undefined || sinOther === undefined)
      throw new TmkRefused('The features are incomplete.');
    even.push(dot(cosOne, cosOther) + (j === 0 ? 0 : dot(sinOne, sinOther)));
    odd.push(j === 0 ? 0 : dot(sinOne, cosOther) - dot(cosOne, sinOther));
  }
  const wave = Float64Array.from({ length: period }, (_, t) => Math.cos((2 * Math.PI * t) / period));
  const quarter = Float64Array.from({ length: period }, (_, t) => Math.sin((2 * Math.PI * t) / period));
  let best = Number.NEGATIVE_INFINITY;
  for (let shift = 0; shift < period; shift++) {
    let sum = 0;
    for (let j = 0, turn = 0; j < count; j++, turn = (turn + shift) % period) {
      sum += (wave[turn] ?? 0) * (even[j] ?? 0) + (quarter[turn] ?? 0) * (odd[j] ?? 0);
    }
    best = Math.max(best, sum);
  }
  return best;
}

export interface TmkRule {
  readonly level1: number;
  readonly level2: number;
}

/** The reference's own thresholds. */
export const tmkRule: TmkRule = { level1: 0.7, level2: 0.7 };

export interface TmkScores {
  readonly isMatch: boolean;
  readonly level1: number;
  /** Absent where level 1 had already said no. */
  readonly level2?: number;
}

/** Whether two videos match by both levels. Throws TmkRefused when they were made in different ways. */
export function tmkMatches(one: TmkVideo, other: TmkVideo, rule: TmkRule = tmkRule): TmkScores {
  const level1 = tmkLevel1(one, other);
  if (level1 < rule.level1) return { isMatch: false, level1 };
  const level2 = tmkLevel2(one, other);
  return { isMatch: level2 >= rule.level2, level1, level2 };
}

function checkComparable(one: TmkVideo, other: TmkVideo): void {
  const isSame =
    one.framesPerSecond === other.framesPerSecond &&
    one.average.length === other.average.length &&
    one.periods.join() === other.periods.join() &&
    one.coefficients.join() === other.coefficients.join();
  if (!isSame) throw new TmkRefused('The two files were made with different settings and cannot be compared.');
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
