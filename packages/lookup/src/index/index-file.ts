/**
 * How does a whole live index outlive its process? As one file of named parts: docs/formats/index-file.md says what stands where. This writes and checks the
 * header; `held-index.ts` gives and takes the parts. Whoever reads and writes the file does it piece by piece, so that nothing is ever there twice.
 */
import { crc32 } from './crc32.ts';
import type { CodeHome, ExactHome, NearHome } from './homes.ts';
import { SnapshotRefused } from './snapshot.ts';

export const INDEX_FILE_VERSION = 2;
export const FILE_HEADER_BYTES = 4096;

const MAGIC = 'LIKEBANK';
/** Parts begin at a multiple of this. */
const ALIGNMENT = 4096;
const PARTS_AT = 64;
const PART_BYTES = 24;
const HEADER_CRC_AT = FILE_HEADER_BYTES - 4;

const setParts = ['taken', 'tail-slots', 'tail-codes', 'image'] as const;
export type PartName = 'names' | 'items' | 'uses' | 'of-item' | `of-${CodeHome}` | ExactHome | `${NearHome}-${(typeof setParts)[number]}`;

const partsOf = (home: NearHome): PartName[] => setParts.map((part): PartName => `${home}-${part}`);

/** Of version 1: neither frames of videos nor crops. */
const firstParts: readonly PartName[] = [
  'names',
  'items',
  'uses',
  'of-item',
  'of-whole',
  'of-turns',
  'of-sha256',
  'of-md5',
  'sha256',
  'md5',
  ...partsOf('whole'),
  ...partsOf('turns'),
];

/** By version, in the order in which they stand in the file; what each holds is in docs/formats/index-file.md. */
const partsByVersion: ReadonlyMap<number, readonly PartName[]> = new Map([
  [1, firstParts],
  [2, [...firstParts, 'of-frames', ...partsOf('frames'), 'of-crops', ...partsOf('crops')]],
]);

/** Of the version that is written. */
export const partNames: readonly PartName[] = partsByVersion.get(INDEX_FILE_VERSION) ?? [];

/** Which change of which bank an index ends with: a database whose log has the same one has the same history up to there. */
export interface LastChange {
  readonly seq: number;
  /** UUID of the bank or item that changed. */
  readonly subjectId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface FilePart {
  readonly name: PartName;
  /** From the beginning of the file. */
  readonly at: number;
  readonly bytes: number;
}

/** Where parts of these lengths, in their order, stand, and how long the file is. */
export function placesOf(lengths: readonly number[], names = partNames): { readonly parts: readonly FilePart[]; readonly bytes: number } {
  let end = FILE_HEADER_BYTES;
  const parts = names.map((name, i): FilePart => {
    const at = end;
    const bytes = lengths[i] ?? 0;
    end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return { name, at, bytes };
  });
  return { parts, bytes: end };
}

/** Lengths and checksums of the parts, in their order. Throws RangeError for a subject that is no UUID. */
export function fileHeader(last: LastChange, lengths: readonly number[], sums: readonly number[]): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(FILE_HEADER_BYTES);
  const view = new DataView(header.buffer);
  const { parts, bytes } = placesOf(lengths);
  for (let i = 0; i < MAGIC.length; i++) header[i] = MAGIC.charCodeAt(i);
  view.setUint32(8, INDEX_FILE_VERSION, true);
  view.setUint32(12, FILE_HEADER_BYTES, true);
  view.setBigUint64(16, BigInt(bytes), true);
  view.setBigUint64(24, BigInt(last.seq), true);
  const digits = last.subjectId.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new RangeError('The subject of a bank change is a UUID');
  for (let i = 0; i < 16; i++) header[32 + i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  view.setBigUint64(48, BigInt(last.at), true);
  view.setUint32(56, parts.length, true);
  parts.forEach((part, i) => {
    view.setBigUint64(PARTS_AT + i * PART_BYTES, BigInt(part.at), true);
    view.setBigUint64(PARTS_AT + i * PART_BYTES + 8, BigInt(part.bytes), true);
    view.setUint32(PARTS_AT + i * PART_BYTES + 16, sums[i] ?? 0, true);
  });
  view.setUint32(HEADER_CRC_AT, crc32(header.subarray(0, HEADER_CRC_AT)), true);
  return header;
}

export interface FileFacts {
  /** What an older one does not have, the index that is read from it does not know. */
  readonly version: number;
  readonly last: LastChange;
  readonly parts: readonly (FilePart & { readonly sum: number })[];
}

/** Reads the first 4,096 bytes of a file of so many. Throws SnapshotRefused unless they are as they were written, by this version or an older one, for a file of this length. */
export function readFileHeader(header: Uint8Array, fileBytes: number): FileFacts {
  if (header.length < FILE_HEADER_BYTES) throw new SnapshotRefused(`it is cut off: ${header.length} bytes are less than its header has`);
  const view = new DataView(header.buffer, header.byteOffset, FILE_HEADER_BYTES);
  if (String.fromCharCode(...header.subarray(0, MAGIC.length)) !== MAGIC) throw new SnapshotRefused('it is no index file');
  const version = view.getUint32(8, true);
  const names = partsByVersion.get(version);
  if (names === undefined) {
    const age = version > INDEX_FILE_VERSION ? 'a newer' : 'an older';
    throw new SnapshotRefused(`it has ${age} format, version ${version}; this program reads versions 1 to ${INDEX_FILE_VERSION}`);
  }
  if (crc32(header.slice(0, HEADER_CRC_AT)) !== view.getUint32(HEADER_CRC_AT, true))
    throw new SnapshotRefused('its header is not the one that was written');
  const long = (at: number): number => Number(view.getBigUint64(at, true));
  if (long(16) !== fileBytes) throw new SnapshotRefused(`it is cut off or too long: ${fileBytes} bytes, written were ${long(16)}`);
  const parts = names.map((name, i) => {
    const entry = PARTS_AT + i * PART_BYTES;
    return { name, at: long(entry), bytes: long(entry + 8), sum: view.getUint32(entry + 16, true) };
  });
  const places = placesOf(
    parts.map(({ bytes }) => bytes),
    names,
  );
  const isRight =
    view.getUint32(56, true) === names.length && places.bytes === fileBytes && places.parts.every(({ at }, i) => at === parts[i]?.at);
  if (!isRight) throw new SnapshotRefused('its header contradicts itself');
  const digits = [...header.subarray(32, 48)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const subjectId = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { version, last: { seq: long(24), subjectId, at: long(48) }, parts };
}
