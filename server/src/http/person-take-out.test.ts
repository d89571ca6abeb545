/** Can she take one thing out of her case at the door, read before what it means, and change her mind? */
import { fieldNames, paths, words } from '@likeness/web/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCode } from '../workflows/test-cast.ts';
import { csrfOf, openTestPerson, type TestPerson } from './test-person.ts';

let at: TestPerson;
beforeAll(async () => {
  at = await openTestPerson();
});
afterAll(() => at.desk.close());

const links = { [fieldNames.locations]: 'https://forum.example/wrong\nhttps://forum.example/right' };
async function aCase(more: Record<string, string> = {}) {
  const code = aCode().revealForReading();
  const { cookie } = await at.post(paths.request, at.filing(code, { ...links, ...more }));
  return { code, cookie };
}
const linkTo = (which: number): string => `${paths.takeOut}?which=${which}`;
const hidden = (body: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
const fieldsOn = (body: string) => ({
  csrf: csrfOf(body),
  [fieldNames.trackingNumber]: hidden(body, fieldNames.trackingNumber),
  [fieldNames.part]: hidden(body, fieldNames.part),
});

test('a wrong link: her page leads to it, the next says what it means, and with her PIN it is out at once, also of her download', async () => {
  const { cookie } = await aCase({ [fieldNames.pin]: 'a second secret' });
  const { body: page } = await at.get(paths.case, cookie);
  expect(page.match(/take-out\?which=\d/g)).toEqual(['take-out?which=1', 'take-out?which=2', 'take-out?which=3']);
  const ask = await at.get(linkTo(2), cookie);
  expect(ask.body).toContain('https://forum.example/wrong');
  expect(ask.body).toContain(words.takeOut.mayStay.link);
  expect(ask.body).toContain(words.takeOut.undo);
  expect(ask.body).not.toContain('forum.example/right');
  const fields = fieldsOn(ask.body);
  const empty = await at.post(paths.takeOut, fields, cookie);
  expect([empty.status, empty.body.includes(words.takeOut.pinLeftEmpty.lead)]).toEqual([200, true]);
  const wrong = await at.post(paths.takeOut, { ...fields, [fieldNames.pin]: 'guess guess' }, cookie);
  expect([wrong.status, wrong.body.includes(words.withdraw.wrongPin)]).toEqual([422, true]);
  expect((await at.post(paths.takeOut, { ...fields, [fieldNames.pin]: 'a second secret' }, cookie)).location).toBe(`${paths.case}?n=11`);
  const after = await at.get(`${paths.case}?n=11`, cookie);
  expect(after.body).toContain(words.case.news['taken-out'].heading);
  expect(after.body).toContain('A link was taken out.');
  for (const { body } of [after, await at.get(paths.download, cookie)]) {
    expect(body).not.toContain('forum.example/wrong');
    expect(body).toContain('forum.example/right');
  }
  // The same form once more takes out nothing else.
  expect((await at.post(paths.takeOut, { ...fields, [fieldNames.pin]: 'a second secret' }, cookie)).location).toBe(`${paths.case}?n=14`);
});

test('the whole request, with the code alone, waits: her page and her download say so, she can keep it in, and a form of another case stops nothing', async () => {
  const { cookie } = await aCase();
  const ask = await at.get(linkTo(1), cookie);
  expect(ask.body).toContain(words.takeOut.withoutPin);
  expect((await at.post(paths.takeOut, fieldsOn(ask.body), cookie)).location).toBe(`${paths.case}?n=12`);
  const page = await at.get(paths.case, cookie);
  expect(page.body).toContain(words.takeOut.waiting);
  expect(page.body).not.toContain(words.takeOut.sooner);
  expect((await at.get(paths.download, cookie)).body).toContain('"takingOut"');
  // Nothing can hurry it without a PIN.
  expect((await at.get(linkTo(1), cookie)).location).toBe(paths.case);
  const waiting = hidden(page.body, fieldNames.waiting);
  const other = await aCase();
  const { body: theirs } = await at.get(paths.case, other.cookie);
  const keep = { [fieldNames.waiting]: waiting };
  expect((await at.post(paths.keepIn, { csrf: csrfOf(theirs), ...keep }, other.cookie)).location).toBe(`${paths.case}?n=14`);
  expect((await at.post(paths.keepIn, { csrf: csrfOf(theirs), ...keep }, cookie)).status).toBe(403);
  expect((await at.post(paths.keepIn, { csrf: csrfOf(page.body), ...keep }, cookie)).location).toBe(`${paths.case}?n=13`);
  expect((await at.get(paths.case, cookie)).body).toContain('It is not taken back.');
});

test('what is none of hers leads back to her case, and nobody without a session sees anything', async () => {
  const { cookie } = await aCase();
  for (const which of ['0', '9', 'x', '-1', '1&which=2'])
    expect((await at.get(`${paths.takeOut}?which=${which}`, cookie)).location).toBe(paths.case);
  expect((await at.get(linkTo(1))).location).toBe(paths.openCase);
  const { body } = await at.get(linkTo(1), cookie);
  for (const part of ['', 'picture:nothing', 'case:', 'link:00'])
    expect((await at.post(paths.takeOut, { ...fieldsOn(body), [fieldNames.part]: part }, cookie)).location).toBe(`${paths.case}?n=14`);
});
