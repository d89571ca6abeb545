/** Which files have their result already? At most 16 MiB of memory however many they are: a table that outgrows it goes on in a file without a name. */
import { hash, randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

const slotBytes = 16;
const firstSlots = 1024;
/** Half a million files; the page cache of the operating system holds what it can of larger tables. */
const mostSlotsInMemory = 1024 * 1024;

/** Places for keys, all free at first. */
interface Table {
  readonly slots: number;
  read(slot: number, into: Buffer): void;
  write(slot: number, key: Buffer): void;
  close(): void;
}

/**
 * A set of names with one mark each, kept as 127 bits of their SHA-256 in an open-addressed table, 32 to 64 bytes a name. Two of a thousand million names
 * would be taken for one with a chance below 10^-20.
 */
export class KnownFiles {
  readonly #spillBeside: string;
  readonly #mostSlotsInMemory: number;
  /** What was read last. */
  readonly #found = Buffer.alloc(slotBytes);
  #table: Table = memoryTable(firstSlots);
  #count = 0;

  /** A table too large for memory lies in the folder of `spillBeside`. */
  constructor(spillBeside: string, most = mostSlotsInMemory) {
    this.#spillBeside = spillBeside;
    this.#mostSlotsInMemory = most;
  }

  get count(): number {
    return this.#count;
  }

  /** Throws a system error when a table that no longer fits into memory cannot be written. */
  add(file: string, hasFailed: boolean): void {
    if (this.#count * 2 >= this.#table.slots) this.#grow();
    if (this.#put(this.#table, keyOf(file, hasFailed))) this.#count++;
  }

  /** What came of it, or undefined when it is not known. */
  outcomeOf(file: string): 'done' | 'failed' | undefined {
    this.#find(this.#table, keyOf(file, false));
    if (isFree(this.#found)) return undefined;
    return (this.#found.readUInt8(0) & 1) === 1 ? 'failed' : 'done';
  }

  close(): void {
    this.#table.close();
  }

  #put(table: Table, key: Buffer): boolean {
    const slot = this.#find(table, key);
    const isNew = isFree(this.#found);
    table.write(slot, key);
    return isNew;
  }

  /** Where the key is, or the free place where it belongs; what stands there is in `#found`. */
  #find(table: Table, key: Buffer): number {
    const found = this.#found;
    for (let slot = key.readUInt32LE(4) % table.slots; ; slot = (slot + 1) % table.slots) {
      table.read(slot, found);
      if (isFree(found)) return slot;
      if (found.compare(key, 1, slotBytes, 1, slotBytes) === 0 && ((found.readUInt8(0) ^ key.readUInt8(0)) & 0xfe) === 0) return slot;
    }
  }

  #grow(): void {
    const old = this.#table;
    const slots = old.slots * 2;
    const larger = slots <= this.#mostSlotsInMemory ? memoryTable(slots) : fileTable(slots, this.#spillBeside);
    this.#table = larger;
    const key = Buffer.alloc(slotBytes);
    for (let slot = 0; slot < old.slots; slot++) {
      old.read(slot, key);
      if (!isFree(key)) this.#put(larger, key);
    }
    old.close();
  }
}

function memoryTable(slots: number): Table {
  const bytes = Buffer.alloc(slots * slotBytes);
  return {
    slots,
    read: (slot, into) => void bytes.copy(into, 0, slot * slotBytes, (slot + 1) * slotBytes),
    write: (slot, key) => void key.copy(bytes, slot * slotBytes),
    close() {},
  };
}

function fileTable(slots: number, beside: string): Table {
  const name = `${beside}.${randomUUID()}`;
  const handle = openSync(name, 'wx+', 0o600);
  // Gone with the process, however that ends.
  rmSync(name);
  ftruncateSync(handle, slots * slotBytes);
  return {
    slots,
    read: (slot, into) => void readSync(handle, into, 0, slotBytes, slot * slotBytes),
    write: (slot, key) => void writeSync(handle, key, 0, slotBytes, slot * slotBytes),
    close: () => closeSync(handle),
  };
}

/** The lowest bit of the first byte is the mark; the highest of the last byte is set, so that no key looks like a free place. */
function keyOf(file: string, hasFailed: boolean): Buffer {
  // As UTF-16, so that names that are no text stay apart.
  const key = Buffer.from(hash('sha256', Buffer.from(file, 'utf16le'), 'buffer').subarray(0, slotBytes));
  key.writeUInt8((key.readUInt8(0) & 0xfe) | (hasFailed ? 1 : 0), 0);
  key.writeUInt8(key.readUInt8(slotBytes - 1) | 0x80, slotBytes - 1);
  return key;
}

function isFree(slot: Buffer): boolean {
  return slot.readUInt8(slotBytes - 1) === 0;
}
