/** May what was just listed hold? Not while it is near a picture that is known to be harmless, or one that many people put up here: then it asks, and a person reads why. */
import { type BankPolicy, type ListedItem, openIndex } from '@likeness/lookup';
import type { BankIndex } from '../index/bank-index.ts';
import { openRebuilding } from '../index/rebuild.ts';
import type { Act } from '../ledger/record.ts';
import { activeItemsOf, bankPolicies, itemsById } from '../store/banks.ts';
import type { Store, Tx } from '../store/database.ts';
import { oftenSeen, suspend } from '../store/suspicion.ts';
import type { Suspicion } from '../store/tables.ts';

/** Suspends those of the new items that may not hold. Call it before their changes are noted, and record what it answers. */
export type NewItemCheck = (tx: Tx, itemIds: readonly string[]) => Promise<readonly Act[]>;

const page = 2000;
const nil = '00000000-0000-0000-0000-000000000000';

/** The check of a process that holds the whole index. */
export function checkWith(index: Pick<BankIndex, 'look'>, uploaders: number, platformId: string): NewItemCheck {
  return (tx, itemIds) => check(tx, itemIds, uploaders, (item) => isKnown(index, item, platformId));
}

/** The check of a command, which reads the harmless banks for it and nothing else. */
export async function newItemCheck(store: Store, uploaders: number, bank: BankPolicy): Promise<NewItemCheck> {
  // A harmless bank holds nothing.
  if (bank.isHarmless === true) return async () => [];
  const harmless = (await bankPolicies(store.db)).filter(
    ({ isHarmless, enabled, platformId }) => isHarmless === true && enabled && (platformId === null || platformId === bank.platformId),
  );
  if (harmless.length === 0) return (tx, itemIds) => check(tx, itemIds, uploaders, null);
  const index = await openIndex();
  let seq = 0;
  for (const one of harmless) {
    index.apply({ seq: ++seq, kind: 'bank', bank: one });
    for (let after = nil; ; ) {
      const items = await activeItemsOf(store.db, one.id, after, page);
      for (const item of items) index.apply({ seq: ++seq, kind: 'item', item });
      const last = items.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
  }
  // Sorted once, or each new item would be compared with every code.
  const sorting = await openRebuilding({ sets: Object.values(index.sets), log: () => {} });
  sorting.check();
  await sorting.settled();
  await sorting.close();
  return (tx, itemIds) => check(tx, itemIds, uploaders, (item) => isKnown(index, item, bank.platformId ?? ''));
}

function isKnown(index: Pick<BankIndex, 'look'>, item: ListedItem, platformId: string): boolean {
  const fingerprints = item.codes
    .filter(({ variant, provenance }) => variant === 'whole' && provenance === 'confirmed')
    .map(({ kind, value, quality }) => ({ kind, variant: 'whole' as const, value, ...(quality === null ? {} : { quality }) }));
  return index.look({ platformId, source: 'fingerprints', fingerprints }).some(({ isHarmless }) => isHarmless === true);
}

async function check(
  tx: Tx,
  itemIds: readonly string[],
  uploaders: number,
  knows: ((item: ListedItem) => boolean) | null,
): Promise<readonly Act[]> {
  if (itemIds.length === 0) return [];
  const known = knows === null ? [] : (await itemsById(tx.sql, itemIds)).filter(knows).map(({ id }) => id);
  const acts = async (ids: readonly string[], reason: Suspicion): Promise<Act[]> =>
    (await suspend(tx, ids, reason)).map((item): Act => ({ act: 'item.suspended', subjects: { item, reason } }));
  return [...(await acts(known, 'known-harmless')), ...(await acts(await oftenSeen(tx, itemIds, uploaders), 'often-seen'))];
}
