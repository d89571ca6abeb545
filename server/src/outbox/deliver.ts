/** Did the platform hear it? One webhook attempt: 2xx is delivered, anything else is tried again later. */
import type { FeedEntry } from '@likeness/contract';
import type { KeyRing } from '../config/key-ring.ts';
import type { Store } from '../store/database.ts';
import { endpointToCall } from './endpoints.ts';
import { feedEntry } from './feed.ts';
import type { DeliveryJob } from './queue.ts';
import type { Targets } from './targets.ts';
import { webhookHeaders } from './webhook-signature.ts';

const timeoutMs = 15_000;

/** Thrown so that the queue tries again; the message is safe to log. */
export class NotDelivered extends Error {
  constructor(reason: string) {
    super(`webhook not delivered: ${reason}`);
    this.name = 'NotDelivered';
  }
}

/**
 * Sends one entry to one endpoint, `complete` with what is not stored. Delivered at least once: when we die after the receiver acted and before this is noted, the same id is sent again.
 * @throws NotDelivered when the receiver did not answer 2xx; the attempt is noted first.
 */
export async function deliver(
  store: Store,
  keys: KeyRing,
  targets: Targets,
  job: DeliveryJob,
  complete: (entry: FeedEntry) => FeedEntry = (entry) => entry,
): Promise<void> {
  const noted = await store.db
    .selectFrom('delivery')
    .select('delivered_at')
    .where('feed_id', '=', job.feedId)
    .where('endpoint_id', '=', job.endpointId)
    .executeTakeFirst();
  if (noted === undefined || noted.delivered_at !== null) return;
  const [entry, endpoint] = await Promise.all([feedEntry(store.db, job.feedId), endpointToCall(store.db, keys, job.endpointId)]);
  if (entry === null || endpoint === null) return;
  const body = JSON.stringify(complete(entry));
  const startedAt = await store.transact(async ({ now }) => now);
  let status: number | null = null;
  let failure: string | null = null;
  try {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'likeness',
      ...webhookHeaders(endpoint.secret, entry.id, startedAt, body),
    };
    const answer = await targets.call({ method: 'POST', url: endpoint.url, headers, body, timeoutMs, maxAnswerBytes: 64 * 1024 });
    status = answer.status;
    if (status < 200 || status > 299) failure = `the receiver answered ${status}`;
  } catch (error) {
    failure = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'the call failed';
  }
  await store.transact(async (tx) => {
    await tx.sql
      .updateTable('delivery')
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        last_status: status,
        last_error: failure,
        last_at: tx.now,
        ...(failure === null ? { delivered_at: tx.now } : {}),
      }))
      .where('feed_id', '=', job.feedId)
      .where('endpoint_id', '=', job.endpointId)
      .execute();
  });
  if (failure !== null) throw new NotDelivered(failure);
}
