/** Do these bytes begin like a video? By content alone: a name or a content type from outside is never believed. */

/** This many bytes suffice to know. */
export const videoSignatureBytes = 189;

/** Brands of ISO 14496-12 files that hold pictures, not films: HEIF (ISO 23008-12) and AVIF. */
const pictureBrands = /^(avif|avis|heic|heix|heim|heis|hevc|hevx|hevm|hevs|mif1|msf1)$/;
const isoBoxes = /^(ftyp|moov|mdat|free|skip|wide|pnot)$/;

/** Whether a file that starts so may be a video of a kind that is read here; a later look may still find that it is not. */
export function looksLikeVideo(start: Uint8Array): boolean {
  const text = (from: number, to: number): string => Buffer.from(start.subarray(from, to)).toString('latin1');
  const box = text(4, 8);
  if (box === 'ftyp') return !pictureBrands.test(text(8, 12));
  // MPEG-TS: a sync byte at the start of every packet of 188.
  const isTransportStream = start[0] === 0x47 && start[188] === 0x47;
  return (
    isoBoxes.test(box) ||
    text(0, 4) === '\x1a\x45\xdf\xa3' || // Matroska and WebM (EBML, RFC 8794)
    (text(0, 4) === 'RIFF' && text(8, 12) === 'AVI ') ||
    isTransportStream ||
    text(0, 4) === '\x00\x00\x01\xba' || // MPEG program stream
    text(0, 4) === '\x00\x00\x01\xb3' || // MPEG-1 and -2 video alone
    text(0, 3) === 'FLV' ||
    text(0, 4) === 'OggS' ||
    text(0, 4) === '\x30\x26\xb2\x75' // ASF, that is WMV
  );
}
