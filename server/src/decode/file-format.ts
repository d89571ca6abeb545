/** Which format do these bytes have? By content alone: a name or a content type from outside is never believed. */

export type FileFormat = 'jpeg' | 'png' | 'webp';

/** This many bytes suffice to know the format. */
export const signatureBytes = 12;

const latin1 = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** The format by its first bytes (JPEG: ITU-T T.81 B.1; PNG 3rd edition, 5.2; WebP: RFC 9649), or undefined for everything that is not read here. */
export function formatOf(start: Uint8Array): FileFormat | undefined {
  if (latin1(start, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (latin1(start, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin1(start, 0, 4) === 'RIFF' && latin1(start, 8, 12) === 'WEBP') return 'webp';
  return undefined;
}

/**
 * Whether a PNG has its last chunk, IEND. The decoder is content once it has all pixels, so it alone would accept a PNG that lacks its last few bytes
 * and refuse a JPEG or WebP that does: cut files are refused alike.
 */
export function hasPngEnd(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
  }
  return false;
}
