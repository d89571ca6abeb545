/** May this be tried again now? Counts attempts per keyed subject, never per readable name or address; values older than a day are destroyed. */
import { Problem } from '@likeness/contract';
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import type { Tx } from '../store/database.ts';

export interface Allowance {
  readonly attempts: number;
  readonly withinMs: number;
}

const dayMs = 24 * 60 * 60 * 1000;
/** First half of the advisory locks of this file; the logs of store/database.ts take theirs from the other key space. */
const attemptLock = 7_304;

/** Notes an attempt. Throws Problem `limit/reached` with the seconds to wait once more than `attempts` were made within the window. */
export async function countAttempt(tx: Tx, keys: KeyRing, subject: string, allowance: Allowance): Promise<void> {
  const subjectMac = Buffer.from(keys.mac('session', Buffer.from(`attempt:${subject}`)));
  // One at a time per subject: otherwise fifty guesses at once would all find the count low.
  await sql`select pg_advisory_xact_lock(${attemptLock}::int, ${subjectMac.readInt32BE(0)}::int)`.execute(tx.sql);
  const since = new Date(tx.now.getTime() - allowance.withinMs);
  const recent = await tx.sql
    .selectFrom('attempt')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('at').as('oldest')])
    .where('subject_mac', '=', subjectMac)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  if (recent.count >= allowance.attempts) {
    const waitMs = recent.oldest.getTime() + allowance.withinMs - tx.now.getTime();
    throw new Problem('limit/reached', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
  }
  await tx.sql.insertInto('attempt').values({ subject_mac: subjectMac, at: tx.now }).execute();
}

/** Forgets the attempts of a subject, after the right password or PIN. */
export async function clearAttempts(tx: Tx, keys: KeyRing, subject: string): Promise<void> {
  const subjectMac = Buffer.from(keys.mac('session', Buffer.from(`attempt:${subject}`)));
  await tx.sql.deleteFrom('attempt').where('subject_mac', '=', subjectMac).execute();
}

/** Destroys every attempt older than 24 hours. */
export async function destroyOldAttempts(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('attempt')
    .where('at', '<', new Date(tx.now.getTime() - dayMs))
    .execute();
}
