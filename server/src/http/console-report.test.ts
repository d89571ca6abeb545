/** Can a moderator read the report of a service, choose its months, and take it away as a file? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;

beforeAll(async () => {
  desk = await openTestConsole(new Date('2026-10-20T10:00:00Z'));
  ines = await desk.sitDown('Ines Moreau');
  for (let n = 0; n < 6; n += 1) await desk.fileAbout(`post-${n}`);
  desk.house.setNow(new Date('2026-10-20T10:05:00Z'));
});
afterAll(async () => desk.close());

test('who is not signed in reads no report', async () => {
  for (const path of ['/console/report', '/console/report/csv', '/console/report/json']) {
    const { status, location } = await desk.get(path);
    expect([path, status, location?.startsWith('/console/sign-in')]).toEqual([path, 303, true]);
  }
});

test('the page tells the months of the service without a script', async () => {
  const { status, body } = await desk.get('/console/report?period=2026-10', ines);
  expect(status).toBe(200);
  expect(wordsOf(body)).toContain('Requests received 6');
  expect(wordsOf(body)).toContain('This period is not over yet');
  expect(body).toContain('<option value="2026-10" selected');
  expect(body).toContain('aria-current="true">Report<');
});

test('the files carry the same numbers, a name of their own, and are kept by no cache', async () => {
  const csv = await desk.get('/console/report/csv?period=2026-10', ines);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="transparency-2026-10.csv"');
  expect(csv.headers['cache-control']).toBe('no-store');
  expect(csv.body).toContain('2026-10,received,take-it-down,,,count,6\r\n');
  const json = await desk.get('/console/report/json?period=2026-10', ines);
  expect(JSON.parse(json.body)).toMatchObject({ service: 'Harbour photos', period: '2026-10', counts: { received: { count: 6 } } });
});

test('a period or a service that is not known is answered with the calm page', async () => {
  for (const query of ['period=2026-13', 'period=', 'period=2026-10&period=2026-09&service=x', 'service=x', 'service=%3Cb%3E'])
    expect([query, (await desk.get(`/console/report?${query}`, ines)).status]).toEqual([query, 404]);
});
