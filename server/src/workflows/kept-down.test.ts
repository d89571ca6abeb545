/** Does whoever uploaded something read why it stays down, when the decision that had it removed ends and another one keeps it down? */
import type { BasisId } from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { statementAddress, statementBehind } from '../outbox/statement-address.ts';
import { requestByNumber } from '../store/cases.ts';
import { complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decideComplaint } from './decide-complaint.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { readStatement } from './read-statement.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { deskForTests, type TestDesk } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests({ territories: ['EU'] });
const { engine, platformId, ada, bob } = house;
const ordered: Partial<Parameters<typeof answers>[1]> = {
  onBehalfOf: 'authority',
  texts: {
    'authority-order': Object.fromEntries(['issuer', 'reference', 'law', 'reason', 'scope', 'redress'].map((key) => [key, 'x'])),
  },
};
/** A request about it that is granted. */
const granted = async (contentId: string, basis: BasisId = 'digital-services-act', ground = 'own-rules') => {
  const { trackingNumber } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, {
      basis,
      contact: { name: 'Maria Example', email: 'maria@example.org' },
      statement: { notConsensual: true, goodFaith: true, details: 'It shows me, Maria.' },
      declarations: { 'digital-services-act': { accurate: true } },
      ...(basis === 'authority-order' ? ordered : {}),
    }),
    bases: [basis],
  });
  return { trackingNumber, decisionId: await house.decides({ trackingNumber }, 'remove', ground) };
};
/** An upload that one request had removed, and so many more have been granted about. */
const removed = async (...others: readonly (readonly [BasisId, string])[]) => {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const first = await granted(contentId);
  const more = [];
  for (const [basis, ground] of others) {
    house.later(hours(0.01));
    more.push(await granted(contentId, basis, ground));
  }
  expect(await house.told(contentId)).toHaveLength(1);
  return { contentId, first, more };
};
type Entry = Awaited<ReturnType<TestDesk['told']>>[number] | undefined;
const stated = (entry: Entry) => statementAddress(engine.keys, engine.publicUrl, entry?.data.statement?.id ?? '');
const confirm = async (entry: Entry) => completeAction(engine, platformId, entry?.data.actionId ?? '', {});
const closedAt = async (trackingNumber: string) => (await requestByNumber(engine.store.db, trackingNumber))?.closedAt ?? null;
const standing = async (trackingNumber: string) => (await openOnDesk(engine, ada, trackingNumber))?.uploads[0]?.standing;

const ends = {
  'a slip that is taken back': (decisionId: string) => undoDecision(engine, decisionId, ada),
  'a court': (decisionId: string) => setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada }),
  'a complaint that was right': async (_: string, actionId: string) => {
    const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    house.later(hours(24 * 8));
    return decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob });
  },
} as const;

describe('what another decision wants down, too', () => {
  test.each(Object.entries(ends))('is told with the reasons of that one once the first is ended by %s', async (_, end) => {
    const { contentId, first, more } = await removed(['take-it-down', 'valid-request']);
    const [second] = more;
    const [removal] = await house.told(contentId);
    await confirm(removal);
    const wasClosed = await closedAt(second?.trackingNumber ?? '');
    await end(first.decisionId, removal?.data.actionId ?? '');

    const [, kept, ...rest] = await house.told(contentId);
    expect(rest).toEqual([]);
    expect(kept).toMatchObject({
      type: 'content.remove',
      data: {
        contentId,
        trackingNumber: second?.trackingNumber,
        ground: 'valid-request',
        reason: expect.stringContaining('It is down already'),
        statement: { restriction: { type: 'removal' }, ground: { reference: expect.stringContaining('TAKE IT DOWN') } },
      },
    });
    expect(JSON.stringify(kept?.data)).not.toMatch(/Maria|shows me/);
    // It is the same removal: what the service confirmed stays confirmed.
    expect(await standing(second?.trackingNumber ?? '')).toBe('removed');
    expect(await closedAt(second?.trackingNumber ?? '')).toEqual(wasClosed);
    expect(await confirm(kept)).toEqual({ completedAt: wasClosed });

    const old = await readStatement(engine, stated(removal));
    expect([old?.isTakenBack, old?.isShownAgain]).toEqual([true, false]);
    expect(statementBehind(engine.keys, old?.newerSecret ?? '')).toBe(kept?.data.statement?.id);
    // Six months from the day on which they were told.
    house.later(hours(24 * 180));
    expect(await readStatement(engine, stated(kept))).toMatchObject({
      isTakenBack: false,
      complaint: null,
      mayComplainUntil: expect.any(Date),
    });
    const actionId = kept?.data.actionId ?? '';
    const { complaintId, was } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    expect(was).toBe('taken');
    house.later(hours(24 * 8));
    await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob });
    expect((await house.told(contentId)).at(-1)).toMatchObject({ type: 'content.restore', data: { answer: expect.any(String) } });
    expect(await readStatement(engine, stated(kept))).toMatchObject({ isTakenBack: true, isShownAgain: true });
  });

  test('by an order stays so, and nobody is told why; and where a third wants it down, that is told when the second ends', async () => {
    const { contentId, first, more } = await removed(['authority-order', 'valid-request'], ['digital-services-act', 'own-rules']);
    const [order, third] = more;
    await undoDecision(engine, first.decisionId, ada);
    // A reason that may be told comes first.
    expect((await house.told(contentId)).at(-1)?.data).toMatchObject({
      trackingNumber: third?.trackingNumber,
      statement: expect.anything(),
    });
    await undoDecision(engine, third?.decisionId ?? '', ada);
    const last = (await house.told(contentId)).at(-1);
    expect(last).toMatchObject({ type: 'content.remove', data: { trackingNumber: order?.trackingNumber } });
    expect(last?.data).not.toHaveProperty('statement');
    await undoDecision(engine, order?.decisionId ?? '', ada);
    expect((await house.told(contentId)).at(-1)?.type).toBe('content.restore');
  });

  test('and that nobody has confirmed yet is still waited for, by everybody who waits', async () => {
    const { contentId, first, more } = await removed(['digital-services-act', 'own-rules'], ['take-it-down', 'valid-request']);
    await undoDecision(engine, first.decisionId, ada);
    const numbers = more.map(({ trackingNumber }) => trackingNumber);
    expect(await Promise.all(numbers.map(standing))).toEqual(['removal-ordered', 'removal-ordered']);
    expect(await Promise.all(numbers.map(closedAt))).toEqual([null, null]);
    await confirm((await house.told(contentId)).at(-1));
    expect(await Promise.all(numbers.map(closedAt))).toEqual([house.now(), house.now()]);
  });

  test('is shown again where both are taken back at one moment', async () => {
    const { contentId, first, more } = await removed(['digital-services-act', 'own-rules']);
    await Promise.all([undoDecision(engine, first.decisionId, ada), undoDecision(engine, more[0]?.decisionId ?? '', ada)]);
    expect((await house.told(contentId)).at(-1)?.type).toBe('content.restore');
    expect(await standing(first.trackingNumber)).toBe('visible');
  });

  test('is told once: what was told of it before, by an act of its own, is not told again', async () => {
    const { contentId, first, more } = await removed(['take-it-down', 'valid-request']);
    await undoDecision(engine, first.decisionId, ada);
    await house.decides({ trackingNumber: first.trackingNumber }, 'remove', 'own-rules');
    expect(await house.told(contentId)).toHaveLength(2);
    await undoDecision(engine, more[0]?.decisionId ?? '', ada);
    const last = (await house.told(contentId)).at(-1);
    expect([last?.type, last?.data.trackingNumber]).toEqual(['content.remove', first.trackingNumber]);
    expect(await house.told(contentId)).toHaveLength(3);
  });
});

test('what an order has removed is told to whoever uploaded it by the service, unless the order forbids it; no statement of ours goes with it', async () => {
  const carriedOut = async (more: Partial<Parameters<typeof answers>[1]>) => {
    const contentId = house.newName();
    await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { basis: 'authority-order', ...ordered, ...more }),
      bases: ['authority-order'],
    });
    await (more?.isYoung === true
      ? house.decides({ trackingNumber }, 'refer', 'perhaps-under-18')
      : house.decides({ trackingNumber }, 'remove', 'valid-request'));
    const [act] = await house.told(contentId);
    return { type: act?.type, tellUploader: act?.data.tellUploader, statement: act?.data.statement };
  };
  const removal = { type: 'content.remove', statement: undefined };
  expect(await carriedOut({})).toEqual({ ...removal, tellUploader: true });
  const forbidden = { 'authority-order': { 'uploader-not-told': true } };
  expect(await carriedOut({ declarations: forbidden })).toEqual({ ...removal, tellUploader: false });
  expect(await carriedOut({ isYoung: true })).toEqual({ type: 'content.restrict', statement: undefined, tellUploader: false });
});
