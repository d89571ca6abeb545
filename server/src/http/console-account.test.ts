/** Is what somebody looked at counted, is there a break when it is enough, and does nothing wait for her meanwhile? Do her preferences and sessions stay hers? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restAfter } from '../store/reveals.ts';
import {
  openPictureService,
  openTestConsole,
  type PictureService,
  password,
  type Seat,
  type TestConsole,
  wordsOf,
} from './test-console.ts';

const start = new Date('2027-03-01T12:00:00.000Z');
let now = start;
let desk: TestConsole;
let service: PictureService;
let noor: Seat;
let tomas: Seat;
let noorId: string;

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
  desk.house.setNow(now);
};
const idOf = async (name: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
/** As many different pictures as were shown to her just now. */
const sees = async (count: number): Promise<void> => {
  const rows = Array.from({ length: count }, () => ({ moderator_id: noorId, ref: crypto.randomUUID(), at: now }));
  await desk.engine.store.db.insertInto('reveal').values(rows).execute();
};
const comesIn = async (name: string): Promise<Seat> => {
  const [cookie] = (await desk.post('/console/sign-in', { name, password })).cookies;
  const seat = { cookie: `${cookie?.name}=${cookie?.value}`, csrf: '' };
  return { ...seat, csrf: /name="csrf" value="([^"]+)"/.exec((await desk.get('/console', seat)).body)?.[1] ?? '' };
};

beforeAll(async () => {
  // Any bytes are a picture here: this is about how many come.
  desk = await openTestConsole(start, {
    fingerprint: async () => ({ width: 8, height: 8, format: 'png', sizeBytes: 8, fingerprints: [], laterFrames: [], derived: [] }),
    preview: async () => new Uint8Array(8),
  });
  service = await openPictureService(desk.house);
  tomas = await desk.sitDown('Tomás Beck');
  noor = await desk.sitDown('Noor Haddad', 'moderator');
  noorId = await idOf('Noor Haddad');
});

afterAll(async () => {
  await service.close();
  await desk.close();
});

test('past the number of an hour the next item is refused with a break, and what she holds is given back at once', async () => {
  const [held, next] = [await desk.fileAbout('held'), await desk.fileAbout('next')];
  expect(wordsOf((await desk.get(`/console/requests/${held}`, noor)).body)).toContain('Decide');
  await sees(40);
  const rest = await desk.get(`/console/requests/${next}`, noor);
  expect(wordsOf(rest.body)).toContain('Time for a break');
  expect(wordsOf(rest.body)).toContain('40 pictures in the last hour');
  expect(await desk.engine.store.db.selectFrom('desk_hold').selectAll().execute()).toEqual([]);
  expect(await desk.ledgerActs('request.released')).toEqual([{ request: held, moderator: noorId }]);
  // What she was not shown was not opened: not for colleagues, and not in the eyes of who asked.
  expect((await desk.ledgerActs('request.seen')).filter(({ request }) => request === next)).toEqual([]);
  // Whoever comes next has it, and its clock never stood still.
  expect(wordsOf((await desk.get(`/console/requests/${held}`, tomas)).body)).not.toContain('Noor Haddad has had this open');
  // No more pictures either; what she had on the screen can still be decided.
  const picture = await desk.get(`/console/preview/${crypto.randomUUID()}?view=clear`, noor);
  expect([picture.status, wordsOf(picture.body).includes('looked at enough')]).toEqual([429, true]);
  expect((await desk.decides(`/console/requests/${held}`, { ruling: 'keep:not-intimate', note: '' }, tomas)).status).toBe(303);
  expect(wordsOf((await desk.get(`/console/requests/${held}`, noor)).body)).toContain('What was decided');
});

test('the break is over when fewer lie within the hour, and the page says when that is', async () => {
  const { body } = await desk.get('/console/account', noor);
  expect(body).toContain(new Date(now.getTime() + 60 * 60_000).toISOString());
  later(59);
  noor = await comesIn('Noor Haddad');
  const number = await desk.fileAbout('after-the-break');
  expect(wordsOf((await desk.get(`/console/requests/${number}`, noor)).body)).toContain('Time for a break');
  later(2);
  expect(wordsOf((await desk.get(`/console/requests/${number}`, noor)).body)).toContain('Decide');
});

test('in 24 hours there are as many as the day allows, whatever the hours allow', async () => {
  for (let hour = 0; hour < 4; hour += 1) {
    await sees(40);
    later(61);
  }
  noor = await comesIn('Noor Haddad');
  const page = wordsOf((await desk.get('/console/account', noor)).body);
  expect(page).toContain('0 pictures, of 40');
  expect(page).toContain('200 pictures, of 200');
  const number = await desk.fileAbout('one-more');
  expect(wordsOf((await desk.get(`/console/requests/${number}`, noor)).body)).toContain('200 pictures in the last 24 hours');
  later(24 * 60);
  noor = await comesIn('Noor Haddad');
  expect(wordsOf((await desk.get(`/console/requests/${number}`, noor)).body)).toContain('Decide');
});

test('when hour and day allow the same, the page says the day, and never that she rests for an hour', async () => {
  await desk.post('/console/account/limits', { 'an-hour': '4', 'a-day': '4' }, noor);
  await sees(4);
  const number = await desk.fileAbout('the-day-too');
  const page = wordsOf((await desk.get(`/console/requests/${number}`, noor)).body);
  expect(page).toContain('4 pictures in the last 24 hours');
  expect(page).not.toContain('in the last hour');
  await desk.post('/console/account/limits', { 'an-hour': '', 'a-day': '' }, noor);
  later(24 * 60);
  noor = await comesIn('Noor Haddad');
});

test('a lower number of her own holds, a higher one is refused with a sentence', async () => {
  expect((await desk.post('/console/account/limits', { 'an-hour': '5', 'a-day': '' }, noor)).status).toBe(303);
  await sees(5);
  const number = await desk.fileAbout('her-own-number');
  expect(wordsOf((await desk.get(`/console/requests/${number}`, noor)).body)).toContain('Time for a break');
  const higher = await desk.post('/console/account/limits', { 'an-hour': '41', 'a-day': '201' }, noor);
  expect(higher.status).toBe(422);
  expect(wordsOf(higher.body)).toContain('Your service set 40: give a number up to that, or leave it empty.');
  expect(wordsOf(higher.body)).toContain('Your service set 200: give a number up to that, or leave it empty.');
  expect(wordsOf((await desk.get('/console/account', noor)).body)).toContain('5 pictures, of 5');
  for (const wrong of ['0', '-1', 'few', '1.5']) {
    const again = await desk.post('/console/account/limits', { 'an-hour': wrong, 'a-day': '' }, noor);
    expect([again.status, wordsOf(again.body).includes('Give a whole number')]).toEqual([422, true]);
  }
  await desk.post('/console/account/limits', { 'an-hour': '', 'a-day': '' }, noor);
});

test('of ten pictures asked for at once, where three are enough, three come, and three are noted', async () => {
  later(24 * 60);
  noor = await comesIn('Noor Haddad');
  await desk.post('/console/account/limits', { 'an-hour': '3', 'a-day': '' }, noor);
  const names = Array.from({ length: 10 }, (_, index) => `at-once-${index}`);
  for (const name of names) {
    service.pictures.set(name, Buffer.from(name));
    await desk.fileAbout(name);
  }
  const contents = await desk.engine.store.db.selectFrom('content').select('ref').where('content_id', 'in', names).execute();
  const answers = await Promise.all(contents.map(({ ref }) => desk.get(`/console/preview/${ref}?view=clear`, noor)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 429, 429, 429, 429, 429, 429, 429]);
  expect(await desk.ledgerActs('preview.revealed')).toHaveLength(3);
  await desk.post('/console/account/limits', { 'an-hour': '', 'a-day': '' }, noor);
});

test('when the rest ends is computed from the times alone', () => {
  expect(restAfter([], 1, 60)).toBeNull();
  expect(restAfter([9, 5, 3], 4, 60)).toBeNull();
  expect(restAfter([9, 5, 3], 3, 60)).toBe(63);
  expect(restAfter([9, 5, 3], 2, 60)).toBe(65);
});

test('an item that is left to a colleague is free at once, does not come back as the next, and needs no reason', async () => {
  const number = await desk.fileAbout('left');
  await desk.get(`/console/requests/${number}`, noor);
  const left = await desk.post(`/console/requests/${number}/leave`, { ruling: 'keep:not-intimate', note: 'a word' }, noor);
  expect(left.status).toBe(303);
  expect(left.location).not.toContain(number);
  const open = await desk.engine.store.db.selectFrom('request').select('outcome').where('tracking_number', '=', number).execute();
  expect(open).toEqual([{ outcome: null }]);
  expect((await desk.ledgerActs('request.released')).at(-1)).toEqual({ request: number, moderator: noorId });
  // Every other one leads on to others, round and round, and never to it.
  const seen = new Set<string>();
  for (let at = left.location ?? ''; at.startsWith('/console/requests/') && !seen.has(at); ) {
    seen.add(at);
    at = (await desk.post(`${at}/leave`, {}, noor)).location ?? '';
  }
  expect([...seen]).not.toContain(`/console/requests/${number}`);
  expect(wordsOf((await desk.get('/console?n=left', noor)).body)).toContain('You left it to a colleague. Nobody asks why.');
  expect((await desk.get('/console', noor)).body).not.toContain('Open the most urgent');
  tomas = await comesIn('Tomás Beck');
  expect((await desk.get('/console', tomas)).body).toContain('Open the most urgent');
  // It stands in the queue for everybody, and she may open it all the same.
  expect((await desk.get('/console', noor)).body).toContain(number);
  expect(wordsOf((await desk.get(`/console/requests/${number}`, noor)).body)).toContain('Decide');
});

test('preferences are hers, count at once, and are careful where nothing was set', async () => {
  const page = async (seat: Seat): Promise<string> => (await desk.get('/console/account', seat)).body;
  expect(await page(noor)).toMatch(/value="press" checked/);
  const saved = await desk.post('/console/account/preferences', { reveal: 'hold', grey: 'yes' }, noor);
  expect(saved.location).toBe('/console/account?n=preferences');
  expect(await page(noor)).toMatch(/value="hold" checked/);
  expect(await page(noor)).toContain('data-shortcuts="off"');
  expect(await page(tomas)).toContain('data-shortcuts="on"');
  expect(wordsOf((await desk.get('/console/keyboard', noor)).body)).toContain('You have switched these keys off');
});

test('a session ends after 12 hours however busy it is; she sees her sessions, ends one of them, or all', async () => {
  const [first, second] = [await comesIn('Noor Haddad'), await comesIn('Noor Haddad')];
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    expect((await desk.get('/console/keyboard', first)).status).toBe(200);
    later(10);
  }
  later(11);
  expect((await desk.get('/console/keyboard', first)).location).toContain('/console/sign-in');
  expect((await desk.get('/console/keyboard', second)).location).toContain('/console/sign-in');
  const [here, there, third] = [await comesIn('Noor Haddad'), await comesIn('Noor Haddad'), await comesIn('Noor Haddad')];
  const tomasHere = await comesIn('Tomás Beck');
  const { body } = await desk.get('/console/account', here);
  const others = [...body.matchAll(/action="(\/console\/account\/sessions\/[0-9a-f-]{36}\/end)"/g)].map(([, path = '']) => path);
  expect(others).toHaveLength(2);
  expect(wordsOf(body)).toContain('This one');
  // Nobody ends another one's session by its name.
  expect((await desk.post(others[0] ?? '', {}, tomasHere)).status).toBe(404);
  await desk.post(others[0] ?? '', {}, here);
  const open = async (): Promise<boolean[]> =>
    Promise.all([here, there, third].map(async (seat) => (await desk.get('/console/keyboard', seat)).status === 200));
  expect((await open()).filter((isOpen) => isOpen)).toHaveLength(2);
  expect((await desk.post('/console/account/sign-out-everywhere', {}, here)).location).toBe('/console/sign-in?left=1');
  expect(await open()).toEqual([false, false, false]);
  expect((await desk.get('/console/keyboard', tomasHere)).status).toBe(200);
});
