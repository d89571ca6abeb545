/**
 * Where does the index survive this process? In one file of the data folder, written beside the old one and put in its place when it is whole. It is worth
 * nothing without the database: what is not exactly as it was written, or does not belong to this database, is refused and made again.
 */
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import {
  FILE_HEADER_BYTES,
  type FileFacts,
  fileHeader,
  type HeldIndex,
  type LastChange,
  placesOf,
  readFileHeader,
  readIndex,
  SnapshotRefused,
  type SortedIndex,
} from '@likeness/lookup';
import { systemErrorCode } from '../config/refusal.ts';

const name = 'bank.index';
/** The most that one read takes: Linux ends reads at 2 GiB, and others are to be answered in between. */
const READ_BYTES = 8 * 2 ** 20;

/**
 * Writes what is held as the index of `folder`. Others are answered between its pieces. Once this resolves the file is on disk, whole, in the place of the
 * old one; when it rejects the old one stands as it was.
 */
export async function writeIndexFile(folder: string, held: HeldIndex, last: LastChange): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${name}.unfinished`);
  try {
    // Whatever an earlier process left there is not written into: it might be a FIFO that waits for a reader.
    await rm(unfinished, { force: true });
    const file = await open(unfinished, 'wx', 0o600);
    try {
      const lengths = held.parts.map(({ bytes }) => bytes);
      const places = placesOf(lengths);
      const sums: number[] = [];
      for (const [i, part] of held.parts.entries()) {
        let at = places.parts[i]?.at ?? 0;
        let sum = 0;
        for (const piece of part.pieces) {
          if (piece.length === 0) await breathe();
          // An image has sums of its own.
          if (!part.name.endsWith('-image')) sum = crc32(piece, sum);
          await writeAll(file, piece, at);
          at += piece.length;
        }
        sums.push(sum);
      }
      await file.truncate(places.bytes);
      await writeAll(file, fileHeader(last, lengths, sums), 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}

/** A rename is on disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface IndexOfFile {
  readonly index: SortedIndex;
  /** Of the file's format. */
  readonly version: number;
  /** The change that it ends with. */
  readonly last: LastChange;
  readonly writtenAt: Date;
}

/**
 * Reads the index of `folder`; null where there is none. `isOurs` says whether the database has that very change. Throws SnapshotRefused, its message the
 * reason, when anything is not as it was written or not of this database; nothing of it is kept then.
 */
export async function readIndexFile(folder: string, isOurs: (last: LastChange) => Promise<boolean>): Promise<IndexOfFile | null> {
  let file: FileHandle;
  try {
    // Without O_NONBLOCK opening a FIFO waits for its writer, on a thread that every other file waits for too.
    file = await open(join(folder, name), constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new SnapshotRefused('it is not a plain file');
    const { size, mtime } = stat;
    const header = new Uint8Array(Math.min(size, FILE_HEADER_BYTES));
    await readAll(file, header, 0);
    const facts = readFileHeader(header, size);
    if (!(await isOurs(facts.last)))
      throw new SnapshotRefused('it was made from another database, or from a state that this one never had');
    return { index: await indexIn(file, facts), version: facts.version, last: facts.last, writtenAt: mtime };
  } finally {
    await file.close();
  }
}

async function indexIn(file: FileHandle, { parts }: FileFacts): Promise<SortedIndex> {
  const [first, ...others] = parts;
  if (first === undefined) throw new SnapshotRefused('it has no parts');
  const names = new Uint8Array(first.bytes);
  if ((await readAll(file, names, first.at)) !== first.sum) throw damaged(first.name);
  const reading = await readIndex(names);
  for (const { name: part, at, bytes, sum } of others) {
    let from = at;
    let found = 0;
    for (const room of reading.roomFor(part, bytes)) {
      found = await readAll(file, room, from, found, !part.endsWith('-image'));
      from += room.length;
    }
    if (!part.endsWith('-image') && found !== sum) throw damaged(part);
  }
  return reading.finish(crc32);
}

const damaged = (part: string): SnapshotRefused => new SnapshotRefused(`its part ${part} is not the one that was written`);

/** Fills the room; answers the checksum of what came before and of it. */
async function readAll(file: FileHandle, room: Uint8Array, at: number, before = 0, isSummed = true): Promise<number> {
  let sum = before;
  for (let read = 0; read < room.length; ) {
    const { bytesRead } = await file.read(room, read, Math.min(READ_BYTES, room.length - read), at + read);
    if (bytesRead === 0) throw new SnapshotRefused('it was cut off while it was read');
    if (isSummed) sum = crc32(room.subarray(read, read + bytesRead), sum);
    read += bytesRead;
  }
  return sum;
}
