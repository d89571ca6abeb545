import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basisOf } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLaws } from './laws-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likeness-laws-'));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (text: string): Promise<string> => {
  const path = join(folder, 'laws.json');
  await writeFile(path, text);
  return path;
};

test('without a file the laws hold as they ship', async () => {
  expect((await readLaws(join(folder, 'none.json'))).of('take-it-down')).toBe(basisOf('take-it-down'));
});

test('a correction holds from the start', async () => {
  const source = { title: 'Commencement regulations', url: 'https://www.legislation.gov.uk/uksi/2026/1' };
  const path = await file(
    JSON.stringify({ 'online-safety-act': { checkedOn: '2026-12-01', source, inForce: { from: '2026-06-29', isConfirmed: true } } }),
  );
  expect((await readLaws(path)).of('online-safety-act').inForce).toMatchObject({ from: '2026-06-29', isConfirmed: true });
});

test.each([
  ['no JSON', '{', 'laws/malformed', /is not valid JSON/],
  ['no object', '[]', 'laws/wrong', /the whole: This is to be an object/],
  ['a mistyped law', '{"take-it-dwn":{}}', 'laws/wrong', /\/take-it-dwn: There is no law of this name\./],
  ['more than a line holds', JSON.stringify({ dmca: { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 } }), 'laws/wrong', /And 3 more\.$/],
])('%s keeps the server from starting, in one sentence that says where', async (_what, text, code, sentence) => {
  await expect(readLaws(await file(text))).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
});

test('what cannot be read is not passed over', async () => {
  const path = join(folder, 'a-folder');
  await mkdir(path);
  await expect(readLaws(path)).rejects.toMatchObject({ code: 'laws/unreadable' });
});
