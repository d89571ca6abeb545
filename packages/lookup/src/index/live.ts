/** Which listed items does this upload match, now? The one live index of a process: it follows the bank changes and answers every screening. */
import type { FingerprintKind, View } from '@likeness/fingerprint';
import { bytesOfHex, hexOfBytes, isValueOf, kinds } from '@likeness/fingerprint';
import { type Weighed, withSilence } from '../bank/harmless.ts';
import type { BankChange, BankPolicy, ListedItem } from '../bank/policy.ts';
import { effectOf, radiusFor, type Tier, tiers } from '../bank/verdict.ts';
import { byImportance, type Match, matchOf, type WeighedAgreement } from '../match/explain.ts';
import { type CarrierRows, Carriers, type CodeHome, homeFor, noCarriers } from './carriers.ts';
import { ExactCodes, exactWords } from './exact-codes.ts';
import { ListedItems, timeOf } from './listed-items.ts';
import type { NearCodes } from './reader.ts';
import { Rows } from './rows.ts';

export interface Upload {
  readonly platformId: string;
  /** `bytes`: the server computed whole and turns itself; `fingerprints`: the platform sent them, mostly one alone. */
  readonly source: 'bytes' | 'fingerprints';
  readonly fingerprints: readonly View[];
}

export interface LiveIndex {
  /** The last change applied; 0 before any. */
  readonly seq: number;
  /** Applies one change, all of it or none. Throws RangeError when its seq is not greater than the last one or a code is malformed. */
  apply(change: BankChange): void;
  /** Every match that this upload's platform may know of, strongest first: by the tiers of the call, or of call and job. Throws RangeError for a malformed fingerprint. */
  look(upload: Upload, when?: Tier['when']): Match[];
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
function viewsOf(upload: Upload): View[] {
  const views = upload.fingerprints.filter((fingerprint) => fingerprint.variant !== 'complement');
  for (const view of views) refuseMalformed(view);
  const inverted = views.filter((view) => view.kind === 'pdq' && view.variant === 'whole');
  return [...views, ...inverted.map((view): View => ({ ...view, variant: 'complement', value: complementOf(view.value) }))];
}

/** All that an index knows beside its near codes. */
export interface KnownItems {
  readonly items: ListedItems;
  readonly exact: Readonly<Record<'sha256' | 'md5', ExactCodes>>;
  readonly carriers: CarrierRows;
}

const nothingKnown = (): KnownItems => ({
  items: new ListedItems(),
  exact: { sha256: new ExactCodes(new Rows(exactWords.sha256)), md5: new ExactCodes(new Rows(exactWords.md5)) },
  carriers: noCarriers(),
});

/** The live index over any way of finding near codes: one empty set for whole pictures, one for the turns of items. */
export class FollowingIndex implements LiveIndex {
  #seq = 0;
  readonly #banks = new Map<string, BankPolicy>();
  readonly known: KnownItems;
  readonly #items: ListedItems;
  readonly #carriers: Carriers;

  constructor(near: Readonly<Record<'whole' | 'turns', NearCodes>>, known: KnownItems = nothingKnown()) {
    this.#items = known.items;
    this.#carriers = new Carriers({ ...near, ...known.exact }, known.carriers);
    this.known = known;
  }

  get seq(): number {
    return this.#seq;
  }

  get codeCount(): number {
    return this.#carriers.size;
  }

  apply(change: BankChange): void {
    if (!(change.seq > this.#seq)) throw new RangeError(`Change ${change.seq} came after change ${this.#seq}`);
    switch (change.kind) {
      case 'bank':
        this.#banks.set(change.bank.id, change.bank);
        break;
      case 'item':
        for (const code of change.item.codes) refuseMalformed(code);
        timeOf(change.item.addedAt);
        this.#forget(change.item.id);
        this.#place(change.item);
        break;
      case 'item-gone':
        this.#forget(change.itemId);
        break;
    }
    this.#seq = change.seq;
  }

  look(upload: Upload, when: Tier['when'] = 'call'): Match[] {
    const agreements = new Map<number, WeighedAgreement[]>();
    for (const view of viewsOf(upload)) {
      for (const tier of tiers) {
        const isAsked = tier.when === 'call' || when === 'job';
        if (isAsked && tier.kinds.includes(view.kind) && tier.from.includes(upload.source)) this.#compare(upload, view, tier, agreements);
      }
    }
    const weighed: Weighed[] = [];
    for (const [row, agreed] of agreements) {
      const item = this.#items.at(row);
      const bank = this.#banks.get(item.bankId);
      if (bank === undefined) continue;
      weighed.push({
        match: matchOf(item, bank, agreed),
        isHarmless: bank.isHarmless === true,
        isConfirmed: item.isConfirmed === true,
        isOwn: bank.platformId === upload.platformId,
      });
    }
    return withSilence(weighed).sort(byImportance);
  }

  #compare(upload: Upload, view: View, tier: Tier, agreements: Map<number, WeighedAgreement[]>): void {
    for (const meeting of tier.meetings) {
      const home = meeting.upload.includes(view.variant) ? homeOf(view.kind, meeting.item) : null;
      if (home === null) continue;
      this.#carriers.find(home, view.value, tier.radius, (row, use, distance) => {
        const bank = this.#bankOf(row, upload.platformId);
        if (bank === null) return;
        const code = this.#carriers.factsOf(use);
        const variant = meeting.item === 'turns' ? code.variant : view.variant;
        if (distance > radiusFor(tier, bank, view.kind, variant)) return;
        const effect = effectOf(tier, bank, code, view.quality ?? null, this.#items.at(row));
        const agreement = { kind: view.kind, variant, distance, effect };
        const others = agreements.get(row);
        if (others === undefined) agreements.set(row, [agreement]);
        else others.push(agreement);
      });
    }
  }

  /** The item's bank, if it is switched on and may speak to this platform. */
  #bankOf(row: number, platformId: string): BankPolicy | null {
    const bank = this.#banks.get(this.#items.bankOf(row));
    if (!bank?.enabled) return null;
    return bank.platformId === null || bank.platformId === platformId ? bank : null;
  }

  #place(item: ListedItem): void {
    // Other states are silent, so nothing of them is kept; the next change of the item brings them.
    if (item.state !== 'active') return;
    const row = this.#items.add(item);
    for (const code of item.codes) {
      const home = homeFor(code);
      if (home !== null) this.#carriers.add(row, home, code);
    }
  }

  #forget(itemId: string): void {
    const row = this.#items.rowOf(itemId);
    if (row < 0) return;
    this.#carriers.removeAllOf(row);
    this.#items.remove(row);
  }
}

/** Null for frames of videos: no tier compares a frame alone. */
function homeOf(kind: FingerprintKind, views: 'whole' | 'turns'): CodeHome | null {
  if (kind === 'vpdq') return null;
  return kind === 'pdq' ? views : kind;
}
