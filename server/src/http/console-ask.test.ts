/** Does the page of a request let a moderator ask before deciding, and a lead enter what a court decided? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let lead: Seat;
let moderator: Seat;

beforeAll(async () => {
  desk = await openTestConsole();
  await desk.sitDown('Ines Moreau');
  lead = await desk.sitDown('Tomás Beck', 'lead');
  moderator = await desk.sitDown('Noor Haddad', 'moderator');
});
afterAll(() => desk.close());

test('nothing ticked is asked for again; what is ticked is asked once, shown as waiting, and the queue says so', async () => {
  const page = `/console/requests/${await desk.fileAbout('harbour-1')}`;
  expect((await desk.get(page, moderator)).body).not.toContain('value="acting"');
  expect((await desk.post(`${page}/ask`, {}, moderator)).status).toBe(422);
  expect((await desk.post(`${page}/ask`, { questions: 'acting' }, moderator)).status).toBe(422);
  const sent = { questions: ['where', 'more'], restricted: 'yes' };
  expect((await desk.post(`${page}/ask`, sent, moderator)).location).toBe(`${page}?n=asked`);
  const after = wordsOf((await desk.get(page, moderator)).body);
  expect(after).toContain('where exactly it is and more about why it should go. No answer so far');
  expect(after).toContain('Restricted for now');
  expect((await desk.post(`${page}/ask`, sent, moderator)).location).toBe(`${page}?n=asked-nothing`);
  expect(wordsOf((await desk.get('/console', moderator)).body)).toContain('Asked, no answer yet');
  await desk.decides(page, { ruling: 'keep:cannot-locate' }, moderator);
  expect((await desk.post(`${page}/ask`, { questions: 'which' }, moderator)).status).toBe(409);
  expect(await desk.ledgerActs('request.asked')).toHaveLength(1);
});

test('a lead enters which decision from outside it was; without one, and by a moderator, nothing changes', async () => {
  const page = `/console/requests/${await desk.fileAbout('harbour-2')}`;
  await desk.decides(page, { ruling: 'remove:valid-request' }, moderator);
  expect((await desk.get(page, moderator)).body).not.toContain('/set-aside');
  const [, address = ''] = /action="(\/console\/decisions\/[^"]+\/set-aside)"/.exec((await desk.get(page, lead)).body) ?? [];
  expect((await desk.post(address, { ruling: 'court', note: 'Case 12' }, moderator)).status).toBe(403);
  for (const [fields, sentence] of [
    [{ ruling: 'court' }, 'Say which decision it was.'],
    [{ ruling: 'counter-notice', note: 'Case <12>' }, 'Choose who decided.'],
    [{ ruling: ['court', 'out-of-court-body'], note: 'Case <12>' }, 'Choose who decided.'],
    [{ ruling: 'court', note: `Case <12> ${'x'.repeat(100_000)}` }, 'Please shorten this to 2000 characters.'],
  ] as const) {
    const wrong = await desk.post(address, fields, lead);
    expect([wrong.status, wordsOf(wrong.body).includes(sentence)]).toEqual([422, true]);
    if ('note' in fields) expect(wrong.body).toContain('Case &lt;12>');
  }
  expect(await desk.ledgerActs('decision.reversed')).toHaveLength(0);
  expect((await desk.post(address, { ruling: 'court', note: 'Case 12' }, lead)).location).toBe(`${page}?n=set-aside`);
  const after = wordsOf((await desk.get(page, lead)).body);
  expect(after).toContain('A court decided that it may be shown');
  expect(after).toContain('set aside by one from outside');
  expect((await desk.post(address, { ruling: 'court', note: 'Case 12' }, lead)).location).toBe(`${page}?n=already-back`);
});
