/** Does an account read what was decided about its uploads as a whole, and is it suspended for exactly as long? */
import { expect, test } from 'vitest';
import { cookie, decides, forum, forumForTests, likeness, photograph, said, shares, sharing, statusOf } from './test-forum.ts';

forumForTests();

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
