/** Which files have their result already? 32 to 64 bytes for each, so that a million of them need 32 MiB and not ten times that. */
import { hash } from 'node:crypto';

const slotBytes = 16;

/**
 * A set of names with one mark each, kept as 127 bits of their SHA-256 in an open-addressed table. Two of a thousand million names would be taken for one
 * with a chance below 10^-20.
 */
export class KnownFiles {
  #table = Buffer.alloc(1024 * slotBytes);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(file: string, hasFailed: boolean): void {
    if (this.#count * 2 >= this.#table.length / slotBytes) this.#grow();
    if (this.#put(this.#table, keyOf(file, hasFailed))) this.#count++;
  }

  /** What came of it, or undefined when it is not known. */
  outcomeOf(file: string): 'done' | 'failed' | undefined {
    const slot = this.#find(this.#table, keyOf(file, false));
    if (isFree(this.#table, slot)) return undefined;
    return (this.#table.readUInt8(slot) & 1) === 1 ? 'failed' : 'done';
  }

  #put(table: Buffer, key: Buffer): boolean {
    const slot = this.#find(table, key);
    const isNew = isFree(table, slot);
    key.copy(table, slot);
    return isNew;
  }

  /** Where the key is, or the free place where it belongs. */
  #find(table: Buffer, key: Buffer): number {
    const slots = table.length / slotBytes;
    for (let slot = key.readUInt32LE(4) % slots; ; slot = (slot + 1) % slots) {
      const at = slot * slotBytes;
      if (isFree(table, at)) return at;
      if (table.compare(key, 1, slotBytes, at + 1, at + slotBytes) === 0 && ((table.readUInt8(at) ^ key.readUInt8(0)) & 0xfe) === 0)
        return at;
    }
  }

  #grow(): void {
    const larger = Buffer.alloc(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += slotBytes) {
      if (!isFree(this.#table, at)) this.#put(larger, this.#table.subarray(at, at + slotBytes));
    }
    this.#table = larger;
  }
}

/** The lowest bit of the first byte is the mark; the highest of the last byte is set, so that no key looks like a free place. */
function keyOf(file: string, hasFailed: boolean): Buffer {
  // As UTF-16, so that names that are no text stay apart.
  const key = Buffer.from(hash('sha256', Buffer.from(file, 'utf16le'), 'buffer').subarray(0, slotBytes));
  key.writeUInt8((key.readUInt8(0) & 0xfe) | (hasFailed ? 1 : 0), 0);
  key.writeUInt8(key.readUInt8(slotBytes - 1) | 0x80, slotBytes - 1);
  return key;
}

function isFree(table: Buffer, at: number): boolean {
  return table.readUInt8(at + slotBytes - 1) === 0;
}
