/** What does one line of a list say, and is it something that can be listed? The same for every form, so that no form lets in what another refuses. */
import {
  type FingerprintKind,
  isExactKind,
  isFingerprintKind,
  isFrameKind,
  isValueOf,
  isVariant,
  kinds,
  type Variant,
} from '@likeness/fingerprint';

export interface ListedFingerprint {
  readonly kind: FingerprintKind;
  /** `whole` where the list does not say. */
  readonly variant: Variant;
  /** Lower-case hex. */
  readonly value: string;
  /** 0 to 100; absent where the list does not say. */
  readonly quality?: number;
  /** Who vouches for it, in the list's own words. */
  readonly source?: string;
  readonly note?: string;
  /** Lines with the same item belong to one picture or video. */
  readonly item?: string;
  /** UTC, as ISO 8601. */
  readonly expiresAt?: string;
  /** Of a video's frame: its place in the video. */
  readonly atSeconds?: number;
}

/** A line that was passed over. Lines are counted from 1. */
export interface BadLine {
  readonly line: number;
  /** One sentence for whoever keeps the list. It repeats nothing of the line. */
  readonly message: string;
}

export type ReadLine<Entry> = { readonly line: number; readonly entry: Entry } | BadLine;

export function isBad<Entry>(read: ReadLine<Entry>): read is BadLine {
  return 'message' in read;
}

/** The columns of CSV and the keys of JSON lines, in the order in which they are written. The last is written only where the list has frames of videos. */
export const columns = ['kind', 'value', 'quality', 'source', 'note', 'item', 'variant', 'expiresAt', 'atSeconds'] as const;
export type Column = (typeof columns)[number];
/** The columns of a list without videos. */
export const plainColumns: readonly Column[] = columns.filter((column) => column !== 'atSeconds');

export function isColumn(name: string): name is Column {
  return columns.some((column) => column === name);
}

/** The longest free text that a line may carry, in UTF-16 units. */
const longestText = 1024;
const control = /(?![\t\n\r])\p{Cc}/u;

/** The entry that these texts describe, or the sentence that says why they describe none. An empty text counts as absent. */
export function entryOf(texts: Readonly<Partial<Record<Column, string>>>): ListedFingerprint | string {
  const kind = texts.kind ?? '';
  if (!isFingerprintKind(kind)) return `The kind must be one of ${Object.keys(kinds).join(', ')}.`;
  const value = (texts.value ?? '').toLowerCase();
  if (!isValueOf(kind, value)) return `A ${kind} value is ${kinds[kind].hexLength} hex digits.`;
  const variant = texts.variant || 'whole';
  // The complement is derived by whoever matches; a stored one would be matched twice.
  if (!isVariant(variant) || variant === 'complement') return 'The variant is not one that can be listed.';
  if (isExactKind(kind) && variant !== 'whole') return `A ${kind} value is of the whole file: leave the variant empty.`;
  const { quality, source, note, item, expiresAt, atSeconds } = texts;
  if (quality && !(kinds[kind].hasQuality && /^\d{1,3}$/.test(quality) && Number(quality) <= 100)) {
    return kinds[kind].hasQuality ? 'The quality must be a whole number from 0 to 100.' : `A ${kind} value has no quality.`;
  }
  for (const text of [source, note, item]) {
    if (text !== undefined && text.length > longestText) return `Source, note and item may have ${longestText} characters each.`;
    if (text !== undefined && control.test(text)) return 'Source, note and item may hold no control signs other than tab and line end.';
  }
  if (expiresAt && !isInstant(expiresAt)) return 'The time of expiry must be UTC, such as 2027-01-31T00:00:00Z.';
  if (atSeconds && !isFrameKind(kind)) return `A ${kind} value has no place in time.`;
  if (atSeconds && !/^\d{1,7}(\.\d{1,9})?$/.test(atSeconds))
    return 'The place of a frame must be seconds from the beginning of the video, such as 12.5.';
  return {
    kind,
    variant,
    value,
    ...(quality ? { quality: Number(quality) } : {}),
    ...(source ? { source } : {}),
    ...(note ? { note } : {}),
    ...(item ? { item } : {}),
    ...(expiresAt ? { expiresAt } : {}),
    ...(atSeconds ? { atSeconds: Number(atSeconds) } : {}),
  };
}

/** Whether this is an instant in UTC that exists: February has no 30th. */
function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 19));
}

/** The texts of an entry, in the columns' order; what is absent is empty. `whole` is what a list means when it says nothing. */
export function textsOf(entry: ListedFingerprint): Readonly<Record<Column, string>> {
  const { kind, value, quality, source = '', note = '', item = '', variant, expiresAt = '', atSeconds } = entry;
  return {
    kind,
    value,
    quality: quality === undefined ? '' : String(quality),
    source,
    note,
    item,
    variant: variant === 'whole' ? '' : variant,
    expiresAt,
    atSeconds: atSeconds === undefined ? '' : String(atSeconds),
  };
}
