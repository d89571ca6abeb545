/** Does the vPDQ rule count as its definition says, and is the alignment the one a person would see? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance } from '../distance.ts';
import { bytesOfHex, hexOfBytes } from '../hex.ts';
import type { VideoFrame } from './frame.ts';
import { matchVideos, vpdqRule } from './match.ts';

/** Pictures that are about 128 bits apart, from a small generator. */
function pictureOf(seed: number): string {
  let state = seed + 1;
  const bytes = new Uint8Array(32);
  for (let i = 0; i < 32; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    bytes[i] = state >>> 24;
  }
  return hexOfBytes(bytes);
}

function flipped(value: string, bits: number): string {
  const bytes = bytesOfHex(value);
  for (let i = 0; i < bits; i++) bytes[i % 32] = (bytes[i % 32] ?? 0) ^ (1 << Math.floor(i / 32));
  return hexOfBytes(bytes);
}

const video = (seeds: readonly number[], { from = 0, bits = 0, quality = 100 } = {}): VideoFrame[] =>
  seeds.map((seed, i) => ({ number: i * 30, atSeconds: from + i, quality, value: flipped(pictureOf(seed), bits) }));

const count = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i);

/** The rule as it is written, slowly. */
function sharesByDefinition(query: readonly VideoFrame[], target: readonly VideoFrame[]): readonly [number, number] {
  const good = (frames: readonly VideoFrame[]): string[] => [...new Set(frames.filter((f) => f.quality >= 50).map((f) => f.value))];
  const near = (a: string, b: string): boolean => hammingDistance(bytesOfHex(a), bytesOfHex(b)) <= 31;
  const share = (from: string[], into: string[]): number =>
    from.length === 0 ? 0 : from.filter((a) => into.some((b) => near(a, b))).length / from.length;
  return [share(good(query), good(target)), share(good(target), good(query))];
}

const someVideo = fc.array(
  fc.record({
    number: fc.nat(1000),
    atSeconds: fc.nat(100),
    quality: fc.constantFrom(0, 49, 50, 100),
    value: fc.tuple(fc.nat(6), fc.constantFrom(0, 10, 20, 31, 32, 40)).map(([seed, bits]) => flipped(pictureOf(seed), bits)),
  }),
  { maxLength: 40 },
);

test('shares are those of the definition, in both directions, on random videos', () => {
  fc.assert(
    fc.property(someVideo, someVideo, (query, target) => {
      const match = matchVideos(query, target);
      expect([match.query.share, match.target.share]).toEqual(sharesByDefinition(query, target));
    }),
    { numRuns: 300 },
  );
});

test('turning query and target round turns the two shares round', () => {
  fc.assert(
    fc.property(someVideo, someVideo, (a, b) => {
      const [there, back] = [matchVideos(a, b), matchVideos(b, a)];
      expect([there.query, there.target]).toEqual([back.target, back.query]);
    }),
  );
});

test('a wider radius or a lower share never loses a match', () => {
  fc.assert(
    fc.property(someVideo, someVideo, (a, b) => {
      const strict = matchVideos(a, b);
      const wide = matchVideos(a, b, { ...vpdqRule, maxDistance: 47, minShare: 0.5 });
      expect(wide.query.found).toBeGreaterThanOrEqual(strict.query.found);
      expect(wide.isMatch || !strict.isMatch).toBe(true);
    }),
  );
});

test('every aligned pair lies within the radius, and every found frame of the query stands in exactly one', () => {
  fc.assert(
    fc.property(someVideo, someVideo, (a, b) => {
      const { alignment, query } = matchVideos(a, b);
      expect(alignment.length).toBe(query.found);
      expect(new Set(alignment.map((pair) => pair.query.value)).size).toBe(query.found);
      for (const { query, target, distance } of alignment) {
        expect(hammingDistance(bytesOfHex(query.value), bytesOfHex(target.value))).toBe(distance);
        expect(distance).toBeLessThanOrEqual(31);
      }
    }),
  );
});

test('four frames in five found is a match, fewer is none', () => {
  const listed = video(count(100));
  expect(matchVideos(video([...count(8), 900, 901]), listed)).toMatchObject({
    isMatch: true,
    query: { counted: 10, found: 8, share: 0.8 },
  });
  expect(matchVideos(video([...count(7), 900, 901, 902]), listed)).toMatchObject({ isMatch: false, query: { share: 0.7 } });
});

test('a frame 31 bits away is found, one 32 bits away is not', () => {
  const listed = video(count(5));
  expect(matchVideos(video(count(5), { bits: 31 }), listed).query.share).toBe(1);
  expect(matchVideos(video(count(5), { bits: 32 }), listed).query.share).toBe(0);
});

test('a clip matches the film it was cut from, and the offset says from where', () => {
  const film = video(count(600));
  const clip = video(count(20, 300), { bits: 12 });
  const match = matchVideos(clip, film);
  expect(match).toMatchObject({ isMatch: true, query: { share: 1 }, offsetSeconds: 300 });
  expect(match.target.share).toBeCloseTo(20 / 600);
  expect(match.alignment.map(({ query, target }) => target.atSeconds - query.atSeconds)).toEqual(count(20).map(() => 300));
  expect(matchVideos(film, clip).isMatch).toBe(false);
});

test('a scene that comes twice is aligned with the time that fits the rest', () => {
  const listed = video([1, 2, 3, 4, 5, 6, 7, 8, 9, 3]);
  const { alignment } = matchVideos(video([2, 3, 4, 5]), listed);
  expect(alignment.map(({ target }) => target.atSeconds)).toEqual([1, 2, 3, 4]);
});

test('featureless frames decide nothing: a video of them matches no other, itself included', () => {
  const dark = video(count(10), { quality: 49 });
  expect(matchVideos(dark, dark)).toMatchObject({
    isMatch: false,
    query: { counted: 0, share: 0 },
    alignment: [],
    offsetSeconds: undefined,
  });
  expect(matchVideos([...dark, ...video([77])], video([77])).query).toEqual({ counted: 1, found: 1, share: 1 });
});

test('a still scene counts once, however long it stands', () => {
  const query = [...video(Array.from({ length: 98 }, () => 1)), ...video([2, 3])];
  expect(matchVideos(query, video([1])).query).toEqual({ counted: 3, found: 1, share: 1 / 3 });
});
