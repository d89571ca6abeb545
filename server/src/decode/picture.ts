/** What is in this picture file? The decode policy, which browser and server share so that their fingerprints are equal; runs in the child only. */
import type { DerivedFingerprint, DerivedGroup, Fingerprint, Fingerprinter } from '@likeness/fingerprint';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { seeThroughAsBrowsersDo } from './alpha.ts';
import { DecodeError } from './decode-error.ts';
import { type FileFormat, formatOf } from './file-format.ts';
import type { HeicReader } from './heic.ts';
import { jpegHeaderOf } from './jpeg-header.ts';
import { isWholeFile } from './whole-file.ts';

/** Only these loaders of libvips stay; everything else it could read (SVG, TIFF, PDF, ...) is blocked inside it too. */
const allowedLoaders = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'NsgifBuffer', 'HeifBuffer'].map((loader) => `VipsForeignLoad${loader}`);

/** Of an animation with more frames than this nothing is read: the last frame needs all before it. */
const maxFrames = 10_000;

/** Fast mode leaves at least this many pixels along the shorter edge. */
const fastEdge = 512;

export interface PreviewWish {
  /** The longest edge of the preview, in pixels; small pictures are not enlarged. */
  readonly maxEdge: number;
  readonly blur: boolean;
  readonly greyscale: boolean;
  /** Pictures side by side in it, each to be blurred as much as one alone would be. */
  readonly across?: number;
}

/**
 * `strict`: all pixels of the file, as the browser reads them; always for what gets listed. `fast`: a JPEG is decoded at the smallest of the scales 1/9, 1/5, 1/3
 * and 1 that leaves 512 pixels along its shorter edge, everything else as in `strict`; docs/decode.md says how far the two lie apart.
 */
export type DecodeMode = 'strict' | 'fast';

/** A blur this fraction of the longest edge leaves the scene and hides its details. */
const blurPerEdge = 1 / 32;

/** Sets libvips up for hostile input. Once per process, before the first picture. */
export function hardenDecoder(): void {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: allowedLoaders });
}

/** Decoded pixels, interleaved, row by row from the top. */
export interface Samples {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
}

/** What is asked of a file before its pixels. */
type Header = Pick<Metadata, 'width' | 'height' | 'autoOrient'> & Partial<Pick<Metadata, 'space' | 'pages' | 'pagePrimary'>>;

interface OpenedPicture {
  readonly format: FileFormat;
  /** Sizes as shown, that is after orientation. */
  readonly width: number;
  readonly height: number;
  /** 1 for everything that does not move. */
  readonly frames: number;
  /** The frame as libvips will decode it. */
  readonly frame: (index: number) => Sharp;
}

/** The format, for files that reach to their own end. Throws DecodeError. */
function formatOfWhole(bytes: Buffer): FileFormat {
  if (bytes.length === 0) throw new DecodeError('image/empty');
  const format = formatOf(bytes);
  if (format === undefined) throw new DecodeError('image/unsupported-type');
  if (!isWholeFile(format, bytes)) throw new DecodeError('image/damaged');
  return format;
}

/** Reads the header and refuses before any pixel is allocated. For every format but HEIC. Throws DecodeError. */
async function openPicture(
  format: FileFormat,
  bytes: Buffer,
  maxPixels: number,
  { allowCmyk }: { allowCmyk: boolean },
): Promise<OpenedPicture> {
  // failOn: a cut file is refused; a JPEG with a mere warning, which browsers show and cameras write, is not.
  // Colour profiles are ignored, as the browser side does.
  const options = { failOn: 'error', ignoreIcc: true, limitInputPixels: false, pages: 1, sequentialRead: true } as const;
  const header: Header = (format === 'jpeg' ? jpegHeaderOf(bytes) : undefined) ?? (await orDamaged(sharp(bytes, options).metadata()));
  const frames = framesOf(format, header);
  if (header.width * header.height > maxPixels) throw new DecodeError('image/too-many-pixels');
  if (frames > maxFrames) throw new DecodeError('image/too-many-frames');
  if (header.space === 'cmyk' && !allowCmyk) throw new DecodeError('image/cmyk');
  // Chromium 156 turns JPEG and PNG as their EXIF orientation says, and leaves the others as they are (AVIF has its own properties for it, which every
  // decoder obeys). Here the same, or the fingerprints would differ.
  const isTurned = format === 'jpeg' || format === 'png';
  const { width, height } = isTurned ? header.autoOrient : header;
  const frame = (index: number): Sharp => {
    const page = format === 'avif' ? (header.pagePrimary ?? 0) : index;
    const pixels = sharp(bytes, { ...options, limitInputPixels: maxPixels, page });
    return isTurned ? pixels.autoOrient() : pixels;
  };
  return { format, width, height, frames, frame };
}

/** The pages of an AVIF are other pictures in the same file; those of GIF and WebP follow each other on the screen. */
function framesOf(format: FileFormat, { pages = 1 }: Header): number {
  return format === 'gif' || format === 'webp' ? pages : 1;
}

/** Whatever the decoder says of the file, to the outside the file is damaged. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new DecodeError('image/damaged');
  }
}

/** As `orDamaged`, for a reader that answers at once and may refuse by itself. */
function heicSamples(bytes: Buffer, maxPixels: number, heic: HeicReader): Samples {
  try {
    return heic.read(bytes, maxPixels);
  } catch (error) {
    throw error instanceof DecodeError ? error : new DecodeError('image/damaged');
  }
}

export interface PictureFound {
  readonly format: FileFormat;
  /** Sizes as shown, that is after orientation. */
  readonly width: number;
  readonly height: number;
  /** PDQ of the whole and its seven turns; of an animation, its first frame. */
  readonly fingerprints: Fingerprint[];
  /** The same of an animation's middle and last frame, as far as they differ from what is there already. */
  readonly laterFrames: Fingerprint[];
  /** PDQ of the asked-for other views of what `fingerprints` are of, as far as their quality reaches their floor. */
  readonly derived: DerivedFingerprint[];
}

/** The tools that a child has ready. */
export interface Readers {
  readonly fingerprinter: Fingerprinter;
  readonly heic: HeicReader;
}

/**
 * PDQ at full size, or of a reduced JPEG in fast mode; with the views of the groups `derived`, from the same decode. Colours under alpha as browsers read
 * them; grey becomes R = G = B. Throws DecodeError.
 */
export async function fingerprintsOf(
  bytes: Buffer,
  maxPixels: number,
  mode: DecodeMode,
  { fingerprinter, heic }: Readers,
  derived: readonly DerivedGroup[] = [],
): Promise<PictureFound> {
  const format = formatOfWhole(bytes);
  if (format === 'heic') {
    const samples = heicSamples(bytes, maxPixels, heic);
    const { width, height } = samples;
    return { format, width, height, ...viewsOf(samples, fingerprinter, derived), laterFrames: [] };
  }
  const { width, height, frames, frame } = await openPicture(format, bytes, maxPixels, { allowCmyk: false });
  const isReduced = mode === 'fast' && format === 'jpeg';
  const viewsOfFrame = async (pixels: Sharp, groups: readonly DerivedGroup[]): Promise<ReturnType<typeof viewsOf>> => {
    const samples = await samplesOf(pixels);
    const views = viewsOf(samples, fingerprinter, groups);
    letGo(samples);
    return views;
  };
  const first = await viewsOfFrame(isReduced ? reduced(frame(0), width, height) : frame(0), derived);
  const seen = new Set(first.fingerprints.map(({ value }) => value));
  const laterFrames: Fingerprint[] = [];
  for (const index of new Set([Math.floor(frames / 2), frames - 1])) {
    if (index === 0) continue;
    const { fingerprints: found } = await viewsOfFrame(frame(index), []);
    if (!seen.has(found[0]?.value ?? '')) laterFrames.push(...found);
    for (const { value } of found) seen.add(value);
  }
  return { format, width, height, ...first, laterFrames };
}

/**
 * libjpeg computes a picture of 1/2, 1/4 or 1/8 itself, cheaper than the whole; sharp asks for that only where more than so much is to go, so the last step, to
 * 1/3, 1/5 or 1/9, is libvips'. A halving done by libvips alone costs more than it saves, so smaller pictures are read whole (docs/decode.md).
 */
function reduced(pixels: Sharp, width: number, height: number): Sharp {
  const scale = [9, 5, 3].find((part) => Math.floor(Math.min(width, height) / part) >= fastEdge);
  if (scale === undefined) return pixels;
  return pixels.resize(Math.floor(width / scale), Math.floor(height / scale), { fit: 'fill', kernel: 'linear' });
}

async function samplesOf(pixels: Sharp): Promise<Samples> {
  const { data, info } = await orDamaged(pixels.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }));
  const { width, height, channels } = info;
  if (channels !== 4 && channels !== 3 && channels !== 1) throw new DecodeError('image/damaged');
  return { data, width, height, channels };
}

/** Gives the pixels back at once: the collector would let two or three more pictures gather first, 70 MB at 12 megapixels. What sharp hands out is nobody else's. */
function letGo({ data }: Samples): void {
  if (data.buffer instanceof ArrayBuffer && data.buffer.byteLength === data.byteLength) data.buffer.transfer(0);
}

function viewsOf(
  { data, width, height, channels }: Samples,
  fingerprinter: Fingerprinter,
  groups: readonly DerivedGroup[],
): Pick<PictureFound, 'fingerprints' | 'derived'> {
  if (channels === 4) seeThroughAsBrowsersDo(data);
  const fingerprints = fingerprinter.ofPixels(data, width, height, channels);
  return { fingerprints, derived: groups.length === 0 ? [] : fingerprinter.variantsOfPixels(data, width, height, channels, groups) };
}

/** A small WebP made anew from the pixels: no metadata, no original bytes. CMYK is shown too, since here it need not be exact. Throws DecodeError. */
export async function previewOf(
  bytes: Buffer,
  maxPixels: number,
  { maxEdge, blur, greyscale, across = 1 }: PreviewWish,
  { heic }: Readers,
): Promise<Buffer> {
  const format = formatOfWhole(bytes);
  let shown = (
    format === 'heic'
      ? sharpOf(heicSamples(bytes, maxPixels, heic))
      : (await openPicture(format, bytes, maxPixels, { allowCmyk: true })).frame(0)
  ).resize(maxEdge, maxEdge, { fit: 'inside', withoutEnlargement: true });
  if (blur) shown = shown.blur(Math.max(1, (maxEdge * blurPerEdge) / across));
  if (greyscale) shown = shown.greyscale();
  return orDamaged(shown.webp({ quality: 75 }).toBuffer());
}

function sharpOf({ data, width, height, channels }: Samples): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
