/**
 * How are millions of small records kept without an object for each? As rows of 32-bit words in pieces of 16,384 rows, so that growing moves nothing. All rows can
 * be held as they are at one instant, to be written out: whoever changes a held piece changes a copy of it.
 */

/** Rows of a piece: a piece is copied in a fraction of a millisecond. */
const PIECE_BITS = 14;
const PIECE_ROWS = 2 ** PIECE_BITS;
/** A first piece begins smaller: an index of one item is opened for every sweep. */
const FIRST_ROWS = 16;

/** What rows need besides their words to go on. */
export interface RowsEnd {
  /** One past the highest row ever used. */
  readonly end: number;
  /** The first free row, plus one; 0 for none. Its first word names the next one in the same way. */
  readonly free: number;
}

export class Rows {
  readonly words: number;
  #pieces: Uint32Array<ArrayBuffer>[] = [];
  #held: Set<Uint32Array> | null = null;
  #end = 0;
  #free = 0;

  constructor(words: number) {
    this.words = words;
  }

  /** 0 where nothing was written. */
  get(row: number, word: number): number {
    return this.#pieces[row >>> PIECE_BITS]?.[(row & (PIECE_ROWS - 1)) * this.words + word] ?? 0;
  }

  set(row: number, word: number, value: number): void {
    this.#writable(row)[(row & (PIECE_ROWS - 1)) * this.words + word] = value;
  }

  /** A row that nobody uses; its words are those of `free`, or zeros. */
  take(): number {
    if (this.#free === 0) return this.#end++;
    const row = this.#free - 1;
    this.#free = this.get(row, 0);
    return row;
  }

  /** Gives the row back and wipes it. */
  free(row: number): void {
    const at = (row & (PIECE_ROWS - 1)) * this.words;
    const piece = this.#writable(row).fill(0, at, at + this.words);
    piece[at] = this.#free;
    this.#free = row + 1;
  }

  get ends(): RowsEnd {
    return { end: this.#end, free: this.#free };
  }

  /** All rows as they are now: views that keep still until `release`. Throws RangeError when they are held already. */
  hold(): Uint8Array<ArrayBuffer>[] {
    if (this.#held !== null) throw new RangeError('These rows are held already');
    const views: Uint8Array<ArrayBuffer>[] = [];
    for (let piece = 0; piece * PIECE_ROWS < this.#end; piece++) {
      const words = this.words * Math.min(PIECE_ROWS, this.#end - piece * PIECE_ROWS);
      // Rows that were never written are zeros, wherever they lie.
      let kept = this.#pieces[piece] ?? new Uint32Array(words);
      if (kept.length < words) {
        kept = new Uint32Array(words);
        kept.set(this.#pieces[piece] ?? []);
      }
      this.#pieces[piece] = kept;
      views.push(new Uint8Array(kept.buffer, 0, 4 * words));
    }
    this.#held = new Set(this.#pieces);
    return views;
  }

  release(): void {
    this.#held = null;
  }

  /** Rows as `hold` gave them, and the pieces to fill with their bytes. */
  static room(words: number, { end, free }: RowsEnd): { readonly rows: Rows; readonly pieces: readonly Uint8Array<ArrayBuffer>[] } {
    const rows = new Rows(words);
    rows.#end = end;
    rows.#free = free;
    for (let from = 0; from < end; from += PIECE_ROWS) rows.#pieces.push(new Uint32Array(PIECE_ROWS * words));
    const pieces = rows.hold();
    rows.release();
    return { rows, pieces };
  }

  #writable(row: number): Uint32Array<ArrayBuffer> {
    const at = row >>> PIECE_BITS;
    const piece = this.#pieces[at];
    const needed = ((row & (PIECE_ROWS - 1)) + 1) * this.words;
    if (row >= this.#end) this.#end = row + 1;
    if (piece !== undefined && piece.length >= needed && this.#held?.has(piece) !== true) return piece;
    // Pieces in between were never written: their rows are zeros too.
    while (this.#pieces.length < at) this.#pieces.push(new Uint32Array(PIECE_ROWS * this.words));
    const most = PIECE_ROWS * this.words;
    const length =
      at > 0
        ? most
        : Math.min(most, Math.max(FIRST_ROWS * this.words, piece !== undefined && piece.length >= needed ? piece.length : 2 * needed));
    const own = new Uint32Array(length);
    if (piece !== undefined) own.set(piece);
    this.#pieces[at] = own;
    return own;
  }
}
