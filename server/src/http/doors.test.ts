/** Is every strange address, method and text answered in the way of its door, and is none of them a failure of ours? Real connections: a client library would tidy them. */
import { connect } from 'node:net';
import { fieldNames, paths, words } from '@likeness/web/person';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aCode } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

let desk: TestDoors;
let port: number;
let key: { authorization: string };
let asset: string;

beforeAll(async () => {
  desk = await openTestDoors();
  key = await desk.key();
  port = Number(new URL(await desk.app.listen({ host: '127.0.0.1', port: 0 })).port);
  const page = await desk.app.inject({ method: 'GET', url: paths.landing });
  asset = /\/assets\/[^"]+\.css/.exec(page.body)?.[0] ?? '';
});

afterAll(() => desk.close());

afterEach(() => {
  expect(desk.log.filter((line) => line.includes('"failed"'))).toEqual([]);
});

interface Heard {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Sends bytes as they are. */
async function raw(line: string, headers: Record<string, string> = {}): Promise<Heard> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const lines = Object.entries({ host: 'a', connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${line} HTTP/1.1\r\n${lines.join('')}\r\n`);
  await over;
  const [head = '', ...body] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    type: /^content-type: ([^;\r\n]+)/im.exec(head)?.[1] ?? '',
    body: body.join('\r\n\r\n'),
  };
}
const program = { accept: 'application/json' };
const browser = { accept: 'text/html,*/*;q=0.8' };
const problem = 'application/problem+json';

describe('an asset', () => {
  test('is given whole, for good, also when a part of it was asked for that is not there', async () => {
    for (const headers of [{}, { range: 'bytes=99999999-' }, { range: 'bytes=0-,0-,0-' }]) {
      const answer = await raw(`GET ${asset}`, headers);
      expect([answer.status, answer.type]).toEqual([200, 'text/css']);
      expect(answer.body.length).toBeGreaterThan(1000);
    }
    expect((await desk.app.inject({ method: 'HEAD', url: asset })).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    '/assets',
    '/assets/',
    '/assets/%00',
    '/assets/x',
    '/assets/../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets//etc/passwd',
  ])('that is none is not found: %s', async (path) => {
    const answer = await raw(`GET ${path}`, program);
    expect([answer.status, answer.type]).toEqual([path.includes('%00') ? 400 : 404, problem]);
    const person = await raw(`GET ${path}`, browser);
    expect([person.status, person.type]).toEqual([path.includes('%00') ? 400 : 404, 'text/html']);
  });

  test('takes no other method, and says which it takes', async () => {
    expect((await raw('POST /assets/x', { 'content-length': '0' })).status).toBe(405);
  });
});

describe('an address that cannot be read', () => {
  test('is a calm page for a person and a problem for a program', async () => {
    for (const path of ['/case%ff', '/%zz', '/console/%ff']) {
      const person = await raw(`GET ${path}`, browser);
      expect([path, person.status, person.type]).toEqual([path, 400, 'text/html']);
      expect(await raw(`GET ${path}`, program)).toMatchObject({ status: 400, type: problem });
    }
    expect(await raw('GET /api/v1/content/%ff', browser)).toMatchObject({ status: 400, type: problem });
  });
});

describe('an address where nothing is, or that takes another method', () => {
  const lost: readonly (readonly [string, string, number])[] = [
    ['GET', '/nothing', 404],
    ['GET', '/case/nothing', 404],
    ['GET', '/consolation', 404],
    ['POST', '/nothing', 404],
    ['GET', paths.exit, 405],
    ['GET', paths.addMissing, 405],
    ['PUT', '/case', 405],
    ['DELETE', '/', 405],
    ['PROPFIND', '/case', 405],
  ];

  test.each(lost)(
    '%s %s is a page with the way out, the way home and help, whatever the browser says it takes',
    async (method, path, status) => {
      for (const headers of [{}, browser, { accept: '*/*' }]) {
        const answer = await raw(`${method} ${path}`, { ...headers, 'content-length': '0' });
        expect([method, path, answer.status, answer.type]).toEqual([method, path, status, 'text/html']);
        for (const kept of [`action="${paths.exit}"`, `href="${paths.landing}"`, words.frame.helpDanger])
          expect(answer.body).toContain(kept);
        expect(answer.body).not.toContain('/nothing');
      }
      expect(await raw(`${method} ${path}`, { ...program, 'content-length': '0' })).toMatchObject({ status, type: problem });
    },
  );

  test.each(['/api', '/api/v1/nothing', '/api/v2', '/readyz?x=', '/healthz', '/metrics'])('%s stays a problem', async (path) => {
    const answer = await raw(`DELETE ${path}`, browser);
    expect([answer.status, answer.type]).toEqual([path.startsWith('/api') ? 404 : 405, problem]);
  });

  test('says which methods there are', async () => {
    const answer = await desk.app.inject({ method: 'GET', url: paths.exit, headers: browser });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
  });
});

test.each(['QUERY', 'PROPFIND', 'SEARCH', 'TRACE', 'OPTIONS', 'PUT'])('under /api/v1, %s is a problem and no page', async (method) => {
  for (const headers of [{}, key, { ...key, ...browser }, { ...key, 'content-type': 'text/x-query', 'content-length': '0' }]) {
    const answer = await raw(`${method} /api/v1/screen`, headers);
    expect([answer.status >= 400 && answer.status < 500, answer.type]).toEqual([true, problem]);
  }
});

describe('a text with NUL or half a character', () => {
  const form = (url: string, fields: Record<string, string>) =>
    desk.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    });

  test('in her request is named beside its field, and what she typed is still there', async () => {
    const code = aCode().revealForReading();
    const typed = {
      [fieldNames.caseCode]: code,
      [fieldNames.service]: desk.house.platformId,
      [fieldNames.onBehalfOf]: 'self',
      [fieldNames.locations]: 'https://forum.example/a\0b',
      [fieldNames.signature]: 'Maria Example',
    };
    const answer = await form(paths.request, typed);
    expect(answer.statusCode).toBe(422);
    for (const kept of ['forum.example/a', 'Maria Example', code]) expect(answer.body).toContain(kept);
    expect(answer.body).toContain(`href="#${fieldNames.locations}"`);
    const filed = await form(paths.request, { ...typed, [fieldNames.locations]: 'https://forum.example/ab' });
    const cookie = filed.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect(filed.statusCode).toBe(303);
    const page = await desk.app.inject({ method: 'GET', url: paths.case, headers: { cookie } });
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(page.body) ?? [];
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(page.body) ?? [];
    const more = await desk.app.inject({
      method: 'POST',
      url: paths.addMissing,
      payload: new URLSearchParams({ csrf, trackingNumber, [fieldNames.contactOther]: 'at\0home' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    });
    expect(more.statusCode).toBe(422);
  });

  test.each([
    ['/console/sign-in', { name: 'a\0b', password: 'a long enough one' }],
    ['/console/first-run', { code: 'x', name: 'a\0b', password: 'a long enough one', serviceName: 'x' }],
    ['/console/password', { code: 'a\0b', password: 'a long enough one' }],
  ])('at %s is answered with a page', async (url, fields) => {
    const answer = await form(url, fields);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  });

  test('in a call is named by its pointer, in body, address and query', async () => {
    const post = (payload: object) => desk.app.inject({ method: 'POST', url: '/api/v1/requests', headers: key, payload });
    expect((await post({ locationDetails: 'a\0b' })).json()).toMatchObject({ code: 'body/invalid', pointer: '/locationDetails' });
    expect((await post({ signature: 'a\ud800' })).json()).toMatchObject({ code: 'body/invalid', pointer: '/signature' });
    const gone = await desk.app.inject({ method: 'DELETE', url: '/api/v1/content/a%00b', headers: key });
    expect([gone.statusCode, gone.json().pointer]).toEqual([400, '/contentId']);
    const feed = await desk.app.inject({ method: 'GET', url: '/api/v1/decisions?after=%00', headers: key });
    expect([feed.statusCode, feed.json().pointer]).toEqual([400, '/after']);
  });
});

test('a body that is nested deeper than calls can be is refused by its shape', async () => {
  const depth = 20_000;
  const payload = `{"texts":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
  const { statusCode } = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/requests',
    headers: { ...key, 'content-type': 'application/json' },
    payload,
  });
  expect(statusCode).toBe(400);
});
