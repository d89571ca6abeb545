/**
 * Which uploads are removed without anybody looking? Identical copies of what this service's own people saw and removed, and only where its operator switched the
 * rule on (`docs/decisions/0015-identical-copies.md`). Everything else that a match finds is held or asked about, and a person decides.
 */
import { sql } from 'kysely';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { requestsAbout } from '../store/same-file.ts';
import { removeByRule } from './decide.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';

/** What holds where the operator names no number. */
export const copiesAnHourByDefault = 100;

export interface CopyRule {
  readonly anHour: number;
  /** There were more in an hour: people are asked until it is switched on anew. */
  readonly stoppedAt: Date | null;
}

/** Null: off. */
export async function copyRuleOf(db: Db, platformId: string): Promise<CopyRule | null> {
  const row = await db
    .selectFrom('platform')
    .select(['copies_an_hour', 'copies_stopped_at'])
    .where('id', '=', platformId)
    .executeTakeFirst();
  const anHour = row?.copies_an_hour ?? null;
  return anHour === null ? null : { anHour, stoppedAt: row?.copies_stopped_at ?? null };
}

/** Switches it on with so many an hour at most, or off with null; what stopped it is over with that. */
export async function setCopyRule(store: Store, platformId: string, anHour: number | null): Promise<void> {
  await store.transact(async (tx) => {
    await tx.sql.updateTable('platform').set({ copies_an_hour: anHour, copies_stopped_at: null }).where('id', '=', platformId).execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
  });
}

const atOnce = 200;
const hourMs = 60 * 60 * 1000;

/** Removes what the rule is for, one upload a transaction; answers how many. Repeatable: what was removed, or left to people, is found no more. */
export async function removeCopies(engine: Engine): Promise<number> {
  const { db } = engine.store;
  const { rows: on } = await sql`select 1 from platform where copies_an_hour is not null and copies_stopped_at is null limit 1`.execute(db);
  if (on.length === 0) return 0;
  let removed = 0;
  await oneByOne(await identicalCopies(db, null), async ({ reviewId, platformId }) => {
    if (await engine.store.transact((tx) => removeOne(engine, tx, platformId, reviewId))) removed += 1;
  });
  return removed;
}

async function removeOne(engine: Engine, tx: Tx, platformId: string, reviewId: string): Promise<boolean> {
  // One at a time per platform, so that the count holds; whoever switches it off at the same moment comes first or waits for this one.
  const platform = await tx.sql
    .selectFrom('platform')
    .select(['copies_an_hour', 'copies_stopped_at'])
    .where('id', '=', platformId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (platform.copies_an_hour === null || platform.copies_stopped_at !== null) return false;
  const { count } = await tx.sql
    .selectFrom('decision')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('platform_id', '=', platformId)
    .where('moderator_id', 'is', null)
    .where('decided_at', '>', new Date(tx.now.getTime() - hourMs))
    .executeTakeFirstOrThrow();
  if (count >= platform.copies_an_hour) {
    await tx.sql.updateTable('platform').set({ copies_stopped_at: tx.now }).where('id', '=', platformId).execute();
    await record(tx, { act: 'copies.stopped', subjects: { platform: platformId, removed: count } });
    return false;
  }
  return (await removeByRule(engine, tx, reviewId, async () => (await identicalCopies(tx.sql, reviewId)).length > 0)) !== null;
}

/**
 * Open reviews whose upload the rule is for, or one of them, if it still is. SHA-256 alone: MD5 collides at will, and pictures can be made that share a PDQ. All of it has to hold:
 * the very file was shown clearly to whoever confirmed it; their decision, the item and its bank stand; nothing that it led to is complained about, or was
 * found wrong before; and neither upload nor item may show somebody under 18.
 */
async function identicalCopies(db: Db, reviewId: string | null): Promise<{ readonly reviewId: string; readonly platformId: string }[]> {
  const { rows } = await sql<{ reviewId: string; platformId: string }>`
    select review.id as "reviewId", review.platform_id as "platformId" from review
    join platform on platform.id = review.platform_id and platform.copies_an_hour is not null and platform.copies_stopped_at is null
    join content on content.ref = review.ref and content.deleted_at is null
    where review.closed_at is null and review.effect = 'hold' and (${reviewId}::uuid is null or review.id = ${reviewId}::uuid)
      and not exists (select from proposal where proposal.review_id = review.id)
      and not exists (select from referral_content where referral_content.ref = review.ref)
      and not exists (select from ${requestsAbout(sql`review.ref`)} as named join request using (tracking_number) where request.is_young)
      and exists (select from content_code upload
        join code on code.kind = 'sha256' and code.value = upload.value
        join claim_code on claim_code.code_id = code.id and claim_code.variant = 'whole' and claim_code.was_seen
        join claim on claim.id = claim_code.claim_id and claim.ended_at is null
        join decision made on made.id = claim.decision_id and made.platform_id = review.platform_id and made.outcome = 'remove'
          and made.reversed_at is null and made.moderator_id is not null
        join item on item.id = claim.item_id and item.state = 'active' and item.source = 'decision' and item.confirmed and item.suspended_for is null and item.referred_at is null
        join bank on bank.id = item.bank_id and bank.platform_id = review.platform_id and bank.enabled and bank.on_match = 'hold' and not bank.is_harmless
        join item_code on item_code.item_id = item.id and item_code.code_id = code.id and item_code.variant = 'whole' and item_code.provenance = 'confirmed'
        join match on match.ref = review.ref and match.item_id = item.id and match.settled is null and not match.of_earlier and match.effect = 'hold'
        left join request asked on asked.tracking_number = made.tracking_number
        where upload.ref = review.ref and upload.kind = 'sha256' and upload.variant = 'whole'
          and not coalesce(asked.is_young, false)
          and not exists (select from match shows join request_content named on named.ref = shows.ref join request young using (tracking_number)
            where shows.item_id = item.id and young.is_young and young.outcome is distinct from 'keep')
          and not exists (select from complaint join decision against on against.id = complaint.decision_id
            left join request other on other.tracking_number = against.tracking_number
            where complaint.decided_at is null and (against.id = made.id or other.filing_id = asked.filing_id))
          and not exists (select from match other join action on action.ref = other.ref join decision followed on followed.id = action.decision_id
            where other.item_id = item.id and (followed.moderator_id is null and followed.reversed_at is not null
              or exists (select from complaint where complaint.decision_id = followed.id and complaint.decided_at is null))))
    order by review.opened_at, review.id limit ${atOnce}`.execute(db);
  return rows;
}
