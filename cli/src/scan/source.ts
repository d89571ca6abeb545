/** What does a scan need to know of a place that holds files, be it a folder or a bucket? */
import type { FileFailure } from '../file-outcome.ts';
import type { OtherKind } from './kind.ts';

/** Something met on the way through a source. */
export type Found =
  | FoundFile
  /** Not opened, on purpose. */
  | { readonly skipped: OtherKind }
  /** A folder that could not be read. */
  | (Named & { readonly failure: FileFailure });

export interface Named {
  /** How the results name it. The same in every run of the same command, and no two files share it. */
  readonly file: string;
  /** What a platform may call it: the path inside the scanned folder, or the object's key. */
  readonly contentId: string;
}

export interface FoundFile extends Named {
  /**
   * Opens it for one reading. Undefined when it is not to be read after all. Rejects, as reading does, with a system error or a FileError when this file
   * is at fault, with a Refusal when the whole source is gone.
   */
  open(): Promise<OpenFile | undefined>;
}

export interface OpenFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Where it lies on this machine, if it does and its name can be written as text: a video is then read in its place. */
  readonly path?: string;
  close(): Promise<void>;
}

export interface Source {
  /** What `likeness scan` was told, for messages. */
  readonly name: string;
  /** How many files are best at work for each decoder, so that decoders do not wait for the source. */
  readonly filesPerDecoder: number;
  /** Goes through everything once, holding only what is at hand. Throws a Refusal when the source cannot be gone through. */
  found(): AsyncGenerator<Found>;
}
