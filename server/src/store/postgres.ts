/** Which PostgreSQL does this process use: the one that DATABASE_URL names, or the bundled one in the data folder? */
import pg from 'pg';
import { plainReason, Refusal, systemErrorCode } from '../config/refusal.ts';
import { type DatabaseUrl, Secret } from '../config/secret.ts';
import type { Settings } from '../config/settings.ts';
import { accountOfPostgres, checkCanEnter } from './postgres-account.ts';
import { type RunningCluster, startCluster } from './postgres-cluster.ts';
import { checkExternalPostgres } from './postgres-external.ts';
import { type Connection, inUse, lockDataFolder, type OwnerWork, readConnection, runningOwner } from './postgres-owner.ts';
import { waitUntil } from './postgres-process.ts';
import { findPrograms, installedFolder } from './postgres-programs.ts';

/** A PostgreSQL that accepts connections. */
export interface Postgres {
  readonly url: DatabaseUrl;
  /** Whether it is the bundled one. */
  readonly bundled: boolean;
  /** Close your connections first. Ends the bundled PostgreSQL if this process started it, and gives the data folder free. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Told what takes a while or is unusual, a sentence at a time. */
  log(sentence: string): void;
  /** Called when a bundled PostgreSQL ends without having been asked to: nothing can be stored any more. Default: it is only logged. */
  onLost?(sentence: string): void;
}

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>;

const DATABASE = 'likeness';
const STARTING_PATIENCE_MS = 30_000;

/**
 * For the server: the one of DATABASE_URL, else the bundled one, with this process as the data folder's owner until `stop()`.
 * @throws Refusal `postgres/...` or `data-dir/...`
 */
export function openPostgres(settings: Place, options: PostgresOptions): Promise<Postgres> {
  return settings.databaseUrl === null ? openBundled(settings.dataDir, 'serve', options) : openExternal(settings.databaseUrl);
}

/**
 * For a command: the one of DATABASE_URL, else that of the running server on this data folder, else the bundled one until `stop()`.
 * @throws Refusal `postgres/...` or `data-dir/...`
 */
export async function connectionFor(settings: Place, options: PostgresOptions): Promise<Postgres> {
  if (settings.databaseUrl !== null) return openExternal(settings.databaseUrl);
  const { dataDir } = settings;
  const owner = runningOwner(dataDir);
  if (owner?.work !== 'serve') return openBundled(dataDir, 'command', options);
  let connection = readConnection(dataDir, owner);
  await waitUntil(() => {
    connection ??= readConnection(dataDir, owner);
    return connection !== undefined;
  }, STARTING_PATIENCE_MS);
  if (connection === undefined) throw inUse(dataDir, owner);
  return { url: urlOf(connection), bundled: true, stop: async () => {} };
}

async function openExternal(url: DatabaseUrl): Promise<Postgres> {
  await checkExternalPostgres(url);
  return { url, bundled: false, stop: async () => {} };
}

async function openBundled(dataDir: string, work: OwnerWork, { log, onLost = log }: PostgresOptions): Promise<Postgres> {
  const lock = await lockDataFolder(dataDir, work);
  let cluster: RunningCluster | undefined;
  try {
    const account = accountOfPostgres();
    checkCanEnter(account, dataDir);
    const programs = findPrograms(dataDir, account, await installedFolder());
    cluster = await startCluster({ dataDir, programs, account, log, onLost });
    const { host, port, user, password } = cluster;
    const connection: Connection = { host, port, user, password, database: DATABASE, pid: process.pid };
    await makeDatabase(connection);
    lock.publish(connection);
    return {
      url: urlOf(connection),
      bundled: true,
      stop: async () => {
        await cluster?.stop();
        lock.release();
      },
    };
  } catch (error) {
    await cluster?.stop();
    lock.release();
    if (error instanceof Refusal || systemErrorCode(error) === undefined) throw error;
    throw new Refusal('postgres/start', `The bundled PostgreSQL did not start in ${dataDir}: ${plainReason(error)}.`);
  }
}

/** On the first start, or after one that was cut off just here. */
async function makeDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf({ ...connection, database: 'postgres' }).reveal() });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A socket's folder stands percent-encoded in the place of the host, as libpq and node-postgres both read it. */
function urlOf({ host, port, user, password, database }: Connection): DatabaseUrl {
  return new Secret(`postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}?sslmode=disable`);
}
