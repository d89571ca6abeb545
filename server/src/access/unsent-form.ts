/**
 * With which key does her browser lock a form that is not sent yet? The server alone can say it, for as long as the session behind her one cookie lives: nothing of
 * the form is here, and what the browser holds can be read no more once the session has ended (docs/decisions/0017-reload.md).
 */
import type { KeyRing } from '../config/key-ring.ts';
import { type Random, uuid } from '../config/random.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { idleMs, macOf, readSession, type SessionId, startSession } from './sessions.ts';
import { type Allowance, reserveTurn, type Source } from './throttle.ts';

/** The key of this session, 32 bytes in base64url; null when it has ended, idled out, or never was. Its idle time starts again. */
export async function formKey(store: Store, keys: KeyRing, id: SessionId): Promise<string | null> {
  const lives = (await readSession(store, keys, 'form', id)) ?? (await readSession(store, keys, 'person', id));
  return lives === null ? null : Buffer.from(keys.mac('session', Buffer.from(`form-key:${id.reveal()}`))).toString('base64url');
}

/** A school or a mobile network behind one address opens its forms; a flood of rows ends here, and a form without a key works as one without script. */
const allowance: Allowance = { attempts: 200, withinMs: idleMs, together: Number.MAX_SAFE_INTEGER, turnMs: 0 };

/** Opens a session of a form: it has a key and opens nothing. @throws Problem `limit/reached` after two hundred within a quarter of an hour from one address */
export async function startFormSession(tx: Tx, keys: KeyRing, random: Random, source: Source): Promise<SessionId> {
  await reserveTurn(tx, keys, 'unsent-form', source, allowance);
  return startSession(tx, keys, random, 'form', uuid(random));
}

/**
 * Ends a session whose browser goes on with one of this case, and leaves the key of its form: the answer that says so may never arrive, and then she sends the
 * same form again. `forgetSentForms` ends the key as soon as it is known to have arrived.
 */
export async function handOver(tx: Tx, keys: KeyRing, id: SessionId, caseId: string): Promise<void> {
  const macs = [macOf(keys, 'form', id), macOf(keys, 'person', id)];
  const ended = await tx.sql
    .deleteFrom('session')
    .where('id_mac', 'in', macs)
    .where('seen_at', '>', new Date(tx.now.getTime() - idleMs))
    .returning('started_at')
    .executeTakeFirst();
  await tx.sql.deleteFrom('session').where('id_mac', 'in', macs).execute();
  if (ended === undefined) return;
  await tx.sql
    .insertInto('session')
    .values({ id_mac: macOf(keys, 'form', id), kind: 'form', subject_id: caseId, started_at: ended.started_at, seen_at: tx.now })
    .execute();
}

/** Ends the keys of forms that were sent to this case: whoever looks at it has had the answer. */
export async function forgetSentForms(sql: Db, caseId: string): Promise<void> {
  await sql.deleteFrom('session').where('kind', '=', 'form').where('subject_id', '=', caseId).execute();
}

/** Ends all that her cookie opens, at once: the case in this browser, the key of its form, and of those that were sent to it. */
export async function endHers(tx: Tx, keys: KeyRing, id: SessionId): Promise<void> {
  const ended = await tx.sql
    .deleteFrom('session')
    .where('id_mac', 'in', [macOf(keys, 'form', id), macOf(keys, 'person', id)])
    .returning('subject_id')
    .execute();
  for (const { subject_id } of ended) await forgetSentForms(tx.sql, subject_id);
}
