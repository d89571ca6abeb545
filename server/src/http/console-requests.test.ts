/** Does a moderator find every request by its clock, and in it all that she needs, and can she take nothing away that it does not name? */
import { foundField } from '@likeness/web/moderator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { eventsOf, requestByNumber } from '../store/cases.ts';
import { contentById, fingerprintsOf } from '../store/content.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { findAmongNewUploads, findForNewRequests } from '../workflows/find-uploads.ts';
import { screen } from '../workflows/screen.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
let tomas: Seat;
const start = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  desk = await openTestConsole(start);
  ines = await desk.sitDown('Ines Moreau');
  tomas = await desk.sitDown('Tomás Beck');
});

afterAll(async () => {
  await desk.close();
});

test('the queue goes by the clock, overdue first, and pages through a long list without losing or repeating one', async () => {
  const numbers: string[] = [];
  for (let index = 0; index < 120; index += 1) {
    desk.house.setNow(new Date(start.getTime() - 60 * 3_600_000 + index * 60_000));
    numbers.push(await desk.fileAbout(`queue-${index}`, index % 2 === 0 ? {} : { signature: '', contact: {} }));
  }
  desk.house.setNow(start);
  const seen: string[] = [];
  let path: string | undefined = '/console';
  let parts = 0;
  while (path !== undefined) {
    const { body }: { body: string } = await desk.get(path, ines);
    if (parts === 0) {
      expect(wordsOf(body)).toMatch(/overdue by 12 h S(at|un) 2[12] Nov 2026, \d\d:\d\d/);
      expect(wordsOf(body)).toContain('missing: a signature and a contact');
    }
    seen.push(
      ...[...body.matchAll(/queue__link queue__number" href="\/console\/requests\/(LK-[0-9A-Z-]+)"/g)].map(([, number]) => number ?? ''),
    );
    const next: string | undefined = /href="\/console(\?requests=[^"#]+)#/.exec(body)?.[1];
    path = next === undefined ? undefined : `/console${next}`;
    parts += 1;
  }
  expect(parts).toBe(3);
  expect(seen.slice(0, 120)).toEqual(numbers);
  expect(new Set(seen).size).toBe(seen.length);
});

test('opening a request is noted once, for the person and in the ledger; asking for its headers alone opens nothing', async () => {
  const number = await desk.fileAbout('seen-once');
  expect((await desk.app.inject({ method: 'HEAD', url: `/console/requests/${number}`, headers: { cookie: ines.cookie } })).statusCode).toBe(
    405,
  );
  const { body } = await desk.get(`/console/requests/${number}`, ines);
  await desk.get(`/console/requests/${number.toLowerCase().replaceAll('-', '')}`, tomas);
  const request = await requestByNumber(desk.engine.store.db, number);
  if (request === null) throw new Error('the request is gone');
  expect((await eventsOf(desk.engine.store.db, request)).filter(({ kind }) => kind === 'seen').length).toBe(1);
  expect((await desk.ledgerActs('request.seen')).filter((subjects) => subjects['request'] === number).length).toBe(1);
  expect(wordsOf(body)).toContain('seen-once');
  expect(wordsOf(body)).toContain('Shared without consent; stated in good faith.');
  expect(body).toContain('lindqvist@example.org');
  expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe(`Request ${number} – Likeness console`);
});

test('the ground about an agent is offered only where an agent asks', async () => {
  const own = await desk.fileAbout('asks-herself');
  const ground = 'The agent did not show that they may act';
  expect((await desk.get(`/console/requests/${own}`, ines)).body).not.toContain(ground);
  expect((await desk.decides(`/console/requests/${own}`, { ruling: 'keep:not-authorised', note: '' }, ines)).status).toBe(422);
  const agents = await desk.fileAbout('agent-asks', { onBehalfOf: 'agent', agentAuthority: 'her lawyer' });
  expect((await desk.get(`/console/requests/${agents}`, ines)).body).toContain(ground);
  expect((await desk.decides(`/console/requests/${agents}`, { ruling: 'keep:not-authorised', note: '' }, ines)).status).toBe(303);
});

test('what only the order, or the copyright notice beside another law, says stands on the page that decides it', async () => {
  const { engine, platformId } = desk.house;
  const texts = {
    'authority-order': {
      issuer: 'Harbour Court',
      reference: '12 O 3',
      law: 'Code, 1004',
      reason: 'No consent',
      scope: 'All of it',
      redress: 'Objection',
    },
    dmca: { work: 'A photo that I took in May' },
  };
  const filed = { contentIds: ['named-by-an-order'], texts };
  const order = await fileRequest(engine, { platformId, answers: { basis: 'authority-order', onBehalfOf: 'authority', ...filed } });
  const page = wordsOf((await desk.get(`/console/requests/${order.trackingNumber}`, ines)).body);
  for (const said of Object.values(texts['authority-order'])) expect(page).toContain(said);
  expect(page).toContain('The order does not bind this service');
  const own = await fileRequest(engine, {
    platformId,
    answers: { basis: 'take-it-down', onBehalfOf: 'self', ...filed, signatures: { dmca: 'M. Lindqvist' } },
    bases: ['take-it-down', 'dmca'],
  });
  const several = wordsOf((await desk.get(`/console/requests/${own.trackingNumber}`, ines)).body);
  expect(several).toContain('Under the copyright notice (DMCA)');
  for (const said of ['A photo that I took in May', 'M. Lindqvist', 'Is it the work that the notice names?'])
    expect(several).toContain(said);
});

test('a place that was never screened is removed only when it was ticked, and only if the request names it', async () => {
  const number = await desk.fileAbout('half-known', {
    locations: ['https://photos.example/p/half-known/', 'https://photos.example/p/unknown#top'],
  });
  const page = (await desk.get(`/console/requests/${number}`, ines)).body;
  expect(page).toContain('value="https://photos.example/p/unknown#top"');
  expect(page).not.toContain('value="https://photos.example/p/half-known/"');
  const fields = {
    ruling: 'remove:valid-request',
    note: '',
    unscreened: ['https://photos.example/p/unknown#top', 'https://photos.example/p/not-asked-for'],
  };
  expect((await desk.decides(`/console/requests/${number}`, fields, ines)).status).toBe(303);
  const done = wordsOf((await desk.get(`/console/requests/${number}`, ines)).body);
  expect(done).toContain('Remove https://photos.example/p/unknown#top');
  expect(done).not.toContain('not-asked-for');
});

test('with nothing found and nothing ticked a removal is refused with a sentence, and a keep is possible', async () => {
  const number = await desk.fileAbout('elsewhere', { locations: [], locationDetails: 'somewhere on the front page' });
  const refused = await desk.decides(`/console/requests/${number}`, { ruling: 'remove:valid-request', note: '' }, ines);
  expect(refused.status).toBe(422);
  expect(wordsOf(refused.body)).toContain('There is nothing to remove yet');
  const kept = await desk.decides(`/console/requests/${number}`, { ruling: 'keep:cannot-locate', note: '' }, ines);
  expect(kept.status).toBe(303);
  const closed = wordsOf((await desk.get(`/console/requests/${number}`, ines)).body);
  expect(closed).toContain('It cannot be found with what we have');
  expect(closed).toContain('Clock stopped');
});

test('what her fingerprints found is asked about card by card: without an answer nothing is decided, what was filled in stays, and what was found meanwhile is looked at first', async () => {
  const [picture, other] = [randomPdq(), randomPdq()];
  const shows = async (contentId: string, fingerprint = picture) => {
    const upload = { contentId, url: null, uploaderRef: null, links: [], source: 'fingerprints' as const, fingerprints: [fingerprint] };
    await screen(desk.engine, desk.house.platformId, upload);
    return foundField((await contentById(desk.engine.store.db, desk.house.platformId, contentId))?.ref ?? '');
  };
  const ofFirst = [await shows('found-1'), await shows('found-1-again')];
  const second = await shows('found-2', other);
  const number = await desk.fileAbout('named-too', { contentIds: ['not-screened-here'], fingerprints: [picture, other] });
  const page = `/console/requests/${number}`;
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('still being compared with what was screened before');
  await findForNewRequests(desk.engine, desk.house.platformId);
  const { body } = await desk.get(page, ines);
  expect(wordsOf(body)).not.toContain('still being compared');
  expect(wordsOf(body)).toContain('1 more upload shows the same picture');
  // One card and one question for what shows the same, and nothing chosen beforehand.
  const first = ofFirst.find((field) => body.includes(`name="${field}"`)) ?? '';
  expect(new Set([...body.matchAll(/type="radio"[^>]* name="(found_[^"]+)"/g)].map(([, field]) => field))).toEqual(
    new Set([first, second]),
  );
  expect(body).not.toMatch(/name="found_[^>]*checked/);

  const ruling = { ruling: 'remove:valid-request', note: 'looked at one' };
  const lacking = await desk.decides(page, { ...ruling, [first]: 'together', 'never-on-the-page': 'x' }, ines);
  expect(lacking.status).toBe(422);
  expect(lacking.body).toContain(`href="#${second}"`);
  expect(lacking.body).toContain(`id="${second}-error"`);
  expect(lacking.body).not.toContain(`id="${first}-error"`);
  expect(lacking.body).toMatch(new RegExp(`name="${first}" value="together"[^>]* checked`));
  expect(lacking.body).toMatch(/value="remove:valid-request"[^>]* checked/);
  expect(lacking.body).toContain('looked at one</textarea>');

  const shown = [...body.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  await shows('found-1-late');
  await findAmongNewUploads(desk.engine);
  const answered = { ...ruling, [first]: 'together', [second]: 'another-picture' };
  const tooEarly = await desk.decides(page, { ...answered, shown }, ines);
  expect(tooEarly.status).toBe(409);
  expect(wordsOf(tooEarly.body)).toContain('found or screened again since this page was opened');
  // What was answered of the card that has a new copy is asked once more; the other answer stays.
  expect(tooEarly.body).toMatch(new RegExp(`name="${second}" value="another-picture"[^>]* checked`));
  expect(tooEarly.body).not.toMatch(/name="found_[^>]* value="together"[^>]* checked/);
  expect((await desk.decides(page, answered, ines)).status).toBe(303);
  expect((await desk.decides(page, { ...answered, shown }, ines)).status, 'sent twice').toBe(303);
  expect((await desk.decides(page, { ...answered, [second]: 'together' }, ines)).status, 'another answer').toBe(409);
  const done = wordsOf((await desk.get(page, ines)).body);
  for (const id of ['found-1', 'found-1-again', 'found-1-late']) expect(done).toContain(`Remove ${id}`);
  expect(done).not.toContain('Remove found-2');
  expect(done).toMatch(/found-2 ?: left, it shows something else\. Ines Moreau/);
  expect(done).toContain('1 upload that shows something else; the requester reads how many');
});

test('of more that was found than one page shows, what is answered is kept without a decision, and the next ones follow with what was filled in', async () => {
  const pictures = Array.from({ length: 22 }, () => randomPdq());
  for (const [place, picture] of pictures.entries())
    await screen(desk.engine, desk.house.platformId, {
      contentId: `many-found-${place}`,
      url: null,
      uploaderRef: null,
      links: [],
      source: 'fingerprints',
      fingerprints: [picture],
    });
  const number = await desk.fileAbout('named-of-many', { fingerprints: pictures });
  const page = `/console/requests/${number}`;
  await findForNewRequests(desk.engine, desk.house.platformId);
  const ruling = { ruling: 'remove:valid-request', note: 'one by one', 'found-rest': 'yes' };
  const tooFew = await desk.decides(page, ruling, ines);
  expect(tooFew.status).toBe(422);
  expect(wordsOf(tooFew.body)).toContain('2 more uploads that were found need an answer');
  const kept = await desk.decides(page, { ...ruling, 'keep-answers': 'yes' }, ines);
  expect(kept.status).toBe(200);
  expect(kept.body).toContain('one by one</textarea>');
  expect(kept.body).toMatch(/value="remove:valid-request"[^>]* checked/);
  expect(kept.body).not.toContain('name="keep-answers"');
  expect(wordsOf(kept.body)).toContain('2 more uploads have an answer already');
  expect(wordsOf(kept.body)).toContain('Answered by Ines Moreau');
  const open = [...kept.body.matchAll(/id="(found_[^"]+)-which"/g)].map(([, field = '']) => field).slice(0, 2);
  const rest = Object.fromEntries(open.map((field) => [field, 'another-picture']));
  expect((await desk.decides(page, { ...ruling, 'found-rest': [], ...rest }, ines)).status).toBe(303);
  const words = wordsOf((await desk.get(page, ines)).body);
  expect(words).toContain('22 uploads that show something else; the requester reads how many');
});

test('a request about 510 uploads and 40 places shows a page of them, is decided for all of them at once, and no place is lost', async () => {
  const ids = Array.from({ length: 510 }, (_, n) => `bulk-${n}`);
  const { engine, house } = desk;
  await Promise.all(
    ids.map((contentId) =>
      screen(engine, house.platformId, {
        contentId,
        url: null,
        uploaderRef: null,
        links: [],
        source: 'fingerprints',
        fingerprints: [{ kind: 'md5', variant: 'whole', value: Buffer.from(systemRandom(16)).toString('hex') }],
      }),
    ),
  );
  const places = Array.from({ length: 40 }, (_, n) => `https://photos.example/bulk/${n}`);
  const number = await desk.fileAbout('bulk', { contentIds: ids, locations: places });
  const page = `/console/requests/${number}`;
  const { body } = await desk.get(page, ines);
  expect(body.length).toBeLessThan(200_000);
  expect(body.match(/data-preview=""|preview__absent/g)).toHaveLength(25);
  expect(wordsOf(body)).toContain('Page 1 of 21 shows 25 of them; 485 more are on the other pages.');
  expect(wordsOf((await desk.get(`${page}?part=21`, ines)).body)).toContain('Page 21 of 21 shows 10 of them');
  const unsaid = await desk.decides(page, { ruling: 'remove:valid-request', note: '' }, ines);
  expect(unsaid.status).toBe(422);
  expect(wordsOf(unsaid.body)).toContain('A decision is for all 510 uploads of the request.');
  const all = { ruling: 'remove:valid-request', note: '', 'for-all': 'yes', 'all-places': 'yes' };
  expect((await desk.decides(page, all, ines)).status).toBe(303);
  expect((await desk.decides(page, all, ines)).status, 'sent twice').toBe(303);
  const { count } = await engine.store.db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('decision.tracking_number', '=', number)
    .executeTakeFirstOrThrow();
  expect(count).toBe(550);
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('550 in all: 0 confirmed or taken back, 550 not yet.');
});

test('who looks at an upload, or at another of its picture, reads what was decided before', async () => {
  const first = await desk.fileAbout('twice');
  const again = await desk.fileAbout('twice-more', { contentIds: ['twice'], locations: [] });
  const link = `<a href="/console/requests/${first}">remove</a>`;
  expect((await desk.get(`/console/requests/${again}`, ines)).body).not.toContain(link);
  await desk.decides(`/console/requests/${first}`, { ruling: 'remove:valid-request', note: '' }, ines);
  const { body } = await desk.get(`/console/requests/${again}`, ines);
  expect(wordsOf(body)).toContain('Decided before This upload: remove , by Ines Moreau');
  expect(body).toContain(link);
  expect(wordsOf((await desk.get(`/console/requests/${first}`, ines)).body), 'not its own decision').not.toContain('Decided before');

  const { ref } = await desk.engine.store.db
    .selectFrom('content')
    .select('ref')
    .where('content_id', '=', 'twice')
    .executeTakeFirstOrThrow();
  await screen(desk.engine, desk.house.platformId, {
    contentId: 'twice-copy',
    url: null,
    uploaderRef: null,
    links: [],
    source: 'fingerprints',
    fingerprints: await fingerprintsOf(desk.engine.store.db, ref),
  });
  const review = await desk.engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content_id', '=', 'twice-copy')
    .executeTakeFirstOrThrow();
  const match = await desk.get(`/console/reviews/${review.id}`, ines);
  expect(wordsOf(match.body)).toContain('The same picture: remove , by Ines Moreau');
  expect(match.body).toContain(link);
});
