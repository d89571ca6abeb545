/** Can a helper sign in, find who waits, and answer, and see nothing else of the console? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepLetter } from '../workflows/letters.ts';
import { deleteTalk, talkOf, writeToHelper } from '../workflows/talk.ts';
import { aCode } from '../workflows/test-cast.ts';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let noor: Seat;
let caseId = '';
beforeAll(async () => {
  desk = await openTestConsole();
  await desk.sitDown('Ines Moreau');
  noor = await desk.sitDown('Noor Haddad', 'helper');
  const answers = { onBehalfOf: 'self' as const, locations: ['https://old-forum.example/t/77'] };
  const asked = { serviceId: null, serviceName: 'Old Forum', bases: ['take-it-down' as const], answers };
  const kept = await keepLetter(desk.engine, { code: aCode(), pin: null }, asked, null);
  caseId = kept.outcome === 'kept' ? kept.caseId : '';
});
afterAll(() => desk.close());

test('her first page lists who waits, she opens one, answers it, and what is wrong is said without losing the text', async () => {
  expect((await desk.get('/console', noor)).location).toBe('/console/talks');
  expect(wordsOf((await desk.get('/console/talks', noor)).body)).toContain('Nobody has written');
  await writeToHelper(desk.engine, caseId, 'What now?');
  const list = await desk.get('/console/talks', noor);
  expect(wordsOf(list.body)).toContain('1 person waits for an answer');
  const page = /\/console\/talks\/[0-9a-f-]{36}/.exec(list.body)?.[0] ?? '';
  expect(wordsOf((await desk.get(page, noor)).body)).toContain('What now?');
  expect(list.body).not.toContain(caseId);
  expect((await desk.post(`${page}/answer`, { note: ' ' }, noor)).status).toBe(422);
  const long = await desk.post(`${page}/answer`, { note: `kept ${'x'.repeat(4000)}` }, noor);
  expect([long.status, long.body.includes('kept xxx')]).toEqual([422, true]);
  const sent = await desk.post(`${page}/answer`, { note: 'The FTC can help.' }, noor);
  expect([sent.status, sent.location]).toEqual([303, `${page}?n=sent`]);
  const talk = await desk.engine.store.transact((tx) => talkOf(desk.engine, tx, caseId));
  expect(talk?.messages.map(({ text }) => text)).toEqual(['What now?', 'The FTC can help.']);
  // Another helper had the page open since before: she is told, loses no word, and sends it then if she wants.
  const late = await desk.post(`${page}/answer`, { note: 'Try the police, too.', shown: '0' }, noor);
  expect([late.status, late.body.includes('Try the police, too.'), late.body.includes('name="shown" value="1"')]).toEqual([
    422,
    true,
    true,
  ]);
  expect(wordsOf(late.body)).toContain('Somebody else has answered meanwhile');
  expect((await desk.post(`${page}/answer`, { note: 'The FTC can help.', shown: '0' }, noor)).status).toBe(303);
  expect((await desk.post(`${page}/answer`, { note: 'Try the police, too.', shown: '1' }, noor)).status).toBe(303);
  expect((await desk.get('/console/talks/0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10', noor)).status).toBe(404);
});

test('an answer from a page of an earlier session, or after the session ended, is not sent and comes back whole', async () => {
  await writeToHelper(desk.engine, caseId, 'Is someone there?');
  const page = /\/console\/talks\/[0-9a-f-]{36}/.exec((await desk.get('/console/talks', noor)).body)?.[0] ?? '';
  const count = async () => (await desk.engine.store.transact((tx) => talkOf(desk.engine, tx, caseId)))?.messages.length;
  const before = await count();
  const typed = { note: 'Yes, <we> are.\nWhat happened?' };
  const stale = await desk.post(`${page}/answer`, typed, { ...noor, csrf: 'of an earlier page' });
  expect([stale.status, wordsOf(stale.body).includes('since before you signed in')]).toEqual([422, true]);
  const gone = await desk.post(`${page}/answer`, typed, { cookie: '', csrf: noor.csrf });
  expect([gone.status, wordsOf(gone.body).includes('You are signed out'), gone.location]).toEqual([403, true, undefined]);
  expect(gone.body).toContain(`href="/console/sign-in?next=${encodeURIComponent(page)}"`);
  for (const { body } of [stale, gone]) for (const kept of ['Yes, &lt;we> are.', 'What happened?']) expect(body).toContain(kept);
  expect((await desk.post(`${page}/answer`, { note: ' ' }, { cookie: '', csrf: '' })).status).toBe(303);
  const foreign = await desk.post(`${page}/answer`, typed, { cookie: '', csrf: '' }, { 'sec-fetch-site': 'cross-site' });
  expect([foreign.status, foreign.body.includes('What happened?')]).toEqual([403, false]);
  expect(await count()).toBe(before);
});

test('an answer to what she erased meanwhile is not sent, says so, and comes back whole', async () => {
  await writeToHelper(desk.engine, caseId, 'Never mind.');
  const page = /\/console\/talks\/[0-9a-f-]{36}/.exec((await desk.get('/console/talks', noor)).body)?.[0] ?? '';
  await deleteTalk(desk.engine, caseId);
  for (const csrf of [noor.csrf, 'of an earlier page']) {
    const late = await desk.post(`${page}/answer`, { note: 'I am <still> here.\nWrite any time.', shown: '9' }, { ...noor, csrf });
    expect([late.status, wordsOf(late.body).includes('Your answer was not sent')]).toEqual([404, true]);
    for (const kept of ['I am &lt;still> here.', 'Write any time.', 'href="/console/talks"']) expect(late.body).toContain(kept);
  }
});

test('nothing of requests, uploads, banks or people opens for her', async () => {
  for (const path of [
    '/console/complaints',
    '/console/decided',
    '/console/search',
    '/console/referrals',
    '/console/banks',
    '/console/report',
    '/console/people',
  ])
    expect([path, (await desk.get(path, noor)).status]).toEqual([path, 403]);
});
