/** What is out of view while a request says that the person may have been under 18, and who may decide about it: nobody but by a referral, until somebody finds it adult. */
import { CasePin, serviceByDefault } from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { askForMore } from './ask-for-more.ts';
import { complainAsUploader } from './complain.ts';
import { decide, type Ruling } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint, openComplaints } from './desk-complaints.ts';
import { decisionMade } from './desk-decision.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { screen } from './screen.ts';
import { setSecondLook } from './second-look.ts';
import { setServiceLaw } from './service-facts.ts';
import { setAside } from './set-aside.ts';
import { aCode, answers, anUpload, aPicture, pdq, sha256, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob, toldAfter, lastTold, refOf } = house;
const id = (): string => house.newName();
const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value), sha256(value)));
const pin = CasePin.of('a second secret');

describe('a request that says the person may have been under 18', () => {
  const young = async () => {
    const contentId = id();
    const picture = aPicture();
    await show(contentId, picture);
    const filed = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
    return { ...filed, contentId, picture };
  };
  const adult = 'The account is verified, and the person is 34.';
  const rule = (trackingNumber: string, decision: 'remove' | 'keep' | 'refer', more: Partial<Ruling> = {}) => {
    const ground = { remove: 'valid-request', keep: 'consented-publication', refer: 'perhaps-under-18' }[decision];
    return decide(engine, { about: { trackingNumber }, decision, ground, note: '', moderatorId: ada, ...more });
  };
  const isYoung = async (trackingNumber: string) => (await openOnDesk(engine, ada, trackingNumber))?.isYoung;

  test('is neither removed nor kept before somebody says how they know that it shows no minor: nothing happens', async () => {
    const { trackingNumber } = await young();
    const before = await lastTold();
    for (const decision of ['remove', 'keep'] as const)
      for (const said of [undefined, '  '])
        expect(await rule(trackingNumber, decision, said === undefined ? {} : { adult: said })).toEqual({ outcome: 'not-said-adult' });
    expect(await toldAfter(before)).toEqual([]);
    expect(await rule(trackingNumber, 'refer')).toMatchObject({ outcome: 'decided' });
  });

  test('is decided as any other once they say so: it is listed, and the ledger and the note say what was said', async () => {
    const { trackingNumber, picture } = await young();
    const ruled = await rule(trackingNumber, 'remove', { adult, note: 'seen twice' });
    if (ruled.outcome !== 'decided') throw new Error(ruled.outcome);
    const desk = await openOnDesk(engine, bob, trackingNumber);
    expect(desk).toMatchObject({ isYoung: false, decision: { note: `seen twice\nCertainly 18 or older, because: ${adult}` } });
    expect((await house.acts('decision.made')).find((subjects) => subjects['decision'] === ruled.decisionId)).toMatchObject({
      adult: 'certainly',
    });
    await engine.index.catchUp(engine.store.db);
    expect(await show(id(), picture)).toMatchObject({ verdict: 'hold' });
    await sweepAll(engine);
  });

  test('taken back, is as it came in: it may show a minor, and is refused anything but a referral again', async () => {
    for (const decision of ['remove', 'keep'] as const) {
      const { trackingNumber } = await young();
      const ruled = await rule(trackingNumber, decision, { adult });
      expect([ruled.outcome, await isYoung(trackingNumber)]).toEqual(['decided', false]);
      expect(await undoDecision(engine, ruled.outcome === 'decided' ? ruled.decisionId : '', ada)).toBe('undone');
      expect(await isYoung(trackingNumber)).toBe(true);
      expect(await rule(trackingNumber, decision)).toEqual({ outcome: 'not-said-adult' });
    }
    await sweepAll(engine);
  });

  test('waits for a second person with what the first one said', async () => {
    const { trackingNumber } = await young();
    await setSecondLook(engine.store, platformId, ['keep']);
    expect(await rule(trackingNumber, 'keep', { adult })).toEqual({ outcome: 'proposed' });
    const desk = await openOnDesk(engine, bob, trackingNumber);
    expect(desk).toMatchObject({ isYoung: true, proposal: { adult } });
    expect(await rule(trackingNumber, 'keep', { moderatorId: bob })).toEqual({ outcome: 'not-said-adult' });
    expect(await rule(trackingNumber, 'keep', { moderatorId: bob, adult })).toMatchObject({ outcome: 'decided' });
    await setSecondLook(engine.store, platformId, []);
  });

  test('does not wait for another that says the same: what one of them finds adult is removed and preserved, listed nowhere, and its uploader told nothing', async () => {
    const { trackingNumber, contentId } = await young();
    await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
    const before = await lastTold();
    expect(await rule(trackingNumber, 'remove', { adult })).toMatchObject({ outcome: 'decided' });
    const told = await toldAfter(before);
    expect(told.map(({ type, data }) => [type, data.statement, data.preserve])).toEqual([
      ['content.remove', undefined, true],
      ['request.decided', undefined, undefined],
    ]);
    const { state } = (await openOnDesk(engine, ada, trackingNumber)) ?? {};
    expect(state).toBe('decided');
  });

  test('and names what a match holds, keeps it held: nobody gives it back while that is open', async () => {
    const picture = aPicture();
    const contentId = id();
    await show(contentId, picture);
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    expect((await rule(trackingNumber, 'remove')).outcome).toBe('decided');
    const copy = id();
    await show(copy, picture);
    const { id: reviewId } = await engine.store.db
      .selectFrom('review')
      .select('id')
      .where('ref', '=', await refOf(copy))
      .executeTakeFirstOrThrow();
    await fileRequest(engine, { platformId, answers: answers(copy, { isYoung: true }) });
    const before = await lastTold();
    const match = { about: { reviewId }, decision: 'keep', ground: 'different-picture', note: '', moderatorId: ada } as const;
    expect(await decide(engine, match)).toEqual({ outcome: 'may-be-young', young: 'open' });
    expect(await toldAfter(before)).toEqual([]);
    expect((await screen(engine, platformId, anUpload(copy, pdq(picture), sha256(picture)))).verdict).toBe('hold');
  });

  test('and names what another request is about, keeps that one from being refused: nothing hidden is shown, until somebody finds it adult, or its case has ended', async () => {
    for (const end of ['found adult', 'case ended'] as const) {
      const contentId = id();
      await show(contentId, aPicture());
      const other = await fileRequest(engine, { platformId, answers: answers(contentId) });
      await askForMore(engine, { trackingNumber: other.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
      const said = await fileRequest(engine, {
        platformId,
        answers: answers(contentId, { isYoung: true }),
        code: { code: aCode(), pin },
      });
      const before = await lastTold();
      expect(await openOnDesk(engine, ada, other.trackingNumber)).toMatchObject({ isYoung: false, youngElsewhere: 'open' });
      expect(await rule(other.trackingNumber, 'keep')).toEqual({ outcome: 'may-be-young', young: 'open' });
      expect((await toldAfter(before)).map(({ type }) => type)).toEqual([]);
      if (end === 'found adult') await rule(said.trackingNumber, 'keep', { adult });
      else await askWithdrawal(engine, said.caseId, pin);
      const youngElsewhere = end === 'found adult' ? null : 'ended';
      expect(await openOnDesk(engine, ada, other.trackingNumber)).toMatchObject({ youngElsewhere });
      if (end === 'case ended') expect(await rule(other.trackingNumber, 'remove')).toEqual({ outcome: 'may-be-young', young: 'ended' });
      expect(await rule(other.trackingNumber, 'keep')).toMatchObject({ outcome: 'decided' });
      expect((await toldAfter(before)).map(({ type }) => type)).toContain('content.restore');
    }
  });

  test('and names what was hidden for another, keeps it hidden when that one is withdrawn: it is given back once somebody finds it adult', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const other = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code: aCode(), pin } });
    await askForMore(engine, { trackingNumber: other.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    const said = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
    await askWithdrawal(engine, other.caseId, pin);
    await tick(engine);
    const kinds = async () => (await house.told(contentId)).map(({ type }) => type);
    expect(await kinds()).toEqual(['content.restrict']);
    await rule(said.trackingNumber, 'keep', { adult });
    await tick(engine);
    expect(await kinds()).toEqual(['content.restrict', 'content.restore']);
  });

  test('and names what was removed for another, keeps that from being taken back or set aside, until somebody finds it adult', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    const ruled = await rule(trackingNumber, 'remove');
    const decisionId = ruled.outcome === 'decided' ? ruled.decisionId : '';
    const said = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
    const outside = { decisionId, ground: 'court', note: '', moderatorId: ada };
    expect(await engine.store.transact((tx) => decisionMade(engine, tx, decisionId))).toMatchObject({
      undoUntil: null,
      notTakenBack: 'may-be-young',
    });
    expect(await undoDecision(engine, decisionId, ada)).toBe('may-be-young');
    expect(await setAside(engine, outside)).toBe('may-be-young');
    await rule(said.trackingNumber, 'keep', { adult });
    expect(await setAside(engine, outside)).toBe('set-aside');
    expect((await house.told(contentId)).map(({ type }) => type)).toEqual(['content.remove', 'content.restore']);
    await sweepAll(engine);
  });

  test('under two laws, and found adult for one that is refused for its own test, is adult for the other and for everybody who asks; taken back, all of it waits again', async () => {
    const facts = { ...serviceByDefault, territories: ['US', 'EU'] } as const;
    await setServiceLaw(engine.store, platformId, { facts, interim: null });
    const contentId = id();
    await show(contentId, aPicture());
    const filed = await fileRequest(engine, {
      platformId,
      bases: ['take-it-down', 'digital-services-act'],
      answers: answers(contentId, { isYoung: true, declarations: { 'digital-services-act': { accurate: true } } }),
    });
    const other = await fileRequest(engine, { platformId, answers: answers(contentId) });
    await setServiceLaw(engine.store, platformId, { facts: serviceByDefault, interim: null });
    const numberOf = (basis: string) => filed.requests.find((one) => one.basis === basis)?.trackingNumber ?? '';
    const [american, european] = [numberOf('take-it-down'), numberOf('digital-services-act')];
    const states = async () =>
      Promise.all(
        [american, european, other.trackingNumber].map(async (number) => {
          const desk = await openOnDesk(engine, bob, number);
          return [desk?.state, desk?.isYoung, desk?.youngElsewhere];
        }),
      );
    expect(await rule(american, 'keep', { ground: 'not-intimate' })).toEqual({ outcome: 'not-said-adult' });
    const ruled = await rule(american, 'keep', { ground: 'not-intimate', adult });
    expect(await states()).toEqual([
      ['decided', false, null],
      ['open', false, null],
      ['open', false, null],
    ]);
    expect(await undoDecision(engine, ruled.outcome === 'decided' ? ruled.decisionId : '', ada)).toBe('undone');
    expect(await states()).toEqual([
      ['open', true, null],
      ['open', true, null],
      ['open', false, 'open'],
    ]);
    expect(await rule(other.trackingNumber, 'keep')).toEqual({ outcome: 'may-be-young', young: 'open' });
    await rule(european, 'refer');
    expect((await states()).map(([state]) => state)).toEqual(['decided', 'decided', 'decided']);
  });

  test('and is known by its place alone, keeps another that names the place from being refused', async () => {
    const place = `https://forum.example/${id()}`;
    const at = (more: Parameters<typeof answers>[1] = {}) =>
      fileRequest(engine, { platformId, answers: answers('never-screened', { locations: [place], ...more }) });
    const other = await at();
    await at({ isYoung: true });
    expect(await rule(other.trackingNumber, 'keep')).toEqual({ outcome: 'may-be-young', young: 'open' });
  });

  test.each(['removed', 'hidden meanwhile'] as const)(
    'and names what was %s for another, has the complaint about that wait: nobody judges it, and a referral closes it',
    async (was) => {
      const contentId = id();
      await show(contentId, aPicture());
      const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
      const asking = { trackingNumber, questions: [], isRestricted: true, moderatorId: ada };
      if (was === 'removed') await rule(trackingNumber, 'remove');
      else await askForMore(engine, asking);
      const [act] = (await house.told(contentId)).filter(({ type }) => type === 'content.remove' || type === 'content.restrict');
      const complaint = { actionId: act?.data.actionId ?? '', reason: 'agreed', text: '', via: 'api' } as const;
      const { complaintId } = await complainAsUploader(engine, complaint);
      house.later(hours(24 * 8));
      const said = await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
      const before = await lastTold();
      for (const [outcome, ground] of [
        ['upheld', 'agreed'],
        ['rejected', 'nothing-new'],
      ] as const)
        expect(await decideComplaint(engine, { complaintId, outcome, ground, note: '', moderatorId: bob })).toBe('may-be-young');
      expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'may-be-young' });
      const { rows } = await openComplaints(engine.store.db, bob, null, 100);
      expect(rows.filter(({ waitsForYoung }) => waitsForYoung).map((row) => row.complaintId)).toEqual([complaintId]);
      expect((await toldAfter(before)).map(({ type }) => type)).toEqual([]);
      await rule(said.trackingNumber, 'refer');
      expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'referred' } });
      await sweepAll(engine);
    },
  );
});
