/** Does somebody come in by her own link and password only, and is she out when she goes? */

import { signedInTo } from '@likeness/web/moderator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModerator } from '../access/password-link.ts';
import { systemRandom } from '../config/random.ts';
import { csrfOf, openTestConsole, password, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;

beforeAll(async () => {
  desk = await openTestConsole();
});

afterAll(async () => {
  await desk.close();
});

test('the first moderator comes in through the one-time code, once, and lands at the setup', async () => {
  const code = await desk.firstRunCode();
  expect(wordsOf((await desk.get('/console/first-run')).body)).toContain('You are the first one here');
  const wrong = await desk.post('/console/first-run', { code: 'not-it', name: 'Ines Moreau', password, service: 'Harbour photos' });
  expect(wrong.status).toBe(422);
  expect(wordsOf(wrong.body)).toContain('This code is not good');
  const short = await desk.post('/console/first-run', { code, name: '', password: 'short', service: '' });
  expect(wordsOf(short.body), 'all at once').toContain('12 to 200 characters');
  expect(wordsOf(short.body)).toContain('Please give your name, of 1 to 100 characters');
  expect(wordsOf(short.body)).toContain('Please give your service a name of 1 to 100 characters');
  const nameless = await desk.post('/console/first-run', { code, name: 'Ines Moreau', password, service: ' \u200b' });
  expect([nameless.status, wordsOf(nameless.body).includes('One thing to correct')]).toEqual([422, true]);
  expect(short.body, 'the code is not to be looked for again').toContain(`value="${code}"`);

  const fields = { code: `http://127.0.0.1:8420/console/first-run#${code}`, name: 'Ines Moreau', password, service: 'Harbour photos' };
  const made = await desk.post('/console/first-run', fields);
  expect([made.status, made.location]).toEqual([303, signedInTo('/console/setup')]);
  const [cookie] = made.cookies;
  expect(made.headers['set-cookie']?.toString()).toMatch(/^__Host-likeness-console=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const setup = await desk.get('/console/setup', { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' });
  expect(wordsOf(setup.body)).toContain('Harbour photos');

  const again = await desk.post('/console/first-run', fields);
  expect(again.status).toBe(409);
  expect(wordsOf((await desk.get('/console/first-run')).body)).toContain('There is a moderator already');
  await desk.sitDown('Tomás Beck');
});

test('a moderator with a link chooses her password, and is in; the link is used up, its code on no page but the one it was typed on', async () => {
  const link = await createModerator(desk.engine.store, desk.engine.keys, systemRandom, { name: 'Noor Haddad', role: 'lead', by: null });
  if ('refused' in link) throw new Error(link.refused);
  const code = link.token.reveal();
  expect(wordsOf((await desk.get('/console/password')).body)).toContain('Choose your password');
  const short = await desk.post('/console/password', { code, password: 'short' });
  expect(short.status).toBe(422);
  expect(wordsOf(short.body)).toContain('12 to 200 characters');
  const entered = await desk.post('/console/password', { code: `http://127.0.0.1:8420/console/password#${code}`, password });
  expect([entered.status, entered.location]).toEqual([303, signedInTo('/console')]);
  const [cookie] = entered.cookies;
  const queue = await desk.get('/console', { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' });
  expect(wordsOf(queue.body)).toContain('Noor Haddad');
  const again = await desk.post('/console/password', { code, password });
  expect(again.status).toBe(422);
  expect(wordsOf(again.body)).toContain('This code is not good any more');
});

test('after signing in she is where she wanted to be, and never on another site', async () => {
  const back = await desk.post('/console/sign-in', { name: 'ines moreau', password, next: '/console/banks' });
  expect([back.status, back.location]).toEqual([303, signedInTo('/console/banks')]);
  const [cookie] = back.cookies;
  const seat = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' };
  expect((await desk.get(signedInTo('/console/banks'), seat)).location).toBe('/console/banks');
  for (const next of ['https://evil.example/console', '//evil.example', '/console/../assets', '/console//evil.example', '/consolex']) {
    expect((await desk.post('/console/sign-in', { name: 'Ines Moreau', password, next })).location).toBe(signedInTo('/console'));
    expect((await desk.get(signedInTo(next), seat)).location).toBe('/console');
  }
});

test('a browser that kept no cookie is told so, and not just asked to sign in again', async () => {
  const { location } = await desk.post('/console/sign-in', { name: 'Ines Moreau', password, next: '/console/banks' });
  const page = await desk.get(location ?? '');
  expect([page.status, page.body.includes('value="/console/banks"')]).toEqual([403, true]);
  expect(wordsOf(page.body)).toContain('it took no cookie from this page');
});

test('a wrong password and an unknown name read alike; the eleventh attempt is asked to wait', async () => {
  const unknown = await desk.post('/console/sign-in', { name: 'Nobody Here', password });
  const wrong = await desk.post('/console/sign-in', { name: 'Tomás Beck', password: 'not this password' });
  expect([unknown.status, wrong.status]).toEqual([422, 422]);
  expect(wordsOf(unknown.body).replace('Nobody Here', '')).toBe(wordsOf(wrong.body).replace('Tomás Beck', ''));
  expect(wrong.cookies).toEqual([]);
  for (let attempt = 0; attempt < 9; attempt += 1) await desk.post('/console/sign-in', { name: 'Nobody Here', password: 'x' });
  const limited = await desk.post('/console/sign-in', { name: 'nobody here', password });
  expect(limited.status).toBe(429);
  expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
  expect(wordsOf(limited.body)).toContain('You can try again in 15 min');
});

test('signing out ends the session: the cookie opens nothing any more', async () => {
  const signed = await desk.post('/console/sign-in', { name: 'Ines Moreau', password });
  const [cookie] = signed.cookies;
  const seat = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' };
  const csrf = csrfOf((await desk.get('/console', seat)).body);
  const left = await desk.post('/console/sign-out', { csrf }, seat);
  expect([left.status, left.location]).toEqual([303, '/console/sign-in?left=1']);
  expect((await desk.get('/console', seat)).status).toBe(303);
  expect((await desk.ledgerActs('moderator.signed-out')).length).toBe(1);
});
