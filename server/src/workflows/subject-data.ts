/** What do we hold about an uploader of a platform, and how does it go? Never a word of who asked for anything, or that anybody did. */
import type { AccountStatement, ComplaintOutcome, Measure, StatementOfReasons } from '@likeness/casework';
import { sql } from 'kysely';
import { type Actor, byWhom, requireMay } from '../access/roles.ts';
import { record } from '../ledger/record.ts';
import { contentsByRef, fingerprintsOf } from '../store/content.ts';
import { textsOf } from '../store/content-text.ts';
import type { Db, Tx } from '../store/database.ts';
import { openComplaint } from './complain.ts';
import type { Engine } from './engine.ts';
import { forgetContent } from './forget.ts';
import { openMeasureComplaint } from './misuse.ts';

/** What she said against something, and what became of it. */
export interface ComplaintHeld {
  readonly filedAt: Date;
  readonly text: string;
  readonly outcome: ComplaintOutcome | null;
}

export interface UploadHeld {
  readonly what: 'upload';
  readonly contentId: string;
  readonly url: string | null;
  readonly links: readonly string[];
  /** Title and words of the post, while they are kept. */
  readonly words: string | null;
  readonly screenedAt: Date;
  readonly fingerprints: readonly { readonly kind: string; readonly variant: string; readonly value: string }[];
  /** The reasons that she was given, as she was given them. */
  readonly statements: readonly { readonly madeAt: Date; readonly facts: StatementOfReasons; readonly complaint: ComplaintHeld | null }[];
}

/** What was decided about her account itself (DSA Article 23). */
export interface AccountHeld {
  readonly what: 'account';
  readonly measures: readonly {
    readonly measure: Measure;
    readonly decidedAt: Date;
    /** Of a suspension. */
    readonly until: Date | null;
    readonly endedAt: Date | null;
    /** Why, as the account was told. */
    readonly statement: AccountStatement;
    readonly complaint: ComplaintHeld | null;
  }[];
}

/**
 * Everything about one uploader of a platform: her uploads one at a time, oldest first, then her account, where anything was decided about it. Matches, requests
 * and decisions are other people's matter as well: of these she gets what she was told, and nothing else.
 * @throws Problem `console/not-allowed`
 */
export async function* uploaderExport(
  { store, keys }: Pick<Engine, 'store' | 'keys'>,
  platformId: string,
  uploaderRef: string,
  by: Actor = null,
): AsyncGenerator<UploadHeld | AccountHeld> {
  const refs = await refsOf(store.db, platformId, uploaderRef);
  await store.transact(async (tx) => {
    await requireMay(tx.sql, by, 'answer-about-data');
    await record(tx, { act: 'uploader.exported', subjects: { platform: platformId, uploads: refs.length, ...byWhom(by) } });
  });
  for (const ref of refs) {
    const [content] = await contentsByRef(store.db, [ref]);
    if (content === undefined) continue;
    const { contentId, url, screenedAt } = content;
    const { links } = await store.db.selectFrom('content').select('links').where('ref', '=', ref).executeTakeFirstOrThrow();
    const statements = await store.db
      .selectFrom('statement')
      .innerJoin('action', 'action.id', 'statement.action_id')
      .leftJoin('complaint', (join) => join.onRef('complaint.action_id', '=', 'action.id').on('complaint.complainant', '=', 'uploader'))
      .select(['statement.made_at', 'statement.facts', 'complaint.id', 'complaint.filed_at', 'complaint.text_sealed', 'complaint.outcome'])
      .where('action.ref', '=', ref)
      .orderBy('statement.made_at')
      .execute();
    yield {
      what: 'upload',
      contentId,
      url,
      links,
      words: (await textsOf(store.db, keys, [ref])).get(ref) ?? null,
      screenedAt,
      fingerprints: (await fingerprintsOf(store.db, ref)).map(({ kind, variant, value }) => ({ kind, variant, value })),
      statements: statements.map(({ made_at, facts, id, filed_at, text_sealed, outcome }) => ({
        madeAt: made_at,
        facts,
        complaint:
          id === null || filed_at === null ? null : { filedAt: filed_at, text: openComplaint(keys, id, 'text', text_sealed), outcome },
      })),
    };
  }
  const measures = await measuresOf(store.db, platformId, uploaderRef);
  if (measures.length === 0) return;
  yield {
    what: 'account',
    measures: measures.map((row) => ({
      measure: row.measure,
      decidedAt: row.decided_at,
      until: row.ends_at,
      endedAt: row.ended_at,
      statement: row.statement,
      complaint:
        row.complained_at === null
          ? null
          : {
              filedAt: row.complained_at,
              text: openMeasureComplaint({ keys }, row.id, row.complaint_sealed),
              outcome: row.complaint_outcome,
            },
    })),
  };
}

const measuresOf = (db: Db, platformId: string, account: string) =>
  db
    .selectFrom('misuse_measure')
    .selectAll()
    .where('platform_id', '=', platformId)
    .where('account', '=', account)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();

/** How much the export would hold. It is the same whether or not anybody asked for anything. */
export interface UploaderCounts {
  readonly uploads: number;
  /** Uploads with title or words. */
  readonly words: number;
  readonly statements: number;
  readonly measures: number;
}

export async function uploaderCounts({ db }: Engine['store'], platformId: string, uploaderRef: string): Promise<UploaderCounts> {
  const { rows } = await sql<UploaderCounts>`
    with hers as (select ref from content where platform_id = ${platformId}::uuid and uploader_ref = ${uploaderRef} and deleted_at is null)
    select (select count(*)::int from hers) as uploads,
           (select count(*)::int from content_text join hers using (ref)) as words,
           (select count(*)::int from statement join action on action.id = statement.action_id join hers on hers.ref = action.ref) as statements,
           (select count(*)::int from misuse_measure where platform_id = ${platformId}::uuid and account = ${uploaderRef}) as measures`.execute(
    db,
  );
  const [counts] = rows;
  if (counts === undefined) throw new RangeError('a count has one row');
  return counts;
}

/**
 * Forgets every upload of an uploader, as `DELETE` of the API does for one, except that it may be up still: what an open request or a report still needs goes by itself when that ends.
 * Answers how many uploads there were, and whether anything was kept under this reference; never how many of them stay for now, for that would say that somebody asked.
 * @throws Problem `console/not-allowed`
 */
export async function eraseUploader(
  engine: Pick<Engine, 'store' | 'keys'>,
  platformId: string,
  uploaderRef: string,
  by: Actor = null,
): Promise<{ readonly uploads: number; readonly isKnown: boolean }> {
  const { store } = engine;
  await requireMay(store.db, by, 'answer-about-data');
  const refs = await refsOf(store.db, platformId, uploaderRef);
  for (const ref of refs) {
    const row = await store.db
      .selectFrom('content')
      .select('content_id')
      .where('ref', '=', ref)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (row !== undefined) await forgetContent(engine, platformId, row.content_id, 'erased');
  }
  const isAccount = await store.transact((tx) => forgetAccount(tx, platformId, uploaderRef));
  const subjects = { platform: platformId, uploads: refs.length, ...byWhom(by) };
  await store.transact((tx) => record(tx, { act: 'uploader.erased', subjects }));
  return { uploads: refs.length, isKnown: refs.length > 0 || isAccount };
}

/**
 * Warnings and suspensions stay as numbers; whose they were goes, and with it what they mean for anybody. What was ordered and told about the account keeps a word
 * drawn by chance in its place, the same everywhere, so that two orders about one account are still known as that. Answers whether anything stood under it.
 */
async function forgetAccount(tx: Tx, platformId: string, account: string): Promise<boolean> {
  const { rows } = await sql<{ word: string }>`select 'erased-' || gen_random_uuid() as word`.execute(tx.sql);
  const word = rows[0]?.word ?? 'erased';
  const acts =
    await sql`update action set target = ${word} where platform_id = ${platformId}::uuid and kind like 'account.%' and target = ${account}`.execute(
      tx.sql,
    );
  await sql`update feed set data = jsonb_set(data, '{target,uploaderRef}', to_jsonb(${word}::text))
    where platform_id = ${platformId}::uuid and data #>> '{target,uploaderRef}' = ${account}`.execute(tx.sql);
  await sql`update feed set data = jsonb_set(data, '{account}', to_jsonb(${word}::text))
    where platform_id = ${platformId}::uuid and data ->> 'account' = ${account}`.execute(tx.sql);
  const filed = await tx.sql
    .updateTable('request')
    .set({ filer_ref: null })
    .where('platform_id', '=', platformId)
    .where('filer_ref', '=', account)
    .executeTakeFirst();
  const measures = await tx.sql
    .updateTable('misuse_measure')
    .set({ account: null, complaint_sealed: null })
    .where('platform_id', '=', platformId)
    .where('account', '=', account)
    .executeTakeFirst();
  return (acts.numAffectedRows ?? 0n) + filed.numUpdatedRows + measures.numUpdatedRows > 0n;
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
