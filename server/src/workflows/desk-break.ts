/** Has somebody looked at enough for now, and what would she rather leave to a colleague? Then her work is anybody's again at once, so that no clock waits for her. */
import { parseTrackingNumber } from '@likeness/casework';
import { record } from '../ledger/record.ts';
import type { Tx } from '../store/database.ts';
import { type Exposure, exposureOf } from '../store/reveals.ts';
import { releaseAllOf } from './desk-hold.ts';
import type { Engine } from './engine.ts';

/** What somebody wants to open: a request by its number, or a match by its id. */
export type About = { readonly trackingNumber: string } | { readonly reviewId: string };

export interface Break extends Exposure {
  readonly restUntil: Date;
}

/**
 * The break that comes before the next thing to decide; null when there is none, or when it is decided already and she only reads. With a break everything
 * that she works on goes back to the queue.
 */
export async function breakBefore({ store, exposure }: Engine, moderatorId: string, about: About): Promise<Break | null> {
  return store.transact(async (tx) => {
    const seen = await exposureOf(tx.sql, moderatorId, exposure, tx.now);
    if (seen.restUntil === null || !(await isOpen(tx, about))) return null;
    const released = await releaseAllOf(tx, moderatorId);
    await record(tx, ...released);
    return { ...seen, restUntil: seen.restUntil };
  });
}

async function isOpen(tx: Tx, about: About): Promise<boolean> {
  if ('trackingNumber' in about) {
    const number = parseTrackingNumber(about.trackingNumber);
    if (number === null) return false;
    const row = await tx.sql
      .selectFrom('request')
      .select('tracking_number')
      .where('tracking_number', '=', number)
      .where('outcome', 'is', null)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    return row !== undefined;
  }
  const row = await tx.sql
    .selectFrom('review')
    .select('id')
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', about.reviewId))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves something to a colleague, without a reason: whoever opens it next has it, and for a month it is not what comes next for her. */
export async function leaveToColleague({ store }: Engine, moderatorId: string, about: About): Promise<void> {
  await store.transact(async (tx) => {
    const subject = 'trackingNumber' in about ? parseTrackingNumber(about.trackingNumber) : about.reviewId;
    if (subject === null || !(await isOpen(tx, about))) return;
    await tx.sql
      .insertInto('passed_over')
      .values({ moderator_id: moderatorId, subject, at: tx.now })
      .onConflict((conflict) => conflict.columns(['moderator_id', 'subject']).doUpdateSet({ at: tx.now }))
      .execute();
    if (!('trackingNumber' in about)) return;
    const given = await tx.sql
      .deleteFrom('desk_hold')
      .using('request')
      .whereRef('request.filing_id', '=', 'desk_hold.filing_id')
      .where('request.tracking_number', '=', subject)
      .where('desk_hold.moderator_id', '=', moderatorId)
      .returning('desk_hold.filing_id')
      .execute();
    if (given.length > 0) await record(tx, { act: 'request.released', subjects: { request: subject, moderator: moderatorId } });
  });
}

const passedForMs = 30 * 24 * 60 * 60 * 1000;

/** What she left to colleagues: tracking numbers and ids of reviews. */
export async function passedOverBy(tx: Tx, moderatorId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.sql.selectFrom('passed_over').select('subject').where('moderator_id', '=', moderatorId).execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** Forgets who left what, after a month. */
export async function forgetPassedOver(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('passed_over')
    .where('at', '<', new Date(tx.now.getTime() - passedForMs))
    .execute();
}
