/**
 * Which stored fingerprints could belong to an upload that meets these items? Never fewer than the tiers let match, and some more: quality, bank and view are
 * weighed by the index once the few uploads that have one are at hand.
 */
import { bytesOfHex, type FingerprintKind } from '@likeness/fingerprint';
import type { ItemCode, ListedItem } from '../bank/policy.ts';
import { type Meeting, type Tier, tiers } from '../bank/verdict.ts';
import { homeFor } from './homes.ts';

/** A code that a stored one must lie near to. */
export interface NearSought {
  readonly kind: FingerprintKind;
  readonly code: Uint8Array;
  /** Bits. */
  readonly radius: number;
}

export interface Sought {
  readonly near: readonly NearSought[];
  readonly exact: readonly { readonly kind: FingerprintKind; readonly value: string }[];
}

/** What an upload must have to meet one of the items by the tiers of the call, or of call and job. Each question once. */
export function soughtFor(items: readonly ListedItem[], when: Tier['when'] = 'call'): Sought {
  const near = new Map<string, NearSought>();
  const exact = new Map<string, Sought['exact'][number]>();
  const asked = tiers.filter((tier) => tier.when === 'call' || when === 'job');
  for (const code of items.flatMap(({ codes }) => codes)) {
    const { kind, value } = code;
    for (const { kinds, meetings, radius } of asked) {
      const met = kinds.includes(kind) ? meetings.filter((meeting) => isOfItem(meeting, code)) : [];
      if (met.length > 0 && radius === 0) exact.set(`${kind} ${value}`, { kind, value });
      else if (met.length > 0) {
        const bytes = bytesOfHex(value);
        widen(near, kind, bytes, radius);
        // Nobody stores the complement of an upload: its distance to a code is that of the upload to the code's complement.
        if (met.some(({ upload }) => upload.includes('complement')))
          widen(
            near,
            kind,
            bytes.map((byte) => byte ^ 0xff),
            radius,
          );
      }
    }
  }
  return { near: [...near.values()], exact: [...exact.values()] };
}

const isOfItem = ({ item }: Meeting, code: ItemCode): boolean => homeFor(code) === item;

function widen(near: Map<string, NearSought>, kind: FingerprintKind, code: Uint8Array, radius: number): void {
  const name = `${kind} ${code.join()}`;
  if ((near.get(name)?.radius ?? -1) < radius) near.set(name, { kind, code, radius });
}
