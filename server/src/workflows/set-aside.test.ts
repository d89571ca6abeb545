/** Is a removal that somebody outside set aside put right, once, by those who may, and on a ground that belongs to it? */
import { type BasisId, counterNoticeWindow } from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { statementAddress } from '../outbox/statement-address.ts';
import { answerComplaint, complainAsRequester, complainAsUploader } from './complain.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint, openComplaintCount } from './desk-complaints.ts';
import { decisionMade } from './desk-decision.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { readStatement } from './read-statement.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { aCode, answers, anUpload, aPicture, edited, pdq } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests({ territories: ['US', 'EU'] });
const { engine, platformId, ada, bob } = house;
const removed = async (basis: BasisId = 'take-it-down', more = {}, otherLaws: readonly BasisId[] = []) => {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const { trackingNumber, caseId } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, { basis, ...more }),
    bases: [basis, ...otherLaws],
    code: { code: aCode(), pin: null },
  });
  return { contentId, trackingNumber, caseId, decisionId: await house.decides({ trackingNumber }, 'remove', 'valid-request') };
};
const byOrder = {
  onBehalfOf: 'authority',
  texts: {
    'authority-order': {
      issuer: 'The prosecutor',
      reference: 'AZ 12',
      law: 'Law 1',
      reason: 'It is illegal.',
      scope: 'EU',
      redress: 'The court',
    },
  },
};
const outside = (decisionId: string, ground = 'court', note = 'Case 12 of 3 March') =>
  setAside(engine, { decisionId, ground, note, moderatorId: ada });
const told = async ({ contentId, trackingNumber }: { readonly contentId: string; readonly trackingNumber: string }) =>
  (await house.feed()).filter(({ data }) => data.contentId === contentId || data.trackingNumber === trackingNumber);
const standingNow = (trackingNumber: string) =>
  engine.store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('decision')
      .select('id')
      .where('tracking_number', '=', trackingNumber)
      .where('reversed_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { id: row.id, made: await decisionMade(engine, tx, row.id) };
  });

describe('a removal that is set aside', () => {
  test('by a court, whenever it was made: all is put right, both sides read so, and nobody complains about it here', async () => {
    const one = await removed();
    house.later(hours(24 * 300));
    expect(await outside(one.decisionId)).toBe('set-aside');
    expect((await told(one)).map(({ type, data }) => [type, data.outcome ?? data.ground ?? ''])).toEqual([
      ['request.received', ''],
      ['content.remove', 'valid-request'],
      ['request.decided', 'remove'],
      ['content.restore', ''],
      ['request.decided', 'keep'],
    ]);
    const { id, made } = await standingNow(one.trackingNumber);
    expect(made).toMatchObject({ decision: 'keep', ground: 'court', note: 'Case 12 of 3 March', undoUntil: null });
    const [hers] = (await readCase(engine, one.caseId))?.requests ?? [];
    expect(hers?.standing.sentence).toContain('For this request the service no longer takes the picture down');
    expect(hers?.timeline.find(({ key }) => key === 'reversed')?.sentence).toContain('a court or another body');
    expect(hers?.disagreement.complain).toBeNull();
    const { trackingNumber, caseId } = one;
    await expect(complainAsRequester(engine, { caseId, trackingNumber, reason: 'other', text: '' })).rejects.toMatchObject({
      code: 'complaint/closed',
    });
    expect(await undoDecision(engine, id, ada)).toBe('over');
  });

  test('by the authority that gave the order, and a copyright notice by a counter-notice, and neither where it does not belong', async () => {
    const order = await removed('authority-order', byOrder);
    const plain = await removed();
    expect(await outside(plain.decisionId, 'order-revoked')).toBe('unfit');
    expect(await outside(plain.decisionId, 'counter-notice')).toBe('unfit');
    expect(await outside(order.decisionId, 'order-revoked')).toBe('set-aside');
    expect((await told(order)).at(-1)?.data).toMatchObject({ outcome: 'keep', ground: 'order-revoked' });
  });

  test('by a counter-notice on the tenth to fourteenth business day after it came, and on another day with a reason, which the note keeps', async () => {
    const notice = (decisionId: string, receivedOn: string, why = '', timeZone = 'UTC') =>
      setAside(engine, {
        decisionId,
        ground: 'counter-notice',
        note: 'Letter',
        moderatorId: ada,
        counterNotice: { receivedOn, why },
        timeZone,
      });
    const work = { texts: { dmca: { work: 'A photograph of mine.' } }, signatures: { dmca: 'Maria Example' } };
    const one = await removed('dmca', { ...work, declarations: { dmca: { 'not-authorised-use': true, perjury: true } } });
    const day = (days: number): string => new Date(house.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const came = day(0);
    const window = counterNoticeWindow(came);
    expect(await outside(one.decisionId, 'counter-notice')).toEqual({ notInTime: 'no-day', window: null });
    expect(await notice(one.decisionId, day(-1))).toMatchObject({ notInTime: 'before-removal' });
    expect(await notice(one.decisionId, day(1))).toMatchObject({ notInTime: 'to-come' });
    house.later(Date.parse(`${window.earliest}T01:00:00Z`) - house.now().getTime());
    // In New York it is the evening before.
    expect(await notice(one.decisionId, came, '', 'America/New_York')).toEqual({ notInTime: 'too-early', window });
    expect((await told(one)).map(({ type }) => type)).not.toContain('content.restore');
    expect(await notice(one.decisionId, came)).toBe('set-aside');
    expect((await standingNow(one.trackingNumber)).made?.note).toBe(
      `Letter\nThe counter-notice came on ${came}: to be shown again from ${window.earliest} to ${window.last}.`,
    );

    const early = await removed('dmca', { ...work, declarations: { dmca: { 'not-authorised-use': true, perjury: true } } });
    expect(await notice(early.decisionId, day(0), 'Whoever filed took the notice back.')).toBe('set-aside');
    expect((await standingNow(early.trackingNumber)).made?.note).toContain('because: Whoever filed took the notice back.');
  });

  test('where it stands under another law too, an order that was taken back shows nothing again, and a court does', async () => {
    const both = await removed(
      'authority-order',
      {
        ...byOrder,
        statement: { notConsensual: true, goodFaith: true, details: 'The order says why.' },
        declarations: { 'digital-services-act': { accurate: true } },
      },
      ['digital-services-act'],
    );
    const made = await engine.store.db
      .selectFrom('decision')
      .innerJoin('request', 'request.tracking_number', 'decision.tracking_number')
      .select(['decision.id', 'request.basis'])
      .where('request.filing_id', '=', (eb) =>
        eb.selectFrom('request as lead').select('lead.filing_id').where('lead.tracking_number', '=', both.trackingNumber),
      )
      .where('decision.outcome', '=', 'remove')
      .execute();
    expect(made.map(({ basis }) => basis).toSorted()).toEqual(['authority-order', 'digital-services-act']);
    const ordered = made.find(({ basis }) => basis === 'authority-order')?.id ?? '';
    expect(await outside(ordered, 'order-revoked')).toBe('another-law');
    expect((await told(both)).map(({ type }) => type)).not.toContain('content.restore');
    expect(await outside(ordered, 'court')).toBe('set-aside');
    expect((await told(both)).map(({ type }) => type)).toContain('content.restore');
  });

  test('once: two at once, and a refusal or a referral never', async () => {
    const one = await removed();
    const both = await Promise.all([outside(one.decisionId), outside(one.decisionId)]);
    expect(both.toSorted()).toEqual(['already', 'set-aside']);
    const { id } = await standingNow(one.trackingNumber);
    expect(await outside(id)).toBe('not-a-removal');
    expect(await outside('none')).toBe('unknown');
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('by a lead: a moderator is refused', async () => {
    const one = await removed();
    await engine.store.db.updateTable('moderator').set({ role: 'moderator' }).where('id', '=', ada).execute();
    await expect(outside(one.decisionId)).rejects.toMatchObject({ code: 'console/not-allowed' });
    await engine.store.db.updateTable('moderator').set({ role: 'admin' }).where('id', '=', ada).execute();
  });
});

describe('a complaint that is open when the removal is set aside', () => {
  const removalOf = async (contentId: string) => {
    const entry = (await house.told(contentId)).find(({ type }) => type === 'content.remove');
    const { actionId, statement } = entry?.data ?? {};
    if (actionId === undefined || statement === undefined) throw new Error('no statement');
    return { actionId, address: statementAddress(engine.keys, engine.publicUrl, statement.id) };
  };
  const complains = async (contentId: string) =>
    (await complainAsUploader(engine, { ...(await removalOf(contentId)), reason: 'agreed', text: 'She said yes to me.', via: 'page' }))
      .complaintId;

  test('of whoever posted it is closed with it: they read why, she is not asked any more, and nobody judges it', async () => {
    const one = await removed();
    const { trackingNumber, caseId } = one;
    const complaintId = await complains(one.contentId);
    const before = await openComplaintCount(engine.store.db);
    expect((await readCase(engine, caseId))?.requests[0]?.disagreement.question).not.toBeNull();
    expect(await outside(one.decisionId)).toBe('set-aside');
    expect(await openComplaintCount(engine.store.db)).toBe(before - 1);
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({
      state: 'decided',
      judged: {
        outcome: 'upheld',
        unjudged: 'outside',
        groundLabel: 'It was settled outside the service',
        note: 'Case 12 of 3 March',
        by: 'Ada',
      },
    });
    const { address } = await removalOf(one.contentId);
    const answer = expect.stringContaining('settled outside the service');
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: true, complaint: { outcome: 'upheld', answer } });
    const told = (await house.feed()).filter(({ data }) => data.complaintId === complaintId).map(({ type, data }) => [type, data.ground]);
    expect(told).toEqual([
      ['complaint.received', undefined],
      ['complaint.decided', 'decided-outside'],
    ]);
    expect((await house.acts('complaint.decided')).at(-1)).toMatchObject({
      complaint: complaintId,
      moderator: ada,
      ground: 'decided-outside',
    });
    const [hers] = (await readCase(engine, caseId))?.requests ?? [];
    expect(hers?.disagreement).toEqual({ question: null, complain: null, complained: null });
    const last = hers?.timeline.slice(-3) ?? [];
    expect(last.map(({ key }) => key)).toEqual(['reversed', 'decided-keep', 'complaint-decided']);
    expect(last.at(-1)?.sentence).toContain('you do not need to answer');
    expect(await answerComplaint(engine, { caseId, trackingNumber, answer: 'keep-down', text: 'No.' })).toBe('over');
    const late = { complaintId, ground: 'agreed', note: '', moderatorId: bob, outcome: 'upheld' } as const;
    expect(await decideComplaint(engine, late)).toBe('already');
    // Nobody chooses this ground for a complaint that is judged.
    await expect(decideComplaint(engine, { ...late, ground: 'decided-outside' })).rejects.toThrow(RangeError);
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('about a copy that was removed because of it is closed, too, and tells her nothing', async () => {
    const contentId = house.newName();
    const picture = aPicture();
    await screen(engine, platformId, anUpload(contentId, pdq(picture)));
    const { trackingNumber, caseId } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId),
      bases: ['take-it-down'],
      code: { code: aCode(), pin: null },
    });
    const decisionId = await house.decides({ trackingNumber }, 'remove', 'valid-request');
    await engine.index.catchUp(engine.store.db);
    const copy = house.newName();
    await screen(engine, platformId, anUpload(copy, pdq(edited(picture, 4))));
    const review = await engine.store.db.selectFrom('review').select('id').where('closed_at', 'is', null).executeTakeFirstOrThrow();
    await house.decides({ reviewId: review.id }, 'remove', 'same-picture');
    const complaintId = await complains(copy);
    expect(await outside(decisionId)).toBe('set-aside');
    expect((await house.told(copy)).at(-1)?.type).toBe('content.restore');
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'outside' } });
    const [hers] = (await readCase(engine, caseId))?.requests ?? [];
    expect(hers?.timeline.map(({ key }) => key)).not.toContain('complaint-decided');
  });

  test('and judged at that moment has one answer', async () => {
    const one = await removed();
    const complaintId = await complains(one.contentId);
    const { trackingNumber, caseId } = one;
    await answerComplaint(engine, { caseId, trackingNumber, answer: 'may-be-shown', text: '' });
    const judging = decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob });
    const both = await Promise.all([outside(one.decisionId), judging]);
    expect([
      ['set-aside', 'already'],
      ['already', 'decided'],
    ]).toContainEqual(both);
    expect((await house.feed()).filter(({ type, data }) => type === 'complaint.decided' && data.complaintId === complaintId)).toHaveLength(
      1,
    );
  });

  test('of the person who asked, about a refusal under another law, stays open: nobody outside decided that', async () => {
    const contentId = house.newName();
    await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
    const bases = ['take-it-down', 'digital-services-act'] as const;
    const filed = await fileRequest(engine, {
      platformId,
      answers: answers(contentId),
      bases: [...bases],
      code: { code: aCode(), pin: null },
    });
    const [us = '', eu = ''] = bases.map((basis) => filed.requests.find((one) => one.basis === basis)?.trackingNumber);
    await house.decides({ trackingNumber: us }, 'keep', 'not-intimate');
    const decisionId = await house.decides({ trackingNumber: eu }, 'remove', 'own-rules');
    const hers = { caseId: filed.caseId, trackingNumber: us, reason: 'shown', text: '' };
    const { complaintId } = await complainAsRequester(engine, hers);
    const theirs = await complains(contentId);
    expect(await outside(decisionId)).toBe('set-aside');
    expect(await deskComplaint(engine, theirs, bob)).toMatchObject({ state: 'decided' });
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'open', isTakenBack: false });
    const judged = { complaintId, outcome: 'rejected', ground: 'refusal-stands', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, judged)).toBe('decided');
  });
});
