/**
 * Who holds this passkey (W3C Web Authentication, level 3)? Discoverable, with the device's own check of its holder, bound to the public name of this
 * installation. @simplewebauthn/server reads and checks what an authenticator answers. A question is kept as a MAC, answered once, and good for five minutes.
 */

import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { KeyRing } from '../config/key-ring.ts';
import type { Random } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { nameOf } from './name.ts';
import { endSessionsOf, type SessionId } from './sessions.ts';
import { type Allowance, reserveTurn, type Source } from './throttle.ts';

/** Where passkeys are good for. */
export interface PasskeySite {
  /** The host name that a passkey belongs to (relying party id). */
  readonly rpId: string;
  readonly origin: string;
}

/** Null where there can be none: a passkey belongs to a name, never to a bare address, and a browser gives it only to https or to this very machine. */
export function passkeySiteOf(publicUrl: string): PasskeySite | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  return isName && (protocol === 'https:' || hostname === 'localhost') ? { rpId: hostname, origin } : null;
}

const challengeMs = 5 * 60 * 1000;
/** Questions from one address; each is a row, and no secret is guessed with one. */
const allowance: Allowance = { attempts: 100, withinMs: 15 * 60 * 1000, together: Number.MAX_SAFE_INTEGER, turnMs: 0 };
const rpName = 'Likeness console';
/** Enough for every device that somebody has. */
export const passkeysAtMost = 20;

/** For what somebody is asked: to make one of her own, or to come in with one. */
type Aim = `new:${string}` | 'in';

const macOf = (keys: KeyRing, aim: Aim, challenge: string): Buffer =>
  Buffer.from(keys.mac('session', Buffer.from(`passkey:${aim}:${challenge}`)));

async function ask(tx: Tx, keys: KeyRing, random: Random, aim: Aim): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(random(32));
  const mac = macOf(keys, aim, Buffer.from(challenge).toString('base64url'));
  await tx.sql.insertInto('passkey_challenge').values({ mac, begun_at: tx.now }).execute();
  return challenge;
}

/** Whether this was asked, a moment ago; true once. */
const wasAsked =
  (store: Store, keys: KeyRing, aim: Aim) =>
  (challenge: string): Promise<boolean> =>
    store.transact(async (tx) => {
      const taken = await tx.sql
        .deleteFrom('passkey_challenge')
        .where('mac', '=', macOf(keys, aim, challenge))
        .returning('begun_at')
        .executeTakeFirst();
      return taken !== undefined && taken.begun_at.getTime() > tx.now.getTime() - challengeMs;
    });

/** What the browser is asked, as `navigator.credentials` takes it (JSON). */
export type PasskeyOptions = string;

const idBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));

/** Asks somebody who is signed in for a new passkey; null when she has as many as there may be. */
export async function askForPasskey(
  store: Store,
  keys: KeyRing,
  random: Random,
  site: PasskeySite,
  who: { readonly id: string; readonly name: string },
): Promise<PasskeyOptions | null> {
  return store.transact(async (tx) => {
    const has = await tx.sql.selectFrom('passkey').select('id').where('moderator_id', '=', who.id).execute();
    if (has.length >= passkeysAtMost) return null;
    const options = await generateRegistrationOptions({
      rpName,
      rpID: site.rpId,
      userName: who.name,
      userDisplayName: who.name,
      userID: new Uint8Array(Buffer.from(who.id)),
      challenge: await ask(tx, keys, random, `new:${who.id}`),
      timeout: challengeMs,
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      excludeCredentials: has.map(({ id }) => ({ id: id.toString('base64url') })),
    });
    return JSON.stringify(options);
  });
}

const text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const MadeAnswer = Type.Object({
  id: text(2000),
  rawId: text(2000),
  type: Type.Literal('public-key'),
  response: Type.Object({ clientDataJSON: text(4000), attestationObject: text(20_000) }),
});
const UsedAnswer = Type.Object({
  id: text(2000),
  rawId: text(2000),
  type: Type.Literal('public-key'),
  response: Type.Object({ clientDataJSON: text(4000), authenticatorData: text(4000), signature: text(4000), userHandle: text(200) }),
});

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}

/** Keeps a new passkey, under the name that its owner gives it. `not-confirmed`: the answer is not one to what was asked, or its device did not check who holds it. */
export async function keepPasskey(
  store: Store,
  keys: KeyRing,
  site: PasskeySite,
  moderatorId: string,
  { answer, name }: { readonly answer: string; readonly name: string },
): Promise<'kept' | 'not-confirmed'> {
  const said = parsed(answer);
  if (!Value.Check(MadeAnswer, said)) return 'not-confirmed';
  const made = await verifyRegistrationResponse({
    response: { ...said, response: { ...said.response }, clientExtensionResults: {} },
    expectedChallenge: wasAsked(store, keys, `new:${moderatorId}`),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (made === null || !made.verified || made.registrationInfo === undefined) return 'not-confirmed';
  const { id, publicKey, counter } = made.registrationInfo.credential;
  return store.transact(async (tx) => {
    const kept = await tx.sql
      .insertInto('passkey')
      .values({
        id: idBytes(id),
        moderator_id: moderatorId,
        name: nameOf(name) ?? 'Passkey',
        public_key: publicKey,
        counter,
        made_at: tx.now,
        used_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('handle')
      .executeTakeFirst();
    if (kept === undefined) return 'not-confirmed' as const;
    await record(tx, { act: 'moderator.passkey-added', subjects: { moderator: moderatorId } });
    return 'kept' as const;
  });
}

/** Asks whoever comes for a passkey of this site, whichever. @throws Problem `limit/reached` after a hundred within a quarter of an hour from one address */
export async function askWhoComes(store: Store, keys: KeyRing, random: Random, site: PasskeySite, source: Source): Promise<PasskeyOptions> {
  return store.transact(async (tx) => {
    await reserveTurn(tx, keys, 'passkey', source, allowance);
    const options = await generateAuthenticationOptions({
      rpID: site.rpId,
      challenge: await ask(tx, keys, random, 'in'),
      timeout: challengeMs,
      userVerification: 'required',
    });
    return JSON.stringify(options);
  });
}

/** The person whose passkey answered; null for an unknown or copied one, an answer to nothing that was asked, or somebody whose access ended. */
export async function signInByPasskey(
  store: Store,
  keys: KeyRing,
  site: PasskeySite,
  answer: string,
): Promise<{ readonly id: string } | null> {
  const said = parsed(answer);
  if (!Value.Check(UsedAnswer, said)) return null;
  const passkey = await store.db.selectFrom('passkey').selectAll().where('id', '=', Buffer.from(said.id, 'base64url')).executeTakeFirst();
  if (passkey === undefined || Buffer.from(said.response.userHandle, 'base64url').toString('utf8') !== passkey.moderator_id) return null;
  // The counter is compared with the last one: an authenticator that was copied is found by it (level 3, section 7.2).
  const used = await verifyAuthenticationResponse({
    response: { ...said, response: { ...said.response }, clientExtensionResults: {} },
    expectedChallenge: wasAsked(store, keys, 'in'),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: { id: said.id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
    requireUserVerification: true,
  }).catch(() => null);
  if (used === null || !used.verified) return null;
  return store.transact(async (tx) => {
    const holder = await tx.sql
      .selectFrom('moderator')
      .select('id')
      .where('id', '=', passkey.moderator_id)
      .where('left_at', 'is', null)
      .executeTakeFirst();
    if (holder === undefined) return null;
    // Of two at once with one counter, or one that was removed meanwhile, none comes in twice.
    const noted = await tx.sql
      .updateTable('passkey')
      .set({ counter: used.authenticationInfo.newCounter, used_at: tx.now })
      .where('id', '=', passkey.id)
      .where('counter', '=', passkey.counter)
      .returning('handle')
      .executeTakeFirst();
    if (noted === undefined) return null;
    await record(tx, { act: 'moderator.signed-in', subjects: { moderator: holder.id } });
    return { id: holder.id };
  });
}

export interface OwnPasskey {
  readonly handle: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** Somebody's passkeys, oldest first. */
export async function passkeysOf(db: Db, moderatorId: string): Promise<OwnPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['handle', 'name', 'made_at', 'used_at'])
    .where('moderator_id', '=', moderatorId)
    .orderBy('made_at')
    .orderBy('handle')
    .execute();
  return rows.map((row) => ({ handle: row.handle, name: row.name, madeAt: row.made_at, usedAt: row.used_at }));
}

/** Takes a passkey away from its owner and ends every session of hers but the one that asks, for any of them may have come in with it. Answers whether there was one. */
export async function removePasskey(store: Store, keys: KeyRing, moderatorId: string, handle: string, asking: SessionId): Promise<boolean> {
  return store.transact(async (tx) => {
    const removed = await tx.sql
      .deleteFrom('passkey')
      .where('moderator_id', '=', moderatorId)
      .where((eb) => eb(eb.cast<string>('handle', 'text'), '=', handle))
      .returning('handle')
      .executeTakeFirst();
    if (removed === undefined) return false;
    await endSessionsOf(tx, 'moderator', moderatorId, { butFor: asking, keys });
    await record(tx, { act: 'moderator.passkey-removed', subjects: { moderator: moderatorId } });
    return true;
  });
}

/** Takes every passkey of somebody: her access ended, or she gets another way in. */
export async function endPasskeysOf(tx: Tx, moderatorId: string): Promise<void> {
  await tx.sql.deleteFrom('passkey').where('moderator_id', '=', moderatorId).execute();
}

/** Destroys what was asked and never answered. */
export async function destroyOldChallenges(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('passkey_challenge')
    .where('begun_at', '<=', new Date(tx.now.getTime() - challengeMs))
    .execute();
}
