/** Can this be left up for fewer people? Only in a way that the service can carry out, where no law wants it gone and nothing else holds it; and which ways are those? */
import { groundsFor, type JudgedContent, matchGrounds, type Visibility, visibilities, visibilityOf, wantsMore } from '@likeness/casework';
import { record } from '../ledger/record.ts';
import { standingsOf } from '../store/content.ts';
import type { Db, Store, Tx } from '../store/database.ts';
import { restrictionsOf } from '../store/restrictions.ts';
import type { Table } from './decision-table.ts';
import type { Engine } from './engine.ts';

export { visibilities } from '@likeness/casework';

/**
 * `not-offered`: the service has not said that it can do this. `law-wants-more`: the request is open under a law that wants it gone, or it was removed under one.
 * `may-be-young`: then it is referred. `is-held`: a match with somebody else's picture holds it, and is decided first. `otherwise`: it is restricted in another
 * way. `is-down`: all of it is gone, and restricting it would say less.
 */
export type NotRestricted = 'not-offered' | 'law-wants-more' | 'may-be-young' | 'is-held' | 'otherwise' | 'is-down';

/** Why not; null where it can be. Of the same upload there is one restriction at a time: two would have to be told apart when one of them ends. */
export async function notRestricted(
  { laws }: Pick<Engine, 'laws'>,
  tx: Tx,
  table: Table,
  ground: string,
  judged: readonly JudgedContent[],
): Promise<NotRestricted | null> {
  const visibility = visibilityOf(ground);
  const grounds = table.matter.kind === 'request' ? groundsFor(table.matter.basis, null) : matchGrounds;
  if (!grounds.some(({ key, decision }) => key === ground && decision === 'restrict')) return 'law-wants-more';
  if (visibility === null || !(await restrictsOf(tx.sql, table.platformId)).includes(visibility)) return 'not-offered';
  if (table.request?.isYoung === true) return 'may-be-young';
  if (table.siblings.some(({ basis, outcome }) => wantsMore(laws.of(basis), outcome))) return 'law-wants-more';
  if (judged.every(({ state }) => state === 'removed')) return 'is-down';
  const refs = table.contents.map(({ ref }) => ref);
  const standings = await standingsOf(tx.sql, table.contents);
  const isHeld = table.contents.some(({ ref, verdict }) => verdict === 'hold' && ['held', 'restricted'].includes(standings.get(ref) ?? ''));
  if (table.request !== null && isHeld) return 'is-held';
  const before = [...(await restrictionsOf(tx.sql, refs)).values()];
  return before.some((one) => !one.isTooLittle && one.visibility !== visibility) ? 'otherwise' : null;
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
