/** Are several services asked at once in one case, each with its own and all or none, and one more from an open case with what that still holds? */
import { CasePin } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { feedAfter } from '../outbox/feed.ts';
import { picturesOf } from '../store/cases.ts';
import type { Engine } from './engine.ts';
import { fileInCase, fileTogether } from './file-request.ts';
import { readCase } from './open-case.ts';
import { createPlatform } from './platforms.ts';
import { aCode, answers, aPicture, pdq, sha256 } from './test-cast.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
let engine: Engine;
let platforms: readonly string[];

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine } = house);
  const made = [await createPlatform(engine, 'North Forum'), await createPlatform(engine, 'Third Place')];
  platforms = [house.platformId, ...made.map((one) => one?.id ?? '')];
});

afterAll(() => house.close());

const told = async (platformId: string): Promise<readonly (string | undefined)[]> =>
  (await feedAfter(engine.store.db, platformId, 0, 1000)).map(({ data }) => data.trackingNumber);
const hersAlone = CasePin.of('a second secret');
const count = async (): Promise<number> => (await engine.store.db.selectFrom('request').select('tracking_number').execute()).length;

test('three services asked at once, eight times in two processes, are one case with one complete request at each, which hears of its own alone', async () => {
  const fingerprints = [pdq(aPicture()), sha256(aPicture())];
  const filing = {
    code: { code: aCode(), pin: null },
    requests: platforms.map((platformId, place) => ({ platformId, answers: answers(`post-${place}`, { fingerprints }) })),
  };
  const before = await count();
  const all = await Promise.all(Array.from({ length: 8 }, (_, call) => fileTogether(call % 2 === 0 ? engine : house.second, filing)));
  expect(new Set(all.map((filed) => filed.map(({ trackingNumber }) => trackingNumber).join())).size).toBe(1);
  expect(await count()).toBe(before + 3);
  const [first = []] = all;
  expect(new Set(first.map(({ caseId }) => caseId)).size).toBe(1);
  expect(first.flatMap(({ missing }) => missing)).toEqual([]);
  for (const [place, platformId] of platforms.entries()) {
    expect(await told(platformId)).toEqual([first[place]?.trackingNumber]);
    expect((await picturesOf(engine.store.db, first[place]?.trackingNumber ?? '')).map((one) => one.fingerprints.length)).toEqual([2]);
  }
  const view = await readCase(engine, first[0]?.caseId ?? '');
  expect(view?.requests.map(({ answers: { locations } }) => locations?.[0])).toHaveLength(3);
});

test('where one of them cannot be taken, none is, and no case is left behind', async () => {
  const before = await count();
  const code = aCode();
  const links = Array.from({ length: 1001 }, (_, n) => `https://north.example/${n}`);
  const [here = '', north = ''] = platforms;
  const requests = [
    { platformId: here, answers: answers('fits') },
    { platformId: north, answers: answers('does-not', { locations: links }) },
  ];
  await expect(fileTogether(engine, { code: { code, pin: null }, requests })).rejects.toMatchObject({ code: 'request/too-much' });
  expect(await count()).toBe(before);
});

test('one more from the open case has its pictures with it, each as a file of its own, and sent again adds nothing', async () => {
  const [here = '', north = '', third = ''] = platforms;
  const pictures = [aPicture(), aPicture()].flatMap((value) => [pdq(value), pdq(aPicture(), 'flipX'), sha256(aPicture())]);
  const filing = { code: { code: aCode(), pin: hersAlone }, requests: [here, north] };
  const filed = await fileTogether(engine, {
    ...filing,
    requests: filing.requests.map((platformId) => ({ platformId, answers: answers('with-pictures', { fingerprints: pictures }) })),
  });
  const caseId = filed[0]?.caseId ?? '';
  const more = { requests: [{ platformId: third, answers: answers('third') }], withPictures: true };
  const [added] = (await fileInCase(engine, caseId, more)) ?? [];
  const [again] = (await fileInCase(engine, caseId, more)) ?? [];
  expect(again?.trackingNumber).toBe(added?.trackingNumber);
  expect(added?.missing).toEqual([]);
  const sent = await picturesOf(engine.store.db, added?.trackingNumber ?? '');
  expect(sent.map(({ fingerprints }) => fingerprints.length)).toEqual([3, 3]);
  expect((await readCase(engine, caseId))?.requests.map(({ platformName }) => platformName)).toContain('Third Place');

  const [without] =
    (await fileInCase(engine, caseId, {
      requests: [{ platformId: here, answers: answers('b', { onBehalfOf: 'agent' }) }],
      withPictures: false,
    })) ?? [];
  expect(await picturesOf(engine.store.db, without?.trackingNumber ?? '')).toEqual([]);

  await askWithdrawal(engine, caseId, hersAlone);
  expect(await fileInCase(engine, caseId, more)).toBeNull();
});

test('of a request that may show somebody under 18 no fingerprint goes along, nor from one', async () => {
  const [here = '', north = '', third = ''] = platforms;
  const [young] = await fileTogether(engine, {
    code: { code: aCode(), pin: null },
    requests: [{ platformId: here, answers: answers('young', { isYoung: true }) }],
  });
  const caseId = young?.caseId ?? '';
  const of = async (filed: Awaited<ReturnType<typeof fileInCase>>) => picturesOf(engine.store.db, filed?.[0]?.trackingNumber ?? '');
  expect(
    await of(await fileInCase(engine, caseId, { requests: [{ platformId: north, answers: answers('b') }], withPictures: true })),
  ).toEqual([]);
  const youngToo = [{ platformId: third, answers: answers('c', { isYoung: true }) }];
  expect(await of(await fileInCase(engine, caseId, { requests: youngToo, withPictures: true }))).toEqual([]);
});

test('a platform has a bank of its own, and a name that no other has', async () => {
  expect(await createPlatform({ store: engine.store, random: systemRandom }, 'North Forum')).toBeNull();
});
