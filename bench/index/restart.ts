/**
 * How soon does a restarted process answer exactly, and what does an item cost in memory? `npm run bench -- restart --n 10000000`: an index of so many items of
 * one PDQ code each is written as the server writes it and read in a process of its own. The file is in the page cache, as after a restart of the process;
 * after one of the machine the disk's time comes on top.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { hexOfBytes } from '@likeness/fingerprint';
import { openIndex } from '@likeness/lookup';
import { writeIndexFile } from '../../server/src/index/index-on-disk.ts';
import { openRebuilding } from '../../server/src/index/rebuild.ts';
import { skewedCodes } from '../../vectors/codes.ts';
import { median } from '../interleaved.ts';
import type { Measure } from '../measure.ts';

const passes = 3;

export async function* benchRestart(count: number): AsyncGenerator<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-bench-'));
  try {
    await writeIndex(folder, count);
    const { size } = statSync(join(folder, 'bank.index'));
    const program = fileURLToPath(new URL('./read-file.ts', import.meta.url));
    const reads = Array.from({ length: passes }, () => {
      const text = execFileSync(process.execPath, ['--expose-gc', program, folder, String(Math.floor(count / 3))], { encoding: 'utf8' });
      const read: { wallMs: number; cpuMs: number; resident: number; found: number } = JSON.parse(text);
      if (read.found !== 1) throw new Error('The index that was read does not answer.');
      return read;
    });
    const of = (pick: (read: (typeof reads)[number]) => number): number => Number(median(reads.map(pick)).toPrecision(3));
    const name = `${count} items of one code`;
    const limit = (measure: string, value: number, unit: string, most: number): Measure => ({
      measure: `${measure}, ${name}`,
      against: `a limit of ${most} ${unit}`,
      value,
      unit,
      ratio: Number((value / most).toPrecision(3)),
      target: '<= 1',
      met: value <= most,
    });
    yield limit(
      'index file to first exact answer, processor time',
      of(({ cpuMs }) => cpuMs),
      'ms',
      10_000,
    );
    yield limit(
      'index file to first exact answer, clock on the wall',
      of(({ wallMs }) => wallMs),
      'ms',
      10_000,
    );
    yield limit(
      'resident memory of an item and its code together',
      of(({ resident }) => resident / count),
      'bytes',
      200,
    );
    yield limit('file', Number((size / count).toPrecision(3)), 'bytes per item', 200);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeIndex(folder: string, count: number): Promise<void> {
  const codes = skewedCodes(count, 2026);
  const index = await openIndex();
  for (let i = 0; i < count; i++) {
    const digits = i.toString(16).padStart(8, '0');
    const value = hexOfBytes(codes.subarray(32 * i, 32 * (i + 1)));
    index.apply({
      seq: i + 1,
      kind: 'item',
      item: {
        id: `${digits}-0000-4000-8000-0000${digits}`,
        bankId: 'own',
        state: 'active',
        source: 'import',
        addedAt: '2026-11-22T00:00:00.000Z',
        codes: [{ kind: 'pdq', variant: 'whole', value, quality: 100, provenance: 'confirmed' }],
      },
    });
  }
  const log = (line: string): void => {
    throw new Error(line);
  };
  const rebuilding = await openRebuilding({ sets: Object.values(index.sets), log });
  rebuilding.check();
  await rebuilding.settled();
  await writeIndexFile(folder, index.hold(crc32), { seq: count, subjectId: '00000000-0000-4000-8000-000000000000', at: 0 });
}
