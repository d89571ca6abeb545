/** At the console: does a colleague see what waits for her, and can she agree to it or refuse it with one button? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findForNewRequests } from '../workflows/find-uploads.ts';
import { screen } from '../workflows/screen.ts';
import { setSecondLook } from '../workflows/second-look.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;

beforeAll(async () => {
  desk = await openTestConsole(new Date('2026-11-22T08:00:00.000Z'));
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck');
  await setSecondLook(desk.engine.store, desk.house.platformId, ['keep', 'remove']);
});

afterAll(async () => {
  await desk.close();
});

/** The fields of the form whose button says so, as a browser sends them. */
function fieldsOfForm(html: string, button: string): Record<string, string[]> {
  const form = html.split('<form').find((part) => part.includes(`>${button}</button>`)) ?? '';
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields[name] = [...(fields[name] ?? []), value];
  return fields;
}

test('it waits with its findings, is agreed to with one button by a colleague and by nobody else, and the page names both', async () => {
  const number = await desk.fileAbout('two-people');
  const page = `/console/requests/${number}`;
  const first = await desk.decides(page, { ruling: 'remove:valid-request', note: 'clear to me' }, ines);
  expect([first.status, first.location]).toEqual([303, `${page}?n=proposed`]);
  const own = await desk.get(first.location ?? '', ines);
  expect(wordsOf(own.body)).toContain('It waits for a colleague to agree.');
  expect(own.body).not.toContain('>Agree</button>');
  expect(wordsOf((await desk.get('/console', ines)).body)).toContain('Waits for a colleague');
  expect(wordsOf((await desk.get('/console', tomas)).body)).toContain('Ines Moreau asks for a second look');
  const { body } = await desk.get(page, tomas);
  expect(wordsOf(body)).toContain('Remove: The request is valid under this law');
  expect(wordsOf(body)).toContain('clear to me');
  expect(wordsOf(body)).toContain('Intimate: Yes; Recognisable: Yes; Agreed to publication: No');
  expect(wordsOf(body)).toMatch(/due in \d+ h/);
  const agreed = await desk.post(`${page}/decide`, fieldsOfForm(body, 'Agree'), tomas);
  expect([agreed.status, agreed.location]).toEqual([303, `${page}?n=decided`]);
  const done = wordsOf((await desk.get(page, tomas)).body);
  expect(done).toMatch(/Decided by\s+Ines Moreau\s+Agreed by\s+Tomás Beck/);
  expect(done).toContain('Intimate: Yes');
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number)).toHaveLength(1);
});

test('what was answered of uploads that her fingerprints found waits with it, and a colleague reads it and agrees to it', async () => {
  const picture = randomPdq();
  for (const contentId of ['found-of-two', 'found-of-two-again'])
    await screen(desk.engine, desk.house.platformId, {
      contentId,
      url: null,
      uploaderRef: null,
      links: [],
      source: 'fingerprints',
      fingerprints: [picture],
    });
  const number = await desk.fileAbout('two-people-found', { fingerprints: [picture] });
  await findForNewRequests(desk.engine, desk.house.platformId);
  const page = `/console/requests/${number}`;
  const field = /name="(found_[^"]+)"/.exec((await desk.get(page, ines)).body)?.[1] ?? '';
  const first = await desk.decides(page, { ruling: 'remove:valid-request', note: '', [field]: 'another-picture' }, ines);
  expect([first.status, first.location]).toEqual([303, `${page}?n=proposed`]);
  const { body } = await desk.get(page, tomas);
  expect(wordsOf(body)).toContain('Found by fingerprints 2 uploads: left, it shows something else');
  expect((await desk.post(`${page}/decide`, fieldsOfForm(body, 'Agree'), tomas)).status).toBe(303);
  const done = wordsOf((await desk.get(page, tomas)).body);
  for (const id of ['found-of-two', 'found-of-two-again'])
    expect(done).toMatch(new RegExp(`${id} ?: left, it shows something else\\. Ines Moreau`));
});

test('what somebody proposed whose access has ended since cannot be agreed to: it falls, and the request is open for a decision', async () => {
  const leaving = await desk.sitDown('Lea Vogt', 'moderator');
  const number = await desk.fileAbout('proposer-left');
  const page = `/console/requests/${number}`;
  await desk.decides(page, { ruling: 'keep:not-intimate', note: '' }, leaving);
  const { body } = await desk.get(page, tomas);
  const { db } = desk.engine.store;
  const { id } = await db.selectFrom('moderator').select('id').where('name', '=', 'Lea Vogt').executeTakeFirstOrThrow();
  expect((await desk.post(`/console/people/${id}/end`, {}, ines)).status).toBe(303);
  const agreed = await desk.post(`${page}/decide`, fieldsOfForm(body, 'Agree'), tomas);
  expect(agreed.status).toBe(409);
  expect(wordsOf(agreed.body)).toContain('Lea Vogt no longer has access here, so there is nothing to agree to any more.');
  expect(agreed.body).not.toContain('>Agree</button>');
  expect((await desk.ledgerActs('decision.fallen')).map((subjects) => subjects['request'])).toEqual([number]);
  const after = async (): Promise<unknown> =>
    db.selectFrom('request').select('outcome').where('tracking_number', '=', number).executeTakeFirstOrThrow();
  expect(await after()).toEqual({ outcome: null });
  // Two who are here decide it.
  await desk.decides(page, { ruling: 'keep:not-intimate', note: '' }, tomas);
  await desk.post(`${page}/decide`, fieldsOfForm((await desk.get(page, ines)).body, 'Agree'), ines);
  expect(await after()).toEqual({ outcome: 'keep' });
});

test('refused with one button it is open again, and a second refusal is told that nothing waits any more', async () => {
  const number = await desk.fileAbout('refused-by-one');
  const page = `/console/requests/${number}`;
  await desk.decides(page, { ruling: 'keep:not-intimate', note: '' }, ines);
  const { body } = await desk.get(page, tomas);
  const refusal = fieldsOfForm(body, 'Refuse');
  const refused = await desk.post(`${page}/decide`, refusal, tomas);
  expect([refused.status, refused.location]).toEqual([303, `${page}?n=not-agreed`]);
  expect(wordsOf((await desk.get(refused.location ?? '', tomas)).body)).toContain('It is open again');
  expect((await desk.post(`${page}/decide`, refusal, tomas)).status).toBe(422);
  expect((await desk.ledgerActs('decision.not-agreed')).filter((subjects) => subjects['request'] === number)).toHaveLength(1);
});
