/** What do the page and its video worker say to each other? */
import type { Fingerprint } from '@likeness/fingerprint';
import type { PictureProblem } from '../../components/fingerprint-panel/words.ts';

/** To the worker: read this file when its turn comes, or stop reading it. Files are read one after the other. */
export type VideoOrder =
  | { readonly kind: 'read'; readonly id: number; readonly file: File }
  | { readonly kind: 'stop'; readonly id: number };

/** From the worker. To `stop` it answers nothing; nothing more comes of that file. */
export type VideoWorkerMessage =
  | { readonly kind: 'ready' | 'not-available' }
  /** `share` from 0 to 1; the seconds of the video that are done, and that it has, once known. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number; readonly atSeconds?: number; readonly ofSeconds?: number }
  /** `frames` as `packFrames` writes them, empty where all are too plain. `isCut`: the file is broken somewhere, and these are the frames before. */
  | {
      readonly kind: 'read';
      readonly id: number;
      readonly fingerprints: readonly Fingerprint[];
      readonly frames: string;
      readonly isCut: boolean;
    }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: PictureProblem };
