/** Does the forum start beside a Likeness that is not there, is another, or refuses it, and is nothing lost while it is away? */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { startForum } from './main.ts';
import { cookie, forum, forumForTests, likeness, lines, said, shares, statusOf } from './test-forum.ts';

forumForTests();

test('at start it says where decisions go and where the preview is', () => {
  expect(likeness.heard('POST', '/webhook-endpoints').map(({ body }) => body)).toEqual([{ url: `${forum.url}/likeness/webhook` }]);
  expect(likeness.heard('PUT', '/platform').map(({ body }) => body)).toEqual([{ previewUrl: `${forum.url}/likeness/preview/{contentId}` }]);
  expect(likeness.calls.every(({ headers }) => headers.get('authorization') === 'Bearer key')).toBe(true);
});

test('a refused key ends the start with one sentence that names the command', async () => {
  likeness.failing.set('webhook-endpoints', { status: 401, code: 'key/unknown' });
  await expect(startForum({ port: 0, likenessUrl: likeness.url, key: 'wrong' })).rejects.toThrow(
    /npx likeness key create --scope platform/,
  );
});

test('what answers with a page in the place of Likeness is not taken for it, whatever its status', async () => {
  for (const status of [200, 404, 502]) {
    const page = createServer((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Welcome</html>'));
    page.listen(0, '127.0.0.1');
    await once(page, 'listening');
    const address = page.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const said: string[] = [];
    const stop = new AbortController();
    const starting = startForum({
      port: 0,
      likenessUrl: url,
      key: 'key',
      retryMs: 20,
      log: (line) => said.push(line),
      signal: stop.signal,
    });
    await expect.poll(() => said.join(' ')).toContain(`${status} and a text that is not Likeness’s: is ${url} its address?`);
    stop.abort();
    await expect(starting).rejects.toThrow();
    page.closeAllConnections();
    page.close();
  }
});

test('it waits for a Likeness that is not up yet, and says so', async () => {
  const port = Number(new URL(likeness.url).port);
  await likeness.stop();
  const waiting: string[] = [];
  const starting = startForum({ port: 0, likenessUrl: likeness.url, key: 'key', retryMs: 20, log: (line) => waiting.push(line) });
  await expect.poll(() => waiting.length).toBeGreaterThan(0);
  expect(waiting[0]).toContain(`Likeness at ${likeness.url} does not answer; what waits is tried again`);
  await likeness.start(port);
  await (await starting).close();
  expect(waiting.slice(1), 'once, whatever number of tries it took').toEqual(['Likeness answers again; nothing waits for it any more.']);
});

test('what fails is said once, not with every try, and once when it is over', async () => {
  const port = Number(new URL(likeness.url).port);
  await likeness.stop();
  await shares();
  await shares();
  await likeness.start(port);
  await expect.poll(() => lines.at(-1)).toBe('Likeness answers again; nothing waits for it any more.');
  expect(lines.filter((line) => line.includes('does not answer'))).toHaveLength(1);
  likeness.failing.set('screen', { status: 403, code: 'key/scope' });
  const id = await shares();
  const asked = (): number => likeness.heard('POST', '/screen').filter(({ body }) => body['contentId'] === id).length;
  await expect.poll(asked).toBeGreaterThan(3);
  expect(lines.filter((line) => line.startsWith(`Likeness refuses post ${id}`))).toHaveLength(1);
  likeness.failing.clear();
  await expect.poll(() => statusOf(`/pictures/${id}`)).toBe(200);
});

test('while Likeness is away an upload is kept back, not lost, and published when it is there again', async () => {
  const port = Number(new URL(likeness.url).port);
  await likeness.stop();
  const id = await shares();
  expect(await statusOf(`/pictures/${id}`)).toBe(404);
  expect(await said(`/posts/${id}`, { cookie })).toContain('It could not be posted yet.');
  await likeness.start(port);
  await expect.poll(() => statusOf(`/pictures/${id}`)).toBe(200);
});

test('a busy Likeness (503) keeps an upload back too', async () => {
  likeness.failing.set('screen', { status: 503, code: 'decode/busy' });
  const id = await shares();
  expect(await statusOf(`/pictures/${id}`)).toBe(404);
  likeness.failing.clear();
  await expect.poll(() => statusOf(`/pictures/${id}`)).toBe(200);
});

test('an address that could not be told is told later', async () => {
  likeness.failing.set('content', { status: 503, code: 'server/unready' });
  const id = await shares();
  expect(await statusOf(`/pictures/${id}`)).toBe(200);
  likeness.failing.clear();
  const before = likeness.calls.length;
  await expect.poll(() => likeness.calls.slice(before).some(({ method }) => method === 'PATCH')).toBe(true);
});
