/**
 * What stands where in the bytes of a finished index? The same bytes are searched in memory and kept as a snapshot, so that a start sorts nothing.
 * docs/formats/lookup-snapshot.md says it for readers outside; snapshot.ts writes and checks the header.
 */
import { CODE_BYTES } from './reader.ts';

/** Every section begins and ends at a multiple of this; what is left over is zero. */
const ALIGNMENT = 64;
export const HEADER_BYTES = 4096;
/** Centre (32 bytes), radius, first member, members, zero: u32 each. */
export const CLUSTER_BYTES = 48;

export interface Counts {
  /** Positions, those of removed codes included. */
  readonly count: number;
  /** Ids in every band: live codes that belong to no cluster. */
  readonly listed: number;
  readonly widths: readonly number[];
  readonly clusters: number;
  /** Codes in all clusters together. */
  readonly members: number;
  readonly attachedBytes: number;
}

/** A place in the image, in bytes from its start. */
export interface Section {
  readonly at: number;
  readonly bytes: number;
}

export interface BandPlace {
  readonly firstBit: number;
  readonly width: number;
  readonly directory: number;
  readonly ids: number;
}

export const sectionNames = ['codes', 'live', 'directories', 'ids', 'clusters', 'attached'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface ImageShape extends Counts {
  readonly sections: Readonly<Record<SectionName, Section>>;
  readonly bands: readonly BandPlace[];
  /** Of the members, behind the cluster records. */
  readonly memberIds: number;
  readonly memberCodes: number;
  readonly bytes: number;
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

export function shapeOf(counts: Counts): ImageShape {
  const { count, listed, widths, clusters, members, attachedBytes } = counts;
  let end = HEADER_BYTES;
  const section = (bytes: number): Section => {
    const at = end;
    end = at + aligned(bytes);
    return { at, bytes: end - at };
  };
  // Keys are read four bytes at a time and ids four ids at a time: both may look over their end.
  const codes = section(count * CODE_BYTES + ALIGNMENT);
  const live = section(Math.ceil(count / 8));
  const directories = section(widths.reduce((sum, width) => sum + 4 * (2 ** width + 1), 0));
  const ids = section(4 * listed * widths.length + ALIGNMENT);
  const recordBytes = aligned(clusters * CLUSTER_BYTES);
  const memberIdBytes = aligned(4 * members);
  const clustersSection = section(recordBytes + memberIdBytes + members * CODE_BYTES);
  const attached = section(attachedBytes);
  let firstBit = 0;
  let directory = directories.at;
  const bands = widths.map((width, band) => {
    const place = { firstBit, width, directory, ids: ids.at + 4 * listed * band };
    firstBit += width;
    directory += 4 * (2 ** width + 1);
    return place;
  });
  return {
    ...counts,
    sections: { codes, live, directories, ids, clusters: clustersSection, attached },
    bands,
    memberIds: clustersSection.at + recordBytes,
    memberCodes: clustersSection.at + recordBytes + memberIdBytes,
    bytes: end,
  };
}
