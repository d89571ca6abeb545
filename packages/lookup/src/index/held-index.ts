/** What of a live index has to be kept so that another process can go on with it, and how does that one take it up? The parts of `index-file.ts`. */
import type { BandEngine } from './band-engine.ts';
import type { BandEngines } from './bands.ts';
import { CARRIER_WORDS } from './carriers.ts';
import { type Checksum, crc32 } from './crc32.ts';
import { ExactCodes } from './exact-codes.ts';
import { exactHomes, forExact, forNear, homes, type NearHome, nearHomes, wordsOf } from './homes.ts';
import { type PartName, partNames } from './index-file.ts';
import { LayeredCodes, type TailCopy } from './layered.ts';
import { ITEM_WORDS, type ItemNames, ListedItems, Numbered } from './listed-items.ts';
import type { KnownItems } from './live.ts';
import type { ScannedCodes } from './reader.ts';
import { Rows, type RowsEnd } from './rows.ts';
import { openSnapshot, SnapshotRefused, sealing } from './snapshot.ts';

/** The part `names`, as JSON. */
interface Names extends ItemNames {
  readonly variants: readonly string[];
  /** Of every part that is rows. */
  readonly rows: Readonly<Record<string, RowsEnd>>;
  /** One past the highest slot of each searched set. */
  readonly slots: Readonly<Partial<Record<NearHome, number>>>;
}

/** Words of a row of each part that is rows. */
const rowWords: ReadonlyMap<PartName, number> = new Map<PartName, number>([
  ['items', ITEM_WORDS],
  ['uses', CARRIER_WORDS],
  ['of-item', 1],
  ...homes.map((home): [PartName, number] => [`of-${home}`, 1]),
  ...exactHomes.map((home): [PartName, number] => [home, wordsOf(home)]),
]);

function rowsOf({ items, exact, carriers }: KnownItems): ReadonlyMap<PartName, Rows> {
  return new Map<PartName, Rows>([
    ['items', items.rows],
    ['uses', carriers.uses],
    ['of-item', carriers.ofItem],
    ...homes.map((home): [PartName, Rows] => [`of-${home}`, carriers.ofSlot[home]]),
    ...exactHomes.map((home): [PartName, Rows] => [home, exact[home].rows]),
  ]);
}

export interface HeldPart {
  readonly name: PartName;
  readonly bytes: number;
  /** Its bytes, in pieces small enough to be written between two answers. An empty piece is only a moment for something else. */
  readonly pieces: Iterable<Uint8Array>;
}

export interface HeldIndex {
  /** In the order of the file. */
  readonly parts: readonly HeldPart[];
  /** From here on the index need not keep still what was held. */
  release(): void;
}

const PIECE_BYTES = 2 ** 20;

/** Holds all of an index as it is at this instant; it goes on changing and answering. Throws RangeError while a set is being rebuilt or is held. */
export function holdIndex(known: KnownItems, sets: Readonly<Record<NearHome, LayeredCodes>>, checksum: Checksum = crc32): HeldIndex {
  const parts = new Map<PartName, HeldPart>();
  const hold = (name: PartName, pieces: readonly Uint8Array[]): void => {
    parts.set(name, { name, bytes: pieces.reduce((sum, { length }) => sum + length, 0), pieces });
  };
  const held: LayeredCodes[] = [];
  try {
    for (const name of nearHomes) {
      const { base, taken, tail } = sets[name].hold();
      held.push(sets[name]);
      hold(`${name}-taken`, [taken]);
      hold(`${name}-tail-slots`, [new Uint8Array(tail.positions.buffer)]);
      hold(`${name}-tail-codes`, [tail.codes]);
      const image: PartName = `${name}-image`;
      parts.set(image, { name: image, bytes: base?.shape.bytes ?? 0, pieces: base === null ? [] : imagePieces(base, checksum) });
    }
  } catch (error) {
    for (const set of held) set.release();
    throw error;
  }
  const rows = rowsOf(known);
  const names: Names = {
    ...known.items.names,
    variants: known.carriers.variants.names,
    rows: Object.fromEntries([...rows].map(([name, { ends }]) => [name, ends])),
    slots: forNear((home) => sets[home].end),
  };
  hold('names', [jsonBytes(names)]);
  for (const [name, held] of rows) hold(name, held.hold());
  return {
    parts: partNames.flatMap((name) => parts.get(name) ?? []),
    release: () => {
      for (const one of rows.values()) one.release();
      for (const set of held) set.release();
    },
  };
}

/** An image as a snapshot of its own, sealed on the way. The index file knows of which change, so the snapshot says 0. */
function* imagePieces(base: BandEngine, checksum: Checksum): Generator<Uint8Array, void> {
  const moment = new Uint8Array();
  for (const _ of sealing(base, 0, checksum)) yield moment;
  const { bytes } = base.shape;
  for (let at = 0; at < bytes; at += PIECE_BYTES) yield base.room(bytes).subarray(at, Math.min(bytes, at + PIECE_BYTES));
}

/** An index that is being read. */
export interface TakingUp {
  /** Where the bytes of a part belong, in one or several pieces. Throws SnapshotRefused for a part of another length than the names tell. */
  roomFor(part: PartName, bytes: number): readonly Uint8Array<ArrayBufferLike>[];
  /** Once every part is read. Throws SnapshotRefused for an image that is not as it was written. */
  finish(checksum?: Checksum): { readonly known: KnownItems; readonly sets: Readonly<Record<NearHome, LayeredCodes>> };
}

/** Begins with the bytes of the part `names`. Throws SnapshotRefused where they are none. */
export function takeUp(namesBytes: Uint8Array, engines: BandEngines, newTail: () => ScannedCodes): TakingUp {
  const names = namesIn(namesBytes);
  const rows = new Map<PartName, Rows>();
  const plain = new Map<PartName, Uint8Array<ArrayBuffer>>();
  const images = forNear(() => engines.empty());
  const imageBytes = forNear(() => 0);
  // What an older version did not have is empty.
  const rowsAt = (name: PartName): Rows => rows.get(name) ?? new Rows(rowWords.get(name) ?? 1);
  const bytesAt = (name: PartName): Uint8Array<ArrayBuffer> => plain.get(name) ?? new Uint8Array();
  return {
    roomFor(part, bytes) {
      const words = rowWords.get(part);
      if (words !== undefined) {
        const ends = names.rows[part] ?? { end: 0, free: 0 };
        if (bytes !== 4 * words * ends.end) throw new SnapshotRefused(`its part ${part} has ${bytes} bytes for ${ends.end} rows`);
        const room = Rows.room(words, ends);
        rows.set(part, room.rows);
        return room.pieces;
      }
      for (const name of nearHomes) {
        if (part !== `${name}-image`) continue;
        imageBytes[name] = bytes;
        return bytes === 0 ? [] : [images[name].room(bytes)];
      }
      const room = new Uint8Array(bytes);
      plain.set(part, room);
      return [room];
    },
    finish(checksum = crc32) {
      const setOf = (name: NearHome): LayeredCodes => {
        if (imageBytes[name] > 0) openSnapshot(images[name], imageBytes[name], checksum);
        const tail: TailCopy = { positions: new Uint32Array(bytesAt(`${name}-tail-slots`).buffer), codes: bytesAt(`${name}-tail-codes`) };
        const beside = { end: names.slots[name] ?? 0, taken: bytesAt(`${name}-taken`), tail };
        return new LayeredCodes(newTail, imageBytes[name] > 0 ? images[name] : null, beside);
      };
      const sets = forNear(setOf);
      const known: KnownItems = {
        items: new ListedItems(rowsAt('items'), names),
        exact: forExact((home) => new ExactCodes(rowsAt(home))),
        carriers: {
          uses: rowsAt('uses'),
          ofItem: rowsAt('of-item'),
          ofSlot: { ...forNear((home) => rowsAt(`of-${home}`)), ...forExact((home) => rowsAt(`of-${home}`)) },
          variants: new Numbered(names.variants),
        },
      };
      return { known, sets };
    },
  };
}

/** ASCII alone, so that it is written and read byte by byte. */
function jsonBytes(names: Names): Uint8Array {
  const text = JSON.stringify(names).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function namesIn(bytes: Uint8Array): Names {
  try {
    let text = '';
    for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
    const names: Names = JSON.parse(text);
    return names;
  } catch {
    throw new SnapshotRefused('its names are no JSON');
  }
}
