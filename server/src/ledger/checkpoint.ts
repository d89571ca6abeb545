/** How is the ledger's head anchored outside the database? Signed with Ed25519 and appended to checkpoints.log, to be kept elsewhere. */
import { appendFile, open, readFile, truncate } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { KeyRing } from '../config/key-ring.ts';
import { plainReason, systemErrorCode } from '../config/refusal.ts';
import type { Store } from '../store/database.ts';

export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

/** A checkpoint is due after this many rows or this long, whichever comes first. */
const rowsBetween = 1000;
const msBetween = 10 * 60 * 1000;

/** The bytes that are signed: one line, so that anyone can check it with any Ed25519 tool. */
export function signedText(checkpoint: Pick<Checkpoint, 'seq' | 'hash' | 'at'>): Uint8Array {
  return new TextEncoder().encode(`likeness-ledger-v1 ${checkpoint.seq} ${checkpoint.hash} ${checkpoint.at}\n`);
}

/**
 * Signs the head when one is due (or `force`), stores it, and appends to the file every stored checkpoint that it does not hold yet:
 * the row comes first, so a crash between row and line loses nothing, the next call writes it. Answers the checkpoint made, or null when none was due.
 */
export async function checkpoint(store: Store, keys: KeyRing, file: string, force = false): Promise<Checkpoint | null> {
  const made = await store.transact(async (tx) => {
    const head = await tx.sql.selectFrom('ledger').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    if (head === undefined) return null;
    const last = await tx.sql.selectFrom('checkpoint').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    if (last !== undefined && last.seq >= head.seq) return null;
    const isDue = last === undefined || head.seq - last.seq >= rowsBetween || tx.now.getTime() - last.at.getTime() >= msBetween;
    if (!isDue && !force) return null;
    const unsigned = { seq: head.seq, hash: head.hash.toString('hex'), at: tx.now.toISOString() };
    const { keyId, signature } = keys.sign(signedText(unsigned));
    const inserted = await tx.sql
      .insertInto('checkpoint')
      .values({ seq: head.seq, hash: head.hash, at: tx.now, key_id: keyId, signature })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return null;
    return { ...unsigned, keyId, signature: Buffer.from(signature).toString('base64') };
  });
  const unwritten = await storedCheckpoints(store, await lastWritten(file));
  const lines = unwritten.map((one) => `${JSON.stringify(one)}\n`).join('');
  if (lines !== '') await appendFile(file, lines, { mode: 0o600, flush: true });
  return made;
}

/** Checkpoints in the database after a row number, in order. */
export async function storedCheckpoints(store: Store, after: number): Promise<Checkpoint[]> {
  const rows = await store.db.selectFrom('checkpoint').selectAll().where('seq', '>', after).orderBy('seq').execute();
  return rows.map((row) => ({
    seq: row.seq,
    hash: row.hash.toString('hex'),
    at: row.at.toISOString(),
    keyId: row.key_id,
    signature: row.signature.toString('base64'),
  }));
}

/** The checkpoints in a file, as `likeness ledger verify` reads them. A last line that a crash cut short is left out. Throws SyntaxError naming a damaged line. */
export function parseCheckpoints(text: string): Checkpoint[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line, index) => {
    const read = checkpointOf(line);
    if (read === null) throw new SyntaxError(`line ${index + 1} is not a checkpoint`);
    return read;
  });
}

/** What is wrong with the file, in a sentence for the operator; null when it can be read, or is not there yet. */
export async function damageOf(file: string): Promise<string | null> {
  try {
    parseCheckpoints(await readFile(file, 'utf8'));
    return null;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    const what = error instanceof SyntaxError ? error.message : `it cannot be read: ${plainReason(error)}`;
    return `${file} is damaged, ${what}: put back an undamaged copy, or move it away and it is written anew from the database.`;
  }
}

const Line = Type.Object({ seq: Type.Integer(), hash: Type.String(), at: Type.String(), keyId: Type.String(), signature: Type.String() });

function checkpointOf(line: string): Checkpoint | null {
  try {
    const value: unknown = JSON.parse(line);
    return Value.Check(Line, value) ? value : null;
  } catch {
    return null;
  }
}

// Many times the longest line, which is some 270 bytes.
const tailBytes = 4096;

/**
 * The row number of the last whole line; 0 for a file that is empty or not there yet. A last line that a crash cut short is cut away first, so
 * that the next one starts on a line of its own. Throws SyntaxError when the last whole line is damaged: appending would hide it.
 */
async function lastWritten(file: string): Promise<number> {
  const { size, tail } = await tailOf(file);
  const end = tail.lastIndexOf(0x0a) + 1;
  if (end < tail.length) await truncate(file, size - (tail.length - end));
  if (end === 0) return 0;
  const line = tail.subarray(tail.lastIndexOf(0x0a, end - 2) + 1, end).toString('utf8');
  const [last] = parseCheckpoints(line);
  return last?.seq ?? 0;
}

async function tailOf(file: string): Promise<{ readonly size: number; readonly tail: Buffer }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return { size: 0, tail: Buffer.alloc(0) };
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(Math.min(size, tailBytes)),
      0,
      Math.min(size, tailBytes),
      size - Math.min(size, tailBytes),
    );
    return { size, tail: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}
