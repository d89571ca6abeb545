/** Which pixels belong to a vector in pdq.json? Pictures by formula, so that no decoder stands between a vector and a kernel. */

export interface PixelFormula {
  /** `noise`: every sample unrelated; `slopes`: diagonal ramps up and down; `tiles`: a chessboard of flat tiles; `flat`: one colour. */
  readonly formula: 'noise' | 'slopes' | 'tiles' | 'flat';
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly seed: number;
}

/**
 * Interleaved 8-bit samples, row by row, all arithmetic on unsigned 32-bit integers. With x, y, channel c, and n the number of the sample from 0:
 * noise: the top byte of the (n + 1)-th value of v -> v * 1664525 + 1013904223, started at the seed;
 * slopes: t = (3x + 2y + 61c + seed) mod 512, folded at 256 (t above 255 counts as 511 - t);
 * tiles: (37 (x div 9) + 101 (y div 7) + 53c + seed) mod 256;
 * flat: (90c + seed) mod 256.
 */
export function samplesOf({ formula, width, height, channels, seed }: PixelFormula): Uint8Array<ArrayBuffer> {
  const samples = new Uint8Array(width * height * channels);
  let noise = seed;
  for (let n = 0; n < samples.length; n++) {
    const c = n % channels;
    const x = Math.floor(n / channels) % width;
    const y = Math.floor(n / channels / width);
    noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
    const t = (3 * x + 2 * y + 61 * c + seed) % 512;
    if (formula === 'noise') samples[n] = noise >>> 24;
    else if (formula === 'slopes') samples[n] = t > 255 ? 511 - t : t;
    else if (formula === 'tiles') samples[n] = 37 * Math.floor(x / 9) + 101 * Math.floor(y / 7) + 53 * c + seed;
    else samples[n] = 90 * c + seed;
  }
  return samples;
}
