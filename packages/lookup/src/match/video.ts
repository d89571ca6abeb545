/**
 * Is a listed video the upload's, or a part of it, or the upload a part of the listed one? The vPDQ rule over pairs of frames that were found near each other:
 * how much of the upload is seen in the item, how much of the item in the upload, and by how much the two lie apart in time.
 */
import { type AgreedOffset, OffsetVote } from '@likeness/fingerprint';
import type { Tier } from '../bank/verdict.ts';

export interface FramesMet {
  /** Distinct frames that are clear enough to count. */
  readonly counted: number;
  /** Those that are seen in the other video. */
  readonly found: number;
}

/** What an upload's frames and an item's have in common. */
export interface VideoMet {
  readonly upload: FramesMet;
  readonly item: FramesMet;
  /** By how much the item shows later what the upload shows; null where one of the two has no times. */
  readonly offset: AgreedOffset | null;
}

export const shareOf = ({ counted, found }: FramesMet): number => (counted === 0 ? 0 : found / counted);

/** Whether so much is found that the tier applies: of both videos, or of one at least. */
export function isEnough(met: Pick<VideoMet, 'upload' | 'item'>, of: NonNullable<Tier['frames']>['of'], least: number): boolean {
  const isSeen = (one: FramesMet): boolean => one.found > 0 && shareOf(one) >= least;
  return of === 'both' ? isSeen(met.upload) && isSeen(met.item) : isSeen(met.upload) || isSeen(met.item);
}

/** What of an item was found. Frame by frame of the upload; the order of a frame's own pairs does not matter. */
export class FramesFound {
  readonly #ofItem = new Set<number>();
  readonly #vote = new OffsetVote();
  readonly #nearest: number[] = [];
  #frame = -1;

  /** The upload's frame of this number lies so near to that frame of the item, which shows it so much later (null where that is not known). */
  see(frame: number, itemFrame: number, distance: number, offsetSeconds: number | null): void {
    if (frame !== this.#frame) {
      this.#frame = frame;
      this.#nearest.push(distance);
    } else {
      const last = this.#nearest.length - 1;
      this.#nearest[last] = Math.min(this.#nearest[last] ?? distance, distance);
    }
    this.#ofItem.add(itemFrame);
    if (offsetSeconds !== null) this.#vote.see(frame, offsetSeconds);
  }

  /** Against the frames that count on both sides. */
  met(counted: { readonly upload: number; readonly item: number }): VideoMet {
    return {
      upload: { counted: counted.upload, found: this.#nearest.length },
      item: { counted: counted.item, found: this.#ofItem.size },
      offset: this.#vote.agreed() ?? null,
    };
  }

  /** How far a typical frame that was found lies from the nearest one: the median, in bits. */
  get distance(): number {
    return this.#nearest.toSorted((a, b) => a - b)[(this.#nearest.length - 1) >> 1] ?? 0;
  }
}
