/** How many items and codes does each bank hold? Counted once, and again only after a change that may have touched it. */
import { sql } from 'kysely';
import { latestChange } from './banks.ts';
import type { Db } from './database.ts';

export interface BankRow {
  readonly id: string;
  readonly name: string;
  readonly platform: string | null;
  readonly onMatch: string;
  readonly enabled: boolean;
  readonly harmless: boolean;
  readonly items: number;
  readonly codes: number;
}

/**
 * Every bank, or these, with the number of its active items and codes. Exact: what was counted before counts as long as no change since can have touched the bank, and
 * is counted again otherwise.
 */
export async function bankSizes(db: Db, ids?: readonly string[]): Promise<BankRow[]> {
  // Read first: what is committed while it is counted is counted, and counted again the next time.
  const seq = await latestChange(db);
  const { rows } = await sql<Omit<BankRow, 'items' | 'codes'> & { items: number | null; codes: number | null; seq: number | null }>`
    select bank.id, bank.name, platform.name as platform, bank.on_match as "onMatch", bank.enabled, bank.is_harmless as harmless,
      size.seq, size.items, size.codes
    from bank
    left join platform on platform.id = bank.platform_id
    left join bank_size size on size.bank_id = bank.id
    where ${ids === undefined ? null : [...ids]}::uuid[] is null or bank.id = any(${ids === undefined ? null : [...ids]}::uuid[])
    order by bank.created_at`.execute(db);
  const sizes: BankRow[] = [];
  for (const { items, codes, seq: countedAt, ...bank } of rows) {
    const isKnown = items !== null && codes !== null && countedAt !== null && !(await mayHaveTouched(db, bank.id, countedAt));
    const size = isKnown ? { items, codes } : await countBank(db, bank.id);
    if (seq !== countedAt)
      await sql`
        insert into bank_size (bank_id, seq, items, codes) values (${bank.id}, ${seq}, ${size.items}, ${size.codes})
        on conflict (bank_id) do update set seq = excluded.seq, items = excluded.items, codes = excluded.codes where bank_size.seq < excluded.seq`.execute(
        db,
      );
    sizes.push({ ...bank, ...size });
  }
  return sizes;
}

/** Whether a change after that number was of an item of the bank. One that is gone may have been of any. */
async function mayHaveTouched(db: Db, bankId: string, seq: number): Promise<boolean> {
  const { rows } = await sql<{ is_touched: boolean }>`
    select exists (
      select from bank_change left join item on item.id = bank_change.subject_id
      where bank_change.seq > ${seq} and bank_change.subject = 'item' and (item.id is null or item.bank_id = ${bankId})) as is_touched`.execute(
    db,
  );
  return rows[0]?.is_touched !== false;
}

async function countBank(db: Db, bankId: string): Promise<Pick<BankRow, 'items' | 'codes'>> {
  const { rows } = await sql<Pick<BankRow, 'items' | 'codes'>>`
    select (select count(*)::int from item where bank_id = ${bankId} and state = 'active') as items,
      (select count(*)::int from item join item_code on item_code.item_id = item.id where bank_id = ${bankId} and state = 'active') as codes`.execute(
    db,
  );
  return rows[0] ?? { items: 0, codes: 0 };
}
