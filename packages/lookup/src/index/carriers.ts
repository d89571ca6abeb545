/** Which items carry a code, and which codes has an item? Equal codes are stored once and point to every item that has them; five words for each use. */
import { bytesOfHex, isCrop, isVariant } from '@likeness/fingerprint';
import type { ItemCode } from '../bank/policy.ts';
import { type CodeHome, forExact, forNear, homeFacts, homes } from './homes.ts';
import { Numbered } from './listed-items.ts';
import type { CodeSet } from './reader.ts';
import { Rows } from './rows.ts';

/** What counts of a code beside its value. */
export type CodeFacts = Pick<ItemCode, 'kind' | 'variant' | 'quality' | 'provenance' | 'atSeconds'>;

/** Item, slot, facts, and the next use of the same code and of the same item, each plus one; 0 ends a list. */
export const CARRIER_WORDS = 5;
const [ITEM, SLOT, FACTS, NEXT_OF_CODE, NEXT_OF_ITEM] = [0, 1, 2, 3, 4];
const QUALITY_AT = 8;
const NO_QUALITY = 255;
const HOME_AT = 16;
const IS_CLAIMANT = 1 << 20;

/**
 * A frame is of the whole always: where other codes have their view, and above the highest flag, it has its place in tenths of a second, plus one; 0 for none.
 * 19 bits reach to 14 hours and a half; what lies behind has none.
 */
const LOW_BITS = 0xff;
const HIGH_AT = 21;
const MOST_TENTHS = 2 ** 19 - 2;

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
  ofSlot: { ...forNear(() => new Rows(1)), ...forExact(() => new Rows(1)) },
  variants: new Numbered(),
});

/** Told of every use of a code that was found: the item's row, and which use it is. Answers whether to go on. */
export type OnCarrier = (item: number, use: number, distance: number) => boolean;

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
  add(item: number, home: CodeHome, { value, variant, quality, provenance, atSeconds = null }: ItemCode): void {
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
    const view = home === 'frames' ? placeBits(atSeconds) : variants.numberOf(variant);
    uses.set(use, FACTS, view | (kept << QUALITY_AT) | (homes.indexOf(home) << HOME_AT) | claimant);
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

  /** Names every use of every code of this home within the radius, unless it is told to end before. */
  find(home: CodeHome, value: string, radius: number, onCarrier: OnCarrier): void {
    const { uses, ofSlot } = this.#rows;
    const first = ofSlot[home];
    this.#sets[home].search(bytesOfHex(value), radius, (pairs, many) => {
      for (let i = 0; i < 2 * many; i += 2) {
        for (let next = first.get(pairs[i] ?? 0, 0); next !== 0; next = uses.get(next - 1, NEXT_OF_CODE)) {
          if (!onCarrier(uses.get(next - 1, ITEM), next - 1, pairs[i + 1] ?? 0)) return false;
        }
      }
      return true;
    });
  }

  factsOf(use: number): CodeFacts {
    const facts = this.#rows.uses.get(use, FACTS);
    const home = homeOf(facts);
    const variant = home === 'frames' ? 'whole' : this.#rows.variants.nameOf(facts & LOW_BITS);
    const quality = (facts >>> QUALITY_AT) & 0xff;
    return {
      kind: homeFacts[home].kind,
      variant: isVariant(variant) || isCrop(variant) ? variant : 'whole',
      quality: quality === NO_QUALITY ? null : quality,
      provenance: (facts & IS_CLAIMANT) === 0 ? 'confirmed' : 'claimant',
      ...(home === 'frames' ? { atSeconds: placeIn(facts) } : {}),
    };
  }

  /** How many codes of this item stand in that set; `isCounted` leaves some out. */
  countOf(item: number, home: CodeHome, isCounted: (use: number) => boolean = () => true): number {
    const { uses, ofItem } = this.#rows;
    let count = 0;
    for (let next = ofItem.get(item, 0); next !== 0; next = uses.get(next - 1, NEXT_OF_ITEM))
      if (homeOf(uses.get(next - 1, FACTS)) === home && isCounted(next - 1)) count++;
    return count;
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

function placeBits(atSeconds: number | null): number {
  if (atSeconds === null || !(atSeconds >= 0)) return 0;
  const tenths = Math.round(10 * atSeconds);
  const kept = tenths > MOST_TENTHS ? 0 : tenths + 1;
  return (kept & LOW_BITS) | ((kept >>> 8) << HIGH_AT);
}

function placeIn(facts: number): number | null {
  const kept = (facts & LOW_BITS) | ((facts >>> HIGH_AT) << 8);
  return kept === 0 ? null : (kept - 1) / 10;
}
