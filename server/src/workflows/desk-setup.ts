/** How is a platform connected? Its keys and its webhook addresses, with what became of the last messages, and what is told to the DSA Transparency Database. */
import type { SetupSubmissions } from '@likeness/web/moderator';
import { sql } from 'kysely';
import { type ApiKeyFacts, listApiKeys } from '../access/api-keys.ts';
import { listEndpoints } from '../outbox/endpoints.ts';
import { submissionStanding, type TransparencyDatabase } from '../outbox/submissions.ts';
import type { Db } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { listPlatforms, type Platform } from './platforms.ts';
import { type CopyRule, copyRuleOf } from './remove-copies.ts';

export interface EndpointState {
  readonly id: string;
  readonly url: string;
  readonly createdAt: Date;
  /** Messages not yet taken. */
  readonly waitingCount: number;
  readonly lastDeliveredAt: Date | null;
  /** The last failed attempt, when nothing was taken since. */
  readonly lastFailure: { readonly at: Date; readonly reason: string } | null;
}

export interface PlatformSetup extends Platform {
  readonly keys: readonly ApiKeyFacts[];
  readonly endpoints: readonly EndpointState[];
  /** Null: its statements of reasons are sent nowhere. */
  readonly submissions: SetupSubmissions | null;
  readonly copyRule: CopyRule | null;
}

/** One platform, the first one when the id names none, and the names of the others. Null before there is any. */
export async function platformSetup(
  db: Db,
  platformId: string,
  transparency: TransparencyDatabase | null,
): Promise<{ readonly platform: PlatformSetup; readonly others: readonly Platform[] } | null> {
  const platforms = await listPlatforms(db);
  const platform = platforms.find(({ id }) => id === platformId) ?? platforms[0];
  if (platform === undefined) return null;
  const keys = (await listApiKeys(db)).filter((key) => key.platformId === platform.id);
  return {
    platform: {
      ...platform,
      keys,
      endpoints: await endpointStates(db, platform.id),
      copyRule: await copyRuleOf(db, platform.id),
      submissions: await submissionStanding(db, transparency, platform.id),
    },
    others: platforms.filter((one) => one !== platform),
  };
}

async function endpointStates(db: Db, platformId: string): Promise<EndpointState[]> {
  const endpoints = await listEndpoints(db, platformId);
  const { rows } = await sql<{
    endpoint_id: string;
    waiting: number;
    delivered_at: Date | null;
    failed_at: Date | null;
    reason: string | null;
  }>`
    select endpoint.id as endpoint_id, count(delivery.feed_id) filter (where delivery.delivered_at is null)::int as waiting,
           max(delivery.delivered_at) as delivered_at,
           max(delivery.last_at) filter (where delivery.last_error is not null) as failed_at,
           (array_agg(delivery.last_error order by delivery.last_at desc) filter (where delivery.last_error is not null))[1] as reason
    from endpoint left join delivery on delivery.endpoint_id = endpoint.id
    where endpoint.platform_id = ${platformId} and endpoint.disabled_at is null
    group by endpoint.id`.execute(db);
  return endpoints.map(({ id, url, createdAt }) => {
    const state = rows.find(({ endpoint_id }) => endpoint_id === id);
    const deliveredAt = state?.delivered_at ?? null;
    const failedAt = state?.failed_at ?? null;
    return {
      id,
      url,
      createdAt,
      waitingCount: state?.waiting ?? 0,
      lastDeliveredAt: deliveredAt,
      lastFailure:
        failedAt === null || (deliveredAt !== null && deliveredAt >= failedAt)
          ? null
          : { at: failedAt, reason: state?.reason ?? 'no reason was given' },
    };
  });
}

/** A live webhook address by its id; null when there is none. */
export async function liveEndpoint(db: Db, id: string): Promise<{ readonly platformId: string; readonly url: string } | null> {
  const row = await db
    .selectFrom('endpoint')
    .select(['platform_id', 'url'])
    .where('id', '=', uuidOf(id))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { platformId: row.platform_id, url: row.url };
}

/** Whether anybody was ever made a moderator: then the first run is over. */
export async function hasModerator(db: Db): Promise<boolean> {
  return (await db.selectFrom('moderator').select('id').limit(1).executeTakeFirst()) !== undefined;
}
