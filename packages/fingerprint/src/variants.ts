/**
 * Which view of the picture does a fingerprint describe, who computes which view, and what may each do? The one table of views; whoever computes,
 * matches or explains variants reads it here.
 */

/** The seven turns other than the picture as it is, in the order of the reference's dihedral call. */
export type Turn = 'rotate90' | 'rotate180' | 'rotate270' | 'flipX' | 'flipY' | 'flipPlus1' | 'flipMinus1';

/** The views that travel through every door today. */
export type Variant = 'whole' | Turn | 'complement';

export const turns: readonly Turn[] = ['rotate90', 'rotate180', 'rotate270', 'flipX', 'flipY', 'flipPlus1', 'flipMinus1'];

/** What people cut away when they share a picture again: see pixels/parts.ts for the rectangles. The first sixteen are the usual ones. */
export const crops = [
  'cropEdges5',
  'cropEdges10',
  'cropEdges15',
  'cropTopLeft',
  'cropTopRight',
  'cropBottomLeft',
  'cropBottomRight',
  'cropLeft',
  'cropRight',
  'cropTop',
  'cropBottom',
  'cropNarrow',
  'cropLow',
  'cropSquare',
  'cropPortrait',
  'cropStory',
  'cropEdges3',
  'cropEdges8',
  'cropEdges13',
  'cropEdges18',
  'cropEdges22',
  'cropLeft96',
  'cropLeft92',
  'cropLeft88',
  'cropLeft84',
  'cropLeft76',
  'cropLeft67',
  'cropLeft50',
  'cropRight96',
  'cropRight92',
  'cropRight88',
  'cropRight84',
  'cropRight76',
  'cropRight67',
  'cropRight50',
  'cropTop96',
  'cropTop92',
  'cropTop88',
  'cropTop84',
  'cropTop76',
  'cropTop67',
  'cropTop50',
  'cropBottom96',
  'cropBottom92',
  'cropBottom88',
  'cropBottom84',
  'cropBottom76',
  'cropBottom67',
  'cropBottom50',
  'cropSquareFirst',
  'cropSquareLast',
  'cropPortraitFirst',
  'cropPortraitLast',
  'cropStoryFirst',
  'cropStoryLast',
] as const;
export type Crop = (typeof crops)[number];

/** The crops to list of a picture where a bank has little room left for more. */
export const usualCrops: readonly Crop[] = crops.slice(0, 16);

/** Without its outermost borders; without all that looks like one (pixels/trim.ts); without the blurred bands of a story (pixels/blurred.ts). */
export const trims = ['trimmed', 'trimmedFully', 'trimmedBlur'] as const;
export type Trim = (typeof trims)[number];

/** Where in a collage or a screenshot a listed picture may stand. */
export const regions = [
  'regionLeft',
  'regionRight',
  'regionTop',
  'regionBottom',
  'regionTopLeft',
  'regionTopRight',
  'regionBottomLeft',
  'regionBottomRight',
  'regionMiddleColumn',
  'regionMiddleRow',
  'regionCentre',
] as const;
export type Region = (typeof regions)[number];

/** The picture turned by so many degrees: right is clockwise. */
export const tilts = ['tiltLeft3', 'tiltLeft2', 'tiltLeft1', 'tiltRight1', 'tiltRight2', 'tiltRight3'] as const;
export type Tilt = (typeof tilts)[number];

/** The views beyond whole and turns: computed by a call of their own. They are not in `Variant`, because no door takes them: the server computes them itself. */
export type DerivedVariant = Trim | Crop | Region | Tilt;

/** Every group of views beyond whole and turns. */
export const derivedGroups = ['trimmed', 'crops', 'regions', 'tilts'] as const;
export type DerivedGroup = (typeof derivedGroups)[number];

/**
 * `device`: the person's own browser, before filing. `upload`: the server, in the call that screens content from bytes. `job`: the server, in that call
 * where the operator wants it, for the job that comes after it.
 * `confirmed`: the server, once, for content that a person viewed and confirmed. `match`: nobody stores it, matching derives it.
 */
export type VariantComputer = 'device' | 'upload' | 'job' | 'confirmed' | 'match';

export interface VariantFacts {
  readonly group: 'whole' | 'turns' | 'complement' | DerivedGroup;
  readonly computedBy: readonly VariantComputer[];
  /** Below this quality (0 to 100) a value is not matched, and a derived one not even given. */
  readonly qualityFloor: number;
  /** What it is compared with: an upload's variant with these of an item, or an item's with these of an upload. */
  readonly meets: readonly ('item-whole' | 'item-crops' | 'upload-whole' | 'upload-regions')[];
  /** The distance in bits up to which a match may hold; null where it never may. */
  readonly holdRadius: number | null;
  /** The distance in bits up to which a match may ask for review. */
  readonly reviewRadius: number;
}

/** In PDQ's own terms the least quality worth comparing. */
const ordinaryFloor = 50;
/**
 * Parts of a picture are many and often empty (sky, wall, page margin), and each is one more chance to agree by accident.
 * Chosen, not measured: spec/fingerprints.md asks for a floor per variant; recall and false matches per floor belong to the benchmark of look-up.
 */
const partFloor = 60;
const regionFloor = 70;

const everyoneWithPixels: readonly VariantComputer[] = ['device', 'upload', 'confirmed'];

const asItIs = {
  computedBy: everyoneWithPixels,
  qualityFloor: ordinaryFloor,
  meets: ['item-whole'],
  holdRadius: 30,
  reviewRadius: 48,
} as const;
const whole: VariantFacts = { ...asItIs, group: 'whole', meets: ['item-whole', 'item-crops'] };
const turn: VariantFacts = { ...asItIs, group: 'turns' };
/** Holds once the benchmark shows no false match in 10^7 pairs. */
const trimmed: VariantFacts = {
  group: 'trimmed',
  computedBy: ['upload'],
  qualityFloor: ordinaryFloor,
  meets: ['item-whole'],
  holdRadius: null,
  reviewRadius: 30,
};
const crop: VariantFacts = {
  group: 'crops',
  computedBy: ['confirmed'],
  qualityFloor: partFloor,
  meets: ['upload-whole', 'upload-regions'],
  holdRadius: null,
  reviewRadius: 48,
};
const region: VariantFacts = {
  group: 'regions',
  computedBy: ['job'],
  qualityFloor: regionFloor,
  meets: ['item-whole', 'item-crops'],
  holdRadius: null,
  reviewRadius: 48,
};
const tilt: VariantFacts = { ...region, group: 'tilts', qualityFloor: ordinaryFloor, meets: ['item-whole'] };

export const variantFacts: Readonly<Record<Variant | DerivedVariant, VariantFacts>> = {
  whole,
  rotate90: turn,
  rotate180: turn,
  rotate270: turn,
  flipX: turn,
  flipY: turn,
  flipPlus1: turn,
  flipMinus1: turn,
  // The inverted picture: its distance to a value is 256 minus the distance of the whole, so it is never stored.
  complement: { ...asItIs, group: 'complement', computedBy: ['match'], reviewRadius: 30 },
  trimmed,
  trimmedFully: trimmed,
  trimmedBlur: trimmed,
  cropEdges5: crop,
  cropEdges10: crop,
  cropEdges15: crop,
  cropTopLeft: crop,
  cropTopRight: crop,
  cropBottomLeft: crop,
  cropBottomRight: crop,
  cropLeft: crop,
  cropRight: crop,
  cropTop: crop,
  cropBottom: crop,
  cropNarrow: crop,
  cropLow: crop,
  cropSquare: crop,
  cropPortrait: crop,
  cropStory: crop,
  cropEdges3: crop,
  cropEdges8: crop,
  cropEdges13: crop,
  cropEdges18: crop,
  cropEdges22: crop,
  cropLeft96: crop,
  cropLeft92: crop,
  cropLeft88: crop,
  cropLeft84: crop,
  cropLeft76: crop,
  cropLeft67: crop,
  cropLeft50: crop,
  cropRight96: crop,
  cropRight92: crop,
  cropRight88: crop,
  cropRight84: crop,
  cropRight76: crop,
  cropRight67: crop,
  cropRight50: crop,
  cropTop96: crop,
  cropTop92: crop,
  cropTop88: crop,
  cropTop84: crop,
  cropTop76: crop,
  cropTop67: crop,
  cropTop50: crop,
  cropBottom96: crop,
  cropBottom92: crop,
  cropBottom88: crop,
  cropBottom84: crop,
  cropBottom76: crop,
  cropBottom67: crop,
  cropBottom50: crop,
  cropSquareFirst: crop,
  cropSquareLast: crop,
  cropPortraitFirst: crop,
  cropPortraitLast: crop,
  cropStoryFirst: crop,
  cropStoryLast: crop,
  regionLeft: region,
  regionRight: region,
  regionTop: region,
  regionBottom: region,
  regionTopLeft: region,
  regionTopRight: region,
  regionBottomLeft: region,
  regionBottomRight: region,
  regionMiddleColumn: region,
  regionMiddleRow: region,
  regionCentre: region,
  tiltLeft3: tilt,
  tiltLeft2: tilt,
  tiltLeft1: tilt,
  tiltRight1: tilt,
  tiltRight2: tilt,
  tiltRight3: tilt,
};

/** Who computes which of the variants that travel today. */
export const variants: Readonly<Record<Variant, readonly VariantComputer[]>> = {
  whole: variantFacts.whole.computedBy,
  rotate90: variantFacts.rotate90.computedBy,
  rotate180: variantFacts.rotate180.computedBy,
  rotate270: variantFacts.rotate270.computedBy,
  flipX: variantFacts.flipX.computedBy,
  flipY: variantFacts.flipY.computedBy,
  flipPlus1: variantFacts.flipPlus1.computedBy,
  flipMinus1: variantFacts.flipMinus1.computedBy,
  complement: variantFacts.complement.computedBy,
};

/** Whether `name` is one of the variants that travel today. */
export function isVariant(name: string): name is Variant {
  return Object.hasOwn(variants, name);
}

/** Whether `name` is any view that this version knows: of a match, it may be either side's. */
export function isAnyVariant(name: string): name is Variant | DerivedVariant {
  return Object.hasOwn(variantFacts, name);
}

/** Whether `name` is one of the views beyond whole and turns. */
export function isDerivedVariant(name: string): name is DerivedVariant {
  return isAnyVariant(name) && !isVariant(name);
}

/** Whether `name` is a named crop: the only views beyond whole and turns that an item may have. */
export function isCrop(name: string): name is Crop {
  return isAnyVariant(name) && variantFacts[name].group === 'crops';
}

/** Which groups of derived variants this computer computes. */
export function derivedGroupsOf(computer: VariantComputer): DerivedGroup[] {
  const computed = new Set(Object.values(variantFacts).flatMap(({ group, computedBy }) => (computedBy.includes(computer) ? [group] : [])));
  return derivedGroups.filter((group) => computed.has(group));
}
