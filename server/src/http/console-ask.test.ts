/** Does the page of a request let a moderator ask before deciding, and a lead enter what a court decided? */
import { counterNoticeWindow } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screen } from '../workflows/screen.ts';
import { anUpload, aPicture, pdq, urlOf } from '../workflows/test-cast.ts';
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

test('a counter-notice is entered with its day: the page names the days on which it counts, and takes another day with a reason', async () => {
  const filed = await desk.fileAbout('harbour-3', {
    basis: 'dmca',
    texts: { dmca: { work: 'A photograph of mine.' } },
    signatures: { dmca: 'Maria Example' },
    declarations: { dmca: { 'not-authorised-use': true, perjury: true } },
  });
  const page = `/console/requests/${filed}`;
  await desk.decides(page, { ruling: 'remove:valid-request' }, moderator);
  const own = (await desk.get(page, lead)).body;
  expect(wordsOf(own)).toContain('When the counter-notice came');
  const [, address = ''] = /action="(\/console\/decisions\/[^"]+\/set-aside)"/.exec(own) ?? [];
  const notice = { ruling: 'counter-notice', note: 'Letter' };
  const undated = await desk.post(address, notice, lead);
  expect([undated.status, wordsOf(undated.body)]).toEqual([422, expect.stringContaining('Say on which day the counter-notice came')]);
  const today = new Intl.DateTimeFormat('en-CA').format(new Date());
  const early = await desk.post(address, { ...notice, 'received-on': today }, lead);
  const { earliest, last } = counterNoticeWindow(today);
  const shown = wordsOf(early.body);
  for (const day of [earliest, last]) expect(shown).toContain(`${Number(day.slice(8))} `);
  expect([early.status, shown]).toEqual([
    422,
    expect.stringMatching(/Ten to fourteen business days after it came are \w{3} \d+ \w+ \d{4} to \w{3} \d+ \w+ \d{4}\./),
  ]);
  expect(await desk.ledgerActs('decision.reversed')).toHaveLength(0);
  const withReason = { ...notice, 'received-on': today, why: 'The notice was taken back.' };
  expect((await desk.post(address, withReason, lead)).location).toBe(`${page}?n=set-aside`);
  expect(wordsOf((await desk.get(page, lead)).body)).toContain('because: The notice was taken back.');
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
  expect(await desk.ledgerActs('decision.reversed')).toHaveLength(1);
  expect((await desk.post(address, { ruling: 'court', note: 'Case 12' }, lead)).location).toBe(`${page}?n=set-aside`);
  const after = wordsOf((await desk.get(page, lead)).body);
  expect(after).toContain('A court decided that it may be shown');
  expect(after).toContain('set aside by one from outside');
  expect((await desk.post(address, { ruling: 'court', note: 'Case 12' }, lead)).location).toBe(`${page}?n=already-back`);
});

test('of a decision about two pictures a lead says which of them it is about, or all', async () => {
  await screen(desk.engine, desk.house.platformId, anUpload('quay-2', pdq(aPicture())));
  const locations = ['https://photos.example/p/quay-1', urlOf('quay-2')];
  const page = `/console/requests/${await desk.fileAbout('quay-1', { locations })}`;
  await desk.decides(page, { ruling: 'remove:valid-request' }, moderator);
  const { body } = await desk.get(page, lead);
  const [, address = ''] = /action="(\/console\/decisions\/[^"]+\/set-aside)"/.exec(body) ?? [];
  const [, about = ''] = /name="about" value="([^"]+)"[^>]*><label[^>]*>Only <code[^>]*><bdi>quay-2</.exec(body) ?? [];
  const court = { ruling: 'court', note: 'Case 13' };
  for (const wrong of [{}, { about: 'quay-2' }]) {
    const sent = await desk.post(address, { ...court, ...wrong }, lead);
    expect([sent.status, wordsOf(sent.body)]).toEqual([422, expect.stringContaining('one picture, or all that was decided')]);
    expect(sent.body).toContain('Case 13');
  }
  expect((await desk.post(address, { ...court, about }, lead)).location).toBe(`${page}?n=set-aside-in-part`);
  const after = wordsOf((await desk.get(`${page}?n=set-aside-in-part`, lead)).body);
  expect(after).toContain('For this picture it is set aside, and for the rest it stands.');
  expect(after).toMatch(/quay-2 ?: taken back/);
  expect(after).toContain('quay-2: A court decided that it may be shown. Case 13');
});
