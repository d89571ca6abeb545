/** Is the moderator's door shut to everyone else, and does it do what its pages promise? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyFinder, platformOfKey } from '../access/api-keys.ts';
import { createModerator } from '../access/password-link.ts';
import { systemRandom } from '../config/random.ts';
import { eventsOf, requestByNumber } from '../store/cases.ts';
import { fingerprintsOf } from '../store/content.ts';
import { completeAction } from '../workflows/complete.ts';
import { amendRequest } from '../workflows/file-request.ts';
import { findForNewRequests } from '../workflows/find-uploads.ts';
import { screen } from '../workflows/screen.ts';
import { type Answer, csrfOf, openTestConsole, password, randomPdq, type Seat, type TestConsole } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;
const start = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  desk = await openTestConsole(start);
});

afterAll(async () => {
  await desk.close();
});

const pathOf = (url: string): string => url.replace(/:[a-zA-Z]+/g, 'LK-0000-0000-0000-0');
/** What a person reads: tags and entities gone. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Decides as a moderator does: on the page, which says which uploads it shows. */
async function decides(page: string, fields: Record<string, string | string[]>, who: Seat): Promise<Answer> {
  const { body } = await desk.get(page, who);
  const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  return desk.post(`${page}/decide`, { shown, ...fields }, who);
}

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
  expect([made.status, made.location]).toEqual([303, '/console/setup']);
  const [cookie] = made.cookies;
  expect(made.headers['set-cookie']?.toString()).toMatch(/^__Host-likeness-console=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const setup = await desk.get('/console/setup', { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' });
  expect(wordsOf(setup.body)).toContain('Harbour photos');

  const again = await desk.post('/console/first-run', fields);
  expect(again.status).toBe(409);
  expect(wordsOf((await desk.get('/console/first-run')).body)).toContain('There is a moderator already');
  ines = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: csrfOf(setup.body) };
  tomas = await desk.sitDown('Tomás Beck');
});

test('every route but first run, a new password and sign-in sends the unknown to sign in, and does nothing', async () => {
  const routes = desk.routes.filter(({ url }) => url.startsWith('/console'));
  expect(routes.length).toBeGreaterThan(20);
  const open = new Set(['/console/first-run', '/console/password', '/console/sign-in']);
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
});

test('a moderator with a link chooses her password, and is in; the link is used up, its code on no page but the one it was typed on', async () => {
  const link = await createModerator(desk.engine.store, desk.engine.keys, systemRandom, 'Noor Haddad');
  if ('refused' in link) throw new Error(link.refused);
  const code = link.token.reveal();
  expect(wordsOf((await desk.get('/console/password')).body)).toContain('Choose your password');
  const short = await desk.post('/console/password', { code, password: 'short' });
  expect(short.status).toBe(422);
  expect(wordsOf(short.body)).toContain('12 to 200 characters');
  const entered = await desk.post('/console/password', { code: `http://127.0.0.1:8420/console/password#${code}`, password });
  expect([entered.status, entered.location]).toEqual([303, '/console']);
  const [cookie] = entered.cookies;
  const queue = await desk.get('/console', { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' });
  expect(wordsOf(queue.body)).toContain('Noor Haddad');
  const again = await desk.post('/console/password', { code, password });
  expect(again.status).toBe(422);
  expect(wordsOf(again.body)).toContain('This code is not good any more');
});

test('after signing in she is where she wanted to be, and never on another site', async () => {
  const back = await desk.post('/console/sign-in', { name: 'ines moreau', password, next: '/console/banks' });
  expect([back.status, back.location]).toEqual([303, '/console/banks']);
  for (const next of ['https://evil.example/console', '//evil.example', '/console/../assets', '/console//evil.example', '/consolex'])
    expect((await desk.post('/console/sign-in', { name: 'Ines Moreau', password, next })).location).toBe('/console');
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

test('the queue goes by the clock, overdue first, and pages through a long list without losing or repeating one', async () => {
  const numbers: string[] = [];
  for (let index = 0; index < 120; index += 1) {
    desk.house.setNow(new Date(start.getTime() - 60 * 3_600_000 + index * 60_000));
    numbers.push(await desk.fileAbout(`queue-${index}`, index % 2 === 0 ? {} : { signature: '', contact: {} }));
  }
  desk.house.setNow(start);
  const seen: string[] = [];
  let path: string | undefined = '/console';
  let parts = 0;
  while (path !== undefined) {
    const { body }: { body: string } = await desk.get(path, ines);
    if (parts === 0) {
      expect(wordsOf(body)).toMatch(/overdue by 12 h S(at|un) 2[12] Nov 2026, \d\d:\d\d/);
      expect(wordsOf(body)).toContain('missing: a signature and a contact');
    }
    seen.push(...[...body.matchAll(/queue__link" href="\/console\/requests\/(LK-[0-9A-Z-]+)"/g)].map(([, number]) => number ?? ''));
    const next: string | undefined = /href="\/console(\?requests=[^"#]+)#/.exec(body)?.[1];
    path = next === undefined ? undefined : `/console${next}`;
    parts += 1;
  }
  expect(parts).toBe(3);
  expect(seen.slice(0, 120)).toEqual(numbers);
  expect(new Set(seen).size).toBe(seen.length);
});

test('opening a request is noted once, for the person and in the ledger; asking for its headers alone opens nothing', async () => {
  const number = await desk.fileAbout('seen-once');
  expect((await desk.app.inject({ method: 'HEAD', url: `/console/requests/${number}`, headers: { cookie: ines.cookie } })).statusCode).toBe(
    404,
  );
  const { body } = await desk.get(`/console/requests/${number}`, ines);
  await desk.get(`/console/requests/${number.toLowerCase().replaceAll('-', '')}`, tomas);
  const request = await requestByNumber(desk.engine.store.db, number);
  if (request === null) throw new Error('the request is gone');
  expect((await eventsOf(desk.engine.store.db, request)).filter(({ kind }) => kind === 'seen').length).toBe(1);
  expect((await desk.ledgerActs('request.seen')).filter((subjects) => subjects['request'] === number).length).toBe(1);
  expect(wordsOf(body)).toContain('seen-once');
  expect(wordsOf(body)).toContain('Shared without consent; stated in good faith.');
  expect(body).toContain('lindqvist@example.org');
  expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe(`Request ${number} – Likeness console`);
});

test('nothing is preselected, and a decision without a choice is asked for again with what was written', async () => {
  const number = await desk.fileAbout('undecided');
  expect((await desk.get(`/console/requests/${number}`, ines)).body).not.toMatch(/<input[^>]*type="radio"[^>]*checked/);
  for (const ruling of ['', 'remove:not-intimate', 'keep:<script>', 'remove:constructor']) {
    const answer = await decides(`/console/requests/${number}`, { ruling, note: 'a thought' }, ines);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.body)).toContain('Choose what to do, and why.');
    expect(answer.body).toContain('a thought</textarea>');
  }
  const long = await decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: 'x'.repeat(3000) }, ines);
  expect(wordsOf(long.body)).toContain('shorten the note to 2000');
});

test('of two moderators who decide at once one wins, and the other is told by whom', async () => {
  const number = await desk.fileAbout('race');
  const [one, other] = await Promise.all([
    decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: 'mine' }, ines),
    decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: 'mine' }, tomas),
  ]);
  const won = one.status === 303 ? one : other;
  const lost = one.status === 303 ? other : one;
  const winner = one.status === 303 ? 'Ines Moreau' : 'Tomás Beck';
  expect([won.status, won.location]).toEqual([303, `/console/requests/${number}?n=decided`]);
  expect(lost.status).toBe(409);
  expect(wordsOf(lost.body)).toContain(`${winner} decided this first`);
  expect(wordsOf((await desk.get(`/console/requests/${number}`, tomas)).body)).toContain(winner);
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number).length).toBe(1);
  // Sent twice by the same person, it is one decision, and nobody is told off.
  const again = await decides(
    `/console/requests/${number}`,
    one.status === 303 ? { ruling: 'remove:valid-request', note: 'mine' } : { ruling: 'keep:not-intimate', note: ' mine ' },
    one.status === 303 ? ines : tomas,
  );
  expect([again.status, again.location]).toEqual([303, `/console/requests/${number}?n=decided`]);
});

test('another choice after one’s own decision is not taken for the first one sent again: what was decided is said, and nothing changes', async () => {
  const number = await desk.fileAbout('second-thoughts', {
    locations: ['https://photos.example/p/second-thoughts', 'https://photos.example/p/unknown-1', 'https://photos.example/p/unknown-2'],
  });
  const page = `/console/requests/${number}`;
  const first = { ruling: 'remove:valid-request', note: 'mine', unscreened: ['https://photos.example/p/unknown-1'] };
  expect((await decides(page, first, ines)).status).toBe(303);
  expect((await decides(page, first, ines)).status).toBe(303);
  for (const other of [
    { ...first, ruling: 'keep:not-intimate' },
    { ...first, ruling: 'remove:own-rules' },
    { ...first, note: 'another thought' },
    { ...first, unscreened: ['https://photos.example/p/unknown-1', 'https://photos.example/p/unknown-2'] },
  ]) {
    const refused = await decides(page, other, ines);
    expect(refused.status).toBe(409);
    expect(wordsOf(refused.body)).toContain('You decided this already: remove, “The request is valid under this law”');
    expect(wordsOf(refused.body)).toContain('What you sent now was not recorded, and nothing changed by it.');
  }
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number)).toMatchObject([
    { outcome: 'remove', ground: 'valid-request' },
  ]);

  const listed = randomPdq();
  const upload = (contentId: string) => ({
    contentId,
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints' as const,
    fingerprints: [listed],
  });
  await screen(desk.engine, desk.house.platformId, upload('thought-1'));
  await decides(
    `/console/requests/${await desk.fileAbout('thought', { contentIds: ['thought-1'], locations: [] })}`,
    { ruling: 'remove:valid-request', note: '' },
    ines,
  );
  await screen(desk.engine, desk.house.platformId, upload('thought-2'));
  const { id } = await desk.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', 'thought-2')
    .executeTakeFirstOrThrow();
  const review = `/console/reviews/${id}`;
  const open = wordsOf((await desk.get(review, ines)).body);
  expect(open).toContain('An upload of Harbour photos met 1 picture that is to stay down');
  expect((await decides(review, { ruling: 'keep:different-picture', note: '' }, ines)).status).toBe(303);
  expect((await decides(review, { ruling: 'keep:different-picture', note: '' }, ines)).status).toBe(303);
  const refused = await decides(review, { ruling: 'remove:same-picture', note: '' }, ines);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.body)).toContain('You decided this already: keep, “It is another picture”');
  expect(wordsOf(refused.body)).toContain('A match deletes nothing: the upload was held until it was decided.');
});

test('after the decision the page says what is so now: sent, then confirmed and gone', async () => {
  const number = await desk.fileAbout('goes-away');
  const page = `/console/requests/${number}`;
  await decides(page, { ruling: 'remove:valid-request', note: '' }, ines);
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('Removal ordered');
  const [action] = await desk.engine.store.db.selectFrom('action').select('id').where('content_id', '=', 'goes-away').execute();
  await completeAction(desk.engine, desk.house.platformId, action?.id ?? '', { note: 'thumbnails too, by Jo' });
  const done = wordsOf((await desk.get(page, ines)).body);
  expect(done).not.toContain('Removal ordered');
  expect(done).toContain('Removed');
  expect(done).toContain('The service wrote: thumbnails too, by Jo');
});

test('the ground about an agent is offered only where an agent asks', async () => {
  const own = await desk.fileAbout('asks-herself');
  const ground = 'The agent did not show that they may act';
  expect((await desk.get(`/console/requests/${own}`, ines)).body).not.toContain(ground);
  expect((await decides(`/console/requests/${own}`, { ruling: 'keep:not-authorised', note: '' }, ines)).status).toBe(422);
  const agents = await desk.fileAbout('agent-asks', { onBehalfOf: 'agent', agentAuthority: 'her lawyer' });
  expect((await desk.get(`/console/requests/${agents}`, ines)).body).toContain(ground);
  expect((await decides(`/console/requests/${agents}`, { ruling: 'keep:not-authorised', note: '' }, ines)).status).toBe(303);
});

test('a removal waits for the service, says so in both places, and leads to the next case', async () => {
  const number = await desk.fileAbout('to-remove');
  const done = await decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: 'clear' }, ines);
  const { body } = await desk.get(done.location ?? '', ines);
  expect(wordsOf(body)).toContain('Your decision is recorded.');
  expect(wordsOf(body)).toContain('Remove to-remove : not confirmed yet. The service has no webhook; it reads GET /api/v1/decisions.');
  expect(wordsOf(body)).toContain('clear');
  expect(body).toMatch(/href="\/console\/requests\/LK-[0-9A-Z-]+" data-focus-first>Next request/);
  const queue = wordsOf((await desk.get('/console', ines)).body);
  expect(queue).toContain('Decided, waiting for the service');
  expect(queue).toContain('1 removal open');
});

test('a place that was never screened is removed only when it was ticked, and only if the request names it', async () => {
  const number = await desk.fileAbout('half-known', {
    locations: ['https://photos.example/p/half-known/', 'https://photos.example/p/unknown#top'],
  });
  const page = (await desk.get(`/console/requests/${number}`, ines)).body;
  expect(page).toContain('value="https://photos.example/p/unknown#top"');
  expect(page).not.toContain('value="https://photos.example/p/half-known/"');
  const fields = {
    ruling: 'remove:valid-request',
    note: '',
    unscreened: ['https://photos.example/p/unknown#top', 'https://photos.example/p/not-asked-for'],
  };
  expect((await decides(`/console/requests/${number}`, fields, ines)).status).toBe(303);
  const done = wordsOf((await desk.get(`/console/requests/${number}`, ines)).body);
  expect(done).toContain('Remove https://photos.example/p/unknown#top');
  expect(done).not.toContain('not-asked-for');
});

test('with nothing found and nothing ticked a removal is refused with a sentence, and a keep is possible', async () => {
  const number = await desk.fileAbout('elsewhere', { locations: [], locationDetails: 'somewhere on the front page' });
  const refused = await decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
  expect(refused.status).toBe(422);
  expect(wordsOf(refused.body)).toContain('There is nothing to remove yet');
  const kept = await decides(`/console/requests/${number}`, { ruling: 'keep:cannot-locate', note: '' }, ines);
  expect(kept.status).toBe(303);
  const closed = wordsOf((await desk.get(`/console/requests/${number}`, ines)).body);
  expect(closed).toContain('It cannot be found with what we have');
  expect(closed).toContain('Clock stopped');
});

test('an upload that was screened again after the page was opened was not judged: nothing is decided until it was looked at', async () => {
  const number = await desk.fileAbout('swapped-later');
  const page = `/console/requests/${number}`;
  const { body } = await desk.get(page, ines);
  const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  desk.house.setNow(new Date(start.getTime() + 60_000));
  await screen(desk.engine, desk.house.platformId, {
    contentId: 'swapped-later',
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints',
    fingerprints: [randomPdq()],
  });
  const refused = await desk.post(`${page}/decide`, { shown, ruling: 'remove:valid-request', note: 'kept' }, ines);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.body)).toContain('An upload was found or changed since this page was opened.');
  expect(refused.body).toContain('kept');
  expect((await decides(page, { ruling: 'remove:valid-request', note: '' }, ines)).status).toBe(303);
});

test('an upload that the request does not name is found by her fingerprints, shown, and removed only when it is ticked', async () => {
  const picture = randomPdq();
  const copy = (contentId: string) => ({
    contentId,
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints' as const,
    fingerprints: [picture],
  });
  for (const id of ['found-1', 'found-2']) await screen(desk.engine, desk.house.platformId, copy(id));
  const number = await desk.fileAbout('named-by-nobody', { contentIds: ['not-screened-here'], fingerprints: [picture] });
  const page = `/console/requests/${number}`;
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('still being compared with what was screened before');
  await findForNewRequests(desk.engine, desk.house.platformId);
  expect(wordsOf((await desk.get(page, ines)).body)).not.toContain('still being compared');
  const words = wordsOf((await desk.get(page, ines)).body);
  expect(words).toContain('Found by the requester’s fingerprints');
  expect(words).toContain('found-1');
  expect(
    (await decides(page, { ruling: 'remove:valid-request', note: '', unscreened: ['found-1', 'never-on-the-page'] }, ines)).status,
  ).toBe(303);
  const done = wordsOf((await desk.get(page, ines)).body);
  expect(done).toContain('Remove found-1');
  expect(done).not.toContain('Remove found-2');
  expect(done).not.toContain('never-on-the-page');
});

test('a request about 510 uploads and 40 places shows a page of them, is decided for all of them at once, and no place is lost', async () => {
  const ids = Array.from({ length: 510 }, (_, n) => `bulk-${n}`);
  const { engine, house } = desk;
  for (const contentId of ids)
    await screen(engine, house.platformId, {
      contentId,
      url: null,
      uploaderRef: null,
      links: [],
      source: 'fingerprints',
      fingerprints: [{ kind: 'md5', variant: 'whole', value: Buffer.from(systemRandom(16)).toString('hex') }],
    });
  const places = Array.from({ length: 40 }, (_, n) => `https://photos.example/bulk/${n}`);
  const number = await desk.fileAbout('bulk', { contentIds: ids, locations: places });
  const page = `/console/requests/${number}`;
  const { body } = await desk.get(page, ines);
  expect(body.length).toBeLessThan(200_000);
  expect(body.match(/data-preview=""|preview__absent/g)).toHaveLength(25);
  expect(wordsOf(body)).toContain('Page 1 of 21 shows 25 of them; 485 more are on the other pages.');
  expect(wordsOf((await desk.get(`${page}?part=21`, ines)).body)).toContain('Page 21 of 21 shows 10 of them');
  const unsaid = await decides(page, { ruling: 'remove:valid-request', note: '' }, ines);
  expect(unsaid.status).toBe(422);
  expect(wordsOf(unsaid.body)).toContain('A decision is for all 510 uploads of the request.');
  const all = { ruling: 'remove:valid-request', note: '', 'for-all': 'yes', 'all-places': 'yes' };
  expect((await decides(page, all, ines)).status).toBe(303);
  expect((await decides(page, all, ines)).status, 'sent twice').toBe(303);
  const { count } = await engine.store.db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('decision.tracking_number', '=', number)
    .executeTakeFirstOrThrow();
  expect(count).toBe(550);
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('550 in all: 0 confirmed, 550 not yet.');
}, 60_000);

test('who looks at an upload, or at another of its picture, reads what was decided before', async () => {
  const first = await desk.fileAbout('twice');
  const again = await desk.fileAbout('twice-more', { contentIds: ['twice'], locations: [] });
  const link = `<a href="/console/requests/${first}">remove</a>`;
  expect((await desk.get(`/console/requests/${again}`, ines)).body).not.toContain(link);
  await decides(`/console/requests/${first}`, { ruling: 'remove:valid-request', note: '' }, ines);
  const { body } = await desk.get(`/console/requests/${again}`, ines);
  expect(wordsOf(body)).toContain('Decided before This upload: remove , by Ines Moreau');
  expect(body).toContain(link);
  expect(wordsOf((await desk.get(`/console/requests/${first}`, ines)).body), 'not its own decision').not.toContain('Decided before');

  const { ref } = await desk.engine.store.db
    .selectFrom('content')
    .select('ref')
    .where('content_id', '=', 'twice')
    .executeTakeFirstOrThrow();
  await screen(desk.engine, desk.house.platformId, {
    contentId: 'twice-copy',
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints',
    fingerprints: await fingerprintsOf(desk.engine.store.db, ref),
  });
  const review = await desk.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content_id', '=', 'twice-copy')
    .executeTakeFirstOrThrow();
  const match = await desk.get(`/console/reviews/${review.id}`, ines);
  expect(wordsOf(match.body)).toContain('The same picture: remove , by Ines Moreau');
  expect(match.body).toContain(link);
});

test('a link that was added after the page was opened was not judged', async () => {
  const number = await desk.fileAbout('link-added');
  const page = `/console/requests/${number}`;
  const { body } = await desk.get(page, ines);
  const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  await amendRequest(desk.engine, { platformId: desk.house.platformId }, number, { locations: ['https://photos.example/p/one-more'] });
  const refused = await desk.post(`${page}/decide`, { shown, ruling: 'remove:valid-request', note: '' }, ines);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.body)).toContain('A link that was added counts, too.');
});

test('what comes up again is held, explained, and decided as a match', async () => {
  const fingerprint = randomPdq();
  const upload = (contentId: string) => ({
    contentId,
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints' as const,
    fingerprints: [fingerprint],
  });
  await screen(desk.engine, desk.house.platformId, upload('first-copy'));
  const number = await desk.fileAbout('other', { contentIds: ['first-copy'], locations: [], fingerprints: [fingerprint] });
  const page = wordsOf((await desk.get(`/console/requests/${number}`, ines)).body);
  expect(page).toContain(
    'Picture 1: the same fingerprint (0 of 256 bits differ). Removing this upload lists the requester’s fingerprint of it too.',
  );
  await decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
  expect((await screen(desk.engine, desk.house.platformId, upload('second-copy'))).verdict).toBe('hold');
  const reviewPath = /href="(\/console\/reviews\/[0-9a-f-]+)"/.exec((await desk.get('/console', ines)).body)?.[1] ?? '';
  const review = await desk.get(reviewPath, ines);
  expect(wordsOf(review.body)).toContain('the upload is held until you decide');
  expect(wordsOf(review.body)).toContain('Confirmed here (this service’s own list): the same fingerprint');
  expect((await decides(reviewPath, { ruling: 'keep:not-intimate', note: '' }, ines)).status).toBe(422);
  const [one, other] = await Promise.all([
    decides(reviewPath, { ruling: 'keep:different-picture', note: 'not it' }, ines),
    decides(reviewPath, { ruling: 'remove:same-picture', note: '' }, tomas),
  ]);
  expect([one.status, other.status].sort()).toEqual([303, 409]);
  expect(wordsOf((one.status === 409 ? one : other).body)).toContain('decided this first');
  expect(wordsOf((await desk.get(reviewPath, ines)).body)).toContain('Decision');
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
  expect((await platformOfKey(openKeyFinder(desk.engine.store.db), `Bearer ${text}`, 'screen')).platformId).toBe(platformId);
  await expect(platformOfKey(openKeyFinder(desk.engine.store.db), `Bearer ${text}`, 'settings')).rejects.toMatchObject({
    code: 'key/scope',
  });
  expect((await desk.get('/console/setup', ines)).body).not.toContain(text);
  expect(wordsOf((await desk.get(`/console/setup/keys/${id}/revoke`, ines)).body)).toContain('Revoke this key?');
  const revoked = await desk.post(`/console/setup/keys/${id}/revoke`, {}, ines);
  expect(revoked.location).toBe(`/console/setup?service=${platformId}&n=revoked`);
  await expect(platformOfKey(openKeyFinder(desk.engine.store.db), `Bearer ${text}`, 'screen')).rejects.toMatchObject({
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
