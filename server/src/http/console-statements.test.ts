/** Does a lead find what the DSA Transparency Database refused, with its reason, and send it again? What becomes of it then is told in report-removal.test.ts. */
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

test('nothing refused is said as that, and nothing to send is no success', async () => {
  expect(wordsOf((await desk.get('/console/statements', lead)).body)).toContain('None is refused');
  expect((await desk.post('/console/statements/again', {}, lead)).location).toBe('/console/statements?n=none');
  expect(wordsOf((await desk.get('/console/statements?n=none', lead)).body)).toContain('Nothing was left to send');
  expect((await desk.get('/console/statements', moderator)).status).toBe(403);
  expect(await desk.ledgerActs('statements.resent')).toEqual([]);
});
