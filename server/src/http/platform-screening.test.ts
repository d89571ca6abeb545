/** Is what a platform screens, moves and has forgotten read as it is meant, and refused by its place where it cannot be? */
import { ProblemBody } from '@likeness/contract';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revokeApiKey } from '../access/api-keys.ts';
import { aPicture } from '../workflows/test-cast.ts';
import type { TestDoors } from './test-doors.ts';
import { canary, id, openTestPlatform, picture, quietLog, type TestPlatform } from './test-platform-api.ts';

let desk: TestDoors;
let call: TestPlatform['call'];
let screened: TestPlatform['screened'];

beforeAll(async () => {
  ({ desk, call, screened } = await openTestPlatform());
});

afterAll(() => desk.close());

test('a key that was good a moment ago opens nothing once it is revoked, though its uploads were screened without asking about it', async () => {
  const { authorization } = await desk.key('screen');
  const screen = () =>
    call(
      'POST',
      '/screen',
      { contentId: 'revoked-later', fingerprints: [{ kind: 'pdq', value: aPicture(), quality: 100 }] },
      { authorization },
    );
  for (let time = 0; time < 3; time += 1) expect((await screen()).status).toBe(200);
  const [, id = ''] = /lk_(.{12})_/.exec(authorization) ?? [];
  await desk.house.engine.store.transact((tx) => revokeApiKey(tx, id));
  for (let time = 0; time < 2; time += 1) expect((await screen()).code).toBe('key/unknown');
});

describe('an upload', () => {
  const screenWith = (more: object) => ({ contentId: 'post', fingerprints: [picture()], ...more });
  test.each([
    ['/screen', {}, '/contentId'],
    ['/screen', { contentId: 5, fingerprints: [] }, '/contentId'],
    ['/screen', screenWith({ contentId: '' }), '/contentId'],
    ['/screen', screenWith({ contentId: canary.repeat(20) }), '/contentId'],
    ['/screen', screenWith({ contentId: `a\u0000${canary}` }), '/contentId'],
    ['/screen', screenWith({ contentId: `\ud800${canary}` }), '/contentId'],
    ['/screen', screenWith({ url: `javascript:${canary}` }), '/url'],
    ['/screen', screenWith({ url: `https://x/\u0000${canary}` }), '/url'],
    ['/screen', screenWith({ url: 'http://a/\r\nb' }), '/url'],
    ['/screen', screenWith({ url: 'http:// " onx=<script>' }), '/url'],
    ['/screen', screenWith({ url: 'https://[' }), '/url'],
    ['/screen', screenWith({ url: 'https://forum.example:port/' }), '/url'],
    ['/screen', screenWith({ links: ['https://example.org/', canary] }), '/links/1'],
    ['/screen', screenWith({ colour: canary }), '/colour'],
    ['/screen', screenWith({ [`${canary}@example.org`]: 1 }), ''],
    ['/screen', screenWith({ fingerprints: [] }), '/fingerprints'],
    ['/screen', screenWith({ fingerprints: Array(33).fill({ kind: 'pdq', value: 'a'.repeat(64) }) }), '/fingerprints'],
    ['/screen', screenWith({ fingerprints: [{ kind: canary, value: 'a'.repeat(64) }] }), '/fingerprints/0/kind'],
    ['/screen', screenWith({ fingerprints: [{ kind: 'pdq', value: `${canary}${'a'.repeat(51)}` }] }), '/fingerprints/0/value'],
    ['/screen', screenWith({ fingerprints: [{ kind: 'pdq', value: 'a'.repeat(32) }] }), '/fingerprints/0/value'],
    ['/screen', screenWith({ fingerprints: [picture(), { kind: 'md5', value: 'a'.repeat(64) }] }), '/fingerprints/1/value'],
    ['/screen', screenWith({ fingerprints: [{ ...picture(), variant: canary }] }), '/fingerprints/0/variant'],
    ['/screen', screenWith({ fingerprints: [{ ...picture(), quality: 101 }] }), '/fingerprints/0/quality'],
    ['/screen', screenWith({ fingerprints: [{ kind: 'md5', value: 'a'.repeat(32), quality: 90 }] }), '/fingerprints/0/quality'],
    ['/screen', screenWith({ fingerprints: [{ kind: 'sha256', value: 'a'.repeat(64), variant: 'flipX' }] }), '/fingerprints/0/variant'],
  ] as const)('to %s with a wrong field names it: %#', async (url, sent, pointer) => {
    expect(await call('POST', url, sent)).toMatchObject({ status: 400, code: 'body/invalid', pointer });
  });

  test('to PATCH the address of an upload needs one that can be opened', async () => {
    await call('POST', '/screen', screenWith({ contentId: 'address-1' }));
    for (const url of ['http://a/\r\nb', 'http:// " onx=<script>', 'https://[', 'https:///'])
      expect(await call('PATCH', '/content/address-1', { url })).toMatchObject({ status: 400, code: 'body/invalid', pointer: '/url' });
    expect(await call('PATCH', '/content/address-1', { url: 'https://forum.example/ü/%20(1)?a=[b]' })).toMatchObject({ status: 204 });
  });

  test('names every wrong field at once', async () => {
    const { body } = await call('POST', '/screen', {
      contentId: '',
      url: canary,
      colour: canary,
      fingerprints: [{ kind: 'pdq', value: 'x' }],
    });
    const errors = Value.Parse(ProblemBody, body).errors ?? [];
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/contentId', '/url', '/colour', '/fingerprints/0/value']),
    );
  });

  test.each([
    ['a/b', 'a%2Fb'],
    ['a%b', 'a%25b'],
    ['../../etc', '..%2F..%2Fetc'],
    ['ä ö 照片 🏔️', encodeURIComponent('ä ö 照片 🏔️')],
    ['"\';--', encodeURIComponent('"\';--')],
    ['?x=1#y', encodeURIComponent('?x=1#y')],
    ['é', encodeURIComponent('é')],
    ['e\u0301', encodeURIComponent('e\u0301')],
    ['😀'.repeat(200), encodeURIComponent('😀'.repeat(200))],
    ['constructor', 'constructor'],
  ])('with the content id %s reaches exactly that content', async (contentId, encoded) => {
    await screened(contentId);
    expect(await call('PATCH', `/content/${encoded}`, { url: 'https://forum.example/p/1' })).toMatchObject({ status: 204 });
    expect(await call('DELETE', `/content/${encoded}`)).toMatchObject({ status: 204 });
    expect(await call('DELETE', `/content/${encoded}`)).toMatchObject({ status: 404, code: 'content/unknown' });
  });

  test('with an id that cannot be one names it', async () => {
    expect(await call('DELETE', `/content/${canary.repeat(20)}`)).toMatchObject({
      status: 400,
      code: 'body/invalid',
      pointer: '/contentId',
    });
    expect(await call('DELETE', '/content/a%00b')).toMatchObject({ status: 400, code: 'body/invalid', pointer: '/contentId' });
    expect(await call('DELETE', `/content/${'😀'.repeat(201)}`)).toMatchObject({ status: 400 });
  });

  test('that no address can say is refused wherever an id is taken, and dots that one can are taken', async () => {
    for (const dots of ['.', '..']) {
      const screened = { contentId: dots, fingerprints: [picture()] };
      const told = [
        await call('POST', '/screen', screened),
        await call('POST', '/screen/batch', { items: [screened] }),
        await call('POST', '/requests', { contentIds: [dots] }),
      ];
      for (const { status, body } of told)
        expect([status, String(body['detail'])]).toEqual([400, expect.stringContaining('must be an id other than "." and ".."')]);
    }
    for (const dots of ['...', '.a', './..'])
      expect(await call('POST', '/screen', { contentId: dots, fingerprints: [picture()] })).toMatchObject({ status: 200 });
  });
});

describe('a video', () => {
  const frames = (count: number) =>
    Array.from({ length: count }, (_, second) => ({ kind: 'vpdq', value: aPicture(), quality: 90, atSeconds: second }));
  const inOneValue = (film: ReturnType<typeof frames>) => ({
    kind: 'vpdq',
    value: JSON.stringify(film.map(({ value, quality, atSeconds }) => `${value},${quality},${atSeconds.toFixed(3)}`)),
  });
  const frameCount = async (contentId: string): Promise<number> =>
    (
      await desk.house.engine.store.db
        .selectFrom('content_code')
        .innerJoin('content', 'content.ref', 'content_code.ref')
        .select('value')
        .where('content_id', '=', contentId)
        .where('kind', '=', 'vpdq')
        .where('at_ms', 'is not', null)
        .execute()
    ).length;

  test('is its frames, each alone or all in the form of the reference, up to 3,600', async () => {
    const film = frames(30);
    const [apart, together, long] = [id(), id(), id()];
    expect(await call('POST', '/screen', { contentId: apart, fingerprints: [...film, picture()] })).toMatchObject({ status: 200 });
    expect(await call('POST', '/screen', { contentId: together, fingerprints: [inOneValue(film)] })).toMatchObject({ status: 200 });
    expect([await frameCount(apart), await frameCount(together)]).toEqual([30, 30]);
    expect(await call('POST', '/screen', { contentId: long, fingerprints: [inOneValue(frames(3600))] })).toMatchObject({ status: 200 });
    const tooLong = { contentId: long, fingerprints: [inOneValue(frames(3601))] };
    expect(await call('POST', '/screen', tooLong)).toMatchObject({ status: 400, pointer: '/fingerprints' });
  });

  test.each([
    ['a frame that is no code', { kind: 'vpdq', value: 'abc' }, '/fingerprints/0/value'],
    ['a list with an entry that is none', { kind: 'vpdq', value: JSON.stringify([canary]) }, '/fingerprints/0/value'],
    ['a list without a frame', { kind: 'vpdq', value: '[]' }, '/fingerprints/0/value'],
    ['what only begins like a list', { kind: 'vpdq', value: `[${canary}` }, '/fingerprints/0/value'],
    ['a list as another kind', { kind: 'pdq', value: '[]' }, '/fingerprints/0/value'],
    ['a turned frame', { ...frames(1)[0], variant: 'flipX' }, '/fingerprints/0/variant'],
    ['a place that is before the beginning', { ...frames(1)[0], atSeconds: -1 }, '/fingerprints/0/atSeconds'],
    ['a picture with a place in time', { kind: 'pdq', value: 'a'.repeat(64), atSeconds: 1 }, '/fingerprints/0/atSeconds'],
  ])('with %s is refused by its place', async (_what, fingerprint, pointer) => {
    const sent = { contentId: 'film', fingerprints: [fingerprint] };
    expect(await call('POST', '/screen', sent)).toMatchObject({ status: 400, code: 'body/invalid', pointer });
  });
});

describe('/screen/batch', () => {
  const item = (contentId: string, ...fingerprints: unknown[]) => ({ contentId, fingerprints });

  test('answers each upload as /screen would, in their order, also the same id twice', async () => {
    const [first, second] = [id(), id()];
    const items = [item(first, picture()), item(second, picture()), item(first, picture(), { kind: 'md5', value: 'a'.repeat(32) })];
    const { status, body } = await call('POST', '/screen/batch', { items });
    const allowed = { verdict: 'allow', reviewPending: false, matches: [] };
    expect([status, body]).toEqual([200, { results: [first, second, first].map((contentId) => ({ contentId, ...allowed })) }]);
    expect(await call('PATCH', `/content/${second}`, { url: 'https://forum.example/new' })).toMatchObject({ status: 204 });
  });

  test('takes 500 fingerprints and refuses 501, whoever has them', async () => {
    const many = (count: number) => ({ items: [item(id(), picture()), ...Array.from({ length: count - 1 }, () => item(id(), picture()))] });
    expect((await call('POST', '/screen/batch', many(500))).body).toMatchObject({ results: { length: 500 } });
    expect(await call('POST', '/screen/batch', many(501))).toMatchObject({ status: 400, pointer: '/items' });
    const wide = Array.from({ length: 17 }, () => item(id(), ...Array.from({ length: 32 }, picture)));
    expect(await call('POST', '/screen/batch', { items: wide })).toMatchObject({ status: 400, pointer: '/items' });
  });

  test('too much is said in the same words at every door: how much there is, and how much may be', async () => {
    const pictures = (count: number) => Array.from({ length: count }, picture);
    const film = Array.from({ length: 3601 }, () => ({ kind: 'vpdq', value: 'a'.repeat(64) }));
    const number = String(
      (await call('POST', '/requests', { contentIds: Array.from({ length: 500 }, (_, i) => `a${i}`) })).body['trackingNumber'],
    );
    const more = (from: string) => ({ contentIds: Array.from({ length: 300 }, (_, i) => `${from}${i}`) });
    expect(await call('PATCH', `/requests/${number}`, more('b'))).toMatchObject({ status: 200 });
    const told = [
      await call('POST', '/screen', { contentId: 'a', fingerprints: pictures(33) }),
      await call('POST', '/screen', { contentId: 'a', fingerprints: film }),
      await call('POST', '/screen', { contentId: 'a', fingerprints: pictures(3633) }),
      await call('POST', '/screen', { contentId: 'a', fingerprints: [picture()], links: Array(51).fill('https://forum.example/') }),
      await call('POST', '/screen/batch', { items: Array.from({ length: 17 }, () => item('a', ...pictures(32))) }),
      await call('POST', '/screen/batch', { items: Array.from({ length: 501 }, () => item('a', picture())) }),
      await call('POST', '/requests', { contentIds: Array(501).fill('a') }),
      await call('PATCH', `/requests/${number}`, more('c')),
      await call('POST', '/requests', ' '.repeat(1_048_577), { 'content-type': 'application/json' }),
    ];
    expect(told.map(({ body }) => String(body['detail']).replace(/^\/[^:]*: /, ''))).toEqual([
      'There are 33 fingerprints that are no frames of a video; send at most 32.',
      'There are 3,601 frames of a video; send at most 3,600.',
      'There are 3,633 entries; send at most 3,632.',
      'There are 51 entries; send at most 50.',
      'There are 544 fingerprints; send at most 500.',
      'There are 501 entries; send at most 500.',
      'There are 501 entries; send at most 500.',
      'There are 1,100 ids and addresses in this request; send at most 1,000. Nothing of this call was kept; file another request for the rest.',
      'There are 1,048,577 bytes; send at most 1,048,576.',
    ]);
  });

  test.each([
    ['no items', {}, '/items'],
    ['none of them', { items: [] }, '/items'],
    ['an upload without fingerprints', { items: [item('a', picture()), item('b')] }, '/items/1/fingerprints'],
    ['a value of another kind', { items: [item('a', picture(), { kind: 'md5', value: 'a'.repeat(64) })] }, '/items/0/fingerprints/1/value'],
    ['a view that is not known', { items: [item('a', { ...picture(), variant: canary })] }, '/items/0/fingerprints/0/variant'],
    [
      'a link that cannot be opened',
      { items: [item('a', picture()), { ...item('b', picture()), links: ['https://a.example/', 'https://['] }] },
      '/items/1/links/1',
    ],
    ['an address that cannot be opened', { items: [item('a', picture()), { ...item('b', picture()), url: 'http://[' }] }, '/items/1/url'],
    ['a field that is not known', { items: [{ ...item('a', picture()), picture: 1 }] }, '/items/0/picture'],
  ])('with %s says which, and screens nothing', async (_what, body, pointer) => {
    const answer = await call('POST', '/screen/batch', body);
    expect([answer.status, answer.pointer?.startsWith(pointer)]).toEqual([400, true]);
    expect(await call('DELETE', '/content/a')).toMatchObject({ status: 404 });
  });
});

test('after all this nothing that was sent is in the log: no address, no body, no key', async () => {
  expect(quietLog(desk)).toContain('/api/v1/content/:contentId');
});
