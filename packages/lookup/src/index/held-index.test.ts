/** Does an index that was held and taken up again answer as the one that was held did at that instant, whatever the latter does meanwhile? */
import { hexOfBytes } from '@likeness/fingerprint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flip, seeded, templateCodes } from '../../../../vectors/codes.ts';
import type { BankPolicy, ItemCode } from '../bank/policy.ts';
import { loadBands } from './bands.ts';
import { buildImage } from './build.ts';
import { fileHeader, type PartName, partNames, readFileHeader } from './index-file.ts';
import type { Upload } from './live.ts';
import { openIndex, readIndex, type SortedIndex } from './open.ts';
import { SnapshotRefused } from './snapshot.ts';

const engines = await loadBands();
const bank: BankPolicy = { id: 'own', name: 'Own', onMatch: 'hold', enabled: true, radius: null, platformId: null };

function sort(index: SortedIndex): void {
  for (const set of Object.values(index.sets)) {
    const engine = engines.empty();
    for (const _ of buildImage(engine, set.beginRebuild()));
    set.finishRebuild(engine);
  }
}

/** The parts as a file would have them: copied, so that a test sees what was written when. */
function copied(held: ReturnType<SortedIndex['hold']>): Map<PartName, Buffer> {
  return new Map(held.parts.map(({ name, pieces }) => [name, Buffer.concat([...pieces])]));
}

async function takenUp(parts: Map<PartName, Buffer>): Promise<SortedIndex> {
  const reading = await readIndex(parts.get('names') ?? new Uint8Array());
  for (const [name, bytes] of parts) {
    if (name === 'names') continue;
    let at = 0;
    for (const room of reading.roomFor(name, bytes.length)) {
      room.set(bytes.subarray(at, at + room.length));
      at += room.length;
    }
    expect(at).toBe(bytes.length);
  }
  return reading.finish();
}

/** What all these questions are answered, without the change they stand at. */
function answers(index: SortedIndex, asked: readonly Upload[]): unknown {
  return [asked.map((upload) => index.look(upload, 'job')), index.codeCount, ...Object.values(index.sets).map(({ size }) => size)];
}

function world(seed: number) {
  const random = seeded(seed);
  const codes = templateCodes(400, seed, 4);
  const value = (flips: number): string => {
    const code = codes.slice(32 * (random() % 400)).slice(0, 32);
    flip(code, flips, random);
    return hexOfBytes(code);
  };
  const kinds: readonly (() => Pick<ItemCode, 'kind' | 'variant' | 'value' | 'atSeconds'>)[] = [
    () => ({ kind: 'pdq', variant: 'whole', value: value(0) }),
    () => ({ kind: 'pdq', variant: 'flipX', value: value(0) }),
    () => ({ kind: 'vpdq', variant: 'whole', value: value(0), atSeconds: (random() % 9000) / 10 }),
    () => ({ kind: 'pdq', variant: 'cropSquare', value: value(0) }),
    () => ({ kind: 'sha256', variant: 'whole', value: hexOfBytes(codes.subarray(32 * (random() % 40)).slice(0, 32)) }),
    () => ({ kind: 'md5', variant: 'whole', value: hexOfBytes(codes.subarray(32 * (random() % 40)).slice(0, 16)) }),
  ];
  let seq = 1;
  const ids = [
    'an id that is no UUID',
    'Ω',
    ...Array.from({ length: 60 }, (_, i) => `0000000${i % 10}-0000-4000-8000-${String(i).padStart(12, '0')}`),
  ];
  const id = (): string => ids[random() % ids.length] ?? '';
  return {
    change(index: SortedIndex): void {
      seq += 1;
      if (random() % 4 === 0) index.apply({ seq, kind: 'item-gone', itemId: id() });
      else {
        const itemCodes = Array.from(
          { length: 1 + (random() % 3) },
          (): ItemCode => ({
            ...(kinds[random() % kinds.length]?.() ?? { kind: 'pdq', variant: 'whole', value: value(0) }),
            quality: random() % 3 === 0 ? null : random() % 101,
            provenance: random() % 5 === 0 ? 'claimant' : 'confirmed',
          }),
        );
        const item = { id: id(), bankId: 'own', source: `source ${random() % 3} ü`, addedAt: new Date(random() * 500).toISOString() };
        index.apply({
          seq,
          kind: 'item',
          item: { ...item, state: 'active', asksOnly: random() % 2 === 0, isConfirmed: random() % 2 === 0, codes: itemCodes },
        });
      }
    },
    asked: Array.from({ length: 18 }, (_, i): Upload => {
      const { kind, value: listed } = kinds[i % kinds.length]?.() ?? { kind: 'pdq', variant: 'whole', value: value(3) };
      return {
        platformId: 'forum',
        source: 'fingerprints',
        fingerprints: [{ kind, variant: 'whole', value: listed, quality: 90 }],
      };
    }),
  };
}

test('what is written while changes go on is the index of the instant it was held, and goes on from there; the held one goes on too', async () => {
  const moment = fc.record({ before: fc.nat(120), isSorted: fc.boolean(), between: fc.nat(80), during: fc.nat(120), after: fc.nat(40) });
  await fc.assert(
    fc.asyncProperty(moment, fc.nat(), async ({ before, isSorted, between, during, after }, seed) => {
      const { change, asked } = world(seed);
      const index = await openIndex();
      index.apply({ seq: 1, kind: 'bank', bank });
      for (let i = 0; i < before; i++) change(index);
      if (isSorted) sort(index);
      for (let i = 0; i < between; i++) change(index);
      const then = answers(index, asked);
      const held = index.hold();
      expect(() => index.hold()).toThrow(RangeError);
      for (let i = 0; i < during; i++) change(index);
      const now = answers(index, asked);
      const parts = copied(held);
      held.release();
      expect(answers(index, asked)).toEqual(now);
      const again = await takenUp(parts);
      again.apply({ seq: 1, kind: 'bank', bank });
      expect(answers(again, asked)).toEqual(then);
      // The same further changes to what was taken up and to what was taken up and sorted: as good as any other index.
      const [one, other] = [world(seed + 1), world(seed + 1)];
      const twin = await takenUp(parts);
      twin.apply({ seq: 1, kind: 'bank', bank });
      sort(twin);
      for (let i = 0; i < after; i++) {
        one.change(again);
        other.change(twin);
      }
      expect(answers(again, asked)).toEqual(answers(twin, asked));
      for (let i = 0; i < 20; i++) change(index);
      sort(index);
      for (let i = 0; i < 20; i++) change(index);
    }),
    { numRuns: 25 },
  );
});

test('nothing is rebuilt while it is held, and nothing held while it is rebuilt', async () => {
  const index = await openIndex();
  const held = index.hold();
  expect(() => index.sets.turns.beginRebuild()).toThrow(RangeError);
  held.release();
  index.sets.turns.beginRebuild();
  expect(() => index.hold()).toThrow(RangeError);
  // The other set is free again.
  index.sets.whole.beginRebuild();
});

test('a part of another length than the names tell, and names that are none, are refused', async () => {
  const { change } = world(3);
  const index = await openIndex();
  index.apply({ seq: 1, kind: 'bank', bank });
  for (let i = 0; i < 30; i++) change(index);
  const parts = copied(index.hold());
  const reading = await readIndex(parts.get('names') ?? new Uint8Array());
  expect(() => reading.roomFor('items', (parts.get('items')?.length ?? 0) + 32)).toThrow(SnapshotRefused);
  await expect(readIndex(new Uint8Array(7))).rejects.toThrow(SnapshotRefused);
});

test('the header tells of which change, where every part stands, and is refused unless it is whole', () => {
  const last = { seq: 2 ** 40 + 5, subjectId: '01234567-89ab-4def-8123-456789abcdef', at: 1_800_000_000_123 };
  const lengths = partNames.map((_, i) => i * 1000);
  const header = fileHeader(
    last,
    lengths,
    lengths.map((length) => length + 7),
  );
  const bytes = Number(new DataView(header.buffer).getBigUint64(16, true));
  const facts = readFileHeader(header, bytes);
  expect(facts.last).toEqual(last);
  expect(facts.parts.map((part) => [part.bytes, part.sum, part.at % 4096])).toEqual(lengths.map((length) => [length, length + 7, 0]));
  expect(() => readFileHeader(header, bytes - 1)).toThrow(/cut off or too long/);
  expect(() => readFileHeader(header.subarray(0, 4095), 4095)).toThrow(/cut off/);
  fc.assert(
    fc.property(fc.nat(4095), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = header.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      expect(() => readFileHeader(damaged, bytes)).toThrow(SnapshotRefused);
    }),
  );
  const older = header.slice();
  new DataView(older.buffer).setUint32(8, 0, true);
  expect(() => readFileHeader(older, bytes)).toThrow('it has an older format, version 0; this program reads versions 1 to 2');
});
