/** Which items carry a code? Equal codes are stored once and point to every item that has them. */
import { bytesOfHex } from '@likeness/fingerprint';
import type { ItemCode } from '../bank/policy.ts';
import type { NearCodes } from './reader.ts';

/** One item's use of a code. */
export interface Carrier {
  readonly itemId: string;
  readonly code: ItemCode;
}

export interface Found {
  readonly carrier: Carrier;
  readonly distance: number;
}

/** A set of codes with their carriers, asked by value (lower-case hex). */
export interface CarrierIndex {
  add(carrier: Carrier): void;
  /** Forgets this carrier; the code itself goes with its last one. A carrier that was never added is ignored. */
  remove(carrier: Carrier): void;
  find(value: string, radius: number): Found[];
  /** Distinct codes. */
  readonly size: number;
}

/** Mostly one: an array takes a quarter of the memory of a Set, and 10^6 items have 10^6 of them. */
function without(carriers: Carrier[], carrier: Carrier): void {
  const at = carriers.indexOf(carrier);
  const last = carriers.pop();
  if (at < 0 && last !== undefined) carriers.push(last);
  else if (last !== undefined && at < carriers.length) carriers[at] = last;
}

/** For kinds that are equal or not: a hash map. */
export class ExactCarriers implements CarrierIndex {
  readonly #byValue = new Map<string, Carrier[]>();

  get size(): number {
    return this.#byValue.size;
  }

  add(carrier: Carrier): void {
    const carriers = this.#byValue.get(carrier.code.value);
    if (carriers === undefined) this.#byValue.set(carrier.code.value, [carrier]);
    else carriers.push(carrier);
  }

  remove(carrier: Carrier): void {
    const carriers = this.#byValue.get(carrier.code.value);
    if (carriers === undefined) return;
    without(carriers, carrier);
    if (carriers.length === 0) this.#byValue.delete(carrier.code.value);
  }

  find(value: string): Found[] {
    return (this.#byValue.get(value) ?? []).map((carrier) => ({ carrier, distance: 0 }));
  }
}

/** For kinds with a distance: the codes live in a `NearCodes`, the carriers beside their slot. */
export class NearCarriers implements CarrierIndex {
  readonly #codes: NearCodes;
  readonly #slotOf = new Map<string, number>();
  readonly #bySlot: Carrier[][] = [];

  constructor(codes: NearCodes) {
    this.#codes = codes;
  }

  get size(): number {
    return this.#codes.size;
  }

  add(carrier: Carrier): void {
    const known = this.#slotOf.get(carrier.code.value);
    if (known !== undefined) {
      this.#bySlot[known]?.push(carrier);
      return;
    }
    const slot = this.#codes.add(bytesOfHex(carrier.code.value));
    this.#slotOf.set(carrier.code.value, slot);
    this.#bySlot[slot] = [carrier];
  }

  remove(carrier: Carrier): void {
    const slot = this.#slotOf.get(carrier.code.value);
    if (slot === undefined) return;
    const carriers = this.#bySlot[slot];
    if (carriers === undefined) return;
    without(carriers, carrier);
    if (carriers.length > 0) return;
    this.#slotOf.delete(carrier.code.value);
    this.#codes.remove(slot);
  }

  find(value: string, radius: number): Found[] {
    const found: Found[] = [];
    this.#codes.search(bytesOfHex(value), radius, (slot, distance) => {
      for (const carrier of this.#bySlot[slot] ?? []) found.push({ carrier, distance });
    });
    return found;
  }
}
