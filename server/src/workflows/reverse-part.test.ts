/** A decision took several pictures down, and a complaint about one of them was right: is that one given back, and does all of it stand for the others? */
import type { AlsoRuled, BasisId, RequestAnswers } from '@likeness/casework';
import { expect, test } from 'vitest';
import { statementAddress } from '../outbox/statement-address.ts';
import { eventsOf, requestByNumber } from '../store/cases.ts';
import { reportRows } from '../store/report-rows.ts';
import { setActsOn } from './also-acted-on.ts';
import { complainAsRequester, complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint } from './desk-complaints.ts';
import { decisionMade } from './desk-decision.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { readStatement } from './read-statement.ts';
import { setRestricts } from './restrictable.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { aCode, answers, anUpload, aPicture, edited, findAll, pdq, sweepAll, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests({ territories: ['US', 'EU'] });
const { engine, platformId, ada, bob } = house;
await setActsOn(engine.store, platformId, ['text', 'link', 'account']);
await setRestricts(engine.store, platformId, ['age-gate']);

interface Post {
  readonly contentId: string;
  readonly picture: string;
  readonly uploaderRef: string;
}
const post = async (picture = aPicture(), uploaderRef = ''): Promise<Post> => {
  const contentId = house.newName();
  const by = uploaderRef === '' ? `by-${contentId}` : uploaderRef;
  await screen(engine, platformId, { ...anUpload(contentId, pdq(picture)), uploaderRef: by, text: `The words of ${contentId}.` });
  return { contentId, picture, uploaderRef: by };
};
const file = async (posts: readonly Post[], more: Partial<RequestAnswers> = {}, bases: readonly BasisId[] = ['digital-services-act']) => {
  const code = aCode();
  const [first] = posts;
  const locations = posts.map(({ contentId }) => urlOf(contentId));
  const said: Partial<RequestAnswers> = {
    basis: bases[0] ?? 'take-it-down',
    locations,
    contact: { name: 'Maria Example', email: 'maria@example.org' },
    statement: { notConsensual: true, goodFaith: true, details: 'It shows me.' },
    declarations: { 'digital-services-act': { accurate: true } },
    ...more,
  };
  const filed = await fileRequest(engine, {
    platformId,
    answers: answers(first?.contentId ?? '', said),
    bases: [...bases],
    code: { code, pin: null },
  });
  return { ...filed, code };
};
const remove = (trackingNumber: string, also: readonly AlsoRuled[] = []) =>
  house.decides({ trackingNumber }, 'remove', 'valid-request', { also });
const actOf = async ({ contentId }: Post) => {
  const act = (await house.told(contentId)).findLast(({ type }) => type === 'content.remove' || type === 'content.restrict');
  if (act === undefined) throw new Error('nothing was ordered');
  return act.data;
};
const complain = async (about: Post) =>
  (
    await complainAsUploader(engine, {
      actionId: (await actOf(about)).actionId ?? '',
      reason: 'agreed',
      text: 'She said yes.',
      via: 'page',
    })
  ).complaintId;
const upheld = async (complaintId: string): Promise<void> => {
  house.later(hours(7 * 24));
  expect(await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob })).toBe('decided');
};
const rightAbout = async (about: Post): Promise<string> => {
  const complaintId = await complain(about);
  await upheld(complaintId);
  return complaintId;
};
const toldOf = async ({ contentId }: Post) => (await house.told(contentId)).map(({ type }) => type);
const verdictOf = async (picture: string) => {
  await engine.index.catchUp(engine.store.db);
  return (await screen(engine, platformId, anUpload(house.newName(), pdq(edited(picture, 4))))).verdict;
};
const confirm = async (about: Post): Promise<void> => {
  await completeAction(engine, platformId, (await actOf(about)).actionId ?? '', {});
};
const outcomeOf = async (trackingNumber: string) => (await requestByNumber(engine.store.db, trackingNumber))?.outcome;
const caseOf = async (code: ReturnType<typeof aCode>) => {
  const view = await readCase(engine, (await caseOfCode(engine, code))?.caseId ?? '');
  const [request] = view?.requests ?? [];
  if (request === undefined) throw new Error('no case');
  return request;
};
const kindsOf = async (trackingNumber: string) => {
  const request = await requestByNumber(engine.store.db, trackingNumber);
  return request === null ? [] : (await eventsOf(engine.store.db, request)).map(({ kind }) => kind);
};
const statementOf = async (about: Post) => {
  const id = (await actOf(about)).statement?.id ?? '';
  return readStatement(engine, statementAddress(engine.keys, engine.publicUrl, id));
};

test('that one is shown again and listed no more; the other stays down and listed, and everybody reads so', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber, code } = await file([kept, back], { fingerprints: [pdq(kept.picture), pdq(back.picture)] });
  await remove(trackingNumber);
  await confirm(kept);
  await confirm(back);
  expect((await caseOf(code)).standing.key).toBe('removed');

  const complaintId = await complain(back);
  expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ alsoGivenBack: [], rest: [kept.contentId] });
  await upheld(complaintId);

  expect([await toldOf(kept), await toldOf(back)]).toEqual([['content.remove'], ['content.remove', 'content.restore']]);
  expect([await verdictOf(kept.picture), await verdictOf(back.picture)]).toEqual(['hold', 'allow']);
  expect(await outcomeOf(trackingNumber)).toBe('remove');
  const { standing, timeline, disagreement } = await caseOf(code);
  expect(standing).toMatchObject({ key: 'removed-in-part', canAskAgain: true, asksNothing: false });
  expect(standing.sentence).toContain(`show again what is here: ${urlOf(back.contentId)}.`);
  expect(standing.sentence).not.toContain(kept.contentId);
  expect(standing.complaint).not.toBeNull();
  expect(timeline.at(-1)).toMatchObject({ key: 'complaint-decided', sentence: expect.stringContaining('For the others nothing changes.') });
  expect(disagreement.question).toBeNull();
  expect(await statementOf(back)).toMatchObject({ isTakenBack: true, isShownAgain: true, complaint: { outcome: 'upheld' } });
  expect(await statementOf(kept)).toMatchObject({ isTakenBack: false, mayComplainUntil: expect.any(Date), complaint: null });
  expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'decided', isTakenBack: true });
  expect((await house.acts('action.taken-back')).at(-1)).toMatchObject({ moderator: bob });
  expect((await house.acts('decision.reversed')).length).toBe(0);
});

test('what was held because of that one is given back, and what is like the other stays held', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber } = await file([kept, back]);
  await remove(trackingNumber);
  await engine.index.catchUp(engine.store.db);
  const [likeKept, likeBack] = [await post(edited(kept.picture, 4)), await post(edited(back.picture, 4))];
  await rightAbout(back);
  await sweepAll(engine);
  expect([await toldOf(likeKept), await toldOf(likeBack)]).toEqual([[], ['content.restore']]);
});

test('what shows the same picture comes back with it, and a complaint about that can only be answered so', async () => {
  const [back, kept] = [await post(), await post()];
  const copy = await post(edited(back.picture, 6));
  const { trackingNumber, code } = await file([back, copy, kept]);
  await remove(trackingNumber);
  const [first, second] = [await complain(back), await complain(copy)];
  expect(await deskComplaint(engine, first, bob)).toMatchObject({ alsoGivenBack: [copy.contentId], rest: [kept.contentId] });
  await upheld(first);
  expect([await toldOf(copy), await toldOf(kept)]).toEqual([['content.remove', 'content.restore'], ['content.remove']]);
  const judged = { complaintId: second, note: '', moderatorId: bob };
  expect(await decideComplaint(engine, { ...judged, outcome: 'rejected', ground: 'no-consent' })).toBe('moot');
  expect(await decideComplaint(engine, { ...judged, outcome: 'upheld', ground: 'agreed' })).toBe('decided');
  expect(await outcomeOf(trackingNumber)).toBe('remove');
  expect(await toldOf(copy)).toEqual(['content.remove', 'content.restore']);
  expect((await caseOf(code)).standing.sentence).toContain(`${urlOf(back.contentId)}, ${urlOf(copy.contentId)}`);
});

test('one after the other until none is left: then the request itself is refused', async () => {
  const [one, other] = [await post(), await post()];
  const { trackingNumber, code } = await file([one, other], { fingerprints: [pdq(one.picture)] });
  await remove(trackingNumber);
  const complaints = [await complain(one), await complain(other)];
  for (const complaintId of complaints) await upheld(complaintId);
  for (const about of [one, other]) expect(await toldOf(about)).toEqual(['content.remove', 'content.restore']);
  expect(await outcomeOf(trackingNumber)).toBe('keep');
  expect((await caseOf(code)).standing.key).toBe('kept');
  expect([await verdictOf(one.picture), await verdictOf(other.picture)]).toEqual(['allow', 'allow']);
});

test('of what fewer people were to see, too', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber, code } = await file([kept, back]);
  await house.decides({ trackingNumber }, 'restrict', 'rules-age-gate');
  await rightAbout(back);
  expect([await toldOf(kept), await toldOf(back)]).toEqual([['content.restrict'], ['content.restrict', 'content.restore']]);
  expect(await outcomeOf(trackingNumber)).toBe('restrict');
  expect((await caseOf(code)).standing).toMatchObject({ key: 'removal-overdue', sentence: expect.stringContaining(urlOf(back.contentId)) });
});

test('under every law that the decision answered', async () => {
  const [kept, back] = [await post(), await post()];
  const { requests, code } = await file([kept, back], {}, ['take-it-down', 'digital-services-act']);
  await house.decides({ trackingNumber: requests[0]?.trackingNumber ?? '' }, 'remove', 'valid-request');
  expect(await Promise.all(requests.map(({ trackingNumber }) => outcomeOf(trackingNumber)))).toEqual(['remove', 'remove']);
  await rightAbout(back);
  expect([await toldOf(kept), await toldOf(back)]).toEqual([['content.remove'], ['content.remove', 'content.restore']]);
  expect(await Promise.all(requests.map(({ trackingNumber }) => outcomeOf(trackingNumber)))).toEqual(['remove', 'remove']);
  const { standing } = await caseOf(code);
  expect(standing.sentence.split(urlOf(back.contentId)).length - 1).toBe(1);
  for (const { trackingNumber } of requests) expect((await kindsOf(trackingNumber)).at(-1)).toBe('complaint-decided');
});

test('what somebody else’s request wants down stays down for that one, and its uploader is told why', async () => {
  const [kept, back] = [await post(), await post()];
  const [first, second] = [await file([kept, back]), await file([back])];
  await remove(first.trackingNumber);
  house.later(1);
  await remove(second.trackingNumber);
  await rightAbout(back);
  const acts = await house.told(back.contentId);
  expect(acts.map(({ type }) => type)).toEqual(['content.remove', 'content.remove']);
  expect(acts.at(-1)?.data).toMatchObject({ trackingNumber: second.trackingNumber, statement: expect.anything() });
  // She is not told that it is shown, for it is not.
  expect((await caseOf(first.code)).standing.sentence).not.toContain('show again');
});

test('a request that waited for nothing else is done with it', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber, code } = await file([kept, back]);
  await remove(trackingNumber);
  await confirm(kept);
  expect((await caseOf(code)).standing.key).toBe('being-removed');
  await rightAbout(back);
  expect((await requestByNumber(engine.store.db, trackingNumber))?.closedAt).not.toBeNull();
  expect((await caseOf(code)).standing.key).toBe('removed-in-part');
});

test('beside a place that was never screened here, which stays as it was decided', async () => {
  const back = await post();
  const place = 'https://elsewhere-on-it.example/album/9';
  const { trackingNumber } = await file([back], { locations: [urlOf(back.contentId), place] });
  await house.decides({ trackingNumber }, 'remove', 'valid-request', { unscreened: [place] });
  const complaintId = await complain(back);
  expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ rest: [place] });
  await upheld(complaintId);
  expect(await toldOf(back)).toEqual(['content.remove', 'content.restore']);
  const atPlace = (await house.feed()).filter(({ data, type }) => type.startsWith('content.') && data.url === place);
  expect(atPlace.map(({ type }) => type)).toEqual(['content.remove']);
  expect(await outcomeOf(trackingNumber)).toBe('remove');
});

test('its words and its account are given back with it; an account with another post in it is not', async () => {
  const [kept, back] = [await post(), await post()];
  const alsoKept = await post(undefined, kept.uploaderRef);
  const { trackingNumber } = await file([kept, back, alsoKept]);
  const also = (of: Post): AlsoRuled[] => [
    { kind: 'text', contentId: of.contentId, link: null, act: 'remove', ground: 'names-the-person' },
    { kind: 'account', contentId: of.contentId, link: null, act: 'restrict', ground: 'posted-such-a-picture' },
  ];
  await remove(trackingNumber, [...also(kept), ...also(back)]);
  const beside = async () =>
    (await house.feed()).flatMap(({ type, data }) =>
      /^(text|account)\.restore$/.test(type)
        ? [`${type} ${data.target?.kind === 'account' ? data.target.uploaderRef : data.contentId}`]
        : [],
    );
  await rightAbout(alsoKept);
  expect(await beside()).toEqual([]);
  await rightAbout(back);
  expect((await beside()).toSorted()).toEqual([`account.restore ${back.uploaderRef}`, `text.restore ${back.contentId}`]);
});

test('from outside, for one picture alone: the rest stands with its complaints, she reads why, and colleagues which decision it was', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber, code } = await file([kept, back]);
  const decisionId = await remove(trackingNumber);
  const [aboutKept, aboutBack] = [await complain(kept), await complain(back)];
  const made = () => engine.store.transact((tx) => decisionMade(engine, tx, decisionId));
  const pictures = (await made())?.pictures ?? [];
  expect(pictures.map(({ contentIds }) => contentIds).toSorted()).toEqual([[kept.contentId], [back.contentId]].toSorted());
  const actionId = (await actOf(back)).actionId ?? '';
  const outside = { decisionId, ground: 'court', note: '12 O 3/26', moderatorId: ada, actionId };
  expect(await setAside(engine, outside)).toBe('set-aside-in-part');
  expect(await setAside(engine, outside)).toBe('already');
  expect([await toldOf(kept), await toldOf(back)]).toEqual([['content.remove'], ['content.remove', 'content.restore']]);
  expect([await verdictOf(kept.picture), await verdictOf(back.picture)]).toEqual(['hold', 'allow']);
  expect(await outcomeOf(trackingNumber)).toBe('remove');
  expect(await deskComplaint(engine, aboutBack, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'outside' } });
  expect(await deskComplaint(engine, aboutKept, bob)).toMatchObject({ state: 'waiting', rest: [] });
  expect((await made())?.note).toBe(`${back.contentId}: A court decided that it may be shown. 12 O 3/26`);
  expect((await made())?.actions.map(({ contentId, takenBackAt }) => [contentId, takenBackAt !== null])).toEqual(
    [
      [kept.contentId, false],
      [back.contentId, true],
    ].toSorted(),
  );
  const { standing, timeline } = await caseOf(code);
  expect(standing.sentence).toContain(`show again what is here: ${urlOf(back.contentId)}.`);
  expect(timeline.find(({ key }) => key === 'set-aside-in-part')?.sentence).toContain('a court or another body');
  expect((await house.acts('action.taken-back')).at(-1)).toMatchObject({ moderator: ada, because: 'outside' });
});

test('what another picture stands under its id by now comes back as what was decided about, and takes nothing else along', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber } = await file([kept, back]);
  await remove(trackingNumber);
  const complaintId = await complain(back);
  house.later(1);
  await screen(engine, platformId, { ...anUpload(back.contentId, pdq(kept.picture)), uploaderRef: back.uploaderRef });
  expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ alsoGivenBack: [], rest: [kept.contentId] });
  await upheld(complaintId);
  expect(await toldOf(kept)).toEqual(['content.remove']);
  expect(await verdictOf(kept.picture)).toBe('hold');
  expect(await outcomeOf(trackingNumber)).toBe('remove');
});

test('the decision is no slip any more: nobody takes it back with a button', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber } = await file([kept, back]);
  const decisionId = await remove(trackingNumber);
  const actionId = (await actOf(back)).actionId ?? '';
  await setAside(engine, { decisionId, ground: 'court', note: '12 O 4/26', moderatorId: ada, actionId });
  expect(await undoDecision(engine, decisionId, ada)).toBe('in-part');
  const made = await engine.store.transact((tx) => decisionMade(engine, tx, decisionId));
  expect(made).toMatchObject({ undoUntil: null, notTakenBack: 'in-part' });
});

test('she is not told that all is gone while it may be seen: limited for another request, or ordered down for one and not confirmed', async () => {
  const [kept, back] = [await post(), await post()];
  const earlier = await file([back]);
  await house.decides({ trackingNumber: earlier.trackingNumber }, 'restrict', 'rules-age-gate');
  house.later(1);
  const { trackingNumber, code } = await file([kept, back]);
  await remove(trackingNumber);
  await confirm(kept);
  await rightAbout(back);
  expect((await house.told(back.contentId)).at(-1)).toMatchObject({ type: 'content.restrict', data: { visibility: 'age-gate' } });
  const sentence = async () => (await caseOf(code)).standing.sentence;
  expect(await sentence()).toContain(`show again what is here: ${urlOf(back.contentId)}.`);
  house.later(1);
  const later = await file([back]);
  await remove(later.trackingNumber);
  expect(await sentence()).toContain('gone where it acted');
  expect(await sentence()).not.toContain('show again');
  await confirm(back);
  expect(await sentence()).toContain('The service says that the picture is gone.');
});

test('a limit that was too little for her stays for the rest, and whoever decides anew reads that a complaint was right', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber, caseId, code } = await file([kept, back]);
  await house.decides({ trackingNumber }, 'restrict', 'rules-age-gate');
  const right = await rightAbout(back);
  const hers = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'too-little', text: '' });
  expect(
    await decideComplaint(engine, { complaintId: hers.complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob }),
  ).toBe('decided');
  expect((await openOnDesk(engine, ada, trackingNumber))?.closedComplaints).toEqual([right]);
  expect((await caseOf(code)).standing.sentence).toMatch(/the limit stays.*show again what is here/);
});

test('from outside, a complaint about a copy that went because of that picture is closed as well', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber } = await file([kept, back]);
  const decisionId = await remove(trackingNumber);
  await engine.index.catchUp(engine.store.db);
  const copy = await post(edited(back.picture, 4));
  const review = await engine.store.db
    .selectFrom('review')
    .select('id')
    .where('ref', '=', await house.refOf(copy.contentId))
    .executeTakeFirstOrThrow();
  await house.decides({ reviewId: review.id }, 'remove', 'same-picture');
  const aboutCopy = await complain(copy);
  const actionId = (await actOf(back)).actionId ?? '';
  await setAside(engine, { decisionId, ground: 'court', note: '12 O 5/26', moderatorId: ada, actionId });
  expect(await toldOf(copy)).toEqual(['content.remove', 'content.restore']);
  expect(await deskComplaint(engine, aboutCopy, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'outside' } });
});

test('whoever posted what her fingerprints found reads that it was found so, and whoever posted what she named does not', async () => {
  const [named, picture] = [await post(), aPicture()];
  const found = await post(edited(picture, 4));
  const { trackingNumber, code } = await file([named], { fingerprints: [pdq(named.picture), pdq(picture)] });
  await findAll(engine);
  const ref = await house.refOf(found.contentId);
  await house.decides({ trackingNumber }, 'remove', 'valid-request', { ofFound: { [ref]: 'together' } });
  const hers = (await caseOf(code)).timeline.find(({ key }) => key === 'decided-remove')?.sentence;
  expect(hers).toContain('The same goes for 1 other post with your picture, which the service found.');
  const facts = async (about: Post) => (await statementOf(about))?.facts;
  expect(await facts(found)).toMatchObject({ automation: { detection: true }, facts: { text: expect.stringContaining('another post') } });
  expect(await facts(named)).toMatchObject({
    automation: { detection: false },
    facts: { text: expect.stringContaining('examined the notice') },
  });
});

test('what ends the decision from outside later ends the rest of it, and gives nothing back twice', async () => {
  const [kept, back] = [await post(), await post()];
  const { trackingNumber } = await file([kept, back]);
  const decisionId = await remove(trackingNumber);
  await rightAbout(back);
  expect(await setAside(engine, { decisionId, ground: 'court', note: '12 O 3/26', moderatorId: ada })).toBe('set-aside');
  expect([await toldOf(kept), await toldOf(back)]).toEqual([
    ['content.remove', 'content.restore'],
    ['content.remove', 'content.restore'],
  ]);
});

test('the report counts one decision, two removals and one complaint that was right', async () => {
  house.later(1);
  const from = house.now();
  const [kept, back] = [await post(), await post()];
  const { trackingNumber } = await file([kept, back]);
  await remove(trackingNumber);
  await confirm(kept);
  await confirm(back);
  await rightAbout(back);
  house.later(1);
  const rows = await reportRows(engine.store.db, platformId, { kind: 'month', key: 'now', from, to: house.now() });
  expect([rows.decisions.length, rows.removals.length]).toEqual([1, 2]);
  expect(rows.complaints).toMatchObject([{ outcome: 'upheld' }]);
  const events = await eventsOf(engine.store.db, {
    trackingNumber,
    caseId: (await requestByNumber(engine.store.db, trackingNumber))?.caseId ?? '',
  });
  expect(events.filter(({ kind }) => kind === 'reversed')).toEqual([]);
});
