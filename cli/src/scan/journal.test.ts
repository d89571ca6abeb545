/** Does a file of results survive whatever happens to its writer, and is no other file ever touched? */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openJournal } from './journal.ts';
import { KnownFiles } from './known-files.ts';
import { lockOf } from './one-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'likeness-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.jsonl`);
const line = (file: string) => ({ file, fingerprints: [] });

test('what was added is there after the next opening, also when many add at once', async () => {
  const path = newFile();
  const journal = await openJournal(path, 'fingerprints');
  await Promise.all(Array.from({ length: 500 }, (_, n) => journal.add(line(`file ${n}\n"quoted"`))));
  await journal.add({ file: 'broken', error: { code: 'x', message: 'y' } });
  await journal.close();
  const next = await openJournal(path, 'fingerprints');
  expect(next.earlier.count).toBe(501);
  expect(next.earlier.outcomeOf('file 499\n"quoted"')).toBe('done');
  expect(next.earlier.outcomeOf('broken')).toBe('failed');
  expect(next.earlier.outcomeOf('file 500\n"quoted"')).toBeUndefined();
  await next.close();
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(501);
  expect(existsSync(lockOf(path))).toBe(false);
});

test('wherever the last line was cut, it goes and all lines before it stay', async () => {
  const path = newFile();
  const journal = await openJournal(path, 'fingerprints');
  for (const file of ['a', 'ü', '日本']) await journal.add(line(file));
  await journal.close();
  const whole = readFileSync(path);
  for (let length = 0; length <= whole.length; length++) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    const next = await openJournal(path, 'fingerprints');
    await next.add(line('next'));
    await next.close();
    const kept = whole.subarray(0, length).lastIndexOf('\n') + 1;
    expect(readFileSync(path, 'utf8')).toBe(`${whole.toString('utf8', 0, kept)}${JSON.stringify(line('next'))}\n`);
  }
});

test('zeros, which a power cut leaves of lines that were not on the disk, are cut off with what follows', async () => {
  const path = newFile();
  writeFileSync(path, `${JSON.stringify(line('a'))}\n${'\0'.repeat(40)}\n${JSON.stringify(line('b'))}\n`);
  const journal = await openJournal(path, 'fingerprints');
  expect([journal.earlier.outcomeOf('a'), journal.earlier.outcomeOf('b')]).toEqual(['done', undefined]);
  await journal.close();
  expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(line('a'))}\n`);
});

test.each([
  ['a text', 'Dear diary,\nnothing happened.'],
  ['one unfinished line of something else', 'Dear diary'],
  ['another JSON', '[1,\n2]\n'],
  ['a scan of another kind', '{"file":"a","verdict":"allow"}\n'],
  ['a line that somebody changed', `${JSON.stringify(line('a'))}\n{"file":"b"\n${JSON.stringify(line('c'))}\n`],
])('a file that holds %s is refused and left as it is', async (_name, content) => {
  const path = newFile();
  writeFileSync(path, content);
  await expect(openJournal(path, 'fingerprints')).rejects.toThrow(
    /is not a file of results that this scan could go on with.+name another file\.$/,
  );
  expect(readFileSync(path, 'utf8')).toBe(content);
  expect(existsSync(lockOf(path))).toBe(false);
});

test('only one process writes; the lock of a killed one is no obstacle', async () => {
  const path = newFile();
  const journal = await openJournal(path, 'fingerprints');
  await expect(openJournal(path, 'fingerprints')).rejects.toThrow(`Another scan, process ${process.pid}, is writing ${path}`);
  await journal.close();
  const { pid } = spawnSync('true');
  appendFileSync(lockOf(path), `${pid} a-boot-long-ago:123\n`);
  await (await openJournal(path, 'fingerprints')).close();
});

test('a place that cannot be written is said in one sentence', async () => {
  await expect(openJournal(join(folder, 'none', 'out.jsonl'), 'fingerprints')).rejects.toThrow(
    'cannot be written: its folder does not exist.',
  );
  await expect(openJournal(folder, 'fingerprints')).rejects.toThrow('it is a folder, not a file (EISDIR)');
});

test('known files are told apart like in a Map, whatever their names', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.boolean()), { maxLength: 300 }), fc.string(), (pairs, stranger) => {
      const known = new KnownFiles(newFile());
      const oracle = new Map(pairs);
      for (const [file, hasFailed] of pairs) known.add(file, hasFailed);
      expect(known.count).toBe(oracle.size);
      for (const [file, hasFailed] of oracle) expect(known.outcomeOf(file)).toBe(hasFailed ? 'failed' : 'done');
      if (!oracle.has(stranger)) expect(known.outcomeOf(stranger)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['in memory', undefined],
  ['in a file that is gone at the end, past 2,048 places', 2048],
])('a long list is known as well, %s', (_where, most) => {
  const beside = newFile();
  const many = new KnownFiles(beside, most);
  for (let n = 0; n < 20_000; n++) many.add(`folder/${n}`, n % 3 === 0);
  many.add('folder/19999', true);
  expect(many.count).toBe(20_000);
  for (let n = 0; n < 19_999; n += 7) expect(many.outcomeOf(`folder/${n}`)).toBe(n % 3 === 0 ? 'failed' : 'done');
  expect(many.outcomeOf('folder/19999')).toBe('failed');
  expect(many.outcomeOf('folder/20000')).toBeUndefined();
  expect(many.outcomeOf('\udc80')).not.toBe(many.outcomeOf('folder/0'));
  many.close();
  expect(readdirSync(folder).filter((name) => name.startsWith(basename(beside)))).toEqual([]);
});
