/** What was said of somebody under 18, by whoever ended the case then: is it judged all the same, and does nothing wait for it for ever? */
import { CasePin } from '@likeness/casework';
import { expect, test } from 'vitest';
import { decide, type Ruled, type Ruling } from './decide.ts';
import { nextAfterRequest, saidYoungRows } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { findAdult, takeBackAdult } from './said-young.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, pdq, sha256, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob } = house;
const pin = CasePin.of('a second secret');
const why = 'The account is verified, and the person is 34.';

/** A new upload. */
async function posted(): Promise<string> {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture()), sha256(aPicture())));
  return contentId;
}

/** Somebody says of an upload that it may show a minor, and ends the case. */
async function saidAndEnded(contentId: string): Promise<string> {
  const said = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }), code: { code: aCode(), pin } });
  expect(await askWithdrawal(engine, said.caseId, pin)).toEqual({ outcome: 'withdrawn' });
  return said.trackingNumber;
}

const rule = (trackingNumber: string, decision: 'remove' | 'keep' | 'refer', more: Partial<Ruling> = {}): Promise<Ruled> => {
  const ground = { remove: 'valid-request', keep: 'consented-publication', refer: 'perhaps-under-18' }[decision];
  return decide(engine, { about: { trackingNumber }, decision, ground, note: '', moderatorId: ada, ...more });
};
const waiting = async (): Promise<readonly string[]> =>
  (await saidYoungRows(engine.store.db, null, 100)).rows.map(({ trackingNumber }) => trackingNumber);
const kinds = async (contentId: string): Promise<readonly string[]> => (await house.told(contentId)).map(({ type }) => type);

test('it waits in the queue with the time that it had, until somebody finds it adult: then what another request names is decided as if it had not been said', async () => {
  const contentId = await posted();
  const beside = await posted();
  const asked = await fileRequest(engine, { platformId, answers: answers(contentId, { locations: [urlOf(contentId), urlOf(beside)] }) });
  const said = await saidAndEnded(contentId);
  expect(await rule(asked.trackingNumber, 'remove')).toEqual({ outcome: 'may-be-young', young: 'ended' });
  const { rows, total } = await saidYoungRows(engine.store.db, null, 100);
  expect([rows, total]).toMatchObject([[{ trackingNumber: said, uploadCount: 1, dueAt: new Date(house.now().getTime() + hours(48)) }], 1]);
  expect(await openOnDesk(engine, ada, said)).toMatchObject({
    state: 'withdrawn',
    isYoung: true,
    hasPreview: false,
    saidYoung: { state: 'open' },
    uploads: [{ contentId }],
  });
  expect(await findAdult(engine, { trackingNumber: said, why: '  ', moderatorId: ada })).toBe('no-reason');
  expect(await findAdult(engine, { trackingNumber: said, why, moderatorId: ada })).toBe('found');
  expect(await findAdult(engine, { trackingNumber: said, why, moderatorId: bob })).toBe('not-open');
  expect(await waiting()).toEqual([]);
  expect(await openOnDesk(engine, bob, said)).toMatchObject({ isYoung: false, saidYoung: { state: 'adult', by: 'Ada', note: why } });
  expect((await house.acts('age.found-adult')).at(-1)).toEqual({ request: said, moderator: ada, adult: 'certainly' });
  expect(await rule(asked.trackingNumber, 'remove')).toMatchObject({ outcome: 'decided' });
  expect([await kinds(contentId), await kinds(beside)]).toEqual([['content.remove'], ['content.remove']]);
});

test('referred there, nothing but that upload goes out of view: the other picture of a request is removed by itself', async () => {
  const contentId = await posted();
  const beside = await posted();
  const asked = await fileRequest(engine, { platformId, answers: answers(contentId, { locations: [urlOf(contentId), urlOf(beside)] }) });
  const said = await saidAndEnded(contentId);
  const told = (await house.feed()).length;
  for (const decision of ['remove', 'keep'] as const) expect(await rule(said, decision, { adult: why })).toEqual({ outcome: 'closed' });
  expect(await rule(said, 'refer')).toMatchObject({ outcome: 'decided' });
  // The service heard that the request is withdrawn: of the request it hears nothing more.
  expect((await house.feed()).slice(told).map(({ type }) => type)).toEqual(['content.restrict']);
  expect((await house.told(contentId))[0]?.data).toMatchObject({ preserve: true, tellUploader: false });
  expect(await rule(said, 'refer', { moderatorId: bob })).toMatchObject({ outcome: 'already', decidedBy: 'Ada' });
  expect(await findAdult(engine, { trackingNumber: said, why, moderatorId: ada })).toBe('not-open');
  expect(await waiting()).toEqual([]);
  expect(await openOnDesk(engine, ada, said)).toMatchObject({ state: 'withdrawn', saidYoung: null, decision: { decision: 'refer' } });
  expect(await rule(asked.trackingNumber, 'remove')).toMatchObject({ outcome: 'decided' });
  expect([await kinds(contentId), await kinds(beside)]).toEqual([['content.restrict'], ['content.remove']]);
});

test('that it is adult can be taken back: it waits again, and another request about it is removed no more', async () => {
  const contentId = await posted();
  const asked = await fileRequest(engine, { platformId, answers: answers(contentId) });
  const said = await saidAndEnded(contentId);
  expect(await takeBackAdult(engine, { trackingNumber: said, moderatorId: ada })).toBe('not-found-adult');
  await findAdult(engine, { trackingNumber: said, why, moderatorId: ada });
  expect(await takeBackAdult(engine, { trackingNumber: said, moderatorId: bob })).toBe('taken-back');
  expect(await takeBackAdult(engine, { trackingNumber: said, moderatorId: bob })).toBe('not-found-adult');
  expect((await house.acts('age.taken-back')).at(-1)).toEqual({ request: said, moderator: bob });
  expect(await waiting()).toEqual([said]);
  expect(await rule(asked.trackingNumber, 'remove')).toEqual({ outcome: 'may-be-young', young: 'ended' });
  await findAdult(engine, { trackingNumber: said, why, moderatorId: ada });
  await rule(asked.trackingNumber, 'keep');
});

test('of what the service deletes nobody is asked', async () => {
  const contentId = await posted();
  const said = await saidAndEnded(contentId);
  expect(await waiting()).toEqual([said]);
  await forgetContent(engine, platformId, contentId);
  expect(await waiting()).toEqual([]);
});

test('overdue, it is what is opened next; whoever looked at it a moment ago goes on to the next', async () => {
  const said = await saidAndEnded(await posted());
  house.later(hours(49));
  const other = await fileRequest(engine, { platformId, answers: answers(await posted()) });
  const next = (trackingNumber: string) =>
    engine.store.transact((tx) =>
      nextAfterRequest(tx.sql, {
        dueAt: new Date(0),
        trackingNumber,
        isYoung: false,
        moderatorName: 'Ada',
        passedOver: new Set(),
        now: tx.now,
      }),
    );
  expect(await next('LK-0000-0000-0000-0')).toEqual({ kind: 'request', trackingNumber: said });
  await openOnDesk(engine, ada, said);
  expect(await next(said)).toEqual({ kind: 'request', trackingNumber: other.trackingNumber });
  await findAdult(engine, { trackingNumber: said, why, moderatorId: ada });
});
