/** Has somebody to look at this upload? Not where its fingerprints prove that it shows what a person of this very service looked at and confirmed. */
import { provedBy } from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import type { ConfirmedHere } from '@likeness/web/moderator';
import { type Content, fingerprintOf } from '../store/content.ts';
import type { Db } from '../store/database.ts';

/** As many listed pictures are held against it. */
const mostItems = 5;

/**
 * Who confirmed the picture that it shows, and when; null where nobody here did. Only the codes of uploads that were shown clearly to whoever confirmed them
 * count: never a claimant's own fingerprint, never somebody else's list, never a decision by fingerprint and link.
 */
export async function confirmedHere(
  db: Db,
  { ref, platformId }: Content,
  fingerprints: readonly Fingerprint[],
): Promise<ConfirmedHere | null> {
  const decisions = await db
    .selectFrom('match')
    .innerJoin('item', 'item.id', 'match.item_id')
    .innerJoin('bank', 'bank.id', 'item.bank_id')
    .innerJoin('claim', 'claim.item_id', 'item.id')
    .innerJoin('decision', 'decision.id', 'claim.decision_id')
    .innerJoin('moderator', 'moderator.id', 'decision.moderator_id')
    .select(['claim.id', 'item.id as item_id', 'decision.decided_at', 'moderator.name'])
    .where('match.ref', '=', ref)
    .where('match.settled', 'is', null)
    .where('match.of_earlier', '=', false)
    .where('bank.platform_id', '=', platformId)
    .where('item.state', '=', 'active')
    .where('item.confirmed', '=', true)
    .where('item.suspended_for', 'is', null)
    .where('claim.ended_at', 'is', null)
    .orderBy('match.distance')
    .orderBy('decision.decided_at')
    .limit(mostItems)
    .execute();
  for (const { id, item_id, decided_at, name } of decisions) {
    const codes = await db
      .selectFrom('claim_code')
      .innerJoin('item_code', (join) =>
        join.onRef('item_code.code_id', '=', 'claim_code.code_id').onRef('item_code.variant', '=', 'claim_code.variant'),
      )
      .innerJoin('code', 'code.id', 'claim_code.code_id')
      .select(['code.kind', 'code.value', 'item_code.variant', 'item_code.quality', 'item_code.at_ms'])
      .where('claim_code.claim_id', '=', id)
      .where('claim_code.was_seen', '=', true)
      .where('item_code.item_id', '=', item_id)
      .where('item_code.provenance', '=', 'confirmed')
      .execute();
    if (provedBy(fingerprints, codes.flatMap(fingerprintOf)).length > 0) return { by: name, at: decided_at };
  }
  return null;
}
