/** Is this still what was written? CRC-32 as in zip and PNG (reflected polynomial edb88320): finds every change within 32 neighbouring bits. Against accidents, not against people. */

/** Eight tables of 256: eight bytes a step. */
const tables = new Uint32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  tables[byte] = crc;
}
for (let i = 256; i < tables.length; i++) {
  const before = tables[i - 256] ?? 0;
  tables[i] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
}

/** How a checksum is taken: of these bytes, or, given that of the bytes before them, of all together. Node has a faster one, which whoever runs there passes in. */
export type Checksum = (bytes: Uint8Array, before?: number) => number;

/** Of bytes that begin at a multiple of four in their buffer. Little-endian, as everything that goes into an image. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const table = (number: number, byte: number): number => tables[256 * number + byte] ?? 0;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, 2 * Math.floor(bytes.length / 8));
  let crc = ~before;
  for (let i = 0; i < words.length; i += 2) {
    const a = (words[i] ?? 0) ^ crc;
    const b = words[i + 1] ?? 0;
    crc =
      table(7, a & 0xff) ^
      table(6, (a >>> 8) & 0xff) ^
      table(5, (a >>> 16) & 0xff) ^
      table(4, a >>> 24) ^
      table(3, b & 0xff) ^
      table(2, (b >>> 8) & 0xff) ^
      table(1, (b >>> 16) & 0xff) ^
      table(0, b >>> 24);
  }
  for (let i = 4 * words.length; i < bytes.length; i++) crc = (crc >>> 8) ^ table(0, (crc ^ (bytes[i] ?? 0)) & 0xff);
  return ~crc >>> 0;
}
