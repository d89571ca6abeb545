/** What do we hold about an uploader, or about somebody who worked at the console, and how does it go? Never a word of who asked for anything, or that anybody did. */
import type { StatementOfReasons } from '@likeness/casework';
import { passkeysOf } from '../access/passkeys.ts';
import { preferencesOf } from '../access/preferences.ts';
import { record } from '../ledger/record.ts';
import { contentsByRef, fingerprintsOf } from '../store/content.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';
import { forgetContent } from './forget.ts';

export interface UploadHeld {
  readonly contentId: string;
  readonly url: string | null;
  readonly links: readonly string[];
  readonly screenedAt: Date;
  readonly fingerprints: readonly { readonly kind: string; readonly variant: string; readonly value: string }[];
  /** The reasons that she was given, as she was given them. */
  readonly statements: readonly { readonly madeAt: Date; readonly facts: StatementOfReasons }[];
}

/**
 * Everything about the uploads of one uploader of a platform, one upload at a time, oldest first. Matches, requests and decisions are other people's matter
 * as well: of these she gets what a statement of reasons told her, and nothing else.
 */
export async function* uploaderExport(
  { store }: Pick<Engine, 'store'>,
  platformId: string,
  uploaderRef: string,
): AsyncGenerator<UploadHeld> {
  const refs = await refsOf(store.db, platformId, uploaderRef);
  await store.transact((tx) => record(tx, { act: 'uploader.exported', subjects: { platform: platformId, uploads: refs.length } }));
  for (const ref of refs) {
    const [content] = await contentsByRef(store.db, [ref]);
    if (content === undefined) continue;
    const { contentId, url, screenedAt } = content;
    const { links } = await store.db.selectFrom('content').select('links').where('ref', '=', ref).executeTakeFirstOrThrow();
    const statements = await store.db
      .selectFrom('statement')
      .innerJoin('action', 'action.id', 'statement.action_id')
      .select(['statement.made_at', 'statement.facts'])
      .where('action.ref', '=', ref)
      .orderBy('statement.made_at')
      .execute();
    yield {
      contentId,
      url,
      links,
      screenedAt,
      fingerprints: (await fingerprintsOf(store.db, ref)).map(({ kind, variant, value }) => ({ kind, variant, value })),
      statements: statements.map((row) => ({ madeAt: row.made_at, facts: row.facts })),
    };
  }
}

/**
 * Forgets every upload of an uploader, as `DELETE` of the API does for one: what an open request or a report still needs goes by itself when that ends.
 * Answers how many uploads there were; never how many of them stay for now, for that would say that somebody asked.
 */
export async function eraseUploader(engine: Pick<Engine, 'store' | 'keys'>, platformId: string, uploaderRef: string): Promise<number> {
  const { store } = engine;
  const refs = await refsOf(store.db, platformId, uploaderRef);
  for (const ref of refs) {
    const row = await store.db
      .selectFrom('content')
      .select('content_id')
      .where('ref', '=', ref)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (row !== undefined) await forgetContent(engine, platformId, row.content_id);
  }
  await store.transact((tx) => forgetAccount(tx, platformId, uploaderRef));
  await store.transact((tx) => record(tx, { act: 'uploader.erased', subjects: { platform: platformId, uploads: refs.length } }));
  return refs.length;
}

/** Warnings and suspensions stay as numbers; whose they were goes, and with it what they mean for anybody. */
async function forgetAccount(tx: Tx, platformId: string, account: string): Promise<void> {
  await tx.sql
    .updateTable('request')
    .set({ filer_ref: null })
    .where('platform_id', '=', platformId)
    .where('filer_ref', '=', account)
    .execute();
  await tx.sql
    .updateTable('misuse_measure')
    .set({ account: null, complaint_sealed: null })
    .where('platform_id', '=', platformId)
    .where('account', '=', account)
    .execute();
}

async function refsOf(db: Db, platformId: string, uploaderRef: string): Promise<string[]> {
  const rows = await db
    .selectFrom('content')
    .select('ref')
    .where('platform_id', '=', platformId)
    .where('uploader_ref', '=', uploaderRef)
    .where('deleted_at', 'is', null)
    .orderBy('screened_at')
    .orderBy('ref')
    .execute();
  return rows.map(({ ref }) => ref);
}

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

/** Everything about somebody who works or worked at the console; null when there is nobody with this id. */
export async function moderatorExport({ store }: { readonly store: Store }, moderatorId: string): Promise<ModeratorHeld | null> {
  const person = await store.db
    .selectFrom('moderator')
    .selectAll()
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', moderatorId))
    .executeTakeFirst();
  if (person === undefined) return null;
  const { id, name, role } = person;
  const counted = await store.db
    .selectFrom('ledger')
    .select(['act', (eb) => eb.fn.countAll<number>().as('count')])
    .where((eb) => eb.or([eb(eb.ref('subjects', '->>').key('moderator'), '=', id), eb(eb.ref('subjects', '->>').key('by'), '=', id)]))
    .groupBy('act')
    .orderBy('act')
    .execute();
  const decisions = await store.db.selectFrom('decision').selectAll().where('moderator_id', '=', id).orderBy('decided_at').execute();
  const shown = await store.db.selectFrom('reveal').select('at').where('moderator_id', '=', id).orderBy('at').execute();
  const account = await store.db.selectFrom('identity').selectAll().where('moderator_id', '=', id).executeTakeFirst();
  await store.transact((tx) => record(tx, { act: 'moderator.exported', subjects: { moderator: id } }));
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
    passkeys: (await passkeysOf(store.db, id)).map(({ name: called, madeAt, usedAt }) => ({ name: called, madeAt, usedAt })),
    shownAt: shown.map(({ at }) => at),
  };
}

/** `has-access`: it ends first. `unknown`: nobody with this id. */
export type Erased = 'erased' | 'has-access' | 'unknown';

/**
 * Takes the name, the password's hash, the preferences and the times of pictures away from somebody whose access ended. Her decisions stand under a name that
 * says nothing, because complaints about them are still decided; the ledger holds ids only.
 */
export async function eraseModerator({ store }: { readonly store: Store }, moderatorId: string): Promise<Erased> {
  return store.transact(async (tx) => {
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
      .set({ name, password_hash: '', preferences: '{}', most_an_hour: null, most_a_day: null })
      .where('id', '=', person.id)
      .execute();
    await tx.sql.deleteFrom('reveal').where('moderator_id', '=', person.id).execute();
    await tx.sql.deleteFrom('passed_over').where('moderator_id', '=', person.id).execute();
    await record(tx, { act: 'moderator.erased', subjects: { moderator: person.id } });
    return 'erased';
  });
}
