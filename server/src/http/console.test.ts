/** Is the moderator's door shut to everyone else, and calm about whatever is sent to it? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestByNumber } from '../store/cases.ts';
import { openTestConsole, password, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck');
});

afterAll(async () => {
  await desk.close();
});

const pathOf = (url: string): string => url.replace(/:[a-zA-Z]+/g, 'LK-0000-0000-0000-0');

test('every route but first run, a new password and sign-in sends the unknown to sign in, and does nothing', async () => {
  const routes = desk.routes.filter(({ url }) => url.startsWith('/console'));
  expect(routes.length).toBeGreaterThan(20);
  const open = new Set(['/console/first-run', '/console/password', '/console/sign-in', '/console/signed-in']);
  for (const { method, url } of routes.filter((route) => !open.has(route.url))) {
    const answer = await desk.app.inject(
      method === 'POST'
        ? { method, url: pathOf(url), payload: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
        : { method: method === 'HEAD' ? 'HEAD' : 'GET', url: pathOf(url) },
    );
    expect([method, url, answer.statusCode]).toEqual([method, url, 303]);
    expect(answer.headers.location).toMatch(/^\/console\/sign-in(\?next=[\w%-]+)?$/);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  }
  expect((await desk.get('/console/not-a-page')).location).toBe('/console/sign-in?next=%2Fconsole%2Fnot-a-page');
  expect((await desk.get('/console/not-a-page', ines)).status).toBe(404);
  const { cookie } = ines;
  const wrong = await desk.app.inject({ method: 'DELETE', url: '/console/setup', headers: { cookie, accept: '*/*' } });
  expect([wrong.statusCode, wrong.headers.allow, wrong.headers['content-type']]).toEqual([405, 'GET, HEAD', 'text/html; charset=utf-8']);
  expect(wordsOf(wrong.body)).toContain('To the queue');
});

test('a form without its session’s token, with another session’s token, or from another site changes nothing', async () => {
  const number = await desk.fileAbout('csrf');
  const ruling = { ruling: 'keep:not-intimate', note: '' };
  const path = `/console/requests/${number}/decide`;
  expect((await desk.post(path, { ...ruling, csrf: '' }, ines)).status).toBe(403);
  expect((await desk.post(path, { ...ruling, csrf: tomas.csrf }, ines)).status).toBe(403);
  const foreign = await desk.post(path, ruling, ines, { 'sec-fetch-site': 'cross-site' });
  expect(foreign.status).toBe(403);
  expect(wordsOf(foreign.body)).toContain('Nothing was changed');
  expect(
    (await desk.post('/console/sign-in', { name: 'Ines Moreau', password }, undefined, { 'sec-fetch-site': 'same-site' })).status,
  ).toBe(403);
  // A site whose name was pointed at this server: to the browser it is one site, and Host says what Origin says.
  const rebound: Record<string, string>[] = [{}, { 'sec-fetch-site': 'same-origin' }];
  for (const more of rebound)
    expect((await desk.post(path, ruling, ines, { host: 'evil.example', origin: 'http://evil.example', ...more })).status).toBe(403);
  expect((await requestByNumber(desk.engine.store.db, number))?.outcome).toBeNull();
});

test('a form of our own is taken as browsers send it: with our origin, or with none that is said because there is no referrer', async () => {
  const fields = { platform: desk.house.platformId, preview: '' };
  const ways: Record<string, string>[] = [
    { origin: 'http://127.0.0.1:8420' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://127.0.0.1:8420', 'sec-fetch-site': 'same-origin' },
  ];
  for (const headers of ways) expect((await desk.post('/console/setup/preview', fields, ines, headers)).status).toBe(303);
  expect((await desk.post('/console/setup/preview', fields, ines, { origin: 'null' })).status).toBe(403);
});

test('an unknown number, review, picture or key answers with one calm page', async () => {
  for (const path of [
    '/console/requests/LK-0000-0000-0000-0',
    '/console/requests/x',
    '/console/reviews/x',
    '/console/reviews/0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10',
    '/console/preview/x?view=clear',
    '/console/preview/0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10?view=clear',
    '/console/setup/keys/x/revoke',
    '/console/setup/endpoints/x/disable',
  ]) {
    const answer = await desk.get(path, ines);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(wordsOf(answer.body)).toContain('There is nothing here');
  }
});

test('a character that cannot be stored is answered with a page, wherever it stands', async () => {
  const { platformId } = desk.house;
  for (const path of [
    '/console/reviews/a%00b',
    '/console/requests/a%00b',
    '/console/setup?service=%00',
    '/console/setup/endpoints/a%00b/disable',
  ])
    expect([path, (await desk.get(path, ines)).status]).toEqual([path, 400]);
  const forms: [string, Record<string, string>][] = [
    ['/console/setup/name', { name: 'a\0b' }],
    ['/console/setup/keys', { label: 'a\0b', scopes: 'screen' }],
    ['/console/setup/endpoints', { url: 'https://a.example/\0' }],
    ['/console/setup/preview', { preview: 'https://a.example/\0/{contentId}' }],
    ['/console/setup/endpoints/a%00b/disable', {}],
  ];
  for (const [path, fields] of forms) {
    const answer = await desk.post(path, { platform: platformId, ...fields }, ines);
    expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 400, 'text/html; charset=utf-8']);
  }
});
