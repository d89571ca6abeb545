/** What may an operator say about a service and the laws, in words on a command line? Checked all at once; and which laws hold for it today. */
import {
  type BasisId,
  bases,
  basisIds,
  binds,
  forceOn,
  hoursOf,
  interimHoursAtMost,
  interimRuleFrom,
  type Laws,
  type LegalBasis,
  memberStates,
  type ServiceFacts,
  serviceKinds,
  territories,
} from '@likeness/casework';
import type { ServiceLaw } from './service-facts.ts';

/** As it was typed; what is left out stays. */
export interface LawWords {
  readonly service?: string | undefined;
  /** With commas. */
  readonly territory?: string | undefined;
  /** With commas, or `none`. */
  readonly follow?: string | undefined;
  /** `law=hours` with commas, or `none`. */
  readonly target?: string | undefined;
  /** A member state's two letters, or `none`. */
  readonly memberState?: string | undefined;
  /** Hours, or `off`. */
  readonly interim?: string | undefined;
  readonly interimUploads?: string | undefined;
}

const usualUploads = 20;

/** The settings with what was said, or a sentence for everything in it that cannot be. */
export function lawSettings(before: ServiceLaw, said: LawWords): ServiceLaw | readonly string[] {
  const wrong: string[] = [];
  const some = <T extends string>(what: string, known: readonly T[], text: string | undefined, otherwise: readonly T[]): readonly T[] => {
    if (text === undefined) return otherwise;
    if (text === 'none') return [];
    const words = text.split(',').map((word) => word.trim());
    const strangers = words.filter((word) => !known.some((one) => one === word));
    if (strangers.length > 0) wrong.push(`${what} knows ${known.join(', ')}, not ${strangers.join(', ')}.`);
    return known.filter((one) => words.includes(one));
  };
  const kind = serviceKinds.find((one) => one === (said.service ?? before.facts.kind));
  if (kind === undefined) wrong.push(`--service is one of ${serviceKinds.join(', ')}.`);
  const [memberState] = some('--member-state', memberStates, said.memberState, before.facts.memberState ? [before.facts.memberState] : []);
  if (said.memberState?.includes(',')) wrong.push('--member-state takes one.');
  const facts: ServiceFacts = {
    ...(memberState && { memberState }),
    kind: kind ?? before.facts.kind,
    territories: some('--territory', territories, said.territory, before.facts.territories),
    follows: some('--follow', basisIds, said.follow, before.facts.follows),
    targetHours: said.target === undefined ? before.facts.targetHours : targetsOf(said.target, wrong),
  };
  if (interimWrong(said, wrong) + wrong.length > 0) return wrong;
  const interim = interimOf(before, said);
  return interim === null && said.interimUploads !== undefined
    ? ['--interim-uploads goes with --interim HOURS: nothing is restricted here before somebody decides.']
    : { facts, interim };
}

function targetsOf(text: string, wrong: string[]): Partial<Record<BasisId, number>> {
  const targets: Partial<Record<BasisId, number>> = {};
  if (text === 'none') return targets;
  for (const part of text.split(',')) {
    const [name = '', hours = ''] = part.trim().split('=');
    const law = basisIds.find((id) => id === name);
    if (law === undefined || !/^\d{1,4}(\.\d+)?$/.test(hours) || Number(hours) <= 0)
      wrong.push(`--target takes LAW=HOURS, such as digital-services-act=24, not ${part.trim()}.`);
    else if (!takesTarget(law))
      wrong.push(`--target: the hours of ${law} are not the service’s to name; ${basisIds.filter(takesTarget).join(', ')} take some.`);
    else if (targets[law] !== undefined) wrong.push(`--target names ${law} twice.`);
    else targets[law] = Number(hours);
  }
  return targets;
}

/** Whether the law leaves the hours to the service ("without undue delay"). */
const takesTarget = (law: BasisId): boolean => bases[law].clock.kind === 'own-target';

function interimWrong({ interim, interimUploads }: LawWords, wrong: string[]): number {
  const before = wrong.length;
  // 0 may have been meant as off, and as at once: neither is done by guessing.
  if (interim !== undefined && interim !== 'off' && !(/^\d{1,4}(\.\d+)?$/.test(interim) && isInterimHours(Number(interim))))
    wrong.push(
      `--interim takes the hours after the receipt, more than 0 and at most ${interimHoursAtMost}; --interim off switches it off.`,
    );
  if (interimUploads !== undefined && !/^[1-9]\d{0,3}$/.test(interimUploads))
    wrong.push('--interim-uploads takes a whole number from 1 to 9999.');
  return wrong.length - before;
}

const isInterimHours = (hours: number): boolean => hours > 0 && hours <= interimHoursAtMost;

function interimOf({ interim: before }: ServiceLaw, { interim, interimUploads }: LawWords): ServiceLaw['interim'] {
  if (interim === 'off') return null;
  const afterHours = interim === undefined ? before?.afterHours : Number(interim);
  const perSource = interimUploads === undefined ? (before?.perSource ?? usualUploads) : Number(interimUploads);
  return afterHours === undefined ? null : interimRuleFrom({ afterHours, perSource });
}

export interface LawToday {
  readonly id: BasisId;
  readonly name: string;
  /** `followed`: by choice, without being bound. `when-ordered`: an authority's order is taken whenever one comes. `otherwise`: for what no law covers. */
  readonly state: 'binding' | 'followed' | 'unconfirmed' | 'not-yet' | 'ended' | 'elsewhere' | 'when-ordered' | 'otherwise';
  readonly hours: number;
  /** Who named the hours: the law, the service itself, or the order where it names a time (else these). */
  readonly clock: LegalBasis['clock']['kind'];
  readonly note: string;
}

/** How each law stands for a service on a day. */
export function lawsToday(laws: Laws, facts: ServiceFacts, day: string): readonly LawToday[] {
  return laws.all.map(({ id, basis }) => ({
    id,
    name: basis.name,
    state: stateOf(id, basis, facts, day),
    hours: hoursOf(basis, id, facts),
    clock: basis.clock.kind,
    note: basis.inForce.note,
  }));
}

function stateOf(id: BasisId, basis: LegalBasis, facts: ServiceFacts, day: string): LawToday['state'] {
  if (basis.offered === 'by-order') return 'when-ordered';
  if (basis.offered === 'otherwise') return 'otherwise';
  if (binds(basis, facts, day)) return 'binding';
  if (facts.follows.includes(id)) return 'followed';
  const isHere = basis.serviceKinds.includes(facts.kind) && basis.territories.some((place) => facts.territories.includes(place));
  return isHere ? forceOn(basis.inForce, day) : 'elsewhere';
}
