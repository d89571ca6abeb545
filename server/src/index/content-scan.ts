/**
 * Which uploads, of all that were ever screened, may be like these items? Exact: their codes are read page by page and each is compared with every question,
 * so that one pass answers for all changes that wait. What it names is near in some view; what that means is weighed by the index itself.
 */
import { setImmediate as others } from 'node:timers/promises';
import { type FingerprintKind, isFingerprintKind, kinds } from '@likeness/fingerprint';
import { type CodeBlock, type NearSought, oneByOne, openCodeBlock, type Sought } from '@likeness/lookup';
import { type Changes, refsListedExactly } from '../store/bank-lists.ts';
import { type ContentWithCodes, contentsByRef, refsWithExactly, withCodes } from '../store/content.ts';
import { type ReadPages, readPages } from '../store/content-pages.ts';
import { withParts } from '../store/content-parts.ts';
import type { Store } from '../store/database.ts';

/** So many pages are read at once: 8 MB at most, and the next ones arrive while these are compared. */
const pagesAtOnce = 1000;
/** So many codes stay in the processor's cache while all questions are asked of them. */
const codesAtOnce = 4096;
/** Others are answered after so long. */
const turnMs = 10;
/** Of what stands in pages. */
const codeBytes = 32;
const nearKinds = Object.keys(kinds)
  .filter((kind) => isFingerprintKind(kind))
  .filter((kind) => kinds[kind].comparison === 'near');
/** So many values, or uploads, are asked for in one statement. */
const rowsAtOnce = 1000;

/**
 * Uploads that have a code within the radius of one that is sought, or an equal one; in parts, none of them twice. What was committed before the first part is
 * asked for is among them, unless it was forgotten or screened again since.
 */
export function uploadsNear(store: Store, sought: Sought): AsyncGenerator<readonly ContentWithCodes[]> {
  return uploadsOf(store, refsNear(store, sought));
}

/**
 * The same of a list too long to ask about one by one: uploads that have a code that may meet anything listed, as the index says, or a value that the changes
 * after one number and up to another list.
 */
export function uploadsMeeting(
  store: Store,
  mayMeet: (kind: FingerprintKind, code: Uint8Array) => boolean,
  changes: Changes,
): AsyncGenerator<readonly ContentWithCodes[]> {
  return uploadsOf(store, refsMeeting(store, mayMeet, changes));
}

async function* uploadsOf(store: Store, found: AsyncIterable<readonly string[]>): AsyncGenerator<readonly ContentWithCodes[]> {
  const seen = new Set<string>();
  for await (const refs of found) {
    const fresh = refs.filter((ref) => !seen.has(ref));
    for (const ref of fresh) seen.add(ref);
    for (const some of inParts(fresh)) {
      const contents = await contentsByRef(store.db, some);
      const there = contents.filter(({ deletedAt }) => deletedAt === null);
      yield await withParts(store.db, await withCodes(store.db, there));
    }
  }
}

async function* refsNear(store: Store, { near, exact }: Sought): AsyncGenerator<readonly string[]> {
  for (const some of inParts(exact)) yield refsWithExactly(store.db, some);
  for (const [kind, questions] of Map.groupBy(near, (one) => one.kind)) yield* refsOfKind(store, kind, questions);
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += rowsAtOnce) yield all.slice(at, at + rowsAtOnce);
}

async function* refsOfKind(store: Store, kind: FingerprintKind, questions: readonly NearSought[]): AsyncGenerator<readonly string[]> {
  const block = await openCodeBlock();
  for await (const pages of pagesOf(store, kind)) yield await compare(block, pages, questions);
}

async function* refsMeeting(
  store: Store,
  mayMeet: (kind: FingerprintKind, code: Uint8Array) => boolean,
  changes: Changes,
): AsyncGenerator<readonly string[]> {
  yield await refsListedExactly(store.db, changes);
  for (const kind of nearKinds) {
    for await (const pages of pagesOf(store, kind)) {
      const found = new Set<string>();
      let place = 0;
      let began = performance.now();
      for (const codes of pages.codes) {
        for (let at = 0; at < codes.length; at += codeBytes, place += 1) {
          if (mayMeet(kind, codes.subarray(at, at + codeBytes))) found.add(pages.ownerOf(place));
          if (performance.now() - began < turnMs) continue;
          await others();
          began = performance.now();
        }
      }
      yield [...found];
    }
  }
}

/** All pages of a kind in order; the next ones arrive while these are compared. */
async function* pagesOf(store: Store, kind: FingerprintKind): AsyncGenerator<ReadPages> {
  let next: Promise<ReadPages> | null = readPages(store, kind, 0, pagesAtOnce);
  while (next !== null) {
    const pages: ReadPages = await next;
    next = pages.lastId === null ? null : readPages(store, kind, pages.lastId, pagesAtOnce);
    // Whoever waits for it hears of it.
    next?.catch(() => {});
    yield pages;
  }
}

async function compare(block: CodeBlock, pages: ReadPages, questions: readonly NearSought[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const onHits = oneByOne((place) => found.add(pages.ownerOf(place)));
  block.fill(pages.codes);
  let began = performance.now();
  for (let from = 0; from < block.size; from += codesAtOnce) {
    for (const { code, radius } of questions) {
      block.search(code, radius, from, from + codesAtOnce, onHits);
      if (performance.now() - began < turnMs) continue;
      await others();
      began = performance.now();
    }
  }
  return [...found];
}
