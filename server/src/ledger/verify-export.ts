/** Is an exported month of a ledger whole, and who signed it? Needs the file alone: no database, no keys, no network. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { exportFormat, signedExportText } from './export.ts';
import { hashOfRow } from './row.ts';

export type ExportVerdict =
  | {
      readonly whole: true;
      readonly month: string;
      readonly rows: number;
      /** The hash that the first row follows: the last hash of the month before, or zeros. */
      readonly after: string;
      readonly lastHash: string;
      /** Base64; whoever checks compares it with the one that the installation gave. */
      readonly publicKey: string;
    }
  | { readonly whole: false; readonly line: number; readonly reason: string };

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Count = Type.Integer({ minimum: 0 });
const Head = Type.Object({
  format: Type.Literal(exportFormat),
  month: Type.String({ pattern: '^2\\d{3}-(0[1-9]|1[0-2])$' }),
  from: Type.Integer({ minimum: 1 }),
  to: Count,
  after: Hash,
  writtenAt: Type.String(),
  keyId: Type.String(),
  publicKey: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
});
const Row = Type.Object({
  seq: Count,
  at: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
  act: Type.String(),
  subjects: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  commitment: Type.Union([Type.String({ pattern: '^([0-9a-f]{2})*$' }), Type.Null()]),
  hash: Hash,
});
const End = Type.Object({ sha256: Hash, signature: Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$' }) });

class Bad extends Error {}

/** Reads the file once. `wanted`: the public key that must have signed it, base64. Errors of the file system are thrown as they come. */
export async function verifyExport(path: string, wanted?: string): Promise<ExportVerdict> {
  let number = 0;
  try {
    const digest = createHash('sha256');
    const read: { head: Static<typeof Head> | null; seq: number; prev: string } = { head: null, seq: 0, prev: '' };
    const take = (line: Buffer): void => {
      const { head, seq, prev } = read;
      if (head === null) {
        const begun = parsed(Head, line, 'the head of an export of this version');
        if (wanted !== undefined && begun.publicKey !== wanted) throw new Bad('it names another public key than the one given');
        Object.assign(read, { head: begun, seq: begun.from, prev: begun.after });
        return;
      }
      const row = parsed(Row, line, 'a row');
      if (row.seq !== seq || seq > head.to) throw new Bad(`row ${seq} is expected here, not row ${row.seq}`);
      const at = new Date(row.at);
      if (Number.isNaN(at.getTime())) throw new Bad(`row ${seq} has no time`);
      const commitment = row.commitment === null ? null : Buffer.from(row.commitment, 'hex');
      const hash = hashOfRow({ ...row, at, commitment, prevHash: Buffer.from(prev, 'hex') }).toString('hex');
      if (hash !== row.hash) throw new Bad(`row ${seq} was changed, or does not follow the row before it`);
      read.seq += 1;
      read.prev = hash;
    };
    let held: Buffer | null = null;
    for await (const line of linesOf(path)) {
      if (held !== null) {
        number += 1;
        take(held);
        digest.update(held).update('\n');
      }
      held = line;
    }
    number += 1;
    if (held === null || read.head === null) throw new Bad('it is no export, or it was cut off');
    const { month, from, to, after, publicKey } = read.head;
    const end = parsed(End, held, 'the signed end: it was cut off');
    if (read.seq !== to + 1) throw new Bad(`it says that it goes to row ${to}, and ends before row ${read.seq}`);
    if (digest.digest('hex') !== end.sha256) throw new Bad('what stands before does not have the digest that was signed');
    if (!verify(null, signedExportText(end.sha256), keyOf(publicKey), Buffer.from(end.signature, 'base64')))
      throw new Bad('the signature does not fit');
    return { whole: true, month, rows: to - from + 1, after, lastHash: read.prev, publicKey };
  } catch (error) {
    if (error instanceof Bad) return { whole: false, line: Math.max(1, number), reason: error.message };
    throw error;
  }
}

function parsed<S extends TSchema>(shape: S, line: Buffer, what: string): Static<S> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    throw new Bad(`this is not ${what}`);
  }
  if (!Value.Check(shape, value)) throw new Bad(`this is not ${what}`);
  return value;
}

/** RFC 8410: the fixed DER prefix of an Ed25519 public key; its 32 bytes follow. */
const ed25519Spki = Buffer.from('302a300506032b6570032100', 'hex');

function keyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([ed25519Spki, Buffer.from(publicKey, 'base64')]), format: 'der', type: 'spki' });
}

// Many times the longest row.
const longestLine = 1024 * 1024;

/** The lines of a file without their ends. @throws Bad when the last one has no end, or one is longer than any row */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path)) {
    if (!Buffer.isBuffer(piece)) continue;
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
    if (rest.length > longestLine) throw new Bad('a line is longer than any row');
  }
  if (rest.length > 0) throw new Bad('the last line has no end: it was cut off');
}
