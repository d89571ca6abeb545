/**
 * How does a moderator come to a password that nobody else knows, the first time or after she forgot it? By a link that the operator hands her: it works
 * once and for a day. Nothing of it is stored: it is bound to what stands in the password's place, which every use and every newer link replaces.
 */
import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../config/key-ring.ts';
import { type Random, uuid } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { signInSubject } from './moderators.ts';
import { nameOf } from './name.ts';
import { endPasskeysOf } from './passkeys.ts';
import { hashPassword, isPasswordLength, isWaitingForPassword, passwordElsewhere, waitingForPassword } from './password.ts';
import { type Actor, byWhom, isRole, type Role, requireMay } from './roles.ts';
import { endSessionsOf } from './sessions.ts';
import { forgetTries, lineOf, type Source, thisMachine } from './throttle.ts';

/** The secret part of the link: `ID.SECONDS.MAC`. */
export class PasswordLinkToken extends Secret {}

export interface PasswordLink {
  readonly moderatorId: string;
  readonly name: string;
  readonly token: PasswordLinkToken;
  readonly expiresAt: Date;
}

const validMs = 24 * 60 * 60 * 1000;

const macOf = (keys: KeyRing, id: string, expiresAt: number, standing: string): Buffer =>
  Buffer.from(keys.mac('session', Buffer.from(`password-link:${id}:${expiresAt}:${standing}`)));

function linkFor(tx: Tx, keys: KeyRing, moderatorId: string, name: string, standing: string): PasswordLink {
  const expires = Math.ceil((tx.now.getTime() + validMs) / 1000);
  const token = new PasswordLinkToken(`${moderatorId}.${expires}.${macOf(keys, moderatorId, expires, standing).toString('base64url')}`);
  return { moderatorId, name, token, expiresAt: new Date(expires * 1000) };
}

/**
 * One more person, who can sign in once she has used the link. Refused for a name that is taken, however it is written, or that `nameOf` does not take.
 * @throws Problem `console/not-allowed`
 */
export async function createModerator(
  store: Store,
  keys: KeyRing,
  random: Random,
  wanted: { readonly name: string; readonly role: Role; readonly by: Actor },
): Promise<PasswordLink | { readonly refused: 'name' | 'taken' }> {
  const name = nameOf(wanted.name);
  if (name === null) return { refused: 'name' };
  return store.transact(async (tx) => {
    await requireMay(tx.sql, wanted.by, 'manage-people');
    const id = uuid(random);
    const standing = waitingForPassword(random);
    const made = await tx.sql
      .insertInto('moderator')
      .values({ id, name, password_hash: standing, role: wanted.role, created_at: tx.now, left_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) return { refused: 'taken' as const };
    await record(tx, { act: 'moderator.created', subjects: { moderator: id, role: wanted.role, ...byWhom(wanted.by) } });
    return linkFor(tx, keys, id, name, standing);
  });
}

/** Whose password ends: by her name, or by her id. */
export type Whose = { readonly name: string } | { readonly id: string };

/**
 * Ends her password or her account at the identity provider, her passkeys, her sessions and her earlier links at once; the new link lets her choose another. Null when there is nobody like that.
 * @throws Problem `console/not-allowed`
 */
export async function resetModerator(
  store: Store,
  keys: KeyRing,
  random: Random,
  whose: Whose,
  by: Actor = null,
): Promise<PasswordLink | null> {
  return store.transact(async (tx) => {
    await requireMay(tx.sql, by, 'manage-people');
    const standing = waitingForPassword(random);
    const found = await tx.sql
      .updateTable('moderator')
      .set({ password_hash: standing })
      .where((eb) =>
        'id' in whose
          ? eb(eb.cast<string>('id', 'text'), '=', whose.id)
          : eb(eb.fn<string>('lower', ['name']), '=', whose.name.trim().toLowerCase()),
      )
      .where('left_at', 'is', null)
      .returning(['id', 'name'])
      .executeTakeFirst();
    if (found === undefined) return null;
    await tx.sql.deleteFrom('identity').where('moderator_id', '=', found.id).execute();
    await endPasskeysOf(tx, found.id);
    await endSessionsOf(tx, 'moderator', found.id);
    await record(tx, { act: 'moderator.reset', subjects: { moderator: found.id, ...byWhom(by) } });
    return linkFor(tx, keys, found.id, found.name, standing);
  });
}

/** Sets the password of the moderator whom the link is for; answers why not otherwise. What is wrong with the password does not use the link up. */
export async function setPassword(
  store: Store,
  keys: KeyRing,
  random: Random,
  wanted: { readonly token: PasswordLinkToken; readonly password: string },
  source: Source = thisMachine,
): Promise<{ readonly id: string } | { readonly refused: 'token' | 'password' }> {
  // Looked at before the costly hash is made, and again where it counts.
  if ((await store.transact((tx) => holderOf(tx, keys, wanted.token))) === null) return { refused: 'token' };
  if (!isPasswordLength(wanted.password)) return { refused: 'password' };
  const passwordHash = await hashPassword(wanted.password, random(16), lineOf(source));
  return store.transact(async (tx) => {
    const holder = await holderOf(tx, keys, wanted.token);
    if (holder === null) return { refused: 'token' as const };
    await tx.sql.updateTable('moderator').set({ password_hash: passwordHash }).where('id', '=', holder.id).execute();
    await endSessionsOf(tx, 'moderator', holder.id);
    await forgetTries(tx, keys, signInSubject(holder.name), source);
    await record(tx, { act: 'moderator.password-set', subjects: { moderator: holder.id } });
    return { id: holder.id };
  });
}

/** A link that is to be used at the identity provider: whose it is, and what it is bound to. */
export interface Invitation {
  readonly moderatorId: string;
  readonly standing: string;
}

/** The invitation that a link is, while it is good; it is not used up by asking. */
export async function invitationOf(store: Store, keys: KeyRing, token: PasswordLinkToken): Promise<Invitation | null> {
  const holder = await store.transact((tx) => holderOf(tx, keys, token));
  return holder === null ? null : { moderatorId: holder.id, standing: holder.standing };
}

/** Whom a link is for, while it is good; her row is held until commit, so that two uses come one after the other. */
async function holderOf(
  tx: Tx,
  keys: KeyRing,
  token: PasswordLinkToken,
): Promise<{ readonly id: string; readonly name: string; readonly standing: string } | null> {
  const [, id, seconds, mac] = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{20,100})$/.exec(token.reveal().trim()) ?? [];
  if (id === undefined || seconds === undefined || mac === undefined || Number(seconds) * 1000 <= tx.now.getTime()) return null;
  const row = await tx.sql
    .selectFrom('moderator')
    .select(['id', 'name', 'password_hash'])
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || !isWaitingForPassword(row.password_hash)) return null;
  const expected = macOf(keys, id, Number(seconds), row.password_hash);
  const found = Buffer.from(mac, 'base64url');
  return found.length === expected.length && timingSafeEqual(found, expected) ? { id, name: row.name, standing: row.password_hash } : null;
}

export interface ModeratorFacts {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Null until she has used her link. */
  readonly signsInBy: 'password' | 'provider' | null;
  readonly createdAt: Date;
}

/** Everyone who may sit at the console, oldest first. */
export async function listModerators(db: Db): Promise<ModeratorFacts[]> {
  const rows = await db
    .selectFrom('moderator')
    .select(['id', 'name', 'role', 'password_hash', 'created_at'])
    .where('left_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: isRole(row.role) ? row.role : 'moderator',
    signsInBy: wayOf(row.password_hash),
    createdAt: row.created_at,
  }));
}

function wayOf(standing: string): ModeratorFacts['signsInBy'] {
  if (isWaitingForPassword(standing)) return null;
  return standing === passwordElsewhere ? 'provider' : 'password';
}
