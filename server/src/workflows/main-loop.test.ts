/** Does the whole loop hold: screened, requested, decided, told, swept, held again, withdrawn, with two processes on one database? */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCaseCode } from '@likeness/casework';
import type { FeedEntry } from '@likeness/contract';
import type { Fingerprint } from '@likeness/fingerprint';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../access/password.ts';
import { systemRandom, uuid } from '../config/random.ts';
import { handlersOf } from '../jobs/handlers.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { createEndpoint } from '../outbox/endpoints.ts';
import { feedAfter } from '../outbox/feed.ts';
import { contentById } from '../store/content.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { findForNewRequests } from './find-uploads.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';
import { askWithdrawal } from './withdraw.ts';

let folder: string;
let house: TestEngine;
let second: Engine;
let receiver: Server;
const received: FeedEntry[] = [];
let waiting: (() => void)[] = [];
let moderatorId: string;

const bit = (value: string, places: readonly number[]): string => {
  const bytes = Buffer.from(value, 'hex');
  for (const place of places) bytes.writeUInt8(bytes.readUInt8(place >> 3) ^ (1 << (place & 7)), place >> 3);
  return bytes.toString('hex');
};
const pdq = (value: string): Fingerprint => ({ kind: 'pdq', variant: 'whole', value, quality: 100 });
const original = Buffer.from(systemRandom(32)).toString('hex');
const edited = bit(original, [1, 40, 90, 130, 170, 210]);
/** As her device saw it: like the original, and so far from the edited copies that only the removal finds those. */
const hers = bit(
  original,
  Array.from({ length: 28 }, (_, place) => 3 + 9 * place),
);
const another = Buffer.from(systemRandom(32)).toString('hex');
const upload = (contentId: string, value: string) => ({
  contentId,
  url: `https://forum.example/posts/${contentId}`,
  uploaderRef: 'account-7',
  links: [],
  source: 'fingerprints' as const,
  fingerprints: [pdq(value)],
});

/** Resolves once the receiver has heard an entry like this; the queue delivers it in its own time. */
async function heard(match: (entry: FeedEntry) => boolean): Promise<FeedEntry> {
  for (;;) {
    const found = received.find(match);
    if (found !== undefined) return found;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likeness-loop-'));
  house = await openTestEngine();
  second = await house.another();
  const { engine, platformId } = house;
  let secret = '';
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const entry: FeedEntry = JSON.parse(body);
      new Webhook(secret).verify(body, headers);
      received.push(entry);
      response.writeHead(204).end();
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const endpoint = await engine.store.transact((tx) =>
    createEndpoint(tx, engine.keys, engine.random, platformId, `http://127.0.0.1:${address.port}/hook`),
  );
  secret = endpoint.secret.text();
  moderatorId = uuid(systemRandom);
  await engine.store.db
    .insertInto('moderator')
    .values({
      id: moderatorId,
      name: 'Ada',
      password_hash: await hashPassword('a long enough one', systemRandom(16)),
      role: 'admin',
      created_at: new Date(),
      left_at: null,
    })
    .execute();
  await second.queue.work(handlersOf(second, join(folder, 'checkpoints.log'), null));
});

afterAll(async () => {
  await house.close();
  receiver.close();
  await rm(folder, { recursive: true, force: true });
});

test('the whole loop, across two processes', async () => {
  const { engine, platformId } = house;
  // An upload that nobody has listed is allowed, and remembered.
  expect(await screen(engine, platformId, upload('post-1', original))).toMatchObject({ verdict: 'allow', matches: [] });
  expect(await screen(engine, platformId, upload('copy-before', edited))).toMatchObject({ verdict: 'allow' });
  expect(await screen(engine, platformId, upload('other', another))).toMatchObject({ verdict: 'allow' });

  // She files with her code and her own fingerprints; by itself that lists nothing.
  const code = newCaseCode(systemRandom(13));
  const filed = await fileRequest(engine, {
    platformId,
    code: { code, pin: null },
    answers: {
      basis: 'take-it-down',
      onBehalfOf: 'self',
      locations: ['https://forum.example/posts/post-1'],
      statement: { notConsensual: true, goodFaith: true },
      signature: 'Maria Example',
      contact: { email: 'maria@example.org' },
      fingerprints: [pdq(hers), pdq(another)],
    },
  });
  expect(filed.missing).toEqual([]);
  expect(filed.dueAt.getTime() - filed.receivedAt.getTime()).toBe(48 * 3_600_000);
  expect(await screen(engine, platformId, upload('too-early', edited))).toMatchObject({ verdict: 'allow' });
  expect((await heard(({ type }) => type === 'request.received')).data).toMatchObject({
    trackingNumber: filed.trackingNumber,
    contentId: 'post-1',
  });

  // What looks like her other picture is found, and nothing is decided before somebody has said what it shows.
  await findForNewRequests(engine, platformId);
  const other = await contentById(engine.store.db, platformId, 'other');

  // A moderator decides in the other process; the platform hears it, and the copies that were there are found.
  const ruled = await decide(second, {
    about: { trackingNumber: filed.trackingNumber },
    decision: 'remove',
    ground: 'valid-request',
    note: 'seen',
    moderatorId,
    ofFound: { [other?.ref ?? '']: 'another-picture' },
  });
  expect(ruled.outcome).toBe('decided');
  const removal = await heard(({ type }) => type === 'content.remove');
  expect(removal.data).toMatchObject({ contentId: 'post-1', ground: 'valid-request' });
  expect((await heard(({ type, data }) => type === 'content.hold' && data.contentId === 'copy-before')).data.contentId).toBe('copy-before');
  await heard(({ type, data }) => type === 'content.hold' && data.contentId === 'too-early');

  // From that commit on every process holds an edited copy, and still allows the picture that nobody looked at.
  const held = await screen(engine, platformId, upload('again', edited));
  expect(held).toMatchObject({ verdict: 'hold', reviewPending: true });
  expect(held.matches[0]).toMatchObject({ kind: 'pdq', variant: 'whole', bank: 'Confirmed here', source: 'decision' });
  expect(await screen(engine, platformId, upload('other-again', another))).toMatchObject({ verdict: 'allow' });

  // Removed is said only after the platform's completion call.
  const opened = await caseOfCode(engine, code);
  if (opened === null) throw new Error('her code opens nothing');
  const { caseId } = opened;
  expect((await readCase(engine, caseId))?.requests[0]?.standing.key).toBe('being-removed');
  const actionId = removal.data.actionId ?? '';
  const completed = await completeAction(engine, platformId, actionId, { purged: ['original'] });
  expect(await completeAction(engine, platformId, actionId, {})).toEqual(completed);
  expect((await readCase(engine, caseId))?.requests[0]?.standing.key).toBe('removed');

  // A second moderator is told that it is done.
  const late = await decide(engine, {
    about: { trackingNumber: filed.trackingNumber },
    decision: 'keep',
    ground: 'not-intimate',
    note: '',
    moderatorId,
  });
  expect(late).toMatchObject({ outcome: 'already', decidedBy: 'Ada' });

  // Withdrawing with the code alone waits 72 hours; what the platform confirmed itself stays its own.
  expect(await askWithdrawal(engine, caseId, null)).toMatchObject({ outcome: 'waiting' });
  expect(await screen(engine, platformId, upload('still', edited))).toMatchObject({ verdict: 'hold' });

  const entries = await feedAfter(engine.store.db, platformId, 0, 100);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});
