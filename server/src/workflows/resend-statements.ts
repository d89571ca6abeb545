/** Which statements did the DSA Transparency Database refuse, and how are they sent once more, after what was wrong is put right? */
import { fieldsThatMustNotLeave } from '@likeness/casework';
import { sql } from 'kysely';
import { type Actor, byWhom, requireMay } from '../access/roles.ts';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { type Composing, composedAnew } from './compose-anew.ts';

export interface RefusedStatement {
  readonly puid: string;
  readonly platformId: string;
  readonly platformName: string;
  readonly at: Date;
  /** What the database gave as its reason: the names of the fields that it does not take. */
  readonly fields: readonly string[];
  /** It is kept back here, and sending it again would change nothing. */
  readonly mayNotLeave: boolean;
}

const ofRefused = (db: Db) =>
  db
    .selectFrom('submission')
    .innerJoin('platform', 'platform.id', 'submission.platform_id')
    .select([
      'submission.puid',
      'submission.platform_id',
      'submission.entry',
      'submission.settled_at',
      'submission.refused_fields',
      'platform.name',
    ])
    .where('submission.state', '=', 'refused')
    .orderBy('submission.settled_at', 'desc')
    .orderBy('submission.puid');

/** The newest ones, of every service. */
export async function refusedStatements(
  db: Db,
  most: number,
): Promise<{ readonly rows: readonly RefusedStatement[]; readonly total: number }> {
  const rows = await ofRefused(db).limit(most).execute();
  const { total } = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('state', '=', 'refused')
    .executeTakeFirstOrThrow();
  return {
    total,
    rows: rows.flatMap(({ puid, platform_id, entry, settled_at, refused_fields, name }) =>
      settled_at === null
        ? []
        : [
            {
              puid,
              platformId: platform_id,
              platformName: name,
              at: settled_at,
              fields: refused_fields,
              mayNotLeave: fieldsThatMustNotLeave({ ...entry }).length > 0,
            },
          ],
    ),
  };
}

export interface Resent {
  /** They wait now, and go with the next call. That the database has one already counts as sent. */
  readonly waiting: number;
  /** Taken back or referred meanwhile, or owed no more: they are not sent any more. */
  readonly withdrawn: number;
  /** Something in them may not leave. */
  readonly keptBack: number;
}

/**
 * Sends one that was refused once more, or all of them: composed anew from what is so now, so that a correction takes effect, under the same id. What was taken
 * back meanwhile, or is owed no more, is withdrawn; what was refused before stays in the row.
 * @throws Problem `console/not-allowed`
 */
export async function resendStatements(
  engine: Composing & { readonly store: Store },
  which: { readonly puid: string } | 'all',
  by: Actor = null,
): Promise<Resent> {
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, by, 'resend-statements');
    const refused = await ofRefused(tx.sql)
      .$if(which !== 'all', (query) => query.where('submission.puid', '=', which === 'all' ? '' : uuidOf(which.puid)))
      .forUpdate('submission')
      .execute();
    const gone = await takenBack(
      tx,
      refused.map(({ puid }) => puid),
    );
    const resent = { waiting: 0, withdrawn: 0, keptBack: 0 };
    for (const { puid, entry: before, settled_at: at, refused_fields: fields } of refused) {
      const entry = gone.includes(puid) ? null : await composedAnew(engine, tx, puid, before);
      if (entry === null) {
        await tx.sql.updateTable('submission').set({ state: 'withdrawn', settled_at: tx.now }).where('puid', '=', puid).execute();
        resent.withdrawn += 1;
        continue;
      }
      if (fieldsThatMustNotLeave({ ...entry }).length > 0) {
        resent.keptBack += 1;
        continue;
      }
      const kept = JSON.stringify([{ entry: before, at, fields }]);
      await tx.sql
        .updateTable('submission')
        .set({
          state: 'waiting',
          due_at: tx.now,
          failures: 0,
          settled_at: null,
          refused_fields: [],
          entry: JSON.stringify(entry),
          refused_before: sql`refused_before || ${kept}::jsonb`,
        })
        .where('puid', '=', puid)
        .execute();
      resent.waiting += 1;
    }
    if (resent.waiting + resent.withdrawn > 0)
      await record(tx, { act: 'statements.resent', subjects: { waiting: resent.waiting, withdrawn: resent.withdrawn, ...byWhom(by) } });
    return resent;
  });
}

/** Those of these whose removal was taken back, or whose upload was referred. */
async function takenBack(tx: Tx, puids: readonly string[]): Promise<string[]> {
  if (puids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('submission')
    .innerJoin('statement', 'statement.id', 'submission.statement_id')
    .innerJoin('action', 'action.id', 'statement.action_id')
    .leftJoin('decision', 'decision.id', 'statement.decision_id')
    .select('submission.puid')
    .where('submission.puid', 'in', [...puids])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('decision.reversed_at', 'is not', null),
        eb('action.taken_back_at', 'is not', null),
        exists(selectFrom('referral_content').select('referral_content.ref').whereRef('referral_content.ref', '=', 'action.ref')),
      ]),
    )
    .execute();
  return rows.map(({ puid }) => puid);
}
