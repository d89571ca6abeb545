/** How is the vPDQ of a decoded video written down? In the JSON form of the reference, the signal string that banks and exchanges carry. */
import { vpdqJson } from '@likeness/fingerprint';
import type { DecodedVideo } from './video.ts';

/** A list of `"hex,quality,seconds"`, one entry a frame, as text. */
export function vpdqOf({ frames }: Pick<DecodedVideo, 'frames'>): string {
  return vpdqJson(frames);
}
