/** What kind of picture is this file, judged by its first bytes and not by its name? Found before anything is decoded, so that the reason can be said. */

type DrawnByBrowsers = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

export type PictureFile =
  | { readonly format: DrawnByBrowsers; readonly width: number; readonly height: number; readonly isCmyk: boolean }
  | { readonly format: DrawnByBrowsers; readonly width: null; readonly height: null; readonly isCmyk: boolean }
  | { readonly format: 'heic' | 'video' | 'other' };

/** Enough of the file for `pictureFile`: metadata in front of a JPEG's frame header rarely takes more. */
export const headBytes = 4 * 1024 * 1024;

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const avifBrands = ['avif', 'avis'];
/** QuickTime files of old have no brand, and begin with one of these boxes. */
const boxesOfVideo = ['moov', 'mdat', 'wide'];

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

/** Reads the head of a file. Sizes are null when the head does not reach them: then only the decoder knows. */
export function pictureFile(head: Uint8Array): PictureFile {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length >= 3 && head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return jpeg(view);
  if (head.length >= 24 && view.getUint32(0) === 0x89504e47) {
    return { format: 'png', width: view.getUint32(16), height: view.getUint32(20), isCmyk: false };
  }
  if (head.length >= 30 && ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP') return webp(head, view);
  if (head.length >= 10 && /^GIF8[79]a$/.test(ascii(head, 0, 6)))
    return { format: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true), isCmyk: false };
  if (head.length >= 12 && ascii(head, 4, 4) === 'ftyp') {
    const brand = ascii(head, 8, 4);
    if (avifBrands.includes(brand)) return { format: 'avif', width: null, height: null, isCmyk: false };
    // Every other brand is of a kind of MP4; what is in it only its reader can tell.
    return { format: heicBrands.includes(brand) ? 'heic' : 'video' };
  }
  if (head.length >= 8 && boxesOfVideo.includes(ascii(head, 4, 4))) return { format: 'video' };
  // Matroska and WebM; then kinds that no browser reads, so that the reason can be said: AVI, WMV, FLV.
  if (head.length >= 4 && view.getUint32(0) === 0x1a45dfa3) return { format: 'video' };
  if (head.length >= 12 && ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'AVI ') return { format: 'video' };
  if (head.length >= 4 && (view.getUint32(0) === 0x3026b275 || ascii(head, 0, 3) === 'FLV')) return { format: 'video' };
  return { format: 'other' };
}

/** Walks the segments up to the frame header (ITU T.81 B.1.1.3): its component count tells CMYK. */
function jpeg(view: DataView): PictureFile {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2; // no length
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { format: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5), isCmyk: view.getUint8(at + 9) === 4 };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return { format: 'jpeg', width: null, height: null, isCmyk: false };
}

/** The three kinds of first chunk (RFC 9649 §2.5 to 2.7). */
function webp(head: Uint8Array, view: DataView): PictureFile {
  const chunk = ascii(head, 12, 4);
  if (chunk === 'VP8X') {
    const size24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { format: 'webp', width: 1 + size24(24), height: 1 + size24(27), isCmyk: false };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { format: 'webp', width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), isCmyk: false };
  }
  if (chunk === 'VP8 ') {
    return { format: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, isCmyk: false };
  }
  return { format: 'webp', width: null, height: null, isCmyk: false };
}
