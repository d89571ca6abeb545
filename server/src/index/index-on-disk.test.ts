/** Does a start from the file know what a start from the database knows, and is a file that is not whole, not ours or not of this version never half-read? */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uniformCodes } from '../../../vectors/codes.ts';
import { systemRandom, uuid } from '../config/random.ts';
import { insertItem, latestChange, noteBankChanges } from '../store/banks.ts';
import type { Store } from '../store/database.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';
import { type BankIndex, openBankIndex } from './bank-index.ts';
import { readIndexFile } from './index-on-disk.ts';
import { listMany, manyItemId, manyItemValue } from './test-many.ts';

const run = promisify(execFile);
const many = 12_000;
const bankId = uuid(systemRandom);
const errors: Error[] = [];
let database: TestDatabase;
let store: Store;
let folder: string;
let file: string;

async function aBank({ db, transact }: Store): Promise<void> {
  await db
    .insertInto('bank')
    .values({ id: bankId, name: 'Hub', platform_id: null, on_match: 'hold', radius: null, enabled: true, created_at: new Date() })
    .execute();
  await transact((tx) => noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]));
}

async function withdraw({ transact }: Store, number: number): Promise<void> {
  await transact(async (tx) => {
    await tx.sql.deleteFrom('item').where('id', '=', manyItemId(number)).execute();
    await noteBankChanges(tx, [{ subject: 'item', subjectId: manyItemId(number) }]);
  });
}

async function opened(of: Store, where = folder): Promise<{ index: BankIndex; lines: string[] }> {
  const lines: string[] = [];
  const index = await openBankIndex(of, {
    onError: (error) => void errors.push(error),
    log: (line) => void lines.push(line),
    folder: where,
  });
  return { index, lines };
}

async function meets(index: BankIndex, number: number): Promise<string[]> {
  const fingerprints = [{ kind: 'pdq' as const, variant: 'whole' as const, value: await manyItemValue(store, number), quality: 100 }];
  return index.look({ platformId: uuid(systemRandom), source: 'fingerprints', fingerprints }).map(({ itemId }) => itemId);
}

beforeAll(async () => {
  database = await testDatabase();
  ({ store } = database);
  folder = join(await mkdtemp(join(tmpdir(), 'likeness-index-')), 'index');
  file = join(folder, 'bank.index');
  await aBank(store);
  await listMany(store, bankId, 0, many);
  const { index, lines } = await opened(store);
  expect(index.facts).toMatchObject({ isLoaded: true, tail: 0, rebuilds: 1 });
  await index.close();
  expect(lines).toEqual([]);
});

afterAll(async () => {
  await database.drop();
  await rm(join(folder, '..'), { recursive: true });
  expect(errors).toEqual([]);
});

test('what was sorted is read and not sorted again; what came and went while nobody ran is caught up', async () => {
  await withdraw(store, 7);
  await listMany(store, bankId, many, many + 100);
  const { index, lines } = await opened(store);
  expect(lines).toEqual([]);
  expect(index.facts).toMatchObject({ rebuilds: 0, tail: 100, tombstones: 1 });
  expect(index.seq).toBe(await latestChange(store.db));
  expect([await meets(index, 7), await meets(index, 8), await meets(index, many + 1)]).toEqual([
    [],
    [manyItemId(8)],
    [manyItemId(many + 1)],
  ]);
  expect(index.codeCount).toBe(many + 99);
  await index.close();
  // With tail and tombstones: the same again.
  const { index: again } = await opened(store);
  expect(again.facts).toMatchObject({ rebuilds: 0, tail: 100, tombstones: 1, file: { seq: again.seq } });
  expect([again.codeCount, await meets(again, 7), await meets(again, many + 1)]).toEqual([many + 99, [], [manyItemId(many + 1)]]);
  await again.close();
});

test('only its owner may read it, and nothing else is left beside it', async () => {
  const handle = await open(file, 'r');
  expect((await handle.stat()).mode & 0o077).toBe(0);
  await handle.close();
  expect(await readdir(folder)).toEqual(['bank.index']);
});

/** Opens with these bytes as the file; the index has to be whole, and the log has one line. */
async function refusedAs(bytes: Uint8Array): Promise<string> {
  const other = await mkdtemp(join(tmpdir(), 'likeness-index-'));
  await writeFile(join(other, 'bank.index'), bytes);
  const { index, lines } = await opened(store, other);
  expect([await meets(index, 7), await meets(index, 8), index.codeCount]).toEqual([[], [manyItemId(8)], many + 99]);
  await index.close();
  // A good one took its place.
  const { index: again, lines: none } = await opened(store, other);
  expect([none, again.facts.rebuilds]).toEqual([[], 0]);
  await again.close();
  await rm(other, { recursive: true });
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

test('damaged, cut off, lengthened, of an older version, or no index at all: one line, and the database is read', async () => {
  const whole = await readFile(file);
  const older = Buffer.from(whole);
  older.writeUInt32LE(0, 8);
  expect(await refusedAs(older)).toBe(
    'The index file was not used (it has an older format, version 0; this program reads versions 1 to 2); the index is made from the database.',
  );
  expect(await refusedAs(whole.subarray(0, 100))).toContain('cut off');
  expect(await refusedAs(whole.subarray(0, whole.length - 1))).toContain('cut off');
  expect(await refusedAs(Buffer.concat([whole, Buffer.alloc(4096)]))).toContain('too long');
  expect(await refusedAs(Buffer.from('not an index'))).toContain('cut off');
  expect(await refusedAs(Buffer.alloc(8192, 'x'))).toContain('no index file');
  // Every part has bytes that count; what pads the parts is nobody's.
  const parts = [0, ...Array.from({ length: 18 }, (_, i) => 64 + i * 24)].map((entry) => [
    entry === 0 ? 0 : Number(whole.readBigUInt64LE(entry)),
    entry === 0 ? 4096 : Number(whole.readBigUInt64LE(entry + 8)),
  ]);
  const places = parts.flatMap(([at = 0, bytes = 0]) => (bytes === 0 ? [] : [at, at + Math.floor(bytes / 2), at + bytes - 1]));
  const random = fc.sample(fc.constantFrom(...places), { numRuns: 6, seed: 4 });
  for (const at of random) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect([at, await refusedAs(damaged)]).toEqual([at, expect.stringContaining('was not used')]);
  }
});

test.each<readonly [string, (path: string) => Promise<unknown>]>([
  ['a FIFO that nobody writes to', (path) => run('mkfifo', [path])],
  ['a link to a device', (path) => symlink('/dev/zero', path)],
  ['a folder', (path) => mkdir(path)],
])('%s in the place of the file is never read: one line, and the database is', async (_what, make) => {
  const other = await mkdtemp(join(tmpdir(), 'likeness-index-'));
  await make(join(other, 'bank.index'));
  await run('mkfifo', [join(other, 'bank.index.unfinished')]);
  const { index, lines } = await opened(store, other);
  expect(lines.filter((line) => line.includes('was not used'))).toEqual([
    'The index file was not used (it is not a plain file); the index is made from the database.',
  ]);
  expect([await meets(index, 7), await meets(index, 8)]).toEqual([[], [manyItemId(8)]]);
  await index.close();
  expect(await readdir(other)).toEqual(['bank.index']);
  await rm(other, { recursive: true });
});

test('of another database, or of a state that this one was restored to before: refused', async () => {
  const other = await testDatabase();
  await aBank(other.store);
  await listMany(other.store, bankId, 0, many + 200);
  const { index, lines } = await opened(other.store);
  expect(lines).toEqual([
    'The index file was not used (it was made from another database, or from a state that this one never had); the index is made from the database.',
  ]);
  expect(index.codeCount).toBe(many + 200);
  await index.close();
  // Cut back and gone on differently, as after a restore: the number is reached again, by another change.
  const seq = await latestChange(other.store.db);
  await sql`delete from bank_change where seq > ${seq - 3}`.execute(other.store.db);
  for (const number of [1, 2, 3, 4]) await withdraw(other.store, number);
  const { index: restored, lines: said } = await opened(other.store);
  expect(said).toHaveLength(1);
  expect(restored.codeCount).toBe(many + 196);
  await restored.close();
  await other.drop();
});

test('a folder that cannot be written costs one line at the end, and nothing else', async () => {
  const blocked = join(await mkdtemp(join(tmpdir(), 'likeness-index-')), 'a file');
  await writeFile(blocked, '');
  const { index, lines } = await opened(store, join(blocked, 'index'));
  expect(await meets(index, 8)).toEqual([manyItemId(8)]);
  await index.close();
  expect(lines.at(-1)).toContain('The index file could not be written');
});

test.each([1, 2])(
  'version %i, as it was written in November 2026, is read: every item with all its facts, the two that were gone gone',
  async (version) => {
    const folder = await mkdtemp(join(tmpdir(), 'likeness-index-'));
    await writeFile(join(folder, 'bank.index'), await readFile(new URL(`../../../vectors/index-file-${version}.bin`, import.meta.url)));
    const read = await readIndexFile(folder, async (last) => {
      expect(last).toEqual({ seq: 4711, subjectId: '01234567-89ab-4cde-8f01-000000000029', at: 1_790_000_000_029 });
      return true;
    });
    if (read === null) throw new Error('it is there');
    const { index } = read;
    expect(read.version).toBe(version);
    for (const [place, id] of ['even', 'odd'].entries()) {
      const bank = { id, name: id, onMatch: 'hold' as const, enabled: true, radius: null, platformId: null };
      index.apply({ seq: place + 1, kind: 'bank', bank });
    }
    const { whole, turns, frames, crops } = index.sets;
    expect([whole.size, whole.layers.tail, turns.layers.tail]).toEqual([27, 9, 9]);
    expect([frames.size, crops.size]).toEqual(version === 1 ? [0, 0] : [38, 9]);
    const codes = uniformCodes(40, 2026);
    const valueAt = (place: number, bytes = 32): string => Buffer.from(codes.subarray(32 * place, 32 * place + bytes)).toString('hex');
    for (let number = 0; number < 30; number++) {
      const id = number === 5 ? 'five' : `01234567-89ab-4cde-8f01-${String(number).padStart(12, '0')}`;
      const found = (['pdq', 'sha256', 'md5'] as const).flatMap((kind) => {
        const value = valueAt(kind === 'pdq' && number === 11 ? 10 : number, kind === 'md5' ? 16 : 32);
        return index
          .look({ platformId: 'any', source: 'bytes', fingerprints: [{ kind, variant: 'whole', value, quality: 100 }] })
          .filter(({ itemId }) => itemId === id);
      });
      const isGone = number === 2 || number === 25;
      expect([number, found.length]).toEqual([number, isGone ? 0 : 3]);
      const isQuestion = number % 7 === 1 || number === 8;
      const facts = { bankId: number % 2 === 0 ? 'even' : 'odd', source: `source ${number % 3}`, distance: 0 };
      const addedAt = new Date(1_790_000_000_000 + number).toISOString();
      for (const match of found)
        expect(match).toMatchObject({
          ...facts,
          addedAt,
          effect: isQuestion || (match.kind === 'pdq' && number === 3) ? 'review' : 'hold',
        });
      const film = [0, 39 - 2 * number].map((step) => ({
        kind: 'vpdq' as const,
        variant: 'whole' as const,
        value: valueAt(number + step),
        quality: 90,
        atSeconds: 1,
      }));
      const met = index.look({ platformId: 'any', source: 'bytes', fingerprints: film }).find(({ itemId }) => itemId === id);
      expect(met?.video?.offset).toEqual(version === 1 || isGone ? undefined : { seconds: 1.5 * number - 1, frames: 1 });
    }
    await rm(folder, { recursive: true });
  },
);

test('what a file of version 1 does not have, frames of videos, is taken from the database', async () => {
  const other = await testDatabase();
  await aBank(other.store);
  const itemId = uuid(systemRandom);
  const value = 'f0'.repeat(32);
  await other.store.transact(async (tx) => {
    const code = { kind: 'vpdq', variant: 'whole', value, quality: 100, provenance: 'confirmed' as const, atSeconds: 2 };
    await insertItem(tx, { id: itemId, bankId, state: 'active', source: 'list', codes: [code] });
    await noteBankChanges(tx, [{ subject: 'item', subjectId: itemId }]);
  });
  // The fixture says which change it ends with: here that change is the frame's.
  const at = new Date(1_790_000_000_029);
  await sql`update bank_change set seq = 4711, subject_id = '01234567-89ab-4cde-8f01-000000000029', at = ${at} where subject_id = ${itemId}::uuid`.execute(
    other.store.db,
  );
  const where = await mkdtemp(join(tmpdir(), 'likeness-index-'));
  await writeFile(join(where, 'bank.index'), await readFile(new URL('../../../vectors/index-file-1.bin', import.meta.url)));
  const { index, lines } = await opened(other.store, where);
  expect(lines).toEqual([]);
  const frame = { kind: 'vpdq' as const, variant: 'whole' as const, value, quality: 100, atSeconds: 0 };
  const found = index.look({ platformId: uuid(systemRandom), source: 'bytes', fingerprints: [frame] });
  expect(found).toMatchObject([{ itemId, video: { offset: { seconds: 2, frames: 1 } } }]);
  await index.close();
  await other.drop();
  await rm(where, { recursive: true });
});
