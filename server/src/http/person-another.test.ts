/** Can she ask several services with one form, and one more from her case, each with its own place, declarations and signature, and each request complete at once? */
import { serviceByDefault } from '@likeness/casework';
import { fieldNames, fieldOf, paths, speechIn, words } from '@likeness/web/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesOf } from '../store/cases.ts';
import { type CaseView, caseOfCode, readCase } from '../workflows/open-case.ts';
import { createPlatform } from '../workflows/platforms.ts';
import { setServiceLaw } from '../workflows/service-facts.ts';
import { aCode, aPicture, pdq, sha256 } from '../workflows/test-cast.ts';
import { csrfOf, openTestPerson, type TestPerson } from './test-person.ts';

let person: TestPerson;
let ids: { readonly here: string; readonly north: string; readonly third: string };

beforeAll(async () => {
  person = await openTestPerson();
  const { engine, platformId: here } = person.desk.house;
  const [north, third] = [await createPlatform(engine, 'North Forum'), await createPlatform(engine, 'Third Place')];
  ids = { here, north: north?.id ?? '', third: third?.id ?? '' };
  for (const id of Object.values(ids))
    await setServiceLaw(engine.store, id, { facts: { ...serviceByDefault, territories: ['US', 'EU'] }, interim: null });
});

afterAll(() => person.desk.close());

/** All that one service is asked and told alone. */
const toEach = (id: string, link: string, more: readonly [string, string][] = []): [string, string][] => [
  [fieldNames.service, id],
  [fieldOf(fieldNames.locations, id), link],
  [fieldOf(fieldNames.goodFaith, id), 'yes'],
  [fieldOf('declarations-digital-services-act-accurate', id), 'yes'],
  [fieldOf(fieldNames.signed, id), 'yes'],
  ...more,
];
const toAll = (code: string, more: readonly [string, string][] = []): [string, string][] => [
  [fieldNames.apart, 'yes'],
  [fieldNames.caseCode, code],
  [fieldNames.onBehalfOf, 'self'],
  [fieldNames.notConsensual, 'yes'],
  [fieldNames.signature, 'Maria Example'],
  [fieldNames.contactEmail, 'maria@example.org'],
  ...more,
];
const viewOf = async (code: ReturnType<typeof aCode>): Promise<CaseView> => {
  const { engine } = person.desk.house;
  const view = await readCase(engine, (await caseOfCode(engine, code))?.caseId ?? '');
  if (view === null) throw new Error('there is no such case');
  return view;
};

test('two services named in one form get each its own request under every law, complete, of which the other reads nothing', async () => {
  const code = aCode();
  const form = toAll(code.revealForReading(), [
    ...toEach(ids.here, 'https://here.example/1', [[fieldOf(fieldNames.besideAccounts, ids.here), '@poster']]),
    ...toEach(ids.north, 'https://north.example/2'),
    [fieldOf(fieldNames.locations, ids.third), 'https://third.example/typed-and-not-sent'],
  ]);
  for (const _again of [1, 2]) expect((await person.post(paths.request, form)).status).toBe(303);
  const { requests } = await viewOf(code);
  const laws = ['digital-services-act', 'take-it-down'];
  expect(new Map(requests.map((one) => [one.platformId, one.laws.map(({ id }) => id).toSorted()]))).toEqual(
    new Map([
      [ids.here, laws],
      [ids.north, laws],
    ]),
  );
  expect(requests.flatMap(({ missing }) => missing)).toEqual([]);
  for (const { platformId, answers } of requests)
    expect([answers.locations, answers.beside?.length ?? 0]).toEqual(
      platformId === ids.here ? [['https://here.example/1'], 1] : [['https://north.example/2'], 0],
    );
});

test('where she signed for one of two, only that one has her signature, and the other waits for it', async () => {
  const code = aCode();
  const unsigned = toEach(ids.north, 'https://north.example/3').filter(([name]) => name !== fieldOf(fieldNames.signed, ids.north));
  await person.post(paths.request, toAll(code.revealForReading(), [...toEach(ids.here, 'https://here.example/3'), ...unsigned]));
  const { requests } = await viewOf(code);
  expect(requests.map(({ platformId, answers, missing }) => [platformId, answers.signature, missing.length > 0])).toEqual(
    expect.arrayContaining([
      [ids.here, 'Maria Example', false],
      [ids.north, undefined, true],
    ]),
  );
});

test('what is wrong with one service is said beside its field, with all that was typed, and nothing is sent to any', async () => {
  const code = aCode();
  const wrong: [string, string] = [fieldOf(fieldNames.besideLinks, ids.north), 'no link'];
  const again = await person.post(
    paths.request,
    toAll(code.revealForReading(), [
      ...toEach(ids.here, 'https://here.example/4'),
      ...toEach(ids.north, 'https://north.example/4', [wrong]),
    ]),
  );
  expect(again.status).toBe(422);
  expect(again.body).toContain(`href="#${wrong[0]}"`);
  for (const hers of ['https://here.example/4', 'https://north.example/4', 'no link', 'Maria Example']) expect(again.body).toContain(hers);
  const none = await person.post(paths.request, toAll(code.revealForReading()));
  expect([none.status, none.body.includes(words.request.problems.service)]).toEqual([422, true]);
  expect(await caseOfCode(person.desk.house.engine, code)).toBeNull();
});

test('from her case one more is asked: what she gave is filled in, nothing is declared or signed for her, and her pictures go along', async () => {
  const code = aCode();
  const [first, second] = [aPicture(), aPicture()];
  const pictures: [string, string] = [
    fieldNames.fingerprints,
    JSON.stringify([
      [pdq(first), sha256(first)],
      [pdq(second), sha256(second)],
    ]),
  ];
  const { cookie } = await person.post(
    paths.request,
    toAll(code.revealForReading(), [...toEach(ids.here, 'https://here.example/5'), pictures]),
  );
  expect((await person.get(paths.case, cookie)).body).toContain(
    words.request.another.inCase.text({ services: 'North Forum and Third Place' }),
  );
  const { body } = await person.get(paths.another, cookie);
  for (const hers of ['Maria Example', 'maria@example.org', words.request.another.pictures({ files: '2 pictures' })])
    expect(body).toContain(hers);
  expect(body).not.toContain('https://here.example/5');
  expect(body).not.toContain(`value="${ids.here}"`);
  const ticked = [...body.matchAll(/<input[^>]* checked[^>]*>/g)].map(([input]) => /name="([^"]+)"/.exec(input)?.[1]);
  expect(ticked).toEqual([fieldNames.onBehalfOf]);
  const form = [...toAll('').filter(([name]) => name !== fieldNames.caseCode), ...toEach(ids.north, 'https://north.example/5')];
  const csrf: [string, string] = ['csrf', csrfOf(body)];
  for (const _again of [1, 2])
    expect(await person.post(paths.another, [csrf, ...form], cookie)).toMatchObject({ status: 303, location: `${paths.case}?n=1` });
  const { requests } = await viewOf(code);
  expect(requests.map(({ platformName, missing }) => [platformName, missing])).toHaveLength(2);
  const north = requests.find(({ platformId }) => platformId === ids.north);
  expect([north?.missing, north?.files.pictures, north?.answers.locations]).toEqual([[], 2, ['https://north.example/5']]);

  const left: [string, string] = [fieldNames.withoutPictures, 'yes'];
  const toThird = [...toAll('').filter(([name]) => name !== fieldNames.caseCode), ...toEach(ids.third, 'https://third.example/5'), left];
  expect((await person.post(paths.another, toThird, cookie)).status, 'a form without her token').toBe(422);
  await person.post(paths.another, [csrf, ...toThird], cookie);
  const third = (await viewOf(code)).requests.find(({ platformId }) => platformId === ids.third);
  expect(await picturesOf(person.desk.house.engine.store.db, third?.trackingNumber ?? '')).toEqual([]);
  expect((await person.get(paths.another, cookie)).location, 'nobody is left').toBe(paths.case);
});

test('of what may show somebody under 18 the form from the case is the one for that, and says nothing of pictures', async () => {
  const young: [string, string] = [fieldNames.isYoung, 'yes'];
  const code = aCode();
  const { cookie } = await person.post(
    paths.request,
    toAll(code.revealForReading(), [...toEach(ids.here, 'https://here.example/6'), young]),
  );
  const { body } = await person.get(`/de${paths.another}`, cookie);
  expect(body).toContain(speechIn('de').words.request.young.posterNotTold);
  expect(body).not.toContain(fieldNames.withoutPictures);
  const form = [...toAll('').filter(([name]) => name !== fieldNames.caseCode), ...toEach(ids.north, 'https://north.example/6')];
  await person.post(paths.another, [['csrf', csrfOf(body)], ...form], cookie);
  expect((await viewOf(code)).requests.map(({ answers }) => answers.isYoung)).toEqual([true, true]);
});

test('without an open case the way there is the code', async () => {
  expect((await person.get(paths.another)).location).toBe(paths.openCase);
});
