/** Do the commands around banks, run as real processes, do what their help says, and is an import that is killed again and again whole in the end? */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '@likeness/server/store/database';
import { itemIdFor } from '@likeness/server/store/ids';
import { bareDatabase } from '@likeness/server/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTerminal } from '../test-terminal.ts';
import { Pace } from './pace.ts';

const { folder, newPlace, start, likeness, end } = openTerminal();
let env: Record<string, string>;
let store: Store;
let drop: () => Promise<void>;
const hex = (): string => randomBytes(32).toString('hex');

beforeAll(async () => {
  const database = await bareDatabase();
  drop = database.drop;
  env = { ...newPlace(), DATABASE_URL: database.url };
  store = openStore({ url: database.url });
});
afterAll(async () => {
  await end();
  await store.close();
  await drop();
});

const bank = (...args: readonly string[]) => likeness(['bank', ...args], env);
const json = async (...args: readonly string[]): Promise<unknown> => JSON.parse((await bank(...args, '--json')).stdout);

describe('a bank from the command line', () => {
  test('is made, and asks a person unless it is told otherwise', async () => {
    expect(await json('create', 'Harbour hub', '--radius', 'pdq=24')).toEqual({
      id: expect.any(String),
      name: 'Harbour hub',
      onMatch: 'review',
      enabled: true,
      radius: 'pdq=24',
      ratio: null,
      harmless: false,
    });
    expect((await bank('create', 'Known', '--harmless')).stdout).toBe('Known  known to be harmless\n');
    expect(await bank('create', 'harbour HUB')).toMatchObject({ status: 1, stderr: expect.stringContaining('already') });
  });

  test('is set, switched off and on, and listed', async () => {
    expect(await json('set', 'Harbour hub', '--on-match', 'hold', '--radius', 'tier')).toMatchObject({ onMatch: 'hold', radius: null });
    expect((await bank('disable', 'Harbour hub')).stdout).toBe('Harbour hub  off\n');
    expect((await bank('enable', 'harbour hub')).stdout).toBe('Harbour hub  hold\n');
    expect((await bank('list')).stdout).toContain('Harbour hub  for all platforms  hold  0 items, 0 codes');
    await bank('set', 'Harbour hub', '--radius', '30,pdq:flipX=16', '--ratio', '0.9');
    expect((await bank('list')).stdout).toContain(
      'Harbour hub  for all platforms  hold  radius 30, pdq:flipX=16  share 0.9  0 items, 0 codes',
    );
    const listed = (await bank('list', '--json')).stdout.trimEnd().split('\n');
    expect(listed.map((line): unknown => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ name: 'Harbour hub', radius: '30, pdq:flipX=16', ratio: 0.9, harmless: false }),
    );
    await bank('set', 'Harbour hub', '--radius', 'tier', '--ratio', 'tier');
  });

  test.each([
    [['create'], 2, 'needs NAME'],
    [['create', 'Two', 'words'], 2, 'quote one with spaces'],
    [['create', 'X', '--on-match', 'delete'], 2, 'hold, review or observe'],
    [['set', 'Harbour hub', '--radius', '99'], 2, '0 to 48 bits'],
    [['set', 'Harbour hub', '--radius', '-1'], 2, 'A radius is a number of bits from 0 to 48'],
    [['set', 'Harbour hub', '--radius', ''], 2, '--radius needs a value: --radius BITS. Bits that may differ: 24'],
    [['set', 'Harbour hub', '--ratio', '2'], 2, 'from 0.8 to 1'],
    [['set', 'Harbour hub', '--ratio', '0.79'], 2, 'from 0.8 to 1'],
    [['set', 'Harbour hub'], 2, '--on-match, --radius or --ratio'],
    [['enable', 'Nobody'], 1, 'there is: '],
    [['import', 'Harbour hub'], 2, 'needs NAME FILE'],
    [['import', 'Harbour hub', '/nowhere.csv'], 1, '/nowhere.csv cannot be read: there is no such file'],
    [['import', 'Harbour hub', '/tmp'], 1, 'it is a folder'],
    [['import', 'Harbour hub', 'x.csv', '--format', 'xml'], 2, 'csv, json-lines, pdq, exact'],
    [['export', 'Nobody'], 1, 'There is no bank "Nobody"'],
    [['export', 'No\u200bbody\u202e'], 1, 'There is no bank "No\\u200bbody\\u202e"'],
  ])('%j is refused in one line', async (args, status, hint) => {
    const refused = await bank(...args);
    expect(refused).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
    expect(refused.stderr).toContain(hint);
  });

  test('takes a list over, names each bad line, and gives it back', async () => {
    const [one, two] = [hex(), hex()];
    const path = join(folder, 'hub.csv');
    writeFileSync(path, `kind,value,quality,source,note\npdq,${one},80,Hub,"a, b"\npdq,xyz,,,\nsha256,${two},,Hub,\n`);
    const outcome = { imported: 2, added: 2, rejected: 1, errors: [{ line: 3, message: 'A pdq value is 64 hex digits.' }] };
    const done = await bank('import', 'Harbour hub', path, '--json');
    expect([done.status, JSON.parse(done.stdout)]).toEqual([1, outcome]);
    expect(await bank('import', 'Harbour hub', path)).toMatchObject({
      status: 1,
      stdout: '2 lines imported (0 new, 2 there already), 1 rejected.\n',
      stderr: expect.stringContaining(`${path}:3: A pdq value is 64 hex digits.`),
    });
    const out = join(folder, 'out.csv');
    expect(await bank('export', 'Harbour hub', '--to', out)).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '2 codes, a line each.\n',
    });
    const rows = readFileSync(out, 'utf8').split('\r\n');
    expect(rows[0]).toBe('kind,value,quality,source,note,item,variant,expiresAt');
    expect(rows.slice(1).toSorted()).toEqual(['', `pdq,${one},80,Hub,"a, b",,,`, `sha256,${two},,Hub,,,,`].toSorted());
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await bank('export', 'Harbour hub', '--to', out)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('is there already'),
    });
    const lines = (await bank('export', 'Harbour hub', '--json')).stdout.trimEnd().split('\n');
    expect(lines.map((text): unknown => JSON.parse(text))).toContainEqual({
      kind: 'pdq',
      value: one,
      quality: 80,
      source: 'Hub',
      note: 'a, b',
    });
  });
});

test('an export says how many items stayed behind and why, and so does its help', async () => {
  const path = join(folder, 'behind.csv');
  writeFileSync(path, `kind,value,item\n${['a', 'a', 'b', 'c', 'd'].map((item) => `pdq,${hex()},${item}`).join('\n')}\n`);
  await bank('create', 'Partly kept');
  await bank('import', 'Partly kept', path);
  const set = (label: string, to: { source: string } | { referred_at: Date }) =>
    store.db.updateTable('item').set(to).where('label', '=', label).execute();
  await set('a', { source: 'restricted' });
  expect(await bank('export', 'Partly kept')).toMatchObject({
    status: 0,
    stderr: '3 codes, a line each.\n1 item (2 codes) stayed behind: 1 that a decision here left up for fewer people.\n',
  });
  await set('b', { source: 'looked-out-for' });
  await set('c', { referred_at: new Date() });
  const told = await bank('export', 'Partly kept');
  expect(told.stdout.trimEnd().split('\r\n')).toHaveLength(2);
  expect(told.stderr).toBe(
    '1 code, a line each.\n3 items (4 codes) stayed behind: 1 that a decision here left up for fewer people, 1 that somebody asked this service alone to look out for, 1 that was referred.\n',
  );
  expect((await bank('export', 'Partly kept', '--json')).stderr).toBe(
    '{"behind":{"items":3,"codes":4,"restricted":1,"lookedOutFor":1,"referred":1,"crops":0}}\n',
  );
  const { id } = await store.db.selectFrom('item').select('id').where('label', '=', 'd').executeTakeFirstOrThrow();
  const whole = await store.db.selectFrom('item_code').selectAll().where('item_id', '=', id).executeTakeFirstOrThrow();
  await store.db
    .insertInto('item_code')
    .values({ ...whole, variant: 'cropEdges5' })
    .execute();
  expect((await bank('export', 'Partly kept')).stderr).toMatch(
    /\n1 code of crops stayed behind: this server made them, and no list has a line for a crop\.\n$/,
  );
  expect((await bank('export', 'Partly kept', '--withdrawn')).stderr).toBe('0 codes, a line each.\n');
  expect((await bank('export', '--help')).stdout).not.toContain('every line of the bank');
});

test('one item is taken off its list and put back, and each refusal is one line', async () => {
  const [one, two] = [hex(), hex()];
  const path = join(folder, 'withdraw.csv');
  writeFileSync(path, `kind,value,item\npdq,${one},i-1\npdq,${two},\npdq,${two},i-2\n`);
  const { id } = JSON.parse((await bank('create', 'Often wrong', '--json')).stdout);
  await bank('import', 'Often wrong', path);
  expect(await bank('withdraw', 'Often wrong', 'i-1')).toMatchObject({
    status: 0,
    stdout: 'Item "i-1" (1 fingerprint) is withdrawn: nothing matches it.\n',
  });
  expect(await json('withdraw', id, one)).toEqual({ id: expect.any(String), item: 'i-1', codes: 1, withdrawn: true, changed: false });
  expect(await bank('export', 'Often wrong', '--withdrawn')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`pdq,${one},,,,i-1,,`),
  });
  expect((await bank('export', 'Often wrong')).stdout).not.toContain(one);
  expect(await bank('put-back', 'Often wrong', 'i-1')).toMatchObject({
    status: 0,
    stdout: 'Item "i-1" (1 fingerprint) is listed: it matches.\n',
  });
  // As `screen` and the API name it to one service.
  const salt = randomBytes(16);
  await store.db.insertInto('platform').values({ id: randomUUID(), name: 'Harbour', salt, created_at: new Date() }).execute();
  const { id: itemId } = await store.db.selectFrom('item').select('id').where('label', '=', 'i-1').executeTakeFirstOrThrow();
  // One that begins with a hyphen is no option where it stands after two.
  expect(await bank('withdraw', 'Often wrong', '--', itemIdFor(itemId, salt))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('"i-1"'),
  });
  for (const [args, status, hint] of [
    [['withdraw', 'Often wrong', '--', itemIdFor(itemId, Buffer.from('another'))], 1, 'Nothing in "Often wrong" is called'],
    [['withdraw', 'Often wrong', 'i-9'], 1, 'Nothing in "Often wrong" is called "i-9"'],
    [['withdraw', 'Often wrong', '--', '-9'], 1, 'Nothing in "Often wrong" is called "-9"'],
    [['withdraw', 'Often wrong', two], 2, 'Several items of "Often wrong" have this value; name one: '],
    [['withdraw', 'Often wrong'], 2, 'needs NAME ITEM'],
  ] as const) {
    const refused = await bank(...args);
    expect(refused).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
    expect(refused.stderr).toContain(hint);
  }
});

test('of several services that each have a bank of a name, the error names them, and --platform says which', async () => {
  for (const name of ['North Forum', 'Harbour Photos']) await likeness(['platform', 'create', '--name', name], env);
  const several = await bank('export', 'confirmed here');
  expect(several).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
  for (const name of ['North Forum', 'Harbour Photos']) expect(several.stderr).toContain(`that of "${name}" (--platform "${name}")`);
  expect((await bank('export', 'confirmed here', '--platform', 'North Forum')).status).toBe(0);
  expect((await bank('disable', 'Confirmed here', '--platform', 'North Forum')).stdout).toBe('Confirmed here  off\n');
  expect((await bank('export', 'Harbour hub', '--platform', 'North Forum')).stderr).toContain(
    'One of that name is for all platforms: leave --platform out.',
  );
  const { stdout } = await bank('list', '--platform', 'North Forum');
  expect(stdout).toContain('Confirmed here  of North Forum  off');
  expect(stdout).toContain('Harbour hub  for all platforms');
  expect(stdout).not.toContain('Harbour Photos');
});

test('a file without lines is refused as one, and a single line is not called lines', async () => {
  const [empty, header, one] = ['empty.csv', 'header.csv', 'one.csv'].map((name) => join(folder, name));
  if (empty === undefined || header === undefined || one === undefined) throw new Error('three names');
  writeFileSync(empty, '');
  writeFileSync(header, 'kind,value,quality\n');
  writeFileSync(one, `kind,value\npdq,${hex()}\n`);
  await bank('create', 'Short');
  for (const path of [empty, header]) {
    const nothing = { status: 1, stderr: expect.stringContaining(`${path} holds no lines; nothing was imported.`) };
    expect(await bank('import', 'Short', path)).toMatchObject({ ...nothing, stdout: '' });
    expect(await bank('import', 'Short', path, '--json')).toMatchObject({
      ...nothing,
      stdout: '{"imported":0,"added":0,"rejected":0,"errors":[]}\n',
    });
  }
  expect(await bank('import', 'Short', one)).toMatchObject({
    status: 0,
    stdout: '1 line imported (1 new, 0 there already), 0 rejected.\n',
  });
  expect(await bank('export', 'Short')).toMatchObject({ status: 0, stderr: '1 code, a line each.\n' });
});

test('an import that is killed three times lists every line once, and says so as if nothing had been', async () => {
  const { id } = JSON.parse((await bank('create', 'Killed', '--json')).stdout);
  const values = Array.from({ length: 50_000 }, hex);
  const path = join(folder, 'long.csv');
  writeFileSync(path, `kind,value,quality\n${values.map((value, place) => `pdq,${place % 5000 === 4 ? 'no' : value},90`).join('\n')}\n`);
  const come = async (): Promise<number> => {
    const row = await store.db.selectFrom('bank_import').select('line').where('bank_id', '=', id).executeTakeFirst();
    return row?.line ?? 0;
  };
  for (let kills = 0; kills < 3; kills += 1) {
    const before = await come();
    const running = start(['bank', 'import', 'Killed', path, '--json'], env);
    await expect.poll(come, { interval: 5 }).toBeGreaterThan(before);
    running.child.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
  }
  // `npm run soak -- import` kills ten times.
  expect(await come(), 'it was killed before its end').toBeLessThan(50_001);
  const last = await bank('import', 'Killed', path, '--json');
  const { imported, added, rejected, errors }: Record<'imported' | 'added' | 'rejected', number> & { errors: { line: number }[] } =
    JSON.parse(last.stdout);
  expect([last.status, imported, added, rejected]).toEqual([1, 49_990, 49_990, 10]);
  expect(errors.map(({ line }) => line)).toEqual(Array.from({ length: 10 }, (_, n) => 5000 * n + 6));
  const listed = await store.db
    .selectFrom('item')
    .innerJoin('item_code', 'item_code.item_id', 'item.id')
    .innerJoin('code', 'code.id', 'item_code.code_id')
    .select(['code.value', 'item.id'])
    .where('item.bank_id', '=', id)
    .execute();
  expect(listed.map(({ value }) => value.toString('hex')).toSorted()).toEqual(values.filter((_, place) => place % 5000 !== 4).toSorted());
  const changes = await store.db
    .selectFrom('bank_change')
    .innerJoin('item', 'item.id', 'bank_change.subject_id')
    .select('bank_change.subject_id')
    .where('item.bank_id', '=', id)
    .execute();
  expect(changes.length, 'each item changed once').toBe(49_990);
});

describe('the pace of an import', () => {
  test('is that of the last quarter of a minute, and what an earlier run brought is no pace', () => {
    const pace = new Pace(0, 1000);
    expect(pace.at(500, { imported: 0, rejected: 0, bytes: 0 })).toMatchObject({ linesPerSecond: 0, secondsLeft: null, percent: 0 });
    pace.note(1000, { imported: 900, rejected: 0, bytes: 500 });
    expect(pace.at(1000, { imported: 900, rejected: 0, bytes: 500 })).toMatchObject({ linesPerSecond: 0, percent: 50 });
    pace.note(2000, { imported: 1000, rejected: 20, bytes: 600 });
    expect(pace.at(2000, { imported: 1000, rejected: 20, bytes: 600 })).toEqual({
      imported: 1000,
      rejected: 20,
      percent: 60,
      linesPerSecond: 120,
      secondsLeft: 4,
    });
  });

  test('never says that all is done before it is, and knows no end where there is none', () => {
    expect(new Pace(0, 10).at(9, { imported: 1, rejected: 0, bytes: 10 }).percent).toBe(99);
    expect(new Pace(0, null).at(9, { imported: 1, rejected: 0, bytes: 10 })).toMatchObject({ percent: null, secondsLeft: null });
  });
});
