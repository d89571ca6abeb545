/**
 * Which files are in these folders? Goes down lazily, in the order in which the file system gives them, and follows no symbolic link. Names are bytes here:
 * one that is no UTF-8 is opened and named like every other.
 */
import { isUtf8 } from 'node:buffer';
import type { BigIntStats, Dir } from 'node:fs';
import { constants } from 'node:fs';
import { type FileHandle, open, opendir, realpath, stat } from 'node:fs/promises';
import { normalize, sep } from 'node:path';
import { NOT_SO, plainReason, REFUSED, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import { FileError } from '../file-outcome.ts';
import { shown } from '../shown.ts';
import type { Found, OpenFile, Source } from './source.ts';

const pieceBytes = 256 * 1024;

/** A place on the way: its path as bytes, and as it is named from the scanned folder. */
interface Place {
  readonly path: Buffer;
  readonly name: string;
}

/**
 * The folders as one source. `isOwn` tells the scan's own files from others.
 * @throws Refusal `scan/folder` for one that is not there or is no folder (status 1: nothing was scanned), or lies inside another
 */
export async function foldersToScan(
  operands: readonly string[],
  isOwn: (facts: Pick<BigIntStats, 'dev' | 'ino'>) => boolean,
): Promise<Source & { readonly real: readonly string[] }> {
  const roots = operands.map((operand) => normalize(operand));
  const real: string[] = [];
  for (const root of roots) {
    await checkFolder(root, NOT_SO);
    real.push(await realpath(root));
  }
  for (const [index, one] of real.entries()) {
    const outer = real.findIndex((other, at) => at !== index && `${one}/`.startsWith(other === '/' ? '/' : `${other}/`));
    if (outer >= 0)
      throw new Refusal(
        'scan/folder',
        `${operands[index]} lies in ${operands[outer]}; name only the outer one, so that no file comes twice.`,
        2,
      );
  }
  return {
    name: operands.join(', '),
    real,
    filesPerDecoder: 2,
    async *found() {
      for (const root of roots) yield* filesIn(root, isOwn);
    },
  };
}

/** @throws Refusal `scan/folder`; a folder that goes away during the scan cuts it off, which is not the same as one that never was there */
async function checkFolder(folder: string, exitCode = REFUSED): Promise<void> {
  const facts = await stat(folder).catch((error: unknown) => {
    const reason = systemErrorCode(error) === 'ENOENT' ? 'there is no such folder' : plainReason(error);
    throw new Refusal('scan/folder', `${shown(folder)} cannot be scanned: ${reason}.`, exitCode);
  });
  if (!facts.isDirectory())
    throw new Refusal(
      'scan/folder',
      `${shown(folder)} is a file, not a folder; its fingerprints: likeness hash ${shown(folder)}`,
      exitCode,
    );
}

async function* filesIn(root: string, isOwn: (facts: BigIntStats) => boolean): AsyncGenerator<Found> {
  const prefix = root === '.' ? '' : root.endsWith(sep) ? root : `${root}/`;
  const open: (Place & { readonly dir: Dir })[] = [];
  const enter = async (place: Place): Promise<void> => {
    open.push({ ...place, dir: await opendir(place.path, { encoding: 'latin1' }) });
  };
  const failed = async ({ name }: Place, error: unknown): Promise<Found> => {
    await checkFolder(root);
    if (systemErrorCode(error) === undefined) throw error;
    const file = `${prefix}${name}` || root;
    return { file, contentId: name, failure: { code: 'file/unreadable', message: `The folder cannot be read: ${plainReason(error)}.` } };
  };
  try {
    const start = { path: Buffer.from(root), name: '' };
    try {
      await enter(start);
    } catch (error) {
      yield await failed(start, error);
    }
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
      const { dir, path, name } = level;
      let place: Place = { path, name };
      try {
        const entry = await dir.read();
        if (entry === null) {
          open.pop();
          await dir.close();
          continue;
        }
        // Read as Latin-1, a name has one letter for each of its bytes.
        const bytes = Buffer.from(entry.name, 'latin1');
        place = { path: Buffer.concat([path, Buffer.from('/'), bytes]), name: `${name === '' ? '' : `${name}/`}${textOf(bytes)}` };
        if (entry.isSymbolicLink()) yield { skipped: 'symbolic link' };
        else if (entry.isDirectory()) await enter(place);
        else if (entry.isFile()) yield fileAt(place, `${prefix}${place.name}`, root, isOwn);
        else yield { skipped: 'special file' };
      } catch (error) {
        // A folder that cannot be read on is left; one that cannot be entered was not.
        if (place.path === path) await open.pop()?.dir.close();
        yield await failed(place, error);
      }
    }
  } finally {
    for (const { dir } of open) await dir.close();
  }
}

function fileAt({ path, name }: Place, file: string, root: string, isOwn: (facts: BigIntStats) => boolean): Found {
  const orGone = async (error: unknown): Promise<never> => {
    // A disk that was unplugged must not be taken for ten thousand missing files.
    await checkFolder(root);
    if (systemErrorCode(error) === 'ENOENT') throw new FileError('file/missing', 'It was there when the scan came by, but is gone now.');
    throw error;
  };
  return {
    file,
    contentId: name,
    async open(): Promise<OpenFile | undefined> {
      // Between finding and opening it may have become something else: no link is followed, no pipe waited for.
      const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(orGone);
      try {
        const facts = await handle.stat({ bigint: true });
        if (isOwn(facts)) {
          await handle.close();
          return undefined;
        }
        if (!facts.isFile()) throw new FileError('file/not-a-file', 'This is not a regular file.');
        return {
          bytes: bytesOf(handle, facts.size, orGone),
          ...(isUtf8(path) ? { path: path.toString() } : {}),
          close: () => handle.close(),
        };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
  };
}

async function* bytesOf(handle: FileHandle, size: bigint, orGone: (error: unknown) => Promise<never>): AsyncGenerator<Uint8Array> {
  // No more than there is, for many small files; not too little either, since some file systems say 0 of what they make up.
  const length = size < pieceBytes ? Math.max(Number(size), 4096) : pieceBytes;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, null).catch(orGone);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** A name's bytes as text. A byte that is no part of UTF-8 becomes U+DC80 to U+DCFF, as in Python (PEP 383): no two names become the same. */
export function textOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((count) => at + count <= bytes.length && isUtf8(bytes.subarray(at, at + count)));
    text += length === undefined ? String.fromCharCode(0xdc00 + bytes.readUInt8(at)) : bytes.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return text;
}
