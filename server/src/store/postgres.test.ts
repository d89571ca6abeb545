/** Does the bundled PostgreSQL keep what was committed, through kills, cut-off first starts and second starters, as root and as an ordinary user? */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../config/refusal.ts';
import type { DatabaseUrl } from '../config/secret.ts';
import { connectionFor, openPostgres, type Postgres } from './postgres.ts';
import { accountOfPostgres } from './postgres-account.ts';
import { processIdentity, waitUntil } from './postgres-process.ts';
import { findPrograms, installedFolder } from './postgres-programs.ts';

const isRoot = process.getuid?.() === 0;
const quiet = { log: () => {} };
const folders: string[] = [];
const children: ChildProcess[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-postgres-'));
  folders.push(folder);
  chmodSync(folder, 0o755);
  return folder;
}

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    const pid = postmaster(folder);
    if (pid !== undefined && processIdentity(pid) !== undefined) process.kill(pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

function postmaster(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

async function query(url: DatabaseUrl, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url.reveal() });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) {
    expect(outcome.message).toMatch(/^[^\n]+\.$/);
    return outcome;
  }
  throw outcome ?? new Error('was not refused');
}

interface Owner {
  readonly child: ChildProcess;
  /** The next line that the child prints. */
  line(): Promise<string>;
  readonly stderr: () => string;
}

/** A process of its own that opens the folder, runs `script` with `p` (the Postgres) and `q` (a query), and says `open` before it. */
function ownerProcess(dataDir: string, script: string, account: { uid?: number; gid?: number } = {}): Owner {
  const code = `
    import pg from 'pg';
    import { openPostgres } from ${JSON.stringify(new URL('postgres.ts', import.meta.url).href)};
    const p = await openPostgres({ dataDir: ${JSON.stringify(dataDir)}, databaseUrl: null }, { log() {} });
    const q = async (text) => {
      const client = new pg.Client({ connectionString: p.url.reveal() });
      await client.connect();
      try { return (await client.query(text)).rows; } finally { await client.end(); }
    };
    ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    ...account,
    cwd: import.meta.dirname,
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  children.push(child);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.trim().split('\n')) (waiting.shift() ?? lines.push.bind(lines))(line);
  });
  const line = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const ready = lines.shift();
      if (ready !== undefined) return resolve(ready);
      waiting.push(resolve);
      child.once('close', () => reject(new Error(`the owner ended: ${stderr}`)));
    });
  return { child, line, stderr: () => stderr };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

const idle = `console.log('open'); setInterval(() => {}, 1000);`;

describe('one data folder', () => {
  const dataDir = newFolder();
  const settings = { dataDir, databaseUrl: null };
  beforeAll(async () => {
    const postgres = await openPostgres(settings, quiet);
    await query(postgres.url, 'create table kept (n int primary key)');
    await postgres.stop();
  });

  test('the owner leaves a 0600 connection file and both files vanish when it stops', async () => {
    const postgres = await openPostgres(settings, quiet);
    expect(postgres.bundled).toBe(true);
    const file = join(dataDir, 'connection.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const connection: { pid: number } = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(connection)).toEqual(['host', 'port', 'user', 'password', 'database', 'pid']);
    expect(connection.pid).toBe(process.pid);
    await postgres.stop();
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log']);
  });

  test('it is durable, UTF-8, checksummed, asks for a password and listens to nobody outside', async () => {
    const postgres = await openPostgres(settings, quiet);
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'listen_addresses'];
    const [row] = await query(postgres.url, `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`);
    expect(row).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      listen_addresses: '',
    });
    const wrong = new pg.Client({ connectionString: postgres.url.reveal().replace(/:[^:@]+@/, ':wrong@') });
    await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
    await postgres.stop();
  });

  test('what a failing statement says about a row stays out of the log', async () => {
    const postgres = await openPostgres(settings, quiet);
    await query(postgres.url, `create table person (address text primary key); insert into person values ('12 Elm Street')`);
    await expect(query(postgres.url, `insert into person values ('12 Elm Street')`)).rejects.toThrow();
    await postgres.stop();
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('database system is shut down');
    expect(log).not.toContain('Elm Street');
  });

  test('a second start refuses with the folder and the process', async () => {
    const owner = ownerProcess(dataDir, idle);
    expect(await owner.line()).toBe('open');
    const refusal = await refusalOf(openPostgres(settings, quiet));
    expect(refusal).toMatchObject({ code: 'data-dir/in-use', exitCode: 3 });
    expect(refusal.message).toContain(dataDir);
    expect(refusal.message).toContain(String(owner.child.pid));
    await killed(owner.child);
  });

  test.each([
    ['damaged', () => writeFileSync(join(dataDir, 'owner.lock'), '{"pid":')],
    ['gone', () => rmSync(join(dataDir, 'owner.lock'))],
  ])('a second start refuses and touches nothing when the lock of the living owner is %s', async (_what, harm) => {
    const owner = ownerProcess(dataDir, `process.stdin.once('data', async () => { await q('select 1'); console.log('alive'); }); ${idle}`);
    expect(await owner.line()).toBe('open');
    const before = postmaster(dataDir);
    harm();
    for (let round = 0; round < 2; round += 1) {
      const refusal = await refusalOf(openPostgres(settings, quiet));
      expect(refusal.code).toBe('data-dir/in-use');
      expect(refusal.message).toContain(String(owner.child.pid));
    }
    expect(postmaster(dataDir)).toBe(before);
    owner.child.stdin?.write('still there?');
    expect(await owner.line()).toBe('alive');
    await killed(owner.child);
  });

  test('after kill -9 of the owner its PostgreSQL is found running, ended and started again; what was committed is there', async () => {
    const owner = ownerProcess(dataDir, `await q('insert into kept values (1)'); ${idle}`);
    expect(await owner.line()).toBe('open');
    const orphan = postmaster(dataDir) ?? 0;
    await killed(owner.child);
    expect(processIdentity(orphan)).toBeDefined();
    const said: string[] = [];
    const postgres = await openPostgres(settings, { log: (sentence) => said.push(sentence) });
    expect(said.join()).toContain(`process ${orphan}`);
    expect(postmaster(dataDir)).not.toBe(orphan);
    expect(await query(postgres.url, 'select n from kept where n = 1')).toHaveLength(1);
    await postgres.stop();
  });

  test('after kill -9 of owner and PostgreSQL at once, what was committed is there', async () => {
    const owner = ownerProcess(dataDir, `await q('insert into kept values (2)'); ${idle}`);
    expect(await owner.line()).toBe('open');
    process.kill(postmaster(dataDir) ?? 0, 'SIGKILL');
    await killed(owner.child);
    const postgres = await openPostgres(settings, quiet);
    expect(await query(postgres.url, 'select n from kept where n = 2')).toHaveLength(1);
    await postgres.stop();
  });

  test('when the dead PostgreSQL left its pid and another program has that pid now, that program is left alone and PostgreSQL starts', async () => {
    const owner = ownerProcess(dataDir, idle);
    expect(await owner.line()).toBe('open');
    const orphan = postmaster(dataDir) ?? 0;
    process.kill(orphan, 'SIGKILL');
    await waitUntil(() => processIdentity(orphan) === undefined, 10_000);
    await killed(owner.child);
    // The same account as PostgreSQL's: its own check of the pid then says "running".
    const bystander = spawn('sleep', ['1000'], { ...accountOfPostgres(), cwd: '/' });
    children.push(bystander);
    for (const file of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const path = join(dataDir, 'postgres', file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(bystander.pid)));
    }
    const postgres = await openPostgres(settings, quiet);
    expect(await query(postgres.url, 'select 1')).toHaveLength(1);
    await postgres.stop();
    expect(processIdentity(bystander.pid ?? 0)).toBeDefined();
    bystander.kill();
  });

  test('Ctrl-C in the terminal reaches the owner only: PostgreSQL still answers while the owner closes down, and the end is silent', async () => {
    const owner = ownerProcess(
      dataDir,
      `process.on('SIGINT', async () => { await q('insert into kept values (3)'); await p.stop(); console.log('stopped'); process.exit(0); }); ${idle}`,
    );
    expect(await owner.line()).toBe('open');
    const exited = once(owner.child, 'exit');
    process.kill(-(owner.child.pid ?? 0), 'SIGINT');
    expect(await owner.line()).toBe('stopped');
    expect(await exited).toEqual([0, null]);
    expect(owner.stderr()).toBe('');
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log']);
  });

  test('an owner that ends without stopping takes PostgreSQL along, and the next start needs no help', async () => {
    const owner = ownerProcess(dataDir, `console.log('open'); process.exit(1);`);
    expect(await owner.line()).toBe('open');
    await once(owner.child, 'close');
    const postgres = await openPostgres(settings, quiet);
    expect(await query(postgres.url, 'select n from kept where n = 3')).toHaveLength(1);
    await postgres.stop();
  });

  test('when PostgreSQL ends by itself the owner is told', async () => {
    const lost = Promise.withResolvers<string>();
    const postgres = await openPostgres(settings, { log: () => {}, onLost: lost.resolve });
    process.kill(postmaster(dataDir) ?? 0, 'SIGKILL');
    expect(await lost.promise).toMatch(/ended by itself/);
    await postgres.stop();
  });

  test('a command uses the PostgreSQL of the running server and leaves it running', async () => {
    const owner = ownerProcess(dataDir, `await q('insert into kept values (4)'); ${idle}`);
    const command = async (): Promise<void> => {
      const postgres = await connectionFor(settings, quiet);
      expect(await query(postgres.url, 'select n from kept where n = 1')).toHaveLength(1);
      await postgres.stop();
    };
    expect(await owner.line()).toBe('open');
    await Promise.all([command(), command()]);
    expect(processIdentity(postmaster(dataDir) ?? 0)).toBeDefined();
    await killed(owner.child);
  });

  test('a command without a server starts PostgreSQL, stops it after, and another command meanwhile waits for its turn', async () => {
    const postgres = await connectionFor(settings, quiet);
    expect(await query(postgres.url, 'select n from kept where n = 4')).toHaveLength(1);
    const second = connectionFor(settings, quiet);
    await postgres.stop();
    const next = await second;
    expect(await query(next.url, 'select 1')).toHaveLength(1);
    await next.stop();
    expect(postmaster(dataDir)).toBeUndefined();
  });

  test('files of another PostgreSQL version are refused and left as they are', async () => {
    const file = join(dataDir, 'postgres', 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '14\n');
    expect(await refusalOf(openPostgres(settings, quiet))).toMatchObject({ code: 'postgres/version' });
    writeFileSync(file, version);
  });

  test('a PostgreSQL that cannot start is refused with its own reason and where its log is', async () => {
    const file = join(dataDir, 'postgres', 'postgresql.conf');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\nshared_buffers = nonsense\n`);
    const refusal = await refusalOf(openPostgres(settings, quiet));
    expect(refusal.code).toBe('postgres/start');
    expect(refusal.message).toContain(join(dataDir, 'postgres.log'));
    writeFileSync(file, text);
    expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false);
  });
});

test('a folder that was moved while nothing ran is opened where it is now, with all that was in it', async () => {
  const [before, after] = [join(newFolder(), 'here'), join(newFolder(), 'there')];
  const first = await openPostgres({ dataDir: before, databaseUrl: null }, quiet);
  await query(first.url, 'create table kept as select 7 as n');
  await first.stop();
  renameSync(before, after);
  const moved = await openPostgres({ dataDir: after, databaseUrl: null }, quiet);
  expect(await query(moved.url, 'select n from kept')).toEqual([{ n: 7 }]);
  await moved.stop();
  expect(existsSync(before)).toBe(false);
});

test('a first start that is killed midway leaves nothing in the way of the next', async () => {
  const dataDir = newFolder();
  const owner = ownerProcess(dataDir, idle);
  const begun = (): boolean => readdirSync(dataDir).some((entry) => entry.startsWith('postgres-unfinished-'));
  expect(await waitUntil(begun, 30_000)).toBe(true);
  await killed(owner.child);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  const postgres = await openPostgres({ dataDir, databaseUrl: null }, quiet);
  expect(await query(postgres.url, 'select 1')).toHaveLength(1);
  await postgres.stop();
});

test('a path too long for a socket, with spaces and letters of any language, is served on a loopback port', async () => {
  const dataDir = join(newFolder(), `Ana's données %20 ${'long'.repeat(25)}`);
  const postgres = await openPostgres({ dataDir, databaseUrl: null }, quiet);
  expect(await query(postgres.url, `select current_setting('listen_addresses') as address`)).toEqual([{ address: '127.0.0.1' }]);
  await postgres.stop();
});

test('a folder that cannot be is refused in one line', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  const refusal = await refusalOf(openPostgres({ dataDir: join(file, 'data'), databaseUrl: null }, quiet));
  expect(refusal.code).toBe('data-dir/unwritable');
  expect(refusal.message).toContain('LIKENESS_DATA_DIR');
});

// Both sides of this condition test something: without root, the ordinary user is the one who runs the tests.
const ordinary = isRoot ? { uid: 65_534, gid: 65_534 } : {};

test('an ordinary user runs it as herself', async () => {
  const parent = newFolder();
  if (ordinary.uid !== undefined) chownSync(parent, ordinary.uid, ordinary.gid);
  const dataDir = join(parent, 'data');
  const script = `console.log((await q('select 7 as n'))[0].n); await p.stop(); console.log('stopped');`;
  const owner = ownerProcess(dataDir, script, ordinary);
  const closed = once(owner.child, 'close');
  expect(await owner.line()).toBe('7');
  expect(await owner.line()).toBe('stopped');
  expect(await closed).toEqual([0, null]);
  const uid = ordinary.uid ?? process.getuid?.();
  expect(statSync(dataDir)).toMatchObject({ uid, mode: 0o40700 });
  expect(statSync(join(dataDir, 'postgres'))).toMatchObject({ uid, mode: 0o40700 });
});

test('an ordinary user without rights on the folder gets one line', async () => {
  const closed = newFolder();
  chmodSync(closed, 0o555);
  const owner = ownerProcess(join(closed, 'data'), idle, ordinary);
  await once(owner.child, 'close');
  expect(owner.stderr()).toContain('Refusal: The data folder');
  expect(owner.stderr()).toContain('no permission (EACCES)');
});

test('programs that the account cannot reach or that lack their links are copied into the data folder and run there', async () => {
  const parent = newFolder();
  const dataDir = join(parent, 'data');
  mkdirSync(dataDir, { mode: 0o755 });
  const hidden = join(parent, 'hidden', 'native');
  const installed = await installedFolder();
  spawnSync('cp', ['-r', '--no-dereference', dirname(installed), join(parent, 'hidden')]);
  spawnSync('find', [join(hidden, 'lib'), '-type', 'l', '-delete']);
  // As root the folder is closed to the user postgres; as an ordinary user it is read-only, so that no link can be made in it.
  if (isRoot) chmodSync(join(parent, 'hidden'), 0o700);
  else chmodSync(join(hidden, 'lib'), 0o555);
  const first = findPrograms(dataDir, accountOfPostgres(), hidden);
  expect(first.postgres.startsWith(join(dataDir, 'postgres-programs-'))).toBe(true);
  const copiedAt = statSync(first.postgres).mtimeMs;
  expect(findPrograms(dataDir, accountOfPostgres(), hidden)).toEqual(first);
  expect(statSync(first.postgres).mtimeMs).toBe(copiedAt);
  chmodSync(join(hidden, 'lib'), 0o755);
});

if (isRoot) {
  test('as root, a folder that the user postgres cannot enter is refused by name, with the command that opens it', async () => {
    const parent = newFolder();
    chmodSync(parent, 0o700);
    const refusal = await refusalOf(openPostgres({ dataDir: join(parent, 'data'), databaseUrl: null }, quiet));
    expect(refusal.code).toBe('data-dir/closed');
    expect(refusal.message).toContain(`chmod o+x ${parent},`);
  });

  test('as root, PostgreSQL runs as the user postgres and its files are closed to everyone else', async () => {
    const dataDir = join(newFolder(), 'data');
    const postgres: Postgres = await openPostgres({ dataDir, databaseUrl: null }, quiet);
    const { uid } = accountOfPostgres();
    expect(statSync(`/proc/${postmaster(dataDir)}`).uid).toBe(uid);
    expect(statSync(join(dataDir, 'postgres'))).toMatchObject({ uid, mode: 0o40700 });
    expect(statSync(dataDir)).toMatchObject({ uid: 0, mode: 0o40711 });
    await postgres.stop();
  });
} else {
  test('an ordinary user has no account to change to', () => {
    expect(accountOfPostgres()).toEqual({});
  });
}
