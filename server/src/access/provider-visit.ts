/**
 * Is whoever comes back from the identity provider the browser that went there? A visit is a row that is used once, within ten minutes, and a cookie that names
 * it. What proves it to the provider (state, nonce, PKCE verifier) is made of the cookie by the key ring: the database holds nothing that opens anything.
 */
import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../config/key-ring.ts';
import type { Random } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import type { Store, Tx } from '../store/database.ts';
import type { Invitation } from './password-link.ts';
import { type Allowance, reserveTurn, type Source } from './throttle.ts';

/** The cookie's value: 32 random bytes in base64url. Only its MAC is stored. */
export class VisitId extends Secret {}

export const visitSeconds = 10 * 60;

/** A whole office behind one address signs in with it; a flood of visits ends here. All addresses together are not slowed down: there is nothing to guess. */
const allowance: Allowance = { attempts: 100, withinMs: 15 * 60 * 1000, together: Number.MAX_SAFE_INTEGER, turnMs: 0 };

/** What a visit was begun for. */
export interface VisitAim {
  /** The page that was wanted. */
  readonly next: string | null;
  /** The link that was brought, to be used by whoever the provider names. */
  readonly invitation: Invitation | null;
}

/** RFC 6749 §10.12 (state), OpenID Connect Core §3.1.2.1 (nonce), RFC 7636 §4.1 (verifier, 43 characters). */
export interface Proofs {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const macOf = (keys: KeyRing, id: VisitId, what: string): Buffer =>
  Buffer.from(keys.mac('session', Buffer.from(`provider-visit:${what}:${id.reveal()}`)));

/** Begins a visit. @throws Problem `limit/reached` after a hundred within a quarter of an hour from one address */
export async function beginVisit(store: Store, keys: KeyRing, random: Random, aim: VisitAim, source: Source): Promise<VisitId> {
  const id = new VisitId(Buffer.from(random(32)).toString('base64url'));
  await store.transact(async (tx) => {
    await reserveTurn(tx, keys, 'provider-visit', source, allowance);
    const { next, invitation } = aim;
    await tx.sql
      .insertInto('provider_visit')
      .values({
        id_mac: macOf(keys, id, 'id'),
        begun_at: tx.now,
        next,
        moderator_id: invitation?.moderatorId ?? null,
        standing: invitation?.standing ?? null,
      })
      .execute();
  });
  return id;
}

export function proofsOf(keys: KeyRing, id: VisitId): Proofs {
  const text = (what: string): string => macOf(keys, id, what).toString('base64url');
  return { state: text('state'), nonce: text('nonce'), verifier: text('verifier') };
}

/** Whether an answer belongs to this visit. */
export function isStateOf(keys: KeyRing, id: VisitId, state: string): boolean {
  const expected = Buffer.from(proofsOf(keys, id).state);
  const found = Buffer.from(state);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** What the visit was begun for, which ends it: an answer is read once. Null when it was read, took longer than ten minutes, or never was. */
export async function endVisit(store: Store, keys: KeyRing, id: VisitId): Promise<VisitAim | null> {
  return store.transact(async (tx) => {
    const row = await tx.sql
      .deleteFrom('provider_visit')
      .where('id_mac', '=', macOf(keys, id, 'id'))
      .where('begun_at', '>', oldest(tx))
      .returning(['next', 'moderator_id', 'standing'])
      .executeTakeFirst();
    if (row === undefined) return null;
    const { next, moderator_id, standing } = row;
    return { next, invitation: moderator_id === null || standing === null ? null : { moderatorId: moderator_id, standing } };
  });
}

/** Destroys the rows of visits from which nobody came back. */
export async function destroyOldVisits(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('provider_visit').where('begun_at', '<=', oldest(tx)).execute();
}

const oldest = (tx: Tx): Date => new Date(tx.now.getTime() - visitSeconds * 1000);
