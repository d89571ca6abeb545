/** Is a request of a platform's own form taken once, with all that it names, and refused by its place where it cannot be read? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setActsOn } from '../workflows/also-acted-on.ts';
import { decide } from '../workflows/decide.ts';
import { openOnDesk } from '../workflows/desk-request.ts';
import { aModerator } from '../workflows/test-cast.ts';
import type { TestDoors } from './test-doors.ts';
import { canary, complete, id, openTestPlatform, picture, quietLog, type TestPlatform } from './test-platform-api.ts';

let desk: TestDoors;
let call: TestPlatform['call'];
let screened: TestPlatform['screened'];

beforeAll(async () => {
  ({ desk, call, screened } = await openTestPlatform());
});

afterAll(() => desk.close());

describe('a request', () => {
  test.each([
    ['/requests', { locations: ['https://forum.example/a b'] }, '/locations/0'],
    ['/requests', { basis: canary }, '/basis'],
    ['/requests', { onBehalfOf: canary }, '/onBehalfOf'],
    ['/requests', { statement: { notConsensual: canary, goodFaith: true } }, '/statement/notConsensual'],
    ['/requests', { statement: { notConsensual: true } }, '/statement/goodFaith'],
    ['/requests', { contact: { email: canary.repeat(40) } }, '/contact/email'],
    ['/requests', { contact: { address: canary } }, '/contact/address'],
    ['/requests', { signature: `${canary}\u0000` }, '/signature'],
    ['/requests', { locations: [canary] }, '/locations/0'],
    ['/requests', { locations: ['https://forum.example/1', 'https://['] }, '/locations/1'],
    ['/requests', { beside: [{ kind: canary, says: 'x' }] }, '/beside/0/kind'],
    ['/requests', { beside: [{ kind: 'text', says: ' ' }] }, '/beside/0/says'],
    ['/requests', { beside: [{ kind: 'text' }] }, '/beside/0/says'],
    [
      '/requests',
      {
        beside: [
          { kind: 'account', says: 'x' },
          { kind: 'link', says: canary },
        ],
      },
      '/beside/1/says',
    ],
    ['/requests', { beside: [{ kind: 'link', says: 'https://[' }] }, '/beside/0/says'],
    ['/requests', { contentIds: ['a'], beside: [{ kind: 'text', says: 'x', at: canary }] }, '/beside/0/at'],
    ['/requests', { beside: Array(101).fill({ kind: 'text', says: 'x' }) }, '/beside'],
    ['/requests', { declarations: { 'online-safety-act': { intimate: true, intimat: true } } }, '/declarations/online-safety-act/intimat'],
    ['/requests', { declarations: { 'take-it-down': { intimate: true } } }, '/declarations/take-it-down/intimate'],
    ['/requests', { texts: { dmca: { [`${canary}@example.org`]: 'x' } } }, '/texts/dmca'],
    ['/requests', { texts: { 'authority-order': { issuer: 'x', isuer: 'y' } } }, '/texts/authority-order/isuer'],
    ['/requests', { signatures: { 'take-it-down': 'x' } }, '/signatures/take-it-down'],
    ['/requests', { fingerprints: [{ kind: 'pdq', value: 'a'.repeat(63) }] }, '/fingerprints/0/value'],
  ] as const)('to %s with a wrong field names it: %#', async (url, sent, pointer) => {
    expect(await call('POST', url, sent)).toMatchObject({ status: 400, code: 'body/invalid', pointer });
  });
});

describe('the Idempotency-Key', () => {
  const post = (header: string, sent: object) => call('POST', '/requests', sent, { 'idempotency-key': header });
  const requests = async (): Promise<number> =>
    (await desk.house.engine.store.db.selectFrom('request').select('tracking_number').execute()).length;

  test('sent again with the same body gets the same answer, secret link included, and files nothing', async () => {
    const sent = complete(await screened());
    const first = await post('again', sent);
    expect(first.status).toBe(201);
    const before = await requests();
    expect(await post('again', sent)).toMatchObject({ status: 201, body: first.body });
    expect(await requests()).toBe(before);
  });

  test('fifty times at once is one request', async () => {
    const sent = complete(await screened());
    const before = await requests();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post('at once', sent)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(await requests()).toBe(before + 1);
  });

  test('with another body is refused; another platform’s or another call’s same key is another key', async () => {
    const sent = complete(await screened());
    await post('reused', sent);
    expect(await post('reused', { ...sent, signature: canary })).toMatchObject({ status: 422, code: 'idempotency/reused' });
    expect(await call('POST', '/webhook-endpoints', { url: 'http://127.0.0.1:9/x' }, { 'idempotency-key': 'reused' })).toMatchObject({
      status: 201,
    });
  });

  test('that is empty or far too long is refused', async () => {
    for (const header of ['', 'x'.repeat(256)]) expect(await post(header, {})).toMatchObject({ status: 400, code: 'body/invalid' });
  });

  test('is not used up by a request that failed', async () => {
    expect((await post('failed', { signature: 5 })).status).toBe(400);
    expect((await post('failed', complete(await screened()))).status).toBe(201);
  });

  test('of a call that died before its commit files nothing, and the retry files it once', async () => {
    const { store } = desk.house.engine;
    const sent = complete(await screened());
    const before = await requests();
    const died = store.transact;
    Object.assign(store, {
      transact: (work: Parameters<typeof died>[0]) =>
        died(async (tx) => {
          await work(tx);
          throw new Error('killed');
        }),
    });
    expect(await post('died', sent)).toMatchObject({ status: 500, code: 'server/failed' });
    Object.assign(store, { transact: died });
    expect(await requests()).toBe(before);
    expect((await post('died', sent)).status).toBe(201);
    expect(await requests()).toBe(before + 1);
  });
});

test('words, a link and the account that a request names reach whoever decides, and are added to like everything else', async () => {
  const { engine, platformId } = desk.house;
  await setActsOn(engine.store, platformId, ['text', 'link', 'account']);
  const contentId = id();
  const words = 'Maria of Quay Street';
  await call('POST', '/screen', { contentId, fingerprints: [picture()], uploaderRef: 'account-9', text: words });
  const more = { kind: 'link', says: 'https://elsewhere.example/more' };
  const beside = [
    { kind: 'text', says: 'Quay Street', at: contentId },
    { kind: 'account', says: 'account-9' },
  ];
  const filed = await call('POST', '/requests', { ...complete(contentId), beside });
  expect(filed).toMatchObject({ status: 201, body: { status: 'complete' } });
  const number = String(filed.body['trackingNumber']);
  expect(await call('PATCH', `/requests/${number}`, { beside: [more, beside[0]] })).toMatchObject({ status: 200 });
  const full = Array.from({ length: 98 }, (_, place) => ({ kind: 'text', says: `line ${place}` }));
  expect(await call('PATCH', `/requests/${number}`, { beside: full })).toMatchObject({
    status: 422,
    code: 'request/too-much',
    pointer: '/beside',
  });
  const shown = await openOnDesk(engine, await aModerator(engine, 'Bea'), number);
  expect(shown?.answers?.beside).toEqual([...beside, more]);
  expect(shown?.amendments).toMatchObject([{ given: [], replaced: {}, beside: [more] }]);
  expect(shown?.beside.map(({ kind, asked }) => [kind, asked.map(({ fit }) => fit)])).toEqual([
    ['text', ['same']],
    ['link', ['unseen']],
    ['account', ['same']],
  ]);
  await setActsOn(engine.store, platformId, []);
  // A name alone locates something, and leaves what is missing to be asked for.
  const named = await call('POST', '/requests', { beside: [{ kind: 'account', says: 'account-9' }] });
  expect(named).toMatchObject({ status: 201, body: { missing: ['signature', 'statement', 'contact'] } });
});

test('a request is filed, read, amended, decided, completed, and each step is in the feed', async () => {
  const contentId = await screened();
  const filed = await call('POST', '/requests', { contentIds: [contentId], signature: 'Maria' });
  expect(filed).toMatchObject({ status: 201, body: { status: 'incomplete', missing: ['statement', 'contact'] } });
  const { trackingNumber, followUrl, receivedAt, dueAt } = filed.body;
  expect(followUrl).toMatch(/^http:\/\/127\.0\.0\.1:8420\/follow#[\w-]{43}$/);
  expect(Date.parse(String(dueAt)) - Date.parse(String(receivedAt))).toBe(48 * 3_600_000);
  expect(await call('PATCH', `/requests/${trackingNumber}`, complete(contentId))).toMatchObject({
    status: 200,
    body: { status: 'complete', dueAt },
  });
  const read = await call('GET', `/requests/${trackingNumber}`);
  expect(read).toMatchObject({ status: 200, body: { status: 'complete', missing: [] } });
  expect(JSON.stringify(read.body)).not.toContain('Maria');
  const { engine } = desk.house;
  const moderatorId = await aModerator(engine);
  await decide(engine, {
    about: { trackingNumber: String(trackingNumber) },
    decision: 'remove',
    ground: 'valid-request',
    note: '',
    moderatorId,
  });
  expect(await call('PATCH', `/requests/${trackingNumber}`, { signature: 'x' })).toMatchObject({ status: 409, code: 'request/closed' });
  const action = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', contentId).executeTakeFirstOrThrow();
  const done = await call('POST', `/actions/${action.id}/completed`, { purged: ['original', 'caches'] });
  expect(done).toMatchObject({ status: 200, body: { state: 'completed' } });
  expect((await call('POST', `/actions/${action.id}/completed`, {})).body).toEqual(done.body);
  const feed = await call('GET', '/decisions?after=0');
  expect(JSON.stringify(feed.body)).toContain(String(trackingNumber));
});

test('of a refusal the answer says why and where else to turn, under each law as whoever asked reads it', async () => {
  const contentId = await screened();
  const filed = await call('POST', '/requests', { ...complete(contentId), basis: 'take-it-down' });
  const trackingNumber = String(filed.body['trackingNumber']);
  const { engine } = desk.house;
  const made = { note: '', moderatorId: await aModerator(engine, 'Cleo') };
  await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'not-intimate', ...made });
  const { body } = await call('GET', `/requests/${trackingNumber}`);
  expect(body).toMatchObject({
    outcome: 'keep',
    answer: { ground: 'not-intimate', reason: expect.stringContaining('intimate'), redress: { url: expect.stringMatching(/^https:/) } },
  });
  expect(body['requests']).toMatchObject([{ outcome: 'keep', answer: body['answer'] }]);
});

test('after all this nothing that was sent is in the log: no address, no body, no key', async () => {
  const text = quietLog(desk);
  // The one failure on purpose is there, with its place and without its message.
  expect(text).toContain('"err":{"type":"Error"');
  expect(text).not.toContain('killed');
});
