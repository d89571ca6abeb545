/** How do tests and measurements get more items than they could write one by one? Made up inside PostgreSQL, with a change of the bank for each. */
import { sql } from 'kysely';
import { noteBankChanges } from '../store/banks.ts';
import type { Store } from '../store/database.ts';

export const manyItemId = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** Lists items `from` to `to` (exclusive) in the bank, each with one PDQ code of its own, as one transaction. */
export async function listMany(store: Store, bankId: string, from: number, to: number): Promise<void> {
  await store.transact(async (tx) => {
    const ids = sql`('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
    const value = sql`decode(md5('a' || i) || md5('b' || i), 'hex')`;
    const numbers = sql`generate_series(${from}::int, ${to - 1}::int) i`;
    await sql`insert into item (id, bank_id, state, source, added_at) select ${ids}, ${bankId}::uuid, 'active', 'import', ${tx.now} from ${numbers}`.execute(
      tx.sql,
    );
    await sql`insert into code (kind, value) select 'pdq', ${value} from ${numbers}`.execute(tx.sql);
    await sql`
      insert into item_code (item_id, code_id, variant, quality, provenance)
      select ${ids}, code.id, 'whole', 100, 'confirmed' from ${numbers} join code on code.kind = 'pdq' and code.value = ${value}`.execute(
      tx.sql,
    );
    const before = await noteBankChanges(tx, []);
    await sql`
      insert into bank_change (seq, subject, subject_id, at)
      select ${before}::bigint + 1 + i - ${from}::int, 'item', ${ids}, ${tx.now} from ${numbers}`.execute(tx.sql);
  });
}

/** The code of an item that `listMany` listed, as hex. */
export async function manyItemValue(store: Store, number: number): Promise<string> {
  const { rows } = await sql<{ value: string }>`select md5('a' || ${number}::int) || md5('b' || ${number}::int) as value`.execute(store.db);
  return rows[0]?.value ?? '';
}
