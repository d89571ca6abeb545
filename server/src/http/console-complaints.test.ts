/** Does a complaint reach somebody else than who decided, with all that is needed to judge it, and is the answer given once? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerComplaint, complainAsUploader } from '../workflows/complain.ts';
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

/** A removal by Ines that its uploader complains about, and the person who asked has answered. */
const complained = async (contentId: string): Promise<{ readonly path: string; readonly request: string }> => {
  const { db } = desk.engine.store;
  const number = await desk.fileAbout(contentId);
  await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
  const action = await db.selectFrom('action').select('id').where('content_id', '=', contentId).executeTakeFirstOrThrow();
  const { complaintId } = await complainAsUploader(desk.engine, {
    actionId: action.id,
    reason: 'depicted',
    text: 'This is me.',
    via: 'page',
  });
  const { case_id: caseId } = await db
    .selectFrom('request')
    .select('case_id')
    .where('tracking_number', '=', number)
    .executeTakeFirstOrThrow();
  await answerComplaint(desk.engine, { caseId, trackingNumber: number, answer: 'keep-down', text: 'Never.' });
  return { path: `/console/complaints/${complaintId}`, request: number };
};

test('nothing waits at first; then the list says what is to be judged, and by whom not', async () => {
  expect(wordsOf((await desk.get('/console/complaints', tomas)).body)).toContain('Nothing waits');
  const { path } = await complained('listed');
  const [his, own] = [await desk.get('/console/complaints', tomas), await desk.get('/console/complaints', ines)];
  expect(his.body).toContain(`href="${path}"`);
  expect(wordsOf(his.body)).toContain('To judge');
  expect(wordsOf(own.body)).toContain('Your decision');
});

test('a card says what either side said, and who decided has no form', async () => {
  const { path, request } = await complained('card');
  const card = wordsOf((await desk.get(path, tomas)).body);
  for (const part of ['I am the person in the picture', 'This is me.', 'Please keep it down', 'Never.', 'Ines Moreau', request, 'Judge it'])
    expect(card).toContain(part);
  const own = await desk.get(path, ines);
  expect(wordsOf(own.body)).toContain('A colleague judges this');
  expect(own.body).not.toContain('id="judge"');
  expect((await desk.post(`${path}/decide`, { ruling: 'rejected:nothing-new', note: '' }, ines)).status).toBe(409);
});

test('an answer needs a reason that fits, is given once, and takes the decision back where the complaint was right', async () => {
  const { path, request } = await complained('judged');
  for (const ruling of ['', 'upheld:nothing-new', 'upheld:look-again'])
    expect((await desk.post(`${path}/decide`, { ruling, note: 'kept' }, tomas)).status).toBe(422);
  expect((await desk.post(`${path}/decide`, { ruling: 'upheld:depicted', note: 'x'.repeat(2001) }, tomas)).status).toBe(422);
  const both = await desk.post(`${path}/decide`, { ruling: ['upheld:depicted', 'rejected:nothing-new'], note: 'kept' }, tomas);
  expect([both.status, wordsOf(both.body).includes('Two answers came at once'), both.body.includes('checked')]).toEqual([422, true, false]);
  const sent = await desk.post(`${path}/decide`, { ruling: 'upheld:depicted', note: 'Six years old.' }, tomas);
  expect([sent.status, sent.location]).toEqual([303, `${path}?n=decided`]);
  const after = wordsOf((await desk.get(`${path}?n=decided`, tomas)).body);
  expect(after).toContain('Your answer is recorded');
  expect(after).toContain('The complaint was right');
  expect((await desk.post(`${path}/decide`, { ruling: 'rejected:nothing-new', note: '' }, tomas)).status).toBe(409);
  const page = wordsOf((await desk.get(`/console/requests/${request}`, ines)).body);
  expect(page).toContain('A complaint of whoever posted it was right');
  expect(page).toContain('The complaint of the uploader was upheld.');
  expect(page).toContain('What was decided before was taken back: what nothing else keeps down is to be shown again.');
  expect(page).not.toContain('No upload had to be removed or given back');
  expect((await desk.ledgerActs('complaint.decided')).length).toBe(1);
});

test('what is no complaint is not found', async () => {
  for (const path of ['/console/complaints/none', '/console/complaints/8b8f0a0e-9a77-4d2b-8f2c-6a1f5a0c1b22']) {
    expect((await desk.get(path, tomas)).status).toBe(404);
    expect((await desk.post(`${path}/decide`, { ruling: 'rejected:nothing-new', note: '' }, tomas)).status).toBe(404);
  }
});
