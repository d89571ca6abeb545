/** How much memory did a process hold at most? proc(5); Linux only. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const bytesPerKibibyte = 1024;

/** Resident memory, shared libraries included, in megabytes (10^6 bytes). */
export function memoryOf(pid: number): { readonly nowMegabytes: number; readonly peakMegabytes: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string): number =>
    (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * bytesPerKibibyte) / 1_000_000;
  return { nowMegabytes: megabytes('VmRSS'), peakMegabytes: megabytes('VmHWM') };
}

/** From now on the peak counts anew. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
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
