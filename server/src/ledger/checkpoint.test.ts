/** Does the signed head reach the file that is kept elsewhere, whatever happens between the row and the line? */
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { checkpoint, damageOf, parseCheckpoints } from './checkpoint.ts';
import { record } from './record.ts';
import { verifyLedger } from './verify.ts';

const database = await openKeyedDatabase();
const { store, keys, folder, later } = database;
const file = join(folder, 'checkpoints.log');
afterAll(database.close);

const act = (count = 1): Promise<void> =>
  store.transact((tx) => record(tx, ...Array.from({ length: count }, () => ({ act: 'key.created' as const, subjects: {} }))));
const inFile = async (): Promise<number[]> => parseCheckpoints(await readFile(file, 'utf8')).map(({ seq }) => seq);

test('nothing is signed while nothing happened', async () => {
  expect(await checkpoint(store, keys, file)).toBeNull();
});

test('the head is signed at first, then after 10 minutes or 1,000 rows, and never twice', async () => {
  await act();
  expect(await checkpoint(store, keys, file)).toMatchObject({ seq: 1 });
  await act();
  expect(await checkpoint(store, keys, file)).toBeNull();
  later({ minutes: 10 });
  expect(await checkpoint(store, keys, file)).toMatchObject({ seq: 2 });
  later({ minutes: 60 });
  expect(await checkpoint(store, keys, file)).toBeNull();
  await act();
  expect(await checkpoint(store, keys, file)).toMatchObject({ seq: 3 });
  await act(999);
  expect(await checkpoint(store, keys, file)).toBeNull();
  await act();
  expect(await checkpoint(store, keys, file)).toMatchObject({ seq: 1003 });
  expect(await inFile()).toEqual([1, 2, 3, 1003]);
});

test('the file alone proves the ledger', async () => {
  const outside = parseCheckpoints(await readFile(file, 'utf8'));
  expect(await verifyLedger(store, keys, outside)).toMatchObject({ whole: true, anchoredTo: 1003 });
});

test('a crash between the row and its line loses nothing: the next call writes both', async () => {
  await act();
  const unwritable = join(folder, 'no-such-folder', 'checkpoints.log');
  await expect(checkpoint(store, keys, unwritable, true)).rejects.toThrow('ENOENT');
  expect(await inFile()).toEqual([1, 2, 3, 1003]);
  await act();
  expect(await checkpoint(store, keys, file, true)).toMatchObject({ seq: 1005 });
  expect(await inFile()).toEqual([1, 2, 3, 1003, 1004, 1005]);
});

test('a last line that a crash cut short is written again whole, wherever it was cut', async () => {
  const whole = await readFile(file);
  const start = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
  for (const length of [start + 1, start + 60, whole.length - 2, whole.length - 1]) {
    await truncate(file, length);
    expect(await inFile()).toEqual([1, 2, 3, 1003, 1004]);
    expect(await checkpoint(store, keys, file)).toBeNull();
    expect(await readFile(file)).toEqual(whole);
  }
});

test('a file that was moved away is written again from the start', async () => {
  const whole = await readFile(file);
  await rm(file);
  await checkpoint(store, keys, file);
  expect(await readFile(file)).toEqual(whole);
});

test('two calls at once sign the head once', async () => {
  await act();
  const made = await Promise.all([1, 2].map((each) => checkpoint(store, keys, join(folder, `own-${each}.log`), true)));
  expect(made.filter((one) => one !== null)).toHaveLength(1);
});

test('a damaged line is named when reading, and never appended to', async () => {
  await checkpoint(store, keys, file);
  const lines = (await readFile(file, 'utf8')).split('\n');
  expect(() => parseCheckpoints([...lines.slice(0, 2), '{"seq":"3"}', ...lines.slice(3)].join('\n'))).toThrow('line 3 is not a checkpoint');
  expect(() => parseCheckpoints(['not json', ...lines].join('\n'))).toThrow('line 1');
  expect(await damageOf(file)).toBeNull();
  expect(await damageOf(join(folder, 'not-there.log'))).toBeNull();
  await appendFile(file, 'cut sho');
  expect(await damageOf(file)).toBeNull();
  await appendFile(file, 'rt\n');
  expect(await damageOf(file)).toContain(`${file} is damaged, line ${lines.length} is not a checkpoint`);
  await act();
  await expect(checkpoint(store, keys, file, true)).rejects.toThrow(SyntaxError);
  await writeFile(file, lines.join('\n'));
  await checkpoint(store, keys, file);
  expect((await inFile()).at(-1)).toBe(1007);
});
