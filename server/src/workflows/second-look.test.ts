/** Does what the operator names wait for a second person, with nothing changed until she agrees, and does one of two at once win? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { setActsOn } from './also-acted-on.ts';
import { decide, type Ruling } from './decide.ts';
import { queuedRequests } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { refuseProposal, setSecondLook } from './second-look.ts';
import { aModerator, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';

let house: TestHouse;
let ada: string;
let grace: string;

beforeAll(async () => {
  house = await openTestHouse();
  ada = house.moderatorId;
  grace = await aModerator(house.engine, 'Grace');
  await setSecondLook(house.engine.store, house.platformId, ['keep', 'remove:own-rules']);
});

afterAll(async () => {
  await house.close();
});

const file = async (contentId: string) => {
  await screen(house.engine, house.platformId, anUpload(contentId, pdq(aPicture())));
  return fileRequest(house.engine, { platformId: house.platformId, answers: answers(contentId) });
};
const keep = (trackingNumber: string, moderatorId: string): Ruling => ({
  about: { trackingNumber },
  decision: 'keep',
  ground: 'not-intimate',
  note: `of ${moderatorId === ada ? 'Ada' : 'Grace'}`,
  moderatorId,
});
const row = async (trackingNumber: string) =>
  (await queuedRequests(house.engine.store.db, null, 50)).rows.find((one) => one.trackingNumber === trackingNumber);
const decisions = async (trackingNumber: string) =>
  house.engine.store.db.selectFrom('decision').selectAll().where('tracking_number', '=', trackingNumber).execute();

test('the first word changes nothing: the request stays open, its clock runs, nobody outside hears of it, and a colleague finds it free', async () => {
  const { engine, platformId } = house;
  const { trackingNumber, caseId } = await file('two-look');
  await openOnDesk(engine, ada, trackingNumber);
  const before = { case: await readCase(engine, caseId), told: (await feedAfter(engine.store.db, platformId, 0, 1000)).length };
  expect(await decide(engine, keep(trackingNumber, ada))).toEqual({ outcome: 'proposed' });
  // Sent twice, it is still one proposal, and one's own word is no second one.
  expect(await decide(engine, keep(trackingNumber, ada))).toEqual({ outcome: 'proposed' });
  expect(await decisions(trackingNumber)).toEqual([]);
  expect((await feedAfter(engine.store.db, platformId, 0, 1000)).length).toBe(before.told);
  expect(JSON.stringify(await readCase(engine, caseId))).toBe(JSON.stringify(before.case));
  expect((await openOnDesk(engine, ada, trackingNumber))?.proposal).toMatchObject({ isMine: true, by: 'Ada' });
  expect(await row(trackingNumber)).toMatchObject({ heldBy: null, proposedBy: 'Ada' });
  const desk = await openOnDesk(engine, grace, trackingNumber);
  expect(desk).toMatchObject({ state: 'open', hold: { isMine: true }, clock: { state: 'running' } });
  expect(desk?.proposal).toMatchObject({ isMine: false, by: 'Ada', decision: 'keep', ground: 'not-intimate', note: 'of Ada' });

  house.later(hours(30));
  await tick(engine);
  expect((await feedAfter(engine.store.db, platformId, 0, 1000)).filter(({ type }) => type === 'request.due-soon')).toHaveLength(1);
  expect(await decide(engine, keep(trackingNumber, grace))).toMatchObject({ outcome: 'decided' });
  expect(await decisions(trackingNumber)).toMatchObject([{ outcome: 'keep', moderator_id: ada, seconded_by: grace }]);
  expect((await openOnDesk(engine, ada, trackingNumber))?.decision).toMatchObject({
    decidedBy: 'Ada',
    agreedBy: 'Grace',
    note: 'of Ada\nof Grace',
  });
});

test('refused, it is open as before; whoever thinks otherwise decides otherwise', async () => {
  const { engine, platformId } = house;
  const { trackingNumber } = await file('refused');
  await decide(engine, keep(trackingNumber, ada));
  expect(await refuseProposal(engine, { trackingNumber }, grace)).toBe('refused');
  expect(await refuseProposal(engine, { trackingNumber }, ada)).toBe('gone');
  expect(await row(trackingNumber)).toMatchObject({ proposedBy: null });
  // Refused by Grace, who then agrees with nobody: her own word waits for Ada.
  expect(await decide(engine, keep(trackingNumber, grace))).toEqual({ outcome: 'proposed' });
  const otherwise = { ...keep(trackingNumber, ada), decision: 'remove', ground: 'valid-request' } as const;
  expect(await decide(engine, otherwise)).toMatchObject({ outcome: 'decided' });
  expect(await decisions(trackingNumber)).toMatchObject([{ outcome: 'remove', moderator_id: ada, seconded_by: null }]);
  expect((await feedAfter(engine.store.db, platformId, 0, 1000)).filter(({ data }) => data.trackingNumber === trackingNumber)).toHaveLength(
    3,
  );
  expect(await engine.store.db.selectFrom('proposal').selectAll().execute()).toEqual([]);
});

test('of an agreement and a refusal at once one wins, and so of two agreements', async () => {
  const { engine, second } = house;
  const linus = await aModerator(engine, 'Linus');
  for (let round = 0; round < 3; round += 1) {
    const { trackingNumber } = await file(`race-${round}`);
    await decide(engine, keep(trackingNumber, ada));
    const [agreed, refused] = await Promise.all([
      decide(engine, keep(trackingNumber, grace)),
      refuseProposal(second, { trackingNumber }, linus),
    ]);
    // Refused first, what was meant as agreement is a first word of its own.
    expect([
      ['decided', 'gone'],
      ['proposed', 'refused'],
    ]).toContainEqual([agreed.outcome, refused]);
    expect((await decisions(trackingNumber)).length).toBe(agreed.outcome === 'decided' ? 1 : 0);
  }
  const { trackingNumber } = await file('two-agree');
  await decide(engine, keep(trackingNumber, ada));
  const both = await Promise.all([decide(engine, keep(trackingNumber, grace)), decide(second, keep(trackingNumber, linus))]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'decided']);
});

test('what is not named needs one person, and a referral waits for nobody', async () => {
  const { engine, platformId } = house;
  const [one, other] = [await file('alone'), await file('young-perhaps')];
  const by = { note: '', moderatorId: ada } as const;
  expect(
    await decide(engine, { about: { trackingNumber: one.trackingNumber }, decision: 'remove', ground: 'valid-request', ...by }),
  ).toMatchObject({ outcome: 'decided' });
  await setSecondLook(engine.store, platformId, ['keep', 'remove']);
  expect(
    await decide(engine, { about: { trackingNumber: other.trackingNumber }, decision: 'refer', ground: 'perhaps-under-18', ...by }),
  ).toMatchObject({ outcome: 'decided' });
});

test('what the first one ticked beside the picture waits with it, and is done once the second one agrees', async () => {
  const { engine, platformId } = house;
  await setActsOn(engine.store, platformId, ['account']);
  const { trackingNumber } = await file('two-beside');
  const account = { kind: 'account', contentId: 'two-beside', link: null, act: 'restrict', ground: 'posted-such-a-picture' } as const;
  const ruling = { about: { trackingNumber }, decision: 'remove', ground: 'own-rules', note: '', also: [account] } as const;
  expect(await decide(engine, { ...ruling, moderatorId: ada })).toEqual({ outcome: 'proposed' });
  const proposal = (await openOnDesk(engine, grace, trackingNumber))?.proposal;
  expect(proposal?.also).toEqual([account]);
  expect(await decide(engine, { ...ruling, moderatorId: grace })).toMatchObject({ outcome: 'decided' });
  const told = (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(({ data }) => data.contentId === 'two-beside');
  expect(told.map(({ type }) => type).filter((type) => type.startsWith('account.'))).toEqual(['account.restrict']);
});
