/**
 * How large is this JPEG, and does its camera say that it lies on its side? Read here where all is as usual, since libvips takes longer to say it than our kernel
 * takes to hash a reduced picture; of everything unusual nothing is said, and libvips is asked.
 */

export interface JpegHeader {
  /** Sizes in pixels as stored, before orientation. */
  readonly width: number;
  readonly height: number;
  /** The same as shown. */
  readonly autoOrient: { readonly width: number; readonly height: number };
}

/** Markers of ITU-T T.81, table B.1. */
const startOfScan = 0xda;
/** Baseline, extended sequential and progressive, all with Huffman coding. */
const startsOfFrame = [0xc0, 0xc1, 0xc2];
/** Huffman and quantisation tables, restart interval, comment. */
const tablesAndComment = [0xc4, 0xdb, 0xdd, 0xfe];
const firstApplication = 0xe0;
const lastApplication = 0xef;
/** Where Exif data are (Exif 3.0, 4.7.2). */
const exifApplication = 0xe1;
const exifName = 'Exif';
const exifSign = 'Exif\0\0';

/** TIFF 6.0, section 2; Exif 3.0, 4.6.5.1.6: orientation is one SHORT, from 1 to 8, and rows stand upright from 5 on. */
const tiffHeaderBytes = 8;
const entryBytes = 12;
const orientationTag = 0x0112;
const shortType = 3;
const firstOnItsSide = 5;
const lastOrientation = 8;

/**
 * Undefined for what is not plainly a whole header of an eight-bit picture, grey or of three colours, with no more than one block of Exif data. Equal to what libvips
 * says wherever both say something; reads lengths and never beyond the scan's start.
 */
export function jpegHeaderOf(bytes: Buffer): JpegHeader | undefined {
  let frame: { readonly width: number; readonly height: number } | undefined;
  let orientation: number | undefined;
  // Each segment's length counts its own two bytes (B.1.1.4).
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || segment.length !== length - 2) return undefined;
    if (marker === startOfScan) return frame === undefined ? undefined : shownBy(orientation ?? 1, frame);
    if (startsOfFrame.includes(marker)) {
      if (frame !== undefined) return undefined;
      frame = sizesOf(segment);
      if (frame === undefined) return undefined;
    } else if (marker === exifApplication && segment.toString('latin1', 0, exifName.length) === exifName) {
      if (orientation !== undefined) return undefined;
      orientation = orientationOf(segment);
      if (orientation === undefined) return undefined;
    } else if (!tablesAndComment.includes(marker) && (marker < firstApplication || marker > lastApplication)) return undefined;
  }
  return undefined;
}

function shownBy(orientation: number, { width, height }: { readonly width: number; readonly height: number }): JpegHeader {
  return { width, height, autoOrient: orientation < firstOnItsSide ? { width, height } : { width: height, height: width } };
}

/** Of a frame header (B.2.2): bits a sample, lines, samples a line, components, and three bytes for each of these. */
function sizesOf(frame: Buffer): { readonly width: number; readonly height: number } | undefined {
  const components = frame[5] ?? 0;
  if (frame[0] !== 8 || (components !== 1 && components !== 3) || frame.length !== 6 + 3 * components) return undefined;
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  return height === 0 || width === 0 ? undefined : { width, height };
}

/** 1 where the first directory has none. Undefined where that directory does not begin at once, does not fit, or says it in another way than usual. */
function orientationOf(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, exifSign.length) !== exifSign) return undefined;
  const tiff = segment.subarray(exifSign.length);
  const order = tiff.toString('latin1', 0, 4);
  if (tiff.length < tiffHeaderBytes + 2 || (order !== 'II*\0' && order !== 'MM\0*')) return undefined;
  const isLittle = order === 'II*\0';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (long(4) !== tiffHeaderBytes) return undefined;
  const first = tiffHeaderBytes + 2;
  const end = first + short(tiffHeaderBytes) * entryBytes;
  if (end > tiff.length) return undefined;
  let found: number | undefined;
  for (let at = first; at < end; at += entryBytes) {
    if (short(at) !== orientationTag) continue;
    const isUsual = found === undefined && short(at + 2) === shortType && long(at + 4) === 1;
    found = short(at + 8);
    if (!isUsual || found < 1 || found > lastOrientation) return undefined;
  }
  return found ?? 1;
}
