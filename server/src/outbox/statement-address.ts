/** Where does an uploader read a statement of reasons? An address that is made from the statement's id and the key ring, so that nothing stored opens it. */
import { timingSafeEqual } from 'node:crypto';
import type { FeedEntry } from '@likeness/contract';
import type { KeyRing } from '../config/key-ring.ts';

const textOf = (statementId: string): Uint8Array => Buffer.from(`statement:${statementId}`);

/** The address, with its secret after the `#`, where no server and no log sees it. */
export function statementAddress(keys: KeyRing, publicUrl: string, statementId: string): string {
  return `${publicUrl}/statement#${statementSecret(keys, statementId)}`;
}

/** What stands after the `#`. Only whoever may read this statement gets it. */
export function statementSecret(keys: KeyRing, statementId: string): string {
  return `${statementId}.${Buffer.from(keys.mac('case-code', textOf(statementId))).toString('base64url')}`;
}

/** The statement that such an address opens; null when its secret is not right. The whole address counts as well as its end. */
export function statementBehind(keys: KeyRing, text: string): string | null {
  const [, statementId = '', secret = ''] = /([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})\s*$/.exec(text.slice(-400)) ?? [];
  // As text: the last sign of 43 carries two bits that decoding would ignore.
  const given = Buffer.from(secret);
  const isRight = keys
    .macsOfAll('case-code', textOf(statementId))
    .map((mac) => Buffer.from(Buffer.from(mac).toString('base64url')))
    .map((mac) => mac.length === given.length && timingSafeEqual(mac, given))
    .includes(true);
  return isRight ? statementId : null;
}

/** The entry as a platform reads it: a statement with its address. */
export function withStatementAddress(keys: KeyRing, publicUrl: string, entry: FeedEntry): FeedEntry {
  const { statement } = entry.data;
  if (statement === undefined) return entry;
  return { ...entry, data: { ...entry.data, statement: { ...statement, url: statementAddress(keys, publicUrl, statement.id) } } };
}
