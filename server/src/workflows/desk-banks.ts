/** What does a moderator see of the banks? Their policies and sizes, the items of one in parts, and those that only ask, with the reason. */
import type { BankFacts, ListedPicture, PicturePart } from '@likeness/web/moderator';
import { sql } from 'kysely';
import { bankSizes } from '../store/bank-sizes.ts';
import { bankPolicies } from '../store/banks.ts';
import type { Db } from '../store/database.ts';
import type { Suspicion } from '../store/tables.ts';
import { radiiWords } from './banks.ts';

/** Every bank with its policy and its sizes, or the one of that id. */
export async function bankFacts(db: Db, id?: string): Promise<BankFacts[]> {
  const policies = (await bankPolicies(db)).filter((bank) => id === undefined || bank.id === id);
  const sizes = new Map(
    (await bankSizes(db, id === undefined ? undefined : policies.map((bank) => bank.id))).map((size) => [size.id, size]),
  );
  return policies.map((bank): BankFacts => {
    const { platform = null, items = 0, codes = 0 } = sizes.get(bank.id) ?? {};
    const { name, onMatch, enabled, ratio = null, isHarmless = false } = bank;
    return { id: bank.id, name, platform, onMatch, enabled, isHarmless, radius: radiiWords(bank), ratio, items, codes };
  });
}

interface Row {
  readonly id: string;
  readonly bank_id: string;
  readonly bank_name: string;
  readonly label: string | null;
  readonly source: string;
  readonly notes: string[] | null;
  readonly added_at: Date;
  readonly expires_at: Date | null;
  readonly codes: number;
  readonly confirmed: boolean | null;
  readonly suspended_for: Suspicion | null;
  readonly suspended_at: Date | null;
  readonly uploads: number;
  readonly review_id: string | null;
}

// Everything about the items that `chosen` names, each looked up by its id.
const factsOf = (chosen: ReturnType<typeof sql>) => sql<Row>`
  select item.id, item.bank_id, bank.name as bank_name, item.label, item.source, item.added_at, item.confirmed, item.suspended_for, item.suspended_at,
    (select array_agg(distinct claim.note) from claim where claim.item_id = item.id and claim.ended_at is null and claim.note is not null) as notes,
    (select case when bool_and(claim.expires_at is not null) then max(claim.expires_at) end
     from claim where claim.item_id = item.id and claim.ended_at is null) as expires_at,
    (select count(*)::int from item_code where item_code.item_id = item.id) as codes,
    (select count(*)::int from match where match.item_id = item.id) as uploads,
    (select review.id from match join review on review.ref = match.ref and review.closed_at is null
     where match.item_id = item.id order by review.opened_at desc limit 1) as review_id
  from (${chosen}) chosen join item on item.id = chosen.id join bank on bank.id = item.bank_id
  order by chosen.place`;

function pictureOf(row: Row): ListedPicture {
  return {
    itemId: row.id,
    bankId: row.bank_id,
    bankName: row.bank_name,
    label: row.label,
    source: row.source,
    notes: row.notes ?? [],
    addedAt: row.added_at,
    expiresAt: row.expires_at,
    fingerprintCount: row.codes,
    confirmed: row.confirmed,
    suspendedFor: row.suspended_for,
    suspendedAt: row.suspended_at,
    uploadCount: row.uploads,
    reviewId: row.review_id,
  };
}

/** Items that only ask until a person has looked, the latest first, and how many there are. */
export async function askingItems(db: Db, limit: number): Promise<{ readonly rows: readonly ListedPicture[]; readonly total: number }> {
  const { rows } = await factsOf(sql`
    select item.id, row_number() over (order by item.suspended_at desc, item.id) as place
    from item where item.suspended_for is not null and item.state in ('active', 'suspended') order by item.suspended_at desc, item.id limit ${limit}`).execute(
    db,
  );
  return { rows: rows.map(pictureOf), total: await askingCount(db) };
}

/** How many items wait for a person to say whether they may follow their bank again. */
export async function askingCount(db: Db): Promise<number> {
  const row = await db
    .selectFrom('item')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('suspended_for', 'is not', null)
    .where('state', 'in', ['active', 'suspended'])
    .executeTakeFirstOrThrow();
  return row.total;
}

const nil = '00000000-0000-0000-0000-000000000000';

/** One part of a bank's items, in the order of their ids; `after` is the last id of the part before, and anything else is the beginning. */
export async function itemsOfBank(db: Db, bankId: string, after: string | null, size: number): Promise<PicturePart> {
  const from = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after ?? '') ? after : null;
  const { rows } = await factsOf(sql`
    select item.id, row_number() over (order by item.id) as place
    from item where item.bank_id = ${bankId}::uuid and item.state = 'active' and item.id > ${from ?? nil}::uuid order by item.id limit ${size + 1}`).execute(
    db,
  );
  const shown = rows.slice(0, size);
  return { rows: shown.map(pictureOf), isFirst: from === null, next: rows.length > size ? (shown.at(-1)?.id ?? null) : null };
}
