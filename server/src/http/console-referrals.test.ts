/** Can somebody refer what shows a person under 18, or perhaps so, without a slip of the hand, and see it reported to its end? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DecodeError } from '../decode/decode-error.ts';
import { forgetContent } from '../workflows/forget.ts';
import { openPictureService, openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
const started = Promise.withResolvers<void>();
const arrival = Promise.withResolvers<void>();
let ines: Seat;
let tomas: Seat;

beforeAll(async () => {
  // A picture that stays on its way until the test lets it come.
  const decode = {
    preview: async () => {
      started.resolve();
      await arrival.promise;
      return new Uint8Array([1]);
    },
    fingerprint: async () => {
      throw new DecodeError('image/damaged');
    },
  };
  desk = await openTestConsole(undefined, decode);
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck');
});

afterAll(() => desk.close());

const referral = { ruling: 'refer:perhaps-under-18', note: 'a school uniform' };
const confirmed = { ...referral, confirmed: 'yes' };
const hiddenFields = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields[name] = [...(fields[name] ?? []), value];
  return fields;
};
const openTask = async (): Promise<string> => {
  const row = await desk.engine.store.db
    .selectFrom('referral')
    .select('id')
    .where('closed_at', 'is', null)
    .orderBy('known_at', 'desc')
    .executeTakeFirstOrThrow();
  return `/console/referrals/${row.id}`;
};

test('a referral is asked for once more in plain words, and until then nothing is decided', async () => {
  const number = await desk.fileAbout('asked-once-more');
  const page = `/console/requests/${number}`;
  const asked = await desk.decides(page, referral, ines);
  expect(asked.status).toBe(200);
  const words = wordsOf(asked.body);
  for (const said of [
    'You do not have to be sure, and you do not have to look again.',
    'The service is told at once to take 1 upload out of view, and to keep what it has of it under lock. Whoever uploaded it is not told.',
    'Nobody sees the picture here any more',
    'The clock of the request runs on until the service confirms.',
    'It cannot be taken back here.',
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/victim|alleged|abuse/i);
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('Refer, because');
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number)).toEqual([]);

  // The page brings along everything that the form held: pressing its button is the whole referral.
  const { csrf: _own, ...fields } = hiddenFields(asked.body);
  const done = await desk.post(`${page}/decide`, fields, ines);
  expect([done.status, done.location]).toEqual([303, `${page}?n=decided`]);
  const made = wordsOf((await desk.get(`${page}?n=decided`, ines)).body);
  expect(made).toContain('It was referred. Nobody looks at it any more.');
  expect(made).toContain('The reporting task');
  expect(made).toContain('a school uniform');
});

test('what stood on the page when it was confirmed is what is referred: a place that was added meanwhile is looked at first', async () => {
  const number = await desk.fileAbout('late-place');
  const page = `/console/requests/${number}`;
  const asked = await desk.decides(page, referral, ines);
  const { csrf: _own, ...fields } = hiddenFields(asked.body);
  expect((await desk.post(`${page}/decide`, { ...fields, shown: 'all@something-else' }, ines)).status).toBe(409);
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number)).toEqual([]);
});

test('what may show a minor is referred first on its page, and removed only where somebody says how they know better', async () => {
  const number = await desk.fileAbout('may-be-young', { isYoung: true });
  const page = `/console/requests/${number}`;
  const body = (await desk.get(page, ines)).body;
  expect(body.indexOf('Refer, because')).toBeLessThan(body.indexOf('Remove, because'));
  const removal = { ruling: 'remove:valid-request' };
  const refused = await desk.decides(page, removal, ines);
  expect(refused.status).toBe(422);
  expect(wordsOf(refused.body)).toContain(
    'Choose Refer. If you know that the person was certainly 18 or older, tick that, and write how you know.',
  );
  const ticked = { ...removal, 'certainly-adult': 'yes' };
  const unsaid = await desk.decides(page, ticked, ines);
  expect(unsaid.status).toBe(422);
  expect(wordsOf(unsaid.body)).toContain('Write how you know that the person was certainly 18 or older.');
  const said = { ...ticked, 'adult-because': 'The account is verified.' };
  expect((await desk.decides(page, said, ines)).location).toBe(`${page}?n=decided`);
  // The same form, sent twice, is one decision.
  expect((await desk.decides(page, said, ines)).location).toBe(`${page}?n=decided`);
  expect(wordsOf((await desk.get(page, tomas)).body)).toContain('Certainly 18 or older, because: The account is verified.');
});

test('no door shows its picture any more, to the one who referred it or to anybody else', async () => {
  const number = await desk.fileAbout('unseen');
  await desk.decides(`/console/requests/${number}`, confirmed, ines);
  const { ref } = await desk.engine.store.db
    .selectFrom('content')
    .select('ref')
    .where('content_id', '=', 'unseen')
    .executeTakeFirstOrThrow();
  for (const seat of [ines, tomas])
    for (const view of ['clear', 'blurred']) expect((await desk.get(`/console/preview/${ref}?view=${view}`, seat)).status).toBe(404);
  expect((await desk.get(`/console/requests/${number}`, tomas)).body).not.toContain(`/console/preview/${ref}`);
});

test('a picture that is on its way to a colleague when it is referred does not arrive', async () => {
  const service = await openPictureService(desk.house);
  service.pictures.set('on-its-way', Buffer.from('a benign picture'));
  const number = await desk.fileAbout('on-its-way');
  const { ref } = await desk.engine.store.db
    .selectFrom('content')
    .select('ref')
    .where('content_id', '=', 'on-its-way')
    .executeTakeFirstOrThrow();
  const seen = desk.get(`/console/preview/${ref}?view=clear`, tomas);
  await started.promise;
  expect((await desk.decides(`/console/requests/${number}`, confirmed, ines)).status).toBe(303);
  arrival.resolve();
  expect((await seen).status).toBe(404);
  expect((await desk.ledgerActs('preview.revealed')).filter((subjects) => subjects['content'] === ref)).toEqual([]);
  await service.close();
});

test('a colleague who decides the same is told who was first', async () => {
  const number = await desk.fileAbout('both-at-once');
  const page = `/console/requests/${number}`;
  const [one, two] = await Promise.all([
    desk.decides(page, confirmed, ines),
    desk.decides(page, { ruling: 'remove:valid-request', note: '' }, tomas),
  ]);
  expect([one.status, two.status].toSorted()).toEqual([303, 409]);
  const lost = one.status === 409 ? one : two;
  expect(wordsOf(lost.body)).toContain(`${one.status === 303 ? 'Ines Moreau' : 'Tomás Beck'} decided this first`);
});

test('the task says whom to tell what; a report needs its reference; then a lead closes it, and it stands among those that stay out of view', async () => {
  const number = await desk.fileAbout('to-report');
  await desk.decides(`/console/requests/${number}`, confirmed, ines);
  expect(wordsOf((await desk.get('/console', ines)).body)).toContain('see whom to tell');
  const task = await openTask();
  const list = async () => (await desk.get('/console/referrals', ines)).body;
  expect((await list()).split('Closed, and still out of view')[0]).toContain(task);
  const page = wordsOf((await desk.get(task, tomas)).body);
  for (const said of ['NCMEC CyberTipline', '18 U.S.C. 2258A', 'to-report', 'Ines Moreau', 'Please open none of it'])
    expect(page).toContain(said);
  expect(page).not.toContain('lindqvist');

  const refused = await desk.post(`${task}/report`, { route: 'us-cybertipline', reference: '' }, tomas);
  expect([refused.status, wordsOf(refused.body).includes('Give the number of the report')]).toEqual([422, true]);
  expect((await desk.post(`${task}/report`, { route: 'nowhere', reference: '1' }, tomas)).status).toBe(422);
  const reported = await desk.post(`${task}/report`, { route: 'us-cybertipline', reference: 'CT-774' }, tomas);
  expect([reported.status, reported.location]).toEqual([303, `${task}?n=reported`]);
  expect((await desk.post(`${task}/report`, { route: 'us-cybertipline', reference: 'CT-775' }, ines)).status).toBe(409);
  expect(wordsOf((await desk.get(task, ines)).body)).toContain('CT-774');

  await desk.engine.store.db.updateTable('moderator').set({ role: 'moderator' }).where('name', '=', 'Tomás Beck').execute();
  expect(wordsOf((await desk.get(task, tomas)).body)).toContain('A lead closes the task once it is reported.');
  expect((await desk.post(`${task}/close`, { reason: '' }, tomas)).status).toBe(403);
  const stays = 'the picture stays out of view, no decision here changes that';
  expect(wordsOf((await desk.get(task, ines)).body)).toContain(stays);
  expect((await desk.post(`${task}/close`, { reason: '' }, ines)).location).toBe(`${task}?n=closed`);
  const [open = '', closed = ''] = (await list()).split('Closed, and still out of view');
  expect([open.includes(task), closed.includes(task), closed.includes(stays)]).toEqual([false, true, true]);
  for (const words of ['Held until', stays]) expect(wordsOf((await desk.get(task, ines)).body)).toContain(words);
  // What the service deleted is gone, and out of nobody's view.
  await forgetContent(desk.engine, desk.house.platformId, 'to-report');
  expect(await list()).not.toContain(task);
  expect((await desk.get('/console/referrals/none', ines)).status).toBe(404);
});
