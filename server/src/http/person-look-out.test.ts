/** Can she ask services to look out for a picture with nothing but a fingerprint and a code, and does her case carry it from there? And does what she saves verify? */
import { fieldNames, openedFor, paths, words } from '@likeness/web/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyReceipts } from '../ledger/receipt.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { aCode, answers, aPicture, pdq, sha256 } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';
import { csrfOf } from './test-person.ts';

let desk: TestDoors;
beforeAll(async () => {
  desk = await openTestDoors();
});
afterAll(() => desk.close());

interface Page {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly cookie: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

async function ask(method: 'GET' | 'POST', path: string, fields: readonly (readonly [string, string])[] = [], cookie = ''): Promise<Page> {
  const answer = await desk.app.inject({
    method,
    url: path,
    ...(method === 'POST' ? { payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString() } : {}),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie },
  });
  const [set] = answer.cookies;
  return {
    status: answer.statusCode,
    body: answer.body,
    location: answer.headers.location?.toString(),
    cookie: set === undefined || set.value === '' ? '' : `${set.name}=${set.value}`,
    headers: answer.headers,
  };
}

const filled = (code: string, picture = aPicture()): (readonly [string, string])[] => [
  [fieldNames.caseCode, code],
  [fieldNames.services, desk.house.platformId],
  [fieldNames.onBehalfOf, 'self'],
  [fieldNames.shownOrActing, 'yes'],
  [fieldNames.fingerprints, JSON.stringify([[pdq(picture), sha256(picture)]])],
];

test('the page of first steps names the service that looks out, and its form asks for no name and no way to reach her', async () => {
  expect((await ask('GET', paths.threat)).body).toContain('This service');
  const { body } = await ask('GET', paths.watch);
  for (const name of [fieldNames.signature, fieldNames.contactEmail, fieldNames.statementDetails])
    expect(body).not.toContain(`name="${name}"`);
});

test('she asks, comes back to her case, goes on and ends it', async () => {
  const asked = await ask('POST', paths.watch, filled(aCode().revealForReading()));
  expect([asked.status, asked.location]).toEqual([303, openedFor(`${paths.case}?n=5`)]);
  const { body } = await ask('GET', paths.case, [], asked.cookie);
  expect(body).toContain(words.watch.case.heading);
  const [, id = ''] = /name="watch" value="([^"]+)"/.exec(body) ?? [];
  const which = [[fieldNames.watch, id] as const, [fieldNames.csrf, csrfOf(body)] as const];
  expect((await ask('POST', paths.watchLonger, which, asked.cookie)).location).toBe(`${paths.case}?n=5`);
  await ask('POST', paths.watchEnd, which, asked.cookie);
  expect((await ask('GET', paths.case, [], asked.cookie)).body).toContain(words.watch.case.endedOn({ day: '' }).slice(0, -1));
  expect((await ask('POST', paths.watchLonger, which, asked.cookie)).location).toBe(paths.case);
});

test('what lacks is said beside the rest, and everything that she gave is still there', async () => {
  const code = aCode().revealForReading();
  const lacking = await ask(
    'POST',
    paths.watch,
    filled(code).filter(([name]) => name !== fieldNames.services && name !== fieldNames.shownOrActing),
  );
  expect([lacking.status, lacking.cookie]).toEqual([422, '']);
  for (const sentence of [words.watch.problems.services, words.watch.problems.confirm]) expect(lacking.body).toContain(sentence);
  expect(lacking.body).toContain(code);
  const none = await ask(
    'POST',
    paths.watch,
    filled(code).filter(([name]) => name !== fieldNames.fingerprints),
  );
  expect(none.body).toContain(words.watch.problems.pictures);
});

test('a found code without its PIN asks for nothing and opens nothing', async () => {
  const code = aCode().revealForReading();
  expect((await ask('POST', paths.watch, [...filled(code), [fieldNames.pin, 'a second secret']])).status).toBe(303);
  const stranger = await ask('POST', paths.watch, filled(code));
  expect([stranger.status, stranger.cookie]).toEqual([422, '']);
  expect(stranger.body).toContain(words.openCase.wrongPin);
});

test('what she saves is one file under a neutral name: text, the same as JSON, and receipts that verify without the server', async () => {
  const code = aCode();
  const given = {
    ...answers('photo-1'),
    fingerprints: [pdq(aPicture())],
    statement: { notConsensual: true, goodFaith: true, details: '</script><b>' },
  };
  await fileRequest(desk.house.engine, { platformId: desk.house.platformId, answers: given, code: { code, pin: null } });
  const opened = await ask('POST', paths.openCase, [[fieldNames.caseCode, code.revealForReading()]]);
  expect((await ask('GET', paths.case, [], opened.cookie)).body).toContain(`href="${paths.download}"`);
  const saved = await ask('GET', paths.download, [], opened.cookie);
  expect(saved.headers).toMatchObject({ 'content-disposition': 'attachment; filename="overview.html"', 'cache-control': 'no-store' });
  expect(saved.body).toContain('<title>Overview</title>');
  expect(saved.body).toContain('Your request reached the service.');
  const [, json = ''] = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(saved.body) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    format: 'likeness-case/1',
    requests: [{ service: 'This service', answers: { signature: 'Maria Example' } }],
  });
  expect(saved.body).not.toContain(code.revealForReading());
  const [number = ''] = /LK-[0-9A-Z-]+/.exec(saved.body) ?? [];
  expect(verifyReceipts(saved.body)).toMatchObject([{ isWhole: true, number, service: 'This service' }]);
  expect(verifyReceipts(saved.body.replace('received: 20', 'received: 19'))).toMatchObject([{ isWhole: false }]);
});

test('nobody without her session gets the file', async () => {
  expect((await ask('GET', paths.download)).location).toBe(paths.openCase);
});
