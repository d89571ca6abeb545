/** How does the server get a picture for a moderator? One signed call to the address that the platform registered; the answer stays in memory. */
import { Problem } from '@likeness/contract';
import type { KeyRing } from '../config/key-ring.ts';
import type { Random } from '../config/random.ts';
import { endpointToCall, newestEndpoint } from '../outbox/endpoints.ts';
import type { Targets } from '../outbox/targets.ts';
import { webhookHeaders } from '../outbox/webhook-signature.ts';
import type { Store } from '../store/database.ts';

const timeoutMs = 10_000;
/** Whatever uploads may have: it is held in memory whole, and a moderator sees it small. */
const mostBytes = 32 * 1024 * 1024;

export interface FetchTools {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly random: Random;
  readonly targets: Targets;
  readonly maxBytes: number;
}

export type Fetched =
  /** The file as it arrived. */
  | { readonly chunks: readonly Buffer[] }
  | { readonly failed: 'not-set-up' | 'no-secret' | 'not-allowed' | 'no-answer' | 'refused' | 'too-large' };

/** Fetches one upload's picture. The call carries the headers of a webhook, signed with the platform's newest secret over the content id: the platform can tell that it is us, and headers seen once open no other picture. */
export async function fetchPicture(tools: FetchTools, platformId: string, contentId: string): Promise<Fetched> {
  const { store, keys, random, targets, maxBytes } = tools;
  const platform = await store.db.selectFrom('platform').select('preview_url').where('id', '=', platformId).executeTakeFirst();
  if (platform?.preview_url == null) return { failed: 'not-set-up' };
  const endpointId = await newestEndpoint(store.db, platformId);
  const endpoint = endpointId === null ? null : await endpointToCall(store.db, keys, endpointId);
  if (endpoint === null) return { failed: 'no-secret' };
  const now = await store.transact(async (tx) => tx.now);
  const id = `prv_${Buffer.from(random(18)).toString('base64url')}`;
  try {
    const answer = await targets.call({
      method: 'GET',
      url: platform.preview_url.replaceAll('{contentId}', encodeURIComponent(contentId)),
      headers: { accept: 'image/*, video/*', 'user-agent': 'likeness', ...webhookHeaders(endpoint.secret, id, now, contentId) },
      timeoutMs,
      maxAnswerBytes: Math.min(maxBytes, mostBytes),
    });
    return answer.status === 200 ? { chunks: answer.chunks } : { failed: 'refused' };
  } catch (error) {
    if (error instanceof Problem && error.code === 'target/refused') return { failed: 'not-allowed' };
    return { failed: error instanceof Error && /is larger than \d+ bytes$/.test(error.message) ? 'too-large' : 'no-answer' };
  }
}
