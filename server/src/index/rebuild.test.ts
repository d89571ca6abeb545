/** Is every answer exact while another thread sorts, whatever comes and goes meanwhile, and is nothing lost when that thread dies? */
import { bytesOfHex, hammingDistance, hexOfBytes } from '@likeness/fingerprint';
import { type BankPolicy, openIndex, type SortedIndex, type Upload } from '@likeness/lookup';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flip, seeded, templateCodes } from '../../../vectors/codes.ts';
import { buildInThread, openRebuilding, type RebuildOptions } from './rebuild.ts';

const bank: BankPolicy = { id: 'own', name: 'Own', onMatch: 'hold', enabled: true, radius: null, platformId: null };
const holdRadius = 30;
const itemId = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const upload = (value: string): Upload => ({
  platformId: 'forum',
  source: 'bytes',
  fingerprints: [{ kind: 'pdq', variant: 'rotate90', value, quality: 100 }],
});

/** A live index beside a plain list of what it should hold. */
class Twin {
  readonly #index: SortedIndex;
  readonly #listed = new Map<string, string>();
  #seq = 1;
  #made = 0;

  constructor(index: SortedIndex) {
    this.#index = index;
    index.apply({ seq: 1, kind: 'bank', bank });
  }

  list(value: string): void {
    const id = itemId(this.#made++);
    this.#index.apply({
      seq: ++this.#seq,
      kind: 'item',
      item: {
        id,
        bankId: 'own',
        state: 'active',
        source: 'test',
        addedAt: '2026-11-22T00:00:00.000Z',
        codes: [{ kind: 'pdq', variant: 'whole', value, quality: 100, provenance: 'confirmed' }],
      },
    });
    this.#listed.set(id, value);
  }

  withdraw(random: () => number): void {
    const id = [...this.#listed.keys()][random() % Math.max(1, this.#listed.size)];
    if (id === undefined) return;
    this.#index.apply({ seq: ++this.#seq, kind: 'item-gone', itemId: id });
    this.#listed.delete(id);
  }

  check(value: string): void {
    const found = this.#index.look(upload(value)).map((match) => [match.itemId, match.distance]);
    const asked = bytesOfHex(value);
    const all = [...this.#listed].map(([id, listed]): [string, number] => [id, hammingDistance(bytesOfHex(listed), asked)]);
    expect(found.sort()).toEqual(all.filter(([, distance]) => distance <= holdRadius).sort());
  }
}

async function opened(options: Omit<RebuildOptions, 'sets' | 'log'>) {
  const index = await openIndex();
  const lines: string[] = [];
  const rebuilding = await openRebuilding({ sets: [index.sets.whole], log: (line) => void lines.push(line), ...options });
  return { index, twin: new Twin(index), rebuilding, lines };
}

const valuesFrom = (seed: number) => {
  const random = seeded(seed);
  const codes = templateCodes(2000, seed, 5);
  const some = (): Uint8Array => codes.subarray(32 * (random() % 2000)).slice(0, 32);
  return {
    random,
    listed: () => hexOfBytes(some()),
    asked: () => {
      const code = some();
      flip(code, random() % 12, random);
      return hexOfBytes(code);
    },
  };
};

test('adds, withdrawals and questions at any moment of rebuilds in another thread are answered as by a plain list', async () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('list' as const), many: fc.integer({ min: 1, max: 80 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), many: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('let the thread work' as const), many: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('let it end' as const), many: fc.constant(1) }) },
  );
  // What chance makes may stay too short for any; this is not.
  const rebuiltTwice: (typeof act extends fc.Arbitrary<infer Act> ? Act : never)[] = [
    { kind: 'list', many: 80 },
    { kind: 'let it end', many: 1 },
    { kind: 'list', many: 80 },
    { kind: 'let it end', many: 1 },
  ];
  let rebuilds = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), fc.nat(), async (acts, seed) => {
      const { twin, rebuilding, lines } = await opened({ isDue: (set) => set.layers.tail > 50 || set.layers.tombstones > 20 });
      const values = valuesFrom(seed);
      for (const { kind, many } of acts) {
        if (kind === 'let it end') await rebuilding.settled();
        for (let i = 0; i < many; i++) {
          if (kind === 'list') twin.list(values.listed());
          else if (kind === 'withdraw') twin.withdraw(values.random);
          else if (kind === 'let the thread work') await new Promise((resolve) => setImmediate(resolve));
        }
        rebuilding.check();
        twin.check(values.asked());
      }
      await rebuilding.settled();
      for (let i = 0; i < 20; i++) twin.check(values.asked());
      rebuilds += rebuilding.count;
      await rebuilding.close();
      expect(lines).toEqual([]);
    }),
    { numRuns: 4, examples: [[rebuiltTwice, 1]] },
  );
  expect(rebuilds).toBeGreaterThanOrEqual(2);
});

test('a thread that dies is said in one line and tried again later; every code is found meanwhile and afterwards', async () => {
  const fates: ('dies' | 'works')[] = ['dies', 'dies', 'works'];
  const { index, twin, rebuilding, lines } = await opened({
    isDue: (set) => set.layers.tail > 50,
    retryMs: 1,
    build: async (input, signal) => {
      // The second one is killed in the middle of its work, as the system does when memory is full.
      const fate = fates.shift();
      if (fate === 'dies' && fates.length === 2) throw new RangeError('No memory for an index of 7 bytes');
      const killed = new AbortController();
      if (fate === 'dies') killed.abort();
      return buildInThread(input, AbortSignal.any([signal, killed.signal]));
    },
  });
  const values = valuesFrom(4);
  for (let i = 0; i < 100; i++) twin.list(values.listed());
  rebuilding.check();
  for (let i = 0; i < 30; i++) twin.list(values.listed());
  twin.withdraw(values.random);
  twin.check(values.asked());
  await expect.poll(() => rebuilding.count).toBe(1);
  await rebuilding.settled();
  expect(index.sets.whole.layers).toMatchObject({ tail: 0 });
  for (let i = 0; i < 50; i++) twin.check(values.asked());
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe(
    'The index could not be sorted (No memory for an index of 7 bytes); look-ups go on with the rest unsorted, and it is tried again.',
  );
  await rebuilding.close();
});

test('closing ends a build that is under way, without a word and without losing what it was to sort', async () => {
  const { twin, rebuilding, lines } = await opened({ isDue: (set) => set.layers.tail > 50 });
  const values = valuesFrom(5);
  for (let i = 0; i < 200; i++) twin.list(values.listed());
  rebuilding.check();
  await rebuilding.close();
  for (let i = 0; i < 20; i++) twin.check(values.asked());
  expect([rebuilding.count, lines]).toEqual([0, []]);
});
