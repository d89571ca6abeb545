/**
 * Which entry has these words? A hash table of entry numbers alone: whoever owns the entries says what an entry hashes to and whether it is the one. In 256
 * parts that grow each on its own, so that growing never stops an answer for long.
 */

const FIRST_CELLS = 8;

interface Part {
  /** Entry + 1; 0 is empty. */
  cells: Uint32Array;
  used: number;
}

/** Takes one more word into a hash. */
export function mixed(hash: number, word: number): number {
  return Math.imul(hash ^ (hash >>> 15) ^ word, 0x9e3779b1);
}

export class CodeTable {
  readonly #hashOf: (entry: number) => number;
  readonly #parts: (Part | undefined)[] = [];
  #cellsAtFirst = FIRST_CELLS;

  /** `expected` entries, if so many are about to come, are made room for at once: growing step by step takes twice the time. */
  constructor(hashOf: (entry: number) => number, expected = 0) {
    this.#hashOf = hashOf;
    while (3 * 256 * this.#cellsAtFirst < 5 * expected) this.#cellsAtFirst *= 2;
  }

  /** The entry with this hash that is the one; -1 for none. */
  find(hash: number, isIt: (entry: number) => boolean): number {
    const part = this.#parts[partOf(hash)];
    if (part === undefined) return -1;
    const { cells } = part;
    const mask = cells.length - 1;
    for (let at = placeOf(hash) & mask; ; at = (at + 1) & mask) {
      const cell = cells[at] ?? 0;
      if (cell === 0) return -1;
      if (isIt(cell - 1)) return cell - 1;
    }
  }

  /** The caller keeps entries distinct. */
  add(entry: number): void {
    const hash = this.#hashOf(entry);
    let part = this.#parts[partOf(hash)];
    if (part === undefined) {
      part = { cells: new Uint32Array(this.#cellsAtFirst), used: 0 };
      this.#parts[partOf(hash)] = part;
    } else if (4 * part.used >= 3 * part.cells.length) {
      const { cells } = part;
      part.cells = new Uint32Array(2 * cells.length);
      for (const cell of cells) if (cell !== 0) put(part.cells, placeOf(this.#hashOf(cell - 1)), cell);
    }
    put(part.cells, placeOf(hash), entry + 1);
    part.used += 1;
  }

  /** While the entry still hashes to what it did. One that is not there is ignored. */
  remove(entry: number): void {
    const hash = this.#hashOf(entry);
    const part = this.#parts[partOf(hash)];
    if (part === undefined) return;
    const { cells } = part;
    const mask = cells.length - 1;
    let hole = placeOf(hash) & mask;
    while (cells[hole] !== entry + 1) {
      if (cells[hole] === 0) return;
      hole = (hole + 1) & mask;
    }
    // What stands behind the hole moves into it unless its own place lies behind the hole: no search may meet an empty cell too early.
    for (let at = (hole + 1) & mask; cells[at] !== 0; at = (at + 1) & mask) {
      const home = placeOf(this.#hashOf((cells[at] ?? 0) - 1)) & mask;
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      cells[hole] = cells[at] ?? 0;
      hole = at;
    }
    cells[hole] = 0;
    part.used -= 1;
  }
}

/** The highest eight bits: 256 parts. */
const partOf = (hash: number): number => hash >>> 24;
const placeOf = (hash: number): number => hash ^ (hash >>> 16);

function put(cells: Uint32Array, place: number, cell: number): void {
  const mask = cells.length - 1;
  let at = place & mask;
  while (cells[at] !== 0) at = (at + 1) & mask;
  cells[at] = cell;
}
