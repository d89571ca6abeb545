/** How do a few frames of a video become one picture? Side by side, in a PNG that the picture decoder takes like any other file, so that it is blurred and made small as pictures are. */
import { crc32, deflateSync } from 'node:zlib';

/** A frame of a video: bare grey samples, row by row from the top. */
export interface Still {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** In one row of the strip. */
export const stillsAcross = 3;
/** Between two of them, in pixels. */
const gap = 4;
/** Grey as a PNG writes it: eight bits a sample, one sample a pixel. */
const paper = 0xff;

/** One PNG of these, in their order: row by row, three in a row. They are of one size. @throws RangeError for none */
export function stripOf(stills: readonly Still[]): Buffer {
  const [first] = stills;
  if (first === undefined) throw new RangeError('a strip has a still');
  const across = Math.min(stillsAcross, stills.length);
  const down = Math.ceil(stills.length / across);
  const width = across * first.width + (across - 1) * gap;
  const height = down * first.height + (down - 1) * gap;
  // Each row begins with the byte of its filter, none (PNG, section 9.2).
  const rows = Buffer.alloc((width + 1) * height, paper);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  for (const [place, still] of stills.entries()) {
    const left = (place % across) * (first.width + gap);
    const top = Math.floor(place / across) * (first.height + gap);
    for (let y = 0; y < still.height; y++)
      rows.set(still.luma.subarray(y * still.width, (y + 1) * still.width), (top + y) * (width + 1) + 1 + left);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const all = Buffer.alloc(body.length + 8);
  all.writeUInt32BE(content.length, 0);
  body.copy(all, 4);
  all.writeUInt32BE(crc32(body), body.length + 4);
  return all;
}
