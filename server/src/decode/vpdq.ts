/** How is the vPDQ of a decoded video handed on? To lists in the JSON form of the reference, to look-up frame by frame. */
import { type Fingerprint, kinds, vpdqJson } from '@likeness/fingerprint';
import type { DecodedVideo } from './video.ts';

/** A list of `"hex,quality,seconds"`, one entry a frame, as text: the signal string that banks and exchanges carry. */
export function vpdqOf({ frames }: Pick<DecodedVideo, 'frames'>): string {
  return vpdqJson(frames);
}

/** The frames that are clear enough to be compared, each with its place in the video. */
export function frameFingerprints({ frames }: Pick<DecodedVideo, 'frames'>): Fingerprint[] {
  return frames
    .filter(({ quality }) => quality >= kinds.vpdq.clearFrom)
    .map(({ value, quality, atSeconds }) => ({ kind: 'vpdq', variant: 'whole', value, quality, atSeconds }));
}
