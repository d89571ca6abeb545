/** Can a moderator take back a slip with one button, nobody else, and only for as long as it is said? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complainAsUploader } from '../workflows/complain.ts';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;
const start = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  desk = await openTestConsole(start);
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck');
});

afterAll(() => desk.close());

const undoOn = (html: string): string | undefined => /action="(\/console\/decisions\/[0-9a-f-]+\/undo)"/.exec(html)?.[1];
const decided = async (contentId: string): Promise<string> => {
  const number = await desk.fileAbout(contentId);
  await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
  return `/console/requests/${number}`;
};

test('the button stands on the page of who decided, takes the decision back, and the page asks for one again', async () => {
  const page = await decided('slip');
  const action = undoOn((await desk.get(page, ines)).body);
  if (action === undefined) throw new Error('there is no button');
  const sent = await desk.post(action, {}, ines);
  expect([sent.status, sent.location]).toEqual([303, `${page}?n=undone`]);
  const { body } = await desk.get(`${page}?n=undone`, ines);
  expect(wordsOf(body)).toContain('Your decision is taken back.');
  expect(wordsOf(body)).toContain('The decision was taken back by who made it.');
  expect(body).toContain('id="decide"');
  // Sent twice, it is taken back once, and the second time says what is so.
  expect((await desk.post(action, {}, ines)).location).toBe(`${page}?n=already-back`);
  expect(wordsOf((await desk.get(`${page}?n=already-back`, ines)).body)).toContain('Nothing was changed now');
  expect(await desk.ledgerActs('decision.reversed')).toHaveLength(1);
  expect((await desk.decides(page, { ruling: 'keep:not-depicted', note: '' }, tomas)).status).toBe(303);
});

test('a colleague has no button, and is told so when he sends the form all the same', async () => {
  const page = await decided('not-his');
  const action = undoOn((await desk.get(page, ines)).body) ?? '';
  expect(undoOn((await desk.get(page, tomas)).body)).toBeUndefined();
  expect((await desk.post(action, {}, tomas)).location).toBe(`${page}?n=not-undone`);
  expect(wordsOf((await desk.get(`${page}?n=not-undone`, tomas)).body)).toContain('The decision stands');
});

test('after ten minutes there is no button any more, and the form changes nothing', async () => {
  const page = await decided('too-late');
  const action = undoOn((await desk.get(page, ines)).body) ?? '';
  desk.house.setNow(new Date(start.getTime() + 10 * 60_000));
  expect(undoOn((await desk.get(page, ines)).body)).toBeUndefined();
  expect((await desk.post(action, {}, ines)).location).toBe(`${page}?n=not-undone`);
  desk.house.setNow(start);
});

test('six presses at once take it back once, and each comes to a calm page', async () => {
  const before = (await desk.ledgerActs('decision.reversed')).length;
  const page = await decided('six');
  const action = undoOn((await desk.get(page, ines)).body) ?? '';
  const sent = await Promise.all(Array.from({ length: 6 }, () => desk.post(action, {}, ines)));
  expect(sent.map(({ location }) => location).toSorted()).toEqual([
    ...sent.slice(1).map(() => `${page}?n=already-back`),
    `${page}?n=undone`,
  ]);
  expect(await desk.ledgerActs('decision.reversed')).toHaveLength(before + 1);
});

test('while a complaint about it is open there is no button, the page says why, and a form from before changes nothing', async () => {
  const page = await decided('complained');
  const action = undoOn((await desk.get(page, ines)).body) ?? '';
  const { id } = await desk.engine.store.db
    .selectFrom('action')
    .select('id')
    .where('content_id', '=', 'complained')
    .executeTakeFirstOrThrow();
  await complainAsUploader(desk.engine, { actionId: id, reason: 'agreed', text: '', via: 'page' });
  const { body } = await desk.get(page, ines);
  expect(undoOn(body)).toBeUndefined();
  expect(wordsOf(body)).toContain('somebody has complained about it, and a colleague decides it by the complaint.');
  expect(wordsOf((await desk.get(page, tomas)).body)).not.toContain('somebody has complained about it');
  expect((await desk.post(action, {}, ines)).location).toBe(`${page}?n=not-undone`);
  expect(wordsOf((await desk.get(`${page}?n=not-undone`, ines)).body)).toContain('a complaint about it is open');
});

test('the address of a decision leads to its page, and that of none to nothing', async () => {
  const page = await decided('by-address');
  const action = undoOn((await desk.get(page, ines)).body) ?? '';
  expect((await desk.get(action.replace(/\/undo$/, ''), ines)).location).toBe(page);
  for (const path of ['/console/decisions/none', '/console/decisions/8b8f0a0e-9a77-4d2b-8f2c-6a1f5a0c1b22'])
    expect((await desk.get(path, ines)).status).toBe(404);
  expect((await desk.post('/console/decisions/none/undo', {}, ines)).status).toBe(404);
});
