/** Is one decision made, by one person, about what she has seen, and does the page say what came of it? */
import type { RequestAnswers } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestByNumber } from '../store/cases.ts';
import { amendRequest } from '../workflows/amend-request.ts';
import { completeAction } from '../workflows/complete.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { screen } from '../workflows/screen.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;
const start = new Date('2026-11-22T08:00:00.000Z');
/** What the law of the United States asks of the content, answered so that it is to go. */
const found = {
  'test_take-it-down_intimate': 'yes',
  'test_take-it-down_identifiable': 'yes',
  'test_take-it-down_consent-to-publication': 'no',
  'test_take-it-down_indistinguishable': 'beside',
};

beforeAll(async () => {
  desk = await openTestConsole(start);
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck');
});

afterAll(async () => {
  await desk.close();
});

test('nothing is preselected, and a decision without a choice is asked for again with what was written', async () => {
  const number = await desk.fileAbout('undecided');
  expect((await desk.get(`/console/requests/${number}`, ines)).body).not.toMatch(/<input[^>]*type="radio"[^>]*checked/);
  for (const ruling of ['', 'remove:not-intimate', 'keep:<script>', 'remove:constructor']) {
    const answer = await desk.decides(`/console/requests/${number}`, { ruling, note: 'a thought' }, ines);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.body)).toContain('Choose what to do, and why.');
    expect(answer.body).toContain('a thought</textarea>');
  }
  const long = await desk.decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: 'x'.repeat(3000) }, ines);
  expect(wordsOf(long.body)).toContain('shorten the note to 2000');
});

test('what the law asks of the content is answered with the decision, goes together with its ground, and is kept sealed', async () => {
  const number = await desk.fileAbout('asked-of');
  const page = `/console/requests/${number}`;
  const blank = Object.fromEntries(Object.keys(found).map((name) => [name, '']));
  const unasked = await desk.decides(page, { ...blank, ruling: 'remove:valid-request', note: '' }, ines);
  expect(unasked.status).toBe(422);
  expect(unasked.body).toContain('href="#test_take-it-down_intimate"');
  expect(wordsOf(unasked.body)).toContain('Please answer: Can the person be recognised in it?');
  const against = await desk.decides(
    page,
    { ...found, 'test_take-it-down_intimate': 'no', ruling: 'remove:valid-request', note: '' },
    ines,
  );
  expect(against.status).toBe(422);
  expect(wordsOf(against.body)).toContain(
    'You answered “No” to “Is it an intimate picture, as the law means it?”, and chose “The request is valid under this law”.',
  );
  // What was answered stays on the page.
  expect(against.body).toMatch(/name="test_take-it-down_identifiable" value="yes" checked/);
  expect((await desk.decides(page, { ...found, ruling: 'keep:not-intimate', note: '' }, ines)).status).toBe(422);
  expect((await desk.decides(page, { ...found, ruling: 'remove:valid-request', note: '' }, ines)).status).toBe(303);
  expect(wordsOf((await desk.get(page, tomas)).body)).toContain(
    'Intimate: Yes; Recognisable: Yes; Agreed to publication: No; Passes for real: Not made up',
  );
  const { findings_sealed: sealed } = await desk.engine.store.db
    .selectFrom('decision')
    .select('findings_sealed')
    .where('tracking_number', '=', number)
    .executeTakeFirstOrThrow();
  expect(sealed?.toString('latin1')).not.toMatch(/intimate|yes/);
});

test('two decisions in one form are neither: it is said, and nothing is decided', async () => {
  const number = await desk.fileAbout('two-rulings');
  const path = `/console/requests/${number}/decide`;
  const both = await desk.post(path, { ruling: ['keep:not-depicted', 'remove:valid-request'], note: 'kept' }, ines);
  expect([both.status, wordsOf(both.body).includes('Two decisions came at once'), both.body.includes('kept')]).toEqual([422, true, true]);
  expect((await requestByNumber(desk.engine.store.db, number))?.outcome).toBeNull();
  // The same twice is one.
  expect((await desk.decides(`/console/requests/${number}`, { ruling: ['keep:not-depicted', 'keep:not-depicted'] }, ines)).status).toBe(
    303,
  );
});

test('of two moderators who decide at once one wins, and the other is told by whom', async () => {
  const number = await desk.fileAbout('race');
  const [one, other] = await Promise.all([
    desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: 'mine' }, ines),
    desk.decides(`/console/requests/${number}`, { ruling: 'keep:not-intimate', note: 'mine' }, tomas),
  ]);
  const won = one.status === 303 ? one : other;
  const lost = one.status === 303 ? other : one;
  const winner = one.status === 303 ? 'Ines Moreau' : 'Tomás Beck';
  expect([won.status, won.location]).toEqual([303, `/console/requests/${number}?n=decided`]);
  expect(lost.status).toBe(409);
  expect(wordsOf(lost.body)).toContain(`${winner} decided this first`);
  expect(wordsOf((await desk.get(`/console/requests/${number}`, tomas)).body)).toContain(winner);
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number).length).toBe(1);
  // Sent twice by the same person, it is one decision, and nobody is told off.
  const again = await desk.decides(
    `/console/requests/${number}`,
    one.status === 303 ? { ruling: 'remove:valid-request', note: 'mine' } : { ruling: 'keep:not-intimate', note: ' mine ' },
    one.status === 303 ? ines : tomas,
  );
  expect([again.status, again.location]).toEqual([303, `/console/requests/${number}?n=decided`]);
});

test('another choice after one’s own decision is not taken for the first one sent again: what was decided is said, and nothing changes', async () => {
  const number = await desk.fileAbout('second-thoughts', {
    locations: ['https://photos.example/p/second-thoughts', 'https://photos.example/p/unknown-1', 'https://photos.example/p/unknown-2'],
  });
  const page = `/console/requests/${number}`;
  const first = { ruling: 'remove:valid-request', note: 'mine', unscreened: ['https://photos.example/p/unknown-1'] };
  expect((await desk.decides(page, first, ines)).status).toBe(303);
  expect((await desk.decides(page, first, ines)).status).toBe(303);
  for (const other of [
    { ...first, ruling: 'keep:not-intimate' },
    { ...first, ruling: 'remove:own-rules' },
    { ...first, note: 'another thought' },
    { ...first, unscreened: ['https://photos.example/p/unknown-1', 'https://photos.example/p/unknown-2'] },
  ]) {
    const refused = await desk.decides(page, other, ines);
    expect(refused.status).toBe(409);
    expect(wordsOf(refused.body)).toContain('You decided this already: remove, “The request is valid under this law”');
    expect(wordsOf(refused.body)).toContain('What you sent now was not recorded, and nothing changed by it.');
  }
  expect((await desk.ledgerActs('decision.made')).filter((subjects) => subjects['request'] === number)).toMatchObject([
    { outcome: 'remove', ground: 'valid-request' },
  ]);

  const listed = randomPdq();
  const upload = (contentId: string) => ({
    contentId,
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints' as const,
    fingerprints: [listed],
  });
  await screen(desk.engine, desk.house.platformId, upload('thought-1'));
  await desk.decides(
    `/console/requests/${await desk.fileAbout('thought', { contentIds: ['thought-1'], locations: [] })}`,
    { ruling: 'remove:valid-request', note: '' },
    ines,
  );
  await screen(desk.engine, desk.house.platformId, upload('thought-2'));
  const { id } = await desk.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', 'thought-2')
    .executeTakeFirstOrThrow();
  const review = `/console/reviews/${id}`;
  const open = wordsOf((await desk.get(review, ines)).body);
  expect(open).toContain('An upload of Harbour photos met 1 picture that is to stay down');
  expect((await desk.decides(review, { ruling: 'keep:different-picture', note: '' }, ines)).status).toBe(303);
  expect((await desk.decides(review, { ruling: 'keep:different-picture', note: '' }, ines)).status).toBe(303);
  const refused = await desk.decides(review, { ruling: 'remove:same-picture', note: '' }, ines);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.body)).toContain('You decided this already: keep, “It is another picture”');
  expect(wordsOf(refused.body)).toContain('A match deletes nothing: the upload was held until it was decided.');
});

test('after the decision the page says what is so now: sent, then confirmed and gone', async () => {
  const number = await desk.fileAbout('goes-away');
  const page = `/console/requests/${number}`;
  await desk.decides(page, { ruling: 'remove:valid-request', note: '' }, ines);
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('Removal ordered');
  const [action] = await desk.engine.store.db.selectFrom('action').select('id').where('content_id', '=', 'goes-away').execute();
  await completeAction(desk.engine, desk.house.platformId, action?.id ?? '', { note: 'thumbnails too, by Jo' });
  const done = wordsOf((await desk.get(page, ines)).body);
  expect(done).not.toContain('Removal ordered');
  expect(done).toContain('Removed');
  expect(done).toContain('The service wrote: thumbnails too, by Jo');
});

test('a removal waits for the service, says so in both places, and leads to the next case', async () => {
  const number = await desk.fileAbout('to-remove');
  const done = await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: 'clear' }, ines);
  const { body } = await desk.get(done.location ?? '', ines);
  expect(wordsOf(body)).toContain('Your decision is recorded.');
  expect(wordsOf(body)).toContain('Remove to-remove : not confirmed yet. The service has no webhook; it reads GET /api/v1/decisions.');
  expect(wordsOf(body)).toContain('clear');
  expect(body).toMatch(/href="\/console\/requests\/LK-[0-9A-Z-]+" data-focus-first data-key="n">Next request/);
  const queue = wordsOf((await desk.get('/console', ines)).body);
  expect(queue).toContain('Decided, waiting for the service');
  expect(queue).toContain('1 removal open');
});

test('an upload that was screened again after the page was opened was not judged: nothing is decided until it was looked at', async () => {
  const number = await desk.fileAbout('swapped-later');
  const page = `/console/requests/${number}`;
  const { body } = await desk.get(page, ines);
  const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  desk.house.setNow(new Date(start.getTime() + 60_000));
  await screen(desk.engine, desk.house.platformId, {
    contentId: 'swapped-later',
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints',
    fingerprints: [randomPdq()],
  });
  const refused = await desk.post(`${page}/decide`, { shown, ...found, ruling: 'remove:valid-request', note: 'kept' }, ines);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.body)).toContain('An upload was found or changed since this page was opened.');
  expect(refused.body).toContain('kept');
  expect((await desk.decides(page, { ruling: 'remove:valid-request', note: '' }, ines)).status).toBe(303);
});

test('a link that was added after the page was opened was not judged', async () => {
  const number = await desk.fileAbout('link-added');
  const page = `/console/requests/${number}`;
  const { body } = await desk.get(page, ines);
  const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  await amendRequest(desk.engine, { platformId: desk.house.platformId }, number, { locations: ['https://photos.example/p/one-more'] });
  const refused = await desk.post(`${page}/decide`, { shown, ...found, ruling: 'remove:valid-request', note: '' }, ines);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.body)).toContain('A link that was added counts, too.');
});

test('what comes up again is held, explained, and decided as a match', async () => {
  const fingerprint = randomPdq();
  const upload = (contentId: string) => ({
    contentId,
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints' as const,
    fingerprints: [fingerprint],
  });
  await screen(desk.engine, desk.house.platformId, upload('first-copy'));
  const number = await desk.fileAbout('other', { contentIds: ['first-copy'], locations: [], fingerprints: [fingerprint] });
  const page = wordsOf((await desk.get(`/console/requests/${number}`, ines)).body);
  expect(page).toContain(
    'Picture 1: the same fingerprint (0 of 256 bits differ). Removing this upload lists the requester’s fingerprint of it too.',
  );
  await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
  expect((await screen(desk.engine, desk.house.platformId, upload('second-copy'))).verdict).toBe('hold');
  const reviewPath = /href="(\/console\/reviews\/[0-9a-f-]+)"/.exec((await desk.get('/console', ines)).body)?.[1] ?? '';
  const review = await desk.get(reviewPath, ines);
  expect(wordsOf(review.body)).toContain('the upload is held until you decide');
  expect(wordsOf(review.body)).toContain('Confirmed here (this service’s own list): the same fingerprint');
  expect((await desk.decides(reviewPath, { ruling: 'keep:not-intimate', note: '' }, ines)).status).toBe(422);
  const [one, other] = await Promise.all([
    desk.decides(reviewPath, { ruling: 'keep:different-picture', note: 'not it' }, ines),
    desk.decides(reviewPath, { ruling: 'remove:same-picture', note: '' }, tomas),
  ]);
  expect([one.status, other.status].sort()).toEqual([303, 409]);
  expect(wordsOf((one.status === 409 ? one : other).body)).toContain('decided this first');
  expect(wordsOf((await desk.get(reviewPath, ines)).body)).toContain('Decision');
});

test('a request that lacks something is not called valid, and a refusal under one law does not look finished while another is open', async () => {
  const contentId = 'two-laws';
  await desk.fileAbout(contentId);
  const answers: RequestAnswers = {
    basis: 'take-it-down',
    onBehalfOf: 'self',
    contentIds: [contentId],
    statement: { notConsensual: true, goodFaith: true },
    signature: 'A. Lindqvist',
    contact: { phone: '+1 555 0100' },
  };
  const { requests } = await fileRequest(desk.engine, {
    platformId: desk.house.platformId,
    answers,
    bases: ['take-it-down', 'digital-services-act'],
  });
  const pageOf = (basis: string): string => `/console/requests/${requests.find((one) => one.basis === basis)?.trackingNumber}`;
  const tested = { ...found, 'test_digital-services-act_illegal': 'yes', 'test_digital-services-act_evident': 'yes' };
  const european = pageOf('digital-services-act');
  const refused = await desk.decides(european, { ...tested, ruling: 'remove:valid-request', note: '' }, ines);
  expect(refused.status).toBe(422);
  const said = wordsOf(refused.body);
  expect(said).toContain('(not while something is missing)');
  expect(said).toMatch(
    /This request lacks .+, so it cannot be called valid under this law\. To remove it all the same, choose “It breaks our own rules”/,
  );
  const kept = await desk.decides(
    pageOf('take-it-down'),
    { 'test_take-it-down_intimate': 'no', ruling: 'keep:not-intimate', note: '' },
    ines,
  );
  expect(kept.status).toBe(303);
  expect(wordsOf((await desk.get(pageOf('take-it-down'), ines)).body)).toContain('Not finished: still open under another law');
});
