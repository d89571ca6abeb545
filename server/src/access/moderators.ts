/** Who may sit at the console? The first moderator comes through a one-time link, the others by password-link.ts; sign-in is by name and password, with limits. */
import type { DeskPreferences } from '@likeness/web/moderator';
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import { type Random, uuid } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { isNameTaken } from '../store/platform-named.ts';
import { nameOf } from './name.ts';
import { hashPassword, hasPassword, isPassword, isPasswordLength } from './password.ts';
import { preferencesOf } from './preferences.ts';
import { type Allowance, lineOf, type Source, thisMachine, tryOnce } from './throttle.ts';

/** The secret part of the one-time first-run link. */
export class FirstRunToken extends Secret {}

/**
 * Guesses on one name: 960 a day from one address, 43,200 from however many. To keep its owner waiting somebody has to make 450 tries in every quarter of an
 * hour, which takes 45 addresses; somebody with one shuts out nobody but himself.
 */
const signInAllowance: Allowance = { attempts: 10, withinMs: 15 * 60 * 1000, together: 30, turnMs: 2000 };

/** What tries of a moderator's password are counted under. */
export const signInSubject = (name: string): string => `sign-in:${name.trim().toLowerCase()}`;

// Unknown names cost as much time as known ones: this is the hash of a random password that was thrown away.
const nobody = '$argon2id$v=19$m=65536,t=3,p=1$a4kq0l3k2mJt0u3hQ2Yx9A$QW9zVYvC7m0rC2Z3bJqk5l8n1p4s7v0y3B6E9H2K5N8';

const tokenMac = (keys: KeyRing, token: FirstRunToken): Buffer =>
  Buffer.from(keys.mac('session', Buffer.from(`first-run:${token.reveal()}`)));

/** Two processes that offer a link, or two people who use one, come one after the other. */
async function takeFirstRun(tx: Tx): Promise<void> {
  await sql`lock table first_run in share row exclusive mode`.execute(tx.sql);
}

/** A new one-time token while nobody can sign in yet; null once there is a moderator. Earlier unused tokens stop working. */
export async function offerFirstRun(store: Store, keys: KeyRing, random: Random): Promise<FirstRunToken | null> {
  return store.transact(async (tx) => {
    await takeFirstRun(tx);
    const someone = await tx.sql.selectFrom('moderator').select('id').limit(1).executeTakeFirst();
    if (someone !== undefined) return null;
    const token = new FirstRunToken(Buffer.from(random(24)).toString('base64url'));
    await tx.sql.deleteFrom('first_run').where('used_at', 'is', null).execute();
    await tx.sql
      .insertInto('first_run')
      .values({ token_mac: tokenMac(keys, token), made_at: tx.now, used_at: null })
      .execute();
    return token;
  });
}

export type FirstRunRefusal = 'token' | 'name' | 'password' | 'platform-name' | 'platform-name-taken';

/** Creates the first moderator with the token of the link, and gives the first platform its name; answers why not otherwise. The token works once. */
export async function createFirstModerator(
  store: Store,
  keys: KeyRing,
  random: Random,
  wanted: { readonly token: FirstRunToken; readonly name: string; readonly password: string; readonly platformName: string },
  source: Source = thisMachine,
): Promise<{ readonly id: string } | { readonly refused: FirstRunRefusal }> {
  const name = nameOf(wanted.name);
  if (name === null) return { refused: 'name' };
  const platformName = nameOf(wanted.platformName);
  if (platformName === null) return { refused: 'platform-name' };
  if (!isPasswordLength(wanted.password)) return { refused: 'password' };
  const passwordHash = await hashPassword(wanted.password, random(16), lineOf(source));
  return store.transact(async (tx) => {
    await takeFirstRun(tx);
    // Others may have been added by command, each with its name, before anybody sat at the console.
    const first = await tx.sql.selectFrom('platform').select('id').orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
    if (await isNameTaken(tx, platformName, first?.id ?? null)) return { refused: 'platform-name-taken' as const };
    const used = await tx.sql
      .updateTable('first_run')
      .set({ used_at: tx.now })
      .where('token_mac', '=', tokenMac(keys, wanted.token))
      .where('used_at', 'is', null)
      .returning('token_mac')
      .executeTakeFirst();
    const someone = await tx.sql.selectFrom('moderator').select('id').limit(1).executeTakeFirst();
    if (used === undefined || someone !== undefined) return { refused: 'token' as const };
    const id = uuid(random);
    await tx.sql
      .insertInto('moderator')
      .values({ id, name, password_hash: passwordHash, role: 'admin', created_at: tx.now, left_at: null })
      .execute();
    if (first !== undefined) await tx.sql.updateTable('platform').set({ name: platformName }).where('id', '=', first.id).execute();
    await record(tx, { act: 'moderator.created', subjects: { moderator: id } });
    return { id };
  });
}

/**
 * The moderator behind a name and password, or null when they do not belong together (unknown names answer alike, in the same time).
 * @throws Problem `limit/reached` after ten wrong ones in a quarter of an hour from one source, `password/busy` when too many come at once.
 */
export async function signIn(
  store: Store,
  keys: KeyRing,
  name: string,
  password: string,
  source: Source = thisMachine,
): Promise<{ readonly id: string; readonly name: string } | null> {
  let known: { readonly id: string; readonly name: string; readonly password_hash: string } | undefined;
  const isRight = await tryOnce(store, keys, signInSubject(name), source, signInAllowance, async () => {
    const row = await store.db
      .selectFrom('moderator')
      .select(['id', 'name', 'password_hash'])
      .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.trim().toLowerCase()))
      .where('left_at', 'is', null)
      .executeTakeFirst();
    known = row === undefined || !hasPassword(row.password_hash) ? undefined : row;
    // None that was set is shorter or longer; the time that this saves says nothing of the name.
    const isIt = isPasswordLength(password) && (await isPassword(password, known?.password_hash ?? nobody, lineOf(source)));
    return known !== undefined && isIt;
  });
  if (known === undefined || !isRight) return null;
  const { id } = known;
  await store.transact((tx) => record(tx, { act: 'moderator.signed-in', subjects: { moderator: id } }));
  return { id, name: known.name };
}

export interface ModeratorNow {
  readonly name: string;
  readonly role: string;
  readonly preferences: DeskPreferences;
}

/** What is so of somebody at the console at this moment; null once her access ended. */
export async function moderatorFacts(db: Db, id: string): Promise<ModeratorNow | null> {
  const row = await db
    .selectFrom('moderator')
    .select(['name', 'role', 'preferences'])
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, preferences: preferencesOf(row.preferences) };
}
