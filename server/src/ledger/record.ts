/** How does an act enter the ledger? In the transaction of the act itself, numbered in commit order. */
import { type Tx, takeLog } from '../store/database.ts';
import { genesis, hashOfRow, type LedgerAct, type Subjects } from './row.ts';

export interface Act {
  readonly act: LedgerAct;
  readonly subjects: Subjects;
  readonly commitment?: Uint8Array;
}

/** Appends acts in the given order. Call it last in the transaction: it takes the ledger until commit. */
export async function record(tx: Tx, ...entries: readonly Act[]): Promise<void> {
  if (entries.length === 0) return;
  await takeLog(tx, 'ledger');
  const head = await tx.sql.selectFrom('ledger').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  let seq = head?.seq ?? 0;
  let prevHash: Uint8Array = head?.hash ?? genesis;
  const rows = entries.map(({ act, subjects, commitment }) => {
    seq += 1;
    const unhashed = { seq, at: tx.now, act, subjects, commitment: commitment ?? null, prevHash };
    const hash = hashOfRow(unhashed);
    prevHash = hash;
    return { seq, at: tx.now, act, subjects: JSON.stringify(subjects), commitment: commitment ?? null, prev_hash: unhashed.prevHash, hash };
  });
  await tx.sql.insertInto('ledger').values(rows).execute();
}
