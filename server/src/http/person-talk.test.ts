/** Does the page where she writes with a helper work through both doors, and is there nothing of it where nobody is configured? */
import { fieldNames, paths, words } from '@likeness/web/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileRequest } from '../workflows/file-request.ts';
import { writeToHelper } from '../workflows/talk.ts';
import { aCode, answers } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';
import { csrfOf } from './test-person.ts';

let desk: TestDoors;
beforeAll(async () => {
  desk = await openTestDoors({ LIKENESS_HELPERS_NAME: 'Harbour Aid', LIKENESS_HELPERS_HOURS: 'Monday to Friday, 9 to 17' });
});
afterAll(() => desk.close());

async function ask(
  door: TestDoors,
  method: 'GET' | 'POST',
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await door.app.inject({
    method,
    url: path,
    ...(method === 'POST' ? { payload: new URLSearchParams(fields).toString() } : {}),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie, ...headers },
  });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location?.toString() ?? '', cookies: answer.cookies };
}

/** Files a request with a code and opens the case with it. */
async function inHerCase(door: TestDoors, ...more: readonly Parameters<typeof answers>[1][]): Promise<string> {
  const code = aCode();
  const { engine, platformId } = door.house;
  for (const each of more.length === 0 ? [{}] : more)
    await fileRequest(engine, { platformId, answers: answers('post', each), code: { code, pin: null } });
  const opened = await ask(door, 'POST', paths.openCase, '', { [fieldNames.caseCode]: code.revealForReading() });
  const [set] = opened.cookies;
  return `${set?.name}=${set?.value}`;
}

test('she finds the helpers in her case, with their hours, crisis lines first; writes, and reads it there; deletes it', async () => {
  const cookie = await inHerCase(desk);
  expect((await ask(desk, 'GET', paths.case, cookie)).body).toContain(words.talk.case.open);
  const empty = await ask(desk, 'GET', paths.talk, cookie);
  expect(empty.body).toContain('They answer at these times: Monday to Friday, 9 to 17.');
  expect(empty.body).toContain('within 24 hours');
  expect(empty.body.indexOf(words.talk.crisisHeading)).toBeLessThan(empty.body.indexOf(words.talk.label));
  const csrf = csrfOf(empty.body);
  const sent = await ask(desk, 'POST', paths.talk, cookie, { csrf, [fieldNames.words]: 'Is <this> right?\nSecond line' });
  expect([sent.status, sent.location]).toEqual([303, '/case/talk?n=1']);
  const page = await ask(desk, 'GET', sent.location, cookie);
  for (const shown of ['Is &lt;this> right?', 'Second line', words.talk.news.sent]) expect(page.body).toContain(shown);
  expect((await ask(desk, 'GET', paths.download, cookie)).body).toContain('Second line');
  await ask(desk, 'POST', paths.deleteTalk, cookie, { csrf });
  const after = await ask(desk, 'GET', `${paths.talk}?n=2`, cookie);
  expect([after.body.includes('Second line'), after.body.includes(words.talk.news.deleted)]).toEqual([false, true]);
});

test('in a case about somebody under 18 the end of each page names the lines for young people, and for adults too only where a request is about one', async () => {
  const young = 'https://takeitdown.ncmec.org/';
  const adult = 'https://cybercivilrights.org/ccri-safety-center';
  const namedAtEnd = async (...requests: Parameters<typeof inHerCase>[1][]) => {
    const cookie = await inHerCase(desk, ...requests);
    const { body } = await ask(desk, 'GET', paths.withdraw, cookie);
    const pages = [
      body,
      ...(await Promise.all([paths.talk, `${paths.takeOut}?which=1`].map(async (path) => (await ask(desk, 'GET', path, cookie)).body))),
      (await ask(desk, 'POST', paths.withdraw, cookie, { csrf: csrfOf(body) })).body,
    ];
    return pages.map((page) => [young, adult].map((href) => page.slice(page.indexOf('<footer')).includes(`href="${href}"`)));
  };
  const everywhere = <T>(named: T): readonly T[] => [named, named, named, named];
  expect(await namedAtEnd({ isYoung: true })).toEqual(everywhere([true, false]));
  expect(await namedAtEnd({ isYoung: true }, { onBehalfOf: 'agent' })).toEqual(everywhere([true, true]));
  expect(await namedAtEnd({})).toEqual(everywhere([false, true]));
});

test('nothing written, too much written, and a form from elsewhere are answered, and lose nothing', async () => {
  const cookie = await inHerCase(desk);
  const csrf = csrfOf((await ask(desk, 'GET', paths.talk, cookie)).body);
  const nothing = await ask(desk, 'POST', paths.talk, cookie, { csrf, [fieldNames.words]: '  ' });
  expect([nothing.status, nothing.body.includes(words.talk.problems.empty)]).toEqual([422, true]);
  const much = await ask(desk, 'POST', paths.talk, cookie, { csrf, [fieldNames.words]: `kept ${'x'.repeat(4000)}` });
  expect([much.status, much.body.includes('kept xxx'), much.body.includes('4,000')]).toEqual([422, true, true]);
  expect((await ask(desk, 'GET', paths.talk, '')).location).toBe(paths.openCase);
  // What was announced in an address is only said when it is so.
  expect((await ask(desk, 'GET', `${paths.talk}?n=1`, cookie)).body).not.toContain(words.talk.news.sent);
});

test('what she wrote comes back in its box when the page was too old, or her case is closed by then; nothing of it is kept', async () => {
  const cookie = await inHerCase(desk);
  const message = { [fieldNames.words]: 'Hello <you>\nIs someone there?' };
  const stale = await ask(desk, 'POST', paths.talk, cookie, { csrf: 'of an earlier page', ...message });
  expect([stale.status, stale.body.includes(words.talk.problems.stale)]).toEqual([422, true]);
  for (const kept of ['Hello &lt;you>', 'Is someone there?']) expect(stale.body).toContain(kept);
  // Another case is open by now: what was meant for hers is not put into that one's box.
  const box = (body: string): string => /<textarea[^>]*name="words"(?![^>]*readonly)[^>]*>([^<]*)/.exec(body)?.[1] ?? '-';
  const fields = async (of: string) => {
    const { body } = await ask(desk, 'GET', paths.talk, of);
    return { csrf: csrfOf(body), caseMark: /name="caseMark" value="([^"]+)"/.exec(body)?.[1] ?? '' };
  };
  const hers = await fields(cookie);
  const again = await ask(desk, 'POST', paths.talk, cookie, { ...message, ...hers, csrf: 'of an earlier page' });
  expect([again.body.includes(words.talk.problems.stale), box(again.body).includes('Hello')]).toEqual([true, true]);
  const other = await ask(desk, 'POST', paths.talk, await inHerCase(desk), { ...message, ...hers });
  expect([other.status, other.body.includes(words.case.otherCase), other.body.includes(words.talk.problems.stale)]).toEqual([
    422,
    true,
    false,
  ]);
  expect([other.body.includes('Hello &lt;you>'), other.body.includes(words.left.typedHint), box(other.body).trim()]).toEqual([
    true,
    true,
    '',
  ]);
  await ask(desk, 'POST', paths.closeCase, cookie);
  for (const left of [cookie, '']) {
    const late = await ask(desk, 'POST', paths.talk, left, { csrf: csrfOf(stale.body), ...message });
    expect(late.body).toContain(words.left.typed);
    for (const kept of ['Hello &lt;you>', 'Is someone there?']) expect(late.body).toContain(kept);
    const empty = await ask(desk, 'POST', paths.talk, left, { csrf: csrfOf(stale.body), [fieldNames.words]: ' ' });
    expect(empty.body).not.toContain(words.left.typed);
  }
  const { count } = await desk.house.engine.store.db
    .selectFrom('talk_message')
    .innerJoin('talk', 'talk.id', 'talk_message.talk_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(0);
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect((await ask(desk, 'POST', paths.talk, cookie, message, foreign)).status).toBe(403);
});

test('where no helpers are configured there is no page and no word of them', async () => {
  const alone = await openTestDoors();
  try {
    const cookie = await inHerCase(alone);
    expect((await ask(alone, 'GET', paths.case, cookie)).body).not.toContain(words.talk.heading);
    expect((await ask(alone, 'GET', paths.talk, cookie)).status).toBe(404);
    // Named once, and no more: what she wrote is still hers to read and to erase.
    const { case_id } = await alone.house.engine.store.db.selectFrom('request').select('case_id').executeTakeFirstOrThrow();
    await writeToHelper(alone.house.engine, case_id, 'Still mine');
    expect((await ask(alone, 'GET', paths.case, cookie)).body).toContain(words.talk.nobody);
    const page = await ask(alone, 'GET', paths.talk, cookie);
    expect([page.body.includes('Still mine'), page.body.includes(words.talk.send)]).toEqual([true, false]);
    await ask(alone, 'POST', paths.deleteTalk, cookie, { csrf: csrfOf(page.body) });
    expect((await ask(alone, 'GET', paths.talk, cookie)).status).toBe(404);
  } finally {
    await alone.close();
  }
});
