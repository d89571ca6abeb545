/** May this process write that file, or does another scan? A lock beside the file, which a killed scan may leave behind. */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import { processIdentity } from '@likeness/server/store/postgres-process';

/** Where the lock of a file stands. */
export const lockOf = (file: string): string => `${file}.lock`;

/** Takes the lock; the answer gives it back. @throws Refusal `scan/in-use` when a running process has it; a system error when it cannot be made. */
export function becomeWriter(file: string): () => void {
  const lock = lockOf(file);
  const mine = `${lock}.${randomUUID()}`;
  const own = `${process.pid} ${processIdentity(process.pid) ?? ''}\n`;
  for (;;) {
    writeFileSync(mine, own, { mode: 0o600 });
    try {
      // link fails if the name exists: the lock appears with its content, and only one process can make it.
      linkSync(mine, lock);
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    setAsideIfStale(file, lock, mine);
  }
}

/** Removes a dead scan's lock, but not one that another starter has put there since it was read. @throws Refusal `scan/in-use` */
function setAsideIfStale(file: string, lock: string, aside: string): void {
  try {
    const text = readFileSync(lock, 'utf8');
    const [, pid = '', identity = ''] = /^(\d+) (.*)\n$/.exec(text) ?? [];
    if (identity !== '' && processIdentity(Number(pid)) === identity)
      throw new Refusal('scan/in-use', `Another scan, process ${pid}, is writing ${file}; wait for it, or give this one another file.`);
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, lock);
  } catch (error) {
    const code = systemErrorCode(error);
    // ENOENT: it was given back, or another starter was quicker. EEXIST: a third one has the place already.
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
