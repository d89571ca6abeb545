/** As whom does the bundled PostgreSQL run? It refuses root, so root hands it to the user postgres; everyone else runs it as themselves. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainReason, Refusal } from '../config/refusal.ts';

/** Options for `spawn`: empty when the program runs as whoever started us. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;

const NAME = 'postgres';

/**
 * As root, the user postgres, made when it is missing.
 * @throws Refusal `postgres/account`
 */
export function accountOfPostgres(): Account {
  if (process.getuid?.() !== 0) return {};
  const found = lookUp();
  if (found !== undefined) return found;
  spawnSync('groupadd', ['--system', NAME]);
  spawnSync('useradd', ['--system', '--gid', NAME, '--no-create-home', '--home-dir', '/', '--shell', '/usr/sbin/nologin', NAME]);
  const made = lookUp();
  if (made !== undefined) return made;
  const remedy = 'create it (useradd --system postgres), start Likeness as an ordinary user, or set DATABASE_URL';
  throw new Refusal('postgres/account', `PostgreSQL does not run as root, and there is no user ${NAME} to run it as; ${remedy}.`);
}

/** @throws Refusal `data-dir/closed` naming the folder the account cannot enter, or `postgres/account` when it cannot be used at all */
export function checkCanEnter(account: Account, folder: string): void {
  if (account.uid === undefined) return;
  // Asked of the system, not computed from mode bits: access control lists count too.
  const { error, status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
  if (status === 0) return;
  const closed = closedTo(account.uid, account.gid, folder);
  if (error === undefined && closed !== undefined) {
    const remedy = `run: chmod o+x ${closed}, or set LIKENESS_DATA_DIR to another folder`;
    throw new Refusal('data-dir/closed', `PostgreSQL runs as user ${NAME}, which cannot enter ${closed}; ${remedy}.`);
  }
  const remedy = 'start Likeness as an ordinary user, or set DATABASE_URL';
  throw new Refusal(
    'postgres/account',
    `This process cannot run PostgreSQL as user ${NAME}: ${plainReason(error ?? `it cannot enter ${folder}`)}; ${remedy}.`,
  );
}

function closedTo(uid: number, gid: number, folder: string): string | undefined {
  const parent = dirname(folder);
  const closedAbove = parent === folder ? undefined : closedTo(uid, gid, parent);
  if (closedAbove !== undefined) return closedAbove;
  const stats = statSync(folder);
  const enterBit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
  return (stats.mode & enterBit) === 0 ? folder : undefined;
}

function lookUp(): { uid: number; gid: number } | undefined {
  const idOf = (flag: string): number => Number.parseInt(spawnSync('id', [flag, NAME], { encoding: 'utf8' }).stdout ?? '', 10);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}
