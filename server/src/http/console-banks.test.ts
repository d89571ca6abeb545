/** Can a moderator look after the banks: read them, set a policy, and say of a picture that only asks what is so? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { insertItem, noteBankChanges } from '../store/banks.ts';
import { suspend } from '../store/suspicion.ts';
import { createBank } from '../workflows/banks.ts';
import { aPicture } from '../workflows/test-cast.ts';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let bankId: string;

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
  const bank = { name: 'Harbour hub', onMatch: 'review', platformId: null, isHarmless: false } as const;
  const made = await createBank(desk.engine.store, systemRandom, bank, 'operator');
  if ('refused' in made) throw new Error(made.refused);
  bankId = made.id;
});
afterAll(async () => desk.close());

async function list(isSuspended: boolean): Promise<string> {
  const id = uuid(systemRandom);
  await desk.engine.store.transact(async (tx) => {
    const codes = [{ kind: 'pdq', variant: 'whole', value: aPicture(), quality: 90, provenance: 'confirmed' as const }];
    await insertItem(tx, { id, bankId, state: 'active', source: 'Harbour <hub>', codes });
    if (isSuspended) await suspend(tx, [id], 'many-uploaders');
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  return id;
}

const bankRow = () => desk.engine.store.db.selectFrom('bank').selectAll().where('id', '=', bankId).executeTakeFirstOrThrow();

test('who is not signed in is asked to, and comes back to the page', async () => {
  const asked = await desk.get(`/console/banks/${bankId}`);
  expect([asked.status, asked.location]).toEqual([303, `/console/sign-in?next=${encodeURIComponent(`/console/banks/${bankId}`)}`]);
  const form = await desk.post(`/console/banks/${bankId}/policy`, { 'on-match': 'hold' });
  expect([form.status, form.location]).toEqual([303, `/console/sign-in?next=${encodeURIComponent(`/console/banks/${bankId}`)}`]);
  expect((await bankRow()).on_match).toBe('review');
});

test('a form without the session’s token changes nothing', async () => {
  expect((await desk.post(`/console/banks/${bankId}/off`, { csrf: 'other' }, ines)).status).toBe(403);
  expect((await bankRow()).enabled).toBe(true);
});

test('a policy is saved, reaches the log, and is read back as it was written', async () => {
  const saved = await desk.post(`/console/banks/${bankId}/policy`, { 'on-match': 'hold', radius: '24, pdq:flipX=8', ratio: '0.9' }, ines);
  expect([saved.status, saved.location]).toEqual([303, `/console/banks/${bankId}?n=saved`]);
  expect(await bankRow()).toMatchObject({ on_match: 'hold', radius: 24, radii: [{ kind: 'pdq', variant: 'flipX', radius: 8 }] });
  const page = await desk.get(saved.location ?? '', ines);
  expect(wordsOf(page.body)).toContain('Saved. It counts from the next upload on');
  expect(page.body).toContain('value="24, pdq:flipX=8"');
  const { act, subjects } = await desk.engine.store.db
    .selectFrom('ledger')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect([act, subjects]).toMatchObject(['bank.changed', { bank: bankId, policy: 'hold', by: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
});

test('what cannot be a policy is said beside its field, with what was typed, and nothing is changed', async () => {
  const before = await bankRow();
  const wrong = await desk.post(`/console/banks/${bankId}/policy`, { 'on-match': 'delete', radius: '<99>', ratio: '7' }, ines);
  expect(wrong.status).toBe(422);
  expect(wordsOf(wrong.body)).toContain('3 things to correct');
  expect(wrong.body).toContain('value="&lt;99>"');
  expect(await bankRow()).toEqual(before);
});

test('a bank is switched off and on', async () => {
  const off = await desk.post(`/console/banks/${bankId}/off`, {}, ines);
  expect(wordsOf((await desk.get(off.location ?? '', ines)).body)).toContain('nothing: the bank is off');
  expect(wordsOf((await desk.get('/console/banks', ines)).body)).toContain('Harbour hub Off');
  await desk.post(`/console/banks/${bankId}/on`, {}, ines);
  expect((await bankRow()).enabled).toBe(true);
});

test('a picture that only asks stands in the queue and among the banks with its reason, until somebody resumes it', async () => {
  expect(wordsOf((await desk.get('/console', ines)).body)).not.toContain('something unusual');
  const id = await list(true);
  expect(wordsOf((await desk.get('/console', ines)).body)).toContain('1 listed picture meets something unusual and only asks');
  const page = await desk.get('/console/banks', ines);
  expect(wordsOf(page.body)).toContain('It suddenly met uploads of many different people.');
  expect(page.body).toContain('Harbour &lt;hub>');
  expect(page.body).toContain('>Only ask</button>');
  expect(wordsOf(page.body)).toContain('Only ask: a new match asks a person and holds nothing');
  const resumed = await desk.post(`/console/items/${id}/resume`, { next: '/console/banks' }, ines);
  expect(resumed.location).toBe('/console/banks?n=resume');
  const after = wordsOf((await desk.get(resumed.location ?? '', ines)).body);
  expect(after).toContain('The picture follows its bank again.');
  expect(after).not.toContain('It suddenly met');
  expect(wordsOf((await desk.get('/console', ines)).body)).not.toContain('something unusual');
});

test('a moderator confirms a picture or doubts it on the page of its bank; another site is never gone to', async () => {
  const id = await list(false);
  const back = await desk.post(`/console/items/${id}/confirm`, { next: `/console/banks/${bankId}` }, ines);
  expect(wordsOf((await desk.get(back.location ?? '', ines)).body)).toContain('Confirmed');
  expect((await desk.post(`/console/items/${id}/doubt`, { next: 'https://evil.example/' }, ines)).location).toBe('/console/banks?n=doubt');
  const row = await desk.engine.store.db.selectFrom('item').select('confirmed').where('id', '=', id).executeTakeFirstOrThrow();
  expect(row.confirmed).toBe(false);
  expect((await desk.post(`/console/items/${uuid(systemRandom)}/confirm`, {}, ines)).status).toBe(404);
});

test('a long bank comes in parts', async () => {
  for (let n = 0; n < 27; n += 1) await list(false);
  const first = (await desk.get(`/console/banks/${bankId}`, ines)).body;
  const next = /href="([^"]*\?after=[0-9a-f-]+)"/.exec(first)?.[1] ?? '';
  const rows = (body: string): number => body.split('listed-picture"').length - 1;
  expect(rows(first)).toBe(25);
  const second = (await desk.get(next, ines)).body;
  expect(rows(second)).toBe(4);
  expect(wordsOf(second)).toContain('From the beginning');
});

test('what is not there is said to be unknown', async () => {
  for (const path of ['/console/banks/nobody', `/console/banks/${uuid(systemRandom)}`, '/console/banks/%00'])
    expect([path, [404, 400].includes((await desk.get(path, ines)).status)]).toEqual([path, true]);
  expect((await desk.post(`/console/banks/${uuid(systemRandom)}/policy`, { 'on-match': 'hold' }, ines)).status).toBe(404);
});
