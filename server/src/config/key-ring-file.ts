/** How do the keys lie on disk, and is this file one we can trust? docs/formats/key-ring.md describes it. */
import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainReason, Refusal, systemErrorCode } from './refusal.ts';

/** What a key may be used for. A key never serves two purposes. */
export const PURPOSES = ['case-code', 'envelope', 'session', 'ledger', 'webhook'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** One key as it stands in the file. */
export interface RingKey {
  /** 16 lower-case hex digits, unique in the ring. */
  readonly id: string;
  readonly purpose: Purpose;
  /** 32 bytes: an HMAC-SHA-256 key, an AES-256 key or an Ed25519 seed, as the purpose has it. */
  readonly secret: Uint8Array;
  readonly createdAt: string;
  /** New macs, seals and signatures use the current key of their purpose; the others stay to read what they wrote. */
  readonly current: boolean;
}

export const KEY_BYTES = 32;
const FORMAT = 'likeness-key-ring';
const VERSION = 1;

/**
 * The keys in `file`, or undefined where no such file exists.
 * @throws Refusal `key-ring/unreadable`, `key-ring/permissions` or `key-ring/damaged`
 */
export function readKeyRingFile(file: string): readonly RingKey[] | undefined {
  let text: string;
  try {
    const descriptor = openSync(file, 'r');
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile())
        throw new Refusal('key-ring/unreadable', `The key ring ${file} is not a file; point LIKENESS_SECRET_FILE to a file.`);
      if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
        throw new Refusal('key-ring/permissions', `The key ring ${file} can be read by other users; run: chmod 600 ${file}`);
      }
      text = readFileSync(descriptor, 'utf8');
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    if (error instanceof Refusal) throw error;
    throw new Refusal('key-ring/unreadable', `The key ring ${file} cannot be read: ${plainReason(error)}.`);
  }
  const keys = parseKeyRing(text);
  if (typeof keys === 'string') {
    throw new Refusal('key-ring/damaged', `The key ring ${file} is damaged (${keys}); put back the copy you keep of it.`);
  }
  return keys;
}

/**
 * Writes a new ring, complete or not at all: a file that is already there is left alone, and the caller reads that one.
 * Durable once this returns.
 * @throws Refusal `key-ring/unwritable`
 */
export function createKeyRingFile(file: string, keys: readonly RingKey[]): void {
  const folder = dirname(file);
  const temporary = `${file}.${randomUUID()}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      writeSync(descriptor, printKeyRing(keys));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    try {
      // link, not rename: of two first starts at once one wins, and the loser takes the winner's keys.
      linkSync(temporary, file);
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    } finally {
      unlinkSync(temporary);
    }
    syncFolder(folder);
  } catch (error) {
    const remedy = 'set LIKENESS_SECRET_FILE to a place this user can write';
    throw new Refusal('key-ring/unwritable', `The key ring cannot be created at ${file}: ${plainReason(error)}; ${remedy}.`);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function printKeyRing(keys: readonly RingKey[]): string {
  const printed = keys.map((key) => ({ ...key, secret: Buffer.from(key.secret).toString('base64url') }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, keys: printed }, null, 2)}\n`;
}

/** The keys of a ring's text, or what is wrong with it in a few words. Quotes nothing from the text. */
export function parseKeyRing(text: string): readonly RingKey[] | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const { format, version, keys: entries }: { format?: unknown; version?: unknown; keys?: unknown } = objectOrEmpty(parsed);
  if (format !== FORMAT) return 'it is not a Likeness key ring';
  if (version !== VERSION) return 'it was written by another version of Likeness';
  if (!Array.isArray(entries)) return 'it holds no keys';
  const keys: RingKey[] = [];
  for (const [index, entry] of entries.entries()) {
    const key = parseKey(entry);
    if (key === undefined) return `key ${index + 1} is not complete`;
    if (keys.some((other) => other.id === key.id)) return `key ${index + 1} stands in it twice`;
    keys.push(key);
  }
  for (const purpose of PURPOSES) {
    const current = keys.filter((key) => key.purpose === purpose && key.current).length;
    if (current !== 1) return `${current === 0 ? 'no' : 'more than one'} current key for ${purpose}`;
  }
  return keys;
}

function parseKey(entry: unknown): RingKey | undefined {
  const { id, purpose: named, secret, createdAt, current }: { [field in keyof RingKey]?: unknown } = objectOrEmpty(entry);
  const purpose = PURPOSES.find((known) => known === named);
  if (typeof id !== 'string' || !/^[0-9a-f]{16}$/.test(id) || purpose === undefined) return undefined;
  if (typeof secret !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined;
  if (typeof createdAt !== 'string' || Number.isNaN(Date.parse(createdAt)) || typeof current !== 'boolean') return undefined;
  return { id, purpose, secret: new Uint8Array(Buffer.from(secret, 'base64url')), createdAt, current };
}

function objectOrEmpty(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
