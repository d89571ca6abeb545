/** Is a list taken over whole, each line once, whatever comes between, and does it leave as it came? */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvText, isBad, jsonLine, type ListedFingerprint, readCsv } from '@likeness/exchange';
import { turns } from '@likeness/fingerprint';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { expireClaims } from '../store/bank-lists.ts';
import { latestChange } from '../store/banks.ts';
import { exportList } from './bank-export.ts';
import { formOf, importList } from './bank-import.ts';
import { bankNamed, createBank } from './banks.ts';
import { newItemCheck } from './new-items.ts';
import { screen } from './screen.ts';
import { anUpload, aPicture, edited, pdq } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

let house: TestEngine;
let folder: string;
let count = 0;

beforeAll(async () => {
  house = await openTestEngine(new Date('2026-11-22T12:00:00.000Z'));
  folder = await mkdtemp(join(tmpdir(), 'likeness-lists-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function aBank(): Promise<string> {
  const bank = { name: `List ${++count}`, onMatch: 'review', platformId: null, isHarmless: false } as const;
  const made = await createBank(house.engine.store, systemRandom, bank, 'operator');
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

async function file(text: string): Promise<string> {
  const path = join(folder, `${++count}.csv`);
  await writeFile(path, text);
  return path;
}

async function take(bankId: string, path: string, onProgress: () => void = () => {}) {
  const { store } = house.engine;
  const { bank } = await bankNamed(store.db, bankId);
  if (bank === null) throw new Error('no bank');
  const check = await newItemCheck(store, 25, bank);
  return importList({ store, random: systemRandom, check, onProgress }, bankId, path, await formOf(path));
}

async function give(bankId: string, form: 'csv' | 'json-lines' = 'csv'): Promise<string> {
  let text = '';
  await exportList(house.engine.store, bankId, form, 'operator', async (piece) => {
    text += piece;
  });
  return text;
}

async function entriesIn(text: string): Promise<ListedFingerprint[]> {
  const entries: ListedFingerprint[] = [];
  for await (const read of readCsv(text)) if (!isBad(read)) entries.push(read.entry);
  return entries;
}

/** Without order and repetition: what a list says in the end, where a line takes the place of an earlier one of the same source for the same code and item. */
function said(entries: readonly ListedFingerprint[]): string[] {
  const last = new Map(entries.map((one) => [jsonLine(withoutNoteAndEnd(one)), jsonLine(one)]));
  return [...last.values()].sort();
}

function withoutNoteAndEnd({ note: _, expiresAt: __, ...rest }: ListedFingerprint): ListedFingerprint {
  return rest;
}

/** How many fingerprints of items these lines bring: lines that name no item are one by value and view. */
const fingerprintsOf = (entries: readonly ListedFingerprint[]): number =>
  new Set(entries.map(({ item, kind, value, variant }) => [item, kind, value, variant].join())).size;

describe('export and import are each other’s reverse', () => {
  const words = fc.option(fc.constantFrom('Harbour hub', 'a, "b"', 'line\nend', 'ü'), { nil: undefined });
  // Few of each, so that values, items and sources meet again and again.
  const entry = fc
    .record({
      value: fc.integer({ min: 0, max: 3 }).map((n) => `${n}`.repeat(64)),
      kind: fc.constantFrom('pdq' as const, 'sha256' as const, 'vpdq' as const),
      variant: fc.constantFrom('whole' as const, ...turns.slice(0, 2)),
      source: words,
      note: words,
      item: fc.option(fc.constantFrom('i-1', 'i-2'), { nil: undefined }),
      expiresAt: fc.option(fc.constantFrom('2027-01-31T00:00:00.000Z', '2028-01-31T00:00:00.000Z'), { nil: undefined }),
    })
    .map(
      ({ source, note, item, expiresAt, ...rest }): ListedFingerprint => ({
        ...rest,
        // A whole file has no views, and one view of one item has one quality.
        ...(rest.kind === 'sha256' ? { variant: 'whole' } : { quality: 60 + Number(rest.value.charAt(0)) }),
        ...(source === undefined ? {} : { source }),
        ...(note === undefined ? {} : { note }),
        // A frame belongs to a video that has a name.
        ...(item === undefined && rest.kind !== 'vpdq' ? {} : { item: item ?? 'i-1' }),
        ...(expiresAt === undefined ? {} : { expiresAt }),
      }),
    );

  test('whatever the list, in both forms', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), fc.boolean(), async (entries, asJson) => {
        const [first, second] = [await aBank(), await aBank()];
        const text = asJson ? entries.map((one) => `${jsonLine(one)}\n`).join('') : [...csvText(entries)].join('');
        expect(await take(first, await file(text))).toEqual({
          imported: entries.length,
          added: fingerprintsOf(entries),
          rejected: 0,
          errors: [],
        });
        const out = await give(first);
        expect(said(await entriesIn(out))).toEqual(said(entries));
        await take(second, await file(out));
        expect(said(await entriesIn(await give(second)))).toEqual(said(entries));
      }),
      { numRuns: 25 },
    );
  });
});

test('an equal code is stored once and belongs to every item that has it', async () => {
  const bankId = await aBank();
  const value = aPicture();
  const lines = ['i-1', 'i-2', 'i-3'].map((item) => `pdq,${value},90,,,${item}`).join('\n');
  await take(bankId, await file(`kind,value,quality,source,note,item\n${lines}\n`));
  const { db } = house.engine.store;
  expect(await db.selectFrom('code').select('id').where('value', '=', Buffer.from(value, 'hex')).execute()).toHaveLength(1);
  expect(await db.selectFrom('item').select('label').where('bank_id', '=', bankId).orderBy('label').execute()).toEqual([
    { label: 'i-1' },
    { label: 'i-2' },
    { label: 'i-3' },
  ]);
});

test('every bad line is named, the others are listed, and a second import of the same changes nothing', async () => {
  const bankId = await aBank();
  const path = await file(
    `kind,value,quality,expiresAt\npdq,${aPicture()},90,\npdq,short,90,\nmd5,${'a'.repeat(32)},,2020-01-01T00:00:00Z\n\npdq,${aPicture()},101,\npdq,${aPicture()},,\n`,
  );
  const outcome = {
    imported: 2,
    added: 2,
    rejected: 3,
    errors: [
      { line: 3, message: 'A pdq value is 64 hex digits.' },
      { line: 4, message: 'The time of expiry has passed.' },
      { line: 6, message: 'The quality must be a whole number from 0 to 100.' },
    ],
  };
  expect(await take(bankId, path)).toEqual(outcome);
  const seq = await latestChange(house.engine.store.db);
  expect(await take(bankId, path)).toEqual({ ...outcome, added: 0 });
  expect(await latestChange(house.engine.store.db)).toBe(seq);
});

test('of a newer list it is said how many lines are new and how many were there already, also with another quality or source', async () => {
  const bankId = await aBank();
  const [known, changed, elsewhere, news] = [aPicture(), aPicture(), aPicture(), aPicture()];
  const list = (lines: readonly string[]) => file(`kind,value,quality,source\n${lines.map((line) => `pdq,${line}\n`).join('')}`);
  await take(await aBank(), await list([`${elsewhere},90,Hub`]));
  expect(await take(bankId, await list([`${known},90,Hub`, `${changed},40,Hub`]))).toMatchObject({ imported: 2, added: 2 });
  const newer = await list([`${known},90,Other`, `${changed},80,Hub`, `${elsewhere},90,Hub`, `${news},90,Hub`, `${news},90,Hub`]);
  expect(await take(bankId, newer)).toMatchObject({ imported: 5, added: 2 });
});

test('a newer quality takes the place of the older one, and the index hears of it', async () => {
  const bankId = await aBank();
  const value = aPicture();
  await take(bankId, await file(`kind,value,quality\npdq,${value},40\n`));
  const seq = await latestChange(house.engine.store.db);
  await take(bankId, await file(`kind,value,quality\npdq,${value},80\n`));
  expect(await latestChange(house.engine.store.db)).toBe(seq + 1);
  expect(await give(bankId)).toBe(`kind,value,quality,source,note,item,variant,expiresAt\r\npdq,${value},80,,,,,\r\n`);
});

describe('a newer line takes the place of the older one of the same source', () => {
  const header = 'kind,value,quality,source,note,item,variant,expiresAt';
  const [near, far] = ['2027-01-31T00:00:00.000Z', '2028-01-31T00:00:00.000Z'];

  test.each([
    ['an item without a name', ''],
    ['an item with a name', 'i-1'],
  ])('%s is given an end, a nearer one, a later one, and none; each is one change and one line', async (_, item) => {
    const bankId = await aBank();
    const [value, other] = [aPicture(), aPicture()];
    const rest = `pdq,${other},90,Hub,,${item},,`;
    await take(bankId, await file(`${header}\npdq,${value},90,Hub,,${item},,\n${rest}\n`));
    for (const end of [far, near, far, '']) {
      const line = `pdq,${value},90,Hub,,${item},,${end}`;
      const path = await file(`${header}\n${line}\n`);
      const seq = await latestChange(house.engine.store.db);
      await take(bankId, path);
      expect(await latestChange(house.engine.store.db)).toBe(seq + 1);
      await take(bankId, path);
      expect(await latestChange(house.engine.store.db), 'the same again is no change').toBe(seq + 1);
      expect((await give(bankId)).trimEnd().split('\r\n').slice(1).toSorted()).toEqual([line, rest].toSorted());
    }
  });

  test('with a new note too, and the last line of one file counts; another source keeps its own end', async () => {
    const bankId = await aBank();
    const value = aPicture();
    await take(bankId, await file(`${header}\npdq,${value},90,Hub,old,,,\npdq,${value},90,Other,,,,\n`));
    await take(bankId, await file(`${header}\npdq,${value},90,Hub,new,,,${near}\npdq,${value},90,Hub,newest,,,${far}\n`));
    expect((await give(bankId)).trimEnd().split('\r\n').slice(1).toSorted()).toEqual(
      [`pdq,${value},90,Hub,newest,,,${far}`, `pdq,${value},90,Other,,,,`].toSorted(),
    );
  });

  test('what was given an end is forgotten then, and what lost its end stays', async () => {
    const bankId = await aBank();
    const [ending, staying] = [aPicture(), aPicture()];
    await take(bankId, await file(`${header}\npdq,${ending},90,Hub,,i-1,,\npdq,${staying},90,Hub,,i-1,,${near}\n`));
    await take(bankId, await file(`${header}\npdq,${ending},90,Hub,,i-1,,${near}\npdq,${staying},90,Hub,,i-1,,\n`));
    const { store } = house.engine;
    await store.transact((tx) => expireClaims({ ...tx, now: new Date(far) }, 100));
    expect((await entriesIn(await give(bankId))).map(({ value }) => value)).toEqual([staying]);
  });
});

test('an import that ends anywhere goes on there: no line twice, none missed, and the counts are those of the whole', async () => {
  const bankId = await aBank();
  const values = Array.from({ length: 9000 }, aPicture);
  const text = `kind,value,quality\n${values.map((value, place) => `pdq,${place % 1000 === 7 ? 'x' : value},90`).join('\n')}\n`;
  const path = await file(text);
  for (const stopAfter of [1, 1, 1]) {
    let batches = 0;
    const stopped = take(bankId, path, () => {
      batches += 1;
      if (batches > stopAfter) throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
  }
  const outcome = await take(bankId, path);
  expect(outcome).toMatchObject({ imported: 8991, rejected: 9 });
  expect(outcome.errors.map(({ line }) => line)).toEqual(Array.from({ length: 9 }, (_, n) => n * 1000 + 9));
  const listed = (await entriesIn(await give(bankId))).map(({ value }) => value);
  expect(listed.toSorted()).toEqual(values.filter((_, place) => place % 1000 !== 7).toSorted());
  const imports = await house.engine.store.db.selectFrom('bank_import').select('id').where('bank_id', '=', bankId).execute();
  expect(imports).toHaveLength(1);
});

test('two files go into one bank at the same moment; of two imports of one file one is refused', async () => {
  const bankId = await aBank();
  const listOf = (values: readonly string[]): string => `kind,value\n${values.map((value) => `pdq,${value}`).join('\n')}\n`;
  const [first, second] = [Array.from({ length: 2500 }, aPicture), Array.from({ length: 2500 }, aPicture)];
  const both = await Promise.all([take(bankId, await file(listOf(first))), take(bankId, await file(listOf(second)))]);
  expect(both.map(({ imported }) => imported)).toEqual([2500, 2500]);
  expect((await entriesIn(await give(bankId))).map(({ value }) => value).toSorted()).toEqual([...first, ...second].toSorted());

  const again = await file(listOf(Array.from({ length: 2500 }, aPicture)));
  const { store } = house.engine;
  const [started, joined] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = store.transact(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${bankId}, 7304))`.execute(tx.sql);
    const one = take(bankId, again, started.resolve).catch((error: unknown) => error);
    await started.promise;
    // The first has begun and cannot list anything yet.
    const other = take(bankId, again, joined.resolve).catch((error: unknown) => error);
    await joined.promise;
    return [one, other] as const;
  });
  const ends = await Promise.all(await holding);
  expect(ends.filter((end) => end instanceof Error)).toHaveLength(1);
  expect(ends.map(String).join()).toContain('Another process imports a list that begins as this one does');
});

test('a file whose beginning was changed since is read from its start', async () => {
  const bankId = await aBank();
  const values = Array.from({ length: 5000 }, aPicture);
  const listOf = (some: readonly string[]): string => `kind,value\n${some.map((value) => `pdq,${value}`).join('\n')}\n`;
  const path = await file(listOf(values));
  let batches = 0;
  await expect(
    take(bankId, path, () => {
      batches += 1;
      if (batches > 1) throw new Error('stopped');
    }),
  ).rejects.toThrow('stopped');
  const [added] = [aPicture()];
  await writeFile(path, listOf([added, ...values]));
  expect(await take(bankId, path)).toMatchObject({ imported: 5001, rejected: 0 });
  expect((await entriesIn(await give(bankId))).map(({ value }) => value).toSorted()).toEqual([added, ...values].toSorted());
});

test.each([
  ['{"kind":"md5"}', 'json-lines'],
  ['\ufeffkind,value\n', 'csv'],
  ['d41d8cd98f00b204e9800998ecf8427e  a.jpg\n', 'exact'],
  [`hash=${'0'.repeat(64)},quality=9`, 'pdq'],
  ['', 'csv'],
])('the form of %j is told by its beginning', async (text, form) => {
  expect(await formOf(await file(text))).toBe(form);
});

test.each([
  ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043000302020302', 'hex')],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a spreadsheet', Buffer.from('504b0304140006000800', 'hex')],
  ['a list that is packed', Buffer.from('1f8b0808a1b2c3d402036875622e63737600cb4ecdcc', 'hex')],
  ['a list in UTF-16', Buffer.from('\ufeffkind,value\nmd5,d41d8cd98f00b204e9800998ecf8427e\n', 'utf16le')],
])('%s is no list, which is said once, with what is read; nothing is blamed on its quotes', async (_what, bytes) => {
  const bankId = await aBank();
  const path = join(folder, `${++count}.bin`);
  await writeFile(path, bytes);
  await expect(take(bankId, path)).rejects.toThrow(
    `${path} is no list: it is not text in UTF-8. Read are CSV, JSON lines, PDQ text, and MD5 and SHA-256 as md5sum and sha256sum write them`,
  );
  expect(await house.engine.store.db.selectFrom('bank_import').select('id').where('bank_id', '=', bankId).execute()).toEqual([]);
});

test('a list in which a sign or two are not UTF-8 is read all the same', async () => {
  const line = Buffer.from(`kind,value,note\nmd5,${'a'.repeat(32)},caf\xe9\n`, 'latin1');
  const path = join(folder, `${++count}.csv`);
  await writeFile(path, line);
  expect(await take(await aBank(), path)).toMatchObject({ imported: 1, rejected: 0 });
});

test('64 digits alone may be PDQ or SHA-256: that is asked; a file that is not there is said', async () => {
  await expect(formOf(await file(`${'0'.repeat(64)}\n`))).rejects.toThrow('--format pdq or --format exact');
  await expect(formOf(join(folder, 'nowhere'))).rejects.toThrow('nowhere cannot be read: there is no such file or folder (ENOENT).');
  await expect(formOf(folder)).rejects.toThrow('it is a folder');
});

test('an upload like very many listed pictures is weighed against all of them, and told and remembered are the nearest', async () => {
  const { engine, platformId } = house;
  const centre = aPicture();
  const lines = Array.from({ length: 130 }, (_, n) => `pdq,${edited(centre, 1 + (n % 20), n)},100,a list,`);
  await take(await aBank(), await file(['kind,value,quality,source,note', ...lines].join('\n')));
  const answer = await screen(engine, platformId, anUpload('blank frame', pdq(centre)));
  expect(answer).toMatchObject({ verdict: 'review', matchesInAll: 130 });
  expect(answer.matches).toHaveLength(100);
  const distances = answer.matches.map(({ distance }) => distance);
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  const kept = await engine.store.db.selectFrom('match').select('distance').execute();
  expect(kept.map(({ distance }) => distance).sort((a, b) => a - b)).toEqual(distances);
});
