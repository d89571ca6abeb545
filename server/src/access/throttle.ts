/**
 * May this secret be tried again now, and from there? Guesses are counted per network address, so that a stranger's wrong ones never shut out its owner;
 * all addresses together are slowed down, so that many of them do not add up. Subjects and addresses are kept as MACs, for a day at most.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '@likeness/contract';
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import type { Store, Tx } from '../store/database.ts';

export interface Allowance {
  /** Tries within the window before one address has to wait for its end. */
  readonly attempts: number;
  readonly withinMs: number;
  /** Tries within the window, of all addresses together, before each further one waits for its turn. */
  readonly together: number;
  /** From then on one turn in this time. */
  readonly turnMs: number;
}

/**
 * Where a try comes from: an address, or the session of somebody who is in already. A session's tries count for themselves alone: whoever is in is never held
 * up by those outside.
 */
export type Source = { readonly address: string } | { readonly session: string };

/** Whoever has no network address: a command on this machine. */
export const thisMachine: Source = { address: 'this machine' };

/** A try that may be made, once `waitMs` have passed. */
export interface Turn {
  readonly waitMs: number;
  /** Forgets it, and the wrong ones of its source before it: for the right secret. */
  succeeded(tx: Tx): Promise<void>;
  /** Forgets it alone: for a try that was not made after all. */
  released(tx: Tx): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Nobody is kept waiting longer than this; then he is told to come again. */
const longestWaitMs = 10_000;
/** First half of the advisory locks of this file; the logs of store/database.ts take theirs from the other key space. */
const attemptLock = 7_304;

const macOf = (keys: KeyRing, subject: string): Buffer => Buffer.from(keys.mac('session', Buffer.from(`attempt:${subject}`)));

/** IPv6 is given out by the /64: whoever has one address has all of them. */
function sourceName(source: Source): string {
  if ('session' in source) return `session ${source.session}`;
  const { address } = source;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [start = '', end = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = start === '' ? [] : start.split(':');
  const after = end === '' ? 0 : end.split(':').length;
  while (groups.length + after < 8 && address.includes('::')) groups.push('0');
  return groups.slice(0, 4).join(':');
}

/** Notes a try. Throws Problem `limit/reached` with the seconds to wait when its source, or everybody together, made too many. */
export async function reserveTurn(tx: Tx, keys: KeyRing, subject: string, source: Source, allowance: Allowance): Promise<Turn> {
  const sourceMac = macOf(keys, `${subject} from ${sourceName(source)}`);
  const subjectMac = macOf(keys, subject);
  // One at a time per subject: otherwise fifty guesses at once would all find the count low.
  await sql`select pg_advisory_xact_lock(${attemptLock}::int, ${subjectMac.readInt32BE(0)}::int)`.execute(tx.sql);
  const since = new Date(tx.now.getTime() - allowance.withinMs);
  const recent = await recentOf(tx, sourceMac, since);
  if (recent.count >= allowance.attempts) throw limitReached(recent.oldest.getTime() + allowance.withinMs - tx.now.getTime());
  const note = (mac: Buffer, at: Date) => tx.sql.insertInto('attempt').values({ subject_mac: mac, at }).execute();
  let at = tx.now;
  if ('address' in source) {
    const all = await recentOf(tx, subjectMac, since);
    // Turns lie in the future while others wait for theirs.
    if (all.count >= allowance.together) at = new Date(Math.max(tx.now.getTime(), all.newest.getTime() + allowance.turnMs));
    const waitMs = at.getTime() - tx.now.getTime();
    if (waitMs > longestWaitMs) throw limitReached(waitMs - longestWaitMs);
    await note(subjectMac, at);
  }
  await note(sourceMac, tx.now);
  const made = tx.now;
  const forget = (inTx: Tx, mac: Buffer, when: Date) =>
    inTx.sql.deleteFrom('attempt').where('subject_mac', '=', mac).where('at', '=', when).execute();
  return {
    waitMs: at.getTime() - tx.now.getTime(),
    succeeded: async (inTx) => {
      await inTx.sql.deleteFrom('attempt').where('subject_mac', '=', sourceMac).execute();
      await forget(inTx, subjectMac, at);
    },
    released: async (inTx) => {
      await forget(inTx, sourceMac, made);
      await forget(inTx, subjectMac, at);
    },
  };
}

async function recentOf(tx: Tx, mac: Buffer, since: Date) {
  return tx.sql
    .selectFrom('attempt')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('at').as('oldest'), eb.fn.max('at').as('newest')])
    .where('subject_mac', '=', mac)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
}

const limitReached = (waitMs: number): Problem =>
  new Problem('limit/reached', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });

/**
 * Makes one try of a secret when its turn has come; no transaction is open while it waits or while `isRight` works. A try that could not be made, because
 * `isRight` threw, does not count.
 * @throws Problem `limit/reached`
 */
export async function tryOnce(
  store: Store,
  keys: KeyRing,
  subject: string,
  source: Source,
  allowance: Allowance,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  const turn = await store.transact((tx) => reserveTurn(tx, keys, subject, source, allowance));
  if (turn.waitMs > 0) await pause(turn.waitMs);
  try {
    if (!(await isRight())) return false;
  } catch (error) {
    await store.transact((tx) => turn.released(tx));
    throw error;
  }
  await store.transact((tx) => turn.succeeded(tx));
  return true;
}

/** Forgets all tries of a subject that count together, and those of one source: after its secret was set anew. */
export async function forgetTries(tx: Tx, keys: KeyRing, subject: string, source: Source): Promise<void> {
  const macs = [macOf(keys, subject), macOf(keys, `${subject} from ${sourceName(source)}`)];
  await tx.sql.deleteFrom('attempt').where('subject_mac', 'in', macs).execute();
}

/** Whose turn in the line of password work a source takes. */
export const lineOf = sourceName;

/** Destroys every attempt older than 24 hours. */
export async function destroyOldAttempts(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('attempt')
    .where('at', '<', new Date(tx.now.getTime() - dayMs))
    .execute();
}
