/** How does a process get its index, and how does what came in get sorted? */
import { type BandEngines, loadBands } from './bands.ts';
import type { Checksum } from './crc32.ts';
import { type HeldIndex, holdIndex, takeUp } from './held-index.ts';
import { forNear, type NearHome } from './homes.ts';
import type { PartName } from './index-file.ts';
import { LayeredCodes } from './layered.ts';
import { loadLinearScan } from './linear.ts';
import { FollowingIndex, type KnownItems, type LiveIndex } from './live.ts';
import type { ScannedCodes } from './reader.ts';

export interface SortedIndex extends LiveIndex {
  /**
   * Its searched sets, one for each home of near codes. To sort one in another thread: send it `beginRebuild()`, run `buildImage` there in an engine of its own, send back
   * the engine's `home` and the shape, and give `finishRebuild` an engine `over` that home. Changes and answers go on meanwhile.
   */
  readonly sets: Readonly<Record<NearHome, LayeredCodes>>;
  /** All of it as it is at this instant, but for the banks, to be written out while it goes on. Throws RangeError while a set is rebuilt or all is held already. */
  hold(checksum?: Checksum): HeldIndex;
}

let kernel: Promise<() => ScannedCodes> | undefined;
let bands: Promise<BandEngines> | undefined;

/** An empty index; it learns by `apply`, from change 1 on. */
export async function openIndex(): Promise<SortedIndex> {
  // Compiled once per process: a sweep opens an index for every item.
  kernel ??= loadLinearScan();
  const newTail = await kernel;
  return sorted(forNear(() => new LayeredCodes(newTail)));
}

function sorted(sets: SortedIndex['sets'], known?: KnownItems): SortedIndex {
  const index = new FollowingIndex(sets, known);
  return Object.assign(index, { sets, hold: (checksum?: Checksum) => holdIndex(index.known, sets, checksum) });
}

/** An index that is read from a file: the rooms for its parts, and at the end the index, without its banks. */
export interface IndexReading {
  /** Where the bytes of a part belong, in one or several pieces. Throws SnapshotRefused for a part of an impossible length. */
  roomFor(part: PartName, bytes: number): readonly Uint8Array<ArrayBufferLike>[];
  /** Once every part is read and was as it was written. Throws SnapshotRefused for an image that was not. */
  finish(checksum?: Checksum): SortedIndex;
}

/** Begins with the bytes of the part `names`. Throws SnapshotRefused where they are none. */
export async function readIndex(names: Uint8Array): Promise<IndexReading> {
  kernel ??= loadLinearScan();
  bands ??= loadBands();
  const reading = takeUp(names, await bands, await kernel);
  return {
    roomFor: (part, bytes) => reading.roomFor(part, bytes),
    finish: (checksum) => {
      const { known, sets } = reading.finish(checksum);
      return sorted(sets, known);
    },
  };
}
