/** Which secret does the identity provider know us by? One line in a file of its own that nobody else can read. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { plainReason, Refusal } from './refusal.ts';
import { Secret } from './secret.ts';

const name = 'LIKENESS_OIDC_SECRET_FILE';

/** @throws Refusal `oidc-secret/unreadable`, `oidc-secret/permissions` or `oidc-secret/empty` */
export function readProviderSecret(file: string): Secret {
  let text: string;
  try {
    const descriptor = openSync(file, 'r');
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) throw new Refusal('oidc-secret/unreadable', `${file} is not a file; point ${name} to a file.`);
      if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0)
        throw new Refusal('oidc-secret/permissions', `The client secret ${file} can be read by other users; run: chmod 600 ${file}`);
      text = readFileSync(descriptor, 'utf8').trim();
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('oidc-secret/unreadable', `The client secret ${file} cannot be read: ${plainReason(error)}.`);
  }
  if (text === '' || /[\r\n]/.test(text) || text.length > 4096)
    throw new Refusal('oidc-secret/empty', `The client secret ${file} should hold one line, as the identity provider gave it.`);
  return new Secret(text);
}
