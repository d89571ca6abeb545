/** How is a list of any length taken over into a bank? Read as a stream, written in batches that are durable one by one, gone on with after a kill where the last batch ended. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type BadLine,
  isBad,
  type ListedFingerprint,
  type ReadLine,
  readCsv,
  readExactList,
  readJsonLines,
  readPdqText,
} from '@likeness/exchange';
import { isFrameKind } from '@likeness/fingerprint';
import type { Random } from '../config/random.ts';
import { uuid } from '../config/random.ts';
import { NOT_SO, plainReason, Refusal, systemErrorCode } from '../config/refusal.ts';
import { record } from '../ledger/record.ts';
import { againOn } from '../store/again.ts';
import {
  askLookBack,
  beginImport,
  type ImportPlace,
  importErrors,
  listLines,
  lockImports,
  moveImport,
  noteAdded,
  openImports,
} from '../store/bank-lists.ts';
import { noteBankChanges } from '../store/banks.ts';
import type { Db, Store } from '../store/database.ts';
import type { NewItemCheck } from './new-items.ts';

/** Screenings wait while a batch commits, so it is kept to about a tenth of a second. */
const linesPerBatch = 2000;
/** The most bad lines whose sentences are kept; all are counted. */
export const errorsKept = 10_000;
/** An import that gives no sign for so long was killed: what it listed is looked for among earlier uploads all the same. */
const silentMs = 2 * 60 * 1000;

export type ListForm = 'csv' | 'json-lines' | 'pdq' | 'exact';

const readers: Readonly<Record<ListForm, (source: AsyncIterable<string>) => AsyncIterable<ReadLine<ListedFingerprint>>>> = {
  csv: readCsv,
  'json-lines': readJsonLines,
  pdq: readPdqText,
  exact: readExactList,
};

export interface ImportProgress {
  /** Lines that are in, of earlier runs of this import too. */
  readonly imported: number;
  readonly rejected: number;
  /** Bytes of the file that were read. */
  readonly bytes: number;
}

export interface ImportOutcome {
  readonly imported: number;
  /** Of those, the lines that brought a fingerprint which the bank had not; the others were there already. Null where an earlier version began it and did not count. */
  readonly added: number | null;
  readonly rejected: number;
  /** The first `errorsKept` of them. */
  readonly errors: readonly BadLine[];
}

export interface ImportTools {
  readonly store: Store;
  readonly random: Random;
  readonly check: NewItemCheck;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told once, when an import goes on that did not end. */
  readonly onResume?: (line: number) => void;
}

/**
 * Takes a file over into a bank. Each batch of lines is durable when the next one begins; run again after a kill, it goes on behind the last one, if the
 * file's beginning is still the same, and from the start otherwise: no line is listed twice.
 * @throws Refusal `import/unreadable`, `import/not-text`, `import/in-use`
 */
export async function importList(tools: ImportTools, bankId: string, path: string, form: ListForm): Promise<ImportOutcome> {
  const { store, onProgress } = tools;
  await requireText(path);
  const whole = await digestOf(path);
  let place = await store.transact(async (tx) => {
    // One at a time: the second of two that begin with one file finds the first's.
    await lockImports(tx, bankId);
    return (await resumable(tx.sql, bankId, path)) ?? beginImport(tx, uuid(tools.random), bankId, whole);
  });
  if (place.line > 0) tools.onResume?.(place.line);
  const file = new HashedFile(path);
  let pending: Promise<ImportPlace> = Promise.resolve(place);
  let lines: ReadLine<ListedFingerprint>[] = [];
  const write = async (isOver: boolean): Promise<void> => {
    const batch = lines;
    lines = [];
    const { bytes, digest } = file.place();
    // The next batch is read while this one is written, never more than one.
    place = await pending;
    onProgress?.({ imported: place.imported, rejected: place.rejected, bytes });
    pending = writeBatch(tools, bankId, place, batch, { bytes, digest }, isOver);
    pending.catch(() => {});
  };
  const { line: done } = place;
  try {
    for await (const read of readers[form](file.text())) {
      if (read.line <= done) continue;
      lines.push(read);
      if (lines.length >= linesPerBatch) await write(false);
    }
    await write(true);
    place = await pending;
  } finally {
    // Whatever ended it: nothing is still being written when the caller hears of it.
    await pending.catch(() => {});
  }
  onProgress?.({ imported: place.imported, rejected: place.rejected, bytes: file.place().bytes });
  const { id, imported, added, rejected } = place;
  return { imported, added, rejected, errors: await importErrors(store.db, id, errorsKept) };
}

async function writeBatch(
  { store, random, check }: ImportTools,
  bankId: string,
  from: ImportPlace,
  lines: readonly ReadLine<ListedFingerprint>[],
  read: Pick<ImportPlace, 'bytes' | 'digest'>,
  isOver: boolean,
): Promise<ImportPlace> {
  return againOn(changedMeanwhile, () =>
    store.transact(async (tx) => {
      const bad: BadLine[] = [];
      const good: ListedFingerprint[] = [];
      for (const one of lines) {
        const wrong = isBad(one) ? one.message : unlistable(one.entry, tx.now);
        if (wrong !== null) bad.push({ line: one.line, message: wrong });
        else if (!isBad(one)) good.push(one.entry);
      }
      const to = {
        ...read,
        id: from.id,
        line: lines.at(-1)?.line ?? from.line,
        imported: from.imported + good.length,
        added: from.added,
        rejected: from.rejected + bad.length,
      };
      // First: of two processes with the same import one waits here, and then finds that it is not where it was.
      if (!(await moveImport(tx, from, to, isOver)))
        throw new Refusal(
          'import/in-use',
          'Another process imports a list that begins as this one does into this bank; wait for it, or end it.',
        );
      const kept = bad.slice(0, Math.max(0, errorsKept - from.rejected));
      if (kept.length > 0)
        await tx.sql
          .insertInto('bank_import_error')
          .values(kept.map(({ line, message }) => ({ import_id: from.id, line, message })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      const { fresh, changed, added } = await listLines(tx, random, bankId, good);
      const news = await noteAdded(tx, from.id, added);
      const suspensions = await check(tx, fresh);
      const seq = await noteBankChanges(
        tx,
        changed.map((subjectId) => ({ subject: 'item', subjectId })),
      );
      if (changed.length > 0 || isOver) {
        await askLookBack(tx, from.id, { after: seq - changed.length, seq }, isOver ? tx.now : new Date(tx.now.getTime() + silentMs));
        const totals = isOver ? { imported: to.imported, ...(news === null ? {} : { added: news }), rejected: to.rejected } : {};
        const subjects = { bank: bankId, import: from.id, lines: good.length, items: changed.length, change: seq, ...totals };
        await record(tx, { act: 'bank.imported', subjects }, ...suspensions);
      }
      return { ...to, added: news };
    }, 'by-index'),
  );
}

/** Why this cannot be listed although it is well written; null when it can. */
function unlistable(entry: ListedFingerprint, now: Date): string | null {
  if (entry.expiresAt !== undefined && Date.parse(entry.expiresAt) <= now.getTime()) return 'The time of expiry has passed.';
  // Alone, each frame would be a video of its own.
  if (isFrameKind(entry.kind) && entry.item === undefined)
    return 'A vpdq line is one frame of a video: name the video in item, the same for all of its frames.';
  return null;
}

/** A code was forgotten (not_null_violation, foreign_key_violation) or stored (unique_violation) by another transaction meanwhile. */
const changedMeanwhile = ['23502', '23503', '23505'];

/** @throws Refusal `import/not-text` for a picture, a spreadsheet, a packed file, told by its beginning; text with a few signs of another encoding is read */
async function requireText(path: string): Promise<void> {
  const beginning: Buffer[] = [];
  for await (const piece of piecesOf(path, beginningBytes)) beginning.push(piece);
  const bytes = Buffer.concat(beginning);
  // A control sign that no line of a list may hold, tab and line ends apart.
  const hasControl = bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte));
  if (bytes.includes(0) || (hasControl && !isUtf8(bytes)))
    throw new Refusal(
      'import/not-text',
      `${path} is no list: it is not text in UTF-8. Read are CSV, JSON lines, PDQ text, and MD5 and SHA-256 as md5sum and sha256sum write them ` +
        '(docs/formats/lists.md); the fingerprints of pictures are made by: likeness hash',
      NOT_SO,
    );
}

const beginningBytes = 4096;

/** Of the beginning of a text: its last character may be cut. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** In which form a file is, told by its beginning. @throws Refusal `import/form` where two are possible, `import/unreadable` */
export async function formOf(path: string): Promise<ListForm> {
  let beginning = '';
  for await (const piece of piecesOf(path, beginningBytes)) beginning += piece.toString('utf8');
  const [first = ''] = beginning
    .replace(/^\ufeff/, '')
    .trimStart()
    .split('\n');
  if (first.startsWith('{')) return 'json-lines';
  if (/^[0-9a-f]{32}([ *\r]|$)/i.test(first)) return 'exact';
  if (/^[0-9a-f]{64}([ *,\r]|$)/i.test(first))
    throw new Refusal(
      'import/form',
      `${path} has no line that names its columns, and 64 digits may be PDQ or SHA-256: say which with --format pdq or --format exact.`,
      NOT_SO,
    );
  return first.startsWith('hash=') ? 'pdq' : 'csv';
}

/** The unfinished import of this bank that began with what this file begins with; null when there is none. Before its first batch that is its whole file. */
async function resumable(db: Db, bankId: string, path: string): Promise<ImportPlace | null> {
  for (const place of await openImports(db, bankId)) {
    // An earlier version noted nothing of a file before its first batch.
    if (place.bytes === 0) continue;
    const { bytes, digest } = await digestOf(path, place.bytes);
    if (bytes === place.bytes && digest.equals(place.digest)) return place;
  }
  return null;
}

/** SHA-256 of so many first bytes of a file, or of all, and how many they were. */
async function digestOf(path: string, atMost?: number): Promise<{ readonly bytes: number; readonly digest: Buffer }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of piecesOf(path, atMost)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, digest: hash.digest() };
}

/** A file as text that knows how much of it was handed on, and the digest of that. */
class HashedFile {
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
  }

  async *text(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const piece of piecesOf(this.#path)) {
      this.#hash.update(piece);
      this.#bytes += piece.length;
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  }

  place(): Pick<ImportPlace, 'bytes' | 'digest'> {
    return { bytes: this.#bytes, digest: this.#hash.copy().digest() };
  }
}

/** The file in pieces, or so many first bytes of it. @throws Refusal `import/unreadable` */
async function* piecesOf(path: string, bytes?: number): AsyncGenerator<Buffer> {
  try {
    const stream = createReadStream(path, { highWaterMark: 256 * 1024, ...(bytes === undefined ? {} : { end: bytes - 1 }) });
    for await (const piece of stream) if (Buffer.isBuffer(piece)) yield piece;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    throw new Refusal('import/unreadable', `${path} cannot be read: ${plainReason(error)}.`, NOT_SO);
  }
}
