/** Where does a command write what it was asked to keep? Into a file that was not there, for this user alone. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';

/** @throws Refusal `export/unwritable` */
export async function newFile(path: string): Promise<WriteStream> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await once(file, 'open');
    return file;
  } catch (error) {
    const reason = systemErrorCode(error) === 'EEXIST' ? 'it is there already; name a new file, or remove it' : plainReason(error);
    throw new Refusal('export/unwritable', `${path} cannot be written: ${reason}.`);
  }
}

/** Resolves once everything is written. */
export async function ended(out: NodeJS.WritableStream): Promise<void> {
  const finished = once(out, 'finish');
  out.end();
  await finished;
}
