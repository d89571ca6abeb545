/** How does a test call what a platform calls? All doors with a key, one call that looks at every error, and something to screen or to ask about. */
import { isProblemCode, ProblemBody, problems } from '@likeness/contract';
import { Value } from 'typebox/value';
import { expect } from 'vitest';
import { aPicture } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

/** Stands in every value that is sent; must come back in no error and no log line. */
export const canary = 'kanarienvogel';

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly pointer: string | undefined;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
}

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type Method = (typeof methods)[number];

export interface TestPlatform {
  readonly desk: TestDoors;
  /** Calls; every error must be a whole problem of the registry that quotes nothing. */
  call(method: Method, url: string, sent?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Screens an upload and answers its id. */
  screened(contentId?: string): Promise<string>;
}

/** Opens the doors; close `desk` when the tests are done. */
export async function openTestPlatform(): Promise<TestPlatform> {
  const desk = await openTestDoors();
  const key = await desk.key();
  const call: TestPlatform['call'] = async (method, url, sent, headers = {}) => {
    const answer = await desk.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...key, ...(sent === undefined || typeof sent === 'string' ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(sent === undefined ? {} : { payload: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
    });
    const body: Record<string, unknown> = answer.body === '' ? {} : answer.json();
    if (answer.statusCode >= 400) {
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(Value.Check(ProblemBody, body)).toBe(true);
      const code = String(body['code']);
      expect(isProblemCode(code) && problems[code].status).toBe(answer.statusCode);
      expect(body['status']).toBe(answer.statusCode);
      expect(String(body['detail'])).toMatch(/^.{10,}[.?]$/s);
      expect(body['instance']).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.body).not.toContain(canary);
    }
    expect(answer.headers['cache-control']).toBe('no-store');
    const pointer = typeof body['pointer'] === 'string' ? body['pointer'] : undefined;
    return { status: answer.statusCode, code: String(body['code']), pointer, body, headers: answer.headers };
  };
  return {
    desk,
    call,
    screened: async (contentId = id()) => {
      expect(await call('POST', '/screen', { contentId, fingerprints: [picture()] })).toMatchObject({ status: 200 });
      return contentId;
    },
  };
}

export const picture = () => ({ kind: 'pdq', value: aPicture(), quality: 100 });
let made = 0;
/** An id that no upload has. */
export const id = (): string => {
  made += 1;
  return `post-${made}`;
};

/** A request that lacks nothing. */
export const complete = (contentId: string) => ({
  contentIds: [contentId],
  statement: { notConsensual: true, goodFaith: true },
  signature: 'Maria',
  contact: { phone: '+1 555 0100' },
});

/** Whether nothing that was sent is in the log: no address, no body, no key. Answers the log, for what must be there. */
export function quietLog({ log }: TestDoors): string {
  const text = log.join('');
  expect(text).toContain('/api/v1/');
  for (const secret of [canary, 'Bearer', 'lk_', 'Maria', 'post-1', 'forum.example', '/content/x', 'whsec_', '?after'])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  return text;
}
