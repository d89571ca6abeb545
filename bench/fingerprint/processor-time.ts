/** How long has a process computed, all its threads together, whatever ran beside it? Needs Linux's /proc. */
import { readFileSync } from 'node:fs';

/** Linux tells user space hundredths of a second on every architecture that it runs on here (USER_HZ, proc(5)). */
const msPerTick = 10;

/** User and system time since the process began. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may hold blanks; the fields after it are counted from the third (proc(5)): utime is the 14th, stime the 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
