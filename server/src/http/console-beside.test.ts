/** Does a moderator choose at the console what a removal acts on beside the picture, and does the page say what came of it? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { setActsOn } from '../workflows/also-acted-on.ts';
import { screen } from '../workflows/screen.ts';
import { openTestConsole, randomPdq, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;
const found = {
  'test_take-it-down_intimate': 'yes',
  'test_take-it-down_identifiable': 'yes',
  'test_take-it-down_consent-to-publication': 'no',
  'test_take-it-down_indistinguishable': 'beside',
};

beforeAll(async () => {
  desk = await openTestConsole(new Date('2026-11-22T08:00:00.000Z'));
  ines = await desk.sitDown('Ines Moreau');
});

afterAll(async () => {
  await desk.close();
});

/** A post with words, a link and an account, and a request about it. */
async function posted(contentId: string): Promise<string> {
  const number = await desk.fileAbout(contentId);
  const { value } = randomPdq();
  await screen(desk.engine, desk.house.platformId, {
    contentId,
    url: null,
    uploaderRef: `owner of ${contentId}`,
    links: ['https://elsewhere.example/"><script>alert(1)</script>'],
    text: 'Maria E. <b>the bakery</b>',
    source: 'fingerprints',
    fingerprints: [{ kind: 'pdq', variant: 'whole', value, quality: 100 }],
  });
  return `/console/requests/${number}`;
}
const toldOf = async (contentId: string) =>
  (await feedAfter(desk.engine.store.db, desk.house.platformId, 0, 1000))
    .filter(({ data }) => data.contentId === contentId && data.actionId !== undefined)
    .map(({ type }) => type);
/** The values of a page's choices, as a browser would send them. */
const choicesOf = (body: string): string[] =>
  [...body.matchAll(/<option value="([^"]+)"/g)].map(([, value]) =>
    (value ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );

test('a service that did not say that it can act on more is asked about the picture alone, and no words are kept', async () => {
  const page = await posted('alone');
  expect((await desk.get(page, ines)).body).not.toContain('name="also"');
  expect(await desk.engine.store.db.selectFrom('content_text').selectAll().execute()).toEqual([]);
});

test('each choice says what is done and why; nothing is chosen beforehand; what somebody typed is text', async () => {
  await setActsOn(desk.engine.store, desk.house.platformId, ['text', 'link', 'account']);
  const page = await posted('three');
  const { body } = await desk.get(page, ines);
  expect(body).not.toMatch(/<option[^>]*selected/);
  expect(body).not.toContain('<b>the bakery</b>');
  expect(body).not.toContain('<script>alert(1)');
  expect(wordsOf(body)).toContain('Suspend it until the service has looked: it posted this picture');
  const choices = choicesOf(body);
  expect(choices).toHaveLength(4 + 4 + 2);

  const [words = '', , , , , , link = '', , account = ''] = choices;
  const kept = await desk.decides(page, { ...found, ruling: 'keep:not-depicted', note: '', also: [words, '', account] }, ines);
  expect(kept.status).toBe(422);
  expect(wordsOf(kept.body)).toContain('Only a removal acts on more than the picture.');
  expect(kept.body.match(/<option[^>]*selected/g)).toHaveLength(2);

  const answer = await desk.decides(page, { ...found, ruling: 'remove:valid-request', note: '', also: [words, link, account] }, ines);
  expect(answer.status).toBe(303);
  expect(await toldOf('three')).toEqual(['content.remove', 'text.remove', 'link.restrict', 'account.restrict']);
  expect(wordsOf((await desk.get(page, ines)).body)).toContain('Suspend until the service has looked: account owner of three of three');
});

test('what is not offered is not acted on, whatever the form says', async () => {
  const page = await posted('forged');
  const account = { kind: 'account', contentId: 'three', link: null, act: 'restrict', ground: 'posted-such-a-picture' };
  const forged = await desk.decides(page, { ...found, ruling: 'remove:valid-request', note: '', also: JSON.stringify(account) }, ines);
  expect(forged.status).toBe(409);
  expect(wordsOf(forged.body)).toContain('Account of three: there is no such thing beside what you decide about here');
  const link = { kind: 'link', contentId: 'forged', link: 'https://elsewhere.example/', act: 'remove', ground: 'leads-to-it' };
  const unreadable = [
    '{',
    '[]',
    'null',
    ...[{ act: 'remove' }, { kind: 'city' }, { link: 'x' }].map((more) => JSON.stringify({ ...account, ...more })),
  ];
  for (const also of unreadable) {
    const answer = await desk.decides(page, { ...found, ruling: 'remove:valid-request', note: '', also: ['', also] }, ines);
    expect([also, answer.status]).toEqual([also, 400]);
    expect(wordsOf(answer.body)).toContain('Choice 2 beside the picture could not be read');
  }
  const own = choicesOf((await desk.get(page, ines)).body)[0] ?? '';
  const twice = await desk.decides(page, { ...found, ruling: 'remove:valid-request', note: '', also: [own, own] }, ines);
  expect([twice.status, wordsOf(twice.body)]).toEqual([400, expect.stringContaining('Title and words of forged: it was chosen twice.')]);
  const wrongGround = { ...JSON.parse(own), ground: link.ground };
  const unfit = await desk.decides(page, { ...found, ruling: 'remove:valid-request', note: '', also: JSON.stringify(wrongGround) }, ines);
  expect(unfit.status).toBe(400);
  expect(await toldOf('forged')).toEqual([]);
});
