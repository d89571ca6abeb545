/** Does a passkey let its owner in, in a real browser with an authenticator, and nobody else? */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals } from '../../../web/testing/browser.ts';
import { askWhoComes, destroyOldChallenges, passkeySiteOf, signInByPasskey } from '../access/passkeys.ts';
import { systemRandom } from '../config/random.ts';
import { freePort } from '../store/free-port.ts';
import { moderatorExport } from '../workflows/moderator-data.ts';
import { openTestConsole, password, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let browser: Browser;
let page: Page;
let cdp: CDPSession;
let authenticatorId: string;
let refusals: string[];
let origin: string;
let admin: Seat;

const authenticator = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  desk = await openTestConsole(undefined, undefined, null, origin);
  await desk.app.listen({ host: '127.0.0.1', port });
  admin = await desk.sitDown('Ines Moreau');
  await desk.sitDown('Noor Haddad', 'moderator');
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  refusals = policyRefusals(page);
  cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  ({ authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: authenticator }));
});

afterAll(async () => {
  await browser.close();
  await desk.close();
});

const idOf = async (name: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const signInWithPassword = async (): Promise<void> => {
  await page.goto(`${origin}/console/sign-in?next=%2Fconsole%2Faccount`);
  await page.getByLabel('Name').fill('Noor Haddad');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${origin}/console/account`);
};
const signOut = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('You are signed out.').waitFor();
};
const signInWithPasskey = async (): Promise<void> => {
  await page.goto(`${origin}/console/sign-in?next=%2Fconsole%2Faccount`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
};
const makeOne = async (name: string): Promise<void> => {
  await page.getByLabel('Name of a new passkey').fill(name);
  await page.getByRole('button', { name: 'Make a passkey' }).click();
};

test('a passkey belongs to a name with https, or to this very machine, and to no bare address', () => {
  expect(passkeySiteOf('https://likeness.example')).toEqual({ rpId: 'likeness.example', origin: 'https://likeness.example' });
  expect(passkeySiteOf('https://likeness.example:8443')?.origin).toBe('https://likeness.example:8443');
  expect(passkeySiteOf('http://localhost:8420')?.rpId).toBe('localhost');
  for (const url of ['http://127.0.0.1:8420', 'https://192.0.2.7', 'https://[2001:db8::1]', 'http://likeness.example'])
    expect(passkeySiteOf(url)).toBeNull();
});

test('somebody who is signed in makes one with a name, and comes in with it alone', async () => {
  await signInWithPassword();
  await page.getByText('You have none yet.').waitFor();
  await makeOne('Laptop');
  await page.getByText('Your passkey is kept.').waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
  await signOut();
  await signInWithPasskey();
  await page.waitForURL(`${origin}/console/account`);
  await page.getByText('with a passkey').first().waitFor();
  expect(wordsOf(await page.content())).toContain('last used');
  expect((await desk.ledgerActs('moderator.passkey-added')).at(-1)).toEqual({ moderator: await idOf('Noor Haddad') });
  expect((await desk.ledgerActs('moderator.signed-in')).at(-1)).toEqual({ moderator: await idOf('Noor Haddad') });
  // What was asked is gone, once it was answered.
  expect(await desk.engine.store.db.selectFrom('passkey_challenge').select('mac').execute()).toEqual([]);
});

test('a device that does not check who holds it opens nothing, and makes none', async () => {
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await makeOne('Unchecked');
  await page.getByText('No passkey was given.').waitFor();
  await page.getByRole('link', { name: 'Back to your settings' }).click();
  await signOut();
  await signInWithPasskey();
  await page.getByText('No passkey was given.').waitFor();
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.waitForURL(`${origin}/console/account`);
});

test('an answer that was heard opens nothing again, and none to what nobody asked', async () => {
  await signOut();
  let heard = '';
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${origin}/console/passkey`)
      heard = new URLSearchParams(request.postData() ?? '').get('answer') ?? '';
  });
  await signInWithPasskey();
  await page.waitForURL(`${origin}/console/account`);
  expect(heard).toContain('signature');
  for (const answer of [heard, heard.replace('"id":"', '"id":"AA'), '', '{}', 'no json', '[]']) {
    const again = await desk.post('/console/passkey', { answer });
    expect([again.status, again.cookies.length]).toEqual([422, 0]);
    expect(wordsOf(again.body)).toContain('Nobody here signs in with that passkey');
  }
});

test('a passkey whose counter went back, as that of a copy does, opens nothing', async () => {
  await signOut();
  const { db } = desk.engine.store;
  const { counter } = await db.selectFrom('passkey').select('counter').executeTakeFirstOrThrow();
  expect(counter).toBeGreaterThan(0);
  await db
    .updateTable('passkey')
    .set({ counter: counter + 100 })
    .execute();
  await signInWithPasskey();
  await page.getByText('Nobody here signs in with that passkey').waitFor();
  await db.updateTable('passkey').set({ counter }).execute();
  await signInWithPasskey();
  await page.waitForURL(`${origin}/console/account`);
});

test('a question is kept as a keyed value alone, and five minutes long', async () => {
  const house = desk.house;
  const site = passkeySiteOf(origin);
  if (site === null) throw new Error('this site has no passkeys');
  const { store, keys } = desk.engine;
  const asked = await askWhoComes(store, keys, systemRandom, site, { address: '192.0.2.1' });
  const challenge = /"challenge":"([^"]+)"/.exec(asked)?.[1] ?? '';
  const [row] = await store.db.selectFrom('passkey_challenge').selectAll().execute();
  expect(row?.mac.includes(Buffer.from(challenge, 'base64url'))).toBe(false);
  await store.db
    .updateTable('passkey_challenge')
    .set({ begun_at: new Date(Date.now() - 5 * 60 * 1000 - 60_000) })
    .execute();
  await house.engine.store.transact(destroyOldChallenges);
  expect(await store.db.selectFrom('passkey_challenge').select('mac').execute()).toEqual([]);
  expect(await signInByPasskey(store, keys, site, '{"id":"x"}')).toBeNull();
});

test('removed, it opens nothing, and every other session of hers ends', async () => {
  const elsewhere = await desk.post('/console/sign-in', { name: 'Noor Haddad', password });
  const seat = { cookie: `${elsewhere.cookies[0]?.name}=${elsewhere.cookies[0]?.value}`, csrf: '' };
  expect((await desk.get('/console/account', seat)).status).toBe(200);
  await page.goto(`${origin}/console/account`);
  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await page.getByText('That passkey is removed').waitFor();
  expect((await desk.get('/console/account', seat)).status).toBe(303);
  expect((await desk.ledgerActs('moderator.passkey-removed')).length).toBe(1);
  await signOut();
  await signInWithPasskey();
  await page.getByText('Nobody here signs in with that passkey').waitFor();
});

test('a name is needed; another one’s passkey is not hers to remove; a new link takes all of them', async () => {
  await signInWithPassword();
  await makeOne(' ');
  await page.getByText('Please give the passkey a name').waitFor();
  await makeOne('Blue key');
  await page.getByText('Your passkey is kept.').waitFor();
  const id = await idOf('Noor Haddad');
  const { handle } = await desk.engine.store.db.selectFrom('passkey').select('handle').executeTakeFirstOrThrow();
  expect((await desk.post(`/console/account/passkeys/${handle}/remove`, {}, admin)).status).toBe(404);
  expect((await moderatorExport(desk.engine, id))?.passkeys.map(({ name }) => name)).toEqual(['Blue key']);
  await desk.post(`/console/people/${id}/link`, {}, admin);
  expect(await desk.engine.store.db.selectFrom('passkey').select('handle').execute()).toEqual([]);
  await signInWithPasskey();
  await page.getByText('Nobody here signs in with that passkey').waitFor();
});

test('without script a calm sentence stands there, and the password works', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const sheet = await plain.newPage();
  await sheet.goto(`${origin}/console/sign-in`);
  await sheet.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await sheet.getByText('The password works without it.').waitFor();
  await sheet.getByRole('link', { name: 'Sign in with the password' }).click();
  await sheet.getByLabel('Password', { exact: true }).waitFor();
  await plain.close();
});

test('no page asked for more than its policy allows', () => {
  expect(refusals).toEqual([]);
});
