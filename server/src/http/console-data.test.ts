/** Can an admin find, hand out and erase what is kept about an uploader or a colleague, and does no page of it tell that anybody asked for anything? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAccess } from '../workflows/people.ts';
import { screen } from '../workflows/screen.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let inesId: string;
let noorId: string;
let platform: string;

const idOf = async (name: string): Promise<string> =>
  (await desk.engine.store.db.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const uploads = async (contentId: string, uploaderRef: string): Promise<void> => {
  const facts = { contentId, url: null, uploaderRef, links: [], source: 'fingerprints' as const, fingerprints: [randomPdq()] };
  await screen(desk.engine, platform, facts);
};
const about = (uploader: string) => ({ platform, uploader });
const tokenless = (html: string): string => html.replaceAll(/name="csrf" value="[^"]+"/g, '');

beforeAll(async () => {
  desk = await openTestConsole();
  platform = desk.house.platformId;
  ines = await desk.sitDown('Ines Moreau');
  await desk.sitDown('Noor Haddad', 'moderator');
  [inesId, noorId] = [await idOf('Ines Moreau'), await idOf('Noor Haddad')];
});

afterAll(() => desk.close());

test('an uploader is found by the exact reference, which stands in no address, and nobody else is', async () => {
  await uploads('one', 'user-1');
  await uploads('two', 'user-1');
  const page = await desk.post('/console/data/uploader', about('user-1'), ines);
  expect([page.status, wordsOf(page.body).includes('2 uploads, with their fingerprints')]).toEqual([200, true]);
  expect(page.body).not.toMatch(/(href|action)="[^"]*user-1/);
  for (const stranger of ['user-', 'USER-1', 'user-1%'])
    expect(wordsOf((await desk.post('/console/data/uploader', about(stranger), ines)).body)).toContain(
      'Nothing is kept under this reference',
    );
  for (const fields of [about(''), about('x'.repeat(201)), { platform: 'nowhere', uploader: 'user-1' }])
    expect((await desk.post('/console/data/uploader', fields, ines)).status).toBe(422);
  expect(await desk.ledgerActs('uploader.exported')).toEqual([]);
});

test('the page and the file say the same while somebody asks for one of the uploads as when nobody does', async () => {
  const look = async (): Promise<string> => tokenless((await desk.post('/console/data/uploader', about('user-1'), ines)).body);
  const file = () => desk.post('/console/data/uploader/export', about('user-1'), ines);
  const before = [await look(), (await file()).body];
  const number = await desk.fileAbout('asked-for', { contentIds: ['one'] });
  await desk.get(`/console/requests/${number}`, ines);
  const saved = await file();
  expect([await look(), saved.body]).toEqual(before);
  expect(saved.headers).toMatchObject({
    'content-disposition': 'attachment; filename="what-is-kept.jsonl"',
    'content-type': 'application/jsonl; charset=utf-8',
    'cache-control': 'no-store',
  });
  const lines = saved.body
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { what: 'upload', contentId: 'one' },
    { what: 'upload', contentId: 'two' },
  ]);
  expect((await desk.ledgerActs('uploader.exported')).at(-1)).toEqual({ platform, uploads: 2, by: inesId });
});

test('erasing asks once more, says what stays, and answers alike whether or not something still needs it', async () => {
  const asked = await desk.post('/console/data/uploader/erase', about('user-1'), ines);
  expect(wordsOf(asked.body)).toContain('This cannot be undone');
  expect(wordsOf(asked.body)).toContain('What stays when it is erased, and why');
  const done = await desk.post('/console/data/uploader/erase/confirmed', about('user-1'), ines);
  expect([done.status, done.location]).toEqual([303, '/console/data?n=uploader-erased']);
  expect(wordsOf((await desk.get('/console/data?n=uploader-erased', ines)).body)).toContain('goes by itself once nothing needs it');
  expect((await desk.ledgerActs('uploader.erased')).at(-1)).toEqual({ platform, uploads: 2, by: inesId });
  // One of them is needed by an open request still; it is not found, like what never was.
  for (const step of ['', '/export', '/erase', '/erase/confirmed'])
    expect(wordsOf((await desk.post(`/console/data/uploader${step}`, about('user-1'), ines)).body)).toContain('Nothing is kept under this');
});

test('a colleague’s file is hers; her name goes only after her access ended, and then for good', async () => {
  expect(wordsOf((await desk.get(`/console/data/people/${noorId}`, ines)).body)).toContain('Before a name can be erased');
  const file = await desk.post(`/console/data/people/${noorId}/export`, {}, ines);
  expect(JSON.parse(file.body)).toMatchObject({ id: noorId, name: 'Noor Haddad' });
  expect((await desk.ledgerActs('moderator.exported')).at(-1)).toEqual({ moderator: noorId, by: inesId });
  const early = await desk.post(`/console/data/people/${noorId}/erase`, {}, ines);
  expect([early.status, wordsOf(early.body).includes('Noor Haddad')]).toEqual([200, true]);
  await endAccess(desk.engine.store, noorId, inesId);
  expect(wordsOf((await desk.get(`/console/data/people/${noorId}/erase`, ines)).body)).toContain('This cannot be undone');
  expect((await desk.post(`/console/data/people/${noorId}/erase`, {}, ines)).location).toBe('/console/data?n=person-erased');
  const list = wordsOf((await desk.get('/console/data?n=person-erased', ines)).body);
  expect([list.includes('Noor Haddad'), list.includes('Former moderator'), list.includes('The name is gone')]).toEqual([false, true, true]);
  expect(wordsOf((await desk.get(`/console/data/people/${noorId}/erase`, ines)).body)).toContain('nothing more to erase');
  expect((await desk.ledgerActs('moderator.erased')).at(-1)).toEqual({ moderator: noorId, by: inesId });
  expect((await desk.get('/console/data/people/nobody', ines)).status).toBe(404);
});

test('a form that is sent after the session ended leads back to the page that asks', async () => {
  expect((await desk.post('/console/data/uploader/export', about('user-1'))).location).toBe('/console/sign-in?next=%2Fconsole%2Fdata');
});
