/** Are videos met exactly as the vPDQ rule says, all pairs of frames compared one by one? */
import { bytesOfHex, type Fingerprint, hammingDistance, hexOfBytes, vpdqRule } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankPolicy, ItemCode, ListedItem } from '../bank/policy.ts';
import { forNear } from './homes.ts';
import { FollowingIndex, type LiveIndex } from './live.ts';
import { openIndex } from './open.ts';
import { PlainScan } from './plain.ts';

const own: BankPolicy = { id: 'own', name: 'Own bank', onMatch: 'hold', enabled: true, radius: null, platformId: 'forum' };

/** Scene `scene` with its first `bits` bits flipped: scenes lie far apart. */
function still(scene: number, bits = 0): string {
  const code = Uint8Array.from({ length: 32 }, (_, i) => (scene * 89 + i * 37 + ((scene * i) % 7) * 31) & 0xff);
  return hexOfBytes(code.map((byte, i) => byte ^ (0xff & ~(0xff >> Math.max(0, Math.min(8, bits - 8 * i))))));
}

const frame = (scene: number, atSeconds?: number, more: Partial<Fingerprint> & { bits?: number } = {}): Fingerprint => {
  const { bits = 0, ...rest } = more;
  const at = atSeconds === undefined ? {} : { atSeconds };
  return { kind: 'vpdq', variant: 'whole', value: still(scene, bits), quality: 90, ...at, ...rest };
};

const codeOf = ({ kind, variant, value, quality, atSeconds }: Fingerprint, provenance: ItemCode['provenance'] = 'confirmed'): ItemCode => ({
  kind,
  variant,
  value,
  quality: quality ?? null,
  provenance,
  ...(atSeconds === undefined ? {} : { atSeconds }),
});

function item(codes: readonly ItemCode[], id = 'film'): ListedItem {
  return { id, bankId: 'own', state: 'active', source: 'decision', addedAt: '2026-11-20T10:00:00.000Z', codes };
}

async function indexWith(items: readonly ListedItem[], bank: Partial<BankPolicy> = {}): Promise<LiveIndex> {
  const index = await openIndex();
  index.apply({ seq: 1, kind: 'bank', bank: { ...own, ...bank } });
  items.forEach((one, i) => {
    index.apply({ seq: i + 2, kind: 'item', item: one });
  });
  return index;
}

const look = (index: LiveIndex, fingerprints: readonly Fingerprint[], source: 'bytes' | 'fingerprints' = 'fingerprints') =>
  index.look({ platformId: 'forum', source, fingerprints });

const film = (from: number, count: number, startSeconds = 0): Fingerprint[] =>
  Array.from({ length: count }, (_, i) => frame(from + i, startSeconds + i));

describe('the rule of videos', () => {
  test('the same film, saved again, is held, with the share of both sides and no shift in time', async () => {
    const index = await indexWith([item(film(1, 10).map((one) => codeOf(one)))]);
    const again = Array.from({ length: 10 }, (_, i) => frame(1 + i, i, { bits: i }));
    expect(look(index, again)).toMatchObject([
      {
        itemId: 'film',
        kind: 'vpdq',
        variant: 'whole',
        distance: 4,
        effect: 'hold',
        video: { upload: { counted: 10, found: 10 }, item: { counted: 10, found: 10 }, offset: { seconds: 0, frames: 10 } },
      },
    ]);
    expect(look(index, again, 'bytes')).toHaveLength(1);
  });

  test('four fifths of both are enough to hold, one frame less of either only asks, one less of both is no match', async () => {
    const index = await indexWith([item(film(1, 10).map((one) => codeOf(one)))]);
    const shared = (frames: number, others: number): Fingerprint[] => [...film(1, frames), ...film(100, others)];
    expect(look(index, shared(8, 2)).map(({ effect }) => effect)).toEqual(['hold']);
    expect(look(index, shared(8, 3)).map(({ effect }) => effect)).toEqual(['review']);
    expect(look(index, shared(7, 1)).map(({ effect }) => effect)).toEqual(['review']);
    expect(look(index, shared(7, 3))).toEqual([]);
  });

  test('a clip of a listed film, and a long film that shows all of it, are for a person to look at, who reads where it begins', async () => {
    const index = await indexWith([item(film(1, 60).map((one) => codeOf(one)))]);
    expect(look(index, film(21, 5))).toMatchObject([
      {
        effect: 'review',
        video: { upload: { counted: 5, found: 5 }, item: { counted: 60, found: 5 }, offset: { seconds: 20, frames: 5 } },
      },
    ]);
    expect(look(index, [...film(200, 100), ...film(1, 60, 100)])).toMatchObject([
      { effect: 'review', video: { upload: { found: 60 }, item: { found: 60 }, offset: { seconds: -100, frames: 60 } } },
    ]);
  });

  test('31 bits are near, 32 are not', async () => {
    const index = await indexWith([item([codeOf(frame(1, 0))])]);
    expect(look(index, [frame(1, 0, { bits: 31 })])).toHaveLength(1);
    expect(look(index, [frame(1, 0, { bits: 32 })])).toEqual([]);
  });

  test('frames that are too plain count nowhere, and equal frames once', async () => {
    const plain = [frame(50, 90, { quality: 49 }), frame(51, 91, { quality: 10 })];
    const index = await indexWith([item([...film(1, 4), ...plain].map((one) => codeOf(one)))]);
    expect(look(index, plain)).toEqual([]);
    const repeated = [...film(1, 4), ...film(1, 4, 10), ...plain];
    expect(look(index, repeated)).toMatchObject([{ effect: 'hold', video: { upload: { counted: 4, found: 4 }, item: { counted: 4 } } }]);
  });

  test('what nobody told the quality of, and what only the claimant told of, asks at most', async () => {
    const { quality: _, ...untold } = frame(1, 0);
    const sure = await indexWith([item([codeOf(frame(1, 0))])]);
    expect(look(sure, [untold]).map(({ effect }) => effect)).toEqual(['review']);
    const unsure = await indexWith([item([codeOf(untold)])]);
    expect(look(unsure, [frame(1, 0)]).map(({ effect }) => effect)).toEqual(['review']);
    const hers = await indexWith([item([codeOf(frame(1, 0), 'claimant')])]);
    expect(look(hers, [frame(1, 0)]).map(({ effect }) => effect)).toEqual(['review']);
    // Beside what a person confirmed, hers takes nothing away.
    const both = await indexWith([item([...film(1, 5).map((one) => codeOf(one)), ...film(70, 5).map((one) => codeOf(one, 'claimant'))])]);
    expect(look(both, film(1, 5))).toMatchObject([{ effect: 'hold', video: { item: { counted: 5, found: 5 } } }]);
  });

  test('a bank may ask for more of a film and for nearer frames, never for less', async () => {
    const items = [item(film(1, 10).map((one) => codeOf(one)))];
    const nine = [...film(1, 9), ...film(100, 1)];
    const effects = async (bank: Partial<BankPolicy>, upload = nine) =>
      look(await indexWith(items, bank), upload).map(({ effect }) => effect);
    expect(await effects({ ratio: 0.9 })).toEqual(['hold']);
    expect(await effects({ ratio: 0.95 })).toEqual([]);
    expect(await effects({ ratio: 0.1 }, [...film(1, 7), ...film(100, 3)])).toEqual([]);
    const off = Array.from({ length: 10 }, (_, i) => frame(1 + i, i, { bits: 20 }));
    expect(await effects({ radii: [{ kind: 'vpdq', variant: null, radius: 20 }] }, off)).toEqual(['hold']);
    expect(await effects({ radii: [{ kind: 'vpdq', variant: null, radius: 19 }] }, off)).toEqual([]);
    expect(await effects({ onMatch: 'observe' })).toEqual(['observe']);
    expect(await effects({ enabled: false })).toEqual([]);
  });

  test('a film and its file are one match, told by the file, with the frames beside it', async () => {
    const file = { kind: 'sha256' as const, variant: 'whole' as const, value: 'a'.repeat(64) };
    const index = await indexWith([item([codeOf(file), ...film(1, 5).map((one) => codeOf(one))])]);
    const [match, ...others] = look(index, [file, ...film(1, 5)]);
    expect(others).toEqual([]);
    expect(match).toMatchObject({ kind: 'sha256', agreed: [{ kind: 'sha256' }, { kind: 'vpdq', video: { item: { found: 5 } } }] });
  });

  test('without times on one side the shares are told and no offset', async () => {
    const index = await indexWith([item([codeOf(frame(1)), codeOf(frame(2))])]);
    expect(look(index, film(1, 2))).toMatchObject([{ effect: 'hold', video: { offset: null } }]);
  });

  test('a frame is no picture: the same value as PDQ meets nothing', async () => {
    const index = await indexWith([item(film(1, 3).map((one) => codeOf(one)))]);
    expect(look(index, [{ kind: 'pdq', variant: 'whole', value: still(1), quality: 100 }], 'bytes')).toEqual([]);
  });
});

/** What the rule says of every pair of frames, one by one. */
function bruteForce(upload: readonly Fingerprint[], codes: readonly ItemCode[], bank: BankPolicy) {
  const firstOf = <T extends { readonly value: string }>(all: readonly T[]): T[] =>
    all.filter((one, i) => all.findIndex(({ value }) => value === one.value) === i);
  const asked = firstOf(upload.filter(({ quality = 50 }) => quality >= 50));
  const listed = firstOf(codes.filter(({ quality }) => (quality ?? 50) >= 50));
  const radius = Math.min(vpdqRule.maxDistance, bank.radius ?? 256);
  const isNear = (a: { value: string }, b: { value: string }): boolean =>
    hammingDistance(bytesOfHex(a.value), bytesOfHex(b.value)) <= radius;
  const least = Math.max(0.8, bank.ratio ?? 0);
  const shares = (items: readonly ItemCode[], askers: readonly Fingerprint[]) => ({
    upload: { counted: asked.length, found: askers.filter((one) => items.some((other) => isNear(one, other))).length },
    item: { counted: items.length, found: items.filter((one) => askers.some((other) => isNear(one, other))).length },
  });
  const isSeen = ({ counted, found }: { counted: number; found: number }): boolean => found > 0 && found / counted >= least;
  const sure = shares(
    listed.filter(({ provenance, quality }) => provenance === 'confirmed' && quality !== null),
    asked.filter(({ quality }) => quality !== undefined),
  );
  const all = shares(listed, asked);
  if (isSeen(sure.upload) && isSeen(sure.item)) return { effect: 'hold', ...sure };
  if (isSeen(all.upload) && isSeen(all.item)) return { effect: 'review', isOneOf: [all, sure] };
  return isSeen(all.upload) || isSeen(all.item) || isSeen(sure.upload) || isSeen(sure.item)
    ? { effect: 'review', isOneOf: [all, sure] }
    : null;
}

test('whatever films are listed, sorted or not, an upload meets those that every pair of frames compared one by one says', async () => {
  const someFrame = fc.record({
    scene: fc.integer({ min: 1, max: 12 }),
    bits: fc.integer({ min: 0, max: 40 }),
    quality: fc.constantFrom(90, 90, 90, 50, 49, undefined),
    at: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  });
  const frames = fc.array(someFrame, { minLength: 1, maxLength: 12 }).map((all) =>
    all.map(
      ({ scene, bits, quality, at }): Fingerprint => ({
        kind: 'vpdq',
        variant: 'whole',
        value: still(scene, bits),
        ...(quality === undefined ? {} : { quality }),
        ...(at === undefined ? {} : { atSeconds: at }),
      }),
    ),
  );
  const provenance = fc.constantFrom('confirmed' as const, 'confirmed' as const, 'claimant' as const);
  const bank = fc.record({ radius: fc.constantFrom(null, 12, 48), ratio: fc.constantFrom(null, 0.5, 0.9) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(frames, provenance), { maxLength: 3 }), frames, bank, async (films, upload, narrowed) => {
      const policy: BankPolicy = { ...own, ...narrowed };
      const items = films.map(([codes, by], i) =>
        item(
          codes.map((one) => codeOf(one, by)),
          `film ${i}`,
        ),
      );
      const live = await indexWith(items, narrowed);
      const plain = new FollowingIndex(forNear(() => new PlainScan()));
      plain.apply({ seq: 1, kind: 'bank', bank: policy });
      items.forEach((one, i) => {
        plain.apply({ seq: i + 2, kind: 'item', item: one });
      });
      const found = look(live, upload);
      expect(found).toEqual(look(plain, upload));
      for (const one of items) {
        const match = found.find(({ itemId }) => itemId === one.id);
        const expected = bruteForce(upload, one.codes, policy);
        expect(match === undefined).toBe(expected === null);
        if (match === undefined || expected === null) continue;
        expect(match.effect).toBe(expected.effect);
        const { offset: _, ...counts } = match.video ?? { offset: null };
        if ('isOneOf' in expected) expect(expected.isOneOf).toContainEqual(counts);
        else expect(counts).toEqual({ upload: expected.upload, item: expected.item });
      }
    }),
    { numRuns: 200 },
  );
});

test('in whatever order an item has its frames, the offset that is told is the one that most frames agree on', async () => {
  const shuffled = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 10 });
  await fc.assert(
    fc.asyncProperty(shuffled, fc.integer({ min: 0, max: 5000 }), async (order, shift) => {
      const index = await indexWith([item(order.map((scene) => codeOf(frame(scene, shift / 10 + scene))))]);
      const [match] = look(index, film(1, 10, 1));
      expect(match?.video?.offset).toEqual({ seconds: shift / 10, frames: 10 });
    }),
    { numRuns: 50 },
  );
});
