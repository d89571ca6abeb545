/** Which process owns this data folder, and how do others reach its PostgreSQL meanwhile? One lock file, one connection file. */
import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainReason, Refusal, systemErrorCode } from '../config/refusal.ts';
import { isPostgresIn, parentOf, processIdentity, waitUntil } from './postgres-process.ts';

/** A server owns the folder until it is stopped; a command only while it runs, so that others wait for it. */
export type OwnerWork = 'serve' | 'command';

/** What the lock file holds. */
export interface Owner {
  readonly pid: number;
  readonly identity: string;
  readonly work: OwnerWork;
}

/** What `connection.json` holds: how a command on the same machine reaches the owner's PostgreSQL. */
export interface Connection {
  /** An address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The owner's process. */
  readonly pid: number;
}

export interface FolderLock {
  /** Makes the connection file, mode 0600, complete or not at all. */
  publish(connection: Connection): void;
  /** Removes both files. */
  release(): void;
}

const COMMAND_PATIENCE_MS = 60_000;

const lockFile = (dataDir: string): string => join(dataDir, 'owner.lock');
const connectionFile = (dataDir: string): string => join(dataDir, 'connection.json');

/**
 * Makes this process the folder's owner. Waits for a running command to finish; refuses at once beside a server.
 * @throws Refusal `data-dir/in-use` or `data-dir/unwritable`
 */
export async function lockDataFolder(dataDir: string, work: OwnerWork): Promise<FolderLock> {
  prepareFolder(dataDir);
  const own: Owner = { pid: process.pid, identity: processIdentity(process.pid) ?? '', work };
  for (;;) {
    const owner = tryToOwn(dataDir, own);
    if (owner === undefined) break;
    const wasCommand =
      owner.work === 'command' && (await waitUntil(() => runningOwner(dataDir)?.identity !== owner.identity, COMMAND_PATIENCE_MS));
    if (!wasCommand) throw inUse(dataDir, owner);
  }
  const unseen = ownerBehindPostgres(dataDir);
  if (unseen !== undefined) {
    // It gets its lock back, so that the next one sees it at once.
    writeWhole(lockFile(dataDir), unseen);
    throw inUse(dataDir, unseen);
  }
  // A predecessor that was killed leaves its connection file; what it says is no longer true.
  rmSync(connectionFile(dataDir), { force: true });
  return {
    publish: (connection) => writeWhole(connectionFile(dataDir), connection),
    release() {
      rmSync(connectionFile(dataDir), { force: true });
      if (readOwner(dataDir)?.identity === own.identity) rmSync(lockFile(dataDir), { force: true });
    },
  };
}

/**
 * A running owner whose lock was damaged or removed: the PostgreSQL of the folder runs, and is still the child of the process that its connection file names.
 * A killed owner's PostgreSQL has another parent by then.
 */
function ownerBehindPostgres(dataDir: string): Owner | undefined {
  const folder = join(dataDir, 'postgres');
  const postmaster = Number(readIfThere(join(folder, 'postmaster.pid'))?.split('\n')[0]);
  if (!isPostgresIn(folder, postmaster)) return undefined;
  const pid = parentOf(postmaster);
  const identity = pid === undefined ? undefined : processIdentity(pid);
  if (pid === undefined || identity === undefined || pidOf(readIfThere(connectionFile(dataDir))) !== pid) return undefined;
  return { pid, identity, work: 'serve' };
}

function pidOf(connection: string | undefined): number | undefined {
  try {
    const { pid }: { pid?: unknown } = JSON.parse(connection ?? '{}');
    return typeof pid === 'number' ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The folder's owner if it is running, else undefined. @throws Refusal `data-dir/unreadable` */
export function runningOwner(dataDir: string): Owner | undefined {
  const owner = readOwner(dataDir);
  return owner !== undefined && isRunning(owner) ? owner : undefined;
}

/** The refusal to work on a folder that a running process owns. */
export function inUse(dataDir: string, owner: Owner): Refusal {
  const sentence = `The data folder ${dataDir} is in use by process ${owner.pid}; stop that one first, or set LIKENESS_DATA_DIR to another folder.`;
  return new Refusal('data-dir/in-use', sentence);
}

/** The owner's connection, or undefined while it is still starting. @throws Refusal `data-dir/unreadable` */
export function readConnection(dataDir: string, owner: Owner): Connection | undefined {
  const text = readIfThere(connectionFile(dataDir));
  if (text === undefined) return undefined;
  const parsed: Connection = JSON.parse(text);
  return parsed.pid === owner.pid ? parsed : undefined;
}

/** Tries once; answers the running owner that stands in the way, or undefined when this process owns the folder now. */
function tryToOwn(dataDir: string, own: Owner): Owner | undefined {
  const file = lockFile(dataDir);
  const mine = `${file}.${randomUUID()}`;
  try {
    for (;;) {
      writeFileSync(mine, JSON.stringify(own), { mode: 0o600, flush: true });
      try {
        // link fails if the name exists: the lock appears with its content, and only one process can make it.
        linkSync(mine, file);
        return undefined;
      } catch (error) {
        if (systemErrorCode(error) !== 'EEXIST') throw error;
      } finally {
        rmSync(mine, { force: true });
      }
      const text = readIfThere(file);
      const owner = text === undefined ? undefined : parseOwner(text);
      if (owner !== undefined && isRunning(owner)) return owner;
      if (text !== undefined) discard(file, text);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unwritable(dataDir, error);
  }
}

/** Removes a dead owner's lock, but not one that another starter has put there since it was read. */
function discard(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  } catch (error) {
    const code = systemErrorCode(error);
    // ENOENT: another starter was quicker. EEXIST: a third one has the place already; PostgreSQL's own lock decides between them.
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function prepareFolder(dataDir: string): void {
  try {
    const first = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (first === undefined || process.getuid?.() !== 0) return;
    // Started by root, PostgreSQL runs as another user, which must pass through (not list) what was just made, whatever the umask.
    for (let folder = dataDir; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o711);
  } catch (error) {
    throw unwritable(dataDir, error);
  }
}

function unwritable(dataDir: string, error: unknown): Refusal {
  const remedy = 'give this user the folder, or set LIKENESS_DATA_DIR to another';
  return new Refusal('data-dir/unwritable', `The data folder ${dataDir} cannot be written: ${plainReason(error)}; ${remedy}.`);
}

function readOwner(dataDir: string): Owner | undefined {
  const text = readIfThere(lockFile(dataDir));
  return text === undefined ? undefined : parseOwner(text);
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, identity, work }: { pid?: unknown; identity?: unknown; work?: unknown } = JSON.parse(text);
    if (typeof pid !== 'number' || typeof identity !== 'string' || (work !== 'serve' && work !== 'command')) return undefined;
    return { pid, identity, work };
  } catch {
    return undefined;
  }
}

function isRunning(owner: Owner): boolean {
  return processIdentity(owner.pid) === owner.identity;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const remedy = 'run this as the user who runs the server';
    throw new Refusal('data-dir/unreadable', `${file} cannot be read: ${plainReason(error)}; ${remedy}.`);
  }
}

function writeWhole(file: string, content: Connection | Owner): void {
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(temporary, file);
}
