/** What is a service in the eyes of the laws, and what may happen before a person decides? Its operator says so; whatever cannot be read holds as the default. */
import {
  type BasisId,
  basesFor,
  basisIds,
  type Filer,
  type InterimRule,
  interimRuleFrom,
  type Laws,
  memberStates,
  type ServiceFacts,
  serviceByDefault,
  serviceKinds,
  territories,
} from '@likeness/casework';
import { record } from '../ledger/record.ts';
import type { Db, Store, Tx } from '../store/database.ts';

export interface ServiceLaw {
  readonly facts: ServiceFacts;
  /** Null: nothing is restricted before somebody decides. */
  readonly interim: InterimRule | null;
}

/** Of one platform. */
export async function serviceLawOf(db: Db, platformId: string): Promise<ServiceLaw> {
  const row = await db.selectFrom('platform').select(['law', 'interim']).where('id', '=', platformId).executeTakeFirst();
  return { facts: factsFrom(row?.law), interim: interimRuleFrom(row?.interim) };
}

/** Of every platform, by id. */
export async function serviceLaws(db: Db): Promise<ReadonlyMap<string, ServiceLaw>> {
  const rows = await db.selectFrom('platform').select(['id', 'law', 'interim']).execute();
  return new Map(rows.map(({ id, law, interim }) => [id, { facts: factsFrom(law), interim: interimRuleFrom(interim) }]));
}

/** Writes what the operator said; what came in before keeps the time that it was given. */
export async function setServiceLaw(store: Store, platformId: string, { facts, interim }: ServiceLaw): Promise<void> {
  await store.transact(async (tx) => {
    await tx.sql
      .updateTable('platform')
      .set({ law: JSON.stringify(facts), interim: interim === null ? null : JSON.stringify(interim) })
      .where('id', '=', platformId)
      .execute();
    await record(tx, { act: 'platform.changed', subjects: { platform: platformId } });
  });
}

/** The bases of a request that names none: those that bind its service today, for whoever files it. */
export async function basesToday(
  tx: Tx,
  laws: Laws,
  platformId: string,
  filer: Filer,
  chosen: readonly BasisId[] = [],
): Promise<readonly BasisId[]> {
  const { facts } = await serviceLawOf(tx.sql, platformId);
  return basesFor(laws, facts, filer, dayOf(tx.now), chosen);
}

/** YYYY-MM-DD, as the days in the laws are written. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function factsFrom(stored: unknown): ServiceFacts {
  const given: Readonly<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const some = <T extends string>(known: readonly T[], list: unknown): readonly T[] =>
    known.filter((one) => Array.isArray(list) && list.includes(one));
  const hours: Readonly<Record<string, unknown>> = typeof given['targetHours'] === 'object' ? { ...given['targetHours'] } : {};
  const targetHours: Partial<Record<BasisId, number>> = {};
  for (const id of basisIds) {
    const target = hours[id];
    if (typeof target === 'number' && target > 0) targetHours[id] = target;
  }
  const memberState = memberStates.find((state) => state === given['memberState']);
  return {
    ...(memberState && { memberState }),
    kind: serviceKinds.find((kind) => kind === given['kind']) ?? serviceByDefault.kind,
    territories: Array.isArray(given['territories']) ? some(territories, given['territories']) : serviceByDefault.territories,
    follows: some(basisIds, given['follows']),
    targetHours,
  };
}
