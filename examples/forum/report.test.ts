/** Does a report from the forum's own form arrive whole, once, and with nothing of it lost? */
import { basisIds, basisOf, missingElements } from '@likeness/casework';
import { RequestBody } from '@likeness/contract';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { forum, forumForTests, likeness, reports, said, shares } from './test-forum.ts';

forumForTests();

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
