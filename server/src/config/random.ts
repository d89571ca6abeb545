/** Where does unpredictability come from? An argument, so that a test can repeat a run; in production the operating system. */
import { randomBytes } from 'node:crypto';

/** Answers this many random bytes. */
export type Random = (bytes: number) => Uint8Array;

export const systemRandom: Random = (bytes) => randomBytes(bytes);

/** A random (version 4) UUID, RFC 9562 §5.4. */
export function uuid(random: Random): string {
  return versioned(Buffer.from(random(16)), 4);
}

/**
 * UUIDs that sort by their time, then by their place among those made together (modulo 4096), then by chance (version 7), RFC 9562 §5.7 and §6.2: for rows that
 * come by the thousand, so that they go to the end of an index instead of everywhere. Each tells its millisecond to whoever sees it.
 */
export function timeOrderedUuids(now: Date, many: number, random: Random): string[] {
  const all = Buffer.from(random(16 * many));
  return Array.from({ length: many }, (_, place) => {
    const bytes = all.subarray(16 * place, 16 * (place + 1));
    bytes.writeUIntBE(now.getTime(), 0, 6);
    bytes.writeUInt16BE(place & 0xfff, 6);
    return versioned(bytes, 7);
  });
}

function versioned(bytes: Buffer, version: 4 | 7): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
