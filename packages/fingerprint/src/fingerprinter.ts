/** How does a caller get the fingerprints of a file and of its pixels? The one door used by the browser, the server and the CLI. */
import { Digest, md5, sha256 } from './exact/digest.ts';
import { md5Blocks, sha256Blocks } from './exact/reference.ts';
import { hexOfBytes } from './hex.ts';
import type { FingerprintKind } from './kinds.ts';
import { pdqReference, pdqReferenceTurns } from './pdq/reference.ts';
import { turns, type Variant } from './variants.ts';

export interface Fingerprint {
  readonly kind: FingerprintKind;
  readonly variant: Variant;
  /** Lower-case hex. */
  readonly value: string;
  /** 0 to 100, for kinds that have one; under 50 a value is too featureless to be matched. */
  readonly quality?: number;
}

/** The exact fingerprints of one file, fed in chunks of any size. */
export interface FileInProgress {
  update(chunk: Uint8Array): void;
  /** SHA-256, then MD5. Call once. */
  finish(): Fingerprint[];
}

export interface Fingerprinter {
  startFile(): FileInProgress;
  /**
   * PDQ of the whole picture, then of its seven turns. Channels: 3 = RGB, 4 = RGBA (alpha ignored), 1 = grey (counts as R = G = B).
   * A picture with an edge under 5 pixels has hash 0 with quality 0. Throws PixelsRefused when sizes and samples disagree or there are over `maxPixels`.
   */
  ofPixels(samples: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: 1 | 3 | 4): Fingerprint[];
}

export async function loadFingerprinter(): Promise<Fingerprinter> {
  return {
    startFile() {
      const sha = new Digest(sha256, sha256Blocks);
      const md = new Digest(md5, md5Blocks);
      return {
        update(chunk) {
          sha.update(chunk);
          md.update(chunk);
        },
        finish: () => [
          { kind: 'sha256', variant: 'whole', value: hexOfBytes(sha.finish()) },
          { kind: 'md5', variant: 'whole', value: hexOfBytes(md.finish()) },
        ],
      };
    },
    ofPixels(samples, width, height, channels) {
      const pixels = { samples, width, height, channels };
      const dihedral = pdqReferenceTurns(pixels).slice(1);
      return [pdqReference(pixels), ...dihedral].map(({ bytes, quality }, i) => ({
        kind: 'pdq',
        variant: i === 0 ? 'whole' : (turns[i - 1] ?? 'whole'),
        value: hexOfBytes(bytes),
        quality,
      }));
    },
  };
}
