/** How does a month of the ledger leave the house so that anybody can check it? As one signed file; docs/formats/ledger-export.md. */
import { createHash } from 'node:crypto';
import type { KeyRing } from '../config/key-ring.ts';
import type { Store } from '../store/database.ts';
import { record } from './record.ts';
import { genesis } from './row.ts';

export const exportFormat = 'likeness-ledger-export/1';

export interface Exported {
  readonly month: string;
  /** The first row and the last; the last is one less than the first when nothing happened. */
  readonly from: number;
  readonly to: number;
  /** Base64 of 32 bytes. */
  readonly publicKey: string;
}

const batch = 1000;

/** The bytes that are signed: one line with the digest of every byte before the last line, so that anyone can check it with any Ed25519 tool. */
export function signedExportText(digest: string): Uint8Array {
  return new TextEncoder().encode(`likeness-ledger-export-v1 ${digest}\n`);
}

/**
 * Writes the rows of a month, such as `2026-11` in UTC, piece by piece. Null when it is not over: then there may be more of it.
 * Rows are numbered by commit and timed by their transaction's start, so a month ends with the last row of its time, and each row is in exactly one.
 * @throws RangeError for anything that is no month
 */
export async function exportLedger(
  store: Store,
  keys: KeyRing,
  month: string,
  write: (piece: string) => Promise<void>,
): Promise<Exported | null> {
  const begins = monthOf(month);
  const ends = new Date(Date.UTC(begins.getUTCFullYear(), begins.getUTCMonth() + 1, 1));
  const now = await store.transact(async (tx) => tx.now);
  if (ends > now) return null;
  const from = (await lastBefore(store, begins)) + 1;
  const to = Math.max(from - 1, await lastBefore(store, ends));
  const before = await store.db
    .selectFrom('ledger')
    .select('hash')
    .where('seq', '=', from - 1)
    .executeTakeFirst();
  const { keyId } = keys.sign(signedExportText(''));
  const publicKey = Buffer.from(keys.ledgerPublicKey(keyId) ?? []).toString('base64');
  const digest = createHash('sha256');
  const line = async (value: object): Promise<void> => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text, 'utf8');
    await write(text);
  };
  const after = hex(before?.hash ?? genesis);
  await line({ format: exportFormat, month, from, to, after, writtenAt: now.toISOString(), keyId, publicKey });
  for (let next = from; next <= to; ) {
    const rows = await store.db
      .selectFrom('ledger')
      .select(['seq', 'at', 'act', 'subjects', 'commitment', 'hash'])
      .where('seq', '>=', next)
      .where('seq', '<=', to)
      .orderBy('seq')
      .limit(batch)
      .execute();
    if (rows.length === 0) break;
    for (const { seq, at, act, subjects, commitment, hash } of rows)
      await line({ seq, at: at.toISOString(), act, subjects, commitment: commitment === null ? null : hex(commitment), hash: hex(hash) });
    next = (rows.at(-1)?.seq ?? to) + 1;
  }
  const sha256 = digest.digest('hex');
  const { signature } = keys.sign(signedExportText(sha256));
  await write(`${JSON.stringify({ sha256, signature: Buffer.from(signature).toString('base64') })}\n`);
  await store.transact((tx) => record(tx, { act: 'ledger.exported', subjects: { month, from, to } }));
  return { month, from, to, publicKey };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Whether a text is a month as an export names it. */
export function isMonth(text: string): boolean {
  return /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

function monthOf(text: string): Date {
  if (!isMonth(text)) throw new RangeError('a month is written 2026-11');
  return new Date(`${text}-01T00:00:00.000Z`);
}

/** The highest row number with an earlier time; 0 without one. */
async function lastBefore(store: Store, time: Date): Promise<number> {
  const { seq } = await store.db
    .selectFrom('ledger')
    .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
    .where('at', '<', time)
    .executeTakeFirstOrThrow();
  return seq ?? 0;
}
