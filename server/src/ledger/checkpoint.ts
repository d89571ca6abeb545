/** How is the ledger's head anchored outside the database? Signed with Ed25519 and appended to checkpoints.log, to be kept elsewhere. */
import { appendFile } from 'node:fs/promises';
import type { KeyRing } from '../config/key-ring.ts';
import type { Store } from '../store/database.ts';

export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

/** A checkpoint is due after this many rows or this long, whichever comes first (design §10.7). */
const rowsBetween = 1000;
const msBetween = 10 * 60 * 1000;

/** The bytes that are signed: one line, so that anyone can check it with any Ed25519 tool. */
export function signedText(checkpoint: Pick<Checkpoint, 'seq' | 'hash' | 'at'>): Uint8Array {
  return new TextEncoder().encode(`likeness-ledger-v1 ${checkpoint.seq} ${checkpoint.hash} ${checkpoint.at}\n`);
}

/**
 * Signs the head when one is due (or `force`), stores it and appends it to the file. Answers the checkpoint, or null when none was due.
 * The row comes first, the line second; `unwritten` lines are appended again at the next call, so a crash between loses none.
 */
export async function checkpoint(store: Store, keys: KeyRing, file: string | null, force = false): Promise<Checkpoint | null> {
  const made = await store.transact(async (tx) => {
    const head = await tx.sql.selectFrom('ledger').select(['seq', 'hash', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    if (head === undefined) return null;
    const last = await tx.sql.selectFrom('checkpoint').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    if (last !== undefined && last.seq >= head.seq) return null;
    const isDue = last === undefined || head.seq - last.seq >= rowsBetween || tx.now.getTime() - last.at.getTime() >= msBetween;
    if (!isDue && !force) return null;
    const unsigned = { seq: head.seq, hash: head.hash.toString('hex'), at: tx.now.toISOString() };
    const { keyId, signature } = keys.sign(signedText(unsigned));
    const inserted = await tx.sql
      .insertInto('checkpoint')
      .values({ seq: head.seq, hash: head.hash, at: tx.now, key_id: keyId, signature })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return null;
    return { ...unsigned, keyId, signature: Buffer.from(signature).toString('base64') };
  });
  if (made !== null && file !== null) await appendFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  return made;
}
