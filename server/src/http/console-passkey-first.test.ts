/** Where the operator wants it: do leads and admins come in by a passkey alone, does whoever has none get to make one and nothing else, and can nobody be shut out for good? */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals } from '../../../web/testing/browser.ts';
import { resetModerator } from '../access/password-link.ts';
import { systemRandom } from '../config/random.ts';
import { freePort } from '../store/free-port.ts';
import { openTestConsole, password, type Seat, type TestConsole, wordsOf } from './test-console.ts';

const first = '/console/account/passkey-first';
let desk: TestConsole;
let browser: Browser;
let page: Page;
let refusals: string[];
let origin: string;

const cookieOf = async (name: string): Promise<Seat> => {
  const { cookies } = await desk.post('/console/sign-in', { name, password });
  const seat = { cookie: `${cookies[0]?.name}=${cookies[0]?.value}`, csrf: '' };
  return { ...seat, csrf: /name="csrf" value="([^"]+)"/.exec((await desk.get(first, seat)).body)?.[1] ?? '' };
};

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  desk = await openTestConsole(undefined, undefined, null, origin, null, true);
  await desk.app.listen({ host: '127.0.0.1', port });
  await desk.makeModerator('Ines Moreau', 'admin');
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  refusals = policyRefusals(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
});

afterAll(async () => {
  await browser.close();
  await desk.close();
});

test('an admin without a passkey opens no page but the one where she makes one, and no form but its', async () => {
  const seat = await cookieOf('Ines Moreau');
  const shown = await desk.get(first, seat);
  expect([shown.status, wordsOf(shown.body).includes('First, make a passkey'), shown.body.includes('console-places__link')]).toEqual([
    200,
    true,
    false,
  ]);
  for (const { method, url, may } of desk.routes) {
    if (!url.startsWith('/console') || may === 'anyone' || may === undefined || method === 'HEAD' || may === 'talk-with-people') continue;
    const isMaking = url === first || url === '/console/account/passkeys' || url === '/console/account/passkeys/begin';
    const path = url.replace(/:[a-zA-Z]+/g, '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10');
    const { location } = method === 'POST' ? await desk.post(path, {}, seat) : await desk.get(path, seat);
    expect([method, url, location?.startsWith(first) === true && !isMaking]).toEqual([method, url, !isMaking]);
  }
});

test('she makes it in her browser, and is in; from then on her password opens only the page that asks for it', async () => {
  await page.goto(`${origin}/console/sign-in`);
  await page.getByLabel('Name').fill('Ines Moreau');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${origin}${first}`);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel('Name of a new passkey').fill(' ');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('Please give the passkey a name').waitFor();
  await page.getByLabel('Name of a new passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.waitForURL(`${origin}/console`);
  expect((await desk.ledgerActs('moderator.passkey-added')).length).toBe(1);
  const known = await cookieOf('Ines Moreau');
  expect((await desk.get('/console', known)).location).toBe(first);
  expect(wordsOf((await desk.get(first, known)).body)).toContain('Sign in with your passkey');
  // The password alone makes no second one.
  expect((await desk.post('/console/account/passkeys/begin', { name: 'Mine' }, known)).location).toBe(first);
  expect((await desk.post('/console/account/passkeys', { name: 'Mine', answer: '{}' }, known)).location).toBe(first);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/console`);
});

test('a moderator works with her password; made a lead, she is asked at her next click', async () => {
  await desk.makeModerator('Noor Haddad', 'moderator');
  const seat = await cookieOf('Noor Haddad');
  expect((await desk.get('/console', seat)).status).toBe(200);
  await desk.engine.store.db.updateTable('moderator').set({ role: 'lead' }).where('name', '=', 'Noor Haddad').execute();
  expect((await desk.get('/console', seat)).location).toBe(first);
});

test('the operator’s new link lets an admin in again who lost her device: to make another, and nothing else', async () => {
  const { store, keys } = desk.engine;
  const link = await resetModerator(store, keys, systemRandom, { name: 'Ines Moreau' });
  const set = await desk.post('/console/password', { code: link?.token.reveal() ?? '', password });
  const seat = { cookie: `${set.cookies[0]?.name}=${set.cookies[0]?.value}`, csrf: '' };
  expect((await desk.get('/console/people', seat)).location).toBe(first);
  expect(wordsOf((await desk.get(first, seat)).body)).toContain('First, make a passkey');
});

test('no page asked for more than its policy allows', () => {
  expect(refusals).toEqual([]);
});
