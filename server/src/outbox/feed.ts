/** What is a platform told, in which order? One feed per platform, numbered in commit order; webhooks say it and GET /decisions repeats it. */
import { type FeedData, FeedEntry, type FeedType } from '@likeness/contract';
import { Value } from 'typebox/value';
import type { Random } from '../config/random.ts';
import { type Db, type Tx, takeLog } from '../store/database.ts';
import type { Queue } from './queue.ts';

export interface Announcement {
  readonly platformId: string;
  readonly type: FeedType;
  readonly data: FeedData;
}

/** Appends entries and their deliveries. Call it after all other work, before the ledger: it takes the feeds until commit. */
export async function announce(tx: Tx, queue: Queue, random: Random, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await takeLog(tx, 'feed');
  for (const { platformId, type, data } of announcements) {
    const last = await tx.sql
      .selectFrom('feed')
      .select('seq')
      .where('platform_id', '=', platformId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const id = `msg_${Buffer.from(random(18)).toString('base64url')}`;
    await tx.sql
      .insertInto('feed')
      .values({ platform_id: platformId, seq: (last?.seq ?? 0) + 1, id, type, data: JSON.stringify(data), at: tx.now })
      .execute();
    const endpoints = await tx.sql
      .selectFrom('endpoint')
      .select('id')
      .where('platform_id', '=', platformId)
      .where('disabled_at', 'is', null)
      .execute();
    if (endpoints.length === 0) continue;
    await tx.sql
      .insertInto('delivery')
      .values(
        endpoints.map((endpoint) => ({
          feed_id: id,
          endpoint_id: endpoint.id,
          attempts: 0,
          last_status: null,
          last_error: null,
          last_at: null,
          delivered_at: null,
        })),
      )
      .execute();
    await queue.deliver(
      tx,
      endpoints.map((endpoint) => ({ feedId: id, endpointId: endpoint.id })),
    );
  }
}

const columns = ['id', 'seq', 'type', 'at', 'data'] as const;

function entryOf(row: { id: string; seq: number; type: string; at: Date; data: Record<string, unknown> }): FeedEntry {
  return Value.Parse(FeedEntry, { id: row.id, sequence: row.seq, type: row.type, timestamp: row.at.toISOString(), data: row.data });
}

/** Entries of a platform after a sequence number, oldest first, at most `limit`. */
export async function feedAfter(db: Db, platformId: string, after: number, limit: number): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom('feed')
    .select(columns)
    .where('platform_id', '=', platformId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** One entry, as its webhook says it; null when there is none. */
export async function feedEntry(db: Db, id: string): Promise<FeedEntry | null> {
  const row = await db.selectFrom('feed').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : entryOf(row);
}
