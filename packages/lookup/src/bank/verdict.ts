/** What may a match do? The tiers as data, and the rule that turns a comparison into its strongest allowed effect. */
import type { DerivedVariant, FingerprintKind, Variant } from '@likeness/fingerprint';
import { isFrameKind, kinds, regions, tilts, trims, turns, variantFacts, vpdqRule } from '@likeness/fingerprint';
import { type CodeHome, exactHomes, homeFacts } from '../index/homes.ts';
import type { BankPolicy, ItemCode, OnMatch } from './policy.ts';

export type Effect = OnMatch;
export type Verdict = 'allow' | 'review' | 'hold';

/** How far two PDQ codes of the same picture may lie apart for a hold, in bits of 256. */
export const HOLD_RADIUS = kinds.pdq.sameWithin;
/** PDQ quality that both sides need for a hold. */
export const HOLD_QUALITY = kinds.pdq.clearFrom;
/** Exact hashes match or do not. */
export const EXACT_RADIUS = kinds.sha256.sameWithin;

/** Which views of an upload meet which codes of an item, of the kind that stands in that set. */
export interface Meeting {
  readonly upload: readonly (Variant | DerivedVariant)[];
  readonly item: CodeHome;
}

/** One row of the table of tiers. */
export interface Tier {
  readonly name:
    | 'exact'
    | 'picture'
    | 'lone-fingerprint'
    | 'trimmed'
    | 'video'
    | 'video-part'
    | 'far'
    | 'far-lone-fingerprint'
    | 'parts'
    | 'crops';
  readonly kinds: readonly FingerprintKind[];
  /** How the upload reached us; `bytes` means that the server computed whole and turns itself. */
  readonly from: readonly ('bytes' | 'fingerprints')[];
  readonly meetings: readonly Meeting[];
  /** Whether the caller waits for it, or a job comes to it within a minute: a wide radius costs a dozen times as much. */
  readonly when: 'call' | 'job';
  /** Largest distance in bits that counts as a match. */
  readonly radius: number;
  readonly strongest: Effect;
  /** Values below the floor of their view (`variants.ts`), or of unknown quality, are not compared: parts of a picture are many and often nearly empty. */
  readonly isAboveFloor?: true;
  /**
   * Of videos: the share of the frames that must be found. `both`: of the upload's and of the item's, so that they are one video. `either`: of one of them, so
   * that it is a part of the other.
   */
  readonly frames?: { readonly of: 'both' | 'either'; readonly leastShare: number };
}

export const tiers: readonly Tier[] = [
  {
    name: 'exact',
    kinds: exactHomes.map((home) => homeFacts[home].kind),
    from: ['bytes', 'fingerprints'],
    meetings: exactHomes.map((item) => ({ upload: ['whole'], item })),
    when: 'call',
    radius: EXACT_RADIUS,
    strongest: 'hold',
  },
  {
    name: 'picture',
    kinds: ['pdq'],
    from: ['bytes'],
    // Inverting every colour flips every bit: the complement of the whole finds it (recall 100 % in spec/fingerprints.md) at the cost of one more look.
    meetings: [{ upload: ['whole', ...turns, 'complement'], item: 'whole' }],
    when: 'call',
    radius: HOLD_RADIUS,
    strongest: 'hold',
  },
  {
    name: 'lone-fingerprint',
    kinds: ['pdq'],
    from: ['fingerprints'],
    // Without bytes nobody can turn the upload, so the item's own turns are searched; turns that the caller sent meet the whole as if we had made them.
    meetings: [
      { upload: ['whole', ...turns], item: 'whole' },
      { upload: ['whole'], item: 'turns' },
    ],
    when: 'call',
    radius: HOLD_RADIUS,
    strongest: 'hold',
  },
  {
    name: 'trimmed',
    kinds: ['pdq'],
    from: ['bytes'],
    meetings: [{ upload: trims, item: 'whole' }],
    when: 'call',
    radius: variantFacts.trimmed.reviewRadius,
    strongest: 'review',
  },
  {
    name: 'video',
    kinds: ['vpdq'],
    from: ['bytes', 'fingerprints'],
    meetings: [{ upload: ['whole'], item: 'frames' }],
    when: 'call',
    radius: vpdqRule.maxDistance,
    frames: { of: 'both', leastShare: vpdqRule.minShare },
    strongest: 'hold',
  },
  {
    name: 'video-part',
    kinds: ['vpdq'],
    from: ['bytes', 'fingerprints'],
    // A clip of the listed video, or a long one that shows all of it: few frames may be enough for that, so a person looks.
    meetings: [{ upload: ['whole'], item: 'frames' }],
    when: 'call',
    radius: vpdqRule.maxDistance,
    frames: { of: 'either', leastShare: vpdqRule.minShare },
    strongest: 'review',
  },
  {
    name: 'far',
    kinds: ['pdq'],
    from: ['bytes'],
    meetings: [{ upload: ['whole', ...turns], item: 'whole' }],
    when: 'job',
    radius: variantFacts.whole.reviewRadius,
    strongest: 'review',
  },
  {
    name: 'far-lone-fingerprint',
    kinds: ['pdq'],
    from: ['fingerprints'],
    meetings: [
      { upload: ['whole', ...turns], item: 'whole' },
      { upload: ['whole'], item: 'turns' },
    ],
    when: 'job',
    radius: variantFacts.whole.reviewRadius,
    strongest: 'review',
  },
  {
    name: 'parts',
    kinds: ['pdq'],
    from: ['bytes'],
    // A listed picture in a collage, in a screenshot, or tilted.
    meetings: [{ upload: [...regions, ...tilts], item: 'whole' }],
    when: 'job',
    radius: variantFacts.regionLeft.reviewRadius,
    isAboveFloor: true,
    strongest: 'review',
  },
  {
    name: 'crops',
    kinds: ['pdq'],
    from: ['bytes', 'fingerprints'],
    // What people leave of a picture that somebody here looked at; and a part that is as it was beside one that a sticker or letters cover.
    meetings: [{ upload: ['whole', ...regions], item: 'crops' }],
    when: 'job',
    radius: variantFacts.cropSquare.reviewRadius,
    isAboveFloor: true,
    strongest: 'review',
  },
];

const strength: Readonly<Record<Effect, number>> = { observe: 0, review: 1, hold: 2 };

/** Negative when `a` is weaker than `b`. */
export function compareEffects(a: Effect, b: Effect): number {
  return strength[a] - strength[b];
}

function weaker(a: Effect, b: Effect): Effect {
  return compareEffects(a, b) <= 0 ? a : b;
}

/** The radius that counts for this bank and this kind and view: a bank may narrow a tier, never widen it. */
export function radiusFor(tier: Tier, bank: BankPolicy, kind: FingerprintKind, variant: Variant | DerivedVariant): number {
  let radius = bank.radius === null ? tier.radius : Math.min(tier.radius, bank.radius);
  for (const narrowed of bank.radii ?? []) {
    if (narrowed.kind === kind && (narrowed.variant === null || narrowed.variant === variant)) radius = Math.min(radius, narrowed.radius);
  }
  return radius;
}

/** Whether a value is clear enough for the tier: the floors of views count where the tier says so. */
export function isClearEnough(tier: Tier, variant: Variant | DerivedVariant, quality: number | null): boolean {
  return tier.isAboveFloor !== true || (quality ?? -1) >= variantFacts[variant].qualityFloor;
}

/** The share of a video's frames that must be found for this bank: never less than the tier asks. */
export function ratioFor(tierShare: number, bank: BankPolicy): number {
  return Math.max(tierShare, bank.ratio ?? 0);
}

/**
 * The strongest effect that one agreeing code may have. An unknown quality counts as too low: what cannot be checked never holds. A bank of harmless items
 * asks nobody: its effect says how sure the meeting is, and `hold` is sure enough to silence (`harmless.ts`).
 */
export function effectOf(
  tier: Tier,
  bank: BankPolicy,
  code: Pick<ItemCode, 'kind' | 'quality' | 'provenance'>,
  uploadQuality: number | null,
  asksOnly = false,
): Effect {
  let effect = bank.isHarmless === true ? tier.strongest : weaker(tier.strongest, bank.onMatch);
  if (asksOnly) effect = weaker(effect, 'review');
  // Otherwise somebody could list picture Y by pointing at picture X.
  if (code.provenance === 'claimant') effect = weaker(effect, 'review');
  // Of a video the frames were counted by their quality before.
  const isJudgedAlone = kinds[code.kind].hasQuality && !isFrameKind(code.kind);
  if (isJudgedAlone && Math.min(code.quality ?? 0, uploadQuality ?? 0) < HOLD_QUALITY) effect = weaker(effect, 'review');
  return effect;
}

/** What the platform is told to do with the upload: the strongest effect of any match; `observe` lets it pass. */
export function verdictOf(matches: readonly { readonly effect: Effect }[]): Verdict {
  if (matches.some((match) => match.effect === 'hold')) return 'hold';
  return matches.some((match) => match.effect === 'review') ? 'review' : 'allow';
}
