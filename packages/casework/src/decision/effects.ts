/** What follows from a decision? A list of effects in the order in which they are written; nothing here performs one. */
import { type DerivedVariant, type Fingerprint, type FingerprintKind, isExactKind, type Variant } from '@likeness/fingerprint';
import type { Decision, Ground, LegalBasis, ScopeOfCopies } from '../notice/basis.ts';
import { requireGround, requireMatchGround } from './grounds.ts';
import { provedBy } from './proof.ts';
import { picturesOf } from './same-picture.ts';
import { type Visibility, visibilityOf } from './visibility.ts';

/** A match that opened a review. */
export interface MatchFound {
  readonly itemId: string;
  readonly kind: FingerprintKind;
  readonly variant: Variant | DerivedVariant;
  readonly distance: number;
  /** Whether the item stands in the deciding platform's own bank. */
  readonly isOwnItem: boolean;
}

/** What is decided about: somebody's request under a law, or a match that nobody asked about. */
export type Matter =
  | { readonly kind: 'request'; readonly trackingNumber: string; readonly basis: LegalBasis }
  | { readonly kind: 'match'; readonly match: MatchFound };

/** A content that the person who decides has looked at, or judged by hash and link. */
export interface JudgedContent {
  readonly contentId: string;
  readonly state: 'visible' | 'held' | 'removed';
  /** How an earlier decision that stands restricts it; given back, it is shown so. */
  readonly restricted?: Visibility | null;
  /** The server's own where it had the bytes, else the platform's; never the requester's. */
  readonly fingerprints: readonly Fingerprint[];
}

/** The pending item of a request: what she sent from her device. */
export interface ClaimantItem {
  readonly itemId: string;
  readonly fingerprints: readonly Fingerprint[];
}

export interface DecisionInput {
  readonly matter: Matter;
  readonly decision: Decision;
  /** Key of one of the basis' grounds, or of `matchGrounds`. */
  readonly ground: string;
  readonly contents: readonly JudgedContent[];
  readonly claimantItems: readonly ClaimantItem[];
  /** False where it may show somebody under 18: then nothing of it enters any bank. */
  readonly mayList?: boolean;
}

/** A code as it enters the platform's own bank. */
export interface ListedCode {
  readonly kind: FingerprintKind;
  readonly variant: Variant;
  readonly value: string;
  readonly quality: number | null;
  /** Of a video's frame: its place in the video. */
  readonly atSeconds?: number;
  /** `claimant`: from the requester's device. It lies near what somebody looked at, and nobody has looked at what lies around it: alone it asks, it never holds. */
  readonly provenance: 'confirmed' | 'claimant';
}

/** A pending item of the requester, and those of its codes that the listed picture proves. */
export interface ProvedItem {
  readonly itemId: string;
  readonly codes: readonly ListedCode[];
}

export type DecisionEffect =
  /** Something must happen in the platform's system: a webhook, a row of its feed. */
  | {
      readonly kind: 'act';
      readonly action: 'content.remove' | 'content.restore' | 'content.restrict';
      readonly contentId: string;
      readonly ground: string;
      readonly sentence: string;
      /** Of a restriction that leaves it up: which. Left out, it is out of view. */
      readonly visibility?: Visibility;
      /** It is given back as an earlier decision restricted it, and this is that one's restriction, not a new one. */
      readonly isAsBefore?: true;
    }
  /**
   * A new active item in the platform's own bank: one picture, whichever uploads showed it, with the platform's decision as its claim on `codes`. What the
   * requester sent of that picture enters the same item under her case's claim; what the uploads do not prove stays hers and pending.
   */
  | {
      readonly kind: 'list';
      readonly contentIds: readonly string[];
      readonly codes: readonly ListedCode[];
      readonly claimed: readonly ProvedItem[];
      /** It never holds: what meets it is asked about. */
      readonly asksOnly?: true;
    }
  /** Everything screened before is compared with what was just listed; null where no law sets the scope. */
  | { readonly kind: 'sweep'; readonly scopeOfCopies: ScopeOfCopies | null }
  | {
      readonly kind: 'tell';
      readonly event: 'request.decided';
      readonly trackingNumber: string;
      readonly decision: Decision;
      readonly ground: string;
      readonly toPerson: string;
      readonly whatNext: string;
      readonly toPlatform: string;
    };

/**
 * The effects of a decision, in order: acts, items, sweep, word to the requester.
 * Throws RangeError for a ground that does not fit, and for a removal without content: it would promise what nobody can carry out.
 */
export function effectsOf(input: DecisionInput): DecisionEffect[] {
  const { matter, decision } = input;
  const ground =
    matter.kind === 'request' ? requireGround(matter.basis, decision, input.ground) : requireMatchGround(decision, input.ground);
  if (decision !== 'keep' && input.contents.length === 0) throw new RangeError('A removal needs the content that it removes');
  return [...actsAndItems(input, ground), ...word(input)];
}

function actsAndItems(input: DecisionInput, ground: Ground): DecisionEffect[] {
  switch (input.decision) {
    case 'remove':
      return effectsOfRemoval(input, ground);
    case 'restrict':
      return effectsOfRestriction(input, ground);
    case 'keep':
      return effectsOfKeeping(input, ground);
    case 'refer':
      return effectsOfReferral(input, ground);
  }
}

function effectsOfRemoval({ matter, contents, claimantItems, mayList = true }: DecisionInput, ground: Ground): DecisionEffect[] {
  const acts = contents.filter(({ state }) => state !== 'removed').map((content) => act('content.remove', content, ground));
  const pictures = isListedAlready(matter) || !mayList ? [] : picturesOf(contents);
  const proofs = claimantItems.flatMap((item) => proofOf(item, pictures));
  const items = pictures.map(
    (picture): DecisionEffect => ({
      kind: 'list',
      contentIds: picture.map(({ contentId }) => contentId),
      codes: picture.flatMap(({ fingerprints }) => fingerprints).map((one) => listed(one, 'confirmed')),
      claimed: proofs.flatMap((proof) => (proof.picture === picture ? [{ itemId: proof.itemId, codes: proof.codes }] : [])),
    }),
  );
  const scopeOfCopies = matter.kind === 'request' ? matter.basis.scopeOfCopies : null;
  return items.length === 0 ? acts : [...acts, ...items, { kind: 'sweep', scopeOfCopies }];
}

/** It stays, with fewer people who see it. Copies are asked about and never restricted by themselves: it may be shown. What the requester sent stays hers and pending, for a removal. */
function effectsOfRestriction({ matter, contents, mayList = true }: DecisionInput, ground: Ground): DecisionEffect[] {
  const visibility = visibilityOf(ground.key);
  if (visibility === null) throw new RangeError('A restriction says which');
  const up = contents.filter(({ state }) => state !== 'removed');
  const items = (isListedAlready(matter) || !mayList ? [] : picturesOf(up)).map(
    (picture): DecisionEffect => ({
      kind: 'list',
      contentIds: picture.map(({ contentId }) => contentId),
      codes: picture.flatMap(({ fingerprints }) => fingerprints).map((one) => listed(one, 'confirmed')),
      claimed: [],
      asksOnly: true,
    }),
  );
  const acts = up.map((content): DecisionEffect => ({ ...act('content.restrict', content, ground), visibility }));
  return items.length === 0
    ? acts
    : [...acts, ...items, { kind: 'sweep', scopeOfCopies: matter.kind === 'request' ? matter.basis.scopeOfCopies : null }];
}

/** Nothing is listed, and only what we held is given back, as an earlier decision left it: what is visible stays as it is. */
function effectsOfKeeping({ contents }: DecisionInput, ground: Ground): DecisionEffect[] {
  return contents
    .filter(({ state }) => state === 'held')
    .map((content) =>
      content.restricted == null
        ? act('content.restore', content, ground)
        : { ...act('content.restrict', content, ground), visibility: content.restricted, isAsBefore: true },
    );
}

/** Everything goes out of view and is preserved, also what was to be removed before: its deletion would destroy what others need. Nothing enters a bank. */
function effectsOfReferral({ contents }: DecisionInput, ground: Ground): DecisionEffect[] {
  return contents.map((content) => act('content.restrict', content, ground));
}

function word({ matter, decision, ground: key }: DecisionInput): DecisionEffect[] {
  if (matter.kind !== 'request') return [];
  const { toPerson, whatNext, toPlatform } = requireGround(matter.basis, decision, key);
  return [
    {
      kind: 'tell',
      event: 'request.decided',
      trackingNumber: matter.trackingNumber,
      decision,
      ground: key,
      toPerson,
      whatNext,
      toPlatform,
    },
  ];
}

function act(
  action: 'content.remove' | 'content.restore' | 'content.restrict',
  { contentId }: JudgedContent,
  ground: Ground,
): Extract<DecisionEffect, { kind: 'act' }> {
  return { kind: 'act', action, contentId, ground: ground.key, sentence: ground.toPlatform };
}

/** An exact copy of what the platform itself listed brings no new code. */
function isListedAlready(matter: Matter): boolean {
  return matter.kind === 'match' && matter.match.isOwnItem && isExactKind(matter.match.kind);
}

type Picture = readonly JudgedContent[];

/** Her item belongs to the picture that proves most of it; none when nothing of it is proved. */
function proofOf(
  { itemId, fingerprints }: ClaimantItem,
  pictures: readonly Picture[],
): { readonly itemId: string; readonly picture: Picture; readonly codes: readonly ListedCode[] }[] {
  const proofs = pictures.map((picture) => ({
    picture,
    proved: provedBy(
      fingerprints,
      picture.flatMap((content) => content.fingerprints),
    ),
  }));
  const best = proofs.toSorted((a, b) => b.proved.length - a.proved.length)[0];
  if (best === undefined || best.proved.length === 0) return [];
  return [{ itemId, picture: best.picture, codes: best.proved.map((one) => listed(one, 'claimant')) }];
}

function listed({ kind, variant, value, quality, atSeconds }: Fingerprint, provenance: ListedCode['provenance']): ListedCode {
  return { kind, variant, value, quality: quality ?? null, provenance, ...(atSeconds === undefined ? {} : { atSeconds }) };
}
