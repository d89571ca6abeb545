/** A service in three countries: what do the form, the case page and the API ask under each law, and is all of it said at once? */
import { serviceByDefault } from '@likeness/casework';
import { fieldNames, paths, words } from '@likeness/web/person';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setServiceLaw } from '../workflows/service-facts.ts';
import { aCode, aPicture } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

let desk: TestDoors;
let serviceId: string;
let key: { authorization: string };

beforeAll(async () => {
  desk = await openTestDoors();
  serviceId = desk.house.platformId;
  key = await desk.key();
  await setServiceLaw(desk.house.engine.store, serviceId, {
    facts: {
      ...serviceByDefault,
      territories: ['US', 'GB', 'EU'],
      follows: ['online-safety-act'],
      targetHours: { 'digital-services-act': 12 },
    },
    interim: null,
  });
});
afterAll(() => desk.close());

const text = (body: string): string => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const get = (url: string, cookie = '') => desk.app.inject({ method: 'GET', url, headers: { accept: 'text/html', cookie } });
const post = (url: string, fields: Record<string, string>) =>
  desk.app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  });
async function call(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) {
  const answer = await desk.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const filing = (more: Record<string, string> = {}): Record<string, string> => ({
  [fieldNames.service]: serviceId,
  [fieldNames.caseCode]: aCode().revealForReading(),
  [fieldNames.onBehalfOf]: 'self',
  [fieldNames.locations]: 'https://forum.example/p/1',
  [fieldNames.notConsensual]: 'yes',
  [fieldNames.goodFaith]: 'yes',
  [fieldNames.signature]: 'Maria Example',
  [fieldNames.contactEmail]: 'maria@example.org',
  ...more,
});
const opened = async (path: string, filed: Awaited<ReturnType<typeof post>>): Promise<string> => {
  const [cookie] = filed.cookies;
  return (await get(path, `${cookie?.name}=${cookie?.value}`)).body;
};
const caseOf = (filed: Awaited<ReturnType<typeof post>>): Promise<string> => opened(paths.case, filed);

describe('the hosted form', () => {
  test('asks each law’s own declaration under its country, and a copyright notice only after its warnings', async () => {
    const { body } = await get(paths.request);
    for (const name of ['intimate', 'subject', 'true']) expect(body).toContain(`name="declarations-online-safety-act-${name}"`);
    expect(text(body)).toContain('For the law of the European Union');
    expect(body.indexOf('under penalty of perjury')).toBeLessThan(body.indexOf(`name="${fieldNames.alsoUnder}"`));
    expect(body).not.toMatch(/<input[^>]+checked/);
  });

  test('files once under all of them; the case is one, with a number and a time for each, and asks what is missing once', async () => {
    const filed = await post(paths.request, filing({ 'declarations-digital-services-act-accurate': 'yes' }));
    expect(filed.statusCode).toBe(303);
    const page = await caseOf(filed);
    expect(page.match(/LK-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text(page)).toContain(words.case.lawsHeading);
    expect(page.match(/type="checkbox"[^>]+name="declarations-/g) ?? page.match(/name="declarations-/g)).toHaveLength(3);
    expect(text(page)).toContain('It does not show who is right.');
    // What has happened is one story under all of them, and the file that she saves tells the same.
    const story = [...page.matchAll(/class="timeline__sentence">([^<]*)</g)].map(([, sentence = '']) => sentence);
    expect(story[0]).toMatch(/^Your request reached the service\. .*Online Safety Act 2023, still missing: /);
    expect(story.filter((sentence) => sentence.startsWith('Your request reached'))).toHaveLength(1);
    const saved = await opened(paths.download, filed);
    for (const sentence of story) expect(saved).toContain(sentence);
  });

  test('adds a copyright notice with a signature of its own to whoever chose it, and to nobody else', async () => {
    const chosen = await post(
      paths.request,
      filing({
        [fieldNames.alsoUnder]: 'dmca',
        'signatures-dmca': 'Maria Example',
        'texts-dmca-work': 'A photo that I took in May',
        'declarations-dmca-not-authorised-use': 'yes',
        'declarations-dmca-perjury': 'yes',
      }),
    );
    const page = text(await caseOf(chosen));
    expect(page).toContain('Which picture is yours (copyright notice (DMCA)) A photo that I took in May');
    expect(page).toContain('Your name under the copyright notice (copyright notice (DMCA)) Maria Example');
    expect(text(await caseOf(await post(paths.request, filing())))).not.toContain('copyright notice (DMCA)');
  });

  test('about somebody who may have been under 18 takes links alone: no file is chosen, and a fingerprint that is sent is not kept', async () => {
    const { body } = await get(paths.requestYoung);
    expect(body).not.toMatch(/type="file"|data-fingerprint/);
    expect(body).toContain(`name="${fieldNames.isYoung}" value="yes"`);
    expect((await get(paths.under18)).body).toContain(`href="${paths.requestYoung}"`);
    const pictures = JSON.stringify([[{ kind: 'pdq', variant: 'whole', value: aPicture(), quality: 100 }]]);
    const filed = await post(paths.request, filing({ [fieldNames.isYoung]: 'yes', [fieldNames.fingerprints]: pictures }));
    expect(filed.statusCode).toBe(303);
    const { db } = desk.house.engine.store;
    const young = await db.selectFrom('request').select('tracking_number').where('is_young', '=', true).execute();
    expect(young).toHaveLength(3);
    expect(
      await db
        .selectFrom('request_item')
        .selectAll()
        .where(
          'tracking_number',
          'in',
          young.map(({ tracking_number }) => tracking_number),
        )
        .execute(),
    ).toEqual([]);
    const again = await post(paths.request, filing({ [fieldNames.isYoung]: 'yes', [fieldNames.service]: '' }));
    expect([again.statusCode, /type="file"/.test(again.body)]).toEqual([422, false]);
  });
});

/** The answer with a value at a JSON pointer. */
function withValue(body: Record<string, unknown>, pointer: string, value: unknown): Record<string, unknown> {
  const [, name = '', ...rest] = pointer.split('/');
  const inner = body[name];
  const next = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  return { ...body, [name]: rest.length === 0 ? value : withValue(next, `/${rest.join('/')}`, value) };
}

describe('the API', () => {
  test('a law that only the person in the picture can call on is not complete by somebody else: kept under what is theirs, and the answer says so', async () => {
    const whole = {
      basis: 'take-it-down',
      onBehalfOf: 'user',
      contentIds: ['post-of-somebody-else'],
      statement: { notConsensual: true, goodFaith: true },
      signature: 'Somebody Else',
      contact: { email: 'somebody@example.org' },
    };
    const filed = await call('POST', '/requests', whole);
    expect(filed).toMatchObject({ status: 201, body: { notice: expect.stringContaining('open only to the person in the picture') } });
    expect(JSON.stringify(filed.body)).not.toContain('take-it-down');
    const agent = await call('POST', '/requests', { ...whole, onBehalfOf: 'agent' });
    expect(agent).toMatchObject({ status: 201, body: { basis: 'take-it-down', status: 'incomplete', missing: ['authority'] } });
    const changed = await call('PATCH', `/requests/${agent.body['trackingNumber']}`, { onBehalfOf: 'user', agentAuthority: 'none' });
    expect(changed).toMatchObject({ status: 200, body: { status: 'incomplete', missing: ['authority'] } });
  });

  test('an order by somebody else than an authority is kept as a request under the laws that are theirs, and the answer says so', async () => {
    const filed = await call('POST', '/requests', { basis: 'authority-order', onBehalfOf: 'self' });
    expect(filed.status).toBe(201);
    const bases: string[] = filed.body.requests.map(({ basis }: { basis: string }) => basis);
    expect(bases).toContain('take-it-down');
    expect(bases).not.toContain('authority-order');
    expect(filed.body.notice).toMatch(/^Only an authority gives an order.*This shows that the request was received/);
    const order = await call('POST', '/requests', { basis: 'authority-order', onBehalfOf: 'authority' });
    expect(order.body).toMatchObject({ basis: 'authority-order', notice: expect.not.stringContaining('Only an authority') });
  });

  test('names all that is missing under every law at once, and the pointers are where it goes', async () => {
    const filed = await call('POST', '/requests', { alsoUnder: ['dmca'] });
    expect(filed.status).toBe(201);
    expect(filed.body.notice).toMatch(/^This shows that the request was received, and when\. It does not show/);
    const details: { pointer: string; element: string }[] = filed.body.requests.flatMap(
      (one: { missingDetails: [] }) => one.missingDetails,
    );
    expect(filed.body.requests.map(({ basis }: { basis: string }) => basis).toSorted()).toEqual([
      'digital-services-act',
      'dmca',
      'online-safety-act',
      'take-it-down',
    ]);
    let body: Record<string, unknown> = {};
    for (const { pointer } of details) {
      const plain: Record<string, unknown> = {
        '/locations': ['https://forum.example/p/2'],
        '/statement': { notConsensual: true, goodFaith: true },
        '/contact': { name: 'Maria Example', email: 'maria@example.org' },
      };
      const value = plain[pointer] ?? (pointer.startsWith('/declarations/') ? true : 'Maria Example');
      body = withValue(body, pointer, value);
    }
    const amended = await call('PATCH', `/requests/${filed.body.trackingNumber}`, body);
    expect(amended.status).toBe(200);
    expect(amended.body.requests.map(({ status }: { status: string }) => status)).toEqual(Array(4).fill('complete'));
    expect(amended.body.requests.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(
      filed.body.requests.map(({ dueAt }: { dueAt: string }) => dueAt),
    );
  });

  test('takes an order with its own time, and moves no hours that a law names', async () => {
    const orderedUntil = new Date(Date.now() + 5 * 3_600_000).toISOString();
    const order = await call('POST', '/requests', { onBehalfOf: 'authority', orderedUntil, contentIds: ['post-1'] });
    expect(order.body).toMatchObject({ basis: 'authority-order', dueAt: orderedUntil });
    // One that comes after its time is kept all the same, is overdue at once, and says so.
    const passed = new Date(Date.now() - 60_000).toISOString();
    const late = await call('POST', '/requests', { onBehalfOf: 'authority', orderedUntil: passed, contentIds: ['post-1'] });
    expect([late.status, late.body.dueAt, late.body.notice]).toEqual([
      201,
      passed,
      expect.stringMatching(/^The time that the order names had passed/),
    ]);
    expect(
      await call('POST', `/requests/${order.body.trackingNumber}/clock`, { move: 'extend', byHours: 1, reason: 'Busy' }),
    ).toMatchObject({ status: 409, body: { code: 'clock/ordered' } });
    const unknown = await call('POST', '/requests', { contentIds: ['post-1'], texts: { nonsense: { a: 'b' } } });
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([400, expect.stringContaining('/texts')]);
    const leap = await call('POST', '/requests', { onBehalfOf: 'authority', orderedUntil: '2026-12-31T23:59:60Z', contentIds: ['post-1'] });
    expect([leap.status, JSON.stringify(leap.body)]).toEqual([400, expect.stringContaining('/orderedUntil')]);
    const filed = await call('POST', '/requests', { contentIds: ['post-2'] });
    const numberOf = (basis: string): string => filed.body.requests.find((one: { basis: string }) => one.basis === basis).trackingNumber;
    const move = { move: 'extend', byHours: 6, reason: 'Many copies' };
    expect(await call('POST', `/requests/${numberOf('take-it-down')}/clock`, move)).toMatchObject({
      status: 409,
      body: { code: 'clock/fixed' },
    });
    const moved = await call('POST', `/requests/${numberOf('digital-services-act')}/clock`, move);
    expect(moved.status).toBe(200);
    const before: { dueAt: string } = filed.body.requests.find((one: { basis: string }) => one.basis === 'digital-services-act');
    expect(Date.parse(moved.body.dueAt) - Date.parse(before.dueAt)).toBe(6 * 3_600_000);
  });

  test('refuses what would be left out in silence, and names it', async () => {
    const inTime = new Date(Date.now() + 3_600_000).toISOString();
    for (const [sent, pointer] of [
      [{ orderedUntil: inTime }, '/orderedUntil'],
      [{ alsoUnder: ['dmca', 'authority-order'] }, '/alsoUnder/1'],
      [{ basis: 'take-it-down', alsoUnder: ['authority-order'] }, '/alsoUnder/0'],
      [{ basis: 'take-it-down', onBehalfOf: 'user', alsoUnder: ['own-rules', 'authority-order'] }, '/alsoUnder/1'],
      [{ onBehalfOf: 'user', alsoUnder: ['dmca'] }, '/alsoUnder/0'],
    ] as const)
      expect(await call('POST', '/requests', { contentIds: ['post-3'], ...sent })).toMatchObject({
        status: 400,
        body: { code: 'body/invalid', pointer },
      });
    const filed = await call('POST', '/requests', { contentIds: ['post-3'] });
    for (const [sent, pointer] of [
      [{ orderedUntil: inTime }, '/orderedUntil'],
      [{ alsoUnder: ['dmca'] }, '/alsoUnder'],
      [{ basis: 'dmca' }, '/basis'],
    ] as const)
      expect(await call('PATCH', `/requests/${filed.body.trackingNumber}`, sent)).toMatchObject({
        status: 400,
        body: { code: 'body/invalid', pointer },
      });
  });

  test('tells floods by what the platform says of their source, and keeps no word of it', async () => {
    const source = 'hash-of-somebody';
    for (let n = 0; n < 5; n += 1) await call('POST', '/requests', { contentIds: [`flood-${n}`], sourceRef: source });
    const rows = await desk.house.engine.store.db
      .selectFrom('request')
      .select(['pile_id', 'source_mac', 'filing_id'])
      .where('source_mac', 'is not', null)
      .execute();
    const piles = [...Map.groupBy(rows, ({ pile_id }) => pile_id).values()].map(
      (pile) => new Set(pile.map(({ filing_id }) => filing_id)).size,
    );
    expect(Math.max(...piles)).toBeGreaterThanOrEqual(5);
    expect(rows.some(({ source_mac }) => source_mac?.toString().includes(source))).toBe(false);
  });
});
