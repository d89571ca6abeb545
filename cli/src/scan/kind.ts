/** What is a file that is no readable picture? By its first bytes, never by its name: only so that it can be counted by kind. */

export type OtherKind =
  | 'video'
  | 'audio'
  | 'tiff'
  | 'svg'
  | 'bmp'
  | 'jpeg-xl'
  | 'jpeg-2000'
  | 'photoshop'
  | 'pdf'
  | 'archive'
  | 'text'
  | 'other'
  | 'symbolic link'
  | 'special file'
  | 'empty'
  | 'folder marker'
  | "the scan's own file";

/** This many bytes of a file are looked at. Two packets of an MPEG transport stream fit. */
export const kindBytes = 512;

interface Sign {
  readonly kind: OtherKind;
  readonly at: number;
  readonly bytes: string;
}

const sign = (kind: OtherKind, bytes: string, at = 0): Sign => ({ kind, at, bytes });

/** In the order in which they are tried. Sources: the formats' own specifications, as listed in the database of file(1). */
const signs: readonly Sign[] = [
  sign('jpeg-xl', '\xff\x0a'),
  sign('jpeg-xl', '\0\0\0\x0cJXL '),
  sign('jpeg-2000', '\0\0\0\x0cjP  '),
  sign('jpeg-2000', '\xff\x4f\xff\x51'),
  sign('audio', 'ftypM4A', 4),
  ...['ftyp', 'moov', 'mdat', 'wide', 'skip', 'free', 'pnot'].map((box) => sign('video', box, 4)),
  sign('video', '\x1a\x45\xdf\xa3'),
  sign('video', 'AVI ', 8),
  sign('video', 'FLV\x01'),
  sign('video', '\0\0\x01\xba'),
  sign('video', '\0\0\x01\xb3'),
  sign('video', '\x30\x26\xb2\x75\x8e\x66\xcf\x11'),
  sign('audio', 'WAVE', 8),
  ...['ID3', 'OggS', 'fLaC', '\xff\xfb', '\xff\xf3', '\xff\xf1'].map((start) => sign('audio', start)),
  ...['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].map((start) => sign('tiff', start)),
  sign('bmp', 'BM'),
  sign('photoshop', '8BPS'),
  sign('pdf', '%PDF-'),
  ...['PK\x03\x04', 'PK\x05\x06', '\x1f\x8b', '7z\xbc\xaf\x27\x1c', 'Rar!', 'BZh', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd'].map((start) =>
    sign('archive', start),
  ),
  sign('archive', 'ustar', 257),
];

/** The kind of a file that starts with these bytes and is not one of the formats that are read. */
export function kindOf(start: Uint8Array): OtherKind {
  const text = Buffer.from(start.subarray(0, kindBytes)).toString('latin1');
  // Each packet of an MPEG transport stream has 188 bytes and starts with the same one (ISO/IEC 13818-1, 2.4.3.2).
  // The first page of each stream in an Ogg file names its codec; the pages of all streams come first (RFC 3533 §4, Theora specification §6.2).
  if (text.startsWith('OggS') && text.includes('\x80theora')) return 'video';
  if (text[0] === 'G' && text[188] === 'G' && text[376] === 'G') return 'video';
  const known = signs.find(({ at, bytes }) => text.startsWith(bytes, at));
  // "BM" also starts words: a bitmap's next bytes are binary.
  if (known !== undefined && !(known.kind === 'bmp' && isText(text))) return known.kind;
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!DOCTYPE\s+svg.*?>\s*)?<svg[\s>]/is.test(text.replace('\xef\xbb\xbf', ''))) return 'svg';
  return isText(text) ? 'text' : 'other';
}

/** Without control characters other than those of lines, tabs, pages (9 to 13) and colours (27). */
function isText(latin1: string): boolean {
  for (let at = 0; at < latin1.length; at++) {
    const code = latin1.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 127) return false;
  }
  return true;
}
