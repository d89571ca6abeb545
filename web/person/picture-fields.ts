/** Which fingerprints did her device send? The one field that the panel fills in: JSON of pictures and videos, read whole or not at all. */
import {
  type Fingerprint,
  isFingerprintKind,
  isValueOf,
  isVariant,
  kinds,
  packFrames,
  unpackFrames,
  variants,
} from '@likeness/fingerprint';

export const picturesAtMost = 50;

/** Fingerprints of one picture, or of one video: then `vpdq` of each frame that counts comes last. */
export type Picture = readonly Fingerprint[];

export const noPictures = { pictures: [], isReadable: true } as const;

/** All in one list, as a request carries them. In it the next file is known by a kind that comes again: a file of exact fingerprints alone would take in the PDQ after it, so it comes later. */
export function inOneList(pictures: readonly Picture[]): readonly Fingerprint[] {
  const isClear = (picture: Picture): boolean => picture[0]?.kind === 'pdq';
  return pictures.toSorted((a, b) => Number(isClear(b)) - Number(isClear(a))).flat();
}

/** The JSON that the panel wrote into its field. Anything else is refused as a whole: a half-read list would promise too much. */
export function readPictures(json: string): { readonly pictures: readonly Picture[]; readonly isReadable: boolean } {
  if (json === '') return { pictures: [], isReadable: true };
  try {
    const given: unknown = JSON.parse(json);
    if (!Array.isArray(given) || given.length > picturesAtMost) return { pictures: [], isReadable: false };
    const pictures = given.map(pictureFrom);
    const read = pictures.filter((picture) => picture !== null);
    const frames = read.flat().filter(({ kind }) => kind === 'vpdq').length;
    return read.length === pictures.length && frames <= framesAtMost
      ? { pictures: read, isReadable: true }
      : { pictures: [], isReadable: false };
  } catch {
    return { pictures: [], isReadable: false };
  }
}

// One of each exact kind, and PDQ of the whole and its seven turns.
const fingerprintsPerPictureAtMost = 10;

/** Of all videos of a form: two hours, at a frame a second. */
const framesAtMost = 7200;

/** What the panel's field holds for these: a picture is a list of fingerprints, a video has its frames beside them, packed. */
export function panelValue(pictures: readonly Picture[]): string {
  if (pictures.length === 0) return '';
  return JSON.stringify(
    pictures.map((picture) => {
      const frames = picture.flatMap(({ kind, value, quality = 0 }) => (kind === 'vpdq' ? [{ value, quality }] : []));
      return frames.length === 0 ? picture : { fingerprints: picture.filter(({ kind }) => kind !== 'vpdq'), frames: packFrames(frames) };
    }),
  );
}

/** Null for what is no video, or not one of the panel's. */
function videoFrom(given: object): Picture | null {
  const exact = 'fingerprints' in given ? fingerprintsFrom(given.fingerprints) : null;
  const frames = 'frames' in given && typeof given.frames === 'string' ? unpackFrames(given.frames) : undefined;
  if (exact === null || frames === undefined || frames.length > framesAtMost) return null;
  return [...exact, ...frames.map(({ value, quality }): Fingerprint => ({ kind: 'vpdq', variant: 'whole', value, quality }))];
}

function pictureFrom(given: unknown): Picture | null {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? videoFrom(given) : fingerprintsFrom(given);
}

function fingerprintsFrom(given: unknown): Picture | null {
  if (!Array.isArray(given) || given.length === 0 || given.length > fingerprintsPerPictureAtMost) return null;
  const picture = given.map(fingerprintFrom);
  return picture.every((fingerprint) => fingerprint !== null) ? picture : null;
}

function fingerprintFrom(given: unknown): Fingerprint | null {
  if (typeof given !== 'object' || given === null) return null;
  const kind = 'kind' in given ? given.kind : undefined;
  const variant = 'variant' in given ? given.variant : undefined;
  const value = 'value' in given ? given.value : undefined;
  const quality = 'quality' in given ? given.quality : undefined;
  if (typeof kind !== 'string' || !isFingerprintKind(kind)) return null;
  if (typeof variant !== 'string' || !isVariant(variant) || !variants[variant].includes('device')) return null;
  if (typeof value !== 'string' || !isValueOf(kind, value)) return null;
  if (!kinds[kind].hasQuality) return { kind, variant, value };
  return typeof quality === 'number' && Number.isInteger(quality) && quality >= 0 && quality <= 100
    ? { kind, variant, value, quality }
    : null;
}
