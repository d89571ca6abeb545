/** Which items carry a code, and which codes has an item? Equal codes are stored once and point to every item that has them; five words for each use. */
import type { FingerprintKind, Variant } from '@likeness/fingerprint';
import { bytesOfHex, isVariant } from '@likeness/fingerprint';
import type { ItemCode } from '../bank/policy.ts';
import { Numbered } from './listed-items.ts';
import type { CodeSet } from './reader.ts';
import { Rows } from './rows.ts';

/** Where a code is searched. Two sets of PDQ, because an upload with bytes brings its own turns and must not pay for seven times as many codes. */
export const homes = ['whole', 'turns', 'sha256', 'md5'] as const;
export type CodeHome = (typeof homes)[number];

/** What counts of a code beside its value. */
export type CodeFacts = Pick<ItemCode, 'kind' | 'variant' | 'quality' | 'provenance'>;

/** Item, slot, facts, and the next use of the same code and of the same item, each plus one; 0 ends a list. */
export const CARRIER_WORDS = 5;
const [ITEM, SLOT, FACTS, NEXT_OF_CODE, NEXT_OF_ITEM] = [0, 1, 2, 3, 4];
const QUALITY_AT = 8;
const NO_QUALITY = 255;
const HOME_AT = 16;
const IS_CLAIMANT = 1 << 20;

const kindOf: Readonly<Record<CodeHome, FingerprintKind>> = { whole: 'pdq', turns: 'pdq', sha256: 'sha256', md5: 'md5' };

/** All that stands in rows, and the names of views that they use by number. */
export interface CarrierRows {
  readonly uses: Rows;
  /** The first use of each item, plus one. */
  readonly ofItem: Rows;
  /** The first use of each slot, plus one. */
  readonly ofSlot: Readonly<Record<CodeHome, Rows>>;
  readonly variants: Numbered;
}

export const noCarriers = (): CarrierRows => ({
  uses: new Rows(CARRIER_WORDS),
  ofItem: new Rows(1),
  ofSlot: { whole: new Rows(1), turns: new Rows(1), sha256: new Rows(1), md5: new Rows(1) },
  variants: new Numbered(),
});

/** Told of every use of a code that was found: the item's row, and which use it is. */
export type OnCarrier = (item: number, use: number, distance: number) => void;

export class Carriers {
  readonly #sets: Readonly<Record<CodeHome, CodeSet>>;
  readonly #rows: CarrierRows;

  constructor(sets: Readonly<Record<CodeHome, CodeSet>>, rows = noCarriers()) {
    this.#sets = sets;
    this.#rows = rows;
  }

  /** Distinct codes. */
  get size(): number {
    return homes.reduce((sum, home) => sum + this.#sets[home].size, 0);
  }

  /** The item has this code from now on. */
  add(item: number, home: CodeHome, { value, variant, quality, provenance }: ItemCode): void {
    const { uses, ofItem, ofSlot, variants } = this.#rows;
    const code = bytesOfHex(value);
    const known = this.#sets[home].slotOf(code);
    const slot = known < 0 ? this.#sets[home].add(code) : known;
    const use = uses.take();
    uses.set(use, ITEM, item);
    uses.set(use, SLOT, slot);
    // What is no whole number from 0 to 100 counts as the nearest one below that is: it must not hold more than it says.
    const kept = quality === null ? NO_QUALITY : Math.max(0, Math.min(100, Math.floor(quality)));
    const claimant = provenance === 'claimant' ? IS_CLAIMANT : 0;
    uses.set(use, FACTS, variants.numberOf(variant) | (kept << QUALITY_AT) | (homes.indexOf(home) << HOME_AT) | claimant);
    uses.set(use, NEXT_OF_CODE, ofSlot[home].get(slot, 0));
    uses.set(use, NEXT_OF_ITEM, ofItem.get(item, 0));
    ofSlot[home].set(slot, 0, use + 1);
    ofItem.set(item, 0, use + 1);
  }

  /** The item has no code any more; each code goes with its last use. */
  removeAllOf(item: number): void {
    const { uses, ofItem } = this.#rows;
    for (let next = ofItem.get(item, 0); next !== 0; ) {
      const use = next - 1;
      next = uses.get(use, NEXT_OF_ITEM);
      this.#unlink(use);
      uses.free(use);
    }
    ofItem.set(item, 0, 0);
  }

  /** Names every use of every code of this home within the radius. */
  find(home: CodeHome, value: string, radius: number, onCarrier: OnCarrier): void {
    const { uses, ofSlot } = this.#rows;
    const first = ofSlot[home];
    this.#sets[home].search(bytesOfHex(value), radius, (slot, distance) => {
      for (let next = first.get(slot, 0); next !== 0; next = uses.get(next - 1, NEXT_OF_CODE)) {
        onCarrier(uses.get(next - 1, ITEM), next - 1, distance);
      }
    });
  }

  factsOf(use: number): CodeFacts {
    const facts = this.#rows.uses.get(use, FACTS);
    const variant = this.#rows.variants.nameOf(facts & 0xff);
    const quality = (facts >>> QUALITY_AT) & 0xff;
    return {
      kind: kindOf[homeOf(facts)],
      variant: isVariant(variant) ? variant : 'whole',
      quality: quality === NO_QUALITY ? null : quality,
      provenance: (facts & IS_CLAIMANT) === 0 ? 'confirmed' : 'claimant',
    };
  }

  #unlink(use: number): void {
    const { uses, ofSlot } = this.#rows;
    const home = homeOf(uses.get(use, FACTS));
    const slot = uses.get(use, SLOT);
    const after = uses.get(use, NEXT_OF_CODE);
    let next = ofSlot[home].get(slot, 0);
    if (next !== use + 1) {
      while (uses.get(next - 1, NEXT_OF_CODE) !== use + 1) next = uses.get(next - 1, NEXT_OF_CODE);
      uses.set(next - 1, NEXT_OF_CODE, after);
      return;
    }
    ofSlot[home].set(slot, 0, after);
    if (after === 0) this.#sets[home].remove(slot);
  }
}

const homeOf = (facts: number): CodeHome => homes[(facts >>> HOME_AT) & 15] ?? 'whole';

/** Which set a code is searched in; null when no tier compares that view of an item, or a frame of a video alone. */
export function homeFor({ kind, variant }: { readonly kind: FingerprintKind; readonly variant: Variant }): CodeHome | null {
  if (kind === 'vpdq' || variant === 'complement') return null;
  if (kind === 'pdq') return variant === 'whole' ? 'whole' : 'turns';
  return variant === 'whole' ? kind : null;
}
