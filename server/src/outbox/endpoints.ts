/** Where does a platform hear its webhooks? Endpoints, each with a secret of its own, sealed. */
import { Problem } from '@likeness/contract';
import type { KeyRing } from '../config/key-ring.ts';
import { type Random, uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import type { Db, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { WebhookSecret } from './webhook-signature.ts';

export interface Endpoint {
  readonly id: string;
  readonly platformId: string;
  readonly url: string;
  readonly createdAt: Date;
}

const place = (id: string): Uint8Array => Buffer.from(`endpoint:${id}:secret`);

/**
 * Registers an address. The same one again keeps its id and what waits to be delivered, and gets a new secret, so that a platform can start over
 * without losing a word; what is delivered from then on is signed with the new one.
 */
export async function createEndpoint(
  tx: Tx,
  keys: KeyRing,
  random: Random,
  platformId: string,
  url: string,
): Promise<Endpoint & { readonly secret: WebhookSecret }> {
  const secret = new WebhookSecret(random(24));
  // One at a time per platform: two registrations of one address at once are one after the other, and the later secret counts.
  await tx.sql.selectFrom('platform').select('id').where('id', '=', platformId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const live = await tx.sql
    .selectFrom('endpoint')
    .select(['id', 'created_at'])
    .where('platform_id', '=', platformId)
    .where('url', '=', url)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const id = live?.id ?? uuid(random);
  const secretSealed = keys.seal('webhook', secret.reveal(), place(id));
  if (live === undefined) {
    await tx.sql
      .insertInto('endpoint')
      .values({ id, platform_id: platformId, url, secret_sealed: secretSealed, created_at: tx.now, disabled_at: null })
      .execute();
  } else {
    await tx.sql.updateTable('endpoint').set({ secret_sealed: secretSealed }).where('id', '=', id).execute();
  }
  await record(tx, { act: 'endpoint.created', subjects: { endpoint: id, platform: platformId } });
  return { id, platformId, url, createdAt: live?.created_at ?? tx.now, secret };
}

/** Ends an endpoint. Problem `endpoint/unknown` when the platform has no live one with this id. */
export async function disableEndpoint(tx: Tx, platformId: string, id: string): Promise<void> {
  const row = await tx.sql
    .updateTable('endpoint')
    .set({ disabled_at: tx.now })
    .where('id', '=', uuidOf(id))
    .where('platform_id', '=', platformId)
    .where('disabled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw new Problem('endpoint/unknown');
  await record(tx, { act: 'endpoint.disabled', subjects: { endpoint: id, platform: platformId } });
}

export async function listEndpoints(db: Db, platformId: string): Promise<Endpoint[]> {
  const rows = await db
    .selectFrom('endpoint')
    .select(['id', 'url', 'created_at'])
    .where('platform_id', '=', platformId)
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ id: row.id, platformId, url: row.url, createdAt: row.created_at }));
}

/** Address and secret of a live endpoint; null once it was ended. */
export async function endpointToCall(
  db: Db,
  keys: KeyRing,
  id: string,
): Promise<{ readonly url: string; readonly secret: WebhookSecret } | null> {
  const row = await db
    .selectFrom('endpoint')
    .select(['url', 'secret_sealed'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { url: row.url, secret: new WebhookSecret(keys.open('webhook', row.secret_sealed, place(id))) };
}

/** Any live endpoint's secret of a platform, to sign a preview request with: the newest, because the platform surely holds that one. */
export async function newestEndpoint(db: Db, platformId: string): Promise<string | null> {
  const row = await db
    .selectFrom('endpoint')
    .select('id')
    .where('platform_id', '=', platformId)
    .where('disabled_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
