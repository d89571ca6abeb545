/** Is nothing that was found by her fingerprints passed over in silence: is each answered before a removal, told truly in her case, and open again when the decision is taken back? */
import { type BasisId, type FoundAnswer, type RequestAnswers, serviceByDefault } from '@likeness/casework';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { candidatesOf } from '../store/candidates.ts';
import { contentById } from '../store/content.ts';
import { completeAction } from './complete.ts';
import { decide, type Ruling } from './decide.ts';
import { type DeskRequest, openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { findAmongNewUploads } from './find-uploads.ts';
import { keepAnswers } from './found-answers.ts';
import { readCase } from './open-case.ts';
import { purge } from './purge.ts';
import { screen } from './screen.ts';
import { setSecondLook } from './second-look.ts';
import { setServiceLaw } from './service-facts.ts';
import { aCode, aModerator, answers, anUpload, aPicture, edited, findAll, pdq, sha256, sweepAll } from './test-cast.ts';
import { hours, minutes, openTestHouse, type TestHouse } from './test-house.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal, withdrawDue } from './withdraw.ts';

let house: TestHouse;
let engine: Engine;
let platformId: string;
let ada: string;
let grace: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, moderatorId: ada } = house);
  grace = await aModerator(engine, 'Grace');
});

afterAll(() => house.close());

let made = 0;
const show = async (...fingerprints: Parameters<typeof anUpload>[1][]): Promise<{ contentId: string; ref: string }> => {
  made += 1;
  const contentId = `post-${made}`;
  house.later(1);
  await screen(engine, platformId, anUpload(contentId, ...fingerprints));
  const content = await contentById(engine.store.db, platformId, contentId);
  if (content === null) throw new Error('the upload is not there');
  return { contentId, ref: content.ref };
};

/** She has two pictures; the post that she names shows one of them, and another post shows the other. */
async function twoPictures(more: Partial<RequestAnswers> = {}, bases: readonly BasisId[] = ['take-it-down']) {
  const [a, b] = [aPicture(), aPicture()];
  const named = await show(pdq(edited(a, 2)));
  const found = await show(pdq(edited(b, 4)));
  const code = aCode();
  const filed = await fileRequest(engine, {
    platformId,
    answers: answers(named.contentId, { fingerprints: [pdq(a), pdq(b)], ...more }),
    code: { code, pin: null },
    bases,
  });
  await findAll(engine);
  return { ...filed, a, b, named, found };
}

const remove = (trackingNumber: string, ofFound: Readonly<Record<string, FoundAnswer>> = {}, more: Partial<Ruling> = {}) =>
  decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId: ada, ofFound, ...more });
const deskOf = async (trackingNumber: string): Promise<DeskRequest> => {
  const desk = await openOnDesk(engine, ada, trackingNumber);
  if (desk === null) throw new Error('there is no such request');
  return desk;
};
const standingOf = async (ref: string): Promise<readonly string[]> =>
  (await engine.store.db.selectFrom('action').select('kind').where('ref', '=', ref).where('taken_back_at', 'is', null).execute()).map(
    ({ kind }) => kind,
  );
const confirmAll = async (): Promise<void> => {
  const open = await engine.store.db.selectFrom('action').select('id').where('completed_at', 'is', null).execute();
  for (const { id } of open) await completeAction(engine, platformId, id, {});
};
const hersOf = async (caseId: string) => (await readCase(engine, caseId))?.requests[0];
const rowsOf = (trackingNumber: string) =>
  engine.store.db.selectFrom('request_candidate').selectAll().where('tracking_number', '=', trackingNumber).execute();
const rowOf = async (trackingNumber: string, { ref }: { readonly ref: string }) =>
  (await rowsOf(trackingNumber)).find((row) => row.ref === ref);
const told = async (trackingNumber: string) =>
  (await engine.store.db.selectFrom('ledger').selectAll().where('act', '=', 'request.found-answered').orderBy('seq').execute())
    .map(({ subjects }) => subjects)
    .filter(({ request }) => request === trackingNumber);

describe('before a removal', () => {
  test('what was found and has no answer keeps it from being decided, and nothing has changed', async () => {
    const { trackingNumber, found, named, b } = await twoPictures();
    expect(await remove(trackingNumber)).toEqual({ outcome: 'unanswered', refs: [found.ref] });
    expect(await remove(trackingNumber, {}, { decision: 'restrict', ground: 'own-rules' })).toMatchObject({ outcome: 'unanswered' });
    expect([...(await standingOf(named.ref)), ...(await standingOf(found.ref))]).toEqual([]);
    expect(await deskOf(trackingNumber)).toMatchObject({
      state: 'open',
      found: [{ ref: found.ref, needsAnswer: true, answered: null }],
      moreFound: 0,
    });
    // Answered so, it is none of hers before it is decided.
    const late = await show(pdq(edited(b, 6)));
    await findAmongNewUploads(engine);
    expect(await remove(trackingNumber, { [found.ref]: 'together' })).toEqual({ outcome: 'unanswered', refs: [late.ref] });
    expect((await deskOf(trackingNumber)).uploads.map(({ ref }) => ref)).toEqual([named.ref]);
    expect(await told(trackingNumber)).toEqual([]);
  });

  test('decided with the others, it goes, and a copy of it is found later: both of her pictures are listed', async () => {
    const { trackingNumber, caseId, found, b } = await twoPictures();
    const old = await show(pdq(edited(b, 8)));
    expect(await remove(trackingNumber, { [found.ref]: 'together' })).toMatchObject({ outcome: 'decided' });
    expect(await standingOf(found.ref)).toEqual(['content.remove']);
    expect(await sweepAll(engine)).toBeGreaterThan(0);
    const reviews = await engine.store.db.selectFrom('review').select('ref').where('ref', '=', old.ref).execute();
    expect(reviews).toHaveLength(1);
    await confirmAll();
    expect((await hersOf(caseId))?.standing).toMatchObject({ key: 'removed', sentence: 'The service says that the picture is gone.' });
    expect(await told(trackingNumber)).toEqual([{ request: trackingNumber, moderator: ada, together: 1 }]);
    const desk = await deskOf(trackingNumber);
    expect(desk.uploads.map(({ ref }) => ref)).toContain(found.ref);
    expect(desk.foundAnswered).toMatchObject([{ ref: found.ref, answer: 'together', by: 'Ada' }]);
  });

  test('left because it shows something else, it stays up, and her case says how many were left, why, and how to ask again', async () => {
    const { trackingNumber, caseId, found, b } = await twoPictures();
    const agreed = await show(pdq(edited(b, 12)));
    await findAmongNewUploads(engine);
    const given = { [found.ref]: 'another-picture', [agreed.ref]: 'consented' } as const;
    expect(await remove(trackingNumber, given)).toMatchObject({ outcome: 'decided' });
    expect([...(await standingOf(found.ref)), ...(await standingOf(agreed.ref))]).toEqual([]);
    await confirmAll();
    const request = await hersOf(caseId);
    expect(request?.standing).toMatchObject({ key: 'removed', canAskAgain: true, asksNothing: false });
    expect(request?.standing.sentence).toBe(
      'The service says that the picture is gone where it acted. The service also found 1 other post with a picture like yours. A person there looked at it. It shows something else, so they left it up. The service also found 1 other post with the picture. A person there looked at it. They think that the person in it agreed to that post, so they left it up. If you still see the picture there, you can ask again and send the link.',
    );
    expect(JSON.stringify(request)).not.toContain(found.contentId);
    expect(request?.timeline.map(({ sentence }) => sentence)).toContain('The service says that the picture is gone where it acted.');
    const desk = await deskOf(trackingNumber);
    expect(desk.events).toContainEqual(expect.objectContaining({ kind: 'decided', foundLeft: { anotherPicture: 1, consented: 1 } }));
    expect(desk.foundAnswered.map(({ answer, by }) => [answer, by])).toEqual([
      ['another-picture', 'Ada'],
      ['consented', 'Ada'],
    ]);
    expect(await told(trackingNumber)).toEqual([{ request: trackingNumber, moderator: ada, 'another-picture': 1, consented: 1 }]);
  });

  test('what somebody left up is not held by the copies of the same decision, nor when it is screened again, until another picture stands there', async () => {
    const { trackingNumber, a, found } = await twoPictures();
    const alike = await show(pdq(edited(a, 20, 3)));
    await findAmongNewUploads(engine);
    expect(await remove(trackingNumber, { [found.ref]: 'together', [alike.ref]: 'another-picture' })).toMatchObject({ outcome: 'decided' });
    await sweepAll(engine);
    const matches = () => engine.store.db.selectFrom('match').select('settled').where('ref', '=', alike.ref).execute();
    const reviews = () => engine.store.db.selectFrom('review').select('effect').where('ref', '=', alike.ref).execute();
    expect([await matches(), await reviews()]).toEqual([[{ settled: 'keep' }], []]);
    expect(await contentById(engine.store.db, platformId, alike.contentId)).toMatchObject({ verdict: 'allow' });
    house.later(minutes(1));
    await screen(engine, platformId, anUpload(alike.contentId, pdq(edited(a, 20, 3))));
    expect(await reviews()).toEqual([]);
    await screen(engine, platformId, anUpload(alike.contentId, pdq(edited(a, 1))));
    expect(await reviews()).toEqual([{ effect: 'hold' }]);
  });

  test('what is out of view already needs no answer', async () => {
    const first = await twoPictures();
    await remove(first.trackingNumber, { [first.found.ref]: 'together' });
    const again = await fileRequest(engine, { platformId, answers: answers(first.named.contentId, { fingerprints: [pdq(first.b)] }) });
    await findAll(engine);
    expect((await deskOf(again.trackingNumber)).found).toMatchObject([{ ref: first.found.ref, needsAnswer: false }]);
    expect(await remove(again.trackingNumber)).toMatchObject({ outcome: 'decided' });
  });

  test('a refusal and a referral ask nothing, and leave what was found as it is', async () => {
    const [kept, referred] = [await twoPictures(), await twoPictures()];
    const by = { note: '', moderatorId: ada } as const;
    const refused = await decide(engine, {
      ...by,
      about: { trackingNumber: kept.trackingNumber },
      decision: 'keep',
      ground: 'not-intimate',
      ofFound: { [kept.found.ref]: 'together' },
    });
    const passedOn = await decide(engine, {
      ...by,
      about: { trackingNumber: referred.trackingNumber },
      decision: 'refer',
      ground: 'under-18',
    });
    expect([refused.outcome, passedOn.outcome]).toEqual(['decided', 'decided']);
    expect([...(await standingOf(kept.found.ref)), ...(await standingOf(referred.found.ref))]).toEqual([]);
    expect(await rowOf(kept.trackingNumber, kept.found)).toMatchObject({ answer: null });
    expect((await hersOf(kept.caseId))?.timeline.map(({ sentence }) => sentence).join(' ')).not.toContain('other post');
  });
});

describe('what the moderator has not seen', () => {
  test('found after the page was opened, or screened again since, nothing is decided of it', async () => {
    const { trackingNumber, found, b } = await twoPictures();
    const { shown } = await deskOf(trackingNumber);
    house.later(minutes(1));
    const late = await show(pdq(edited(b, 6)));
    await findAmongNewUploads(engine);
    const given = { [found.ref]: 'another-picture' } as const;
    expect(await remove(trackingNumber, given, { shown })).toEqual({ outcome: 'changed' });
    expect(await remove(trackingNumber, { ...given, [late.ref]: 'together' }, { shown })).toEqual({ outcome: 'changed' });
    const after = await deskOf(trackingNumber);
    house.later(minutes(1));
    await screen(engine, platformId, anUpload(found.contentId, pdq(edited(b, 5))));
    expect(await remove(trackingNumber, { ...given, [late.ref]: 'together' }, { shown: after.shown })).toEqual({ outcome: 'changed' });
    const { shown: last } = await deskOf(trackingNumber);
    expect(await remove(trackingNumber, { ...given, [late.ref]: 'together' }, { shown: last })).toMatchObject({ outcome: 'decided' });
    expect(await standingOf(late.ref)).toEqual(['content.remove']);
  });

  test('what shows the same is one card; of more than one page shows, answers are kept without a decision, and screened again it is asked anew', async () => {
    const pictures = Array.from({ length: 22 }, aPicture);
    const named = await show(pdq(aPicture()));
    const refs: string[] = [];
    for (const picture of pictures) refs.push((await show(pdq(picture))).ref);
    const copies = [await show(pdq(pictures[21] ?? '')), await show(pdq(edited(pictures[21] ?? '', 3)))];
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(named.contentId, { fingerprints: pictures.map((picture) => pdq(picture)) }),
    });
    await findAll(engine);
    const before = await deskOf(trackingNumber);
    expect(before.found.filter(({ copyOf }) => copyOf === null)).toHaveLength(20);
    expect(before.moreFound).toBe(2);
    const card = before.found.filter(({ ref }) => [refs[21], ...copies.map((one) => one.ref)].includes(ref));
    expect(card.map(({ copyOf }) => copyOf === null).toSorted()).toEqual([false, false, true]);
    const ofFound = Object.fromEntries(before.found.map(({ ref }) => [ref, 'another-picture' as const]));
    const unanswered = await remove(trackingNumber, ofFound, { shown: before.shown });
    expect(unanswered).toMatchObject({ outcome: 'unanswered' });
    expect(await keepAnswers(engine, { trackingNumber, ofFound, shown: before.shown, moderatorId: ada })).toBe('kept');
    const next = await deskOf(trackingNumber);
    expect(next.found.filter(({ needsAnswer }) => needsAnswer)).toHaveLength(2);
    expect([next.moreFound, next.moreAnswered, next.state]).toEqual([0, 2, 'open']);
    const rest = Object.fromEntries(next.found.flatMap(({ ref, needsAnswer }) => (needsAnswer ? [[ref, 'another-picture' as const]] : [])));
    // What was not on this page is not answered by it.
    const unseen = next.shown.filter((mark) => !Object.keys(rest).some((ref) => mark.startsWith(ref)));
    expect(await keepAnswers(engine, { trackingNumber, ofFound: rest, shown: unseen, moderatorId: ada })).toBe('changed');
    house.later(minutes(1));
    const [again = ''] = Object.keys(ofFound);
    const content = await engine.store.db.selectFrom('content').select('content_id').where('ref', '=', again).executeTakeFirstOrThrow();
    await screen(engine, platformId, anUpload(content.content_id, pdq(pictures[refs.indexOf(again)] ?? pictures[21] ?? '')));
    expect(await remove(trackingNumber, rest)).toEqual({ outcome: 'unanswered', refs: [again] });
    expect(await remove(trackingNumber, { ...rest, [again]: 'another-picture' })).toMatchObject({ outcome: 'decided' });
    expect((await told(trackingNumber)).map((row) => row['another-picture'])).toEqual([22, 3]);
    expect(await keepAnswers(engine, { trackingNumber, ofFound: rest, shown: next.shown, moderatorId: ada })).toBe('closed');
  });

  test('the same file is found by its SHA-256 alone, and asked about like any other', async () => {
    const file = aPicture();
    const [named, same] = [await show(pdq(aPicture())), await show(sha256(file), pdq(aPicture()))];
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(named.contentId, { fingerprints: [sha256(file)] }),
    });
    await findAll(engine);
    expect(await remove(trackingNumber)).toEqual({ outcome: 'unanswered', refs: [same.ref] });
  });
});

test('a second person agrees to the answers with the rest, and they stand under the name of who gave them', async () => {
  await setSecondLook(engine.store, platformId, ['remove:own-rules']);
  const { trackingNumber, found } = await twoPictures();
  const given = { [found.ref]: 'another-picture' } as const;
  expect(await remove(trackingNumber, given, { ground: 'own-rules' })).toEqual({ outcome: 'proposed' });
  expect(await rowOf(trackingNumber, found)).toMatchObject({ answer: null });
  const { proposal } = await deskOf(trackingNumber);
  expect(proposal?.ofFound).toEqual(given);
  expect(await remove(trackingNumber, {}, { ground: 'own-rules', moderatorId: grace })).toMatchObject({ outcome: 'unanswered' });
  expect(await remove(trackingNumber, proposal?.ofFound, { ground: 'own-rules', moderatorId: grace })).toMatchObject({
    outcome: 'decided',
  });
  expect(await rowOf(trackingNumber, found)).toMatchObject({ answer: 'another-picture', answered_by: ada });
  await setSecondLook(engine.store, platformId, []);
});

test('a second person who answers otherwise agrees to nothing: hers waits for somebody to agree in its turn', async () => {
  await setSecondLook(engine.store, platformId, ['remove:own-rules']);
  const { trackingNumber, found } = await twoPictures();
  await remove(trackingNumber, { [found.ref]: 'another-picture' }, { ground: 'own-rules' });
  const otherwise = { [found.ref]: 'together' } as const;
  expect(await remove(trackingNumber, otherwise, { ground: 'own-rules', moderatorId: grace })).toEqual({ outcome: 'proposed' });
  expect((await deskOf(trackingNumber)).proposal?.ofFound).toEqual(otherwise);
  expect(await remove(trackingNumber, otherwise, { ground: 'own-rules' })).toMatchObject({ outcome: 'decided' });
  expect(await rowOf(trackingNumber, found)).toMatchObject({ answer: 'together', answered_by: grace });
  await setSecondLook(engine.store, platformId, []);
});

test('taken back, nothing is answered any more, and what was decided with the others is again one that was found', async () => {
  const { trackingNumber, found, b } = await twoPictures();
  const left = await show(pdq(edited(b, 9)));
  await findAmongNewUploads(engine);
  const ruled = await remove(trackingNumber, { [found.ref]: 'together', [left.ref]: 'another-picture' });
  if (ruled.outcome !== 'decided') throw new Error(ruled.outcome);
  expect(await undoDecision(engine, ruled.decisionId, ada)).toBe('undone');
  const desk = await deskOf(trackingNumber);
  expect(desk.uploads.map(({ ref }) => ref)).not.toContain(found.ref);
  expect(desk.found.map(({ ref }) => ref).toSorted()).toEqual([found.ref, left.ref].toSorted());
  expect(desk.found.map(({ needsAnswer, answered }) => [needsAnswer, answered])).toEqual([
    [true, null],
    [true, null],
  ]);
  expect(await remove(trackingNumber)).toMatchObject({ outcome: 'unanswered' });
});

test('of a filing under two laws what was answered under one stands filled in under the other, until that decision is taken back', async () => {
  const facts = { ...serviceByDefault, territories: ['US', 'GB'], follows: ['online-safety-act'] } as const;
  await setServiceLaw(engine.store, platformId, { facts, interim: null });
  const { requests, found } = await twoPictures({}, ['take-it-down', 'online-safety-act']);
  const numberOf = (law: string) => requests.find(({ basis }) => basis === law)?.trackingNumber;
  const [first, second] = [numberOf('take-it-down'), numberOf('online-safety-act')];
  if (first === undefined || second === undefined) throw new Error('two laws were asked for');
  const ruled = await remove(
    first,
    { [found.ref]: 'another-picture' },
    {
      found: {
        'take-it-down': { intimate: 'yes', identifiable: 'yes', 'consent-to-publication': 'no', indistinguishable: 'beside' },
        'online-safety-act': { intimate: 'no', subject: 'yes' },
      },
    },
  );
  if (ruled.outcome !== 'decided') throw new Error(ruled.outcome);
  const open = await deskOf(second);
  expect(open.state).toBe('open');
  expect(open.found).toMatchObject([{ needsAnswer: false, answered: { answer: 'another-picture', by: 'Ada' } }]);
  expect(await undoDecision(engine, ruled.decisionId, ada)).toBe('undone');
  expect((await deskOf(second)).found).toMatchObject([{ needsAnswer: true, answered: null }]);
});

test('the answers go with what she wrote: when the time for it is over, and when the case ends', async () => {
  const [old, ended] = [await twoPictures(), await twoPictures()];
  for (const { trackingNumber, found } of [old, ended]) await remove(trackingNumber, { [found.ref]: 'another-picture' });
  await askWithdrawal(engine, ended.caseId, null);
  house.later(hours(73));
  await withdrawDue(engine);
  expect(await rowsOf(ended.trackingNumber)).toEqual([]);
  await confirmAll();
  house.later(hours(24 * 400));
  await purge(engine, {
    controller: { name: 'Harbour Photos', address: '1 Quay Street' },
    contact: 'data@harbour.example',
    lawfulBasis: 'GDPR Art. 6(1)(c)',
    keepDays: { uploads: 1000, matchedUploads: 1000, answers: 300, notes: 1000 },
  });
  expect(await rowsOf(old.trackingNumber)).toEqual([]);
  expect(await candidatesOf(engine.store.db, old.trackingNumber)).toEqual([]);
});
