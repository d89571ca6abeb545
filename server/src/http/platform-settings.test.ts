/** Are a platform's own addresses, for webhooks and previews, taken only where they may be called, and is a secret given out once? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDoors } from './test-doors.ts';
import { canary, openTestPlatform, quietLog, type TestPlatform } from './test-platform-api.ts';

let desk: TestDoors;
let call: TestPlatform['call'];

beforeAll(async () => {
  ({ desk, call } = await openTestPlatform());
});

afterAll(() => desk.close());

describe('an address of the platform', () => {
  test.each([['/webhook-endpoints', { url: canary }, '/url']] as const)(
    'to %s with a wrong field names it: %#',
    async (url, sent, pointer) => {
      expect(await call('POST', url, sent)).toMatchObject({ status: 400, code: 'body/invalid', pointer });
    },
  );

  test.each([
    ['ftp://example.org/{contentId}', 400],
    ['https://example.org/picture', 400],
    ['https://{contentId}.example.org/', 400],
    ['https://example.org/{contentId}/{contentId}', 400],
    ['https://10.0.0.1/{contentId}', 422],
  ])('to PUT /platform with the preview address %s is refused', async (previewUrl, status) => {
    expect(await call('PUT', '/platform', { previewUrl })).toMatchObject({ status });
  });

  test.each(['http://10.0.0.1/hook', 'http://169.254.169.254/', 'https://user:password@example.org/', 'http://[::ffff:10.0.0.1]/'])(
    'to register the webhook address %s is refused',
    async (url) => {
      expect(await call('POST', '/webhook-endpoints', { url })).toMatchObject({ status: 422, code: 'target/refused' });
    },
  );

  test('keeps a webhook’s secret the same for a retry', async () => {
    const register = () => call('POST', '/webhook-endpoints', { url: 'http://127.0.0.1:9/hook' }, { 'idempotency-key': 'hook' });
    const first = await register();
    expect(first).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_/) } });
    expect((await register()).body).toEqual(first.body);
    const listed = await call('GET', '/webhook-endpoints');
    expect(JSON.stringify(listed.body)).not.toContain('whsec_');
  });
});

test('after all this nothing that was sent is in the log: no address, no body, no key', async () => {
  quietLog(desk);
});
