/** One filing under several laws: does each have its own number, gaps and time, and is it still asked, shown and decided once? */
import { type BasisId, type RequestAnswers, serviceByDefault } from '@likeness/casework';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { picturesOf } from '../store/cases.ts';
import { amendRequest } from './amend-request.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import { queuedRequests } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import type { Filed } from './filed.ts';
import { moveClock } from './move-clock.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { setServiceLaw } from './service-facts.ts';
import { aCode, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';

let house: TestHouse;
let engine: Engine;
let platformId: string;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId, moderatorId } = house);
});
afterAll(() => house.close());

const facts = {
  ...serviceByDefault,
  territories: ['US', 'GB', 'EU'],
  follows: ['online-safety-act'],
  targetHours: { 'digital-services-act': 12 },
} as const;
beforeEach(() => setServiceLaw(engine.store, platformId, { facts, interim: null }));

const file = (
  contentId: string,
  more: Partial<RequestAnswers> = {},
  rest: Partial<Parameters<typeof fileRequest>[1]> = {},
): Promise<Filed> => fileRequest(engine, { platformId, bases: 'all-that-apply', answers: answers(contentId, more), ...rest });
const of = (filed: Filed, basis: BasisId): Filed['requests'][number] => {
  const found = filed.requests.find((one) => one.basis === basis);
  if (found === undefined) throw new Error(`not filed under ${basis}`);
  return found;
};
const declared = {
  'online-safety-act': { intimate: true, subject: true, true: true },
  'digital-services-act': { accurate: true },
} as const;
const outcomeOf = async (number: string) =>
  await engine.store.db
    .selectFrom('request')
    .select(['outcome', 'closed_at'])
    .where('tracking_number', '=', number)
    .executeTakeFirstOrThrow();
const told = async (type: string, number: string) =>
  (await feedAfter(engine.store.db, platformId, 0, 100_000)).filter((entry) => entry.type === type && entry.data.trackingNumber === number);

describe('one set of answers', () => {
  test('is checked against every law that applies, each with its own number, gaps and time, the first due at the head', async () => {
    const filed = await file('three-laws');
    expect(filed.requests.map(({ basis, missing }) => [basis, missing.map(({ element }) => element)])).toEqual([
      ['digital-services-act', ['accurate']],
      ['take-it-down', []],
      ['online-safety-act', ['intimate', 'subject', 'true']],
    ]);
    const hoursOf = ({ receivedAt, dueAt }: { receivedAt: Date; dueAt: Date }): number =>
      (dueAt.getTime() - receivedAt.getTime()) / hours(1);
    expect(filed.requests.map(hoursOf)).toEqual([12, 48, 48]);
    expect(filed).toMatchObject({ basis: 'digital-services-act', trackingNumber: of(filed, 'digital-services-act').trackingNumber });
    expect(new Set(filed.requests.map(({ trackingNumber }) => trackingNumber)).size).toBe(3);
  });

  test('is completed once for all of them, by whichever number', async () => {
    const filed = await file('completed-later', { fingerprints: [pdq(aPicture())] });
    const amended = await amendRequest(engine, { platformId }, of(filed, 'take-it-down').trackingNumber, { declarations: declared });
    expect(amended.requests.flatMap(({ missing }) => missing)).toEqual([]);
    expect(amended.trackingNumber).toBe(of(filed, 'take-it-down').trackingNumber);
    // Her picture is one item, whatever the number of laws.
    const items = await engine.store.db
      .selectFrom('request_item')
      .select(['item_id'])
      .where(
        'tracking_number',
        'in',
        filed.requests.map((one) => one.trackingNumber),
      )
      .execute();
    expect([items.length, new Set(items.map(({ item_id }) => item_id)).size]).toEqual([3, 1]);
  });

  test('what lacks something is removed without being called valid, and so is what another law’s decision answers', async () => {
    const filed = await file('lacks-something');
    const [open, whole] = [of(filed, 'digital-services-act').trackingNumber, of(filed, 'take-it-down').trackingNumber];
    await screen(engine, platformId, anUpload('lacks-something', pdq(aPicture())));
    const ruling = { decision: 'remove', note: '', moderatorId } as const;
    const refused = await decide(engine, { ...ruling, about: { trackingNumber: open }, ground: 'valid-request' });
    expect(refused).toMatchObject({ outcome: 'incomplete', missing: [{ element: 'accurate' }] });
    expect(await outcomeOf(open)).toMatchObject({ outcome: null });
    expect(await decide(engine, { ...ruling, about: { trackingNumber: whole }, ground: 'valid-request' })).toMatchObject({
      outcome: 'decided',
    });
    expect(await outcomeOf(open)).toMatchObject({ outcome: 'remove' });
    expect((await told('request.decided', open)).map(({ data }) => data.ground)).toEqual(['under-another-law']);
    expect((await told('request.decided', whole)).map(({ data }) => data.ground)).toEqual(['valid-request']);
    const alone = await file('lacks-it-too', { signature: '' });
    await screen(engine, platformId, anUpload('lacks-it-too', pdq(aPicture())));
    const number = of(alone, 'take-it-down').trackingNumber;
    expect(await decide(engine, { ...ruling, about: { trackingNumber: number }, ground: 'own-rules' })).toMatchObject({
      outcome: 'decided',
    });
  });

  test('sent again with the same code is a retry under each law, fifty times at once', async () => {
    const code = { code: aCode(), pin: null };
    const all = await Promise.all(Array.from({ length: 50 }, () => file('retried', {}, { code })));
    expect(new Set(all.flatMap(({ requests }) => requests.map(({ trackingNumber }) => trackingNumber))).size).toBe(3);
  });

  test('is shown to her as one, with what each law still lacks asked once: a way to reach her within name and e-mail', async () => {
    const filed = await file('shown-once', { contact: {} });
    const view = await readCase(engine, filed.caseId);
    expect(view?.requests).toHaveLength(1);
    expect(view?.requests[0]?.laws.map(({ name }) => name)).toEqual(['Digital Services Act', 'TAKE IT DOWN Act', 'Online Safety Act 2023']);
    expect(view?.requests[0]?.missing.map(({ element }) => element)).toEqual(['name-and-email', 'accurate', 'intimate', 'subject', 'true']);
  });
});

describe('one decision', () => {
  test('to remove answers every law, and all are closed by the same completion', async () => {
    const x = aPicture();
    await screen(engine, platformId, anUpload('all-gone', pdq(x)));
    const filed = await file('all-gone', { declarations: declared, fingerprints: [pdq(x)] });
    const { trackingNumber } = of(filed, 'take-it-down');
    expect(
      await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId }),
    ).toMatchObject({
      outcome: 'decided',
    });
    const actions = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', 'all-gone').execute();
    expect(actions).toHaveLength(1);
    for (const one of filed.requests) {
      expect(await outcomeOf(one.trackingNumber)).toEqual({ outcome: 'remove', closed_at: null });
      expect(await told('request.decided', one.trackingNumber)).toHaveLength(1);
      // Her picture, listed now, is hers under each of them.
      expect(await picturesOf(engine.store.db, one.trackingNumber)).toMatchObject([{ number: 1, state: 'active' }]);
    }
    await completeAction(engine, platformId, actions[0]?.id ?? '', {});
    for (const one of filed.requests) expect((await outcomeOf(one.trackingNumber)).closed_at).not.toBeNull();
    expect((await readCase(engine, filed.caseId))?.requests[0]).toMatchObject({ isRemoved: true, isToBeRemoved: false });
  });

  test('of a place that was never screened here closes none of them before the completion', async () => {
    const filed = await file('never-screened', { declarations: declared });
    await decide(engine, {
      about: { trackingNumber: filed.trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      moderatorId,
      unscreened: ['https://forum.example/posts/never-screened'],
    });
    await tick(engine);
    for (const one of filed.requests) expect((await outcomeOf(one.trackingNumber)).closed_at).toBeNull();
  });

  test('to keep answers the laws that share the reason; one that rests on a law’s own test leaves the others open', async () => {
    const shared = await file('not-found');
    await decide(engine, {
      about: { trackingNumber: shared.trackingNumber },
      decision: 'keep',
      ground: 'cannot-locate',
      note: '',
      moderatorId,
    });
    for (const one of shared.requests) expect((await outcomeOf(one.trackingNumber)).outcome).toBe('keep');
    const own = await file('not-intimate-there');
    const us = of(own, 'take-it-down').trackingNumber;
    await decide(engine, { about: { trackingNumber: us }, decision: 'keep', ground: 'not-intimate', note: '', moderatorId });
    expect(await Promise.all(own.requests.map(async (one) => (await outcomeOf(one.trackingNumber)).outcome))).toEqual([null, 'keep', null]);
    const desk = await openOnDesk(engine, moderatorId, of(own, 'online-safety-act').trackingNumber);
    expect(desk?.state).toBe('open');
    expect(desk?.otherLaws.map(({ name, state }) => [name, state])).toEqual([
      ['Digital Services Act', 'open'],
      ['TAKE IT DOWN Act', 'decided'],
    ]);
    const [hers] = (await readCase(engine, own.caseId))?.requests ?? [];
    expect(hers).toMatchObject({ isOpen: true, standing: { key: 'needs-answers' }, saysItStays: true });
    expect(hers?.otherLaws).toBe('Under another law, the service said no. You can read why below.');
    for (const basis of ['online-safety-act', 'digital-services-act'] as const) {
      const about = { trackingNumber: of(own, basis).trackingNumber };
      await decide(engine, { about, decision: 'keep', ground: 'not-intimate', note: '', moderatorId });
    }
    const [refused] = (await readCase(engine, own.caseId))?.requests ?? [];
    // The refusal that stands at the head of her page is the one that she can speak against first.
    const first = refused?.laws[0];
    expect(refused?.standing.sentence).toBe(first?.standing.sentence);
    expect(refused?.disagreement.complain?.trackingNumber).toBe(first?.trackingNumber);
  });
});

describe('who files', () => {
  test('an agent who files with her code has a request of their own, which neither shows nor changes hers', async () => {
    const code = { code: aCode(), pin: null };
    const hers = await file('her-own', {}, { code });
    const agents = await file('of-the-agent', { onBehalfOf: 'agent', agentAuthority: 'Her lawyer', signature: 'A. Lawyer' }, { code });
    const numbers = new Set(hers.requests.map(({ trackingNumber }) => trackingNumber));
    expect(agents.requests.some(({ trackingNumber }) => numbers.has(trackingNumber))).toBe(false);
    const desk = await openOnDesk(engine, moderatorId, of(hers, 'take-it-down').trackingNumber);
    expect(desk?.answers).toMatchObject({ onBehalfOf: 'self', signature: 'Maria Example' });
    expect(JSON.stringify(desk?.answers)).not.toContain('of-the-agent');
  });

  test('places that the service adds are not shown to whoever filed', async () => {
    const filed = await file('what-she-gave', {}, { code: { code: aCode(), pin: null } });
    await amendRequest(engine, { platformId }, filed.trackingNumber, {
      locations: ['https://forum.example/found-there'],
      contentIds: ['found-there'],
    });
    const [request] = (await readCase(engine, filed.caseId))?.requests ?? [];
    expect(JSON.stringify(request?.answers?.locations)).not.toContain('found-there');
    expect(request?.answers?.contentIds ?? []).toEqual([]);
  });

  test('somebody else, a trusted flagger and an authority each file under what is theirs', async () => {
    expect((await file('seen-by-a-user', { onBehalfOf: 'user' })).requests.map(({ basis }) => basis)).toEqual(['digital-services-act']);
    expect((await file('flagged', { onBehalfOf: 'trusted-flagger' })).requests.map(({ basis }) => basis)).toEqual(['digital-services-act']);
    const until = new Date(house.now().getTime() + hours(5));
    const order = await file('ordered', { onBehalfOf: 'authority', orderedUntil: until.toISOString() });
    expect(order).toMatchObject({ basis: 'authority-order', dueAt: until });
    // One whose time is over already is kept, and overdue at once: the service hears so by the next look at the clocks.
    const passed = new Date(house.now().getTime() - hours(5));
    const late = await file('ordered-late', { onBehalfOf: 'authority', orderedUntil: passed.toISOString() });
    expect(late).toMatchObject({ basis: 'authority-order', dueAt: passed });
    await tick(engine);
    expect((await queuedRequests(engine.store.db, null, 1)).rows[0]?.trackingNumber).toBe(late.trackingNumber);
    const heard = (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(
      ({ data }) => data.trackingNumber === late.trackingNumber,
    );
    expect(heard.map(({ type }) => type)).toEqual(['request.received', 'request.overdue']);
    expect(order.missing.map(({ element }) => element)).toEqual(['issuer', 'reference', 'law', 'reason', 'scope', 'redress']);
  });

  test('what no law covers is kept under the rules of the service, with a time of its own', async () => {
    await setServiceLaw(engine.store, platformId, { facts: { ...serviceByDefault, territories: ['GB'] }, interim: null });
    const filed = await file('own-rules');
    expect(filed).toMatchObject({ basis: 'own-rules', missing: [] });
  });
});

describe('what each law asks of the content', () => {
  test('a law under which it was found not to be so stays open, the others are answered, and each keeps what was found under it', async () => {
    await screen(engine, platformId, anUpload('found-so', pdq(aPicture())));
    const filed = await file('found-so');
    const found = {
      'take-it-down': { intimate: 'yes', identifiable: 'yes', 'consent-to-publication': 'no', indistinguishable: 'beside' },
      'online-safety-act': { intimate: 'no', subject: 'yes' },
      'digital-services-act': { illegal: 'yes', evident: 'unclear' },
    } as const;
    const ruling = {
      about: { trackingNumber: of(filed, 'take-it-down').trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
    } as const;
    const { illegal: _illegal, ...rest } = found['digital-services-act'];
    expect(
      await decide(engine, { ...ruling, note: '', moderatorId: house.moderatorId, found: { ...found, 'digital-services-act': rest } }),
    ).toMatchObject({ outcome: 'not-found-so', problems: [{ law: 'digital-services-act', test: 'illegal' }] });
    expect(await decide(engine, { ...ruling, note: '', moderatorId: house.moderatorId, found })).toMatchObject({ outcome: 'decided' });
    const rows = await engine.store.db
      .selectFrom('request')
      .leftJoin('decision', 'decision.tracking_number', 'request.tracking_number')
      .select(['request.basis', 'request.outcome', 'decision.findings_sealed'])
      .where('request.filing_id', '=', (eb) =>
        eb.selectFrom('request as one').select('one.filing_id').where('one.tracking_number', '=', ruling.about.trackingNumber),
      )
      .execute();
    expect(Object.fromEntries(rows.map(({ basis, outcome, findings_sealed }) => [basis, [outcome, findings_sealed !== null]]))).toEqual({
      'take-it-down': ['remove', true],
      'online-safety-act': [null, false],
      'digital-services-act': ['remove', true],
    });
    const hers = async () => (await readCase(engine, filed.caseId))?.requests[0];
    expect(await hers()).toMatchObject({ isOpen: true, law: { id: 'online-safety-act' }, standing: { key: 'being-removed' } });
    const { id } = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', 'found-so').executeTakeFirstOrThrow();
    await completeAction(engine, platformId, id, {});
    const gone = await hers();
    expect(gone).toMatchObject({ isOpen: true, law: { id: 'online-safety-act' }, standing: { key: 'removed' } });
    expect(gone?.otherLaws).toBe('Under another law, the service still has to give you an answer.');
    expect(gone?.timeline.map(({ key }) => key)).toEqual(['received', 'decided-remove', 'decided-remove', 'removed']);
  });

  /** Found not to be intimate under one law, and answered under both; the other stays open. */
  const partlyRefused = async (contentId: string) => {
    await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
    const filed = await file(contentId);
    const decided = of(filed, 'take-it-down').trackingNumber;
    const open = of(filed, 'online-safety-act').trackingNumber;
    const british = { intimate: 'yes', subject: 'unclear' } as const;
    const refused = await decide(engine, {
      about: { trackingNumber: decided },
      decision: 'keep',
      ground: 'not-intimate',
      note: '',
      moderatorId,
      found: { 'take-it-down': { intimate: 'no' }, 'online-safety-act': british },
    });
    if (refused.outcome !== 'decided') throw new Error(refused.outcome);
    const given = { by: 'Ada', agreedBy: null, at: house.now(), trackingNumber: decided, answers: british };
    return { filed, decided, open, given, decisionId: refused.decisionId };
  };
  const givenOn = async (number: string) =>
    (await openOnDesk(engine, moderatorId, number))?.tests.find(({ law }) => law === 'online-safety-act')?.before;

  test('what was answered about a law that stays open is given on its page, to this filing alone, and to nobody once the decision is taken back', async () => {
    const { open, given, decisionId } = await partlyRefused('answered-once');
    expect(await givenOn(open)).toEqual({ ...given, isOfThis: true });
    const anothers = await file('answered-once');
    expect(await givenOn(of(anothers, 'online-safety-act').trackingNumber)).toBeNull();
    await undoDecision(engine, decisionId, moderatorId);
    expect(await givenOn(open)).toBeNull();
  });

  test('where an upload was screened again since, or a link was added, what was answered is told and not given', async () => {
    const again = await partlyRefused('screened-again');
    house.later(1);
    await screen(engine, platformId, anUpload('screened-again', pdq(aPicture())));
    expect(await givenOn(again.open)).toEqual({ ...again.given, isOfThis: false });
    const more = await partlyRefused('link-added');
    await amendRequest(engine, { platformId }, more.open, { contentIds: ['link-added-too'] });
    expect(await givenOn(more.open)).toEqual({ ...more.given, isOfThis: false });
  });

  test('opened under one law it is opened under all of its filing: nobody reads of it once more when the other page is opened', async () => {
    const filed = await file('opened-once');
    const numbers = filed.requests.map(({ trackingNumber }) => trackingNumber);
    for (const number of numbers) {
      await openOnDesk(engine, moderatorId, number);
      house.later(1);
    }
    const seen = await engine.store.db
      .selectFrom('case_event')
      .select(['tracking_number', 'at'])
      .where('kind', '=', 'seen')
      .where('tracking_number', 'in', numbers)
      .execute();
    expect(seen.map(({ tracking_number }) => tracking_number).toSorted()).toEqual(numbers.toSorted());
    expect(new Set(seen.map(({ at }) => at.getTime())).size).toBe(1);
  });
});

describe('the clocks', () => {
  test('are warned of at a half, three quarters and nine tenths, and noted at their end, once by two processes, and the platform hears each', async () => {
    const filed = await file('warned');
    const { trackingNumber } = of(filed, 'take-it-down');
    for (const share of [0.5, 0.75, 0.9, 1]) {
      house.later(filed.receivedAt.getTime() + share * hours(48) - house.now().getTime() - 1);
      await tick(engine);
      const before = (await told('request.due-soon', trackingNumber)).length + (await told('request.overdue', trackingNumber)).length;
      house.later(1);
      await Promise.all([tick(engine), tick(house.second), tick(engine)]);
      await tick(house.second);
      const after = (await told('request.due-soon', trackingNumber)).length + (await told('request.overdue', trackingNumber)).length;
      expect([share, after - before]).toEqual([share, 1]);
    }
    expect(
      (
        await engine.store.db
          .selectFrom('request')
          .select('look_at')
          .where('tracking_number', '=', trackingNumber)
          .executeTakeFirstOrThrow()
      ).look_at,
    ).toBeNull();
  });

  test('with hours that a law names are moved by nothing; the others by a reason, and the queue’s time with them', async () => {
    const filed = await file('moved');
    const until = new Date(house.now().getTime() + hours(20));
    for (const basis of ['take-it-down', 'online-safety-act'] as const)
      await expect(
        moveClock(engine, platformId, of(filed, basis).trackingNumber, { kind: 'paused', until, reason: 'asked back' }, 'platform'),
      ).rejects.toMatchObject({ code: 'clock/fixed' });
    const { trackingNumber, dueAt } = of(filed, 'digital-services-act');
    const move = (way: Parameters<typeof moveClock>[3]) => moveClock(engine, platformId, trackingNumber, way, 'platform');
    for (const [way, pointer] of [
      [{ kind: 'paused', until: house.now(), reason: 'asked back' }, '/until'],
      [{ kind: 'paused', until: new Date('2026-12-31T23:59:60Z'), reason: 'asked back' }, '/until'],
      [{ kind: 'extended', byMs: hours(1), reason: ' ' }, '/reason'],
    ] as const)
      await expect(move(way)).rejects.toMatchObject({ code: 'clock/move', place: { pointer } });
    expect(await move({ kind: 'paused', until, reason: 'asked back' })).toEqual(new Date(dueAt.getTime() + hours(20)));
    house.later(hours(4));
    expect(await move({ kind: 'resumed' })).toEqual(new Date(dueAt.getTime() + hours(4)));
    // 720 hours in all, of which a pause of four is gone.
    await expect(move({ kind: 'extended', byMs: hours(717), reason: 'for ever' })).rejects.toMatchObject({ code: 'clock/move' });
    await expect(move({ kind: 'paused', until: new Date(house.now().getTime() + hours(717)), reason: 'so' })).rejects.toMatchObject({
      code: 'clock/move',
    });
    // Resumed already: nothing happens, and her timeline has one line of it.
    expect(await move({ kind: 'resumed' })).toEqual(new Date(dueAt.getTime() + hours(4)));
    const moves = await engine.store.db.selectFrom('case_event').select('kind').where('tracking_number', '=', trackingNumber).execute();
    expect(moves.filter(({ kind }) => kind === 'resumed')).toHaveLength(1);
    const due = await move({ kind: 'extended', byMs: hours(6), reason: 'many copies' });
    expect(due).toEqual(new Date(dueAt.getTime() + hours(10)));
    const row = await engine.store.db
      .selectFrom('request')
      .select(['due_at', 'look_at'])
      .where('tracking_number', '=', trackingNumber)
      .executeTakeFirstOrThrow();
    // Half of 18 hours, of which none ran in the pause of four.
    expect(row).toEqual({ due_at: due, look_at: new Date(filed.receivedAt.getTime() + hours(13)) });
    house.later(hours(100));
    await expect(move({ kind: 'extended', byMs: hours(1), reason: 'late' })).rejects.toMatchObject({ code: 'clock/over' });
  });
});

describe('a picture that may show somebody under 18', () => {
  test('is taken with its clock, keeps no fingerprint, and is removed by nobody who does not say that it shows no minor', async () => {
    await screen(engine, platformId, anUpload('young', pdq(aPicture())));
    const filed = await file('young', { isYoung: true, contact: {}, fingerprints: [pdq(aPicture())] });
    expect(of(filed, 'digital-services-act').missing.map(({ element }) => element)).toEqual(['accurate']);
    expect(
      await engine.store.db.selectFrom('request_item').selectAll().where('tracking_number', '=', filed.trackingNumber).execute(),
    ).toEqual([]);
    const ruled = await decide(engine, {
      about: { trackingNumber: filed.trackingNumber },
      decision: 'remove',
      ground: 'own-rules',
      note: '',
      moderatorId,
    });
    expect(ruled).toEqual({ outcome: 'not-said-adult' });
    expect(await engine.store.db.selectFrom('action').select('kind').where('content_id', '=', 'young').execute()).toEqual([]);
  });

  test('said later counts from then on: what comes after keeps no fingerprint either', async () => {
    const filed = await file('young-later');
    await amendRequest(engine, { platformId }, filed.trackingNumber, { isYoung: true, fingerprints: [pdq(aPicture())] });
    const desk = await openOnDesk(engine, moderatorId, filed.trackingNumber);
    expect(desk).toMatchObject({ isYoung: true, hasPreview: false, pictures: [] });
  });
});
