/** What is known of each listed item, in 32 bytes and a cell of a hash table? Its id, bank and source, when it was listed, and what a person said about it. */
import type { ListedItem } from '../bank/policy.ts';
import { CodeTable, mixed } from './code-table.ts';
import { Rows } from './rows.ts';

/** What a match says about its item. */
export type ItemFacts = Pick<ListedItem, 'id' | 'bankId' | 'source' | 'addedAt' | 'asksOnly' | 'isConfirmed'>;

/** Four words of id, bank, source, and the milliseconds since 1970: the low 32 bits, then 16 high bits below the flags. */
export const ITEM_WORDS = 8;
const [BANK, SOURCE, TIME, TIME_AND_FLAGS] = [4, 5, 6, 7];
const ASKS_ONLY = 1;
const IS_CONFIRMED = 2;
/** The id is no UUID: it stands in a map of its own. */
const IS_NAMED = 4;

/** The strings that rows name by number. */
export interface ItemNames {
  readonly banks: readonly string[];
  readonly sources: readonly string[];
  /** Row and id of every item whose id is no UUID. */
  readonly ids: readonly (readonly [number, string])[];
}

export class ListedItems {
  readonly rows: Rows;
  readonly #table: CodeTable;
  readonly #banks: Numbered;
  readonly #sources: Numbered;
  readonly #rowOfName = new Map<string, number>();
  readonly #nameOfRow = new Map<number, string>();

  constructor(rows = new Rows(ITEM_WORDS), { banks, sources, ids }: ItemNames = { banks: [], sources: [], ids: [] }) {
    this.rows = rows;
    this.#table = new CodeTable((row) => {
      let hash = 0;
      for (let word = 0; word < 4; word++) hash = mixed(hash, rows.get(row, word));
      return hash;
    }, rows.ends.end);
    this.#banks = new Numbered(banks);
    this.#sources = new Numbered(sources);
    for (const [row, id] of ids) this.#name(row, id);
    const free = new Set<number>();
    for (let next = rows.ends.free; next !== 0; next = rows.get(next - 1, 0)) free.add(next - 1);
    for (let row = 0; row < rows.ends.end; row++) if (!free.has(row) && !this.#nameOfRow.has(row)) this.#table.add(row);
  }

  get names(): ItemNames {
    return { banks: this.#banks.names, sources: this.#sources.names, ids: [...this.#nameOfRow] };
  }

  /** The item's row; -1 when it is not here. */
  rowOf(id: string): number {
    const words = wordsOf(id);
    if (words === null) return this.#rowOfName.get(id) ?? -1;
    const isIt = (row: number): boolean => words.every((word, i) => this.rows.get(row, i) === word);
    return this.#table.find(words.reduce(mixed, 0), isIt);
  }

  /** Throws RangeError for a time that cannot be kept. */
  add(item: ItemFacts): number {
    const time = timeOf(item.addedAt);
    const words = wordsOf(item.id);
    const row = this.rows.take();
    const flags =
      (item.asksOnly === true ? ASKS_ONLY : 0) | (item.isConfirmed === true ? IS_CONFIRMED : 0) | (words === null ? IS_NAMED : 0);
    for (let word = 0; word < 4; word++) this.rows.set(row, word, words?.[word] ?? 0);
    this.rows.set(row, BANK, this.#banks.numberOf(item.bankId));
    this.rows.set(row, SOURCE, this.#sources.numberOf(item.source));
    this.rows.set(row, TIME, time % 2 ** 32);
    this.rows.set(row, TIME_AND_FLAGS, Math.floor(time / 2 ** 32) + flags * 2 ** 16);
    if (words === null) this.#name(row, item.id);
    else this.#table.add(row);
    return row;
  }

  remove(row: number): void {
    const name = this.#nameOfRow.get(row);
    if (name === undefined) this.#table.remove(row);
    else {
      this.#nameOfRow.delete(row);
      this.#rowOfName.delete(name);
    }
    this.rows.free(row);
  }

  bankOf(row: number): string {
    return this.#banks.nameOf(this.rows.get(row, BANK));
  }

  /** Whether it may ask at most, whatever its bank says. */
  asksOnly(row: number): boolean {
    return ((this.rows.get(row, TIME_AND_FLAGS) >>> 16) & ASKS_ONLY) !== 0;
  }

  /** Whether one item's id comes before the other's. */
  isBefore(a: number, b: number): boolean {
    const [nameOfA, nameOfB] = [this.#nameOfRow.get(a), this.#nameOfRow.get(b)];
    if (nameOfA !== undefined || nameOfB !== undefined) return (nameOfA ?? this.at(a).id) < (nameOfB ?? this.at(b).id);
    // As text a UUID is in the order of its words.
    for (let word = 0; word < 4; word++) {
      const difference = this.rows.get(a, word) - this.rows.get(b, word);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  at(row: number): ItemFacts {
    const last = this.rows.get(row, TIME_AND_FLAGS);
    const flags = last >>> 16;
    const time = this.rows.get(row, TIME) + (last & 0xffff) * 2 ** 32;
    return {
      id: this.#nameOfRow.get(row) ?? idOf([0, 1, 2, 3].map((word) => this.rows.get(row, word))),
      bankId: this.bankOf(row),
      source: this.#sources.nameOf(this.rows.get(row, SOURCE)),
      addedAt: new Date(time).toISOString(),
      asksOnly: (flags & ASKS_ONLY) !== 0,
      isConfirmed: (flags & IS_CONFIRMED) !== 0,
    };
  }

  #name(row: number, id: string): void {
    this.#rowOfName.set(id, row);
    this.#nameOfRow.set(row, id);
  }
}

/** Strings that come again and again, each kept once. */
export class Numbered {
  readonly #names: string[];
  readonly #numbers: Map<string, number>;

  constructor(names: readonly string[] = []) {
    this.#names = [...names];
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  get names(): readonly string[] {
    return this.#names.slice();
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#names.push(name);
    this.#numbers.set(name, this.#names.length - 1);
    return this.#names.length - 1;
  }

  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }
}

/** Throws RangeError for what is no time, or none from 1970 to 10889. */
export function timeOf(addedAt: string): number {
  const time = Date.parse(addedAt);
  if (!(time >= 0 && time < 2 ** 48)) throw new RangeError(`An item cannot be listed since ${addedAt}`);
  return time;
}

const uuid = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})([0-9a-f]{8})$/;

/** The four words of a UUID as PostgreSQL writes it; null for any other id. */
function wordsOf(id: string): readonly number[] | null {
  if (!uuid.test(id)) return null;
  return [id.slice(0, 8), id.slice(9, 13) + id.slice(14, 18), id.slice(19, 23) + id.slice(24, 28), id.slice(28)].map((digits) =>
    Number.parseInt(digits, 16),
  );
}

function idOf(words: readonly number[]): string {
  const digits = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
