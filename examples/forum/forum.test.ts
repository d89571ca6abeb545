/** Does the forum do what a platform must: screen, publish, act on what Likeness decides, in whatever order it comes, and confirm it? */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  cookie,
  decides,
  forum,
  forumForTests,
  get,
  likeness,
  lines,
  photograph,
  said,
  shares,
  sharing,
  signed,
  statusOf,
} from './test-forum.ts';

forumForTests();

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
  // Taken back as a slip, and hidden as before until somebody decides again.
  await decides('content.restrict', { actionId: 'a2b', contentId: gone }, { sequence: 3 });
  const again = await said(`/posts/${gone}`, { cookie });
  expect(again).toContain('A person decides again. We had deleted it by then, so it is not here.');
  expect(again).not.toContain('had to be removed');
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
