/** Does every route of the console open for the roles that the table names, and for nobody else? And can the people there be looked after without anybody being shut out for good? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { may, type Role, roles } from '../access/roles.ts';
import { openOnDesk } from '../workflows/desk-request.ts';
import { csrfOf, openTestConsole, password, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let seats: Record<Role, Seat>;
const ids: Record<Role, string> = { helper: '', moderator: '', lead: '', admin: '' };

const idOf = async (name: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const roleOf = async (id: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('role').where('id', '=', id).executeTakeFirstOrThrow()).role;

beforeAll(async () => {
  const nobodyThere = async (): Promise<never> => {
    throw new Error('this provider is down');
  };
  desk = await openTestConsole(
    undefined,
    undefined,
    { name: 'Harbour ID', addressFor: nobodyThere, identityOf: nobodyThere },
    'http://localhost:8420',
  );
  seats = {
    admin: await desk.sitDown('Ines Moreau'),
    lead: await desk.sitDown('Tomás Beck', 'lead'),
    moderator: await desk.sitDown('Noor Haddad', 'moderator'),
    helper: await desk.sitDown('Salma Idris', 'helper'),
  };
  ids.admin = await idOf('Ines Moreau');
  ids.lead = await idOf('Tomás Beck');
  ids.moderator = await idOf('Noor Haddad');
  ids.helper = await idOf('Salma Idris');
});

afterAll(() => desk.close());

const made = '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10';
const ask = async (method: string, url: string, cookie: string | null): Promise<{ status: number; to: string; isRefused: boolean }> => {
  const answer = await desk.app.inject({
    method: method === 'POST' ? 'POST' : method === 'HEAD' ? 'HEAD' : 'GET',
    url: url.replace(/:[a-zA-Z]+/g, made),
    headers: {
      ...(cookie === null ? {} : { cookie }),
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { payload: 'x=1' } : {}),
  });
  return {
    status: answer.statusCode,
    to: answer.headers.location?.toString() ?? '',
    // A HEAD has no page, and for anything but a form only a role is refused with 403.
    isRefused: answer.statusCode === 403 && (method !== 'POST' || wordsOf(answer.body).includes('This is for another role')),
  };
};

test('every route of the console names who may open it, and opens for them and nobody else', async () => {
  const routes = desk.routes.filter(({ url }) => url.startsWith('/console'));
  expect(routes.filter((route) => route.may === undefined)).toEqual([]);
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.filter(({ url }) => url.startsWith('/console/oidc')).length).toBe(5);
  expect(routes.filter(({ url }) => url.includes('passkey')).length).toBe(5);
  for (const { method, url, may: needed } of routes) {
    if (needed === undefined) continue;
    if (needed === 'anyone') {
      for (const role of roles)
        expect([method, url, role, (await ask(method, url, seats[role].cookie)).isRefused]).toEqual([method, url, role, false]);
      continue;
    }
    const stranger = await ask(method, url, null);
    expect([method, url, stranger.status, stranger.to.startsWith('/console/sign-in')]).toEqual([method, url, 303, true]);
    for (const role of roles) {
      const { isRefused, to } = await ask(method, url, seats[role].cookie);
      // The console's first page is the queue; a helper's is her own.
      const isHelpersStart = role === 'helper' && url.replace(/\/$/, '') === '/console';
      expect([method, url, role, isRefused, to]).toEqual([
        method,
        url,
        role,
        !isHelpersStart && !may(role, needed),
        isHelpersStart ? '/console/talks' : to,
      ]);
    }
  }
});

test('a route that names nobody is not registered', async () => {
  const { openApp } = await import('./app.ts');
  const { requireNamedPermissions } = await import('./console-permission.ts');
  const app = openApp(false);
  requireNamedPermissions(app);
  expect(() => app.get('/console/forgotten', async () => 'open')).toThrow('does not say who may open it');
  await app.close();
});

test('a page offers what the role may do, and nothing else', async () => {
  const places = async (seat: Seat): Promise<string[]> =>
    [...(await desk.get('/console', seat)).body.matchAll(/console-places__link" href="([^"]+)"/g)].map(([, href = '']) => href);
  expect(await places(seats.moderator)).toEqual([
    '/console',
    '/console/complaints',
    '/console/decided',
    '/console/search',
    '/console/referrals',
    '/console/banks',
  ]);
  const ofHelper = await desk.get('/console/talks', seats.helper);
  expect([...ofHelper.body.matchAll(/console-places__link" href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/console/talks']);
  expect(await places(seats.lead)).toContain('/console/report');
  expect(await places(seats.lead)).not.toContain('/console/setup');
  expect(await places(seats.admin)).toEqual(expect.arrayContaining(['/console/people', '/console/setup']));
  const bank = /\/console\/banks\/[0-9a-f-]{36}/.exec((await desk.get('/console/banks', seats.admin)).body)?.[0] ?? '';
  expect(wordsOf((await desk.get(bank, seats.lead)).body)).toContain('Save the policy');
  expect(wordsOf((await desk.get(bank, seats.moderator)).body)).not.toContain('Save the policy');
});

test('somebody is invited with a role, chooses her password by the link, and may do what the role says', async () => {
  const page = await desk.post('/console/people', { name: 'Wanda Low', role: 'lead' }, seats.admin);
  const link = /http:\/\/localhost:8420\/console\/password#([\w.-]+)/.exec(page.body);
  expect([page.status, link === null]).toEqual([200, false]);
  expect(wordsOf(page.body)).toContain('Has not used the link');
  const set = await desk.post('/console/password', { code: link?.[1] ?? '', password });
  expect(set.status).toBe(303);
  const wanda = { cookie: `${set.cookies[0]?.name}=${set.cookies[0]?.value}`, csrf: '' };
  expect((await desk.get('/console/report', wanda)).status).toBe(200);
  expect((await desk.get('/console/people', wanda)).status).toBe(403);
  const ledger = await desk.ledgerActs('moderator.created');
  expect(ledger.at(-1)).toEqual({ moderator: await idOf('Wanda Low'), role: 'lead', by: ids.admin });
  for (const [fields, words] of [
    [{ name: 'wanda low', role: 'lead' }, 'Somebody has this name already'],
    [{ name: ' ', role: 'lead' }, 'Please give a name'],
    [{ name: 'Somebody', role: 'owner' }, 'Choose what this person may do'],
  ] as const) {
    const again = await desk.post('/console/people', fields, seats.admin);
    expect([again.status, wordsOf(again.body).includes(words)]).toEqual([422, true]);
  }
});

test('another role counts from the next click, and is written down', async () => {
  expect((await desk.post(`/console/people/${ids.lead}/role`, { role: 'moderator' }, seats.admin)).location).toBe(
    `/console/people/${ids.lead}?n=role`,
  );
  expect((await desk.get('/console/report', seats.lead)).status).toBe(403);
  await desk.post(`/console/people/${ids.lead}/role`, { role: 'lead' }, seats.admin);
  expect((await desk.get('/console/report', seats.lead)).status).toBe(200);
  expect((await desk.ledgerActs('moderator.role-changed')).at(-1)).toEqual({
    moderator: ids.lead,
    from: 'moderator',
    role: 'lead',
    by: ids.admin,
  });
});

test('the last admin keeps role and access, whoever asks, until somebody else who can sign in is one', async () => {
  const refused = await desk.post(`/console/people/${ids.admin}/role`, { role: 'lead' }, seats.admin);
  expect([refused.status, await roleOf(ids.admin)]).toEqual([409, 'admin']);
  expect((await desk.post(`/console/people/${ids.admin}/end`, {}, seats.admin)).status).toBe(409);
  // Somebody who was invited and never came is no second admin.
  await desk.post('/console/people', { name: 'Never Came', role: 'admin' }, seats.admin);
  expect((await desk.post(`/console/people/${ids.admin}/end`, {}, seats.admin)).status).toBe(409);
  expect(wordsOf((await desk.get(`/console/people/${ids.admin}`, seats.admin)).body)).toContain(
    'You are the only one who can manage people',
  );
  const second = await desk.sitDown('Second Admin', 'admin');
  const secondId = await idOf('Second Admin');
  // Each ends the other at once: one of them is left.
  const both = await Promise.all([
    desk.post(`/console/people/${ids.admin}/role`, { role: 'lead' }, second),
    desk.post(`/console/people/${secondId}/role`, { role: 'lead' }, seats.admin),
  ]);
  expect(both.map(({ status }) => status).toSorted()).not.toEqual([303, 303]);
  expect([await roleOf(ids.admin), await roleOf(secondId)].filter((role) => role === 'admin')).toHaveLength(1);
  const left = (await roleOf(ids.admin)) === 'admin' ? seats.admin : second;
  await desk.post(`/console/people/${ids.admin}/role`, { role: 'admin' }, left);
  expect((await desk.post(`/console/people/${secondId}/role`, { role: 'moderator' }, seats.admin)).status).toBe(303);
});

test('ended access ends every session at once and gives her work back to the queue; her decisions keep her name', async () => {
  const number = await desk.fileAbout('given-back');
  await openOnDesk(desk.engine, ids.moderator, number);
  const shown = await desk.get(`/console/people/${ids.moderator}/end`, seats.admin);
  expect(wordsOf(shown.body)).toContain('End this access?');
  expect((await desk.post(`/console/people/${ids.moderator}/end`, {}, seats.admin)).location).toBe('/console/people?n=ended');
  expect((await desk.get('/console', seats.moderator)).location).toBe('/console/sign-in');
  expect((await desk.post('/console/sign-in', { name: 'Noor Haddad', password })).status).toBe(422);
  expect(await desk.engine.store.db.selectFrom('desk_hold').selectAll().where('moderator_id', '=', ids.moderator).execute()).toEqual([]);
  expect((await desk.ledgerActs('request.released')).at(-1)).toEqual({ request: number, moderator: ids.moderator });
  expect((await desk.ledgerActs('moderator.ended')).at(-1)).toEqual({ moderator: ids.moderator, by: ids.admin });
  expect((await desk.post(`/console/people/${ids.moderator}/end`, {}, seats.admin)).status).toBe(404);
});

test('a new link ends the old password and sessions, and is shown once', async () => {
  const page = await desk.post(`/console/people/${ids.lead}/link`, {}, seats.admin);
  expect(page.body).toMatch(/console\/password#/);
  expect((await desk.get('/console', seats.lead)).location).toBe('/console/sign-in');
  expect((await desk.get(`/console/people/${ids.lead}`, seats.admin)).body).not.toMatch(/console\/password#/);
  expect(csrfOf(page.body)).toBe(seats.admin.csrf);
});
