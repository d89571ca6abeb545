/** How does a long run have a server of its own? The real one as an operator starts it, on a data folder of its own with the bundled PostgreSQL, and all that can be read of it afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type KeyRing, openKeyRing } from '../server/src/config/key-ring.ts';
import { systemRandom } from '../server/src/config/random.ts';
import { openStore, type Store } from '../server/src/store/database.ts';
import { freePort } from '../server/src/store/free-port.ts';

const command = fileURLToPath(new URL('../cli/bin/likeness.js', import.meta.url));
const startPatienceMs = 120_000;

export interface OwnServer {
  readonly url: string;
  /** Starts it; answers the first-run link while there is nobody at the console. */
  start(): Promise<string | null>;
  /** SIGKILL at once: the server alone, or its PostgreSQL with it. */
  kill(what: 'server' | 'server-and-postgres'): Promise<void>;
  /** Runs `likeness WORDS --json` beside it and answers what it printed. */
  likeness(...words: readonly string[]): Promise<string>;
  /** Begins `likeness WORDS` beside it, to be ended by the caller. */
  begin(...words: readonly string[]): ChildProcess;
  /** What is stored, for looking: opened anew at each start. */
  read<T>(look: (store: Store, keys: KeyRing) => Promise<T>): Promise<T>;
  checkpoints(): Promise<string>;
  /** Where its PostgreSQL is. */
  connection(): string;
  /** Its process, and the first one of its PostgreSQL. */
  processes(): { readonly pid: number; readonly postmaster: number };
  /** Ends it and removes the folder. */
  remove(): Promise<void>;
}

export async function openOwnServer(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-soak-'));
  // As root, PostgreSQL runs as another user, who has to reach the data folder.
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const secretFile = join(folder, 'keyring.json');
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'] ?? '',
    LIKENESS_DATA_DIR: dataDir,
    LIKENESS_SECRET_FILE: secretFile,
    LIKENESS_PORT: String(port),
  };
  let server: ChildProcess | undefined;

  const start = async (): Promise<string | null> => {
    const child = spawn(process.execPath, [command, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    server = child;
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    const ready = Promise.withResolvers<string | null>();
    const patience = setTimeout(() => ready.reject(new Error(`not ready in time: ${said.join('')}`)), startPatienceMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event: { event?: string; firstRunUrl?: string | null } = JSON.parse(line);
      if (event.event === 'ready') ready.resolve(event.firstRunUrl ?? null);
    });
    child.once('exit', (code, signal) => ready.reject(new Error(`the server ended (${code ?? signal}): ${said.join('')}`)));
    return ready.promise.finally(() => clearTimeout(patience));
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const child = server;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await ended;
  };
  const connection = (): string => {
    const facts: { host: string; port: number; user: string; password: string; database: string } = JSON.parse(
      readFileSync(join(dataDir, 'connection.json'), 'utf8'),
    );
    const { host, port: dbPort, user, password, database } = facts;
    return `postgres://${user}:${password}@${encodeURIComponent(host)}:${dbPort}/${database}?sslmode=disable`;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    kill: async (what) => {
      const postmaster = what === 'server' ? null : await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
      if (postmaster !== null) process.kill(Number(postmaster.split('\n')[0]), 'SIGKILL');
      await end('SIGKILL');
    },
    likeness: (...words) => run([...words, '--json'], env),
    begin: (...words) => spawn(process.execPath, [command, ...words], { env, stdio: 'ignore' }),
    read: async (look) => {
      const store = openStore({ url: connection(), maxConnections: 2 });
      const keys = openKeyRing(secretFile, { create: false, now: () => new Date(), random: systemRandom });
      return look(store, keys).finally(() => store.close());
    },
    connection,
    processes: () => {
      const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      return { pid: server?.pid ?? 0, postmaster };
    },
    checkpoints: () => readFile(join(dataDir, 'checkpoints.log'), 'utf8').catch(() => ''),
    remove: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function run(words: readonly string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [command, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`likeness ${words.join(' ')} ended with ${code}`);
  return Buffer.concat(printed).toString('utf8');
}
