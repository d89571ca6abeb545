/** Does the page of a request offer a restriction where it is enough, and say why where it is not? */
import type { BasisId } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileRequest } from '../workflows/file-request.ts';
import { setRestricts } from '../workflows/restrictable.ts';
import { screen } from '../workflows/screen.ts';
import { answers, anUpload, aPicture, pdq } from '../workflows/test-cast.ts';
import { openTestConsole, type Seat, type TestConsole, wordsOf } from './test-console.ts';

let desk: TestConsole;
let ines: Seat;

beforeAll(async () => {
  desk = await openTestConsole();
  ines = await desk.sitDown('Ines Moreau');
});
afterAll(() => desk.close());

const question = 'test_digital-services-act_illegal';

const pageOf = async (contentId: string, bases: readonly BasisId[]): Promise<string> => {
  const { platformId } = desk.house;
  await screen(desk.engine, platformId, anUpload(contentId, pdq(aPicture())));
  const { requests } = await fileRequest(desk.engine, { platformId, answers: answers(contentId), bases });
  return `/console/requests/${requests.find(({ basis }) => basis === bases[0])?.trackingNumber}`;
};

test('it is offered once the service has said that it can, and then says how it is seen', async () => {
  const page = await pageOf('harbour-1', ['digital-services-act']);
  expect(wordsOf((await desk.get(page, ines)).body)).not.toContain('Restrict');
  expect((await desk.decides(page, { ruling: 'restrict:rules-age-gate', [question]: 'no' }, ines)).status).toBe(422);
  await setRestricts(desk.engine.store, desk.house.platformId, ['age-gate', 'not-in-DE']);
  const open = (await desk.get(page, ines)).body;
  expect(wordsOf(open)).toContain('Restrict, because');
  expect(open).toContain('value="restrict:illegal-there-de"');
  expect(open).not.toContain('value="restrict:rules-not-recommended"');
  const against = await desk.decides(page, { ruling: 'restrict:rules-age-gate', [question]: 'yes' }, ines);
  expect([against.status, wordsOf(against.body)]).toEqual([422, expect.stringContaining('The two do not go together')]);
  const unanswered = await desk.decides(page, { ruling: 'restrict:rules-age-gate' }, ines);
  expect([unanswered.status, wordsOf(unanswered.body)]).toEqual([422, expect.stringContaining('Please answer: Is it illegal')]);
  expect((await desk.decides(page, { ruling: 'restrict:rules-age-gate', [question]: 'no' }, ines)).location).toBe(`${page}?n=decided`);
  const after = wordsOf((await desk.get(page, ines)).body);
  expect(after).toContain('Our rules allow the picture only for people whose age is checked');
  expect(after).toContain('Limit ordered');
  expect(after).toContain('Leave up, with a limit:');
});

test('a limit that rests on the law is refused while something is missing, and what is said then is true of a limit', async () => {
  const page = await pageOf('harbour-3', ['digital-services-act']);
  const there = { ruling: 'restrict:illegal-there-de', [question]: 'yes', 'test_digital-services-act_evident': 'yes' };
  const { status, body } = await desk.decides(page, there, ines);
  expect(status).toBe(422);
  expect(wordsOf(body)).toMatch(
    /This request lacks .+, so no limit can rest on this law\. To limit it by the service’s own rules, choose “Our rules allow the picture only for people whose age is checked”\. To remove it, choose “It breaks our own rules”\. Nothing was decided\./,
  );
});

test('where a law wants it gone the page names that law, offers nothing, and takes nothing', async () => {
  const page = await pageOf('harbour-2', ['digital-services-act', 'take-it-down']);
  const open = wordsOf((await desk.get(page, ines)).body);
  expect(open).toContain('Restrict is not offered: TAKE IT DOWN Act wants it gone');
  expect(open).not.toContain('Restrict, because');
  expect((await desk.decides(page, { ruling: 'restrict:rules-age-gate', [question]: 'no' }, ines)).status).toBe(422);
});
