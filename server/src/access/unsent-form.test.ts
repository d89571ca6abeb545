/** Does the key of a form that is not sent yet live exactly as long as the session behind her cookie, outlive a lost answer, and open no case? */
import { afterAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { destroyIdleSessions, endSessionsOf, readSession, SessionId, startSession } from './sessions.ts';
import { endHers, forgetSentForms, formKey, handOver, startFormSession } from './unsent-form.ts';

const database = await openKeyedDatabase();
const { store, keys, later } = database;
afterAll(database.close);

const start = (): Promise<SessionId> => store.transact((tx) => startFormSession(tx, keys, systemRandom, { address: '192.0.2.1' }));
const startCase = (caseId: string): Promise<SessionId> => store.transact((tx) => startSession(tx, keys, systemRandom, 'person', caseId));
const keyOf = (id: SessionId): Promise<string | null> => formKey(store, keys, id);

test('each session has a key of its own, the same at each asking, and it opens no case and no console', async () => {
  const [one, other] = [await start(), await start()];
  const key = await keyOf(one);
  expect(Buffer.from(key ?? '', 'base64url')).toHaveLength(32);
  expect([await keyOf(one), await keyOf(other)]).toEqual([key, expect.not.stringMatching(`^${key}$`)]);
  expect([await readSession(store, keys, 'person', one), await readSession(store, keys, 'moderator', one)]).toEqual([null, null]);
  expect(await keyOf(new SessionId('made-up'))).toBeNull();
  const rows = JSON.stringify(await store.db.selectFrom('session').selectAll().execute());
  for (const secret of [key ?? '', one.reveal(), Buffer.from(key ?? '', 'base64url').toString('hex')]) expect(rows).not.toContain(secret);
});

test('it is gone after 15 minutes without use, and when she leaves', async () => {
  const id = await start();
  later({ seconds: 14 * 60 });
  expect(await keyOf(id)).not.toBeNull();
  later({ seconds: 15 * 60 });
  expect(await keyOf(id)).toBeNull();
  const left = await start();
  await store.transact((tx) => endHers(tx, keys, left));
  expect(await keyOf(left)).toBeNull();
});

test('when a case opens, the key of its form is left until the case is looked at: the answer may be lost', async () => {
  const caseId = uuid(systemRandom);
  for (const before of [await start(), await startCase(uuid(systemRandom))]) {
    const key = await keyOf(before);
    await store.transact((tx) => handOver(tx, keys, before, caseId));
    expect(await readSession(store, keys, 'person', before), 'what was open in this browser is not').toBeNull();
    expect(await keyOf(before)).toBe(key);
    // Sent once more after a reload.
    await store.transact((tx) => handOver(tx, keys, before, caseId));
    expect(await keyOf(before)).toBe(key);
    await forgetSentForms(store.db, caseId);
    expect(await keyOf(before)).toBeNull();
  }
});

test.each(['leaves', 'ends her case'])('when she %s, the key of the form that was sent is gone with it', async (does) => {
  const caseId = uuid(systemRandom);
  const before = await start();
  await store.transact((tx) => handOver(tx, keys, before, caseId));
  const session = await startCase(caseId);
  await store.transact((tx) => (does === 'leaves' ? endHers(tx, keys, session) : endSessionsOf(tx, 'person', caseId)));
  expect([await keyOf(before), await keyOf(session)]).toEqual([null, null]);
});

test('a session that idled out is not woken by a case that opens', async () => {
  const id = await start();
  later({ seconds: 15 * 60 });
  await store.transact((tx) => handOver(tx, keys, id, uuid(systemRandom)));
  expect(await keyOf(id)).toBeNull();
  await store.transact(destroyIdleSessions);
  expect(await store.db.selectFrom('session').selectAll().execute()).toEqual([]);
});

test('one address opens two hundred within a quarter of an hour; another is not held up by it, and later there is room again', async () => {
  const from = (address: string): Promise<SessionId> => store.transact((tx) => startFormSession(tx, keys, systemRandom, { address }));
  for (let times = 0; times < 200; times += 1) await from('198.51.100.7');
  await expect(from('198.51.100.7')).rejects.toMatchObject({ code: 'limit/reached' });
  expect(await keyOf(await from('198.51.100.8'))).not.toBeNull();
  later({ seconds: 15 * 60 + 1 });
  expect(await keyOf(await from('198.51.100.7'))).not.toBeNull();
});
