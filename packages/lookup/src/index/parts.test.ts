/** Do the tiers of the job meet what they say: parts and tilts of an upload with wholes, wholes with crops, above the floor of each view, and never more than a question? */
import { bytesOfHex, type DerivedVariant, hexOfBytes, regions, tilts, type View, variantFacts } from '@likeness/fingerprint';
import { expect, test } from 'vitest';
import type { ItemCode, ListedItem } from '../bank/policy.ts';
import type { LiveIndex } from './live.ts';
import { openIndex } from './open.ts';

const bridge = 'f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22';
const near = (bits: number): string =>
  hexOfBytes(bytesOfHex(bridge).map((byte, i) => byte ^ (0xff & ~(0xff >> Math.max(0, Math.min(8, bits - 8 * i))))));

async function indexWith(...codes: ItemCode[]): Promise<LiveIndex> {
  const index = await openIndex();
  index.apply({ seq: 1, kind: 'bank', bank: { id: 'own', name: 'Own', onMatch: 'hold', enabled: true, radius: null, platformId: null } });
  const item: ListedItem = { id: 'i', bankId: 'own', state: 'active', source: 'decision', addedAt: '2026-11-20T10:00:00.000Z', codes };
  index.apply({ seq: 2, kind: 'item', item });
  return index;
}

const listed = (variant: ItemCode['variant'], quality: number | null = 100): ItemCode => ({
  kind: 'pdq',
  variant,
  value: bridge,
  quality,
  provenance: 'confirmed',
});
const part = (variant: DerivedVariant, bits: number, quality = 100): View => ({ kind: 'pdq', variant, value: near(bits), quality });
const whole = (bits: number, quality = 100): View => ({ kind: 'pdq', variant: 'whole', value: near(bits), quality });
const met = (index: LiveIndex, seen: View, when: 'call' | 'job' = 'job', source: 'bytes' | 'fingerprints' = 'bytes') =>
  index
    .look({ platformId: 'forum', source, fingerprints: [seen] }, when)
    .map(({ variant, effect, distance }) => [variant, effect, distance]);

test.each([...regions, ...tilts])('%s of an upload meets a listed whole in the job, up to its radius, and only asks', async (variant) => {
  const index = await indexWith(listed('whole'));
  const { reviewRadius, qualityFloor } = variantFacts[variant];
  expect(met(index, part(variant, 0))).toEqual([[variant, 'review', 0]]);
  expect(met(index, part(variant, reviewRadius))).toEqual([[variant, 'review', reviewRadius]]);
  expect(met(index, part(variant, reviewRadius + 1))).toEqual([]);
  expect(met(index, part(variant, 0), 'call')).toEqual([]);
  expect(met(index, part(variant, 0, qualityFloor))).toHaveLength(1);
  expect(met(index, part(variant, 0, qualityFloor - 1))).toEqual([]);
});

test('the whole of an upload, from a file or alone, meets the crops of an item in the job, and the answer names the crop', async () => {
  const { reviewRadius, qualityFloor } = variantFacts.cropSquare;
  const index = await indexWith(listed('cropSquare'));
  for (const source of ['bytes', 'fingerprints'] as const) {
    expect(met(index, whole(reviewRadius), 'job', source)).toEqual([['cropSquare', 'review', reviewRadius]]);
    expect(met(index, whole(reviewRadius + 1), 'job', source)).toEqual([]);
    expect(met(index, whole(0), 'call', source)).toEqual([]);
  }
  expect(met(await indexWith(listed('cropSquare', qualityFloor)), whole(0))).toHaveLength(1);
  expect(met(await indexWith(listed('cropSquare', qualityFloor - 1)), whole(0))).toEqual([]);
  expect(met(await indexWith(listed('cropSquare', null)), whole(0))).toEqual([]);
  expect(met(index, whole(0, variantFacts.whole.qualityFloor - 1))).toEqual([]);
});

test.each(regions)(
  '%s of an upload meets the crops of an item too, and the answer names the part: the rest of it may be covered',
  async (variant) => {
    const { reviewRadius, qualityFloor } = variantFacts[variant];
    const index = await indexWith(listed('cropTop50'));
    expect(met(index, part(variant, reviewRadius))).toEqual([[variant, 'review', reviewRadius]]);
    expect(met(index, part(variant, reviewRadius + 1))).toEqual([]);
    expect(met(index, part(variant, 0), 'call')).toEqual([]);
    expect(met(index, part(variant, 0, qualityFloor - 1))).toEqual([]);
    expect(met(await indexWith(listed('cropTop50', variantFacts.cropTop50.qualityFloor - 1)), part(variant, 0))).toEqual([]);
  },
);

test('tilts meet no crops, parts no turns, and a part of a picture whose whole is too plain meets nothing', async () => {
  expect(met(await indexWith(listed('cropSquare')), part('tiltLeft1', 0))).toEqual([]);
  expect(met(await indexWith(listed('flipX')), part('regionLeft', 0))).toEqual([]);
  expect(met(await indexWith(listed('whole', variantFacts.whole.qualityFloor - 1)), part('regionLeft', 0))).toEqual([]);
});

test('what the whole says outweighs what a part says', async () => {
  const index = await indexWith(listed('whole'), listed('cropSquare'));
  const [match] = index.look({ platformId: 'forum', source: 'bytes', fingerprints: [whole(4), part('tiltLeft1', 2)] }, 'job');
  expect(match).toMatchObject({ effect: 'hold', variant: 'whole', distance: 4 });
  expect(match?.agreed.map(({ variant }) => variant)).toEqual(['whole', 'tiltLeft1', 'cropSquare']);
});
