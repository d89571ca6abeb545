/** Does the operator's identity provider let in whom an admin invited, in the browser that asked, and nobody else? Against a real provider. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals } from '../../../web/testing/browser.ts';
import { createModerator, listModerators, resetModerator } from '../access/password-link.ts';
import { openProvider } from '../access/provider.ts';
import { systemRandom } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import { freePort } from '../store/free-port.ts';
import { endAccess } from '../workflows/people.ts';
import { type Answer, openTestConsole, password, type Seat, type TestConsole, wordsOf } from './test-console.ts';
import { clientId, clientSecret, openTestProvider, type TestProvider } from './test-provider.ts';

let provider: TestProvider;
let desk: TestConsole;
let origin: string;
let returnUrl: string;
let browser: Browser;

const settingsFor = (issuer: string) => ({ issuer, clientId, secretFile: '/nowhere', name: 'Harbour ID' });

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  returnUrl = `${origin}/console/oidc`;
  provider = await openTestProvider(returnUrl);
  desk = await openTestConsole(undefined, undefined, openProvider(settingsFor(provider.issuer), new Secret(clientSecret), returnUrl));
  await desk.sitDown('Ines Moreau');
  await desk.app.listen({ host: '127.0.0.1', port });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await desk.close();
  await provider.close();
});

const cookieOf = (answer: Answer, name: string): string => {
  const found = answer.cookies.find((cookie) => cookie.name === `__Host-likeness-${name}` && cookie.value !== '');
  if (found === undefined) throw new Error(`no cookie ${name}: ${answer.status}`);
  return `${found.name}=${found.value}`;
};
const visitOf = (answer: Answer): Seat => ({ cookie: cookieOf(answer, 'provider'), csrf: '' });
const pathOf = (url: string): string => url.slice(origin.length);
/** Goes out from the sign-in page: where to, and with which cookie. */
const goesOut = async (next = ''): Promise<{ address: string; visit: Seat }> => {
  const out = await desk.get(`/console/oidc/begin${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`);
  expect(out.status).toBe(303);
  return { address: out.location ?? '', visit: visitOf(out) };
};
const comesIn = async (account: string, next = ''): Promise<Answer> => {
  const { address, visit } = await goesOut(next);
  return desk.get(pathOf(await provider.signsIn(address, account)), visit);
};
const inviteCode = async (name: string): Promise<string> => {
  const link = await createModerator(desk.engine.store, desk.engine.keys, systemRandom, { name, role: 'moderator', by: null });
  if ('refused' in link) throw new Error(link.refused);
  return link.token.reveal();
};
const takesUp = async (code: string, account: string): Promise<Answer> => {
  const out = await desk.post('/console/oidc/invited', { code });
  const address = out.headers['refresh']?.toString().replace('0; url=', '') ?? '';
  return desk.get(pathOf(await provider.signsIn(address, account)), visitOf(out));
};
const invited = async (name: string, account: string): Promise<void> =>
  expect((await takesUp(await inviteCode(name), account)).status).toBe(200);
const idOf = async (name: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const isSignedIn = (answer: Answer): boolean => answer.cookies.some(({ name }) => name === '__Host-likeness-console');

test('an invited person signs in at the provider in a real browser, on another site, and next time comes in by the button; the policy refuses nothing', async () => {
  const code = await inviteCode('Noor Haddad');
  const context = await browser.newContext();
  const page = await context.newPage();
  const refusals = policyRefusals(page);
  await page.goto(`${origin}/console/password#${code}`);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in with Harbour ID' }).click();
  await page.getByPlaceholder('Enter any login').fill('noor');
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${origin}/console`);
  expect(await page.getByRole('link', { name: 'Noor Haddad' }).count()).toBe(1);
  await page.goto(`${origin}/console/account`);
  expect((await page.textContent('main'))?.replace(/\s+/g, ' ')).toContain('with Harbour ID');
  const ours = (await context.cookies(origin)).map(({ name, sameSite, httpOnly, secure }) => [name, sameSite, httpOnly, secure]);
  expect(ours).toEqual([['__Host-likeness-console', 'Strict', true, true]]);

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto(`${origin}/console/banks`);
  await page.getByRole('link', { name: 'Sign in with Harbour ID' }).click();
  await page.waitForURL(`${origin}/console/banks`);
  expect(refusals).toEqual([]);
  await context.close();
  const noor = await idOf('Noor Haddad');
  expect(await desk.ledgerActs('moderator.identity-bound')).toEqual([{ moderator: noor }]);
  expect((await desk.ledgerActs('moderator.signed-in')).slice(-2)).toEqual([{ moderator: noor }, { moderator: noor }]);
  expect(await listModerators(desk.engine.store.db)).toContainEqual(
    expect.objectContaining({ name: 'Noor Haddad', signsInBy: 'provider' }),
  );
});

test('what goes to the provider asks for nothing but who it is, with PKCE; the cookie of the visit is short and comes back from another site', async () => {
  const out = await desk.get('/console/oidc/begin');
  const query = new URL(out.location ?? '').searchParams;
  expect([query.get('scope'), query.get('code_challenge_method'), query.get('response_type'), query.get('redirect_uri')]).toEqual([
    'openid',
    'S256',
    'code',
    returnUrl,
  ]);
  expect(out.headers['set-cookie']?.toString()).toMatch(
    /^__Host-likeness-provider=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const { value = '' } = out.cookies[0] ?? {};
  expect([query.get('state'), query.get('nonce')].includes(value)).toBe(false);
});

test('nobody comes to be by signing in: an account that no one here has is refused in one sentence, and gets no session', async () => {
  const before = await listModerators(desk.engine.store.db);
  const answer = await comesIn('a stranger');
  expect([answer.status, isSignedIn(answer)]).toEqual([403, false]);
  expect(wordsOf(answer.body)).toContain('Nobody here signs in with this account of Harbour ID.');
  expect(await listModerators(desk.engine.store.db)).toEqual(before);
});

test('after signing in she is where she wanted to be, and never on another site', async () => {
  await invited('Next Page', 'next-page');
  expect((await comesIn('next-page', '/console/banks')).headers['refresh']).toBe('0; url=/console/banks');
  for (const next of ['https://evil.example/console', '//evil.example', '/console//evil.example'])
    expect((await comesIn('next-page', next)).headers['refresh']).toBe('0; url=/console');
});

test('an answer with a wrong state, without one, or brought by another browser lets nobody in, and ends no visit', async () => {
  await invited('State Keeper', 'state');
  const [hers, others] = [await goesOut(), await goesOut()];
  const back = pathOf(await provider.signsIn(hers.address, 'state'));
  const wrong = back.replace(/state=[^&]+/, `state=${'A'.repeat(43)}`);
  for (const [path, seat] of [
    [wrong, hers.visit],
    [back.replace(/&?state=[^&]+/, ''), hers.visit],
    [back, undefined],
    [back, others.visit],
  ] as const) {
    const answer = await desk.get(path, seat);
    expect([answer.status, isSignedIn(answer), wordsOf(answer.body).includes('began in another browser')]).toEqual([422, false, true]);
  }
  expect(isSignedIn(await desk.get(back, hers.visit))).toBe(true);
});

test('an answer is read once: not with the same visit, and its code not with a new one', async () => {
  await invited('Replay', 'replay');
  const first = await goesOut();
  const back = pathOf(await provider.signsIn(first.address, 'replay'));
  expect(isSignedIn(await desk.get(back, first.visit))).toBe(true);
  const again = await desk.get(back, first.visit);
  expect([again.status, isSignedIn(again)]).toEqual([422, false]);
  const second = await goesOut();
  const state = new URL(second.address).searchParams.get('state') ?? '';
  const replayed = await desk.get(back.replace(/state=[^&]+/, `state=${state}`), second.visit);
  expect([replayed.status, isSignedIn(replayed), wordsOf(replayed.body).includes('did not confirm who you are')]).toEqual([
    422,
    false,
    true,
  ]);
});

test('a wrong nonce, another PKCE challenge, a wrong issuer and a refusal at the provider are no sign-in', async () => {
  await invited('Nonce', 'nonce');
  const changed = async (change: (address: URL) => void): Promise<Answer> => {
    const { address, visit } = await goesOut();
    const other = new URL(address);
    change(other);
    return desk.get(pathOf(await provider.signsIn(other.href, 'nonce')), visit);
  };
  const wrongIssuer = async (): Promise<Answer> => {
    const { address, visit } = await goesOut();
    const back = pathOf(await provider.signsIn(address, 'nonce'));
    expect(back).toContain('iss=');
    return desk.get(back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://id.example')}`), visit);
  };
  const refused = async (): Promise<Answer> => {
    const { address, visit } = await goesOut();
    const query = new URLSearchParams({
      error: 'access_denied',
      state: new URL(address).searchParams.get('state') ?? '',
      iss: provider.issuer,
    });
    return desk.get(`/console/oidc?${query}`, visit);
  };
  for (const answer of [
    await changed((address) => address.searchParams.set('nonce', 'another')),
    await changed((address) => address.searchParams.set('code_challenge', 'B'.repeat(43))),
    await wrongIssuer(),
    await refused(),
  ]) {
    expect([answer.status, isSignedIn(answer), wordsOf(answer.body).includes('did not confirm who you are')]).toEqual([422, false, true]);
  }
  expect(isSignedIn(await comesIn('nonce'))).toBe(true);
});

test('a visit takes ten minutes at most', async () => {
  await invited('Slow', 'slow');
  const { address, visit } = await goesOut();
  const back = pathOf(await provider.signsIn(address, 'slow'));
  await desk.engine.store.db
    .updateTable('provider_visit')
    .set((eb) => ({ begun_at: eb.fn('make_timestamptz', [eb.val(2020), eb.val(1), eb.val(1), eb.val(0), eb.val(0), eb.val(0)]) }))
    .execute();
  expect((await desk.get(back, visit)).status).toBe(422);
});

test('a link is used up by the provider too, a newer one ends it on the way, and an account stands for one person', async () => {
  const code = await inviteCode('Wanda Low');
  expect((await takesUp(code, 'wanda')).status).toBe(200);
  const used = await desk.post('/console/oidc/invited', { code });
  expect([used.status, wordsOf(used.body).includes('This code is not good any more')]).toEqual([422, true]);
  expect((await desk.post('/console/sign-in', { name: 'Wanda Low', password: 'provider' })).status).toBe(422);
  expect((await desk.post('/console/sign-in', { name: 'Wanda Low', password })).status).toBe(422);

  const taken = await takesUp(await inviteCode('Second One'), 'wanda');
  expect([taken.status, isSignedIn(taken), wordsOf(taken.body).includes('already')]).toEqual([409, false, true]);

  const out = await desk.post('/console/oidc/invited', { code: await inviteCode('Third One') });
  const back = await provider.signsIn(out.headers['refresh']?.toString().replace('0; url=', '') ?? '', 'third');
  await resetModerator(desk.engine.store, desk.engine.keys, systemRandom, { name: 'Third One' });
  const late = await desk.get(pathOf(back), visitOf(out));
  expect([late.status, isSignedIn(late), wordsOf(late.body).includes('a newer one was made')]).toEqual([422, false, true]);
});

test('a new link ends the account and the sessions; with it she may choose a password, and comes in by that alone', async () => {
  await invited('Back To Words', 'words');
  const link = await resetModerator(desk.engine.store, desk.engine.keys, systemRandom, { name: 'Back To Words' });
  expect((await comesIn('words')).status).toBe(403);
  expect((await desk.post('/console/password', { code: link?.token.reveal() ?? '', password })).status).toBe(303);
  expect((await comesIn('words')).status).toBe(403);
  expect((await desk.post('/console/sign-in', { name: 'Back To Words', password })).status).toBe(303);
});

test('somebody whose access ended is refused, also on her way back, and can be invited again', async () => {
  await invited('Gone Soon', 'gone');
  const { address, visit } = await goesOut();
  const back = pathOf(await provider.signsIn(address, 'gone'));
  await endAccess(desk.engine.store, await idOf('Gone Soon'), null);
  const answer = await desk.get(back, visit);
  expect([answer.status, isSignedIn(answer)]).toEqual([403, false]);
  await invited('Here Again', 'gone');
  expect(isSignedIn(await comesIn('gone'))).toBe(true);
});

test('of tokens, codes, state and nonce nothing is stored', async () => {
  await invited('Nothing Kept', 'kept');
  const { address, visit } = await goesOut();
  const sent = new URL(address).searchParams;
  const rows = await desk.engine.store.db.selectFrom('provider_visit').selectAll().execute();
  const stored = JSON.stringify(rows.map((row) => ({ ...row, id_mac: [row.id_mac.toString('base64url'), row.id_mac.toString('latin1')] })));
  for (const secret of [sent.get('state'), sent.get('nonce'), sent.get('code_challenge'), visit.cookie.split('=')[1]])
    expect(stored).not.toContain(secret ?? 'absent');
  expect(await desk.engine.store.db.selectFrom('identity').select(['issuer', 'subject']).where('subject', '=', 'kept').execute()).toEqual([
    { issuer: provider.issuer, subject: 'kept' },
  ]);
});

test('every route of the provider is open to anyone, and a signed-in person who goes there stays who she is', async () => {
  expect(
    desk.routes
      .filter(({ url }) => url.startsWith('/console/oidc'))
      .map(({ method, url, may }) => `${method} ${url} ${may}`)
      .toSorted(),
  ).toEqual([
    'GET /console/oidc anyone',
    'GET /console/oidc/begin anyone',
    'HEAD /console/oidc anyone',
    'HEAD /console/oidc/begin anyone',
    'POST /console/oidc/invited anyone',
  ]);
  const seat = await desk.sitDown('Already Here', 'moderator');
  expect((await desk.get('/console/oidc/begin?next=%2Fconsole%2Fbanks', seat)).location).toBe('/console/banks');
});

test('a provider that is down is said calmly; link and passwords work on', async () => {
  const away = openProvider(settingsFor(`http://127.0.0.1:${await freePort()}`), new Secret(clientSecret), returnUrl);
  const other = await openTestConsole(undefined, undefined, away);
  const answer = await other.get('/console/oidc/begin?next=%2Fconsole%2Fbanks');
  expect([answer.status, answer.cookies]).toEqual([503, []]);
  expect(wordsOf(answer.body)).toContain('Harbour ID does not answer at the moment. Whoever has a password can sign in with it');
  const link = await createModerator(other.engine.store, other.engine.keys, systemRandom, { name: 'Invited', role: 'lead', by: null });
  if ('refused' in link) throw new Error(link.refused);
  const out = await other.post('/console/oidc/invited', { code: link.token.reveal() });
  expect([out.status, wordsOf(out.body).includes('Your link is still good')]).toEqual([503, true]);
  expect((await other.post('/console/password', { code: link.token.reveal(), password })).status).toBe(303);
  expect((await other.post('/console/sign-in', { name: 'Invited', password })).status).toBe(303);
  await other.close();
});

test('a provider that is not the one that was set is not gone to', async () => {
  const proofs = { state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
  const at = (issuer: string) => openProvider(settingsFor(issuer), new Secret(clientSecret), returnUrl).addressFor(proofs);
  expect((await at(provider.issuer)).origin).toBe(provider.issuer);
  // It calls itself localhost.
  await expect(at(provider.issuer.replace('localhost', '127.0.0.1'))).rejects.toThrow();
});

test('without a provider there is no button and no route', async () => {
  const without = await openTestConsole();
  expect((await without.get('/console/sign-in')).body).not.toContain('oidc');
  expect((await without.get('/console/password')).body).not.toContain('oidc');
  expect(without.routes.filter(({ url }) => url.includes('oidc'))).toEqual([]);
  await without.close();
});
