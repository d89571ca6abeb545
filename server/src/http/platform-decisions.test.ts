/** Is the feed of decisions read from any place, and what a platform says of its acts refused where it cannot be read? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDoors } from './test-doors.ts';
import { canary, openTestPlatform, quietLog, type TestPlatform } from './test-platform-api.ts';

let desk: TestDoors;
let call: TestPlatform['call'];
let screened: TestPlatform['screened'];

beforeAll(async () => {
  ({ desk, call, screened } = await openTestPlatform());
});

afterAll(() => desk.close());

describe('what a platform reads and confirms', () => {
  test.each([['/actions/x/completed', { purged: [canary] }, '/purged/0']] as const)(
    'to %s with a wrong field names it: %#',
    async (url, sent, pointer) => {
      expect(await call('POST', url, sent)).toMatchObject({ status: 400, code: 'body/invalid', pointer });
    },
  );

  test('of the feed takes a number from nought to far beyond its end, and nothing else', async () => {
    expect(await call('GET', '/decisions?after=999999999999999')).toMatchObject({
      status: 200,
      body: { entries: [], next: 999_999_999_999_999 },
    });
    for (const after of ['-1', '1.5', canary, '', '1e3', '9'.repeat(16), '1%00', '1&after=2'])
      expect([after, await call('GET', `/decisions?after=${after}`)]).toMatchObject([after, { status: 400, pointer: '/after' }]);
    for (const limit of ['0', '101', '-1', '1.5', canary, '', '1e1'])
      expect([limit, await call('GET', `/decisions?limit=${limit}`)]).toMatchObject([limit, { status: 400, pointer: '/limit' }]);
    expect(await call('GET', '/decisions?aftr=7'), 'no slip starts the feed anew').toMatchObject({ status: 400, pointer: '/aftr' });
    for (const count of [1, 2]) {
      for (let made = 0; made < count; made += 1) await call('POST', '/requests', { contentIds: [await screened()] });
      expect(await call('GET', `/decisions?limit=${count}`)).toMatchObject({ status: 200, body: { entries: { length: count } } });
    }
  });
});

test('after all this nothing that was sent is in the log: no address, no body, no key', async () => {
  await call('GET', `/decisions?after=${canary}`);
  quietLog(desk);
});
