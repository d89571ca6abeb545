/** Which view of the picture does a fingerprint describe, and who computes which view? (design §6) */

/** The seven turns other than the picture as it is, in the order of the reference's dihedral call. */
export type Turn = 'rotate90' | 'rotate180' | 'rotate270' | 'flipX' | 'flipY' | 'flipPlus1' | 'flipMinus1';

export type Variant = 'whole' | Turn | 'complement';

export const turns: readonly Turn[] = ['rotate90', 'rotate180', 'rotate270', 'flipX', 'flipY', 'flipPlus1', 'flipMinus1'];

/** `device`: the person's own browser, before filing. `upload`: the server, for content that is screened from bytes. `match`: nobody stores it, matching derives it. */
export type VariantComputer = 'device' | 'upload' | 'match';

const everyoneWithPixels: readonly VariantComputer[] = ['device', 'upload'];

/** Who computes which variant. `complement` is the inverted picture: its distance to a value is 256 minus the distance of the whole, so it is never stored. */
export const variants: Readonly<Record<Variant, readonly VariantComputer[]>> = {
  whole: everyoneWithPixels,
  rotate90: everyoneWithPixels,
  rotate180: everyoneWithPixels,
  rotate270: everyoneWithPixels,
  flipX: everyoneWithPixels,
  flipY: everyoneWithPixels,
  flipPlus1: everyoneWithPixels,
  flipMinus1: everyoneWithPixels,
  complement: ['match'],
};

/** Whether `name` is one of the registered variants. */
export function isVariant(name: string): name is Variant {
  return Object.hasOwn(variants, name);
}
