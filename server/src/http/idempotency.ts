/** Was this very request already carried out? The answer is kept in the same transaction as the work, so a repeat after any crash is the same one. */
import { createHash } from 'node:crypto';
import { Problem } from '@likeness/contract';
import type { Engine } from '../workflows/engine.ts';

const longestKey = 255;

/**
 * Runs `work` once per Idempotency-Key of a platform and route; a repeat gets the first answer again, for 24 hours. Without a key it just runs.
 * @throws Problem `idempotency/reused` when the key comes with another body.
 */
export async function once<T>(
  engine: Engine,
  call: { readonly platformId: string; readonly route: string; readonly key: string | undefined; readonly body: unknown },
  work: (engine: Engine) => Promise<T>,
  parse: (saved: unknown) => T,
): Promise<T> {
  const { key } = call;
  if (key === undefined) return work(engine);
  if (key.length > longestKey || key === '')
    throw new Problem('body/invalid', { detail: `Idempotency-Key has 1 to ${longestKey} characters.` });
  const keyMac = Buffer.from(engine.keys.mac('session', Buffer.from(`idempotency:${call.platformId}:${call.route}:${key}`)));
  const bodyHash = createHash('sha256').update(JSON.stringify(call.body)).digest();
  const place = Buffer.concat([Buffer.from('idempotency:'), keyMac]);
  return engine.store.transact(async (tx) => {
    // A repeat at the same moment waits here until the first one has committed.
    const taken = await tx.sql
      .insertInto('idempotency')
      .values({ key_mac: keyMac, body_hash: bodyHash, status: null, answer_sealed: null, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('at')
      .executeTakeFirst();
    if (taken === undefined) {
      const earlier = await tx.sql
        .selectFrom('idempotency')
        .select(['body_hash', 'answer_sealed'])
        .where('key_mac', '=', keyMac)
        .executeTakeFirst();
      if (earlier === undefined || earlier.answer_sealed === null) throw new Problem('idempotency/running');
      if (!earlier.body_hash.equals(bodyHash)) throw new Problem('idempotency/reused');
      return parse(JSON.parse(Buffer.from(engine.keys.open('envelope', earlier.answer_sealed, place)).toString('utf8')));
    }
    const answer = await work({ ...engine, store: { ...engine.store, transact: (inner) => inner(tx) } });
    const sealed = engine.keys.seal('envelope', Buffer.from(JSON.stringify(answer)), place);
    await tx.sql.updateTable('idempotency').set({ status: 201, answer_sealed: sealed }).where('key_mac', '=', keyMac).execute();
    return answer;
  });
}
