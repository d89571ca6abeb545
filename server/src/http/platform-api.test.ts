/** Does the platform's door answer every kind of nonsense with the right status, a problem that helps, and nothing of what was sent? */
import { expectedKeyword } from '@likeness/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import type { TestDoors } from './test-doors.ts';
import { canary, methods, openTestPlatform, quietLog, type TestPlatform } from './test-platform-api.ts';

let desk: TestDoors;
let call: TestPlatform['call'];

beforeAll(async () => {
  ({ desk, call } = await openTestPlatform());
});

afterAll(() => desk.close());

describe('who calls', () => {
  test.each([
    ['without a key', {}, 401, 'key/missing'],
    ['with a wrong key', { authorization: `Bearer lk_${'A'.repeat(12)}_${'A'.repeat(43)}` }, 401, 'key/unknown'],
    ['with something that is no key', { authorization: `Bearer ${canary}` }, 401, 'key/unknown'],
    ['with a password', { authorization: `Basic ${Buffer.from(`a:${canary}`).toString('base64')}` }, 401, 'key/unknown'],
  ])('%s is refused before anything is read', async (_who, headers, status, code) => {
    for (const payload of ['{', '{}']) {
      const answer = await desk.app.inject({
        method: 'POST',
        url: '/api/v1/requests',
        headers: { ...headers, 'content-type': 'application/json' },
        payload,
      });
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="likeness"');
      expect(answer.body).not.toContain(canary);
    }
  });

  test('a key opens the calls of its scope and no other; every call but the description needs one', async () => {
    const needed = { screen: '/screen', requests: '/requests', settings: '/webhook-endpoints' } as const;
    for (const [scope, url] of Object.entries(needed))
      for (const held of ['screen', 'requests', 'decisions', 'settings'] as const) {
        const { code } = await call('POST', url, {}, await desk.key(held));
        expect([url, held, code === 'key/scope']).toEqual([url, held, held !== scope]);
      }
    for (const { method, url } of desk.routes.filter((route) => route.url.startsWith('/api/v1'))) {
      if (url === '/api/v1/openapi.json') continue;
      const answer = await desk.app.inject({ method: methods.find((one) => one === method) ?? 'HEAD', url: url.replace(/:\w+/g, 'x') });
      expect([method, url, answer.statusCode]).toEqual([method, url, 401]);
    }
  });
});

describe('a body', () => {
  const json = { 'content-type': 'application/json' };
  test.each([
    ['that is not JSON', `{"contentId":"${canary}"`, json, 400, 'body/malformed'],
    ['that is empty', '', json, 400, 'body/malformed'],
    ['that is JSON of another kind', `["${canary}"]`, json, 400, 'body/invalid'],
    ['that is null', 'null', json, 400, 'body/invalid'],
    ['that hides a prototype', '{"__proto__":{"a":1}}', json, 400, 'body/malformed'],
    ['of another type', canary, { 'content-type': 'text/plain' }, 415, 'body/unsupported-type'],
    ['of a type that is none', canary, { 'content-type': ';;' }, 415, 'body/unsupported-type'],
    ['of a form', `contentId=${canary}`, { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'body/unsupported-type'],
    ['of more than a megabyte', `"${canary.repeat(100_000)}"`, json, 413, 'body/too-large'],
  ] as const)('%s is refused', async (_what, sent, headers, status, code) => {
    for (const url of ['/screen', '/requests', '/actions/x/completed', '/webhook-endpoints'])
      expect([url, await call('POST', url, sent, headers)]).toMatchObject([url, { status, code }]);
  });

  test('that is missing is refused', async () => {
    for (const [method, url] of [
      ['POST', '/screen'],
      ['POST', '/requests'],
      ['PATCH', '/content/x'],
      ['PUT', '/platform'],
    ] as const)
      expect(await call(method, url)).toMatchObject({ status: 400, code: 'body/invalid' });
  });

  test('that is empty or no JSON is told of JSON, not of forms', async () => {
    expect((await call('POST', '/requests', '', json)).body['detail']).toMatch(/^The body is empty\./);
    expect((await call('POST', '/requests', '{', json)).body['detail']).toMatch(/^The body is not valid JSON,/);
    expect((await call('POST', '/requests', '{"__proto__":{}}', json)).body['detail']).toContain('__proto__');
    expect((await call('POST', '/requests', '[]', json)).body['detail']).toBe('The body must be an object.');
  });

  test('of nothing is no fault of a DELETE, whatever type it is said to have; one that is no JSON is', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain'])
      expect(await call('DELETE', '/webhook-endpoints/x', undefined, { 'content-type': type })).toMatchObject({
        status: 404,
        code: 'endpoint/unknown',
      });
    expect(await call('DELETE', '/webhook-endpoints/x', '{', json)).toMatchObject({ status: 400, code: 'body/malformed' });
  });

  test('a multipart form where JSON belongs is refused', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await call('POST', '/requests', '--x--\r\n', form)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('an address', () => {
  test('where nothing is answers 404; one that takes another method answers 405 and says which', async () => {
    expect(await call('GET', `/${canary}`)).toMatchObject({ status: 404, code: 'route/unknown' });
    expect(await call('GET', '')).toMatchObject({ status: 404, code: 'route/unknown' });
    for (const [method, url, allow] of [
      ['GET', '/screen', 'POST'],
      ['DELETE', '/requests', 'POST'],
      ['GET', '/content/x', 'DELETE, PATCH'],
      ['PUT', `/content/${canary}`, 'DELETE, PATCH'],
      ['POST', '/decisions', 'GET, HEAD'],
      ['GET', '/actions/x/completed', 'POST'],
      ['OPTIONS', '/screen', 'POST'],
    ] as const) {
      const answer = await call(method, url);
      expect([method, url, answer.status, answer.code]).toEqual([method, url, 405, 'route/method']);
      expect(answer.headers['allow']).toBe(allow);
    }
  });

  test('that is badly encoded answers 400, one that is far too long 404', async () => {
    for (const bad of ['%', '%zz', '%ff', `${canary}%c3%28`])
      expect(await call('DELETE', `/content/${bad}`)).toMatchObject({ status: 400, code: 'route/malformed' });
    expect((await call('DELETE', `/content/${'a'.repeat(5000)}`)).status).toBe(404);
  });

  test('with an unknown id answers 404, whatever it looks like', async () => {
    for (const unknown of [uuid(systemRandom), 'x', canary, "'--", '0', '-1', 'LK-0000-0000-0000-0', encodeURIComponent('ü')]) {
      expect([unknown, await call('POST', `/actions/${unknown}/completed`, {})]).toMatchObject([
        unknown,
        { status: 404, code: 'action/unknown' },
      ]);
      expect([unknown, await call('GET', `/requests/${unknown}`)]).toMatchObject([unknown, { status: 404, code: 'request/unknown' }]);
      expect([unknown, await call('PATCH', `/requests/${unknown}`, {})]).toMatchObject([unknown, { status: 404, code: 'request/unknown' }]);
      expect([unknown, await call('DELETE', `/webhook-endpoints/${unknown}`)]).toMatchObject([
        unknown,
        { status: 404, code: 'endpoint/unknown' },
      ]);
      expect([unknown, await call('PATCH', `/content/${unknown}`, { url: 'https://x.example/' })]).toMatchObject([
        unknown,
        { status: 404, code: 'content/unknown' },
      ]);
    }
    expect(await call('GET', `/requests/${'x'.repeat(100)}`)).toMatchObject({ status: 400, pointer: '/trackingNumber' });
  });
});

/** Fails unless a schema keeps to what JSON Schema 2020-12 and OpenAPI 3.1 know. */
function plain(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    expect(['nullable', 'example', 'definitions', '$id']).not.toContain(keyword);
    if (keyword === 'type') expect(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']).toContain(value);
    if (keyword === 'pattern') expect(() => new RegExp(String(value), 'u')).not.toThrow();
    if (keyword === 'required' && 'properties' in schema)
      expect(Object.keys(Object(schema.properties))).toEqual(expect.arrayContaining(value));
    if (keyword === 'properties') for (const inner of Object.values(Object(value))) plain(inner);
    else if (['items', 'additionalProperties'].includes(keyword)) plain(value);
    else if (['anyOf', 'oneOf', 'allOf'].includes(keyword)) for (const inner of Object.values(Object(value))) plain(inner);
  }
}

describe('/api/v1/openapi.json', () => {
  const described = async () => (await desk.app.inject({ method: 'GET', url: '/api/v1/openapi.json' })).json();

  test('is OpenAPI 3.1 and names every call of the platform, and no other', async () => {
    const document = await described();
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const named = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = desk.routes
      .filter(({ method, url }) => url.startsWith('/api/v1/') && url !== '/api/v1/openapi.json' && method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    expect(named.toSorted()).toEqual(served.toSorted());
  });

  test('describes an upload as a form with a file, and errors as the problems that they are', async () => {
    const { requestBody, responses } = (await described()).paths['/api/v1/screen'].post;
    const form = requestBody.content['multipart/form-data'].schema;
    expect(form.required).toEqual(['file', 'contentId']);
    expect(form.properties.file.format).toBe('binary');
    expect(requestBody.content['application/json'].schema.required).toEqual(['contentId', 'fingerprints']);
    expect(Object.keys(responses['4XX'].content)).toEqual(['application/problem+json']);
  });

  test('describes each call with a sentence, its parameters, its answer and its errors', async () => {
    const document = await described();
    for (const [path, item] of Object.entries<Record<string, never>>(document.paths))
      for (const [method, operation] of Object.entries<{
        summary?: string;
        parameters?: { in: string; name: string; required?: boolean }[];
        responses: object;
      }>(item)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
        expect([method, path, declared.map(({ name }) => name)]).toEqual([method, path, inPath]);
        expect(declared.every(({ required }) => required === true)).toBe(true);
        expect(operation.summary).toMatch(/\.$|\?/);
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX', '5XX']));
      }
  });

  test('has no reference that leads nowhere, and only words that JSON Schema 2020-12 knows', async () => {
    const document = await described();
    const schemas: object[] = [];
    const follow = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('$ref' in value && typeof value.$ref === 'string') {
        const target = value.$ref
          .replace(/^#\//, '')
          .split('/')
          .reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), document);
        expect([at, value.$ref, target !== undefined]).toEqual([at, value.$ref, true]);
      }
      for (const [name, inner] of Object.entries(value)) {
        if (name === 'schema' && typeof inner === 'object' && inner !== null) schemas.push(inner);
        follow(inner, `${at}/${name}`);
      }
    };
    follow(document, '');
    expect(schemas.length).toBeGreaterThan(20);
    for (const schema of schemas) plain(schema);
  });

  test('says in words what is expected wherever a pattern stands, for whoever sends something else', async () => {
    const wordless: string[] = [];
    const patterns = new Set<string>();
    const follow = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('pattern' in value && typeof value.pattern === 'string') {
        patterns.add(value.pattern);
        const words: unknown = Reflect.get(value, expectedKeyword);
        if (typeof words !== 'string' || !/^[a-z0-9][^^$\\]{10,}[^.]$/.test(words)) wordless.push(at);
      }
      for (const [name, inner] of Object.entries(value)) follow(inner, `${at}/${name}`);
    };
    follow(await described(), '');
    expect(wordless).toEqual([]);
    expect(patterns.size).toBeGreaterThan(6);
  });
});

test('operators hear that it is alive and ready', async () => {
  expect((await desk.app.inject('/healthz')).json()).toEqual({ status: 'alive' });
  const ready = await desk.app.inject('/readyz');
  expect([ready.statusCode, ready.json().ready, ready.json().index.behind]).toEqual([200, true, 0]);
  expect((await desk.app.inject({ method: 'POST', url: '/healthz' })).statusCode).toBe(405);
});

test('after all this nothing that was sent is in the log: no address, no body, no key', async () => {
  expect(desk.log.length).toBeGreaterThan(100);
  quietLog(desk);
});
