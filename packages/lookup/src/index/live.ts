/** Which listed items does this upload match, now? The one live index of a process: it follows the bank changes and answers every screening. */
import type { Fingerprint, FingerprintKind, Variant } from '@likeness/fingerprint';
import { bytesOfHex, hexOfBytes, isValueOf, kinds } from '@likeness/fingerprint';
import { type Weighed, withSilence } from '../bank/harmless.ts';
import type { BankChange, BankPolicy, ItemCode, ListedItem } from '../bank/policy.ts';
import { effectOf, radiusFor, type Tier, tiers } from '../bank/verdict.ts';
import { byImportance, type Match, matchOf, type WeighedAgreement } from '../match/explain.ts';
import { type Carrier, type CarrierIndex, ExactCarriers, NearCarriers } from './carriers.ts';
import type { NearCodes } from './reader.ts';

export interface Upload {
  readonly platformId: string;
  /** `bytes`: the server computed whole and turns itself; `fingerprints`: the platform sent them, mostly one alone. */
  readonly source: 'bytes' | 'fingerprints';
  readonly fingerprints: readonly Fingerprint[];
}

export interface LiveIndex {
  /** The last change applied; 0 before any. */
  readonly seq: number;
  /** Applies one change, all of it or none. Throws RangeError when its seq is not greater than the last one or a code is malformed. */
  apply(change: BankChange): void;
  /** Every match that this upload's platform may know of, strongest first. Throws RangeError for a malformed fingerprint. */
  look(upload: Upload): Match[];
  /** Distinct codes of active items. */
  readonly codeCount: number;
}

function refuseMalformed(fingerprint: { readonly kind: FingerprintKind; readonly value: string }): void {
  if (!isValueOf(fingerprint.kind, fingerprint.value)) {
    throw new RangeError(`A ${fingerprint.kind} value has ${kinds[fingerprint.kind].hexLength} lower-case hex digits`);
  }
}

function complementOf(value: string): string {
  return hexOfBytes(bytesOfHex(value).map((byte) => byte ^ 0xff));
}

/** The views to compare: what was given, and the complement of the whole picture. */
function viewsOf(upload: Upload): Fingerprint[] {
  const views = upload.fingerprints.filter((fingerprint) => fingerprint.variant !== 'complement');
  for (const view of views) refuseMalformed(view);
  const inverted = views.filter((view) => view.kind === 'pdq' && view.variant === 'whole');
  return [...views, ...inverted.map((view): Fingerprint => ({ ...view, variant: 'complement', value: complementOf(view.value) }))];
}

interface Placed {
  readonly item: ListedItem;
  readonly carriers: readonly { readonly index: CarrierIndex; readonly carrier: Carrier }[];
}

/** The live index over any way of finding near codes: one empty set for whole pictures, one for the turns of items. */
export class FollowingIndex implements LiveIndex {
  #seq = 0;
  readonly #banks = new Map<string, BankPolicy>();
  readonly #items = new Map<string, Placed>();
  readonly #exact: Readonly<Record<'sha256' | 'md5', CarrierIndex>> = { sha256: new ExactCarriers(), md5: new ExactCarriers() };
  // Two sets, because an upload with bytes brings its own turns and must not pay for seven times as many codes.
  readonly #pdq: Readonly<Record<'whole' | 'turns', CarrierIndex>>;

  constructor({ whole, turns }: Readonly<Record<'whole' | 'turns', NearCodes>>) {
    this.#pdq = { whole: new NearCarriers(whole), turns: new NearCarriers(turns) };
  }

  get seq(): number {
    return this.#seq;
  }

  get codeCount(): number {
    return this.#exact.sha256.size + this.#exact.md5.size + this.#pdq.whole.size + this.#pdq.turns.size;
  }

  apply(change: BankChange): void {
    if (!(change.seq > this.#seq)) throw new RangeError(`Change ${change.seq} came after change ${this.#seq}`);
    switch (change.kind) {
      case 'bank':
        this.#banks.set(change.bank.id, change.bank);
        break;
      case 'item':
        for (const code of change.item.codes) refuseMalformed(code);
        this.#forget(change.item.id);
        this.#place(change.item);
        break;
      case 'item-gone':
        this.#forget(change.itemId);
        break;
    }
    this.#seq = change.seq;
  }

  look(upload: Upload): Match[] {
    const agreements = new Map<string, WeighedAgreement[]>();
    for (const view of viewsOf(upload)) {
      for (const tier of tiers) {
        if (tier.kinds.includes(view.kind) && tier.from.includes(upload.source)) this.#compare(upload, view, tier, agreements);
      }
    }
    const weighed: Weighed[] = [];
    for (const [itemId, agreed] of agreements) {
      const item = this.#items.get(itemId)?.item;
      const bank = item && this.#banks.get(item.bankId);
      if (item === undefined || bank === undefined) continue;
      weighed.push({
        match: matchOf(item, bank, agreed),
        isHarmless: bank.isHarmless === true,
        isConfirmed: item.isConfirmed === true,
        isOwn: bank.platformId === upload.platformId,
      });
    }
    return withSilence(weighed).sort(byImportance);
  }

  #compare(upload: Upload, view: Fingerprint, tier: Tier, agreements: Map<string, WeighedAgreement[]>): void {
    for (const meeting of tier.meetings) {
      if (!meeting.upload.includes(view.variant)) continue;
      for (const { carrier, distance } of this.#indexOf(view.kind, meeting.item)?.find(view.value, tier.radius) ?? []) {
        const variant = meeting.item === 'turns' ? carrier.code.variant : view.variant;
        const item = this.#items.get(carrier.itemId)?.item;
        const bank = item === undefined ? null : this.#bankOf(item, upload.platformId);
        if (bank === null || distance > radiusFor(tier, bank, view.kind, variant)) continue;
        const effect = effectOf(tier, bank, carrier.code, view.quality ?? null, item);
        const agreement = { kind: view.kind, variant, distance, effect };
        const others = agreements.get(carrier.itemId);
        if (others === undefined) agreements.set(carrier.itemId, [agreement]);
        else others.push(agreement);
      }
    }
  }

  /** The item's bank, if it is switched on and may speak to this platform. */
  #bankOf(item: ListedItem, platformId: string): BankPolicy | null {
    const bank = this.#banks.get(item.bankId);
    if (!bank?.enabled) return null;
    return bank.platformId === null || bank.platformId === platformId ? bank : null;
  }

  /** Null for frames of videos: no tier compares a frame alone. */
  #indexOf(kind: FingerprintKind, views: 'whole' | 'turns'): CarrierIndex | null {
    if (kind === 'vpdq') return null;
    return kind === 'pdq' ? this.#pdq[views] : this.#exact[kind];
  }

  /** Which set a code is searched in; null when no tier compares that view of an item. */
  #homeOf(code: ItemCode): CarrierIndex | null {
    const views = viewSetOf(code.variant);
    if (views === null || (views === 'turns' && code.kind !== 'pdq')) return null;
    return this.#indexOf(code.kind, views);
  }

  #place(item: ListedItem): void {
    const carriers: { index: CarrierIndex; carrier: Carrier }[] = [];
    // Other states are silent, so their codes are not even searchable; the next change of the item brings them.
    for (const code of item.state === 'active' ? item.codes : []) {
      const index = this.#homeOf(code);
      if (index === null) continue;
      const carrier = { itemId: item.id, code };
      index.add(carrier);
      carriers.push({ index, carrier });
    }
    this.#items.set(item.id, { item, carriers });
  }

  #forget(itemId: string): void {
    for (const { index, carrier } of this.#items.get(itemId)?.carriers ?? []) index.remove(carrier);
    this.#items.delete(itemId);
  }
}

function viewSetOf(variant: Variant): 'whole' | 'turns' | null {
  if (variant === 'complement') return null;
  return variant === 'whole' ? 'whole' : 'turns';
}
