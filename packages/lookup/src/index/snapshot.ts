/**
 * How does a built index outlive its process? The image itself is the file; this writes and checks its header. One frozen format,
 * docs/formats/lookup-snapshot.md; a fixture of every version ever written stands in vectors/.
 */
import { type BandEngine, SPREAD_STEP } from './band-engine.ts';
import { type Checksum, crc32 } from './crc32.ts';
import { HEADER_BYTES, type ImageShape, type SectionName, sectionNames, shapeOf } from './image.ts';
import { CODE_BITS, MOST_BANDS, MOST_WIDTH } from './layout.ts';

export const SNAPSHOT_VERSION = 1;

const MAGIC = 'LIKELOOK';
const WIDTHS_AT = 64;
const SECTIONS_AT = 96;
const SECTION_BYTES = 24;
const HEADER_CRC_AT = HEADER_BYTES - 4;

/** Why a snapshot was not read, as a plain sentence. Nothing of it was kept: build from the database instead. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
}

export interface SnapshotFacts {
  /** The last bank change that is in it. */
  readonly seq: number;
  /** What its writer had attached. A view of the image. */
  readonly attached: Uint8Array;
}

/** What is summed up in one step: a few milliseconds. */
const SLICE_BYTES = 4 * 2 ** 20;

/** Writes the header of a built image and answers the whole file, as a view: write it out before the engine changes. Built codes stand for bank change `seq`. */
export function sealSnapshot(engine: BandEngine, seq: number, checksum: Checksum = crc32): Uint8Array {
  for (const _ of sealing(engine, seq, checksum));
  return engine.room(engine.shape.bytes);
}

/** The same in steps, for a thread that also answers; it yields after every few megabytes. The engine must not change until the last. */
export function* sealing(engine: BandEngine, seq: number, checksum: Checksum): Generator<void, void> {
  const { shape } = engine;
  const image = engine.room(shape.bytes);
  const header = new DataView(image.buffer, image.byteOffset, HEADER_BYTES);
  image.fill(0, 0, HEADER_BYTES);
  for (let i = 0; i < MAGIC.length; i++) header.setUint8(i, MAGIC.charCodeAt(i));
  header.setUint32(8, SNAPSHOT_VERSION, true);
  header.setUint32(12, HEADER_BYTES, true);
  setLong(header, 16, shape.bytes);
  setLong(header, 24, seq);
  [shape.count, shape.listed, shape.widths.length, shape.clusters, shape.members, SPREAD_STEP].forEach((number, i) => {
    header.setUint32(32 + 4 * i, number, true);
  });
  setLong(header, 56, shape.attachedBytes);
  image.set(shape.widths, WIDTHS_AT);
  for (const [i, name] of sectionNames.entries()) {
    const { at, bytes } = shape.sections[name];
    const entry = SECTIONS_AT + i * SECTION_BYTES;
    setLong(header, entry, at);
    setLong(header, entry + 8, bytes);
    let sum = 0;
    for (let from = at; from < at + bytes; from += SLICE_BYTES) {
      sum = checksum(image.subarray(from, Math.min(at + bytes, from + SLICE_BYTES)), sum);
      yield;
    }
    header.setUint32(entry + 16, sum, true);
  }
  header.setUint32(HEADER_CRC_AT, checksum(image.subarray(0, HEADER_CRC_AT)), true);
}

/** Copies a snapshot's bytes into the engine's room and opens it there. Throws SnapshotRefused. */
export function readSnapshot(engine: BandEngine, bytes: Uint8Array): SnapshotFacts {
  engine.room(bytes.length).set(bytes);
  return openSnapshot(engine, bytes.length);
}

/**
 * Opens the snapshot whose bytes already stand in the engine's room: `engine.room(size)` first, fill that from the file in one go, then this. Nothing is sorted
 * or moved. Throws SnapshotRefused, and leaves the engine without codes, unless every byte is as it was written.
 */
export function openSnapshot(engine: BandEngine, size: number, checksum: Checksum = crc32): SnapshotFacts {
  const image = engine.room(size);
  const { shape, seq } = checkedHeader(image);
  for (const name of sectionNames) {
    const { at, bytes } = shape.sections[name];
    const written = new DataView(image.buffer, image.byteOffset).getUint32(
      SECTIONS_AT + sectionNames.indexOf(name) * SECTION_BYTES + 16,
      true,
    );
    if (checksum(image.subarray(at, at + bytes)) !== written) throw new SnapshotRefused(`The snapshot is damaged: its ${wordsFor[name]}.`);
  }
  engine.use(shape);
  const { at } = shape.sections.attached;
  return { seq, attached: image.subarray(at, at + shape.attachedBytes) };
}

const wordsFor: Readonly<Record<SectionName, string>> = {
  codes: 'codes are not those that were written',
  live: 'list of live codes is not the one that was written',
  directories: 'directories are not those that were written',
  ids: 'lists of ids are not those that were written',
  clusters: 'clusters are not those that were written',
  attached: 'attachment is not the one that was written',
};

function checkedHeader(image: Uint8Array): { shape: ImageShape; seq: number } {
  if (image.length < HEADER_BYTES)
    throw new SnapshotRefused(`The snapshot is cut off: ${image.length} bytes are less than its header has.`);
  const header = new DataView(image.buffer, image.byteOffset, HEADER_BYTES);
  if (String.fromCharCode(...image.subarray(0, MAGIC.length)) !== MAGIC)
    throw new SnapshotRefused('This is no snapshot of a look-up index.');
  const version = header.getUint32(8, true);
  if (version !== SNAPSHOT_VERSION) {
    const age = version > SNAPSHOT_VERSION ? 'a newer' : 'an older';
    throw new SnapshotRefused(`The snapshot has ${age} format, version ${version}; this program reads version ${SNAPSHOT_VERSION}.`);
  }
  if (crc32(image.subarray(0, HEADER_CRC_AT)) !== header.getUint32(HEADER_CRC_AT, true)) {
    throw new SnapshotRefused('The snapshot is damaged: its header is not the one that was written.');
  }
  const bytes = longAt(header, 16);
  if (image.length !== bytes)
    throw new SnapshotRefused(`The snapshot is cut off or too long: ${image.length} bytes, written were ${bytes}.`);
  const [count = 0, listed = 0, bands = 0, clusters = 0, members = 0, step] = Array.from({ length: 6 }, (_, i) =>
    header.getUint32(32 + 4 * i, true),
  );
  const widths = [...image.subarray(WIDTHS_AT, WIDTHS_AT + Math.min(bands, MOST_BANDS))];
  const shape = shapeOf({ count, listed, widths, clusters, members, attachedBytes: longAt(header, 56) });
  // A header that says the impossible with a right checksum was not written by this program.
  const areWidthsRight =
    bands === 0 || (widths.reduce((sum, width) => sum + width, 0) === CODE_BITS && widths.every((width) => width <= MOST_WIDTH));
  const areSectionsRight = sectionNames.every((name, i) => {
    const entry = SECTIONS_AT + i * SECTION_BYTES;
    return longAt(header, entry) === shape.sections[name].at && longAt(header, entry + 8) === shape.sections[name].bytes;
  });
  const isRight =
    bands <= MOST_BANDS && areWidthsRight && areSectionsRight && shape.bytes === bytes && listed + members <= count && step === SPREAD_STEP;
  if (!isRight) throw new SnapshotRefused('The snapshot was not written by this program: its header contradicts itself.');
  return { shape, seq: longAt(header, 24) };
}

function setLong(view: DataView, at: number, value: number): void {
  view.setBigUint64(at, BigInt(value), true);
}

function longAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
