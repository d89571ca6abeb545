/** Is there ever more than one owner of a data folder, and does a dead one ever stand in the way? */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refusal } from '../config/refusal.ts';
import { type Connection, lockDataFolder, readConnection, runningOwner } from './postgres-owner.ts';
import { processIdentity } from './postgres-process.ts';

const parent = mkdtempSync(join(tmpdir(), 'likeness-owner-'));
afterAll(() => rmSync(parent, { recursive: true }));
let count = 0;
const newFolder = (): string => join(parent, String(++count));

const connection: Connection = { host: '/x', port: 5432, user: 'u', password: 'p', database: 'd', pid: process.pid };

/** A process that tries to own the folder, prints the outcome and lives until it is killed. */
function starter(dataDir: string): { child: ChildProcess; outcome: Promise<string> } {
  const code = `
    import { lockDataFolder } from ${JSON.stringify(new URL('postgres-owner.ts', import.meta.url).href)};
    const outcome = await lockDataFolder(${JSON.stringify(dataDir)}, 'serve').then(() => 'owner', (error) => error.code);
    process.stdout.write(outcome);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, outcome: once(child.stdout, 'data').then(([text]) => String(text)) };
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

test('a process is told apart from every other, and from one that is gone', async () => {
  const child = spawn('sleep', ['100']);
  const identity = processIdentity(child.pid ?? 0);
  expect(identity).toBeDefined();
  expect(processIdentity(child.pid ?? 0)).toBe(identity);
  expect(processIdentity(process.pid)).not.toBe(identity);
  await killed(child);
  expect(processIdentity(child.pid ?? 0)).toBeUndefined();
});

test('the lock holds pid and identity, and leaves nothing behind', async () => {
  const folder = newFolder();
  const lock = await lockDataFolder(folder, 'serve');
  expect(readdirSync(folder)).toEqual(['owner.lock']);
  expect(statSync(join(folder, 'owner.lock')).mode & 0o777).toBe(0o600);
  expect(runningOwner(folder)).toEqual({ pid: process.pid, identity: processIdentity(process.pid), work: 'serve' });
  lock.publish(connection);
  expect(readConnection(folder, { pid: process.pid, identity: '', work: 'serve' })).toEqual(connection);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a killed owner is taken over, and the connection it left is not believed', async () => {
  const folder = newFolder();
  const { child, outcome } = starter(folder);
  expect(await outcome).toBe('owner');
  writeFileSync(join(folder, 'connection.json'), JSON.stringify({ ...connection, pid: child.pid }));
  await killed(child);
  expect(runningOwner(folder)).toBeUndefined();
  const lock = await lockDataFolder(folder, 'serve');
  expect(existsSync(join(folder, 'connection.json'))).toBe(false);
  lock.release();
});

test('a lock whose pid belongs to another process by now, or from before a reboot, or damaged, is taken over', async () => {
  const stale = [
    { pid: process.pid, identity: 'another start', work: 'serve' },
    { pid: process.pid, identity: processIdentity(process.pid)?.replace(/^\w+/, '00000000'), work: 'serve' },
    { pid: 2 ** 22 + 1, identity: 'x', work: 'command' },
    'not a lock',
  ];
  for (const content of stale) {
    const folder = newFolder();
    (await lockDataFolder(folder, 'serve')).release();
    writeFileSync(join(folder, 'owner.lock'), typeof content === 'string' ? content : JSON.stringify(content));
    const lock = await lockDataFolder(folder, 'serve');
    expect(JSON.parse(readFileSync(join(folder, 'owner.lock'), 'utf8'))).toMatchObject({ identity: processIdentity(process.pid) });
    lock.release();
  }
});

test('of eight that start at once over a dead owner, one owns the folder and seven are refused', async () => {
  const folder = newFolder();
  const dead = starter(folder);
  await dead.outcome;
  await killed(dead.child);
  const starters = Array.from({ length: 8 }, () => starter(folder));
  const outcomes = await Promise.all(starters.map(({ outcome }) => outcome));
  expect(outcomes.sort()).toEqual([...Array<string>(7).fill('data-dir/in-use'), 'owner']);
  await Promise.all(starters.map(({ child }) => killed(child)));
  expect(readdirSync(folder)).toEqual(['owner.lock']);
});

test('a server refuses beside a server at once, in a sentence that names folder and process', async () => {
  const folder = newFolder();
  const lock = await lockDataFolder(folder, 'serve');
  const refusal = await lockDataFolder(folder, 'serve').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(String(refusal)).toContain(`${folder} is in use by process ${process.pid};`);
  lock.release();
});

test('a server waits while a command has the folder', async () => {
  const folder = newFolder();
  const command = await lockDataFolder(folder, 'command');
  const server = lockDataFolder(folder, 'serve');
  command.release();
  const lock = await server;
  expect(runningOwner(folder)).toMatchObject({ work: 'serve' });
  lock.release();
});
