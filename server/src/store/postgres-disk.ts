/** Did PostgreSQL end because the disk is full? Then that is what the operator has to hear: everything else follows from it. */
import { statfsSync } from 'node:fs';

// PostgreSQL ends when it cannot make its next piece of log, which is 16 MB; what it could not write whole it has removed again.
const leastFreeBytes = 32 * 1024 * 1024;

/** "the disk of DIR is full ...", or undefined when it is not. The log alone is no sure sign: it lies on the same disk. */
export function fullDisk(dataDir: string, log: string): string | undefined {
  const isSaid = /No space left on device|Disk quota exceeded/.test(log);
  if (!isSaid && freeBytes(dataDir) >= leastFreeBytes) return undefined;
  return `the disk of ${dataDir} is full; make room there (a few hundred megabytes), then start again`;
}

function freeBytes(dataDir: string): number {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
