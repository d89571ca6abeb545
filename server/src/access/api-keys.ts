/** Which platform calls, and what may it do? Bearer keys, stored hashed, with scopes. */
import { createHash, hash, timingSafeEqual } from 'node:crypto';
import { Problem } from '@likeness/contract';
import type { Random } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { inGroups } from '../store/in-groups.ts';

/** `platform` covers every other scope. */
export const scopes = ['platform', 'screen', 'requests', 'decisions', 'settings'] as const;
export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}

export interface ApiKeyFacts {
  readonly id: string;
  readonly platformId: string;
  readonly platformName: string;
  readonly scopes: readonly Scope[];
  readonly label: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

// The secret has 256 random bits, so a plain hash is enough; slow hashes are for passwords that people choose.
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Makes a key. The key text is shown once and never stored: `lk_<id>_<secret>`. */
export async function createApiKey(
  tx: Tx,
  random: Random,
  wanted: { readonly platformId: string; readonly scopes: readonly Scope[]; readonly label: string },
): Promise<{ readonly id: string; readonly key: string }> {
  const id = Buffer.from(random(9)).toString('base64url').replaceAll('_', '-');
  const secret = Buffer.from(random(32)).toString('base64url');
  await tx.sql
    .insertInto('api_key')
    .values({
      id,
      platform_id: wanted.platformId,
      scopes: [...wanted.scopes],
      label: wanted.label,
      key_hash: hashOf(secret),
      created_at: tx.now,
      revoked_at: null,
    })
    .execute();
  await record(tx, { act: 'key.created', subjects: { key: id, platform: wanted.platformId } });
  return { id, key: `lk_${id}_${secret}` };
}

/** Ends a key at once. Answers whether there was a live one with this id. */
export async function revokeApiKey(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.sql
    .updateTable('api_key')
    .set({ revoked_at: tx.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('platform_id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await record(tx, { act: 'key.revoked', subjects: { key: id, platform: row.platform_id } });
  return true;
}

export async function listApiKeys(db: Db): Promise<ApiKeyFacts[]> {
  const rows = await db
    .selectFrom('api_key')
    .innerJoin('platform', 'platform.id', 'api_key.platform_id')
    .selectAll('api_key')
    .select('platform.name')
    .orderBy('api_key.created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    platformId: row.platform_id,
    platformName: row.name,
    scopes: row.scopes.filter(isScope),
    label: row.label,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }));
}

interface KeyRow {
  readonly id: string;
  readonly platform_id: string;
  readonly scopes: readonly string[];
  readonly key_hash: Buffer;
}

/** Finds the live key of an id. */
export type KeyFinder = (id: string) => Promise<KeyRow | null>;

/** Asks the database each time, so that a revoked key ends at once; calls that come together ask together. */
export function openKeyFinder(store: Pick<Store, 'alone'>): KeyFinder {
  return inGroups(
    async (ids: readonly string[]) => {
      const rows = await store.alone<KeyRow>({
        name: 'live-keys',
        text: 'select id, platform_id, scopes, key_hash from api_key where id = any($1::text[]) and revoked_at is null',
        values: () => [[...new Set(ids)]],
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { most: 1000, atOnce: 1 },
  );
}

/**
 * The platform behind an Authorization header.
 * @throws Problem `key/missing`, `key/unknown` (wrong, revoked, malformed: all alike) or `key/scope`.
 */
export async function platformOfKey(
  find: KeyFinder,
  authorization: string | undefined,
  needed: Scope,
): Promise<{ readonly platformId: string; readonly keyId: string }> {
  if (authorization === undefined) throw new Problem('key/missing');
  const [, id, secret] = /^Bearer lk_([A-Za-z0-9-]{12})_([A-Za-z0-9_-]{43})$/i.exec(authorization) ?? [];
  if (id === undefined || secret === undefined) throw new Problem('key/unknown');
  const row = await find(id);
  if (row === null || !timingSafeEqual(row.key_hash, hashOf(secret))) throw new Problem('key/unknown');
  if (!row.scopes.includes('platform') && !row.scopes.includes(needed))
    throw new Problem('key/scope', { detail: `This call needs the scope ${needed} or platform.` });
  return { platformId: row.platform_id, keyId: row.id };
}

/** How many keys are kept in mind; then all are forgotten, and asked about anew. */
const mostKeptInMind = 1000;

export interface AcceptedKey {
  readonly platformId: string;
  readonly keyId: string;
  /** It was accepted before and not asked about again: whoever writes anything for it does (`requireLiveKeys`, `store/remember-new.ts`). */
  readonly isFromMemory: boolean;
}

export interface KeysInMind {
  /** As `platformOfKey`, without asking where this header was accepted before. */
  accept(authorization: string | undefined, needed: Scope): Promise<AcceptedKey>;
  /** Call it when a key turned out to have ended. */
  forget(keyId: string): void;
}

/** Keys that were accepted, by the digest of their header. What a key may do never changes; only whether it has ended, and that the write asks. */
export function keepKeysInMind(find: KeyFinder): KeysInMind {
  const accepted = new Map<string, { readonly platformId: string; readonly keyId: string }>();
  return {
    accept: async (authorization, needed) => {
      const name = hash('sha256', `${needed} ${authorization}`, 'base64');
      const known = accepted.get(name);
      if (known !== undefined) return { ...known, isFromMemory: true };
      const { platformId, keyId } = await platformOfKey(find, authorization, needed);
      if (accepted.size >= mostKeptInMind) accepted.clear();
      accepted.set(name, { platformId, keyId });
      return { platformId, keyId, isFromMemory: false };
    },
    forget: (keyId) => {
      for (const [name, known] of accepted) if (known.keyId === keyId) accepted.delete(name);
    },
  };
}

/** Problem `key/unknown` unless all of these keys are still good. */
export async function requireLiveKeys(db: Db, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return;
  const rows = await db.selectFrom('api_key').select('id').where('id', 'in', asked).where('revoked_at', 'is', null).execute();
  if (rows.length < asked.length) throw new Problem('key/unknown');
}
