/** Is a request taken once, completely, with a clock that nothing moves? */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasePin, type RequestAnswers } from '@likeness/casework';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyRing } from '../config/key-ring.ts';
import { systemRandom } from '../config/random.ts';
import { feedAfter } from '../outbox/feed.ts';
import { openQueue } from '../outbox/queue.ts';
import { testDatabase } from '../store/test-database.ts';
import { amendRequest, readRequest } from './amend-request.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import { openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { eraseContact } from './erase-contact.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, caseOfFollow, readCase, setCaseCode } from './open-case.ts';
import { screen } from './screen.ts';
import { aCode, aModerator, answers, anUpload, aPicture, edited, hers, pdq, sha256 } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';

let house: TestHouse;
let engine: Engine;
let second: Engine;
let platformId: string;
let joan: string;

beforeAll(async () => {
  house = await openTestHouse('Joan Too');
  ({ engine, platformId, second, moderatorId: joan } = house);
});

afterAll(() => house.close());

const received = async (): Promise<(string | undefined)[]> =>
  (await feedAfter(engine.store.db, platformId, 0, 10_000))
    .filter(({ type }) => type === 'request.received')
    .map(({ data }) => data.trackingNumber);
const casesOf = async (): Promise<number> => (await engine.store.db.selectFrom('case_file').select('id').execute()).length;

describe('the same code', () => {
  test('fifty times at once, in two processes, is one case and one request, told once', async () => {
    const [code, fingerprints, before] = [aCode(), [pdq(aPicture()), sha256(aPicture())], await casesOf()];
    const filing = { platformId, answers: answers('post-1', { fingerprints }), code: { code, pin: null } };
    const filed = await Promise.all(Array.from({ length: 50 }, (_, call) => fileRequest(call % 2 === 0 ? engine : second, filing)));
    expect(new Set(filed.map(({ trackingNumber, caseId }) => `${trackingNumber} ${caseId}`)).size).toBe(1);
    expect(await casesOf()).toBe(before + 1);
    const [one] = filed;
    expect((await received()).filter((number) => number === one?.trackingNumber)).toHaveLength(1);
    const items = await engine.store.db
      .selectFrom('request_item')
      .selectAll()
      .where('tracking_number', '=', one?.trackingNumber ?? '')
      .execute();
    expect(items).toHaveLength(1);
    const events = await engine.store.db
      .selectFrom('case_event')
      .select('kind')
      .where('case_id', '=', one?.caseId ?? '')
      .orderBy('id')
      .execute();
    expect(events).toEqual([{ kind: 'received' }]);
  });

  test('is the same case after the key ring was rotated: filing, opening, following and taking a code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'likeness-rotated-'));
    const open = (name: string, create = false) =>
      openKeyRing(join(folder, name), { create, now: () => house.now(), random: systemRandom });
    const before: Engine = { ...engine, keys: open('before.json', true) };
    const ring: { keys: { id: string; purpose: string; secret: string; current: boolean }[] } = JSON.parse(
      await readFile(join(folder, 'before.json'), 'utf8'),
    );
    const added = {
      createdAt: house.now().toISOString(),
      id: '00112233aabbccdd',
      secret: Buffer.from(systemRandom(32)).toString('base64url'),
    };
    const keys = ring.keys.map((key) => (key.purpose === 'case-code' ? { ...key, current: false } : key));
    const rotated = { ...ring, keys: [...keys, { ...added, purpose: 'case-code', current: true }] };
    await writeFile(join(folder, 'after.json'), JSON.stringify(rotated), { mode: 0o600 });
    const after: Engine = { ...engine, keys: open('after.json') };

    const code = { code: aCode(), pin: CasePin.of('a second secret') };
    const first = await fileRequest(before, { platformId, code, answers: answers('rotated') });
    const again = await fileRequest(after, { platformId, code, answers: answers('rotated', { locationDetails: 'at the top' }) });
    expect(again).toMatchObject({ caseId: first.caseId, trackingNumber: first.trackingNumber });
    await expect(
      fileRequest(after, { platformId, code: { ...code, pin: CasePin.of('not that one') }, answers: answers('rotated') }),
    ).rejects.toMatchObject({ code: 'case/pin' });
    expect((await caseOfCode(after, code.code))?.caseId).toBe(first.caseId);

    const { caseId, follow } = await fileRequest(before, { platformId, answers: answers('followed') });
    if (follow === null) throw new Error('no link');
    expect(await caseOfFollow(after, follow)).toBe(caseId);
    expect(await setCaseCode(after, hers(caseId), code.code, null)).toBe('taken');
    await rm(folder, { recursive: true });
  });

  test('with more than before says in her timeline what came, and what was still missing then', async () => {
    const code = { code: aCode(), pin: null };
    const file = (more: Partial<RequestAnswers>) =>
      fileRequest(engine, { platformId, answers: { basis: 'take-it-down', onBehalfOf: 'self', ...more }, code });
    const { caseId } = await file({ locationDetails: 'at the top' });
    await file({ signature: 'Maria Example', fingerprints: [pdq(aPicture()), sha256(aPicture())] });
    await file({ statement: { notConsensual: true, goodFaith: true }, contact: { email: 'maria@example.org' }, locationDetails: 'below' });
    const [request] = (await readCase(engine, caseId))?.requests ?? [];
    expect(request?.timeline.map(({ sentence }) => sentence).slice(0, 3)).toEqual([
      'Your request reached the service. Still missing then: your name, your statement and how to reach you.',
      'You added: fingerprints of 1 picture, your name. Still missing then: your statement and how to reach you.',
      'You added: how to reach you, your statement. You changed: how to find the picture. Your request now has all that the law asks for.',
    ]);
  });

  test('with more than before adds to the request; with the same again changes nothing', async () => {
    const code = { code: aCode(), pin: null };
    const first = await fileRequest(engine, { platformId, code, answers: { basis: 'take-it-down', onBehalfOf: 'self' } });
    expect(first.missing.map(({ element }) => element)).toEqual(['signature', 'locate', 'statement', 'contact']);
    house.later(hours(10));
    const more = await fileRequest(engine, { platformId, code, answers: answers('post-2') });
    expect(more).toMatchObject({ trackingNumber: first.trackingNumber, missing: [], receivedAt: first.receivedAt, dueAt: first.dueAt });
    await fileRequest(engine, { platformId, code, answers: answers('post-2') });
    const acts = await engine.store.db.selectFrom('ledger').select(['act', 'subjects']).execute();
    expect(acts.filter(({ subjects }) => subjects['request'] === first.trackingNumber).map(({ act }) => act)).toEqual([
      'request.received',
      'request.completed',
    ]);
  });

  test('while a removal is awaited: the same again is a retry, anything more is a new request', async () => {
    const moderatorId = await aModerator(engine);
    const code = { code: aCode(), pin: null };
    await screen(engine, platformId, anUpload('post-3', pdq(aPicture())));
    const first = await fileRequest(engine, { platformId, code, answers: answers('post-3') });
    await decide(engine, {
      about: { trackingNumber: first.trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      moderatorId,
    });
    expect(await fileRequest(engine, { platformId, code, answers: answers('post-3') })).toMatchObject({
      trackingNumber: first.trackingNumber,
    });
    const more = await fileRequest(engine, { platformId, code, answers: answers('post-elsewhere') });
    expect(more.trackingNumber).not.toBe(first.trackingNumber);
    expect(more.caseId).toBe(first.caseId);
    expect((await readCase(engine, first.caseId))?.requests).toHaveLength(2);
  });

  test('of a case with a PIN needs that PIN, so that a code somebody found opens nothing', async () => {
    const [code, pin] = [aCode(), CasePin.of('a second secret')];
    const filing = { platformId, answers: answers('post-4') };
    const first = await fileRequest(engine, { ...filing, code: { code, pin } });
    await expect(fileRequest(engine, { ...filing, code: { code, pin: null } })).rejects.toMatchObject({ code: 'case/pin' });
    await expect(fileRequest(engine, { ...filing, code: { code, pin: CasePin.of('guessed it') } })).rejects.toMatchObject({
      code: 'case/pin',
    });
    expect(await fileRequest(engine, { ...filing, code: { code, pin } })).toMatchObject({ trackingNumber: first.trackingNumber });
    const guesses = await Promise.allSettled(
      Array.from({ length: 7 }, (_, guess) => fileRequest(engine, { ...filing, code: { code, pin: CasePin.of(`guess ${guess} x`) } })),
    );
    const reasons = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'filed'));
    expect(reasons.toSorted()).toEqual([...Array(5).fill('case/pin'), ...Array(2).fill('limit/reached')]);
  });
});

test('two people who file the same pictures in opposite order at once both succeed', async () => {
  for (let round = 0; round < 6; round += 1) {
    const pictures = Array.from({ length: 12 }, () => pdq(aPicture()));
    await Promise.all(
      [pictures, pictures.toReversed(), pictures, pictures.toReversed()].map((fingerprints, person) =>
        fileRequest(person % 2 === 0 ? engine : second, { platformId, answers: answers(`same-${round}`, { fingerprints }) }),
      ),
    );
  }
});

test('what the platform may read and add is its own, by any spelling of the number; what is closed takes nothing more', async () => {
  const moderatorId = await aModerator(engine, 'Grace');
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('post-5', { signature: '' }) });
  expect(
    (await readRequest(engine, platformId, trackingNumber.toLowerCase().replaceAll('-', ' '))).missing.map(({ element }) => element),
  ).toEqual(['signature']);
  expect((await amendRequest(engine, { platformId }, trackingNumber, { signature: 'Maria' })).missing).toEqual([]);
  for (const number of ['', '\u0000', 'LK-0000-0000-0000-0', 'x'.repeat(500)])
    await expect(readRequest(engine, platformId, number)).rejects.toMatchObject({ code: 'request/unknown' });
  await expect(readRequest(engine, moderatorId, trackingNumber)).rejects.toMatchObject({ code: 'request/unknown' });
  await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'not-depicted', note: '', moderatorId });
  await expect(amendRequest(engine, { platformId }, trackingNumber, { signature: 'M' })).rejects.toMatchObject({ code: 'request/closed' });
});

describe('the clock', () => {
  test('runs 48 hours from the first receipt, and its passing is noted once by two processes', async () => {
    const { trackingNumber, dueAt, caseId } = await fileRequest(engine, { platformId, answers: answers('post-6', { contact: {} }) });
    expect(dueAt).toEqual(new Date(house.now().getTime() + hours(48)));
    const overdue = async (): Promise<number> =>
      (await engine.store.db.selectFrom('ledger').selectAll().where('act', '=', 'request.overdue').execute()).filter(
        ({ subjects }) => subjects['request'] === trackingNumber,
      ).length;
    house.later(hours(24));
    await amendRequest(engine, { platformId }, trackingNumber, { contact: { phone: '+1 555 0100' } });
    expect((await readRequest(engine, platformId, trackingNumber)).dueAt).toEqual(dueAt);
    house.later(hours(24) - 1);
    await tick(engine);
    expect(await overdue()).toBe(0);
    house.later(1);
    await Promise.all([tick(engine), tick(second), tick(engine), tick(second)]);
    await tick(engine);
    expect(await overdue()).toBe(1);
    expect((await readCase(engine, caseId))?.requests[0]?.standing.key).toBe('overdue');
  });

  test('is late rather than lost when nobody looked for days', async () => {
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('post-7') });
    house.later(hours(24 * 9));
    await tick(second);
    const events = await engine.store.db
      .selectFrom('case_event')
      .select('kind')
      .where('tracking_number', '=', trackingNumber)
      .orderBy('id')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'clock-mark', 'clock-mark', 'clock-mark', 'overdue']);
  });

  test('is settled by a removal that was completed, not by one that was only decided', async () => {
    const moderatorId = await aModerator(engine, 'Joan');
    const overdueOf = async (number: string): Promise<number> =>
      (
        await engine.store.db
          .selectFrom('case_event')
          .select('kind')
          .where('tracking_number', '=', number)
          .where('kind', '=', 'overdue')
          .orderBy('id')
          .execute()
      ).length;
    const picture = aPicture();
    const filed = await Promise.all(
      ['done', 'decided'].map(async (contentId, place) => {
        await screen(engine, platformId, anUpload(contentId, pdq(edited(picture, 100 * place))));
        const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
        await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
        return trackingNumber;
      }),
    );
    const [done = '', decided = ''] = filed;
    const action = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', 'done').executeTakeFirstOrThrow();
    await completeAction(engine, platformId, action.id, {});
    house.later(hours(49));
    await tick(engine);
    expect([await overdueOf(done), await overdueOf(decided)]).toEqual([0, 1]);
  });
});

test('a hundred random codes open nothing', async () => {
  for (let guess = 0; guess < 100; guess += 1) expect(await caseOfCode(engine, aCode())).toBeNull();
});

test('two processes that open the queue of a new database at once both succeed', async () => {
  const database = await testDatabase();
  const errors: Error[] = [];
  const queues = await Promise.all([1, 2, 3].map(() => openQueue(database.store, { onError: (error) => void errors.push(error) })));
  for (const queue of queues) await queue.stop();
  expect(errors).toEqual([]);
  await database.drop();
});

describe('a platform', () => {
  test('adds places to what the person filed herself, and replaces or takes back nothing of it', async () => {
    const code = aCode();
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('hers'), code: { code, pin: null } });
    for (const [amendment, pointer] of [
      [{ signature: 'FORGED' }, '/signature'],
      [{ contact: { email: 'forged@example.org' } }, '/contact'],
      [{ statement: { notConsensual: false, goodFaith: false } }, '/statement'],
      [{ onBehalfOf: 'agent' }, '/onBehalfOf'],
      [{ locationDetails: 'forged' }, '/locationDetails'],
      [{ fingerprints: [pdq(aPicture())] }, '/fingerprints'],
    ] as const)
      await expect(amendRequest(engine, { platformId }, trackingNumber, amendment)).rejects.toMatchObject({
        code: 'request/filed-by-person',
        place: { pointer },
      });
    await amendRequest(engine, { platformId }, trackingNumber, { contentIds: ['found-there'], locations: ['https://forum.example/found'] });
    expect(await openOnDesk(engine, joan, trackingNumber)).toMatchObject({
      answers: { signature: 'Maria Example', contentIds: ['found-there'], statement: { notConsensual: true, goodFaith: true } },
      amendments: [{ by: 'platform', places: ['found-there', 'https://forum.example/found'], given: [], replaced: {} }],
    });
  });

  test('changes its own filing with a trace, and a statement that was made is not taken back', async () => {
    const { trackingNumber, caseId } = await fileRequest(engine, { platformId, answers: answers('theirs') });
    await expect(
      amendRequest(engine, { platformId }, trackingNumber, { statement: { notConsensual: true, goodFaith: false } }),
    ).rejects.toMatchObject({ code: 'request/stated', place: { pointer: '/statement/goodFaith' } });
    await amendRequest(engine, { platformId }, trackingNumber, { signature: 'M. Example', contact: { phone: '+1 555 0100' } });
    const desk = await openOnDesk(engine, joan, trackingNumber);
    expect(desk).toMatchObject({
      answers: { signature: 'M. Example' },
      amendments: [{ by: 'platform', replaced: { signature: 'Maria Example', contact: 'maria@example.org' } }],
    });
    expect(desk?.events.at(-2)).toMatchObject({ kind: 'amended', by: 'platform' });
    await eraseContact(engine, caseId);
    const erased = await openOnDesk(engine, joan, trackingNumber);
    expect(JSON.stringify([erased?.answers, erased?.amendments])).not.toContain('maria@example.org');
    expect(erased?.amendments).toMatchObject([{ given: ['contact'], replaced: { signature: 'Maria Example' } }, { erased: ['contact'] }]);
  });
});

test('a request takes a thousand places and says so when there is one more: nothing of it is kept in part', async () => {
  const places = (from: number, count: number) => Array.from({ length: count }, (_, n) => `https://forum.example/wide/${from + n}`);
  await expect(fileRequest(engine, { platformId, answers: answers('wide', { locations: places(0, 1001) }) })).rejects.toMatchObject({
    code: 'request/too-much',
  });
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers('wide', { locations: places(0, 600) }) });
  await amendRequest(engine, { platformId }, trackingNumber, { locations: places(600, 400) });
  await expect(amendRequest(engine, { platformId }, trackingNumber, { locations: places(1000, 1) })).rejects.toMatchObject({
    code: 'request/too-much',
  });
  expect((await openOnDesk(engine, joan, trackingNumber))?.unscreened).toHaveLength(1000);
});

test('a form sent again with an empty box takes back nothing that was stated', async () => {
  const filing = { platformId, answers: answers('again'), code: { code: aCode(), pin: null } };
  const { trackingNumber } = await fileRequest(engine, filing);
  await fileRequest(engine, { ...filing, answers: { ...filing.answers, statement: { notConsensual: false, goodFaith: false } } });
  expect((await openOnDesk(engine, joan, trackingNumber))?.answers?.statement).toEqual({ notConsensual: true, goodFaith: true });
});
