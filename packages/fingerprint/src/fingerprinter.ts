/** How does a caller get the fingerprints of a file and of its pixels? The one door used by the browser, the server and the CLI. */
import { type DerivedFingerprint, derivedFingerprints } from './derived.ts';
import { Digest, md5, sha256 } from './exact/digest.ts';
import { type ExactKernel, loadExactKernel } from './exact/kernel.ts';
import { md5Blocks, sha256Blocks } from './exact/reference.ts';
import { hexOfBytes } from './hex.ts';
import type { FingerprintKind } from './kinds.ts';
import { loadPdqKernel, type PdqHashes } from './pdq/kernel.ts';
import { checkPixels, checkSizes, PixelsRefused } from './pdq/pixels.ts';
import { type PdqHash, pdqReference, pdqReferenceTurns } from './pdq/reference.ts';
import { type DerivedGroup, turns, type Variant } from './variants.ts';

export interface Fingerprint {
  readonly kind: FingerprintKind;
  readonly variant: Variant;
  /** Lower-case hex. */
  readonly value: string;
  /** 0 to 100, for kinds that have one; under 50 a value is too featureless to be matched. */
  readonly quality?: number;
  /** Of a video's frame: its place in the video, where that is known. */
  readonly atSeconds?: number;
}

/** The exact fingerprints of one file, fed in chunks of any size. */
export interface FileInProgress {
  update(chunk: Uint8Array): void;
  /** SHA-256, then MD5. Call once. */
  finish(): Fingerprint[];
}

/** The near fingerprints of one picture, fed in rows from the top. */
export interface PixelsInProgress {
  /** Takes whole rows, any number of them; the caller may use the array again. Throws PixelsRefused when they are not whole or too many. */
  push(rows: Uint8Array | Uint8ClampedArray): void;
  /** What `ofPixels` gives. Throws PixelsRefused while rows are missing. Call once. */
  finish(): Fingerprint[];
}

export interface Fingerprinter {
  startFile(): FileInProgress;
  /**
   * Begins a picture that nobody holds as a whole; one at a time: beginning another, by any call, ends it. Sizes, channels and errors are those of `ofPixels`,
   * but that samples may still be missing.
   */
  startPixels(width: number, height: number, channels: 1 | 3 | 4): PixelsInProgress;
  /**
   * PDQ of the whole picture, then of its seven turns. Channels: 3 = RGB, 4 = RGBA (alpha ignored), 1 = grey (counts as R = G = B).
   * A picture with an edge under 5 pixels has hash 0 with quality 0. Throws PixelsRefused when sizes and samples disagree or there are over `maxPixels`.
   */
  ofPixels(samples: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: 1 | 3 | 4): Fingerprint[];
  /**
   * PDQ of the picture's other views, from the same pixels: without its borders, the named crops and regions, tilted by up to three degrees; by default
   * all of them, else those of `groups`. Only values whose quality reaches the floor of their variant (`variantFacts`). Throws PixelsRefused as `ofPixels` does.
   */
  variantsOfPixels(
    samples: Uint8Array | Uint8ClampedArray,
    width: number,
    height: number,
    channels: 1 | 3 | 4,
    groups?: readonly DerivedGroup[],
  ): DerivedFingerprint[];
}

function wholeAndTurns(hashed: PdqHashes): Fingerprint[] {
  const fingerprint = (variant: Variant, hash: PdqHash | undefined): Fingerprint[] =>
    hash === undefined ? [] : [{ kind: 'pdq', variant, value: hexOfBytes(hash.bytes), quality: hash.quality }];
  // The whole is the plain call's; the dihedral call's own first hash differs from it only at 64x64 and is not used.
  return [...fingerprint('whole', hashed.plain), ...turns.flatMap((turn, i) => fingerprint(turn, hashed.turns[i + 1]))];
}

/** What every engine can do, also one without WebAssembly. */
export type PlainFingerprinter = Omit<Fingerprinter, 'variantsOfPixels'>;

/**
 * The same fingerprints without the kernels, by the code that reads like the paper and the standards: for an engine without WebAssembly, such as Safari's in Lockdown
 * Mode. It is slower many times over, and holds the whole picture.
 */
export function plainFingerprinter(): PlainFingerprinter {
  const ofPixels: Fingerprinter['ofPixels'] = (samples, width, height, channels) => {
    const pixels = { samples, width, height, channels };
    const turned = pdqReferenceTurns(pixels);
    const [whole] = turned;
    // Only at 64x64 the two calls differ.
    const plain = whole === undefined || (width === 64 && height === 64) ? pdqReference(pixels) : whole;
    return wholeAndTurns({ plain, turns: turned });
  };
  return {
    startFile: () => digestsOf({ sha256Blocks, md5Blocks }),
    startPixels(width, height, channels) {
      checkSizes({ width, height, channels });
      const samples = new Uint8Array(width * height * channels);
      let taken = 0;
      return {
        push(rows) {
          if (rows.length % (width * channels) !== 0) throw new PixelsRefused('Rows are whole.');
          if (taken + rows.length > samples.length) throw new PixelsRefused('These are more rows than are left.');
          samples.set(rows, taken);
          taken += rows.length;
        },
        finish() {
          if (taken < samples.length) throw new PixelsRefused('Rows are missing.');
          return ofPixels(samples, width, height, channels);
        },
      };
    },
    ofPixels,
  };
}

function digestsOf(blocks: ExactKernel): FileInProgress {
  const bySha256 = new Digest(sha256, blocks.sha256Blocks);
  const byMd5 = new Digest(md5, blocks.md5Blocks);
  return {
    update(chunk) {
      bySha256.update(chunk);
      byMd5.update(chunk);
    },
    finish: () => [
      { kind: 'sha256', variant: 'whole', value: hexOfBytes(bySha256.finish()) },
      { kind: 'md5', variant: 'whole', value: hexOfBytes(byMd5.finish()) },
    ],
  };
}

/** Loads the kernels; do it once per process, page or worker. Rejects where the engine has no WebAssembly. */
export async function loadFingerprinter(): Promise<Fingerprinter> {
  const [pdq, exact] = await Promise.all([loadPdqKernel(), loadExactKernel()]);
  return {
    startFile: () => digestsOf(exact),
    startPixels(width, height, channels) {
      const rows = pdq.start({ width, height, channels });
      return { push: (some) => rows.push(some), finish: () => wholeAndTurns(rows.finish()) };
    },
    ofPixels: (samples, width, height, channels) => wholeAndTurns(pdq.hash({ samples, width, height, channels })),
    variantsOfPixels(samples, width, height, channels, groups = ['trimmed', 'crops', 'regions', 'tilts']) {
      const pixels = { samples, width, height, channels };
      checkPixels(pixels);
      return derivedFingerprints(pdq, pixels, groups);
    },
  };
}
