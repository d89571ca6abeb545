/** Which settings hold for this command? The environment's, then those of the checkout's .env file. */
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import { readSettings, type Settings } from '@likeness/server/config/settings';

// The checkout's, not the current folder's: a folder that pictures are hashed in must not decide which database is used.
const envFile = fileURLToPath(new URL('../../.env', import.meta.url));

/** @throws Refusal `config/...` */
export function settingsHere(): Settings {
  try {
    process.loadEnvFile(envFile);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw new Refusal('config/env-file', `${envFile} cannot be read: ${plainReason(error)}.`);
  }
  return readSettings(process.env, { uid: process.getuid?.() ?? -1, home: homedir(), cwd: process.cwd() });
}
