/** What a withdrawn request said of somebody under 18: does a moderator find it in the queue, judge it on its page, and take it back? */
import { CasePin } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileRequest } from '../workflows/file-request.ts';
import { screen } from '../workflows/screen.ts';
import { aCode, answers, urlOf } from '../workflows/test-cast.ts';
import { askWithdrawal } from '../workflows/withdraw.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
const pin = CasePin.of('a second secret');

beforeAll(async () => {
  desk = await openTestConsole(new Date('2026-11-22T08:00:00.000Z'));
  ines = await desk.sitDown('Ines Moreau');
});

afterAll(async () => {
  await desk.close();
});

async function said(contentId: string): Promise<string> {
  const { engine, platformId } = desk.house;
  await screen(engine, platformId, {
    contentId,
    url: urlOf(contentId),
    uploaderRef: 'account-7',
    links: [],
    source: 'fingerprints',
    fingerprints: [randomPdq()],
  });
  const filed = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }), code: { code: aCode(), pin } });
  await askWithdrawal(engine, filed.caseId, pin);
  return filed.trackingNumber;
}

test('it stands in the queue, is found adult with a reason and never without, and that is taken back', async () => {
  const number = await said('said-1');
  const page = `/console/requests/${number}`;
  const queue = await desk.get('/console', ines);
  expect(wordsOf(queue.body)).toContain('Said to be under 18, and withdrawn 1');
  expect(queue.body).toContain(`href="${page}" data-key="u"`);
  const opened = await desk.get(page, ines);
  expect(wordsOf(opened.body)).toContain('It says that the person may have been under 18, and is withdrawn');
  expect(opened.body).not.toContain('/console/preview/');
  const judge = (fields: Record<string, string>) => desk.post(`${page}/said-young`, fields, ines);
  for (const [fields, sentence] of [
    [{}, 'Choose what it is.'],
    [{ ruling: 'keep:not-intimate' }, 'Choose what it is.'],
    [{ ruling: 'adult:certainly', note: ' ' }, 'Write how you know that the person was certainly 18 or older.'],
  ] as const) {
    const answer = await judge(fields);
    expect([answer.status, wordsOf(answer.body)]).toEqual([422, expect.stringContaining(sentence)]);
  }
  const found = await judge({ ruling: 'adult:certainly', note: 'The account is verified.' });
  const after = await desk.get(found.location ?? '', ines);
  expect(wordsOf(after.body)).toContain('It is written down that the person was certainly 18 or older.');
  expect(wordsOf(after.body)).toMatch(/Ines Moreau found so .* The account is verified\./);
  expect((await judge({ ruling: 'adult:certainly', note: 'again' })).status).toBe(409);
  expect(wordsOf((await desk.get('/console', ines)).body)).not.toContain('Said to be under 18');
  const back = await desk.post(`${page}/said-young/take-back`, {}, ines);
  expect(wordsOf((await desk.get(back.location ?? '', ines)).body)).toContain(
    'The request says again that the person may have been under 18',
  );
  const late = await desk.post(`${page}/said-young/take-back`, {}, ines);
  expect([late.status, wordsOf(late.body)]).toEqual([409, expect.stringContaining('What you sent changed nothing.')]);
});

test('it is referred after it was asked once more, and its page leads to the reporting task', async () => {
  const number = await said('said-2');
  const page = `/console/requests/${number}`;
  const once = await desk.post(`${page}/said-young`, { ruling: 'refer:under-18', note: 'a school' }, ines);
  expect(wordsOf(once.body)).toContain('take 1 upload out of view');
  const done = await desk.post(`${page}/said-young`, { ruling: 'refer:under-18', note: 'a school', confirmed: 'yes' }, ines);
  const after = await desk.get(done.location ?? '', ines);
  expect(wordsOf(after.body)).toContain('It is referred.');
  expect(after.body).toContain('/console/referrals/');
});
