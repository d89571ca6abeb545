/** Is a service connected at the console, and is a secret shown once? */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyFinder, platformOfKey } from '../access/api-keys.ts';
import { Secret } from '../config/secret.ts';
import { createPlatform } from '../workflows/platforms.ts';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
});

afterAll(async () => {
  await desk.close();
});

test('a key is shown once, works, and is refused after it was revoked in two steps', async () => {
  const { platformId } = desk.house;
  const bare = await desk.post('/console/setup/keys', { platform: platformId, label: '' }, ines);
  expect(bare.status).toBe(422);
  expect(wordsOf(bare.body)).toContain('Choose what the key may do.');
  const made = await desk.post(
    '/console/setup/keys',
    { platform: platformId, label: 'Upload server', scopes: ['screen', 'nonsense'] },
    ines,
  );
  const key = /lk_([A-Za-z0-9-]{12})_[A-Za-z0-9_-]{43}/.exec(made.body);
  const [text = '', id = ''] = key ?? [];
  expect(made.headers['cache-control']).toBe('no-store');
  expect((await platformOfKey(openKeyFinder(desk.engine.store), `Bearer ${text}`, 'screen')).platformId).toBe(platformId);
  await expect(platformOfKey(openKeyFinder(desk.engine.store), `Bearer ${text}`, 'settings')).rejects.toMatchObject({
    code: 'key/scope',
  });
  expect((await desk.get('/console/setup', ines)).body).not.toContain(text);
  expect(wordsOf((await desk.get(`/console/setup/keys/${id}/revoke`, ines)).body)).toContain('Revoke this key?');
  const revoked = await desk.post(`/console/setup/keys/${id}/revoke`, {}, ines);
  expect(revoked.location).toBe(`/console/setup?service=${platformId}&n=revoked`);
  await expect(platformOfKey(openKeyFinder(desk.engine.store), `Bearer ${text}`, 'screen')).rejects.toMatchObject({
    code: 'key/unknown',
  });
});

test('a webhook shows its secret once, can be ended in two steps, and an address that may not be called is refused', async () => {
  const { platformId } = desk.house;
  for (const url of ['', 'photos', 'ftp://photos.example', 'http://10.1.2.3/hook', 'http://user:pass@127.0.0.1/'])
    expect((await desk.post('/console/setup/endpoints', { platform: platformId, url }, ines)).status).toBe(422);
  const made = await desk.post('/console/setup/endpoints', { platform: platformId, url: 'http://127.0.0.1:9/hook' }, ines);
  expect(made.body).toMatch(/whsec_[A-Za-z0-9+/]{32}/);
  const page = (await desk.get('/console/setup', ines)).body;
  expect(page).not.toContain('whsec_');
  const end = /href="(\/console\/setup\/endpoints\/[0-9a-f-]+\/disable)"/.exec(page)?.[1] ?? '';
  expect(wordsOf((await desk.get(end, ines)).body)).toContain('End this webhook?');
  expect((await desk.post(end, {}, ines)).status).toBe(303);
  expect((await desk.get(end, ines)).status).toBe(404);
});

test('name and preview address are kept, and a preview address without the id is refused', async () => {
  const { platformId } = desk.house;
  const saved = await desk.post('/console/setup/name', { platform: platformId, name: 'Lake photos' }, ines);
  expect(wordsOf((await desk.get(saved.location ?? '', ines)).body)).toContain('Lake photos');
  const refused = await desk.post('/console/setup/preview', { platform: platformId, preview: 'http://127.0.0.1:9/one' }, ines);
  expect(wordsOf(refused.body)).toContain('needs {contentId}');
  expect(
    (await desk.post('/console/setup/preview', { platform: platformId, preview: 'http://127.0.0.1:9/{contentId}' }, ines)).status,
  ).toBe(303);
  expect((await desk.get('/console/setup', ines)).body).toContain('http://127.0.0.1:9/{contentId}');
  expect((await desk.post('/console/setup/preview', { platform: platformId, preview: '' }, ines)).status).toBe(303);
  expect((await desk.post('/console/setup/name', { platform: 'nobody', name: 'x' }, ines)).status).toBe(404);
});

test('the banks are listed with their sizes', async () => {
  expect(wordsOf((await desk.get('/console/banks', ines)).body)).toMatch(/Confirmed here Lake photos held \d+ \d+/);
});

test('how sending to the DSA Transparency Database stands is shown where a token is set, and nowhere else', async () => {
  expect((await desk.get('/console/setup', ines)).body).not.toContain('Transparency Database');
  const { platformId } = desk.house;
  const tokens = { ofTheOnly: new Secret('12|a-token-of-theirs'), byPlatform: new Map() };
  Object.assign(desk.engine, { transparency: { url: 'https://sandbox.example', tokens } });
  await desk.engine.store.db
    .insertInto('submission_account')
    .values({ platform_id: platformId, failures: 2, last_failure: 'the database answered 503', last_failed_at: new Date() })
    .execute();
  const { body } = await desk.get('/console/setup', ines);
  expect(wordsOf(body)).toMatch(
    /sent to https:\/\/sandbox\.example.*0 statements sent *; 0 waiting; 0 refused\..*Not answering.*answered 503/s,
  );
  expect(body).not.toContain('a-token-of-theirs');
  await desk.engine.store.db
    .updateTable('submission_account')
    .set({ refused_token: createHash('sha256').update('12|a-token-of-theirs').digest(), refused_at: new Date() })
    .execute();
  expect(wordsOf((await desk.get('/console/setup', ines)).body)).toContain('The database refuses the token, so nothing is sent.');
});

test('a service does not get the name of another', async () => {
  await createPlatform(desk.engine, 'North Forum');
  const taken = await desk.post('/console/setup/name', { platform: desk.house.platformId, name: 'north forum' }, ines);
  expect([taken.status, wordsOf(taken.body).includes('Another service here has this name already')]).toEqual([422, true]);
});
