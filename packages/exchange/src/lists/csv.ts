/** How is a list exchanged as CSV? By RFC 4180, with a first line that names the columns: `kind,value` and, in any order, what else is known. */
import { type Column, columns, entryOf, isColumn, type ListedFingerprint, plainColumns, type ReadLine, textsOf } from './entry.ts';
import { piecesOf, type TextSource } from './lines.ts';

/** A record that is longer than this has lost its closing quote. */
const longestRecord = 16_384;

interface CsvRecord {
  /** The line it begins on. */
  readonly line: number;
  /** Its fields, or the sentence that says why it has none. */
  readonly fields: readonly string[] | string;
}

/** Reads the list. Empty lines are passed over. Where the first line does not name the columns, that is said and nothing is read. */
export async function* readCsv(source: TextSource): AsyncGenerator<ReadLine<ListedFingerprint>> {
  let header: readonly Column[] | undefined;
  for await (const { line, fields } of recordsOf(source)) {
    if (typeof fields === 'string') yield { line, message: fields };
    else if (fields.length === 1 && fields[0] === '') continue;
    else if (header === undefined) {
      const names = headerOf(fields);
      if (typeof names === 'string') {
        yield { line, message: names };
        return;
      }
      header = names;
    } else {
      const entry =
        fields.length === header.length
          ? entryOf(named(header, fields))
          : `This line has ${fields.length} fields, the first has ${header.length}.`;
      yield typeof entry === 'string' ? { line, message: entry } : { line, entry };
    }
  }
}

function headerOf(fields: readonly string[]): Column[] | string {
  const names = fields.map((field) => field.trim());
  const known = names.filter(isColumn);
  if (known.length !== names.length || new Set(names).size !== names.length || !known.includes('kind') || !known.includes('value')) {
    return `The first line must name the columns, kind and value among them: ${plainColumns.join(',')}.`;
  }
  return known;
}

function named(header: readonly Column[], fields: readonly string[]): Partial<Record<Column, string>> {
  const texts: Partial<Record<Column, string>> = {};
  for (const [i, column] of header.entries()) texts[column] = fields[i] ?? '';
  return texts;
}

/** The records of a text. Holds one record. */
async function* recordsOf(source: TextSource): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader();
  for await (const piece of piecesOf(source)) {
    for (let at = 0; at < piece.length; ) {
      const end = reader.isBetween ? piece.indexOf('\n', at) : -1;
      const fields = end < 0 || end - at > longestRecord ? undefined : fieldsOf(piece.slice(at, end));
      if (fields !== undefined) {
        yield reader.takeLine(fields);
        at = end + 1;
        continue;
      }
      // Letter by letter to the end of this record: 10 times slower, and right for whatever it is.
      for (let record: CsvRecord | undefined; record === undefined && at < piece.length; at++) {
        record = reader.take(piece.charAt(at));
        if (record !== undefined) yield record;
      }
    }
  }
  const last = reader.end();
  if (last !== undefined) yield last;
}

const fieldForm = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** The fields of a line that is one well-formed record; undefined where it takes a closer look. */
function fieldsOf(text: string): string[] | undefined {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  fieldForm.lastIndex = 0;
  for (;;) {
    const field = fieldForm.exec(line);
    if (field === null) return undefined;
    fields.push(field[1] === undefined ? (field[2] ?? '') : field[1].replaceAll('""', '"'));
    if (field[3] === '') return fields;
  }
}

/** Before a field, in a plain or quoted one, behind a quote inside a quoted one, or in a record that cannot be read. */
type Place = 'before' | 'plain' | 'quoted' | 'quote' | 'lost';

/** Takes a text letter by letter. A record that cannot be read ends at the next line end; a quoted field that has none is lost after `longestRecord` characters. */
class RecordReader {
  #place: Place = 'before';
  #fields: string[] = [];
  #field = '';
  #held = 0;
  #line = 1;
  #firstLine = 1;
  #wrong = '';

  /** Whether nothing of a record is held. */
  get isBetween(): boolean {
    return this.#held === 0;
  }

  /** A whole line that is one record. */
  takeLine(fields: readonly string[]): CsvRecord {
    const record = { line: this.#line, fields };
    this.#line++;
    this.#firstLine = this.#line;
    return record;
  }

  /** The record that this letter ends. */
  take(letter: string): CsvRecord | undefined {
    if (letter === '\n') this.#line++;
    if (letter === '\n' && this.#place !== 'quoted') return this.#finish();
    this.#held++;
    if (this.#held > longestRecord && this.#place !== 'lost') {
      this.#lose(`The record that begins here has more than ${longestRecord} characters; is a quote missing?`);
    } else if (this.#place === 'quoted') this.#inQuoted(letter);
    else if (this.#place === 'quote') this.#afterQuote(letter);
    else if (this.#place !== 'lost') this.#inPlain(letter);
    return undefined;
  }

  /** The last record, where no line end came after it. */
  end(): CsvRecord | undefined {
    if (this.#place === 'quoted') this.#lose('The quoted field that begins here has no end.');
    return this.#held > 0 ? this.#finish() : undefined;
  }

  #inQuoted(letter: string): void {
    if (letter === '"') this.#place = 'quote';
    else this.#field += letter;
  }

  #afterQuote(letter: string): void {
    if (letter === '"') {
      this.#field += letter;
      this.#place = 'quoted';
    } else if (letter === ',') this.#nextField();
    // The CR of CR LF.
    else if (letter !== '\r') this.#lose('After the closing quote of a field comes a comma or the end of the line.');
  }

  #inPlain(letter: string): void {
    if (letter === ',') this.#nextField();
    else if (letter !== '"') {
      this.#field += letter;
      this.#place = 'plain';
    } else if (this.#place === 'before') this.#place = 'quoted';
    else this.#lose('A field with a quote in it must be quoted as a whole.');
  }

  #nextField(): void {
    this.#fields.push(this.#field);
    this.#field = '';
    this.#place = 'before';
  }

  #lose(message: string): void {
    this.#wrong = message;
    this.#place = 'lost';
    this.#fields = [];
    this.#field = '';
  }

  #finish(): CsvRecord {
    const isLost = this.#place === 'lost';
    if (this.#place === 'plain' && this.#field.endsWith('\r')) this.#field = this.#field.slice(0, -1);
    const record = { line: this.#firstLine, fields: isLost ? this.#wrong : [...this.#fields, this.#field] };
    this.#place = 'before';
    this.#fields = [];
    this.#field = '';
    this.#held = 0;
    this.#firstLine = this.#line;
    return record;
  }
}

/** The first line of a list without videos, without its end. */
export const csvHeader = plainColumns.join(',');
/** Of a list that says where in their videos its frames stand. */
export const csvHeaderWithTimes = columns.join(',');

/** One entry as a line, without its end; below the header with times, `hasTimes`. */
export function csvLine(entry: ListedFingerprint, hasTimes = false): string {
  const texts = textsOf(entry);
  return (hasTimes ? columns : plainColumns).map((column) => quoted(texts[column])).join(',');
}

/** The whole list in pieces, one line each, ended by CR LF as the RFC wants it. */
export function* csvText(entries: Iterable<ListedFingerprint>, hasTimes = false): Generator<string> {
  yield `${hasTimes ? csvHeaderWithTimes : csvHeader}\r\n`;
  for (const entry of entries) yield `${csvLine(entry, hasTimes)}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
