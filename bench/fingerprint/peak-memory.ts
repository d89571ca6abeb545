/** How much memory did a process hold at most? proc(5); Linux only. In megabytes of 10^6 bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const bytesPerKibibyte = 1024;
const pollMs = 2;

function megabytes(pid: number, fields: readonly string[]): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return fields
    .map((field) => (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * bytesPerKibibyte) / 1_000_000)
    .reduce((sum, each) => sum + each, 0);
}

/** Resident now and the process's own, not the program's code that all its processes share: what Chromium's task manager calls memory footprint. */
export function privateMegabytes(pid: number): number {
  return megabytes(pid, ['RssAnon', 'RssShmem']);
}

/** The most that was resident at any time since the process began, code included. */
export function highWaterMegabytes(pid: number): number {
  return megabytes(pid, ['VmHWM']);
}

/** The most private memory that was seen while `work` ran. */
export async function peakWhile(pid: number, work: () => Promise<void>): Promise<number> {
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  let peak = 0;
  while (!isDone) {
    peak = Math.max(peak, privateMegabytes(pid));
    await wait(pollMs);
  }
  await working;
  return peak;
}

/** The processes that descend from this one. */
export function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => parentOf(each) === pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}
