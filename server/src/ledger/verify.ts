/** Is the ledger whole? Names the first row that was changed, dropped, moved or cut off, and says when nothing outside the database anchors it. */
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import type { Store } from '../store/database.ts';
import { type Checkpoint, signedText, storedCheckpoints } from './checkpoint.ts';
import { genesis, hashOfRow } from './row.ts';

export interface LedgerVerdict {
  readonly whole: boolean;
  readonly rows: number;
  /** The first row at which the chain breaks. */
  readonly badRow?: number;
  /** Why, in a sentence. */
  readonly reason?: string;
  /** The highest row that a valid signed checkpoint vouches for; null: unanchored, so a cut-off tail would not show. */
  readonly anchoredTo: number | null;
}

const batch = 1000;

/** Reads every row once, in order. `outside` are the lines of checkpoints.log as kept elsewhere; those in the database are read here. */
export async function verifyLedger(store: Store, keys: KeyRing, outside: readonly Checkpoint[]): Promise<LedgerVerdict> {
  const inside = await storedCheckpoints(store, 0);
  const checkpoints = [...inside, ...outside];
  const bySeq = Map.groupBy(checkpoints, ({ seq }) => seq);
  let expected = 1;
  let prev: Uint8Array = genesis;
  let anchoredTo: number | null = null;
  const bad = (badRow: number, reason: string): LedgerVerdict => ({ whole: false, rows: expected - 1, badRow, reason, anchoredTo });
  for (;;) {
    const rows = await store.db
      .selectFrom('ledger')
      .selectAll()
      // PostgreSQL keeps microseconds and a Date does not: a time moved by less than a millisecond would not show in the hash.
      .select(sql<boolean>`at = date_trunc('milliseconds', at)`.as('is_written_time'))
      .where('seq', '>=', expected)
      .orderBy('seq')
      .limit(batch)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.seq !== expected) return bad(expected, `row ${expected} is missing; the next one there is ${row.seq}`);
      if (!row.prev_hash.equals(prev)) return bad(row.seq, `row ${row.seq} does not follow the row before it`);
      const hash = hashOfRow({
        seq: row.seq,
        at: row.at,
        act: row.act,
        subjects: row.subjects,
        commitment: row.commitment,
        prevHash: row.prev_hash,
      });
      if (!row.hash.equals(hash) || !row.is_written_time) return bad(row.seq, `row ${row.seq} was changed after it was written`);
      for (const checkpoint of bySeq.get(row.seq) ?? []) {
        if (!isSigned(keys, checkpoint)) return bad(row.seq, `the checkpoint at row ${row.seq} does not carry a valid signature`);
        if (checkpoint.hash !== row.hash.toString('hex'))
          return bad(row.seq, `row ${row.seq} is not the one that its signed checkpoint names`);
        anchoredTo = row.seq;
      }
      prev = row.hash;
      expected += 1;
    }
  }
  const rows = expected - 1;
  const beyond = checkpoints.find(({ seq }) => seq > rows);
  if (beyond !== undefined)
    return bad(rows + 1, `the ledger ends at row ${rows}, but a signed checkpoint names row ${beyond.seq}: the tail was cut off`);
  return { whole: true, rows, anchoredTo };
}

function isSigned(keys: KeyRing, checkpoint: Checkpoint): boolean {
  return keys.verify(checkpoint.keyId, signedText(checkpoint), Buffer.from(checkpoint.signature, 'base64'));
}
