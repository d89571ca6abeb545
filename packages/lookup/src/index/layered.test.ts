import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { hammingDistance } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flip, plantCluster, seeded, skewedCodes, templateCodes, uniformCodes } from '../../../../vectors/codes.ts';
import { type BandEngines, loadBands, plainBands } from './bands.ts';
import { buildImage } from './build.ts';
import type { ImageShape } from './image.ts';
import { LayeredCodes } from './layered.ts';
import { layoutOf } from './layout.ts';
import { loadLinearScan } from './linear.ts';
import { PlainScan } from './plain.ts';
import { CODE_BYTES, near, type ScannedCodes } from './reader.ts';

const newLinearScan = await loadLinearScan();
const both: readonly [string, BandEngines, () => ScannedCodes][] = [
  ['the kernels', await loadBands(), newLinearScan],
  ['the plain fallbacks', plainBands, () => new PlainScan()],
];
const choices = { layout: layoutOf(24), hotBucket: 12 };

function codeAt(codes: Uint8Array, position: number): Uint8Array {
  return codes.subarray(position * CODE_BYTES, (position + 1) * CODE_BYTES);
}

function sort(set: LayeredCodes, engines: BandEngines): void {
  const engine = engines.empty();
  for (const _ of buildImage(engine, set.beginRebuild()));
  set.finishRebuild(engine);
}

describe.each(both)('%s', (_name, engines, newTail) => {
  test('whatever comes and goes before, between the steps of and after a rebuild, given up or not: every answer is that of a plain list', () => {
    const act = fc.oneof(
      { weight: 8, arbitrary: fc.record({ kind: fc.constant('add' as const), many: fc.integer({ min: 1, max: 60 }) }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('remove' as const), many: fc.integer({ min: 1, max: 40 }) }) },
      { weight: 3, arbitrary: fc.constant({ kind: 'begin' as const }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('step' as const), many: fc.integer({ min: 1, max: 30 }) }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'give up' as const }) },
    );
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), fc.nat(), (acts, seed) => {
        const random = seeded(seed);
        // A few neighbourhoods, so that answers are full; distinct enough that a code seldom comes twice.
        const source = templateCodes(3000, seed, 6);
        const set = new LayeredCodes(newTail);
        const expected = new Map<number, Uint8Array>();
        let given = 0;
        let steps: Generator<void, ImageShape> | null = null;
        let engine = engines.empty();
        const check = (): void => {
          const asked = codeAt(source, random() % 3000);
          const all = [...expected].map(([slot, code]) => ({ slot, distance: hammingDistance(code, asked) }));
          for (const radius of [0, 31, 64]) {
            const hits = all.filter(({ distance }) => distance <= radius).sort((a, b) => a.slot - b.slot);
            expect(near(set, asked, radius)).toEqual(hits);
          }
          expect(set.size).toBe(expected.size);
          const same = all.filter(({ distance }) => distance === 0).map(({ slot }) => slot);
          expect(same.length === 0 ? [-1] : same).toContain(set.slotOf(asked));
        };
        for (const act of acts) {
          switch (act.kind) {
            case 'add':
              for (let i = 0; i < act.many; i++) {
                const code = codeAt(source, given++ % 3000);
                const slot = set.add(code);
                expect(expected.has(slot)).toBe(false);
                expected.set(slot, code);
              }
              break;
            case 'remove':
              for (let i = 0; i < act.many && expected.size > 0; i++) {
                const slot = [...expected.keys()][random() % expected.size] ?? 0;
                set.remove(slot);
                expected.delete(slot);
                expect(() => set.remove(slot)).toThrow(RangeError);
              }
              break;
            case 'begin':
              if (steps !== null) {
                expect(() => set.beginRebuild()).toThrow(RangeError);
                break;
              }
              engine = engines.empty();
              steps = buildImage(engine, set.beginRebuild(), choices);
              break;
            case 'step':
              for (let i = 0; i < act.many && steps !== null; i++) {
                if (steps.next().done !== true) continue;
                set.finishRebuild(engine);
                steps = null;
              }
              break;
            case 'give up':
              set.abandonRebuild();
              steps = null;
          }
          check();
        }
        set.abandonRebuild();
        expect(() => set.finishRebuild(engine)).toThrow(RangeError);
      }),
      { numRuns: engines === plainBands ? 40 : 120 },
    );
  });

  test('a question that is ended tells nothing further from any layer, held or not, and the next one tells all', () => {
    const codes = uniformCodes(900, 14);
    const centre = plantCluster(codes, 15, 1, 10);
    const set = new LayeredCodes(newTail);
    for (let i = 0; i < 300; i++) set.add(codeAt(codes, i));
    sort(set, engines);
    for (let i = 300; i < 600; i++) set.add(codeAt(codes, i));
    const told = (): number => {
      let blocks = 0;
      set.search(centre, 10, () => {
        blocks++;
        return false;
      });
      return blocks;
    };
    set.hold();
    set.remove(5);
    set.remove(305);
    expect(told()).toBe(1);
    expect(near(set, centre, 10)).toHaveLength(598);
    set.release();
    set.beginRebuild();
    for (let i = 600; i < 900; i++) set.add(codeAt(codes, i));
    expect(told()).toBe(1);
    // Only the last layer has anything left to tell.
    for (let slot = 0; slot < 600; slot++) if (slot !== 5 && slot !== 305) set.remove(slot);
    expect(told()).toBe(1);
    expect(near(set, centre, 10)).toHaveLength(300);
  });

  test('a code taken out of a cluster is gone from every copy', () => {
    const codes = uniformCodes(2000, 4);
    const centre = plantCluster(codes, 5, 0.2, 10);
    const set = new LayeredCodes(newTail);
    for (let i = 0; i < 2000; i++) set.add(codeAt(codes, i));
    const engine = engines.empty();
    const steps = buildImage(engine, set.beginRebuild(), choices);
    while (steps.next().done !== true);
    set.finishRebuild(engine);
    expect(engine.shape.clusters).toBe(1);
    const [hit] = near(set, centre, 10);
    if (hit === undefined) throw new Error('the cluster is found');
    const gone = Buffer.from(engine.room(engine.shape.bytes).subarray(engine.shape.sections.codes.at + hit.slot * CODE_BYTES)).subarray(
      0,
      CODE_BYTES,
    );
    const kept = Buffer.from(gone);
    set.remove(hit.slot);
    expect(near(set, centre, 10).some(({ slot }) => slot === hit.slot)).toBe(false);
    expect(Buffer.from(engine.room(engine.shape.bytes)).includes(kept)).toBe(false);
  });
});

describe('when to rebuild', () => {
  const engines = both[0]?.[1] ?? plainBands;

  test('a short tail is left alone, a long one is due, sorting it answers the same with less reading', () => {
    const codes = skewedCodes(25_000, 6);
    const set = new LayeredCodes(newLinearScan);
    for (let i = 0; i < 9999; i++) set.add(codeAt(codes, i));
    expect(set.isRebuildDue).toBe(false);
    for (let i = 9999; i < 25_000; i++) set.add(codeAt(codes, i));
    expect(set.isRebuildDue).toBe(true);
    const asked = codeAt(codes, 77);
    const before = near(set, asked, 31);
    expect(set.search(asked, 31, () => true).scanned).toBe(25_000);
    sort(set, engines);
    expect(set.isRebuildDue).toBe(false);
    expect(near(set, asked, 31)).toEqual(before);
    expect(set.search(asked, 31, () => true)).toMatchObject({ scanned: 0 });
    for (let slot = 0; slot < 10_001; slot++) set.remove(slot);
    expect(set.isRebuildDue).toBe(true);
  });

  test('sorting that is given up leaves everything as it was, and can be begun again', () => {
    const codes = uniformCodes(12_000, 8);
    const set = new LayeredCodes(newLinearScan);
    for (let i = 0; i < 12_000; i++) set.add(codeAt(codes, i));
    set.beginRebuild();
    const late = uniformCodes(1, 99);
    const slot = set.add(late);
    set.abandonRebuild();
    expect(near(set, late, 0)).toEqual([{ slot, distance: 0 }]);
    sort(set, engines);
    expect(near(set, late, 0)).toEqual([{ slot, distance: 0 }]);
    expect(set.search(late, 0, () => true).scanned).toBe(0);
  });

  test('what is gone is counted until it is sorted out, and is no reason to sort again', () => {
    const codes = uniformCodes(30_000, 8);
    const set = new LayeredCodes(newLinearScan);
    for (let i = 0; i < 30_000; i++) set.add(codeAt(codes, i));
    expect(set.layers).toEqual({ base: 0, tail: 30_000, tombstones: 0 });
    sort(set, engines);
    for (let slot = 0; slot < 20_000; slot++) set.remove(slot);
    expect(set.layers).toEqual({ base: 10_000, tail: 0, tombstones: 20_000 });
    expect(set.isRebuildDue).toBe(true);
    const engine = engines.empty();
    const steps = buildImage(engine, set.beginRebuild());
    set.remove(20_000);
    for (const _ of steps);
    set.finishRebuild(engine);
    expect(set.layers).toEqual({ base: 9_999, tail: 0, tombstones: 1 });
    expect(set.isRebuildDue).toBe(false);
  });
});

test('another thread builds the base where it lies, while this one answers and changes; the swap copies nothing and loses nothing', async () => {
  const engines = await loadBands();
  const codes = skewedCodes(20_000, 3);
  const random = seeded(2);
  const set = new LayeredCodes(newLinearScan);
  for (let i = 0; i < 15_000; i++) set.add(codeAt(codes, i));
  for (let round = 0; round < 2; round++) {
    const worker = new Worker(new URL('./build.test-program.ts', import.meta.url), { workerData: set.beginRebuild() });
    const built = once(worker, 'message');
    const late = codeAt(codes, 15_000 + round).slice();
    const added = set.add(late);
    set.remove(round);
    set.remove(added - 1);
    expect(near(set, late, 0)).toContainEqual({ slot: added, distance: 0 });
    const [{ home, shape }] = await built;
    const engine = engines.over(home);
    engine.use(shape);
    set.finishRebuild(engine);
    const asked = late.slice();
    flip(asked, 9, random);
    expect(near(set, asked, 9)).toContainEqual({ slot: added, distance: 9 });
    expect(near(set, codeAt(codes, round), 0)).not.toContainEqual({ slot: round, distance: 0 });
    expect(set.search(asked, 31, () => true).scanned).toBe(1);
  }
});
