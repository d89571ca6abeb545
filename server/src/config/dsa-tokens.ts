/** With which token are statements of reasons sent to the DSA Transparency Database, and for which platform? One file, read at start; each platform has a token of its own there. */
import { readFile } from 'node:fs/promises';
import { plainReason, Refusal } from './refusal.ts';
import { Secret } from './secret.ts';

export interface DsaTokens {
  /** The token of an installation with one platform; null where the file names platforms. */
  readonly ofTheOnly: Secret | null;
  /** By platform id. */
  readonly byPlatform: ReadonlyMap<string, Secret>;
}

/**
 * Reads one token on a line of its own, or a line for each platform: its id, a space, its token. Empty lines and lines that begin with # are skipped.
 * @throws Refusal `dsa-token/unreadable`, `dsa-token/malformed`; no line is ever quoted.
 */
export async function readDsaTokens(path: string): Promise<DsaTokens> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refusal('dsa-token/unreadable', `The token in LIKENESS_DSA_TOKEN_FILE (${path}) cannot be read: ${plainReason(error)}.`);
  });
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
  const [only, ...more] = lines;
  if (only?.length === 1 && more.length === 0 && isToken(only[0])) return { ofTheOnly: new Secret(only[0]), byPlatform: new Map() };
  const byPlatform = new Map<string, Secret>();
  for (const [platformId = '', token, ...rest] of lines) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(platformId) || !isToken(token) || rest.length > 0) throw malformed(path);
    byPlatform.set(platformId.toLowerCase(), new Secret(token));
  }
  if (byPlatform.size === 0 || byPlatform.size < lines.length) throw malformed(path);
  return { ofTheOnly: null, byPlatform };
}

/** What a header can carry, and nothing that breaks out of it. */
const isToken = (text: string | undefined): text is string => text !== undefined && /^[\x21-\x7e]{8,4096}$/.test(text);

const malformed = (path: string): Refusal =>
  new Refusal(
    'dsa-token/malformed',
    `The file ${path} must hold one token, or for each service a line with its id, a space and its token, each service once.`,
  );
