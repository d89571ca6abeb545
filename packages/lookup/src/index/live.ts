/** Which listed items does this upload match, now? The one live index of a process: it follows the bank changes and answers every screening. */
import type { Fingerprint, FingerprintKind, View } from '@likeness/fingerprint';
import { bytesOfHex, hexOfBytes, isFrameKind, isValueOf, kinds } from '@likeness/fingerprint';
import { type Weighed, withSilence } from '../bank/harmless.ts';
import type { BankChange, BankPolicy, ListedItem } from '../bank/policy.ts';
import { type Effect, effectOf, isClearEnough, radiusFor, ratioFor, type Tier, tiers } from '../bank/verdict.ts';
import { type Agreement, byImportance, type Match, matchOf } from '../match/explain.ts';
import { Agreements, Ranks } from '../match/first.ts';
import { FramesFound, isEnough, type VideoMet } from '../match/video.ts';
import { type CarrierRows, Carriers, noCarriers } from './carriers.ts';
import { ExactCodes } from './exact-codes.ts';
import { type ExactHome, forExact, homeFacts, homeFor, type NearHome, nearHomes, wordsOf } from './homes.ts';
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
  /** The same, of at most `mostWeighed` matches, the first in their order; what half a million listed pictures are like costs little more than what a thousand are. */
  lookFirst(upload: Upload, when?: Tier['when']): Met;
  /**
   * Could an upload that has this code, in whatever view, meet anything by the tiers of the call? Never false where it could; quality, bank and view are not
   * weighed. For kinds that are compared by distance. Throws RangeError for a code of another length.
   */
  mayMeet(kind: FingerprintKind, code: Uint8Array): boolean;
  /** Distinct codes of active items. */
  readonly codeCount: number;
}

export interface Met {
  readonly matches: Match[];
  /** How many there are, those that are not told included. */
  readonly inAll: number;
}

/** Of more items than this only the first are weighed in full: an upload that is like a blank frame meets all that are. */
export const mostWeighed = 1000;

/** Who is told of what meets, code by code. Nothing is made for a meeting that nobody wants, and nothing is looked for once the answer needs no more. */
interface Visitor {
  /** Whatever else meets changes nothing of what it tells. */
  readonly isDone: boolean;
  wants(row: number): boolean;
  met(
    row: number,
    bank: BankPolicy,
    kind: FingerprintKind,
    variant: Agreement['variant'],
    distance: number,
    effect: Effect,
    video?: VideoMet,
  ): void;
}

function refuseMalformed(fingerprint: { readonly kind: FingerprintKind; readonly value: string }): void {
  if (!isValueOf(fingerprint.kind, fingerprint.value)) {
    throw new RangeError(`A ${fingerprint.kind} value has ${kinds[fingerprint.kind].hexLength} lower-case hex digits`);
  }
}

function complementOf(value: string): string {
  return hexOfBytes(bytesOfHex(value).map((byte) => byte ^ 0xff));
}

/** The views to compare: what was given, and the complement of the whole picture where one of the tiers asks for it. */
function viewsOf(upload: Upload, asked: readonly Tier[]): View[] {
  const views = upload.fingerprints.filter((fingerprint) => fingerprint.variant !== 'complement');
  for (const view of views) refuseMalformed(view);
  if (!asked.some(({ meetings }) => meetings.some((meeting) => meeting.upload.includes('complement')))) return views;
  const inverted = views.filter((view) => view.kind === 'pdq' && view.variant === 'whole');
  return [...views, ...inverted.map((view): View => ({ ...view, variant: 'complement', value: complementOf(view.value) }))];
}

/** All that an index knows beside its near codes. */
export interface KnownItems {
  readonly items: ListedItems;
  readonly exact: Readonly<Record<ExactHome, ExactCodes>>;
  readonly carriers: CarrierRows;
}

const nothingKnown = (): KnownItems => ({
  items: new ListedItems(),
  exact: forExact((home) => new ExactCodes(new Rows(wordsOf(home)))),
  carriers: noCarriers(),
});

/** The live index over any way of finding near codes: one empty set for each home of near codes. */
export class FollowingIndex implements LiveIndex {
  #seq = 0;
  readonly #near: Readonly<Record<NearHome, NearCodes>>;
  readonly #banks = new Map<string, BankPolicy>();
  readonly known: KnownItems;
  readonly #items: ListedItems;
  readonly #carriers: Carriers;

  constructor(near: Readonly<Record<NearHome, NearCodes>>, known: KnownItems = nothingKnown()) {
    this.#near = near;
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
    const agreements = new Agreements();
    this.#visit(upload, when, agreements);
    return this.#weighed(upload, agreements);
  }

  lookFirst(upload: Upload, when: Tier['when'] = 'call'): Met {
    const agreements = new Agreements(mostWeighed);
    this.#visit(upload, when, agreements);
    if (!agreements.areTooMany) {
      const matches = this.#weighed(upload, agreements);
      return { matches, inAll: matches.length };
    }
    const ranks = new Ranks();
    this.#visit(upload, when, ranks);
    if (ranks.hasHarmless) {
      // What is harmless may silence any of them, so each has to be weighed.
      const all = this.look(upload, when);
      return { matches: all.slice(0, mostWeighed), inAll: all.length };
    }
    const first = ranks.first(mostWeighed, (a, b) => this.#items.isBefore(a, b));
    const chosen = new Agreements(Number.POSITIVE_INFINITY, first);
    this.#visit(upload, when, chosen);
    return { matches: this.#weighed(upload, chosen), inAll: ranks.size };
  }

  mayMeet(kind: FingerprintKind, code: Uint8Array): boolean {
    let isMet = false;
    const onHits = (): boolean => {
      isMet = true;
      return false;
    };
    for (const { home, radius, isInverted } of questionsOf(kind)) {
      const asked = isInverted ? code.map((byte) => byte ^ 0xff) : code;
      if (!isMet) this.#near[home].search(asked, radius, onHits);
    }
    return isMet;
  }

  #visit(upload: Upload, when: Tier['when'], visitor: Visitor): void {
    const asked = tiers.filter((tier) => (tier.when === 'call' || when === 'job') && tier.from.includes(upload.source));
    const views = viewsOf(upload, asked);
    for (const view of views) {
      for (const tier of asked) if (tier.kinds.includes(view.kind) && !isFrameKind(view.kind)) this.#compare(upload, view, tier, visitor);
    }
    this.#compareFrames(upload, framesIn(views), asked, visitor);
  }

  #weighed({ platformId }: Upload, { ofRow }: Agreements): Match[] {
    const weighed: Weighed[] = [];
    for (const [row, agreed] of ofRow) {
      const item = this.#items.at(row);
      const bank = this.#banks.get(item.bankId);
      if (bank === undefined) continue;
      weighed.push({
        match: matchOf(item, bank, agreed),
        isHarmless: bank.isHarmless === true,
        isConfirmed: item.isConfirmed === true,
        isOwn: bank.platformId === platformId,
      });
    }
    return withSilence(weighed).sort(byImportance);
  }

  #compare(upload: Upload, view: View, tier: Tier, visitor: Visitor): void {
    for (const meeting of tier.meetings) {
      if (!meeting.upload.includes(view.variant) || homeFacts[meeting.item].kind !== view.kind) continue;
      if (!isClearEnough(tier, view.variant, view.quality ?? null)) continue;
      if (visitor.isDone) return;
      const meet = (row: number, use: number, distance: number): void => {
        const bank = this.#bankOf(row, upload.platformId);
        if (bank === null) return;
        const code = this.#carriers.factsOf(use);
        if (!isClearEnough(tier, code.variant, code.quality)) return;
        const variant = meeting.item === 'whole' || view.variant !== 'whole' ? view.variant : code.variant;
        if (distance > radiusFor(tier, bank, view.kind, variant)) return;
        const effect = effectOf(tier, bank, code, view.quality ?? null, this.#items.asksOnly(row));
        visitor.met(row, bank, view.kind, variant, distance, effect);
      };
      this.#carriers.find(meeting.item, view.value, tier.radius, (row, use, distance) => {
        if (visitor.wants(row)) meet(row, use, distance);
        return !visitor.isDone;
      });
    }
  }

  /** The frames of an upload against those of every item: all pairs that lie near each other, then the rules of videos for each item that was met. */
  #compareFrames(upload: Upload, frames: readonly Fingerprint[], asked: readonly Tier[], visitor: Visitor): void {
    const rules = asked.filter((tier) => tier.frames !== undefined);
    const [first] = rules;
    if (first === undefined || frames.length === 0 || visitor.isDone) return;
    for (const [row, { bank, all, sure }] of this.#framesFound(upload, frames, first)) {
      if (!visitor.wants(row)) continue;
      const asksOnly = this.#items.asksOnly(row);
      for (const tier of rules) {
        const { of, leastShare } = tier.frames ?? { of: 'both', leastShare: 1 };
        const least = ratioFor(leastShare, bank);
        const surely = sure.met({ upload: frames.length, item: this.#carriers.countOf(row, 'frames', (use) => this.#isSure(use)) });
        // What is not sure adds to what is found, and then asks at most.
        const isSure = isEnough(surely, of, least);
        const video = isSure ? surely : all.met({ upload: frames.length, item: this.#carriers.countOf(row, 'frames') });
        if (!isSure && !isEnough(video, of, least)) continue;
        const effect = effectOf(tier, bank, { kind: 'vpdq', quality: null, provenance: isSure ? 'confirmed' : 'claimant' }, null, asksOnly);
        visitor.met(row, bank, 'vpdq', 'whole', (isSure ? sure : all).distance, effect, video);
      }
    }
  }

  /** What is found of each item's frames, by item: of all of them, and of those alone that are sure. */
  #framesFound(upload: Upload, frames: readonly Fingerprint[], tier: Tier): Map<number, FoundInItem> {
    const found = new Map<number, FoundInItem>();
    for (const [number, { value, quality, atSeconds }] of frames.entries()) {
      this.#carriers.find('frames', value, tier.radius, (row, use, distance) => {
        let here = found.get(row);
        if (here === undefined) {
          const bank = this.#bankOf(row, upload.platformId);
          if (bank === null) return true;
          here = { bank, radius: radiusFor(tier, bank, 'vpdq', 'whole'), all: new FramesFound(), sure: new FramesFound() };
          found.set(row, here);
        }
        if (distance > here.radius) return true;
        const at = this.#carriers.factsOf(use).atSeconds ?? null;
        const offsetSeconds = at === null || atSeconds === undefined ? null : at - atSeconds;
        here.all.see(number, use, distance, offsetSeconds);
        if (quality !== undefined && this.#isSure(use)) here.sure.see(number, use, distance, offsetSeconds);
        return true;
      });
    }
    return found;
  }

  /** Whether a frame of an item may be a reason to hold: somebody confirmed it, and its quality is known (a low one is not here). */
  #isSure(use: number): boolean {
    const { provenance, quality } = this.#carriers.factsOf(use);
    return provenance === 'confirmed' && quality !== null;
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
    // Of a video equal frames count once.
    const frames = new Set<string>();
    for (const code of item.codes) {
      const home = homeFor(code);
      if (home === null || (home === 'frames' && frames.has(code.value))) continue;
      if (home === 'frames') frames.add(code.value);
      this.#carriers.add(row, home, code);
    }
  }

  #forget(itemId: string): void {
    const row = this.#items.rowOf(itemId);
    if (row < 0) return;
    this.#carriers.removeAllOf(row);
    this.#items.remove(row);
  }
}

interface Question {
  readonly home: NearHome;
  /** Of the complement: an upload's is not stored, and its distance to a code is that of the upload to the code's complement. */
  readonly isInverted: boolean;
  readonly radius: number;
}

/** What the tiers of the call ask of a stored code of a kind: each set once, within the widest radius. */
function questionsOf(kind: FingerprintKind): Question[] {
  const asked = new Map<string, Question>();
  for (const { kinds, meetings, radius, when } of tiers) {
    if (when !== 'call' || !kinds.includes(kind)) continue;
    for (const { upload, item } of meetings) {
      const home = nearHomes.find((one) => one === item);
      if (home === undefined) continue;
      for (const isInverted of upload.includes('complement') ? [false, true] : [false]) {
        const known = asked.get(`${home} ${isInverted}`);
        if ((known?.radius ?? -1) < radius) asked.set(`${home} ${isInverted}`, { home, isInverted, radius });
      }
    }
  }
  return [...asked.values()];
}

interface FoundInItem {
  readonly bank: BankPolicy;
  /** Bits that a frame may differ by for this bank. */
  readonly radius: number;
  readonly all: FramesFound;
  readonly sure: FramesFound;
}

/** The frames that count: clear enough, as far as that is known, and each value once. */
function framesIn(views: readonly View[]): Fingerprint[] {
  const { clearFrom } = kinds.vpdq;
  const first = new Map<string, Fingerprint>();
  for (const view of views) {
    if (isFrame(view) && (view.quality ?? clearFrom) >= clearFrom && !first.has(view.value)) first.set(view.value, view);
  }
  return [...first.values()];
}

const isFrame = (view: View): view is Fingerprint => isFrameKind(view.kind) && view.variant === 'whole';
