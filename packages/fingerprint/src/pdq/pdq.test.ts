/** Do both implementations of PDQ give exactly the known values, and each other's on everything else? */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type PixelFormula, samplesOf } from '../../../../vectors/pixels.ts';
import { hexOfBytes } from '../hex.ts';
import { loadPdqKernel } from './kernel.ts';
import { maxPixels, type Pixels, PixelsRefused } from './pixels.ts';
import { dctMatrix, type PdqHash, pdqReference, pdqReferenceTurns } from './reference.ts';

interface Hashes {
  readonly plain: PdqHash;
  readonly turns: readonly PdqHash[];
}
const kernel = await loadPdqKernel();
const byReference = (pixels: Pixels): Hashes => ({ plain: pdqReference(pixels), turns: pdqReferenceTurns(pixels) });
const byKernel = (pixels: Pixels): Hashes => kernel.hash(pixels);

interface Vector extends PixelFormula {
  readonly quality: number;
  readonly whole: string;
  readonly turns: readonly string[];
}
const ownVectors: { readonly pictures: readonly Vector[] } = JSON.parse(
  readFileSync(new URL('../../../../vectors/pdq.json', import.meta.url), 'utf8'),
);

function expectOwnVectors(hash: (pixels: Pixels) => Hashes): void {
  for (const picture of ownVectors.pictures) {
    const { plain, turns } = hash({ ...picture, samples: samplesOf(picture) });
    const label = `${picture.formula} ${picture.width}x${picture.height}`;
    expect([label, plain.quality, hexOfBytes(plain.bytes)]).toEqual([label, picture.quality, picture.whole]);
    expect(turns.slice(1).map(({ bytes }) => hexOfBytes(bytes))).toEqual(picture.turns);
  }
}

/** Values of the reference C++, kept outside the project under their own licence (README of that folder). */
const sharedVectors = new URL('../../../../../shared/vectors/pdq/', import.meta.url);
const hasSharedVectors = existsSync(sharedVectors);
if (!hasSharedVectors) console.warn(`${sharedVectors.pathname} is absent: PDQ is checked against this project's own vectors alone.`);

interface CoreCase {
  readonly id: number;
  readonly kind: 'blocks' | 'ramps';
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly scale: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly quality: number;
  readonly hash: string;
  readonly dihedral: readonly string[];
}

function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

function pixelsOfCore({ kind, width, height, seed, scale, a, b, c }: CoreCase): Pixels {
  const samples = new Uint8Array(width * height * 3);
  for (let n = 0; n < samples.length; n++) {
    const channel = n % 3;
    const x = Math.floor(n / 3) % width;
    const y = Math.floor(n / 3 / width);
    if (kind === 'blocks') {
      const tile = Math.imul(Math.floor(x / scale), 73856093) ^ Math.imul(Math.floor(y / scale), 19349663);
      samples[n] = mix(seed ^ tile ^ Math.imul(channel, 83492791)) >>> 24;
    } else {
      const t = (x * a + y * b + Math.floor((x * y) / 64) * c + channel * 37 + seed) % 512;
      samples[n] = t > 255 ? 511 - t : t;
    }
  }
  return { samples, width, height, channels: 3 };
}

describe.each([
  ['reference', byReference],
  ['kernel', byKernel],
] as const)('the %s', (_name, hash) => {
  test('gives the hash, the quality and the seven turns of every vector of this project', () => expectOwnVectors(hash), 30_000);

  if (hasSharedVectors) {
    const { cases }: { cases: readonly CoreCase[] } = JSON.parse(readFileSync(new URL('core-pixels.json', sharedVectors), 'utf8'));
    test('has 120 pictures by formula to face', () => expect(cases).toHaveLength(120));
    test.each(cases)(
      'equals the reference C++ on picture $id: $kind, $width x $height',
      (picture) => {
        const { plain, turns } = hash(pixelsOfCore(picture));
        expect([hexOfBytes(plain.bytes), plain.quality]).toEqual([picture.hash, picture.quality]);
        expect(turns.map(({ bytes }) => hexOfBytes(bytes))).toEqual(picture.dihedral);
      },
      30_000,
    );

    const { images }: { images: readonly { file: string; fullResolution: { hash: string; quality: number } }[] } = JSON.parse(
      readFileSync(new URL('expected-images.json', sharedVectors), 'utf8'),
    );
    test.each(images)(
      'equals the reference C++ on the decoded pixels of $file',
      async ({ file, fullResolution }) => {
        const { data, info } = await sharp(readFileSync(new URL(`images/${file}`, sharedVectors)))
          .toColourspace('srgb')
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        const { plain } = hash({ samples: data, width: info.width, height: info.height, channels: 3 });
        expect([hexOfBytes(plain.bytes), plain.quality]).toEqual([fullResolution.hash, fullResolution.quality]);
      },
      30_000,
    );
  } else {
    test(`stands on this project's own vectors alone, because ${sharedVectors.pathname} is absent`, () => expectOwnVectors(hash), 30_000);
  }

  test.each([
    [1, 1],
    [2, 2],
    [3, 900],
    [900, 4],
  ])('answers hash 0 with quality 0 for %i x %i pixels, as the reference does', (width, height) => {
    const { plain, turns } = hash({
      samples: samplesOf({ formula: 'noise', width, height, channels: 3, seed: 1 }),
      width,
      height,
      channels: 3,
    });
    for (const { bytes, quality } of [plain, ...turns]) expect([hexOfBytes(bytes), quality]).toEqual(['0'.repeat(64), 0]);
    expect(turns).toHaveLength(8);
  });

  test('ignores alpha, and counts grey as equal red, green and blue', () => {
    const grey = samplesOf({ formula: 'noise', width: 90, height: 70, channels: 1, seed: 5 });
    const rgb = Uint8Array.from({ length: grey.length * 3 }, (_, i) => grey[Math.floor(i / 3)] ?? 0);
    const rgba = Uint8ClampedArray.from({ length: grey.length * 4 }, (_, i) => (i % 4 === 3 ? i % 251 : (grey[i >> 2] ?? 0)));
    const expected = hash({ samples: rgb, width: 90, height: 70, channels: 3 });
    expect(hash({ samples: rgba, width: 90, height: 70, channels: 4 })).toEqual(expected);
    expect(hash({ samples: grey, width: 90, height: 70, channels: 1 })).toEqual(expected);
  });

  test.each<[string, Pixels]>([
    ['sizes that do not fit the samples', { samples: new Uint8Array(299), width: 10, height: 10, channels: 3 }],
    ['no width', { samples: new Uint8Array(0), width: 0, height: 10, channels: 3 }],
    ['half a pixel', { samples: new Uint8Array(30), width: 2.5, height: 4, channels: 3 }],
    ['one pixel over the limit', { samples: new Uint8Array(0), width: maxPixels + 1, height: 1, channels: 1 }],
  ])('refuses %s', (_what, pixels) => {
    expect(() => hash(pixels)).toThrow(PixelsRefused);
  });
});

test('the kernel equals the reference on 60 random pictures of 5 to 700 pixels an edge', () => {
  const edge = fc.double({ min: Math.log(5), max: Math.log(700), noNaN: true }).map((log) => Math.round(Math.exp(log)));
  const formula = fc.constantFrom<PixelFormula['formula'][]>('noise', 'slopes', 'tiles', 'flat');
  const channels = fc.constantFrom<PixelFormula['channels'][]>(1, 3, 4);
  const picture = fc.record({ formula, width: edge, height: edge, channels, seed: fc.nat() });
  fc.assert(
    fc.property(picture, (of) => {
      const pixels = { ...of, samples: samplesOf(of) };
      expect(byKernel(pixels)).toEqual(byReference(pixels));
    }),
    { numRuns: 60, seed: 20 },
  );
}, 120_000);

test('the kernel forgets a picture before the next one, whatever their sizes', () => {
  const large: PixelFormula = { formula: 'noise', width: 700, height: 300, channels: 4, seed: 3 };
  const tiny: PixelFormula = { formula: 'slopes', width: 64, height: 64, channels: 3, seed: 4 };
  const hash = (of: PixelFormula): Hashes => kernel.hash({ ...of, samples: samplesOf(of) });
  const first = [hash(tiny), hash(large)];
  expect([hash(tiny), hash(large)]).toEqual(first);
});

test('50 megapixels are hashed, whatever their shape', () => {
  for (const [width, height] of [
    [10_000, 5_000],
    [10_000_000, 5],
    [5, 10_000_000],
  ] as const) {
    const samples = new Uint8Array(width * height);
    samples.fill(200, 0, samples.length / 2);
    expect(kernel.hash({ samples, width, height, channels: 1 }).turns).toHaveLength(8);
  }
}, 60_000);

test('the matrix of the reference is the DCT-II matrix without its first row', () => {
  const matrix = dctMatrix();
  for (let i = 0; i < 16; i++) {
    const row = matrix.subarray(64 * i, 64 * (i + 1));
    expect(row.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
  }
});
