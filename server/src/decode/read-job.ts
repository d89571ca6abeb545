/**
 * What is a child asked to do? Checked by hand: a child starts often, and would load the 700 files of the library of shapes each time
 * (`likeness hash` of one picture: 2.5 -> 1.4 s of processor time, with what the command itself no longer loads).
 */
import { type DerivedGroup, derivedGroups } from '@likeness/fingerprint';
import { FrameBroken } from './pipe-frames.ts';

export { derivedGroups };

/** Pixels above `maxPixels` are refused. A preview is at most `maxEdge` long, in pixels. */
export type Job =
  | {
      readonly kind: 'fingerprint';
      readonly maxPixels: number;
      readonly mode: 'strict' | 'fast';
      readonly derived: readonly DerivedGroup[];
    }
  | {
      readonly kind: 'preview';
      readonly maxPixels: number;
      readonly maxEdge: number;
      readonly blur: boolean;
      readonly greyscale: boolean;
      readonly across: number;
    };

/** The longest edge of a preview may be set up to here, in pixels. */
const largestPreviewEdge = 2048;

/** The job in a payload. Throws FrameBroken when there is none: the sender is not who it should be. */
export function jobOf(payload: Buffer): Job {
  const content: unknown = JSON.parse(payload.toString());
  if (!isJob(content)) throw new FrameBroken('The payload of a frame is not a job.');
  return content;
}

function isJob(content: unknown): content is Job {
  if (typeof content !== 'object' || content === null || !('kind' in content)) return false;
  if (!('maxPixels' in content) || !isCount(content.maxPixels)) return false;
  if (content.kind === 'preview') {
    if (!('maxEdge' in content) || !isCount(content.maxEdge) || content.maxEdge > largestPreviewEdge) return false;
    if (!('across' in content) || !isCount(content.across)) return false;
    return 'blur' in content && typeof content.blur === 'boolean' && 'greyscale' in content && typeof content.greyscale === 'boolean';
  }
  if (content.kind !== 'fingerprint' || !('mode' in content) || (content.mode !== 'strict' && content.mode !== 'fast')) return false;
  return 'derived' in content && Array.isArray(content.derived) && content.derived.every(isGroup);
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isGroup = (value: unknown): boolean => derivedGroups.some((group) => group === value);
