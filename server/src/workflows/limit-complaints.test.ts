/** Can either side say that a limit is wrong, is it judged like any other complaint, and does whoever posted it read what became of it? */
import { describe, expect, test } from 'vitest';
import { statementAddress, statementBehind } from '../outbox/statement-address.ts';
import { incidentsOf } from '../store/misuse.ts';
import { askForMore } from './ask-for-more.ts';
import { complainAsRequester, complainAsUploader } from './complain.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint } from './desk-complaints.ts';
import { openOnDesk } from './desk-request.ts';
import { readStatement } from './read-statement.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { anUpload, aPicture, pdq } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { limitsOn, ordered } from './test-limits.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests({ territories: ['EU'] });
const { engine, platformId, ada, bob } = house;
const { filed, restricted, standing, told, confirm, hers, row, seen } = await limitsOn(house);

describe('a complaint against a limit', () => {
  test('by whoever posted it: she is asked, somebody else decides, and upheld it is shown to everybody', async () => {
    const one = await restricted(await filed());
    await confirm(one.contentId);
    const actionId = (await house.told(one.contentId))[0]?.data.actionId ?? '';
    const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    expect((await hers(one)).disagreement.question).toMatchObject({ isLimited: true });
    expect((await hers(one)).timeline.at(-1)?.sentence).toContain('fewer people can see it');
    house.later(hours(24 * 8));
    const judged = { complaintId, outcome: 'upheld', ground: 'agreed', note: '' } as const;
    expect(await decideComplaint(engine, { ...judged, moderatorId: ada })).toBe('not-you');
    expect(await decideComplaint(engine, { ...judged, moderatorId: bob })).toBe('decided');
    expect((await told(one.contentId)).at(-1)).toEqual(['content.restore', null]);
    expect(await standing(one.trackingNumber)).toBe('visible');
    expect((await openOnDesk(engine, ada, one.trackingNumber))?.clock.stoppedAt).not.toEqual(house.now());
  });

  test('by her, for it is too little: the limit stays while it is decided anew, and goes with a refusal', async () => {
    const [one, other] = [await restricted(await filed()), await restricted(await filed())];
    for (const { contentId, caseId, trackingNumber } of [one, other]) {
      await confirm(contentId);
      expect((await hers({ contentId, caseId, trackingNumber })).disagreement.complain).toMatchObject({ trackingNumber });
      // It was found, or there would be no limit.
      await expect(complainAsRequester(engine, { caseId, trackingNumber, reason: 'can-be-found', text: '' })).rejects.toMatchObject({
        code: 'complaint/reason',
        message: expect.stringContaining('too-little, shown, not-agreed, other'),
      });
      const { complaintId, filedAt } = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
      const { disagreement, standing: stands } = await hers({ contentId, caseId, trackingNumber });
      expect(disagreement).toMatchObject({ complain: null, complained: { at: filedAt, isAnswered: false } });
      expect(stands.sentence).not.toContain('do not agree');
      expect(await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob })).toBe(
        'decided',
      );
      expect((await hers({ contentId, caseId, trackingNumber })).disagreement.complained).toBeNull();
      expect(await told(contentId)).toEqual([['content.restrict', 'age-gate']]);
      expect(await standing(trackingNumber)).toBe('limited');
      expect((await openOnDesk(engine, ada, trackingNumber))?.clock.stoppedAt).toBeNull();
    }
    expect((await hers(one)).standing.sentence).toMatch(/open again.* Until then the limit stays/);
    const stated = statementAddress(engine.keys, engine.publicUrl, (await house.told(other.contentId))[0]?.data.statement?.id ?? '');
    expect(await readStatement(engine, stated)).toMatchObject({ isTakenBack: false, mayComplainUntil: null });
    house.later(hours(1));
    const removal = await house.decides({ trackingNumber: one.trackingNumber }, 'remove', 'own-rules', { moderatorId: bob });
    expect((await told(one.contentId)).at(-1)).toEqual(['content.remove', null]);
    await undoDecision(engine, removal, bob);
    expect((await told(one.contentId)).at(-1)).toEqual(['content.restrict', 'age-gate']);
    await house.decides({ trackingNumber: other.trackingNumber }, 'keep', 'not-depicted', { moderatorId: bob });
    expect((await house.told(other.contentId)).at(-1)).toMatchObject({
      type: 'content.restore',
      data: { answer: expect.stringContaining('to everybody again') },
    });
    expect(await readStatement(engine, stated)).toMatchObject({ isTakenBack: true });
    expect(await standing(other.trackingNumber)).toBe('visible');
  });

  test('by her that was right: who decided has her request no more, and whoever opens it next has it at once', async () => {
    const one = await filed();
    expect((await openOnDesk(engine, ada, one.trackingNumber))?.hold).toMatchObject({ isMine: true });
    const { caseId, trackingNumber } = await restricted(one);
    const { complaintId } = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
    await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob });
    expect((await openOnDesk(engine, bob, trackingNumber))?.hold).toMatchObject({ isMine: true, takenFrom: null });
    expect((await openOnDesk(engine, ada, trackingNumber))?.hold).toMatchObject({ isMine: false, moderatorName: 'Bob' });
  });

  test('by her that was not right is answered on her page, with its day', async () => {
    const one = await restricted(await filed());
    const { caseId, trackingNumber } = one;
    const { complaintId, filedAt } = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
    house.later(hours(48));
    await decideComplaint(engine, { complaintId, outcome: 'rejected', ground: 'refusal-stands', note: '', moderatorId: bob });
    expect((await hers(one)).disagreement).toMatchObject({ complain: null, complained: { at: filedAt, isAnswered: true } });
    expect((await hers(one)).standing.sentence).not.toContain('do not agree');
  });

  test('by her is closed when a court ends the limit: nobody judges it, her request stays closed, and she reads so', async () => {
    const one = await restricted(await filed());
    const { caseId, trackingNumber } = one;
    const { complaintId } = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: 'All of it.' });
    expect(await setAside(engine, { decisionId: one.decisionId, ground: 'court', note: 'Case 12', moderatorId: ada })).toBe('set-aside');
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({
      state: 'decided',
      judged: { outcome: 'rejected', unjudged: 'outside', answer: expect.stringContaining('Your request stays closed') },
    });
    const judged = { complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, judged)).toBe('already');
    expect((await row(one))?.outcome).toBe('keep');
    const now = await hers(one);
    expect(now.timeline.slice(-3).map(({ key }) => key)).toEqual(['reversed', 'decided-keep', 'complaint-decided']);
    expect(now.timeline.at(-1)?.sentence).toContain('your request stays closed');
    expect(now.timeline.map(({ sentence }) => sentence).join(' ')).not.toContain('open again');
    expect(
      (await house.feed()).filter(({ data }) => data.complaintId === complaintId).map(({ type, data }) => [type, data.complaintOutcome]),
    ).toEqual([
      ['complaint.received', undefined],
      ['complaint.decided', 'rejected'],
    ]);
  });

  test('by both: whoever posted it is right, and then hers is about that, so that upheld her request is open again', async () => {
    const one = await restricted(await filed());
    await confirm(one.contentId);
    const { caseId, trackingNumber } = one;
    const actionId = (await house.told(one.contentId))[0]?.data.actionId ?? '';
    const theirs = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    const own = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
    house.later(hours(24 * 8));
    expect((await deskComplaint(engine, own.complaintId, bob))?.openOfTheOtherSide).toEqual([theirs.complaintId]);
    expect((await deskComplaint(engine, theirs.complaintId, bob))?.openOfTheOtherSide).toEqual([own.complaintId]);
    const right = { outcome: 'upheld', note: '' } as const;
    expect(await decideComplaint(engine, { ...right, complaintId: theirs.complaintId, ground: 'agreed', moderatorId: bob })).toBe(
      'decided',
    );
    expect(await deskComplaint(engine, own.complaintId, ada)).toMatchObject({
      state: 'open',
      openOfTheOtherSide: [],
      isTakenBack: false,
      decision: { decision: 'keep', ground: 'after-complaint' },
    });
    const again = { ...right, complaintId: own.complaintId, ground: 'look-again' };
    expect(await decideComplaint(engine, { ...again, moderatorId: bob })).toBe('not-you');
    expect(await decideComplaint(engine, { ...again, moderatorId: ada })).toBe('decided');
    expect((await row(one))?.outcome).toBeNull();
    expect((await hers(one)).standing.sentence).toContain('open again');
  });

  test('by both, and she is right: theirs is closed at once with what is so, and each reads what becomes of the picture, whatever is decided anew', async () => {
    const stated = (entry: { data: { statement?: { id: string } } } | undefined) =>
      statementAddress(engine.keys, engine.publicUrl, entry?.data.statement?.id ?? '');
    for (const anew of ['remove', 'restrict', 'keep'] as const) {
      const contentId = house.newName();
      await screen(engine, platformId, { ...anUpload(contentId, pdq(aPicture())), uploaderRef: 'poster' });
      seen.add(contentId);
      const one = await restricted(await filed(undefined, contentId));
      await confirm(contentId);
      const { caseId, trackingNumber } = one;
      const [limit] = await house.told(contentId);
      const theirs = await complainAsUploader(engine, {
        actionId: limit?.data.actionId ?? '',
        reason: 'agreed',
        text: 'She said yes.',
        via: 'api',
        platformId,
      });
      const own = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
      expect((await hers(one)).disagreement.question).not.toBeNull();
      house.later(hours(1));
      const right = { complaintId: own.complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob } as const;
      expect(await decideComplaint(engine, right)).toBe('decided');

      expect(await told(one.contentId)).toEqual([['content.restrict', 'age-gate']]);
      const decided = (await house.feed()).filter(
        ({ type, data }) => type === 'complaint.decided' && data.complaintId === theirs.complaintId,
      );
      expect(decided.map(({ data }) => [data.complaintOutcome, data.ground])).toEqual([['rejected', 'decided-anew']]);
      expect(decided[0]?.data.answer).toContain('Only the new decision changes anything');
      expect(decided[0]?.data.answer).not.toMatch(/right|show|stands/);
      expect((await readStatement(engine, stated(limit)))?.complaint?.answer).toBe(decided[0]?.data.answer);
      const late = { complaintId: theirs.complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob } as const;
      expect(await decideComplaint(engine, late)).toBe('already');
      expect(await deskComplaint(engine, theirs.complaintId, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'anew' } });
      expect((await openOnDesk(engine, ada, trackingNumber))?.closedComplaints).toEqual([theirs.complaintId]);
      const now = await hers(one);
      expect(now.disagreement.question).toBeNull();
      expect(now.timeline.findLast(({ key }) => key === 'complaint-decided')?.sentence).toContain('you do not need to answer');

      house.later(hours(1));
      const ground = { remove: 'own-rules', restrict: 'rules-not-recommended', keep: 'not-depicted' }[anew];
      await house.decides({ trackingNumber }, anew, ground, { moderatorId: bob });
      const last = (await house.told(one.contentId)).at(-1);
      const page = await readStatement(engine, stated(limit));
      if (anew === 'keep') {
        expect(last).toMatchObject({ type: 'content.restore', data: { answer: expect.stringContaining('to everybody again') } });
        expect([page?.isTakenBack, page?.complaint?.answer]).toEqual([true, expect.stringContaining('show your post again')]);
      } else {
        expect(last?.type).toBe(`content.${anew}`);
        expect(statementBehind(engine.keys, page?.newerSecret ?? '')).toBe(last?.data.statement?.id);
        expect(await readStatement(engine, stated(last))).toMatchObject({ mayComplainUntil: expect.any(Date), complaint: null });
        expect(page?.complaint?.answer).not.toContain('show your post again');
      }
    }
    // Nobody judged what they said, so nobody found it unfounded.
    expect(await incidentsOf(engine.store.db, { platformId, kind: 'unfounded-complaints', account: 'poster' }, new Date(0))).toEqual([]);
  });

  test('by her that was right, and then she ends her case: nobody decides anew, so the limit stands again, with reasons and a complaint of its own', async () => {
    const one = await restricted(await filed());
    await confirm(one.contentId);
    const { caseId, trackingNumber } = one;
    const [limit] = await house.told(one.contentId);
    await complainAsUploader(engine, { actionId: limit?.data.actionId ?? '', reason: 'agreed', text: '', via: 'page' });
    const own = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
    const right = { complaintId: own.complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, right)).toBe('decided');
    await askWithdrawal(engine, caseId, null);
    house.later(hours(73));
    await tick(engine);

    const [, again, ...rest] = await house.told(one.contentId);
    expect(rest).toEqual([]);
    expect(again).toMatchObject({ type: 'content.restrict', data: { visibility: 'age-gate', ground: 'rules-age-gate', statement: {} } });
    expect((await row(one))?.outcome).toBe('restrict');
    expect(
      (await house.feed()).find(({ type, data }) => type === 'request.withdrawn' && data.trackingNumber === trackingNumber)?.data,
    ).toMatchObject({ removalStands: true });
    const addressOf = (entry: typeof again) => statementAddress(engine.keys, engine.publicUrl, entry?.data.statement?.id ?? '');
    const old = await readStatement(engine, addressOf(limit));
    expect([old?.isShownAgain, statementBehind(engine.keys, old?.newerSecret ?? '')]).toEqual([false, again?.data.statement?.id]);
    expect(await readStatement(engine, addressOf(again))).toMatchObject({ isTakenBack: false, mayComplainUntil: expect.any(Date) });
    const actionId = again?.data.actionId ?? '';
    const { complaintId, was } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    expect(was).toBe('taken');
    expect(await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob })).toBe('decided');
    expect((await told(one.contentId)).at(-1)).toEqual(['content.restore', null]);
  });

  test('by her, who ends her case before it is judged: upheld it opens nothing, and the limit stays with what whoever posted it says about it', async () => {
    const one = await restricted(await filed());
    await confirm(one.contentId);
    const { caseId, trackingNumber } = one;
    const [limit] = await house.told(one.contentId);
    const actionId = limit?.data.actionId ?? '';
    const theirs = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    const own = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
    expect((await deskComplaint(engine, own.complaintId, bob))?.isEnded).toBe(false);
    await askWithdrawal(engine, caseId, null);
    house.later(hours(24 * 8));
    await tick(engine);
    expect((await deskComplaint(engine, own.complaintId, bob))?.isEnded).toBe(true);
    const right = { outcome: 'upheld', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, { ...right, complaintId: own.complaintId, ground: 'look-again' })).toBe('decided');
    expect((await deskComplaint(engine, own.complaintId, bob))?.judged?.groundLabel).not.toContain('opened again');

    expect((await row(one))?.outcome).toBe('restrict');
    expect((await house.feed()).some(({ type, data }) => type === 'request.withdrawn' && data.trackingNumber === trackingNumber)).toBe(
      false,
    );
    const address = statementAddress(engine.keys, engine.publicUrl, limit?.data.statement?.id ?? '');
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, complaint: { outcome: null } });
    expect(await decideComplaint(engine, { ...right, complaintId: theirs.complaintId, ground: 'agreed' })).toBe('decided');
    expect(await told(one.contentId)).toEqual([
      ['content.restrict', 'age-gate'],
      ['content.restore', null],
    ]);
  });

  test('by her that was right, after a removal anew was a slip and she ends her case: the limit stands again once', async () => {
    const one = await restricted(await filed());
    await confirm(one.contentId);
    const { caseId, trackingNumber } = one;
    const [limit] = await house.told(one.contentId);
    const own = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
    const right = { complaintId: own.complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, right)).toBe('decided');
    house.later(hours(1));
    const removal = await house.decides({ trackingNumber }, 'remove', 'own-rules', { moderatorId: bob });
    expect(await undoDecision(engine, removal, bob)).toBe('undone');
    expect((await hers(one)).standing.sentence).toContain('open again');
    await askWithdrawal(engine, caseId, null);
    house.later(hours(73));
    await tick(engine);

    const [again, ...rest] = (await house.told(one.contentId)).slice(3);
    expect(rest).toEqual([]);
    expect(again).toMatchObject({ type: 'content.restrict', data: { visibility: 'age-gate', statement: {} } });
    const address = statementAddress(engine.keys, engine.publicUrl, limit?.data.statement?.id ?? '');
    const old = await readStatement(engine, address);
    expect([old?.isShownAgain, statementBehind(engine.keys, old?.newerSecret ?? '')]).toEqual([false, again?.data.statement?.id]);
    const actionId = again?.data.actionId ?? '';
    const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    expect(await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob })).toBe('decided');
    expect((await told(one.contentId)).at(-1)).toEqual(['content.restore', null]);
    expect(await standing(trackingNumber)).toBe('visible');
  });

  test('by her under two laws of one filing is answered under both at once', async () => {
    const one = await restricted(await filed(['digital-services-act', 'own-rules']));
    const { caseId } = one;
    const first = await complainAsRequester(engine, { caseId, trackingNumber: one.trackingNumber, reason: 'not-agreed', text: '' });
    const other = (await hers(one)).disagreement.complain?.trackingNumber ?? '';
    expect(other).not.toBe(one.trackingNumber);
    const second = await complainAsRequester(engine, { caseId, trackingNumber: other, reason: 'shown', text: '' });
    const right = { outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, { ...right, complaintId: first.complaintId })).toBe('decided');
    expect(await decideComplaint(engine, { ...right, complaintId: second.complaintId })).toBe('already');
    expect((await deskComplaint(engine, second.complaintId, ada))?.judged).toMatchObject({ outcome: 'upheld', unjudged: null });
  });

  test('that was made while it was only hidden goes on against the decision', async () => {
    const one = await filed();
    await askForMore(engine, { trackingNumber: one.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    const hidden = (await house.told(one.contentId))[0];
    const { complaintId } = await complainAsUploader(engine, {
      actionId: hidden?.data.actionId ?? '',
      reason: 'agreed',
      text: '',
      via: 'page',
    });
    house.later(hours(1));
    const { decisionId } = await restricted(one);
    const complaint = await engine.store.db.selectFrom('complaint').select('decision_id').where('id', '=', complaintId).executeTakeFirst();
    expect(complaint?.decision_id).toBe(decisionId);
    const address = statementAddress(engine.keys, engine.publicUrl, hidden?.data.statement?.id ?? '');
    expect(await readStatement(engine, address)).toMatchObject({ isRemovedSince: true, isLimitedSince: true });
  });
});

describe('whoever posted it, at the address of the first statement', () => {
  const addressOf = (entry: { data: { statement?: { id: string } } } | undefined): string =>
    statementAddress(engine.keys, engine.publicUrl, entry?.data.statement?.id ?? '');
  const behind = (secret: string | null | undefined) => statementBehind(engine.keys, secret ?? '');

  test('reads that something newer was done, with a way to its reasons, and is not told that it is shown again while it is removed', async () => {
    const one = await restricted(await filed());
    const [limit] = await house.told(one.contentId);
    const { complaintId } = await complainAsUploader(engine, {
      actionId: limit?.data.actionId ?? '',
      reason: 'agreed',
      text: '',
      via: 'page',
    });
    house.later(hours(24 * 8));
    const { trackingNumber } = await filed(['take-it-down'], one.contentId);
    await house.decides({ trackingNumber }, 'remove', 'own-rules');
    const removal = (await house.told(one.contentId)).at(-1);
    const still = await readStatement(engine, addressOf(limit));
    expect([still?.isTakenBack, behind(still?.newerSecret)]).toEqual([false, removal?.data.statement?.id]);
    house.later(hours(1));
    const judged = { complaintId, outcome: 'upheld', ground: 'agreed', note: '' } as const;
    expect(await decideComplaint(engine, { ...judged, moderatorId: bob })).toBe('decided');
    expect((await house.told(one.contentId)).at(-1)).toEqual(removal);
    const answers = [
      (await readStatement(engine, addressOf(limit)))?.complaint?.answer,
      (await house.feed()).find(({ type, data }) => type === 'complaint.decided' && data.complaintId === complaintId)?.data.answer,
      (await deskComplaint(engine, complaintId, ada))?.judged?.answer,
    ];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('the decision is taken back');
    expect(answers[0]).not.toContain('show');
    expect(await readStatement(engine, addressOf(limit))).toMatchObject({ isTakenBack: true, isShownAgain: false });
    expect((await readStatement(engine, addressOf(removal)))?.newerSecret).toBeNull();
  });

  test('is not led to what nobody is told of, nor told that there is anything; about what is referred nobody complains', async () => {
    for (const later of ['order', 'referral'] as const) {
      const one = await restricted(await filed());
      const before = await readStatement(engine, addressOf((await house.told(one.contentId))[0]));
      house.later(hours(1));
      const second =
        later === 'order'
          ? await filed(['authority-order'], one.contentId, { onBehalfOf: 'authority', texts: ordered })
          : await filed(['digital-services-act'], one.contentId);
      await (later === 'order'
        ? house.decides({ trackingNumber: second.trackingNumber }, 'remove', 'valid-request')
        : house.decides({ trackingNumber: second.trackingNumber }, 'refer', 'under-18'));
      expect(await readStatement(engine, addressOf((await house.told(one.contentId))[0]))).toEqual(
        later === 'order' ? before : { ...before, mayComplainUntil: null },
      );
    }
  });

  test('reads of what was hidden on top of a limit that this is over, and not that somebody decided since', async () => {
    const one = await restricted(await filed());
    house.later(hours(1));
    const other = await filed(['digital-services-act'], one.contentId);
    await askForMore(engine, { trackingNumber: other.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    const hidden = (await house.told(one.contentId)).at(-1);
    house.later(hours(1));
    await house.decides({ trackingNumber: other.trackingNumber }, 'keep', 'not-depicted');
    expect(await readStatement(engine, addressOf(hidden))).toMatchObject({
      isTakenBack: true,
      isShownAgain: false,
      isRemovedSince: false,
      newerSecret: null,
      mayComplainUntil: null,
    });
  });

  test('of what is hidden reads nothing of an order by which it was removed since', async () => {
    const one = await filed();
    await askForMore(engine, { trackingNumber: one.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    const [hidden] = await house.told(one.contentId);
    const before = await readStatement(engine, addressOf(hidden));
    house.later(hours(1));
    const { trackingNumber } = await filed(['authority-order'], one.contentId, { onBehalfOf: 'authority', texts: ordered });
    await house.decides({ trackingNumber }, 'remove', 'valid-request');
    expect(await readStatement(engine, addressOf(hidden))).toEqual({ ...before, mayComplainUntil: null });
  });

  test('reads the answer to the complaint also when it went on against a decision that was then taken back or replaced', async () => {
    const one = await filed();
    await askForMore(engine, { trackingNumber: one.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    const [hidden] = await house.told(one.contentId);
    const { complaintId } = await complainAsUploader(engine, {
      actionId: hidden?.data.actionId ?? '',
      reason: 'agreed',
      text: '',
      via: 'page',
    });
    house.later(hours(1));
    await restricted(one);
    house.later(hours(24 * 8));
    await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob });
    const answer = 'You were right: the decision is taken back. The service is told to show your post again.';
    const over = await readStatement(engine, addressOf(hidden));
    expect(over).toMatchObject({ isTakenBack: true, isShownAgain: true, complaint: { answer: expect.stringContaining(answer) } });
    house.later(hours(1));
    const { trackingNumber } = await filed(['take-it-down'], one.contentId);
    await house.decides({ trackingNumber }, 'remove', 'own-rules');
    const replaced = await readStatement(engine, addressOf(hidden));
    expect(replaced).toMatchObject({ isRemovedSince: true, isShownAgain: false, complaint: { outcome: 'upheld' } });
    expect(behind(replaced?.newerSecret)).toBe((await house.told(one.contentId)).at(-1)?.data.statement?.id);
    expect(replaced?.mayComplainUntil).not.toBeNull();
  });
});
