/** Is whoever uploaded it told why a match holds what could be seen, where a law asks for that, and can they complain, with the match decided by a complaint that was right? */
import { Problem } from '@likeness/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../config/secret.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { statementAddress } from '../outbox/statement-address.ts';
import { reportRows } from '../store/report-rows.ts';
import { askForMore } from './ask-for-more.ts';
import { complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint, openComplaints } from './desk-complaints.ts';
import { openOnDesk } from './desk-request.ts';
import { deskReview } from './desk-review.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { purge } from './purge.ts';
import { readStatement } from './read-statement.ts';
import { resendStatements } from './resend-statements.ts';
import { screen } from './screen.ts';
import { setSecondLook } from './second-look.ts';
import { setServiceLaw } from './service-facts.ts';
import { answers, anUpload, aPicture, edited, pdq, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob } = house;
const serves = (territories: readonly ['US', 'EU'] | readonly ['US']) =>
  setServiceLaw(engine.store, platformId, { facts: { kind: 'user-content', territories, follows: [], targetHours: {} }, interim: null });
beforeAll(() => serves(['US', 'EU']));

const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value)));
interface Held {
  readonly contentId: string;
  readonly picture: string;
  readonly reviewId: string;
  /** Of the decision that listed what it met. */
  readonly listedBy: string;
}
/** A post that could be seen, and met what was listed since. */
const held = async (by: Engine = engine, isYoung = false): Promise<Held> => {
  const picture = aPicture();
  const [contentId, original] = [house.newName(), house.newName()];
  await show(contentId, edited(picture, 4));
  if (isYoung) await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung }) });
  await show(original, picture);
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(original) });
  const listedBy = await house.decides({ trackingNumber }, 'remove', 'valid-request');
  house.later(1);
  await sweepAll(by);
  const review = await engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content_id', '=', contentId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  house.later(1);
  return { contentId, picture, reviewId: review.id, listedBy };
};
const first = async ({ contentId }: Held) => {
  const [entry] = await house.told(contentId);
  const { actionId = '', statement } = entry?.data ?? {};
  if (statement === undefined) throw new Error('no statement');
  return { actionId, statement, address: statementAddress(engine.keys, engine.publicUrl, statement.id) };
};
const kinds = async ({ contentId }: Held) => (await house.told(contentId)).map(({ type }) => type);
const complain = (actionId: string) =>
  complainAsUploader(engine, { actionId, reason: 'not-intimate', text: 'It is a harbour.', via: 'page' });
const judge = (complaintId: string, outcome: 'upheld' | 'rejected', moderatorId = bob) =>
  decideComplaint(engine, { complaintId, outcome, ground: outcome === 'upheld' ? 'not-intimate' : 'nothing-new', note: '', moderatorId });

describe('what could be seen and is held for a match', () => {
  test('comes with an act and a statement: found and hidden by automatic means, by nobody, and nothing of who asked or which list', async () => {
    const one = await held();
    const { actionId, statement, address } = await first(one);
    expect(await kinds(one)).toEqual(['content.hold']);
    expect(statement).toMatchObject({
      restriction: { type: 'restriction', isProvisional: true },
      facts: { basis: 'match' },
      automation: { detection: true, decision: true },
      ground: { kind: 'law' },
      owedUnder: 'digital-services-act',
    });
    expect(statement.redress.outOfCourt).not.toBeNull();
    expect(JSON.stringify(statement)).not.toMatch(/LK-|maria|notice/i);
    expect(await readStatement(engine, address)).toMatchObject({ actionId, contentId: one.contentId, isTakenBack: false, complaint: null });
    expect((await readStatement(engine, address, 'de'))?.facts.facts.text).toContain('ähnlich');
    // It holds nothing but what could be seen: of what comes later nobody has seen anything, and the answer of the call is all.
    const late = house.newName();
    expect(await show(late, edited(one.picture, 6))).toMatchObject({ verdict: 'hold' });
    expect(await house.told(late)).toEqual([]);
  });

  test('has no statement where no law asks for one, and none where it may show somebody under 18', async () => {
    const young = await held(engine, true);
    await serves(['US']);
    const american = await held();
    await serves(['US', 'EU']);
    for (const one of [young, american]) {
      const [entry] = await house.told(one.contentId);
      expect(entry?.data).toMatchObject({ contentId: one.contentId, actionId: expect.any(String) });
      expect(entry?.data.statement).toBeUndefined();
    }
  });

  test('is told to the uploader as over once it is kept, or listed no more; a slip puts it back with the reasons they have', async () => {
    const one = await held();
    const { statement, address, actionId } = await first(one);
    const decisionId = await house.decides({ reviewId: one.reviewId }, 'keep', 'different-picture');
    expect((await house.told(one.contentId)).at(-1)).toMatchObject({
      type: 'content.restore',
      data: { answer: expect.stringContaining('over') },
    });
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: true, isShownAgain: true, mayComplainUntil: null });
    await expect(complain(actionId)).rejects.toThrow(Problem);
    house.later(1);
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    const again = {
      type: 'content.hold',
      data: { actionId, statement: { id: statement.id }, answer: expect.stringContaining('stands again') },
    };
    expect((await house.told(one.contentId)).at(-1)).toMatchObject(again);
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, isShownAgain: false });
    house.later(1);
    expect(await undoDecision(engine, one.listedBy, ada)).toBe('undone');
    expect((await house.told(one.contentId)).at(-1)).toMatchObject({
      type: 'content.restore',
      data: { answer: expect.stringContaining('over') },
    });
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: true, isShownAgain: true });
  });

  test('waits for no confirmation, which is taken, and is forgotten in its time', async () => {
    const one = await held();
    const { address } = await first(one);
    await house.decides({ reviewId: one.reviewId }, 'keep', 'different-picture');
    const [, restored] = await house.told(one.contentId);
    await completeAction(engine, platformId, restored?.data.actionId ?? '', {});
    const other = await held();
    await completeAction(engine, platformId, (await first(other)).actionId, {});
    await forgetContent(engine, platformId, other.contentId);
    await expect(complain((await first(other)).actionId)).rejects.toThrow(Problem);
    house.later(hours(24 * 400));
    await purge(engine, {
      controller: { name: 'Harbour Photos', address: '1 Quay Street' },
      contact: 'data@harbour.example',
      lawfulBasis: 'GDPR Art. 6(1)(c)',
      keepDays: { uploads: 30, matchedUploads: 200, answers: 9000, notes: 9000 },
    });
    const left = await engine.store.db.selectFrom('content').select('ref').where('content_id', '=', one.contentId).execute();
    expect(left).toEqual([]);
    expect(await readStatement(engine, address)).toMatchObject({ contentId: one.contentId });
  });
});

describe('a complaint about it', () => {
  test('that is right decides the match, to keep, whatever a second look would ask; nobody is asked about it again', async () => {
    const one = await held();
    const { address, actionId } = await first(one);
    await setSecondLook(engine.store, platformId, ['keep', 'remove']);
    const proposed = { decision: 'remove', ground: 'same-picture', note: '', moderatorId: ada } as const;
    expect(await decide(engine, { about: { reviewId: one.reviewId }, ...proposed })).toEqual({ outcome: 'proposed' });
    const { complaintId } = await complain(actionId);
    const rows = (await openComplaints(engine.store.db, ada, null, 100)).rows.filter((row) => row.complaintId === complaintId);
    expect(rows).toMatchObject([{ isOwnDecision: false, isMeanwhile: true }]);
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({
      state: 'open',
      of: { kind: 'review', id: one.reviewId },
      decision: null,
      meanwhile: { by: 'The match, by itself' },
      otherSide: null,
    });
    expect(await judge(complaintId, 'upheld')).toBe('decided');
    await setSecondLook(engine.store, platformId, []);
    expect(await kinds(one)).toEqual(['content.hold', 'content.restore']);
    expect((await house.told(one.contentId))[1]?.data.answer).toContain('to be shown again');
    const answer =
      'not to be hidden any more for what it was found to be like. The service is told to show your post again. It does not show';
    const told = (await house.feed()).find(({ type, data }) => type === 'complaint.decided' && data.complaintId === complaintId);
    expect(told?.data.answer).toContain(answer);
    const upheld = { isTakenBack: true, isShownAgain: true, complaint: { outcome: 'upheld', answer: told?.data.answer } };
    expect(await readStatement(engine, address)).toMatchObject(upheld);
    const review = await deskReview(engine, one.reviewId);
    expect(review).toMatchObject({
      decision: { decision: 'keep', ground: 'after-complaint', decidedBy: 'Bob', undoUntil: null },
      proposal: null,
    });
    await sweepAll(engine);
    expect(await show(one.contentId, edited(one.picture, 4))).toMatchObject({ verdict: 'allow', reviewPending: false });
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
    await expect(
      decide(engine, { about: { reviewId: one.reviewId }, decision: 'keep', ground: 'after-complaint', note: '', moderatorId: ada }),
    ).rejects.toThrow(RangeError);
  });

  test('that is rejected changes nothing, and the removal after it can be complained about anew', async () => {
    const one = await held();
    const { address, actionId } = await first(one);
    const { complaintId } = await complain(actionId);
    expect(await judge(complaintId, 'rejected')).toBe('decided');
    expect(await kinds(one)).toEqual(['content.hold']);
    const answer = 'stays hidden until somebody has decided about it.';
    expect((await readStatement(engine, address))?.complaint?.answer).toContain(answer);
    expect((await deskComplaint(engine, complaintId, bob))?.judged?.answer).toContain(answer);
    house.later(1);
    await house.decides({ reviewId: one.reviewId }, 'remove', 'same-picture');
    const read = await readStatement(engine, address);
    expect(read).toMatchObject({ isRemovedSince: true, complaint: { outcome: 'rejected' }, newerSecret: expect.any(String) });
    expect(read?.mayComplainUntil).not.toBeNull();
    expect((await complain(actionId)).was).toBe('taken');
  });

  test('is about the removal once it is removed, can only be right once it is kept, and never shows what is referred', async () => {
    const [removed, kept, referred] = [await held(), await held(), await held()];
    const complaints = [];
    for (const one of [removed, kept, referred]) complaints.push((await complain((await first(one)).actionId)).complaintId);
    const [ofRemoved = '', ofKept = '', ofReferred = ''] = complaints;
    house.later(1);
    const decisionId = await house.decides({ reviewId: removed.reviewId }, 'remove', 'same-picture');
    expect(await deskComplaint(engine, ofRemoved, bob)).toMatchObject({ state: 'open', decision: { decisionId }, meanwhile: null });
    expect(await judge(ofRemoved, 'upheld', ada)).toBe('not-you');
    expect(await judge(ofRemoved, 'upheld')).toBe('decided');
    expect(await kinds(removed)).toEqual(['content.hold', 'content.remove', 'content.restore']);
    await house.decides({ reviewId: kept.reviewId }, 'keep', 'different-picture');
    expect(await judge(ofKept, 'rejected')).toBe('moot');
    expect(await judge(ofKept, 'upheld')).toBe('decided');
    expect(await kinds(kept)).toEqual(['content.hold', 'content.restore']);
    await house.decides({ reviewId: referred.reviewId }, 'refer', 'under-18');
    expect(await judge(ofReferred, 'upheld')).toBe('already');
    expect(await kinds(referred)).toEqual(['content.hold', 'content.restrict']);
  });

  test('and its answer are one, whoever decides the match at the same moment', async () => {
    const one = await held();
    const { complaintId } = await complain((await first(one)).actionId);
    const [judged, ruled] = await Promise.all([
      judge(complaintId, 'upheld'),
      decide(engine, { about: { reviewId: one.reviewId }, decision: 'remove', ground: 'same-picture', note: '', moderatorId: ada }),
    ]);
    expect(judged).toBe('decided');
    expect(['already', 'decided']).toContain(ruled.outcome);
    expect((await kinds(one)).at(-1)).toBe('content.restore');
    expect((await deskReview(engine, one.reviewId))?.decision).toMatchObject({ decision: 'keep' });
  });

  test('counts in the report among those about restrictions', async () => {
    const before = new Date(house.now().getTime() + 1);
    house.later(10);
    const { complaintId } = await complain((await first(await held())).actionId);
    await judge(complaintId, 'rejected');
    const to = new Date(house.now().getTime() + 1);
    const { complaints } = await reportRows(engine.store.db, platformId, { kind: 'month', key: '2027-03', from: before, to });
    expect(complaints.map(({ sort, outcome }) => `${sort} ${outcome}`)).toEqual(['uploader-restriction rejected']);
  });
});

describe('beside what else hides the same post', () => {
  /** Posted, and what it shows is removed elsewhere: `then` comes between the two. */
  const metAfter = async (then: (one: { readonly contentId: string; readonly trackingNumber: string }) => Promise<void>) => {
    const picture = aPicture();
    const [contentId, original] = [house.newName(), house.newName()];
    await show(contentId, edited(picture, 4));
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    await then({ contentId, trackingNumber });
    await show(original, picture);
    const other = await fileRequest(engine, { platformId, answers: answers(original) });
    house.later(1);
    await house.decides({ trackingNumber: other.trackingNumber }, 'remove', 'valid-request');
    house.later(1);
    await sweepAll(engine);
    house.later(1);
    return { contentId, picture, trackingNumber };
  };
  const openReviewOf = async (contentId: string): Promise<string> => {
    const { id } = await engine.store.db
      .selectFrom('review')
      .innerJoin('content', 'content.ref', 'review.ref')
      .select('review.id')
      .where('content_id', '=', contentId)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    return id;
  };

  test('a complaint that is right about hiding it for a request leaves it held by the match, which is told and stated, until that is decided', async () => {
    const one = await metAfter(async ({ trackingNumber }) => {
      await askForMore(engine, { trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    });
    const [hidden, hold] = await house.told(one.contentId);
    expect([hidden?.type, hold?.type]).toEqual(['content.restrict', 'content.hold']);
    const { complaintId } = await complain(hidden?.data.actionId ?? '');
    expect(await judge(complaintId, 'upheld')).toBe('decided');
    const last = (await house.told(one.contentId)).slice(2);
    expect(last).toMatchObject([
      {
        type: 'content.hold',
        data: { actionId: hold?.data.actionId, statement: { id: hold?.data.statement?.id }, reason: expect.any(String) },
      },
    ]);
    expect(last[0]?.data.answer).toBeUndefined();
    const said = (await house.feed()).find(({ type, data }) => type === 'complaint.decided' && data.complaintId === complaintId);
    expect(said?.data.answer).not.toContain('told to show your post again');
    expect((await openOnDesk(engine, bob, one.trackingNumber))?.uploads[0]?.standing).toBe('held');
    expect(await show(one.contentId, edited(one.picture, 4))).toMatchObject({ verdict: 'hold' });
    await house.decides({ reviewId: await openReviewOf(one.contentId) }, 'keep', 'different-picture');
    expect((await house.told(one.contentId)).at(-1)?.type).toBe('content.restore');
  });

  test('a removal that was a slip, of what a list met while it was down, is held by an act of its own with its reasons', async () => {
    let decisionId = '';
    const one = await metAfter(async ({ trackingNumber }) => {
      house.later(1);
      decisionId = await house.decides({ trackingNumber }, 'remove', 'own-rules');
      house.later(1);
    });
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    const hold = (await house.told(one.contentId)).at(-1);
    expect(hold).toMatchObject({
      type: 'content.hold',
      data: { actionId: expect.any(String), statement: { facts: { basis: 'match' } }, reason: expect.not.stringContaining('as before') },
    });
    expect((await complain(hold?.data.actionId ?? '')).was).toBe('taken');
    const address = statementAddress(engine.keys, engine.publicUrl, hold?.data.statement?.id ?? '');
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, isShownAgain: false });
  });
});

test('the public register hears of it as hidden by automatic means, and a refused entry is composed anew', async () => {
  const transparency = { url: 'https://register.example', tokens: { ofTheOnly: new Secret('a-token'), byPlatform: new Map() } };
  const reporting: Engine = { ...engine, transparency };
  const one = await held(reporting);
  const { statement } = await first(one);
  const entryOf = () =>
    engine.store.db.selectFrom('submission').selectAll().where('statement_id', '=', statement.id).executeTakeFirstOrThrow();
  const before = await entryOf();
  expect(before.entry).toMatchObject({
    decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
    source_type: 'SOURCE_VOLUNTARY',
    automated_detection: 'Yes',
    automated_decision: 'AUTOMATED_DECISION_FULLY',
  });
  await engine.store.db.updateTable('submission').set({ state: 'refused', settled_at: house.now() }).execute();
  expect(await resendStatements(reporting, 'all')).toMatchObject({ waiting: 1 });
  expect((await entryOf()).entry).toEqual(before.entry);
});
