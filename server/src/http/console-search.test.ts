/** Does a moderator come back to what she has the number of, and to what was decided? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screen } from '../workflows/screen.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let noor: Seat;

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
  noor = await desk.sitDown('Noor Haddad', 'moderator');
});

afterAll(() => desk.close());

const search = (text: string, seat = noor) => desk.post('/console/search', { search: text }, seat);

test('a tracking number, however it is typed, and the id of an upload lead to the request', async () => {
  const number = await desk.fileAbout('photo-17');
  expect((await search(number)).location).toBe(`/console/requests/${number}`);
  expect((await search(` ${number.toLowerCase()} `)).location).toBe(`/console/requests/${number}`);
  expect((await search('photo-17')).location).toBe(`/console/requests/${number}`);
  const second = await desk.fileAbout('photo-17');
  const both = await search('photo-17');
  expect(both.status).toBe(200);
  expect(wordsOf(both.body)).toContain(number);
  expect(wordsOf(both.body)).toContain(second);
});

test('the ids of a match, of the upload that it is about and of the listed picture lead to the match', async () => {
  const { engine, platformId } = desk.house;
  const { db } = engine.store;
  const picture = randomPdq();
  const upload = (contentId: string) =>
    screen(engine, platformId, { contentId, url: null, uploaderRef: null, links: [], source: 'fingerprints', fingerprints: [picture] });
  await upload('first-copy');
  const url = 'https://photos.example/p/first-copy';
  await db.updateTable('content').set({ url }).where('content_id', '=', 'first-copy').execute();
  const number = await desk.fileAbout('another', { contentIds: ['first-copy'] });
  expect((await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines)).status).toBe(303);
  await upload('second-copy');
  const review = await db.selectFrom('review').select(['id', 'ref']).executeTakeFirst();
  const match = await db.selectFrom('match').select('item_id').executeTakeFirst();
  expect([review === undefined, match === undefined]).toEqual([false, false]);
  for (const id of [review?.id ?? '', (review?.id ?? '').toUpperCase(), 'second-copy'])
    expect([id, (await search(id)).location]).toEqual([id, `/console/reviews/${review?.id}`]);
  const itemId = match?.item_id ?? '';
  const { matches } = await upload('third-copy');
  // As the console, a list of the console, and the API name it.
  for (const name of [itemId, itemId.slice(-8), matches[0]?.itemId ?? ''])
    expect(wordsOf((await search(name)).body), name).toContain('Listed picture');
  const item = await search(itemId);
  expect(wordsOf(item.body)).toContain('Listed picture');
  expect(item.body).toContain(`/console/reviews/${review?.id}`);
});

test('what is not there says so, is repeated in no address, and finds nothing by a part', async () => {
  const number = await desk.fileAbout('photo-whole');
  for (const text of [
    'photo-who',
    'nobody@example.org',
    '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10',
    'LK-0000-0000-0000-0',
    number.slice(0, 8),
    '%',
    "'",
  ]) {
    const answer = await search(text);
    expect([text, answer.status, wordsOf(answer.body).includes('Nothing has this number or id')]).toEqual([text, 200, true]);
  }
  expect(wordsOf((await search('   ')).body)).not.toContain('Nothing has');
  expect((await search('x'.repeat(5000))).status).toBe(200);
});

test('what was decided stands in a list, the latest first, everybody’s or one’s own, in parts', async () => {
  const numbers: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const number = await desk.fileAbout(`decided-${index}`);
    numbers.push(number);
    await desk.decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: '' }, index === 1 ? noor : ines);
  }
  const listed = async (path: string, seat = noor): Promise<string[]> =>
    [...(await desk.get(path, seat)).body.matchAll(/href="\/console\/requests\/(LK-[^"]+)"/g)].map(([, number = '']) => number);
  expect((await listed('/console/decided')).slice(0, 3)).toEqual(numbers.toReversed());
  expect(await listed('/console/decided?whose=mine')).toEqual([numbers[1]]);
  expect(wordsOf((await desk.get('/console/decided', noor)).body)).toContain('Noor Haddad');
  const { db } = desk.engine.store;
  const [first] = await db
    .selectFrom('decision')
    .selectAll()
    .where('tracking_number', '=', numbers[0] ?? '')
    .execute();
  if (first === undefined) throw new Error('nothing was decided');
  // Sixty older ones, so that there is a second part.
  await db
    .insertInto('decision')
    .values(
      Array.from({ length: 60 }, (_, index) => ({
        ...first,
        id: crypto.randomUUID(),
        decided_at: new Date(first.decided_at.getTime() - (index + 1) * 60_000),
      })),
    )
    .execute();
  const page = (await desk.get('/console/decided', noor)).body;
  const next = /href="(\/console\/decided\?after=[^"]+)"/.exec(page)?.[1] ?? '';
  const [part, rest] = [await listed('/console/decided'), await listed(next)];
  expect([part.length, rest.length]).toEqual([50, (await db.selectFrom('decision').select('id').execute()).length - 50]);
  expect((await desk.get('/console/decided?after=nonsense', noor)).status).toBe(200);
});
