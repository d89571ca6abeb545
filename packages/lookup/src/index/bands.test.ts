import { hammingDistance } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flip, plantCluster, seeded, skewedCodes, templateCodes, uniformCodes } from '../../../../vectors/codes.ts';
import { type BandEngine, wipe } from './band-engine.ts';
import { type BandEngines, loadBands, plainBands } from './bands.ts';
import { type BuildChoices, buildImage } from './build.ts';
import { bytesOf, CODE_BITS, chooseLayout, layoutOf, MOST_RADIUS, plansFor } from './layout.ts';
import { CODE_BYTES, type NearHit, near } from './reader.ts';

const kernelBands = await loadBands();
const both: readonly [string, BandEngines][] = [
  ['the kernel', kernelBands],
  ['the plain fallback', plainBands],
];

const kinds = { uniform: uniformCodes, skewed: skewedCodes, templates: templateCodes } as const;

function codeAt(codes: Uint8Array, position: number): Uint8Array {
  return codes.subarray(position * CODE_BYTES, (position + 1) * CODE_BYTES);
}

/** An engine that holds these codes at positions 0, 1, 2 ...; those whose position `isGone` names were never there. */
function built(engines: BandEngines, codes: Uint8Array, choices: BuildChoices = {}, isGone = (_: number) => false): BandEngine {
  const count = codes.length / CODE_BYTES;
  const live = new Uint8Array(Math.ceil(count / 8));
  for (let i = 0; i < count; i++) if (!isGone(i)) live[i >> 3] = (live[i >> 3] ?? 0) | (1 << (i & 7));
  const engine = engines.empty();
  const positions = Uint32Array.from({ length: count }, (_, i) => i);
  const input = { count, live, kept: new Uint8Array(), added: { positions, codes }, attached: new Uint8Array() };
  const steps = buildImage(engine, input, choices);
  while (steps.next().done !== true);
  return engine;
}

/** Distance of every code to this one. */
function distances(codes: Uint8Array, asked: Uint8Array): number[] {
  return Array.from({ length: codes.length / CODE_BYTES }, (_, i) => hammingDistance(codeAt(codes, i), asked));
}

function hitsWithin(all: readonly number[], radius: number): { slot: number; distance: number }[] {
  return all.flatMap((distance, slot) => (distance <= radius ? [{ slot, distance }] : []));
}

/** Half fresh, half so many bits from a code that is there. */
function questions(codes: Uint8Array, seed: number, count: number): Uint8Array[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    if (i % 2 === 0 || codes.length === 0) return uniformCodes(1, random());
    const asked = codeAt(codes, random() % (codes.length / CODE_BYTES)).slice();
    flip(asked, random() % 68, random);
    return asked;
  });
}

describe('plans', () => {
  test('no plan misses anything: the thresholds of every radius, each plus one, sum up to more than the radius', () => {
    for (let bands = 11; bands <= 32; bands++) {
      for (const count of [1, 3000, 1e5, 1e7]) {
        plansFor(layoutOf(bands), count).forEach((plan, radius) => {
          if (plan === null) return;
          expect(plan.thresholds.length).toBe(bands);
          expect(plan.thresholds.reduce((sum, threshold) => sum + threshold + 1, 0)).toBe(radius + 1);
        });
      }
    }
  });

  test('bands cover every bit once, and there are as many as fit the number of codes', () => {
    for (let bands = 11; bands <= 32; bands++) expect(layoutOf(bands).reduce((sum, width) => sum + width)).toBe(CODE_BITS);
    expect(chooseLayout(1000)).toEqual([]);
    expect([1e5, 1e6, 1e7].map((count) => chooseLayout(count).length)).toEqual([16, 15, 12]);
  });

  test('from 20,000 codes to 4 x 10^7 there is always a layout, and never one beyond its share of memory', () => {
    for (let count = 20_000; count < 4e7; count *= 1.07) {
      const layout = chooseLayout(Math.floor(count));
      const { directories, total } = bytesOf(layout, count);
      expect(layout.length).toBeGreaterThanOrEqual(11);
      expect(directories / total).toBeLessThanOrEqual(0.4);
      if (total > 50e6) expect(total / count).toBeLessThanOrEqual(105);
    }
  });

  test('a radius that probing cannot pay for has no plan', () => {
    expect(plansFor(layoutOf(16), 20_000)[MOST_RADIUS]).toBeNull();
    expect(plansFor(layoutOf(12), 1e7)[48]).not.toBeNull();
  });
});

describe.each(both)('%s', (_name, engines) => {
  test.each([
    ['uniform', 20_000, 16],
    ['skewed', 20_000, 20],
    ['templates', 20_000, 15],
    ['skewed', 3000, 16],
    ['templates', 700, 24],
    ['uniform', 1, 16],
    ['uniform', 0, 16],
    ['templates', 20_000, undefined],
    ['uniform', 500, undefined],
  ] as const)(
    '%s codes, %i of them, %s bands: every radius from 0 to 64 and beyond finds what a look at every code finds',
    (kind, count, bands) => {
      const codes = kinds[kind](count, count + (bands ?? 0));
      const isGone = (position: number): boolean => position % 7 === 3;
      const engine = built(engines, codes, bands === undefined ? {} : { layout: layoutOf(bands) }, isGone);
      const radii = [-1, ...Array.from({ length: MOST_RADIUS + 1 }, (_, radius) => radius), 90, 256];
      for (const asked of questions(codes, 5, engines === plainBands ? 4 : 12)) {
        const all = distances(codes, asked).map((distance, position) => (isGone(position) ? 999 : distance));
        for (const radius of radii) expect(near(engine, asked, radius)).toEqual(hitsWithin(all, radius));
      }
    },
  );

  test('an index whose every code is the same, more of them than the kernel holds hits at once, names each once', () => {
    const codes = new Uint8Array(20_000 * CODE_BYTES).fill(0b10010110);
    for (const choices of [{ layout: layoutOf(16) }, { layout: layoutOf(16), hotBucket: Number.POSITIVE_INFINITY }]) {
      const hits = near(built(engines, codes, choices), codeAt(codes, 0), 31);
      expect(hits.length).toBe(20_000);
      expect(hits.every(({ slot, distance }, i) => slot === i && distance === 0)).toBe(true);
    }
  });

  test('refuses a code of another length', () => {
    expect(() => near(built(engines, uniformCodes(10, 1)), new Uint8Array(31), 3)).toThrow(RangeError);
  });
});

describe.each(both)('hot clusters, %s', (_name, engines) => {
  const codes = skewedCodes(20_000, 9);
  const centre = plantCluster(codes, 10, 0.05, 10);
  plantCluster(codes, 30, 0.02, 30);
  const random = seeded(12);
  const asked = [0, 5, 20, 31, 40, 60].map((bits) => {
    const question = centre.slice();
    flip(question, bits, random);
    return question;
  });

  test('a twentieth of the bank within ten bits of one code: exact at every radius, and less work than a scan', () => {
    const engine = built(engines, codes, { layout: layoutOf(20), hotBucket: 100 });
    expect(engine.shape.clusters).toBeGreaterThanOrEqual(2);
    expect(engine.shape.members).toBeGreaterThan(0.065 * 20_000);
    for (const question of asked) {
      const all = distances(codes, question);
      for (const radius of [0, 3, 10, 24, 31, 40, 48, 64]) expect(near(engine, question, radius)).toEqual(hitsWithin(all, radius));
      const { candidates, scanned } = engine.search(question, 31, () => true);
      expect(scanned).toBe(0);
      expect(candidates).toBeLessThan(0.15 * 20_000);
    }
  });

  test('buckets that would cost more than a scan make the question a scan, and it says so', () => {
    const engine = built(engines, codes, { layout: layoutOf(20), hotBucket: Number.POSITIVE_INFINITY });
    expect(engine.shape.clusters).toBe(0);
    const work = { ...engine.search(centre, 31, () => true) };
    expect(work).toMatchObject({ candidates: 0, scanned: 20_000 });
    expect(work.probes).toBeGreaterThan(0);
    expect(near(engine, centre, 31)).toEqual(hitsWithin(distances(codes, centre), 31));
    expect(engine.search(uniformCodes(1, 3), 31, () => true).scanned).toBe(0);
  });
});

/** What is told until so many blocks were handed over, the last of which ends the question. */
function toldUntil(engine: BandEngine, asked: Uint8Array, radius: number, blocks: number): NearHit[] {
  const hits: NearHit[] = [];
  let left = blocks;
  engine.search(asked, radius, (pairs, many) => {
    expect(many).toBeGreaterThan(0);
    expect(left).toBeGreaterThan(0);
    for (let i = 0; i < many; i++) hits.push({ slot: pairs[2 * i] ?? -1, distance: pairs[2 * i + 1] ?? -1 });
    return --left > 0;
  });
  return hits.sort((a, b) => a.slot - b.slot);
}

describe.each(both)('ended questions, %s', (_name, engines) => {
  const codes = skewedCodes(40_000, 31);
  const centre = plantCluster(codes, 32, 0.5, 10);

  test.each([
    ['in the bands', { layout: layoutOf(16), hotBucket: Number.POSITIVE_INFINITY }],
    ['in a cluster', { layout: layoutOf(20), hotBucket: 100 }],
    ['in a scan', { layout: [] }],
  ] as const)('ended %s: what was told is true, nothing follows it, and the next question is answered in full', (_where, choices) => {
    const engine = built(engines, codes, choices, (position) => position % 7 === 3);
    const [, asked = centre] = questions(codes, 33, 2);
    const far = near(engine, asked, 31);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.constantFrom(3, 12, 31, 64), (blocks, radius) => {
        const all = near(engine, centre, radius);
        const byPlace = new Map(all.map(({ slot, distance }) => [slot, distance]));
        const told = toldUntil(engine, centre, radius, blocks);
        expect(new Set(told.map(({ slot }) => slot)).size).toBe(told.length);
        expect(told.every(({ slot, distance }) => byPlace.get(slot) === distance)).toBe(true);
        expect(told.length).toBeGreaterThanOrEqual(Math.min(blocks, all.length));
        expect(near(engine, asked, 31)).toEqual(far);
        expect(near(engine, centre, radius)).toEqual(all);
      }),
      { numRuns: 6 },
    );
    expect(toldUntil(engine, centre, 12, 1).length).toBeLessThan(near(engine, centre, 12).length);
  });
});

test('what is wiped one after the other is named by no way of searching, kernel or fallback, not even by the zeros left of it', () => {
  const drawn = fc.record({
    seed: fc.nat(),
    count: fc.integer({ min: 1, max: 3000 }),
    choices: fc.constantFrom<BuildChoices>(
      { layout: layoutOf(24), hotBucket: 12 },
      { layout: layoutOf(16), hotBucket: Number.POSITIVE_INFINITY },
      { layout: [] },
    ),
  });
  fc.assert(
    fc.property(drawn, ({ seed, count, choices }) => {
      const random = seeded(seed);
      const codes = templateCodes(count, seed, 6);
      const centre = plantCluster(codes, seed, 0.2, 10);
      const gone = new Set<number>();
      const [fast, plain] = both.map(([, engines]) => built(engines, codes, choices));
      if (fast === undefined || plain === undefined) throw new Error('two engines were built');
      for (let round = 0; round < 4; round++) {
        for (let i = 0; i < count / 4; i++) {
          const position = random() % count;
          gone.add(position);
          wipe(fast, position);
          wipe(plain, position);
        }
        for (const asked of [centre, new Uint8Array(CODE_BYTES), codeAt(codes, random() % count)]) {
          const all = distances(codes, asked).map((distance, position) => (gone.has(position) ? 999 : distance));
          for (const radius of [0, 31, 64, 256]) {
            expect(near(fast, asked, radius)).toEqual(hitsWithin(all, radius));
            expect(near(plain, asked, radius)).toEqual(hitsWithin(all, radius));
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('kernel and fallback build the same image, byte for byte, clusters included, and do the same work', () => {
  const code = fc.record({
    kind: fc.constantFrom('uniform', 'skewed', 'templates'),
    count: fc.integer({ min: 0, max: 3000 }),
    seed: fc.nat(),
    bands: fc.integer({ min: 16, max: 32 }),
    hotBucket: fc.constantFrom(5, 60, 1000),
  });
  fc.assert(
    fc.property(code, ({ kind, count, seed, bands, hotBucket }) => {
      const codes = kinds[kind](count, seed);
      if (seed % 2 === 0) plantCluster(codes, seed, 0.05, 10);
      const choices = { layout: layoutOf(bands), hotBucket };
      const [fast, plain] = both.map(([, engines]) => built(engines, codes, choices, (position) => position % 11 === 1));
      if (fast === undefined || plain === undefined) throw new Error('two engines were built');
      expect(fast.shape).toEqual(plain.shape);
      expect(Buffer.compare(fast.room(fast.shape.bytes), plain.room(plain.shape.bytes))).toBe(0);
      for (const asked of questions(codes, seed, 4)) {
        for (const radius of [0, 30, 47])
          expect({ ...fast.search(asked, radius, () => true) }).toEqual(plain.search(asked, radius, () => true));
      }
    }),
    { numRuns: 25 },
  );
});

test('so many codes that the kernel sorts by partitions: still the same image, byte for byte', () => {
  const codes = skewedCodes(60_000, 21);
  plantCluster(codes, 22, 0.05, 10);
  const choices = { layout: layoutOf(16), hotBucket: 1000 };
  const [fast, plain] = both.map(([, engines]) => built(engines, codes, choices, (position) => position % 5 === 1));
  expect(fast?.shape.clusters).toBe(1);
  expect(Buffer.compare(fast?.room(fast.shape.bytes) ?? Buffer.of(1), plain?.room(plain.shape.bytes) ?? Buffer.of(2))).toBe(0);
});

test('an engine that holds an image is not built in again', () => {
  for (const [, engines] of both) {
    const engine = built(engines, uniformCodes(10, 1));
    const input = {
      count: 0,
      live: new Uint8Array(),
      kept: new Uint8Array(),
      added: { positions: new Uint32Array(), codes: new Uint8Array() },
      attached: new Uint8Array(),
    };
    expect(() => buildImage(engine, input).next()).toThrow(RangeError);
  }
});

test('engines that are replaced give their memory back without being asked to', async () => {
  const before = process.memoryUsage().rss;
  const pageBytes = 4096;
  for (let i = 0; i < 30; i++) {
    const room = kernelBands.empty().room(1e8);
    for (let at = 0; at < room.length; at += pageBytes) room[at] = 1;
    // What was collected is given back between two turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(1e9);
});
