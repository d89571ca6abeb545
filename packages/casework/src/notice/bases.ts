/** Which legal bases are known? A new one is its folder, one line here, and its test. */
import { authorityOrder } from './authority-order/basis.ts';
import type { LegalBasis } from './basis.ts';
import { digitalServicesAct } from './digital-services-act/basis.ts';
import { copyright } from './dmca/basis.ts';
import { onlineSafetyAct } from './online-safety-act/basis.ts';
import { ownRules } from './own-rules/basis.ts';
import { takeItDown } from './take-it-down/basis.ts';

export const bases = {
  'take-it-down': takeItDown,
  'online-safety-act': onlineSafetyAct,
  'digital-services-act': digitalServicesAct,
  dmca: copyright,
  'authority-order': authorityOrder,
  'own-rules': ownRules,
} as const satisfies Readonly<Record<string, LegalBasis>>;

export type BasisId = keyof typeof bases;

/** Every id, in the order of the registry. */
export const basisIds: readonly BasisId[] = Object.keys(bases).filter(isBasisId);

/** Whether `id` names a registered legal basis. */
export function isBasisId(id: string): id is BasisId {
  return Object.hasOwn(bases, id);
}

/** The basis of this id as it ships. What an operator corrected is in `Laws`. */
export function basisOf(id: BasisId): LegalBasis {
  return bases[id];
}

/** The laws as this installation reads them: the folders, with what its operator corrected (`corrections.ts`). */
export interface Laws {
  of(id: BasisId): LegalBasis;
  /** In the order of the registry. */
  readonly all: readonly { readonly id: BasisId; readonly basis: LegalBasis }[];
}

/** The folders alone, or with these in place of some. */
export function lawsWith(corrected: Readonly<Partial<Record<BasisId, LegalBasis>>> = {}): Laws {
  const of = (id: BasisId): LegalBasis => corrected[id] ?? bases[id];
  return { of, all: basisIds.map((id) => ({ id, basis: of(id) })) };
}
