/** What was said of somebody under 18, by whoever ended the case then: is it judged all the same, and does nothing wait for it for ever? */
import { CasePin, hiddenForYoung, serviceByDefault, statementTakenBackHidden } from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import type { ScreenedUpload } from '../store/content.ts';
import { complainAsUploader } from './complain.ts';
import { decide, type Ruled, type Ruling } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { nextAfterRequest, saidYoungRows } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { findAdult, takeBackAdult } from './said-young.ts';
import { screen } from './screen.ts';
import { setServiceLaw } from './service-facts.ts';
import { setAside } from './set-aside.ts';
import { aCode, answers, anUpload, aPicture, pdq, sha256, sweepAll, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';
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

test('of what it deletes while another request needs it somebody is, for that one waits: referred, or found adult, it waits no more', async () => {
  for (const end of ['refer', 'adult'] as const) {
    const contentId = await posted();
    const beside = await posted();
    const named = { locations: [urlOf(contentId), urlOf(beside)] };
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId, named) });
    const said = await saidAndEnded(contentId);
    await forgetContent(engine, platformId, contentId);
    expect(await rule(trackingNumber, 'remove')).toEqual({ outcome: 'may-be-young', young: 'ended' });
    expect(await waiting()).toEqual([said]);
    if (end === 'refer') expect(await rule(said, 'refer')).toMatchObject({ outcome: 'decided' });
    else await findAdult(engine, { trackingNumber: said, why, moderatorId: ada });
    expect(await rule(trackingNumber, 'remove')).toMatchObject({ outcome: 'decided' });
    expect(await kinds(beside)).toEqual(['content.remove']);
  }
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

describe('a copy that a match alone holds, and that an open request says may show a minor', () => {
  /** A removal that listed a picture, and a copy of it that is held, by the match alone. */
  async function heldCopy() {
    const picture = aPicture();
    const listed = house.newName();
    await screen(engine, platformId, anUpload(listed, pdq(picture), sha256(aPicture())));
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(listed) });
    const ruled = await rule(trackingNumber, 'remove', { moderatorId: bob });
    const decisionId = ruled.outcome === 'decided' ? ruled.decisionId : '';
    await sweepAll(engine);
    await engine.index.catchUp(engine.store.db);
    const copy = house.newName();
    const upload = anUpload(copy, pdq(picture), sha256(aPicture()));
    expect((await screen(engine, platformId, upload)).verdict).toBe('hold');
    const said = await fileRequest(engine, { platformId, answers: answers(copy, { isYoung: true }), code: { code: aCode(), pin } });
    return { listed, decisionId, copy, upload, said };
  }
  const again = async (upload: ScreenedUpload) => (await screen(engine, platformId, upload)).verdict;
  const takesBack: Readonly<Record<string, (of: { readonly listed: string; readonly decisionId: string }) => Promise<unknown>>> = {
    'is taken back': ({ decisionId }) => undoDecision(engine, decisionId, bob),
    'is set aside': ({ decisionId }) => setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada }),
    'is complained about, rightly': async ({ listed }) => {
      const action = await engine.store.db
        .selectFrom('action')
        .select('id')
        .where('content_id', '=', listed)
        .where('kind', '=', 'content.remove')
        .executeTakeFirstOrThrow();
      const { complaintId } = await complainAsUploader(engine, { actionId: action.id, reason: 'agreed', text: '', via: 'api' });
      house.later(hours(24 * 8));
      return decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: ada });
    },
  };

  for (const [how, takeBack] of Object.entries(takesBack))
    test(`stays hidden when what listed it ${how}, until that request is found adult`, async () => {
      const { listed, decisionId, copy, upload, said } = await heldCopy();
      const before = (await kinds(copy)).length;
      expect(await takeBack({ listed, decisionId })).toMatch(/^(undone|set-aside|decided)$/);
      await sweepAll(engine);
      await tick(engine);
      expect((await kinds(listed)).at(-1)).toBe('content.restore');
      expect((await kinds(copy)).slice(before)).toEqual(['content.restrict']);
      expect((await house.told(copy)).at(-1)?.data).toMatchObject({ reason: hiddenForYoung, trackingNumber: said.trackingNumber });
      expect(await again(upload)).toBe('hold');
      const open = await engine.store.db
        .selectFrom('review')
        .innerJoin('content', 'content.ref', 'review.ref')
        .select('review.id')
        .where('content.content_id', '=', copy)
        .where('review.closed_at', 'is', null)
        .execute();
      expect(open).toEqual([]);
      await rule(said.trackingNumber, 'keep', { adult: why });
      expect((await kinds(copy)).slice(before)).toEqual(['content.restrict', 'content.restore']);
      expect(await again(upload)).toBe('allow');
    });

  test('stays hidden until its case ends, and is given back then; nothing that holds it otherwise is', async () => {
    const { decisionId, listed, copy, upload, said } = await heldCopy();
    await takesBack['is set aside']?.({ decisionId, listed });
    await askWithdrawal(engine, said.caseId, pin);
    await tick(engine);
    expect((await kinds(copy)).slice(-2)).toEqual(['content.restrict', 'content.restore']);
    expect(await again(upload)).toBe('allow');
    await findAdult(engine, { trackingNumber: said.trackingNumber, why, moderatorId: ada });
  });

  test('that somebody had removed for the match is hidden, and not shown, when that goes with what listed it', async () => {
    const { decisionId, copy, said } = await heldCopy();
    await rule(said.trackingNumber, 'keep', { adult: why });
    const { id: reviewId } = await engine.store.db
      .selectFrom('review')
      .innerJoin('content', 'content.ref', 'review.ref')
      .select('review.id')
      .where('content.content_id', '=', copy)
      .where('review.closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    expect(
      await decide(engine, { about: { reviewId }, decision: 'remove', ground: 'same-picture', note: '', moderatorId: ada }),
    ).toMatchObject({ outcome: 'decided' });
    const later = await fileRequest(engine, { platformId, answers: answers(copy, { isYoung: true }) });
    await setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada });
    expect((await kinds(copy)).slice(-2)).toEqual(['content.remove', 'content.restrict']);
    await rule(later.trackingNumber, 'keep', { adult: why });
    expect((await kinds(copy)).at(-1)).toBe('content.restore');
  });
});

test('a removal that rested on “certainly 18” and is taken back shows nothing again: hidden until somebody decides, and whoever posted it hears that the reasons count no more', async () => {
  const facts = { ...serviceByDefault, territories: ['US', 'EU'] } as const;
  await setServiceLaw(engine.store, platformId, { facts, interim: null });
  const contentId = await posted();
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
  const ruled = await rule(trackingNumber, 'remove', { adult: why });
  await setServiceLaw(engine.store, platformId, { facts: serviceByDefault, interim: null });
  expect((await house.told(contentId)).map(({ data }) => data.statement?.id)).toEqual([expect.any(String)]);
  expect(await undoDecision(engine, ruled.outcome === 'decided' ? ruled.decisionId : '', ada)).toBe('undone');
  expect(await kinds(contentId)).toEqual(['content.remove', 'content.restrict']);
  expect((await house.told(contentId)).at(-1)?.data).toMatchObject({ reason: hiddenForYoung, answer: statementTakenBackHidden });
  await tick(engine);
  expect(await kinds(contentId)).toEqual(['content.remove', 'content.restrict']);
  await rule(trackingNumber, 'keep', { adult: why });
  expect((await kinds(contentId)).at(-1)).toBe('content.restore');
  await sweepAll(engine);
});
