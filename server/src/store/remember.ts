/** How are screened uploads written down, many in one go? A few statements for all of them, whatever their number. */
import type { DerivedFingerprint, View } from '@likeness/fingerprint';
import { sql } from 'kysely';
import { addressHash } from './address.ts';
import { type Content, placeOf, type ScreenedUpload, viewOf } from './content.ts';
import { addPages, leavePages } from './content-pages.ts';
import { forgetParts, isPart, refsWithParts, rememberParts } from './content-parts.ts';
import type { Tx } from './database.ts';
import { keepSaidYoungFiles } from './same-file.ts';

/** An upload and what was found about it so far. */
export interface Screened {
  readonly platformId: string;
  readonly upload: ScreenedUpload;
  /** Inner reference, should it be new. */
  readonly newRef: string;
  /** How far the bank had come, and what is answered. */
  readonly seq: number;
  readonly verdict: Content['verdict'];
}

export interface Remembered {
  /** Inner reference of the upload. */
  readonly ref: string;
  /** Whether it was known before. */
  readonly isKnown: boolean;
  /** Whether it was screened before with exactly these fingerprints, and was not deleted since: what a person decided about it then still holds. */
  readonly isSamePicture: boolean;
}

/**
 * Writes or overwrites uploads, no two of them the same, and locks their rows until commit; fingerprints are replaced, matches stay. Answers in the order given.
 * Rows first, bank log second, everywhere: that order keeps a screening and a decision on the same upload from waiting for each other.
 */
export async function rememberContents(tx: Tx, screened: readonly Screened[]): Promise<Remembered[]> {
  const platformIds = screened.map(({ platformId }) => platformId);
  const contentIds = screened.map(({ upload }) => upload.contentId);
  // Known rows are locked in the order in which everybody locks rows; new ones nobody else can be waiting for.
  const { rows: locked } = await sql<{ ref: string; is_deleted: boolean }>`
    select content.ref, content.deleted_at is not null as is_deleted
    from content join unnest(${platformIds}::uuid[], ${contentIds}::text[]) as wanted (platform_id, content_id) using (platform_id, content_id)
    order by content.ref for update of content`.execute(tx.sql);
  const deleted = new Set(locked.flatMap(({ ref, is_deleted }) => (is_deleted ? [ref] : [])));
  const { rows } = await sql<{ place: number; ref: string; page_group: number | null; own_group: number }>`
    with own as materialized (select nextval('content_page_group') as number),
    given as (select * from unnest(
      ${platformIds}::uuid[], ${contentIds}::text[], ${screened.map(({ newRef }) => newRef)}::uuid[], ${screened.map(({ upload }) => upload.url)}::text[],
      ${screened.map(({ upload }) => (upload.url === null ? null : addressHash(upload.url)))}::bytea[],
      ${screened.map(({ upload }) => upload.uploaderRef)}::text[], ${screened.map(({ upload }) => JSON.stringify(upload.links))}::jsonb[],
      ${screened.map(({ upload }) => upload.source)}::text[], ${screened.map(({ verdict }) => verdict)}::text[], ${screened.map(({ seq }) => seq)}::bigint[]
    ) with ordinality as row (platform_id, content_id, ref, url, address_hash, uploader_ref, links, source, verdict, seq, place)),
    written as (
      insert into content (platform_id, content_id, ref, url, address_hash, uploader_ref, links, source, verdict, screened_at, screened_at_seq, deleted_at, page_group)
      select platform_id, content_id, ref, url, address_hash, uploader_ref, array(select jsonb_array_elements_text(links)), source, verdict, ${tx.now}::timestamptz, seq, null, (select number from own)
      from given order by platform_id, content_id
      on conflict (platform_id, content_id) do update set url = coalesce(excluded.url, content.url),
        address_hash = coalesce(excluded.address_hash, content.address_hash), uploader_ref = coalesce(excluded.uploader_ref, content.uploader_ref),
        links = excluded.links, source = excluded.source, verdict = excluded.verdict, screened_at = excluded.screened_at,
        screened_at_seq = excluded.screened_at_seq, deleted_at = null, gone_at = null
      returning platform_id, content_id, ref, page_group),
    waits as (insert into far_waiting (screened_at, ref) select ${tx.now}::timestamptz, ref from written on conflict do nothing)
    select place::integer, written.ref, written.page_group, (select number from own) as own_group from given join written using (platform_id, content_id) order by place`.execute(
    tx.sql,
  );
  const known = rows.filter(({ place, ref }) => screened[place - 1]?.newRef !== ref).map(({ ref }) => ref);
  const before = await codesOf(tx, known);
  const replaced: { readonly ref: string; readonly group: number | null }[] = [];
  const codes: { readonly ref: string; readonly code: View }[] = [];
  const partsOf: { readonly ref: string; readonly parts: readonly DerivedFingerprint[] }[] = [];
  const remembered = rows.map(({ place, ref, page_group: group }): Remembered => {
    const views = screened[place - 1]?.upload.fingerprints ?? [];
    const now = codesAmong(views);
    partsOf.push({ ref, parts: views.filter(isPart) });
    const then = before.get(ref);
    const isSamePicture =
      then !== undefined &&
      !deleted.has(ref) &&
      then.length === now.size &&
      then.every((one) => now.get(nameOf(one))?.quality === one.quality);
    if (!isSamePicture) {
      if (then !== undefined) replaced.push({ ref, group });
      for (const code of now.values()) codes.push({ ref, code });
    }
    return { ref, isKnown: then !== undefined, isSamePicture };
  });
  if (replaced.length > 0) {
    const refs = replaced.map(({ ref }) => ref);
    await keepSaidYoungFiles(tx, refs);
    await tx.sql.deleteFrom('content_code').where('ref', 'in', refs).execute();
    await forgetParts(tx, refs);
    await tx.sql.updateTable('match').set({ of_earlier: true }).where('ref', 'in', refs).execute();
  }
  const paged = new Map(replaced.map(({ ref }): [string, View[]] => [ref, []]));
  for (const { ref, code } of codes) paged.set(ref, [...(paged.get(ref) ?? []), code]);
  // The same picture, screened without its parts before: all of its codes move to a page that has them.
  const same = partsOf.filter(({ ref, parts }) => !paged.has(ref) && parts.length > 0);
  const unchanged = await refsWithParts(tx, same);
  const changed = new Set(same.flatMap(({ ref }) => (unchanged.has(ref) ? [] : [ref])));
  const completed = rows.filter(({ ref }) => changed.has(ref)).map(({ ref, page_group: group }) => ({ ref, group }));
  for (const { ref } of completed) paged.set(ref, [...(before.get(ref) ?? [])]);
  for (const { ref, parts } of partsOf) paged.get(ref)?.push(...parts);
  const moved = [...replaced, ...completed];
  if (moved.length > 0) {
    await leavePages(tx, moved);
    await tx.sql
      .updateTable('content')
      .set({ page_group: rows[0]?.own_group ?? null })
      .where(
        'ref',
        'in',
        moved.map(({ ref }) => ref),
      )
      .execute();
  }
  if (codes.length > 0) {
    await sql`insert into content_code (ref, kind, variant, value, quality, at_ms) select * from unnest(
      ${codes.map(({ ref }) => ref)}::uuid[], ${codes.map(({ code }) => code.kind)}::text[], ${codes.map(({ code }) => code.variant)}::text[],
      ${codes.map(({ code }) => Buffer.from(code.value, 'hex'))}::bytea[], ${codes.map(({ code }) => code.quality ?? null)}::integer[],
      ${codes.map(({ code }) => placeOf(code))}::integer[])`.execute(tx.sql);
  }
  await addPages(
    tx,
    rows[0]?.own_group ?? 0,
    [...paged].map(([ref, fingerprints]) => ({ ref, fingerprints })),
  );
  await rememberParts(tx, partsOf);
  return remembered;
}

/** The fingerprints of each upload; of one that has none, an empty list. */
async function codesOf(tx: Tx, refs: readonly string[]): Promise<Map<string, View[]>> {
  const found = new Map<string, View[]>(refs.map((ref) => [ref, []]));
  if (refs.length === 0) return found;
  const rows = await tx.sql
    .selectFrom('content_code')
    .selectAll()
    .where('ref', 'in', [...refs])
    .execute();
  for (const row of rows) found.get(row.ref)?.push(...viewOf(row));
  return found;
}

/** What is kept in a row of its own, each once, by its name. */
export const codesAmong = (views: readonly View[]): ReadonlyMap<string, View> =>
  new Map(views.filter((one) => !isPart(one)).map((one) => [nameOf(one), one]));

const nameOf = ({ kind, variant, value }: View): string => `${kind} ${variant} ${value}`;

/** Notes how far the bank had come and what is answered, where that is not what was written first. */
export async function settleScreenings(
  tx: Tx,
  settled: readonly { readonly ref: string; readonly seq: number; readonly verdict: Content['verdict'] }[],
): Promise<void> {
  if (settled.length === 0) return;
  await sql`update content set screened_at_seq = settled.seq, verdict = settled.verdict from unnest(
    ${settled.map(({ ref }) => ref)}::uuid[], ${settled.map(({ seq }) => seq)}::bigint[], ${settled.map(({ verdict }) => verdict)}::text[]
    ) as settled (ref, seq, verdict) where content.ref = settled.ref`.execute(tx.sql);
}
