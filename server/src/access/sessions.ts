/** Who is this browser? One opaque cookie, a row that the server ends at exit or after 15 idle minutes (design §10.9). */
import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../config/key-ring.ts';
import type { Random } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import type { Store, Tx } from '../store/database.ts';

export type SessionKind = 'person' | 'moderator';

/** The cookie's value: 32 random bytes in base64url. Only its MAC is stored. */
export class SessionId extends Secret {}

const idleMs = 15 * 60 * 1000;
const macOf = (keys: KeyRing, kind: SessionKind, id: SessionId): Buffer =>
  Buffer.from(keys.mac('session', Buffer.from(`${kind}:${id.reveal()}`)));

/** Opens a session of a case (`person`) or a moderator. */
export async function startSession(tx: Tx, keys: KeyRing, random: Random, kind: SessionKind, subjectId: string): Promise<SessionId> {
  const id = new SessionId(Buffer.from(random(32)).toString('base64url'));
  await tx.sql
    .insertInto('session')
    .values({ id_mac: macOf(keys, kind, id), kind, subject_id: subjectId, started_at: tx.now, seen_at: tx.now })
    .execute();
  return id;
}

/** The subject of a live session, whose idle time starts again; null when it ended, idled out, or never was. */
export async function readSession(store: Store, keys: KeyRing, kind: SessionKind, id: SessionId): Promise<string | null> {
  return store.transact(async (tx) => {
    const row = await tx.sql
      .updateTable('session')
      .set({ seen_at: tx.now })
      .where('id_mac', '=', macOf(keys, kind, id))
      .where('kind', '=', kind)
      .where('seen_at', '>', new Date(tx.now.getTime() - idleMs))
      .returning('subject_id')
      .executeTakeFirst();
    return row?.subject_id ?? null;
  });
}

/** Ends a session; a copied cookie then opens nothing. */
export async function endSession(store: Store, keys: KeyRing, kind: SessionKind, id: SessionId): Promise<void> {
  await store.db
    .deleteFrom('session')
    .where('id_mac', '=', macOf(keys, kind, id))
    .execute();
}

/** Ends every session of a subject, for example when its case is withdrawn; or all but one, whose browser goes on. */
export async function endSessionsOf(
  tx: Tx,
  kind: SessionKind,
  subjectId: string,
  goesOn?: { readonly butFor: SessionId; readonly keys: KeyRing },
): Promise<void> {
  let ended = tx.sql.deleteFrom('session').where('kind', '=', kind).where('subject_id', '=', subjectId);
  if (goesOn !== undefined) ended = ended.where('id_mac', '!=', macOf(goesOn.keys, kind, goesOn.butFor));
  await ended.execute();
}

/** Destroys the rows of sessions that idled out. */
export async function destroyIdleSessions(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('session')
    .where('seen_at', '<', new Date(tx.now.getTime() - idleMs))
    .execute();
}

/** The token that each form of a session carries, so that another site cannot send the form. */
export function formToken(keys: KeyRing, kind: SessionKind, id: SessionId): string {
  return Buffer.from(keys.mac('session', Buffer.from(`form:${kind}:${id.reveal()}`))).toString('base64url');
}

/** True when a form's token belongs to the session. */
export function isFormToken(keys: KeyRing, kind: SessionKind, id: SessionId, token: string): boolean {
  const expected = Buffer.from(formToken(keys, kind, id));
  const found = Buffer.from(token);
  return found.length === expected.length && timingSafeEqual(found, expected);
}
