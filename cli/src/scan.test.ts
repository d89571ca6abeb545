/** Does a scan, run as a real process and killed as real processes are, give every file its result exactly once? */
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { chmod, chown } from 'node:fs/promises';
import { join } from 'node:path';
import { insertItem, noteBankChanges } from '@likeness/server/store/banks';
import { openStore, type Store } from '@likeness/server/store/database';
import { connectionFor } from '@likeness/server/store/postgres';
import { bareDatabase } from '@likeness/server/store/test-database';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { openTestStorage } from './test-s3.ts';
import { filesIn, hasGrownBy, lastEvent, linesOf, picture, resultsIn } from './test-scan.ts';
import { bin, freePort, openTerminal } from './test-terminal.ts';

const terminal = openTerminal();
const { folder, newPlace, start, likeness, run } = terminal;
afterAll(() => terminal.end());

/** A folder with pictures in folders; answers their names in it. */
async function pictureFolder(name: string, count: number): Promise<{ readonly path: string; readonly names: readonly string[] }> {
  const path = join(folder, name);
  const names: string[] = [];
  for (let n = 0; n < count; n++) {
    const place = join(path, `folder ${n % 7}`, n % 3 === 0 ? 'inner' : '');
    mkdirSync(place, { recursive: true });
    const file = join(place, `picture ${n}.bin`);
    writeFileSync(file, await picture(n));
    names.push(file);
  }
  return { path, names: names.sort() };
}

describe('into a file', () => {
  test('each line is what likeness hash --json prints of that file', async () => {
    const { path, names } = await pictureFolder('same lines', 12);
    const out = join(folder, 'same-lines.jsonl');
    const end = await likeness(['scan', '--out', out, path, '--json']);
    expect(end).toMatchObject({ status: 0, stdout: '' });
    expect(lastEvent(end)).toMatchObject({ event: 'done', fingerprinted: 12, failed: 0, earlier: 0, skipped: {}, total: 12 });
    const hashed = await likeness(['hash', '--json', ...names]);
    expect(readFileSync(out, 'utf8').trimEnd().split('\n').sort()).toEqual(hashed.stdout.trimEnd().split('\n').sort());
    const printed = await likeness(['scan', path, '--json']);
    expect(printed.stdout.trimEnd().split('\n').sort()).toEqual(hashed.stdout.trimEnd().split('\n').sort());
    expect(existsSync(`${out}.lock`)).toBe(false);
  });

  test('killed with kill -9 again and again, it gives every file exactly once', async () => {
    const { path, names } = await pictureFolder('killed', 200);
    const out = join(folder, 'killed.jsonl');
    let kills = 0;
    // How many lines each run may write before it is killed; the first is killed while it starts.
    for (const lines of [0, 1, 23, 41, 17, 38]) {
      const scan = start(['scan', path, '--out', out, '--workers', '2']);
      if (lines === 0) await once(scan.child, 'spawn');
      else await hasGrownBy(out, lines, scan);
      scan.child.kill('SIGKILL');
      if ((await scan.ended).signal === 'SIGKILL') kills++;
    }
    expect(kills).toBe(6);
    const before = filesIn(out).length;
    expect(before).toBeGreaterThan(100);
    expect(before).toBeLessThan(200);
    const end = await likeness(['scan', path, '--out', out, '--json']);
    expect(end.status).toBe(0);
    expect(filesIn(out)).toEqual(names);
    expect(lastEvent(end)).toMatchObject({ fingerprinted: 200, earlier: before, total: 200 });
    const again = await likeness(['scan', path, '--out', out, '--json']);
    expect(lastEvent(again)).toMatchObject({ fingerprinted: 200, earlier: 200 });
    expect(filesIn(out)).toEqual(names);
  });

  test('Ctrl-C ends it cleanly and says what to type; typed into a shell, that goes on', async () => {
    const { path, names } = await pictureFolder("Ana's pictures $(echo x)", 60);
    const out = join(folder, 'stopped here.jsonl');
    const scan = start(['scan', '--out', out, '--workers', '1', path]);
    await hasGrownBy(out, 3, scan);
    scan.child.kill('SIGINT');
    const end = await scan.ended;
    expect(end).toMatchObject({ status: 130, stdout: '' });
    expect(end.stderr).toMatch(/^Stopped\. \d+ files fingerprinted\.\nTo go on, type: likeness scan .+\n$/);
    expect(resultsIn(out).filter(({ error }) => error !== undefined)).toEqual([]);
    expect(existsSync(`${out}.lock`)).toBe(false);
    const typed = /type: likeness (.+)\n$/.exec(end.stderr)?.[1] ?? '';
    const rest = await run('/bin/sh', ['-c', `'${process.execPath}' '${bin}' ${typed}`]).ended;
    expect(rest.status).toBe(0);
    expect(filesIn(out)).toEqual(names);
  });

  test('an empty folder is done at once, and the results may stand in the folder itself', async () => {
    const path = join(folder, 'empty');
    mkdirSync(path);
    const out = join(path, 'out.jsonl');
    const end = await likeness(['scan', path, '--out', out, '--json']);
    expect(end.status).toBe(0);
    expect(lastEvent(end)).toMatchObject({ fingerprinted: 0, failed: 0, skipped: { "the scan's own file": 2 } });
    expect(readFileSync(out, 'utf8')).toBe('');
    unlinkSync(out);
    expect(await likeness(['scan', path])).toEqual({ status: 0, signal: null, stdout: '', stderr: '0 files fingerprinted.\n' });
  });

  test('names that are awkward or no text at all come out whole, once, after a resume too', async () => {
    const path = join(folder, 'names');
    mkdirSync(path);
    const names = ['a b.jpg', 'line\nbreak', 'ümläut', '日本', '-rf', '"q"', '\u001b[2Jclear', '\u202egpj.exe'];
    for (const [n, name] of names.entries()) writeFileSync(join(path, name), await picture(n));
    writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0x66, 0xff])]), await picture(50));
    const out = join(folder, 'names.jsonl');
    for (let turn = 0; turn < 2; turn++) expect((await likeness(['scan', path, '--out', out])).status).toBe(0);
    expect(filesIn(out)).toEqual([...names, 'f\udcff'].map((name) => `${path}/${name}`).sort());
    const printed = await likeness(['scan', path]);
    for (const sign of ['\u001b', '\u202e']) expect(printed.stdout).not.toContain(sign);
    expect(printed.stdout.match(/^ {2}pdq /gm)).toHaveLength(9);
  });

  test('hostile files cost nothing but their own line, and what is no picture is counted by kind', async () => {
    const path = join(folder, 'hostile');
    mkdirSync(path);
    const good = await picture(1);
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    const claims = Buffer.from(await picture(2));
    claims.writeUInt32BE(2 ** 31 - 1, 16);
    const contents: Readonly<Record<string, Buffer | string>> = {
      'good.txt': good,
      'cut.jpg': good.subarray(0, good.length / 2),
      'empty.jpg': '',
      'bomb.png': bomb,
      'claims.png': claims,
      'noise.jpg': Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 0x5a)]),
      'text.jpg': 'not a picture at all',
      'drawing.png': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'film.mp4': Buffer.from('000000206674797069736f6d0000020069736f6d', 'hex'),
    };
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(path, name), content);
    symlinkSync('/etc', join(path, 'link'));
    await run('/usr/bin/mkfifo', [join(path, 'pipe')]).ended;
    const out = join(folder, 'hostile.jsonl');
    const end = await likeness(['scan', path, '--out', out, '--json']);
    expect(end.status).toBe(1);
    expect(Object.fromEntries(resultsIn(out).map(({ file, error }) => [file.slice(path.length + 1), error?.code]))).toEqual({
      'good.txt': undefined,
      'cut.jpg': 'image/damaged',
      'bomb.png': 'image/too-many-pixels',
      'claims.png': expect.stringMatching(/^image\//),
      'noise.jpg': 'image/damaged',
      'film.mp4': 'video/damaged',
    });
    expect(lastEvent(end)).toMatchObject({
      fingerprinted: 1,
      failed: 5,
      skipped: { text: 1, svg: 1, empty: 1, 'symbolic link': 1, 'special file': 1 },
      total: 11,
    });
    // Failures of an earlier run still count at the end of the next one.
    expect(await likeness(['scan', path, '--out', out, '--json'])).toMatchObject({ status: 1 });
  });

  test('a file and a folder that may not be read are named with the reason, and the rest is scanned', async () => {
    const { path, names } = await pictureFolder('locked', 6);
    const out = join(folder, 'locked-out', 'out.jsonl');
    mkdirSync(join(folder, 'locked-out'));
    await chmod(join(path, 'folder 1'), 0o000);
    await chmod(names[0] ?? '', 0o000);
    // Root may read everything, so that this is done by somebody who may not.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    if (uid !== undefined)
      for (const one of [path, join(path, 'folder 1'), names[0] ?? '', join(folder, 'locked-out')]) await chown(one, uid, uid);
    const end = await run(process.execPath, [bin, 'scan', path, '--out', out], {}, uid).ended;
    await chmod(join(path, 'folder 1'), 0o755);
    expect(end).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('2 could not be read') });
    const failed = resultsIn(out).filter(({ error }) => error !== undefined);
    expect(failed.map(({ file, error }) => [file, error?.code, error?.message]).sort()).toEqual(
      [
        [join(path, 'folder 1'), 'file/unreadable', 'The folder cannot be read: this user has no permission (EACCES).'],
        [names[0], 'file/unreadable', 'The file cannot be read: this user has no permission (EACCES).'],
      ].sort(),
    );
    expect(filesIn(out)).toHaveLength(6);
  });

  test('a file that vanishes while the scan runs is named at most once, and nothing else is lost', async () => {
    const { path, names } = await pictureFolder('vanishing', 80);
    const out = join(folder, 'vanishing.jsonl');
    const scan = start(['scan', path, '--out', out, '--workers', '1', '--json']);
    await hasGrownBy(out, 1, scan);
    const gone = names.filter((_, n) => n % 2 === 0);
    for (const name of gone) unlinkSync(name);
    const end = await scan.ended;
    const results = resultsIn(out);
    expect(new Set(results.map(({ file }) => file)).size).toBe(results.length);
    for (const name of names) if (!gone.includes(name)) expect(results).toContainEqual(expect.objectContaining({ file: name, width: 64 }));
    const failed = results.filter(({ error }) => error !== undefined);
    for (const { error } of failed) expect(error?.code).toBe('file/missing');
    expect(end.status).toBe(failed.length === 0 ? 0 : 1);
  });

  test('a folder that disappears as a whole ends the scan; its files are not called missing, and it goes on when it is back', async () => {
    const { path, names } = await pictureFolder('unplugged', 120);
    const out = join(folder, 'unplugged.jsonl');
    const scan = start(['scan', path, '--out', out, '--workers', '1']);
    await hasGrownBy(out, 2, scan);
    renameSync(path, `${path} away`);
    const end = await scan.ended;
    expect(end).toMatchObject({ status: 3, stdout: '', stderr: `likeness: ${path} cannot be scanned: there is no such folder.\n` });
    expect(resultsIn(out).filter(({ error }) => error !== undefined)).toEqual([]);
    renameSync(`${path} away`, path);
    expect((await likeness(['scan', path, '--out', out])).status).toBe(0);
    expect(filesIn(out)).toEqual(names);
  });

  test('results that cannot be written are one line and status 3, and the scan goes on when they can', async () => {
    const { path, names } = await pictureFolder('full disk', 60);
    const refused = async (...args: string[]): Promise<string> => {
      const end = await likeness(['scan', path, ...args]);
      expect(end).toMatchObject({ status: 3, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
      return end.stderr;
    };
    expect(await refused('--out', join(folder, 'no such folder', 'x'))).toContain('its folder does not exist');
    expect(await refused('--out', folder)).toContain('it is a folder, not a file');
    const diary = join(folder, 'diary.txt');
    writeFileSync(diary, 'Dear diary,\n');
    expect(await refused('--out', diary)).toContain('name another file');
    expect(readFileSync(diary, 'utf8')).toBe('Dear diary,\n');
    const out = join(folder, 'full.jsonl');
    // The shell's limit for files, in blocks of 512 bytes, fails as a full disk does: in the middle of a line.
    const full = await run('/bin/sh', ['-c', `ulimit -f 16; exec '${process.execPath}' '${bin}' scan '${path}' --out '${out}'`]).ended;
    expect(full).toMatchObject({ status: 3, stderr: expect.stringMatching(/likeness: \S+full\.jsonl cannot be written: .*EFBIG\)\.\n$/) });
    expect(readFileSync(out, 'utf8')).not.toMatch(/\n$/);
    expect((await likeness(['scan', path, '--out', out])).status).toBe(0);
    expect(filesIn(out)).toEqual(names);
  });

  test('a folder that is missing or is a file ends with status 1, as a missing file does in hash, and nothing is scanned', async () => {
    const out = join(folder, 'never.jsonl');
    const file = join(folder, 'a file.txt');
    writeFileSync(file, 'words');
    for (const [named, says] of [
      ['/nowhere', 'there is no such folder'],
      [file, 'is a file, not a folder'],
    ] as const) {
      const end = await likeness(['scan', folder, named, '--out', out]);
      expect(end).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
      expect(end.stderr).toContain(says);
      expect((await likeness(['hash', '/nowhere'])).status).toBe(end.status);
    }
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    [['scan', '.', '--out', 'x', '--remember'], 'not both'],
    [['scan', '.', '--platform', 'Forum'], '--platform goes with --remember'],
    [['scan', 'a', 'b', '--remember'], 'name one folder'],
    [['scan', 'a', 's3://b'], 'folders, or one bucket'],
    [['scan', '.', '--workers', 'many'], '--workers must be'],
    [['scan', 's3:///x'], 'A bucket is named as'],
  ])('wrong usage %j is one line and status 2', async (args, hint) => {
    const end = await likeness(args);
    expect(end).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^likeness: [^\n]+\n$/) });
    expect(end.stderr).toContain(hint);
  });
});

describe('a bucket', () => {
  test('is scanned once through failing requests and kill -9, and no secret is printed', async () => {
    const storage = await openTestStorage({
      pageSize: 30,
      sessionToken: 'a-session-token',
      misfortune: (request) => (['fails', 'reset', 'reset-halfway', 'slow-down'] as const)[request % 29],
    });
    const names = Array.from({ length: 100 }, (_, n) => `media/${n % 4}/picture ${n}+ü.jpg`);
    for (const [n, name] of names.entries()) storage.put(name, await picture(n));
    storage.put('media/notes.txt', Buffer.from('words'));
    storage.put('elsewhere/x.jpg', await picture(0));
    const out = join(folder, 'bucket.jsonl');
    const args = ['scan', `s3://${storage.bucket}/media/`, '--out', out, '--json'];
    for (const lines of [9, 31]) {
      const scan = start(args, storage.env);
      await hasGrownBy(out, lines, scan);
      scan.child.kill('SIGKILL');
      expect((await scan.ended).signal).toBe('SIGKILL');
    }
    const end = await likeness(args, storage.env);
    expect(end.status).toBe(0);
    expect(filesIn(out)).toEqual(names.map((name) => `s3://${storage.bucket}/${name}`).sort());
    expect(lastEvent(end)).toMatchObject({ event: 'done', fingerprinted: 100, failed: 0, skipped: { text: 1 } });
    const wrong = await likeness(args, { ...storage.env, AWS_SECRET_ACCESS_KEY: 'hush' });
    expect(wrong).toMatchObject({ status: 3, stdout: '' });
    expect(wrong.stderr).toContain('AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID');
    for (const text of [end.stdout, end.stderr, wrong.stderr]) expect(text).not.toMatch(/hush|wJalr|a-session-token/);
    await storage.close();
  });
});

describe('into the store', () => {
  /** Lists the fingerprints of a picture in the platform's own bank. */
  async function list(store: Store, file: string, id: string): Promise<void> {
    const { fingerprints }: { fingerprints: { kind: 'pdq'; variant: 'whole'; value: string; quality?: number }[] } = JSON.parse(
      (await likeness(['hash', '--json', file])).stdout,
    );
    await store.transact(async (tx) => {
      const { id: bankId } = await tx.sql.selectFrom('bank').select('id').executeTakeFirstOrThrow();
      const codes = fingerprints.map((code) => ({ ...code, quality: code.quality ?? null, provenance: 'confirmed' as const }));
      await insertItem(tx, { id, bankId, state: 'active', source: 'test', codes });
      await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
    });
  }

  const contents = (store: Store) =>
    store.db.selectFrom('content').select(['content_id', 'source', 'verdict', 'url']).orderBy('content_id').execute();

  test('killed with kill -9 and gone on with, it remembers every picture once, and what is listed opens a review', async () => {
    const { path, names } = await pictureFolder('remembered', 80);
    const { url, drop } = await bareDatabase();
    const place = { ...newPlace(), DATABASE_URL: url };
    await likeness(['key', 'create', '--scope', 'platform'], place);
    const store = openStore({ url });
    await list(store, names[5] ?? '', '00000000-0000-4000-8000-000000000005');
    writeFileSync(join(path, 'x'.repeat(201)), await picture(300));
    const args = ['scan', '--remember', path, '--json'];
    const journals = join(place.LIKENESS_DATA_DIR, 'scans');
    for (const lines of [5, 20]) {
      const scan = start(args, place);
      await expect.poll(async () => (await contents(store)).length).toBeGreaterThan(lines);
      scan.child.kill('SIGKILL');
      expect((await scan.ended).signal).toBe('SIGKILL');
    }
    expect(readdirSync(journals).filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
    const end = await likeness(args, place);
    expect(end.status).toBe(1);
    const found = await contents(store);
    expect(found.map(({ content_id }) => join(path, content_id))).toEqual(names);
    for (const { source, url, content_id, verdict } of found)
      expect([source, url, verdict]).toEqual(['bytes', null, join(path, content_id) === names[5] ? 'review' : 'allow']);
    expect(await store.db.selectFrom('review').select('effect').execute()).toEqual([{ effect: 'review' }]);
    expect(lastEvent(end)).toMatchObject({ event: 'done', fingerprinted: 80, failed: 1 });
    // Over, it keeps no notes: the next one looks at everything again, which changes nothing.
    expect(readdirSync(journals)).toEqual([]);
    const again = await likeness(args, place);
    expect(linesOf(again.stdout).find(({ verdict }) => verdict !== undefined)).toMatchObject({
      file: names[5],
      verdict: 'review',
      matches: [{ distance: 0 }],
    });
    expect(linesOf(again.stdout).find(({ error }) => error !== undefined)).toMatchObject({ error: { code: 'file/no-id' } });
    expect(await contents(store)).toEqual(found);
    expect(await store.db.selectFrom('review').select('effect').execute()).toEqual([{ effect: 'review' }]);
    await store.close();
    await drop();
  });

  test('without a server it starts the bundled PostgreSQL, beside one it uses the same', async () => {
    const { path, names } = await pictureFolder('beside', 8);
    const place = newPlace();
    await likeness(['key', 'create', '--scope', 'platform'], place);
    expect(await likeness(['scan', '--remember', path], place)).toMatchObject({ status: 0, stdout: '' });
    const server = start(['serve', '--json'], { ...place, LIKENESS_PORT: String(await freePort()) });
    while (!(await server.line()).includes('"ready"'));
    writeFileSync(join(path, 'new'), await picture(99));
    expect(await likeness(['scan', '--remember', '--json', path], place)).toMatchObject({ status: 0, stdout: '' });
    const postgres = await connectionFor({ dataDir: place.LIKENESS_DATA_DIR, databaseUrl: null }, { log: () => {} });
    const store = openStore({ url: postgres.url.reveal() });
    expect((await contents(store)).map(({ content_id }) => join(path, content_id))).toEqual([...names, join(path, 'new')].sort());
    await store.close();
    await postgres.stop();
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ status: 0 });
  });
});
