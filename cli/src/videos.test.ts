/** Does each video get its line, from hash and from scan, and is what cannot be read named? Real processes, films made by ffmpeg. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testVideos } from '@likeness/server/decode/test-videos';
import { insertItem, noteBankChanges } from '@likeness/server/store/banks';
import { openStore } from '@likeness/server/store/database';
import { connectionFor } from '@likeness/server/store/postgres';
import { afterAll, expect, test } from 'vitest';
import { openTestStorage } from './test-s3.ts';
import { filesIn, hasGrownBy, lastEvent, picture } from './test-scan.ts';
import { openTerminal } from './test-terminal.ts';

const terminal = openTerminal();
const { folder, newPlace, start, likeness } = terminal;
const videos = testVideos();
afterAll(async () => {
  videos.remove();
  await terminal.end();
});

/** A folder with three films, a cut one, sound alone, and two pictures. */
async function films(): Promise<{ readonly path: string; readonly at: (name: string) => string }> {
  const path = join(folder, 'films');
  const at = (name: string): string => join(path, name);
  if (existsSync(path)) return { path, at };
  mkdirSync(path);
  for (const seconds of [1, 2, 3]) copyFileSync(await videos.film(`${seconds}.mp4`, seconds), at(`${seconds}.mp4`));
  writeFileSync(at('cut.mp4'), readFileSync(at('3.mp4')).subarray(0, 2000));
  copyFileSync(await videos.make('sound.m4a', ['-f', 'lavfi', '-i', 'sine=duration=1', '-f', 'ipod']), at('sound.m4a'));
  for (const seed of [1, 2]) writeFileSync(at(`${seed}.png`), await picture(seed));
  return { path, at };
}

test('each has one line with its size, length, vPDQ in the form of the reference, and exact fingerprints; the same from scan and from hash', async () => {
  const { path, at } = await films();
  const hashed = await likeness(['hash', '--json', at('2.mp4'), at('1.png'), at('cut.mp4'), at('sound.m4a')]);
  expect(hashed.status).toBe(1);
  const [film, still, cut, sound] = hashed.stdout
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> & { fingerprints?: { kind: string; value: string }[] } => JSON.parse(line));
  expect(film).toMatchObject({ file: at('2.mp4'), width: 320, height: 240, durationSeconds: 2 });
  expect(Object.keys(film ?? {})).toEqual(['file', 'width', 'height', 'durationSeconds', 'fingerprints']);
  expect(film?.fingerprints?.map(({ kind }) => kind)).toEqual(['vpdq', 'sha256', 'md5']);
  const frames: unknown = JSON.parse(film?.fingerprints?.[0]?.value ?? '');
  expect(frames).toEqual([expect.stringMatching(/^[0-9a-f]{64},\d+,0\.000$/), expect.stringMatching(/^[0-9a-f]{64},\d+,1\.000$/)]);
  expect(still).toMatchObject({ width: 64, fingerprints: [{ kind: 'pdq' }, { kind: 'sha256' }, { kind: 'md5' }] });
  expect(cut).toMatchObject({ error: { code: expect.stringMatching(/^video\//), message: expect.stringMatching(/\.$/) } });
  expect(sound).toMatchObject({ error: { code: 'video/no-frames' } });

  const out = join(folder, 'films.jsonl');
  for (const earlier of [0, 6]) {
    const end = await likeness(['scan', '--json', '--out', out, path]);
    expect(end.status).toBe(1);
    expect(lastEvent(end)).toMatchObject({ fingerprinted: 5, failed: 1, earlier, skipped: { audio: 1 }, total: 7 });
  }
  const lines = readFileSync(out, 'utf8').split('\n');
  expect(lines).toHaveLength(7);
  for (const line of hashed.stdout.split('\n').slice(0, 3)) expect(lines).toContain(line);
});

test('--no-video leaves them out and counts them; hash prints one to be read, second by second', async () => {
  const { path, at } = await films();
  const skipped = await likeness(['scan', '--json', '--no-video', path]);
  expect(skipped.status).toBe(0);
  expect(lastEvent(skipped)).toMatchObject({ fingerprinted: 2, failed: 0, skipped: { video: 4, audio: 1 } });
  const readable = await likeness(['hash', at('2.mp4')]);
  expect(readable.stdout).toMatch(/^\S+ {2}320 x 240, 2\.0 s\n( {2}vpdq {4}[0-9a-f]{64} {2}quality \d+ {2}at [01]\.0 s\n){2} {2}sha256/);
});

test('screen finds the same film by its SHA-256 or MD5, and remembers nothing', async () => {
  const { at } = await films();
  const place = newPlace();
  await likeness(['key', 'create', '--scope', 'screen'], place);
  const postgres = await connectionFor({ dataDir: place.LIKENESS_DATA_DIR, databaseUrl: null }, { log: () => {} });
  const store = openStore({ url: postgres.url.reveal() });
  await store.transact(async (tx) => {
    const { id: bankId } = await tx.sql.selectFrom('bank').select('id').executeTakeFirstOrThrow();
    const id = '00000000-0000-4000-8000-000000000001';
    const value = createHash('sha256')
      .update(readFileSync(at('2.mp4')))
      .digest('hex');
    const codes = [{ kind: 'sha256', variant: 'whole', value, quality: null, provenance: 'confirmed' } as const];
    await insertItem(tx, { id, bankId, state: 'active', source: 'test', codes });
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  await store.close();
  await postgres.stop();
  const end = await likeness(['screen', '--json', at('2.mp4'), at('1.mp4'), at('sound.m4a')], place);
  expect(end.status).toBe(1);
  expect(
    end.stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toMatchObject([
    { verdict: 'hold', matches: [{ kind: 'sha256', distance: 0 }] },
    { verdict: 'allow', matches: [] },
    { error: { code: 'video/no-frames' } },
  ]);
});

test('in a bucket they are read as well, and kill -9 costs none', async () => {
  const { path } = await films();
  const storage = await openTestStorage();
  for (const name of readdirSync(path)) storage.put(name, readFileSync(join(path, name)));
  const out = join(folder, 'bucket-films.jsonl');
  const scan = start(['scan', '--out', out, '--workers', '1', `s3://${storage.bucket}`], storage.env);
  await hasGrownBy(out, 2, scan);
  scan.child.kill('SIGKILL');
  await scan.ended;
  const end = await likeness(['scan', '--json', '--out', out, `s3://${storage.bucket}`], storage.env);
  await storage.close();
  expect(lastEvent(end)).toMatchObject({ fingerprinted: 5, failed: 1, skipped: { audio: 1 } });
  expect(filesIn(out)).toEqual(['1.mp4', '1.png', '2.mp4', '2.png', '3.mp4', 'cut.mp4'].map((name) => `s3://${storage.bucket}/${name}`));
});
