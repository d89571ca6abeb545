/** Can a lead see what counts against an account, warn it and take that back, and is every slip answered with what is so? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complainAboutMeasure } from '../workflows/misuse.ts';
import { screen } from '../workflows/screen.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck', 'lead');
});
afterAll(() => desk.close());

const account = 'ana@example.org';
const removeOne = async (contentId: string): Promise<void> => {
  const { engine, house } = desk;
  const number = await desk.fileAbout(contentId);
  const again = { contentId, url: null, uploaderRef: account, links: [], source: 'fingerprints', fingerprints: [randomPdq()] } as const;
  await screen(engine, house.platformId, again);
  await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
};
const pathOf = async (): Promise<string> =>
  /href="(\/console\/misuse\/[0-9a-f]{32})"/.exec((await desk.get('/console/misuse', tomas)).body)?.[1] ?? '';
const chosen = { ruling: 'warning', reason: 'without-consent', intention: 'not-known' };

test('nothing is there at first; then the account, with its facts, and its name in no address', async () => {
  expect(wordsOf((await desk.get('/console/misuse', tomas)).body)).toContain('Nothing to look at');
  for (const contentId of ['first', 'second', 'third']) await removeOne(contentId);
  const path = await pathOf();
  const page = await desk.get(path, tomas);
  for (const words of [account, '3 within 180 days', '100 %, of 3 uploads', 'No warning stands', 'first', 'Warn'])
    expect(wordsOf(page.body)).toContain(words);
  expect(page.body).not.toMatch(/(href|action)="[^"]*example\.org/);
  expect((await desk.get('/console/misuse/00000000000000000000000000000000', tomas)).status).toBe(404);
});

test('what is missing is asked for, with what was chosen kept', async () => {
  const path = await pathOf();
  const again = await desk.post(`${path}/decide`, { ruling: 'warning', reason: 'plainly-not', intention: '' }, tomas);
  expect(again.status).toBe(422);
  for (const words of ['Choose why.', 'Say what could be found of the intention.']) expect(wordsOf(again.body)).toContain(words);
  expect(again.body).toMatch(/value="warning" checked/);
  expect(await desk.ledgerActs('account.warned')).toEqual([]);
});

test('a suspension without a warning is not taken', async () => {
  const path = await pathOf();
  const refused = await desk.post(`${path}/decide`, { ...chosen, ruling: 'suspension-7' }, tomas);
  expect([refused.status, wordsOf(refused.body).includes('What you sent was not recorded')]).toEqual([409, true]);
});

test('two leads at once take one measure, and the other reads what is so', async () => {
  const path = await pathOf();
  const both = await Promise.all([desk.post(`${path}/decide`, chosen, tomas), desk.post(`${path}/decide`, chosen, ines)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect(await desk.ledgerActs('account.warned')).toHaveLength(1);
  const page = wordsOf((await desk.get(path, tomas)).body);
  expect(page).toContain('Nothing came after the warning.');
});

test('a warning is taken back with one button, and what was taken back is not taken back twice', async () => {
  const path = await pathOf();
  const lift = /action="(\/console\/misuse\/measures\/[^"]+\/lift)"/.exec((await desk.get(path, ines)).body)?.[1] ?? '';
  expect((await desk.post(lift, {}, ines)).status).toBe(303);
  expect((await desk.post(lift, {}, tomas)).status).toBe(409);
  const page = wordsOf((await desk.get(path, ines)).body);
  for (const words of ['Taken back', 'Ines Moreau', 'No warning stands']) expect(page).toContain(words);
  expect((await desk.post('/console/misuse/measures/none/lift', {}, ines)).status).toBe(404);
});

test('a complaint about a warning stands among the complaints, with the way to where a lead judges it, and says where nobody can', async () => {
  const complaints = async (who: Seat) => wordsOf((await desk.get('/console/complaints', who)).body);
  expect(await complaints(ines)).toContain('Nothing waits');
  const { engine, house } = desk;
  expect((await desk.post(`${await pathOf()}/decide`, chosen, ines)).status).toBe(303);
  const { id } = await engine.store.db.selectFrom('misuse_measure').select('id').where('ended_at', 'is', null).executeTakeFirstOrThrow();
  await complainAboutMeasure(engine, house.platformId, id, 'These are my own pictures.');
  const card = `${await pathOf()}#measure-${id}`;
  const ofTomas = await desk.get('/console/complaints', tomas);
  expect(ofTomas.body).toContain(`href="${card}"`);
  for (const words of ['1 complaint is open', 'A warning was wrong', 'To judge']) expect(wordsOf(ofTomas.body)).toContain(words);
  expect(ofTomas.body).not.toContain(account);
  const noor = await desk.sitDown('Noor Haddad', 'moderator');
  const ofNoor = await desk.get('/console/complaints', noor);
  expect(ofNoor.body).not.toContain('/console/misuse');
  expect(wordsOf(ofNoor.body)).toContain('A lead or an admin judges it, and not who took the measure.');
  expect(await complaints(ines)).toContain('Your measure');
  expect(await complaints(ines)).not.toContain('nobody here may judge');
  // The only other lead leaves.
  const left = (role: string) => engine.store.db.updateTable('moderator').set({ role }).where('name', '=', 'Tomás Beck').execute();
  await left('moderator');
  expect(await complaints(ines)).toContain('Make somebody a lead under People');
  expect(wordsOf((await desk.get(card, ines)).body)).toContain('A complaint that nobody here may judge');
  expect(await complaints(noor)).toContain('Ask an admin to make somebody a lead.');
  await left('lead');
  expect((await desk.post(`/console/misuse/measures/${id}/judge`, { ruling: 'upheld' }, tomas)).status).toBe(303);
  expect(await complaints(ines)).toContain('Nothing waits');
});
