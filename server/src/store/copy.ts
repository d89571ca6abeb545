/** How do many bytes leave PostgreSQL without being made into text? By its COPY in binary, which the driver hands on as it is. */
import type pg from 'pg';

/** Signature, flags, and the length of an extension that nobody has defined yet. */
const HEADER_BYTES = 19;

/**
 * The rows of a query, each value as PostgreSQL sends it. The query is written into the statement: no parameters, so nothing of anybody's may be in it.
 * Rejects when the database does; the connection is then given up.
 */
export async function copyOut(pool: pg.Pool, query: string): Promise<Buffer[][]> {
  const client = await pool.connect();
  try {
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      client.query(new CopyOut(`copy (${query}) to stdout (format binary)`, resolve, reject));
    });
    client.release();
    return rowsOf(bytes);
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

/** What the driver calls while the answer arrives. */
class CopyOut implements pg.Submittable {
  readonly #statement: string;
  readonly #resolve: (bytes: Buffer) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];

  constructor(statement: string, resolve: (bytes: Buffer) => void, reject: (error: Error) => void) {
    this.#statement = statement;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#statement);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The driver reads the next message into the same memory.
    this.#chunks.push(Buffer.from(chunk));
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#resolve(Buffer.concat(this.#chunks));
  }

  handleError(error: Error): void {
    this.#reject(error);
  }
}

/** Views into the bytes. No value is null. */
function rowsOf(bytes: Buffer): Buffer[][] {
  const rows: Buffer[][] = [];
  let at = HEADER_BYTES;
  for (;;) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    // The end is marked by -1.
    if (fields < 0) return rows;
    const row: Buffer[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length < 0) throw new RangeError('a copied row has a value that is null');
      row.push(bytes.subarray(at, at + length));
      at += length;
    }
    rows.push(row);
  }
}
