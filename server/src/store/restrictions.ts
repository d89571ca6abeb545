/** How does a decision restrict who sees an upload, whatever was ordered of it since? What is given back is given back so, and not to everybody. */
import { type Visibility, visibilityFrom } from '@likeness/casework';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface StandingRestriction {
  readonly visibility: Visibility;
  readonly decisionId: string;
}

/** What a decision is about, as far as it takes the place of a restriction that stood until somebody decides. */
export interface Answering {
  /** The requests that it answers. */
  readonly requests: readonly string[];
  /** Whether what the upload shows, and what that meets, is judged as well. */
  readonly judgesMatches: boolean;
}

/**
 * Of an act: its decision was about another picture than its upload shows by now. It is given back as before by acts of its own, so all of its decision are asked.
 */
const isOfOtherPicture = sql<boolean>`exists (select from action marked where marked.ref = action.ref and marked.decision_id = action.decision_id
  and marked.other_picture_at is not null and marked.gone_at is null)`;

/**
 * Of an act and its decision: what is decided takes its place. Whoever asked for more was right, and that request is answered; or the upload shows another picture,
 * and somebody has looked at it. What another request waits for, or another decision restricts, no decision ends that is not about it.
 */
const endsBy = ({ requests, judgesMatches }: Answering): RawBuilder<boolean> => sql<boolean>`(
  (decision.reversed_at is not null and decision.tracking_number = any(${[...requests]}::text[]))
  or (${isOfOtherPicture} and (${judgesMatches} or not exists (select from review where review.ref = action.ref and review.closed_at is null))
    and not (decision.reversed_at is not null and exists (select from request
      where request.tracking_number = decision.tracking_number and request.outcome is null and request.closed_at is null))))`;

/**
 * By upload: the newest restriction that was decided and not lifted, however often it was screened since. What the service deleted is not restricted when it comes
 * again. `answering`: what a decision about this leaves of them.
 */
export async function restrictionsOf(
  db: Db,
  refs: readonly string[],
  answering: Answering | null = null,
): Promise<ReadonlyMap<string, StandingRestriction>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{ ref: string; visibility: string; decision_id: string }>`
    select distinct on (action.ref) action.ref, action.visibility, action.decision_id
    from action join decision on decision.id = action.decision_id
    where action.ref = any(${[...refs]}::uuid[]) and action.visibility is not null and action.taken_back_at is null and action.gone_at is null
      ${answering === null ? sql`` : sql`and not ${endsBy(answering)}`}
    order by action.ref, action.opened_at desc, action.place desc`.execute(db);
  return new Map(
    rows.flatMap(({ ref, visibility: word, decision_id: decisionId }) => {
      const visibility = visibilityFrom(word);
      return visibility === null ? [] : [[ref, { visibility, decisionId }] as const];
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
    select distinct on (ref) ref, kind, visibility, gone_at is not null as is_gone, ${isOfOtherPicture} as is_other_picture,
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
  const { rows: marked } = await sql<{ ref: string; is_removed: boolean }>`
    update action set other_picture_at = ${tx.now} where ref = any(${[...refs]}::uuid[]) and visibility is not null and taken_back_at is null and gone_at is null
    returning ref, exists (select from action later where later.ref = action.ref and later.kind = 'content.remove' and later.taken_back_at is null
      and (later.opened_at, later.place) > (action.opened_at, action.place)) as is_removed`.execute(tx.sql);
  const asked = marked.flatMap(({ ref, is_removed }) => (is_removed ? [] : [ref]));
  if (asked.length === 0) return new Set();
  const { rows } = await sql<{ ref: string }>`
    update match set settled = null, at = ${tx.now} from item
    where match.ref = any(${asked}::uuid[]) and match.settled = 'restrict' and item.id = match.item_id
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

/**
 * A decision takes the place of what restricted these uploads until somebody decided: nothing of it is to be given back, unless that decision is taken back. By
 * upload: whether whoever uploaded it was told why it was restricted.
 */
export async function liftRestrictions(
  tx: Tx,
  refs: readonly string[],
  decisionId: string,
  answering: Answering,
): Promise<ReadonlyMap<string, boolean>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{ ref: string; is_stated: boolean }>`
    update action set taken_back_at = ${tx.now}, lifted_by = ${decisionId}::uuid from decision
    where decision.id = action.decision_id and action.ref = any(${[...refs]}::uuid[]) and action.visibility is not null and action.taken_back_at is null
      and action.gone_at is null and ${endsBy(answering)}
    returning action.ref, exists (select from statement where statement.action_id = action.id) as is_stated`.execute(tx.sql);
  return new Map(
    [...Map.groupBy(rows, ({ ref }) => ref)].map(([ref, lifted]) => [ref, lifted.some(({ is_stated: isStated }) => isStated)]),
  );
}

/** The uploads that these decisions show to more people than the restriction that stood before. */
export async function liftedBy(db: Db, decisionIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('action')
    .select('ref')
    .distinct()
    .where('lifted_by', 'in', [...decisionIds])
    .execute();
  return rows.flatMap(({ ref }) => ref ?? []);
}

/** These decisions are taken back as a slip: what they had lifted restricts again, but for what was taken back itself meanwhile. Answers the uploads. */
export async function putBackLifted(tx: Tx, decisionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .updateTable('action')
    .set({ taken_back_at: null, lifted_by: null })
    .where('lifted_by', 'in', [...decisionIds])
    .returning('ref')
    .execute();
  return new Set(rows.flatMap(({ ref }) => ref ?? []));
}

/** These decisions are taken back: what they restricted, and another one lifted since, does not come again with that one. */
export async function forgetLifted(tx: Tx, decisionIds: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('action')
    .set({ lifted_by: null })
    .where('decision_id', 'in', [...decisionIds])
    .where('lifted_by', 'is not', null)
    .execute();
}
