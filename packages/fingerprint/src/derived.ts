/** What are the fingerprints of a picture's other views: without its borders, cropped, in regions, tilted? All from the pixels of one decode. */
import type { Fingerprint } from './fingerprinter.ts';
import { hexOfBytes } from './hex.ts';
import type { PdqKernel } from './pdq/kernel.ts';
import type { Pixels } from './pdq/pixels.ts';
import type { PdqHash } from './pdq/reference.ts';
import { sharpPart } from './pixels/blurred.ts';
import { cropsOf, regionsOf } from './pixels/parts.ts';
import { type Plane, pixelsUnder, planeOf } from './pixels/plane.ts';
import { tiltDegrees, tilted } from './pixels/tilt.ts';
import { innerRectangles } from './pixels/trim.ts';
import { type DerivedGroup, type DerivedVariant, tilts, variantFacts } from './variants.ts';

export interface DerivedFingerprint {
  readonly kind: 'pdq';
  readonly variant: DerivedVariant;
  /** Lower-case hex. */
  readonly value: string;
  /** 0 to 100; at least the floor of its variant. */
  readonly quality: number;
}

/** A fingerprint of any view of a picture. */
export type View = Fingerprint | DerivedFingerprint;

/** The views of the named groups whose quality reaches their floor. Parts are hashed at full size; tilts from a grey copy of at most 512 cells an edge. */
export function derivedFingerprints(kernel: PdqKernel, pixels: Pixels, groups: readonly DerivedGroup[]): DerivedFingerprint[] {
  const found: DerivedFingerprint[] = [];
  const keep = (variant: DerivedVariant, { bytes, quality }: PdqHash): void => {
    if (quality >= variantFacts[variant].qualityFloor) found.push({ kind: 'pdq', variant, value: hexOfBytes(bytes), quality });
  };
  const plane: Plane | undefined = groups.includes('trimmed') || groups.includes('tilts') ? planeOf(pixels) : undefined;
  if (plane !== undefined && groups.includes('trimmed')) {
    for (const [guess, inner] of innerRectangles(plane).entries()) {
      keep(guess === 0 ? 'trimmed' : 'trimmedFully', kernel.hashPart(pixels, pixelsUnder(inner, plane, pixels)));
    }
    const sharp = sharpPart(plane);
    if (sharp !== undefined) keep('trimmedBlur', kernel.hashPart(pixels, pixelsUnder(sharp, plane, pixels)));
  }
  if (groups.includes('crops')) for (const [name, part] of cropsOf(pixels)) keep(name, kernel.hashPart(pixels, part));
  if (groups.includes('regions')) for (const [name, part] of regionsOf(pixels)) keep(name, kernel.hashPart(pixels, part));
  if (plane !== undefined && groups.includes('tilts')) {
    for (const name of tilts) {
      const turned = tilted(plane, tiltDegrees[name]);
      keep(name, kernel.hashPart(turned, { left: 0, top: 0, width: turned.width, height: turned.height }));
    }
  }
  return found;
}
