/** How does every file of a source get its outcome, once, several at a time, however many there are? Holds what is at work and nothing else. */
import { formatOf, signatureBytes } from '@likeness/server/decode/file-format';
import type { DecodePool, FingerprintWish } from '@likeness/server/decode/pool';
import type { DecodedVideo } from '@likeness/server/decode/video';
import { looksLikeVideo } from '@likeness/server/decode/video-format';
import { type FileOutcome, failureOf } from '../file-outcome.ts';
import type { Cores } from './cores.ts';
import { kindBytes, kindOf, type OtherKind } from './kind.ts';
import type { Found, FoundFile, Named, OpenFile, Source } from './source.ts';
import type { Tally } from './tally.ts';

/** Reads one video; `bytes` must be read, or the file at `path`. Rejects as reading a file does. */
export type ReadVideo = (file: Pick<OpenFile, 'bytes' | 'path'>) => Promise<DecodedVideo>;

/** Where results go. */
export interface Results {
  /** What an earlier run made of it, if one has been here. */
  earlier(found: Named): 'done' | 'failed' | undefined;
  /** Keeps one outcome; once this resolves, kill -9 cannot undo it. Answers the outcome as it was kept: what is wrong with a file may show only here. */
  keep(found: Named, outcome: FileOutcome): Promise<FileOutcome>;
}

export interface Scan {
  readonly source: Source;
  readonly pool: DecodePool;
  readonly wish: FingerprintWish;
  /** What is to come of a video; undefined: it is left out and counted. */
  readonly readVideo: ReadVideo | undefined;
  /** Shared by pictures and videos. */
  readonly cores: Cores;
  readonly results: Results;
  readonly tally: Tally;
  /** How many files are at work at once. */
  readonly atOnce: number;
  /** Aborted, no further file is begun, and what comes of those at work is dropped. */
  readonly stop: AbortController;
}

/** Resolves when everything has its outcome, or the scan was stopped. Rejects with the first failure that is not a file's; nothing is at work any more then. */
export async function runScan(scan: Scan): Promise<void> {
  const { source, stop } = scan;
  const isStopped = (): boolean => stop.signal.aborted;
  const items = source.found();
  let failure: { readonly reason: unknown } | undefined;
  const work = async (): Promise<void> => {
    try {
      while (!isStopped()) {
        const next = await items.next();
        if (next.done === true || isStopped()) return;
        await deal(scan, next.value);
      }
    } catch (reason) {
      // What fails after the stop fails because of it.
      if (!isStopped()) failure ??= { reason };
      stop.abort();
    }
  };
  await Promise.all([count(scan), ...Array.from({ length: scan.atOnce }, work)]);
  await items.return(undefined);
  if (failure !== undefined) throw failure.reason;
}

/** Goes ahead and counts, so that the time left can be told. That it cannot is no failure: the scan itself meets the reason. */
async function count({ source, tally, stop }: Scan): Promise<void> {
  try {
    let total = 0;
    for await (const _ of source.found()) {
      if (stop.signal.aborted) return;
      total++;
    }
    tally.total(total);
  } catch {
    // The total stays unknown.
  }
}

async function deal(scan: Scan, found: Found): Promise<void> {
  const { results, tally, stop } = scan;
  if ('skipped' in found) return tally.skipped(found.skipped);
  const earlier = results.earlier(found);
  if (earlier !== undefined) return tally.metEarlier(earlier);
  const outcome = 'failure' in found ? { failure: found.failure } : await fingerprint(scan, found);
  // Closing decoders make every file at work fail; that says nothing of the file.
  if (stop.signal.aborted) return;
  if ('skipped' in outcome) return tally.skipped(outcome.skipped);
  const kept = await results.keep(found, outcome);
  if ('failure' in kept) tally.failed();
  else tally.done();
}

async function fingerprint(
  { pool, wish, readVideo, cores }: Scan,
  found: FoundFile,
): Promise<FileOutcome | { readonly skipped: OtherKind }> {
  let open: OpenFile | undefined;
  try {
    open = await found.open();
    if (open === undefined) return { skipped: "the scan's own file" };
    const { path } = open;
    const { start, bytes } = await withStart(open.bytes);
    if (start.length === 0) return { skipped: 'empty' };
    const isOther = formatOf(start.subarray(0, signatureBytes)) === undefined;
    if (!isOther) return { decoded: await cores.run(() => pool.fingerprint(bytes, wish)) };
    const kind = kindOf(start);
    if (kind !== 'video' || readVideo === undefined || !looksLikeVideo(start)) return { skipped: kind };
    return { video: await cores.run(() => readVideo({ bytes, ...(path === undefined ? {} : { path }) })) };
  } catch (error) {
    return { failure: await failureOf(error) };
  } finally {
    await open?.close();
  }
}

/** The first bytes, and all of them. */
async function withStart(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly start: Buffer; readonly bytes: AsyncIterable<Uint8Array> }> {
  const reading = source[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < kindBytes) {
    const next = await reading.next();
    if (next.done === true) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
    yield* { [Symbol.asyncIterator]: () => reading };
  }
  return { start: Buffer.concat(pieces.map((piece) => piece.subarray(0, kindBytes))).subarray(0, kindBytes), bytes: bytes() };
}
