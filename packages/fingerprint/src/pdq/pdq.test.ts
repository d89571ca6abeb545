/** Do both implementations of PDQ give exactly the known values, and each other's on everything else? */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type PixelFormula, samplesOf } from '../../../../vectors/pixels.ts';
import { hexOfBytes } from '../hex.ts';
import { loadKernel } from '../wasm.ts';
import { kernelBase64, plainKernelBase64 } from './kernel.generated.ts';
import { type PdqHashes as Hashes, loadPdqKernel } from './kernel.ts';
import { maxPixels, type Pixels, PixelsRefused, type PixelsShape, type Rectangle } from './pixels.ts';
import { dctMatrix, pdqReference, pdqReferenceTurns } from './reference.ts';

const kernel = await loadPdqKernel();
const plainKernel = await loadPdqKernel({ plain: true });
const byReference = (pixels: Pixels): Hashes => ({ plain: pdqReference(pixels), turns: pdqReferenceTurns(pixels) });
const byKernel = (pixels: Pixels): Hashes => kernel.hash(pixels);
const byPlainKernel = (pixels: Pixels): Hashes => plainKernel.hash(pixels);

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
  ['kernel without SIMD', byPlainKernel],
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

/** Edges from `from` to `to` pixels, as many between 5 and 50 as between 50 and 500. */
const edges = (from: number, to: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map((log) => Math.round(Math.exp(log)));
const anyFormula = fc.constantFrom<PixelFormula['formula'][]>('noise', 'slopes', 'tiles', 'flat');
const anyChannels = fc.constantFrom<PixelFormula['channels'][]>(1, 3, 4);

test('both kernels equal the reference on 150 random pictures of 5 to 4096 pixels an edge', () => {
  // Up to half a megapixel here, for time; `npm run soak -- pdq` has 2,000 without that limit.
  const sizes = edges(5, 4096).chain((long) =>
    fc.record({ long: fc.constant(long), short: edges(5, Math.min(4096, 500_000 / long)), isUpright: fc.boolean() }),
  );
  const picture = fc
    .record({ formula: anyFormula, sizes, channels: anyChannels, seed: fc.nat() })
    .map(({ sizes: { long, short, isUpright }, ...of }) => ({ ...of, width: isUpright ? short : long, height: isUpright ? long : short }));
  fc.assert(
    fc.property(picture, (of) => {
      const pixels = { ...of, samples: samplesOf(of) };
      const turns = pdqReferenceTurns(pixels);
      const expected = { plain: of.width === 64 && of.height === 64 ? pdqReference(pixels) : turns[0], turns };
      expect(byKernel(pixels)).toEqual(expected);
      expect(byPlainKernel(pixels)).toEqual(expected);
    }),
    { numRuns: 150, seed: 20 },
  );
}, 120_000);

test.each([
  [16_385, 9],
  [40_000, 20],
  [32_768, 5],
])('both kernels equal the reference on %i x %i pixels, which come in strips', (width, height) => {
  const of: PixelFormula = { formula: 'slopes', width, height, channels: 3, seed: 9 };
  const pixels = { ...of, samples: samplesOf(of) };
  const expected = byReference(pixels);
  expect(byKernel(pixels)).toEqual(expected);
  expect(byPlainKernel(pixels)).toEqual(expected);
});

test('rows that come in pieces of any size give the hash of the whole picture', () => {
  const pieces = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 });
  const picture = fc.record({ formula: anyFormula, width: edges(1, 700), height: edges(1, 300), channels: anyChannels, seed: fc.nat() });
  fc.assert(
    fc.property(picture, pieces, (of, sizes) => {
      const samples = samplesOf(of);
      const inProgress = kernel.start(of);
      let row = 0;
      for (const size of [...sizes, of.height]) {
        const rows = Math.min(size, of.height - row);
        inProgress.push(samples.subarray(row * of.width * of.channels, (row + rows) * of.width * of.channels));
        row += rows;
      }
      expect(inProgress.finish()).toEqual(kernel.hash({ ...of, samples }));
    }),
    { numRuns: 60, seed: 21 },
  );
});

test('rows that are not whole, too many or too few are refused, and so is a picture that another one replaced', () => {
  const shape: PixelsShape = { width: 10, height: 10, channels: 3 };
  expect(() => kernel.start(shape).push(new Uint8Array(29))).toThrow(PixelsRefused);
  expect(() => kernel.start(shape).push(new Uint8Array(330))).toThrow(PixelsRefused);
  expect(() => kernel.start(shape).finish()).toThrow(PixelsRefused);
  expect(() => kernel.start({ ...shape, width: 0 })).toThrow(PixelsRefused);
  const replaced = kernel.start(shape);
  kernel.hash({ ...shape, samples: new Uint8Array(300) });
  expect(() => replaced.push(new Uint8Array(30))).toThrow('another picture');
  expect(() => replaced.finish()).toThrow('another picture');
});

test('a part of a picture has the hash of that part cut out', () => {
  const of: PixelFormula = { formula: 'noise', width: 150, height: 110, channels: 3, seed: 8 };
  const samples = samplesOf(of);
  const cut = ({ left, top, width, height }: Rectangle): Uint8Array =>
    Uint8Array.from({ length: width * height * 3 }, (_, i) => {
      const x = left + (Math.floor(i / 3) % width);
      const y = top + Math.floor(i / 3 / width);
      return samples[(y * of.width + x) * 3 + (i % 3)] ?? 0;
    });
  for (const part of [
    { left: 0, top: 0, width: 150, height: 110 },
    { left: 13, top: 7, width: 101, height: 66 },
    { left: 86, top: 46, width: 64, height: 64 },
    { left: 149, top: 0, width: 1, height: 110 },
  ]) {
    const expected = pdqReference({ samples: cut(part), width: part.width, height: part.height, channels: 3 });
    expect(kernel.hashPart({ ...of, samples }, part)).toEqual(expected);
    expect(plainKernel.hashPart({ ...of, samples }, part)).toEqual(expected);
  }
  for (const [left, top, width, height] of [
    [-1, 0, 10, 10],
    [0, 0, 151, 10],
    [0, 101, 10, 10],
    [0, 0, 0, 10],
    [0.5, 0, 10, 10],
  ] as const) {
    expect(() => kernel.hashPart({ ...of, samples }, { left, top, width, height })).toThrow(PixelsRefused);
  }
});

test.each([
  ['with SIMD', kernelBase64],
  ['without SIMD', plainKernelBase64],
])('the kernel %s holds a window of rows, never the picture', async (_name, build) => {
  for (const [width, height, megabytes] of [
    [8165, 6123, 4],
    [6123, 8165, 4],
    [50_000, 1000, 6],
  ] as const) {
    const fresh = await loadKernel(build);
    fresh.call('begin')(width, height, 4);
    expect(fresh.bytesAt(0, 1).buffer.byteLength).toBeLessThan(megabytes * 1_000_000);
  }
});

test('where an engine has no SIMD, the build without it is taken', async () => {
  const unknownToThisEngine = 'AGFzbQEAAAABBAFgAAADAgEACgcBBQD9/38L';
  expect((await loadKernel(unknownToThisEngine, plainKernelBase64)).call('inputRows')()).toBe(0);
  await expect(loadKernel(unknownToThisEngine)).rejects.toThrow();
});

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

test.each([
  ['with SIMD', kernelBase64],
  ['without SIMD', plainKernelBase64],
])('the kernel %s has the matrix of the reference, bit for bit', async (_name, build) => {
  const fresh = await loadKernel(build);
  const matrix = fresh.bytesAt(fresh.call('matrixAddress')(), 4 * 16 * 64).slice();
  expect(new Float32Array(matrix.buffer)).toEqual(dctMatrix());
});

test('the matrix of the reference is the DCT-II matrix without its first row', () => {
  const matrix = dctMatrix();
  for (let i = 0; i < 16; i++) {
    const row = matrix.subarray(64 * i, 64 * (i + 1));
    expect(row.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
  }
});
