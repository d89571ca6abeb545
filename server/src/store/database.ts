/** How does the server talk to PostgreSQL, bring its tables up to date, and read the time? One pool, one transaction helper, one dialect. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { againOn } from './again.ts';
import { copyOut } from './copy.ts';
import * as first from './migrations/0001-first.ts';
import * as oneItem from './migrations/0002-one-item.ts';
import * as places from './migrations/0003-places.ts';
import * as banks from './migrations/0004-banks.ts';
import * as far from './migrations/0005-far.ts';
import * as earlierPicture from './migrations/0006-earlier-picture.ts';
import * as contentPages from './migrations/0007-content-pages.ts';
import * as videos from './migrations/0008-videos.ts';
import * as parts from './migrations/0009-parts.ts';
import * as laws from './migrations/0010-laws.ts';
import * as referrals from './migrations/0011-referrals.ts';
import * as reversals from './migrations/0012-reversals.ts';
import * as lookingOut from './migrations/0013-looking-out.ts';
import * as findings from './migrations/0014-findings.ts';
import * as letters from './migrations/0015-letters.ts';
import * as clusters from './migrations/0016-clusters.ts';
import * as statements from './migrations/0017-statements.ts';
import * as roles from './migrations/0018-roles.ts';
import * as eightHours from './migrations/0019-eight-hours.ts';
import * as secondLook from './migrations/0020-second-look.ts';
import * as oneAccount from './migrations/0021-one-account.ts';
import * as transparency from './migrations/0022-transparency.ts';
import * as provider from './migrations/0023-provider.ts';
import * as queue from './migrations/0024-queue.ts';
import * as also from './migrations/0025-also.ts';
import * as misuse from './migrations/0026-misuse.ts';
import * as said from './migrations/0027-said.ts';
import * as identicalCopies from './migrations/0028-identical-copies.ts';
import * as passkeys from './migrations/0029-passkeys.ts';
import * as talks from './migrations/0030-talks.ts';
import * as newUploads from './migrations/0031-new-uploads.ts';
import * as unsentForms from './migrations/0032-unsent-forms.ts';
import * as screenedAtOnce from './migrations/0033-screened-at-once.ts';
import * as entriesBefore from './migrations/0034-entries-before.ts';
import * as setAside from './migrations/0035-set-aside.ts';
import * as statedMeanwhile from './migrations/0036-stated-meanwhile.ts';
import * as restrict from './migrations/0038-restrict.ts';
import * as comesAgain from './migrations/0039-comes-again.ts';
import * as importNews from './migrations/0041-import-news.ts';
import * as putBack from './migrations/0042-put-back.ts';
import * as minors from './migrations/0043-minors.ts';
import * as goneForARequest from './migrations/0044-gone-for-a-request.ts';
import * as filesSent from './migrations/0046-files-sent.ts';
import * as takingOut from './migrations/0048-taking-out.ts';
import * as drafts from './migrations/0049-drafts.ts';
import * as saidYoung from './migrations/0050-said-young.ts';
import * as saidYoungFiles from './migrations/0051-said-young-files.ts';
import * as foundAnswers from './migrations/0053-found-answers.ts';
import type { Database } from './tables.ts';

// Sequence numbers and counts arrive as int8; every one of ours stays far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 from the database does not fit a JavaScript number');
  return value;
});

const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-one-item': oneItem,
  '0003-places': places,
  '0004-banks': banks,
  '0005-far': far,
  '0006-earlier-picture': earlierPicture,
  '0007-content-pages': contentPages,
  '0008-videos': videos,
  '0009-parts': parts,
  '0010-laws': laws,
  '0011-referrals': referrals,
  '0012-reversals': reversals,
  '0013-looking-out': lookingOut,
  '0014-findings': findings,
  '0015-letters': letters,
  '0016-clusters': clusters,
  '0017-statements': statements,
  '0018-roles': roles,
  '0019-eight-hours': eightHours,
  '0020-second-look': secondLook,
  '0021-one-account': oneAccount,
  '0022-transparency': transparency,
  '0023-provider': provider,
  '0024-queue': queue,
  '0025-also': also,
  '0026-misuse': misuse,
  '0027-said': said,
  '0028-identical-copies': identicalCopies,
  '0029-passkeys': passkeys,
  '0030-talks': talks,
  '0031-new-uploads': newUploads,
  '0032-unsent-forms': unsentForms,
  '0033-screened-at-once': screenedAtOnce,
  '0034-entries-before': entriesBefore,
  '0035-set-aside': setAside,
  '0036-stated-meanwhile': statedMeanwhile,
  '0038-restrict': restrict,
  '0039-comes-again': comesAgain,
  '0041-import-news': importNews,
  '0042-put-back': putBack,
  '0043-minors': minors,
  '0044-gone-for-a-request': goneForARequest,
  '0046-files-sent': filesSent,
  '0048-taking-out': takingOut,
  '0049-drafts': drafts,
  '0050-said-young': saidYoung,
  '0051-said-young-files': saidYoungFiles,
  '0053-found-answers': foundAnswers,
};

export type Db = Kysely<Database>;

/** A transaction and the one time it happens at. Everything inside reads `now`; nothing reads a clock. */
export interface Tx {
  readonly sql: Transaction<Database>;
  readonly now: Date;
}

/** What is asked all the time: PostgreSQL reads and plans it once for each connection, and anew when it has counted the tables. */
export interface Statement {
  /** Its own: two texts never share one. */
  readonly name: string;
  readonly text: string;
  /** Null: the statement is to read the time itself. */
  readonly values: (now: Date | null) => unknown[];
}

export interface Store {
  readonly db: Db;
  /**
   * Runs `work` in one transaction: durable once this resolves, nothing of it happened when it rejects. Time is read once, from PostgreSQL. Where another
   * transaction came in the way (a deadlock), `work` runs again from its beginning: it changes nothing outside the transaction.
   */
  transact<T>(work: (tx: Tx) => Promise<T>, plans?: Plans): Promise<T>;
  /** Runs one statement that is a transaction by itself, durable once this resolves: three journeys to PostgreSQL fewer than `transact`. */
  alone<R extends pg.QueryResultRow>(statement: Statement): Promise<readonly R[]>;
  /** A connection of its own that hears notifications on a channel; reconnects by itself and calls `heard` after each reconnect too. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** The rows of a query as `copy.ts` reads them: for what is read by the hundred thousand. */
  copyOut(query: string): Promise<Buffer[][]>;
  readonly url: string;
  close(): Promise<void>;
}

/**
 * How PostgreSQL finds rows. `as-it-likes` by what it counted last; `by-index` for what adds rows by the thousand to tables that were small when they were counted:
 * a plan made then, those of foreign keys among them, reads the whole table for every row (10,000 new uploads: 23 million rows read, 1.2 instead of 0.4 ms each).
 */
export type Plans = 'as-it-likes' | 'by-index';

export interface StoreOptions {
  readonly url: string;
  readonly maxConnections?: number;
  /** Tests set the time here; in production it is PostgreSQL's. */
  readonly clock?: () => Date;
  readonly onError?: (error: Error) => void;
}

/** Opens the pool; makes no connection yet. */
export function openStore(options: StoreOptions): Store {
  const onError = options.onError ?? (() => {});
  const pool = new pg.Pool({ connectionString: options.url, max: options.maxConnections ?? 10, application_name: 'likeness' });
  let isClosing = false;
  // The pool forgets a connection before its socket is closed; PostgreSQL ending meanwhile is then no error.
  const onLost = (error: Error): void => {
    if (!isClosing) onError(error);
  };
  pool.on('error', onLost);
  // A connection in use reports its loss here as well as to its query; without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const timeOf = async (trx: Transaction<Database>, plans: Plans): Promise<Date> => {
    const { rows } = await sql<{ now: Date }>`select date_trunc('milliseconds', now()) as now ${
      plans === 'by-index' ? sql`, set_config('enable_seqscan', 'off', true)` : sql``
    }`.execute(trx);
    if (options.clock !== undefined) return options.clock();
    const row = rows[0];
    if (row === undefined) throw new Error('PostgreSQL did not tell the time');
    return row.now;
  };
  return {
    db,
    url: options.url,
    transact: (work, plans = 'as-it-likes') =>
      againOn(cameInTheWay, () => db.transaction().execute(async (trx) => work({ sql: trx, now: await timeOf(trx, plans) }))),
    alone: async ({ name, text, values }) => (await pool.query({ name, text, values: values(options.clock?.() ?? null) })).rows,
    copyOut: (query) => copyOut(pool, query),
    listen: (channel, heard) => listen(options.url, channel, heard, onError),
    close: async () => {
      isClosing = true;
      await db.destroy();
    },
  };
}

/** PostgreSQL ends one of two transactions that wait for each other (deadlock_detected), or that read what the other wrote (serialization_failure). */
const cameInTheWay = ['40P01', '40001'];

async function listen(url: string, channel: string, heard: () => void, onError: (error: Error) => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'likeness listen' });
    next.on('notification', heard);
    next.on('error', onError);
    next.on('end', () => {
      if (stopped) return;
      // A lost connection loses notifications, not changes: the sequence decides, and `heard` after reconnecting catches up.
      retry = setTimeout(() => void connect().then(heard, onError), 500);
    });
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    client = next;
  };
  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}

/** Brings the tables up to date; safe when several processes start at once (Kysely locks). Throws when a migration fails. */
export async function migrate(store: Store): Promise<void> {
  const migrator = new Migrator({ db: store.db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** The logs that are numbered in commit order. A transaction that writes several takes them in this order, so that two never wait for each other. */
const logLocks = { bank: 7_301, feed: 7_302, ledger: 7_303 } as const;

/**
 * Takes a log until commit: from here on, the order of numbers is the order of commits.
 * Take it last, after all other work of the transaction.
 */
export async function takeLog(tx: Tx, log: keyof typeof logLocks): Promise<void> {
  await sql`select pg_advisory_xact_lock(${logLocks[log]}::bigint)`.execute(tx.sql);
}

/** Keeps a log from growing until commit, without excluding others who only read: a screening is either seen by a sweep or has seen its change. */
export async function shareLog(tx: Tx, log: keyof typeof logLocks): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${logLocks[log]}::bigint)`.execute(tx.sql);
}
