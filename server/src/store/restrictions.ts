/** How does a decision restrict who sees an upload, whatever was ordered of it since? What is given back is given back so, and not to everybody. */
import { type Visibility, visibilityFrom } from '@likeness/casework';
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface StandingRestriction {
  readonly visibility: Visibility;
  readonly decisionId: string;
  /** Whoever asked for more was right, or the upload shows another picture since: it stays until that is decided, and no longer. */
  readonly isUntilDecided: boolean;
}

/** By upload: the newest restriction that was decided and not lifted, however often it was screened since. What the service deleted is not restricted when it comes again. */
export async function restrictionsOf(db: Db, refs: readonly string[]): Promise<ReadonlyMap<string, StandingRestriction>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{ ref: string; visibility: string; decision_id: string; is_until_decided: boolean }>`
    select distinct on (action.ref) action.ref, action.visibility, action.decision_id,
      decision.reversed_at is not null or action.other_picture_at is not null as is_until_decided
    from action join decision on decision.id = action.decision_id
    where action.ref = any(${[...refs]}::uuid[]) and action.visibility is not null and action.taken_back_at is null and action.gone_at is null
    order by action.ref, action.opened_at desc, action.place desc`.execute(db);
  return new Map(
    rows.flatMap(({ ref, visibility: word, decision_id: decisionId, is_until_decided: isUntilDecided }) => {
      const visibility = visibilityFrom(word);
      return visibility === null ? [] : [[ref, { visibility, decisionId, isUntilDecided }] as const];
    }),
  );
}

/** `hidden`: nobody is to see it, for a request that waits for a decision or because it was referred. `limited`: a decision says who may, and whether it was about another picture. */
export type Unseen =
  | { readonly kind: 'hidden'; readonly isToBeDecided: boolean }
  | { readonly kind: 'limited'; readonly visibility: Visibility; readonly isOtherPicture: boolean };

/** Of these uploads, those that are hidden or limited and on which nothing came on top, however often they were screened since. What was referred stays hidden, whatever the service did with it and whatever was decided since. */
export async function unseenOf(db: Db, refs: readonly string[]): Promise<ReadonlyMap<string, Unseen>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{
    ref: string;
    kind: string;
    visibility: string | null;
    is_referred: boolean;
    is_gone: boolean;
    is_other_picture: boolean;
  }>`
    select distinct on (ref) ref, kind, visibility, gone_at is not null as is_gone, other_picture_at is not null as is_other_picture,
      exists (select from action referral where referral.ref = action.ref and referral.kind = 'content.restrict' and referral.decision_id is not null
        and referral.visibility is null and referral.taken_back_at is null) as is_referred
    from action where ref = any(${[...refs]}::uuid[]) and taken_back_at is null and kind like 'content.%'
    order by ref, opened_at desc, place desc`.execute(db);
  return new Map(
    rows.flatMap(({ ref, kind, visibility: word, is_referred, is_gone, is_other_picture: isOtherPicture }): [string, Unseen][] => {
      if (is_referred) return [[ref, { kind: 'hidden', isToBeDecided: false }]];
      if (is_gone) return [];
      if (kind === 'content.restrict' && word === null) return [[ref, { kind: 'hidden', isToBeDecided: true }]];
      const visibility = word === null ? null : visibilityFrom(word);
      return visibility === null ? [] : [[ref, { kind: 'limited', visibility, isOtherPicture }]];
    }),
  );
}

/**
 * These uploads show another picture than before: what restricts one of them stands until somebody has looked, and what it met then is to be judged again. Answers
 * those about which somebody is to be asked.
 */
export async function askAboutOtherPicture(tx: Tx, refs: readonly string[]): Promise<ReadonlySet<string>> {
  if (refs.length === 0) return new Set();
  const { rows: marked } = await sql<{ ref: string }>`
    update action set other_picture_at = ${tx.now} where ref = any(${[...refs]}::uuid[]) and visibility is not null and taken_back_at is null and gone_at is null
      and not exists (select from action later where later.ref = action.ref and later.kind = 'content.remove' and later.taken_back_at is null
        and (later.opened_at, later.place) > (action.opened_at, action.place))
    returning ref`.execute(tx.sql);
  if (marked.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    update match set settled = null, at = ${tx.now} from item
    where match.ref = any(${marked.map(({ ref }) => ref)}::uuid[]) and match.settled = 'restrict' and item.id = match.item_id
    returning match.ref`.execute(tx.sql);
  return new Set(rows.map(({ ref }) => ref));
}

/**
 * The service has deleted it, its words and links with it: nobody waits for what was ordered of it, and what comes again under its id is another upload, which nothing restricts yet. What was
 * referred is to be kept by the service, and is waited for still.
 */
export async function noteGone(tx: Tx, ref: string): Promise<void> {
  await tx.sql
    .updateTable('action')
    .set({ gone_at: tx.now })
    .where('ref', '=', ref)
    .where('kind', 'not like', 'account.%')
    .where((eb) => eb.or([eb('kind', '<>', 'content.restrict'), eb('decision_id', 'is', null), eb('visibility', 'is not', null)]))
    .where('gone_at', 'is', null)
    .execute();
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
