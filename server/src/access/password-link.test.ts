/** Does a moderator get in by her link, once, for a day, and nobody else by it? */
import { afterAll, expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { openKeyedDatabase } from '../store/test-keyed-database.ts';
import { signIn } from './moderators.ts';
import { createModerator, listModerators, type PasswordLink, PasswordLinkToken, resetModerator, setPassword } from './password-link.ts';
import { readSession, startSession } from './sessions.ts';

const database = await openKeyedDatabase();
const { store, keys, later } = database;
afterAll(database.close);

const made = async (name: string): Promise<PasswordLink> => {
  const link = await createModerator(store, keys, systemRandom, { name, role: 'moderator', by: null });
  if ('refused' in link) throw new Error(link.refused);
  return link;
};
const reset = async (name: string): Promise<PasswordLink> => {
  const link = await resetModerator(store, keys, systemRandom, { name });
  if (link === null) throw new Error(`nobody is called ${name}`);
  return link;
};
const choose = (token: PasswordLinkToken, password = 'correct horse') => setPassword(store, keys, systemRandom, { token, password });
const acts = async () => (await store.db.selectFrom('ledger').select('act').orderBy('seq').execute()).map(({ act }) => act);

test('a new moderator cannot sign in before she used her link, and the link works once', async () => {
  const link = await made(' Ada ');
  expect(link.expiresAt).toEqual(new Date('2027-03-02T12:00:00.000Z'));
  expect(await signIn(store, keys, 'Ada', '')).toBeNull();
  expect(await listModerators(store.db)).toMatchObject([{ name: 'Ada', signsInBy: null }]);
  expect(await choose(link.token, 'too short')).toEqual({ refused: 'password' });
  const both = await Promise.all([choose(link.token, 'the first of the two'), choose(link.token, 'the second of the two')]);
  expect(both.filter((one) => 'id' in one)).toHaveLength(1);
  expect(await choose(link.token)).toEqual({ refused: 'token' });
  expect(await listModerators(store.db)).toMatchObject([{ signsInBy: 'password' }]);
  const entered = await Promise.all(['the first of the two', 'the second of the two'].map((word) => signIn(store, keys, 'ada', word)));
  expect(entered.filter((one) => one !== null)).toHaveLength(1);
  expect(await acts()).toEqual(['moderator.created', 'moderator.password-set', 'moderator.signed-in']);
});

test('a name that is taken, empty or too long makes nobody', async () => {
  expect(await createModerator(store, keys, systemRandom, { name: 'ADA', role: 'moderator', by: null })).toEqual({ refused: 'taken' });
  expect(await createModerator(store, keys, systemRandom, { name: '  ', role: 'moderator', by: null })).toEqual({ refused: 'name' });
  expect(await createModerator(store, keys, systemRandom, { name: 'x'.repeat(101), role: 'moderator', by: null })).toEqual({
    refused: 'name',
  });
  expect(await listModerators(store.db)).toHaveLength(1);
});

test('a reset ends the password, the sessions and every earlier link at once, and she goes on being the same person', async () => {
  const link = await made('Grace');
  const grace = await choose(link.token);
  expect(grace).toEqual({ id: link.moderatorId });
  const session = await store.transact((tx) => startSession(tx, keys, systemRandom, 'moderator', link.moderatorId));
  const older = await reset('GRACE');
  const newer = await reset('grace');
  expect(await readSession(store, keys, 'moderator', session)).toBeNull();
  expect(await signIn(store, keys, 'Grace', 'correct horse')).toBeNull();
  expect(await choose(older.token)).toEqual({ refused: 'token' });
  expect(await choose(newer.token, 'another long one')).toEqual({ id: link.moderatorId });
  expect(await signIn(store, keys, 'Grace', 'another long one')).toMatchObject({ id: link.moderatorId });
  expect(await acts()).toContain('moderator.reset');
  expect(await resetModerator(store, keys, systemRandom, { name: 'Nobody' })).toBeNull();
});

test('who was locked out by guesses on her name can sign in right after the reset', async () => {
  for (let attempt = 0; attempt < 9; attempt += 1) await signIn(store, keys, 'Grace', 'wrong');
  await choose((await reset('Grace')).token);
  expect(await signIn(store, keys, 'Grace', 'correct horse')).not.toBeNull();
});

test('a link is good for a day, for its own moderator, as it was written', async () => {
  const ada = await reset('Ada');
  const grace = await reset('Grace');
  const [id = '', seconds = '', mac = ''] = ada.token.reveal().split('.');
  const forged = [
    '',
    'guess',
    [id, String(Number(seconds) + 60), mac].join('.'),
    [grace.moderatorId, seconds, mac].join('.'),
    [id, seconds, mac.slice(0, -2)].join('.'),
    ['00000000-0000-4000-8000-000000000000', seconds, mac].join('.'),
  ];
  for (const text of forged) expect(await choose(new PasswordLinkToken(text))).toEqual({ refused: 'token' });
  later({ minutes: 24 * 60 - 1 });
  expect(await choose(grace.token)).toEqual({ id: grace.moderatorId });
  later({ minutes: 1 });
  expect(await choose(ada.token)).toEqual({ refused: 'token' });
});
