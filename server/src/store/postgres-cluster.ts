/** How is the bundled PostgreSQL made, started, found again after a crash, and stopped? The caller owns the data folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../config/refusal.ts';
import { freePort } from './free-port.ts';
import type { Account } from './postgres-account.ts';
import { fullDisk } from './postgres-disk.ts';
import { isPostgresIn, processIdentity, waitUntil } from './postgres-process.ts';
import type { Programs } from './postgres-programs.ts';

export interface ClusterOptions {
  readonly dataDir: string;
  readonly programs: Programs;
  readonly account: Account;
  log(sentence: string): void;
  /** Called when PostgreSQL ends without having been asked to. */
  onLost(sentence: string): void;
}

/** A PostgreSQL that accepts connections. */
export interface RunningCluster {
  /** An address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Ends it cleanly: open transactions are rolled back, committed ones are on disk. */
  stop(): Promise<void>;
}

const USER = 'likeness';
const PASSWORD_FILE = 'likeness-password';
const SOCKET_PORT = 5432;
// sockaddr_un.sun_path holds 104 bytes on macOS, 108 on Linux, its final zero included.
const LONGEST_SOCKET_PATH = 103;
const STOP_PATIENCE_MS = 60_000;
const PORT_ATTEMPTS = 3;
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** Makes the cluster on the first start, ends a PostgreSQL that a killed owner left behind, and starts it. @throws Refusal `postgres/...` */
export async function startCluster(options: ClusterOptions): Promise<RunningCluster> {
  const { dataDir, programs, log } = options;
  const folder = join(dataDir, 'postgres');
  if (!existsSync(folder)) {
    log(`Making the database in ${dataDir}; this happens once. Data that lies elsewhere already is found with LIKENESS_DATA_DIR.`);
    await makeCluster(options, folder);
  }
  const password = readCluster(folder, programs);
  await endOrphan(folder, log);
  const socket = join(folder, `.s.PGSQL.${SOCKET_PORT}`);
  for (let attempt = 1; ; attempt++) {
    const endpoint =
      Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH
        ? { host: folder, port: SOCKET_PORT }
        : { host: '127.0.0.1', port: await freePort() };
    const started = await startPostgres(options, folder, endpoint);
    if (typeof started !== 'string') return { ...endpoint, user: USER, password, stop: () => stopPostgres(started) };
    // Between finding a free port and listening on it, another program may have taken it.
    if (started.includes('TCP/IP socket') && attempt < PORT_ATTEMPTS) continue;
    const why = fullDisk(dataDir, readLog(dataDir)) ?? started;
    throw new Refusal('postgres/start', `The bundled PostgreSQL did not start: ${why}; its log is ${logFile(dataDir)}.`);
  }
}

const logFile = (dataDir: string): string => join(dataDir, 'postgres.log');

/** Empty when somebody has removed it. */
function readLog(dataDir: string): string {
  return existsSync(logFile(dataDir)) ? readFileSync(logFile(dataDir), 'utf8') : '';
}

/** In a folder beside, then renamed: where `postgres` exists it is whole, whenever a first start was cut off. */
async function makeCluster({ dataDir, programs, account }: ClusterOptions, folder: string): Promise<void> {
  for (const entry of readdirSync(dataDir)) {
    if (entry.startsWith('postgres-unfinished-')) rmSync(join(dataDir, entry), { recursive: true, force: true, maxRetries: 5 });
  }
  const staging = join(dataDir, `postgres-unfinished-${randomUUID()}`);
  const [unfinished, passwordFile] = [join(staging, 'cluster'), join(staging, 'password')];
  mkdirSync(staging, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  if (account.uid !== undefined) for (const path of [staging, passwordFile]) chownSync(path, account.uid, account.gid);
  const settings = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'];
  const initdb = spawn(
    programs.initdb,
    [`--pgdata=${unfinished}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...settings],
    { ...account, cwd: '/', env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  initdb.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const problem = await new Promise<string | undefined>((resolve) => {
    initdb.once('error', (error) => resolve(error.message));
    initdb.once('close', (status, signal) =>
      resolve(status === 0 ? undefined : (lastComplaint(complaint) ?? `initdb ended with ${signal ?? status}`)),
    );
  });
  if (problem !== undefined) {
    rmSync(staging, { recursive: true, force: true });
    throw new Refusal('postgres/init', `The database cannot be made in ${dataDir}: ${fullDisk(dataDir, problem) ?? problem}.`);
  }
  // The password lies inside the cluster, so that one rename brings both.
  renameSync(passwordFile, join(unfinished, PASSWORD_FILE));
  syncFolder(unfinished);
  renameSync(unfinished, folder);
  syncFolder(dataDir);
  rmSync(staging, { recursive: true, force: true });
}

/** The cluster's password. */
function readCluster(folder: string, programs: Programs): string {
  let version: string;
  let password: string;
  try {
    version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    password = readFileSync(join(folder, PASSWORD_FILE), 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+ '.*$/, '') : String(error);
    const remedy = 'start as the user who made it, or restore it from a backup';
    throw new Refusal('postgres/cluster', `The database in ${folder} cannot be read (${reason}); ${remedy}.`);
  }
  if (Number(version) !== programs.majorVersion) {
    const remedy = `use a Likeness that bundles PostgreSQL ${version}, or dump it there and restore it here`;
    throw new Refusal(
      'postgres/version',
      `The database in ${folder} is of PostgreSQL ${version}, this is ${programs.majorVersion}; ${remedy}.`,
    );
  }
  return password;
}

/** After kill -9 of the owner its PostgreSQL goes on running. It is ended cleanly, so that exactly one server works on the files. */
async function endOrphan(folder: string, log: (sentence: string) => void): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (existsSync(file)) {
    const [firstLine = '', ...rest] = readFileSync(file, 'utf8').split('\n');
    const pid = Number(firstLine);
    if (isPostgresIn(folder, pid)) {
      log(`Ending the PostgreSQL (process ${pid}) that a killed Likeness left behind.`);
      await endProcess(pid);
    } else {
      // PostgreSQL refuses to start while anything has that pid: another program by now, or a zombie that nobody collects. It takes its parent's
      // pid in this file as stale, and still looks for survivors of the old server in shared memory, which deleting the file would prevent.
      writeFileSync(file, [String(process.pid), ...rest].join('\n'));
    }
  }
  // A killed PostgreSQL leaves its socket and the lock of it; the lock of the folder is postmaster.pid.
  for (const leftover of [`.s.PGSQL.${SOCKET_PORT}`, `.s.PGSQL.${SOCKET_PORT}.lock`]) rmSync(join(folder, leftover), { force: true });
}

async function endProcess(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  const isOver = (): boolean => processIdentity(pid) !== identity;
  for (const [signal, patienceMs] of [
    ['SIGINT', STOP_PATIENCE_MS],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (isOver()) return;
    process.kill(pid, signal);
    if (await waitUntil(isOver, patienceMs)) return;
  }
  throw new Refusal('postgres/orphan', `A PostgreSQL (process ${pid}) still works on this data folder and does not end; end it first.`);
}

interface RunningPostgres {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  expectEnd(): void;
}

/** The running server, or why it did not start. */
async function startPostgres(
  { dataDir, programs, account, onLost }: ClusterOptions,
  folder: string,
  { host, port }: { host: string; port: number },
): Promise<RunningPostgres | string> {
  const isSocket = host === folder;
  const settings = {
    listen_addresses: isSocket ? '' : host,
    unix_socket_directories: isSocket ? folder : '',
    unix_socket_permissions: '0700',
    port: String(port),
    timezone: 'UTC',
    // What was acknowledged is never lost, whatever postgresql.conf says.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // Errors and the statements behind them quote rows, and rows are about people: only the server's own messages are logged.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(logFile(dataDir), 'w', 0o600);
  const child = spawn(programs.postgres, ['-D', folder, ...flags], {
    ...account,
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['ignore', output, output],
    // In a session of its own: Ctrl-C in the terminal reaches us, and we end it after our connections are closed.
    detached: true,
  });
  closeSync(output);
  // It does not keep this process alive; a process that ends without stop() takes it along.
  child.unref();
  const endAlong = (): unknown => child.kill('SIGINT');
  process.once('exit', endAlong);

  let hasEnded = false;
  let isEndExpected = false;
  const ended = new Promise<void>((resolve) => {
    const over = (): void => {
      hasEnded = true;
      process.off('exit', endAlong);
      resolve();
    };
    child.once('error', over);
    child.once('exit', over);
  });
  await waitUntil(() => hasEnded || isReady(folder, child.pid), Number.POSITIVE_INFINITY);
  if (hasEnded) return lastComplaint(readLog(dataDir)) ?? 'it ended at once';
  ended.then(() => {
    if (isEndExpected) return;
    const why = fullDisk(dataDir, readLog(dataDir));
    onLost(`The bundled PostgreSQL ended by itself${why === undefined ? '' : `: ${why}`}; its log is ${logFile(dataDir)}.`);
  });
  return {
    child,
    ended,
    expectEnd() {
      isEndExpected = true;
    },
  };
}

// Line 8 of postmaster.pid is what pg_ctl waits for, too.
function isReady(folder: string, pid: number | undefined): boolean {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

async function stopPostgres({ child, ended, expectEnd }: RunningPostgres): Promise<void> {
  expectEnd();
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  await endProcess(child.pid);
  await ended;
}

/** The last line of a PostgreSQL log that says why, without its prefix. */
function lastComplaint(text: string): string | undefined {
  const complaints = [...text.matchAll(/(?:FATAL|PANIC|initdb: error|[Ee]rror while loading[^:]*): +(.+)/g)];
  return complaints.at(-1)?.[1]?.trim();
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
