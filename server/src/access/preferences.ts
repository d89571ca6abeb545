/** How does somebody want things shown at the console? Hers alone; what is not set is as careful as it can be. */
import type { DeskPreferences } from '@likeness/web/moderator';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Db } from '../store/database.ts';

export const usual: DeskPreferences = { reveal: 'press', isGrey: false, isSmall: false, hasShortcuts: true };

const Stored = Type.Partial(
  Type.Object({
    reveal: Type.Union([Type.Literal('press'), Type.Literal('hold')]),
    isGrey: Type.Boolean(),
    isSmall: Type.Boolean(),
    hasShortcuts: Type.Boolean(),
  }),
);

/** What was stored, with the usual in place of everything that was not. */
export function preferencesOf(stored: unknown): DeskPreferences {
  return Value.Check(Stored, stored) ? { ...usual, ...stored } : usual;
}

export interface OwnLimits {
  /** Different pictures in an hour and in 24 hours; null: the operator's number holds. */
  readonly anHour: number | null;
  readonly aDay: number | null;
}

export async function savePreferences(db: Db, moderatorId: string, preferences: DeskPreferences): Promise<void> {
  await db
    .updateTable('moderator')
    .set({ preferences: JSON.stringify(preferences) })
    .where('id', '=', moderatorId)
    .execute();
}

/** A number above the operator's changes nothing: the lower of both holds. */
export async function saveOwnLimits(db: Db, moderatorId: string, { anHour, aDay }: OwnLimits): Promise<void> {
  await db.updateTable('moderator').set({ most_an_hour: anHour, most_a_day: aDay }).where('id', '=', moderatorId).execute();
}

export async function ownLimits(db: Db, moderatorId: string): Promise<OwnLimits> {
  const row = await db
    .selectFrom('moderator')
    .select(['most_an_hour', 'most_a_day'])
    .where('id', '=', moderatorId)
    .executeTakeFirstOrThrow();
  return { anHour: row.most_an_hour, aDay: row.most_a_day };
}
