/** Which filings are one flood? Those from one source within a day, and those about one place by people who only saw it, lie on one pile, so that the queue shows a few of them and counts the rest. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** So many filings of one pile stand in the queue by themselves; the rest are counted beside the last of them, and opened there. */
export const shownOfPile = 3;

/**
 * Puts new requests of a filing on a pile: that of the filing that they join, else that of their source within the last day, else that of the same place (`pileOfPlace`), else
 * one of their own.
 */
export async function putOnPile(
  tx: Tx,
  {
    numbers,
    filingId,
    joins,
    placePile,
  }: { readonly numbers: readonly string[]; readonly filingId: string; readonly joins: string | null; readonly placePile: string | null },
): Promise<void> {
  const since = new Date(tx.now.getTime() - dayMs);
  const { rows } = await sql<{ pile_id: string }>`
    select other.pile_id from request other
    where ${joins === null ? sql`other.filing_id <> ${filingId} and other.received_at > ${since} and other.source_mac = (select source_mac from request where tracking_number = ${numbers[0]})` : sql`other.tracking_number = ${joins}`}
    order by other.received_at, other.tracking_number limit 1`.execute(tx.sql);
  const pileId = rows[0]?.pile_id ?? placePile;
  if (pileId !== null)
    await tx.sql
      .updateTable('request')
      .set({ pile_id: pileId })
      .where('tracking_number', 'in', [...numbers])
      .execute();
}

/** Destroys what says where a request came from, a day after it came. The pile stays. */
export async function destroySources(tx: Tx): Promise<void> {
  await tx.sql
    .updateTable('request')
    .set({ source_mac: null })
    .where('source_mac', 'is not', null)
    .where('received_at', '<=', new Date(tx.now.getTime() - dayMs))
    .execute();
}
