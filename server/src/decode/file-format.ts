/** Which format do these bytes have? By content alone: a name or a content type from outside is never believed. */

export const fileFormats = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heic'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** This many bytes suffice to know the format: twelve for most, and room for the brands of an ISO media file. */
export const signatureBytes = 64;

/** Brands of ISO/IEC 23008-12 (annex B) and of AV1 Image File Format 1.1.0 (section 8). `mif1`, `msf1` and `miaf` say nothing of the codec. */
const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];
const openBrands = ['mif1', 'msf1', 'miaf'];

const latin1 = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/**
 * The format by its first bytes (JPEG: ITU-T T.81 B.1; PNG 3rd edition, 5.2; WebP: RFC 9649; GIF89a, 17; ISO media: ISO/IEC 14496-12, 4.3), or undefined for
 * everything that is not read here.
 */
export function formatOf(start: Uint8Array): FileFormat | undefined {
  if (latin1(start, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (latin1(start, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin1(start, 0, 4) === 'RIFF' && latin1(start, 8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a$/.test(latin1(start, 0, 6))) return 'gif';
  if (latin1(start, 4, 8) === 'ftyp') return formatOfBrands(brandsOf(start));
  return undefined;
}

/** The major brand, then the compatible ones, as far as they lie within the first `signatureBytes`. */
function brandsOf(start: Uint8Array): string[] {
  const end = Math.min(Buffer.from(start.subarray(0, 4)).readUInt32BE(), start.length, signatureBytes);
  const brands = [latin1(start, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin1(start, at, at + 4));
  return brands;
}

function formatOfBrands(brands: readonly string[]): FileFormat | undefined {
  const [major = ''] = brands;
  for (const brand of openBrands.includes(major) ? brands : [major]) {
    if (avifBrands.includes(brand)) return 'avif';
    if (heicBrands.includes(brand)) return 'heic';
  }
  return undefined;
}
