/** What is in this picture file? The decode policy, which browser and server share so that their fingerprints are equal; runs in the child only. */
import type { Fingerprint, Fingerprinter } from '@likeness/fingerprint';
import sharp, { type Sharp } from 'sharp';
import { DecodeError } from './decode-error.ts';
import { type FileFormat, formatOf, hasPngEnd } from './file-format.ts';

/** Only these three loaders of libvips stay; everything else it could read (SVG, TIFF, PDF, GIF, ...) is blocked inside it too. */
const allowedLoaders = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];

export interface PreviewWish {
  /** The longest edge of the preview, in pixels; small pictures are not enlarged. */
  readonly maxEdge: number;
  readonly blur: boolean;
  readonly greyscale: boolean;
}

/** A blur this fraction of the longest edge leaves the scene and hides its details. */
const blurPerEdge = 1 / 32;

/** Sets libvips up for hostile input. Once per process, before the first picture. */
export function hardenDecoder(): void {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: allowedLoaders });
}

interface OpenedPicture {
  readonly format: FileFormat;
  readonly pixels: Sharp;
}

/** Reads the header and refuses before any pixel is allocated. Throws DecodeError. */
async function openPicture(bytes: Buffer, maxPixels: number, { allowCmyk }: { allowCmyk: boolean }): Promise<OpenedPicture> {
  if (bytes.length === 0) throw new DecodeError('image/empty');
  const format = formatOf(bytes);
  if (format === undefined) throw new DecodeError('image/unsupported-type');
  if (format === 'png' && !hasPngEnd(bytes)) throw new DecodeError('image/damaged');
  // failOn: a cut file is refused; a JPEG with a mere warning, which browsers show and cameras write, is not.
  // Colour profiles are ignored, as the browser side does. Of an animation, the first frame.
  const options = { failOn: 'error', ignoreIcc: true, limitInputPixels: false, animated: false, sequentialRead: true } as const;
  const { width, height, space } = await orDamaged(sharp(bytes, options).metadata());
  if (width * height > maxPixels) throw new DecodeError('image/too-many-pixels');
  if (space === 'cmyk' && !allowCmyk) throw new DecodeError('image/cmyk');
  const pixels = sharp(bytes, { ...options, limitInputPixels: maxPixels });
  // Chromium 156 turns JPEG and PNG as their EXIF orientation says, and leaves WebP as it is. Here the same, or the fingerprints would differ.
  return { format, pixels: format === 'webp' ? pixels : pixels.autoOrient() };
}

/** Whatever the decoder says of the file, to the outside the file is damaged. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new DecodeError('image/damaged');
  }
}

export interface PictureFound {
  readonly format: FileFormat;
  /** Sizes as shown, that is after orientation. */
  readonly width: number;
  readonly height: number;
  /** PDQ of the whole and its seven turns. */
  readonly fingerprints: Fingerprint[];
}

/** PDQ at full size. Alpha is dropped, not blended; grey becomes R = G = B. Throws DecodeError. */
export async function fingerprintsOf(bytes: Buffer, maxPixels: number, fingerprinter: Fingerprinter): Promise<PictureFound> {
  const { format, pixels } = await openPicture(bytes, maxPixels, { allowCmyk: false });
  const { data, info } = await orDamaged(pixels.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true }));
  if (info.channels !== 3 && info.channels !== 1) throw new DecodeError('image/damaged');
  const { width, height, channels } = info;
  return { format, width, height, fingerprints: fingerprinter.ofPixels(data, width, height, channels) };
}

/** A small WebP made anew from the pixels: no metadata, no original bytes. CMYK is shown too, since here it need not be exact. Throws DecodeError. */
export async function previewOf(bytes: Buffer, maxPixels: number, { maxEdge, blur, greyscale }: PreviewWish): Promise<Buffer> {
  const { pixels } = await openPicture(bytes, maxPixels, { allowCmyk: true });
  let shown = pixels.resize(maxEdge, maxEdge, { fit: 'inside', withoutEnlargement: true });
  if (blur) shown = shown.blur(Math.max(1, maxEdge * blurPerEdge));
  if (greyscale) shown = shown.greyscale();
  return orDamaged(shown.webp({ quality: 75 }).toBuffer());
}
