/** Can a moderator ask before deciding, without a clock standing still, and have it out of view meanwhile without that being a decision? */
import { Problem } from '@likeness/contract';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { amendRequest, readRequest } from './amend-request.ts';
import { type AskedForMore, askForMore } from './ask-for-more.ts';
import { queuedRequests } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests();
const { engine, platformId, ada } = house;
const aRequest = async (more = {}) => {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const filed = await fileRequest(engine, { platformId, answers: answers(contentId, more), code: { code: aCode(), pin: null } });
  return { ...filed, contentId };
};
const ask = (trackingNumber: string, more: Partial<AskedForMore> = {}) =>
  askForMore(engine, { trackingNumber, questions: ['which', 'more'], isRestricted: false, moderatorId: ada, ...more });
const told = async (of: { readonly trackingNumber?: string; readonly contentId?: string }) =>
  (await house.feed()).filter(
    ({ type, data }) =>
      (type.startsWith('content.') && data.contentId === of.contentId) ||
      (type === 'request.asked' && data.trackingNumber === of.trackingNumber),
  );
const hers = async (caseId: string) => (await readCase(engine, caseId))?.requests[0];
const keep = (trackingNumber: string) => house.decides({ trackingNumber }, 'keep', 'cannot-locate');

describe('what a moderator asks before deciding', () => {
  test('is read in her case with the fields to answer, told to the service, and moves no clock', async () => {
    const { trackingNumber, caseId, dueAt } = await aRequest();
    expect(await ask(trackingNumber)).toBe('done');
    expect(await hers(caseId)).toMatchObject({ asked: ['which', 'more'], standing: { key: 'asked', until: dueAt }, dueAt });
    expect((await hers(caseId))?.timeline.find(({ key }) => key === 'asked')?.sentence).toContain('Which one is it?');
    const [entry] = await told({ trackingNumber });
    expect(entry?.data).toMatchObject({ dueAt: dueAt.toISOString(), questions: [{ key: 'which' }, { key: 'more' }] });
    expect((await readRequest(engine, platformId, trackingNumber)).asked).toEqual(['which', 'more']);
    const { rows } = await queuedRequests(engine.store.db, null, 100);
    expect(rows.find((row) => row.trackingNumber === trackingNumber)?.askedAt).toEqual(house.now());
  });

  test('is asked still when the decision was a slip', async () => {
    const { trackingNumber, caseId } = await aRequest();
    await ask(trackingNumber);
    const decisionId = await keep(trackingNumber);
    expect((await hers(caseId))?.asked).toEqual([]);
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect(await hers(caseId)).toMatchObject({ asked: ['which', 'more'], standing: { key: 'asked' } });
  });

  test('is over with its own answer and nothing else that she adds, and the same may be asked again then', async () => {
    const { trackingNumber, caseId } = await aRequest();
    await ask(trackingNumber);
    expect(await ask(trackingNumber)).toBe('nothing');
    house.later(hours(1));
    await amendRequest(engine, { caseId }, trackingNumber, { statement: { details: 'It was sent to one person.' } });
    expect(await hers(caseId)).toMatchObject({ asked: ['which'], standing: { key: 'asked' } });
    const waiting = async () =>
      (await queuedRequests(engine.store.db, null, 100)).rows.find((row) => row.trackingNumber === trackingNumber)?.askedAt;
    expect(await waiting()).toBeInstanceOf(Date);
    const row = (await queuedRequests(engine.store.db, null, 100)).rows.find((one) => one.trackingNumber === trackingNumber);
    expect(row?.isPartlyAnswered).toBe(true);
    await amendRequest(engine, { caseId }, trackingNumber, { contact: { email: 'maria@example.com' } });
    expect((await hers(caseId))?.asked).toEqual(['which']);
    await amendRequest(engine, { caseId }, trackingNumber, { locationDetails: 'The third one.' });
    expect(await hers(caseId)).toMatchObject({ asked: [], standing: { key: 'waiting' } });
    expect(await waiting()).toBeNull();
    expect((await openOnDesk(engine, ada, trackingNumber))?.answers?.statement).toEqual({
      notConsensual: true,
      goodFaith: true,
      details: 'It was sent to one person.',
    });
    expect(await ask(trackingNumber)).toBe('done');
  });

  test('silence decides nothing: it is overdue at its time, and decided by what is there', async () => {
    const { trackingNumber, caseId } = await aRequest();
    await ask(trackingNumber);
    house.later(hours(49));
    await tick(engine);
    expect((await hers(caseId))?.standing.key).toBe('overdue');
    expect((await openOnDesk(engine, ada, trackingNumber))?.state).toBe('open');
    await keep(trackingNumber);
    expect((await hers(caseId))?.asked).toEqual([]);
  });

  test('is asked once under every law of the filing', async () => {
    const filed = await fileRequest(engine, {
      platformId,
      answers: answers(house.newName()),
      bases: ['take-it-down', 'digital-services-act'],
      code: { code: aCode(), pin: null },
    });
    await ask(filed.trackingNumber);
    for (const { trackingNumber } of filed.requests)
      expect((await readRequest(engine, platformId, trackingNumber)).asked, trackingNumber).toEqual(['which', 'more']);
    expect(await told(filed)).toHaveLength(1);
  });

  test('is nothing that only an agent can say, of anybody else; and nothing once it is decided or withdrawn', async () => {
    const { trackingNumber, caseId } = await aRequest();
    await expect(ask(trackingNumber, { questions: ['acting'] })).rejects.toThrow(RangeError);
    const agents = await aRequest({ onBehalfOf: 'agent', agentAuthority: 'I am her lawyer.' });
    expect(await ask(agents.trackingNumber, { questions: ['acting'] })).toBe('done');
    await keep(agents.trackingNumber);
    expect(await ask(agents.trackingNumber)).toBe('closed');
    await askWithdrawal(engine, caseId, null);
    house.later(hours(73));
    await tick(engine);
    expect(await ask(trackingNumber)).toBe('closed');
    await expect(readRequest(engine, platformId, 'LK-0000-0000-0000-0')).rejects.toThrow(Problem);
  });
});

describe('before a decision', () => {
  test('what it names is kept from being seen meanwhile, and given back by a refusal', async () => {
    const one = await aRequest();
    expect(await ask(one.trackingNumber, { questions: [], isRestricted: true })).toBe('done');
    expect(await ask(one.trackingNumber, { questions: [], isRestricted: true })).toBe('nothing');
    const types = async () => (await told(one)).map(({ type }) => type);
    expect(await types()).toEqual(['content.restrict']);
    expect((await openOnDesk(engine, ada, one.trackingNumber))?.uploads.map(({ standing }) => standing)).toEqual(['restricted']);
    expect((await hers(one.caseId))?.timeline.map(({ key }) => key)).toContain('restricted');
    await keep(one.trackingNumber);
    house.later(hours(1));
    await tick(engine);
    expect(await types()).toEqual(['content.restrict', 'content.restore']);
  });

  test('and removed by a removal', async () => {
    const one = await aRequest();
    await ask(one.trackingNumber, { isRestricted: true });
    const { trackingNumber } = one;
    await house.decides({ trackingNumber }, 'remove', 'valid-request');
    await tick(engine);
    expect((await told(one)).map(({ type }) => type)).toEqual(['content.restrict', 'request.asked', 'content.remove']);
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });
});
