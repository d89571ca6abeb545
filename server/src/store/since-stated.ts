/** What came after an act that whoever uploaded something was told the reasons of? The page of its statement says so, and leads to newer reasons that they were told. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { matchHold } from './meanwhile.ts';

/**
 * `stands`: nothing came after it, or only what nobody is told of. `shown`: it is to be seen by everybody again. `newer`: something else was done to the upload and stands, and
 * this statement says why. `down`: it counts no more, and it is not shown for all that: another decision wants it down, the service deleted it, or something of which nobody is told.
 */
export type SinceStated = { readonly kind: 'stands' | 'shown' | 'down' } | { readonly kind: 'newer'; readonly statementId: string };

/** Of an act by its id. Only of the upload as it was then, for screened again, somebody else may have uploaded it; but what restricts it stays over that, and under what a match holds. */
export async function sinceStated(db: Db, actionId: string): Promise<SinceStated> {
  const { rows } = await sql<{
    is_over: boolean;
    is_picture: boolean;
    is_held: boolean;
    is_gone: boolean;
    is_referred: boolean;
    last: string | null;
    is_own: boolean;
    statement_id: string | null;
  }>`
    select action.taken_back_at is not null or decision.reversed_at is not null as is_over, (action.kind like 'content.%' or action.kind = ${matchHold}) and action.ref is not null as is_picture,
      coalesce(content.verdict = 'hold', false) as is_held, action.gone_at is not null as is_gone, coalesce(last.kind, '') as last,
      exists (select from referral_content where referral_content.ref = action.ref) as is_referred,
      last.id = action.id or last.decision_id = action.decision_id as is_own,
      (select statement.id from statement join action stated on stated.id = statement.action_id
        where stated.ref = action.ref and stated.opened_at >= action.opened_at and (stated.id = last.id or statement.decision_id = last.decision_id)
        order by statement.made_at desc limit 1) as statement_id
    from action left join decision on decision.id = action.decision_id left join content on content.ref = action.ref
    left join lateral (select * from (select id, kind, decision_id, visibility, opened_at, gone_at from action since
        where since.ref = action.ref and since.kind like 'content.%' and (since.opened_at >= action.opened_at or action.kind = ${matchHold}) and since.taken_back_at is null
        order by since.opened_at desc, since.place desc limit 1) as newest
      where newest.opened_at >= content.screened_at
        or (newest.kind = 'content.restrict' and newest.gone_at is null and (newest.visibility is not null or newest.decision_id is null))) as last on true
    where action.id = ${actionId}::uuid`.execute(db);
  const [row] = rows;
  if (row === undefined) return { kind: 'down' };
  if (!row.is_picture) return { kind: row.is_over ? 'shown' : 'stands' };
  const isNewer = (row.last === 'content.remove' || row.last === 'content.restrict') && !row.is_own;
  if (isNewer && !row.is_referred && row.statement_id !== null) return { kind: 'newer', statementId: row.statement_id };
  // What the service deleted nobody shows again.
  const isDown =
    row.is_referred || row.is_held || row.is_gone || isNewer || row.last === 'content.remove' || row.last === 'content.restrict';
  if (!row.is_over) return { kind: isDown ? 'stands' : 'shown' };
  return { kind: isDown ? 'down' : 'shown' };
}
