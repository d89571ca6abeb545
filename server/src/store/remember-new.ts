/**
 * How are uploads written down that nobody knew, which is nearly all of them? In one statement that is its own transaction, with what they met, what a person is
 * asked, and the rows of the ledger (`migrations/0033-screened-at-once.ts`): a tenth of the journeys to PostgreSQL that `remember.ts` takes, which serves all others.
 */
import type { View } from '@likeness/fingerprint';
import type { Match } from '@likeness/lookup';
import type { KeyRing } from '../config/key-ring.ts';
import { addressHash } from './address.ts';
import { type Content, placeOf, type ScreenedUpload } from './content.ts';
import { pageColumns } from './content-pages.ts';
import { isPart, packViews } from './content-parts.ts';
import { sealText } from './content-text.ts';
import type { Store } from './database.ts';
import { clusterAmong } from './matches-alike.ts';
import { idHash } from './places.ts';
import { codesAmong } from './remember.ts';

export interface NewUpload {
  readonly platformId: string;
  readonly upload: ScreenedUpload;
  /** Its inner reference. */
  readonly ref: string;
  /** Whose key is to be good when it is written; null where that is known otherwise. */
  readonly keyId: string | null;
  /** Null: it met nothing, and passes. */
  readonly met: MetAnew | null;
}

/** What an upload met that nobody knew. */
export interface MetAnew {
  readonly matches: readonly Match[];
  readonly verdict: Content['verdict'];
  /** What the review is called that the verdict asks for; null where it asks for none. */
  readonly reviewId: string | null;
  /** What the ledger's row says, as `ledger/row.ts` writes it. */
  readonly subjects: string;
}

/** In the order of the function's parameters, which have these types. */
const text = `select remember_new_uploads(coalesce($1, date_trunc('milliseconds', now())), ${Array.from({ length: 41 }, (_, n) => `$${n + 2}`)}) as others`;

/**
 * Writes uploads, no two of them the same, with what they met up to the bank change `seq`. What it answers:
 * - `written`: all of them, durably, and no change was committed after that one;
 * - their places, counted from 0, that are known already, that a request may name, or that are the same file as what was referred: nothing is written;
 * - `overtaken`: the bank has changed, or another process wrote one of them first: nothing is written;
 * - `key-ended`: one of the keys was revoked: nothing is written.
 */
export async function rememberNew(
  store: Pick<Store, 'alone'>,
  keys: KeyRing,
  seq: number,
  uploads: readonly NewUpload[],
): Promise<'written' | 'overtaken' | 'key-ended' | ReadonlySet<number>> {
  const codes: { readonly ref: string; readonly code: View }[] = [];
  const paged: { readonly ref: string; readonly fingerprints: readonly View[] }[] = [];
  const parts: { readonly ref: string; readonly packed: Buffer }[] = [];
  const texts: { readonly ref: string; readonly sealed: Buffer }[] = [];
  for (const { ref, upload } of uploads) {
    const own = [...codesAmong(upload.fingerprints).values()];
    for (const code of own) codes.push({ ref, code });
    const derived = upload.fingerprints.filter(isPart);
    paged.push({ ref, fingerprints: [...own, ...derived] });
    if (derived.length > 0) parts.push({ ref, packed: packViews(derived) });
    if (typeof upload.text === 'string') texts.push({ ref, sealed: sealText(keys, ref, upload.text) });
  }
  const pages = pageColumns(paged);
  const met = uploads.flatMap(({ platformId, ref, met }) => (met === null ? [] : [{ platformId, ref, ...met }]));
  const matches = met.flatMap(({ ref, matches }) => matches.map((match) => ({ ref, match })));
  const reviews = met.flatMap(({ platformId, ref, verdict, reviewId, matches }) =>
    reviewId === null ? [] : [{ platformId, ref, verdict, reviewId, cluster: clusterAmong(matches) }],
  );
  try {
    const rows = await store.alone<{ others: number[] }>({
      name: 'remember-new-uploads',
      text,
      values: (now) => [
        now,
        seq,
        [...new Set(uploads.flatMap(({ keyId }) => keyId ?? []))],
        uploads.map(({ platformId }) => platformId),
        uploads.map(({ upload }) => upload.contentId),
        uploads.map(({ ref }) => ref),
        uploads.map(({ upload }) => idHash(upload.contentId)),
        uploads.map(({ upload }) => upload.url),
        uploads.map(({ upload }) => (upload.url === null ? null : addressHash(upload.url))),
        uploads.map(({ upload }) => upload.uploaderRef),
        uploads.map(({ upload }) => (upload.links.length === 0 ? null : JSON.stringify(upload.links))),
        uploads.map(({ upload }) => upload.source),
        uploads.map(({ met }) => met?.verdict ?? 'allow'),
        codes.map(({ ref }) => ref),
        codes.map(({ code }) => code.kind),
        codes.map(({ code }) => code.variant),
        codes.map(({ code }) => Buffer.from(code.value, 'hex')),
        codes.map(({ code }) => code.quality ?? null),
        codes.map(({ code }) => placeOf(code)),
        pages.kinds,
        pages.loose,
        pages.refs,
        pages.counts,
        pages.codes,
        parts.map(({ ref }) => ref),
        parts.map(({ packed }) => packed),
        texts.map(({ ref }) => ref),
        texts.map(({ sealed }) => sealed),
        matches.map(({ ref }) => ref),
        matches.map(({ match }) => match.itemId),
        matches.map(({ match }) => match.bankId),
        matches.map(({ match }) => match.kind),
        matches.map(({ match }) => match.variant),
        matches.map(({ match }) => match.distance),
        matches.map(({ match }) => match.effect),
        matches.map(({ match }) => (match.video === undefined ? null : JSON.stringify(match.video))),
        reviews.map(({ ref }) => ref),
        reviews.map(({ reviewId }) => reviewId),
        reviews.map(({ platformId }) => platformId),
        reviews.map(({ verdict }) => verdict),
        reviews.map(({ cluster }) => cluster),
        met.map(({ subjects }) => subjects),
      ],
    });
    const others = rows[0]?.others ?? [];
    return others.length === 0 ? 'written' : new Set(others.map((place) => place - 1));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // LK001 and LK002 are our own (the migration raises them); 23505 unique_violation: PostgreSQL, appendix A.
    if (code === 'LK001' || code === '23505') return 'overtaken';
    if (code === 'LK002') return 'key-ended';
    throw error;
  }
}
