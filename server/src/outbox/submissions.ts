/** What is on its way to the DSA Transparency Database, what became of it, and how does sending stand? The rows; `send-submissions.ts` makes the calls. */
import { createHash } from 'node:crypto';
import { fieldsThatMustNotLeave, type TransparencyEntry } from '@likeness/casework';
import type { SetupSubmissions } from '@likeness/web/moderator';
import { sql } from 'kysely';
import type { DsaTokens } from '../config/dsa-tokens.ts';
import type { Secret } from '../config/secret.ts';
import type { Db, Tx } from '../store/database.ts';

/** The database that an operator set up: its origin, and who reports with which token. */
export interface TransparencyDatabase {
  readonly url: string;
  readonly tokens: DsaTokens;
}

/** Whether this platform's statements are written down for it. */
export function reportsTo({ tokens }: TransparencyDatabase, platformId: string): boolean {
  return tokens.ofTheOnly !== null || tokens.byPlatform.has(platformId);
}

/** The token to send this platform's with; null while nobody can say whose it is: a token says who reports, and a second service has come since. */
export async function tokenFor(db: Db, { tokens }: TransparencyDatabase, platformId: string): Promise<Secret | null> {
  const own = tokens.byPlatform.get(platformId);
  if (own !== undefined || tokens.ofTheOnly === null) return own ?? null;
  const platforms = await db.selectFrom('platform').select('id').limit(2).execute();
  return platforms.length === 1 ? tokens.ofTheOnly : null;
}

export interface Submission {
  readonly platformId: string;
  readonly statementId: string;
  readonly entry: TransparencyEntry;
  /** Sent from then on: whoever decided may take it back before. */
  readonly dueAt: Date;
}

/** Written in the transaction of the decision. What may not leave is kept and shown as refused: it never keeps a removal from being decided. */
export async function addSubmission(tx: Tx, { platformId, statementId, entry, dueAt }: Submission): Promise<void> {
  const refused = [...fieldsThatMustNotLeave({ ...entry })];
  await tx.sql
    .insertInto('submission')
    .values({
      puid: entry.puid,
      platform_id: platformId,
      statement_id: statementId,
      entry: JSON.stringify(entry),
      due_at: dueAt,
      ...(refused.length === 0 ? { state: 'waiting' } : { state: 'refused', settled_at: tx.now, refused_fields: refused }),
    })
    .execute();
}

/** Those that wait about these decisions are not sent: they were taken back. */
export async function withdrawOfDecisions(tx: Tx, decisionIds: readonly string[]): Promise<void> {
  await sql`update submission set state = 'withdrawn', settled_at = ${tx.now} from statement
    where statement.id = submission.statement_id and statement.decision_id = any(${[...decisionIds]}::uuid[]) and submission.state = 'waiting'`.execute(
    tx.sql,
  );
}

/** One that waits about this act alone is not sent: it was taken back, and the rest of its decision was not. */
export async function withdrawOfAction(tx: Tx, actionId: string): Promise<void> {
  await sql`update submission set state = 'withdrawn', settled_at = ${tx.now} from statement
    where statement.id = submission.statement_id and statement.action_id = ${actionId}::uuid and submission.state = 'waiting'`.execute(
    tx.sql,
  );
}

/** Those that wait about these uploads are not sent: they may show somebody under 18. */
export async function withdrawOfUploads(tx: Tx, refs: readonly string[]): Promise<void> {
  await sql`update submission set state = 'withdrawn', settled_at = ${tx.now} from statement join action on action.id = statement.action_id
    where statement.id = submission.statement_id and action.ref = any(${[...refs]}::uuid[]) and submission.state = 'waiting'`.execute(
    tx.sql,
  );
}

export interface Claimed {
  readonly puid: string;
  readonly entry: TransparencyEntry;
  readonly failures: number;
}

/** The published most of one call. */
const atOnce = 100;
// Whoever is killed with a batch in hand leaves it for so long; then it is sent again, and what had arrived is answered with `existing`.
const leaseMs = 10 * 60 * 1000;

/** Platforms with something that is due. */
export async function platformsWithDue(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct platform_id as id from submission where state = 'waiting' and due_at <= ${tx.now} order by id`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/**
 * Takes the next ones of a platform, up to a hundred: none while sending rests or this token was refused. After a failed call one at a time until one is answered, and
 * what failed alone stays alone, so that none of them keeps the others back.
 */
export async function claim(tx: Tx, platformId: string, token: Secret): Promise<Claimed[]> {
  await sql`insert into submission_account (platform_id) values (${platformId}) on conflict do nothing`.execute(tx.sql);
  const account = await tx.sql
    .selectFrom('submission_account')
    .select(['refused_token', 'failures', 'not_before'])
    .where('platform_id', '=', platformId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (account.refused_token?.equals(markOf(token)) === true) return [];
  if (account.not_before !== null && account.not_before > tx.now) return [];
  const due = (alone: boolean, limit: number) =>
    tx.sql
      .selectFrom('submission')
      .select(['puid', 'entry', 'failures'])
      .where('platform_id', '=', platformId)
      .where('state', '=', 'waiting')
      .where('due_at', '<=', tx.now)
      .$if(!alone, (query) => query.where('failures', '=', 0))
      .orderBy('failures')
      .orderBy('due_at')
      .orderBy('puid')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
  const together = account.failures > 0 ? [] : await due(false, atOnce);
  const rows = together.length > 0 ? together : await due(true, 1);
  await putOff(
    tx,
    rows.map(({ puid }) => puid),
    leaseMs,
  );
  return rows;
}

/** What was claimed and not settled waits for so many milliseconds. */
export async function putOff(tx: Tx, puids: readonly string[], ms: number): Promise<void> {
  if (puids.length === 0) return;
  await tx.sql
    .updateTable('submission')
    .set({ due_at: new Date(tx.now.getTime() + ms) })
    .where('puid', 'in', [...puids])
    .where('state', '=', 'waiting')
    .execute();
}

/** The database has them, whatever became of their decisions since. */
export async function noteSent(tx: Tx, platformId: string, puids: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('submission')
    .set({ state: 'sent', settled_at: tx.now })
    .where('puid', 'in', [...puids])
    .execute();
  await noteAnswered(tx, platformId);
}

/** The database refused this one, and said which fields are wrong. */
export async function noteRefused(tx: Tx, platformId: string, puid: string, fields: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('submission')
    .set({ state: 'refused', settled_at: tx.now, refused_fields: [...fields] })
    .where('puid', '=', puid)
    .execute();
  await noteAnswered(tx, platformId);
}

/** The database works: what follows is sent together again. */
async function noteAnswered(tx: Tx, platformId: string): Promise<void> {
  await tx.sql
    .updateTable('submission_account')
    .set({ failures: 0, not_before: null, refused_token: null, refused_at: null })
    .where('platform_id', '=', platformId)
    .execute();
}

export interface FailedCall {
  readonly platformId: string;
  readonly puids: readonly string[];
  /** In plain words, without anything that was sent. */
  readonly reason: string;
  /** What the database asked for; null: it said nothing. */
  readonly retryAfterMs: number | null;
}

const firstPauseMs = 60_000;
const longestPauseMs = 6 * 60 * 60 * 1000;
const longestRetryAfterMs = 24 * 60 * 60 * 1000;

/** Nothing was answered: all of it waits, a minute at first and up to six hours, or as long as the database asked for. */
export async function noteFailed(tx: Tx, { platformId, puids, reason, retryAfterMs }: FailedCall): Promise<void> {
  await putOff(tx, puids, 0);
  const [alone, ...more] = puids;
  if (alone !== undefined && more.length === 0)
    await tx.sql
      .updateTable('submission')
      .set((eb) => ({ failures: eb('failures', '+', 1) }))
      .where('puid', '=', alone)
      .execute();
  const { failures } = await tx.sql
    .updateTable('submission_account')
    .set((eb) => ({ failures: eb('failures', '+', 1), last_failure: reason, last_failed_at: tx.now }))
    .where('platform_id', '=', platformId)
    .returning('failures')
    .executeTakeFirstOrThrow();
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 20));
  const wait = Math.min(longestRetryAfterMs, Math.max(pause, retryAfterMs ?? 0));
  await tx.sql
    .updateTable('submission_account')
    .set({ not_before: new Date(tx.now.getTime() + wait) })
    .where('platform_id', '=', platformId)
    .execute();
}

/** The token was refused: nothing more is sent with it. Answers whether that is news. */
export async function noteTokenRefused(tx: Tx, platformId: string, puids: readonly string[], token: Secret): Promise<boolean> {
  await putOff(tx, puids, 0);
  const mark = markOf(token);
  const changed = await tx.sql
    .updateTable('submission_account')
    .set({ refused_token: mark, refused_at: tx.now })
    .where('platform_id', '=', platformId)
    .where((eb) => eb.or([eb('refused_token', 'is', null), eb('refused_token', '!=', mark)]))
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

const markOf = (token: Secret): Buffer => createHash('sha256').update(token.reveal()).digest();

const shownRefused = 5;

/** Null where nothing is set up for this platform, and nothing of it waits. */
export async function submissionStanding(
  db: Db,
  transparency: TransparencyDatabase | null,
  platformId: string,
): Promise<SetupSubmissions | null> {
  if (transparency === null || !reportsTo(transparency, platformId)) return null;
  const { rows } = await sql<{ state: string; count: number; last: Date | null }>`
    select state, count(*)::int as count, max(settled_at) as last from submission where platform_id = ${platformId} group by state`.execute(
    db,
  );
  const counted = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
  const refused = await db
    .selectFrom('submission')
    .select(['puid', 'settled_at', 'refused_fields'])
    .where('platform_id', '=', platformId)
    .where('state', '=', 'refused')
    .orderBy('settled_at', 'desc')
    .orderBy('puid')
    .limit(shownRefused)
    .execute();
  const account = await db.selectFrom('submission_account').selectAll().where('platform_id', '=', platformId).executeTakeFirst();
  const token = await tokenFor(db, transparency, platformId);
  const isRefused = token !== null && account?.refused_token?.equals(markOf(token)) === true;
  const { last_failed_at: at = null, last_failure: reason = null, failures = 0 } = account ?? {};
  return {
    url: transparency.url,
    waitingCount: counted('waiting'),
    sentCount: counted('sent'),
    refusedCount: counted('refused'),
    lastSentAt: rows.find((row) => row.state === 'sent')?.last ?? null,
    refused: refused.flatMap(({ puid, settled_at, refused_fields }) =>
      settled_at === null ? [] : [{ puid, at: settled_at, fields: refused_fields }],
    ),
    stopped: token === null ? 'whose-token' : isRefused ? 'token-refused' : null,
    lastFailure: failures > 0 && at !== null && reason !== null ? { at, reason } : null,
  };
}
