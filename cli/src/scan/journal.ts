/**
 * Which files have their line, and how does the next one get there for good? A file of JSON lines, one per scanned file, that is its own journal: a scan
 * that was killed reads it, cuts off a last line that was not finished, and goes on.
 */
import type { BigIntStats } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import { KnownFiles } from './known-files.ts';
import { becomeWriter, lockOf } from './one-writer.ts';

export interface Journal {
  readonly path: string;
  /** What earlier runs wrote. */
  readonly earlier: KnownFiles;
  /**
   * Resolves when the line is with the operating system: kill -9 cannot take it back. Within about a second it is on the disk; what a power cut takes is done
   * again. Rejects with a Refusal when it cannot be written.
   */
  add(line: { readonly file: string; readonly [field: string]: unknown }): Promise<void>;
  /** Puts everything on the disk and gives the file free. With `forget`, removes it: the work is over. */
  close(forget?: 'forget'): Promise<void>;
  /** Whether a file in the scanned folder is this one, or its lock. */
  isOwn(facts: Pick<BigIntStats, 'dev' | 'ino'>): boolean;
}

/** The form of a line: every line has `file`, and either this field or `error`. */
export type LineForm = 'fingerprints' | 'verdict';

const newline = 0x0a;
/** The longest line of a scan: a video of 50,000 frames with some 85 bytes for each, beside a path of 4,096 bytes, each written as \u00XX; with room to spare. */
const longestLine = 8 * 1024 * 1024;
const pieceBytes = 256 * 1024;
const syncEveryMs = 1000;

/** @throws Refusal `scan/in-use`, `scan/not-results` for a file that holds something else (it is left as it is), `scan/unwritable` */
export async function openJournal(path: string, form: LineForm): Promise<Journal> {
  let release = (): void => {};
  let handle: FileHandle | undefined;
  let earlier: KnownFiles | undefined;
  try {
    release = becomeWriter(path);
    // 0600: it says what is in which file.
    handle = await open(path, 'r+').catch((error: unknown) => {
      if (systemErrorCode(error) === 'ENOENT') return open(path, 'wx+', 0o600);
      throw error;
    });
    if (!(await handle.stat()).isFile()) throw new Refusal('scan/unwritable', `${path} is not a regular file; results are written to one.`);
    earlier = new KnownFiles(path);
    const end = await readLines(handle, path, form, earlier);
    await handle.truncate(end);
    await handle.sync();
    await syncFolder(dirname(path));
    const own = [await handle.stat({ bigint: true }), await stat(lockOf(path), { bigint: true })];
    return writing(path, handle, end, earlier, own, release);
  } catch (error) {
    await handle?.close();
    earlier?.close();
    release();
    throw refusalOf(path, error);
  }
}

function writing(
  path: string,
  handle: FileHandle,
  start: number,
  earlier: KnownFiles,
  own: readonly BigIntStats[],
  release: () => void,
): Journal {
  let end = start;
  let pending: string[] = [];
  let writer: Promise<void> | undefined;
  let syncedAt = performance.now();
  /** Why nothing is written any more: what is behind the last whole batch is cut off by the next run. */
  let broken: unknown;
  /** Writes what is pending in one go; what arrives meanwhile waits for the next. */
  const write = async (): Promise<void> => {
    const batch = Buffer.from(pending.join(''));
    pending = [];
    for (let at = 0; at < batch.length; ) {
      const { bytesWritten } = await handle.write(batch, at, batch.length - at, end + at);
      at += bytesWritten;
    }
    end += batch.length;
    if (performance.now() - syncedAt < syncEveryMs) return;
    await handle.datasync();
    syncedAt = performance.now();
  };
  const flushed = async (): Promise<void> => {
    // Those who wait for the batch under way are in the next one, which one of them starts for all.
    while (writer !== undefined) await writer;
    if (broken !== undefined) throw broken;
    if (pending.length === 0) return;
    writer = write()
      .catch((error: unknown) => {
        broken = refusalOf(path, error);
        throw broken;
      })
      .finally(() => {
        writer = undefined;
      });
    await writer;
  };
  return {
    path,
    earlier,
    async add(line) {
      pending.push(`${JSON.stringify(line)}\n`);
      await flushed();
    },
    async close(forget) {
      try {
        await flushed();
        await handle.datasync();
        if (forget !== undefined) await rm(path, { force: true });
      } catch (error) {
        throw refusalOf(path, error);
      } finally {
        await handle.close();
        earlier.close();
        release();
      }
    },
    isOwn: ({ dev, ino }) => own.some((file) => file.dev === dev && file.ino === ino),
  };
}

/** Notes every whole line's file; answers where the last whole line ends. */
async function readLines(handle: FileHandle, path: string, form: LineForm, earlier: KnownFiles): Promise<number> {
  let rest: Buffer = Buffer.alloc(0);
  let end = 0;
  let number = 0;
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, at);
    at += bytesRead;
    const piece = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    let from = 0;
    for (let to = piece.indexOf(newline); to >= 0; to = piece.indexOf(newline, from)) {
      number++;
      const line = readLine(piece.subarray(from, to), form);
      // Zeros are what a power cut leaves of lines that had not reached the disk: what follows is done again.
      if (line === undefined && number > 1 && piece.subarray(from, to).includes(0)) return end;
      if (line === undefined) throw notResults(path, `line ${number} is not the result of one file`);
      earlier.add(line.file, line.hasFailed);
      end += to + 1 - from;
      from = to + 1;
    }
    rest = piece.subarray(from);
    if (rest.length > longestLine) throw notResults(path, `line ${number + 1} is too long for one`);
    if (bytesRead > 0) continue;
    const opening = '{"file":"';
    if (number === 0 && !opening.startsWith(rest.subarray(0, opening.length).toString('latin1')))
      throw notResults(path, 'it holds something else');
    return end;
  }
}

function readLine(bytes: Buffer, form: LineForm): { readonly file: string; readonly hasFailed: boolean } | undefined {
  try {
    const line: unknown = JSON.parse(bytes.toString());
    if (typeof line !== 'object' || line === null || !('file' in line) || typeof line.file !== 'string') return undefined;
    const hasFailed = 'error' in line;
    return hasFailed || form in line ? { file: line.file, hasFailed } : undefined;
  } catch {
    return undefined;
  }
}

function notResults(path: string, why: string): Refusal {
  return new Refusal('scan/not-results', `${path} is not a file of results that this scan could go on with: ${why}; name another file.`);
}

function refusalOf(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (error instanceof Refusal || code === undefined) return error;
  const reasons: Readonly<Record<string, string>> = { ENOENT: 'its folder does not exist', EFBIG: 'it may not grow any more (EFBIG)' };
  return new Refusal('scan/unwritable', `${path} cannot be written: ${reasons[code] ?? plainReason(error)}.`);
}

/** Makes a new file's name durable; where folders cannot be synced, the file system does it in its own time. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
