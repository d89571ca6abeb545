/**
 * Does this file go on to its own end? Decoders are content once they have all pixels, so they alone would accept a PNG or GIF that lacks its last
 * bytes and refuse a JPEG or WebP that does: cut files are refused alike.
 */
import type { FileFormat } from './file-format.ts';

/** False where the format has a last mark and this file lacks it. Formats whose decoder sees a cut by itself are taken as whole. Reads lengths, no pixels. */
export function isWholeFile(format: FileFormat, bytes: Buffer): boolean {
  if (format === 'png') return hasPngEnd(bytes);
  if (format === 'gif') return hasGifEnd(bytes);
  return true;
}

/** Whether the last chunk, IEND, is there (PNG 3rd edition, 5.6). */
function hasPngEnd(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
  }
  return false;
}

/** Whether the blocks lead to the trailer (GIF89a, 15 to 27). */
function hasGifEnd(bytes: Buffer): boolean {
  const byte = (at: number): number => bytes[at] ?? 0;
  const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  /** Past the sub-blocks that start here and the empty one that ends them. */
  const pastData = (at: number): number => {
    while (at < bytes.length && byte(at) !== 0) at += 1 + byte(at);
    return at + 1;
  };
  for (let at = 13 + colours(byte(10)); at < bytes.length; ) {
    const introducer = byte(at);
    if (introducer === 0x3b) return true;
    if (introducer === 0x21) at = pastData(at + 2);
    else if (introducer === 0x2c) at = pastData(at + 11 + colours(byte(at + 9)));
    else return false;
  }
  return false;
}
