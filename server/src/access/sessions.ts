/** Who is this browser? One opaque cookie, a row that the server ends at exit, after 15 idle minutes, and after 12 hours however busy it is. */
import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../config/key-ring.ts';
import type { Random } from '../config/random.ts';
import { Secret } from '../config/secret.ts';
import type { Store, Tx } from '../store/database.ts';

/** `form`: of a form that is not sent yet. It opens no case (`unsent-form.ts`). */
export type SessionKind = 'person' | 'moderator' | 'form';

/** The cookie's value: 32 random bytes in base64url. Only its MAC is stored. */
export class SessionId extends Secret {}

export const idleMs = 15 * 60 * 1000;
/** A long shift; a cookie that was copied is good for no longer. */
const longestMs = 12 * 60 * 60 * 1000;

/** How somebody came in. */
export type Way = 'password' | 'link' | 'provider' | 'passkey';

/** What is stored of a cookie. */
export const macOf = (keys: KeyRing, kind: SessionKind, id: SessionId): Buffer =>
  Buffer.from(keys.mac('session', Buffer.from(`${kind}:${id.reveal()}`)));

/** Opens a session of a case (`person`) or a moderator. */
export async function startSession(
  tx: Tx,
  keys: KeyRing,
  random: Random,
  kind: SessionKind,
  subjectId: string,
  way: Way = 'password',
): Promise<SessionId> {
  const id = new SessionId(Buffer.from(random(32)).toString('base64url'));
  await tx.sql
    .insertInto('session')
    .values({ id_mac: macOf(keys, kind, id), kind, subject_id: subjectId, started_at: tx.now, seen_at: tx.now, way })
    .execute();
  return id;
}

/** The subject of a live session, whose idle time starts again; null when it ended, idled out, lasted its 12 hours, or never was. */
export async function readSession(store: Store, keys: KeyRing, kind: SessionKind, id: SessionId): Promise<string | null> {
  return store.transact(async (tx) => {
    const row = await tx.sql
      .updateTable('session')
      .set({ seen_at: tx.now })
      .where('id_mac', '=', macOf(keys, kind, id))
      .where('kind', '=', kind)
      .where('seen_at', '>', new Date(tx.now.getTime() - idleMs))
      .where('started_at', '>', new Date(tx.now.getTime() - longestMs))
      .returning('subject_id')
      .executeTakeFirst();
    return row?.subject_id ?? null;
  });
}

/** How the holder of a live session came in; null when it ended. */
export async function wayOfSession({ db }: Pick<Store, 'db'>, keys: KeyRing, kind: SessionKind, id: SessionId): Promise<Way | null> {
  const row = await db
    .selectFrom('session')
    .select('way')
    .where('id_mac', '=', macOf(keys, kind, id))
    .where('kind', '=', kind)
    .executeTakeFirst();
  return ways.find((way) => way === row?.way) ?? null;
}

/** Notes where a session is sent after it did something: what stands in that address is believed there, once. */
export async function noteSaid(store: Store, keys: KeyRing, kind: SessionKind, id: SessionId, location: string): Promise<void> {
  await store.db
    .updateTable('session')
    .set({ said: location })
    .where('id_mac', '=', macOf(keys, kind, id))
    .where('kind', '=', kind)
    .execute();
}

/** Whether this session was just sent to this address; true once. An address that somebody made up, kept or handed on says nothing. */
export async function takeSaid(store: Store, keys: KeyRing, kind: SessionKind, id: SessionId, location: string): Promise<boolean> {
  const taken = await store.db
    .updateTable('session')
    .set({ said: null })
    .where('id_mac', '=', macOf(keys, kind, id))
    .where('kind', '=', kind)
    .where('said', '=', location)
    .returning('kind')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Ends a session; a copied cookie then opens nothing. */
export async function endSession(store: Store, keys: KeyRing, kind: SessionKind, id: SessionId): Promise<void> {
  await store.db
    .deleteFrom('session')
    .where('id_mac', '=', macOf(keys, kind, id))
    .execute();
}

/** Ends every session of a subject, for example when its case is withdrawn, and the keys of forms that were sent to it; or all but one, whose browser goes on. */
export async function endSessionsOf(
  tx: Tx,
  kind: SessionKind,
  subjectId: string,
  goesOn?: { readonly butFor: SessionId; readonly keys: KeyRing },
): Promise<void> {
  const kinds: readonly SessionKind[] = kind === 'person' ? ['person', 'form'] : [kind];
  let ended = tx.sql.deleteFrom('session').where('kind', 'in', kinds).where('subject_id', '=', subjectId);
  if (goesOn !== undefined) ended = ended.where('id_mac', '!=', macOf(goesOn.keys, kind, goesOn.butFor));
  await ended.execute();
}

export interface OpenSession {
  readonly handle: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly way: Way;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** The live sessions of a subject, the latest used first. */
export async function sessionsOf(tx: Tx, keys: KeyRing, kind: SessionKind, subjectId: string, asking: SessionId): Promise<OpenSession[]> {
  const rows = await tx.sql
    .selectFrom('session')
    .select(['id_mac', 'handle', 'started_at', 'seen_at', 'way'])
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('seen_at', '>', new Date(tx.now.getTime() - idleMs))
    .where('started_at', '>', new Date(tx.now.getTime() - longestMs))
    .orderBy('seen_at', 'desc')
    .execute();
  const mac = macOf(keys, kind, asking);
  return rows.map((row) => ({
    handle: row.handle,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    way: ways.find((way) => way === row.way) ?? 'password',
    isThis: row.id_mac.equals(mac),
  }));
}

const ways: readonly Way[] = ['password', 'link', 'provider', 'passkey'];

/** Ends one of a subject's own sessions, by the name that its owner sees; answers whether there was one. */
export async function endSessionWith(tx: Tx, kind: SessionKind, subjectId: string, handle: string): Promise<boolean> {
  const ended = await tx.sql
    .deleteFrom('session')
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where((eb) => eb(eb.cast<string>('handle', 'text'), '=', handle))
    .returning('handle')
    .execute();
  return ended.length > 0;
}

/** Destroys the rows of sessions that idled out or lasted their time. */
export async function destroyIdleSessions(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('session')
    .where((eb) =>
      eb.or([eb('seen_at', '<', new Date(tx.now.getTime() - idleMs)), eb('started_at', '<', new Date(tx.now.getTime() - longestMs))]),
    )
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

/** Says in a form of which case its page was, to outlive the session of that page; opens nothing, and says nothing of the case to whoever reads it. */
export function caseMark(keys: KeyRing, caseId: string): string {
  return Buffer.from(keys.mac('session', ofCase(caseId))).toString('base64url');
}

/** True when a form was on a page of this case; an empty mark is of none that is known, and may be of this one. */
export function mayBeOfCase(keys: KeyRing, caseId: string, mark: string): boolean {
  return mark === '' || keys.macsOfAll('session', ofCase(caseId)).some((mac) => Buffer.from(mac).toString('base64url') === mark);
}

const ofCase = (caseId: string): Uint8Array => Buffer.from(`case:${caseId}`);
