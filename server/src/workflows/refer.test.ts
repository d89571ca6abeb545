/** Is what shows somebody under 18, or perhaps so, out of view at once, seen by nobody again, in no bank and no list, reported, and held until a lead ends it? */
import { CasePin, serviceByDefault } from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { openPreviews } from '../preview/preview.ts';
import { contentById } from '../store/content.ts';
import { exportList } from './bank-export.ts';
import { complainAsRequester, complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decide, type Ruled } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint } from './desk-complaints.ts';
import { decisionMade } from './desk-decision.ts';
import { awaitedRemovals } from './desk-queue.ts';
import { deskReferral, openReferrals } from './desk-referrals.ts';
import { openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { readCase } from './open-case.ts';
import { purge } from './purge.ts';
import { closeReferral, noteReported } from './refer.ts';
import { screen } from './screen.ts';
import { setServiceLaw } from './service-facts.ts';
import { setAside } from './set-aside.ts';
import { aCode, aModerator, answers, anUpload, aPicture, pdq, sha256, sweepAll, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob, toldAfter, lastTold, refOf } = house;

const id = (): string => house.newName();
const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value), sha256(value)));
const refer = (trackingNumber: string, more: { by?: Engine; who?: string; unscreened?: string[] } = {}): Promise<Ruled> =>
  decide(more.by ?? engine, {
    about: { trackingNumber },
    decision: 'refer',
    ground: 'perhaps-under-18',
    note: 'a school uniform',
    moderatorId: more.who ?? ada,
    ...(more.unscreened === undefined ? {} : { unscreened: more.unscreened }),
  });
const remove = (trackingNumber: string, by: Engine = engine): Promise<Ruled> =>
  decide(by, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId: bob });
const taskOf = async (trackingNumber: string) =>
  engine.store.db
    .selectFrom('referral')
    .innerJoin('decision', 'decision.id', 'referral.decision_id')
    .selectAll('referral')
    .where('decision.tracking_number', '=', trackingNumber)
    .executeTakeFirstOrThrow();
const report = (referralId: string, moderatorId = ada) =>
  noteReported(engine, referralId, { route: 'us-cybertipline', reference: 'CT-118774', moderatorId });
const pin = CasePin.of('a second secret');
const keepAll = { controller: { name: 'x', address: 'y' }, contact: 'z', lawfulBasis: 'w' };
const purgeOld = () => purge(engine, { ...keepAll, keepDays: { uploads: 1, matchedUploads: 190, answers: 190, notes: 190 } });

/** A request about an upload with a code of hers, and a picture that was never screened elsewhere. */
async function aReferral(picture = aPicture()) {
  const contentId = id();
  await show(contentId, picture);
  const code = aCode();
  const filed = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, { fingerprints: [pdq(picture)] }),
    code: { code, pin: pin },
  });
  const before = await lastTold();
  const ruled = await refer(filed.trackingNumber);
  return { ...filed, contentId, picture, ref: await refOf(contentId), told: await toldAfter(before), ruled };
}

describe('a referral', () => {
  test('tells the service at once to take it out of view, to keep it under lock and not to tell the uploader; nothing else goes out', async () => {
    const { ruled, told, contentId, trackingNumber } = await aReferral();
    expect(ruled).toMatchObject({ outcome: 'decided' });
    expect(told.map(({ type }) => type)).toEqual(['content.restrict', 'request.decided']);
    expect(told[0]?.data).toMatchObject({ contentId, url: urlOf(contentId), trackingNumber, preserve: true, tellUploader: false });
    expect(told[0]?.data.reason).toContain('do not tell the uploader');
    expect(told[1]?.data).toMatchObject({ trackingNumber, outcome: 'refer', ground: 'perhaps-under-18', tellUploader: false });
  });

  test('acts also on places that only the service knows, whether or not anybody opened them', async () => {
    const place = 'https://forum.example/elsewhere/1';
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('never-screened', { locations: [place] }) });
    const before = await lastTold();
    expect(await refer(trackingNumber)).toMatchObject({ outcome: 'decided' });
    expect((await toldAfter(before))[0]).toMatchObject({ type: 'content.restrict', data: { url: place, preserve: true } });
    const task = await deskReferral(engine, (await taskOf(trackingNumber)).id, ada);
    expect(task?.facts).toMatchObject({ uploads: [], places: [place] });
  });

  test('answers the request under every law that it was filed under, with one task', async () => {
    const facts = { ...serviceByDefault, territories: ['US', 'GB', 'EU'], follows: ['online-safety-act'] } as const;
    await setServiceLaw(engine.store, platformId, { facts, interim: null });
    const contentId = id();
    await show(contentId, aPicture());
    const filed = await fileRequest(engine, { platformId, bases: 'all-that-apply', answers: answers(contentId, { isYoung: true }) });
    await setServiceLaw(engine.store, platformId, { facts: serviceByDefault, interim: null });
    const before = await lastTold();
    await refer(filed.trackingNumber);
    const told = await toldAfter(before);
    expect(told.map(({ type }) => type)).toEqual(['content.restrict', 'request.decided', 'request.decided', 'request.decided']);
    expect(told.slice(1).map(({ data }) => [data.outcome, data.tellUploader])).toEqual(Array.from({ length: 3 }, () => ['refer', false]));
    const open = async () =>
      (
        await engine.store.db
          .selectFrom('request')
          .select('closed_at')
          .where('case_id', '=', filed.caseId)
          .where('outcome', '=', 'refer')
          .where('closed_at', 'is', null)
          .execute()
      ).length;
    expect(await open()).toBe(3);
    await completeAction(engine, platformId, told[0]?.data.actionId ?? '', {});
    expect(await open()).toBe(0);
  });

  test('of a request that names nothing that could be acted on is not made', async () => {
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers('none', { locations: [], locationDetails: 'on the front page' }),
    });
    expect(await refer(trackingNumber)).toEqual({ outcome: 'nothing-to-remove' });
  });

  test('ends every look: no preview, clear or blurred, for anybody', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    const ref = await refOf(contentId);
    const nothing = (): never => {
      throw new Error('no picture is decoded in this test');
    };
    const previews = openPreviews({ ...engine, decode: { fingerprint: nothing, preview: nothing }, videos: null, maxBytes: 1 });
    expect(await previews.show(ref, 'clear', ada)).toMatchObject({ finding: 'not-set-up' });
    await refer(trackingNumber);
    expect(await previews.show(ref, 'clear', ada)).toBeNull();
    expect(await previews.show(ref, 'blurred', bob)).toBeNull();
  });

  test('lists nothing, hers neither, and neither does a later decision about the same upload; a picture that is like it is allowed as before', async () => {
    const { picture, contentId, trackingNumber } = await aReferral();
    const items = await engine.store.db.selectFrom('item').select('id').where('state', '=', 'active').execute();
    const other = await fileRequest(engine, { platformId, answers: answers(contentId, { fingerprints: [pdq(picture)] }) });
    expect(await remove(other.trackingNumber)).toEqual({ outcome: 'is-referred' });
    expect(await engine.store.db.selectFrom('item').select('id').where('state', '=', 'active').execute()).toEqual(items);
    expect(await screen(engine, platformId, anUpload(id(), pdq(picture), sha256(aPicture())))).toMatchObject({
      verdict: 'allow',
      matches: [],
    });
    expect((await house.acts('item.listed')).length).toBe(0);
    expect((await taskOf(trackingNumber)).closed_at).toBeNull();
  });

  test('takes what was listed of it before out of every list that leaves; it goes on holding copies back', async () => {
    const picture = aPicture();
    const first = id();
    await show(first, picture);
    await remove((await fileRequest(engine, { platformId, answers: answers(first) })).trackingNumber);
    await sweepAll(engine);
    const { id: bankId } = await engine.store.db
      .selectFrom('bank')
      .select('id')
      .where('platform_id', '=', platformId)
      .executeTakeFirstOrThrow();
    const exported = async (): Promise<string> => {
      let text = '';
      await exportList(engine.store, bankId, 'csv', { moderator: ada }, async (piece) => {
        text += piece;
      });
      return text;
    };
    expect(await exported()).toContain(picture);
    const copy = id();
    expect(await show(copy, picture)).toMatchObject({ verdict: 'hold' });
    const review = await engine.store.db
      .selectFrom('review')
      .select('id')
      .where('ref', '=', await refOf(copy))
      .executeTakeFirstOrThrow();
    const before = await lastTold();
    expect(
      await decide(engine, { about: { reviewId: review.id }, decision: 'refer', ground: 'under-18', note: '', moderatorId: ada }),
    ).toMatchObject({ outcome: 'decided' });
    // The first upload, too: it is the same file, and what was to be deleted is kept.
    expect((await toldAfter(before)).map(({ type, data }) => [type, data.contentId])).toEqual([
      ['content.restrict', copy],
      ['content.restrict', first],
    ]);
    expect(await exported()).not.toContain(picture);
    expect(await show(id(), picture)).toMatchObject({ verdict: 'hold' });
  });

  test('opens a reporting task with the time of knowledge and what those who are told need, and nothing of who asked', async () => {
    const { trackingNumber, contentId, picture } = await aReferral();
    const task = await taskOf(trackingNumber);
    expect(task).toMatchObject({ known_at: house.now(), reported_at: null, closed_at: null, hold_until: null });
    const page = await deskReferral(engine, task.id, ada);
    expect(page).toMatchObject({
      knownAt: house.now(),
      decidedBy: 'Ada',
      groundLabel: 'The person in it was perhaps under 18',
      route: { id: 'us-cybertipline' },
      facts: { uploads: [{ contentId, url: urlOf(contentId), uploaderRef: 'account-7' }], places: [] },
    });
    expect(JSON.stringify(page?.facts)).toContain(picture);
    expect(JSON.stringify(page?.facts)).not.toMatch(/maria/i);
    expect(task.facts_sealed?.includes(contentId)).toBe(false);
    expect((await openReferrals(engine.store.db, null, 100)).rows.map(({ referralId }) => referralId)).toContain(task.id);
    expect((await house.acts('referral.opened')).filter((subjects) => subjects['referral'] === task.id)).toMatchObject([{ uploads: 1 }]);
  });

  test('leaves the clock running until the service confirms; then she reads that nobody can see it, and no word that promises more', async () => {
    const { trackingNumber, caseId, told } = await aReferral();
    const mine = async () => (await readCase(engine, caseId))?.requests[0];
    expect((await mine())?.standing).toMatchObject({ key: 'being-removed', until: (await mine())?.dueAt });
    house.later(hours(49));
    expect((await mine())?.standing.key).toBe('removal-overdue');
    await completeAction(engine, platformId, told[0]?.data.actionId ?? '', {});
    expect((await mine())?.standing).toMatchObject({
      key: 'out-of-view',
      sentence: 'The service says that nobody can see the picture there any more.',
      asksNothing: true,
    });
    expect((await mine())?.isRemoved).toBe(false);
    const lines = (await mine())?.timeline.map(({ sentence }) => sentence).join(' ') ?? '';
    expect(lines).toContain('people whose work is to protect young people');
    expect(lines).toContain('also if you end your case');
    expect(lines).not.toMatch(/police|crime|abuse/i);
    const row = await engine.store.db
      .selectFrom('request')
      .select('closed_at')
      .where('tracking_number', '=', trackingNumber)
      .executeTakeFirstOrThrow();
    expect(row.closed_at).not.toBeNull();
  });
});

describe('whoever else asked about what is referred', () => {
  const ofOther = async (contentId: string, more: Parameters<typeof answers>[1] = {}) =>
    fileRequest(engine, { platformId, answers: answers(contentId, more) });
  const standingOf = async (caseId: string) => (await readCase(engine, caseId))?.requests[0]?.standing;

  test('is answered by the referral in the same transaction, and reads what is true: it is taken out of view, and then that nobody sees it', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const first = await ofOther(contentId);
    const other = await ofOther(contentId);
    const before = await lastTold();
    await refer(first.trackingNumber);
    const told = await toldAfter(before);
    expect(told.map(({ type, data }) => [type, data.trackingNumber, data.outcome])).toEqual([
      ['content.restrict', first.trackingNumber, undefined],
      ['request.decided', first.trackingNumber, 'refer'],
      ['request.decided', other.trackingNumber, 'refer'],
    ]);
    expect(told[2]?.data.tellUploader).toBe(false);
    expect(await standingOf(other.caseId)).toMatchObject({ key: 'being-removed' });
    expect(
      (await openReferrals(engine.store.db, null, 1000)).rows.filter(({ knownAt }) => knownAt.getTime() === house.now().getTime()),
    ).not.toEqual([]);
    await completeAction(engine, platformId, told[0]?.data.actionId ?? '', {});
    expect(await standingOf(other.caseId)).toMatchObject({ key: 'out-of-view' });
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('after it was removed and confirmed for somebody else reads at once that nobody sees it: nobody has to hide it any more', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const first = await ofOther(contentId);
    await remove(first.trackingNumber);
    const [removal] = await house.told(contentId);
    house.later(hours(1));
    await completeAction(engine, platformId, removal?.data.actionId ?? '', {});
    const late = await ofOther(contentId);
    house.later(hours(1));
    await refer(late.trackingNumber);
    expect(await standingOf(late.caseId)).toMatchObject({ key: 'out-of-view', until: null });
    await sweepAll(engine);
  });

  test('and names more than that, is decided about the rest by somebody', async () => {
    const [one, two] = [id(), id()];
    await show(one, aPicture());
    await show(two, aPicture());
    const first = await ofOther(one);
    const both = await ofOther(one, { locations: [urlOf(one), urlOf(two)] });
    const place = await ofOther(one, { locations: [urlOf(one), 'https://forum.example/posts/never-screened-here'] });
    await refer(first.trackingNumber);
    for (const { trackingNumber } of [both, place])
      expect(await openOnDesk(engine, ada, trackingNumber)).toMatchObject({ state: 'open', isAllReferred: false });
    expect(await remove(both.trackingNumber)).toMatchObject({ outcome: 'decided' });
  });

  test('and asks only afterwards, gets no other answer; nothing is ordered or reported a second time', async () => {
    const { contentId, told } = await aReferral();
    await completeAction(engine, platformId, told[0]?.data.actionId ?? '', {});
    const late = await ofOther(contentId);
    const desk = await openOnDesk(engine, ada, late.trackingNumber);
    expect(desk).toMatchObject({ isAllReferred: true, tests: [] });
    const tasks = async () => (await openReferrals(engine.store.db, null, 1000)).total;
    const [before, open] = [await lastTold(), await tasks()];
    for (const [decision, ground] of [
      ['keep', 'not-depicted'],
      ['remove', 'valid-request'],
    ] as const)
      expect(
        await decide(engine, { about: { trackingNumber: late.trackingNumber }, decision, ground, note: '', moderatorId: ada }),
      ).toEqual({
        outcome: 'is-referred',
      });
    expect(await refer(late.trackingNumber)).toMatchObject({ outcome: 'decided' });
    expect((await toldAfter(before)).map(({ type }) => type)).toEqual(['request.decided']);
    expect(await tasks()).toBe(open);
    expect(await standingOf(late.caseId)).toMatchObject({ key: 'out-of-view' });
  });
});

describe('what was referred by its place, of which nothing had been screened', () => {
  const at = (contentId: string, more: Parameters<typeof answers>[1] = {}) =>
    fileRequest(engine, { platformId, answers: answers(contentId, more) });
  const keep = (trackingNumber: string) =>
    decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'not-depicted', note: '', moderatorId: ada });
  const removeThere = (trackingNumber: string, contentId: string) =>
    decide(engine, {
      about: { trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      unscreened: [urlOf(contentId)],
      moderatorId: bob,
    });

  test('answers everybody else who names it, gets no other answer afterwards, and is shown again by nothing', async () => {
    const contentId = id();
    const removedBefore = await at(contentId);
    const removal = await removeThere(removedBefore.trackingNumber, contentId);
    const [first, other] = [await at(contentId), await at(contentId)];
    const before = await lastTold();
    await refer(first.trackingNumber);
    expect((await toldAfter(before)).map(({ type, data }) => [type, data.trackingNumber])).toEqual([
      ['content.restrict', first.trackingNumber],
      ['request.decided', first.trackingNumber],
      ['request.decided', other.trackingNumber],
    ]);
    const late = await at(contentId);
    expect(await openOnDesk(engine, ada, late.trackingNumber)).toMatchObject({ isAllReferred: true });
    expect(await keep(late.trackingNumber)).toEqual({ outcome: 'is-referred' });
    expect(await removeThere(late.trackingNumber, contentId)).toEqual({ outcome: 'is-referred' });
    const then = await lastTold();
    expect(await undoDecision(engine, removal.outcome === 'decided' ? removal.decisionId : '', bob)).toBe('referred-since');
    expect(await refer(late.trackingNumber)).toMatchObject({ outcome: 'decided' });
    expect((await toldAfter(then)).map(({ type }) => type)).not.toContain('content.restore');
    expect((await toldAfter(then)).map(({ type }) => type)).not.toContain('content.restrict');
  });

  test('holds what is screened at that address or under that id, shows it to nobody, and it joins the task', async () => {
    const [address, byId] = [id(), id()];
    const named = await at(address);
    await refer(named.trackingNumber);
    await refer((await at('none', { locations: [], contentIds: [byId] })).trackingNumber);
    const late = await at(address);
    for (const contentId of [address, byId]) {
      expect(await show(contentId, aPicture())).toMatchObject({ verdict: 'hold' });
    }
    expect(await openOnDesk(engine, ada, late.trackingNumber)).toMatchObject({ isAllReferred: true });
    const before = await lastTold();
    await tick(engine);
    const told = (await toldAfter(before)).filter(({ data }) => [address, byId].includes(data.contentId ?? ''));
    expect(told.map(({ data }) => [data.contentId, data.preserve, data.reason?.split('.')[0]]).toSorted()).toEqual(
      [address, byId].toSorted().map((contentId) => [contentId, true, 'It stands under an id or at an address that was referred']),
    );
    expect((await deskReferral(engine, (await taskOf(named.trackingNumber)).id, ada))?.facts).toMatchObject({
      uploads: [{ contentId: address }],
    });
    expect(await show(byId, aPicture())).toMatchObject({ verdict: 'hold' });
  });

  test('closes what either side had complained about it, and whoever was refused reads that it is out of view and no longer that it stays', async () => {
    const contentId = id();
    const removal = await removeThere((await at(contentId)).trackingNumber, contentId);
    const { id: actionId } = await engine.store.db
      .selectFrom('action')
      .select('id')
      .where('decision_id', '=', removal.outcome === 'decided' ? removal.decisionId : '')
      .executeTakeFirstOrThrow();
    const theirs = { actionId, reason: 'agreed', text: '', via: 'api' } as const;
    const uploaders = await complainAsUploader(engine, theirs);
    const refused = await at(contentId, { contact: { name: 'Maria Example', email: 'maria@example.org' } });
    const silent = await at(contentId);
    for (const { trackingNumber } of [refused, silent]) await keep(trackingNumber);
    const hers = await complainAsRequester(engine, { ...refused, reason: 'shown', text: '' });
    house.later(1);
    const before = await lastTold();
    await refer((await at(contentId)).trackingNumber);
    for (const { complaintId } of [uploaders, hers])
      expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'referred' } });
    expect(await complainAsUploader(engine, theirs)).toMatchObject({ outcome: 'closed', was: 'before' });
    const [told] = (await toldAfter(before)).filter(({ type }) => type === 'content.restrict');
    const keys = async () =>
      Promise.all([refused, silent].map(async ({ caseId }) => (await readCase(engine, caseId))?.requests[0]?.standing.key));
    expect(await keys()).toEqual(['being-hidden', 'being-hidden']);
    await completeAction(engine, platformId, told?.data.actionId ?? '', {});
    expect(await keys()).toEqual(['out-of-view', 'out-of-view']);
    await expect(complainAsRequester(engine, { ...silent, reason: 'shown', text: '' })).rejects.toMatchObject({ code: 'complaint/closed' });
  });

  test('leaves whoever else named it waiting, by its address or its id, before or after, until the service confirms that very place', async () => {
    const [address, byId, another] = [id(), id(), id()];
    const named = { locations: [urlOf(address), urlOf(another)], contentIds: [byId] };
    const asked = [await at(address), await at('none', { locations: [], contentIds: [byId] })];
    const before = await lastTold();
    await refer((await at(address, { ...named, isYoung: true })).trackingNumber);
    const late = await at(address);
    await refer(late.trackingNumber);
    const told = (await toldAfter(before)).filter(({ type }) => type === 'content.restrict');
    const confirm = async (place: string) => {
      const actionId = told.find(({ data }) => data.contentId === place || data.url === place)?.data.actionId ?? '';
      await completeAction(engine, platformId, actionId, {});
    };
    const keys = async () =>
      Promise.all([...asked, late].map(async ({ caseId }) => (await readCase(engine, caseId))?.requests[0]?.standing.key));
    await tick(engine);
    expect(await keys()).toEqual(['being-removed', 'being-removed', 'being-removed']);
    const awaited = (await awaitedRemovals(engine.store.db, null, 10_000)).rows;
    expect(asked.map((one) => awaited.find(({ trackingNumber }) => trackingNumber === one.trackingNumber)?.openCount)).toEqual([1, 1]);
    await confirm(urlOf(another));
    expect(await keys()).toEqual(['being-removed', 'being-removed', 'being-removed']);
    await confirm(urlOf(address));
    expect(await keys()).toEqual(['out-of-view', 'being-removed', 'out-of-view']);
    await confirm(byId);
    expect(await keys()).toEqual(['out-of-view', 'out-of-view', 'out-of-view']);
  });

  test('and is screened since, reads as out of view to whoever was refused there, also before the upload joins the task', async () => {
    const contentId = id();
    const refused = await at(contentId);
    await keep(refused.trackingNumber);
    await refer((await at(contentId)).trackingNumber);
    expect(await show(contentId, aPicture())).toMatchObject({ verdict: 'hold' });
    const key = async () => (await readCase(engine, refused.caseId))?.requests[0]?.standing.key;
    expect(await key()).toBe('being-hidden');
    await tick(engine);
    expect(await key()).toBe('being-hidden');
  });

  test('leaves the rest of a request to be decided: what is removed, or kept, is the rest', async () => {
    const [stored, place, rest] = [id(), id(), id()];
    await show(stored, aPicture());
    await show(rest, aPicture());
    await refer((await at(stored, { isYoung: true })).trackingNumber);
    await refer((await at(place)).trackingNumber);
    const asking = await at(rest, { locations: [urlOf(stored), urlOf(place), urlOf(rest)] });
    const refused = await at(rest, { locations: [urlOf(stored), urlOf(place), urlOf(rest)] });
    expect(await openOnDesk(engine, ada, asking.trackingNumber)).toMatchObject({
      partReferred: [stored, urlOf(place)],
      unscreened: [],
      isAllReferred: false,
    });
    const before = await lastTold();
    expect(await keep(refused.trackingNumber)).toMatchObject({ outcome: 'decided' });
    const read = (await readCase(engine, refused.caseId))?.requests[0]?.standing;
    expect(read).toMatchObject({ key: 'kept', canAskAgain: true });
    expect(read?.sentence).toContain(
      `nobody may see the picture here any more: ${urlOf(stored)}, ${urlOf(place)}. It still has to tell us`,
    );
    expect(read?.sentence).toContain('In the other places that you named, the service does not take the picture down for this request.');
    expect(await removeThere(asking.trackingNumber, place)).toMatchObject({ outcome: 'decided' });
    const told = await toldAfter(before);
    expect(told.map(({ type, data }) => [type, data.contentId])).toEqual([
      ['request.decided', undefined],
      ['content.remove', rest],
      ['request.decided', undefined],
    ]);
    await sweepAll(engine);
  });
});

describe('a complaint about what is referred', () => {
  const complaintOf = async (contentId: string) => {
    const { id: actionId } = await engine.store.db
      .selectFrom('action')
      .select('id')
      .where('content_id', '=', contentId)
      .where('kind', '=', 'content.remove')
      .executeTakeFirstOrThrow();
    return { actionId, reason: 'agreed', text: '', via: 'api' } as const;
  };
  const removed = async () => {
    const contentId = id();
    const picture = aPicture();
    await show(contentId, picture);
    const filed = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code: aCode(), pin } });
    await remove(filed.trackingNumber);
    await sweepAll(engine);
    return { ...filed, contentId, picture };
  };

  test('is closed by the referral: nobody judges it, nobody is asked any more, and what was listed goes on holding', async () => {
    const { contentId, picture, caseId, trackingNumber } = await removed();
    const { complaintId } = await complainAsUploader(engine, await complaintOf(contentId));
    expect((await readCase(engine, caseId))?.requests[0]?.disagreement.question).not.toBeNull();
    house.later(hours(1));
    const before = await lastTold();
    await refer((await fileRequest(engine, { platformId, answers: answers(contentId) })).trackingNumber);
    const [said] = (await toldAfter(before)).filter(({ type }) => type === 'complaint.decided');
    expect(said?.data).toMatchObject({ complaintId, complaintOutcome: 'rejected', ground: 'referred' });
    expect(said?.data.answer).toBe('Your complaint is closed, and nobody at the service judges it. Nothing changes for what you posted.');
    expect(await complainAsUploader(engine, await complaintOf(contentId))).toMatchObject({ complaintId, outcome: 'closed', was: 'before' });
    expect(await deskComplaint(engine, complaintId, ada)).toMatchObject({ state: 'decided', judged: { unjudged: 'referred', by: 'Ada' } });
    expect(await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: ada })).toBe('already');
    const hers = (await readCase(engine, caseId))?.requests[0];
    expect(hers?.timeline.map(({ sentence }) => sentence).join(' ')).toContain('you do not need to answer');
    expect(hers?.disagreement.question).toBeNull();
    expect(await openOnDesk(engine, ada, trackingNumber)).toMatchObject({ decision: { decision: 'remove' } });
    expect(await show(id(), picture)).toMatchObject({ verdict: 'hold' });
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('is not taken afterwards, and a decision that is set aside unlists nothing of it', async () => {
    const { contentId, picture, trackingNumber, caseId } = await removed();
    await refer((await fileRequest(engine, { platformId, answers: answers(contentId) })).trackingNumber);
    await expect(complainAsUploader(engine, await complaintOf(contentId))).rejects.toMatchObject({ code: 'complaint/closed' });
    const made = await engine.store.db
      .selectFrom('decision')
      .select('id')
      .where('tracking_number', '=', trackingNumber)
      .executeTakeFirstOrThrow();
    expect(await engine.store.transact((tx) => decisionMade(engine, tx, made.id))).toMatchObject({
      undoUntil: null,
      notTakenBack: 'referred-since',
    });
    expect(await undoDecision(engine, made.id, bob)).toBe('referred-since');
    const before = await lastTold();
    const outside = { decisionId: made.id, ground: 'court', note: '', moderatorId: ada };
    expect(await setAside(engine, outside)).toBe('set-aside');
    const told = await toldAfter(before);
    expect(told.map(({ type }) => type)).toEqual(['request.decided']);
    expect(told[0]?.data.reason).toContain('stays out of view');
    const hers = (await readCase(engine, caseId))?.requests[0];
    expect(hers?.standing.key).toBe('being-hidden');
    expect(JSON.stringify(hers)).not.toContain('may be shown');
    await engine.index.catchUp(engine.store.db);
    expect(await show(id(), picture)).toMatchObject({ verdict: 'hold' });
    await sweepAll(engine);
  });

  test('by whoever asked and was refused is closed, too, and they read that the service was told to take it out of view', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const filed = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code: aCode(), pin } });
    const { caseId, trackingNumber } = filed;
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'not-depicted', note: '', moderatorId: bob });
    const complain = () => complainAsRequester(engine, { caseId, trackingNumber, reason: 'shown', text: '' });
    const { complaintId } = await complain();
    const other = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code: aCode(), pin } });
    await decide(engine, {
      about: { trackingNumber: other.trackingNumber },
      decision: 'keep',
      ground: 'not-depicted',
      note: '',
      moderatorId: bob,
    });
    house.later(1);
    const before = await lastTold();
    await refer((await fileRequest(engine, { platformId, answers: answers(contentId) })).trackingNumber);
    expect(await deskComplaint(engine, complaintId, ada)).toMatchObject({ state: 'decided', judged: { unjudged: 'referred' } });
    const read = async (one: string) => (await readCase(engine, one))?.requests[0];
    const complained = { trackingNumber, isAnswered: true, unjudged: 'referred' };
    expect(await read(caseId)).toMatchObject({ standing: { key: 'being-hidden' }, disagreement: { complain: null, complained } });
    expect((await read(other.caseId))?.standing.key).toBe('being-hidden');
    const [told] = (await toldAfter(before)).filter(({ type }) => type === 'content.restrict');
    await completeAction(engine, platformId, told?.data.actionId ?? '', {});
    for (const one of [caseId, other.caseId]) {
      expect((await read(one))?.standing).toMatchObject({ key: 'out-of-view', canAskAgain: false });
      expect(JSON.stringify((await read(one))?.standing)).not.toContain('does not take the picture down');
    }
    expect((await readCase(engine, caseId))?.requests[0]?.timeline.map(({ sentence }) => sentence).join(' ')).toContain(
      'told to take the picture out of view',
    );
    await expect(
      complainAsRequester(engine, { caseId: other.caseId, trackingNumber: other.trackingNumber, reason: 'shown', text: '' }),
    ).rejects.toMatchObject({ code: 'complaint/closed' });
  });
});

describe('the same file as what is referred', () => {
  const later = (contentId: string, picture: string) => screen(engine, platformId, anUpload(contentId, pdq(picture), sha256(picture)));
  const factsOf = async (trackingNumber: string) =>
    (await deskReferral(engine, (await taskOf(trackingNumber)).id, ada))?.facts?.uploads.map(({ contentId }) => contentId);

  test('that the service had before is named in the same task and goes out of view in the same transaction; nothing of it is listed', async () => {
    const picture = aPicture();
    const [first, second] = [id(), id()];
    await show(first, picture);
    await show(second, picture);
    const filed = await fileRequest(engine, { platformId, answers: answers(first) });
    const other = await fileRequest(engine, { platformId, answers: answers(second) });
    const [before, listed] = [await lastTold(), (await house.acts('item.listed')).length];
    await refer(filed.trackingNumber);
    const told = await toldAfter(before);
    expect(told.map(({ type, data }) => [type, data.contentId ?? data.trackingNumber])).toEqual([
      ['content.restrict', first],
      ['request.decided', filed.trackingNumber],
      ['content.restrict', second],
      ['request.decided', other.trackingNumber],
    ]);
    expect(told[2]?.data).toMatchObject({ preserve: true, tellUploader: false });
    expect(await factsOf(filed.trackingNumber)).toEqual([first, second]);
    expect((await house.acts('item.listed')).length).toBe(listed);
    await completeAction(engine, platformId, told[0]?.data.actionId ?? '', {});
    expect((await readCase(engine, filed.caseId))?.requests[0]?.standing.key).toBe('being-removed');
    await completeAction(engine, platformId, told[2]?.data.actionId ?? '', {});
    expect((await readCase(engine, filed.caseId))?.requests[0]?.standing.key).toBe('out-of-view');
  });

  test('that comes later is held at once, shown to nobody, decided in no other way, and joins the task; once that was reported, it has one of its own', async () => {
    const { picture, trackingNumber } = await aReferral();
    const again = id();
    expect(await later(again, picture)).toEqual({ contentId: again, verdict: 'hold', reviewPending: false, matches: [] });
    const ref = await refOf(again);
    const asked = await fileRequest(engine, { platformId, answers: answers(again) });
    const nothing = (): never => {
      throw new Error('no picture is decoded in this test');
    };
    const previews = openPreviews({ ...engine, decode: { fingerprint: nothing, preview: nothing }, videos: null, maxBytes: 1 });
    expect(await previews.show(ref, 'clear', ada)).toBeNull();
    expect(await remove(asked.trackingNumber)).toEqual({ outcome: 'is-referred' });
    expect((await openOnDesk(engine, ada, asked.trackingNumber))?.uploads[0]).toMatchObject({ isReferred: true });
    const before = await lastTold();
    await tick(engine);
    await tick(engine);
    const told = (await toldAfter(before)).filter(({ data }) => data.contentId === again);
    expect(told.map(({ type, data }) => [type, data.preserve])).toEqual([['content.restrict', true]]);
    expect(await factsOf(trackingNumber)).toContain(again);
    expect((await house.acts('referral.joined')).at(-1)).toMatchObject({ uploads: 1 });
    expect(await later(again, picture)).toMatchObject({ verdict: 'hold' });

    const { id: task } = await taskOf(trackingNumber);
    await report(task);
    house.later(hours(1));
    const third = id();
    expect(await later(third, picture)).toMatchObject({ verdict: 'hold' });
    await tick(engine);
    const opened = (await house.acts('referral.opened')).at(-1)?.['referral'];
    expect(opened).not.toBe(task);
    expect((await deskReferral(engine, String(opened), ada))?.facts?.uploads.map(({ contentId }) => contentId)).toEqual([third]);
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('is like any other once a lead has closed the task without a report; of another service it always was', async () => {
    const { picture, trackingNumber } = await aReferral();
    const elsewhere = uuid(systemRandom);
    await engine.store.db
      .insertInto('platform')
      .values({ id: elsewhere, name: 'Elsewhere', preview_url: null, salt: systemRandom(32), created_at: house.now() })
      .execute();
    expect(await screen(engine, elsewhere, anUpload(id(), pdq(picture), sha256(picture)))).toMatchObject({ verdict: 'allow' });
    await closeReferral(engine, (await taskOf(trackingNumber)).id, { moderatorId: ada, reason: 'a drawing' });
    expect(await later(id(), picture)).toMatchObject({ verdict: 'allow' });
  });
});

describe('what is held', () => {
  test('outlasts her withdrawal: her case ends, and the report still has its facts', async () => {
    const { caseId, trackingNumber, contentId, ref, told } = await aReferral();
    expect(await askWithdrawal(engine, caseId, pin)).toEqual({ outcome: 'withdrawn' });
    expect(await readCase(engine, caseId)).toBeNull();
    expect((await toldAfter(0)).at(-1)).toMatchObject({ type: 'request.withdrawn', data: { trackingNumber, removalStands: true } });
    await forgetContent(engine, platformId, contentId);
    await tick(engine);
    expect(await refOf(contentId)).toBe(ref);
    expect((await deskReferral(engine, (await taskOf(trackingNumber)).id, ada))?.facts?.uploads).toHaveLength(1);
    await expect(completeAction(engine, platformId, told[0]?.data.actionId ?? '', {})).resolves.toMatchObject({ completedAt: house.now() });
  });

  test('outlasts DELETE, the confirmation and every period of retention, its note too, until a lead has closed it and its time is over', async () => {
    const { trackingNumber, contentId, ref, told } = await aReferral();
    await forgetContent(engine, platformId, contentId);
    expect(await contentById(engine.store.db, platformId, contentId)).toBeNull();
    await completeAction(engine, platformId, told[0]?.data.actionId ?? '', {});
    const { id: task, decision_id: decisionId } = await taskOf(trackingNumber);
    const codes = async () => (await engine.store.db.selectFrom('content_code').select('kind').where('ref', '=', ref).execute()).length;
    const note = async () =>
      (await engine.store.db.selectFrom('decision').select('note_sealed').where('id', '=', decisionId).executeTakeFirstOrThrow())
        .note_sealed;
    house.later(hours(24 * 800));
    await purgeOld();
    await tick(engine);
    expect([await codes(), (await note()) !== null]).toEqual([2, true]);

    expect(await report(task)).toBe('reported');
    expect(await closeReferral(engine, task, { moderatorId: ada, reason: '' })).toBe('closed');
    house.later(hours(24 * 364));
    await purgeOld();
    await tick(engine);
    expect([await codes(), (await note()) !== null]).toEqual([2, true]);
    expect((await taskOf(trackingNumber)).facts_sealed).not.toBeNull();

    house.later(hours(24 * 2));
    await purgeOld();
    await tick(engine);
    expect([await codes(), (await note()) !== null]).toEqual([0, false]);
    expect(await taskOf(trackingNumber)).toMatchObject({ facts_sealed: null, reference_sealed: null, known_at: expect.any(Date) });
  });

  test('does not change when the service screens it again, the same picture or another: it is answered as held, by nothing that says why', async () => {
    const { trackingNumber, contentId, picture } = await aReferral();
    const held = { contentId, verdict: 'hold', reviewPending: false, matches: [] };
    for (const shown of [picture, aPicture()]) {
      house.later(hours(1));
      expect(await show(contentId, shown)).toEqual(held);
    }
    expect((await openOnDesk(engine, ada, trackingNumber))?.uploads[0]?.standing).toBe('referral-ordered');
    // Neither the service's DELETE nor the end of the task says that it may be shown.
    const before = await lastTold();
    await closeReferral(engine, (await taskOf(trackingNumber)).id, { moderatorId: ada, reason: 'a drawing' });
    await forgetContent(engine, platformId, contentId);
    house.later(hours(1));
    expect(await show(contentId, picture)).toEqual(held);
    expect((await toldAfter(before)).filter(({ type }) => type === 'content.restore')).toEqual([]);
    expect(JSON.stringify((await deskReferral(engine, (await taskOf(trackingNumber)).id, ada))?.facts)).toContain(picture);
  });
});

describe('two at once', () => {
  test('one refers while a colleague decides: one wins, the other is told who', async () => {
    for (let round = 0; round < 4; round += 1) {
      const contentId = id();
      await show(contentId, aPicture());
      const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
      const both = await Promise.all([refer(trackingNumber), remove(trackingNumber, house.second)]);
      expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'decided']);
      const winner = both[0].outcome === 'decided' ? 'Ada' : 'Bob';
      expect(both).toContainEqual({ outcome: 'already', decidedBy: winner, at: expect.any(Date) });
      const tasks = await engine.store.db
        .selectFrom('referral')
        .innerJoin('decision', 'decision.id', 'referral.decision_id')
        .select('referral.id')
        .where('decision.tracking_number', '=', trackingNumber)
        .execute();
      expect(tasks).toHaveLength(winner === 'Ada' ? 1 : 0);
    }
    await sweepAll(engine);
  });

  test('two write down a report: the first stands', async () => {
    const { trackingNumber } = await aReferral();
    const { id: task } = await taskOf(trackingNumber);
    expect((await Promise.all([report(task, ada), report(task, bob)])).toSorted()).toEqual(['already', 'reported']);
    expect((await house.acts('referral.reported')).filter((subjects) => subjects['referral'] === task)).toMatchObject([
      { route: 'us-cybertipline' },
    ]);
  });
});

describe('the end of a task', () => {
  test('is a lead’s: a moderator is refused, and without a report it needs a reason', async () => {
    const { trackingNumber } = await aReferral();
    const { id: task } = await taskOf(trackingNumber);
    const eve = await aModerator(engine, 'Eve');
    await engine.store.db.updateTable('moderator').set({ role: 'moderator' }).where('id', '=', eve).execute();
    expect(await closeReferral(engine, task, { moderatorId: eve, reason: 'done' })).toBe('not-a-lead');
    expect(await closeReferral(engine, task, { moderatorId: ada, reason: '' })).toBe('needs-a-reason');
    expect(await noteReported(engine, task, { route: 'nowhere', reference: '1', moderatorId: ada })).toBe('unknown-route');
    expect(await closeReferral(engine, task, { moderatorId: ada, reason: 'An adult: her passport was shown to the police.' })).toBe(
      'closed',
    );
    expect(await report(task)).toBe('already');
    expect(await closeReferral(engine, task, { moderatorId: ada, reason: 'again' })).toBe('already');
    expect((await house.acts('referral.closed')).filter((subjects) => subjects['referral'] === task)).toMatchObject([{ reported: 'no' }]);
    // What nobody reported is let go at once.
    await tick(engine);
    expect((await taskOf(trackingNumber)).facts_sealed).toBeNull();
  });

  test('a second look at the task says who reported what where, and until when it is held', async () => {
    const { trackingNumber } = await aReferral();
    const { id: task } = await taskOf(trackingNumber);
    await report(task);
    await closeReferral(engine, task, { moderatorId: bob, reason: 'Told by phone, too.' });
    expect(await deskReferral(engine, task, bob)).toMatchObject({
      report: { by: 'Ada', at: house.now(), routeName: 'NCMEC CyberTipline', reference: 'CT-118774' },
      closed: { by: 'Bob', reason: 'Told by phone, too.', holdUntil: new Date(house.now().getTime() + hours(24 * 365)) },
    });
  });

  test('and everything before it leaves the ledger whole', async () => {
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });
});
