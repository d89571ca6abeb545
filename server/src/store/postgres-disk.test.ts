/** Is a full disk told from every other end? */
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { fullDisk } from './postgres-disk.ts';

test('what PostgreSQL wrote about a full disk or a used-up quota is said as that, and names the folder', () => {
  for (const line of [
    'PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device',
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'ERROR:  could not extend file "base/5/1": Disk quota exceeded',
  ])
    expect(fullDisk(tmpdir(), `LOG:  starting\n${line}\n`)).toContain(`the disk of ${tmpdir()} is full`);
});

test('any other end is none of the disk', () => {
  expect(fullDisk(tmpdir(), 'FATAL:  data directory has wrong ownership\n')).toBeUndefined();
  expect(fullDisk('/not/there', '')).toBeUndefined();
});
