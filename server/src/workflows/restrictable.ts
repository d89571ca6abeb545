/** Can this be left up for fewer people? Only in a way that the service can carry out, where no law wants it gone and nothing else holds it; and which ways are those? */
import {
  groundsFor,
  isBasisId,
  type JudgedContent,
  type LegalBasis,
  matchGrounds,
  restrictGroundsOf,
  type Visibility,
  visibilities,
  visibilityOf,
  wantsMore,
} from '@likeness/casework';
import type { NotRestricted } from '@likeness/web/moderator';
import { record } from '../ledger/record.ts';
import { areOfYoungRequest, type RequestRow } from '../store/cases.ts';
import { type Content, isDown, standingsOf } from '../store/content.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { hiddenForOthers } from '../store/meanwhile.ts';
import { referredOf } from '../store/referrals.ts';
import { type Answering, restrictionsOf } from '../store/restrictions.ts';
import type { Table } from './decision-table.ts';
import type { Engine } from './engine.ts';

export { visibilities } from '@likeness/casework';

/** Why not; null where it can be. Of the same upload there is one restriction at a time: two would have to be told apart when one of them ends. */
export async function notRestricted(
  { laws }: Pick<Engine, 'laws'>,
  tx: Tx,
  table: Table,
  ground: string,
  {
    judged,
    isHidden,
    answering,
  }: { readonly judged: readonly JudgedContent[]; readonly isHidden: boolean; readonly answering: Answering | null },
): Promise<NotRestricted | null> {
  const visibility = visibilityOf(ground);
  const grounds = table.matter.kind === 'request' ? groundsFor(table.matter.basis, null) : matchGrounds;
  if (!grounds.some(({ key, decision }) => key === ground && decision === 'restrict')) return 'law-wants-more';
  if (visibility === null || !(await restrictsOf(tx.sql, table.platformId)).includes(visibility)) return 'not-offered';
  if (table.siblings.some(({ basis, outcome }) => wantsMore(laws.of(basis), outcome))) return 'law-wants-more';
  if (judged.every(({ state }) => state === 'removed')) return 'is-down';
  if (isHidden) return 'hidden-for-another';
  if (table.request === null && (await lawsThatWantGone(laws, tx, refsOf(table.contents))).length > 0) return 'law-wants-more';
  if (table.request !== null && (await isHeldByMatch(tx, table.contents))) return 'is-held';
  return (await seenOtherwise(tx, table.contents, answering)).some((one) => one !== visibility) ? 'otherwise' : null;
}

const refsOf = (contents: readonly Content[]): string[] => contents.map(({ ref }) => ref);

async function isHeldByMatch(tx: Tx, contents: readonly Content[]): Promise<boolean> {
  const standings = await standingsOf(tx.sql, contents);
  return contents.some(({ ref, verdict }) => verdict === 'hold' && ['held', 'restricted'].includes(standings.get(ref) ?? ''));
}

/** How decisions restrict these uploads that stand whatever is decided now. */
async function seenOtherwise(tx: Tx, contents: readonly Content[], answering: Answering | null): Promise<readonly Visibility[]> {
  return [...(await restrictionsOf(tx.sql, refsOf(contents), answering)).values()].map(({ visibility }) => visibility);
}

export interface WaysNow {
  readonly ways: readonly Visibility[];
  /** Why there is none; null where there are some, or where the service has none at all. */
  readonly because: NotRestricted | null;
}

/**
 * Of the ways of a platform those in which these uploads can be restricted as they stand now, whatever a law says of it: what a decision would refuse is not offered.
 * `request` is the one on whose page they stand with the others of its filing; null on the page of a match. `hasPlaces`: it names more than these.
 */
export async function waysNow(
  engine: Pick<Engine, 'laws'>,
  tx: Tx,
  {
    platformId,
    contents,
    request,
    siblings = [],
    hasPlaces = false,
  }: {
    readonly platformId: string;
    readonly contents: readonly Content[];
    readonly request: RequestRow | null;
    readonly siblings?: readonly RequestRow[];
    readonly hasPlaces?: boolean;
  },
): Promise<WaysNow> {
  const ways = await restrictsOf(tx.sql, platformId);
  if (ways.length === 0) return { ways, because: null };
  const refs = refsOf(contents);
  const standings = await standingsOf(tx.sql, contents);
  if (!hasPlaces && contents.every(({ ref }) => isDown(standings.get(ref) ?? 'visible'))) return none('is-down');
  const referred = await referredOf(tx.sql, refs);
  const others = refs.filter((ref) => !referred.has(ref));
  // Of its own filing it is asked on the form.
  if (await areOfYoungRequest(tx.sql, others, request?.isYoung === true ? request.filingId : null)) return none('may-be-young');
  if (request === null && (await lawsThatWantGone(engine.laws, tx, refs)).length > 0) return none('law-wants-more');
  if (request !== null && (await isHeldByMatch(tx, contents))) return none('is-held');
  const open: Visibility[] = [];
  let because: NotRestricted = 'otherwise';
  for (const way of ways) {
    const answered = siblings.filter(({ basis }) => restrictGroundsOf(engine.laws.of(basis)).some(({ visibility }) => visibility === way));
    const requests = (request === null ? [] : [request, ...answered]).map(({ trackingNumber }) => trackingNumber);
    const before = await seenOtherwise(tx, contents, { requests, judgesMatches: request === null });
    if (before.some((one) => one !== way)) continue;
    if ((await hiddenForOthers(tx.sql, refs, requests)).size === 0) open.push(way);
    else because = 'hidden-for-another';
  }
  return open.length === 0 ? none(because) : { ways: open, because: null };
}

const none = (because: NotRestricted): WaysNow => ({ ways: [], because });

/**
 * The laws for which a restriction is not enough, and under which a picture was removed that one of these uploads meets, where that removal stands: what came again
 * is not left up for fewer people.
 */
export async function lawsThatWantGone(laws: Engine['laws'], tx: Tx, refs: readonly string[]): Promise<readonly LegalBasis[]> {
  if (refs.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('match')
    .innerJoin('claim', 'claim.item_id', 'match.item_id')
    .innerJoin('decision', 'decision.id', 'claim.decision_id')
    .innerJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .select('request.basis')
    .distinct()
    .where('match.ref', 'in', [...refs])
    .where('match.settled', 'is', null)
    .where('claim.ended_at', 'is', null)
    .where('decision.outcome', '=', 'remove')
    .where('decision.reversed_at', 'is', null)
    .execute();
  return rows.flatMap(({ basis }) => (isBasisId(basis) && laws.of(basis).restricts.length === 0 ? [laws.of(basis)] : []));
}

/** The restrictions that a platform said that it can carry out. Until it has, none is offered to a moderator, and none is sent. */
export async function restrictsOf(db: Db, platformId: string): Promise<readonly Visibility[]> {
  const row = await db.selectFrom('platform').select('restricts').where('id', '=', platformId).executeTakeFirst();
  return visibilities.filter((one) => row?.restricts.includes(one));
}

/** What was decided before stays. */
export async function setRestricts(store: Store, platformId: string, ways: readonly Visibility[]): Promise<void> {
  await store.transact(async (tx) => {
    await tx.sql
      .updateTable('platform')
      .set({ restricts: [...ways] })
      .where('id', '=', platformId)
      .execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
  });
}
