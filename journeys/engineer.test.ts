/** Can a platform's engineer get going? A key from the terminal, a screening, a request, the feed: what the README's page says. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, photographPath, type Town } from './town.ts';

const run = promisify(execFile);
const command = join(import.meta.dirname, '..', 'cli', 'bin', 'likeness.js');
let town: Town;

beforeAll(async () => {
  town = await openTown();
});

afterAll(async () => {
  await town.close();
});

test('a key from the terminal screens a photograph, files a request, and hears what follows in the feed', async () => {
  const made: { id: string; key: string } = JSON.parse(
    (await run(process.execPath, [command, 'key', 'create', '--scope', 'platform', '--json'], { env: town.env })).stdout,
  );
  const authorization = `Bearer ${made.key}`;
  const hashed = JSON.parse((await run(process.execPath, [command, 'hash', '--json', photographPath('plant')], { env: town.env })).stdout);
  expect(hashed).toMatchObject({
    width: 807,
    height: 1024,
    fingerprints: [{ kind: 'pdq', variant: 'whole', quality: 100 }, { kind: 'sha256' }, { kind: 'md5' }],
  });

  const form = new FormData();
  form.set('file', new Blob([await readFile(photographPath('plant'))]), 'anything.bin');
  form.set('contentId', 'post/42?');
  form.set('url', 'https://platform.example/p/42');
  const screened = await fetch(`${town.url}/api/v1/screen`, { method: 'POST', headers: { authorization }, body: form });
  expect(await screened.json()).toEqual({ contentId: 'post/42?', verdict: 'allow', reviewPending: false, matches: [] });

  const filed = await fetch(`${town.url}/api/v1/requests`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'form-1' },
    body: JSON.stringify({ contentIds: ['post/42?'], signature: 'Maria Example' }),
  });
  expect(filed.status).toBe(201);
  const request = await filed.json();
  expect(request).toMatchObject({ status: 'incomplete', missing: ['statement', 'contact'] });
  expect(request.followUrl).toMatch(new RegExp(`^${town.url}/follow#[\\w-]{43}$`));
  expect(Date.parse(request.dueAt) - Date.parse(request.receivedAt)).toBe(48 * 3_600_000);

  const feed = await (await fetch(`${town.url}/api/v1/decisions?after=0`, { headers: { authorization } })).json();
  expect(feed.entries).toMatchObject([
    { sequence: 1, type: 'request.received', data: { trackingNumber: request.trackingNumber, contentId: 'post/42?' } },
  ]);
  expect(feed.next).toBe(1);

  const forgotten = await fetch(`${town.url}/api/v1/content/${encodeURIComponent('post/42?')}`, {
    method: 'DELETE',
    headers: { authorization },
  });
  expect(forgotten.status).toBe(204);
  const verified = await run(process.execPath, [command, 'ledger', 'verify', '--json'], { env: town.env });
  expect(JSON.parse(verified.stdout)).toMatchObject({ whole: true });
});
