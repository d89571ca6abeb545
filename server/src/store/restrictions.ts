/** How does a decision restrict who sees an upload, whatever was ordered of it since? What is given back is given back so, and not to everybody. */
import { type Visibility, visibilityFrom } from '@likeness/casework';
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface StandingRestriction {
  readonly visibility: Visibility;
  readonly decisionId: string;
  /** Whoever asked for more was right: it stays until that is decided, and no longer. */
  readonly isTooLittle: boolean;
}

/** By upload: the newest restriction that was decided and not lifted, of the upload as it was screened last. */
export async function restrictionsOf(db: Db, refs: readonly string[]): Promise<ReadonlyMap<string, StandingRestriction>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{ ref: string; visibility: string; decision_id: string; is_too_little: boolean }>`
    select distinct on (action.ref) action.ref, action.visibility, action.decision_id, decision.reversed_at is not null as is_too_little
    from action join decision on decision.id = action.decision_id join content on content.ref = action.ref
    where action.ref = any(${[...refs]}::uuid[]) and action.visibility is not null and action.taken_back_at is null
      and action.opened_at >= content.screened_at
    order by action.ref, action.opened_at desc`.execute(db);
  return new Map(
    rows.flatMap(({ ref, visibility: word, decision_id: decisionId, is_too_little: isTooLittle }) => {
      const visibility = visibilityFrom(word);
      return visibility === null ? [] : [[ref, { visibility, decisionId, isTooLittle }] as const];
    }),
  );
}

/** Everybody sees it again: nothing of what restricted it is to be given back. Answers whether whoever uploaded it was told why it was restricted. */
export async function liftRestrictions(tx: Tx, ref: string): Promise<boolean> {
  const lifted = await tx.sql
    .updateTable('action')
    .set({ taken_back_at: tx.now })
    .where('ref', '=', ref)
    .where('visibility', 'is not', null)
    .where('taken_back_at', 'is', null)
    .returning(({ exists, selectFrom }) =>
      exists(selectFrom('statement').select('statement.id').whereRef('statement.action_id', '=', 'action.id')).as('is_stated'),
    )
    .execute();
  return lifted.some(({ is_stated }) => Boolean(is_stated));
}
