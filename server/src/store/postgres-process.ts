/** Is the process that wrote this file still the one behind that pid? A pid alone says nothing after kill -9, a reboot or pid reuse. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

/**
 * Names one process for all time: boot id and start time on Linux, start time elsewhere. Undefined when no such process runs (a zombie does not).
 * Two calls give the same text exactly when they mean the same process.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform !== 'linux') return outputOfPs(pid, 'lstart=');
  try {
    // proc(5): the command in parentheses may hold spaces and parentheses; after the last one come state (field 3) ... start time (field 22).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || startTime === undefined) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${startTime}`;
  } catch {
    return undefined;
  }
}

/** Whether that process is a PostgreSQL server working in `folder` (its servers and helpers all stand in their cluster's folder). */
export function isPostgresIn(folder: string, pid: number): boolean {
  if (process.platform !== 'linux') return outputOfPs(pid, 'command=')?.includes(folder) ?? false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

/** The process that started this one, or, when that one is gone, whoever looks after orphans; undefined when no such process runs. */
export function parentOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return Number(outputOfPs(pid, 'ppid=')) || undefined;
  try {
    // proc(5): the parent's pid is field 4, the second after the command in parentheses.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) || undefined;
  } catch {
    return undefined;
  }
}

function outputOfPs(pid: number, column: string): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return stdout?.trim() || undefined;
}

/** Resolves once `isOver` holds, looking every few milliseconds; false when `withinMs` pass first. */
export async function waitUntil(isOver: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!isOver()) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
