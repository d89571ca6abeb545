/** Can this be left up for fewer people? Only in a way that the service can carry out, where no law wants it gone and nothing else holds it; and which ways are those? */
import {
  groundsFor,
  isBasisId,
  type JudgedContent,
  matchGrounds,
  restrictGroundsOf,
  type Visibility,
  visibilities,
  visibilityOf,
  wantsMore,
} from '@likeness/casework';
import { record } from '../ledger/record.ts';
import { areOfYoungRequest, type RequestRow } from '../store/cases.ts';
import { type Content, isDown, standingsOf } from '../store/content.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { hiddenForOthers } from '../store/meanwhile.ts';
import { restrictionsOf } from '../store/restrictions.ts';
import type { Table } from './decision-table.ts';
import type { Engine } from './engine.ts';

export { visibilities } from '@likeness/casework';

/**
 * `not-offered`: the service has not said that it can do this. `law-wants-more`: the request is open under a law that wants it gone, or it, or the picture that it meets, was removed under one.
 * `may-be-young`: then it is referred. `is-held`: a match with somebody else's picture holds it, and is decided first. `hidden-for-another`: so is the request that keeps it from being seen. `otherwise`: it is restricted in another
 * way. `is-down`: all of it is gone, and restricting it would say less.
 */
export type NotRestricted = 'not-offered' | 'law-wants-more' | 'may-be-young' | 'is-held' | 'hidden-for-another' | 'otherwise' | 'is-down';

/** Why not; null where it can be. Of the same upload there is one restriction at a time: two would have to be told apart when one of them ends. */
export async function notRestricted(
  { laws }: Pick<Engine, 'laws'>,
  tx: Tx,
  table: Table,
  ground: string,
  { judged, isHidden }: { readonly judged: readonly JudgedContent[]; readonly isHidden: boolean },
): Promise<NotRestricted | null> {
  const visibility = visibilityOf(ground);
  const grounds = table.matter.kind === 'request' ? groundsFor(table.matter.basis, null) : matchGrounds;
  if (!grounds.some(({ key, decision }) => key === ground && decision === 'restrict')) return 'law-wants-more';
  if (visibility === null || !(await restrictsOf(tx.sql, table.platformId)).includes(visibility)) return 'not-offered';
  if (table.request?.isYoung === true) return 'may-be-young';
  if (table.siblings.some(({ basis, outcome }) => wantsMore(laws.of(basis), outcome))) return 'law-wants-more';
  if (judged.every(({ state }) => state === 'removed')) return 'is-down';
  if (isHidden) return 'hidden-for-another';
  if (table.request === null && (await meetsWhatALawWantsGone(laws, tx, refsOf(table.contents)))) return 'law-wants-more';
  if (table.request !== null && (await isHeldByMatch(tx, table.contents))) return 'is-held';
  return (await seenOtherwise(tx, table.contents)).some((one) => one !== visibility) ? 'otherwise' : null;
}

const refsOf = (contents: readonly Content[]): string[] => contents.map(({ ref }) => ref);

async function isHeldByMatch(tx: Tx, contents: readonly Content[]): Promise<boolean> {
  const standings = await standingsOf(tx.sql, contents);
  return contents.some(({ ref, verdict }) => verdict === 'hold' && ['held', 'restricted'].includes(standings.get(ref) ?? ''));
}

/** How decisions that stand restrict these uploads. */
async function seenOtherwise(tx: Tx, contents: readonly Content[]): Promise<readonly Visibility[]> {
  const before = [...(await restrictionsOf(tx.sql, refsOf(contents))).values()];
  return before.flatMap(({ visibility, isUntilDecided }) => (isUntilDecided ? [] : [visibility]));
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
): Promise<readonly Visibility[]> {
  const ways = await restrictsOf(tx.sql, platformId);
  if (ways.length === 0) return [];
  const refs = refsOf(contents);
  const standings = await standingsOf(tx.sql, contents);
  if (!hasPlaces && contents.every(({ ref }) => isDown(standings.get(ref) ?? 'visible'))) return [];
  if (await areOfYoungRequest(tx.sql, refs)) return [];
  if (request === null && (await meetsWhatALawWantsGone(engine.laws, tx, refs))) return [];
  if (request !== null && (await isHeldByMatch(tx, contents))) return [];
  const before = await seenOtherwise(tx, contents);
  const open: Visibility[] = [];
  for (const way of ways) {
    if (before.some((one) => one !== way)) continue;
    const answered = siblings.filter(({ basis }) => restrictGroundsOf(engine.laws.of(basis)).some(({ visibility }) => visibility === way));
    const asking = request === null ? [] : [request, ...answered];
    const hidden = await hiddenForOthers(
      tx.sql,
      refs,
      asking.map(({ trackingNumber }) => trackingNumber),
    );
    if (hidden.size === 0) open.push(way);
  }
  return open;
}

/**
 * Whether one of these uploads meets a picture that was removed for a request under a law for which a restriction is not enough, and that removal stands: what came
 * again is not left up for fewer people.
 */
export async function meetsWhatALawWantsGone(laws: Engine['laws'], tx: Tx, refs: readonly string[]): Promise<boolean> {
  if (refs.length === 0) return false;
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
  return rows.some(({ basis }) => isBasisId(basis) && laws.of(basis).restricts.length === 0);
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
