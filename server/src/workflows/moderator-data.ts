/** What do we hold about somebody who works or worked at the console, and how does it go? Her decisions stay, under a name that says nothing. */
import { passkeysOf } from '../access/passkeys.ts';
import { preferencesOf } from '../access/preferences.ts';
import { type Actor, byWhom, isRole, type Role, requireMay } from '../access/roles.ts';
import { record } from '../ledger/record.ts';
import type { Db, Store } from '../store/database.ts';

export interface ModeratorHeld {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly createdAt: Date;
  readonly leftAt: Date | null;
  readonly preferences: ReturnType<typeof preferencesOf>;
  readonly ownLimits: { readonly anHour: number | null; readonly aDay: number | null };
  /** How often each act of hers, or about her, stands in the ledger. */
  readonly acts: Readonly<Record<string, number>>;
  readonly decisions: readonly { readonly about: string; readonly outcome: string; readonly ground: string; readonly decidedAt: Date }[];
  /** Her account at the identity provider, while she signs in by it. */
  readonly account: { readonly issuer: string; readonly subject: string; readonly boundAt: Date } | null;
  /** What she calls her passkeys; their keys are public. */
  readonly passkeys: readonly { readonly name: string; readonly madeAt: Date; readonly usedAt: Date | null }[];
  /** When a picture was shown to her, in the last week. */
  readonly shownAt: readonly Date[];
}

/**
 * Everything about somebody who works or worked at the console, handed out; null when there is nobody with this id.
 * @throws Problem `console/not-allowed`
 */
export async function moderatorExport(
  { store }: { readonly store: Store },
  moderatorId: string,
  by: Actor = null,
): Promise<ModeratorHeld | null> {
  const held = await moderatorHeld(store.db, moderatorId);
  if (held === null) return null;
  await store.transact(async (tx) => {
    await requireMay(tx.sql, by, 'answer-about-data');
    await record(tx, { act: 'moderator.exported', subjects: { moderator: held.id, ...byWhom(by) } });
  });
  return held;
}

/** What the export would hold; nothing is handed out by looking. */
export async function moderatorHeld(db: Db, moderatorId: string): Promise<ModeratorHeld | null> {
  const person = await db
    .selectFrom('moderator')
    .selectAll()
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', moderatorId))
    .executeTakeFirst();
  if (person === undefined) return null;
  const { id, name, role } = person;
  const counted = await db
    .selectFrom('ledger')
    .select(['act', (eb) => eb.fn.countAll<number>().as('count')])
    .where((eb) => eb.or([eb(eb.ref('subjects', '->>').key('moderator'), '=', id), eb(eb.ref('subjects', '->>').key('by'), '=', id)]))
    .groupBy('act')
    .orderBy('act')
    .execute();
  const decisions = await db.selectFrom('decision').selectAll().where('moderator_id', '=', id).orderBy('decided_at').execute();
  const shown = await db.selectFrom('reveal').select('at').where('moderator_id', '=', id).orderBy('at').execute();
  const account = await db.selectFrom('identity').selectAll().where('moderator_id', '=', id).executeTakeFirst();
  return {
    id,
    name,
    role,
    createdAt: person.created_at,
    leftAt: person.left_at,
    preferences: preferencesOf(person.preferences),
    ownLimits: { anHour: person.most_an_hour, aDay: person.most_a_day },
    acts: Object.fromEntries(counted.map(({ act, count }) => [act, count])),
    decisions: decisions.map((row) => ({
      about: row.tracking_number ?? row.review_id ?? '',
      outcome: row.outcome,
      ground: row.ground,
      decidedAt: row.decided_at,
    })),
    account: account === undefined ? null : { issuer: account.issuer, subject: account.subject, boundAt: account.bound_at },
    passkeys: (await passkeysOf(db, id)).map(({ name: called, madeAt, usedAt }) => ({ name: called, madeAt, usedAt })),
    shownAt: shown.map(({ at }) => at),
  };
}

/** `has-access`: it ends first. `unknown`: nobody with this id. */
export type Erased = 'erased' | 'has-access' | 'unknown';

/**
 * Takes the name, the password's hash, the preferences and the times of pictures away from somebody whose access ended. Her decisions stand under a name that
 * says nothing, because complaints about them are still decided; the ledger holds ids only.
 * @throws Problem `console/not-allowed`
 */
export async function eraseModerator({ store }: { readonly store: Store }, moderatorId: string, by: Actor = null): Promise<Erased> {
  return store.transact(async (tx) => {
    await requireMay(tx.sql, by, 'answer-about-data');
    const person = await tx.sql
      .selectFrom('moderator')
      .select(['id', 'left_at'])
      .where((eb) => eb(eb.cast<string>('id', 'text'), '=', moderatorId))
      .forUpdate()
      .executeTakeFirst();
    if (person === undefined) return 'unknown';
    if (person.left_at === null) return 'has-access';
    const name = `Former moderator ${person.id.slice(-8)}`;
    await tx.sql
      .updateTable('moderator')
      .set({ name, password_hash: erasedStanding, preferences: '{}', most_an_hour: null, most_a_day: null })
      .where('id', '=', person.id)
      .execute();
    await tx.sql.deleteFrom('reveal').where('moderator_id', '=', person.id).execute();
    await tx.sql.deleteFrom('passed_over').where('moderator_id', '=', person.id).execute();
    await record(tx, { act: 'moderator.erased', subjects: { moderator: person.id, ...byWhom(by) } });
    return 'erased';
  });
}

/** What stands in the password's place of somebody who was erased: no hash, and no way in. */
const erasedStanding = '';

export interface PersonOnFile {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly leftAt: Date | null;
  readonly isErased: boolean;
}

/** Everybody who works or worked at the console: those with access first, then by name. */
export async function everybodyOnFile(db: Db): Promise<PersonOnFile[]> {
  const rows = await db
    .selectFrom('moderator')
    .select(['id', 'name', 'role', 'left_at', 'password_hash'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const people = rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: isRole(row.role) ? row.role : ('moderator' as const),
    leftAt: row.left_at,
    isErased: row.left_at !== null && row.password_hash === erasedStanding,
  }));
  return people.toSorted((a, b) => Number(a.leftAt !== null) - Number(b.leftAt !== null));
}
