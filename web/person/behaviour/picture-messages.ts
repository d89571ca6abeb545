/** What do the page and its picture worker say to each other? */
import type { Fingerprint } from '@likeness/fingerprint';
import type { PictureProblem } from '../../components/fingerprint-panel/words.ts';
import type { HeicFiles } from './heic-rows.ts';

/** To the worker: read this file when its turn comes. Files are read one after the other. */
export type ReadRequest = { readonly id: number; readonly file: File };

/** To the worker: load the decoder of HEIC pictures. */
export type LoadHeic = { readonly heic: HeicFiles };

/** From the worker. `slow`: ready, in a browser without WebAssembly. `distorted`: the browser changes what is read from a canvas, so fingerprints would be wrong. */
export type WorkerMessage =
  | { readonly kind: 'ready' | 'slow' | 'distorted' | 'not-available' }
  | { readonly kind: 'heic'; readonly isLoaded: boolean }
  /** `share` from 0 to 1. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  /** `isPlain`: too featureless for PDQ, so there are only the exact kinds. */
  | { readonly kind: 'read'; readonly id: number; readonly fingerprints: readonly Fingerprint[]; readonly isPlain: boolean }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: PictureProblem };
