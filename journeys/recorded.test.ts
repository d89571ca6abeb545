/** Does her picture never leave her device? A sample of `npm run soak -- proxy`: the real server, a real browser, and a proxy between them that records every byte. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordRequests } from './recorded-files.ts';
import { sentRuns } from './recording-proxy.ts';
import { openTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(async () => {
  await town.close();
});

test('ten files of five kinds, fingerprinted with the connection off: no run of their bytes is sent, and at most 4 KiB for each', async () => {
  const { mostPerItem, mostOther, requests, browsersOwn: _, ...rest } = await recordRequests(town.browser, town.url, 10, 10);
  expect(rest).toMatchObject({ files: 10, strangers: [], sentRuns: [], whileOff: 0 });
  expect(requests).toBeGreaterThan(5);
  expect(mostPerItem).toBeLessThanOrEqual(4096);
  expect(mostOther).toBeLessThanOrEqual(4096);
});

test('the search finds a run of sixteen bytes wherever it stands, as bytes, base64, hexadecimal or with percent signs', () => {
  const file = Buffer.from(Array.from({ length: 400 }, (_, at) => (at * at * 31 + at * 7) & 255));
  const stretch = file.subarray(101, 101 + 20);
  const percent = [...stretch].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const carriers = [stretch.toString('hex'), stretch.toString('base64'), stretch.toString('base64url'), percent];
  for (const bytes of [stretch, ...carriers.map((carrier) => Buffer.from(`a=b&c=${carrier}&d=e`))])
    expect(sentRuns([{ method: 'POST', url: '/', bytes }])(file)).toContain(102);
  expect(sentRuns([{ method: 'POST', url: '/', bytes: Buffer.from('an ordinary form, with nothing of hers') }])(file)).toEqual([]);
});
