import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDsaTokens } from './dsa-tokens.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likeness-dsa-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const [one, two] = ['1b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12', '2b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d13'];
async function read(text: string) {
  const path = join(folder, 'token');
  await writeFile(path, text);
  return readDsaTokens(path);
}

test('a file holds one token, or one for each service', async () => {
  expect((await read('12|a-token-of-theirs\n')).ofTheOnly?.reveal()).toBe('12|a-token-of-theirs');
  const several = await read(`# the two\n${one} 12|first-token\n\n${two.toUpperCase()}\t13|second-token\n`);
  expect(several.ofTheOnly).toBeNull();
  expect([...several.byPlatform].map(([id, token]) => [id, token.reveal()])).toEqual([
    [one, '12|first-token'],
    [two, '13|second-token'],
  ]);
});

test('a file without a token, with two for one service, or with anything else is refused at start, and no token is quoted', async () => {
  const texts = [
    '',
    '# none\n',
    'short',
    'two-tokens-a\ntwo-tokens-b',
    `${one} 12|first-token\n${one} 13|second-token`,
    `${one} a secret too many`,
  ];
  for (const text of texts) {
    const refused: unknown = await read(text).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'dsa-token/malformed' });
    expect(String(refused)).not.toMatch(/tokens-a|first-token|secret/);
  }
  await expect(readDsaTokens(join(folder, 'none'))).rejects.toMatchObject({ code: 'dsa-token/unreadable' });
});
