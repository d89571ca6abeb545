/** Does taking one request, picture or link out leave all else as it was, take effect when it should, and leave nothing of it behind? */
import { type BasisId, CasePin, type Decision } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { feedAfter } from '../outbox/feed.ts';
import { candidatesOf } from '../store/candidates.ts';
import { contentRefsOf } from '../store/cases.ts';
import { amendRequest } from './amend-request.ts';
import { askForMore } from './ask-for-more.ts';
import { decide } from './decide.ts';
import { queuedRequests } from './desk-queue.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { askTakeOut, keepIn, type Part, takeOutDue } from './take-out.ts';
import { aCode, answers, anUpload, aPicture, edited, findAll, pdq, sweepAll, urlOf } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
let engine: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, moderatorId } = house);
});

afterAll(() => house.close());

let made = 0;
const pin = CasePin.of('a second secret');
/** A request for two links and two pictures; the first picture is at the first link. */
async function aCase(more: { readonly bases?: readonly BasisId[]; readonly isYoung?: true } = {}) {
  made += 1;
  const posts = [`part-${made}-a`, `part-${made}-b`] as const;
  const picture = aPicture();
  const hers = [edited(picture, 30, 128), aPicture()] as const;
  await screen(engine, platformId, anUpload(posts[0], pdq(picture)));
  await screen(engine, platformId, anUpload(posts[1], pdq(aPicture())));
  const code = aCode();
  const given = answers(posts[0], {
    locations: posts.map(urlOf),
    beside: [{ kind: 'text', says: 'said there', at: urlOf(posts[1]) }],
    ...(more.isYoung ? { isYoung: true } : { fingerprints: hers.map((value) => pdq(value)) }),
  });
  const { trackingNumber, caseId } = await fileRequest(engine, {
    platformId,
    answers: given,
    ...(more.bases && { bases: more.bases }),
    code: { code, pin },
  });
  return { posts, picture, hers, onlyHers: edited(hers[0], 20, 1), code, trackingNumber, caseId };
}
const view = async (caseId: string) => (await readCase(engine, caseId))?.requests[0];
const partsIn = async (caseId: string) => (await view(caseId))?.parts ?? [];
async function part(caseId: string, what: Part['part'], nth = 0) {
  const found = (await partsIn(caseId)).filter((one) => one.part === what)[nth];
  if (found === undefined) throw new Error(`no ${what} ${nth}`);
  return found;
}
const out = async (
  one: { readonly caseId: string; readonly trackingNumber: string },
  what: Part['part'],
  nth = 0,
  with_: CasePin | null = pin,
) => askTakeOut(engine, one.caseId, { ...(await part(one.caseId, what, nth)), trackingNumber: one.trackingNumber }, with_);
const decideAs = (trackingNumber: string, decision: Decision, ground: string) =>
  decide(engine, { about: { trackingNumber }, decision, ground, note: '', moderatorId });
const told = async (trackingNumber: string) =>
  (await feedAfter(engine.store.db, platformId, 0, 10_000))
    .filter(({ data }) => data.trackingNumber === trackingNumber)
    .map(({ type, data }) => (data.removalStands === undefined ? type : `${type} ${data.removalStands}`));
const verdict = async (value: string): Promise<string> => {
  made += 1;
  return (await screen(engine, platformId, anUpload(`copy-${made}`, pdq(value)))).verdict;
};
const lastKeys = async (caseId: string) => (await view(caseId))?.timeline.map(({ key }) => key).slice(1);

describe('one request', () => {
  test('is taken back at once with the PIN: the service hears it, what she wrote is gone, and the rest of her case goes on', async () => {
    const one = await aCase();
    const { trackingNumber: second } = await fileRequest(engine, {
      platformId,
      answers: answers(`elsewhere-${made}`, { onBehalfOf: 'agent', agentAuthority: 'her sister' }),
      code: { code: one.code, pin },
    });
    expect(await out(one, 'request')).toEqual({ outcome: 'taken-out' });
    expect(await told(one.trackingNumber)).toEqual(['request.received', 'request.withdrawn false']);
    const requests = (await readCase(engine, one.caseId))?.requests ?? [];
    const standingOf = (number: string) => requests.find(({ trackingNumber }) => trackingNumber === number)?.standing.key;
    expect([standingOf(one.trackingNumber), standingOf(second)]).toEqual(['withdrawn', 'waiting']);
    expect(requests.find(({ trackingNumber }) => trackingNumber === one.trackingNumber)).toMatchObject({
      parts: [],
      answers: { basis: 'take-it-down', onBehalfOf: 'self' },
      files: { pictures: 0 },
    });
    expect(await told(second)).toEqual(['request.received']);
    expect(await caseOfCode(engine, one.code)).not.toBeNull();
    expect(await decideAs(one.trackingNumber, 'remove', 'valid-request')).toEqual({ outcome: 'closed' });
    expect(await askTakeOut(engine, one.caseId, { part: 'request', key: '', trackingNumber: one.trackingNumber }, pin)).toEqual({
      outcome: 'gone',
    });
    // The same again is a new request of its own.
    const again = await fileRequest(engine, { platformId, answers: answers(one.posts[0]), code: { code: one.code, pin } });
    expect(again.trackingNumber).not.toBe(one.trackingNumber);
  });

  test('waits 72 hours with the code alone, is said where it is decided, and can be kept', async () => {
    const one = await aCase();
    const takesEffectAt = new Date(house.now().getTime() + hours(72));
    expect(await out(one, 'request', 0, null)).toEqual({ outcome: 'waiting', takesEffectAt });
    house.later(hours(1));
    expect(await out(one, 'request', 0, null)).toEqual({ outcome: 'waiting', takesEffectAt });
    const queued = (await queuedRequests(engine.store.db, null, 100)).rows.find((row) => row.trackingNumber === one.trackingNumber);
    expect(queued?.withdrawalDueAt).toEqual(takesEffectAt);
    const { waiting } = await part(one.caseId, 'request');
    expect(await keepIn(engine, (await aCase()).caseId, waiting?.id ?? '')).toBe(false);
    expect(await keepIn(engine, one.caseId, waiting?.id ?? '')).toBe(true);
    expect(await keepIn(engine, one.caseId, waiting?.id ?? '')).toBe(false);
    house.later(hours(80));
    await tick(engine);
    expect(await lastKeys(one.caseId)).toEqual(expect.arrayContaining(['taking-out', 'taking-out-stopped']));
    expect((await view(one.caseId))?.isOpen).toBe(true);
    await out(one, 'request', 0, null);
    house.later(hours(72));
    await Promise.all([takeOutDue(engine), takeOutDue(house.second)]);
    expect((await view(one.caseId))?.standing.key).toBe('withdrawn');
    expect(await told(one.trackingNumber)).toEqual(expect.arrayContaining(['request.withdrawn false']));
  });

  test('that is answered meanwhile stays answered, and she reads so', async () => {
    const one = await aCase();
    await out(one, 'request', 0, null);
    await decideAs(one.trackingNumber, 'keep', 'not-depicted');
    house.later(hours(72));
    await takeOutDue(engine);
    expect((await view(one.caseId))?.standing.key).toBe('kept');
    expect((await lastKeys(one.caseId))?.at(-1)).toBe('taking-out-lapsed');
    expect((await partsIn(one.caseId)).map((each) => each.part)).toEqual(['picture', 'picture']);
  });

  test('of one filing under two laws is taken back under one, and the other goes on with all that she sent, or under both', async () => {
    const one = await aCase({ bases: ['take-it-down', 'digital-services-act'] });
    const requests = (await partsIn(one.caseId)).filter((each) => each.part === 'request');
    expect(requests.map(({ key, law }) => [key === '', law])).toEqual([
      [true, null],
      [false, 'Digital Services Act'],
      [false, 'TAKE IT DOWN Act'],
    ]);
    const standings = async () => (await view(one.caseId))?.laws.map(({ standing }) => standing.key);
    const american = { part: 'request', key: requests[2]?.key ?? '', trackingNumber: one.trackingNumber } as const;
    await askTakeOut(engine, one.caseId, american, null);
    house.later(hours(72));
    await takeOutDue(engine);
    expect(await standings()).toEqual(expect.arrayContaining(['withdrawn', 'overdue']));
    expect(await told(american.key)).toContain('request.withdrawn false');
    const after = await view(one.caseId);
    expect(after).toMatchObject({ isOpen: true, files: { pictures: 2 }, answers: { locations: one.posts.map(urlOf) } });
    expect(after?.timeline.filter(({ key }) => key === 'taken-out').map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('TAKE IT DOWN Act'),
    ]);
    expect((await partsIn(one.caseId)).map((each) => each.part)).toEqual(['request', 'picture', 'picture', 'link', 'link']);
    await askTakeOut(engine, one.caseId, { part: 'request', key: '', trackingNumber: one.trackingNumber }, pin);
    expect(await standings()).toEqual(['withdrawn', 'withdrawn']);
  });

  test('that may show somebody under 18 goes as a whole or not at all, and what it named stays marked', async () => {
    const one = await aCase({ isYoung: true });
    expect((await partsIn(one.caseId)).map((each) => each.part)).toEqual(['request']);
    await out(one, 'request');
    expect(await contentRefsOf(engine.store.db, one.trackingNumber)).toHaveLength(2);
  });

  test('a wrong PIN, and a stranger’s case, take nothing out', async () => {
    const one = await aCase();
    const other = await aCase();
    expect(await out(one, 'request', 0, CasePin.of('guess guess'))).toEqual({ outcome: 'wrong-pin' });
    const theirs = { ...(await part(one.caseId, 'link')), trackingNumber: one.trackingNumber };
    expect(await askTakeOut(engine, other.caseId, theirs, pin)).toEqual({ outcome: 'gone' });
    expect(await partsIn(one.caseId)).toHaveLength(5);
  });
});

describe('one picture', () => {
  test('before an answer: no upload is shown for it any more, the other picture and the links stay', async () => {
    const one = await aCase();
    const alike = edited(one.hers[1], 6);
    await screen(engine, platformId, anUpload(`alike-${made}`, pdq(alike)));
    await amendRequest(engine, { caseId: one.caseId }, one.trackingNumber, { fingerprints: [pdq(aPicture())] });
    await findAll(engine);
    expect(await candidatesOf(engine.store.db, one.trackingNumber)).toHaveLength(1);
    expect((await part(one.caseId, 'picture', 1)).fingerprint).toBe(one.hers[1].slice(0, 8));
    expect(await out(one, 'picture', 1)).toEqual({ outcome: 'taken-out' });
    await findAll(engine);
    expect(await candidatesOf(engine.store.db, one.trackingNumber)).toEqual([]);
    expect((await partsIn(one.caseId)).map((each) => each.part)).toEqual(['request', 'picture', 'picture', 'link', 'link']);
    const rows = await engine.store.db.selectFrom('code').select('id').where('value', '=', Buffer.from(one.hers[1], 'hex')).execute();
    expect(rows).toEqual([]);
    expect(await lastKeys(one.caseId)).toEqual(['added', 'taken-out', 'due-by']);
  });

  test('after a removal: hers no longer matches, what the service confirmed itself still does, and its answer stands', async () => {
    const one = await aCase();
    await decideAs(one.trackingNumber, 'remove', 'valid-request');
    expect([await verdict(one.picture), await verdict(one.onlyHers)]).toEqual(['hold', 'review']);
    const parts = await partsIn(one.caseId);
    expect(parts.map((each) => each.part)).toEqual(['picture', 'picture']);
    await out(one, 'picture');
    expect([await verdict(one.picture), await verdict(one.onlyHers)]).toEqual(['hold', 'allow']);
    expect((await view(one.caseId))?.standing.key).toBe('being-removed');
    await sweepAll(engine);
  });

  test('of what was referred cannot be taken out: it is held', async () => {
    const one = await aCase();
    await decideAs(one.trackingNumber, 'refer', 'under-18');
    expect((await view(one.caseId))?.isReferred).toBe(true);
    expect(await partsIn(one.caseId)).toEqual([]);
  });
});

describe('one link', () => {
  test('goes with what was named beside it, from answers, places and uploads, and a right one takes its place', async () => {
    const one = await aCase();
    expect(await part(one.caseId, 'link', 1)).toMatchObject({ link: urlOf(one.posts[1]), isLast: false, takesBeside: true });
    await out(one, 'link', 1);
    const right = urlOf(`right-${made}`);
    await amendRequest(engine, { caseId: one.caseId }, one.trackingNumber, { locations: [right] });
    const after = await view(one.caseId);
    expect(after?.answers).toMatchObject({ locations: [urlOf(one.posts[0]), right] });
    expect(after?.answers.beside).toBeUndefined();
    expect(JSON.stringify(after?.answers)).not.toContain(one.posts[1]);
    expect(after?.standing.key).toBe('waiting');
    expect(await contentRefsOf(engine.store.db, one.trackingNumber)).toHaveLength(1);
    // Screened again, it is not found for her.
    await screen(engine, platformId, anUpload(one.posts[1], pdq(aPicture())));
    expect(await contentRefsOf(engine.store.db, one.trackingNumber)).toHaveLength(1);
  });

  test('gives back what was hidden there while nobody had decided, and nothing else', async () => {
    const one = await aCase();
    await askForMore(engine, { trackingNumber: one.trackingNumber, questions: [], isRestricted: true, moderatorId });
    await out(one, 'link', 1);
    const acts = (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(({ data }) =>
      one.posts.some((post) => post === data.contentId),
    );
    expect(acts.filter(({ type }) => type.startsWith('content.')).map(({ type, data }) => [type, data.contentId])).toEqual([
      ...one.posts.map((post) => ['content.restrict', post]),
      ['content.restore', one.posts[1]],
    ]);
  });

  test('that is the last that a request names takes it back', async () => {
    const one = await aCase();
    await out(one, 'picture');
    await out(one, 'picture');
    await out(one, 'link');
    expect(await part(one.caseId, 'link')).toMatchObject({ isLast: true });
    expect((await part(one.caseId, 'request')).isLast).toBe(false);
    await out(one, 'link');
    expect((await view(one.caseId))?.standing.key).toBe('withdrawn');
    expect(await told(one.trackingNumber)).toEqual(expect.arrayContaining(['request.withdrawn false']));
  });

  test('waits as all does, and ends with her case: nothing of it is left', async () => {
    const one = await aCase();
    await out(one, 'link', 0, null);
    await out(one, 'picture', 0, null);
    expect((await partsIn(one.caseId)).filter(({ waiting }) => waiting !== null)).toHaveLength(2);
    await askWithdrawal(engine, one.caseId, pin);
    const { rows } = await sql`select id from taking_out where case_id = ${one.caseId}::uuid`.execute(engine.store.db);
    expect(rows).toEqual([]);
    house.later(hours(72));
    await takeOutDue(engine);
  });
});

test('a part that is taken out, a decision, more that is added, and the end of the case at once do not stop each other', async () => {
  for (let round = 0; round < 4; round += 1) {
    const one = await aCase();
    const picture = { ...(await part(one.caseId, 'picture')), trackingNumber: one.trackingNumber };
    const link = { ...(await part(one.caseId, 'link')), trackingNumber: one.trackingNumber };
    const work = [
      () => askTakeOut(house.second, one.caseId, picture, pin),
      () => decideAs(one.trackingNumber, 'remove', 'valid-request'),
      () => askTakeOut(engine, one.caseId, link, pin),
      () =>
        amendRequest(house.second, { caseId: one.caseId }, one.trackingNumber, { fingerprints: [pdq(aPicture())] }).catch(
          (error: unknown) => {
            if (!(error instanceof Problem && (error.code === 'request/closed' || error.code === 'request/unknown'))) throw error;
          },
        ),
      ...(round % 2 === 0 ? [] : [() => askWithdrawal(engine, one.caseId, pin)]),
    ];
    const done = await Promise.allSettled(work.map((_, place) => work[(place + round) % work.length]?.()));
    expect(done.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))).toEqual([]);
  }
  await sweepAll(engine);
});

test('after all this the ledger is whole', async () => {
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});
