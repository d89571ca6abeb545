/** What became of an upload that was restricted before anybody had decided? Its statement and its complaint go by that. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** Of these uploads, those that are kept from being seen for a filing of which a request waits for a decision, beside those that are answered now. */
export async function hiddenForOthers(db: Db, refs: readonly string[], answeredNow: readonly string[]): Promise<ReadonlySet<string>> {
  if (refs.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    select last.ref from (
      select distinct on (ref) ref, kind, decision_id, tracking_number, gone_at from action
      where ref = any(${[...refs]}::uuid[]) and kind like 'content.%' and taken_back_at is null
      order by ref, opened_at desc, place desc) as last
    where last.kind = 'content.restrict' and last.decision_id is null and last.gone_at is null
      and exists (select from request named join request open on open.filing_id = named.filing_id
        where named.tracking_number = last.tracking_number and open.outcome is null and open.closed_at is null
          and open.tracking_number <> all(${[...answeredNow]}::text[]))`.execute(db);
  return new Set(rows.map(({ ref }) => ref));
}

/** The act of a match that holds what could be seen. None of `content.*`, so that it is nobody's newest order: whether it is held its verdict says. */
export const matchHold = 'match.hold';

/** Whether it keeps something from being seen until somebody decides, and is no decision. */
export const isMeanwhileAct = ({ kind, decision_id }: { readonly kind: string; readonly decision_id: string | null }): boolean =>
  decision_id === null && (kind === 'content.restrict' || kind === matchHold);

/** `stands`: it is restricted still. `over`: it was given back, with an earlier limit or without, or the upload is gone. `referred`: nobody is told more of it. */
export type SinceRestricted =
  | { readonly kind: 'stands' | 'over' | 'referred' }
  /** By a decision: it is gone, or fewer people see it. */
  | { readonly kind: 'removed' | 'limited'; readonly actionId: string; readonly decisionId: string; readonly decidedAt: Date };

/** Of an act that restricted or held something without a decision, by its id. What was held is held no more once its verdict says so. */
export async function sinceRestricted(db: Db, actionId: string): Promise<SinceRestricted> {
  const { rows } = await sql<{
    taken_back_at: Date | null;
    is_referred: boolean;
    is_deleted: boolean;
    is_let_go: boolean;
    kind: string | null;
    is_limited: boolean;
    was_limited: boolean;
    later_id: string | null;
    decision_id: string | null;
    decided_at: Date | null;
  }>`
    select action.taken_back_at, content.deleted_at is not null or action.gone_at is not null as is_deleted,
      action.kind = ${matchHold} and content.verdict is distinct from 'hold' as is_let_go,
      exists (select from referral_content where referral_content.ref = action.ref) as is_referred,
      later.kind, later.visibility is not null as is_limited,
      later.visibility is not null and decision.decided_at < action.opened_at as was_limited, later.id as later_id, later.decision_id, decision.decided_at
    from action left join content on content.ref = action.ref
    left join lateral (select kind, id, decision_id, visibility from action since where since.ref = action.ref and since.id <> action.id
      and (since.opened_at, since.place) > (action.opened_at, action.place) and since.taken_back_at is null and since.kind like 'content.%' order by since.opened_at desc, since.place desc limit 1) as later on true
    left join decision on decision.id = later.decision_id
    where action.id = ${actionId}::uuid`.execute(db);
  const [row] = rows;
  if (row === undefined) return { kind: 'over' };
  if (row.is_referred) return { kind: 'referred' };
  const { kind, is_limited: isLimited, later_id, decision_id, decided_at } = row;
  // It lay on top of a limit, which it was given back with: nobody has decided since.
  if (row.was_limited) return { kind: 'over' };
  if ((kind === 'content.remove' || isLimited) && later_id !== null && decision_id !== null && decided_at !== null)
    return { kind: isLimited ? 'limited' : 'removed', actionId: later_id, decisionId: decision_id, decidedAt: decided_at };
  return { kind: row.taken_back_at !== null || row.is_deleted || row.is_let_go || kind === 'content.restore' ? 'over' : 'stands' };
}

/** Whether an upload is restricted or held before a decision, and whoever uploaded it was told why. */
export async function isStatedMeanwhile(tx: Tx, ref: string): Promise<boolean> {
  const { rows } = await sql<{ is_stated: boolean }>`
    select exists (select from action join statement on statement.action_id = action.id
      where action.ref = ${ref}::uuid and action.kind in ('content.restrict', ${matchHold}) and action.decision_id is null and action.taken_back_at is null and action.gone_at is null
        and not exists (select from action later where later.ref = action.ref and (later.kind = 'content.restore' or later.visibility is not null)
          and (later.opened_at, later.place) > (action.opened_at, action.place) and later.taken_back_at is null)) as is_stated`.execute(
    tx.sql,
  );
  return rows[0]?.is_stated ?? false;
}

/** Open complaints about a restriction, or a hold, of what a decision removes, or restricts for good, go on as complaints about that; answers their ids. */
export async function goOnAgainstRemoval(
  tx: Tx,
  { decisionId, askedAt, decidableAt }: { readonly decisionId: string; readonly askedAt: Date | null; readonly decidableAt: Date },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update complaint set decision_id = decision.id, action_id = removal.id, tracking_number = decision.tracking_number, asked_at = ${askedAt},
      decidable_at = ${decidableAt}
    from action restricted, action removal, decision
    where complaint.action_id = restricted.id and complaint.decision_id is null and complaint.decided_at is null
      and removal.ref = restricted.ref and (removal.kind = 'content.remove' or removal.visibility is not null) and removal.decision_id = decision.id and decision.id = ${decisionId}::uuid
    returning complaint.id`.execute(tx.sql);
  return rows.map(({ id }) => id);
}
