/** Where do people reach the server that runs on this data folder? It notes it there, for commands that are typed in another shell with other settings. */
import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataDir, 'served-at');

/** Writes the address, whole or not at all, and answers what takes it away again. Throws what the disk says. */
export async function noteServedAddress(dataDir: string, publicUrl: string): Promise<() => Promise<void>> {
  const file = fileIn(dataDir);
  const unfinished = `${file}.new`;
  await writeFile(unfinished, `${publicUrl}\n`, { mode: 0o600 });
  await rename(unfinished, file);
  return () => rm(file, { force: true });
}

/** The address of the running server, an origin; null where none runs, or none could note it. */
export function servedAddress(dataDir: string): string | null {
  let noted: string;
  try {
    noted = readFileSync(fileIn(dataDir), 'utf8').trim();
  } catch {
    return null;
  }
  return /^https?:/.test(noted) && URL.parse(noted)?.origin === noted ? noted : null;
}
