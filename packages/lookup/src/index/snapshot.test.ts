import { readFileSync } from 'node:fs';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { hammingDistance } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plantCluster, skewedCodes, uniformCodes } from '../../../../vectors/codes.ts';
import type { BandEngine } from './band-engine.ts';
import { type BandEngines, loadBands, plainBands } from './bands.ts';
import { buildImage } from './build.ts';
import { crc32 } from './crc32.ts';
import { LayeredCodes } from './layered.ts';
import { layoutOf } from './layout.ts';
import { loadLinearScan } from './linear.ts';
import { CODE_BYTES, near } from './reader.ts';
import { openSnapshot, readSnapshot, SnapshotRefused, sealSnapshot } from './snapshot.ts';

const kernelBands = await loadBands();
const newTail = await loadLinearScan();
const both: readonly [string, BandEngines][] = [
  ['the kernel', kernelBands],
  ['the plain fallback', plainBands],
];

const codeAt = (codes: Uint8Array, position: number): Uint8Array => codes.subarray(position * CODE_BYTES, (position + 1) * CODE_BYTES);

function withSum(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(4092, crc32(bytes.subarray(0, 4092)), true);
  return bytes;
}

/** A set of these codes, without every ninth, sorted by the engines and written out. */
function written(engines: BandEngines, codes: Uint8Array, seq: number): { set: LayeredCodes; file: Uint8Array; engine: BandEngine } {
  const set = new LayeredCodes(newTail);
  for (let i = 0; i < codes.length / CODE_BYTES; i++) set.add(codeAt(codes, i));
  for (let slot = 0; slot < codes.length / CODE_BYTES; slot += 9) set.remove(slot);
  const engine = engines.empty();
  const steps = buildImage(engine, set.beginRebuild(Uint8Array.of(1, 2, 3)), { layout: layoutOf(30), hotBucket: 20 });
  while (steps.next().done !== true);
  // Sealed before the swap: what the builder holds stands for the moment the rebuild began.
  const file = sealSnapshot(engine, seq).slice();
  set.finishRebuild(engine);
  return { set, file, engine };
}

describe.each(both)('%s', (_name, engines) => {
  const codes = skewedCodes(2000, 14);
  const centre = plantCluster(codes, 15, 0.1, 10);
  const { set, file } = written(engines, codes, 2 ** 40 + 5);

  test('what is read answers as what was written, knows its bank change, and takes changes', () => {
    for (const [, others] of both) {
      const engine = others.empty();
      const { seq, attached } = readSnapshot(engine, file);
      expect(seq).toBe(2 ** 40 + 5);
      expect([...attached]).toEqual([1, 2, 3]);
      const read = new LayeredCodes(newTail, engine);
      expect(read.size).toBe(set.size);
      for (const asked of [centre, codeAt(codes, 3), codeAt(codes, 9), uniformCodes(1, 2)]) {
        for (const radius of [0, 31, 64, 110]) expect(near(read, asked, radius)).toEqual(near(set, asked, radius));
      }
      const slot = read.add(codeAt(codes, 9));
      expect(slot % 9).toBe(0);
      expect(near(read, codeAt(codes, 9), 0)).toEqual([{ slot, distance: 0 }]);
      read.remove(10);
      expect(near(read, codeAt(codes, 10), 0)).toEqual([]);
    }
  });

  test('a file can be read straight into the room, without a copy', () => {
    const engine = engines.empty();
    engine.room(file.length).set(file);
    openSnapshot(engine, file.length);
    expect(near(engine, codeAt(codes, 4), 0)).toEqual([{ slot: 4, distance: 0 }]);
  });

  test('any byte that is not the one that was written: refused, and the engine holds nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(file.length - 1), fc.nat(4095)), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = file.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const engine = engines.empty();
        expect(() => readSnapshot(engine, damaged)).toThrow(SnapshotRefused);
        expect(near(engine, centre, 256)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('cut off anywhere, or with anything behind it: refused', () => {
    for (const length of [0, 7, 4095, 4096, 5000, file.length - 1]) {
      expect(() => readSnapshot(engines.empty(), file.subarray(0, length))).toThrow(/cut off/);
    }
    expect(() => readSnapshot(engines.empty(), new Uint8Array(file.length + 64))).toThrow(SnapshotRefused);
    const longer = new Uint8Array(file.length + 64);
    longer.set(file);
    expect(() => readSnapshot(engines.empty(), longer)).toThrow(/too long/);
  });

  test('older, newer, foreign and contradictory files are refused with their reason', () => {
    const changed = (at: number, value: number): Uint8Array => {
      const other = file.slice();
      new DataView(other.buffer).setUint32(at, value, true);
      return withSum(other);
    };
    expect(() => readSnapshot(engines.empty(), changed(8, 0))).toThrow(/an older format, version 0/);
    expect(() => readSnapshot(engines.empty(), changed(8, 2))).toThrow(/a newer format, version 2; this program reads version 1/);
    expect(() => readSnapshot(engines.empty(), changed(0, 0))).toThrow(/no snapshot/);
    for (const at of [32, 36, 40, 44, 48, 52, 64, 96, 104])
      expect(() => readSnapshot(engines.empty(), changed(at, 77))).toThrow(/contradicts itself/);
    expect(() => readSnapshot(engines.empty(), changed(112, 77))).toThrow(/damaged: its codes/);
  });
});

test('a snapshot of no codes, or of too few for bands, is one too', () => {
  for (const count of [0, 1, 40]) {
    const codes = uniformCodes(count, 3);
    const engine = kernelBands.empty();
    const positions = Uint32Array.from({ length: count }, (_, i) => i);
    const steps = buildImage(engine, {
      count,
      live: new Uint8Array(Math.ceil(count / 8)).fill(255),
      kept: new Uint8Array(),
      added: { positions, codes },
      attached: new Uint8Array(),
    });
    while (steps.next().done !== true);
    const read = plainBands.empty();
    expect(readSnapshot(read, sealSnapshot(engine, 0))).toEqual({ seq: 0, attached: new Uint8Array() });
    expect(near(read, uniformCodes(1, 3), 0)).toHaveLength(Math.min(1, count));
  }
});

test('version 1, as it was written in November 2026, is read: every code at its distance, the removed one gone, the cluster whole', () => {
  const file = readFileSync(new URL('../../../../vectors/lookup-snapshot-1.bin', import.meta.url));
  const codes = uniformCodes(90, 2026);
  const centre = plantCluster(codes, 11, 0.3, 10);
  for (const [, engines] of both) {
    const engine = engines.empty();
    const { seq, attached } = readSnapshot(engine, file);
    expect(seq).toBe(4711);
    expect(new TextDecoder().decode(attached.slice())).toBe('what the positions mean');
    expect(engine.shape).toMatchObject({ count: 90, clusters: 1, widths: new Array(32).fill(8) });
    for (const asked of [centre, codeAt(codes, 7), codeAt(codes, 50)]) {
      const all = Array.from({ length: 90 }, (_, slot) => ({ slot, distance: hammingDistance(codeAt(codes, slot), asked) }));
      for (const radius of [0, 31, 64, 128]) {
        expect(near(engine, asked, radius)).toEqual(all.filter(({ slot, distance }) => slot !== 7 && distance <= radius));
      }
    }
  }
});

test('the checksum is the CRC-32 of zip', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(crc32(bytes.slice())).toBe(zlibCrc32(bytes));
    }),
  );
});
