/** Can anybody check a month of the ledger with the file alone, and is every change of it found? */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { type Exported, exportLedger } from './export.ts';
import { record } from './record.ts';
import { type ExportVerdict, verifyExport } from './verify-export.ts';

const database = await openKeyedDatabase();
const { store, keys, setNow } = database;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likeness-export-'));
  for (const [time, count] of [
    ['2026-10-05T10:00:00.000Z', 3],
    ['2026-11-01T00:00:00.000Z', 2],
    // A transaction that began before the month was over, and committed after one of the next.
    ['2026-12-01T00:00:00.000Z', 1],
    ['2026-11-30T23:59:59.999Z', 1],
    ['2026-12-24T12:00:00.000Z', 4],
  ] as const) {
    setNow(new Date(time));
    for (let n = 0; n < count; n += 1)
      await store.transact((tx) => record(tx, { act: 'data.purged', subjects: { class: 'ü', rows: n }, commitment: Buffer.from([n]) }));
  }
  setNow(new Date('2027-01-15T12:00:00.000Z'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function exported(month: string): Promise<{ made: Exported | null; text: string }> {
  let text = '';
  const made = await exportLedger(store, keys, month, async (piece) => {
    text += piece;
  });
  return { made, text };
}

async function verdictOn(bytes: string | Uint8Array, key?: string): Promise<ExportVerdict> {
  const file = join(folder, 'export.jsonl');
  await writeFile(file, bytes);
  return verifyExport(file, key);
}

const vector = (): Promise<Buffer> => readFile(new URL('../../../vectors/ledger-export-1.jsonl', import.meta.url));

test('the months follow each other without a gap, each row in one of them, and each verifies alone', async () => {
  const months = ['2026-09', '2026-10', '2026-11', '2026-12'];
  const verdicts: ExportVerdict[] = [];
  const spans: unknown[] = [];
  for (const month of months) {
    const { made, text } = await exported(month);
    spans.push([made?.from, made?.to]);
    verdicts.push(await verdictOn(text, made?.publicKey));
  }
  expect(spans).toEqual([
    [1, 0],
    [1, 3],
    [4, 7],
    [8, 11],
  ]);
  expect(verdicts.map((verdict) => verdict.whole && [verdict.month, verdict.rows])).toEqual(
    months.map((month, index) => [month, [0, 3, 4, 4][index]]),
  );
  const [september, october, november] = verdicts;
  if (!september?.whole || !october?.whole || !november?.whole) throw new Error('not whole');
  expect([september.after, october.after]).toEqual(['0'.repeat(64), '0'.repeat(64)]);
  expect(november.after).toBe(october.lastHash);
});

test('a month that is not over is not exported; that one was is in the ledger', async () => {
  expect(await exported('2027-01')).toEqual({ made: null, text: '' });
  await expect(exported('2027-13')).rejects.toThrow(RangeError);
  const rows = await store.db.selectFrom('ledger').select('subjects').where('act', '=', 'ledger.exported').orderBy('seq').execute();
  expect(rows.map(({ subjects }) => subjects)).toContainEqual({ month: '2026-11', from: 4, to: 7 });
});

test('the frozen file of version 1 verifies', async () => {
  const text = await vector();
  expect(await verdictOn(text)).toMatchObject({ whole: true, month: '2026-11', rows: 4 });
});

test('another key than the known one is named', async () => {
  const verdict = await verdictOn(await vector(), Buffer.alloc(32, 7).toString('base64'));
  expect(verdict).toEqual({ whole: false, line: 1, reason: 'it names another public key than the one given' });
});

test('a changed bit anywhere, and a cut anywhere, is found', async () => {
  const bytes = await vector();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: 0, max: 7 }),
      fc.boolean(),
      async (place, bit, isCut) => {
        const changed = isCut ? bytes.subarray(0, place) : Buffer.from(bytes);
        if (!isCut) changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place);
        const verdict = await verdictOn(changed);
        // Base64 has bits that say nothing: the last ones of the signature.
        const isIdle = !isCut && place >= bytes.length - 8;
        expect(isIdle || !verdict.whole).toBe(true);
      },
    ),
    { seed: 1, numRuns: 400 },
  );
});

test('a row dropped, doubled or moved is named by its line', async () => {
  const lines = (await vector()).toString('utf8').split('\n');
  const [head = '', a = '', b = '', c = '', d = '', end = ''] = lines;
  const lineOf = async (...some: readonly string[]): Promise<number | null> => {
    const verdict = await verdictOn(some.map((line) => `${line}\n`).join(''));
    return verdict.whole ? null : verdict.line;
  };
  expect(await lineOf(head, a, b, c, d, end)).toBeNull();
  expect(await lineOf(head, a, c, d, end)).toBe(3);
  expect(await lineOf(head, a, a, b, c, d, end)).toBe(3);
  expect(await lineOf(head, b, a, c, d, end)).toBe(2);
  expect(await lineOf(head, a, b, c, end)).toBe(5);
  expect(await lineOf(head, a, b, c, d)).toBe(5);
  expect(await lineOf(head, a, b, c, d, end, end)).toBe(6);
});

test('what is no export at all is said to be none', async () => {
  for (const bytes of [
    '',
    '\n',
    '{}\n',
    'x'.repeat(2_000_000),
    '{"format":"likeness-ledger-export/2"}\n{}\n',
    Buffer.from([0xff, 0xfe, 0x0a, 0x0a]),
  ])
    expect(await verdictOn(bytes)).toMatchObject({ whole: false, line: 1 });
});
