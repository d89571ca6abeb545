/** Does a session end when it should, and open nothing else? */
import { sessionMinutes } from '@likeness/web/person';
import { afterAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import {
  destroyIdleSessions,
  endSession,
  endSessionsOf,
  formToken,
  idleMs,
  isFormToken,
  noteSaid,
  readSession,
  SessionId,
  type SessionKind,
  startSession,
  takeSaid,
} from './sessions.ts';

const database = await openKeyedDatabase();
const { store, keys, later } = database;
afterAll(database.close);

const start = (kind: SessionKind = 'person', subject = uuid(systemRandom)): Promise<SessionId> =>
  store.transact((tx) => startSession(tx, keys, systemRandom, kind, subject));
const read = (id: SessionId, kind: SessionKind = 'person'): Promise<string | null> => readSession(store, keys, kind, id);

test('an open page of her case counts the same minutes', () => {
  expect(sessionMinutes * 60_000).toBe(idleMs);
});

test('a session opens its own subject, and each look starts its 15 minutes again', async () => {
  const subject = uuid(systemRandom);
  const id = await start('person', subject);
  for (let look = 0; look < 4; look += 1) {
    later({ seconds: 14 * 60 + 59 });
    expect(await read(id)).toBe(subject);
  }
});

test('after 15 idle minutes it opens nothing, and nothing wakes it again', async () => {
  const id = await start();
  later({ seconds: 15 * 60 });
  expect(await read(id)).toBeNull();
  expect(await read(id)).toBeNull();
});

test('idle sessions are destroyed, live ones stay', async () => {
  await start();
  later({ seconds: 15 * 60 + 1 });
  const live = await start();
  await store.transact(destroyIdleSessions);
  expect(await store.db.selectFrom('session').select('seen_at').execute()).toHaveLength(1);
  expect(await read(live)).not.toBeNull();
});

test('an ended session opens nothing for whoever copied its cookie; ending twice is quiet', async () => {
  const id = await start();
  await endSession(store, keys, 'person', id);
  await endSession(store, keys, 'person', id);
  expect(await read(id)).toBeNull();
});

test('ending every session of a case leaves other cases and moderators alone', async () => {
  const subject = uuid(systemRandom);
  const [first, second, other] = [await start('person', subject), await start('person', subject), await start()];
  const moderator = await start('moderator', subject);
  await store.transact((tx) => endSessionsOf(tx, 'person', subject));
  expect([await read(first), await read(second)]).toEqual([null, null]);
  expect(await read(other)).not.toBeNull();
  expect(await read(moderator, 'moderator')).toBe(subject);
});

test("a person's cookie opens nothing at the console, and the other way round", async () => {
  const [person, moderator] = [await start('person'), await start('moderator')];
  expect(await read(person, 'moderator')).toBeNull();
  expect(await read(moderator, 'person')).toBeNull();
});

test('made-up cookies open nothing, whatever they hold', async () => {
  for (const text of ['', 'x', '\u0000', '%00', "' or 1=1 --", 'é'.repeat(5000)]) expect(await read(new SessionId(text))).toBeNull();
});

test('the cookie itself is not stored', async () => {
  const id = await start();
  const rows = await store.db.selectFrom('session').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(id.reveal());
  expect(`${id} ${JSON.stringify({ id })}`).not.toContain(id.reveal());
});

test('a form belongs to its own session and kind only', async () => {
  const [one, two] = [await start(), await start()];
  const token = formToken(keys, 'person', one);
  expect(isFormToken(keys, 'person', one, token)).toBe(true);
  expect(isFormToken(keys, 'person', two, token)).toBe(false);
  expect(isFormToken(keys, 'moderator', one, token)).toBe(false);
  for (const wrong of ['', token.slice(1), `${token}A`, 'é'.repeat(token.length)])
    expect(isFormToken(keys, 'person', one, wrong)).toBe(false);
});

test('what a session just did is said where it was sent to, once, and to no other session', async () => {
  const [hers, other] = [await start(), await start()];
  const took = (id: SessionId, location = '/case?n=1') => takeSaid(store, keys, 'person', id, location);
  expect(await took(hers)).toBe(false);
  await noteSaid(store, keys, 'person', hers, '/case?n=1');
  expect([await took(other), await took(hers, '/case?n=2'), await took(hers), await took(hers)]).toEqual([false, false, true, false]);
});
