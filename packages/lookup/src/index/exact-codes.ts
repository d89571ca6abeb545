/** Which code is the same? For kinds that are equal or not: the codes in rows, found by a hash table. */
import { CodeTable, mixed } from './code-table.ts';
import type { OnHits } from './hits.ts';
import type { CodeSet, Work } from './reader.ts';
import type { Rows } from './rows.ts';

const work: Work = { probes: 1, candidates: 1, scanned: 0 };

export class ExactCodes implements CodeSet {
  readonly rows: Rows;
  readonly #table: CodeTable;
  readonly #hit = new Uint32Array(2);
  #size = 0;

  /** `rows` of as many words as a code has; every row but the free ones holds one. */
  constructor(rows: Rows) {
    this.rows = rows;
    this.#table = new CodeTable((row) => {
      let hash = 0;
      for (let word = 0; word < rows.words; word++) hash = mixed(hash, rows.get(row, word));
      return hash;
    }, rows.ends.end);
    const { end, free } = rows.ends;
    const isFree = new Set<number>();
    for (let next = free; next !== 0; next = rows.get(next - 1, 0)) isFree.add(next - 1);
    for (let row = 0; row < end; row++) {
      if (isFree.has(row)) continue;
      this.#table.add(row);
      this.#size++;
    }
  }

  get size(): number {
    return this.#size;
  }

  slotOf(code: Uint8Array): number {
    const words = this.#wordsOf(code);
    return this.#table.find(words.reduce(mixed, 0), (row) => words.every((word, i) => this.rows.get(row, i) === word));
  }

  add(code: Uint8Array): number {
    const words = this.#wordsOf(code);
    const row = this.rows.take();
    words.forEach((word, i) => {
      this.rows.set(row, i, word);
    });
    this.#table.add(row);
    this.#size++;
    return row;
  }

  remove(row: number): void {
    this.#table.remove(row);
    this.rows.free(row);
    this.#size--;
  }

  /** The radius of an exact kind is 0. */
  search(code: Uint8Array, _radius: number, onHits: OnHits): Work {
    const row = this.slotOf(code);
    if (row < 0) return work;
    // Written anew each time, for whoever is told may write in it.
    this.#hit[0] = row;
    this.#hit[1] = 0;
    onHits(this.#hit, 1);
    return work;
  }

  #wordsOf(code: Uint8Array): number[] {
    if (code.length !== 4 * this.rows.words)
      throw new RangeError(`A code has ${4 * this.rows.words} bytes here, this one has ${code.length}`);
    const view = new DataView(code.buffer, code.byteOffset, code.length);
    return Array.from({ length: this.rows.words }, (_, i) => view.getUint32(4 * i, true));
  }
}
