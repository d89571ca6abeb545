import type { Fingerprint, Variant } from '@likeness/fingerprint';
import { describe, expect, test } from 'vitest';
import { basisOf } from '../notice/bases.ts';
import { type DecisionInput, effectsOf, type JudgedContent, type MatchFound } from './effects.ts';
import { matchGrounds } from './grounds.ts';

const bridge = 'f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22';
const stranger = 'a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5';

/** The code with its first `bits` bits flipped: at exactly that distance. */
function moved(value: string, bits: number): string {
  return [...value]
    .map((digit, i) => (Number.parseInt(digit, 16) ^ (15 & ~(15 >> Math.max(0, Math.min(4, bits - 4 * i))))).toString(16))
    .join('');
}

function pdq(value: string, variant: Variant = 'whole', quality = 100): Fingerprint {
  return { kind: 'pdq', variant, value, quality };
}

const sha256: Fingerprint = { kind: 'sha256', variant: 'whole', value: 'c'.repeat(64) };

const post: JudgedContent = {
  contentId: 'post-7',
  state: 'visible',
  fingerprints: [pdq(bridge), pdq(moved(bridge, 80), 'rotate90'), sha256],
};

const request: DecisionInput = {
  matter: { kind: 'request', trackingNumber: 'LK-000G-40R4-0M30-F', basis: basisOf('take-it-down') },
  decision: 'remove',
  ground: 'valid-request',
  contents: [post],
  claimantItems: [],
};

function kindsOf(input: DecisionInput): string[] {
  return effectsOf(input).map((effect) => effect.kind);
}

function joinedCodes(claimed: readonly Fingerprint[], content: JudgedContent = post): Fingerprint['value'][] {
  return effectsOf({ ...request, contents: [content], claimantItems: [{ itemId: 'hers', fingerprints: claimed }] }).flatMap((effect) =>
    effect.kind === 'list' ? effect.claimed.flatMap(({ codes }) => codes.map(({ value }) => value)) : [],
  );
}

describe('removing after a request', () => {
  test('acts on the content, lists its own fingerprints as confirmed, sweeps what came before, and tells the requester', () => {
    expect(effectsOf(request)).toEqual([
      {
        kind: 'act',
        action: 'content.remove',
        contentId: 'post-7',
        ground: 'valid-request',
        sentence: 'Remove: a valid request under 47 U.S.C. 223a(a), with known identical copies.',
      },
      {
        kind: 'list',
        contentIds: ['post-7'],
        codes: [
          { kind: 'pdq', variant: 'whole', value: bridge, quality: 100, provenance: 'confirmed' },
          { kind: 'pdq', variant: 'rotate90', value: moved(bridge, 80), quality: 100, provenance: 'confirmed' },
          { kind: 'sha256', variant: 'whole', value: 'c'.repeat(64), quality: null, provenance: 'confirmed' },
        ],
        claimed: [],
      },
      { kind: 'sweep', scopeOfCopies: 'identical' },
      {
        kind: 'tell',
        event: 'request.decided',
        trackingNumber: 'LK-000G-40R4-0M30-F',
        decision: 'remove',
        ground: 'valid-request',
        toPerson: 'The service agreed with you and will take the picture down.',
        whatNext: 'We tell you here when the service says it is gone.',
        toPlatform: 'Remove: a valid request under 47 U.S.C. 223a(a), with known identical copies.',
      },
    ]);
  });

  test('every located content goes; those that show one picture are one item; one that is gone already is not removed twice', () => {
    const other: JudgedContent = { ...post, contentId: 'post-9', state: 'removed', fingerprints: [pdq(stranger)] };
    const effects = effectsOf({
      ...request,
      contents: [post, other, { ...post, contentId: 'post-8', state: 'held', fingerprints: [pdq(moved(bridge, 30))] }],
    });
    expect(effects.flatMap((effect) => (effect.kind === 'act' ? [effect.contentId] : []))).toEqual(['post-7', 'post-8']);
    expect(effects.flatMap((effect) => (effect.kind === 'list' ? [effect.contentIds] : []))).toEqual([['post-9'], ['post-7', 'post-8']]);
  });

  test('two uploads that only a third one joins are one picture', () => {
    const [left, right] = [moved(bridge, 20), moved(stranger, 20)];
    const contents = [
      { ...post, contentId: 'left', fingerprints: [pdq(left)] },
      { ...post, contentId: 'right', fingerprints: [pdq(right)] },
      { ...post, contentId: 'both', fingerprints: [pdq(bridge), pdq(stranger, 'flipX')] },
    ];
    expect(effectsOf({ ...request, contents }).flatMap((effect) => (effect.kind === 'list' ? [effect.contentIds] : []))).toEqual([
      ['left', 'right', 'both'],
    ]);
  });

  test('content without fingerprints is removed, with nothing to list and nothing to sweep for', () => {
    expect(kindsOf({ ...request, contents: [{ ...post, fingerprints: [] }] })).toEqual(['act', 'tell']);
  });

  test('a removal that names no content is refused, for nobody could carry it out', () => {
    expect(() => effectsOf({ ...request, contents: [] })).toThrow(RangeError);
  });
});

describe("the claimant's own fingerprints", () => {
  test('join the listing when they lie within 30 bits of what was looked at, and not at 31', () => {
    const [near, far] = [moved(bridge, 30), moved(bridge, 31)];
    expect(joinedCodes([pdq(near)])).toEqual([near]);
    expect(joinedCodes([pdq(far)])).toEqual([]);
  });

  test('pointing at picture X with the fingerprint of Y lists nothing of Y', () => {
    expect(joinedCodes([pdq(stranger)])).toEqual([]);
    expect(joinedCodes([{ ...sha256, value: 'd'.repeat(64) }])).toEqual([]);
  });

  test('a true fingerprint never carries a false one beside it', () => {
    expect(joinedCodes([pdq(bridge), pdq(stranger, 'flipX'), { ...sha256, value: 'd'.repeat(64) }])).toEqual([bridge]);
  });

  test('the same file is proof by itself', () => {
    expect(joinedCodes([sha256])).toEqual([sha256.value]);
  });

  test('a turned copy proves hers by its own turn', () => {
    expect(joinedCodes([pdq(moved(bridge, 80))])).toEqual([moved(bridge, 80)]);
  });

  test('a picture with too little structure proves nothing, on either side', () => {
    expect(joinedCodes([pdq(bridge, 'whole', 49)])).toEqual([]);
    expect(joinedCodes([{ kind: 'pdq', variant: 'whole', value: bridge }])).toEqual([]);
    expect(joinedCodes([pdq(bridge)], { ...post, fingerprints: [pdq(bridge, 'whole', 49)] })).toEqual([]);
  });

  test('her picture enters the item of the content that proves most of it, once, and is swept for', () => {
    const effects = effectsOf({
      ...request,
      contents: [{ ...post, contentId: 'other', fingerprints: [pdq(stranger)] }, post],
      claimantItems: [
        { itemId: 'hers', fingerprints: [pdq(bridge), sha256, pdq(stranger, 'flipX')] },
        { itemId: 'hers-too', fingerprints: [pdq(moved(bridge, 20))] },
        { itemId: 'unproved', fingerprints: [pdq('5a'.repeat(32))] },
      ],
    });
    expect(effects.filter((effect) => effect.kind === 'list')).toMatchObject([
      { contentIds: ['other'], claimed: [] },
      {
        contentIds: ['post-7'],
        claimed: [
          { itemId: 'hers', codes: [{ value: bridge }, { value: sha256.value }] },
          { itemId: 'hers-too', codes: [{ value: moved(bridge, 20) }] },
        ],
      },
    ]);
    expect(effects.filter((effect) => effect.kind === 'sweep')).toHaveLength(1);
  });

  test('are not listed when the content stays', () => {
    expect(
      kindsOf({ ...request, decision: 'keep', ground: 'not-intimate', claimantItems: [{ itemId: 'hers', fingerprints: [pdq(bridge)] }] }),
    ).toEqual(['tell']);
  });
});

describe('keeping after a request', () => {
  test('gives back what was held, leaves the rest, lists nothing, and says why and what next', () => {
    const effects = effectsOf({
      ...request,
      decision: 'keep',
      ground: 'cannot-locate',
      contents: [post, { ...post, contentId: 'post-8', state: 'held' }],
    });
    expect(effects).toMatchObject([
      { kind: 'act', action: 'content.restore', contentId: 'post-8' },
      {
        kind: 'tell',
        decision: 'keep',
        toPerson: 'The service could not find the picture with what it has.',
        whatNext: 'You can ask again with a link, or with more words on how to find it.',
      },
    ]);
  });

  test('needs no content: what could not be found can still be answered', () => {
    expect(kindsOf({ ...request, decision: 'keep', ground: 'cannot-locate', contents: [] })).toEqual(['tell']);
  });
});

describe('every decision carries a reason', () => {
  test.each([
    ['remove', 'not-depicted'],
    ['keep', 'valid-request'],
    ['keep', ''],
    ['remove', 'same-picture'],
  ] as const)('%s for "%s" is refused after a request', (decision, ground) => {
    expect(() => effectsOf({ ...request, decision, ground })).toThrow(RangeError);
  });
});

describe('a match that nobody asked about', () => {
  const match: MatchFound = { itemId: 'item-1', kind: 'pdq', variant: 'flipX', distance: 12, isOwnItem: true };
  const held: DecisionInput = {
    matter: { kind: 'match', match },
    decision: 'remove',
    ground: 'same-picture',
    contents: [{ ...post, state: 'held' }],
    claimantItems: [],
  };

  test('an edited copy is removed and listed too, and there is nobody to tell', () => {
    expect(kindsOf(held)).toEqual(['act', 'list', 'sweep']);
    expect(effectsOf(held)).toMatchObject([{}, {}, { scopeOfCopies: null }]);
  });

  test('an exact copy of our own item brings nothing new to list; one of a shared list does', () => {
    expect(kindsOf({ ...held, matter: { kind: 'match', match: { ...match, kind: 'sha256', variant: 'whole', distance: 0 } } })).toEqual([
      'act',
    ]);
    const shared = { ...match, kind: 'sha256' as const, distance: 0, isOwnItem: false };
    expect(kindsOf({ ...held, matter: { kind: 'match', match: shared } })).toEqual(['act', 'list', 'sweep']);
  });

  test('another picture is given back', () => {
    expect(effectsOf({ ...held, decision: 'keep', ground: 'different-picture' })).toMatchObject([
      { action: 'content.restore', contentId: 'post-7' },
    ]);
  });

  test('referred, goes out of view and lists nothing, whatever was ordered before and whatever it met', () => {
    const contents = [
      { ...post, state: 'held' as const },
      { ...post, contentId: 'post-8', state: 'removed' as const },
    ];
    expect(effectsOf({ ...held, decision: 'refer', ground: 'under-18', contents })).toMatchObject([
      { kind: 'act', action: 'content.restrict', contentId: 'post-7', ground: 'under-18' },
      { kind: 'act', action: 'content.restrict', contentId: 'post-8', ground: 'under-18' },
    ]);
    expect(() => effectsOf({ ...held, decision: 'refer', ground: 'under-18', contents: [] })).toThrow(RangeError);
  });

  test('has its own grounds for each decision', () => {
    expect(new Set(matchGrounds.map(({ decision }) => decision))).toEqual(new Set(['remove', 'restrict', 'keep', 'refer']));
    expect(() => effectsOf({ ...held, ground: 'valid-request' })).toThrow(RangeError);
  });
});
