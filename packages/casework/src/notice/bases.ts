/** Which legal bases are known? A new one is its folder, one line here, and its test. */
import type { LegalBasis } from './basis.ts';
import { takeItDown } from './take-it-down/basis.ts';

export const bases = {
  'take-it-down': takeItDown,
} as const satisfies Readonly<Record<string, LegalBasis>>;

export type BasisId = keyof typeof bases;

/** Whether `id` names a registered legal basis. */
export function isBasisId(id: string): id is BasisId {
  return Object.hasOwn(bases, id);
}

/** The basis of this id, as data. */
export function basisOf(id: BasisId): LegalBasis {
  return bases[id];
}
