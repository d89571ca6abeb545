/** Under which laws is this request, for this service and from whoever files it? Nothing is called binding before its day, or while its day is not confirmed. */
import type { Country } from '../decision/visibility.ts';
import type { BasisId, Laws } from './bases.ts';
import type { Filer, InForce, LegalBasis, ServiceKind, Territory } from './basis.ts';

/** What a service is in the eyes of the laws: its operator says so. */
export interface ServiceFacts {
  readonly kind: ServiceKind;
  readonly territories: readonly Territory[];
  /** Laws that it follows although none binds it there, or not yet: they are never called binding. */
  readonly follows: readonly BasisId[];
  /** Its own hours for laws that say "without undue delay". */
  readonly targetHours: Readonly<Partial<Record<BasisId, number>>>;
  /** The member state whose law its statements of reasons name, where the regulation leaves it to them; left out: its operator named none. */
  readonly memberState?: Country;
}

/** What holds until an operator has said anything: a service for what its users post, in the United States. */
export const serviceByDefault: ServiceFacts = { kind: 'user-content', territories: ['US'], follows: [], targetHours: {} };

export type Force = 'binding' | 'not-yet' | 'ended' | 'unconfirmed';

/** Whether a law is in force on a day (YYYY-MM-DD). Without a confirmed first day it is `unconfirmed`, whatever day it is. */
export function forceOn({ from, until, isConfirmed }: InForce, day: string): Force {
  if (from === null || !isConfirmed) return 'unconfirmed';
  if (day < from) return 'not-yet';
  return until !== null && day > until ? 'ended' : 'binding';
}

/** Whether the law binds this service on that day. */
export function binds(basis: LegalBasis, service: ServiceFacts, day: string): boolean {
  return (
    basis.serviceKinds.includes(service.kind) &&
    basis.territories.some((place) => service.territories.includes(place)) &&
    forceOn(basis.inForce, day) === 'binding'
  );
}

/**
 * The bases of one request, in the order of the registry; never none, for what no law covers is looked at under the service's own rules.
 * `chosen`: those that she asked for after reading their warnings.
 */
export function basesFor(
  laws: Laws,
  service: ServiceFacts,
  filer: Filer,
  day: string,
  chosen: readonly BasisId[] = [],
): readonly BasisId[] {
  const fitting = laws.all.filter(({ id, basis }) => {
    if (!basis.whoMayFile.includes(filer)) return false;
    if (basis.offered === 'by-order') return true;
    if (basis.offered === 'otherwise') return false;
    const counts = binds(basis, service, day) || service.follows.includes(id);
    return counts && (basis.offered === 'where-it-applies' || chosen.includes(id));
  });
  return fitting.length === 0 || fitting.every(({ basis }) => basis.offered === 'on-choice')
    ? [...fitting.map(({ id }) => id), 'own-rules']
    : fitting.map(({ id }) => id);
}

/** Those that she may choose besides, after reading their warnings. */
export function choicesFor(laws: Laws, service: ServiceFacts, day: string): readonly BasisId[] {
  return laws.all
    .filter(({ id, basis }) => basis.offered === 'on-choice' && (binds(basis, service, day) || service.follows.includes(id)))
    .map(({ id }) => id);
}

/** Hours that a request under this basis has: the law's own, else the service's target. */
export function hoursOf(basis: LegalBasis, id: BasisId, { targetHours }: Pick<ServiceFacts, 'targetHours'>): number {
  return basis.clock.kind === 'own-target' ? (targetHours[id] ?? basis.clock.hours) : basis.clock.hours;
}
