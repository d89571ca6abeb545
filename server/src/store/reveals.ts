/** How much has a moderator looked at? One row for each time a picture was shown clearly, kept for a week; it says nothing of how fast. */
import type { Db, Tx } from './database.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const keptMs = 7 * dayMs;

/**
 * Notes that a picture is shown to somebody, in the transaction of its ledger row; false, with nothing noted, when she has looked at enough. Her row is locked
 * until commit: of many pictures asked for at once, each is counted before the next.
 */
export async function noteReveal(tx: Tx, moderatorId: string, ref: string, most: ExposureLimits): Promise<boolean> {
  await tx.sql.selectFrom('moderator').select('id').where('id', '=', moderatorId).forNoKeyUpdate().execute();
  if ((await exposureOf(tx.sql, moderatorId, most, tx.now)).restUntil !== null) return false;
  await tx.sql.insertInto('reveal').values({ moderator_id: moderatorId, ref, at: tx.now }).execute();
  return true;
}

/** Those of these uploads whose picture was shown clearly to one of these people, within the time that is kept. */
export async function shownTo(tx: Tx, moderatorIds: readonly string[], refs: readonly string[]): Promise<string[]> {
  if (moderatorIds.length === 0 || refs.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('reveal')
    .select('ref')
    .distinct()
    .where('moderator_id', 'in', [...moderatorIds])
    .where('ref', 'in', [...refs])
    .execute();
  return rows.map(({ ref }) => ref);
}

/** How many different pictures in an hour and in 24 hours are enough. */
export interface ExposureLimits {
  readonly anHour: number;
  readonly aDay: number;
}

export interface Exposure {
  /** Different pictures, in the last hour and in the last 24 hours. */
  readonly inHour: number;
  readonly inDay: number;
  /** Each time that one was shown, in the last seven days. */
  readonly shownInWeek: number;
  /** What holds for her: the operator's number, or a lower one of her own. */
  readonly limits: ExposureLimits;
  /** When she may have a picture shown again; null: now. */
  readonly restUntil: Date | null;
}

/** What she looked at until `now`, and whether that is enough for the time being. */
export async function exposureOf(db: Db, moderatorId: string, most: ExposureLimits, now: Date): Promise<Exposure> {
  const own = await db
    .selectFrom('moderator')
    .select(['most_an_hour', 'most_a_day'])
    .where('id', '=', moderatorId)
    .executeTakeFirstOrThrow();
  const limits = {
    anHour: Math.min(most.anHour, own.most_an_hour ?? most.anHour),
    aDay: Math.min(most.aDay, own.most_a_day ?? most.aDay),
  };
  const seen = await db
    .selectFrom('reveal')
    .select((eb) => eb.fn.max<Date>('at').as('at'))
    .where('moderator_id', '=', moderatorId)
    .where('at', '>', new Date(now.getTime() - dayMs))
    .groupBy('ref')
    .orderBy('at', 'desc')
    .execute();
  const times = seen.map(({ at }) => at.getTime());
  const week = await db
    .selectFrom('reveal')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('moderator_id', '=', moderatorId)
    .where('at', '>', new Date(now.getTime() - keptMs))
    .executeTakeFirstOrThrow();
  const hour = times.filter((at) => at > now.getTime() - hourMs);
  const rests = [restAfter(hour, limits.anHour, hourMs), restAfter(times, limits.aDay, dayMs)].filter((at) => at !== null);
  return {
    inHour: hour.length,
    inDay: times.length,
    shownInWeek: week.count,
    limits,
    restUntil: rests.length === 0 ? null : new Date(Math.max(...rests)),
  };
}

/** When fewer than `most` of these (the newest first) lie within `spanMs` again; null when that is so now. */
export function restAfter(times: readonly number[], most: number, spanMs: number): number | null {
  const oldest = times[most - 1];
  return oldest === undefined ? null : oldest + spanMs;
}

/** Destroys what is older than a week. */
export async function destroyOldReveals(tx: Tx): Promise<void> {
  await tx.sql
    .deleteFrom('reveal')
    .where('at', '<', new Date(tx.now.getTime() - keptMs))
    .execute();
}
